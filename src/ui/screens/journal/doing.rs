//! What the keys and the mouse do in the journal.

use crossterm::event::MouseEvent;
use ratatui::layout::{Position, Rect};

use super::super::{EntryScreen, Help, VaultScreen, VisitScreen};
use super::{Journal, words};
use crate::domain::{first_of_month, which_entry};
use crate::rooms;
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;
use crate::ui::widgets::editor::{Done, Stroke};
use crate::ui::widgets::pointer::Pointer;
use crate::ui::words as common;
use crate::vault::Begin;

impl Journal {
    /// Does what a command means in the search box; `false` when it is the list's.
    pub(super) fn in_box(&mut self, command: Command, reply: &mut Reply<'_>) -> bool {
        match command {
            Command::Go | Command::NextThing | Command::PreviousThing => self.leave_box(),
            Command::Write(stroke) => {
                let _ = self.finding.write(stroke, reply);
            }
            Command::Undo | Command::Redo => {
                let stroke = if command == Command::Undo {
                    Stroke::Undo
                } else {
                    Stroke::Redo
                };
                return self.finding.write(stroke, reply) != Done::Nothing;
            }
            Command::Cut | Command::Copy => {
                if !self.finding.clip(command, reply) {
                    reply.pass(command);
                } else if command == Command::Copy {
                    reply.say(common::COPIED);
                }
            }
            Command::PasteInside if reply.clipboard.is_empty() => reply.pass(command),
            Command::PasteInside => {
                let text = reply.clipboard.clone();
                self.finding.paste(&text, reply);
            }
            Command::Find => {
                let _ = self.finding.write(Stroke::SelectAll, reply);
            }
            Command::Help => reply.push(Help::page("finding")),
            _ => return false,
        }
        true
    }

    /// Does what a command means in the list.
    pub(super) fn in_list(&mut self, command: Command, reply: &mut Reply<'_>) {
        match command {
            Command::Go | Command::Choose => self.open(reply),
            Command::Delete => self.take_out(reply),
            Command::EraseForEver => self.erase(reply),
            Command::Find => self.finding.has_focus = true,
            Command::Back => self.back(reply),
            Command::SwapOrder if self.finding.is_on() => self.finding.swap_order(reply),
            Command::SwapOrder => reply.say(words::FIND_FIRST),
            Command::Narrow => visit(rooms::Begin::Narrow(self.finding.text()), reply),
            Command::Month => self.month(reply),
            Command::Change => {
                if let Some(listed) = self.list().rows.focused() {
                    visit(rooms::Begin::Entry(listed.id), reply);
                }
            }
            Command::Up | Command::PreviousThing if self.is_at_first() => {
                self.finding.has_focus = true;
            }
            _ if self.list_mut().command(command, reply) => {}
            _ if self.deeds.command(command, reply) => {}
            _ => reply.pass(command),
        }
    }

    /// Opens the entry before or after the one that was open.
    pub(super) fn turn(&mut self, command: Command, reply: &mut Reply<'_>) {
        let older = command == Command::Left;
        let step = if older { Command::Down } else { Command::Up };
        self.list_mut().command(step, reply);
        self.open(reply);
    }

    /// Does what the mouse does. Beside a page the first click on a row shows it there.
    pub(super) fn pointed(&mut self, event: MouseEvent, reply: &mut Reply<'_>) {
        let shape = self.shape;
        let is_in = |part: Rect| part.contains(Position::new(event.column, event.row));
        match Pointer::of(&event) {
            Some(Pointer::Wheel(turns)) if shape.page.is_some_and(is_in) => {
                self.beside.wheel(turns);
            }
            Some(Pointer::Wheel(turns)) => {
                let list = self.list_mut();
                list.stay();
                list.rows.menu.wheel(turns);
            }
            Some(Pointer::Click { column, row }) if is_in(shape.search) => {
                self.finding.has_focus = true;
                let typed = shape.typed;
                let (x, y) = (column.saturating_sub(typed.x), row.saturating_sub(typed.y));
                self.finding.editor.click(x, y, false);
            }
            Some(Pointer::Click { column, row }) => {
                let menu = &mut self.list_mut().rows.menu;
                let Some(row) = menu.row_at(shape.list, column, row) else {
                    return;
                };
                let had_focus = menu.focus() == row;
                menu.set_focus(row);
                self.list_mut().stay();
                self.finding.has_focus = false;
                if had_focus || shape.page.is_none() {
                    self.open(reply);
                }
            }
            None => {}
        }
    }

    fn leave_box(&mut self) {
        self.finding.has_focus = self.list().rows.is_empty();
    }

    /// Tells whether a step up leads from the list to the box.
    fn is_at_first(&self) -> bool {
        let (_, has_newer) = self.list().rows.neighbours();
        self.finding.is_on() && !has_newer && self.list().rows.is_at_top()
    }

    fn back(&mut self, reply: &mut Reply<'_>) {
        if self.came_for.as_deref() == Some(self.finding.text().as_str()) {
            reply.pass(Command::Back);
        } else if self.finding.is_on() {
            self.finding.say("", reply);
            self.finding.has_focus = false;
        } else if self.finding.has_focus && !self.began_in_box {
            self.finding.has_focus = false;
        } else {
            reply.pass(Command::Back);
        }
    }

    fn open(&mut self, reply: &mut Reply<'_>) {
        let rows = &self.list().rows;
        let Some(listed) = rows.focused() else {
            return;
        };
        let (has_before, has_after) = rows.neighbours();
        let mut entry = EntryScreen::in_list(listed.clone(), has_before, has_after);
        if let Some(query) = rows.query() {
            entry = entry.found(query.clone());
        }
        reply.push(entry);
        self.is_open = true;
    }

    fn take_out(&mut self, reply: &mut Reply<'_>) {
        let list = self.finding.found.as_ref().unwrap_or(&self.whole);
        if let Some(listed) = list.rows.focused() {
            self.deeds.take_out(listed.clone(), reply);
        }
    }

    /// Asks whether the entry that has the focus is to be deleted for ever.
    fn erase(&self, reply: &mut Reply<'_>) {
        if let Some(listed) = self.list().rows.focused() {
            let begin = Begin::Erase(listed.id, which_entry(listed.on, listed.finished_at));
            reply.push(VaultScreen::new(begin));
        }
    }

    /// Shows the month of the focused entry, or this one.
    fn month(&self, reply: &mut Reply<'_>) {
        let focused = self.list().rows.focused();
        let day = focused.map_or_else(|| reply.now.today(), |listed| listed.on);
        visit(rooms::Begin::Month(first_of_month(day)), reply);
    }
}

/// Begins a visit on top of the journal.
fn visit(begin: rooms::Begin, reply: &mut Reply<'_>) {
    reply.push(VisitScreen::new(begin));
}
