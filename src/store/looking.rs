//! What is read to look back: windows and pages, never the whole journal. Practice is left out of
//! all of it.
//!
//! Everything that is asked for has an index that holds only what belongs to it, in the order it is
//! read (`0002_beside.sql`). So a page costs the same in the first year and in the tenth.

mod passages;

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{day, id, readable, stored_day};
use super::{Store, StoreError};
use crate::domain::{
    Answer, HeadingId, Id, ItemId, Sign, Signed, Span, Stage, Staged, Tally, first_of_month,
};

impl Store {
    /// The signs of the newest entries that have any, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn signs(&self, limit: usize) -> Result<Vec<Signed>, StoreError> {
        self.read(|conn| {
            let mut newest = conn.prepare_cached(
                "SELECT id, day, stage FROM entry INDEXED BY entry_with_answers
                 WHERE deleted = 0 AND practice = 0 AND has_answers = 1
                 ORDER BY finished_at DESC, id DESC LIMIT ?1",
            )?;
            let rows = newest.query_map([at_most(limit)], |row| {
                Ok((id(row, 0)?, day(row, 1)?, stage(row, 2)?))
            })?;
            let mut signed = Vec::new();
            for row in readable(rows) {
                let (entry, on, stage) = row?;
                signed.push(Signed {
                    entry,
                    on,
                    stage,
                    signs: signs_of(conn, entry)?,
                });
            }
            Ok(signed)
        })
    }

    /// How often each answer was given, by week or month, between two days, both of them in it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn tallies(
        &self,
        span: Span,
        since: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<Tally>, StoreError> {
        let mut counts: BTreeMap<_, u32> = BTreeMap::new();
        self.read(|conn| {
            // In the order of the index, so that nothing has to be sorted; days become weeks here.
            let mut by_day = conn.prepare_cached(
                "SELECT day, heading, item, answer, count(*)
                 FROM answer INDEXED BY answer_by_day
                 WHERE practice = 0 AND day BETWEEN ?1 AND ?2
                 GROUP BY day, heading, item, answer",
            )?;
            let rows = by_day.query_map([stored_day(since), stored_day(until)], |row| {
                let heading = HeadingId::new(row.get::<_, String>(1)?);
                let item = ItemId::new(row.get::<_, String>(2)?);
                let of = (span.first_day(day(row, 0)?), heading, item, answer(row, 3)?);
                Ok((of, row.get::<_, u32>(4)?))
            })?;
            for row in readable(rows) {
                let (of, count) = row?;
                *counts.entry(of).or_default() += count;
            }
            Ok(())
        })?;
        let tally = |((from, heading, item, answer), count)| Tally {
            from,
            heading,
            item,
            answer,
            count,
        };
        Ok(counts.into_iter().map(tally).collect())
    }

    /// The newest entries that are near the end of the work together, or its last time.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn endings(&self, limit: usize) -> Result<Vec<Staged>, StoreError> {
        self.read(|conn| {
            let mut newest = conn.prepare_cached(
                "SELECT id, day, stage, first_words FROM entry INDEXED BY entry_near_an_end
                 WHERE deleted = 0 AND practice = 0 AND stage IN ('near_the_end', 'last')
                 ORDER BY finished_at DESC, id DESC LIMIT ?1",
            )?;
            let rows = newest.query_map([at_most(limit)], |row| {
                Ok(Staged {
                    entry: id(row, 0)?,
                    on: day(row, 1)?,
                    stage: stage(row, 2)?.unwrap_or(Stage::Last),
                    words: row.get(3)?,
                })
            })?;
            Ok(readable(rows).collect::<Result<_, _>>()?)
        })
    }

    /// Every label in use, in the order of the alphabet.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn tags(&self) -> Result<Vec<String>, StoreError> {
        let mut tags: Vec<String> = self.read(|conn| {
            // One look a label, however many entries have it.
            let mut next = conn.prepare_cached(
                "SELECT tag FROM tag INDEXED BY tag_in_use WHERE practice = 0 AND tag > ?1
                 ORDER BY tag LIMIT 1",
            )?;
            let mut tags: Vec<String> = Vec::new();
            loop {
                let last = tags.last().map_or("", String::as_str);
                match next.query_row([last], |row| row.get(0)).optional()? {
                    Some(tag) => tags.push(tag),
                    None => return Ok(tags),
                }
            }
        })?;
        tags.sort_by_cached_key(|tag| tag.to_lowercase());
        Ok(tags)
    }

    /// The days of a month that have entries, with how many. Practice has no part in it, as in the list
    /// that each day leads to.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn month(&self, first: NaiveDate) -> Result<Vec<(NaiveDate, usize)>, StoreError> {
        let first = first_of_month(first);
        let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
        self.read(|conn| {
            let mut days = conn.prepare_cached(
                "SELECT day, count(*) FROM entry INDEXED BY entry_by_day
                 WHERE deleted = 0 AND practice = 0 AND day >= ?1 AND day < ?2
                 GROUP BY day ORDER BY day",
            )?;
            let rows = days.query_map(params![stored_day(first), stored_day(next)], |row| {
                let count: u32 = row.get(1)?;
                Ok((day(row, 0)?, usize::try_from(count).unwrap_or(usize::MAX)))
            })?;
            Ok(readable(rows).collect::<Result<_, _>>()?)
        })
    }
}

/// A limit as the engine takes it.
pub(super) fn at_most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

fn signs_of(conn: &Connection, entry: Id) -> Result<Vec<Sign>, StoreError> {
    let mut signs = conn.prepare_cached(
        "SELECT heading, item, answer FROM answer WHERE entry = ?1 ORDER BY place",
    )?;
    let rows = signs.query_map([entry.to_string()], |row| {
        Ok(Sign {
            heading: HeadingId::new(row.get::<_, String>(0)?),
            item: ItemId::new(row.get::<_, String>(1)?),
            answer: answer(row, 2)?,
        })
    })?;
    Ok(readable(rows).collect::<Result<_, _>>()?)
}

fn answer(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Answer>> {
    let answer = row.get_ref(column)?.as_str_or_null()?;
    Ok(answer.and_then(Answer::from_id))
}

fn stage(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Stage>> {
    let stage = row.get_ref(column)?.as_str_or_null()?;
    Ok(stage.and_then(Stage::from_id))
}
