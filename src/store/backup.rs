//! Copies of the journal, beside it.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::locks::beside;
use super::{Key, StoreError, connect, files};

/// The newest backup; their names sort by time.
pub(super) fn newest(journal: &Path) -> Option<PathBuf> {
    fs::read_dir(beside(journal, "backups"))
        .ok()?
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.extension() == Some(OsStr::new("db")))
        .max()
}

/// Makes a copy and proves it: under another name first, so that what bears the name of a backup
/// is one.
pub(super) fn make(
    conn: &Connection,
    journal: &Path,
    key: &Key,
    why: &str,
    at: DateTime<FixedOffset>,
) -> Result<PathBuf, StoreError> {
    let folder = beside(journal, "backups");
    let named = folder.join(format!("{}-{why}.db", at.format("%Y-%m-%d-%H%M%S")));
    let unproven = named.with_extension("part");
    copy(conn, &folder, &unproven, &named, key).map_err(|source| {
        let _ = fs::remove_file(&unproven);
        StoreError::NoBackup {
            path: folder.clone(),
            source,
        }
    })?;
    Ok(named)
}

fn copy(
    conn: &Connection,
    folder: &Path,
    unproven: &Path,
    named: &Path,
    key: &Key,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    files::make_folder(folder)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    files::only_for_me(&mut options);
    // The engine copies into an empty file as gladly as into none, and keeps its mode.
    drop(options.open(unproven)?);
    files::set_mode(unproven, 0o600)?;
    let name = unproven
        .to_str()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    conn.execute("VACUUM INTO ?1", [name])?;
    let proof: String =
        connect::to_read(unproven, key)?.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    if proof != "ok" {
        return Err(proof.into());
    }
    // Nobody has the copy open now, so a handle of our own does no harm.
    File::open(unproven)?.sync_all()?;
    fs::rename(unproven, named)?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}
