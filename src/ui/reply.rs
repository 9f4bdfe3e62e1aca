//! What a screen answers to a message: effects to perform, words to say, screens to open.

use std::path::Path;
use std::rc::Rc;

use super::effect::{Effect, Request, Ticket};
use super::screens::{Deeds, Screen};
use crate::config::Settings;
use crate::content::Pack;
use crate::domain::{Stamp, SupportCard};
use crate::key::Secret;
use crate::rooms;
use crate::vault::{Standing, Work};

/// Where the stack of screens goes next.
#[derive(Debug)]
pub enum Move {
    /// Put a screen on top.
    Push(Box<Screen>),
    /// Put a screen in this one's place.
    Replace(Box<Screen>),
    /// Put a screen straight above this one, under whatever lies over it.
    Above(Box<Screen>),
    /// Close this screen.
    Close,
    /// Close everything above Home.
    Home,
    /// Close this popup and hand a command to the screen below.
    Command(super::keymap::Command),
    /// Close everything above Home and begin a walk from there.
    Begin(crate::reflection::Opening),
    /// Search the journal for this: in the one that is on the stack, or else in a new one.
    Search(String),
    /// Save and leave.
    Leave,
}

/// Collects what a screen answers.
#[derive(Debug)]
pub struct Reply<'a> {
    /// When the message came.
    pub now: Stamp,
    /// The words.
    pub pack: &'a Rc<Pack>,
    /// How the person likes to work. Change it and call [`Reply::keep_settings`].
    pub settings: &'a mut Settings,
    /// The support card, as last read.
    pub card: &'a mut SupportCard,
    /// What was copied inside the program.
    pub clipboard: &'a mut String,
    /// What was taken out of the journal, and can be brought back.
    pub deeds: &'a mut Deeds,
    /// Whether a passphrase is needed to open the journal.
    pub locked: bool,
    /// Whether everything in the journal is made up.
    pub made_up: bool,
    /// Why nothing can be written, if so.
    pub read_only: Option<&'a str>,
    /// Where the journal is, in words.
    pub journal: &'a str,
    /// The person's home folder.
    pub home_folder: Option<&'a Path>,
    pub(super) ticket: &'a mut u64,
    pub(super) effects: Vec<Effect>,
    pub(super) said: Option<String>,
    pub(super) moves: Vec<Move>,
    pub(super) passed: Option<super::keymap::Command>,
}

impl Reply<'_> {
    fn next_ticket(&mut self) -> Ticket {
        *self.ticket += 1;
        Ticket(*self.ticket)
    }

    /// Asks the journal for something.
    pub fn ask(&mut self, request: Request) -> Ticket {
        let ticket = self.next_ticket();
        self.effects.push(Effect::Ask(ticket, request));
        ticket
    }

    /// Has the settings kept.
    pub fn keep_settings(&mut self) -> Ticket {
        let ticket = self.next_ticket();
        self.effects
            .push(Effect::SaveSettings(ticket, self.settings.clone()));
        ticket
    }

    /// Has a text written to a file of its own.
    pub fn rescue(&mut self, text: String) -> Ticket {
        let ticket = self.next_ticket();
        self.effects.push(Effect::Rescue(ticket, text));
        ticket
    }

    /// Has a text opened in the person's own editor.
    pub fn edit_outside(&mut self, text: String) -> Ticket {
        let ticket = self.next_ticket();
        self.effects.push(Effect::EditOutside(ticket, text));
        ticket
    }

    /// Has the journal opened with what was typed.
    pub fn open_journal(&mut self, secret: Secret) -> Ticket {
        let ticket = self.next_ticket();
        self.effects.push(Effect::Open(ticket, secret));
        ticket
    }

    /// Has something done to the journal's file.
    pub fn keep_journal(&mut self, work: Work) -> Ticket {
        let ticket = self.next_ticket();
        self.effects.push(Effect::Keep(ticket, work));
        ticket
    }

    /// How things stand, for a talk about keeping the journal.
    pub fn standing(&self) -> Standing {
        Standing {
            shared_computer: self.settings.shared_computer,
            hide_after_minutes: self.settings.hide_after_minutes,
            remind_after_months: self.settings.remind_after_months,
            second_folder: self.settings.backup_folder.clone(),
            home: self.home_folder.map(Path::to_owned),
            today: self.now.at.date_naive(),
        }
    }

    /// How things stand, for a visit to the rooms.
    pub fn visiting(&self) -> rooms::Standing {
        rooms::Standing {
            pack: Rc::clone(self.pack),
            shared_computer: self.settings.shared_computer,
            read_only: self.read_only.map(str::to_owned),
            home: self.home_folder.map(Path::to_owned),
            made_up: self.made_up,
            now: self.now,
        }
    }

    /// Adds an effect that brings no outcome.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Says something in the message row.
    pub fn say(&mut self, words: impl Into<String>) {
        self.said = Some(words.into());
    }

    /// Puts a screen on top.
    pub fn push(&mut self, screen: impl Into<Screen>) {
        self.moves.push(Move::Push(Box::new(screen.into())));
    }

    /// Puts a screen in this one's place.
    pub fn replace(&mut self, screen: impl Into<Screen>) {
        self.moves.push(Move::Replace(Box::new(screen.into())));
    }

    /// Puts a screen straight above this one, under whatever was opened meanwhile.
    pub fn put_above(&mut self, screen: impl Into<Screen>) {
        self.moves.push(Move::Above(Box::new(screen.into())));
    }

    /// Moves the stack.
    pub fn go(&mut self, to: Move) {
        self.moves.push(to);
    }

    /// Hands a command back: it means nothing of its own here.
    pub fn pass(&mut self, command: super::keymap::Command) {
        self.passed = Some(command);
    }

    /// Closes this screen.
    pub fn close(&mut self) {
        self.moves.push(Move::Close);
    }
}
