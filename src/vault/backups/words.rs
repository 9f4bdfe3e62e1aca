//! The words of a backup.

/// Where one is.
pub(super) const TITLE: &str = "Backup";
/// While it is made.
pub(super) const BUSY: &str = "Making a backup, and reading it back.";
/// When there is none in the second folder.
pub(super) const NOT_THERE: &str = "There is no new backup in the second folder.";

/// Where it is.
pub(super) fn made(path: &str) -> String {
    format!("The backup is made, and was read back whole. It is here: {path}")
}

/// Where the second one is.
pub(super) fn there_too(path: &str) -> String {
    format!("And here, in the second folder: {path}")
}
