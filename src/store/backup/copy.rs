//! Making one copy, and proving it.
//!
//! Under another name first, so that what bears the name of a backup is one. The engine's own way
//! of copying keeps the key and the salt: the copy opens with the passphrase alone.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::super::migrate::APPLICATION;
use super::super::swap::{clear, sync_folder};
use super::super::{Key, StoreError, connect, files};
use super::name;
use crate::domain::Backup;

/// How a copy ends that is not proven yet.
pub(super) const UNPROVEN: &str = "part";

/// How many copies of one second there may be.
const NUMBERS: u32 = 1_000;

/// Copies what a connection can read into a folder, and proves the copy.
pub(super) fn make(
    conn: &Connection,
    key: &Key,
    folder: &Path,
    label: &str,
    at: DateTime<FixedOffset>,
) -> Result<Backup, StoreError> {
    let made = files::make_folder(folder)
        .map_err(io_trouble)
        .and_then(|()| reserve(folder, label, at))
        .and_then(|(unproven, named)| {
            let made = fill(conn, key, &unproven)
                .and_then(|()| fs::rename(&unproven, &named).map_err(io_trouble))
                .and_then(|()| sync_folder(&named).map_err(io_trouble));
            if made.is_err() {
                let _ = clear(&unproven);
            }
            made.map(|()| named)
        });
    let named = made.map_err(|why| no_backup(folder, why))?;
    name::read(&named).ok_or_else(|| StoreError::NotThere(named))
}

/// Finds a name that is free, and holds it by an empty file under the name before it is proven.
fn reserve(
    folder: &Path,
    label: &str,
    at: DateTime<FixedOffset>,
) -> Result<(PathBuf, PathBuf), StoreError> {
    for number in 1..=NUMBERS {
        let named = name::named(folder, label, at, number);
        let unproven = named.with_extension(UNPROVEN);
        if named.exists() || unproven.exists() {
            continue;
        }
        match private(&unproven) {
            Ok(()) => {}
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(why) => return Err(io_trouble(why)),
        }
        // Another window may have been quicker by a whole copy.
        if named.exists() {
            let _ = fs::remove_file(&unproven);
            continue;
        }
        return Ok((unproven, named));
    }
    Err(io_trouble(io::ErrorKind::AlreadyExists.into()))
}

/// Makes an empty file for its owner only.
fn private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    files::only_for_me(&mut options);
    drop(options.open(path)?);
    // A stick may know no modes; the look over the journal tells about those that others may read.
    let _ = files::set_mode(path, 0o600);
    Ok(())
}

/// Copies a journal with its key into a new file that bears no name of a backup, and proves it.
pub(in crate::store) fn vacuum_into(
    conn: &Connection,
    key: &Key,
    to: &Path,
) -> Result<(), StoreError> {
    private(to).map_err(io_trouble)?;
    fill(conn, key, to)
}

fn fill(conn: &Connection, key: &Key, to: &Path) -> Result<(), StoreError> {
    let name = to
        .to_str()
        .ok_or_else(|| io_trouble(io::ErrorKind::InvalidFilename.into()))?;
    // The engine copies into an empty file as gladly as into none, and keeps its mode.
    conn.execute("VACUUM INTO ?1", [name])?;
    prove(to, key)
}

/// Looks a copy over, and flushes it.
pub(in crate::store) fn prove(copy: &Path, key: &Key) -> Result<(), StoreError> {
    is_whole(copy, key)?;
    // Nobody has the copy open now, so a handle of our own does no harm.
    File::open(copy)
        .and_then(|file| file.sync_all())
        .map_err(io_trouble)
}

/// Opens a copy by its own key, as it lies: nothing comes to stand beside it.
pub(in crate::store) fn open(copy: &Path, key: &Key) -> Result<Connection, StoreError> {
    let conn = connect::a_copy(copy, key)?;
    let form = connect::form(&conn)?;
    if form.application != APPLICATION {
        return Err(StoreError::NotAJournal {
            path: copy.to_owned(),
            backup: None,
        });
    }
    Ok(conn)
}

/// Finds out whether a copy can be read from the first page to the last.
pub(in crate::store) fn is_whole(copy: &Path, key: &Key) -> Result<(), StoreError> {
    let said: String = open(copy, key)?.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    if said == "ok" {
        return Ok(());
    }
    Err(StoreError::Unexpected(said.into()))
}

/// Names the trouble of making a backup.
pub(super) fn no_backup(folder: &Path, why: StoreError) -> StoreError {
    match why {
        StoreError::Full(_) | StoreError::NoRoom(_) => {
            StoreError::NoRoomForBackup(folder.to_owned())
        }
        StoreError::Damaged { source, .. } => StoreError::Damaged {
            backup: super::listed(folder).into_iter().next().map(|it| it.path),
            source,
        },
        why => StoreError::NoBackup {
            path: folder.to_owned(),
            source: Box::new(why),
        },
    }
}

pub(super) fn io_trouble(why: io::Error) -> StoreError {
    if why.kind() == io::ErrorKind::StorageFull {
        return StoreError::NoRoom(why);
    }
    StoreError::Unexpected(Box::new(why))
}
