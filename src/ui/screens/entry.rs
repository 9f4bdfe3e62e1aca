//! One entry, to be read.
//!
//! It shows the questions as they were on the day. Opened from the journal it leaves every deed
//! to the list below it, which knows the entries before and after and what can be undone. An entry
//! can change under it, by a visit or by another window; so it is read anew each time it comes
//! back into sight, and says calmly when it is there no more.

mod blocks;
#[cfg(test)]
mod tests;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::deeds::{Changed, Deeds};
use super::{Journal, VaultScreen, VisitScreen};
use crate::content::Pack;
use crate::domain::{Entry, Id, Listed, Query, say_day, which_entry};
use crate::rooms;
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::Room;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::{Block, Reading, ReadingMark};
use crate::vault::Begin;

pub(super) use blocks::{blocks, blocks_of_listed};

/// Shows one entry.
#[derive(Debug)]
pub struct EntryScreen {
    id: Id,
    listed: Option<Listed>,
    entry: Option<Box<Entry>>,
    page: Reading,
    asked: Option<Ticket>,
    from: From,
    /// The search that found it.
    query: Option<Query>,
    /// Whether it was taken out while it was open here.
    is_gone: bool,
    /// Its way back, after that.
    bringing_back: Option<Ticket>,
    /// Where on the page it comes back to.
    back: Option<ReadingMark>,
}

/// Says where the entry was opened from.
#[derive(Debug)]
enum From {
    /// The journal: whether there is an older and a newer one.
    List { has_before: bool, has_after: bool },
    /// Somewhere else, and so it does its deeds itself.
    Alone { deeds: Deeds, is_out: bool },
}

impl EntryScreen {
    /// Opens an entry by itself.
    pub fn new(id: Id) -> Self {
        let from = From::Alone {
            deeds: Deeds::default(),
            is_out: false,
        };
        Self {
            id,
            listed: None,
            entry: None,
            page: Reading::default(),
            asked: None,
            from,
            query: None,
            is_gone: false,
            bringing_back: None,
            back: None,
        }
    }

    /// Comes back to where one was in an entry.
    pub fn come_back(id: Id, in_list: Option<(bool, bool)>, page: ReadingMark) -> Self {
        let mut screen = Self::new(id);
        if let Some((has_before, has_after)) = in_list {
            screen.from = From::List {
                has_before,
                has_after,
            };
        }
        screen.back = Some(page);
        screen
    }

    /// Opens an entry of the journal's list, which lies below and does its deeds.
    pub fn in_list(listed: Listed, has_before: bool, has_after: bool) -> Self {
        let from = From::List {
            has_before,
            has_after,
        };
        Self {
            from,
            id: listed.id,
            listed: Some(listed),
            ..Self::new(Id::at(0, &[0; 10]))
        }
    }

    /// Says which search found it.
    #[must_use]
    pub fn found(self, query: Query) -> Self {
        Self {
            query: Some(query),
            ..self
        }
    }

    fn show(&mut self, pack: &Pack) {
        let Some(entry) = &self.entry else { return };
        let mut page = blocks(pack, entry, self.query.as_ref());
        if let From::Alone { is_out: true, .. } = self.from {
            let out = if entry.practice {
                words::PRACTICE_IS_OUT
            } else {
                words::IS_OUT
            };
            page.insert(0, Block::quiet(out));
        }
        self.page.set_blocks(page);
    }

    /// Goes to the entry before or after, which the list below opens.
    fn turn(&self, command: Command, reply: &mut Reply<'_>) {
        let From::List {
            has_before,
            has_after,
        } = self.from
        else {
            return;
        };
        match command {
            Command::Left if !has_before => reply.say(words::NONE_BEFORE),
            Command::Right if !has_after => reply.say(words::NONE_AFTER),
            _ => reply.go(Move::Command(command)),
        }
    }

    fn take_out(&mut self, reply: &mut Reply<'_>) {
        match (&mut self.from, &self.listed) {
            (From::List { .. }, _) => reply.go(Move::Command(Command::Delete)),
            (
                From::Alone {
                    deeds,
                    is_out: false,
                },
                Some(listed),
            ) => {
                deeds.take_out(listed.clone(), reply);
            }
            (From::Alone { .. }, _) => {}
        }
    }

    /// Asks whether it is to be deleted for ever.
    fn erase(&self, reply: &mut Reply<'_>) {
        if let Some(listed) = &self.listed {
            let begin = Begin::Erase(self.id, which_entry(listed.on, listed.finished_at));
            reply.push(VaultScreen::new(begin));
        }
    }

    fn undo(&mut self, command: Command, reply: &mut Reply<'_>) {
        if self.is_gone && command == Command::Undo {
            if self.bringing_back.is_none() {
                self.bringing_back = Some(reply.ask(Request::BringBack(self.id)));
            }
            return;
        }
        let undone = match &mut self.from {
            From::Alone { deeds, .. } => deeds.command(command, reply),
            From::List { .. } => false,
        };
        if !undone {
            reply.pass(command);
        }
    }

