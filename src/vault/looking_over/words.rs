//! The words of looking the journal over.

use crate::vault::words::{count, entries};

/// Lines of a report that are shown; a damaged file can give thousands.
pub(super) const MOST_LINES: usize = 40;

/// While it is done.
pub(super) const BUSY: &str = "Reading every entry and every backup. A long journal takes a while.";
/// The row that ends it.
pub(super) const DONE: &str = "Done";
/// The row with the technical lines.
pub(super) const REPORT: &str = "For a report";
/// Over them.
pub(super) const OVER_REPORT: &str =
    "This is what the file itself says. It holds none of your words. Add it if you report a fault.";
/// When the file is damaged.
pub(super) const FILE_DAMAGED: &str = "The file itself is damaged in places.";
/// When none of the entries can be read.
pub(super) const NOTHING_READS: &str = "No entry in this journal can be read.";
/// What to do about it.
pub(super) const WHAT_TO_DO: &str =
    "You can go on reading and writing, or go back to a backup from before.";
/// What to do about it, where there is no whole backup.
pub(super) const GO_ON: &str = "You can go on reading and writing.";
/// What to do when nothing can be read.
pub(super) const GO_BACK: &str =
    "Go back to a backup from before. Your journal as it is now is kept as well.";
/// Where there is no whole backup, and nothing to make one of.
pub(super) const NO_BACKUP_HERE: &str = "There is no whole backup here. If you have one elsewhere, \
     such as on a stick, you can still go back to it.";
/// Where there is no whole backup.
pub(super) const NO_GOOD_BACKUP: &str = "There is no whole backup. It is time to make one.";
/// Over the backups that are not whole.
pub(super) const BACKUPS_NOT_WHOLE: &str =
    "These backups are damaged, or have another passphrase. They do no harm and can be erased:";
/// Over the backups that anyone can read.
pub(super) const BACKUPS_NOT_LOCKED: &str = "These backups are not locked. Anyone who has the file \
     can read them:";
/// What to do about them.
pub(super) const LOCKS_THEM: &str = "Make a backup now, and these are locked as well.";
/// Over the files others may read.
pub(super) const OPEN_TO_OTHERS: &str =
    "Others who use this computer may be able to read these files. Have them closed to others:";

/// How much can be read.
pub(super) fn counted(number: usize, earlier: usize) -> String {
    let entries = entries(number);
    match earlier {
        0 => entries,
        earlier => {
            let earlier = count(earlier, "earlier version", "earlier versions");
            format!("{entries} and {earlier}")
        }
    }
}

/// When all of it can.
pub(super) fn everything(read: &str) -> String {
    format!("Everything can be read: {read}.")
}

/// How much can, when not all of it can.
pub(super) fn can_read(read: &str) -> String {
    format!("Can be read: {read}.")
}

/// What cannot.
pub(super) fn cannot_be_read(number: usize, days: &str) -> String {
    let entries = entries(number);
    if days.is_empty() {
        format!("Cannot be read: {entries}.")
    } else {
        format!("Cannot be read: {entries}, begun on or about {days}.")
    }
}

/// Which backup is whole.
pub(super) fn good_backup(when: &str) -> String {
    format!("The newest whole backup is from {when}.")
}
