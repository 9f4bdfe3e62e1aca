//! Proofs that a person's own words are safe in the editor.

mod keys;
mod monkey;
mod rows;
mod undo;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Done, Editor, Ink, Lines, Motion, Stroke};

/// An editor with a hand that never types faster than a person.
#[must_use]
struct Desk {
    editor: Editor,
    now: u64,
}

impl Desk {
    fn new(lines: Lines, text: &str) -> Self {
        Self {
            editor: Editor::new(lines, text),
            now: 0,
        }
    }

    fn note(text: &str) -> Self {
        Self::new(Lines::Many, text)
    }

    fn fit(mut self, width: u16, height: u16) -> Self {
        self.editor.fit(width, height);
        self
    }

    fn press(&mut self, stroke: Stroke) -> Done {
        self.now += 100;
        self.editor.stroke(stroke, self.now)
    }

    fn presses(mut self, strokes: &[Stroke]) -> Self {
        for &stroke in strokes {
            let _ = self.press(stroke);
        }
        self
    }

    fn moves(self, motions: &[Motion]) -> Self {
        let strokes: Vec<Stroke> = motions.iter().map(|&motion| Stroke::Move(motion)).collect();
        self.presses(&strokes)
    }

    fn types(mut self, text: &str) -> Self {
        for c in text.chars() {
            let _ = self.press(if c == '\n' {
                Stroke::Newline
            } else {
                Stroke::Char(c)
            });
        }
        self
    }

    fn pastes(mut self, text: &str) -> Self {
        self.now += 100;
        let _ = self.editor.paste(text, self.now);
        self
    }

    fn text(&self) -> String {
        self.editor.text()
    }

    /// Returns the text with a bar where the cursor is and brackets around the selection.
    fn marked(&self) -> String {
        let mut text = self.text();
        let offset = |place: super::Place| {
            let before = self.editor.body.paragraphs().iter().take(place.paragraph);
            before
                .map(|paragraph| paragraph.text().len() + 1)
                .sum::<usize>()
                + place.byte
        };
        let mut marks = vec![(offset(self.editor.caret.at), "|")];
        if let Some((from, to)) = self.editor.selected() {
            marks.extend([(offset(from), "["), (offset(to), "]")]);
        }
        marks.sort_by_key(|&(at, mark)| (at, "[|]".find(mark)));
        for (at, mark) in marks.into_iter().rev() {
            text.insert_str(at, mark);
        }
        text
    }

    /// Returns what is drawn at the fitted size, rows without their trailing blanks.
    fn drawn(&self) -> Vec<String> {
        drawn(&self.editor, self.editor.width, self.editor.height)
    }
}

fn drawn(editor: &Editor, width: u16, height: u16) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    editor.render(area, &mut buf, Ink::default());
    (0..height)
        .map(|y| {
            let mut row = String::new();
            let mut x = 0;
            while x < width {
                let symbol = buf[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(super::super::shown::glyph_width(symbol))
                    .unwrap()
                    .max(1);
            }
            row.trim_end().to_owned()
        })
        .collect()
}
