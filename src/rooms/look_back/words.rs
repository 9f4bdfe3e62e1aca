//! The words of looking back.

/// Where one is.
pub(super) const TITLE: &str = "Look back";
/// When the journal is empty.
pub(super) const NONE: &str = "Here you will see what comes up over time, in signs and in words. No sign weighs more than another.";
/// How to begin.
pub(super) const HOW: &str = "Two or three reflections are enough to begin with.";
/// When no entry has an answer.
pub(super) const NO_SIGNS: &str =
    "There are no answers to headings yet. What you wrote so far is in the rooms below.";
/// When there is nothing in these weeks or months.
pub(super) const NONE_HERE: &str = "There are no reflections with answers in this time.";
/// Shows the map by reflection.
pub(super) const BY_REFLECTION: &str = "Show the map by reflection";
/// Shows the map by week.
pub(super) const BY_WEEK: &str = "Show the map by week";
/// Shows the map by month.
pub(super) const BY_MONTH: &str = "Show the map by month";
/// Over the rows of the map.
pub(super) const THE_MAP: &str = "The map";
/// Over the headings.
pub(super) const HEADINGS: &str = "One heading at a time";
/// Over what is one's own.
pub(super) const MY_WORDS: &str = "In my own words";
/// Over what there is to think of.
pub(super) const TO_THINK: &str = "To think of";
/// What rarely comes up.
pub(super) const RARELY: &str = "What rarely comes up";

// One heading -----------------------------------------------------------------------------

/// When a heading has no sign in the window.
pub(super) const NOT_HERE: &str = "The question it leads with:";
/// Before the go-deeper questions.
pub(super) const DEEPER: &str = "Some questions to go deeper, if they help:";
/// Over the signs.
pub(super) const SIGNS: &str = "The moments under each sign";
/// Over the items.
pub(super) const ITEMS: &str = "Question by question";
/// The longer view of a heading.
pub(super) const HOW_SURE: &str = "How sure I would feel";
/// Everything under a heading.
pub(super) const EVERYTHING: &str = "Everything under this, from the newest on";

// What rarely comes up --------------------------------------------------------------------

/// When there are few reflections.
pub(super) const TOO_FEW: &str =
    "After six reflections or so, this page asks about what rarely comes up.";
/// When no heading is rare.
pub(super) const NO_RARE: &str = "No heading was rare in the last reflections.";
/// Why it may be so.
pub(super) const MAY_BE: &str =
    "It may well be right. A short reflection also asks about some headings only in turn.";
/// Before the values that were not looked at.
pub(super) const NOT_LOOKED_AT: &str = "Also there, when you choose headings in a long reflection:";

// The first four months -------------------------------------------------------------------

/// Where one is.
pub(super) const EARLY: &str = "First four months";
/// Why there is such a page.
pub(super) const EARLY_WHY: &str = "The first months ask a lot of many workers. For most it eases. Here are a few things to ask myself, now and then.";
/// What there is to ask.
pub(super) const EARLY_ASKS: [&str; 4] = [
    "Who have I talked to about how it is going?",
    "What has helped me put it down at the end of a day?",
    "What would I like more of: time, company, or someone to ask?",
    "What do I do now that I could not do at first?",
];
/// That nothing is needed.
pub(super) const EARLY_NOTHING: &str = "Nothing needs an answer. Support is a key away.";
/// The keep-well notes.
pub(super) const KEEP_WELL: &str = "Support and my keep-well notes";
/// Land.
pub(super) const LAND: &str = "Land: ninety seconds, whatever it is";
