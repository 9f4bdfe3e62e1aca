//! Which window writes.
//!
//! Two small files stand beside the journal. `NAME.open` is held together by everyone who has
//! the journal open, so that nobody replaces it under them; `NAME.lock` is held by the one window
//! that writes, and says who that is. The system lets go of both when a program ends, however it
//! ends, so nothing is ever left locked.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::files;

/// The answer to asking for a lock.
pub(super) enum Hold {
    /// It is ours, or this disk knows no locks and nobody can have it.
    Ours(Option<File>),
    /// Someone else has it.
    Theirs(File),
}

/// What a store holds while the journal is open. Both are let go when it is dropped.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Held together with everyone who has the journal open.
    open: Option<File>,
    /// Held by the one who writes.
    lock: Option<File>,
}

impl Held {
    /// Keeps hold of both.
    pub(super) fn new(open: Option<File>, lock: Option<File>) -> Self {
        Self { open, lock }
    }

    /// Shuts everyone else out, if nobody else is in. The one who writes may ask, and no other:
    /// two who asked at once would keep each other out.
    pub(super) fn be_alone(&self) -> bool {
        let Some(open) = &self.open else {
            // This disk knows no locks, so nobody can be told apart.
            return true;
        };
        // Not every system turns one kind of hold into the other, so it is let go in between.
        let alone = open
            .unlock()
            .and_then(|()| open.try_lock().map_err(Into::into));
        if alone.is_err() {
            self.let_in();
        }
        alone.is_ok()
    }

    /// Writes into the lock, if it is held, who has it.
    pub(super) fn sign(&self, at: DateTime<FixedOffset>) {
        if let Some(lock) = &self.lock {
            sign(lock, at);
        }
    }

    /// Lets others in again.
    pub(super) fn let_in(&self) {
        if let Some(open) = &self.open {
            let _ = open.unlock();
            let _ = open.try_lock_shared();
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // A program that is just being started has a handle on them for a moment, and closing ours
        // would not let go. Saying it outright does.
        for file in [&self.open, &self.lock].into_iter().flatten() {
            let _ = file.unlock();
        }
    }
}

/// Removes both files, for a journal that is gone or was never to have them.
pub(super) fn clear(journal: &Path) {
    for ending in ["open", "lock"] {
        let _ = std::fs::remove_file(beside(journal, ending));
    }
}

/// Joins those who have the journal open.
pub(super) fn share(journal: &Path) -> Hold {
    hold(journal, "open", File::try_lock_shared)
}

/// Asks to be the one who writes.
pub(super) fn take(journal: &Path) -> Hold {
    hold(journal, "lock", File::try_lock)
}

fn hold(journal: &Path, ending: &str, lock: impl Fn(&File) -> Result<(), TryLockError>) -> Hold {
    // In a folder that does not allow writing nobody writes, so there is nothing to hold.
    let Ok(file) = open(&beside(journal, ending)) else {
        return Hold::Ours(None);
    };
    match lock(&file) {
        Ok(()) => Hold::Ours(Some(file)),
        Err(TryLockError::WouldBlock) => Hold::Theirs(file),
        Err(TryLockError::Error(_no_locks_here)) => Hold::Ours(None),
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    files::only_for_me(&mut options);
    let file = options.open(path)?;
    // Once more, or a strict shell could leave a file that we cannot open the next time.
    let _ = files::set_mode(path, 0o600);
    Ok(file)
}

/// Writes into the lock who has it. Only a help to the other window, so troubles are let be.
fn sign(mut lock: &File, at: DateTime<FixedOffset>) {
    let note = format!("{} {}\n", std::process::id(), at.to_rfc3339());
    let _ = lock
        .set_len(0)
        .and_then(|()| lock.rewind())
        .and_then(|()| lock.write_all(note.as_bytes()));
}

/// Reads from the lock who has it.
pub(super) fn who(mut lock: &File) -> (Option<u32>, Option<DateTime<FixedOffset>>) {
    let mut note = String::new();
    if lock.read_to_string(&mut note).is_err() {
        return (None, None);
    }
    let mut parts = note.split_whitespace();
    let pid = parts.next().and_then(|pid| pid.parse().ok());
    let since = parts
        .next()
        .and_then(|since| DateTime::parse_from_rfc3339(since).ok());
    (pid, since)
}

/// Tells whether a window ever wrote here.
pub(super) fn was_signed(journal: &Path) -> bool {
    std::fs::metadata(beside(journal, "lock")).is_ok_and(|lock| lock.len() > 0)
}

/// The path of a file that belongs to the journal and stands beside it.
pub(super) fn beside(journal: &Path, ending: &str) -> PathBuf {
    let mut name = journal.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
