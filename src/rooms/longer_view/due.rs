//! The row of Home on the day that a person set to be asked again about a heading.
//!
//! It is one quiet row, and never a form at the door: nobody is asked before they choose it. Several
//! days that have come are one row too, so that Home does not grow with every heading.

use chrono::NaiveDate;

use crate::content::Pack;
use crate::domain::{AskAgain, HeadingId};
use crate::insight::window::title_of;
use crate::reflection::doors;
use crate::rooms::Begin;

/// Gives the words of that row and where it leads; none when no day has come. On a shared computer it
/// does not name the heading.
pub fn day_that_came(
    days: &[AskAgain],
    today: NaiveDate,
    shared_computer: bool,
    pack: &Pack,
) -> Option<(String, Begin)> {
    match due(days, today).as_slice() {
        [] => None,
        [only] => {
            let words = if shared_computer {
                doors::A_DAY_CAME.to_owned()
            } else {
                doors::day_came(&title_of(pack, only))
            };
            Some((words, Begin::LongerView(only.clone())))
        }
        _ => Some((doors::DAYS_CAME.to_owned(), Begin::HowSure)),
    }
}

/// The headings whose day has come.
pub(in crate::rooms) fn due(days: &[AskAgain], today: NaiveDate) -> Vec<HeadingId> {
    let come = days.iter().filter(|it| it.on <= today);
    come.map(|it| it.heading.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(days: &[(&str, &str)], shared: bool) -> Option<(String, Begin)> {
        let days: Vec<AskAgain> = days
            .iter()
            .map(|(heading, on)| AskAgain {
                heading: HeadingId::new(*heading),
                on: on.parse().unwrap(),
            })
            .collect();
        let pack = Pack::shipped().unwrap();
        day_that_came(&days, "2027-02-22".parse().unwrap(), shared, &pack)
    }

    #[test]
    fn a_day_that_came_is_one_row_and_names_its_heading_only_at_ones_own_computer() {
        assert_eq!(row(&[], false), None);
        assert_eq!(row(&[("MUT", "2027-02-23")], false), None);
        let days = [("MUT", "2027-02-22"), ("SAF", "2027-02-23")];
        let to_mutuality = Begin::LongerView(HeadingId::new("MUT"));
        let words = "The day I set has come: Mutuality";
        assert_eq!(
            row(&days, false),
            Some((words.into(), to_mutuality.clone()))
        );
        assert_eq!(
            row(&days, true),
            Some(("A day I set has come".into(), to_mutuality))
        );
        let days = [("MUT", "2027-01-02"), ("SAF", "2027-02-22")];
        for shared in [false, true] {
            let several = Some(("Days I set have come".into(), Begin::HowSure));
            assert_eq!(row(&days, shared), several);
        }
    }
}
