//! What the rooms of plain mode say.

use std::fmt::Display;

// Names of rooms --------------------------------------------------------------------------

/// A reflection.
pub(crate) const REFLECTION: &str = "Reflection";
/// A practice reflection.
pub(crate) const PRACTICE: &str = "Practice";
/// Land.
pub(crate) const LAND: &str = "Land";
/// The first run.
pub(crate) const FIRST_RUN: &str = "First steps";
/// The support card.
pub(crate) const SUPPORT_CARD: &str = "My support card";
/// Home.
pub(crate) const HOME: &str = "Home";
/// The journal.
pub(crate) const JOURNAL: &str = "Journal";
/// Help.
pub(crate) const HELP: &str = "Help";
/// What was left half-done.
pub(crate) const HALF_DONE: &str = "Half-done";
/// What is waiting.
pub(crate) const WAITING: &str = "Waiting";

// Home ------------------------------------------------------------------------------------

/// The prompt of Home.
pub(crate) const WHERE_TO: &str = "Where to: ";
/// Said once at Home.
pub(crate) const HINT_HOME: &str = "Type a number, then Enter. Type x to hide the screen, c for your support card, ? for every word.";
/// When there is no such row.
pub(crate) fn not_a_row(most: usize) -> String {
    match most {
        0 | 1 => "Type 1, or ? for help.".to_owned(),
        _ => format!("Type a number from 1 to {most}, or ? for help."),
    }
}
/// One thing was left half-done.
pub(crate) fn row_half_done(what: impl Display) -> String {
    format!("Go on with what was left half-done: {what}")
}
/// Several were.
pub(crate) fn row_half_done_several(count: usize) -> String {
    format!("Go on with what was left half-done: {count} to choose from")
}
/// Said once below them.
pub(crate) const HINT_HALF_DONE: &str = "Type d to let go of what was left half-done.";
/// Over the list of them.
pub(crate) const WHICH_GOES: &str = "Which of these shall go?";
/// Before it goes.
pub(crate) fn goes_for_good(what: &str) -> String {
    format!("{what}. Its words do not come back.")
}
/// The first row then.
pub(crate) const KEEP_IT: &str = "Keep it";
/// The second row then.
pub(crate) const LET_IT_GO: &str = "Let it go";
/// When it is gone.
pub(crate) const IT_IS_GONE: &str = "It is gone.";
/// Several are.
pub(crate) fn row_waiting_several(count: usize) -> String {
    format!("{count} things are waiting")
}
/// A line of text on a list of the half-done.
pub(crate) fn half_done(what: impl Display, when: impl Display) -> String {
    format!("{what}, begun on {when}")
}
/// The same for a form about an entry.
pub(crate) fn half_done_of(what: &str, when: &str) -> String {
    format!("{what}, of {when}")
}
/// How a reflection is called in a sentence.
pub(crate) const A_REFLECTION: &str = "a reflection";
/// How a practice reflection is.
pub(crate) const A_PRACTICE: &str = "a practice reflection";
/// How a try of a story is.
pub(crate) const A_TRY: &str = "a story to try";
/// How Land is.
pub(crate) const A_LAND: &str = "Land";
/// In front of the last backup, on the row that keeps the words safe.
pub(crate) const ROW_IS_LOCKED: &str = "locked, ";
/// When there is nothing to go back to.
pub(crate) const AT_HOME: &str = "You are at Home. Type q to leave. All is saved.";
/// When a thing has nothing to do in a room.
pub(crate) const NOT_HERE: &str = "That does nothing here. Type ? for every word.";

// Before a reflection ---------------------------------------------------------------------

/// When there is one left half-done.
pub(crate) fn is_half_done(what: impl Display, when: impl Display) -> String {
    format!("There is {what} left half-done, begun on {when}.")
}
/// Go on with it.
pub(crate) const GO_ON: &str = "Go on with it";
/// Begin a new one.
pub(crate) const BEGIN_NEW: &str = "Begin a new one";

// The end of a walk -----------------------------------------------------------------------

/// It is kept.
pub(crate) const KEPT: &str = "Kept.";
/// It was let go.
pub(crate) const LET_GO: &str = "It is let go. No word of it is kept.";
/// Until leaving it can come back.
pub(crate) const BRING_BACK_PROMPT: &str = "Type z to bring it back, or press Enter to go on: ";
/// It came back.
pub(crate) const BROUGHT_BACK: &str = "It is back, as it was.";
/// It could not be erased.
pub(crate) fn not_erased(why: &str) -> String {
    format!("It could not be erased: {why}. It is still there as half-done.")
}

// Waiting ---------------------------------------------------------------------------------

