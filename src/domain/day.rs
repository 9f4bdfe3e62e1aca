//! Days, as people type and say them.
//!
//! `chrono` reads fixed formats only; people type "yesterday", "12 March" or "last Tuesday's
//! date". No date-guessing crate was taken: they guess US order, or accept far more than one
//! line of help can explain. Five forms are enough, and each can be said in one sentence.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, Weekday};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// It is not written in a way we read.
    #[error("That is not a day I can read. Type a day such as 12 March, yesterday or 2026-03-12.")]
    NotADay,
    /// It has not come yet.
    #[error("This date is in the future. Type a day up to today, such as 12 March.")]
    InTheFuture,
}

/// Reads a day up to `today`: `today`, `yesterday`, `Monday`, `12 March`, `12 March 2026`,
/// `12/3`, `12/3/2026` or `2026-03-12`. Without a year it is the latest such day that is past.
///
/// # Errors
/// [`DayError`] when it is no day, or a day to come.
pub fn read_day(text: &str, today: NaiveDate) -> Result<NaiveDate, DayError> {
    let text = text.trim().to_lowercase();
    let day = match text.as_str() {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        _ => weekday(&text, today)
            .or_else(|| text.parse().ok())
            .or_else(|| past_day(&text, today)),
    };
    match day {
        None => Err(DayError::NotADay),
        Some(day) if day > today => Err(DayError::InTheFuture),
        Some(day) => Ok(day),
    }
}

/// The latest such weekday before today.
fn weekday(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let wanted: Weekday = text.parse().ok()?;
    (1..=7)
        .filter_map(|back| today.checked_sub_days(Days::new(back)))
        .find(|day| day.weekday() == wanted)
}

/// Without a year, the latest that is past; a leap day may be some years back.
fn past_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let years = (0..8).map(|back| today.year() - back);
    day_and_month(text, years, |day| day <= today)
}

/// Reads a day and a month. Where no year is said, it is the first of these in which the day is one
/// that is meant.
pub(super) fn day_and_month(
    text: &str,
    years: impl Iterator<Item = i32>,
    is_meant: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let mut parts = text
        .split([' ', '/', '.', '-'])
        .filter(|part| !part.is_empty());
    let day: u32 = parts
        .next()?
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .parse()
        .ok()?;
    let month = month_number(parts.next()?)?;
    let year: Option<i32> = match parts.next() {
        Some(year) => Some(year.parse().ok().filter(|year| *year > 999)?),
        None => None,
    };
    if parts.next().is_some() {
        return None;
    }
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.find(|date| is_meant(*date))
}

/// The number of a month by its name, or the first three letters of it or more.
pub(super) fn month_number(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let named = |name: &str| text.len() >= 3 && name.to_lowercase().starts_with(text);
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| named(name))
        .map(|(number, _)| number)
}

/// Says a day: "Thursday 12 March 2026".
pub fn say_day(day: NaiveDate) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    };
    format!("{weekday} {} {}", day.day(), say_month(day))
}

/// Says a month: "March 2026".
pub fn say_month(day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or("");
    format!("{month} {}", day.year())
}

/// Says which entry is meant, among others of its day: the day, and the time it was finished.
pub fn which_entry(on: NaiveDate, finished_at: DateTime<FixedOffset>) -> String {
    format!("{}, {}", say_day(on), finished_at.format("%H:%M"))
}

/// The first day of the month a day is in.
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn reads_what_people_type() {
        let today = day(2026, 3, 12); // a Thursday
        for (text, expected) in [
            ("today", today),
            (" Yesterday ", day(2026, 3, 11)),
            ("monday", day(2026, 3, 9)),
            ("Thursday", day(2026, 3, 5)),
            ("12 March", today),
            ("12th mar", today),
            ("13 march", day(2025, 3, 13)),
            ("1/2", day(2026, 2, 1)),
            ("1/2/2025", day(2025, 2, 1)),
            ("2026-01-31", day(2026, 1, 31)),
            ("29 february", day(2024, 2, 29)),
        ] {
            assert_eq!(read_day(text, today), Ok(expected), "{text}");
        }
    }

    #[test]
    fn says_what_cannot_be_used() {
        let today = day(2026, 3, 12);
        for text in [
            "",
            "soon",
            "31 february",
            "12/13",
            "32 March",
            "12 March 26",
            "٣",
            "12 March 2026 x",
        ] {
            assert_eq!(read_day(text, today), Err(DayError::NotADay), "{text}");
        }
        assert_eq!(read_day("13/3/2026", today), Err(DayError::InTheFuture));
        assert_eq!(read_day("2027-01-01", today), Err(DayError::InTheFuture));
    }

    #[test]
    fn says_a_day_in_words() {
        assert_eq!(say_day(day(2026, 3, 12)), "Thursday 12 March 2026");
        let finished = DateTime::parse_from_rfc3339("2026-03-13T00:05:59+01:00").unwrap();
        let said = which_entry(day(2026, 3, 12), finished);
        assert_eq!(said, "Thursday 12 March 2026, 00:05");
    }

    #[test]
    fn a_month_begins_on_its_first_day() {
        assert_eq!(first_of_month(day(2024, 2, 29)), day(2024, 2, 1));
        assert_eq!(first_of_month(day(2024, 2, 1)), day(2024, 2, 1));
    }
}
