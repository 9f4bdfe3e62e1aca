//! Lets a person write: the text of a note, an answer in one line, a search.
//!
//! Writing is what this program is for, so the widget is our own. We tried what there is, each
//! with 300 seeds of random keys:
//!
//! | crate | why not |
//! |---|---|
//! | `ratatui-textarea` 0.9 | seven Backspaces for a family emoji; Home goes to the start of the whole paragraph; a step of undo for nearly every letter; punctuation begins rows; pasted escape bytes stay in the text |
//! | `tui-textarea-2` 0.13 | wraps well, but takes emoji and accents apart, Home and End by paragraph, pasted escape bytes stay |
//! | `rat-text` 3.1 | the best at graphemes and rows, but panicked with 55 of the 300 seeds and on a pasted NUL |
//! | `edtui` 0.11 | hangs in a very small area, wraps inside words, 190 ms a key in a long paragraph |
//!
//! It knows paragraphs, graphemes and visible rows. It has no colours ([`Ink`] comes in), no
//! clock (`at_ms` comes in), no keys ([`Stroke`] comes in) and no clipboard (plain strings go
//! out and in). What is typed and pasted is cleaned at the door and then kept byte for byte; what
//! a terminal could get wrong is only drawn differently, see [`shown`](super::shown).
//!
//! Rows are laid out when the text or the size changes, never while drawing.

mod body;
mod change;
mod draw;
mod graphemes;
mod grid;
mod history;
mod mark;
mod motion;
mod mouse;
mod paragraph;
mod place;
mod stroke;
#[cfg(test)]
mod tests;
mod words;
pub(crate) mod wrap;

use self::{
    body::Body,
    grid::Spot,
    history::{Caret, Deed, History},
    place::Place,
};
pub use self::{
    draw::Ink,
    mark::EditorMark,
    stroke::{Done, Motion, Stroke},
};
use crate::domain;

/// Cleans a text for an editor of so many paragraphs.
fn clean(text: &str, lines: Lines) -> String {
    match lines {
        Lines::One => domain::clean_line(text),
        Lines::Many => domain::clean(text),
    }
}

/// The size assumed until the first [`Editor::fit`].
const UNFITTED: (u16, u16) = (72, 18);

/// Says whether a text may have several paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// One paragraph; it may still take several visible rows.
    One,
    /// As many paragraphs as wanted.
    Many,
}

/// Holds a text that is being written: cursor, selection, undo, rows and scroll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    lines: Lines,
    body: Body,
    caret: Caret,
    /// Whether the cursor is seen at the end of a row rather than at the start of the next.
    leaning: bool,
    /// The column that moves by rows would like to keep.
    goal: Option<usize>,
    history: History,
    /// The first row in sight.
    top: usize,
    width: u16,
    height: u16,
}

impl Editor {
    /// Begins with a text, which is cleaned, and the cursor at its end.
    pub fn new(lines: Lines, text: &str) -> Self {
        let (width, height) = UNFITTED;
        let body = Body::new(&clean(text, lines), measure(width));
        let caret = Caret {
            at: body.end(),
            anchor: None,
        };
        let history = History::default();
        let (leaning, goal, top) = (false, None, 0);
        let mut editor = Self {
            lines,
            body,
            caret,
            leaning,
            goal,
            history,
            top,
            width,
            height,
        };
        editor.follow();
        editor
    }

    /// Returns the text as it is kept.
    pub fn text(&self) -> String {
        self.body.text()
    }

    /// Says whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    /// Begins anew with another text: nothing before it can be undone.
    ///
    /// To exchange the text so that it can be undone, select all and paste.
    pub fn set_text(&mut self, text: &str) {
        let mut anew = Self::new(self.lines, text);
        anew.fit(self.width, self.height);
        *self = anew;
    }

    /// Does what a key asks for; `at_ms` is any clock in milliseconds.
    pub fn stroke(&mut self, stroke: Stroke, at_ms: u64) -> Done {
        match stroke {
            Stroke::Char(c) => self.type_char(c, at_ms),
            Stroke::Newline if self.lines == Lines::One => Done::Nothing,
            Stroke::Newline => self.put("\n", Deed::Type, at_ms),
            Stroke::Backspace => self.remove(Body::before, Deed::Backspace, at_ms),
            Stroke::Delete => self.remove(Body::after, Deed::Delete, at_ms),
            Stroke::WordBackspace => self.remove(Body::word_before, Deed::Whole, at_ms),
            Stroke::WordDelete => self.remove(Body::word_after, Deed::Whole, at_ms),
            Stroke::Move(motion) => self.travel(motion),
            Stroke::Select(motion) => self.stretch(motion),
            Stroke::SelectAll => self.select_all(),
            Stroke::Undo => self.undo(),
            Stroke::Redo => self.redo(),
        }
    }

