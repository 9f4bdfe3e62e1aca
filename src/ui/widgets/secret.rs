//! Takes a passphrase or a recovery code: a sign for each letter, until it is asked to show them.
//!
//! It is not the editor, on purpose. The editor keeps what was removed so that it can be undone,
//! and hands its text out as plain strings; a secret must do neither. What stands in here is
//! wiped when it is cleared, taken or dropped, and where it grows, the smaller copy is wiped too.
//! The cursor is always at the end: nobody can find a place among letters that are not seen.
//!
//! What was refused behaves like selected text: whoever is tired types the right one over it, and
//! would never learn from covered letters that the wrong one still stands before it.

use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::editor::Stroke;
use super::prose::draw_row;
use super::shown::{glyph, glyph_width};
use crate::key::Passphrase;
use crate::ui::keymap::Command;
use crate::ui::look::Look;

/// Cells of the edge and the air after it.
const EDGE: u16 = 2;
/// Room for a recovery code from the start, so that few secrets ever have to move.
const ROOM: usize = 256;

/// Holds a secret while it is typed.
pub struct SecretBox {
    text: Zeroizing<String>,
    is_shown: bool,
    /// Whether the next letter takes the place of all that stands here.
    is_refused: bool,
}

impl Default for SecretBox {
    fn default() -> Self {
        Self {
            text: Zeroizing::new(String::with_capacity(ROOM)),
            is_shown: false,
            is_refused: false,
        }
    }
}

impl SecretBox {
    /// Types a letter at the end.
    pub fn typed(&mut self, letter: char) {
        if !letter.is_control() {
            self.add(letter.encode_utf8(&mut [0; 4]));
        }
    }

    /// Pastes a text at the end. Line breaks become one space, as in a code that was copied in
    /// several rows; those at either end go.
    pub fn pasted(&mut self, text: &str) {
        let mut breaks = false;
        for letter in text.trim_matches(['\n', '\r']).chars() {
            if matches!(letter, '\n' | '\r') {
                breaks = true;
                continue;
            }
            if std::mem::take(&mut breaks) {
                self.typed(' ');
            }
            self.typed(letter);
        }
    }

    /// Learns that it opened nothing: the next letter or paste takes its place, unless it is
    /// looked at or mended first. What is in sight is never taken away by a letter.
    pub fn refused(&mut self) {
        self.is_refused = !self.is_shown;
    }

    /// Removes the last letter.
    pub fn backspace(&mut self) {
        self.is_refused = false;
        let last = self.text.grapheme_indices(true).next_back();
        if let Some((at, _)) = last {
            self.text.truncate(at);
        }
    }

    /// Wipes everything.
    pub fn clear(&mut self) {
        self.text = Self::default().text;
        self.is_refused = false;
    }

    /// Tells whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Shows the letters, or hides them.
    pub fn show(&mut self, show: bool) {
        self.is_shown = show;
        self.is_refused = false;
    }

    /// Tells whether the letters are shown.
    pub fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Does what a key of the secret box stands for; `false` for any other.
    pub fn command(&mut self, command: Command) -> bool {
        match command {
            Command::ShowSecret => self.show(!self.is_shown),
            Command::Clear => self.clear(),
            Command::Write(Stroke::Backspace) => self.backspace(),
            _ => return false,
        }
        true
    }

    /// Takes what was typed, and leaves nothing behind.
    pub fn take(&mut self) -> Passphrase {
        let taken = self.look();
        self.clear();
        self.is_shown = false;
        taken
    }

    /// Copies what was typed so far.
    pub fn look(&self) -> Passphrase {
        Passphrase::new(&self.text)
    }

    /// Counts the rows it takes at this width.
    pub fn rows(&self, width: u16) -> u16 {
        let (rows, _) = self.cells(width.saturating_sub(EDGE));
        u16::try_from(rows + 1).unwrap_or(u16::MAX)
    }

    /// Draws it, and gives the place of the cursor. Where it has more rows than there are, the
    /// last ones are in sight.
    pub fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return area.as_position();
        }
        for row in area.rows() {
            draw_row(look.marks.edge, row, buf, look.accent);
        }
        let edge = EDGE.min(area.width - 1);
        let inner = Rect {
            x: area.x + edge,
            width: area.width - edge,
            ..area
        };
        let (last, column) = self.cells(inner.width);
        let top = (last + 1).saturating_sub(usize::from(inner.height));
        for (grapheme, row, column) in self.places(inner.width) {
            let Some(row) = row.checked_sub(top) else {
                continue;
            };
            let at = at(inner, row, column);
            if self.is_shown {
                buf.set_stringn(at.x, at.y, glyph(grapheme), 2, look.text);
            } else {
                buf.set_stringn(at.x, at.y, look.marks.secret, 1, look.text);
            }
        }
        at(inner, last - top, column)
    }

    /// Makes room without leaving a copy of the text where it was.
    fn add(&mut self, letter: &str) {
        if self.is_refused {
            self.clear();
        }
        if self.text.len() + letter.len() > self.text.capacity() {
            let mut roomier = Zeroizing::new(String::with_capacity(self.text.capacity() * 2));
            roomier.push_str(&self.text);
            self.text = roomier;
        }
        self.text.push_str(letter);
    }

    /// Each letter with its row and column.
    fn places(&self, width: u16) -> impl Iterator<Item = (&str, usize, usize)> {
        let width = usize::from(width.max(1));
        let (mut row, mut column) = (0, 0);
        self.text.graphemes(true).map(move |grapheme| {
            let cells = self.cells_of(grapheme);
            if column + cells > width {
                (row, column) = (row + 1, 0);
            }
            let place = (grapheme, row, column);
            column += cells;
            place
        })
    }

    /// The row and the column after the last letter.
    fn cells(&self, width: u16) -> (usize, usize) {
        let last = self.places(width).last();
        let Some((grapheme, row, column)) = last else {
            return (0, 0);
        };
        let after = column + self.cells_of(grapheme);
        if after >= usize::from(width.max(1)) {
            (row + 1, 0)
        } else {
            (row, after)
        }
    }

    fn cells_of(&self, grapheme: &str) -> usize {
        if self.is_shown {
            glyph_width(grapheme)
        } else {
            1
        }
    }
}

