//! Whom the worker said they would tell.
//!
//! Asked about at most twice: a third time would be nagging (`content.md` §6.2).

use rusqlite::params;

use super::row::waiting;
use super::{Store, StoreError};
use crate::domain::{Id, Waiting, WaitingAnswer};

/// How often a plan is asked about before it goes by itself.
const ASKED_AT_MOST: u8 = 2;

impl Store {
    /// What is still waiting, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn waiting(&self) -> Result<Vec<Waiting>, StoreError> {
        self.read(|conn| {
            let mut plans = conn.prepare_cached(
                "SELECT waiting.entry, waiting.who, waiting.day, waiting.asked
                 FROM waiting JOIN entry ON entry.id = waiting.entry
                 WHERE entry.deleted = 0 AND waiting.asked < ?1
                   AND (waiting.answer IS NULL OR waiting.answer = ?2)
                 ORDER BY entry.finished_at, entry.id",
            )?;
            let rows =
                plans.query_map(params![ASKED_AT_MOST, WaitingAnswer::Later.id()], waiting)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Hears how it went. After the second "later" it is not asked about again.
    ///
    /// # Errors
    /// [`StoreError`]; then it waits as before.
    pub fn answer_waiting(&mut self, entry: Id, answer: WaitingAnswer) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.prepare_cached(
                "UPDATE waiting SET asked = min(asked + 1, ?3), answer = ?2 WHERE entry = ?1",
            )?
            .execute(params![entry.to_string(), answer.id(), ASKED_AT_MOST])?;
            Ok(())
        })
    }
}
