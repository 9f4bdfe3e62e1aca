//! Days, weeks and months, as they are said over a column and behind a row.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::{Span, say_month};

/// Says a day by its number and month, and the year only where it is another one.
pub fn say_short(day: NaiveDate, today: NaiveDate) -> String {
    let month = say_month(day);
    let named = if day.year() == today.year() {
        month.split(' ').next().unwrap_or_default()
    } else {
        &month
    };
    format!("{} {named}", day.day())
}

/// Gives the last day of the week or month that begins on this day.
pub fn last_day(span: Span, first: NaiveDate) -> NaiveDate {
    let next = match span {
        Span::Week => first.checked_add_days(Days::new(7)),
        Span::Month => first.checked_add_months(Months::new(1)),
    };
    next.and_then(|next| next.pred_opt()).unwrap_or(first)
}

/// Gives the first day of a window of so many weeks or months that ends today.
pub fn since(span: Span, many: u32, today: NaiveDate) -> NaiveDate {
    let first = span.first_day(today);
    let before = many.saturating_sub(1);
    let begin = match span {
        Span::Week => first.checked_sub_days(Days::new(7 * u64::from(before))),
        Span::Month => first.checked_sub_months(Months::new(before)),
    };
    begin.unwrap_or(first)
}

/// Tells whether a journal that begins on this day is in its first four months.
pub fn is_early(oldest: Option<NaiveDate>, today: NaiveDate) -> bool {
    let four = |day: NaiveDate| day.checked_add_months(Months::new(4));
    oldest.and_then(four).is_some_and(|until| today <= until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn weeks_begin_on_monday_and_months_on_the_first() {
        let sunday = day(2026, 11, 22);
        assert_eq!(Span::Week.first_day(sunday), day(2026, 11, 16));
        assert_eq!(Span::Week.first_day(day(2026, 11, 16)), day(2026, 11, 16));
        assert_eq!(Span::Month.first_day(sunday), day(2026, 11, 1));
        assert_eq!(last_day(Span::Week, day(2026, 11, 16)), sunday);
        assert_eq!(last_day(Span::Month, day(2024, 2, 1)), day(2024, 2, 29));
        assert_eq!(since(Span::Week, 2, sunday), day(2026, 11, 9));
        assert_eq!(since(Span::Month, 12, sunday), day(2025, 12, 1));
        assert_eq!(last_day(Span::Week, NaiveDate::MAX), NaiveDate::MAX);
    }

    #[test]
    fn the_year_is_said_only_where_it_is_another_one() {
        let today = day(2026, 11, 22);
        assert_eq!(say_short(day(2026, 3, 12), today), "12 March");
        assert_eq!(say_short(day(2025, 3, 12), today), "12 March 2025");
    }

    #[test]
    fn the_first_four_months_end_to_the_day() {
        let today = day(2026, 11, 22);
        assert!(is_early(Some(day(2026, 7, 22)), today));
        assert!(!is_early(Some(day(2026, 7, 21)), today));
        assert!(!is_early(None, today));
    }
}
