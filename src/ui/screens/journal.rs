//! The journal: every entry, newest first.
//!
//! Entries are loaded a page at a time as the focus comes near the end of what is there, so that
//! ten years of them open as fast as one. What can be undone is remembered until the list is
//! left.

mod rows;
#[cfg(test)]
mod tests;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::deeds::{Changed, Deeds};
use super::{EntryScreen, VaultScreen};
use crate::ui::bookmark::{Bookmark, JournalMark};
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::Room;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::{Block, Reading};
use crate::vault::Begin;
use crate::vault::words::which_entry;

use rows::Rows;

/// How many entries are loaded at once.
const PAGE: usize = 100;
/// How many, on the way to the very end.
const LONG_PAGE: usize = 1_000;
/// The width from which rows stand in columns.
const WIDE: u16 = 56;

/// Lists the entries.
#[derive(Debug, Default)]
pub struct Journal {
    rows: Rows,
    /// What is said where there are no rows.
    note: Reading,
    loading: Option<Ticket>,
    /// Whether the oldest entry is there.
    is_all: bool,
    /// Whether the focus is on its way to the oldest entry.
    to_end: bool,
    /// Whether an entry lies on top, and commands may come from it.
    is_open: bool,
    deeds: Deeds,
    /// Where in the list it comes back to.
    back: Option<JournalMark>,
}

impl Journal {
    /// Opens the list; it loads its first page once it is in sight.
    pub fn new() -> Self {
        Self::default()
    }

    /// Comes back to where one was in the list.
    pub fn come_back(mark: JournalMark) -> Self {
        let mut screen = Self::default();
        screen.rows.set_narrow(mark.is_narrow);
        screen.back = Some(mark);
        screen
    }

    /// Asks for more, when the focus is near the end of what is there.
    fn load(&mut self, reply: &mut Reply<'_>) {
        let wanted = self.to_end || self.rows.is_near_end();
        if wanted && !self.is_all && self.loading.is_none() {
            let before = self.rows.oldest();
            let there = self.back.as_ref().map_or(0, |mark| mark.loaded);
            let limit = if self.to_end { LONG_PAGE } else { PAGE }.max(there);
            self.loading = Some(reply.ask(Request::Entries { before, limit }));
        }
    }

    fn loaded(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        match outcome {
            Outcome::Entries(page) => {
                self.is_all = page.is_empty();
                self.rows.add(page, reply.pack);
                if let Some(mark) = self.back.take() {
                    self.rows.go_to(&mark);
                    self.is_open = mark.is_open;
                }
                if self.to_end {
                    self.rows.menu.command(Command::Last);
                }
                self.load(reply);
            }
            Outcome::Trouble(trouble) => {
                // Asked again with the next key, not at once: that could go on for ever.
                self.to_end = false;
                self.note.set_blocks(vec![Block::text(&trouble.said)]);
                reply.say(&*trouble.said);
            }
            _ => {}
        }
        if self.is_all && self.rows.is_empty() {
            self.say_empty();
        }
    }

    fn say_empty(&mut self) {
        let taken_out = self.deeds.offers(Command::Undo);
        let said = if taken_out {
            words::NONE_LEFT
        } else {
            words::WHAT_WILL_BE
        };
        let note = vec![Block::text(said), Block::quiet(words::HOW_TO_BEGIN)];
        self.note.set_blocks(note);
    }

    fn open(&mut self, reply: &mut Reply<'_>) {
        let Some(listed) = self.rows.focused() else {
            return;
        };
        let (has_before, has_after) = self.rows.neighbours();
        reply.push(EntryScreen::in_list(listed.clone(), has_before, has_after));
        self.is_open = true;
    }

    /// Opens the entry before or after the one that was open.
    fn turn(&mut self, command: Command, reply: &mut Reply<'_>) {
        let older = command == Command::Left;
        self.rows
            .menu
            .command(if older { Command::Down } else { Command::Up });
        self.open(reply);
    }

    fn take_out(&mut self, reply: &mut Reply<'_>) {
        if let Some(listed) = self.rows.focused() {
            self.deeds.take_out(listed.clone(), reply);
        }
    }

    /// Asks whether the entry that has the focus is to be deleted for ever.
    fn erase(&self, reply: &mut Reply<'_>) {
        if let Some(listed) = self.rows.focused() {
            let begin = Begin::Erase(listed.id, which_entry(listed.on, listed.finished_at));
            reply.push(VaultScreen::new(begin));
        }
    }

    fn moves(&mut self, command: Command) -> bool {
        let moved = self.rows.menu.command(command);
        if moved {
            self.to_end = command == Command::Last && !self.is_all;
        }
        moved
    }
}

impl Room for Journal {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::List, Context::Rows]
    }

    fn place(&self) -> String {
        words::JOURNAL.to_owned()
    }

    fn offers(&self, command: Command) -> bool {
        match command {
            Command::Go | Command::Choose | Command::Delete | Command::EraseForEver => {
                self.rows.focused().is_some()
            }
            Command::Undo | Command::Redo => self.deeds.offers(command),
            Command::Left | Command::Right => false,
            _ => true,
        }
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        let from_entry = std::mem::take(&mut self.is_open);
        match command {
            Command::Go | Command::Choose => self.open(reply),
            Command::Left | Command::Right if from_entry => self.turn(command, reply),
            Command::Delete => self.take_out(reply),
            Command::EraseForEver => self.erase(reply),
            _ if self.moves(command) => {}
            _ if self.deeds.command(command, reply) => {}
            _ => reply.pass(command),
        }
        self.load(reply);
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        match Pointer::of(&event) {
            Some(Pointer::Wheel(turns)) => self.rows.menu.wheel(turns),
            Some(Pointer::Click { column, row }) => {
                let Some(row) = self.rows.menu.row_at(area, column, row) else {
                    return;
                };
                self.rows.menu.set_focus(row);
                self.open(reply);
            }
            None => return,
        }
        self.to_end = false;
        self.load(reply);
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        if self.loading == Some(ticket) {
            self.loading = None;
            self.loaded(outcome, reply);
        }
        let is_ours = self.deeds.waits_for(ticket);
        let changed = self.deeds.done(ticket, outcome, reply);
        if is_ours {
            // Only then: a screen on top may have noted deeds of its own.
            reply.deeds.clone_from(&self.deeds);
        }
        match changed {
            Some(Changed::Out(id)) => self.rows.remove(id),
            Some(Changed::Back(listed)) => self.rows.put_back(listed, reply.pack),
            None => return,
        }
        if self.rows.is_empty() {
            self.say_empty();
        }
        self.load(reply);
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        self.is_open = false;
        self.deeds.clone_from(reply.deeds);
        for id in self.deeds.all_erased() {
            self.rows.remove(*id);
        }
        if self.is_all && self.rows.is_empty() {
            self.say_empty();
        }
        self.load(reply);
    }

    fn is_at_work(&self) -> bool {
        self.deeds.is_under_way()
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let mark = self.back.clone();
        let mark = mark.unwrap_or_else(|| self.rows.mark(self.is_open));
        Some(Bookmark::Journal(mark))
    }

    fn fit(&mut self, area: Rect) {
        self.rows.set_narrow(area.width < WIDE);
        self.rows.menu.fit(area);
        self.note.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        if self.rows.is_empty() {
            return self.note.view(look, area, buf);
        }
        self.rows.menu.view(look, area, buf)
    }
}
