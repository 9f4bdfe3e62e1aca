//! Keeping the words safe, on the full screen: it draws whatever the talk shows or asks.
//!
//! Which panel comes next is none of its business: that is [`Vault`], which plain mode and the
//! verbs talk to as well. What is typed into the box of a passphrase stays there while it is
//! tried, so that a slip can be mended, and is wiped as soon as another panel asks.

mod shown;
#[cfg(test)]
mod tests;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::config::Settings;
use crate::domain::Id;
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{Effect, Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::Room;
use crate::ui::screens::Help;
use crate::ui::widgets::pointer::Pointer;
use crate::vault::words::TITLE;
use crate::vault::{Begin, Came, Choice, Given, PanelAsk, Turn, Vault, Work};

use shown::Shown;

/// Shows a talk about keeping the journal.
#[derive(Debug)]
pub struct VaultScreen {
    /// Where it begins, until it does.
    begin: Option<Begin>,
    vault: Option<Vault>,
    title: String,
    shown: Shown,
    under_way: Option<UnderWay>,
    /// A choice on its way to the settings file.
    settings: Option<Ticket>,
    /// What was stopped and has not answered yet.
    stopped: Vec<UnderWay>,
    /// Where it leads when it is over.
    then: Option<Move>,
    area: Rect,
}

/// What is being done.
#[derive(Debug)]
struct UnderWay {
    ticket: Ticket,
    /// Whether it gives something that cannot be had again: a recovery code.
    gives_code: bool,
    /// The entries it erases.
    erases: Vec<Id>,
}

impl VaultScreen {
    /// Begins a talk, once it is on the stack.
    pub fn new(begin: Begin) -> Self {
        Self {
            begin: Some(begin),
            vault: None,
            title: TITLE.to_owned(),
            shown: Shown::default(),
            under_way: None,
            settings: None,
            stopped: Vec::new(),
            then: None,
            area: Rect::default(),
        }
    }

    /// Says where it leads when it is over.
    #[must_use]
    pub fn then(self, to: Move) -> Self {
        Self {
            then: Some(to),
            ..self
        }
    }

    fn give(&mut self, given: Given, reply: &mut Reply<'_>) {
        if let Some(turn) = self.vault.as_mut().map(|vault| vault.given(given)) {
            self.turn(turn, reply);
        }
    }

    fn turn(&mut self, turn: Turn, reply: &mut Reply<'_>) {
        let is_hint = matches!(turn, Turn::Hint(_));
        match turn {
            Turn::Panel => {}
            Turn::Hint(said) => reply.say(said),
            Turn::Do(work) => {
                let gives_code = matches!(work, Work::Lock(_) | Work::Change { .. });
                let erases = match &work {
                    Work::Erase(ids) => ids.clone(),
                    _ => Vec::new(),
                };
                let ticket = reply.keep_journal(work);
                self.under_way = Some(UnderWay {
                    ticket,
                    gives_code,
                    erases,
                });
            }
            Turn::Stop => self.stop(reply),
            Turn::Set(choice) => {
                take(choice, reply.settings);
                self.settings = Some(reply.keep_settings());
            }
            Turn::About => reply.push(Help::page("about")),
            Turn::Close => {
                self.stop(reply);
                return reply.go(self.then.take().unwrap_or(Move::Close));
            }
            Turn::Leave(said) => {
                reply.effect(Effect::LastWords(said));
                // Nothing is saved on the way out: there is no journal to save it in.
                return reply.effect(Effect::Quit);
            }
        }
        self.show(is_hint);
    }

    fn stop(&mut self, reply: &mut Reply<'_>) {
        if let Some(work) = self.under_way.take() {
            reply.effect(Effect::Stop(work.ticket));
            self.stopped.push(work);
        }
    }

    /// Shows the panel anew; after a hint, what was typed stays.
    fn show(&mut self, keep_typed: bool) {
        let Some(panel) = self.vault.as_ref().map(Vault::panel) else {
            return;
        };
        self.title.clone_from(&panel.title);
        self.shown.show(panel, keep_typed);
        self.shown.fit(self.area);
    }

    fn came(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        let came = came_of(outcome);
        if let (Some(UnderWay { erases, .. }), Some(Came::Erased { .. })) = (&self.under_way, &came)
        {
            reply.deeds.erased(erases);
        }
        self.under_way = None;
        if let Some(Came::BroughtBack) = &came {
            reply.ask(Request::Home);
        }
        if let Some(Came::Restored { .. }) = &came {
            // Another journal, in a way: what the program knows of it is asked anew.
            reply.ask(Request::Card);
            reply.ask(Request::Home);
        }
        if let (Some(came), Some(vault)) = (came, &mut self.vault) {
            let turn = vault.came(came);
            self.turn(turn, reply);
        }
    }

    fn came_late(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        if let (Some(came), Some(vault)) = (came_of(outcome), &mut self.vault)
            && let turn @ Turn::Panel = vault.came_late(came)
            && vault.holds()
        {
            self.turn(turn, reply);
        }
    }

    /// Whether somebody who leaves now would lose the recovery code.
    fn holds_code(&self) -> bool {
        let gives = |work: &UnderWay| work.gives_code;
        self.vault.as_ref().is_some_and(Vault::holds)
            || self.under_way.as_ref().is_some_and(gives)
            || self.stopped.iter().any(gives)
    }

    /// Leaving, or going Home, is going back one step as long as something would be lost by it.
    fn leave_or_stay(&mut self, command: Command, reply: &mut Reply<'_>) {
        if self.holds_code() {
            reply.say(words::FIRST_THIS);
            return self.give(Given::Back, reply);
        }
        reply.pass(command);
    }
}

fn came_of(outcome: &Outcome) -> Option<Came> {
    match outcome {
        Outcome::Came(came) => Some((**came).clone()),
        Outcome::Trouble(trouble) => Some(Came::Trouble(trouble.said.clone())),
        _ => None,
    }
}

/// Takes a choice into the settings.
fn take(choice: Choice, settings: &mut Settings) {
    match choice {
        Choice::HideAfter(minutes) => settings.hide_after_minutes = minutes,
        Choice::RemindAfter(months) => settings.remind_after_months = months,
        Choice::SecondFolder(folder) => settings.backup_folder = folder,
    }
}

impl Room for VaultScreen {
    fn contexts(&self) -> Vec<Context> {
        self.shown.contexts()
    }

    fn place(&self) -> String {
        if self.shown.is_titled() {
            // The title stands over the text, where there is room for both.
            TITLE.to_owned()
        } else {
            self.title.clone()
        }
    }

    fn offers(&self, command: Command) -> bool {
        self.shown.offers(command)
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        if matches!(command, Command::Leave | Command::ToHome) {
            return self.leave_or_stay(command, reply);
        }
        if command == Command::Back {
            return self.give(Given::Back, reply);
        }
        match self.shown.command(command, reply) {
            Some(given) => self.give(given, reply),
            None => self.shown.fit(self.area),
        }
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        match self.shown.typed(letter, reply.now.tick) {
            Some(given) => self.give(given, reply),
            None => self.shown.fit(self.area),
        }
    }

    fn pasted(&mut self, text: &str, reply: &mut Reply<'_>) {
        self.shown.pasted(text, reply.now.tick);
        self.shown.fit(self.area);
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        let given = Pointer::of(&event).and_then(|pointer| self.shown.pointed(pointer, area));
        if let Some(given) = given {
            self.give(given, reply);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        if self
            .under_way
            .as_ref()
            .is_some_and(|work| work.ticket == ticket)
        {
            return self.came(outcome, reply);
        }
        if self.settings.take_if(|own| *own == ticket).is_some()
            && let Outcome::Trouble(why) = outcome
        {
            // It holds until the program ends, and nobody would learn that it is not kept.
            return reply.say(why.said.clone());
        }
        let stopped = self.stopped.iter().position(|work| work.ticket == ticket);
        if let Some(place) = stopped {
            self.stopped.remove(place);
            self.came_late(outcome, reply);
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::Vault)
    }

    fn is_at_work(&self) -> bool {
        let shows_code = self
            .vault
            .as_ref()
            .is_some_and(|vault| matches!(vault.panel().ask, PanelAsk::Code(_)));
        self.under_way.is_some() || self.holds_code() || shows_code
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        if let Some(begin) = self.begin.take() {
            let (vault, turn) = Vault::begin(begin, reply.standing());
            self.vault = Some(vault);
            self.turn(turn, reply);
        }
    }

    fn fit(&mut self, area: Rect) {
        self.area = area;
        self.shown.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.shown.view(look, area, buf)
    }
}
