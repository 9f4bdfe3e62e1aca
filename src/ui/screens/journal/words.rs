//! The words of the journal's list.

/// In the top row.
pub(super) const JOURNAL: &str = "Journal";
/// Where there is no entry yet.
pub(super) const WHAT_WILL_BE: &str =
    "Your entries will be here, the newest first. What is half-done waits on Home.";
/// How there comes to be one.
pub(super) const HOW_TO_BEGIN: &str = "Esc goes back: there you can land, or begin a reflection.";
/// Where there are none, but the last one was taken out here.
pub(super) const NONE_LEFT: &str = "There is nothing in your journal now.";
/// On a practice entry.
pub(super) const PRACTICE: &str = "practice";
