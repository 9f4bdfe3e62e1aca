//! A neutral page that shows nothing of the journal.
//!
//! It takes every key, so that a passer-by who tries some sees a page that does not answer. Only
//! the key that hides brings the journal back, and the page says so in the words of any notes. A
//! locked journal asks for its passphrase first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Unlock;
use crate::ui::keymap::{Command, Context};
use crate::ui::layout;
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::{Layer, Room};
use crate::ui::widgets::prose::draw_row;
use crate::ui::words;

/// Covers everything with a page called "Notes".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden;

impl Room for Hidden {
    fn contexts(&self) -> Vec<Context> {
        Vec::new()
    }

    fn place(&self) -> String {
        words::NOTES.to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Bare
    }

    fn offers(&self, command: Command) -> bool {
        command == Command::Hide
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        if command != Command::Hide {
            return;
        }
        if reply.locked {
            reply.replace(Unlock::in_notes());
        } else {
            reply.close();
        }
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let area = area.intersection(buf.area);
        let blank = " ".repeat(usize::from(area.width));
        for row in area.rows() {
            draw_row(&blank, row, buf, look.ground);
        }
        let frame = layout::frame(area);
        draw_row(words::NOTES, frame.header, buf, look.text);
        // A worker whose screen hid by itself must find the way back.
        draw_row(words::NOTES_BACK, frame.hints, buf, look.quiet);
        frame.body.as_position()
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{Stage, draws_everywhere, seen};
    use super::*;
    use crate::ui::keymap::ROWS;
    use crate::ui::reply::Move;

    #[test]
    fn it_shows_a_title_and_nothing_else() {
        for (width, height) in [(80, 24), (60, 18), (40, 10)] {
            let (text, cursor) = seen(&mut Hidden, width, height);
            assert!(
                text.trim_start().starts_with("Notes") && text.trim_end().ends_with("Ctrl+L  open")
            );
            assert!(cursor.y > 0);
        }
        draws_everywhere(&mut Hidden);
    }

    #[test]
    fn every_key_but_one_is_swallowed() {
        let mut stage = Stage::new();
        for row in ROWS.iter().filter(|row| row.command != Command::Hide) {
            let heard = stage.command(&mut Hidden, row.command);
            let quiet =
                heard.passed.is_none() && heard.moves.is_empty() && heard.effects.is_empty();
            assert!(quiet && heard.said.is_none(), "{:?}", row.command);
        }
        let heard = stage.command(&mut Hidden, Command::Hide);
        assert!(matches!(heard.moves[..], [Move::Close]));
        stage.locked = true;
        let heard = stage.command(&mut Hidden, Command::Hide);
        assert!(matches!(heard.moves[..], [Move::Replace(_)]) && heard.effects.is_empty());
    }
}
