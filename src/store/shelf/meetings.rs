//! Hours of supervision, and what is on the list for the next one.
//!
//! An hour points to the entries it brings and copies nothing of them. Which entries were taken to
//! an hour is noted beside them, so that the list is read from an index and stays short. One that is
//! flagged anew after that hour is on the list again: it is wanted for the next.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params};
use serde::Deserialize;

use super::super::entries::before_this;
use super::super::looking::at_most;
use super::super::row::{id, readable, stored_day};
use super::super::{Store, StoreError, drafts};
use super::{MEETING, Thing};
use crate::domain::{Ends, Entry, Form, FormKind, Id, Meeting, Subject, Supervision};

/// How many entries are asked for at once, at the least.
const AT_ONCE: usize = 20;

impl Store {
    /// The entries on the list for supervision, newest first: those flagged that were not taken to
    /// an hour yet. One that cannot be read is left out.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn flagged(&self, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let mut list = Vec::new();
        let mut before = before_this(None);
        while list.len() < limit {
            let wanted = AT_ONCE.max(limit);
            let places = self.read(|conn| to_bring(conn, &before, wanted))?;
            for (finished_at, id) in &places {
                match self.entry(*id) {
                    Ok(entry) => list.extend(entry),
                    Err(StoreError::Unreadable { .. } | StoreError::Damaged { .. }) => {}
                    Err(why) => return Err(why),
                }
                before = (*finished_at, id.to_string());
                if list.len() == limit {
                    return Ok(list);
                }
            }
            if places.len() < wanted {
                break;
            }
        }
        Ok(list)
    }

    /// Tells whether an entry is on the list for supervision.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn is_on_list(&self, id: Id) -> Result<bool, StoreError> {
        self.read(|conn| {
            Ok(conn
                .prepare_cached(
                    "SELECT 1 FROM entry WHERE id = ?1 AND deleted = 0 AND practice = 0
                       AND flagged = 1 AND taken = 0",
                )?
                .exists([id.to_string()])?)
        })
    }

    /// Every hour of supervision, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read. One that is damaged is left out.
    pub fn meetings(&self) -> Result<Vec<Meeting>, StoreError> {
        let mut meetings: Vec<Meeting> = self.on_shelf(MEETING)?;
        meetings.sort_by_key(|it| std::cmp::Reverse((it.on, it.begun, it.id)));
        Ok(meetings)
    }

    /// Keeps an hour, new or as it is now.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was, and what was typed is still a draft.
    pub fn keep_meeting(
        &mut self,
        meeting: &Meeting,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let thing = Thing::new(
            meeting.id.to_string(),
            MEETING,
            stored_day(meeting.on),
            meeting,
        )?;
        self.write(|tx| {
            thing.put(tx, at)?;
            note_brought(tx, meeting)?;
            drafts::end(tx, ends)
        })?;
        self.checkpoint_quietly();
        Ok(())
    }

    /// Takes an hour away, for good, with what is half-written about it. What it had brought is on
    /// the list again.
    ///
    /// # Errors
    /// [`StoreError`]; then it is there as it was.
    pub fn drop_meeting(&mut self, id: Id) -> Result<(), StoreError> {
        self.write(|tx| {
            let brought = brought(tx, id)?;
            let name = id.to_string();
            tx.prepare_cached("DELETE FROM brought WHERE meeting = ?1")?
                .execute([&name])?;
            tx.prepare_cached("DELETE FROM shelf WHERE id = ?1 AND kind = ?2")?
                .execute([name.as_str(), MEETING])?;
            note_taken(tx, &brought)?;
            // A form of another kind may be about something else with the same id.
            for kind in [FormKind::Meeting, FormKind::Agreed] {
                drafts::forget(tx, Subject::Form(Form { kind, of: Some(id) }))?;
            }
            Ok(())
        })?;
        // It is gone; what the engine wrote on the way goes with the next checkpoint at the latest.
        let _ = self.empty_the_wal();
        Ok(())
    }
}

