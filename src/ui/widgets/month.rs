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

/// Holds the first day of a month, the day it is now, and the days with entries.
pub type Month<'a> = (NaiveDate, NaiveDate, &'a [(NaiveDate, usize)]);

/// Makes the rows for a place of this width; `None` where there is no room for them.
pub fn rows(month: Month<'_>, width: u16) -> Option<Vec<String>> {
    if width < WIDTH {
        return None;
    }
    let mut rows = vec![format!(" {}", WEEK.join("   "))];
    rows.extend(weeks(month)?.into_iter().map(|(_, week)| week));
    Some(rows)
}

/// Makes only the row of the week that it is now; `None` in another month, or without room.
pub fn week(month: Month<'_>, width: u16) -> Option<Vec<String>> {
    let (first, today, _) = month;
    if width < WIDTH || (today.year(), today.month()) != (first.year(), first.month()) {
        return None;
    }
    let mut weeks = weeks(month)?.into_iter();
    let (_, now) = weeks.find(|(last, _)| *last >= today)?;
    Some(vec![format!(" {}", WEEK.join("   ")), now])
}

/// The weeks of a month, each with its last day.
fn weeks((first, today, days): Month<'_>) -> Option<Vec<(NaiveDate, String)>> {
    let mut rows = Vec::new();
    let first = first.with_day(1)?;
    let mut last = first;
    let mut line = " ".repeat(DAY * first.weekday().num_days_from_monday() as usize);
    let in_month = |day: &NaiveDate| (day.year(), day.month()) == (first.year(), first.month());
    let next = |day: &NaiveDate| day.checked_add_days(Days::new(1));
    for day in std::iter::successors(Some(first), next).take_while(in_month) {
        last = day;
        let count = days
            .iter()
            .find(|(own, _)| *own == day)
            .map_or(0, |(_, count)| *count);
        line.push_str(&cell(day, day == today, count));
        if day.weekday() == chrono::Weekday::Sun {
            rows.push((day, std::mem::take(&mut line).trim_end().to_owned()));
        }
    }
    if !line.trim().is_empty() {
        rows.push((last, line.trim_end().to_owned()));
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
        let rows = rows((day(1), day(12), &days), 40).unwrap();
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
            let rows = rows((first, first, &[(first, 99)]), WIDTH).unwrap();
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
        assert_eq!(rows((start, start, &[]), WIDTH - 1), None);
    }

    #[test]
    fn the_week_that_it_is_now_can_stand_alone() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let days = [(day(10), 1)];
        let rows = week((day(1), day(12), &days), 40).unwrap();
        let said = rows.join("\n");
        assert!(
            said.ends_with("  9   10 • 11  [12]  13   14   15"),
            "{said}"
        );
        assert!(week((day(1), day(31), &days), 40).unwrap()[1].ends_with("[31]"));
        let before = day(1) - chrono::Months::new(1);
        assert_eq!(week((before, day(12), &days), 40), None);
    }
}
