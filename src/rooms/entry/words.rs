//! The words around an entry and what can be done with it.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::{say_day, which_entry};

/// Where one is, before the entry is read.
pub(in crate::rooms) const TITLE: &str = "An entry";

// The rows -------------------------------------------------------------------------------

/// Opens the list of its parts.
pub(super) const CHANGE: &str = "Change a part of it";
/// Adds a line.
pub(super) const ADD_LINE: &str = "Add a line to it";
/// Beside it.
pub(super) const ADD_LINE_QUIET: &str = "with today's date";
/// Its labels; over them as well.
pub(super) const LABELS: &str = "My labels";
/// Puts it on the list.
pub(super) const PUT_ON_LIST: &str = "Put it on my list for supervision";
/// Takes it off.
pub(super) const TAKE_OFF_LIST: &str = "Take it off my list for supervision";
/// Opens it up.
pub(super) const OPEN_UP: &str = "Open it up into a reflection";
/// The longer view of what a practice entry is about.
pub(super) const HOW_SURE: &str = "How sure I would feel";
/// The words lens.
pub(super) const LENS: &str = "Look at my words";
/// Beside it.
pub(super) const LENS_QUIET: &str = "other ways to say things";
/// Earlier versions; over their list as well.
pub(super) const VERSIONS: &str = "Earlier versions";
/// Takes it out of the journal.
pub(super) const REMOVE: &str = "Remove it from my journal";
/// Deletes it.
pub(super) const ERASE: &str = "Delete it for ever";
/// Drops what was typed on a form and not finished.
pub(super) const DROP: &str = "Drop what I began";
/// Puts it on its form again.
pub(super) const REGAIN: &str = "Bring back what I dropped";
/// Takes the last change back.
pub(super) const UNDO: &str = "Undo this change";
/// Takes that back.
pub(super) const REDO: &str = "Put my change back";
/// Brings back what was taken out.
pub(super) const BRING_BACK: &str = "Bring it back";
/// Leaves it out.
pub(super) const LEAVE_OUT: &str = "Leave it as it is";
/// Does it once more.
pub(super) const TRY_AGAIN: &str = "Try again";
/// Opens the form once more.
pub(super) const TYPE_AGAIN: &str = "Type it again";
/// Does nothing more.
pub(super) const LEAVE_FOR_NOW: &str = "Leave it for now";
/// Brings it back, and then keeps what was typed.
pub(super) const BRING_BACK_AND_KEEP: &str = "Bring it back, and keep what I typed";
/// Back to the list.
pub(super) const TO_LIST: &str = "Back to the list";
/// Makes an earlier version the one that is read.
pub(super) const USE_VERSION: &str = "Bring this version back";

// What was done --------------------------------------------------------------------------

/// After a change.
pub(super) const CHANGED: &str = "Changed. The earlier words are under Earlier versions.";
/// After what was begun was dropped.
pub(super) const DROPPED: &str =
    "What you began is dropped. Until you leave this page you can bring it back.";
/// After a form on which all was left as it was.
pub(super) const UNCHANGED: &str = "Nothing was changed.";
/// After a line was added.
pub(super) const ADDED: &str = "Added. It stands at the end of the entry, with its date.";
/// After its labels were changed.
pub(super) const LABELLED: &str = "Your labels are kept.";
/// After it was put on the list.
pub(super) const IS_ON_LIST: &str = "It is on your list for supervision.";
/// After it was taken off the list.
pub(super) const IS_OFF_LIST: &str = "It is off your list. The line for it stays here.";
/// After a change was taken back.
pub(super) const UNDONE: &str = "It is as it was before.";
/// After that was taken back.
pub(super) const REDONE: &str = "Your change is back.";
/// After an earlier version was brought back.
pub(super) const IS_BACK: &str =
    "This version is back. What stood there before is under Earlier versions.";
/// After it was brought back.
pub(super) const IS_THERE: &str = "It is back in your journal.";
/// After it was taken out.
pub(super) const REMOVED: &str = "It is removed from your journal. It can still be brought back.";

// When it is not there -------------------------------------------------------------------

/// It was taken out or deleted meanwhile.
pub(super) const NOT_THERE: &str = "This entry is not in your journal now.";
/// It may have been taken out only.
pub(super) const MAY_COME_BACK: &str = "If it was only removed, it can be brought back.";
/// It is not in this file, and what was typed about it is.
pub(super) const NEVER_HERE: &str =
    "This entry is not in the journal you have open, so it cannot be brought back here.";
