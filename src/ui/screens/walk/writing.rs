//! Answers that are written: every key of text, undo, and the clipboard inside.

use super::{WalkScreen, words};
use crate::reflection::{Ask, doors};
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;
use crate::ui::screen::Saving;
use crate::ui::widgets::editor::{Done, Editor, Stroke};
use crate::ui::words as common;

impl WalkScreen {
    pub(super) fn write(&mut self, stroke: Stroke, reply: &mut Reply<'_>) {
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

    /// The first words the focused line offers, while nothing stands in it; or the next ones, while
    /// nothing but an opening does.
    pub(super) fn starter(&self) -> Option<String> {
        let part = self.part()?;
        let Ask::Line {
            starter: Some(starter),
        } = &part.ask
        else {
            return None;
        };
        let editor = self.editors.get(&part.field)?;
        if editor.is_empty() {
            return Some(starter.clone());
        }
        let text = editor.text();
        let openings = self.page.openings();
        let here = openings.iter().position(|it| begun(it) == text)?;
        let next = (here + 1) % openings.len();
        let next = openings.get(next).filter(|_| openings.len() > 1)?;
        Some((*next).to_owned())
    }

    pub(super) fn take_starter(&mut self, reply: &mut Reply<'_>) {
        let Some(starter) = self.starter() else {
            return reply.say(words::NO_STARTER);
        };
        if let Some(editor) = self.editor_mut().filter(|editor| !editor.is_empty()) {
            let _ = editor.stroke(Stroke::SelectAll, reply.now.tick);
        }
        self.paste(&begun(&starter), reply);
    }

    pub(super) fn undo(&mut self, command: Command, reply: &mut Reply<'_>) {
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

    pub(super) fn clip(&mut self, command: Command, reply: &mut Reply<'_>) {
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

    /// Ctrl+S: there is nothing to do but to say how it stands.
    pub(super) fn save_now(&mut self, reply: &mut Reply<'_>) {
        self.flush(reply);
        match self.save.saving(self.journey.walk().paper().draft()) {
            Saving::NotSaved(why) => reply.say(format!(
                "{} {why}. {}",
                common::NOT_SAVED,
                common::STILL_HERE
            )),
            _ => reply.say(common::ALREADY_SAVED),
        }
    }

    pub(super) fn edit_outside(&mut self, reply: &mut Reply<'_>) {
        let Some(text) = self.editor_mut().map(|editor| editor.text()) else {
            return reply.pass(Command::EditOutside);
        };
        let Some(field) = self.part().map(|part| part.field.clone()) else {
            return;
        };
        if !reply.settings.editor_known {
            reply.settings.editor_known = true;
            reply.keep_settings();
            return reply.say(doors::EDITOR_KEEPS_A_FILE);
        }
        self.flush(reply);
        let ticket = reply.edit_outside(text);
        self.outside = Some((ticket, field));
    }
}

/// First words as they stand in a line, ready to be gone on with.
fn begun(starter: &str) -> String {
    format!("{} ", starter.trim_end_matches(['.', '…', ' ']))
}
