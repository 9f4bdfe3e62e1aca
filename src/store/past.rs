//! What a new walk needs to know of the entries before it.
//!
//! Practice has no part in it. Where an intention stands follows from what was said about it
//! (`said.rs`): so a deleted walk takes its say with it, and brings it back. Only whether it is held
//! is noted beside it, so that those that are not cost nothing (`carries::settle`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row};

use super::row::{carry, day, says_nothing};
use super::{Store, StoreError, said};
use crate::domain::{CarryForward, CarryState, HeadingId, ItemId, Past};

impl Store {
    /// The last day of each heading and item, and the newest intention that is still held.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn past(&self) -> Result<Past, StoreError> {
        self.read(|conn| {
            let (mut visited, mut asked) = (BTreeMap::new(), BTreeMap::new());
            for (heading, item, on) in last_days(conn)? {
                later(&mut visited, HeadingId::new(heading), on);
                later(&mut asked, ItemId::new(item), on);
            }
            let carry = newest_held(conn)?;
            Ok(Past {
                visited,
                asked,
                carry,
            })
        })
    }
}

/// The last day each heading was answered for real.
pub(super) fn last_day_of_each_heading(
    conn: &Connection,
) -> Result<BTreeMap<HeadingId, NaiveDate>, StoreError> {
    let mut days = BTreeMap::new();
    for (heading, _, on) in last_days(conn)? {
        later(&mut days, HeadingId::new(heading), on);
    }
    Ok(days)
}

/// Notes a day, unless a later one is known.
pub(super) fn later<K: Ord>(days: &mut BTreeMap<K, NaiveDate>, key: K, on: NaiveDate) {
    let day = days.entry(key).or_insert(on);
    *day = on.max(*day);
}

/// The last day of each pair of heading and item.
///
/// Counting over all answers takes 13 ms after ten years. In the index the last day of a pair
/// stands last, so one look a pair is enough.
fn last_days(conn: &Connection) -> Result<Vec<(String, String, NaiveDate)>, StoreError> {
    let pairs = all_pairs(conn)?.into_iter();
    // A day that is none costs its pair, and not the rest.
    Ok(pairs
        .filter_map(|(heading, item, on)| Some((heading, item, on?)))
        .collect())
}

/// Every heading and item that was ever answered.
pub(super) fn pairs(conn: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let pairs = all_pairs(conn)?.into_iter();
    Ok(pairs.map(|(heading, item, _)| (heading, item)).collect())
}

/// A heading, an item, and the last day they were answered.
type Pair = (String, String, Option<NaiveDate>);

fn all_pairs(conn: &Connection) -> Result<Vec<Pair>, StoreError> {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, day(row, 2).ok()));
    let mut found = conn
        .prepare_cached(
            "SELECT heading, item, day FROM answer WHERE practice = 0
             ORDER BY item DESC, heading DESC, day DESC LIMIT 1",
        )?
        .query_row([], read)
        .optional()?;
    // Asked as one question, "before this pair", the index is used for the item only.
    let mut same_item = conn.prepare_cached(
        "SELECT heading, item, day FROM answer WHERE practice = 0 AND item = ?1 AND heading < ?2
         ORDER BY heading DESC, day DESC LIMIT 1",
    )?;
    let mut next_item = conn.prepare_cached(
        "SELECT heading, item, day FROM answer WHERE practice = 0 AND item < ?1
         ORDER BY item DESC, heading DESC, day DESC LIMIT 1",
    )?;
    let mut all: Vec<Pair> = Vec::new();
    while let Some((heading, item, on)) = found {
        found = same_item.query_row([&item, &heading], read).optional()?;
        if found.is_none() {
            found = next_item.query_row([&item], read).optional()?;
        }
        all.push((heading, item, on));
    }
    Ok(all)
}