/// What was typed is not lost.
pub(super) const TYPED_IS_SAFE: &str = "What you typed is safe. It stays in the form:";
/// The same, where it is not shown.
pub(super) const FORM_IS_SAFE: &str = "What you typed about it is safe, and stays in the form.";
/// It cannot be brought back.
pub(super) const DELETED: &str = "This entry was deleted for ever, so it cannot be brought back.";

// Parts ----------------------------------------------------------------------------------

/// Over the parts.
pub(super) const WHICH_PART: &str = "Which part do I want to change?";
/// Below it.
pub(super) const EARLIER_STAY: &str = "The words of before stay under Earlier versions.";
/// Over the blank ones.
pub(super) const CAN_BE_ADDED: &str = "This can be added";
/// A line of Land, or from the shell.
pub(super) const MY_LINE: &str = "My line";
/// What kind of time it was.
pub(super) const KIND: &str = "Kind";
/// How it left me.
pub(super) const LEFT_ME: &str = "How this left me";
/// The intention from before.
pub(super) const LAST_TIME: &str = "What became of last time";
/// On the list.
pub(super) const ON_LIST: &str = "It is on my list";
/// Not on the list, but with a line.
pub(super) const NOT_ON_LIST: &str = "Not on my list";
/// What was said on the gentle path.
pub(super) const SAFETY: &str = "Safety";
/// Sharing my story.
pub(super) const STORY: &str = "Sharing my story";
/// Who is to be told.
pub(super) const TALK_TO: &str = "Who I could talk to";
/// Over the answer.
pub(super) const MY_ANSWER: &str = "My answer";
/// Over what was written to the go-deeper question, where the pack has it no more.
pub(super) const GOING_DEEPER: &str = "Going deeper";
/// Over the intention from before.
pub(super) const I_WROTE: &str = "Last time I wrote";
/// Below the question about the day.
pub(super) const DAY_LEFT_BLANK: &str = "Left blank, it is the day it was written.";
/// Minutes that are none.
pub(super) const MINUTES: &str = "Type the minutes as a number, such as 50, or leave it blank.";

// Forms ----------------------------------------------------------------------------------

/// Over the form for a line.
pub(super) const A_LINE: &str = "A line later";
/// What it asks.
pub(super) const WHICH_LINE: &str = "What do I want to add?";
/// Below it.
pub(super) const LEAVE_OUT_WHO: &str = "Leave out who and where.";
/// The line itself.
pub(super) const MY_ADDED_LINE: &str = "My line";
/// What the labels form asks.
pub(super) const WHICH_LABELS: &str = "Which labels do I want on it?";
/// Below it.
pub(super) const COMMAS: &str = "Put a comma between two. No names of people.";
/// What the list form says below.
pub(super) const FOR_THE_HOUR: &str = "A line for the hour. It can be left blank.";

/// The labels that are in use.
pub(super) fn in_use(labels: &str, is_all: bool) -> String {
    let end = if is_all { "." } else { ", and more." };
    format!("In use: {labels}{end}")
}

// Versions -------------------------------------------------------------------------------

/// Over the list.
pub(super) const EACH_STAYS: &str =
    "Each time you change an entry, the words of before are kept here.";
/// When there is but one.
pub(super) const ONLY_ONE: &str = "There is only this version so far.";
/// Beside the one that is read now.
pub(super) const AS_IT_IS: &str = "as it is now";
/// Beside one that cannot be read.
pub(super) const UNREADABLE: &str = "cannot be read";
/// When it is chosen.
pub(super) const CANNOT_BE_READ: &str =
    "This version cannot be read: the file was damaged or changed. The others are there.";
/// Over a version.
pub(super) const SO_IT_WAS: &str = "So it was then.";
/// Under what is not the same now.
pub(super) const DIFFERENT: &str = "This is different now.";
/// When nothing is different.
pub(super) const SAME: &str = "It says the same as it does now.";

/// What came since.
pub(super) fn came_since(labels: &str) -> String {
    format!("Not there yet: {labels}.")
}

/// Says which version.
pub(super) fn written(at: DateTime<FixedOffset>) -> String {
    which_entry(at.date_naive(), at)
}

/// Over a line that was added later.
pub(super) fn added_on(day: NaiveDate) -> String {
    format!("Added on {}", say_day(day))
}
