//! Points at the text with a mouse.
//!
//! Nothing needs it: every deed here has a key. Columns and rows are those of the visible grid,
//! counted from the top left cell of the area the editor was fitted to.

use super::{Editor, grid::Spot, place::Place, words};

impl Editor {
    /// Puts the cursor under the pointer; with `select` the selection stretches there (a drag).
    pub fn click(&mut self, column: u16, row: u16, select: bool) {
        let spot = self.pointed(column, row);
        let _ = self.go(spot, select);
    }

    /// Selects the word under the pointer.
    pub fn double_click(&mut self, column: u16, row: u16) {
        let at = self.pointed(column, row).at;
        let word = words::around(self.body.line(at.paragraph), at.byte);
        let _ = self.go(Spot::upright(Place::new(at.paragraph, word.start)), false);
        let _ = self.go(Spot::upright(Place::new(at.paragraph, word.end)), true);
    }

    /// Scrolls by rows, down where positive; the cursor stays where it is in the text.
    pub fn wheel(&mut self, rows: i16) {
        let by = usize::from(rows.unsigned_abs());
        let top = if rows < 0 {
            self.top.saturating_sub(by)
        } else {
            self.top + by
        };
        self.top = top.min(self.last_top());
    }

    /// Returns the spot under the pointer.
    fn pointed(&self, column: u16, row: u16) -> Spot {
        self.body
            .spot_at(self.top + usize::from(row), usize::from(column))
    }
}
