//! A month, and the days of it that have entries.
//!
//! A day without one has no word: nothing here counts days on which nobody wrote.

mod words;

use chrono::{Months, NaiveDate};

use super::around::Standing;
use super::matter::{Next, Talk};
use super::{Came, Door, Given, Leaf, LeafAsk, LeafRow, MonthPage, Piece, Work};
use crate::domain::{first_of_month, read_day, say_month};

/// The page of a month.
#[derive(Clone, Debug)]
pub(super) struct Month {
    first: NaiveDate,
    days: Option<Vec<(NaiveDate, usize)>>,
    is_asking: bool,
    at: usize,
}

impl Month {
    /// Begins with the month of this day.
    pub(super) fn new(day: NaiveDate) -> Self {
        Self {
            first: first_of_month(day),
            days: None,
            is_asking: false,
            at: 0,
        }
    }

    fn turn_to(&mut self, first: NaiveDate) -> Next {
        self.first = first;
        self.days = None;
        self.is_asking = false;
        self.at = 0;
        Next::Do(Work::Month(first))
    }

    fn before(&mut self) -> Next {
        match self.first.checked_sub_months(Months::new(1)) {
            Some(before) => self.turn_to(before),
            None => Next::Leaf,
        }
    }

    fn after(&mut self, today: NaiveDate) -> Next {
        let after = self.first.checked_add_months(Months::new(1));
        match after.filter(|after| *after <= today) {
            Some(after) => self.turn_to(after),
            None => Next::Hint(words::NONE_AFTER.to_owned()),
        }
    }

    fn chose(&mut self, row: usize) -> Next {
        let days = self.days.as_deref().unwrap_or_default();
        if let Some((day, _)) = days.get(row) {
            self.at = row;
            return Next::Through(Door::Search(format!("on:{}", day.format("%Y-%m-%d"))));
        }
        if row == days.len() {
            self.at = row;
            self.is_asking = true;
        }
        Next::Leaf
    }

    fn typed(&mut self, typed: &str, today: NaiveDate) -> Next {
        match read_month(typed, today) {
            Some(first) => self.turn_to(first),
            None => Next::Hint(words::NO_MONTH.to_owned()),
        }
    }
}

impl Talk for Month {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::Month(self.first))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let title = say_month(self.first);
        if self.is_asking {
            return Leaf {
                title,
                ask: LeafAsk::Line {
                    label: words::WHICH.to_owned(),
                    starter: String::new(),
                },
                ..Leaf::default()
            };
        }
        let Some(days) = &self.days else {
            return Leaf {
                title,
                ..Leaf::default()
            };
        };
        let mut rows: Vec<LeafRow> = days
            .iter()
            .map(|(day, count)| LeafRow::new(words::entries_on(*day, *count)))
            .collect();
        // The rows below say the days again, so in words only a month without any says something.
        let said = if rows.is_empty() {
            vec![words::NONE.to_owned()]
        } else {
            Vec::new()
        };
        rows.push(LeafRow::new(words::ANOTHER));
        let page = MonthPage {
            first: self.first,
            today: standing.today(),
            days: days.clone(),
        };
        Leaf {
            title,
            pieces: vec![Piece::Month { page, said }],
            ask: LeafAsk::Rows {
                at: self.at.min(rows.len() - 1),
                rows,
            },
            has_sides: true,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Back if self.is_asking => {
                self.is_asking = false;
                Next::Leaf
            }
            Given::Back => Next::Over,
            Given::Line(typed) if self.is_asking => self.typed(&typed, standing.today()),
            Given::Before if self.days.is_some() && !self.is_asking => self.before(),
            Given::After if self.days.is_some() && !self.is_asking => self.after(standing.today()),
            Given::Row(row) if !self.is_asking => self.chose(row),
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        match came {
            Came::Month(days) => {
                self.days = Some(days);
                Next::Leaf
            }
            came => Next::after(&say_month(self.first), came),
        }
    }
}

/// Reads a month as people type it: by its name, with a year or without, by numbers, or by any day
/// in it.
fn read_month(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim();
    let as_day = [
        format!("1 {typed}"),
        format!("{typed}-01"),
        typed.to_owned(),
    ];
    let mut read = as_day.iter().filter_map(|day| read_day(day, today).ok());
    read.next().map(first_of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_people_type_it() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let today = day(2026, 11, 22);
        for (typed, first) in [
            ("May 2026", Some(day(2026, 5, 1))),
            (" may ", Some(day(2026, 5, 1))),
            ("December", Some(day(2025, 12, 1))),
            ("2026-05", Some(day(2026, 5, 1))),
            ("5/2026", Some(day(2026, 5, 1))),
            ("12 May 2026", Some(day(2026, 5, 1))),
            ("5", Some(day(2026, 5, 1))),
            ("today", Some(day(2026, 11, 1))),
            ("11/2026", Some(day(2026, 11, 1))),
            ("12/2026", None),
            ("soup", None),
            ("", None),
        ] {
            assert_eq!(read_month(typed, today), first, "{typed}");
        }
    }
}
