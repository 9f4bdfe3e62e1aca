//! Where the words are kept, and what stands beside them.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::Id;

/// How the journal is kept, as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// The journal's file.
    pub journal: PathBuf,
    /// Whether a passphrase is needed to open it.
    pub locked: bool,
    /// Why nothing can be written, if so.
    pub read_only: Option<String>,
    /// The backups beside it, newest first.
    pub backups: Vec<Backup>,
    /// The second folder for backups, if the person named one.
    pub second: Option<SecondFolder>,
    /// The day of the oldest entry.
    pub oldest: Option<NaiveDate>,
    /// How many entries there are.
    pub entries: usize,
    /// Rescue files that stand beside the journal.
    pub rescued: Vec<PathBuf>,
    /// Files with words beside a locked journal that are not locked with it.
    pub not_locked: Vec<PathBuf>,
}

/// The second folder for backups, such as one on a stick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondFolder {
    /// The folder the person named.
    pub folder: PathBuf,
    /// Whether it is there now.
    pub is_there: bool,
    /// The backups in it, newest first.
    pub backups: Vec<Backup>,
}

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was made, by the clock on the wall there.
    pub made: NaiveDateTime,
    /// What it was made for.
    pub why: BackupWhy,
}

/// What a backup is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupWhy {
    /// The day's own.
    Daily,
    /// The person asked for it.
    Asked,
    /// Before the journal's form is changed.
    NewForm,
    /// Before another backup takes its place.
    Restore,
    /// After the key was changed.
    NewKey,
    /// Anything else; made by another version.
    Other,
}

/// What a backup, or the journal itself, holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Its entries, those that were taken out left aside.
    pub entries: Vec<(Id, NaiveDate)>,
    /// How many walks are half-done in it.
    pub half_done: usize,
    /// How many other pages are half-written, such as the line for an hour of supervision.
    pub half_written: usize,
    /// Whether the page on keeping well is there.
    pub keeps_well: bool,
    /// How many searches are kept.
    pub searches: usize,
    /// How often something was said of the longer view.
    pub longer_views: usize,
    /// How often something was said about an intention in the room where they are kept.
    pub said: usize,
    /// Whether the support card is filled in.
    pub has_card: bool,
    /// How many hours of supervision are written down in it.
    pub meetings: usize,
    /// The last time something was finished in it.
    pub last: Option<DateTime<FixedOffset>>,
}

/// What came of looking the journal over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many entries can be read.
    pub entries: usize,
    /// How many versions were looked at, earlier ones too.
    pub revisions: usize,
    /// The entries that cannot be read, or an earlier version of them.
    pub unreadable: Vec<Id>,
    /// What the engine says about the file, for a report.
    pub file: Vec<String>,
    /// Files that others on this computer may read.
    pub open_to_others: Vec<PathBuf>,
    /// The newest backup that is whole.
    pub good_backup: Option<Backup>,
    /// Backups that are damaged, or that this key does not open.
    pub bad_backups: Vec<PathBuf>,
    /// Backups of a locked journal that anyone can read who has the file.
    pub open_backups: Vec<PathBuf>,
}

impl Checked {
    /// Tells whether everything is as it was written.
    pub fn is_sound(&self) -> bool {
        self.unreadable.is_empty() && self.file.is_empty()
    }
}

/// What became of the backups when they had to be made anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remade {
    /// How many are made anew.
    pub remade: usize,
    /// How many could not be made anew and are gone.
    pub removed: usize,
    /// Where there are some that could not be reached.
    pub not_reached: Option<PathBuf>,
    /// Other files with words beside the journal, which do not have its key and stay as they are.
    pub stay: Vec<PathBuf>,
}

impl Remade {
    /// Adds what became of the backups in another folder.
    pub fn and(&mut self, other: Self) {
        self.remade += other.remade;
        self.removed += other.removed;
        self.not_reached = self.not_reached.take().or(other.not_reached);
        self.stay.extend(other.stay);
    }
}
