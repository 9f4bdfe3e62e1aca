//! Intentions, and what the walks say about them.
//!
//! Both follow the words of the entries. What was said about an intention stays when the intention
//! itself is taken out of its entry, and is there again when it comes back.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params};

use super::row::{self, carry, readable, stored_time};
use super::{StoreError, said};
use crate::domain::{CarryAnswer, CarryState, Entry, Id, LastTime, Revisited};

/// Makes the intention of an entry what its words say now. Practice never makes one.
pub(super) fn follow(conn: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let name = entry.id.to_string();
    if entry.practice || entry.next_time.trim().is_empty() {
        conn.prepare_cached("DELETE FROM carry WHERE entry = ?1")?
            .execute([name])?;
        return Ok(());
    }
    let (made, offset) = stored_time(entry.finished_at);
    conn.prepare_cached(
        "INSERT INTO carry (entry, words, made, made_offset) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (entry) DO UPDATE SET words = excluded.words",
    )?
    .execute(params![name, entry.next_time, made, offset])?;
    settle(conn, entry.id)
}

/// Notes whether an intention is still held, after something was said about it or taken back.
pub(super) fn settle(conn: &Connection, of: Id) -> Result<(), StoreError> {
    let mut there =
        conn.prepare_cached("SELECT entry, words, made, made_offset FROM carry WHERE entry = ?1")?;
    let mut rows = readable(there.query_map([of.to_string()], carry)?);
    let Some(carry) = rows.next().transpose()? else {
        return Ok(());
    };
    let told = said::told(&carry, &said::everything(conn, of)?);
    conn.prepare_cached("UPDATE carry SET held = ?2 WHERE entry = ?1 AND held <> ?2")?
        .execute(params![of.to_string(), told.state == CarryState::Held])?;
    Ok(())
}

/// Settles every intention that an entry says something about: it has come, changed or gone.
pub(super) fn settle_all_of(conn: &Connection, entry: Id) -> Result<(), StoreError> {
    let mut said = conn.prepare_cached("SELECT carry FROM heard WHERE entry = ?1")?;
    let said = said.query_map([entry.to_string()], |heard| row::id(heard, 0))?;
    let said: Vec<Id> = readable(said).collect::<Result<_, _>>()?;
    said.into_iter().try_for_each(|of| settle(conn, of))
}

/// Keeps what a walk said about an intention from before.
pub(super) fn hear(
    conn: &Connection,
    entry: &Entry,
    last: &LastTime,
    at: DateTime<FixedOffset>,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO heard (carry, entry, answer, line, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (carry, entry) DO UPDATE SET answer = excluded.answer, line = excluded.line",
    )?
    .execute(params![
        last.of.to_string(),
        entry.id.to_string(),
        last.answer.map(CarryAnswer::id),
        last.line,
        stored_time(at).0,
    ])?;
    Ok(())
}

/// Makes what an entry says about an intention from before what it says now. A walk that was asked
/// and left it blank has no words of it in its entry; that it was asked stays.
pub(super) fn hear_anew(
    conn: &Connection,
    before: &Entry,
    now: &Entry,
    at: DateTime<FixedOffset>,
) -> Result<(), StoreError> {
    if before.last_time == now.last_time {
        return Ok(());
    }
    let blank = |of| LastTime {
        of,
        answer: None,
        line: String::new(),
    };
    if let Some(Revisited { of, .. }) = &before.last_time {
        hear(conn, now, &blank(*of), at)?;
    }
    if let Some(last) = &now.last_time {
        let last = LastTime {
            answer: last.answer,
            line: last.line.clone(),
            ..blank(last.of)
        };
        hear(conn, now, &last, at)?;
    }
    Ok(())
}
