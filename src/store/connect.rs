//! Opening the file, in the one order that works.
//!
//! The engine must be told to be silent before anything else (it would write over the screen),
//! then the key, then everything that reads the file.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};
use zeroize::Zeroizing;

use super::{Key, Seal, StoreError, backup};
use crate::key::{FileKey, RawKey, Salt};

/// How long a write waits for another program before it says so.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Statements kept ready; more than there are.
const READY: usize = 64;

/// What a file says about itself.
pub(super) struct Form {
    /// Who made it: our number, or another's.
    pub(super) application: i32,
    /// The form of its tables.
    pub(super) version: u32,
    /// Whether there is nothing in it.
    pub(super) blank: bool,
}

/// Opens a journal for writing. It may turn out that the file allows reading only.
pub(super) fn to_write(path: &Path, key: &Key) -> rusqlite::Result<Connection> {
    let conn = silent(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    if !conn.is_readonly(MAIN_DB)? {
        settle(&conn)?;
    }
    Ok(conn)
}

/// Opens a journal for reading, and leaves nothing beside it that would be in a writer's way.
pub(super) fn to_read(path: &Path, key: &Key) -> rusqlite::Result<Connection> {
    // Beside a file that we may not write, the engine's own files would be made read-only as
    // well and break later writes. Where nothing waits in them, they are not needed.
    let nothing_waits = std::fs::metadata(wal(path)).map_or(true, |wal| wal.len() == 0);
    let may_write = !silent(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?.is_readonly(MAIN_DB)?;
    if nothing_waits && !may_write {
        return as_it_lies(path, key);
    }
    let conn = silent(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    match settle(&conn).and_then(|()| form(&conn)) {
        Ok(_) => Ok(conn),
        Err(why) if nothing_waits && is_about_writing(&why) => as_it_lies(path, key),
        Err(why) => Err(why),
    }
}

/// Opens a journal that lives in memory only.
pub(super) fn in_memory() -> rusqlite::Result<Connection> {
    let conn = nowhere()?;
    settle(&conn)?;
    Ok(conn)
}

/// A connection that leads nowhere: whatever is asked of it is an error, and never an empty answer.
pub(super) fn nowhere() -> rusqlite::Result<Connection> {
    let conn = ready()?;
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    Ok(conn)
}

/// How often the engine is asked whether it is ready.
const TRIES: u32 = 10_000;

/// Waits until the engine has set itself up, and gives a connection that leads nowhere.
///
/// It does so with the first connection of a program, but calls itself ready a little too early:
/// one that another thread opens in that very moment knows nothing of locking, and says that there
/// is no such function. In a file that question would read pages before the key is given.
fn ready() -> rusqlite::Result<Connection> {
    for _again in 1..TRIES {
        let conn = Connection::open_in_memory()?;
        if conn.prepare("SELECT sqlcipher_export('main')").is_ok() {
            return Ok(conn);
        }
    }
    Connection::open_in_memory()
}

/// Reads a file that nobody can be writing, without locks and without anything beside it.
fn as_it_lies(path: &Path, key: &Key) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    unchanging(path, "?immutable=1", flags, key)
}

/// Reads a copy that nobody can be writing, so that it can be written anew into another file.
pub(super) fn a_copy(path: &Path, key: &Key) -> rusqlite::Result<Connection> {
    // What is attached may be written only if the connection may; this file itself may not.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI;
    unchanging(path, "?mode=ro&immutable=1", flags, key)
}

fn unchanging(path: &Path, how: &str, flags: OpenFlags, key: &Key) -> rusqlite::Result<Connection> {
    let mut address = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                address.push(char::from(*byte));
            }
            other => {
                let _ = write!(address, "%{other:02X}");
            }
        }
    }
    address.push_str(how);
    let conn = silent(Path::new(&address), flags, key)?;
    settle(&conn)?;
    Ok(conn)
}

