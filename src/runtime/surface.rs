//! Turns frames into as few bytes as there are changes.
//!
//! ratatui's own `Terminal` writes some thirty bytes and flushes three times even when nothing
//! changed. Here a frame is compared with what is shown, and goes out in one piece or not at all:
//! a screen reader hears nothing where nothing happened.

use std::io;

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// A frame of more bytes than this is shown in one step, on terminals that can.
const LARGE: usize = 1_024;

/// What is on the screen.
#[derive(Debug)]
pub(super) struct Surface {
    shown: Buffer,
    /// Where the cursor stands; nowhere that we know, after the screen was wiped.
    cursor: Option<Position>,
    wiped: bool,
}

impl Surface {
    /// Begins with a wiped screen of this size.
    pub(super) fn new(width: u16, height: u16) -> Self {
        Self {
            shown: Buffer::empty(Rect::new(0, 0, width, height)),
            cursor: None,
            wiped: true,
        }
    }

    /// The whole screen.
    pub(super) fn area(&self) -> Rect {
        self.shown.area
    }

    /// Takes another size, and draws the next frame whole.
    ///
    /// Also where the size is the same: the window may have been another in between, and then
    /// the terminal has lost what it showed.
    pub(super) fn resize(&mut self, width: u16, height: u16) {
        *self = Self {
            wiped: false,
            ..Self::new(width, height)
        };
    }

    /// Forgets what is shown, so that the next frame is drawn whole.
    pub(super) fn forget(&mut self) {
        let Rect { width, height, .. } = self.area();
        self.resize(width, height);
    }

    /// Says what must be written so that a frame is seen, and counts it as shown.
    ///
    /// The cursor is set once, last, and only where it has to be.
    pub(super) fn frame(
        &mut self,
        view: impl FnOnce(&mut Buffer) -> Position,
    ) -> io::Result<Vec<u8>> {
        let mut next = Buffer::empty(self.area());
        let cursor = view(&mut next);
        let changes = self.shown.diff(&next);
        let mut bytes = Vec::new();
        if !self.wiped {
            queue!(bytes, Clear(ClearType::All))?;
        }
        if !changes.is_empty() {
            CrosstermBackend::new(&mut bytes).draw(changes.into_iter())?;
        }
        if !bytes.is_empty() || self.cursor != Some(cursor) {
            queue!(bytes, MoveTo(cursor.x, cursor.y))?;
        }
        if bytes.len() > LARGE {
            bytes = in_one_step(&bytes)?;
        }
        *self = Self {
            shown: next,
            cursor: Some(cursor),
            wiped: true,
        };
        Ok(bytes)
    }
}

fn in_one_step(frame: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(frame.len() + 16);
    queue!(bytes, BeginSynchronizedUpdate)?;
    bytes.extend_from_slice(frame);
    queue!(bytes, EndSynchronizedUpdate)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn saying(text: &'static str) -> impl FnOnce(&mut Buffer) -> Position {
        move |buf| {
            buf.set_stringn(0, 0, text, usize::from(buf.area.width), Style::new());
            Position::new(u16::try_from(text.len()).unwrap(), 0)
        }
    }

    #[test]
    fn a_frame_that_changes_nothing_writes_nothing() {
        let mut surface = Surface::new(20, 3);
        assert!(!surface.frame(saying("tea")).unwrap().is_empty());
        assert_eq!(surface.frame(saying("tea")).unwrap(), b"");
    }

    #[test]
    fn one_more_letter_writes_one_letter_and_the_cursor() {
        let mut surface = Surface::new(20, 3);
        surface.frame(saying("te")).unwrap();
        let bytes = String::from_utf8(surface.frame(saying("tea")).unwrap()).unwrap();
        assert!(
            bytes.starts_with("\x1b[1;3Ha\x1b") && bytes.ends_with("m\x1b[1;4H"),
            "{bytes:?}"
        );
        assert!(bytes.len() < 40, "{bytes:?}");
    }

    #[test]
    fn after_another_size_or_a_redraw_everything_is_written() {
        let mut surface = Surface::new(20, 3);
        surface.frame(saying("tea")).unwrap();
        surface.resize(10, 2);
        let bytes = String::from_utf8(surface.frame(saying("tea")).unwrap()).unwrap();
        assert!(
            bytes.starts_with("\x1b[2J") && bytes.contains("tea"),
            "{bytes:?}"
        );
        surface.forget();
        let bytes = String::from_utf8(surface.frame(saying("tea")).unwrap()).unwrap();
        assert!(
            bytes.starts_with("\x1b[2J") && bytes.contains("tea"),
            "{bytes:?}"
        );
    }

    #[test]
    fn a_large_frame_is_shown_in_one_step() {
        let mut surface = Surface::new(100, 30);
        let full = |buf: &mut Buffer| {
            for row in buf.area.rows() {
                buf.set_string(0, row.y, "x".repeat(100), Style::new());
            }
            Position::new(0, 0)
        };
        let bytes = String::from_utf8(surface.frame(full).unwrap()).unwrap();
        assert!(bytes.starts_with("\x1b[?2026h") && bytes.ends_with("\x1b[?2026l"));
    }

    #[test]
    fn a_screen_of_no_size_is_drawn_as_well() {
        let mut surface = Surface::new(0, 0);
        surface.frame(|_| Position::new(0, 0)).unwrap();
    }
}
