//! One paragraph of the text, with its visible rows.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{
    graphemes::part,
    wrap::{Exchange, row_starts, row_starts_after},
};
use crate::ui::widgets::shown::glyph_width;

/// Holds the text between two line breaks and knows where its rows begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    text: String,
    /// The first byte of each row; never empty.
    starts: Vec<usize>,
}

impl Paragraph {
    /// Lays out a paragraph in rows of `measure` cells.
    pub(super) fn new(text: String, measure: usize) -> Self {
        let starts = row_starts(&text, measure);
        Self { text, starts }
    }

    /// Returns the text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Lays out all rows anew.
    pub(super) fn lay_out(&mut self, measure: usize) {
        self.starts = row_starts(&self.text, measure);
    }

    /// Puts `text` in the place of a range, and lays out only the rows this touches.
    pub(super) fn exchange(&mut self, range: Range<usize>, text: &str, measure: usize) {
        let exchange = Exchange {
            at: range.start,
            gone: range.len(),
            come: text.len(),
        };
        self.text.replace_range(range, text);
        self.starts = row_starts_after(&self.text, measure, &self.starts, exchange);
    }

    /// Returns how many rows there are, at least one.
    pub(super) fn rows(&self) -> usize {
        self.starts.len()
    }

    /// Returns the bytes of a row.
    pub(super) fn row(&self, row: usize) -> Range<usize> {
        let start = self.starts.get(row).copied().unwrap_or(self.text.len());
        let end = self.starts.get(row + 1).copied().unwrap_or(self.text.len());
        start..end
    }

    /// Returns the text of a row.
    pub(super) fn row_text(&self, row: usize) -> &str {
        part(&self.text, self.row(row))
    }

    /// Returns the row a byte is on.
    ///
    /// A byte where a row begins is also the end of the row above; `leaning` chooses that one.
    pub(super) fn row_of(&self, byte: usize, leaning: bool) -> usize {
        let row = self
            .starts
            .partition_point(|&start| start <= byte)
            .saturating_sub(1);
        let at_start = self.starts.get(row) == Some(&byte);
        if leaning && at_start {
            row.saturating_sub(1)
        } else {
            row
        }
    }

    /// Returns how many cells of the row lie before a byte.
    pub(super) fn column_of(&self, row: usize, byte: usize) -> usize {
        let before = part(&self.text, self.row(row).start..byte);
        before.graphemes(true).map(glyph_width).sum()
    }

    /// Returns the byte that is drawn at a column of a row, if the row reaches so far.
    pub(super) fn byte_at(&self, row: usize, column: usize) -> Option<usize> {
        let mut end = 0;
        for (offset, grapheme) in self.row_text(row).grapheme_indices(true) {
            end += glyph_width(grapheme);
            if end > column {
                return Some(self.row(row).start + offset);
            }
        }
        None
    }

    /// Returns the last byte the cursor can take on a row, and whether it leans there.
    ///
    /// Where a space ends the row, that is before the space: what is typed there goes on with
    /// this row. Elsewhere it is the very end, and the cursor leans back to be seen on this row.
    pub(super) fn row_end(&self, row: usize) -> (usize, bool) {
        let end = self.row(row).end;
        if row + 1 >= self.rows() {
            return (end, false);
        }
        match self.row_text(row).graphemes(true).next_back() {
            Some(last) if last.chars().all(char::is_whitespace) => (end - last.len(), false),
            _ => (end, true),
        }
    }
}
