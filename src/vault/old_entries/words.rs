//! The words of old entries.

use crate::domain::{Length, Listed};
use crate::vault::words::months;

/// Letters of an entry's first words that are shown.
pub(super) const FIRST_LETTERS: usize = 30;

/// What this never does.
pub(super) const NEVER_BY_ITSELF: &str = "Nothing is ever deleted by itself. You can be reminded \
     of old entries, look at them, and delete what you no longer need.";
/// The row of the reminder.
pub(super) const REMIND: &str = "Remind me of old entries";
/// Over its choices.
pub(super) const REMINDED_ON_HOME: &str = "A line on Home says when there are older entries.";
/// The row of the list.
pub(super) const SHOW: &str = "Show everything older than…";
/// The row of what was taken out.
pub(super) const SHOW_TAKEN_OUT: &str = "Show what I took out of my journal";
/// What stands over those.
pub(super) const REMOVED: &str = "What I removed from my journal";
/// When there is nothing that was taken out.
pub(super) const NONE_TAKEN_OUT: &str = "Nothing that you took out is left in the file.";
/// Before the number.
pub(super) const OLDER_THAN: &str = "Show everything that is older than how many months?";
/// Before the line.
pub(super) const MONTHS: &str = "Months";
/// In place of what is no number.
pub(super) const A_NUMBER: &str = "Type a number of months, such as 12.";
/// While it is looked for.
pub(super) const LOOKING: &str = "Looking for them.";
/// Over the list.
pub(super) const CHOOSE_ONE: &str = "Choose one to delete it for ever. It asks first.";
/// Over the list, when all of them were taken out.
pub(super) const CHOOSE_ONE_OUT: &str =
    "Choose one to bring it back, or to delete it for ever. It asks first.";
/// Over the list, when some of them were.
pub(super) const CHOOSE_ONE_OF_BOTH: &str = "Choose one to delete it for ever. It asks first. One that you took out can also be brought back.";
/// What taking out means for one.
pub(super) const ONE_IN_THE_FILE: &str = "What you wrote in it is still in the file.";
/// The row that leaves it.
pub(super) const LEAVE_IT: &str = "Leave it as it is";
/// The row that brings it back.
pub(super) const BRING_BACK: &str = "Bring it back";
/// The row that deletes it.
pub(super) const DELETE_IT: &str = "Delete it for ever";
/// While it is brought back.
pub(super) const BRINGING_BACK: &str = "Bringing it back.";
/// When it is.
pub(super) const IS_BACK: &str = "It is back in your journal.";
/// When some of them were taken out already.
pub(super) const STILL_IN_THE_FILE: &str = "Those that you took out of the journal are still in its file, until they are deleted for ever.";
/// Beside one that was taken out.
pub(super) const TAKEN_OUT: &str = "taken out";
/// The last row.
pub(super) const DELETE_ALL: &str = "Delete all of these for ever";

/// How the reminder is set.
pub(super) fn set(after: u16) -> String {
    match after {
        0 => "never".to_owned(),
        after => format!("after {}", months(after)),
    }
}

/// How many there are.
pub(super) fn are_older(entries: &str, months: &str) -> String {
    format!("Older than {months}: {entries}.")
}

/// Which one was taken out.
pub(super) fn was_taken_out(which: &str) -> String {
    format!("You took this entry out of your journal: {which}")
}

/// What made an entry, where that tells one from another.
pub(super) fn length(listed: &Listed) -> &'static str {
    match listed.length {
        _ if listed.practice => "practice",
        Length::Standard => "",
        Length::Quick => "quick",
        Length::Deep => "deep",
        Length::Three => "three headings",
        Length::NothingMuch => "nothing much",
        Length::Land => "Land",
        Length::Note => "note",
        Length::Story => "my story",
        Length::Vignette => "a story I tried",
    }
}

/// How many were taken out.
pub(super) fn are_taken_out(entries: &str) -> String {
    format!("Taken out, and still in the file: {entries}.")
}

/// When there are none.
pub(super) fn none_older(months: &str) -> String {
    format!("No entry is older than {months}.")
}
