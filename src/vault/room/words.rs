//! The words of the room.

/// The row that locks.
pub(crate) const LOCK: &str = "Lock it with a passphrase";
/// The row for another passphrase.
pub(crate) const CHANGE: &str = "Choose another passphrase";
/// The row that unlocks for good.
pub(crate) const REMOVE: &str = "Unlock it for good";
/// The row for hiding by itself.
pub(crate) const HIDE: &str = "Put the words away after";
/// The row for a backup.
pub(crate) const BACK_UP: &str = "Make a backup now";
/// The row for the second folder.
pub(crate) const SECOND: &str = "A second folder for backups";
/// The row that goes back.
pub(crate) const RESTORE: &str = "Go back to a backup";
/// The row that checks.
pub(crate) const CHECK: &str = "Look the journal over";
/// The row for old entries.
pub(crate) const OLD: &str = "Old entries, and a reminder";
/// The row that erases all.
pub(crate) const ERASE_ALL: &str = "Erase everything";
/// The row for the page about it.
pub(crate) const ABOUT: &str = "What this is, and is not";

/// What comes with another passphrase.
pub(super) const NEW_CODE: &str = "with a new recovery code";
/// Where no second folder is named.
pub(super) const NO_SECOND: &str = "none";
/// Where it is not there.
pub(super) const SECOND_AWAY: &str = "not there now";
/// Where no reminder is set.
pub(super) const NO_REMINDER: &str = "no reminder";

/// How a locked journal stands.
pub(super) const STANDS_LOCKED: &str =
    "Your journal is locked. It takes the passphrase to read it.";
/// How one that is not locked stands.
pub(super) const STANDS_OPEN: &str =
    "Your journal is not locked. Whoever can open your files can read it.";
/// Where there is no backup.
pub(super) const NO_BACKUP: &str = "There is no backup yet.";
/// Over the files that were saved beside it.
pub(super) const RESCUED: &str =
    "Words that did not go into the journal were saved beside it. Erase them when you have them:";

/// Where the file is.
pub(super) fn file_is_here(path: &str) -> String {
    format!("The file is here: {path}")
}

/// When the last backup was made.
pub(super) fn last_backup(when: &str) -> String {
    format!("The last good backup is from {when}.")
}

/// Where the second folder was.
pub(super) fn second_is_away(path: &str) -> String {
    format!("The second folder for backups is not there now: {path}")
}

/// After how long it reminds.
pub(super) fn reminded(months: &str) -> String {
    format!("after {months}")
}
