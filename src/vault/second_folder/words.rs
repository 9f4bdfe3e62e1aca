//! The words of the second folder.

/// Where one is.
pub(super) const TITLE: &str = "A second folder for backups";
/// Why one is worth it.
pub(super) const WHY: &str = "If this disk breaks, a second set of backups is still there. \
     It can be on a stick, or on another disk.";
/// Before the line.
pub(super) const FOLDER: &str = "The folder";
/// The row that leaves it.
pub(super) const LEAVE_IT: &str = "Leave it so";
/// The row that names another.
pub(super) const ANOTHER: &str = "Name another folder";
/// The row that takes it away.
pub(super) const NONE: &str = "Use no second folder";
/// Where it is not there.
pub(super) const NOT_THERE_NOW: &str =
    "It is not there now. When it is, the next backup goes there too.";
/// Why to try it at once.
pub(super) const SHOWS: &str = "A backup now shows that it works.";
/// The row that tries it.
pub(super) const NOW: &str = "Make a backup there now";
/// The row that waits.
pub(super) const LATER: &str = "Later";
/// When it was taken away.
pub(super) const TAKEN_AWAY: &str =
    "No second folder is used any more. What is in it stays there. Erase it yourself if you like.";

/// Which it is.
pub(super) fn is(folder: &str) -> String {
    format!("Backups go to this folder as well: {folder}")
}

/// In place of one that is not there.
pub(super) fn is_not_there(folder: &str) -> String {
    format!(
        "There is no folder {folder} now. If it is on a stick or a disk that is away, Enter once more keeps the name."
    )
}

/// In place of one that is no folder.
pub(super) fn is_a_file(path: &str) -> String {
    format!("This is a file, and no folder: {path}")
}

/// Where they will go.
pub(super) fn will_go(folder: &str) -> String {
    format!("From now on backups go to this folder as well: {folder}")
}
