//! Days as they are typed in a search: a day, a month or a year.

use chrono::{Datelike, Months, NaiveDate};

use super::super::day::{month_number, read_day};
use super::filters::slug;

/// Reads a day, a month or a year, and gives its first and its last day.
///
/// A day or month that is to come may be written in numbers; it is only a bound.
pub(super) fn read_span(text: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let text = text.trim();
    if let Some(span) = in_numbers(text) {
        return Some(span);
    }
    if let Ok(day) = read_day(&text.replace('_', " "), today) {
        return four_digits(day).then_some((day, day));
    }
    in_words(text, today)
}

/// `2026`, `2026-09`, `2026-09-12`, `2026/9/2`.
fn in_numbers(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = text.split(['-', '/', '.']);
    let year = parts.next().filter(|it| it.len() == 4)?;
    let year = i32::try_from(number(year)?).ok().filter(|it| *it > 0)?;
    let Some(month) = parts.next() else {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        return Some((first, NaiveDate::from_ymd_opt(year, 12, 31)?));
    };
    let month = short_number(month)?;
    let Some(day) = parts.next() else {
        return whole_month(NaiveDate::from_ymd_opt(year, month, 1)?);
    };
    let day = NaiveDate::from_ymd_opt(year, month, short_number(day)?)?;
    parts.next().is_none().then_some((day, day))
}

fn short_number(text: &str) -> Option<u32> {
    number(text).filter(|_| text.len() <= 2)
}

fn number(text: &str) -> Option<u32> {
    let is_digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits)
}

/// `march`, `march-2026`, `this-month`, `last-month`: without a year the latest that has begun.
fn in_words(text: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let this = today.with_day(1)?;
    let slug = slug(text);
    match slug.as_str() {
        "this-month" => return whole_month(this),
        "last-month" => return whole_month(this.checked_sub_months(Months::new(1))?),
        _ => {}
    }
    let mut parts = slug.split('-');
    let name = parts
        .next()
        .filter(|it| it.chars().all(char::is_alphabetic))?;
    let month = month_number(name)?;
    let year = match parts.next() {
        Some(year) => Some(number(year).filter(|_| year.len() == 4)?),
        None => None,
    };
    if parts.next().is_some() {
        return None;
    }
    let first = match year {
        Some(year) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?,
        None => [today.year(), today.year() - 1]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, 1))
            .find(|first| *first <= today)?,
    };
    four_digits(first).then(|| whole_month(first)).flatten()
}

fn whole_month(first: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some((first, last))
}

/// Only such a year can be written and read again.
fn four_digits(day: NaiveDate) -> bool {
    (1..=9999).contains(&day.year())
}