/// The question.
pub(crate) fn you_said(who: &str, when: &str) -> String {
    format!("On {when} you wanted to speak to {who}. How is it now?")
}
/// Done.
pub(crate) const DONE: &str = "Done";
/// Later.
pub(crate) const LATER: &str = "Later";
/// Drop it.
pub(crate) const DROP_IT: &str = "Drop it";
/// After an answer.
pub(crate) const NOTED: &str = "Noted.";
/// Later, said at Home again.
pub(crate) const WAITS: &str = "It waits here. You are asked twice at most.";

// The support card ------------------------------------------------------------------------

/// Over the public help lines.
pub(crate) fn lines_written(when: &str) -> String {
    format!("Public help lines, written down in {when}.")
}
/// Fill in the card.
pub(crate) const FILL_IN: &str = "Fill in or change my card";
/// The card is kept.
pub(crate) const CARD_KEPT: &str = "Your support card is kept.";

// Help ------------------------------------------------------------------------------------

/// Over the words of every prompt.
pub(crate) const EVERY_PROMPT: &str = "At every prompt:";
/// After the words that do something in every room.
pub(crate) const MORE_IN_A_WALK: &str = "In a reflection there are more words. Type ? there.";
/// What hiding can do, and what it cannot.
pub(crate) const HIDING: &str = "To hide pushes the words up, out of sight. A locked journal is closed as well, and needs its passphrase. Lines above can still be scrolled to: to empty them, use your terminal's own command, often called Clear.";
/// Below them.
pub(crate) const DOTTED: &str = "Where you write, put a full stop in front, such as .b or .s, so that every text can be written.";
/// A line that begins with a full stop.
pub(crate) const TWO_DOTS: &str =
    "To begin a line with a full stop, type two. A full stop alone ends a note.";
/// The prompt of the help pages.
pub(crate) const WHICH_PAGE: &str = "Number of a page: ";

// An entry, read again --------------------------------------------------------------------

/// The id.
pub(crate) const ID: &str = "Id";

/// What a length is called.
pub(crate) fn length(length: crate::domain::Length) -> &'static str {
    use crate::domain::Length;
    match length {
        Length::Quick => "Quick",
        Length::Standard => "Standard",
        Length::Deep => "Deep",
        Length::Three => "Three headings",
        Length::NothingMuch => "Nothing much",
        Length::Land => "Land",
        Length::Note => "One line",
        Length::Story => "Sharing my story",
        Length::Vignette => "A story I tried",
    }
}

// A note, list and where ------------------------------------------------------------------

/// The prompt of a note in a terminal.
pub(crate) const YOUR_LINE: &str = "Your line: ";
/// A note is kept.
pub(crate) fn note_kept(id: &str) -> String {
    format!("Kept. To read it again, type: alongside show {id}")
}
/// The journal's place.
pub(crate) const WHERE_JOURNAL: &str = "Journal";
/// The settings' place.
pub(crate) const WHERE_SETTINGS: &str = "Settings";
/// The packs' place.
pub(crate) const WHERE_PACKS: &str = "Packs";
/// The backups' place.
pub(crate) const WHERE_BACKUPS: &str = "Backups";
/// There is nothing there yet.
pub(crate) const NOT_YET: &str =
    "The journal is not there yet. It is made when it is first needed.";
/// There is nothing there any more.
pub(crate) const BACKUPS_STAND: &str =
    "The journal is not there, but its backups are. To go back to one, type: alongside restore";
/// Nobody may look.
pub(crate) const NO_LOOKING: &str =
    "You are not allowed to look into the journal's folder, so nothing can be said of it.";
/// Before the phrase a question comes from.
pub(crate) const FROM_THE_PRINCIPLES: &str = "From the principles";
/// After the kind of an entry that is practice.
pub(crate) const ROW_IS_PRACTICE: &str = ", practice";

// The verb for practice -------------------------------------------------------------------

/// Over the stories.
pub(crate) const PRACTICE_STORIES: &str =
    "Stories to try. Begin one in the practice room: alongside";
/// Before what a story is about.
pub(crate) const PRACTICE_ABOUT: &str = "About";
/// Before what may be hard in it.
pub(crate) const PRACTICE_HARD: &str = "What may be hard in it";
/// Before the day it was last tried.
pub(crate) const PRACTICE_LAST: &str = "I last tried it on";
/// Over the tries.
pub(crate) const PRACTICE_TRIES: &str = "My tries, the newest first";

/// In place of a long page that was heard before.
pub(crate) const HEARD_BEFORE: &str =
    "You heard this page before. Type again to hear it once more.";
