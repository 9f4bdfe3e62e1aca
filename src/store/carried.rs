//! Every intention, with everything that was said about it.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params};

use super::row::{AFTER_EVERY_ID, carry, readable, stored_time};
use super::{Store, StoreError, carries, drafts, revise, said};
use crate::domain::{Carried, CarryForward, CarryPlace, Ends, Id, LastTime};

/// The page goes through the intentions in order, and stops early: it is crossed so that it does.
const HELD: &str = "SELECT carry.entry, carry.words, carry.made, carry.made_offset
    FROM carry INDEXED BY carry_held CROSS JOIN entry ON entry.id = carry.entry
    WHERE carry.held = 1 AND entry.deleted = 0 AND entry.practice = 0
      AND (carry.made, carry.entry) < (?1, ?2)
    ORDER BY carry.made DESC, carry.entry DESC";
const NOT_HELD: &str = "SELECT carry.entry, carry.words, carry.made, carry.made_offset
    FROM carry INDEXED BY carry_by_time CROSS JOIN entry ON entry.id = carry.entry
    WHERE carry.held = 0 AND entry.deleted = 0 AND entry.practice = 0
      AND (carry.made, carry.entry) < (?1, ?2)
    ORDER BY carry.made DESC, carry.entry DESC";
const ONE: &str = "SELECT carry.entry, carry.words, carry.made, carry.made_offset, carry.held
    FROM carry JOIN entry ON entry.id = carry.entry
    WHERE carry.entry = ?1 AND entry.deleted = 0 AND entry.practice = 0";

