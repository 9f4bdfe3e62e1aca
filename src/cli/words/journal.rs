//! What the journal says in plain mode, and what the verbs that look into it say.

// The list --------------------------------------------------------------------------------

/// When there is nothing in it.
pub(crate) const NO_ENTRIES: &str = "There is nothing in the journal yet.";
/// The same, where there is practice.
pub(crate) const NOTHING_REAL: &str = "There is nothing real in the journal yet.";
/// The same, of practice.
pub(crate) const NO_PRACTICE: &str = "There is no practice in the journal yet.";
/// Where that is, at the verb.
pub(crate) const PRACTICE_IS_THERE: &str =
    "What you practised is kept apart. To list it, type: alongside list --practice";
/// Over it, in the room.
pub(crate) const PRACTICE_IS_APART: &str =
    "What you practised is kept apart. It is found with is:practice, and here it is.";
/// How that changes.
pub(crate) const HOW_ENTRIES_BEGIN: &str =
    "What you keep is listed here, the newest first. Begin a reflection, or Land, at Home.";
/// The prompt of the list.
pub(crate) const WHICH_ENTRY: &str = "Number of an entry: ";
/// Said once at the list.
pub(crate) const HINT_JOURNAL: &str =
    "Type the number of an entry to read it. Type m for older ones, b to go back.";
/// Said once below it.
pub(crate) const HINT_FIND: &str =
    "Type f to find, n to narrow the list down, d for the days of a month, r for what I removed.";
/// When there are no older ones.
pub(crate) const NO_OLDER: &str = "There are no older ones.";
/// In place of what a row cannot say.
pub(crate) const CANNOT_BE_READ: &str = "This one cannot be read.";

// An entry --------------------------------------------------------------------------------

/// Back to where the person came from.
pub(crate) const GO_BACK: &str = "Go back";
/// Change it.
pub(crate) const CHANGE_OR_ADD: &str = "Change it or add to it";
/// Delete.
pub(crate) const DELETE: &str = "Remove it from my journal";
/// Delete for ever.
pub(crate) const DELETE_FOR_EVER: &str = "Delete it for ever";
/// After deleting.
pub(crate) const DELETED: &str = "Deleted. Type z to bring it back.";
/// When an entry is gone.
pub(crate) const GONE: &str = "This entry is not there any more.";

// Finding ---------------------------------------------------------------------------------

/// The prompt.
pub(crate) const LOOKING_FOR: &str = "What are you looking for? ";
/// Said once at it.
pub(crate) const HINT_QUERY: &str =
    "Type words, then Enter. Enter alone goes back. Type .? to hear what else can be asked for.";
/// Over the filters.
pub(crate) const CAN_BE_ASKED_FOR: &str =
    "Words in quotes must stand together. You can also ask for these, each with the others:";
/// Over what was found.
pub(crate) fn found(typed: &str) -> String {
    format!("Found for: {typed}")
}
/// Over what was found within words.
pub(crate) const PART_OF_A_WORD: &str = "Where it is part of a longer word";
/// When there is nothing.
pub(crate) const NOTHING_FOUND: &str = "Nothing was found.";
/// When a search has no words and nothing else in it.
pub(crate) const NOTHING_TO_FIND: &str =
    "There is nothing to look for in that. Type a word, such as: alongside search rain";
/// Below a page that is not the last.
pub(crate) const MORE_FOUND: &str = "There are more. Type m for them.";
/// When there is no further page.
pub(crate) const NO_MORE_FOUND: &str = "These are all.";
/// Said once at what was found.
pub(crate) const HINT_FOUND: &str = "Type the number of an entry to read it. Type f to look for something else, n to narrow it down, b to go back.";

// A visit ---------------------------------------------------------------------------------

/// Said once where there is a page before and a page after.
pub(crate) const HINT_SIDES: &str = "Type p for the page before, n for the page after.";

// The verbs -------------------------------------------------------------------------------

/// What to do when a search cannot be read.
pub(crate) const SEE_SEARCH: &str = "To see what can be typed, type: alongside search --help";
/// A month that cannot be read.
pub(crate) fn no_month(typed: &str) -> String {
    format!("\"{typed}\" is not a month.")
}
/// What to do about it.
pub(crate) const SAY_A_MONTH: &str = "Type a month such as: alongside month 2026-05";
/// A heading that is not there.
pub(crate) fn no_heading(typed: &str) -> String {
    format!("There is no heading called {typed}.")
}
/// Before the day on which an intention was written.
pub(crate) const WRITTEN_ON: &str = "Written on";
/// Before how it stands.
pub(crate) const STANDS_NOW: &str = "Now";
/// When nothing was answered in the weeks or months that are looked at.
pub(crate) const NONE_IN_THIS_TIME: &str = "There are no reflections with answers in this time.";
/// Over the list for supervision.
pub(crate) const ON_MY_LIST: &str = "On my list:";
/// Over the sheet.
pub(crate) const SHEET_UNDER_WAY: &str = "The sheet under way:";
/// Over the hours.
pub(crate) const HOURS_SO_FAR: &str = "The hours so far:";
/// Before what an hour was for.
pub(crate) const WHAT_I_NEEDED: &str = "What I needed from it";
/// Before what came of it.
pub(crate) const WHAT_WE_AGREED: &str = "What we agreed";
/// When there is no sheet to print.
pub(crate) const NO_SHEET: &str = "No sheet for supervision is under way.";
/// What to do about it.
pub(crate) const BEGIN_A_SHEET: &str = "To begin one, type alongside, and choose Supervision.";
/// A day of a month, with how many entries it has.
pub(crate) fn entries_on(day: &str, count: usize) -> String {
    match count {
        1 => format!("{day}: one entry"),
        _ => format!("{day}: {count} entries"),
    }
}
