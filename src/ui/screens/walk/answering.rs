//! What the keys do on a page.

use super::focus::Focus;
use super::{Journey, WalkScreen, words};
use crate::domain::{Answer, Field, Setting};
use crate::reflection::{Ask, Turn};
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;
use crate::ui::screens::CardScreen;
use crate::ui::widgets::editor::{Done, Editor, Stroke};
use crate::ui::words as common;

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
            Command::Rescue => {
                let text = self.as_text(reply.pack);
                self.rescue = Some(reply.rescue(text));
            }
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
                    if self.focus.part != before || is_support(&field, &id) {
                        return;
                    }
                }
                None if has_own_line(&field) => return self.forward(reply),
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

    fn has_text(&self) -> bool {
        self.page
            .parts
            .iter()
            .any(|part| !matches!(part.ask, Ask::Choice { .. }))
    }

    fn choose_focused(&mut self, reply: &mut Reply<'_>) {
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
            Field::Left | Field::Headings => false,
            _ => true,
        };
        if leads_on && self.focus.part + 1 < self.page.parts.len() {
            self.next_thing();
        }
    }

    fn clear(&mut self, reply: &mut Reply<'_>) {
        let Some(part) = self.part() else { return };
        if matches!(part.ask, Ask::Choice { .. }) {
            let field = part.field.clone();
            self.journey.walk_mut().paper_mut().clear(&field);
            self.wrote(reply);
            self.refresh();
        }
    }

    fn by_row(&mut self, command: Command) {
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
    fn by_answer(&mut self, command: Command, reply: &mut Reply<'_>) {
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

    pub(super) fn next_thing(&mut self) {
        let part = self.focus.part + 1;
        self.go_to_part(if part < self.page.parts.len() {
            part
        } else {
            0
        });
    }

    fn previous_thing(&mut self) {
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

    fn write(&mut self, stroke: Stroke, reply: &mut Reply<'_>) {
        let tick = reply.now.tick;
        let Some(done) = self.editor_mut().map(|editor| editor.stroke(stroke, tick)) else {
            return;
        };
        match done {
            Done::Changed => self.edited(reply),
            Done::AtTop | Done::AtStart if self.focus.part > 0 => self.previous_thing(),
            Done::AtBottom if self.focus.part + 1 < self.page.parts.len() => self.next_thing(),
            _ => {}
        }
    }

    /// Takes a pasted text where one can be written.
    pub(super) fn paste(&mut self, text: &str, reply: &mut Reply<'_>) {
        if self.editor_mut().is_none() {
            // A paste on an answer is meant for the line beside it, if there is one.
            let text_part = self
                .page
                .parts
                .iter()
                .position(|part| !matches!(part.ask, Ask::Choice { .. }));
            match text_part {
                Some(part) => self.go_to_part(part),
                None => return reply.say(words::NOWHERE_TO_PASTE),
            }
        }
        let tick = reply.now.tick;
        if self
            .editor_mut()
            .is_some_and(|editor| editor.paste(text, tick) == Done::Changed)
        {
            self.edited(reply);
        }
        self.refit();
    }

    pub(super) fn editor_mut(&mut self) -> Option<&mut Editor> {
        let field = self.part()?.field.clone();
        let is_text = !matches!(self.part()?.ask, Ask::Choice { .. });
        self.editors.get_mut(&field).filter(|_| is_text)
    }

    /// Takes what stands in the focused editor into the walk.
    pub(super) fn edited(&mut self, reply: &mut Reply<'_>) {
        let Some(field) = self.part().map(|part| part.field.clone()) else {
            return;
        };
        let Some(text) = self.editors.get(&field).map(Editor::text) else {
            return;
        };
        self.journey.walk_mut().write(&field, &text);
        self.wrote(reply);
        // The page can change with the words, such as when the last of a note is removed.
        self.page = self.journey.walk().page();
        if self
            .page
            .parts
            .get(self.focus.part)
            .is_none_or(|part| part.field != field)
        {
            self.refresh();
        }
    }

    fn open_more(&mut self, reply: &mut Reply<'_>) {
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

    fn toggle_example(&mut self, reply: &mut Reply<'_>) {
        if self.page.example.is_none() {
            return reply.say(words::NO_EXAMPLE);
        }
        self.example = Some(!self.example_is_open());
    }

    fn point(&mut self, reply: &mut Reply<'_>) {
        if !self.journey.walk_mut().point() {
            return reply.say(words::NO_MOMENT);
        }
        self.wrote(reply);
        self.refresh();
    }

    /// The first words the focused line offers, while nothing stands in it.
    pub(super) fn starter(&self) -> Option<String> {
        let part = self.part()?;
        let Ask::Line {
            starter: Some(starter),
        } = &part.ask
        else {
            return None;
        };
        let is_empty = self.editors.get(&part.field).is_some_and(Editor::is_empty);
        is_empty.then(|| starter.clone())
    }

    fn take_starter(&mut self, reply: &mut Reply<'_>) {
        let Some(starter) = self.starter() else {
            return reply.say(words::NO_STARTER);
        };
        let begun = format!("{} ", starter.trim_end_matches(['.', '…', ' ']));
        self.paste(&begun, reply);
    }

    fn grow(&mut self, reply: &mut Reply<'_>) {
        let Journey::Reflection(walk) = &self.journey else {
            return reply.pass(Command::Grow);
        };
        if walk.length().is_none_or(|length| length.longer().is_none()) {
            return reply.say(words::LONGEST);
        }
        self.journey.walk_mut().grow();
        self.flush(reply);
        self.arrive();
        reply.say(words::LONGER);
    }

    fn enough(&mut self, reply: &mut Reply<'_>) {
        if self.journey.walk_mut().stop() {
            self.arrive();
            self.flush(reply);
        } else {
            self.forward(reply);
        }
    }

    fn undo(&mut self, command: Command, reply: &mut Reply<'_>) {
        let tick = reply.now.tick;
        let stroke = if command == Command::Undo {
            Stroke::Undo
        } else {
            Stroke::Redo
        };
        let in_text = self.editor_mut().map(|editor| editor.stroke(stroke, tick));
        if in_text == Some(Done::Changed) {
            return self.edited(reply);
        }
        let paper = self.journey.walk_mut().paper_mut();
        let field = if command == Command::Undo {
            paper.undo()
        } else {
            paper.redo()
        };
        let Some(field) = field else {
            return reply.pass(command);
        };
        self.wrote(reply);
        self.refresh();
        if let Some(part) = self.page.parts.iter().position(|part| part.field == field) {
            self.go_to_part(part);
        } else {
            reply.say(words::UNDONE_ELSEWHERE);
        }
    }

    fn clip(&mut self, command: Command, reply: &mut Reply<'_>) {
        let tick = reply.now.tick;
        if command == Command::PasteInside {
            if reply.clipboard.is_empty() {
                return reply.pass(command);
            }
            let text = reply.clipboard.clone();
            return self.paste(&text, reply);
        }
        let taken = self.editor_mut().and_then(|editor| match command {
            Command::Cut => editor.cut(tick),
            _ => editor.copy(),
        });
        let Some(taken) = taken else {
            return reply.pass(command);
        };
        *reply.clipboard = taken;
        if command == Command::Cut {
            self.edited(reply);
        } else {
            reply.say(common::COPIED);
        }
    }

    fn edit_outside(&mut self, reply: &mut Reply<'_>) {
        let Some(text) = self.editor_mut().map(|editor| editor.text()) else {
            return reply.pass(Command::EditOutside);
        };
        let Some(field) = self.part().map(|part| part.field.clone()) else {
            return;
        };
        self.flush(reply);
        let ticket = reply.edit_outside(text);
        self.outside = Some((ticket, field));
    }

    fn scroll(&mut self, rows: i32) {
        let top = i32::from(self.top) + rows;
        self.top = u16::try_from(top.max(0)).unwrap_or(u16::MAX);
    }

    pub(super) fn wheel(&mut self, rows: i16) {
        self.scroll(i32::from(rows));
    }
}

/// An answer whose page has a line of its own, so that a blank one goes straight on.
fn has_own_line(field: &Field) -> bool {
    matches!(field, Field::Answer(_) | Field::Last | Field::Bring)
}

/// "See my support card" is done the moment it is chosen.
fn is_support(field: &Field, id: &str) -> bool {
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
