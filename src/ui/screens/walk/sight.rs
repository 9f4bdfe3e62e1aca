//! Which rows of a page are in sight.
//!
//! The question stays at the top while the rest scrolls below it, so that a person on a small
//! screen never writes an answer to words they cannot see.

use ratatui::layout::Rect;

use super::sheet::{Block, Sheet};

/// An area, with what of the page is seen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sight {
    area: Rect,
    /// Rows at the start of the page that stay.
    pinned: u16,
    /// Rows of the rest that are scrolled away.
    top: u16,
}

impl Sight {
    /// Looks at a page scrolled down by so many rows.
    pub(super) fn of(sheet: &Sheet, top: u16, area: Rect) -> Self {
        // A question that fills the area would leave nothing to scroll.
        let pinned = if sheet.pinned + 4 <= area.height {
            sheet.pinned
        } else {
            0
        };
        let top = top.min(sheet.height.saturating_sub(area.height));
        Self { area, pinned, top }
    }

    /// How many rows are scrolled away.
    pub(super) fn top(self) -> u16 {
        self.top
    }

    /// The same, scrolled as little as brings these rows in sight.
    pub(super) fn showing(self, first: u16, last: u16) -> Self {
        let mut top = self.top;
        if last >= top + self.area.height {
            top = last + 1 - self.area.height;
        }
        if first < top + self.pinned {
            top = first.saturating_sub(self.pinned);
        }
        Self { top, ..self }
    }

    /// Where a block is seen, and how many of its rows are scrolled away above.
    pub(super) fn place(self, block: &Block) -> Option<(Rect, u16)> {
        let (start, end) = if block.y < self.pinned {
            (block.y, self.pinned)
        } else {
            (self.top + self.pinned, self.top + self.area.height)
        };
        let first = block.y.max(start);
        let last = (block.y + block.height).min(end);
        if first >= last {
            return None;
        }
        let scrolled = if block.y < self.pinned { 0 } else { self.top };
        let place = Rect {
            y: self.area.y + first - scrolled,
            height: last - first,
            ..self.area
        };
        Some((place, first - block.y))
    }

    /// The row of the page at a row of the screen.
    pub(super) fn row_at(self, row: u16) -> u16 {
        let row = row.saturating_sub(self.area.y);
        if row < self.pinned {
            row
        } else {
            row.saturating_add(self.top)
        }
    }

    /// Whether the page goes on below.
    pub(super) fn goes_on(self, sheet: &Sheet) -> bool {
        sheet.height > self.top + self.area.height
    }
}
