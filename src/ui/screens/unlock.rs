//! What opens a locked journal: one calm panel with a box to type in.
//!
//! Nothing of the journal is in sight here, since nothing of it can be read yet. A wrong
//! passphrase keeps what was typed, so that a slip can be mended, and can be tried again at once.
//! In front of a passer-by the same box stands on the neutral page, and tells no more than that
//! something is locked.

mod draw;
#[cfg(test)]
mod tests;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Hidden;
use super::card::public_lines;
use crate::content::Pack;
use crate::key::{CodeTrouble, RawKey, Secret};
use crate::ui::effect::{Effect, Outcome, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::Room;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::{Block, Reading};
use crate::ui::widgets::secret::SecretBox;
use crate::ui::words as common;
use crate::vault::Came;

/// Presses of Esc further apart than this are two first presses.
const TWICE: u64 = 3_000;

/// Where the box stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// At the start of the program.
    Start,
    /// On the neutral page.
    Notes,
}

/// What is said under the box.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    /// Nothing.
    Nothing,
    /// This.
    Words(&'static str),
    /// It did not open, and why.
    NotOpened(String),
}

/// What is being tried.
#[derive(Debug)]
struct Trying {
    ticket: Ticket,
    /// The key of the recovery code, if that is what was typed.
    code: Option<RawKey>,
}

/// Asks for what opens the journal.
#[derive(Debug)]
pub struct Unlock {
    manner: Manner,
    secret: SecretBox,
    said: Said,
    /// Whether what was typed last has the form of a recovery code with a slip in it.
    has_slip: bool,
    trying: Option<Trying>,
    /// A page to read on top of the box.
    aside: Option<Reading>,
    esc: Option<u64>,
    area: Rect,
}

impl Unlock {
    /// Asks at the start of the program.
    pub fn at_start() -> Self {
        Self::new(Manner::Start)
    }

    /// Asks on the neutral page.
    pub fn in_notes() -> Self {
        Self::new(Manner::Notes)
    }

    fn new(manner: Manner) -> Self {
        Self {
            manner,
            secret: SecretBox::default(),
            said: Said::Nothing,
            has_slip: false,
            trying: None,
            aside: None,
            esc: None,
            area: Rect::default(),
        }
    }

    /// Tells whether something is being tried.
    pub fn is_trying(&self) -> bool {
        self.trying.is_some()
    }

    /// Tells whether this answer is waited for.
    pub fn waits_for(&self, ticket: Ticket) -> bool {
        self.trying
            .as_ref()
            .is_some_and(|trying| trying.ticket == ticket)
    }

    /// Takes the key of the recovery code that opened it, if one did.
    pub fn take_code(&mut self) -> Option<Secret> {
        self.trying.take()?.code.map(Secret::Code)
    }

    fn enter(&mut self, reply: &mut Reply<'_>) {
        if self.secret.is_empty() {
            self.said = Said::Words(words::TYPE_FIRST);
            return;
        }
        let typed = self.secret.look();
        self.has_slip = Secret::typed_code(&typed) == Err(CodeTrouble::Slip);
        let secret = Secret::typed(typed);
        let code = match &secret {
            Secret::Code(key) => Some(key.clone()),
            Secret::Passphrase(_) => None,
        };
        let ticket = reply.open_journal(secret);
        self.trying = Some(Trying { ticket, code });
        self.said = Said::Nothing;
    }

    fn stop(&mut self, reply: &mut Reply<'_>) {
        if let Some(trying) = self.trying.take() {
            reply.effect(Effect::Stop(trying.ticket));
            self.said = Said::Words(words::STOPPED);
        }
    }

    fn back(&mut self, reply: &mut Reply<'_>) {
        if self.aside.take().is_some() {
            return;
        }
        if self.is_trying() {
            return self.stop(reply);
        }
        if self.manner == Manner::Notes {
            return reply.replace(Hidden);
        }
        if self.esc.is_some_and(|at| reply.now.tick < at + TWICE) {
            return reply.pass(Command::Leave);
        }
        self.esc = Some(reply.now.tick);
        self.said = Said::Words(words::ESC_LEAVES);
    }

    fn hide(&mut self, reply: &mut Reply<'_>) {
        self.stop(reply);
        self.secret.clear();
        reply.effect(Effect::Title(common::NOTES));
        reply.replace(Hidden);
    }