/// Opens a copy that is still to be changed and proven, under another name than a backup's.
pub(super) fn to_change(copy: &Path, key: &Key) -> rusqlite::Result<Connection> {
    let conn = silent(copy, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    settle(&conn)?;
    // Half a copy is thrown away, so nothing of it need come to stand beside it.
    conn.query_row("PRAGMA journal_mode = MEMORY", [], |_mode| Ok(()))?;
    Ok(conn)
}

/// Opens the file without reading it.
fn silent(path: &Path, flags: OpenFlags, key: &Key) -> rusqlite::Result<Connection> {
    drop(ready()?);
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    if let Key::Locked(file) = key {
        give(&conn, file)?;
    }
    Ok(conn)
}

/// Gives the engine the key, before anything is read.
fn give(conn: &Connection, file: &FileKey) -> rusqlite::Result<()> {
    let literal = literal(file);
    let mut pragma = Zeroizing::new(String::with_capacity(literal.len() + 32));
    let _ = write!(*pragma, "PRAGMA key = \"{}\"", *literal);
    // The engine's own words for what goes wrong here may hold the key.
    conn.execute_batch(&pragma)
        .map_err(|_with_the_key_in_it| rusqlite::Error::InvalidQuery)
}

/// The key and the salt in the one form that makes the engine take them as they are.
pub(super) fn literal(file: &FileKey) -> Zeroizing<String> {
    let bytes = file.key.bytes().iter().chain(file.salt.bytes());
    let mut text = Zeroizing::new(String::with_capacity(2 * (RawKey::BYTES + Salt::BYTES) + 3));
    text.push_str("x'");
    for byte in bytes {
        let _ = write!(*text, "{byte:02x}");
    }
    text.push('\'');
    text
}

/// Sets what must be set on every connection.
fn settle(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(READY);
    conn.execute_batch(
        "PRAGMA cache_size = -16384;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;",
    )
}

/// Makes every commit safe on its own: the log is written and flushed before it counts.
pub(super) fn use_the_log(conn: &Connection) -> rusqlite::Result<()> {
    conn.query_row("PRAGMA journal_mode = WAL", [], |_mode| Ok(()))
}

/// Reads what the file says about itself.
pub(super) fn form(conn: &Connection) -> rusqlite::Result<Form> {
    let application = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let blank = conn.query_row(
        "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)",
        [],
        |row| row.get(0),
    )?;
    Ok(Form {
        application,
        version,
        blank,
    })
}

/// Finds out whether writing is allowed, without writing.
pub(super) fn probe(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch("BEGIN IMMEDIATE; ROLLBACK")
}

/// Tells whether an error says that the file or folder does not allow writing.
pub(super) fn is_about_writing(why: &rusqlite::Error) -> bool {
    matches!(
        why.sqlite_error_code(),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen)
    )
}

/// Names the trouble of opening a journal.
pub(super) fn trouble(path: &Path, key: &Key, why: rusqlite::Error) -> StoreError {
    match why.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => not_opened(path, key),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            StoreError::CannotOpen {
                path: path.to_owned(),
                source: Some(why),
            }
        }
        _ => match StoreError::from(why) {
            StoreError::Busy(why) => StoreError::InUse(why),
            StoreError::Full(_) => StoreError::CannotMake {
                path: path.to_owned(),
                source: std::io::ErrorKind::StorageFull.into(),
            },
            other => other.with_backup(|| backup::newest(path)),
        },
    }
}

/// What it means that the engine makes nothing of the file with this key.
fn not_opened(path: &Path, key: &Key) -> StoreError {
    let path = path.to_owned();
    let backup = backup::newest(&path);
    match key {
        Key::Locked(_) => StoreError::WrongKey { path, backup },
        // The engine has let go of the file.
        Key::None if matches!(Seal::of(&path), Ok(Seal::Locked(_))) => {
            StoreError::Locked { path, backup }
        }
        Key::None => StoreError::NotAJournal { path, backup },
    }
}

fn wal(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
