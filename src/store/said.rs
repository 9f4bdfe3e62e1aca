//! What was said about an intention: on the walks after it, and in the room where they are all kept.
//!
//! Where an intention stands is nowhere stored. It follows from what was said, in order.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Row, params};

use super::row::{became, id, readable, stored_time, time};
use super::{StoreError, digest};
use crate::domain::{CarryAnswer, CarryForward, HeardOnce, Id, LastTime};

/// Everything that was said about an intention, in order. Practice has no part in it.
pub(super) fn everything(conn: &Connection, of: Id) -> Result<Vec<HeardOnce>, StoreError> {
    let mut on_walks = conn.prepare_cached(
        "SELECT heard.answer, heard.line, heard.at, entry.finished_offset, heard.entry
         FROM heard JOIN entry ON entry.id = heard.entry
         WHERE heard.carry = ?1 AND entry.deleted = 0 AND entry.practice = 0
         ORDER BY heard.at, heard.entry",
    )?;
    let on_walks = on_walks.query_map([of.to_string()], |row| {
        Ok(HeardOnce {
            entry: Some(id(row, 4)?),
            ..heard(row)?
        })
    })?;
    let mut all: Vec<HeardOnce> = readable(on_walks).collect::<Result<_, _>>()?;
    let mut in_the_room =
        conn.prepare_cached(&format!("{SAID} WHERE carry = ?1 ORDER BY at, id"))?;
    let in_the_room = in_the_room.query_map([of.to_string()], |row| {
        let once = HeardOnce {
            said: Some(id(row, 4)?),
            ..heard(row)?
        };
        Ok(is_whole(row)?.then_some(once))
    })?;
    for once in readable(in_the_room) {
        all.extend(once?);
    }
    all.sort_by_key(|once| once.at);
    Ok(all)
}

/// The columns of what was said in the room; the first four as [`heard`] reads them.
const SAID: &str = "SELECT answer, line, at, utc_offset, id, carry, digest FROM said";

fn heard(row: &Row<'_>) -> rusqlite::Result<HeardOnce> {
    Ok(HeardOnce {
        answer: became(row, 0)?,
        line: row.get(1)?,
        at: time(row.get(2)?, row.get(3)?),
        entry: None,
        said: None,
    })
}

/// Tells whether what was said in the room is as it was written.
fn is_whole(row: &Row<'_>) -> rusqlite::Result<bool> {
    let answer: Option<String> = row.get(0)?;
    let (line, carry): (String, String) = (row.get(1)?, row.get(5)?);
    let written = digest_of(&carry, answer.as_deref(), &line, (row.get(2)?, row.get(3)?));
    Ok(row.get::<_, Vec<u8>>(6)? == written)
}

fn digest_of(carry: &str, answer: Option<&str>, line: &str, at: (i64, i32)) -> [u8; 32] {
    let (at, offset) = (at.0.to_string(), at.1.to_string());
    digest::of(&[carry, answer.unwrap_or(""), line, &at, &offset])
}

/// How many of the things said in the room are not as they were written.
pub(super) fn damaged(conn: &Connection) -> Result<usize, StoreError> {
    let mut all = conn.prepare(SAID)?;
    let mut rows = all.query([])?;
    let mut damaged = 0;
    while let Some(row) = rows.next()? {
        damaged += usize::from(!is_whole(row).unwrap_or(false));
    }
    Ok(damaged)
}

/// Keeps what was said in the room. The same said again in the same moment is one.
pub(super) fn keep(
    conn: &Connection,
    said: &LastTime,
    at: DateTime<FixedOffset>,
) -> Result<(), StoreError> {
    let carry = said.of.to_string();
    let answer = said.answer.map(CarryAnswer::id);
    let (at, offset) = stored_time(at);
    let digest = digest_of(&carry, answer, &said.line, (at, offset));
    // The time, and the beginning of the digest for chance, as a revision's.
    let mut chance = [0; 10];
    chance.copy_from_slice(&digest[..10]);
    let id = Id::at(u64::try_from(at).unwrap_or(0), &chance).to_string();
    conn.prepare_cached(
        "INSERT OR IGNORE INTO said (id, carry, answer, line, at, utc_offset, digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![id, carry, answer, said.line, at, offset, digest])?;
    Ok(())
}

/// Takes one of the things said in the room away, and tells which intention it was about.
pub(super) fn take_back(conn: &Connection, said: Id) -> Result<Option<Id>, StoreError> {
    let mut gone = conn.prepare_cached("DELETE FROM said WHERE id = ?1 RETURNING carry")?;
    let of = gone.query_map([said.to_string()], |row| id(row, 0))?;
    let of: Vec<Id> = of.collect::<Result<_, _>>()?;
    Ok(of.first().copied())
}

/// Tells an intention everything that was said about it.
pub(super) fn told(carry: &CarryForward, heard: &[HeardOnce]) -> CarryForward {
    let mut told = carry.clone();
    for once in heard {
        told.hear(&LastTime {
            of: told.entry,
            answer: once.answer,
            line: once.line.clone(),
        });
    }
    told
}