fn to_bring(
    conn: &Connection,
    before: &(i64, String),
    limit: usize,
) -> Result<Vec<(i64, Id)>, StoreError> {
    let mut page = conn.prepare_cached(
        "SELECT finished_at, id FROM entry INDEXED BY entry_to_bring
         WHERE deleted = 0 AND practice = 0 AND flagged = 1 AND taken = 0
           AND (finished_at, id) < (?1, ?2)
         ORDER BY finished_at DESC, id DESC LIMIT ?3",
    )?;
    let rows = page.query_map(params![before.0, before.1, at_most(limit)], |row| {
        Ok((row.get(0)?, id(row, 1)?))
    })?;
    Ok(readable(rows).collect::<Result<_, _>>()?)
}

/// Notes which entries an hour brings, and whether it was taken.
fn note_brought(conn: &Connection, meeting: &Meeting) -> Result<(), StoreError> {
    let mut changed = brought(conn, meeting.id)?;
    let name = meeting.id.to_string();
    conn.prepare_cached("DELETE FROM brought WHERE meeting = ?1")?
        .execute([&name])?;
    // One that was erased meanwhile is pointed to by nothing.
    let mut insert = conn.prepare_cached(
        "INSERT OR IGNORE INTO brought (entry, meeting, taken)
         SELECT id, ?2, ?3 FROM entry WHERE id = ?1",
    )?;
    for entry in meeting.brought.iter().filter_map(|it| it.entry) {
        let entry = entry.to_string();
        insert.execute(params![entry, name, meeting.taken.is_some()])?;
        changed.insert(entry);
    }
    note_taken(conn, &changed)
}

