//! The words of the journal's list and of its search box.

/// In the top row.
pub(super) const JOURNAL: &str = "Journal";
/// Where there is no entry yet.
pub(super) const WHAT_WILL_BE: &str =
    "Your entries will be here, the newest first. What is half-done waits on Home.";
/// Where there is practice, and nothing real.
pub(super) const PRACTICE_IS_APART: &str =
    "What you practised is kept apart. It is in the practice room.";
/// How there comes to be one.
pub(super) const HOW_TO_BEGIN: &str = "Esc goes back: there you can land, or begin a reflection.";
/// Where there are none, but the last one was taken out here.
pub(super) const NONE_LEFT: &str = "There is nothing in your journal now.";
/// On a practice entry.
pub(super) const PRACTICE: &str = "practice";
/// In place of the words of an entry that is damaged.
pub(super) const CANNOT_BE_READ: &str = "This one cannot be read";
/// Before what is typed into the search box; with air after it.
pub(super) const FIND: &str = "Find ";
/// The key that leads to the search box.
pub(super) const FIND_KEY: &str = "Ctrl+F";
/// Beside that key.
pub(super) const FIND_SOMETHING: &str = "find something I wrote";
/// Over what was found only within longer words.
pub(super) const PART_OF_A_WORD: &str = "Where it is part of a longer word";
/// When nothing was found.
pub(super) const NOTHING_FOUND: &str = "Nothing in your journal has all of this.";
/// Over what was found last, while what is typed is no search.
pub(super) const FOUND_BEFORE: &str = "Below is still what was found before.";
/// The same over the whole journal.
pub(super) const ALL_ENTRIES: &str = "Below are still all entries.";
/// What to try then.
pub(super) const FEWER_WORDS: &str = "Fewer words find more. Ctrl+K in the box tells how to find.";
/// When the focused entry is not there any more.
pub(super) const NOT_THERE: &str = "This entry is not in your journal now.";
/// Under the trouble of one entry.
pub(super) const REST_IS_THERE: &str = "The other entries are there as before.";
/// When a search is to be put in another order, and there is none.
pub(super) const FIND_FIRST: &str = "This is for what was found. Ctrl+F finds something first.";
