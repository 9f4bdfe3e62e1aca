//! The words of going back to a backup.

use crate::vault::days::capital;
use crate::vault::words::{count, in_words};

/// Where one is.
pub(super) const TITLE: &str = "Go back to a backup";
/// Where there is none.
pub(super) const NONE: &str = "There is no backup yet.";
/// Over the list.
pub(super) const WHICH: &str =
    "Which one? First you see what it holds. Nothing is changed before you say so.";
/// After why one in the second folder was made.
pub(super) const SECOND: &str = "second folder";
/// While it is looked into.
pub(super) const LOOKING: &str = "Looking at what this backup holds.";
/// When it has another passphrase.
pub(super) const OTHER_PASSPHRASE: &str =
    "This backup is locked. Its passphrase is the journal's own, or one that you had before.";
/// Before the line.
pub(super) const ITS_SECRET: &str = "Its passphrase, or its recovery code";
/// After one that does not open it.
pub(super) const DOES_NOT_OPEN: &str =
    "That does not open this backup. Nothing is changed. You can try again.";
/// When the journal cannot be read.
pub(super) const JOURNAL_UNREADABLE: &str =
    "Your journal cannot be read now. If its file is there, it is put aside, not erased.";
/// When the card would be gone.
pub(super) const NO_CARD: &str = "Your support card is not filled in there.";
/// When the page on keeping well would be gone.
pub(super) const NO_KEEP_WELL: &str = "Your page on keeping well is not in it.";
/// When saved searches would be gone.
pub(super) const FEWER_SEARCHES: &str = "It has fewer saved searches than your journal.";
/// When something that was said of the longer view would be gone.
pub(super) const LESS_LONGER_VIEW: &str = "Not all you said of how sure you feel is in it.";
/// When something that was said about an intention would be gone.
pub(super) const LESS_SAID: &str = "Not all you said about what you carry forward is in it.";
/// What becomes of what is there now.
pub(super) const PUT_ASIDE: &str =
    "If you go back, your journal as it is now is kept as a backup first.";
/// The row that leaves it.
pub(super) const KEEP: &str = "Keep my journal as it is";
/// The same, when it cannot be read.
pub(super) const KEEP_UNREADABLE: &str = "Leave everything as it is";
/// The row that goes back.
pub(super) const GO_BACK: &str = "Go back to this backup";
/// While it is done.
pub(super) const BUSY: &str = "Putting the backup in place. What is there now is kept first.";
/// When it is done.
pub(super) const RESTORED: &str = "Your journal is now as it was in the backup.";
/// When it had another passphrase.
pub(super) const ITS_PASSPHRASE: &str = "It opens with the passphrase of that backup from now on.";

/// Which one was chosen.
pub(super) fn chosen(path: &str) -> String {
    format!("The file of this backup: {path}")
}

/// What the backup holds.
pub(super) fn this_backup(holds: &str) -> String {
    format!("This backup: {holds}.")
}

/// What the journal holds.
pub(super) fn journal_now(holds: &str) -> String {
    format!("Your journal now: {holds}.")
}

/// What else is among the entries that are counted.
pub(super) const PRACTICE_TOO: &str = "What you practised is counted too.";

/// How many there are, and from when the last is.
pub(super) fn the_last_from(entries: &str, day: &str) -> String {
    format!("{entries}, the last from {day}")
}

/// What would be gone.
pub(super) fn not_in_backup(number: usize, days: &str) -> String {
    let are = if number == 1 { "is" } else { "are" };
    format!(
        "{} in your journal {are} not in this backup: {days}.",
        entries_first(number)
    )
}

/// So many entries, at the start of a sentence.
fn entries_first(number: usize) -> String {
    let entries = if number == 1 { "entry" } else { "entries" };
    format!("{} {entries}", capital(&in_words(number)))
}

/// What would come back.
pub(super) fn not_in_journal(number: usize, days: &str) -> String {
    let are = if number == 1 { "is" } else { "are" };
    format!(
        "{} in this backup {are} not in your journal, and would come back: {days}.",
        entries_first(number)
    )
}

/// What is half-done in both.
pub(super) fn half_done(backup: usize, journal: usize) -> String {
    let half = |number| count(number, "half-done reflection", "half-done reflections");
    format!(
        "In the backup: {}. In your journal: {}.",
        half(backup),
        half(journal)
    )
}

/// What is half-written in both, beside reflections.
pub(super) fn half_written(backup: usize, journal: usize) -> String {
    let half = |number| count(number, "half-written page", "half-written pages");
    format!(
        "In the backup: {}. In your journal: {}.",
        half(backup),
        half(journal)
    )
}

/// The hours of supervision in both.
pub(super) fn meetings(backup: usize, journal: usize) -> String {
    let hours = |number| count(number, "hour of supervision", "hours of supervision");
    format!(
        "In the backup: {}. In your journal: {}.",
        hours(backup),
        hours(journal)
    )
}

/// Where what was there before is.
pub(super) fn before(path: &str) -> String {
    format!("What was there before is kept here: {path}")
}
