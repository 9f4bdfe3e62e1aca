//! What can go wrong with a journal, in words for the person who keeps one.
//!
//! Each trouble has three parts: what happened, whether the words are safe, and what to do. The
//! engine's own messages speak of things nobody here has heard of, so they stay in the source.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

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
    /// It was erased, with its backups.
    Erased,
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

impl WhyReadOnly {
    /// Says why, in one sentence.
    pub fn what(&self) -> String {
        match self {
            Self::Asked => "This journal was opened for reading only.".into(),
            Self::OtherWindow { .. } => "This journal is open in another window.".into(),
            Self::File => "The journal file does not allow writing.".into(),
            Self::Folder => "The folder of the journal does not allow writing.".into(),
            Self::Newer { version: None } => "This journal was made by a newer Alongside.".into(),
            Self::Newer { version: Some(it) } => {
                format!("This journal was made by a newer Alongside (version {it}).")
            }
            Self::Erased => "This journal was erased.".into(),
        }
    }

    /// Says what can be done about it.
    pub fn todo(&self) -> &'static str {
        match self {
            Self::Asked => "You can read it here.",
            Self::OtherWindow { .. } => {
                "You can read it here. To write, close the other window first."
            }
            Self::File => "You can read it here. To write, allow changes to the file.",
            Self::Folder => "You can read it here. To write, allow changes in the folder.",
            Self::Newer { .. } => "You can read it here. To write, install the newer Alongside.",
            Self::Erased => "To begin a new one, start Alongside again.",
        }
    }
}

