//! Making a backup, while the journal is written in.
//!
//! A job has a connection of its own that only reads, so it can be done by another thread, and a
//! save never waits for it. Whoever puts another file in the journal's place meanwhile is noticed:
//! a plain copy must not come to stand beside a journal that was just locked.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::super::{Key, Store, StoreError, connect};
use super::{Folders, copy, folder, folders, listed, name, remake, rotate};
use crate::domain::{Backup, BackupWhy};

/// The backup beside the journal, and the one in the second folder, or why there is none.
pub type BackedUp = (Backup, Option<Result<Backup, StoreError>>);

/// How often a copy is made anew because the journal was changed under it.
const TRIES: u32 = 3;

/// A backup that is still to be made.
#[derive(Clone, Debug)]
pub struct BackupJob {
    journal: PathBuf,
    key: Key,
    second: Option<PathBuf>,
    why: BackupWhy,
    at: DateTime<FixedOffset>,
}

impl Store {
    /// Makes a backup now, in the second folder too, and lets old ones go.
    ///
    /// # Errors
    /// [`StoreError`] when there is none beside the journal; a trouble of the second is inside.
    pub fn back_up(
        &self,
        second: Option<&Path>,
        why: BackupWhy,
        at: DateTime<FixedOffset>,
    ) -> Result<BackedUp, StoreError> {
        self.backup_job(second, why, at).run()
    }

    /// What another thread needs to make a backup.
    pub fn backup_job(
        &self,
        second: Option<&Path>,
        why: BackupWhy,
        at: DateTime<FixedOffset>,
    ) -> BackupJob {
        BackupJob {
            journal: self.path.clone(),
            key: self.key.clone(),
            second: second.map(Path::to_owned),
            why,
            at,
        }
    }

    /// Tells whether it is time for the day's own backup: there is something in the journal, it is
    /// not in the newest backup as it is, and none was made today. Beside a locked journal it is also
    /// time when a killed program left a copy there under another key: it goes with the next backup.
    /// What is made up needs none.
    pub fn backup_due(&self, at: DateTime<FixedOffset>) -> bool {
        let now = at.naive_local();
        let backups = listed(&super::beside_journal(&self.path));
        if self.is_erased() || self.is_made_up() {
            return false;
        }
        if self.is_locked() && self.is_any_left_over(&backups) {
            return true;
        }
        let mut daily = backups.iter().filter(|it| it.why == BackupWhy::Daily);
        if daily.any(|it| it.made.date() == now.date()) {
            return false;
        }
        let Ok(stands) = gist(&self.conn) else {
            return false;
        };
        // What is not whole, or not ours, is no backup of this.
        let kept = backups.first().and_then(|newest| {
            let conn = copy::open(&newest.path, &self.key).ok()?;
            gist(&conn).ok()
        });
        stands.is_some() && kept.flatten() != stands
    }

    /// Tells whether one of these does not have the journal's key, and is not to be spared.
    fn is_any_left_over(&self, backups: &[Backup]) -> bool {
        let spared = folder::spared(&self.conn).unwrap_or_default();
        let mut paths = backups.iter().map(|it| &it.path);
        paths.any(|it| !remake::fits(it, &self.key) && !remake::is_spared(it, &spared))
    }

    /// When the newest backup beside the journal was made.
    pub fn last_backup(&self) -> Option<NaiveDateTime> {
        let backups = listed(&super::beside_journal(&self.path));
        backups.first().map(|newest| newest.made)
    }
}

impl BackupJob {
    /// Makes the backup, in both folders, and lets old ones go.
    ///
    /// # Errors
    /// [`StoreError`] when there is none beside the journal; a trouble of the second is inside.
    pub fn run(&self) -> Result<BackedUp, StoreError> {
        let (made, folders) = self
            .copies()
            .map_err(|why| why.with_backup(|| super::newest(&self.journal)))?;
        self.tidy(&folders.here, &folders);
        if let (Some(Ok(second)), Some(Ok(_made))) = (&folders.second, &made.1) {
            self.tidy(second, &folders);
        }
        Ok(made)
    }

