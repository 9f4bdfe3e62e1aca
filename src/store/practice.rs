//! What the practice room keeps: tries of vignettes, and the longer view.
//!
//! A try is an entry that is practice, so it lies among the entries and is left out of every list,
//! map and count of real ones. The longer view is on the shelf: each thing that was said is a row of
//! its own, and each heading has at most one day to be asked again.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, params};

use super::row::{day, readable, stored_day};
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
        let asked = Query {
            practice: Some(true),
            length: Some(Length::Vignette),
            ..Query::default()
        };
        let mut tries = Vec::new();
        let mut after = None;
        loop {
            let page = self.find(&asked, after, MOST_TRIES)?;
            for listed in &page {
                match self.entry(listed.id) {
                    Ok(Some(entry)) if is_try_of(&entry, of) => tries.push(entry),
                    Ok(_) | Err(StoreError::Unreadable { .. }) => {}
                    Err(why) => return Err(why),
                }
                if tries.len() == MOST_TRIES {
                    return Ok(tries);
                }
            }
            match page.last() {
                Some(last) if page.len() == MOST_TRIES => {
                    after = Some((last.finished_at, last.id));
                }
                _ => return Ok(tries),
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
        let mut again: Vec<AskAgain> = self.on_shelf(ASK_AGAIN)?;
        again.sort_by(|one, other| (one.on, &one.heading).cmp(&(other.on, &other.heading)));
        Ok(LongerViews {
            said,
            again,
            touched: self.touched()?,
        })
    }

    /// Keeps what was said of the longer view, and the day to be asked again. Without a new day, a day
    /// that has come goes with what is said about its heading: it was asked. One still to come stays.
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
        let view = |view: &LongerView| {
            Thing::new(
                view.id.to_string(),
                LONGER_VIEW,
                view.heading.to_string(),
                view,
            )
        };
        let views: Vec<Thing> = said.iter().map(view).collect::<Result<_, _>>()?;
        let again = again.map(|again| {
            let heading = again.heading.to_string();
            Thing::new(name_of_day(&again.heading), ASK_AGAIN, heading, again)
        });
        let again = again.transpose()?;
        self.write(|tx| {
            for view in said {
                end_day_that_came(tx, &view.heading, at.date_naive())?;
            }
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

    /// Asks no more about a heading.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was.
    pub fn drop_ask_again(&mut self, heading: &HeadingId) -> Result<(), StoreError> {
        self.take_off_shelf(ASK_AGAIN, &name_of_day(heading))
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

/// Takes a day away on which it was asked.
fn end_day_that_came(
    conn: &Connection,
    heading: &HeadingId,
    today: NaiveDate,
) -> Result<(), StoreError> {
    // A row that is damaged is no reason not to keep what is said now.
    conn.prepare_cached(
        "DELETE FROM shelf WHERE id = ?1 AND kind = ?2
           AND CASE WHEN json_valid(body) THEN json_extract(body, '$.on') <= ?3 END",
    )?
    .execute(params![name_of_day(heading), ASK_AGAIN, stored_day(today)])?;
    Ok(())
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
