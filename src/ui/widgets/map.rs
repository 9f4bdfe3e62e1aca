//! The noticing map as rows of text: a title, and a letter a column, the newest at the right.
//!
//! Every letter has the same weight and colour, so that no answer looks better than another. When
//! the columns are more than fit, the newest stay. A row above says in which month they begin, as
//! far as there is room for its name.

use chrono::{Datelike, NaiveDate};

use super::shown::shown_width;
use crate::insight::{Column, NoticingMap};

/// Cells a column takes: a letter and the air after it.
const CELL: usize = 2;
/// Cells of the name of a month, and the air after it.
const MONTH: usize = 4;
/// Cells between the titles and the first column.
const GAP: usize = 2;
/// The narrowest place in which a map says anything.
const LEAST: u16 = 24;
/// Cells of a title at most, in a wide place and in a narrow one.
const TITLE: (usize, usize) = (26, 14);
/// From this width on a place is wide.
const WIDE: u16 = 56;
/// The short names of the months.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Makes the rows for a place of this width; `None` where there is no room for them.
pub fn rows(map: &NoticingMap, width: u16) -> Option<Vec<String>> {
    if width < LEAST || map.rows.is_empty() || map.columns.is_empty() {
        return None;
    }
    let most = if width < WIDE { TITLE.1 } else { TITLE.0 };
    let titles: Vec<String> = map.rows.iter().map(|row| short(&row.title, most)).collect();
    let title = titles.iter().map(|title| shown_width(title)).max()?;
    let (indent, room) = (title + GAP, usize::from(width).saturating_sub(title + GAP));
    let cell = if is_by_month(&map.columns) && map.columns.len() * MONTH <= room {
        MONTH
    } else {
        CELL
    };
    let first = map.columns.len().saturating_sub((room / cell).max(1));
    let mut rows = vec![months(map.columns.get(first..)?, indent, cell)];
    for (row, title) in map.rows.iter().zip(&titles) {
        let mut line = pad(title, indent);
        for sign in row.cells.iter().skip(first) {
            line.push_str(&pad(sign.letter().encode_utf8(&mut [0; 4]), cell));
        }
        rows.push(line.trim_end().to_owned());
    }
    Some(rows)
}

/// Whether every column is another month, so that each can have the room for its name.
fn is_by_month(columns: &[Column]) -> bool {
    let mut pairs = columns.iter().zip(columns.iter().skip(1));
    pairs.all(|(one, next)| month_of(one.since) != month_of(next.since))
}

fn month_of(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
}

/// The names of the months over the columns they begin at, where the one before leaves room.
fn months(columns: &[Column], indent: usize, cell: usize) -> String {
    let mut line = " ".repeat(indent);
    let end = indent + columns.len() * cell;
    let mut before = None;
    for (place, column) in columns.iter().enumerate() {
        let month = month_of(column.since);
        let is_new = before.replace(month) != Some(month);
        let at = indent + place * cell;
        let name = MONTHS.get(column.since.month0() as usize);
        if let Some(name) = name.filter(|_| is_new && line.len() <= at && at + MONTH <= end + 1) {
            line = format!("{line:at$}{name} ");
        }
    }
    line.trim_end().to_owned()
}

/// A title cut to this many cells, with a full stop for what is left out.
fn short(title: &str, most: usize) -> String {
    if shown_width(title) <= most {
        return title.to_owned();
    }
    let mut cut = String::new();
    for letter in title.chars() {
        let mut longer = cut.clone();
        longer.push(letter);
        if shown_width(&longer) + 1 > most {
            break;
        }
        cut = longer;
    }
    format!("{}.", cut.trim_end_matches([' ', '-', ',', '.']))
}

fn pad(text: &str, cells: usize) -> String {
    let air = cells.saturating_sub(shown_width(text));
    format!("{text}{}", " ".repeat(air))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, HeadingId};
    use crate::insight::{Cell, Row};

    fn map(columns: u32) -> NoticingMap {
        let day = |place| {
            NaiveDate::from_ymd_opt(2026, 1, 20).unwrap() + chrono::Days::new(7 * u64::from(place))
        };
        let columns: Vec<Column> = (0..columns)
            .map(|place| Column {
                words: day(place).to_string(),
                since: day(place),
                until: day(place),
            })
            .collect();
        let cells = |answers: &[Answer]| {
            let cells = (0..columns.len()).map(|place| Cell {
                signs: answers
                    .get(place % (answers.len() + 1))
                    .map(|answer| vec![(*answer, 1)])
                    .unwrap_or_default(),
            });
            cells.collect::<Vec<_>>()
        };
        let row = |title: &str, cells| Row {
            heading: HeadingId::new("MUT"),
            item: None,
            title: title.to_owned(),
            cells,
        };
        let mut both = cells(&[Answer::Moment]);
        if let Some(last) = both.last_mut() {
            last.signs = vec![(Answer::Moment, 2), (Answer::Partly, 1)];
        }
        NoticingMap {
            rows: vec![
                row(
                    "Mutuality",
                    cells(&[Answer::Moment, Answer::Partly, Answer::NotSure]),
                ),
                row("Community-facing", cells(&[Answer::DidNotComeUp])),
                row("Strengths-based", both),
            ],
            columns,
        }
    }

    #[test]
    fn the_newest_columns_that_fit_stand_at_the_right() {
        let rows = rows(&map(8), 60).unwrap();
        insta::assert_snapshot!(rows.join("\n"), @r"
                      Jan Feb     Mar
    Mutuality         m p ?   m p ?
    Community-facing  ·   ·   ·   ·
    Strengths-based   m   m   m   m +
    ");
        let narrow = super::rows(&map(40), 40).unwrap();
        insta::assert_snapshot!(narrow.join("\n"), @r"
                    Aug     Sep       Oct
    Mutuality       m p ?   m p ?   m p ?
    Community-fac.  ·   ·   ·   ·   ·   ·
    Strengths-bas.  m   m   m   m   m   m +
    ");
    }

    #[test]
    fn no_row_is_wider_than_its_place() {
        for width in 0..80 {
            for columns in [0, 1, 2, 5, 60] {
                for row in rows(&map(columns), width).unwrap_or_default() {
                    assert!(
                        shown_width(&row) <= usize::from(width),
                        "{row:?} at {width}"
                    );
                }
            }
        }
    }
}
