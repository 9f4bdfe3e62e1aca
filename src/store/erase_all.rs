//! Erasing the journal with everything of ours beside it.
//!
//! The journal itself goes last: whoever is interrupted still finds it, and can erase again. Only
//! files that this program made are removed, and a folder only when nothing is left in it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::backup::{Folders, MARKER, folders, folders_unopened};
use super::keeping::{put_aside_files, rescue_files};
use super::locks::{self, beside};
use super::restore::hold_alone;
use super::swap::{sync_folder, with};
use super::{Store, StoreError, WhyReadOnly, connect, open};

/// What the engine may leave beside a file.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

impl Store {
    /// Erases the journal and everything of ours beside it, and says what could not be removed.
    /// Whatever is asked of this store afterwards is refused.
    ///
    /// # Errors
    /// [`StoreError::NotAlone`] when another window has it open; then nothing was removed.
    pub fn erase_everything(&mut self, second: Option<&Path>) -> Result<Vec<PathBuf>, StoreError> {
        self.must_be_there()?;
        let folders = folders(&self.conn, &self.path, second)?;
        self.alone(|store| {
            let nowhere = connect::nowhere()?;
            let conn = std::mem::replace(&mut store.conn, nowhere);
            store.read_only = Some(WhyReadOnly::Erased);
            drop(conn);
            Ok(remove(&store.path, &folders))
        })
    }
}

/// Erases a journal that cannot be opened, as when the passphrase is forgotten, with everything of
/// ours beside it, and says what could not be removed.
///
/// # Errors
/// [`StoreError::NotAlone`] when another window has it open; then nothing was removed.
pub fn erase_unopened(journal: &Path, second: Option<&Path>) -> Result<Vec<PathBuf>, StoreError> {
    let journal = open::whole(journal);
    if journal.is_dir() {
        return Err(StoreError::IsFolder(journal));
    }
    let folders = folders_unopened(&journal, second);
    let _held = hold_alone(&journal)?;
    Ok(remove(&journal, &folders))
}

fn remove(journal: &Path, folders: &Folders) -> Vec<PathBuf> {
    let mut left = Vec::new();
    left.extend(folders.not_there());
    for folder in folders.there() {
        empty(folder, &mut left);
    }
    let aside = put_aside_files(journal).into_iter().map(|it| it.path);
    for file in aside.chain(rescue_files(journal)) {
        remove_whole(&file, &mut left);
        for ending in ["open", "lock"] {
            remove_file(&beside(&file, ending), &mut left);
        }
    }
    remove_whole(&beside(journal, "new"), &mut left);
    remove_whole(journal, &mut left);
    // While they are there nobody else gets in, so they go last.
    locks::clear(journal);
    let _ = sync_folder(journal);
    left
}

/// Removes everything of ours from a folder of backups, and the folder if nothing else is in it.
fn empty(folder: &Path, left: &mut Vec<PathBuf>) {
    let before = left.len();
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.map(|file| file.path()).filter(|it| is_ours(it)) {
        remove_file(&file, left);
    }
    let emptied = fs::remove_dir(folder);
    if before == left.len() && emptied.is_err_and(|why| why.kind() != ErrorKind::NotFound) {
        left.push(folder.to_owned());
    }
}

/// Tells whether a file in a folder of backups is one of ours.
fn is_ours(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let engine = BESIDE.iter().find_map(|ending| name.strip_suffix(ending));
    let name = engine.unwrap_or(&name);
    let endings = [".db", ".part"];
    name == MARKER || endings.iter().any(|ending| name.ends_with(ending))
}

fn remove_whole(file: &Path, left: &mut Vec<PathBuf>) {
    for ending in BESIDE {
        remove_file(&with(file, ending), left);
    }
    remove_file(file, left);
}

fn remove_file(file: &Path, left: &mut Vec<PathBuf>) {
    let removed = fs::remove_file(file);
    if removed.is_err_and(|why| why.kind() != ErrorKind::NotFound) {
        left.push(file.to_owned());
    }
}
