//! The row of an entry, which says when it was finished.
//!
//! The index gives rows in the order of their numbers without looking at the rest, so the number
//! must be in the order of the list. A second has sixteen numbers; whatever finds its own taken
//! has the next one that is free.

use rusqlite::{Connection, OptionalExtension, params};

use super::super::StoreError;

/// Numbers of a second, and milliseconds of a second, both divided by the same.
const NUMBERS: i64 = 2;
const MILLISECONDS: i64 = 125;

/// The number that a time in UTC milliseconds asks for.
pub(in crate::store) fn wanted(finished_at: i64) -> i64 {
    finished_at.saturating_mul(NUMBERS).div_euclid(MILLISECONDS)
}

/// The earliest time that asks for this number.
pub(super) fn time_of(row: i64) -> i64 {
    row.saturating_mul(MILLISECONDS).div_euclid(NUMBERS)
}

/// Gives an entry its row: the one it has, or where its time has changed, another. Its words go
/// with the old one, and are to be put in anew.
pub(in crate::store) fn of(
    conn: &Connection,
    id: &str,
    finished_at: i64,
) -> Result<i64, StoreError> {
    let there: Option<(i64, i64)> = conn
        .prepare_cached("SELECT row, finished_at FROM entry WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match there {
        None => free(conn, finished_at),
        Some((row, at)) if at == finished_at => Ok(row),
        Some((row, _)) => {
            let place = free(conn, finished_at)?;
            conn.prepare_cached("DELETE FROM words WHERE row = ?1")?
                .execute([row])?;
            conn.prepare_cached("UPDATE entry SET row = ?2 WHERE id = ?1")?
                .execute(params![id, place])?;
            Ok(place)
        }
    }
}

fn free(conn: &Connection, finished_at: i64) -> Result<i64, StoreError> {
    let mut place = wanted(finished_at);
    let mut taken = conn.prepare_cached("SELECT row FROM entry WHERE row >= ?1 ORDER BY row")?;
    let mut rows = taken.query([place])?;
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(0)? != place {
            break;
        }
        place += 1;
    }
    Ok(place)
}