impl StoreError {
    /// Says it in a few words, for the header.
    pub fn short(&self) -> &'static str {
        match self {
            Self::Full(_) | Self::NoRoom(_) | Self::NotRemade { is_full: true, .. } => {
                "the disk is full"
            }
            Self::Busy(_) | Self::InUse(_) => "the journal is in use",
            Self::Disk(_) => "the disk does not answer",
            Self::ReadOnly(WhyReadOnly::Erased) => "the journal was erased",
            Self::ReadOnly(_) => "the journal can only be read here",
            Self::Damaged { .. } => "the journal is damaged",
            Self::Unreadable { .. } => "this entry cannot be read",
            Self::NotAJournal { .. } => "this is not a journal",
            Self::Locked { .. } => "the journal is locked",
            Self::WrongKey { .. } => "the passphrase does not open it",
            Self::Empty { .. } => "the journal file is empty",
            Self::Gone { .. } => "the journal is not there",
            Self::Older => "the journal is an older one",
            Self::IsFolder(_) => "this is a folder",
            Self::NotThere(_) => "there is no journal",
            Self::CannotMake { .. } => "the journal cannot be made",
            Self::CannotOpen { .. } => "the journal cannot be opened",
            Self::NoBackup { .. } => "a backup cannot be made",
            Self::NoRoomForBackup(_) => "there is no room for a backup",
            Self::NoSecondFolder(_) => "the second folder is not there",
            Self::BackupUnreadable { .. } => "this backup cannot be read",
            Self::BackupLocked(_) => "this backup is locked",
            Self::BackupInTwo(_) => "this backup is in two files",
            Self::NoBackupButItself(_) => "this is no backup",
            Self::StillToClear(_) => "the words are still to be cleared",
            Self::BeingReplaced => "the journal is being replaced",
            Self::NotAlone => "another window has the journal open",
            Self::NotRemade { .. } => "the journal could not be written anew",
            Self::Unexpected(_) => "the journal did not answer",
        }
    }

    /// Says what happened.
    pub fn what(&self) -> String {
        match self {
            Self::Full(_) => "The disk is full.".into(),
            Self::Busy(_) | Self::InUse(_) => "Another program is writing in the journal.".into(),
            Self::Disk(_) => "The disk could not be read or written.".into(),
            Self::ReadOnly(why) => why.what(),
            Self::Damaged { .. } => "Part of the journal file is damaged.".into(),
            Self::Unreadable { .. } => {
                "This entry cannot be read: the file was damaged or changed.".into()
            }
            Self::NotAJournal { path, .. } => {
                format!(
                    "{} is not a journal, or its beginning is damaged.",
                    path.display()
                )
            }
            Self::Locked { .. } => "This journal is locked.".into(),
            Self::WrongKey { .. } => "That passphrase does not open this journal.".into(),
            Self::Empty { path, .. } => format!("The journal file is empty: {}.", path.display()),
            Self::Gone { path, .. } => {
                let path = path.display();
                format!("There is no journal at {path}, but there is a backup of one.")
            }
            Self::Older => "This journal was made by an older Alongside.".into(),
            Self::IsFolder(path) => format!("{} is a folder, not a journal.", path.display()),
            Self::NotThere(path) => format!("There is no journal at {}.", path.display()),
            Self::CannotMake { path, source } => {
                format!(
                    "A journal cannot be made at {}: {}.",
                    path.display(),
                    cause(source)
                )
            }
            Self::CannotOpen { path, .. } => {
                format!("The journal at {} cannot be opened.", path.display())
            }
            Self::NoBackup { path, .. }
            | Self::NoRoomForBackup(path)
            | Self::NoSecondFolder(path)
            | Self::BackupUnreadable { path, .. }
            | Self::BackupLocked(path)
            | Self::BackupInTwo(path)
            | Self::NoBackupButItself(path) => self.what_of_a_backup(path),
            Self::StillToClear(_) => "The words are not cleared from the disk yet.".into(),
            Self::BeingReplaced => "Another window is replacing the journal file.".into(),
            Self::NotAlone => "Another window has this journal open.".into(),
            Self::NoRoom(_) | Self::NotRemade { is_full: true, .. } => {
                "There is no room on the disk to write the journal anew.".into()
            }
            Self::NotRemade { .. } => "The journal could not be written anew.".into(),
            Self::Unexpected(_) => "The journal gave an answer we did not expect.".into(),
        }
    }

    /// Says what happened to a backup, or in a folder of backups.
    fn what_of_a_backup(&self, path: &Path) -> String {
        let what = match self {
            Self::NoRoomForBackup(_) => "There is no room for a backup in",
            Self::NoSecondFolder(_) => "The second folder for backups is not there:",
            Self::BackupUnreadable { .. } => "This backup cannot be read:",
            Self::BackupLocked(_) => "This backup needs its own passphrase:",
            Self::BackupInTwo(_) => "A second file holds the last words of this backup:",
            Self::NoBackupButItself(_) => "This is your journal itself, and no backup:",
            _ => "A backup could not be made in",
        };
        format!("{what} {}.", path.display())
    }

    /// Says whether the words are safe.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Full(_) | Self::Busy(_) | Self::Disk(_) | Self::Unexpected(_) => {
                "Your words are still on the screen."
            }
            Self::Unreadable { .. } => "Your other entries are still there.",
            Self::NotThere(_) | Self::Gone { .. } | Self::CannotMake { .. } | Self::IsFolder(_) => {
                "Nothing was written."
            }
            Self::NoBackup { .. }
            | Self::NoRoomForBackup(_)
            | Self::NoSecondFolder(_)
            | Self::BackupUnreadable { .. }
            | Self::BackupLocked(_)
            | Self::BackupInTwo(_)
            | Self::NoBackupButItself(_) => "Your journal is as it was.",
            Self::ReadOnly(WhyReadOnly::Erased) => "Nothing of it is left in that place.",
            Self::StillToClear(_) => "They are gone from every list.",
            _ => "Nothing in the file was changed.",
        }
    }

    /// Says what to do.
    pub fn todo(&self) -> String {
        match self {
            Self::Full(_) => "Make some room, and they will be saved by themselves.".into(),
            Self::Busy(_) => "They will be saved by themselves when it is free.".into(),
            Self::InUse(_) => "Wait a moment, then open it again.".into(),
            Self::Disk(_) => {
                "See that the disk is there, and they will be saved by themselves.".into()
            }
            Self::ReadOnly(why) => why.todo().into(),
            Self::Damaged { backup, .. } | Self::Unreadable { backup, .. } => look_in(
                backup.as_deref(),
                "Copy the file to a safe place before anything else.",
            ),
            Self::NotAJournal { backup, .. } => {
                look_in(backup.as_deref(), "See that this is the file you meant.")
            }
            Self::Locked { .. } => "Give your passphrase, and it opens.".into(),
            Self::WrongKey { backup, .. } => type_it_again(backup.as_deref()),
            Self::Gone { backup, .. } => {
                let newest = look_in(Some(backup), "");
                format!("{newest} To begin a new journal, move the folder of backups away first.")
            }
            Self::Empty { backup, .. } => look_in(
                backup.as_deref(),
                "To begin a new journal, move this file away first.",
            ),
            Self::Older => "Open it once for writing, and it will be brought up to date.".into(),
            Self::IsFolder(path) => {
                format!(
                    "Name a file in it, such as {}.",
                    path.join("journal.db").display()
                )
            }
            Self::NotThere(_) => "See that this is the place you meant.".into(),
            Self::CannotMake { .. } => "Choose another place with --journal and a path.".into(),
            Self::CannotOpen { .. } => {
                "See that you are allowed to read and write this file.".into()
            }
            Self::NoBackup { .. }
            | Self::NoRoomForBackup(_)
            | Self::NoSecondFolder(_)
            | Self::BackupUnreadable { .. }
            | Self::BackupLocked(_)
            | Self::BackupInTwo(_)
            | Self::NoBackupButItself(_)
            | Self::StillToClear(_) => self.todo_beside_the_journal().into(),
            Self::BeingReplaced => "Wait until it is done, then open the journal again.".into(),
            Self::NotAlone => "Close the other window first, then try again.".into(),
            Self::NoRoom(_) | Self::NotRemade { is_full: true, .. } => {
                "Make some room, then try again.".into()
            }
            Self::NotRemade { source, .. } => {
                format!("Try again. For a report, note this: {}", source.what())
            }
            Self::Unexpected(source) => {
                format!("It will be tried again. For a report, note this: {source}")
            }
        }
    }

    /// Says what to do about the backups.
    fn todo_beside_the_journal(&self) -> &'static str {
        match self {
            Self::NoRoomForBackup(_) => "Make some room there, then try again.",
            Self::NoSecondFolder(_) => "Plug it in, or choose another folder.",
            Self::BackupUnreadable { .. } | Self::NoBackupButItself(_) => "Choose another backup.",
            Self::BackupInTwo(_) => {
                "To bring them into one, type alongside --journal, its path, then check."
            }
            Self::BackupLocked(_) => "Give the passphrase it was made with.",
            Self::StillToClear(_) => "Make some room, and they will be cleared by themselves.",
            _ => "See that there is room and that you may write there. Then try again.",
        }
    }

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

fn type_it_again(backup: Option<&Path>) -> String {
    let again = "Try again: see that Caps Lock is off.";
    let damaged = "If you are sure of it, the file may be damaged.";
    let all = format!("{again} {damaged} {}", look_in(backup, ""));
    all.trim_end().to_owned()
}

fn look_in(backup: Option<&Path>, otherwise: &str) -> String {
    let Some(path) = backup else {
        return otherwise.to_owned();
    };
    let newest = format!("Your newest backup is {}.", path.display());
    format!("{newest} To go back to it, type: alongside restore.")
}

/// Says an input or output trouble without the system's numbers.
fn cause(source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::PermissionDenied => "you are not allowed to write there".into(),
        io::ErrorKind::ReadOnlyFilesystem => "that disk can only be read".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "part of the path is a file, not a folder".into()
        }
        io::ErrorKind::InvalidFilename => "the name is too long, or not a name".into(),
        _ => source.to_string(),
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