    fn arrived(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        match outcome {
            Outcome::Entry(Some(entry)) => {
                self.listed = Some(listed(entry));
                let is_first = self.entry.replace(entry.clone()).is_none();
                self.is_gone = false;
                self.show(reply.pack);
                if let Some(mark) = self.back.take() {
                    self.page.go_to(mark);
                } else if is_first {
                    self.page.show_first_hit();
                }
            }
            Outcome::Trouble(trouble) => self.say(&trouble.said, words::REST_IS_THERE),
            // Its own page took it out, and says so.
            _ if matches!(self.from, From::Alone { is_out: true, .. }) => {}
            _ if self.entry.take().is_some() || self.is_gone => {
                self.is_gone = true;
                self.say(words::TAKEN_OUT, words::BRING_IT_BACK);
            }
            _ => self.say(words::NOT_THERE, words::REST_IS_THERE),
        }
    }

    fn say(&mut self, said: &str, quiet: &str) {
        self.page
            .set_blocks(vec![Block::text(said), Block::quiet(quiet)]);
    }

    fn brought_back(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        match outcome {
            Outcome::Trouble(trouble) => reply.say(&*trouble.said),
            _ => self.asked = Some(reply.ask(Request::Entry(self.id))),
        }
    }

    fn is_practice(&self) -> bool {
        self.listed.as_ref().is_some_and(|listed| listed.practice)
    }

    /// Leads to what can be done with it.
    fn change(&self, reply: &mut Reply<'_>) {
        let visit = VisitScreen::new(rooms::Begin::Entry(self.id));
        reply.push(if self.is_practice() {
            visit.named(words::PRACTICE)
        } else {
            visit
        });
    }

    /// Leads to the search box of the journal.
    fn find(&self, reply: &mut Reply<'_>) {
        match self.from {
            From::List { .. } => reply.go(Move::Command(Command::Find)),
            From::Alone { .. } => reply.push(Journal::finding()),
        }
    }
}

/// The row of the list that an entry would be.
fn listed(entry: &Entry) -> Listed {
    Listed {
        id: entry.id,
        on: entry.on,
        finished_at: entry.finished_at,
        kind: entry.kind,
        length: entry.length,
        practice: entry.practice,
        words: entry.first_words().to_owned(),
        readable: true,
    }
}

impl Room for EntryScreen {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Entry, Context::Reading]
    }

    fn place(&self) -> String {
        let name = if self.is_practice() {
            words::PRACTICE
        } else {
            words::JOURNAL
        };
        match &self.listed {
            Some(listed) => format!("{name} · {}", say_day(listed.on)),
            None => words::JOURNAL.to_owned(),
        }
    }

    fn offers(&self, command: Command) -> bool {
        match (command, &self.from) {
            (Command::NextHit, _) => self.page.has_hits(),
            (Command::Undo, _) if self.is_gone => true,
            (Command::Change | Command::EraseForEver | Command::Delete, _) if self.is_gone => false,
            (Command::Change, _) => self.entry.is_some(),
            (Command::Left | Command::Right, From::Alone { .. })
            | (Command::Undo | Command::Redo, From::List { .. }) => false,
            (Command::Undo | Command::Redo, From::Alone { deeds, .. }) => deeds.offers(command),
            (Command::EraseForEver, _) => self.listed.is_some(),
            (Command::Delete, From::Alone { is_out, .. }) => !is_out && self.entry.is_some(),
            _ => true,
        }
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        match command {
            Command::Left | Command::Right => self.turn(command, reply),
            Command::Delete | Command::EraseForEver | Command::Change if self.is_gone => {
                reply.say(words::TAKEN_OUT);
            }
            Command::Delete => self.take_out(reply),
            Command::EraseForEver => self.erase(reply),
            Command::Change => self.change(reply),
            Command::Find => self.find(reply),
            Command::NextHit => {
                if !self.page.next_hit() {
                    reply.say(words::NOTHING_LOOKED_FOR);
                }
            }
            Command::Undo | Command::Redo => self.undo(command, reply),
            _ if self.page.command(command) => {}
            _ => reply.pass(command),
        }
    }

    fn mouse(&mut self, event: MouseEvent, _: Rect, _: &mut Reply<'_>) {
        if let Some(Pointer::Wheel(turns)) = Pointer::of(&event) {
            self.page.wheel(turns);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        if self.asked == Some(ticket) {
            self.asked = None;
            self.arrived(outcome, reply);
        }
        if self.bringing_back.take_if(|own| *own == ticket).is_some() {
            self.brought_back(outcome, reply);
        }
        let From::Alone { deeds, is_out } = &mut self.from else {
            return;
        };
        if let Some(changed) = deeds.done(ticket, outcome, reply) {
            *is_out = matches!(changed, Changed::Out(_));
            self.show(reply.pack);
        }
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        if reply.deeds.all_erased().contains(&self.id) {
            return reply.close();
        }
        if self.asked.is_none() {
            self.asked = Some(reply.ask(Request::Entry(self.id)));
        }
    }

    fn is_at_work(&self) -> bool {
        self.bringing_back.is_some()
            || matches!(&self.from, From::Alone { deeds, .. } if deeds.is_under_way())
    }

    fn bookmark(&self) -> Option<Bookmark> {
        // What was found is dropped when the journal is locked, and so are its neighbours.
        let in_list = match self.from {
            From::List {
                has_before,
                has_after,
            } if self.query.is_none() => Some((has_before, has_after)),
            _ => None,
        };
        Some(Bookmark::Entry {
            id: self.id,
            in_list,
            page: self.back.unwrap_or_else(|| self.page.mark()),
        })
    }

    fn fit(&mut self, area: Rect) {
        self.page.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.page.view(look, area, buf)
    }
}
