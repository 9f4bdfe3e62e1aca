//! Whom the worker said they would tell.
//!
//! Asked about at most twice: a third time would be nagging (`content.md` §6.2).

use rusqlite::params;

use super::row::{readable, waiting};
use super::{Store, StoreError};
use crate::domain::{Id, Waiting, WaitingAnswer};

/// How often a plan is asked about before it goes by itself.
const ASKED_AT_MOST: u8 = 2;

impl Store {
    /// What is still waiting, the oldest first. Nobody waits because of practice.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn waiting(&self) -> Result<Vec<Waiting>, StoreError> {
        self.read(|conn| {
            // Crossed, so that the few plans are gone through and not all the entries.
            let mut plans = conn.prepare_cached(
                "SELECT waiting.entry, waiting.who, waiting.day, waiting.asked
                 FROM waiting CROSS JOIN entry ON entry.id = waiting.entry
                 WHERE entry.deleted = 0 AND entry.practice = 0 AND waiting.asked < ?1
                   AND (waiting.answer IS NULL OR waiting.answer = ?2)
                 ORDER BY entry.finished_at, entry.id",
            )?;
            let rows =
                plans.query_map(params![ASKED_AT_MOST, WaitingAnswer::Later.id()], waiting)?;
            Ok(readable(rows).collect::<Result<_, _>>()?)
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

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::proofs::kit::{at, entry, id, walk};
    use crate::domain::{Finished, WaitingAnswer};

    fn with_plans(count: u32) -> Store {
        let mut store = Store::in_memory().unwrap();
        for number in 0..count {
            let finished = Finished {
                tell: Some(format!("person {number}")),
                ..walk(entry(number, "tea"))
            };
            store.finish(&finished, at(0)).unwrap();
        }
        store
    }

    #[test]
    fn a_plan_is_asked_about_at_most_twice() {
        let mut store = with_plans(1);
        let answer = |store: &mut Store, answer| store.answer_waiting(id(0), answer).unwrap();
        assert_eq!(store.waiting().unwrap()[0].asked, 0);
        answer(&mut store, WaitingAnswer::Later);
        assert_eq!(store.waiting().unwrap()[0].asked, 1);
        answer(&mut store, WaitingAnswer::Later);
        assert_eq!(store.waiting().unwrap(), vec![]);
    }

    #[test]
    fn what_is_done_dropped_or_deleted_waits_no_more() {
        let mut store = with_plans(4);
        store.answer_waiting(id(0), WaitingAnswer::Done).unwrap();
        store.answer_waiting(id(1), WaitingAnswer::Drop).unwrap();
        store.delete(id(2), at(9)).unwrap();
        let waiting = store.waiting().unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!(
            (waiting[0].entry, waiting[0].who.as_str()),
            (id(3), "person 3")
        );
        store.bring_back(id(2), at(10)).unwrap();
        assert_eq!(store.waiting().unwrap().len(), 2);
    }
}
