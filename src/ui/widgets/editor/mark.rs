//! Where the cursor is, without a letter of the text.
//!
//! A locked journal is closed while nobody is there, and the text with it. The mark brings the
//! cursor back to the letter it stood on.

use super::{Editor, history::Caret, place::Place};

/// Where a person was in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditorMark {
    caret: Caret,
    leaning: bool,
    goal: Option<usize>,
    top: usize,
    width: u16,
    height: u16,
}

impl Editor {
    /// Notes where one is.
    pub fn mark(&self) -> EditorMark {
        EditorMark {
            caret: self.caret,
            leaning: self.leaning,
            goal: self.goal,
            top: self.top,
            width: self.width,
            height: self.height,
        }
    }

    /// Goes back to where one was, or as near as the text allows.
    pub fn go_to(&mut self, mark: EditorMark) {
        self.fit(mark.width, mark.height);
        self.caret = Caret {
            at: self.near(mark.caret.at),
            anchor: mark.caret.anchor.map(|anchor| self.near(anchor)),
        };
        self.leaning = mark.leaning;
        self.goal = mark.goal;
        self.top = mark.top.min(self.last_top());
    }

    /// Returns the place, or the nearest one there is.
    fn near(&self, at: Place) -> Place {
        let end = self.body.end();
        let paragraph = at.paragraph.min(end.paragraph);
        let byte = at.byte.min(self.body.line(paragraph).len());
        self.body.snapped(Place::new(paragraph, byte))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lines, Motion, Stroke};
    use super::*;

    #[test]
    fn the_cursor_comes_back_to_its_letter() {
        let text = "one two\nthree 👨‍👩‍👧‍👦 four";
        let mut one = Editor::new(Lines::Many, text);
        one.fit(10, 2);
        for motion in [Motion::WordLeft, Motion::Left, Motion::Up, Motion::Left] {
            let _ = one.stroke(Stroke::Move(motion), 0);
        }
        let _ = one.stroke(Stroke::Select(Motion::Left), 0);
        let mut other = Editor::new(Lines::Many, text);
        other.go_to(one.mark());
        assert_eq!(other.cursor(), one.cursor());
        assert_eq!(other.copy(), one.copy());
        assert_eq!(other.mark(), one.mark());
    }

    #[test]
    fn in_a_shorter_text_it_comes_to_the_nearest_place() {
        let long = Editor::new(Lines::Many, "one\ntwo\nthree and more");
        for text in ["", "é", "👨‍👩‍👧‍👦\n👨‍👩‍👧‍👦"] {
            let mut short = Editor::new(Lines::Many, text);
            short.go_to(long.mark());
            let _ = short.stroke(Stroke::Char('x'), 0);
            assert_eq!(short.text().len(), text.len() + 1);
        }
    }
}
