//! The words of the month page.

use chrono::{Datelike, NaiveDate};

use crate::domain::say_day;

/// When no entry is in it.
pub(super) const NONE: &str = "No entries in this month.";
/// The row that asks for another.
pub(super) const ANOTHER: &str = "Go to another month";
/// Before the line.
pub(super) const WHICH: &str = "Which month, such as May 2026";
/// What is no month.
pub(super) const NO_MONTH: &str =
    "That is not a month I can read. Type one up to this month, such as May 2026 or 2026-05.";
/// After the month it is.
pub(super) const NONE_AFTER: &str = "This month is the newest.";

/// A day with entries: "Tuesday 12 May: 2 entries".
pub(super) fn entries_on(day: NaiveDate, count: usize) -> String {
    let said = say_day(day);
    let year = format!(" {}", day.year());
    let said = said.strip_suffix(&year).unwrap_or(&said);
    match count {
        1 => format!("{said}: one entry"),
        _ => format!("{said}: {count} entries"),
    }
}
