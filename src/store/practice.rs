//! What the practice room keeps: tries of vignettes, and the longer view.
//!
//! A try is an entry that is practice, so it lies among the entries and is left out of every list,
//! map and count of real ones. The longer view is on the shelf: each thing that was said is a row of
//! its own, and each heading has at most one day to be asked again.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;

use super::row::{day, readable};
use super::search::marks;
use super::shelf::Thing;
use super::{Store, StoreError, drafts, past};
use crate::domain::{AskAgain, Ends, Entry, HeadingId, Id, Length, LongerView, LongerViews, Query};

/// The kind of what was said once about one heading.
const LONGER_VIEW: &str = "longer_view";
/// The kind of a day to be asked again.
const ASK_AGAIN: &str = "ask_again";
/// Tries that are given at most; also how many are looked for at once.
const MOST_TRIES: usize = 200;

impl Store {
    /// Every try of this vignette, or of all; the newest first, at most 200. One that cannot be read is
    /// left out: the list of what was practised says that it is there.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn tries(&self, of: Option<&str>) -> Result<Vec<Entry>, StoreError> {
        self.practised(Some(Length::Vignette), MOST_TRIES, |it| is_try_of(it, of))
    }

    /// What was practised with a line under this heading, tries and reflections alike; the newest
    /// first, at most so many. One that cannot be read is left out, as it is among the tries.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn practised_under(
        &self,
        heading: &HeadingId,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.practised(None, limit, |it| !it.lines_under(heading).is_empty())
    }

    /// Practice of this length, or of any, that is meant; the newest first.
    fn practised(
        &self,
        length: Option<Length>,
        limit: usize,
        is_meant: impl Fn(&Entry) -> bool,
    ) -> Result<Vec<Entry>, StoreError> {
        let asked = Query {
            practice: Some(true),
            length,
            ..Query::default()
        };
        let mut found = Vec::new();
        let mut after = None;
        loop {
            let page = self.find(&asked, after, MOST_TRIES)?;
            for listed in &page {
                match self.entry(listed.id) {
                    Ok(Some(entry)) if is_meant(&entry) => found.push(entry),
                    Ok(_) | Err(StoreError::Unreadable { .. }) => {}
                    Err(why) => return Err(why),
                }
                if found.len() >= limit {
                    return Ok(found);
                }
            }
            match page.last() {
                Some(last) if page.len() == MOST_TRIES => {
                    after = Some((last.finished_at, last.id));
                }
                _ => return Ok(found),
            }
        }
    }

    /// Everything there is of the longer view. What cannot be read is left out, as everywhere on the
    /// shelf.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn longer_views(&self) -> Result<LongerViews, StoreError> {
        let mut said: Vec<LongerView> = self.on_shelf(LONGER_VIEW)?;
        said.sort_by_key(|view| (view.at, view.id));
        let mut again = self.days_set()?;
        again.retain(|day| !day.was_asked(&said));
        Ok(LongerViews {
            said,
            again,
            touched: self.touched()?,
        })
    }

    /// The days to be asked again, the first day first. Home asks for no more than this, so what was
    /// said is read only where a day is set; where the file is damaged, Home opens without a day.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn days_to_ask(&self) -> Result<Vec<AskAgain>, StoreError> {
        let mut days = or_nothing(self.days_set())?;
        if !days.is_empty() {
            let said: Vec<LongerView> = or_nothing(self.on_shelf(LONGER_VIEW))?;
            days.retain(|day| !day.was_asked(&said));
        }
        Ok(days)
    }

    /// Every day that is set, asked or not.
    fn days_set(&self) -> Result<Vec<AskAgain>, StoreError> {
        let mut days: Vec<AskAgain> = self.on_shelf(ASK_AGAIN)?;
        days.sort_by(|one, other| (one.on, &one.heading).cmp(&(other.on, &other.heading)));
        Ok(days)
    }

    /// Keeps what was said of the longer view, and the day to be asked again. Without a new day the
    /// one that is set stays as it is: whether it was asked follows from what was said.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was kept.
    pub fn say_longer_view(
        &mut self,
        said: &[LongerView],
        again: Option<&AskAgain>,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let views = things(said)?;
        let again = again.map(|again| {
            let heading = again.heading.to_string();
            Thing::new(name_of_day(&again.heading), ASK_AGAIN, heading, again)
        });
        let again = again.transpose()?;
        self.write(|tx| {
            for thing in views.iter().chain(&again) {
                thing.put(tx, at)?;
            }
            drafts::end(tx, ends)
        })?;
        self.checkpoint_quietly();
        Ok(())
    }

    /// Takes back something that was said of the longer view.
    ///
    /// # Errors
    /// [`StoreError`]; then it is there as it was.
    pub fn drop_longer_view(&mut self, id: Id) -> Result<(), StoreError> {
        self.take_off_shelf(LONGER_VIEW, &id.to_string())
    }

    /// Asks no more about a heading, and keeps what was said with that.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was kept, and it is asked as before.
    pub fn drop_ask_again(
        &mut self,
        heading: &HeadingId,
        said: &[LongerView],
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let views = things(said)?;
        let day = name_of_day(heading);
        self.write(|tx| {
            tx.prepare_cached("DELETE FROM shelf WHERE id = ?1 AND kind = ?2")?
                .execute([day.as_str(), ASK_AGAIN])?;
            for thing in &views {
                thing.put(tx, at)?;
            }
            drafts::end(tx, ends)
        })?;
        // The day is gone; what the engine wrote on the way goes with the next checkpoint at the latest.
        let _ = self.empty_the_wal();
        Ok(())
    }

    /// The last day of each heading that was answered, for real or in practice. Where the file is
    /// damaged, what was said counts more than this, so it is told without those days.
    fn touched(&self) -> Result<BTreeMap<HeadingId, NaiveDate>, StoreError> {
        let mut touched = or_nothing(self.read(past::last_day_of_each_heading))?;
        let practised = match self.read(|conn| practised(conn, BY_MARK)) {
            Err(StoreError::Damaged { .. }) => {
                or_nothing(self.read(|conn| practised(conn, WITHOUT_THE_INDEX)))?
            }
            read => read?,
        };
        for (heading, on) in practised {
            past::later(&mut touched, heading, on);
        }
        Ok(touched)
    }
}

