//! The few words around an entry that no pack changes.

/// In the top row.
pub(super) const JOURNAL: &str = "Journal";
/// The same for practice, which is kept apart from it.
pub(super) const PRACTICE: &str = "Practice";
/// When the entry is not there.
pub(super) const NOT_THERE: &str = "This entry is not in your journal now.";
/// Under the trouble of one entry.
pub(super) const REST_IS_THERE: &str = "The other entries are there as before.";
/// At the oldest entry.
pub(super) const NONE_BEFORE: &str = "This is the oldest entry here.";
/// At the newest entry.
pub(super) const NONE_AFTER: &str = "This is the newest entry.";
/// Over an entry that was taken out just now.
pub(super) const IS_OUT: &str = "This is taken out of your journal. Undo: Ctrl+Z";
/// The same for practice.
pub(super) const PRACTICE_IS_OUT: &str = "This is taken out of your practice. Undo: Ctrl+Z";
/// When it was taken out while it was open here.
pub(super) const TAKEN_OUT: &str = "This entry was taken out of your journal.";
/// What can be done then.
pub(super) const BRING_IT_BACK: &str =
    "Ctrl+Z brings it back, unless it was deleted for ever. Esc goes back.";
/// When nothing on the page was searched for.
pub(super) const NOTHING_LOOKED_FOR: &str = "Nothing on this page was looked for.";
