//! Making the backups anew after the journal's key has changed.
//!
//! An old passphrase must not open an old backup, and no plain copy may stand beside a locked
//! journal. But a backup is only ever removed when a good one under the journal's key stands in
//! the same folder. A program killed in the midst leaves the rest for the next backup to do.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::super::swap::{clear, prove, sync_folder, write_copy};
use super::super::{Key, Seal, Store, StoreError};
use super::{copy, folder, folders, listed};
use crate::domain::{Backup, BackupWhy, Remade};

impl Store {
    /// Makes every backup that opened with the old key anew under the journal's, in both folders.
    /// The rest is removed once a good one stands there.
    ///
    /// # Errors
    /// [`StoreError`] when no good backup could be made at all; then none was removed.
    pub fn remake_backups(
        &self,
        old: &Key,
        second: Option<&Path>,
        at: DateTime<FixedOffset>,
    ) -> Result<Remade, StoreError> {
        self.must_be_there()?;
        let first = self.backup_job(second, BackupWhy::NewKey, at).copies();
        let folders = folders(&self.conn, &self.path, second)?;
        let mut done = Remade {
            not_reached: folders.not_there(),
            ..Remade::default()
        };
        for folder in folders.there() {
            // Waiting would do no good: the other window's backup is made anew after the next one.
            let _held = folder::make_alone(folder, &folders.whose);
            done.and(remake(folder, &[old, &Key::None], &self.key));
        }
        match first {
            Err(why) if done.remade == 0 => Err(why),
            _ => Ok(done),
        }
    }

    /// Does what a killed program left undone: beside a locked journal plain backups are made anew,
    /// and those under another key go. It is also done after each backup.
    ///
    /// # Errors
    /// [`StoreError`] when the journal cannot be read.
    pub fn sweep_backups(&self, second: Option<&Path>) -> Result<Remade, StoreError> {
        self.must_be_there()?;
        let folders = folders(&self.conn, &self.path, second)?;
        let mut done = Remade {
            not_reached: folders.not_there(),
            ..Remade::default()
        };
        for folder in folders.there().filter(|folder| folder.is_dir()) {
            if let Ok(Some(_held)) = folder::make_alone(folder, &folders.whose) {
                folder::sweep(folder);
                done.and(sweep_keys(folder, &self.key));
            }
        }
        Ok(done)
    }
}

/// Brings a folder into step with the journal's key. Beside a plain journal nothing is done: what
/// is locked there stays locked.
pub(super) fn sweep_keys(folder: &Path, key: &Key) -> Remade {
    match key {
        Key::None => Remade::default(),
        Key::Locked(_) => remake(folder, &[&Key::None], key),
    }
}

fn remake(folder: &Path, old: &[&Key], new: &Key) -> Remade {
    let mut done = Remade::default();
    let mut stay = Vec::new();
    for backup in listed(folder) {
        if fits(&backup.path, new) {
            continue;
        }
        let opens = old.iter().find(|key| fits(&backup.path, key));
        let remade = opens.map(|old| made_anew(&backup.path, old, new));
        match remade {
            Some(Ok(())) => done.remade += 1,
            _ => stay.push(backup),
        }
    }
    if !stay.is_empty() && a_good_one_stands(folder, new) {
        done.removed += stay.iter().filter(|it| gone(it)).count();
    }
    done
}

/// Tells by its first bytes whether a copy is kept under a key. No key is needed for that.
pub(in crate::store) fn fits(backup: &Path, key: &Key) -> bool {
    match (Seal::of(backup), key) {
        (Ok(Seal::Open), Key::None) => true,
        (Ok(Seal::Locked(salt)), Key::Locked(file)) => salt == file.salt,
        _ => false,
    }
}

pub(in crate::store) fn a_good_one_stands(folder: &Path, key: &Key) -> bool {
    let mut good = listed(folder).into_iter().filter(|it| fits(&it.path, key));
    good.any(|it| copy::is_whole(&it.path, key).is_ok())
}

fn gone(backup: &Backup) -> bool {
    clear(&backup.path).is_ok()
}

/// Writes a backup anew under another key, proves it, and gives it the old one's name.
fn made_anew(backup: &Path, old: &Key, new: &Key) -> Result<(), StoreError> {
    let unproven = backup.with_extension(copy::UNPROVEN);
    let made = (|| {
        clear(&unproven).map_err(copy::io_trouble)?;
        let conn = copy::open(backup, old)?;
        write_copy(&conn, &unproven, new)?;
        prove(&conn, &unproven, new)?;
        copy::prove(&unproven, new)
    })();
    replace(backup, &unproven, made)
}

/// Gives a proven file the name of the backup it was made from, or clears it away.
pub(in crate::store) fn replace(
    backup: &Path,
    unproven: &Path,
    made: Result<(), StoreError>,
) -> Result<(), StoreError> {
    let made = made
        .and_then(|()| fs::rename(unproven, backup).map_err(copy::io_trouble))
        .and_then(|()| sync_folder(backup).map_err(copy::io_trouble));
    if made.is_err() {
        let _ = clear(unproven);
    }
    made
}
