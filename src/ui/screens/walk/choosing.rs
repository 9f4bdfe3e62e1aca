//! Answers that are chosen: by a letter, by the arrows, by Space.

use super::{WalkScreen, words};
use crate::domain::{Answer, Field, Setting};
use crate::reflection::{Ask, Room};
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;
use crate::ui::screens::CardScreen;
use crate::ui::widgets::editor::Stroke;
use crate::ui::words as common;

impl WalkScreen {
    /// A letter: an answer's key where an answer has the focus, else text.
    pub(super) fn letter(&mut self, letter: char, reply: &mut Reply<'_>) {
        let Some(part) = self.part() else { return };
        let field = part.field.clone();
        let Ask::Choice { picks, .. } = &part.ask else {
            return self.write(Stroke::Char(letter), reply);
        };
        let small = letter.to_lowercase().next().unwrap_or(letter);
        match picks.iter().position(|pick| pick.key == small) {
            Some(row) => {
                let id = picks
                    .get(row)
                    .map(|pick| pick.id.clone())
                    .unwrap_or_default();
                self.focus.row = Some(row);
                self.choose(&field, &id, reply);
            }
            None if self.has_text() => reply.say(common::TAB_TO_WRITE),
            None => reply.say(words::A_LETTER),
        }
        self.refit();
    }

    pub(super) fn has_text(&self) -> bool {
        self.page
            .parts
            .iter()
            .any(|part| !matches!(part.ask, Ask::Choice { .. }))
    }

    pub(super) fn choose_focused(&mut self, reply: &mut Reply<'_>) {
        let Some(part) = self.part() else { return };
        let Ask::Choice { picks, .. } = &part.ask else {
            return;
        };
        match self.focus.row.and_then(|row| picks.get(row)) {
            Some(pick) => {
                let (field, id) = (part.field.clone(), pick.id.clone());
                self.choose(&field, &id, reply);
            }
            None => self.focus.row = Some(0),
        }
    }

    /// Marks an answer, and moves to the line that belongs to it.
    pub(super) fn choose(&mut self, field: &Field, id: &str, reply: &mut Reply<'_>) {
        let was_chosen = self.journey.walk().paper().has_chosen(field, id);
        self.journey.walk_mut().choose(field, id);
        self.wrote(reply);
        self.refresh();
        show_at_once(field, id, reply);
        if is_support(field, id) && !was_chosen {
            reply.push(CardScreen::default());
            return;
        }
        let leads_on = match field {
            Field::Answer(_) => Answer::from_id(id).is_some_and(Answer::offers_line),
            Field::Left | Field::Headings | Field::Ways => false,
            Field::Bring => !super::answering::needs_no_line(field, id),
            _ => true,
        };
        if leads_on && self.leads_to_a_line() {
            self.next_thing();
        }
    }

    /// Whether the next part may have the focus by itself. On a form it is only a line to write:
    /// one choice straight after another would take the next key before it was seen.
    fn leads_to_a_line(&self) -> bool {
        let next = self.page.parts.get(self.focus.part + 1);
        next.is_some_and(|part| {
            self.page.room != Room::Form || !matches!(part.ask, Ask::Choice { .. })
        })
    }

    pub(super) fn clear(&mut self, reply: &mut Reply<'_>) {
        let Some(part) = self.part() else { return };
        if matches!(part.ask, Ask::Choice { .. }) {
            let field = part.field.clone();
            self.journey.walk_mut().paper_mut().clear(&field);
            self.wrote(reply);
            self.refresh();
        }
    }

    pub(super) fn by_row(&mut self, command: Command) {
        if self.page.parts.is_empty() {
            return self.scroll(if command == Command::Down { 1 } else { -1 });
        }
        let moved = if command == Command::Down {
            self.focus.down(&self.page)
        } else {
            self.focus.up()
        };
        match moved {
            Some(focus) => self.focus = focus,
            None if command == Command::Down && self.focus.part + 1 < self.page.parts.len() => {
                self.next_thing();
            }
            None if command == Command::Up && self.focus.part > 0 => self.previous_thing(),
            None => {}
        }
    }

    /// ← →: change the answer in place.
    pub(super) fn by_answer(&mut self, command: Command, reply: &mut Reply<'_>) {
        let Some(part) = self.part() else { return };
        let Ask::Choice { picks, most: 1 } = &part.ask else {
            return;
        };
        let last = picks.len().saturating_sub(1);
        let row = match (self.focus.row, command) {
            (Some(row), Command::Right) => (row + 1).min(last),
            (Some(row), _) => row.saturating_sub(1),
            (None, Command::Right) => 0,
            (None, _) => last,
        };
        let Some(pick) = picks.get(row) else { return };
        let (field, id) = (part.field.clone(), pick.id.clone());
        self.focus.row = Some(row);
        self.journey.walk_mut().choose(&field, &id);
        self.wrote(reply);
        self.refresh();
        show_at_once(&field, &id, reply);
    }
}

/// "See my support card" is done the moment it is chosen.
pub(super) fn is_support(field: &Field, id: &str) -> bool {
    *field == Field::Need && id == "support_card"
}

/// A look is tried on the moment it is chosen.
fn show_at_once(field: &Field, id: &str, reply: &mut Reply<'_>) {
    if *field == Field::Setting(Setting::Look)
        && let Some(look) = super::ending::look_of(id)
    {
        reply.settings.look = look;
    }
}
