//! Translates between places in the text and the grid of visible rows.
//!
//! Rows are counted over all paragraphs from the top of the text, not of the screen.

use super::{body::Body, paragraph::Paragraph, place::Place};

/// Names a spot of the cursor: a place, and which of two rows it is seen on.
///
/// Where a long word is cut, one place is both the end of a row and the start of the next. It is
/// seen at the start, unless the cursor came there by going to the end: then it leans back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) at: Place,
    pub(super) leaning: bool,
}

impl Spot {
    /// Returns a spot that does not lean.
    pub(super) fn upright(at: Place) -> Self {
        Self { at, leaning: false }
    }
}

impl Body {
    /// Returns how many rows all paragraphs take, at least one.
    pub(super) fn rows(&self) -> usize {
        self.paragraphs().iter().map(Paragraph::rows).sum()
    }

    /// Returns the row and column at which a spot is seen.
    pub(super) fn cell_of(&self, spot: Spot) -> (usize, usize) {
        let above = self.paragraphs().iter().take(spot.at.paragraph);
        let rows: usize = above.map(Paragraph::rows).sum();
        self.paragraphs()
            .get(spot.at.paragraph)
            .map_or((rows, 0), |paragraph| {
                let row = paragraph.row_of(spot.at.byte, spot.leaning);
                let column = paragraph.column_of(row, spot.at.byte);
                (rows + row, column.min(self.measure()))
            })
    }

    /// Returns the spot nearest to a row and column; below the last row it is the end.
    pub(super) fn spot_at(&self, row: usize, column: usize) -> Spot {
        let Some((index, row)) = self.row_at(row) else {
            return Spot::upright(self.end());
        };
        let Some(paragraph) = self.paragraphs().get(index) else {
            return Spot::upright(self.end());
        };
        match paragraph.byte_at(row, column) {
            Some(byte) => Spot::upright(Place::new(index, byte)),
            None => self.row_end(index, row),
        }
    }

    /// Returns the spot at which the row of a spot begins.
    pub(super) fn row_start_of(&self, spot: Spot) -> Spot {
        let start = self
            .paragraphs()
            .get(spot.at.paragraph)
            .map_or(0, |paragraph| {
                paragraph
                    .row(paragraph.row_of(spot.at.byte, spot.leaning))
                    .start
            });
        Spot::upright(Place::new(spot.at.paragraph, start))
    }

    /// Returns the spot at which the row of a spot ends.
    pub(super) fn row_end_of(&self, spot: Spot) -> Spot {
        let index = spot.at.paragraph;
        self.paragraphs().get(index).map_or(spot, |paragraph| {
            self.row_end(index, paragraph.row_of(spot.at.byte, spot.leaning))
        })
    }

    /// Returns the paragraph a row is in, and which of its rows it is.
    pub(super) fn row_at(&self, row: usize) -> Option<(usize, usize)> {
        let mut left = row;
        for (index, paragraph) in self.paragraphs().iter().enumerate() {
            if left < paragraph.rows() {
                return Some((index, left));
            }
            left -= paragraph.rows();
        }
        None
    }

    /// Returns the spot at the end of a paragraph's row.
    fn row_end(&self, index: usize, row: usize) -> Spot {
        self.paragraphs()
            .get(index)
            .map_or_else(Spot::default, |paragraph| {
                let (byte, leaning) = paragraph.row_end(row);
                Spot {
                    at: Place::new(index, byte),
                    leaning,
                }
            })
    }
}
