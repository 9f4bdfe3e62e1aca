//! The few words around an entry that no pack changes.

/// In the top row.
pub(super) const JOURNAL: &str = "Journal";
/// One line caught from the shell, where others say what kind of time it was.
pub(super) const A_LINE: &str = "A line";
/// A walk that did not say what kind of time it was.
pub(super) const A_REFLECTION: &str = "A reflection";
/// A practice entry.
pub(super) const PRACTICE: &str = "Practice";
/// One minute.
pub(super) const MINUTE: &str = "minute";
/// Minutes.
pub(super) const MINUTES: &str = "minutes";
/// Under an answer that points to the moment.
pub(super) const POINTS: &str = "This points to my moment.";
/// Over what was written to the go-deeper question.
pub(super) const DEEPER: &str = "Going deeper";
/// Over how it left me.
pub(super) const LEFT_ME: &str = "How this left me";
/// When it is on the list for supervision without a line.
pub(super) const ON_MY_LIST: &str = "It is on my list.";
/// Over the intention from before.
pub(super) const LAST_TIME: &str = "Last time I wrote";
/// Over labels of the worker's own.
pub(super) const TAGS: &str = "My labels";
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
