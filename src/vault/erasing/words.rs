//! The words of deleting for ever.

/// Backups that are named before the rest is counted.
pub(super) const MOST_BACKUPS: usize = 5;

/// Where one is.
pub(super) const TITLE: &str = "Delete for ever";
/// What it means; each of these is said of one entry, or of several.
pub(super) const CANNOT_BE_UNDONE: (&str, &str) = (
    "It is erased from the file, and cannot be brought back from there.",
    "They are erased from the file, and cannot be brought back from there.",
);
/// The row that keeps it.
pub(super) const KEEP: &str = "Keep";
/// The row that deletes it.
pub(super) const DELETE: &str = "Delete for ever";
/// While it is done.
pub(super) const BUSY: (&str, &str) = (
    "Erasing it from the journal.",
    "Erasing them from the journal.",
);
/// When no backup holds it.
pub(super) const DELETED: (&str, &str) = (
    "It is deleted for ever. No backup holds it.",
    "They are deleted for ever. No backup holds them.",
);
/// When no backup holds it, among those that could be looked at.
pub(super) const DELETED_HERE: (&str, &str) = (
    "It is deleted for ever. No backup that is here now holds it.",
    "They are deleted for ever. No backup that is here now holds them.",
);
/// What that means for a folder that could not be reached.
pub(super) const MAY_HOLD: &str = "Backups in it may still hold the words.";
/// Over the backups that hold it.
pub(super) const HELD_BY: (&str, &str) = (
    "It is erased from your journal. These backups still hold it:",
    "They are erased from your journal. These backups still hold some of them:",
);
/// How to be rid of them later.
pub(super) const LATER: &str = "If you leave them now, you can still be rid of them later: erase those backups yourself. They are files in here:";
/// The row that leaves them.
pub(super) const LEAVE_BACKUPS: &str = "Leave the backups";
/// The row that cleans them.
pub(super) const CLEAN: (&str, &str) = (
    "Delete it from the backups too",
    "Delete them from the backups too",
);
/// While they are cleaned.
pub(super) const CLEANING: (&str, &str) = (
    "Making the backups anew without it.",
    "Making the backups anew without them.",
);
/// When they are.
pub(super) const CLEANED: (&str, &str) = (
    "It is deleted from the backups too.",
    "They are deleted from the backups too.",
);
/// Before how many were made anew.
pub(super) const BACKUPS_TOO: &str = "Made anew:";
/// What backups hold that could not be reached.
pub(super) const STILL_HELD: &str = "Backups in it are as they were.";

/// Where one is, with everything.
pub(super) const ALL_TITLE: &str = "Erase everything";
/// What else goes.
pub(super) const RESCUED_GO: &str = "Copies that were saved beside the journal go as well.";
/// What stays.
pub(super) const WHAT_STAYS: &str =
    "Your settings stay. So does what you saved elsewhere, such as a page with a recovery code.";
/// What it means.
pub(super) const ALL_CANNOT_BE_UNDONE: &str = "This cannot be undone. Nobody can bring it back.";
/// Before the line.
pub(super) const TYPE_IT: &str = "To go on, type the word erase";
/// The word.
pub(super) const THE_WORD: &str = "erase";
/// In place of another.
pub(super) const NOT_THE_WORD: &str =
    "Nothing is erased. Type the word erase, or go back to keep everything.";
/// While it is done.
pub(super) const ERASING_ALL: &str = "Erasing the journal and its backups.";
/// When it is done.
pub(super) const ALL_ERASED: &str = "Your journal and its backups are erased.";
/// When some of it could not be.
pub(super) const ERASED_BUT_FOR: &str =
    "Your journal is erased, but for this. It could not be reached. Erase it yourself:";

/// Which one goes.
pub(super) fn one(which: &str) -> String {
    format!("Delete this entry for ever? {which}")
}

/// How many go.
pub(super) fn many(entries: &str) -> String {
    format!("Delete all of these for ever: {entries}?")
}

/// How many more hold it.
pub(super) fn and_more(backups: &str) -> String {
    format!("And {backups} more.")
}

/// How much goes.
pub(super) fn all_goes(entries: &str) -> String {
    format!("This erases your whole journal: {entries}, what is half-done, and the support card.")
}

/// What is counted among the entries, and a person may think to be elsewhere.
pub(super) const PRACTICE_GOES: &str = "What you practised is counted too, and goes as well.";

/// Where it is.
pub(super) fn journal_goes(path: &str) -> String {
    format!("The file: {path}")
}

/// Which backups go.
pub(super) fn backups_go(backups: &str) -> String {
    format!("Beside it: {backups}.")
}

/// Which go in the second folder.
pub(super) fn second_goes(backups: &str, folder: &str) -> String {
    format!("In the second folder, {folder}: {backups}.")
}

/// When the second folder is not there.
pub(super) fn second_stays(folder: &str) -> String {
    format!("The second folder is not there now, so its backups stay: {folder}")
}
