//! The few words of the walk that no pack changes.

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
