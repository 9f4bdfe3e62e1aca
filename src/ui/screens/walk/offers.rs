//! What a page offers besides its answers: more of it, an example, a longer walk, an end.

use super::{Journey, WalkScreen, words};
use crate::domain::Length;
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;

impl WalkScreen {
    pub(super) fn open_more(&mut self, reply: &mut Reply<'_>) {
        let before = self.page.parts.len();
        if !self.journey.walk_mut().open_more() {
            return reply.say(words::NO_MORE);
        }
        self.wrote(reply);
        let question = self.page.question.clone();
        self.refresh();
        if self.page.question == question && self.page.parts.len() > before {
            self.go_to_part(self.page.parts.len() - 1);
        } else {
            self.arrive();
        }
    }

    pub(super) fn toggle_example(&mut self, reply: &mut Reply<'_>) {
        if self.page.example.is_none() {
            return reply.say(words::NO_EXAMPLE);
        }
        self.example = Some(!self.example_is_open());
    }

    pub(super) fn point(&mut self, reply: &mut Reply<'_>) {
        if !self.journey.walk_mut().point() {
            return reply.say(words::NO_MOMENT);
        }
        self.wrote(reply);
        self.refresh();
    }

    /// Whether a longer walk may be asked for: a try has one length.
    pub(super) fn can_grow(&self) -> bool {
        match &self.journey {
            Journey::Reflection(walk) => walk.length() != Some(Length::Vignette),
            _ => false,
        }
    }

    pub(super) fn grow(&mut self, reply: &mut Reply<'_>) {
        let Journey::Reflection(walk) = &self.journey else {
            return reply.pass(Command::Grow);
        };
        if !self.can_grow() {
            return reply.say(words::ONE_LENGTH);
        }
        if walk.length().is_none_or(|length| length.longer().is_none()) {
            return reply.say(words::LONGEST);
        }
        self.journey.walk_mut().grow();
        self.flush(reply);
        self.arrive();
        reply.say(words::LONGER);
    }

    pub(super) fn enough(&mut self, reply: &mut Reply<'_>) {
        if self.journey.walk_mut().stop() {
            self.arrive();
            self.flush(reply);
        } else {
            self.forward(reply);
        }
    }
}
