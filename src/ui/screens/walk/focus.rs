//! Where on a page the person is.
//!
//! A choice starts with the focus on it and on none of its rows: no answer looks chosen before
//! it is, and Enter then leaves it blank. The first arrow steps onto the rows.

use crate::domain::Field;
use crate::reflection::{Ask, Page};

/// A part of the page, and a row of it where it is a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Focus {
    /// Which part.
    pub(super) part: usize,
    /// Which row of a choice; `None` before the first arrow.
    pub(super) row: Option<usize>,
}

impl Focus {
    /// The start of a page: its first part, on the row that was chosen before.
    pub(super) fn at_start_of(page: &Page, chosen: impl Fn(&Field) -> Option<usize>) -> Self {
        let row = page.parts.first().and_then(|part| chosen(&part.field));
        Self { part: 0, row }
    }

    /// A part, on its own.
    pub(super) fn part(part: usize, row: Option<usize>) -> Self {
        Self { part, row }
    }

    /// How many rows the focused choice has.
    pub(super) fn rows(self, page: &Page) -> usize {
        match page.parts.get(self.part).map(|part| &part.ask) {
            Some(Ask::Choice { picks, .. }) => picks.len(),
            _ => 0,
        }
    }

    /// One row down; `None` below the last.
    pub(super) fn down(self, page: &Page) -> Option<Self> {
        let row = self.row.map_or(0, |row| row + 1);
        (row < self.rows(page)).then_some(Self {
            row: Some(row),
            ..self
        })
    }

    /// One row up; `None` above the first.
    pub(super) fn up(self) -> Option<Self> {
        let row = self.row?.checked_sub(1)?;
        Some(Self {
            row: Some(row),
            ..self
        })
    }
}
