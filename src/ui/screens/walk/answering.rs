//! What the keys do on a page.

use super::WalkScreen;
use super::focus::Focus;
use crate::domain::Field;
use crate::reflection::{Ask, Turn};
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;
use crate::ui::screens::VaultScreen;
use crate::vault::Begin;

impl WalkScreen {
    /// Does what a key stands for.
    pub(super) fn answer(&mut self, command: Command, reply: &mut Reply<'_>) {
        match command {
            Command::Back => self.step_back(reply),
            Command::Go => self.go_on(reply),
            Command::NextQuestion => self.forward(reply),
            Command::PreviousQuestion => {
                if self.journey.walk_mut().back() {
                    self.arrive();
                }
                self.flush(reply);
            }
            Command::Choose => self.choose_focused(reply),
            Command::Clear => self.clear(reply),
            Command::Up | Command::Down => self.by_row(command),
            Command::Left | Command::Right => self.by_answer(command, reply),
            Command::NextThing => self.next_thing(),
            Command::PreviousThing => self.previous_thing(),
            Command::First => self.focus.row = (self.focus.rows(&self.page) > 0).then_some(0),
            Command::Last => self.focus.row = self.focus.rows(&self.page).checked_sub(1),
            Command::PageUp => self.scroll(-i32::from(self.area.height / 2)),
            Command::PageDown => self.scroll(i32::from(self.area.height / 2)),
            Command::Write(stroke) => self.write(stroke, reply),
            other => self.answer_rarer(other, reply),
        }
        self.refit();
    }

    fn answer_rarer(&mut self, command: Command, reply: &mut Reply<'_>) {
        match command {
            Command::More => self.open_more(reply),
            Command::Example => self.toggle_example(reply),
            Command::Point => self.point(reply),
            Command::Starter => self.take_starter(reply),
            Command::Grow => self.grow(reply),
            Command::Enough => self.enough(reply),
            Command::Undo | Command::Redo => self.undo(command, reply),
            Command::Copy | Command::Cut | Command::PasteInside => self.clip(command, reply),
            Command::EditOutside => self.edit_outside(reply),
            Command::Save => self.save_now(reply),
            Command::Rescue => self.save_copy(reply),
            Command::Help | Command::SupportCard | Command::Hide | Command::Palette => {
                self.flush(reply);
                reply.pass(command);
            }
            other => reply.pass(other),
        }
    }

    /// Enter: takes the focused answer, or goes on.
    fn go_on(&mut self, reply: &mut Reply<'_>) {
        let Some(part) = self.part() else {
            // A text that goes on is read to its end before Enter leaves it.
            let is_read = !self.page.read.is_empty() || !self.page.kept.is_empty();
            if self.goes_on && is_read {
                return self.scroll(i32::from(self.area.height / 2));
            }
            return self.forward(reply);
        };
        let field = part.field.clone();
        if let Ask::Choice { picks, .. } = &part.ask {
            let focused = self
                .focus
                .row
                .and_then(|row| picks.get(row))
                .map(|pick| pick.id.clone());
            match focused {
                Some(id) if !self.journey.walk().paper().has_chosen(&field, &id) => {
                    let before = self.focus.part;
                    self.choose(&field, &id, reply);
                    if self.focus.part != before || super::choosing::is_support(&field, &id) {
                        return;
                    }
                }
                None if has_own_line(&field) => return self.forward(reply),
                Some(id) if needs_no_line(&field, &id) => return self.forward(reply),
                _ => {}
            }
        }
        if self.focus.part + 1 < self.page.parts.len() {
            self.next_thing();
        } else {
            self.forward(reply);
        }
    }

    /// Goes to the next page, or ends the walk.
    pub(super) fn forward(&mut self, reply: &mut Reply<'_>) {
        if self.ending.is_some() {
            return;
        }
        match self.journey.walk_mut().forward() {
            Ok(Turn::Page) => {
                self.flush(reply);
                self.arrive();
                if self.journey.walk_mut().take_lock() {
                    reply.push(VaultScreen::new(Begin::Lock));
                }
            }
            Ok(Turn::End(end)) => {
                self.flush(reply);
                self.end(end, reply);
            }
            Err(hint) => reply.say(hint.0),
        }
    }

    /// Esc: one step back, and from the first page to Home.
    fn step_back(&mut self, reply: &mut Reply<'_>) {
        if self.journey.walk_mut().back() {
            self.arrive();
            self.flush(reply);
        } else {
            self.flush(reply);
            self.put_aside(reply);
        }
    }

    pub(super) fn next_thing(&mut self) {
        let part = self.focus.part + 1;
        self.go_to_part(if part < self.page.parts.len() {
            part
        } else {
            0
        });
    }

    pub(super) fn previous_thing(&mut self) {
        let last = self.page.parts.len().saturating_sub(1);
        self.go_to_part(self.focus.part.checked_sub(1).unwrap_or(last));
    }

    pub(super) fn go_to_part(&mut self, part: usize) {
        let row = self
            .page
            .parts
            .get(part)
            .and_then(|part| self.row_of_choice(&part.field));
        self.focus = Focus::part(part, row);
    }

    pub(super) fn scroll(&mut self, rows: i32) {
        let top = i32::from(self.top) + rows;
        self.top = u16::try_from(top.max(0)).unwrap_or(u16::MAX);
    }

    pub(super) fn wheel(&mut self, rows: i16) {
        self.scroll(i32::from(rows));
    }
}

/// "Not now" has nothing more to say.
pub(super) fn needs_no_line(field: &Field, id: &str) -> bool {
    *field == Field::Bring && id == "not_now"
}

/// An answer whose page has a line of its own, so that a blank one goes straight on.
fn has_own_line(field: &Field) -> bool {
    matches!(field, Field::Answer(_) | Field::Last | Field::Bring)
}
