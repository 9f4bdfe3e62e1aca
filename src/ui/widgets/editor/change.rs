//! Changes the text, and takes changes back.

use super::{
    Done, Editor,
    body::Body,
    history::{Caret, Deed, Edit, Step},
    place::Place,
};

impl Editor {
    /// Puts text in the place of the selection, or at the cursor.
    pub(super) fn put(&mut self, text: &str, deed: Deed, at_ms: u64) -> Done {
        let (from, to) = self.selected().unwrap_or((self.caret.at, self.caret.at));
        self.exchange(from, to, text, deed, at_ms)
    }

    /// Removes the selection, or from the cursor to where `reach` leads.
    pub(super) fn remove(
        &mut self,
        reach: fn(&Body, Place) -> Place,
        deed: Deed,
        at_ms: u64,
    ) -> Done {
        if let Some((from, to)) = self.selected() {
            return self.exchange(from, to, "", Deed::Whole, at_ms);
        }
        if deed == Deed::Backspace && self.is_empty() {
            return Done::AtStart;
        }
        let (at, other) = (self.caret.at, reach(&self.body, self.caret.at));
        self.exchange(at.min(other), at.max(other), "", deed, at_ms)
    }

    /// Takes back the last step.
    pub(super) fn undo(&mut self) -> Done {
        let Some(step) = self.history.take_done() else {
            return Done::Nothing;
        };
        for edit in step.edits.iter().rev() {
            self.body
                .exchange(edit.at, edit.at.after(&edit.come), &edit.gone);
        }
        self.settle(step.before);
        self.history.put_undone(step);
        Done::Changed
    }

    /// Does again the last step that was taken back.
    pub(super) fn redo(&mut self) -> Done {
        let Some(step) = self.history.take_undone() else {
            return Done::Nothing;
        };
        for edit in &step.edits {
            self.body
                .exchange(edit.at, edit.at.after(&edit.gone), &edit.come);
        }
        self.settle(step.after);
        self.history.put_done(step);
        Done::Changed
    }

    /// Exchanges text, keeps the step, and puts the cursor after what came.
    fn exchange(&mut self, from: Place, to: Place, text: &str, deed: Deed, at_ms: u64) -> Done {
        if from == to && text.is_empty() {
            return Done::Nothing;
        }
        let before = self.caret;
        let gone = self.body.exchange(from, to, text);
        self.settle(Caret {
            at: self.body.snapped(from.after(text)),
            anchor: None,
        });
        let edit = Edit {
            at: from,
            gone,
            come: text.into(),
        };
        self.history
            .keep(Step::new(deed, edit, before, self.caret, at_ms));
        Done::Changed
    }

    /// Puts the cursor where a change leaves it.
    fn settle(&mut self, caret: Caret) {
        self.caret = caret;
        self.leaning = false;
        self.goal = None;
        self.follow();
    }
}
