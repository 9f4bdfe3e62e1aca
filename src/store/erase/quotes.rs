//! What other entries quote of one that is erased.
//!
//! An entry keeps the words of the intention it was asked about. When the one that made it is
//! erased, those words go, and what was said about them stays. Revisions are never changed, but
//! this is the one deed that is meant to undo what was written: so the revisions of such an entry
//! are written anew, in the same order, each with its own digest.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::super::revision::{WRITTEN, Written, body_of, verified};
use super::super::{StoreError, row};
use crate::domain::{Entry, Id};

/// Tells whether another entry quotes this one.
pub(super) fn is_quoted(conn: &Connection, id: Id) -> Result<bool, StoreError> {
    for other in those_that_name(conn, id)? {
        for (_, _, written) in revisions(conn, other)? {
            if written.is_some_and(|it| unquoted(&it, id).is_some()) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Takes away what other entries quote of this one.
pub(super) fn unquote(conn: &Connection, id: Id) -> Result<(), StoreError> {
    for other in those_that_name(conn, id)? {
        rewrite(conn, other, id)?;
    }
    Ok(())
}

/// The entries with a revision in which this id stands.
fn those_that_name(conn: &Connection, id: Id) -> Result<Vec<Id>, StoreError> {
    let mut named = conn.prepare_cached(
        "SELECT DISTINCT entry FROM revision WHERE instr(body, ?1) > 0 AND entry <> ?1",
    )?;
    let ids = named.query_map([id.to_string()], |each| row::id(each, 0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

type Kept = (i64, String, Option<Written>);

/// Every revision of an entry in the order they were written; `None` for a damaged one.
fn revisions(conn: &Connection, entry: Id) -> Result<Vec<Kept>, StoreError> {
    let mut all = conn.prepare_cached(&format!(
        "SELECT {WRITTEN}, revision.row FROM revision WHERE entry = ?1 ORDER BY row"
    ))?;
    let rows = all.query_map([entry.to_string()], |each| {
        Ok((each.get(9)?, each.get(8)?, verified(each)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The body without the quote, if there is one in it.
fn unquoted(written: &Written, id: Id) -> Option<String> {
    let mut entry: Entry = serde_json::from_str(&written.body).ok()?;
    let last = entry.last_time.as_mut().filter(|last| last.of == id)?;
    if last.words.is_empty() {
        return None;
    }
    last.words.clear();
    body_of(&entry).ok()
}

fn rewrite(conn: &Connection, entry: Id, id: Id) -> Result<(), StoreError> {
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for (row, rev, written) in revisions(conn, entry)? {
        // One that is damaged is left as it is: what it said cannot be told.
        let Some(mut written) = written else { continue };
        let body = unquoted(&written, id);
        let parent = written.parent.as_ref().and_then(|it| renamed.get(it));
        if body.is_none() && parent.is_none() {
            continue;
        }
        written.parent = parent.cloned().or(written.parent);
        written.body = body.unwrap_or(written.body);
        let digest = written.digest();
        let new = written.rev(&digest).to_string();
        conn.execute("DELETE FROM revision WHERE row = ?1", [row])?;
        conn.execute(
            "INSERT INTO revision (row, rev, entry, parent, device, at, utc_offset, deleted, body,
                                   digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                row,
                new,
                entry.to_string(),
                written.parent,
                written.device,
                written.at,
                written.offset,
                written.deleted,
                written.body,
                digest
            ],
        )?;
        renamed.insert(rev, new);
    }
    for (old, new) in renamed {
        conn.execute(
            "UPDATE entry SET head = ?2 WHERE id = ?3 AND head = ?1",
            params![old, new, entry.to_string()],
        )?;
    }
    Ok(())
}