/// A cell of an area; the last one where it lies beyond.
fn at(area: Rect, row: usize, column: usize) -> Position {
    let cell = |n: usize, size: u16| {
        u16::try_from(n)
            .unwrap_or(u16::MAX)
            .min(size.saturating_sub(1))
    };
    Position::new(
        area.x + cell(column, area.width),
        area.y + cell(row, area.height),
    )
}

impl fmt::Debug for SecretBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretBox(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Cell;

    use super::*;
    use crate::ui::look::{Choice, Depth};

    fn holding(text: &str) -> SecretBox {
        let mut secret = SecretBox::default();
        secret.pasted(text);
        secret
    }

    fn drawn(secret: &SecretBox, width: u16, height: u16) -> (Vec<String>, Position) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let look = Look::of(Choice::CalmDark, Depth::None, false);
        let cursor = secret.view(&look, area, &mut buf);
        let rows = buf.content().chunks(usize::from(width).max(1));
        let rows = rows.map(|cells| cells.iter().map(Cell::symbol).collect::<String>());
        (rows.map(|row| row.trim_end().to_owned()).collect(), cursor)
    }

    #[test]
    fn it_shows_a_sign_for_each_letter_until_asked() {
        let mut secret = holding("tea cafe\u{301}");
        let (rows, cursor) = drawn(&secret, 20, 1);
        assert_eq!(rows, ["│ ••••••••"]);
        assert_eq!(cursor, Position::new(10, 0));
        assert!(secret.command(Command::ShowSecret));
        assert_eq!(drawn(&secret, 20, 1).0, ["│ tea cafe\u{301}"]);
        assert!(secret.command(Command::ShowSecret));
        assert!(!secret.is_shown());
        assert_eq!(format!("{secret:?}"), "SecretBox(…)");
    }

    #[test]
    fn it_is_typed_pasted_and_cleared() {
        let mut secret = holding("\r\n0123 4567\n89AB\r\n");
        assert_eq!(secret.look(), Passphrase::new("0123 4567 89AB"));
        secret.typed('\u{1b}');
        secret.typed('é');
        secret.typed('\u{301}');
        assert!(secret.command(Command::Write(Stroke::Backspace)));
        assert_eq!(secret.look(), Passphrase::new("0123 4567 89AB"));
        secret.show(true);
        assert_eq!(secret.take(), Passphrase::new("0123 4567 89AB"));
        assert!(secret.is_empty() && !secret.is_shown());
        secret.backspace();
        secret.typed('a');
        assert!(secret.command(Command::Clear) && secret.is_empty());
        assert!(!secret.command(Command::Go));
    }

    #[test]
    fn what_was_refused_gives_way_to_the_next_letter_unless_it_is_looked_at() {
        let mut secret = holding("wrong");
        secret.refused();
        assert_eq!(secret.look(), Passphrase::new("wrong"));
        secret.pasted("\n");
        assert!(!secret.is_empty());
        secret.typed('r');
        secret.typed('i');
        assert_eq!(secret.look(), Passphrase::new("ri"));
        secret.refused();
        secret.pasted("right one");
        assert_eq!(secret.look(), Passphrase::new("right one"));
        secret.refused();
        secret.backspace();
        secret.typed('k');
        assert_eq!(secret.look(), Passphrase::new("right onk"));
        secret.refused();
        assert!(secret.command(Command::ShowSecret));
        secret.typed('y');
        secret.refused();
        secret.typed('!');
        assert_eq!(secret.look(), Passphrase::new("right onky!"));
    }

    #[test]
    fn a_long_one_takes_more_rows_and_its_end_is_in_sight() {
        let mut secret = holding(&"abcd ".repeat(14));
        secret.show(true);
        assert_eq!(secret.rows(40), 2);
        let (rows, cursor) = drawn(&secret, 40, 2);
        assert_eq!(rows[1].chars().count(), 33);
        assert_eq!(cursor, Position::new(34, 1));
        let (rows, cursor) = drawn(&secret, 12, 2);
        assert_eq!(rows, ["│ abcd abcd", "│"]);
        assert_eq!(cursor, Position::new(2, 1));
    }

    #[test]
    fn wide_letters_and_long_texts_find_room() {
        let mut secret = holding(&"好".repeat(402));
        assert_eq!(drawn(&secret, 9, 1).0, ["│ •••"]);
        secret.show(true);
        assert_eq!(drawn(&secret, 9, 1).0, ["│ 好 好 好"]);
        assert_eq!(secret.look(), Passphrase::new(&"好".repeat(402)));
    }

    proptest! {
        #[test]
        fn it_draws_anything_anywhere(text in "\\PC{0,40}", width in 0_u16..30, height in 0_u16..5, show: bool) {
            let mut secret = holding(&text);
            secret.show(show);
            let (_, cursor) = drawn(&secret, width, height);
            prop_assert!(cursor.x <= width && cursor.y <= height);
        }

        #[test]
        fn backspace_takes_all_of_it_back(text in "\\PC{0,40}") {
            let mut secret = holding(&text);
            for _ in 0..text.chars().count() {
                secret.backspace();
            }
            prop_assert!(secret.is_empty());
        }
    }
}
