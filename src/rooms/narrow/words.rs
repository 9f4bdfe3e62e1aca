//! The words of narrowing the list down.

use chrono::{Datelike, NaiveDate};

use crate::domain::{Length, say_month};

/// Where one is.
pub(super) const TITLE: &str = "Narrow it down";
/// What it asks.
pub(super) const WHICH: &str = "Which entries do I want to see?";
/// Before what is looked for.
pub(super) const LOOKING_FOR: &str =
    "It looks for this now. The same can be typed in the search box:";
/// When nothing is chosen.
pub(super) const EVERYTHING: &str = "Nothing is chosen yet, so every real entry is there.";
/// When what was typed is no search.
pub(super) const ANEW: &str = "So this page begins anew.";
/// The row that shows them.
pub(super) const SHOW: &str = "Show these entries";
/// The row that takes every choice back.
pub(super) const START_AGAIN: &str = "Start again";
/// Over the rows of saved searches, and over their list.
pub(super) const KEPT_SEARCHES: &str = "Searches I kept";
/// The row that lists them.
pub(super) const USE_KEPT: &str = "Use a search I kept";
/// The row that keeps this one.
pub(super) const KEEP_THIS: &str = "Keep this search under a name";
/// The row that leads to what was removed, named as it is wherever one can go anywhere.
pub(super) const REMOVED: &str = "Bring back what I removed from my journal";
/// The row that leads to removing one.
pub(super) const DROP: &str = "Remove one of these";
/// Which one that is.
pub(super) const DROP_WHICH: &str = "Which search do I remove?";
/// Goes back to the list.
pub(super) const TO_LIST: &str = "Back to the list";
/// When there are none.
pub(super) const NONE_KEPT: &str =
    "No search is kept yet. Choose what to look for, then keep it under a name.";
/// After one was kept.
pub(super) const IS_KEPT: &str = "This search is kept.";
/// After one was removed.
pub(super) const IS_DROPPED: &str = "This search is removed. Your entries are as they were.";
/// Without a name.
pub(super) const NEEDS_A_NAME: &str = "A search is kept under a name, so type one.";
/// Where the form was left half-way.
pub(super) const NAME_WAITS: &str =
    "The name you typed is still there. Choose what to look for, then keep it.";
/// With nothing to keep.
pub(super) const NOTHING_TO_KEEP: &str = "Choose what to look for first.";
/// On the form: what is asked.
pub(super) const WHICH_NAME: &str = "What do I call this search?";
/// On the form: the line.
pub(super) const NAME: &str = "Its name";
/// A filter that asks for nothing.
pub(super) const ANY: &str = "any";
/// The row that asks for nothing.
pub(super) const ANY_ROW: &str = "Any";
/// Beside what is chosen.
pub(super) const CHOSEN: &str = "chosen now";
/// When there are no labels.
pub(super) const NO_LABELS: &str = "No entry has a label yet. You can give it one on its own page.";

/// The filters.
pub(super) const HEADING: &str = "Heading";
/// By an answer.
pub(super) const ANSWER: &str = "Answer";
/// By the stage.
pub(super) const STAGE: &str = "Stage";
/// By the kind.
pub(super) const KIND: &str = "Kind of time";
/// By the length.
pub(super) const LENGTH: &str = "Length";
/// By the list for supervision.
pub(super) const FLAGGED: &str = "On my list for supervision";
/// By an intention.
pub(super) const CARRIES: &str = "With something for next time";
/// By a label.
pub(super) const LABEL: &str = "Label";
/// Practice or real.
pub(super) const PRACTICE: &str = "Practice or real";
/// By days.
pub(super) const TIME: &str = "Time";
/// The order.
pub(super) const ORDER: &str = "Order";

/// Yes.
pub(super) const YES: &str = "Yes";
/// No.
pub(super) const NO: &str = "No";
/// Practice only.
pub(super) const ONLY_PRACTICE: &str = "Practice";
/// What was real.
pub(super) const ONLY_REAL: &str = "Real";
/// Newest first.
pub(super) const NEWEST: &str = "Newest first";
/// By relevance.
pub(super) const RELEVANCE: &str = "Closest match first";

/// Any time.
pub(super) const ANY_TIME: &str = "Any time";
/// This month.
pub(super) const THIS_MONTH: &str = "This month";
/// The last three months.
pub(super) const THREE_MONTHS: &str = "The last three months";
/// This year.
pub(super) const THIS_YEAR: &str = "This year";
/// From a day.
pub(super) const FROM: &str = "From a day that I type";
/// Up to a day.
pub(super) const UNTIL: &str = "Up to a day that I type";
/// Before the first day.
pub(super) const FIRST_DAY: &str = "The first day, such as 12 March or 2026-03-12";
/// Before the last day.
pub(super) const LAST_DAY: &str = "The last day, such as yesterday or 2026-03-12";
/// Days in the wrong order.
pub(super) const ENDS_FIRST: &str = "These days end before they begin. Type another day.";

/// Says which days.
pub(super) fn span(since: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    match (since, until) {
        (None, None) => ANY_TIME.to_lowercase(),
        (Some(since), None) => format!("from {}", day(since)),
        (None, Some(until)) => format!("up to {}", day(until)),
        (Some(since), Some(until)) if since == until => day(since),
        (Some(since), Some(until)) => format!("{} to {}", day(since), day(until)),
    }
}

fn day(day: NaiveDate) -> String {
    format!("{} {}", day.day(), say_month(day))
}

/// Says a length in few words.
pub(super) fn length(length: Length) -> &'static str {
    match length {
        Length::Quick => "Quick",
        Length::Standard => "Standard",
        Length::Deep => "Deep",
        Length::Three => "Just three headings",
        Length::NothingMuch => "Nothing much to say",
        Length::Land => "Land",
        Length::Note => "A line",
        Length::Story => "Sharing my story",
        Length::Vignette => "A story I tried",
    }
}
