//! Which hours of supervision point to an entry that is erased.
//!
//! The line that was brought to the hour was written for the hour, and stays. Only the pointer goes,
//! so that nothing says any more that there was such an entry.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::super::{StoreError, shelf};
use crate::domain::{Id, Meeting};

/// Tells whether an hour points to one of these.
pub(super) fn are_any(conn: &Connection, ids: &BTreeSet<Id>) -> Result<bool, StoreError> {
    let meetings = shelf::every_meeting(conn)?;
    Ok(meetings.iter().any(|it| without(&it.body, ids).is_some()))
}

/// Takes every such pointer away.
pub(super) fn take_away(conn: &Connection, ids: &BTreeSet<Id>) -> Result<(), StoreError> {
    for mut meeting in shelf::every_meeting(conn)? {
        if let Some(body) = without(&meeting.body, ids) {
            meeting.rewrite(conn, body)?;
        }
    }
    Ok(())
}

/// The hour without its pointers to these, if it has any.
fn without(body: &str, ids: &BTreeSet<Id>) -> Option<String> {
    let mut meeting: Meeting = serde_json::from_str(body).ok()?;
    let is_gone = |entry: &Option<Id>| entry.is_some_and(|id| ids.contains(&id));
    if !meeting.brought.iter().any(|it| is_gone(&it.entry)) {
        return None;
    }
    for brought in &mut meeting.brought {
        brought.entry = brought.entry.filter(|id| !ids.contains(id));
    }
    serde_json::to_string(&meeting).ok()
}
