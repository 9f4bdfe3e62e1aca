//! What other entries quote of one that is erased.
//!
//! An entry keeps the words of the intention it was asked about. When the one that made it is
//! erased, those words go, and what was said about them stays. Revisions are never changed, but
//! this is the one deed that is meant to undo what was written: so the revisions of such an entry
//! are written anew, in the same order, each with its own digest.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::super::revision::{WRITTEN, Written, body_of, verified};
use super::super::{StoreError, row};
use crate::domain::{Entry, Id};

/// Tells whether another entry quotes one of these.
pub(super) fn is_any_quoted(conn: &Connection, ids: &BTreeSet<Id>) -> Result<bool, StoreError> {
    Ok(!those_that_quote(conn, ids)?.is_empty())
}

/// Takes away what other entries quote of these.
pub(super) fn unquote(conn: &Connection, ids: &BTreeSet<Id>) -> Result<(), StoreError> {
    for entry in those_that_quote(conn, ids)? {
        rewrite(conn, entry, ids)?;
    }
    Ok(())
}

/// The entries with a revision that quotes one of these. One look through all revisions is enough,
/// however many there are.
fn those_that_quote(conn: &Connection, ids: &BTreeSet<Id>) -> Result<BTreeSet<Id>, StoreError> {
    let mut quoting = conn.prepare_cached(
        "SELECT entry, body FROM revision WHERE instr(body, '\"last_time\":{') > 0",
    )?;
    let mut rows = quoting.query([])?;
    let mut found = BTreeSet::new();
    while let Some(each) = rows.next()? {
        let entry = row::id(each, 0)?;
        let body = each.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        if !ids.contains(&entry) && unquoted(body, ids).is_some() {
            found.insert(entry);
        }
    }
    Ok(found)
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
fn unquoted(body: &str, ids: &BTreeSet<Id>) -> Option<String> {
    let mut entry: Entry = serde_json::from_str(body).ok()?;
    let last = entry.last_time.as_mut();
    let last = last.filter(|last| ids.contains(&last.of))?;
    if last.words.is_empty() {
        return None;
    }
    last.words.clear();
    body_of(&entry).ok()
}

fn rewrite(conn: &Connection, entry: Id, ids: &BTreeSet<Id>) -> Result<(), StoreError> {
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for (row, rev, written) in revisions(conn, entry)? {
        // One that is damaged is left as it is: what it said cannot be told.
        let Some(mut written) = written else { continue };
        let body = unquoted(&written.body, ids);
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
