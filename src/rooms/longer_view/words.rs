//! The words of the longer view: then, looking back, now. Words with their days, and no number.

/// Where one is, over the list.
pub(super) const TITLE: &str = "How sure I would feel";
/// Under the list.
pub(super) const LIST_UNDER: &str =
    "One heading at a time, and only when I like. Nothing adds these up.";
/// When no heading was touched.
pub(super) const NONE: &str =
    "Once a story or a reflection has touched a heading, it can be looked at here.";
/// Behind a heading whose day has come.
pub(super) const DAY_HAS_COME: &str = "the day I set has come";
/// When the heading was not touched.
pub(super) const NOT_TOUCHED: &str =
    "No story or reflection has touched this heading yet. It can wait until one has.";
/// When nothing was said yet.
pub(super) const NOTHING_SAID: &str = "Nothing is said about it yet.";
/// The same, where there are moments to look at.
pub(super) const LOOK_FIRST: &str =
    "Nothing is said about it yet. My own moments are here to look at first.";
/// Over what was said first.
pub(super) const THEN: &str = "Then";
/// Over what was said in between.
pub(super) const BETWEEN: &str = "In between";
/// Over what was said of the start.
pub(super) const LOOKING_BACK: &str = "Looking back at the start";
/// Over what was said last.
pub(super) const NOW: &str = "Now";
/// Over moments of real sessions.
pub(super) const MOMENTS: &str = "My own moments of it";
/// Over what was written in practice.
pub(super) const FROM_PRACTICE: &str = "From practice";
/// Beside the day of a line there that is from no story.
pub(super) const A_REFLECTION: &str = "a reflection";

// Rows -----------------------------------------------------------------------------------

/// Opens the form.
pub(super) const SAY: &str = "Say how sure I would feel";
/// Opens it when something was said before.
pub(super) const SAY_AGAIN: &str = "Say it again, as it is now";
/// Goes on with what was typed.
pub(super) const GO_ON: &str = "Go on with what I began";
/// Every moment of it.
pub(super) const ALL_MOMENTS: &str = "Every moment of it, from the newest on";
/// Takes a day away.
pub(super) const ASK_NO_MORE: &str = "Ask me no more";
/// Takes back what was said.
pub(super) const TAKE_BACK: &str = "Take back something I said";
/// Which of them.
pub(super) const WHICH: &str = "Which one do I want to take back?";
/// Under it.
pub(super) const WHICH_UNDER: &str =
    "I can put it back until I leave this heading or lock the journal.";
/// Puts it back.
pub(super) const PUT_BACK: &str = "Put back what I took back";

// What came of it ------------------------------------------------------------------------

/// It is kept.
pub(super) const KEPT: &str = "That is kept.";
/// It was taken back.
pub(super) const TAKEN_BACK: &str = "It is taken back.";
/// It was put back.
pub(super) const IS_BACK: &str = "It is back.";
/// The form was left.
pub(super) const WAITS: &str = "What I typed waits here.";
/// Nobody asks any more.
pub(super) const NOT_ASKED: &str = "No one asks about this any more. I can come back any day.";
/// A form whose words are gone.
pub(super) const FORM_GONE: &str = "What was begun here is not there any more.";

// A day that is none ---------------------------------------------------------------------

/// That the rest is there.
pub(super) const REST_IS_SAFE: &str = "What I chose and wrote is safe.";
/// Opens the page of the day again.
pub(super) const TYPE_DAY: &str = "Type the day again";
/// Keeps it without a day.
pub(super) const NO_DAY: &str = "Keep it without a day";
/// Leaves it as it is.
pub(super) const LEAVE: &str = "Leave it for now";

/// Says when one is asked again.
pub(super) fn asked_again(day: &str) -> String {
    format!("I will be asked again on {day}.")
}

/// Says that the day has come.
pub(super) fn has_come(day: &str) -> String {
    format!("I set {day} as the day to look at this again. It has come.")
}

/// Behind the day, where the start was looked back at.
pub(super) const OF_THE_START: &str = "looking back";
