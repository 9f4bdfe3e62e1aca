//! Going back to a backup.
//!
//! What stands in the journal's place is never lost by it: a journal that can be read is backed up
//! first, and one that cannot is put aside under another name. The backup itself stays where it is.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::connect::{self, Form};
use super::locks::{self, Held, Hold, beside};
use super::migrate::{self, STEPS};
use super::swap::{Fresh, clear, sync_folder, take_the_name, with};
use super::{Key, Store, StoreError, WhyReadOnly, backup, holds, open};
use crate::domain::BackupWhy;

/// What the engine may have left beside a journal, in the order in which it is put aside.
const BESIDE: [&str; 3] = ["-wal", "-journal", "-shm"];

impl Store {
    /// Puts a backup in the journal's place, under the journal's key. What is there now is backed
    /// up first, or put aside if it is too damaged for that; the answer says where it is.
    ///
    /// # Errors
    /// [`StoreError::NotAlone`] when another window has the journal open, or what is wrong with the
    /// backup; then the journal is as it was.
    pub fn restore(
        &mut self,
        backup: &Path,
        backup_key: &Key,
        at: DateTime<FixedOffset>,
    ) -> Result<PathBuf, StoreError> {
        holds::must_be_another(&self.path, backup)?;
        let conn = holds::open_whole(backup, backup_key)?;
        must_be_readable(&conn)?;
        self.alone(|store| {
            let fresh = Fresh::of(&conn, &store.path, &store.key)?;
            let before = store.kept_before(at)?;
            // Making that backup may have met damage, and then the connection closes no log.
            let placed = store.renew().and_then(|()| store.put_in_place(fresh));
            if placed.is_err() && holds::must_be_another(&store.path, &before).is_err() {
                // A second name of the journal that stays in use is no copy of it.
                let _ = fs::remove_file(&before);
            }
            placed?;
            // The backup may be older than this program's form; it is itself the copy before.
            let from = connect::form(&store.conn)?.version;
            migrate::migrate(&mut store.conn, STEPS, from, |_, _| Ok(()))?;
            Ok(before)
        })
    }

    /// Keeps what is in the journal, by a backup or at least by a second name for the file.
    fn kept_before(&self, at: DateTime<FixedOffset>) -> Result<PathBuf, StoreError> {
        let made = backup::make(&self.conn, &self.path, &self.key, BackupWhy::Restore, at);
        match made {
            Ok(made) => Ok(made.path),
            Err(why @ StoreError::Damaged { .. }) => {
                self.note_damage(&why);
                let aside = free_name(&self.path, at);
                // Its words get into it when the log is emptied. This opens nothing.
                fs::hard_link(&self.path, &aside).map_err(|_no_links_here| why)?;
                Ok(aside)
            }
            Err(why) => Err(why),
        }
    }
}

/// Puts a backup in the place of a journal that cannot be opened, or is not there. It keeps its own
/// key. What stands there is put aside, and the answer says under which name.
///
/// # Errors
/// [`StoreError::NotAlone`] when another window has the journal open, or what is wrong with the
/// backup; then everything is as it was.
pub fn restore_unopened(
    journal: &Path,
    backup: &Path,
    backup_key: &Key,
    at: DateTime<FixedOffset>,
) -> Result<Option<PathBuf>, StoreError> {
    let journal = open::whole(journal);
    holds::must_be_another(&journal, backup)?;
    let conn = holds::open_whole(backup, backup_key)?;
    must_be_readable(&conn)?;
    let key = holds::fitting(backup, backup_key)?;
    if let Some(folder) = journal.parent() {
        let cannot = |source| StoreError::CannotMake {
            path: journal.clone(),
            source,
        };
        super::files::make_folder(folder).map_err(cannot)?;
    }
    let _held = hold_alone(&journal)?;
    let new = beside(&journal, "new");
    let placed = clear(&new)
        .map_err(unexpected)
        .and_then(|()| backup::vacuum_into(&conn, key, &new))
        .and_then(|()| {
            let here = backup::beside_journal(&journal);
            let folders = [Some(here.as_path()), backup.parent()];
            backup::spare(
                &new,
                key,
                &folders.into_iter().flatten().collect::<Vec<_>>(),
            )?;
            backup::prove(&new, key)
        })
        .and_then(|()| put_aside(&journal, at).map_err(unexpected))
        .and_then(|aside| {
            take_the_name(&new, &journal).map_err(unexpected)?;
            Ok(aside)
        });
    if placed.is_err() {
        let _ = clear(&new);
    }
    placed
}

/// Holds a journal that is not open, with everyone else shut out.
pub(super) fn hold_alone(journal: &Path) -> Result<Held, StoreError> {
    let (Hold::Ours(open), Hold::Ours(lock)) = (locks::share(journal), locks::take(journal)) else {
        return Err(StoreError::NotAlone);
    };
    let held = Held::new(open, lock);
    if held.be_alone() {
        return Ok(held);
    }
    Err(StoreError::NotAlone)
}

/// Refuses a backup that a newer program made: here it could not be read.
fn must_be_readable(backup: &Connection) -> Result<(), StoreError> {
    let Form { version, .. } = connect::form(backup)?;
    if version > migrate::newest(STEPS) {
        return Err(StoreError::ReadOnly(WhyReadOnly::Newer { version: None }));
    }
    Ok(())
}

/// Gives what stands in the journal's place another name as well. The journal's own name leads to
/// it until the new file takes it, so that no new journal can come about in between.
fn put_aside(journal: &Path, at: DateTime<FixedOffset>) -> std::io::Result<Option<PathBuf>> {
    let there = |ending: &str| with(journal, ending).exists();
    let has_words = fs::metadata(journal).is_ok_and(|it| it.len() > 0);
    if !has_words && !BESIDE.iter().any(|ending| there(ending)) {
        return Ok(None);
    }
    let aside = free_name(journal, at);
    for ending in BESIDE.iter().filter(|ending| there(ending)) {
        // Beside the new file an old log would read as damage.
        fs::rename(with(journal, ending), with(&aside, ending))?;
    }
    if journal.exists() && fs::hard_link(journal, &aside).is_err() {
        fs::rename(journal, &aside)?;
    }
    sync_folder(journal)?;
    Ok(Some(aside))
}

/// How the name of what was put aside goes on after the journal's, before the time.
pub(super) const PUT_ASIDE: &str = "put-aside-";

fn free_name(journal: &Path, at: DateTime<FixedOffset>) -> PathBuf {
    let time = at.format("%Y-%m-%d-%H%M%S");
    let first = beside(journal, &format!("{PUT_ASIDE}{time}"));
    let is_free =
        |path: &PathBuf| !path.exists() && BESIDE.iter().all(|it| !with(path, it).exists());
    let mut names = std::iter::once(first.clone())
        .chain((2..1_000).map(|number| beside(journal, &format!("{PUT_ASIDE}{time}.{number}"))));
    names.find(is_free).unwrap_or(first)
}

fn unexpected(why: std::io::Error) -> StoreError {
    if why.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::NoRoom(why);
    }
    StoreError::Unexpected(Box::new(why))
}
