//! The folders that backups are in, and whose they are.
//!
//! One stick may serve two computers, whose journals have the same name. So a folder of backups
//! says which journal it belongs to, and only that journal's own are ever rotated, made anew or
//! erased. The journal is told by a number made from its own; it says nothing else.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::super::{Key, Seal, StoreError, connect, files};
use super::copy::UNPROVEN;
use super::{beside_journal, fits, listed};

/// The file in a folder of backups that says whose they are. Who makes backups holds it.
pub(in crate::store) const MARKER: &str = "whose.txt";

/// How many journals of one name may share a folder.
const SHARED_BY: u32 = 99;

/// Where the backups of a journal are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Folders {
    /// Beside the journal.
    pub(in crate::store) here: PathBuf,
    /// In the folder that the person named, if they did: `Err` with that folder if it is not there.
    pub(in crate::store) second: Option<Result<PathBuf, PathBuf>>,
    /// Which journal it is.
    pub(in crate::store) whose: String,
    /// The salts of those that are never removed although the journal's key does not open them.
    pub(in crate::store) spared: Vec<String>,
}

impl Folders {
    /// Those that can be reached.
    pub(in crate::store) fn there(&self) -> impl Iterator<Item = &Path> {
        let second = self.second.as_ref().and_then(|it| it.as_deref().ok());
        std::iter::once(self.here.as_path()).chain(second)
    }

    /// The one that the person named, if it cannot be reached.
    pub(in crate::store) fn not_there(&self) -> Option<PathBuf> {
        self.second.clone()?.err()
    }
}

/// Finds the folders of an open journal.
pub(in crate::store) fn folders(
    conn: &Connection,
    journal: &Path,
    second: Option<&Path>,
) -> Result<Folders, StoreError> {
    let device: Option<String> = conn
        .query_row(
            "SELECT value FROM setting WHERE name = 'device'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    let whose = number_of(&device.unwrap_or_default());
    let spared = spared(conn)?;
    Ok(Folders {
        spared,
        ..found(journal, second, whose)
    })
}

/// Finds the folders of a journal that cannot be opened, by what stands in the first one.
pub(in crate::store) fn folders_unopened(journal: &Path, second: Option<&Path>) -> Folders {
    let whose = whose(&beside_journal(journal)).unwrap_or_default();
    found(journal, second, whose)
}

fn found(journal: &Path, second: Option<&Path>, whose: String) -> Folders {
    let here = beside_journal(journal);
    let second = second.map(|folder| {
        if !folder.is_dir() {
            return Err(folder.to_owned());
        }
        second_of(folder, journal)
            .find(|it| belongs_to(it, &whose))
            .ok_or_else(|| folder.to_owned())
    });
    // The journal's own folder is no second one.
    let second = second.filter(|it| {
        let same = |it: &PathBuf| it.canonicalize().ok() == here.canonicalize().ok() && it.exists();
        !it.as_ref().is_ok_and(|it| *it == here || same(it))
    });
    Folders {
        here,
        second,
        whose,
        spared: Vec::new(),
    }
}

/// The salts of the backups that are never removed although the journal's key does not open them.
pub(super) fn spared(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let salts: Option<String> = conn
        .query_row(
            "SELECT value FROM setting WHERE name = 'spared'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    let salts = salts.unwrap_or_default();
    Ok(salts.split_whitespace().map(str::to_owned).collect())
}

/// Notes in a copy that is to become the journal which backups in these folders it does not open.
/// They may be newer, and their passphrase may come to mind again.
pub(in crate::store) fn spare(copy: &Path, key: &Key, folders: &[&Path]) -> Result<(), StoreError> {
    let conn = connect::to_change(copy, key)?;
    let mut spared: BTreeSet<String> = spared(&conn)?.into_iter().collect();
    for backup in folders.iter().flat_map(|folder| listed(folder)) {
        spared.extend(salt_of(&backup.path).filter(|_| !fits(&backup.path, key)));
    }
    let spared: Vec<String> = spared.into_iter().collect();
    conn.execute(
        "INSERT OR REPLACE INTO setting (name, value) VALUES ('spared', ?1)",
        [spared.join(" ")],
    )?;
    Ok(())
}

/// The salt of a locked copy, as it is noted.
pub(super) fn salt_of(copy: &Path) -> Option<String> {
    match Seal::of(copy) {
        Ok(Seal::Locked(salt)) => Some(hex(salt.bytes())),
        _ => None,
    }
}

/// The names that the backups of a journal may have in a second folder, in turn.
pub(in crate::store) fn second_of(
    folder: &Path,
    journal: &Path,
) -> impl Iterator<Item = PathBuf> + use<> {
    let folder = folder.to_owned();
    let name = journal.file_name().unwrap_or_default().to_owned();
    (1..=SHARED_BY).map(move |number| {
        let mut name = name.clone();
        if number > 1 {
            name.push(format!("-{number}"));
        }
        name.push(".backups");
        folder.join(name)
    })
}

fn belongs_to(folder: &Path, to: &str) -> bool {
    match whose(folder) {
        Some(whose) => !to.is_empty() && whose == to,
        None => listed(folder).is_empty() && !to.is_empty(),
    }
}

fn whose(folder: &Path) -> Option<String> {
    let text = std::fs::read_to_string(folder.join(MARKER)).ok()?;
    text.split_whitespace().next_back().map(str::to_owned)
}

fn number_of(device: &str) -> String {
    let digest = Sha256::digest(format!("backups of {device}"));
    hex(&digest[..8])
}

fn hex(bytes: &[u8]) -> String {
    let mut number = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(number, "{byte:02x}");
    }
    number
}

/// Holds a folder of backups, until it is dropped.
#[derive(Debug)]
pub(in crate::store) struct Alone(File);

impl Drop for Alone {
    fn drop(&mut self) {
        // As with the journal: closing alone would not do while a program is just being started.
        let _ = self.0.unlock();
    }
}

/// Makes a folder of backups if it is not there, says in it whose it is, and holds it, so that
/// two windows do not tidy it at once. `None` when another one has it.
pub(in crate::store) fn make_alone(folder: &Path, whose: &str) -> std::io::Result<Option<Alone>> {
    files::make_folder(folder)?;
    // A stick may know no modes.
    let _ = files::set_mode(folder, 0o700);
    let path = folder.join(MARKER);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    files::only_for_me(&mut options);
    let file = options.open(&path)?;
    let _ = files::set_mode(&path, 0o600);
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        return Ok(None);
    }
    let mut file = Alone(file);
    let wanted = format!("Backups made by Alongside, of the journal {whose}\n");
    let mut stands = String::new();
    let _ = file.0.read_to_string(&mut stands);
    if stands != wanted {
        file.0.set_len(0)?;
        file.0.rewind()?;
        file.0.write_all(wanted.as_bytes())?;
    }
    Ok(Some(file))
}

/// Clears away what a killed program left half made. Only for the one who holds the folder.
pub(super) fn sweep(folder: &Path) {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.map(|file| file.path()) {
        if file.extension().is_some_and(|ending| ending == UNPROVEN) {
            let _ = super::super::swap::clear(&file);
        }
    }
}
