//! What can go wrong with a journal.
//!
//! How each trouble is told to the person who keeps one is in `error/words.rs`. The engine's own
//! messages speak of things nobody here has heard of, so they stay in the source.

mod words;

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use rusqlite::ErrorCode;

use crate::domain::Id;

/// Why a journal can only be read here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyReadOnly {
    /// It was opened for reading on purpose.
    Asked,
    /// Another window writes in it.
    OtherWindow {
        /// The number of the program that has it, where it can be told.
        pid: Option<u32>,
        /// Since when.
        since: Option<DateTime<FixedOffset>>,
    },
    /// The file does not allow writing.
    File,
    /// The folder does not allow writing.
    Folder,
    /// It was made by a newer Alongside.
    Newer {
        /// Which, where it can be told.
        version: Option<String>,
    },
    /// It has an older form, and could not be brought up to date.
    OldForm(OldForm),
    /// It was erased, with its backups.
    Erased,
}

/// Why a journal of an older form was not brought up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldForm {
    /// Part of the file is damaged.
    Damaged,
    /// The copy that comes before could not be made.
    NoCopy,
    /// There was no room on the disk.
    NoRoom,
    /// It went wrong in some other way.
    Otherwise,
}

impl OldForm {
    /// Why this trouble kept a journal in its older form; `None` when it only has to be tried again.
    pub(super) fn of(why: &StoreError) -> Option<Self> {
        use StoreError as S;
        match why {
            S::Damaged { .. } | S::Unreadable { .. } => Some(Self::Damaged),
            S::Full(_) | S::NoRoom(_) | S::NoRoomForBackup(_) => Some(Self::NoRoom),
            S::NoBackup { .. } => Some(Self::NoCopy),
            S::Disk(_) | S::Unexpected(_) => Some(Self::Otherwise),
            _ => None,
        }
    }
}

/// A trouble with the journal.
#[derive(Debug)]
pub enum StoreError {
    /// The disk has no room left.
    Full(rusqlite::Error),
    /// Another program has been writing for longer than we wait.
    Busy(rusqlite::Error),
    /// Another program was writing when the journal was to be opened.
    InUse(rusqlite::Error),
    /// The disk does not read or write.
    Disk(rusqlite::Error),
    /// The journal can only be read here.
    ReadOnly(WhyReadOnly),
    /// Part of the file is damaged.
    Damaged {
        /// The newest backup.
        backup: Option<PathBuf>,
        /// What the engine says.
        source: rusqlite::Error,
    },
    /// One entry does not match its digest, or cannot be understood.
    Unreadable {
        /// Which one.
        entry: Id,
        /// The newest backup.
        backup: Option<PathBuf>,
        /// Whether it is as it was written, in words that only a newer Alongside knows.
        is_newer: bool,
    },
    /// The entry that was to be changed is not in the journal any more.
    NotInJournal {
        /// Whether it was only taken out, and can be brought back.
        taken_out: bool,
    },
    /// The file is something else, or its beginning is damaged.
    NotAJournal {
        /// The file.
        path: PathBuf,
        /// The newest backup.
        backup: Option<PathBuf>,
    },
    /// The journal is locked, and no key was given.
    Locked {
        /// The file.
        path: PathBuf,
        /// The newest backup.
        backup: Option<PathBuf>,
    },
    /// The key does not open the journal.
    WrongKey {
        /// The file.
        path: PathBuf,
        /// The newest backup.
        backup: Option<PathBuf>,
    },
    /// The file is empty where a journal used to be.
    Empty {
        /// The file.
        path: PathBuf,
        /// The newest backup.
        backup: Option<PathBuf>,
    },
    /// There is no journal, but there are backups of one.
    Gone {
        /// Where it should be.
        path: PathBuf,
        /// The newest backup.
        backup: PathBuf,
    },
    /// The journal has an older form, and cannot be brought up to date while only reading.
    Older,
    /// There is a folder where the journal should be.
    IsFolder(PathBuf),
    /// There is nothing to read.
    NotThere(PathBuf),
    /// The journal or its folder cannot be made.
    CannotMake {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The journal cannot be opened.
    CannotOpen {
        /// The file.
        path: PathBuf,
        /// What the engine says.
        source: Option<rusqlite::Error>,
    },
    /// A backup could not be made.
    NoBackup {
        /// Where it should have gone.
        path: PathBuf,
        /// What the system says.
        source: Box<dyn Error + Send + Sync>,
    },
    /// There is no room for a backup in this folder.
    NoRoomForBackup(PathBuf),
    /// The second folder for backups is not there.
    NoSecondFolder(PathBuf),
    /// A backup cannot be read.
    BackupUnreadable {
        /// The file.
        path: PathBuf,
        /// What it says.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A backup opens with another key.
    BackupLocked(PathBuf),
    /// A copy is in two files, the second of which holds what was written last.
    BackupInTwo(PathBuf),
    /// This is the journal itself.
    NoBackupButItself(PathBuf),
    /// Words that were erased could not be cleared from the file yet.
    StillToClear(Box<Self>),
    /// Another window is replacing the file.
    BeingReplaced,
    /// Another window has the journal open, and nobody may.
    NotAlone,
    /// There is no room for a new file.
    NoRoom(io::Error),
    /// The journal could not be written anew.
    NotRemade {
        /// The journal.
        path: PathBuf,
        /// Whether that is because the disk is full.
        is_full: bool,
        /// Why.
        source: Box<Self>,
    },
    /// Anything else.
    Unexpected(Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Names the newest backup, where that is a help.
    pub(super) fn with_backup(mut self, newest: impl FnOnce() -> Option<PathBuf>) -> Self {
        if let Self::Damaged { backup, .. } | Self::Unreadable { backup, .. } = &mut self
            && backup.is_none()
        {
            *backup = newest();
        }
        self
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.what(), self.words(), self.todo())
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Full(source) | Self::Busy(source) | Self::InUse(source) | Self::Disk(source) => {
                Some(source)
            }
            Self::Damaged { source, .. } => Some(source),
            Self::CannotMake { source, .. } | Self::NoRoom(source) => Some(source),
            Self::CannotOpen { source, .. } => source.as_ref().map(|it| it as _),
            Self::NotRemade { source, .. } | Self::StillToClear(source) => Some(source.as_ref()),
            Self::NoBackup { source, .. }
            | Self::BackupUnreadable { source, .. }
            | Self::Unexpected(source) => Some(source.as_ref()),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(source: rusqlite::Error) -> Self {
        if matches!(
            source,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..)
        ) {
            return Self::Damaged {
                backup: None,
                source,
            };
        }
        match source.sqlite_error_code() {
            // The shared file beside the journal cannot grow: on a full disk it is the first to say so.
            _ if source.sqlite_extended_error_code()
                == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) =>
            {
                Self::Full(source)
            }
            Some(ErrorCode::DiskFull) => Self::Full(source),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(source),
            Some(ErrorCode::SystemIoFailure) => Self::Disk(source),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(WhyReadOnly::File),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged {
                backup: None,
                source,
            },
            _ => Self::Unexpected(Box::new(source)),
        }
    }
}