fn is_try_of(entry: &Entry, of: Option<&str>) -> bool {
    let attempt = entry.attempt.as_ref();
    attempt.is_some_and(|attempt| of.is_none_or(|of| attempt.vignette == of))
}

/// The id of a day to be asked again: there is one a heading.
fn name_of_day(heading: &HeadingId) -> String {
    format!("{ASK_AGAIN}:{heading}")
}

/// What was said, as things of the shelf.
fn things(said: &[LongerView]) -> Result<Vec<Thing>, StoreError> {
    let thing = |view: &LongerView| {
        let heading = view.heading.to_string();
        Thing::new(view.id.to_string(), LONGER_VIEW, heading, view)
    };
    said.iter().map(thing).collect()
}

/// Goes by the mark of practice, so that it takes no longer in a journal of many real entries.
const BY_MARK: &str = "SELECT answer.heading, max(answer.day)
    FROM search CROSS JOIN entry ON entry.row = search.rowid
        CROSS JOIN answer ON answer.entry = entry.id
    WHERE search MATCH ?1 AND entry.deleted = 0 AND entry.practice = 1
    GROUP BY answer.heading";
/// Goes without the words: where their index is damaged, the one of days still tells what is practice.
const WITHOUT_THE_INDEX: &str = "SELECT answer.heading, max(answer.day)
    FROM entry INDEXED BY entry_by_day CROSS JOIN answer ON answer.entry = entry.id
    WHERE entry.deleted = 0 AND entry.practice = 1 AND ?1 <> ''
    GROUP BY answer.heading";

fn practised(conn: &Connection, sql: &str) -> Result<BTreeMap<HeadingId, NaiveDate>, StoreError> {
    let mut last = conn.prepare_cached(sql)?;
    let rows = last.query_map([marks::practice(true)], |row| {
        Ok((HeadingId::new(row.get::<_, String>(0)?), day(row, 1)?))
    })?;
    Ok(readable(rows).collect::<Result<_, _>>()?)
}

fn or_nothing<T: Default>(read: Result<T, StoreError>) -> Result<T, StoreError> {
    match read {
        Err(StoreError::Damaged { .. }) => Ok(T::default()),
        read => read,
    }
}
