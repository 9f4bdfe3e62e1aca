//! Moves the cursor.

use super::{Done, Editor, Motion, grid::Spot};

impl Editor {
    /// Moves the cursor and lets go of the selection.
    pub(super) fn travel(&mut self, motion: Motion) -> Done {
        let selected = self.selected();
        match (motion, selected) {
            // With a selection, an arrow goes to its edge: that is where the eye is.
            (Motion::Left, Some((from, _))) => return self.go(Spot::upright(from), false),
            (Motion::Right, Some((_, to))) => return self.go(Spot::upright(to), false),
            _ => {}
        }
        let row = self.body.cell_of(self.spot()).0;
        if selected.is_none() {
            match motion {
                Motion::Up if row == 0 => return Done::AtTop,
                Motion::Down if row + 1 >= self.body.rows() => return Done::AtBottom,
                _ => {}
            }
        }
        self.walk(motion, false)
    }

    /// Moves the cursor and stretches the selection.
    pub(super) fn stretch(&mut self, motion: Motion) -> Done {
        self.walk(motion, true)
    }

    /// Moves the cursor to a spot.
    pub(super) fn go(&mut self, spot: Spot, select: bool) -> Done {
        self.goal = None;
        self.go_with_goal(spot, select)
    }

    /// Moves by rows or otherwise.
    fn walk(&mut self, motion: Motion, select: bool) -> Done {
        let page = usize::from(self.height).saturating_sub(1).max(1);
        match motion {
            Motion::Up => self.climb(1, select),
            Motion::PageUp => self.climb(page, select),
            Motion::Down => self.descend(1, select),
            Motion::PageDown => self.descend(page, select),
            _ => self.go(self.target(motion), select),
        }
    }

    /// Returns where a motion that is not by rows leads.
    fn target(&self, motion: Motion) -> Spot {
        let at = self.caret.at;
        match motion {
            Motion::Left => Spot::upright(self.body.before(at)),
            Motion::Right => Spot::upright(self.body.after(at)),
            Motion::WordLeft => Spot::upright(self.body.word_before(at)),
            Motion::WordRight => Spot::upright(self.body.word_after(at)),
            Motion::RowStart => self.body.row_start_of(self.spot()),
            Motion::RowEnd => self.body.row_end_of(self.spot()),
            Motion::Start => Spot::default(),
            Motion::End => Spot::upright(self.body.end()),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => self.spot(),
        }
    }

    /// Moves up by rows; from the first row it goes to the start.
    fn climb(&mut self, rows: usize, select: bool) -> Done {
        let (row, column) = self.body.cell_of(self.spot());
        if row == 0 {
            return self.go(Spot::default(), select);
        }
        self.go_to_row(row.saturating_sub(rows), column, select)
    }

    /// Moves down by rows; from the last row it goes to the end.
    fn descend(&mut self, rows: usize, select: bool) -> Done {
        let (row, column) = self.body.cell_of(self.spot());
        let last = self.body.rows() - 1;
        if row >= last {
            return self.go(Spot::upright(self.body.end()), select);
        }
        self.go_to_row((row + rows).min(last), column, select)
    }

    /// Moves to a row, into the column the cursor had when it first left its own.
    fn go_to_row(&mut self, row: usize, column: usize, select: bool) -> Done {
        let goal = *self.goal.get_or_insert(column);
        self.go_with_goal(self.body.spot_at(row, goal), select)
    }

    /// Moves the cursor and keeps the column it would like.
    fn go_with_goal(&mut self, spot: Spot, select: bool) -> Done {
        let before = (self.caret, self.leaning);
        self.caret.anchor = if select {
            self.caret.anchor.or(Some(self.caret.at))
        } else {
            None
        };
        self.caret.at = spot.at;
        self.leaning = spot.leaning;
        self.history.close();
        self.follow();
        if before == (self.caret, self.leaning) {
            Done::Nothing
        } else {
            Done::Moved
        }
    }
}
