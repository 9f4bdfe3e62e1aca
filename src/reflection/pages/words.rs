//! The few words of the walk that no pack changes.

use chrono::NaiveDate;

use crate::domain::say_day;

/// Opens stage, day, minutes and practice.
pub(crate) const ADD_MORE: &str = "Add more: stage, day, minutes";
/// Opens an item's go-deeper question.
pub(crate) const GO_DEEPER: &str = "Go deeper";
/// Over the moment, when it is shown again.
pub(crate) const MY_MOMENT: &str = "My moment";
/// Over the line of a Land, when it is shown again.
pub(crate) const MY_LINE: &str = "My line";
/// Over the strength, when it is shown again.
pub(crate) const I_STAND_BY: &str = "I stand by";
/// Over the next step, when it is shown again.
pub(crate) const NEXT_TIME: &str = "Next time";
/// Over the intention from before.
pub(crate) const LAST_TIME: &str = "Last time I wrote";
/// The "add more" page.
pub(crate) const MORE_TITLE: &str = "A little more";
/// Its question.
pub(crate) const MORE_QUESTION: &str = "Anything you want to add about it?";
/// Below it.
pub(crate) const MORE_UNDER: &str = "Each of these can be left blank.";
/// Beside the first answer in practice, which points to one's words.
pub(crate) const WHICH_WORDS: &str = "Which words?";
/// Over the practice choice.
pub(crate) const PRACTICE: &str = "Is this for practice?";
/// It is practice.
pub(crate) const PRACTICE_YES: &str = "Yes, keep it with my practice";
/// It is not.
pub(crate) const PRACTICE_NO: &str = "No, it was real";
/// Before the heading that has not come up lately.
pub(crate) const NOT_LATELY: &str = "One you have not looked at lately:";
/// When minutes are no whole number.
pub(crate) const MINUTES: &str =
    "Minutes are a whole number, such as 50. You can also leave this blank.";
/// Over a talk-to line that is too long to put in a sentence.
pub(crate) const STILL_TO_DO: &str = "Still to do, in your words:";
/// When a walk ends with nothing written or chosen.
pub const NOTHING_WRITTEN: &str =
    "Nothing was written, so nothing is kept. You can begin again any time.";

// A try of a story, in the words that stand over its pages --------------------------------

/// Opens the story once more.
pub(crate) const STORY_AGAIN: &str = "Read the story again";
/// Under the story when it is read again.
pub(crate) const BACK_TO_IT: &str = "Enter leads back to where I was.";
/// Over my first pull.
pub(crate) const MY_PULL: &str = "My first pull";
/// Over what I might do.
pub(crate) const I_MIGHT: &str = "What I'd do";
/// Over how sure I was.
pub(crate) const HOW_SURE: &str = "How sure";
/// Over what I had not thought of.
pub(crate) const NOT_THOUGHT_OF: &str = "What I did not think of";
/// Over what I would want.
pub(crate) const I_WANT: &str = "What I want";
/// Over the story an entry was about.
pub(crate) const A_TRY: &str = "A story I tried";
/// Before why somebody would do it.
pub(crate) const WHY: &str = "Why";
/// Under words that were offered to begin with, before others.
pub(crate) const OR_BEGIN: &str = "Or begin with:";
/// Where nothing was chosen or written before the views.
pub(crate) const LEFT_BLANK: &str = "I left this blank.";
/// Which of the views.
pub(crate) fn view_of(view: &str, place: usize, of: usize) -> String {
    format!("{view} {place} of {of}")
}

// An entry, read again --------------------------------------------------------------------

/// Before what kind of time it was.
pub(crate) const KIND: &str = "Kind";
/// One line caught from the shell, where others say what kind of time it was.
pub(crate) const A_LINE: &str = "A line";
/// Over the labels of an entry.
pub(crate) const MY_LABELS: &str = "My labels";
/// The check before and after sharing a story.
pub(crate) const MY_STORY: &str = "Sharing my story";
/// A walk that did not say what kind of time it was.
pub(crate) const A_REFLECTION: &str = "A reflection";
/// Before the minutes.
pub(crate) const HOW_LONG: &str = "How long";
/// One minute.
pub(crate) const MINUTE: &str = "minute";
/// More than one.
pub(crate) const MINUTES_LONG: &str = "minutes";
/// A practice entry.
pub(crate) const FOR_PRACTICE: &str = "Practice";
/// Before an answer.
pub(crate) const ANSWER: &str = "Answer";
/// Before the line beside it.
pub(crate) const NOTE: &str = "Note";
/// Under an answer that points to the moment.
pub(crate) const POINTS: &str = "This points to my moment.";
/// Over what was written to the go-deeper question.
pub(crate) const GOING_DEEPER: &str = "Going deeper";
/// When it is on the list for supervision.
pub(crate) const ON_MY_LIST: &str = "It is on my list.";
/// Over how it left me.
pub(crate) const LEFT_ME: &str = "How this left me";
/// Over labels of the worker's own.
pub(crate) const TAGS: &str = "My labels";
/// Over whose safety it was about.
pub(crate) const WHOSE_SAFETY: &str = "Whose safety";
/// Over the kinds of safety.
pub(crate) const WHICH_SAFETY: &str = "Which kind of safety";
/// Over whether someone was told.
pub(crate) const TOLD_SOMEONE: &str = "Did I tell someone?";
/// Over who is to be told.
pub(crate) const TOLD_WHO: &str = "Who";
/// Over the day for it.
pub(crate) const TOLD_DAY: &str = "When";

/// Over a line that was added later.
pub(crate) fn added_on(day: NaiveDate) -> String {
    format!("Added on {}", say_day(day))
}
