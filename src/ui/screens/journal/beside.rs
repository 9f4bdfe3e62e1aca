//! The focused entry, read beside the list where there is room for both.
//!
//! What the list knows of an entry is there at once. The whole of it is asked for only when the
//! list has stood still for a moment, so that a key that is held down asks the journal nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::entry::{blocks, blocks_of_listed};
use super::words;
use crate::content::Pack;
use crate::domain::{Entry, Id, Listed, Query};
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::widgets::reading::{Block, Reading};

/// How long the list stands still before the entry is asked for, in milliseconds.
const STILL: u64 = 120;

/// Shows the focused entry.
#[derive(Debug, Default)]
pub(super) struct Beside {
    page: Reading,
    /// Whether there is room for it.
    is_there: bool,
    /// The entry it shows.
    of: Option<Id>,
    entry: Option<Box<Entry>>,
    query: Option<Query>,
    /// When the whole of the entry is asked for.
    due: Option<u64>,
    asked: Option<Ticket>,
}

impl Beside {
    /// Learns where it is drawn; `None` where there is no room.
    pub(super) fn fit(&mut self, area: Option<Rect>) {
        self.is_there = area.is_some();
        if let Some(area) = area {
            self.page.fit(area);
        }
    }

    /// Goes along with the focus.
    pub(super) fn follow(
        &mut self,
        focused: Option<&Listed>,
        query: Option<&Query>,
        reply: &Reply<'_>,
    ) {
        if !self.is_there {
            return self.forget();
        }
        let of = focused.map(|listed| listed.id);
        let is_same = self.of == of;
        if is_same && self.query.as_ref() == query {
            return;
        }
        self.query = query.cloned();
        if is_same && self.entry.is_some() {
            return self.show(reply.pack);
        }
        self.of = of;
        self.entry = None;
        self.asked = None;
        self.due = focused.map(|_| reply.now.tick + STILL);
        let listed = focused.map_or_else(Vec::new, |listed| {
            blocks_of_listed(reply.pack, listed, query)
        });
        self.page.set_blocks(listed);
        self.page.rewind();
    }

    /// Asks for the entry anew, since it may have changed; what is shown stays until then.
    pub(super) fn reload(&mut self, reply: &Reply<'_>) {
        self.due = self.of.map(|_| reply.now.tick);
    }

    /// When it wants to be woken, if at all. It also does when it has come to be there, or was
    /// left behind.
    pub(super) fn patience(&self, focused: Option<&Listed>) -> Option<u64> {
        if !self.is_there {
            return None;
        }
        let is_behind = self.of != focused.map(|listed| listed.id);
        if is_behind { Some(0) } else { self.due }
    }

    /// Asks for the entry, once the list has stood still.
    pub(super) fn tick(&mut self, reply: &mut Reply<'_>) {
        let is_due = self.due.is_some_and(|due| due <= reply.now.tick);
        if let Some(id) = self.of.filter(|_| is_due && self.is_there) {
            self.due = None;
            self.asked = Some(reply.ask(Request::Entry(id)));
        }
    }

    /// Takes an answer; `true` when the entry is there no more.
    pub(super) fn done(&mut self, ticket: Ticket, outcome: &Outcome, pack: &Pack) -> bool {
        if self.asked.take_if(|own| *own == ticket).is_none() {
            return false;
        }
        match outcome {
            Outcome::Entry(Some(entry)) => {
                let is_first = self.entry.replace(entry.clone()).is_none();
                self.show(pack);
                if is_first {
                    self.page.show_first_hit();
                }
            }
            Outcome::Trouble(trouble) => self.say(&trouble.said),
            _ => {
                self.say(words::NOT_THERE);
                return true;
            }
        }
        false
    }

    /// Turns the wheel.
    pub(super) fn wheel(&mut self, turns: i16) {
        self.page.wheel(turns);
    }

    /// Draws it.
    pub(super) fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        self.page.view(look, area, buf);
    }

    fn forget(&mut self) {
        if self.of.is_some() {
            *self = Self {
                is_there: self.is_there,
                ..Self::default()
            };
        }
    }

    fn show(&mut self, pack: &Pack) {
        if let Some(entry) = &self.entry {
            self.page
                .set_blocks(blocks(pack, entry, self.query.as_ref()));
        }
    }

    fn say(&mut self, said: &str) {
        self.entry = None;
        self.page
            .set_blocks(vec![Block::text(said), Block::quiet(words::REST_IS_THERE)]);
    }
}
