//! Whether a journal is locked, read from its first bytes.
//!
//! This opens the file without the engine, so it is only for a time when this program does not
//! have the journal open: closing the handle would let go of the engine's locks.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::StoreError;
use crate::key::Salt;

/// What an ordinary journal begins with.
const OPEN: &[u8; 16] = b"SQLite format 3\0";
/// The smallest page the engine knows; a journal is always a whole number of these.
const PAGE: u64 = 512;

/// How a journal is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// There is no journal yet, or an empty file.
    Nothing,
    /// Anyone who has the file can read it.
    Open,
    /// A passphrase is needed. These bytes go into the key.
    Locked(Salt),
}

impl Seal {
    /// Looks at a file that this program does not have open.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be looked at, or is a text and no journal.
    pub fn of(path: &Path) -> Result<Self, StoreError> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(why) if why.kind() == ErrorKind::NotFound => return Ok(Self::Nothing),
            // Whatever it is, opening it says more.
            Err(_) => return Ok(Self::Open),
        };
        if file.metadata().is_ok_and(|it| it.is_dir()) {
            return Err(StoreError::IsFolder(path.to_owned()));
        }
        let mut first = [0; Salt::BYTES];
        match file.read_exact(&mut first) {
            Ok(()) => {}
            Err(why) if why.kind() == ErrorKind::UnexpectedEof => {
                let length = file.metadata().map_or(0, |it| it.len());
                return if length == 0 {
                    Ok(Self::Nothing)
                } else {
                    Ok(Self::Open)
                };
            }
            Err(_) => return Ok(Self::Open),
        }
        if first == *OPEN {
            return Ok(Self::Open);
        }
        let whole_pages = file.metadata().is_ok_and(|it| it.len() % PAGE == 0);
        let reads_as_text = first
            .iter()
            .all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t'));
        if reads_as_text && !whole_pages {
            return Ok(Self::Open);
        }
        Ok(Self::Locked(Salt::new(first)))
    }
}
