//! Days, counts and lists, as they are said in a sentence.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use super::words;
use crate::domain::{Backup, BackupWhy, say_month};

/// Says a day as one speaks of it: today, yesterday, "20 November", and the year only where it is
/// another one.
pub(super) fn say(day: NaiveDate, today: NaiveDate) -> String {
    if day == today {
        return words::TODAY.to_owned();
    }
    if today.checked_sub_days(Days::new(1)) == Some(day) {
        return words::YESTERDAY.to_owned();
    }
    say_plainly(day, today)
}

/// Says a day by its number and month, and the year only where it is another one.
pub(super) fn say_plainly(day: NaiveDate, today: NaiveDate) -> String {
    let month = say_month(day);
    let named = if day.year() == today.year() {
        month.split(' ').next().unwrap_or_default()
    } else {
        &month
    };
    format!("{} {named}", day.day())
}

/// Says a day and a time: "today, 17:40".
pub(super) fn say_time(at: NaiveDateTime, today: NaiveDate) -> String {
    format!("{}, {}", say(at.date(), today), at.format("%H:%M"))
}

/// Says a backup by its time and what it was made for.
pub(super) fn say_backup(backup: &Backup, today: NaiveDate) -> String {
    let time = say_time(backup.made, today);
    match why(backup.why) {
        "" => time,
        why => format!("{time} ({why})"),
    }
}

/// What a backup was made for.
pub(super) fn why(why: BackupWhy) -> &'static str {
    match why {
        BackupWhy::Daily => words::BY_ITSELF,
        BackupWhy::Asked => words::ASKED_FOR,
        BackupWhy::NewForm => words::BEFORE_NEW_FORM,
        BackupWhy::Restore => words::BEFORE_RESTORE,
        BackupWhy::NewKey => words::AFTER_NEW_KEY,
        BackupWhy::Other => "",
    }
}

/// Lists days once each, oldest first: "19 and 20 November". A long list ends in how
/// many more there are.
pub(super) fn list(days: impl IntoIterator<Item = NaiveDate>, today: NaiveDate) -> String {
    let mut days: Vec<NaiveDate> = days.into_iter().collect();
    days.sort_unstable();
    days.dedup();
    let more = days.len().saturating_sub(MOST);
    let newest = days.split_off(more);
    let is_one_month = |one: NaiveDate, other: NaiveDate| {
        (one.year(), one.month()) == (other.year(), other.month())
    };
    let mut said: Vec<String> = match newest[..] {
        [one, other] if is_one_month(one, other) => {
            vec![one.day().to_string(), say_plainly(other, today)]
        }
        _ => newest.iter().map(|day| say_plainly(*day, today)).collect(),
    };
    if more > 0 {
        said.insert(0, words::earlier_days(more));
    }
    join(&said)
}

/// The longest list of days that is said whole.
const MOST: usize = 5;

/// Joins words as one speaks: "a", "a and b", "a, b and c".
pub(super) fn join(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {} {last}", most.join(", "), words::AND),
    }
}

/// Puts a capital at the start.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_are_said_as_one_speaks_of_them() {
        let today = day(2026, 11, 22);
        assert_eq!(say(today, today), "today");
        assert_eq!(say(day(2026, 11, 21), today), "yesterday");
        assert_eq!(say(day(2026, 11, 20), today), "20 November");
        assert_eq!(say(day(2025, 11, 20), today), "20 November 2025");
        assert_eq!(capital("today"), "Today");
        assert_eq!(say(NaiveDate::MIN, NaiveDate::MIN), "today");
    }

    #[test]
    fn a_long_list_says_how_many_more() {
        let today = day(2026, 11, 22);
        assert_eq!(list([], today), "");
        let two = [day(2026, 11, 20), day(2026, 11, 19), day(2026, 11, 20)];
        assert_eq!(list(two, today), "19 and 20 November");
        let seven = (1..=7).map(|number| day(2026, 3, number));
        assert_eq!(
            list(seven, today),
            "2 earlier days, 3 March, 4 March, 5 March, 6 March and 7 March"
        );
    }
}
