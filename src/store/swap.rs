//! Putting a new file in the journal's place, so that there is exactly one good journal at every
//! moment, wherever the light goes out.
//!
//! The new file is made whole under another name first: copied by the engine, looked over, and
//! counted against the old one. Then, with nobody else having the journal open, the log of the old
//! one is emptied and closed (a new file beside an old log reads as damaged), the new file is
//! flushed, and takes the name in one step. What a killed program left under the other name is
//! cleared away by the next one that writes.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::locks::beside;
use super::migrate::APPLICATION;
use super::{IN_MEMORY, Key, Store, StoreError, connect, files};

/// What the engine may leave beside a file.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// A whole new file that waits to take the journal's place. Dropped, it is gone.
#[derive(Debug)]
pub(super) struct Fresh {
    path: PathBuf,
    key: Key,
}

impl Fresh {
    /// Copies everything that a connection can read into a new file under this key, and proves it.
    ///
    /// # Errors
    /// [`StoreError::NotRemade`]; then nothing has changed.
    pub(super) fn of(conn: &Connection, journal: &Path, key: &Key) -> Result<Self, StoreError> {
        let fresh = Self {
            path: beside(journal, "new"),
            key: key.clone(),
        };
        fresh.made(conn).map_err(|why| not_remade(journal, why))?;
        Ok(fresh)
    }

    fn made(&self, conn: &Connection) -> Result<(), StoreError> {
        clear(&self.path).map_err(unexpected)?;
        write_copy(conn, &self.path, &self.key)?;
        prove(conn, &self.path, &self.key)?;
        // Nobody has the new file open now, so a handle of our own does no harm.
        File::open(&self.path)
            .and_then(|file| file.sync_all())
            .map_err(unexpected)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // In its place it has another name, so this finds nothing.
        let _ = clear(&self.path);
    }
}

/// Copies everything a connection can read to a new private file under a key.
pub(super) fn write_copy(conn: &Connection, to: &Path, key: &Key) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    files::only_for_me(&mut options);
    drop(options.open(to).map_err(unexpected)?);
    files::set_mode(to, 0o600).map_err(unexpected)?;
    let name = to
        .to_str()
        .ok_or_else(|| unexpected(io::Error::from(io::ErrorKind::InvalidFilename)))?;
    let literal = match key {
        Key::None => zeroize::Zeroizing::new(String::new()),
        Key::Locked(file) => connect::literal(file),
    };
    // The key goes in beside the statement and not as part of it: statements are told in errors.
    conn.execute(
        "ATTACH DATABASE ?1 AS fresh KEY ?2",
        params![name, *literal],
    )?;
    let copied = export(conn);
    let detached = conn.execute_batch("DETACH DATABASE fresh");
    copied?;
    Ok(detached?)
}

fn export(conn: &Connection) -> Result<(), StoreError> {
    let version: u32 = conn.query_row("PRAGMA main.user_version", [], |row| row.get(0))?;
    // Half a copy is thrown away, so it needs no journal of its own; it is flushed at the end.
    conn.execute_batch("PRAGMA fresh.synchronous = OFF")?;
    conn.query_row("PRAGMA fresh.journal_mode = OFF", [], |_mode| Ok(()))?;
    conn.query_row("SELECT sqlcipher_export('fresh')", [], |_row| Ok(()))
        .map_err(export_trouble)?;
    // The engine does not copy these two.
    conn.pragma_update(Some("fresh"), "application_id", APPLICATION)?;
    conn.pragma_update(Some("fresh"), "user_version", version)?;
    Ok(())
}

/// The engine copies by statements of its own, and of what went wrong in them only the words are left.
fn export_trouble(why: rusqlite::Error) -> StoreError {
    match why.sqlite_error() {
        Some(_) if why.to_string().contains("disk is full") => {
            StoreError::NoRoom(io::ErrorKind::StorageFull.into())
        }
        _ => why.into(),
    }
}

/// Opens a copy by its own key and holds it against what it was made from.
pub(super) fn prove(from: &Connection, copy: &Path, key: &Key) -> Result<(), StoreError> {
    let conn = connect::to_read(copy, key)?;
    let sound: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(unexpected(io::Error::other(sound)));
    }
    if tables(from)? != tables(&conn)? {
        return Err(unexpected(io::Error::other("the copy has other rows")));
    }
    Ok(())
}

/// Every table, and how many rows it has.
fn tables(conn: &Connection) -> Result<Vec<(String, i64)>, StoreError> {
    let mut names = conn.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         ORDER BY name",
    )?;
    let names: Vec<String> = names
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut counted = Vec::new();
    for name in names {
        let count = format!(
            "SELECT count(*) FROM main.\"{}\"",
            name.replace('"', "\"\"")
        );
        counted.push((name, conn.query_row(&count, [], |row| row.get(0))?));
    }
    Ok(counted)
}