fn newest_held(conn: &Connection) -> Result<Option<CarryForward>, StoreError> {
    // Crossed, so that it goes through those that are held from the newest on and stops early. What
    // was noted is told once more all the same: a line that is damaged since may say nothing now.
    let mut carries = conn.prepare_cached(
        "SELECT carry.entry, carry.words, carry.made, carry.made_offset
         FROM carry INDEXED BY carry_held CROSS JOIN entry ON entry.id = carry.entry
         WHERE carry.held = 1 AND entry.deleted = 0 AND entry.practice = 0
         ORDER BY carry.made DESC, carry.entry DESC",
    )?;
    let mut rows = carries.query([])?;
    while let Some(row) = rows.next()? {
        let carry = match carry(row) {
            Err(why) if says_nothing(&why) => continue,
            carry => carry?,
        };
        let told = said::told(&carry, &said::everything(conn, carry.entry)?);
        if told.state == CarryState::Held {
            return Ok(Some(told));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::proofs::kit::{at, entry, id, walk};
    use crate::domain::{
        CarryAnswer, CarryForward, CarryState, Finished, HeadingId, ItemId, LastTime,
    };

    fn carrying(number: u32, words: &str) -> Finished {
        let mut entry = entry(number, "tea");
        entry.next_time = words.into();
        Finished {
            carries: true,
            ..walk(entry)
        }
    }

    fn saying(number: u32, of: u32, answer: Option<CarryAnswer>) -> Finished {
        Finished {
            last: Some(LastTime {
                of: id(of),
                answer,
                line: answer.map_or_else(String::new, |_| format!("line {number}")),
            }),
            ..walk(entry(number, "tea"))
        }
    }

    fn finish(store: &mut Store, finished: &Finished) {
        store.finish(finished, finished.entry.finished_at).unwrap();
    }

    fn held(store: &Store) -> Option<CarryForward> {
        // What is noted is what was said.
        for it in store.carried(None, 999).unwrap() {
            let noted = "SELECT held FROM carry WHERE entry = ?1";
            let of = it.carry.entry.to_string();
            let noted: bool = store.conn.query_row(noted, [of], |row| row.get(0)).unwrap();
            assert_eq!(noted, it.carry.state == CarryState::Held, "{it:?}");
        }
        store.past().unwrap().carry
    }

    #[test]
    fn practice_has_no_part_in_the_past() {
        let mut store = Store::in_memory().unwrap();
        let mut practice = carrying(1, "If asked, wait");
        practice.entry.practice = true;
        finish(&mut store, &practice);
        assert_eq!(store.past().unwrap(), crate::domain::Past::default());
        finish(&mut store, &carrying(2, "If asked, wait"));
        let mut said = saying(3, 2, Some(CarryAnswer::TriedIt));
        said.entry.practice = true;
        finish(&mut store, &said);
        let past = store.past().unwrap();
        assert_eq!(past.visited[&HeadingId::new("MUT")], at(2).date_naive());
        assert_eq!(past.asked[&ItemId::new("MUT1")], at(2).date_naive());
        assert_eq!(past.carry.unwrap().state, CarryState::Held);
    }

    #[test]
    fn each_heading_and_item_has_its_last_day() {
        let mut store = Store::in_memory().unwrap();
        let mut days = std::collections::BTreeMap::new();
        for number in 0..60_u32 {
            let mut walked = entry(number, "tea");
            walked.on = at(i64::from(number * 7919 % 100) * 1440).date_naive();
            let item = ItemId::new(format!("IT{}", number % 7));
            walked.answers[0].item = item.clone();
            // An item that another pack puts under another heading.
            walked.answers[0].heading = HeadingId::new(format!("H{}", number % 3));
            let last = days.entry(item).or_insert(walked.on);
            *last = walked.on.max(*last);
            finish(&mut store, &walk(walked));
        }
        let past = store.past().unwrap();
        assert_eq!(past.asked, days);
        assert_eq!(past.visited.len(), 3);
        assert_eq!(past.visited.values().max(), days.values().max());
    }

    #[test]
    fn the_newest_that_is_held_is_asked_about() {
        let mut store = Store::in_memory().unwrap();
        finish(&mut store, &carrying(1, "older"));
        finish(&mut store, &carrying(2, "newer"));
        assert_eq!(held(&store).unwrap().words, "newer");
        finish(&mut store, &saying(3, 2, Some(CarryAnswer::LetItRest)));
        assert_eq!(held(&store).unwrap().words, "older");
        finish(&mut store, &saying(4, 1, Some(CarryAnswer::StillHolding)));
        for number in 5..7 {
            finish(&mut store, &saying(number, 1, None));
        }
        let older = held(&store).unwrap();
        assert_eq!((older.unanswered, older.line.as_str()), (2, "line 4"));
        finish(&mut store, &saying(7, 1, None));
        assert_eq!(held(&store), None);
        // A walk that is deleted takes its say with it, and brings it back.
        store.delete(id(3), at(90)).unwrap();
        assert_eq!(held(&store).unwrap().words, "newer");
        store.delete(id(2), at(91)).unwrap();
        assert_eq!(held(&store), None);
        store.bring_back(id(2), at(92)).unwrap();
        store.bring_back(id(3), at(93)).unwrap();
        assert_eq!(held(&store), None);
    }

    #[test]
    fn whatever_is_said_or_taken_back_it_is_noted_what_is_held() {
        let mut store = Store::in_memory().unwrap();
        for number in 1..4 {
            finish(&mut store, &carrying(number, "If asked, wait"));
        }
        finish(&mut store, &saying(5, 3, Some(CarryAnswer::TriedIt)));
        finish(&mut store, &saying(6, 2, Some(CarryAnswer::LetItRest)));
        assert_eq!(held(&store).unwrap().entry, id(1));
        let again = LastTime {
            of: id(2),
            answer: Some(CarryAnswer::StillHolding),
            line: String::new(),
        };
        store.hear(&again, None, at(50)).unwrap();
        assert_eq!(held(&store).unwrap().entry, id(2));
        // A walk that becomes practice says nothing any more.
        let mut practice = store.entry(id(5)).unwrap().unwrap();
        practice.practice = true;
        store.revise(&practice, None, at(51)).unwrap();
        assert_eq!(held(&store).unwrap().entry, id(3));
        practice.practice = false;
        store.revise(&practice, None, at(52)).unwrap();
        assert_eq!(held(&store).unwrap().entry, id(2));
        // Nor does one that was erased.
        store.forget(&[id(5)]).unwrap();
        assert_eq!(held(&store).unwrap().entry, id(3));
        // Taken out of its entry and put there again, an intention stands where it stood.
        finish(&mut store, &saying(7, 3, Some(CarryAnswer::TriedIt)));
        let whole = store.entry(id(3)).unwrap().unwrap();
        let mut without = whole.clone();
        without.next_time = String::new();
        store.revise(&without, None, at(53)).unwrap();
        store.revise(&whole, None, at(54)).unwrap();
        assert_eq!(held(&store).unwrap().entry, id(2));
    }
}
