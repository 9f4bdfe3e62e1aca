//! The commands that mean the same on every screen.

use std::rc::Rc;

use super::App;
use crate::config::Ground;
use crate::domain::Stamp;
use crate::reflection::FirstRun;
use crate::rooms;
use crate::ui::effect::{Effect, Outcome, Request, Ticket};
use crate::ui::keymap::Command;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::Room;
use crate::ui::screens::{CardScreen, Help, Palette, Screen, VaultScreen, VisitScreen, WalkScreen};
use crate::ui::words;
use crate::vault;

impl App {
    /// Hands a command to the screen on top; what it passes on is done here.
    pub(super) fn command(&mut self, command: Command, now: Stamp) -> Vec<Effect> {
        if command != Command::Copy {
            self.said = None;
        }
        self.on_top(now, |screen, reply| screen.command(command, reply))
    }

    /// Does what a command means wherever one is.
    pub(super) fn everywhere(&mut self, command: Command, now: Stamp) -> Vec<Effect> {
        match command {
            Command::Back => self.on_top(now, |_, reply| reply.close()),
            Command::Leave => self.leave(now),
            Command::Help => self.open_help(now),
            Command::Palette => {
                let palette = Palette::of(self.top());
                self.push(palette.into(), now)
            }
            Command::SupportCard => self.open_card(now),
            Command::FillCard => self.push(CardScreen::filling().into(), now),
            Command::Hide => self.hide(now),
            Command::LookBack => self.open_visit(rooms::Begin::LookBack, now),
            Command::Carry => self.open_visit(rooms::Begin::Carry, now),
            Command::BeforeSession => self.open_visit(rooms::Begin::BeforeSession, now),
            Command::Supervision => self.open_visit(rooms::Begin::Supervision, now),
            Command::Support => self.open_visit(rooms::Begin::Support, now),
            Command::Practice => self.open_visit(rooms::Begin::Practice, now),
            Command::Learn => self.open_visit(rooms::Begin::Learn(None), now),
            Command::KeepSafe => self.open_vault(vault::Begin::Room, now),
            Command::TakenOut => self.open_vault(vault::Begin::TakenOut, now),
            Command::Settings => self.open_settings(now),
            Command::About => self.push(Help::page("about").into(), now),
            Command::SwapGround => self.swap_ground(now),
            Command::Mouse => self.on_top(now, |_, reply| {
                reply.settings.mouse = !reply.settings.mouse;
                reply.keep_settings();
                let said = if reply.settings.mouse {
                    words::MOUSE_ON
                } else {
                    words::MOUSE_OFF
                };
                reply.say(said);
            }),
            Command::Redraw => vec![Effect::Redraw],
            Command::ToHome => self.on_top(now, |_, reply| reply.go(Move::Home)),
            quiet => {
                self.said = self.answer_to(quiet).map(str::to_owned);
                Vec::new()
            }
        }
    }

    /// The words for a key that has nothing to do here.
    fn answer_to(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Save => Some(words::ALREADY_SAVED),
            Command::Copy if !self.all_saved() => Some(words::CTRL_C_UNSAVED),
            Command::Copy => Some(words::CTRL_C),
            Command::PasteInside => Some(words::NOTHING_COPIED),
            Command::Undo | Command::Redo => Some(words::NOTHING_TO_UNDO),
            _ => None,
        }
    }

    fn open_help(&mut self, now: Stamp) -> Vec<Effect> {
        if matches!(self.top(), Screen::Help(_)) {
            return Vec::new();
        }
        let help = Help::keys_of(self.top());
        self.push(help.into(), now)
    }

    fn open_card(&mut self, now: Stamp) -> Vec<Effect> {
        if matches!(self.top(), Screen::Card(_)) {
            return Vec::new();
        }
        self.push(CardScreen::default().into(), now)
    }

    /// Begins a visit on top of what is there, unless it is the one that is there.
    fn open_visit(&mut self, begin: rooms::Begin, now: Stamp) -> Vec<Effect> {
        if matches!(self.top(), Screen::Visit(visit) if *visit.begin() == begin) {
            return Vec::new();
        }
        self.push(VisitScreen::new(begin).into(), now)
    }

    /// Begins a talk about keeping the journal, on top of what is there.
    pub(super) fn open_vault(&mut self, begin: vault::Begin, now: Stamp) -> Vec<Effect> {
        self.push(VaultScreen::new(begin).into(), now)
    }

    /// The first run again: that is where its choices are changed. It goes on with what was typed
    /// on the card and not finished, or newer words would be taken for older ones on disk.
    fn open_settings(&mut self, now: Stamp) -> Vec<Effect> {
        let mut asked = None;
        let effects = self.on_last(now, |_, reply| asked = Some(reply.ask(Request::Card)));
        self.settings_asked = asked;
        effects
    }

    /// Opens the settings, now that the journal has answered.
    pub(super) fn settings_came(
        &mut self,
        ticket: Ticket,
        outcome: &Outcome,
        now: Stamp,
    ) -> Vec<Effect> {
        if self.settings_asked.take_if(|own| *own == ticket).is_none() {
            return Vec::new();
        }
        let unfinished = match outcome {
            Outcome::Card(_, unfinished) => unfinished.clone(),
            _ => None,
        };
        let (pack, journal) = (Rc::clone(&self.pack), self.journal.clone());
        let walk = FirstRun::begin(pack, &self.card, unfinished, journal, None);
        let walk = walk.offering_lock(!self.locked).asking_words(true);
        self.push(WalkScreen::first_run(walk).into(), now)
    }

    fn swap_ground(&mut self, now: Stamp) -> Vec<Effect> {
        let light = match self.settings.ground {
            Ground::Light => true,
            Ground::Dark => false,
            Ground::Auto => self.light,
        };
        self.on_top(now, |_, reply: &mut Reply<'_>| {
            reply.settings.ground = if light { Ground::Dark } else { Ground::Light };
            reply.keep_settings();
        })
    }
}

/// Whether this is what Ctrl+C says: a second one then leaves.
pub(super) fn is_ctrl_c(said: &str) -> bool {
    [words::CTRL_C, words::CTRL_C_UNSAVED].contains(&said)
}