impl Store {
    /// Puts a proven new file in the journal's place, and goes on with it.
    ///
    /// Needs to be alone: see [`Store::alone`].
    ///
    /// # Errors
    /// [`StoreError`]; then the journal is open as it was, or cannot be opened at all and every
    /// further request gives an error.
    pub(super) fn put_in_place(&mut self, fresh: Fresh) -> Result<(), StoreError> {
        let key = fresh.key.clone();
        let old = std::mem::replace(&mut self.conn, connect::nowhere()?);
        if let Err(why) = close_whole(old, &self.path) {
            // It goes on as before, with its log.
            self.reopen(&self.key.clone())?;
            return Err(not_remade(&self.path, why));
        }
        if let Err(why) = take_the_name(&fresh.path, &self.path) {
            self.reopen(&self.key.clone())?;
            return Err(not_remade(&self.path, unexpected(why)));
        }
        drop(fresh);
        self.reopen(&key)?;
        self.key = key;
        Ok(())
    }

    fn reopen(&mut self, key: &Key) -> Result<(), StoreError> {
        let trouble = |why| connect::trouble(&self.path, key, why);
        let conn = connect::to_write(&self.path, key).map_err(trouble)?;
        connect::use_the_log(&conn).map_err(trouble)?;
        self.conn = conn;
        Ok(())
    }

    /// Does something while nobody else has the journal open.
    ///
    /// # Errors
    /// [`StoreError::NotAlone`] when another window has it open, [`StoreError::NotThere`] when it is in
    /// no file; else what the work says.
    pub(super) fn alone<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        if self.path == Path::new(IN_MEMORY) {
            return Err(StoreError::NotThere(self.path.clone()));
        }
        if !self.held.be_alone() {
            return Err(StoreError::NotAlone);
        }
        let done = self.renew().and_then(|()| work(self));
        if let Err(why) = &done {
            self.note_damage(why);
        }
        self.held.let_in();
        done
    }
}

/// Empties the log into the file and closes it, with nothing left beside it.
fn close_whole(conn: Connection, journal: &Path) -> Result<(), StoreError> {
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    let mode: String = conn.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    if busy != 0 || mode != "delete" {
        return Err(StoreError::NotAlone);
    }
    conn.close().map_err(|(_conn, why)| why)?;
    if BESIDE.iter().any(|ending| with(journal, ending).exists()) {
        return Err(unexpected(io::Error::other("the log is still there")));
    }
    Ok(())
}

/// Renames a new file over the journal, and has the folder remember it.
pub(super) fn take_the_name(new: &Path, journal: &Path) -> io::Result<()> {
    fs::rename(new, journal)?;
    // The name is taken. To say that it was not, where a disk cannot flush folders, would send us
    // back to the old key, which opens nothing any more.
    let _ = sync_folder(journal);
    Ok(())
}

/// Flushes the folder a file is in, where folders can be.
pub(super) fn sync_folder(of: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = of.parent().filter(|it| !it.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = of;
    Ok(())
}

/// Clears away what a killed program left of a new file. Only for the one who writes.
pub(super) fn clear_left_over(journal: &Path) {
    // What cannot be cleared now is cleared before the next new file.
    let _ = clear(&beside(journal, "new"));
}

/// The same at the start of a program, before any passphrase is asked: half of a journal that was
/// being unlocked is readable. While another window writes, it is that window's.
pub fn clear_half_made(journal: &Path) {
    let journal = super::open::whole(journal);
    if !beside(&journal, "new").exists() {
        return;
    }
    if let super::locks::Hold::Ours(Some(_lock)) = super::locks::take(&journal) {
        clear_left_over(&journal);
    }
}

/// Removes a file that is not the journal, with what the engine left beside it.
pub(super) fn clear(path: &Path) -> io::Result<()> {
    let all = BESIDE.iter().map(|ending| with(path, ending));
    for file in all.chain([path.to_owned()]) {
        match fs::remove_file(&file) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => {}
        }
    }
    Ok(())
}

/// A path with an ending of the engine's.
pub(super) fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn unexpected(why: io::Error) -> StoreError {
    if why.kind() == io::ErrorKind::StorageFull {
        return StoreError::NoRoom(why);
    }
    StoreError::Unexpected(Box::new(why))
}

fn not_remade(journal: &Path, why: StoreError) -> StoreError {
    match why {
        StoreError::NotAlone | StoreError::NotRemade { .. } => why,
        why => StoreError::NotRemade {
            path: journal.to_owned(),
            is_full: matches!(why, StoreError::Full(_) | StoreError::NoRoom(_)),
            source: Box::new(why),
        },
    }
}
