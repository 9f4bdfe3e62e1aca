//! A month as rows of text, Monday first.
//!
//! A day with an entry has a dot, one with more a digit, and today stands in brackets. A day
//! without has nothing, not even a colour: nobody counts the days that have no entry.

use chrono::{Datelike, Days, NaiveDate};

/// Cells a day takes.
const DAY: usize = 5;
/// Cells the grid takes.
const WIDTH: u16 = 35;
/// The days of the week.
const WEEK: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Makes the rows for a place of this width; `None` where there is no room for them.
pub fn rows(
    first: NaiveDate,
    today: NaiveDate,
    days: &[(NaiveDate, usize)],
    width: u16,
) -> Option<Vec<String>> {
    if width < WIDTH {
        return None;
    }
    let mut rows = vec![format!(" {}", WEEK.join("   "))];
    let first = first.with_day(1)?;
    let mut line = " ".repeat(DAY * first.weekday().num_days_from_monday() as usize);
    let in_month = |day: &NaiveDate| (day.year(), day.month()) == (first.year(), first.month());
    let next = |day: &NaiveDate| day.checked_add_days(Days::new(1));
    for day in std::iter::successors(Some(first), next).take_while(in_month) {
        let count = days
            .iter()
            .find(|(own, _)| *own == day)
            .map_or(0, |(_, count)| *count);
        line.push_str(&cell(day, day == today, count));
        if day.weekday() == chrono::Weekday::Sun {
            rows.push(std::mem::take(&mut line).trim_end().to_owned());
        }
    }
    if !line.trim().is_empty() {
        rows.push(line.trim_end().to_owned());
    }
    Some(rows)
}

fn cell(day: NaiveDate, is_today: bool, count: usize) -> String {
    let sign = match count {
        0 => ' ',
        1 => '•',
        2..=9 => char::from_digit(u32::try_from(count).unwrap_or(9), 10).unwrap_or('+'),
        _ => '+',
    };
    let number = day.day();
    if is_today {
        format!("[{number:>2}]{sign}")
    } else {
        format!(" {number:>2} {sign}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_on_its_weekday_and_marks_only_what_is_there() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let days = [(day(2), 1), (day(12), 3), (day(31), 12)];
        let rows = rows(day(1), day(12), &days, 40).unwrap();
        insta::assert_snapshot!(rows.join("\n"), @r"
     Mo   Tu   We   Th   Fr   Sa   Su
                                    1
      2 •  3    4    5    6    7    8
      9   10   11  [12]3 13   14   15
     16   17   18   19   20   21   22
     23   24   25   26   27   28   29
     30   31 +
    ");
    }

    #[test]
    fn every_month_has_its_days_once_and_none_is_wider_than_its_place() {
        let start = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        for months in 0..36 {
            let first = start + chrono::Months::new(months);
            let rows = rows(first, first, &[(first, 99)], WIDTH).unwrap();
            assert!(
                rows.iter()
                    .all(|row| row.chars().count() <= usize::from(WIDTH))
            );
            let text = rows[1..].join(" ").replace(['[', ']', '+'], " ");
            let numbers: Vec<u32> = text
                .split_whitespace()
                .map(|day| day.parse().unwrap())
                .collect();
            let last = (first + chrono::Months::new(1)).pred_opt().unwrap().day();
            assert_eq!(numbers, (1..=last).collect::<Vec<_>>());
        }
        assert_eq!(rows(start, start, &[], WIDTH - 1), None);
    }
}