    fn read(&mut self, blocks: Vec<Block>) {
        let mut page = Reading::new(blocks);
        page.fit(self.area);
        self.aside = Some(page);
    }

    fn help(&self) -> Vec<Block> {
        let mut blocks = vec![Block::question(words::HELP_TITLE)];
        if let Said::NotOpened(said) = &self.said {
            blocks.push(Block::text(said));
        }
        blocks.extend(words::HELP.map(Block::text));
        blocks
    }

    fn not_opened(&mut self, said: &str) {
        let is_code = self.trying.take().is_some_and(|it| it.code.is_some());
        let more = match (is_code, self.has_slip) {
            (true, _) => words::OTHER_CODE,
            (false, true) => words::A_SLIP,
            (false, false) => "",
        };
        self.said = Said::NotOpened(format!("{said} {more}").trim_end().to_owned());
    }

    /// Does what a key stands for while something is being tried, or read: little.
    fn aside_command(&mut self, command: Command, reply: &mut Reply<'_>) -> bool {
        let moved = self.aside.as_mut().is_some_and(|it| it.command(command));
        let is_blocked = self.is_trying() || self.aside.is_some();
        if !moved && is_blocked && command == Command::Redraw {
            reply.pass(command);
        }
        moved || is_blocked
    }
}

fn support(pack: &Pack) -> Vec<Block> {
    let mut blocks = vec![
        Block::question(words::SUPPORT_TITLE),
        Block::text(words::SUPPORT),
    ];
    blocks.extend(public_lines(&pack.presets));
    blocks
}

impl Room for Unlock {
    fn contexts(&self) -> Vec<Context> {
        if self.aside.is_some() {
            vec![Context::Reading]
        } else if self.is_trying() {
            Vec::new()
        } else {
            vec![Context::Unlock, Context::Secret]
        }
    }

    fn place(&self) -> String {
        match self.manner {
            Manner::Start => common::HOME.to_owned(),
            Manner::Notes => common::NOTES.to_owned(),
        }
    }

    fn offers(&self, command: Command) -> bool {
        match command {
            Command::SupportCard => self.manner == Manner::Start,
            Command::Palette => false,
            _ => true,
        }
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        match command {
            Command::Back => return self.back(reply),
            Command::Leave => return reply.pass(Command::Leave),
            Command::Hide => return self.hide(reply),
            Command::Help => return self.read(self.help()),
            Command::SupportCard => return self.read(support(reply.pack)),
            _ if self.aside_command(command, reply) => return,
            Command::Go => return self.enter(reply),
            Command::Redraw => return reply.pass(command),
            _ => {}
        }
        let before = self.secret.is_shown();
        if self.secret.command(command) && self.secret.is_shown() == before {
            self.said = Said::Nothing;
        }
    }

    fn typed(&mut self, letter: char, _: &mut Reply<'_>) {
        if !self.is_trying() && self.aside.is_none() {
            self.secret.typed(letter);
            self.said = Said::Nothing;
        }
    }

    fn pasted(&mut self, text: &str, _: &mut Reply<'_>) {
        if !self.is_trying() && self.aside.is_none() {
            self.secret.pasted(text);
            self.said = Said::Nothing;
        }
    }

    fn mouse(&mut self, event: MouseEvent, _: Rect, _: &mut Reply<'_>) {
        if let (Some(page), Some(Pointer::Wheel(turns))) = (&mut self.aside, Pointer::of(&event)) {
            page.wheel(turns);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        if !self.waits_for(ticket) {
            return;
        }
        match outcome {
            Outcome::Trouble(trouble) => self.not_opened(&trouble.said),
            Outcome::Came(came) => match &**came {
                Came::Fits(true) => reply.close(),
                Came::Trouble(said) => self.not_opened(said),
                _ => self.not_opened(words::DOES_NOT_FIT),
            },
            _ => {}
        }
    }

    fn fit(&mut self, area: Rect) {
        self.area = area;
        if let Some(page) = &mut self.aside {
            page.fit(area);
        }
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        match &self.aside {
            Some(page) => page.view(look, area, buf),
            None => draw::draw(self, look, area, buf),
        }
    }
}
