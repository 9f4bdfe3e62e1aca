//! A list that is loaded a page at a time: the whole journal, or what was found.
//!
//! Ten years of entries open as fast as one, and a person can go to the oldest of them without
//! all of them being there at once. Only the newest request counts; a late answer to an earlier
//! one finds no ticket and is passed over.

use crate::content::Pack;
use crate::domain::{Listed, Query};
use crate::ui::bookmark::{JournalMark, LetGo};
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;

use super::rows::{Key, Rows};

/// How many entries are loaded at once.
pub(super) const PAGE: usize = 100;
/// How many, on the way to the very end.
const LONG_PAGE: usize = 1_000;
/// How many more are asked for above than were let go, since some may have come back meanwhile.
const MORE: usize = 50;

/// Loads entries as the focus comes near them.
#[derive(Debug)]
pub(super) struct Paged {
    pub(super) rows: Rows,
    loading: Option<Loading>,
    /// Whether the oldest entry is there.
    is_all: bool,
    /// Whether the focus is on its way to the oldest entry.
    to_end: bool,
}

/// What is on its way.
#[derive(Debug)]
struct Loading {
    ticket: Ticket,
    limit: usize,
    way: Way,
}

#[derive(Debug)]
enum Way {
    /// A page below what is there.
    Below,
    /// The page above that was let go.
    Above(LetGo),
    /// All of it anew; then the focus goes back to this place.
    Anew(JournalMark),
}

impl Paged {
    /// Begins a list that is empty so far.
    pub(super) fn new(query: Option<Query>, width: u16) -> Self {
        Self {
            rows: Rows::new(query, width),
            loading: None,
            is_all: false,
            to_end: false,
        }
    }

    /// Tells whether every entry is there, from the first loaded one on.
    pub(super) fn is_all(&self) -> bool {
        self.is_all
    }

    /// Tells whether something is on its way.
    pub(super) fn is_loading(&self) -> bool {
        self.loading.is_some()
    }

    /// The place it is on its way back to, if it is.
    pub(super) fn goes_back_to(&self) -> Option<&JournalMark> {
        match &self.loading.as_ref()?.way {
            Way::Anew(mark) => Some(mark),
            Way::Below | Way::Above(_) => None,
        }
    }

    /// Takes a first page that was asked for by somebody else.
    pub(super) fn begin(&mut self, page: &[Listed], limit: usize, reply: &Reply<'_>) {
        self.is_all = page.len() < limit;
        self.rows.add(page, reply.pack);
    }

    /// Puts an entry back in its place.
    pub(super) fn put_back(&mut self, listed: Listed, pack: &Pack) {
        self.rows.put_back(listed, self.is_all, pack);
    }

    /// Asks for more, when the focus is near the end of what is there.
    pub(super) fn load(&mut self, reply: &mut Reply<'_>) {
        if self.loading.is_some() {
            return;
        }
        if let Some(gone) = self.rows.wanted_above() {
            let limit = gone.count + MORE;
            return self.ask(gone.before, limit, Way::Above(gone), reply);
        }
        if (self.to_end || self.rows.is_near_end()) && !self.is_all {
            let limit = if self.to_end { LONG_PAGE } else { PAGE };
            self.ask(self.rows.oldest(), limit, Way::Below, reply);
        }
    }

    /// Asks for all that is there anew, since it may have changed; the focus stays where it is.
    pub(super) fn reload(&mut self, reply: &mut Reply<'_>) {
        let mark = match self.loading.take() {
            Some(Loading {
                way: Way::Anew(mark),
                ..
            }) => mark,
            _ => self.rows.mark(false),
        };
        self.come_back(mark, reply);
    }

    /// Asks for what was there, and then goes to this place.
    pub(super) fn come_back(&mut self, mark: JournalMark, reply: &mut Reply<'_>) {
        let limit = mark.loaded.max(PAGE);
        self.ask(mark.before, limit, Way::Anew(mark), reply);
    }

    /// Moves the focus; `false` for a command that does not move it.
    pub(super) fn command(&mut self, command: Command, reply: &mut Reply<'_>) -> bool {
        let moved = self.rows.menu.command(command);
        if moved {
            self.to_end = command == Command::Last && !self.is_all;
        }
        if command == Command::First && !self.rows.is_at_top() {
            self.rows.go_to_top();
            let first = JournalMark {
                focused: None,
                loaded: 0,
                ..self.rows.mark(false)
            };
            self.come_back(first, reply);
        }
        moved
    }

    /// Stops where it is, on its way to the oldest entry.
    pub(super) fn stay(&mut self) {
        self.to_end = false;
    }

    /// Takes an answer; `None` when it is for somebody else, or else whether all went well.
    pub(super) fn done(
        &mut self,
        ticket: Ticket,
        outcome: &Outcome,
        reply: &mut Reply<'_>,
    ) -> Option<bool> {
        let loading = self.loading.take_if(|it| it.ticket == ticket)?;
        let Outcome::Entries(page) = outcome else {
            // Asked again with the next key, not at once: that could go on for ever.
            self.to_end = false;
            return Some(false);
        };
        let is_last = page.len() < loading.limit;
        match loading.way {
            Way::Below => {
                self.is_all = is_last;
                self.rows.add(page, reply.pack);
            }
            Way::Above(gone) => {
                let is_whole = self.rows.add_above(gone, page, reply.pack);
                self.is_all &= is_whole;
            }
            Way::Anew(mark) => {
                self.is_all = is_last;
                self.rows.replace(page, reply.pack);
                self.rows.go_to(&mark);
            }
        }
        if self.to_end {
            self.rows.menu.command(Command::Last);
        }
        self.load(reply);
        Some(true)
    }

    fn ask(&mut self, before: Option<Key>, limit: usize, way: Way, reply: &mut Reply<'_>) {
        let request = match self.rows.query() {
            None => Request::Entries { before, limit },
            Some(query) => Request::Find {
                query: Box::new(query.clone()),
                after: before,
                limit,
            },
        };
        let ticket = reply.ask(request);
        self.loading = Some(Loading { ticket, limit, way });
    }
}
