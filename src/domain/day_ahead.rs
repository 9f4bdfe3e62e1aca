//! Days to come, as people type them: the day to be asked again.
//!
//! It reads what [`read_day`](super::read_day) reads, but looks ahead: "Monday" is the next one, and
//! "12 June" is the next such day. "In 3 months" is there too, since nobody counts that far on a calendar.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::day::day_and_month;

/// The furthest ahead that a day is taken for meant: beyond that it is a slip of the fingers.
const YEARS: i32 = 10;

/// A day that nobody can be asked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayAheadError {
    /// It is not written in a way we read.
    #[error("That is not a day I can read. Type a day such as 12 June, in 3 months or 2027-01-15.")]
    NotADay,
    /// It has come already.
    #[error("This day is today or has gone by. Type a day to come, such as 12 June.")]
    GoneBy,
    /// It is too far away to be meant.
    #[error("This day is a long way off. Type a day within ten years, such as 12 June.")]
    FarAway,
}

/// Reads a day after `today`: `tomorrow`, `Monday`, `12 June`, `12/6`, `12 June 2027`,
/// `2027-06-12`, `in 3 months` or `in two weeks`. Without a year it is the next such day.
///
/// # Errors
/// [`DayAheadError`] when it is no day, has come already, or is too far away to be meant.
pub fn read_day_ahead(text: &str, today: NaiveDate) -> Result<NaiveDate, DayAheadError> {
    let text = text.trim().to_lowercase();
    let day = match text.as_str() {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        "tomorrow" => today.succ_opt(),
        _ => weekday(&text, today)
            .or_else(|| text.parse().ok())
            .or_else(|| in_a_while(&text, today))
            .or_else(|| day_to_come(&text, today)),
    };
    match day {
        None => Err(DayAheadError::NotADay),
        Some(day) if day <= today => Err(DayAheadError::GoneBy),
        Some(day) if day.year() > today.year() + YEARS => Err(DayAheadError::FarAway),
        Some(day) => Ok(day),
    }
}

/// The next such weekday after today.
fn weekday(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let wanted: Weekday = text.parse().ok()?;
    (1..=7)
        .filter_map(|ahead| today.checked_add_days(Days::new(ahead)))
        .find(|day| day.weekday() == wanted)
}

/// So many days, weeks, months or years from today.
fn in_a_while(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    const NUMBERS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let mut words = text.strip_prefix("in ").unwrap_or(text).split_whitespace();
    let many = words.next()?;
    let many: u32 = match many {
        "a" | "an" => 1,
        word => match (1..).zip(NUMBERS).find(|(_, name)| *name == word) {
            Some((number, _)) => number,
            None => word.parse().ok()?,
        },
    };
    let unit = words.next()?;
    if words.next().is_some() {
        return None;
    }
    match unit.trim_end_matches('s') {
        "day" => today.checked_add_days(Days::new(many.into())),
        "week" => today.checked_add_days(Days::new(u64::from(many) * 7)),
        "month" => today.checked_add_months(Months::new(many)),
        "year" => today.checked_add_months(Months::new(many.checked_mul(12)?)),
        _ => None,
    }
}

/// Without a year, the next one; a leap day may be some years away.
fn day_to_come(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let years = (0..=8).map(|ahead| today.year() + ahead);
    day_and_month(text, years, |day| day > today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn reads_what_people_type_of_days_to_come() {
        let today = day(2026, 3, 12); // a Thursday
        for (text, expected) in [
            ("tomorrow", day(2026, 3, 13)),
            (" Monday", day(2026, 3, 16)),
            ("thursday", day(2026, 3, 19)),
            ("12 June", day(2026, 6, 12)),
            ("12th mar", day(2027, 3, 12)),
            ("1/2", day(2027, 2, 1)),
            ("13/3/2026", day(2026, 3, 13)),
            ("2027-01-31", day(2027, 1, 31)),
            ("29 february", day(2028, 2, 29)),
            ("in 3 months", day(2026, 6, 12)),
            ("in three months", day(2026, 6, 12)),
            ("two weeks", day(2026, 3, 26)),
            ("in a year", day(2027, 3, 12)),
        ] {
            assert_eq!(read_day_ahead(text, today), Ok(expected), "{text}");
        }
    }

    #[test]
    fn says_what_nobody_can_be_asked_on() {
        let today = day(2026, 3, 12);
        for text in [
            "",
            "soon",
            "31 february",
            "12/13",
            "in some months",
            "in 3",
            "in 0x months",
        ] {
            let read = read_day_ahead(text, today);
            assert_eq!(read, Err(DayAheadError::NotADay), "{text}");
        }
        for text in ["today", "yesterday", "2026-03-12", "12/3/2026", "in 0 days"] {
            let read = read_day_ahead(text, today);
            assert_eq!(read, Err(DayAheadError::GoneBy), "{text}");
        }
        for text in ["2226-03-12", "in 400 years", "in 4000 days"] {
            let read = read_day_ahead(text, today);
            assert_eq!(read, Err(DayAheadError::FarAway), "{text}");
        }
    }

    #[test]
    fn no_number_is_too_large() {
        let today = day(2026, 3, 12);
        for text in [
            "in 4294967295 years",
            "in 4294967295 weeks",
            "in 99999999999 days",
            "1/1/99999",
        ] {
            assert!(read_day_ahead(text, today).is_err(), "{text}");
        }
    }
}
