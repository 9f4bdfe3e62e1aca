//! Words on the sheet that no pack changes.

/// Before whom the hour is with.
pub(super) const WITH: &str = "With";
/// Before what is asked for.
pub(super) const ASKING: &str = "I am asking";
/// Over what is brought.
pub(super) const BROUGHT: &str = "What I bring";
/// An answer that was "not sure".
pub(super) const NOT_SURE: &str = "Something I am not sure of";
/// Where no line was written for a thing.
pub(super) const IN_PERSON: &str = "I will say this when we meet.";
/// At the foot of the sheet.
pub(super) const NOT_A_RECORD: &str =
    "Self-reflection. Not an assessment or a record of the person's care.";
/// At the foot of a page of questions.
pub(super) const ONLY_QUESTIONS: &str = "Only questions. Write nothing here about a person.";

// The practice sheet ----------------------------------------------------------------------

/// Stands over the sheet, and before each try.
pub(super) const PRACTICE: &str = "Practice";
/// A reflection on a session that is made up.
pub(super) const MADE_UP: &str = "a made-up session";
/// At its top.
pub(super) const PRACTICE_TOP: &str =
    "This is practice with made-up stories. No person in it is real. I chose what is on this page.";
/// Over the longer view.
pub(super) const LONGER_VIEW: &str = "How sure I would feel doing this tomorrow";
/// Behind the day, where the start was looked back at.
pub(super) const OF_THE_START: &str = "looking back at the start";
/// At its foot.
pub(super) const PRACTICE_FOOT: &str =
    "Practice. Self-reflection for learning, and not an assessment of anyone.";
