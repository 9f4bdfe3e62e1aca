//! The noticing map: a row a heading or an item, a column an entry, a week or a month.
//!
//! A cell holds every sign that stands there. A letter stands for an answer, since a circle that
//! fills would be a rating.

use chrono::NaiveDate;

use crate::domain::{Answer, HeadingId, ItemId};

/// The whole map, the oldest column first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticingMap {
    /// What each column stands for, in words, such as "12 March" or "March 2026".
    pub columns: Vec<Column>,
    /// The rows, in the order of the pack.
    pub rows: Vec<Row>,
}

/// One column: an entry's day, or the days of a week or month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// In words.
    pub words: String,
    /// The first day.
    pub since: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The heading.
    pub heading: HeadingId,
    /// The item, where the row is one.
    pub item: Option<ItemId>,
    /// Its title, in words.
    pub title: String,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// What stands in a cell: each answer that was given there, with how many moments; none when it
/// was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// In the order of the scale.
    pub signs: Vec<(Answer, u32)>,
}

impl Cell {
    /// The letter for the whole cell: the sign's own, `+` for more than one kind of sign, a space
    /// where it was left.
    pub fn letter(&self) -> char {
        match self.signs.as_slice() {
            [] => ' ',
            [(answer, _)] => letter(*answer),
            _ => '+',
        }
    }
}

/// The letter for an answer (`experience.md` §7).
pub const fn letter(answer: Answer) -> char {
    match answer {
        Answer::Moment => 'm',
        Answer::Partly => 'p',
        Answer::NotThisTime => 'n',
        Answer::NotSure => '?',
        Answer::DidNotComeUp => '·',
    }
}
