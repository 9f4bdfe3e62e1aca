//! A line to type on, with the words that ask for it over it.
//!
//! The rooms and keeping the words safe both ask for one such line at a time, under a text. So
//! the keys of a line, its place and its looks are here once.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::editor::{Editor, Ink, Lines, Motion, Stroke};
use super::prose::{draw_row, draw_rows, inset, wrap};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;

/// Cells of the edge and the air after it.
pub const EDGE: u16 = 2;
/// Rows that what is typed takes at most.
pub const MOST: u16 = 3;

/// Holds a line and what asks for it.
#[derive(Debug)]
pub struct TypedLine {
    label: String,
    editor: Editor,
}

/// Says what became of a key on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The line is given, as it stands.
    Given(String),
    /// The text above is to be paged.
    Page(Command),
    /// It was taken.
    Taken,
    /// It means nothing here.
    Nothing,
}

impl TypedLine {
    /// Asks for a line that begins with what is on offer.
    pub fn new(label: &str, starter: &str) -> Self {
        Self {
            label: label.to_owned(),
            editor: Editor::new(Lines::One, starter),
        }
    }

    /// Tells whether it asks the same, so that what was typed can stay.
    pub fn asks(&self, label: &str) -> bool {
        self.label == label
    }

    /// The keys that mean something on a line, the nearest first.
    pub fn contexts() -> Vec<Context> {
        vec![Context::Offered, Context::Line, Context::Text]
    }

    /// Takes a command.
    pub fn command(&mut self, command: Command, clipboard: &str, tick: u64) -> Typed {
        let stroke = match command {
            Command::Go => return Typed::Given(self.editor.text()),
            Command::Write(Stroke::Move(Motion::PageUp)) => return Typed::Page(Command::PageUp),
            Command::Write(Stroke::Move(Motion::PageDown)) => {
                return Typed::Page(Command::PageDown);
            }
            Command::PasteInside if !clipboard.is_empty() => {
                self.pasted(clipboard, tick);
                return Typed::Taken;
            }
            // One step, so that one undo brings it all back.
            Command::Clear => {
                let _ = self.editor.stroke(Stroke::SelectAll, tick);
                Stroke::Delete
            }
            Command::Write(stroke) => stroke,
            Command::Undo => Stroke::Undo,
            Command::Redo => Stroke::Redo,
            Command::NextThing | Command::PreviousThing => return Typed::Taken,
            _ => return Typed::Nothing,
        };
        let _ = self.editor.stroke(stroke, tick);
        Typed::Taken
    }

    /// Takes a letter.
    pub fn typed(&mut self, letter: char, tick: u64) {
        let _ = self.editor.stroke(Stroke::Char(letter), tick);
    }

    /// Takes what was pasted.
    pub fn pasted(&mut self, text: &str, tick: u64) {
        let _ = self.editor.paste(text, tick);
    }

    /// Counts the rows of its words, and of what is typed.
    pub fn rows(&self, width: u16) -> [u16; 2] {
        let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let label = rows(wrap(&self.label, width).len());
        let typed = rows(self.editor.rows(width.saturating_sub(EDGE)));
        [label, typed.clamp(1, MOST)]
    }

    /// Learns where it will be typed on.
    pub fn fit(&mut self, typing: Rect) {
        let width = typing.width.saturating_sub(EDGE);
        self.editor.fit(width, typing.height);
    }

    /// Draws its words and what is typed, and gives the place of the cursor.
    pub fn view(&self, look: &Look, label: Rect, typing: Rect, buf: &mut Buffer) -> Position {
        draw_rows(&self.label, label, buf, look.quiet);
        for row in typing.rows() {
            draw_row(look.marks.edge, row, buf, look.accent);
        }
        let ink = Ink {
            text: look.text,
            selected: look.selection,
        };
        self.editor.render(inset(typing, EDGE), buf, ink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> TypedLine {
        TypedLine::new("The name", "tea")
    }

    #[test]
    fn enter_gives_the_line_and_the_page_keys_are_for_the_text_above() {
        let mut line = line();
        line.typed('s', 0);
        let page = Command::Write(Stroke::Move(Motion::PageDown));
        assert_eq!(line.command(page, "", 1), Typed::Page(Command::PageDown));
        assert_eq!(
            line.command(Command::Go, "", 2),
            Typed::Given("teas".into())
        );
        assert_eq!(line.command(Command::Back, "", 3), Typed::Nothing);
    }

    #[test]
    fn one_undo_brings_back_what_was_cleared_and_an_empty_clipboard_changes_nothing() {
        let mut line = line();
        let gives = |line: &mut TypedLine, text: &str| {
            let given = line.command(Command::Go, "", 9);
            assert_eq!(given, Typed::Given(text.into()));
        };
        assert_eq!(line.command(Command::Clear, "", 1), Typed::Taken);
        gives(&mut line, "");
        assert_eq!(line.command(Command::Undo, "", 2), Typed::Taken);
        gives(&mut line, "tea");
        // What came back is selected still, so what is pasted takes its place.
        assert_eq!(line.command(Command::PasteInside, "", 3), Typed::Nothing);
        assert_eq!(line.command(Command::PasteInside, "rain", 4), Typed::Taken);
        gives(&mut line, "rain");
    }

    #[test]
    fn a_long_line_takes_three_rows_and_no_more() {
        let mut line = line();
        assert_eq!(line.rows(20), [1, 1]);
        line.pasted(&"long words ".repeat(90), 0);
        assert_eq!(line.rows(20), [1, MOST]);
        assert!(line.asks("The name") && !line.asks("Another"));
    }
}
