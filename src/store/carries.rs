//! Intentions, and what the walks say about them.
//!
//! Both follow the words of the entries. What was said about an intention stays when the intention
//! itself is taken out of its entry, and is there again when it comes back.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params};

use super::StoreError;
use super::row::stored_time;
use crate::domain::{CarryAnswer, Entry, LastTime, Revisited};

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
    Ok(())
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
