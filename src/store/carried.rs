//! Every intention, with everything that was said about it.

use chrono::{DateTime, FixedOffset};
use rusqlite::params;

use super::row::{AFTER_EVERY_ID, carry, readable};
use super::{Store, StoreError, carries, drafts, revise, said};
use crate::domain::{Carried, CarryForward, Ends, Id, LastTime};

impl Store {
    /// A page of intentions, newest first: those older than the one of this entry, or the newest.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn carried(&self, before: Option<Id>, limit: usize) -> Result<Vec<Carried>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|conn| {
            let (made, after) = match before {
                None => (i64::MAX, AFTER_EVERY_ID.to_owned()),
                // The intention itself may be gone since; its entry tells when it was made.
                Some(id) => {
                    let made = conn
                        .prepare_cached(
                            "SELECT coalesce((SELECT made FROM carry WHERE entry = ?1),
                                             (SELECT finished_at FROM entry WHERE id = ?1))",
                        )?
                        .query_row([id.to_string()], |row| row.get(0));
                    (made.unwrap_or(0), id.to_string())
                }
            };
            // Crossed, so that it goes through the intentions in order and stops early.
            let mut page = conn.prepare_cached(
                "SELECT carry.entry, carry.words, carry.made, carry.made_offset
                 FROM carry CROSS JOIN entry ON entry.id = carry.entry
                 WHERE entry.deleted = 0 AND entry.practice = 0
                   AND (carry.made, carry.entry) < (?1, ?2)
                 ORDER BY carry.made DESC, carry.entry DESC LIMIT ?3",
            )?;
            let rows = page.query_map(params![made, after, limit], carry)?;
            let page: Vec<CarryForward> = readable(rows).collect::<Result<_, _>>()?;
            page.iter()
                .map(|carry| {
                    let heard = said::everything(conn, carry.entry)?;
                    let carry = said::told(carry, &heard);
                    Ok(Carried { carry, heard })
                })
                .collect()
        })
    }

    /// Hears what became of an intention, said in the room itself and not on a walk.
    ///
    /// # Errors
    /// [`StoreError`]; then it stands where it stood.
    pub fn hear(
        &mut self,
        said: &LastTime,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        self.write(|tx| {
            revise::must_be_in_journal(tx, said.of)?;
            if said.answer.is_some() || !said.line.trim().is_empty() {
                said::keep(tx, said, at)?;
                carries::settle(tx, said.of)?;
            }
            drafts::end(tx, ends)
        })?;
        self.checkpoint_quietly();
        Ok(())
    }
}