/// The entries an hour brings.
fn brought(conn: &Connection, meeting: Id) -> Result<BTreeSet<String>, StoreError> {
    let mut brought = conn.prepare_cached("SELECT entry FROM brought WHERE meeting = ?1")?;
    let rows = brought.query_map([meeting.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Notes beside these entries whether they were taken to any hour since they were flagged.
fn note_taken(conn: &Connection, entries: &BTreeSet<String>) -> Result<(), StoreError> {
    for entry in entries {
        note_anew(conn, entry)?;
    }
    Ok(())
}

/// The same for one entry, as when its words have changed.
pub(in crate::store) fn note_anew(conn: &Connection, entry: &str) -> Result<(), StoreError> {
    let is_taken = match hours_of(conn, entry)?.into_iter().max() {
        None => false,
        Some(last) => flagged_at(conn, entry)?.is_none_or(|flagged| flagged <= last),
    };
    conn.prepare_cached("UPDATE entry SET taken = ?2 WHERE id = ?1")?
        .execute(params![entry, is_taken])?;
    Ok(())
}

/// When each hour was taken that an entry was brought to, in UTC milliseconds. One that cannot be read took it for good:
/// what was brought is not to come up again because of a damaged row.
fn hours_of(conn: &Connection, entry: &str) -> Result<Vec<i64>, StoreError> {
    let mut hours = conn.prepare_cached(
        "SELECT shelf.body FROM brought JOIN shelf ON shelf.id = brought.meeting
         WHERE brought.entry = ?1 AND brought.taken = 1",
    )?;
    let mut rows = hours.query([entry])?;
    let mut taken = Vec::new();
    while let Some(row) = rows.next()? {
        let body = row.get_ref(0)?.as_bytes().map_err(rusqlite::Error::from)?;
        let hour: Option<Meeting> = serde_json::from_slice(body).ok();
        let at = hour.and_then(|hour| hour.taken);
        taken.push(at.map_or(i64::MAX, |at| at.timestamp_millis()));
    }
    Ok(taken)
}

/// When an entry came to be flagged as it is now: since then it was always flagged, with the same
/// line for the hour. `None` when it is not flagged.
fn flagged_at(conn: &Connection, entry: &str) -> Result<Option<i64>, StoreError> {
    let mut revisions = conn.prepare_cached(
        "SELECT at, body FROM revision WHERE entry = ?1 AND deleted = 0 ORDER BY row DESC",
    )?;
    let mut rows = revisions.query([entry])?;
    let (mut since, mut line) = (None, None);
    while let Some(row) = rows.next()? {
        let body = row.get_ref(1)?.as_bytes().map_err(rusqlite::Error::from)?;
        // One that cannot be read says nothing of it.
        let Ok(Flag { supervision }) = serde_json::from_slice(body) else {
            continue;
        };
        let is_same = line.as_ref().is_none_or(|line| *line == supervision.note);
        if !supervision.bring || !is_same {
            break;
        }
        since = Some(row.get(0)?);
        line = Some(supervision.note);
    }
    Ok(since)
}

/// What of an entry says whether it is flagged.
#[derive(Deserialize)]
struct Flag {
    supervision: Supervision,
}

#[cfg(test)]
mod tests {
    use super::super::super::Store;
    use super::super::super::proofs::kit::{at, entry, hour, id, walk};
    use crate::domain::{Entry, Meeting};

    fn flagged(bring: bool, note: &str) -> Entry {
        let mut entry = entry(1, "tea");
        entry.supervision.bring = bring;
        entry.supervision.note = note.into();
        entry
    }

    fn taken(minute: i64) -> Meeting {
        Meeting {
            taken: Some(at(minute)),
            ..hour(0, &[1], "a fresh line")
        }
    }

    fn is_on_list(store: &Store) -> bool {
        let is_listed = store.flagged(9).unwrap().len() == 1;
        assert_eq!(store.is_on_list(id(1)).unwrap(), is_listed);
        is_listed
    }

    #[test]
    fn what_is_flagged_after_its_hour_is_on_the_list_again() {
        let mut store = Store::in_memory().unwrap();
        store.finish(&walk(flagged(true, "")), at(1)).unwrap();
        store.keep_meeting(&taken(10), None, at(10)).unwrap();
        assert!(!is_on_list(&store));
        // Another change of the entry is no wish for another hour.
        let mut changed = flagged(true, "");
        changed.stand_by = "I stayed".into();
        store.revise(&changed, None, at(11)).unwrap();
        assert!(!is_on_list(&store));
        store.revise(&flagged(false, ""), None, at(20)).unwrap();
        assert!(!is_on_list(&store));
        store.revise(&flagged(true, ""), None, at(21)).unwrap();
        assert!(is_on_list(&store));
        // What was agreed in the old hour can be written up, and the list stays.
        let mut agreed = taken(10);
        agreed.agreed = "to ask the lead".into();
        store.keep_meeting(&agreed, None, at(22)).unwrap();
        assert!(is_on_list(&store));
        let next = Meeting {
            taken: Some(at(30)),
            ..hour(1, &[1], "another line")
        };
        store.keep_meeting(&next, None, at(30)).unwrap();
        assert!(!is_on_list(&store));
        store
            .revise(&flagged(true, "a new line"), None, at(31))
            .unwrap();
        assert!(is_on_list(&store), "a new line for the hour is a new wish");
        store.delete(id(1), at(32)).unwrap();
        store.bring_back(id(1), at(33)).unwrap();
        assert!(is_on_list(&store));
    }

    #[test]
    fn what_was_brought_before_it_was_ever_flagged_comes_up_once_it_is() {
        let mut store = Store::in_memory().unwrap();
        store.finish(&walk(flagged(false, "")), at(1)).unwrap();
        store.keep_meeting(&taken(10), None, at(10)).unwrap();
        store.revise(&flagged(true, ""), None, at(20)).unwrap();
        assert!(is_on_list(&store));
        // Brought back as it was, it is where it was.
        store.delete(id(1), at(21)).unwrap();
        store.bring_back(id(1), at(22)).unwrap();
        assert!(is_on_list(&store));
    }
}
