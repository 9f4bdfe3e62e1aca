//! Searching where some of the journal lies on a damaged part of the file.
//!
//! The rows that are found are read one by one. Of one that cannot be read, the index of the list
//! tells that it is there, and when it was finished.

use chrono::{DateTime, FixedOffset};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::super::entries::unreadable;
use super::super::row::{self, LISTED, listed, time};
use super::super::{Store, StoreError};
use super::{Asked, Start, counted, marks, place, words_of};
use crate::domain::{Finder, Id, Listed, Query};

/// Rows that are looked for at a time.
const AT_ONCE: usize = 200;
/// How far from its time a row may stand that found its number taken.
const CROWD: i64 = 60 * 60 * 1000;

impl Store {
    /// The page that [`Store::find`] gives, newest first, with what cannot be read named as such.
    pub(in crate::store) fn find_past_damage(
        &self,
        query: &Query,
        after: Option<(DateTime<FixedOffset>, Id)>,
        limit: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        let asked = self.read(|conn| Asked::of(conn, query))?;
        let start = self.read(|conn| Start::after(conn, after))?;
        let (Some(asked), mut start) = (asked, start) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        while found.len() < limit {
            let rows = self.read_rows(&asked, query.is_practice(), &start)?;
            let Some(last) = rows.last() else {
                break;
            };
            start.row = *last;
            let fitting: Vec<i64> = self.fitting(&asked, &rows)?;
            found.extend(self.dressed_past_damage(query, &fitting, false)?);
            if asked.words.is_none() {
                let Some(next) = self.start_at(*last)? else {
                    break;
                };
                start = next;
            }
        }
        found.truncate(limit);
        Ok(found)
    }

    /// The next rows, whatever they are like, without touching them. Only whether they are practice is
    /// told by the index, so that one that cannot be read stands among its own.
    fn read_rows(
        &self,
        asked: &Asked,
        is_practice: bool,
        start: &Start,
    ) -> Result<Vec<i64>, StoreError> {
        let (sql, values) = match &asked.words {
            Some(words) => (
                "SELECT search.rowid FROM search WHERE search MATCH ? AND search.rowid < ?
                 ORDER BY search.rowid DESC LIMIT ?",
                vec![
                    Value::from(format!("({words}) AND {}", marks::practice(is_practice))),
                    Value::from(start.row),
                ],
            ),
            None => (
                "SELECT row FROM entry INDEXED BY entry_by_time
                 WHERE deleted = 0 AND practice = ? AND (finished_at, id) < (?, ?)
                 ORDER BY finished_at DESC, id DESC LIMIT ?",
                vec![
                    Value::from(is_practice),
                    Value::from(start.finished_at),
                    Value::from(start.id.clone()),
                ],
            ),
        };
        self.read(|conn| {
            let mut page = conn.prepare_cached(sql)?;
            let values = values.into_iter().chain([counted(AT_ONCE)]);
            let rows = page.query_map(params_from_iter(values), |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Those that fit, and those of which that cannot be told.
    fn fitting(&self, asked: &Asked, rows: &[i64]) -> Result<Vec<i64>, StoreError> {
        let sql = format!(
            "SELECT 1 FROM entry WHERE entry.row = ? AND entry.deleted = 0{}",
            asked.conditions.sql
        );
        let mut fitting = Vec::with_capacity(rows.len());
        for row in rows {
            let values = std::iter::once(Value::from(*row)).chain(asked.conditions.values.clone());
            let fits = self.read(|conn| {
                Ok(conn
                    .prepare_cached(&sql)?
                    .exists(params_from_iter(values))?)
            });
            match fits {
                Ok(true) | Err(StoreError::Damaged { .. }) => fitting.push(*row),
                Ok(false) => {}
                Err(why) => return Err(why),
            }
        }
        Ok(fitting)
    }

    /// What the list shows of these rows, each read on its own.
    pub(super) fn dressed_past_damage(
        &self,
        query: &Query,
        rows: &[i64],
        parts: bool,
    ) -> Result<Vec<Listed>, StoreError> {
        let finder = Finder::of(query);
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let sql = format!("SELECT {LISTED} FROM entry WHERE row = ?1");
            let read = self.read(|conn| Ok(conn.prepare_cached(&sql)?.query_row([row], listed)?));
            match read {
                Ok(mut it) => {
                    match self.read(|conn| words_of(conn, *row)) {
                        Ok(Some(words)) if query.has_terms() => {
                            it.words = finder.around(&words, parts);
                        }
                        // Its first words are there.
                        Ok(_) | Err(StoreError::Damaged { .. }) => {}
                        Err(why) => return Err(why),
                    }
                    found.push(it);
                }
                Err(StoreError::Damaged { .. }) => found.extend(self.told_by_the_index(*row)?),
                Err(why) => return Err(why),
            }
        }
        Ok(found)
    }

    fn told_by_the_index(&self, row: i64) -> Result<Option<Listed>, StoreError> {
        let start = self.start_at(row)?;
        let told = start.and_then(|it| Some((it.id.parse().ok()?, it.finished_at)));
        Ok(told.map(|(id, finished_at)| unreadable(id, time(finished_at, 0))))
    }

    /// The place of a row in the list, read from the index alone.
    fn start_at(&self, row: i64) -> Result<Option<Start>, StoreError> {
        let at = place::time_of(row);
        self.read(|conn| {
            let mut told = conn.prepare_cached(
                "SELECT id, finished_at FROM entry INDEXED BY entry_by_time
                 WHERE deleted = 0 AND row = ?1 AND finished_at BETWEEN ?2 AND ?3",
            )?;
            let told = told.query_row(params![row, at - CROWD, at + 100], |it| {
                Ok(Start {
                    row,
                    id: row::id(it, 0)?.to_string(),
                    finished_at: it.get(1)?,
                })
            });
            Ok(told.optional()?)
        })
    }
}
