//! What is shown next, whatever shows it: something to read, and rows to choose from.

use chrono::NaiveDate;

use crate::insight::NoticingMap;

/// Everything a front end needs to show one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaf {
    /// Where one is: a few words.
    pub title: String,
    /// What is read, from top to bottom.
    pub pieces: Vec<Piece>,
    /// What is asked.
    pub ask: LeafAsk,
    /// Whether ← and → lead somewhere: to the page before and after, such as a month.
    pub has_sides: bool,
}

impl Leaf {
    /// What is shown while the journal is asked.
    pub(super) fn busy(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            ..Self::default()
        }
    }
}

/// One piece to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A heading over what follows.
    Heading(String),
    /// The one thing the leaf says or asks.
    Question(String),
    /// Our own words.
    Text(String),
    /// Our own words, quietly.
    Quiet(String),
    /// The person's own words.
    Own(String),
    /// The noticing map. `said` says the same in words, for those who do not see it.
    Map {
        /// The map; the newest columns that fit are drawn.
        map: NoticingMap,
        /// The same in words, a line each.
        said: Vec<String>,
    },
    /// A month. `said` says the same in words.
    Month {
        /// The month.
        page: MonthPage,
        /// The same in words, a line each.
        said: Vec<String>,
    },
    /// Lines that are kept as they are, such as the preview of a sheet.
    AsItIs(Vec<String>),
}

/// A month with the days that have entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthPage {
    /// Its first day.
    pub first: NaiveDate,
    /// The day it is today.
    pub today: NaiveDate,
    /// The days with entries, and how many.
    pub days: Vec<(NaiveDate, usize)>,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LeafAsk {
    /// One of these. `at` has the focus. There is always at least one.
    Rows {
        /// The rows.
        rows: Vec<LeafRow>,
        /// The one to begin at.
        at: usize,
    },
    /// A line that is no diary: a place for a file, a month. Words of one's own go on a form.
    Line {
        /// Words before it.
        label: String,
        /// What stands in it at first.
        starter: String,
    },
    /// Nothing: it waits for the journal.
    #[default]
    Busy,
}

/// The letter of the row that takes the last deed back: what undoes elsewhere chooses it too.
pub const TAKES_BACK: char = 'z';

impl LeafAsk {
    /// The row that takes the last deed back, where there is one.
    pub fn takes_back(&self) -> Option<usize> {
        match self {
            Self::Rows { rows, .. } => rows.iter().position(|row| row.key == Some(TAKES_BACK)),
            _ => None,
        }
    }
}

/// One row to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeafRow {
    /// A letter for it, where there is one.
    pub key: Option<char>,
    /// What it does, or whose words it opens.
    pub words: String,
    /// Quiet words behind it.
    pub quiet: String,
    /// Whether it is only a heading over rows: it cannot be chosen, and has no number.
    pub is_heading: bool,
    /// Whether Enter alone means it where rows are said line by line: whoever holds Enter has
    /// chosen none of the others.
    pub is_enough: bool,
}

impl LeafRow {
    /// Makes a row.
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Makes a heading over rows.
    pub fn heading(words: impl Into<String>) -> Self {
        Self {
            is_heading: true,
            ..Self::new(words)
        }
    }

    /// Gives it a letter.
    #[must_use]
    pub fn key(self, key: char) -> Self {
        Self {
            key: Some(key),
            ..self
        }
    }

    /// Makes it the one that Enter alone means, line by line.
    #[must_use]
    pub fn enough(self) -> Self {
        Self {
            is_enough: true,
            ..self
        }
    }

    /// Puts quiet words behind it.
    #[must_use]
    pub fn quiet(self, quiet: impl Into<String>) -> Self {
        Self {
            quiet: quiet.into(),
            ..self
        }
    }
}

/// What the person gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// They chose this row, counted from 0, headings counted too.
    Row(usize),
    /// They typed a line.
    Line(String),
    /// They turn to the side: the page before, such as a month.
    Before,
    /// They turn to the page after.
    After,
    /// They go back one step.
    Back,
}
