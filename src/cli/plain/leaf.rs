//! A leaf in lines, whichever it is: what is read first, then the rows with their numbers.
//!
//! A picture is never drawn here. The map and the month bring the same in words, and those are
//! what is said.

use crate::rooms::{Leaf, LeafRow, Piece};

/// Everything of a leaf that is read. A blank line stands over a heading.
pub(crate) fn read(leaf: &Leaf) -> Vec<String> {
    leaf.pieces.iter().flat_map(piece).collect()
}

fn piece(piece: &Piece) -> Vec<String> {
    match piece {
        Piece::Heading(words) => vec![String::new(), words.clone()],
        Piece::AsItIs(lines) => lines.clone(),
        Piece::Map { said, .. } | Piece::Month { said, .. } => said.clone(),
        Piece::Question(words) | Piece::Text(words) | Piece::Quiet(words) | Piece::Own(words) => {
            if words.is_empty() {
                Vec::new()
            } else {
                vec![words.clone()]
            }
        }
    }
}

/// The rows in lines: a number before each that can be chosen, none before a heading.
pub(super) fn rows(rows: &[LeafRow]) -> Vec<String> {
    let mut number = 0;
    let line = |row: &LeafRow| {
        if row.is_heading {
            return with_quiet(row);
        }
        number += 1;
        format!("{number} {}", with_quiet(row))
    };
    rows.iter().map(line).collect()
}

/// A row without its number.
pub(crate) fn with_quiet(row: &LeafRow) -> String {
    match (row.words.as_str(), row.quiet.as_str()) {
        (words, "") => words.to_owned(),
        ("", quiet) => quiet.to_owned(),
        (words, quiet) => format!("{words} ({quiet})"),
    }
}

/// How many rows can be chosen.
pub(super) fn count(rows: &[LeafRow]) -> usize {
    rows.iter().filter(|row| !row.is_heading).count()
}

/// Which row has this number, headings counted too.
pub(super) fn numbered(rows: &[LeafRow], number: usize) -> Option<usize> {
    let mut choosable = (0..).zip(rows).filter(|(_, row)| !row.is_heading);
    choosable
        .nth(number.checked_sub(1)?)
        .map(|(place, _)| place)
}

/// Which row has this letter.
pub(super) fn lettered(rows: &[LeafRow], typed: &str) -> Option<usize> {
    let mut letters = typed.chars().flat_map(char::to_lowercase);
    let (first, None) = (letters.next()?, letters.next()) else {
        return None;
    };
    let has = |row: &LeafRow| {
        !row.is_heading && row.key.is_some_and(|key| key.to_ascii_lowercase() == first)
    };
    rows.iter().position(has)
}

/// The row that Enter alone means: the one that says so, or the one that has the focus, or the
/// next that can be chosen.
pub(super) fn focused(rows: &[LeafRow], at: usize) -> Option<usize> {
    if let Some(enough) = rows.iter().position(|row| row.is_enough) {
        return Some(enough);
    }
    let can_be = |place: &usize| rows.get(*place).is_some_and(|row| !row.is_heading);
    (at..rows.len()).find(can_be).or_else(|| numbered(rows, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::NoticingMap;
    use crate::rooms::{LeafAsk, MonthPage};
    use chrono::NaiveDate;

    fn few() -> Vec<LeafRow> {
        vec![
            LeafRow::heading("March 2026"),
            LeafRow::new("I waited").quiet("12 March"),
            LeafRow::heading("Other things"),
            LeafRow::new("Write it").key('W'),
            LeafRow::new("Look").key('k'),
        ]
    }

    #[test]
    fn a_leaf_is_said_in_words_and_no_picture_is() {
        let first = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let leaf = Leaf {
            title: "Look back".into(),
            pieces: vec![
                Piece::Question("What came up?".into()),
                Piece::Text(String::new()),
                Piece::Heading("Signs".into()),
                Piece::Map {
                    map: NoticingMap::default(),
                    said: vec!["Safe: partly, twice.".into()],
                },
                Piece::Month {
                    page: MonthPage {
                        first,
                        today: first,
                        days: Vec::new(),
                    },
                    said: vec!["12 March: one entry.".into()],
                },
                Piece::Own("I stayed".into()),
                Piece::AsItIs(vec!["# Supervision".into(), String::new(), "Need".into()]),
            ],
            ask: LeafAsk::Busy,
            has_sides: false,
        };
        insta::assert_snapshot!(read(&leaf).join("\n"), @r"
        What came up?

        Signs
        Safe: partly, twice.
        12 March: one entry.
        I stayed
        # Supervision

        Need
        ");
    }

    #[test]
    fn only_what_can_be_chosen_has_a_number() {
        let few = few();
        assert_eq!(
            rows(&few),
            [
                "March 2026",
                "1 I waited (12 March)",
                "Other things",
                "2 Write it",
                "3 Look"
            ]
        );
        assert_eq!(count(&few), 3);
        assert_eq!(numbered(&few, 0), None);
        assert_eq!(numbered(&few, 1), Some(1));
        assert_eq!(numbered(&few, 3), Some(4));
        assert_eq!(numbered(&few, 4), None);
        assert_eq!(lettered(&few, "K"), Some(4));
        assert_eq!(lettered(&few, "w"), Some(3));
        assert_eq!(lettered(&few, "kk"), None);
        assert_eq!(focused(&few, 0), Some(1));
        assert_eq!(focused(&few, 3), Some(3));
        assert_eq!(focused(&few, 9), Some(1));
        let mut enough = few.clone();
        enough.push(LeafRow::new("See it").enough());
        assert_eq!(focused(&enough, 1), Some(5));
        assert_eq!(focused(&[LeafRow::heading("March")], 0), None);
    }
}
