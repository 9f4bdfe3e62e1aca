//! What a new walk needs to know of the entries before it.
//!
//! Practice has no part in it. Where an intention stands is not stored but follows from what the
//! walks said about it: so a deleted walk takes its say with it, and brings it back.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::row::{carry, day, heard};
use super::{Store, StoreError};
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

fn later<K: Ord>(days: &mut BTreeMap<K, NaiveDate>, key: K, on: NaiveDate) {
    let day = days.entry(key).or_insert(on);
    *day = on.max(*day);
}

/// The last day of each pair of heading and item.
fn last_days(conn: &Connection) -> Result<Vec<(String, String, NaiveDate)>, StoreError> {
    let mut days = conn.prepare_cached(
        "SELECT heading, item, max(day) FROM answer WHERE practice = 0 GROUP BY item, heading",
    )?;
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, day(row, 2)?));
    Ok(days.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn newest_held(conn: &Connection) -> Result<Option<CarryForward>, StoreError> {
    let mut carries = conn.prepare_cached(
        "SELECT carry.entry, carry.words, carry.made, carry.made_offset
         FROM carry JOIN entry ON entry.id = carry.entry
         WHERE entry.deleted = 0 AND entry.practice = 0
         ORDER BY carry.made DESC, carry.entry DESC",
    )?;
    let mut rows = carries.query([])?;
    while let Some(row) = rows.next()? {
        let told = told(conn, carry(row)?)?;
        if told.state == CarryState::Held {
            return Ok(Some(told));
        }
    }
    Ok(None)
}

/// Tells an intention everything that was said about it, in order.
fn told(conn: &Connection, mut carry: CarryForward) -> Result<CarryForward, StoreError> {
    let mut said = conn.prepare_cached(
        "SELECT heard.answer, heard.line FROM heard JOIN entry ON entry.id = heard.entry
         WHERE heard.carry = ?1 AND entry.deleted = 0 AND entry.practice = 0
         ORDER BY heard.at, heard.entry",
    )?;
    let of = carry.entry;
    for last in said.query_map([of.to_string()], |row| heard(row, of))? {
        carry.hear(&last?);
    }
    Ok(carry)
}
