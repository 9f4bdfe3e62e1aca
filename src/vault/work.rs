//! What can be done to the journal's file, and what comes of it.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::{Backup, Checked, Holds, Id, Keeping, Listed, Remade};
use crate::key::{Passphrase, RecoveryCode, Secret};

/// Something to do. Each is wholly done or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// Look at how the journal is kept. Gives [`Came::Keeping`].
    Look,
    /// Lock it with this passphrase. Gives [`Came::Locked`].
    Lock(Passphrase),
    /// Lock it with another passphrase. Gives [`Came::Locked`].
    Change {
        /// What opens it now.
        current: Secret,
        /// What is to open it.
        new: Passphrase,
    },
    /// Unlock it for good. Gives [`Came::Unlocked`].
    Remove {
        /// What opens it now.
        current: Secret,
    },
    /// See whether this opens the journal that is open. Gives [`Came::Fits`].
    Try(Secret),
    /// Make a backup now, in the second folder too. Gives [`Came::BackedUp`].
    BackUp,
    /// Look at what a backup holds, and at what the journal holds. Gives [`Came::Holds`], or
    /// [`Came::NeedsSecret`].
    Holds {
        /// Which backup.
        backup: PathBuf,
        /// What opens it, if the journal's own key does not.
        secret: Option<Secret>,
    },
    /// Put a backup in the journal's place. What is there now is backed up first. Gives
    /// [`Came::Restored`].
    Restore {
        /// Which backup.
        backup: PathBuf,
        /// What opens it, if the journal's own key does not.
        secret: Option<Secret>,
    },
    /// Look the journal over. Gives [`Came::Checked`].
    Check,
    /// List what was finished before this day. Gives [`Came::Older`].
    Older(NaiveDate),
    /// List what was taken out of the journal and is still in its file. Gives [`Came::Older`].
    TakenOut,
    /// Bring an entry back that was taken out. Gives [`Came::BroughtBack`].
    BringBack(Id),
    /// Delete entries for ever. Gives [`Came::Erased`].
    Erase(Vec<Id>),
    /// Delete them from every backup as well. Gives [`Came::Cleaned`].
    EraseFromBackups(Vec<Id>),
    /// Erase the journal, its backups, and every file of ours beside it. Gives
    /// [`Came::AllErased`].
    EraseEverything,
    /// Write the page with the recovery code to a new file. Gives [`Came::PageSaved`].
    SavePage {
        /// Where; a folder is taken for a file in it.
        to: PathBuf,
        /// The page.
        page: Page,
    },
    /// See what is at this place. Gives [`Came::IsAt`].
    WhatIsAt(PathBuf),
    /// Have the page with the recovery code printed. Gives [`Came::Printed`].
    PrintPage(Page),
}

/// What is at a place on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// Nothing that can be seen.
    Nothing,
    /// A folder.
    Folder,
    /// A file, or anything else.
    File,
}

/// A page with a secret on it.
#[derive(Clone, PartialEq, Eq)]
pub struct Page(pub zeroize::Zeroizing<String>);

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Page(…)")
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// How the journal is kept.
    Keeping(Box<Keeping>),
    /// It is locked, and this code opens it.
    Locked {
        /// The code.
        code: RecoveryCode,
        /// What became of the backups.
        backups: Remade,
    },
    /// It is not locked any more.
    Unlocked {
        /// What became of the backups.
        backups: Remade,
    },
    /// Whether it opens the journal.
    Fits(bool),
    /// The backup is made; the second is the one in the second folder, or why there is none.
    BackedUp {
        /// Beside the journal.
        here: Backup,
        /// In the second folder, if the person named one.
        second: Option<Result<Backup, String>>,
    },
    /// What a backup holds.
    Holds {
        /// The backup.
        backup: Box<Holds>,
        /// The journal; `None` when it cannot be read.
        journal: Option<Box<Holds>>,
    },
    /// The backup does not open with the journal's key, or with what was given.
    NeedsSecret,
    /// The backup is the journal now; what was there before is in this file.
    Restored {
        /// Where what was there before is.
        before: Option<PathBuf>,
    },
    /// The journal was looked over.
    Checked(Box<Checked>),
    /// Older entries, newest first.
    Older {
        /// Those in the journal's list.
        entries: Vec<Listed>,
        /// Those that were taken out: their words are still in the file.
        taken_out: Vec<Listed>,
    },
    /// The entry is in the journal's list again.
    BroughtBack,
    /// They are erased from the journal; these backups still hold them.
    Erased {
        /// The backups, those in the second folder too.
        held_by: Vec<Backup>,
        /// The second folder, if it could not be reached: nobody knows what is in it.
        not_reached: Option<PathBuf>,
    },
    /// They are erased from the backups too.
    Cleaned(Remade),
    /// Everything is erased, but for what could not be reached.
    AllErased {
        /// What is still there.
        left: Vec<PathBuf>,
    },
    /// What is at the place.
    IsAt(There),
    /// The page is in this file.
    PageSaved(PathBuf),
    /// The page is on its way to the printer.
    Printed,
    /// It could not be done, and why: what happened, whether the words are safe, what to do.
    Trouble(String),
}
