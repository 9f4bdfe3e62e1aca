//! Where in a walk the person was, and how they come back to it.

use super::focus::Focus;
use super::{Journey, WalkScreen};
use crate::reflection::Walk;
use crate::ui::autosave::Autosave;
use crate::ui::bookmark::{WalkMark, WhichWalk};

impl WalkScreen {
    /// Notes where one is.
    pub(super) fn mark(&self) -> WalkMark {
        let walk = match &self.journey {
            Journey::Reflection(walk) => WhichWalk::Reflection(walk.paper().draft().subject()),
            Journey::Card(walk) => WhichWalk::Card(walk.place()),
            Journey::Form(walk) => WhichWalk::Form(walk.subject(), walk.place()),
            Journey::FirstRun(walk) => {
                let warning = walk.warning().map(str::to_owned);
                WhichWalk::FirstRun(walk.place(), warning, walk.asks_words())
            }
        };
        let parts = self.page.parts.iter().enumerate();
        let editors = parts
            .filter_map(|(place, part)| Some((place, self.editors.get(&part.field)?.mark())))
            .collect();
        WalkMark {
            walk,
            editors,
            focus: (self.focus.part, self.focus.row),
            example: self.example,
            top: self.top,
            area: self.area,
            wrote: self.save.has_written(),
            since: self.since,
            paused: self.paused,
        }
    }

    /// Comes back to where one was.
    #[must_use]
    pub fn come_back(mut self, mark: WalkMark) -> Self {
        let (part, row) = mark.focus;
        self.focus = Focus::part(part.min(self.page.parts.len().saturating_sub(1)), row);
        self.save = Autosave::on_disk(mark.wrote);
        self.example = mark.example;
        self.area = mark.area;
        self.top = mark.top;
        self.since = mark.since;
        self.paused = mark.paused;
        for (place, editor) in mark.editors {
            let field = self.page.parts.get(place).map(|part| &part.field);
            if let Some(own) = field.and_then(|field| self.editors.get_mut(field)) {
                own.go_to(editor);
            }
        }
        self.refit();
        self
    }
}