    /// Puts a text at the cursor, cleaned, as one step of undo.
    pub fn paste(&mut self, text: &str, at_ms: u64) -> Done {
        let text = clean(text, self.lines);
        if text.is_empty() {
            return Done::Nothing;
        }
        self.put(&text, Deed::Whole, at_ms)
    }

    /// Returns what is selected, if anything is.
    pub fn copy(&self) -> Option<String> {
        let (from, to) = self.selected()?;
        Some(self.body.between(from, to))
    }

    /// Removes what is selected and returns it.
    pub fn cut(&mut self, at_ms: u64) -> Option<String> {
        let text = self.copy()?;
        let _ = self.put("", Deed::Whole, at_ms);
        Some(text)
    }

    /// Lays the text out for an area, and brings the cursor in sight where the size is new.
    ///
    /// At the same size it does nothing, so it can be called as often as one likes, and does not
    /// take back what the mouse wheel did.
    pub fn fit(&mut self, width: u16, height: u16) {
        if (width, height) == (self.width, self.height) {
            return;
        }
        (self.width, self.height) = (width, height);
        if measure(width) != self.body.measure() {
            self.body.set_measure(measure(width));
            self.leaning = false;
            self.goal = None;
        }
        self.follow();
    }

    /// Returns how many visible rows the text takes at a width.
    pub fn rows(&self, width: u16) -> usize {
        if measure(width) == self.body.measure() {
            return self.body.rows();
        }
        let mut body = self.body.clone();
        body.set_measure(measure(width));
        body.rows()
    }

    /// Returns the column and row of the cursor in the visible grid.
    ///
    /// When the wheel has moved it out of sight, it is the nearest row that is in sight.
    pub fn cursor(&self) -> (u16, u16) {
        let (row, column) = self.body.cell_of(self.spot());
        let last = (self.width.saturating_sub(1), self.height.saturating_sub(1));
        (
            u16::try_from(column).map_or(last.0, |column| column.min(last.0)),
            u16::try_from(row.saturating_sub(self.top)).map_or(last.1, |row| row.min(last.1)),
        )
    }

    /// Types a character, unless it is one that may not enter.
    fn type_char(&mut self, c: char, at_ms: u64) -> Done {
        match clean(c.encode_utf8(&mut [0; 4]), Lines::Many).as_str() {
            "" => Done::Nothing,
            "\n" => self.stroke(Stroke::Newline, at_ms),
            typed => self.put(typed, Deed::Type, at_ms),
        }
    }

    /// Selects everything, with the cursor at the end.
    fn select_all(&mut self) -> Done {
        let before = self.caret;
        let _ = self.go(Spot::default(), false);
        let _ = self.go(Spot::upright(self.body.end()), true);
        if self.is_empty() || before == self.caret {
            Done::Nothing
        } else {
            Done::Moved
        }
    }

    /// Returns the two ends of the selection in order, unless it is empty.
    fn selected(&self) -> Option<(Place, Place)> {
        let (at, anchor) = (self.caret.at, self.caret.anchor?);
        (at != anchor).then(|| (at.min(anchor), at.max(anchor)))
    }

    /// Returns the spot of the cursor.
    fn spot(&self) -> Spot {
        Spot {
            at: self.caret.at,
            leaning: self.leaning,
        }
    }

    /// Scrolls as little as brings the cursor in sight, and leaves no needless rows empty.
    fn follow(&mut self) {
        let row = self.body.cell_of(self.spot()).0;
        let height = usize::from(self.height).max(1);
        self.top = self
            .top
            .min(self.last_top())
            .clamp((row + 1).saturating_sub(height), row);
    }

    /// Returns the furthest row that may be the first in sight.
    fn last_top(&self) -> usize {
        self.body
            .rows()
            .saturating_sub(usize::from(self.height).max(1))
    }

    /// Returns a copy to be drawn at another size.
    fn without_history(&self) -> Self {
        Self {
            lines: self.lines,
            body: self.body.clone(),
            caret: self.caret,
            leaning: self.leaning,
            goal: self.goal,
            history: History::default(),
            top: self.top,
            width: self.width,
            height: self.height,
        }
    }
}

/// Returns how many cells of text fit a width.
///
/// The last column is kept free, so that the cursor has a cell of its own after a full row.
/// Very narrow areas cannot spare it.
fn measure(width: u16) -> usize {
    usize::from(if width < 4 { width.max(1) } else { width - 1 })
}
