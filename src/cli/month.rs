//! `alongside month`: which days of a month have entries.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::caller::Caller;
use super::list::cut;
use super::plain::leaf;
use super::plain::visit::first_leaf;
use super::reader::{open, print_json, print_lines};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::domain::{first_of_month, say_day};
use crate::rooms::Begin;

/// Columns of what was typed that are said again where it is no month.
const SAID: usize = 40;

/// A day with entries, as `docs/json.md` describes it.
#[derive(Serialize)]
struct Day {
    on: NaiveDate,
    entries: usize,
}

/// Prints the month that was typed, or this one.
pub(super) fn run(
    paths: Paths,
    named: bool,
    month: Option<&str>,
    json: bool,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let typed = month.map(read).transpose()?;
    let mut desk = open(paths, named, caller)?.desk()?;
    let first = typed.unwrap_or_else(|| first_of_month(desk.clock.stamp().today()));
    let days = desk.store.month(first)?;
    if json {
        let days: Vec<Day> = days
            .into_iter()
            .map(|(on, entries)| Day { on, entries })
            .collect();
        return print_json(&days);
    }
    // The room has the days as rows to choose from; where there is none it says so.
    let leaf = first_leaf(&mut desk, Begin::Month(first))?;
    let title = vec![format!("{}.", leaf.title)];
    let days = days
        .iter()
        .map(|(on, count)| words::entries_on(&say_day(*on), *count));
    print_lines(&[title, leaf::read(&leaf), days.collect()].concat())
}

/// Reads a month such as 2026-05.
fn read(typed: &str) -> Result<NaiveDate, Trouble> {
    let day = format!("{}-01", typed.trim());
    let day = NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok();
    // There is no year 0 in any journal, and whoever types it has left the year out.
    let day = day.filter(|day| day.year() > 0);
    day.ok_or_else(|| Trouble::NoMonth(cut(typed, SAID)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_year_and_a_month() {
        let may = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
        assert_eq!(read("2026-05").unwrap(), may);
        assert_eq!(read(" 2026-5 ").unwrap(), may);
        for odd in [
            "2026",
            "2026-13",
            "0000-00",
            "0000-01",
            "-1-05",
            "May",
            "2026-05-12",
            "",
        ] {
            assert!(read(odd).is_err(), "{odd}");
        }
    }
}
