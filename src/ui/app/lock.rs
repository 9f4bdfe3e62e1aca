//! Hiding, and closing a locked journal under what hides it.
//!
//! Hiding is at once. Under the veil every screen saves what is unsaved; once all of it is on
//! disk the journal is closed, and nothing of it stays: the screens, what was copied, what could
//! be undone, the last message. Only word-free bookmarks are left. Where words cannot be saved
//! they are kept, hidden, and tried again; the passphrase is asked for all the same.

use zeroize::Zeroize;

use super::{App, Back, Seat};
use crate::domain::{Stamp, SupportCard};
use crate::key::Secret;
use crate::ui::effect::{Effect, Opened, Outcome, Ticket};
use crate::ui::keymap::Command;
use crate::ui::reply::Move;
use crate::ui::screen::Room;
use crate::ui::screens::{Deeds, Hidden, Screen};
use crate::ui::words;
use crate::vault::{self, Came, Work};

impl App {
    /// Hides everything, and begins to close a locked journal.
    pub(super) fn hide(&mut self, now: Stamp) -> Vec<Effect> {
        self.veil = Some(Hidden.into());
        let mut effects = vec![Effect::Title(words::NOTES)];
        for place in 0..self.stack.len() {
            effects.extend(self.on(Seat::At(place), now, Room::leaving));
        }
        self.closing = self.locked && self.shut.is_none();
        effects
    }

    /// Closes a locked journal, if that is due and every word is on disk.
    pub(super) fn close_if_saved(&mut self) -> Vec<Effect> {
        let holds = |screen: &Screen| screen.holds_words() || screen.is_at_work();
        if !self.closing || self.is_trying() || self.stack.iter().any(holds) {
            return Vec::new();
        }
        self.closing = false;
        let places = self.stack.iter().filter_map(Room::bookmark).collect();
        self.shut = Some(Back::Places(places));
        self.stack = Vec::new();
        self.card = SupportCard::default();
        self.deeds = Deeds::default();
        self.clipboard.zeroize();
        self.said = None;
        self.going = None;
        self.settings_asked = None;
        vec![Effect::Close]
    }

    /// Hides the screen by itself once nobody was there for long enough; and covers a passphrase
    /// that somebody began to type and left.
    pub(super) fn hide_if_due(&mut self, now: Stamp) -> Vec<Effect> {
        if self.hides_at().is_none_or(|at| at > now.tick) {
            return Vec::new();
        }
        if self.veil.is_some() {
            return self.on(Seat::Veil, now, |screen, reply| {
                screen.command(Command::Hide, reply);
            });
        }
        self.said = None;
        self.hide(now)
    }

    /// When it hides by itself, if at all.
    pub(super) fn hides_at(&self) -> Option<u64> {
        let minutes = u64::from(self.settings.hide_after_minutes);
        let is_hidden = matches!(self.veil, Some(Screen::Hidden(_)));
        (minutes > 0 && !is_hidden).then(|| self.touched + minutes * 60_000)
    }

    /// Moves what lies over the stack.
    pub(super) fn lift(&mut self, to: Move, now: Stamp) -> Vec<Effect> {
        match to {
            Move::Replace(screen) => {
                self.veil = Some(*screen);
                Vec::new()
            }
            Move::Close if self.shut.is_none() => self.uncover(now),
            _ => Vec::new(),
        }
    }

    /// Takes what came of opening the journal.
    pub(super) fn opened(&mut self, ticket: Ticket, opened: &Opened, now: Stamp) -> Vec<Effect> {
        let is_waited_for = matches!(&self.veil, Some(Screen::Unlock(it)) if it.waits_for(ticket));
        if is_waited_for && let Some(back) = self.shut.take() {
            let (mut effects, code) = self.unveil();
            effects.extend(self.enter(opened, back, now));
            effects.extend(self.after_code(code, now));
            return effects;
        }
        if self.shut.is_some() && !self.is_trying() {
            // It was to be stopped, and came too late for that.
            return vec![Effect::Close];
        }
        Vec::new()
    }

    /// Learns whether the journal is locked now.
    pub(super) fn note_lock(&mut self, outcome: &Outcome) {
        self.locked = match outcome {
            Outcome::Home(home) => home.locked,
            Outcome::Came(came) => match &**came {
                Came::Locked { .. } => true,
                Came::Unlocked { .. } => false,
                _ => return,
            },
            _ => return,
        };
    }

    /// What was asked, as it can be done: a journal that is still open is not opened again, but
    /// what was typed is held against it.
    pub(super) fn as_it_is(&self, effects: Vec<Effect>) -> Vec<Effect> {
        let held_against = |effect| match effect {
            Effect::Open(ticket, secret) if self.shut.is_none() => {
                Effect::Keep(ticket, Work::Try(secret))
            }
            other => other,
        };
        effects.into_iter().map(held_against).collect()
    }

    fn is_trying(&self) -> bool {
        matches!(&self.veil, Some(Screen::Unlock(it)) if it.is_trying())
    }

    /// Shows the stack again as it is.
    fn uncover(&mut self, now: Stamp) -> Vec<Effect> {
        let (mut effects, code) = self.unveil();
        effects.extend(self.on_last(now, Room::returned));
        effects.extend(self.after_code(code, now));
        effects
    }

    fn unveil(&mut self) -> (Vec<Effect>, Option<Secret>) {
        self.closing = false;
        let code = match self.veil.take() {
            Some(Screen::Unlock(mut it)) => it.take_code(),
            _ => None,
        };
        (vec![Effect::Title(words::TITLE)], code)
    }

    /// Whoever came in with the recovery code has no passphrase they know, and needs a new one.
    fn after_code(&mut self, code: Option<Secret>, now: Stamp) -> Vec<Effect> {
        match code {
            Some(code) => self.open_vault(vault::Begin::Recover(code), now),
            None => Vec::new(),
        }
    }
}