    /// Makes the backup in both folders, and leaves the others as they are.
    pub(super) fn copies(&self) -> Result<(BackedUp, Folders), StoreError> {
        let (here, folders) = self.copy_of_the_journal()?;
        let second = folders.second.clone().map(|second| {
            let second = second.map_err(StoreError::NoSecondFolder)?;
            self.copy_of_the_copy(&here, &second, &folders.whose)
        });
        Ok(((here, second), folders))
    }

    fn copy_of_the_journal(&self) -> Result<(Backup, Folders), StoreError> {
        let trouble = |why| connect::trouble(&self.journal, &self.key, why);
        for _again in 0..TRIES {
            let before = stamp(&self.journal);
            let conn = connect::to_read(&self.journal, &self.key).map_err(trouble)?;
            let folders = folders(&conn, &self.journal, self.second.as_deref())?;
            let erased = erasures(&conn)?;
            let made = self.copy(&conn, &folders.here, &folders.whose)?;
            let same_file = stamp(&self.journal) == before;
            if same_file && erasures(&conn)? == erased {
                return Ok((made, folders));
            }
            let _ = std::fs::remove_file(&made.path);
            if !same_file {
                break;
            }
        }
        Err(StoreError::BeingReplaced)
    }

    /// Copies into the second folder from the first copy: a slow stick does not hold up the journal.
    fn copy_of_the_copy(
        &self,
        copy: &Backup,
        second: &Path,
        whose: &str,
    ) -> Result<Backup, StoreError> {
        let conn = copy::open(&copy.path, &self.key)?;
        let made = self.copy(&conn, second, whose)?;
        if copy.path.exists() {
            return Ok(made);
        }
        let _ = std::fs::remove_file(&made.path);
        Err(StoreError::BeingReplaced)
    }

    fn copy(&self, conn: &Connection, folder: &Path, whose: &str) -> Result<Backup, StoreError> {
        let held = folder::make_alone(folder, whose)
            .map_err(|why| copy::no_backup(folder, copy::io_trouble(why)))?;
        if held.is_some() {
            folder::sweep(folder);
        }
        copy::make(conn, &self.key, folder, name::label(self.why), self.at)
    }

    /// Makes anew what is not under the journal's key, and lets go what is old. If it cannot be done
    /// now, it is done after the next backup.
    fn tidy(&self, folder: &Path, of: &Folders) {
        if let Ok(Some(_held)) = folder::make_alone(folder, &of.whose) {
            let _ = remake::sweep_keys(folder, &self.key, &of.spared);
            for old in rotate::to_go(&listed(folder), self.at.naive_local()) {
                let _ = std::fs::remove_file(old.path);
            }
        }
    }
}

/// Which file stands at a path. This opens nothing.
pub(in crate::store) fn stamp(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let it = std::fs::metadata(path).ok()?;
        Some((it.dev(), it.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// How often something was erased from the journal: a copy made meanwhile may still hold it.
fn erasures(conn: &Connection) -> Result<Option<String>, StoreError> {
    use rusqlite::OptionalExtension;
    let times = "SELECT value FROM setting WHERE name = 'erased'";
    Ok(conn.query_row(times, [], |row| row.get(0)).optional()?)
}

/// A digest of what changes whenever something does; `None` when the journal is empty.
fn gist(conn: &Connection) -> rusqlite::Result<Option<[u8; 32]>> {
    const PARTS: [&str; 6] = [
        "SELECT count(*) || ' entries' FROM entry",
        "SELECT rev FROM revision WHERE row = (SELECT max(row) FROM revision)",
        "SELECT subject || field || revision FROM draft ORDER BY subject, field",
        "SELECT line || ' ' || words FROM card WHERE words <> '' ORDER BY line",
        "SELECT entry || asked || coalesce(answer, '') FROM waiting ORDER BY entry",
        "SELECT count(*) || ' heard' FROM heard",
    ];
    let mut hash = Sha256::new();
    let mut rows_in_all = 0;
    for part in PARTS {
        let mut rows = conn.prepare(part)?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
            rows_in_all += 1;
        }
        hash.update([0xff]);
    }
    // Two of the parts are a count, and always there.
    Ok((rows_in_all > 2).then(|| hash.finalize().into()))
}
