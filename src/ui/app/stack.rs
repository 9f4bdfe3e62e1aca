//! Where the stack of screens goes, and what it refuses: no screen is closed while it holds words
//! that are not on disk.

use super::App;
use crate::domain::Stamp;
use crate::ui::effect::Effect;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::{Room, Saving};
use crate::ui::screens::{Journal, Screen};
use crate::ui::words;

/// Where a screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// At this place of the stack.
    At(usize),
    /// Over all of it.
    Veil,
}

impl App {
    /// Lets the screen act that is in front.
    pub(super) fn on_top(
        &mut self,
        now: Stamp,
        act: impl FnOnce(&mut Screen, &mut Reply<'_>),
    ) -> Vec<Effect> {
        if self.veil.is_some() {
            self.on(Seat::Veil, now, act)
        } else {
            self.on_last(now, act)
        }
    }

    /// Lets the screen act that is on top of the stack.
    pub(super) fn on_last(
        &mut self,
        now: Stamp,
        act: impl FnOnce(&mut Screen, &mut Reply<'_>),
    ) -> Vec<Effect> {
        self.on(Seat::At(self.stack.len().saturating_sub(1)), now, act)
    }

    /// Lets a screen act, and then does what it asked of the stack.
    pub(super) fn on(
        &mut self,
        seat: Seat,
        now: Stamp,
        act: impl FnOnce(&mut Screen, &mut Reply<'_>),
    ) -> Vec<Effect> {
        let screen = match seat {
            Seat::At(place) => self.stack.get_mut(place),
            Seat::Veil => self.veil.as_mut(),
        };
        let Some(screen) = screen else {
            return Vec::new();
        };
        let mut reply = Reply {
            now,
            pack: &self.pack,
            settings: &mut self.settings,
            card: &mut self.card,
            clipboard: &mut self.clipboard,
            deeds: &mut self.deeds,
            locked: self.locked,
            made_up: self.made_up,
            read_only: self.read_only.as_deref(),
            journal: &self.journal,
            home_folder: self.home_folder.as_deref(),
            ticket: &mut self.ticket,
            effects: Vec::new(),
            said: None,
            moves: Vec::new(),
            passed: None,
        };
        act(screen, &mut reply);
        let Reply {
            effects,
            said,
            moves,
            passed,
            ..
        } = reply;
        let mut effects = self.as_it_is(effects);
        if said.is_some() {
            self.said = said;
        }
        for to in moves {
            effects.extend(match seat {
                Seat::At(place) => self.go(place, to, now),
                Seat::Veil => self.lift(to, now),
            });
        }
        if let Some(command) = passed {
            effects.extend(self.everywhere(command, now));
        }
        effects
    }

    /// Moves the stack, but never closes a screen whose words are not on disk: then the move waits
    /// for the save, and is given up when the save is.
    pub(super) fn go(&mut self, place: usize, to: Move, now: Stamp) -> Vec<Effect> {
        let closed = match to {
            Move::Close | Move::Replace(_) => place..place + 1,
            Move::Search(_) => self.journal_below(place).unwrap_or(place)..self.stack.len(),
            Move::Home | Move::Begin(_) => 1..self.stack.len(),
            Move::Push(_) | Move::Above(_) | Move::Command(_) | Move::Leave => 0..0,
        };
        let holding = |place: &usize| self.stack.get(*place).is_some_and(Room::holds_words);
        let Some(holds) = closed.into_iter().find(holding) else {
            return self.go_now(place, to, now);
        };
        self.going = Some((place, to));
        self.on(Seat::At(holds), now, Room::leaving)
    }

    /// Goes where the stack was to go, now that a save has been answered.
    pub(super) fn go_on(&mut self, now: Stamp) -> Vec<Effect> {
        let not_saved = |screen: &Screen| matches!(screen.saving(now.tick), Saving::NotSaved(_));
        if self.going.is_some() && self.stack.iter().any(not_saved) {
            self.going = None;
            self.said = Some(words::NOT_LEFT.to_owned());
        }
        match self.going.take() {
            Some((place, to)) => self.go(place, to, now),
            None => Vec::new(),
        }
    }

    /// Whether every word on the stack is on disk.
    pub(super) fn all_saved(&self) -> bool {
        !self.stack.iter().any(Room::holds_words)
    }

    pub(super) fn go_now(&mut self, place: usize, to: Move, now: Stamp) -> Vec<Effect> {
        match to {
            Move::Above(screen) if place + 1 < self.stack.len() => {
                self.stack.insert(place + 1, *screen);
                self.on(Seat::At(place + 1), now, Room::returned)
            }
            Move::Push(screen) | Move::Above(screen) => self.push(*screen, now),
            Move::Replace(screen) => {
                if let Some(old) = self.stack.get_mut(place) {
                    *old = *screen;
                }
                self.on(Seat::At(place), now, Room::returned)
            }
            Move::Close if place > 0 && place < self.stack.len() => {
                self.stack.remove(place);
                self.on_last(now, Room::returned)
            }
            Move::Home => {
                self.stack.truncate(1);
                self.on_last(now, Room::returned)
            }
            Move::Begin(opening) => {
                self.stack.truncate(1);
                self.on_last(now, |screen, reply| {
                    if let Screen::Home(home) = screen {
                        home.begin(opening, reply);
                    }
                })
            }
            Move::Command(command) => {
                self.stack.remove(place);
                self.command(command, now)
            }
            Move::Leave => self.leave(now),
            Move::Search(text) => self.search(place, &text, now),
            Move::Close => Vec::new(),
        }
    }

    /// The nearest journal from this place down.
    fn journal_below(&self, place: usize) -> Option<usize> {
        let below = self.stack.get(..=place)?;
        below
            .iter()
            .rposition(|screen| matches!(screen, Screen::Journal(_)))
    }

    /// Leads from this place to the journal with a search: to the one below it, if there is one.
    fn search(&mut self, place: usize, text: &str, now: Stamp) -> Vec<Effect> {
        let Some(journal) = self.journal_below(place) else {
            return self.go_now(
                place,
                Move::Replace(Box::new(Journal::searching(text).into())),
                now,
            );
        };
        self.stack.truncate(journal + 1);
        let mut effects = self.on_last(now, Room::returned);
        effects.extend(self.on_last(now, |screen, reply| {
            if let Screen::Journal(journal) = screen {
                journal.search(text, reply);
            }
        }));
        effects
    }

    pub(super) fn push(&mut self, screen: Screen, now: Stamp) -> Vec<Effect> {
        let mut effects = self.on_last(now, Room::leaving);
        self.stack.push(screen);
        effects.extend(self.on_last(now, Room::returned));
        effects
    }
}
