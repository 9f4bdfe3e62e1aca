//! Copies of the journal: where they are, and which there are.
//!
//! They stand in `NAME.backups/` beside the journal, and in a second folder if the person named
//! one: one disk is one disk. A copy has the journal's own key, so that the passphrase alone opens
//! it; no plain copy is left beside a locked journal. What bears the name of a backup is proven.

mod copy;
mod folder;
mod job;
mod name;
mod remake;
mod rotate;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

pub use job::{BackedUp, BackupJob};

pub(super) use copy::{is_whole, open, prove, vacuum_into};
pub(super) use folder::{Folders, MARKER, folders, folders_unopened, second_of};
pub(super) use job::stamp;
pub(super) use name::put_aside_at;
pub(super) use remake::{a_good_one_stands, fits, replace};

use super::locks::beside;
use super::{Key, StoreError};
use crate::domain::Backup;

/// The backups in a folder, newest first. Files that bear no name of ours are passed over.
pub(super) fn listed(folder: &Path) -> Vec<Backup> {
    let mut found: Vec<Backup> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|file| name::read(&file.ok()?.path()))
        .collect();
    found.sort_by(|one, other| (other.made, &other.path).cmp(&(one.made, &one.path)));
    found
}

/// The folder of backups beside a journal.
pub(super) fn beside_journal(journal: &Path) -> PathBuf {
    beside(journal, "backups")
}

/// The newest backup beside a journal.
pub(super) fn newest(journal: &Path) -> Option<PathBuf> {
    let newest = listed(&beside_journal(journal)).into_iter().next();
    newest.map(|backup| backup.path)
}

/// Makes the copy that comes before a change of form.
pub(super) fn before_form(
    conn: &Connection,
    journal: &Path,
    form: u32,
    key: &Key,
    at: DateTime<FixedOffset>,
) -> Result<Backup, StoreError> {
    let label = format!("{}{form}", name::BEFORE_FORM);
    copy::make(conn, key, &beside_journal(journal), &label, at)
}

/// Makes a copy in the folder beside the journal.
pub(super) fn make(
    conn: &Connection,
    journal: &Path,
    key: &Key,
    why: crate::domain::BackupWhy,
    at: DateTime<FixedOffset>,
) -> Result<Backup, StoreError> {
    copy::make(conn, key, &beside_journal(journal), name::label(why), at)
}