impl Store {
    /// A page of intentions after a place, or from the first on: those still held come before all
    /// the others, and of each the newest come first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn carried(
        &self,
        after: Option<CarryPlace>,
        limit: usize,
    ) -> Result<Vec<Carried>, StoreError> {
        let place = after.unwrap_or(CarryPlace::FIRST);
        self.read(|conn| {
            let mut page = Vec::new();
            if place.held {
                page.extend(section(conn, HELD, place.after, limit)?);
            }
            let after = place.after.filter(|_| !place.held);
            let left = limit.saturating_sub(page.len());
            let mut all = told(conn, page, true)?;
            if left > 0 {
                all.extend(told(conn, section(conn, NOT_HELD, after, left)?, false)?);
            }
            Ok(all)
        })
    }

    /// The intention of one entry.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn carried_by(&self, entry: Id) -> Result<Option<Carried>, StoreError> {
        self.read(|conn| {
            let mut one = conn.prepare_cached(ONE)?;
            let one = one.query_map([entry.to_string()], |row| Ok((carry(row)?, row.get(4)?)))?;
            let one: Option<(CarryForward, bool)> = readable(one).next().transpose()?;
            let Some((carry, held)) = one else {
                return Ok(None);
            };
            Ok(told(conn, vec![carry], held)?.pop())
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

    /// Takes back what was said in the room. Where it is gone already, nothing is changed.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was.
    pub fn unhear(&mut self, said: Id) -> Result<(), StoreError> {
        self.write(|tx| match said::take_back(tx, said)? {
            Some(of) => carries::settle(tx, of),
            None => Ok(()),
        })?;
        self.checkpoint_quietly();
        Ok(())
    }
}

/// The intentions after a place. Those that cannot be read do not count as a part of the page:
/// else it would be short, and what comes after it would never be shown.
fn section(
    conn: &Connection,
    sql: &str,
    after: Option<(DateTime<FixedOffset>, Id)>,
    limit: usize,
) -> Result<Vec<CarryForward>, StoreError> {
    let first = || (i64::MAX, AFTER_EVERY_ID.to_owned());
    let (made, entry) = after.map_or_else(first, |(made, entry)| {
        (stored_time(made).0, entry.to_string())
    });
    let mut page = conn.prepare_cached(sql)?;
    let rows = page.query_map(params![made, entry], carry)?;
    Ok(readable(rows).take(limit).collect::<Result<_, _>>()?)
}

/// The intentions with everything that was said about each.
fn told(
    conn: &Connection,
    page: Vec<CarryForward>,
    held: bool,
) -> Result<Vec<Carried>, StoreError> {
    let told = page.into_iter().map(|carry| {
        let heard = said::everything(conn, carry.entry)?;
        let carry = said::told(&carry, &heard);
        Ok(Carried { carry, heard, held })
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Store;
    use super::super::proofs::kit::{at, entry, id, walk};
    use crate::domain::{Carried, CarryAnswer, CarryPlace, CarryState, Finished, LastTime};

    fn carrying(number: u32) -> Finished {
        let mut entry = entry(number, "tea");
        entry.next_time = "If asked, wait".into();
        Finished {
            carries: true,
            ..walk(entry)
        }
    }

    fn saying(of: u32, answer: Option<CarryAnswer>, line: &str) -> LastTime {
        LastTime {
            of: id(of),
            answer,
            line: line.into(),
        }
    }

    #[derive(Clone, Debug)]
    enum Move {
        Hear(u32, Option<CarryAnswer>, bool),
        /// A walk that was asked and left it blank, or said it.
        Walk(u32, Option<CarryAnswer>),
        /// Takes back one of what was said so far.
        TakeBack(usize),
    }

    fn a_move() -> impl Strategy<Value = Move> {
        let answer = || prop::option::of(prop::sample::select(CarryAnswer::ALL));
        prop_oneof![
            4 => (0_u32..3, answer(), any::<bool>())
                .prop_map(|(of, answer, line)| Move::Hear(of, answer, line)),
            2 => (0_u32..3, answer()).prop_map(|(of, answer)| Move::Walk(of, answer)),
            3 => (0_usize..9).prop_map(Move::TakeBack),
        ]
    }

    /// What stands when only what was not taken back was ever said.
    fn replayed(said: &[(u32, LastTime)]) -> Store {
        let mut store = journal();
        for (minute, said) in said {
            say(&mut store, *minute, said);
        }
        store
    }

    fn journal() -> Store {
        let mut store = Store::in_memory().unwrap();
        for number in 0..3 {
            let finished = carrying(number);
            store.finish(&finished, finished.entry.finished_at).unwrap();
        }
        store
    }

    /// Says it in the room, or where the minute is odd, on a walk.
    fn say(store: &mut Store, minute: u32, said: &LastTime) {
        if minute.is_multiple_of(2) {
            return store.hear(said, None, at(minute.into())).unwrap();
        }
        let finished = Finished {
            last: Some(said.clone()),
            ..walk(entry(minute, "tea"))
        };
        store.finish(&finished, at(minute.into())).unwrap();
    }

    fn all(store: &Store) -> Vec<Carried> {
        store.carried(None, 99).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 40 } else { 400 }))]

        #[test]
        fn what_is_taken_back_was_never_said(moves in prop::collection::vec(a_move(), 0..14)) {
            let mut store = journal();
            let mut said: Vec<(u32, LastTime)> = Vec::new();
            for (number, a_move) in (50_u32..).step_by(2).zip(moves) {
                match a_move {
                    Move::Hear(of, answer, line) => {
                        let once = saying(of, answer, if line { "It was late" } else { "" });
                        say(&mut store, number, &once);
                        said.push((number, once));
                    }
                    Move::Walk(of, answer) => {
                        let once = saying(of, answer, "");
                        say(&mut store, number + 1, &once);
                        said.push((number + 1, once));
                    }
                    Move::TakeBack(which) => {
                        let all: Vec<_> = all(&store).into_iter().flat_map(|it| it.heard).collect();
                        let in_the_room: Vec<_> =
                            all.iter().filter_map(|once| Some((once.said?, once.at))).collect();
                        let Some((id, when)) = in_the_room.get(which).copied() else {
                            continue;
                        };
                        store.unhear(id).unwrap();
                        // A second time it is gone already.
                        store.unhear(id).unwrap();
                        said.retain(|(minute, _)| at((*minute).into()) != when);
                    }
                }
            }
            let replayed = replayed(&said);
            prop_assert_eq!(all(&store), all(&replayed));
            prop_assert_eq!(store.past().unwrap().carry, replayed.past().unwrap().carry);
            for it in all(&store) {
                prop_assert_eq!(it.held, it.carry.state == CarryState::Held);
                prop_assert_eq!(store.carried_by(it.carry.entry).unwrap(), Some(it));
            }
        }
    }

    #[test]
    fn those_held_come_first_over_all_pages() {
        let mut store = Store::in_memory().unwrap();
        for number in 0..9 {
            let finished = carrying(number);
            store.finish(&finished, finished.entry.finished_at).unwrap();
        }
        for number in [8, 7, 5, 1] {
            let rests = saying(number, Some(CarryAnswer::LetItRest), "");
            store
                .hear(&rests, None, at(60 + i64::from(number)))
                .unwrap();
        }
        let mut order = Vec::new();
        let mut after = None;
        loop {
            let page = store.carried(after, 2).unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.place());
            order.extend(page.into_iter().map(|it| it.carry.entry));
        }
        assert_eq!(order, [6, 4, 3, 2, 0, 8, 7, 5, 1].map(id));
        let rest = store.carried(Some(CarryPlace::AFTER_HELD), 2).unwrap();
        assert_eq!(
            rest.iter().map(|it| it.carry.entry).collect::<Vec<_>>(),
            [8, 7].map(id)
        );
        assert_eq!(store.carried_by(id(77)).unwrap(), None);
    }
}
