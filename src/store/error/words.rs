//! Every trouble with a journal, in words for the person who keeps one.
//!
//! Each has three parts: what happened, whether the words are safe, and what to do.

use std::io;
use std::path::Path;

use super::{OldForm, StoreError, WhyReadOnly};

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
            Self::OldForm(why) => why.what().into(),
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
            Self::OldForm(why) => why.todo(),
            Self::Erased => "To begin a new one, start Alongside again.",
        }
    }
}

impl OldForm {
    fn what(self) -> &'static str {
        match self {
            Self::Damaged => {
                "This journal is an older one and part of it is damaged, so its file was left as it is."
            }
            Self::NoCopy => {
                "No backup of this older journal could be made, so its file was left as it is."
            }
            Self::NoRoom => {
                "There is no room to bring this older journal up to date, so its file was left as it is."
            }
            Self::Otherwise => {
                "This older journal could not be brought up to date, so its file was left as it is."
            }
        }
    }

    fn todo(self) -> &'static str {
        match self {
            Self::Damaged => {
                "You can read here what can be read. \
                 To see what is damaged, leave and type: alongside check. \
                 To go back to a backup, type: alongside restore."
            }
            Self::NoCopy => {
                "Your words are safe, and you can read them here. \
                 To write, see that you may write in its folder, then open it again."
            }
            Self::NoRoom => {
                "Your words are safe, and you can read them here. \
                 To write, make some room, then open it again."
            }
            Self::Otherwise => {
                "Your words are safe, and you can read them here. \
                 To see more, leave and type: alongside check."
            }
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
            Self::NotInJournal { .. } => "this entry is not in the journal",
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
            Self::Unreadable { is_newer, .. } => not_read(*is_newer).into(),
            Self::NotInJournal { taken_out } => not_in_journal(*taken_out).into(),
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
            Self::Unreadable { is_newer: true, .. } => "It is whole, as it was written.",
            Self::Unreadable { .. } => "Your other entries are still there.",
            Self::NotInJournal { .. } => "What you typed just now is kept as you typed it.",
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
            Self::Unreadable { is_newer: true, .. } => "To read it, use the newer one.".into(),
            Self::Damaged { backup, .. } | Self::Unreadable { backup, .. } => {
                look_in(backup.as_deref(), COPY_IT_FIRST)
            }
            Self::NotInJournal { taken_out } => your_words_are(*taken_out).into(),
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
}

/// What to do with a damaged file of which there is no backup.
const COPY_IT_FIRST: &str = "Copy the file to a safe place before anything else.";

/// Why an entry cannot be read: a newer one is whole, and only this program too old for it.
fn not_read(is_newer: bool) -> &'static str {
    if is_newer {
        return "This entry was written by a newer Alongside, so it cannot be read here.";
    }
    "This entry cannot be read: the file was damaged or changed."
}

/// Where an entry is that is not in the journal: one that was taken out can be brought back.
fn not_in_journal(taken_out: bool) -> &'static str {
    if taken_out {
        return "This entry was taken out of the journal meanwhile.";
    }
    "This entry is not in the journal any more."
}

/// Where the words are that were typed for an entry that is not there any more.
fn your_words_are(taken_out: bool) -> &'static str {
    if taken_out {
        return "Bring the entry back. Then open the same page again: your words are on it.";
    }
    "Home shows you these words again. Copy there what you want to keep."
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
