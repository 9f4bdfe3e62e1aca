//! What opens a locked journal: one calm panel with a box to type in.
//!
//! Nothing of the journal is in sight here, since nothing of it can be read yet. A wrong
//! passphrase keeps what was typed, so that a slip can be mended, and the next letter takes its
//! place, so that it can be typed again at once.
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
use crate::domain::{Backup, say_day};
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

/// From this many refusals on it may be the file, and not the hand.
const SEVERAL: u32 = 3;

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
    /// It cannot be opened, and why.
    Trouble(String),
    /// What was typed does not open it.
    Wrong(String),
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
    /// How often what was typed did not open it.
    refusals: u32,
    /// The newest backup, once there is reason to speak of it.
    backup: Option<Backup>,
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
            refusals: 0,
            backup: None,
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
        let is_neutral = self.manner == Manner::Notes;
        let title = if is_neutral {
            words::HELP_TITLE_NOTES
        } else {
            words::HELP_TITLE
        };
        let mut blocks = vec![Block::question(title)];
        match &self.said {
            Said::Nothing | Said::Words(_) => {}
            _ if is_neutral => blocks.push(Block::text(words::MORE_ELSEWHERE)),
            Said::Trouble(said) | Said::Wrong(said) => blocks.push(Block::text(said)),
        }
        if let Some(backup) = self.backup.as_ref().filter(|_| !is_neutral) {
            let path = backup.path.display().to_string();
            blocks.push(Block::text(words::backup_is(&path)));
        }
        blocks.extend(words::HELP.map(Block::text));
        blocks
    }

    /// Says that what was typed is not what opens it. A slip of the hand comes first to mind; only
    /// after several is there reason to speak of damage, and of the newest backup.
    fn wrong(&mut self, backup: Option<&Backup>) {
        let is_code = self.trying.take().is_some_and(|it| it.code.is_some());
        self.refusals = self.refusals.saturating_add(1);
        let mut said = vec![
            if is_code {
                words::WRONG_CODE
            } else {
                words::WRONG
            }
            .to_owned(),
        ];
        if !is_code && self.has_slip {
            said.push(words::A_SLIP.to_owned());
        }
        if !self.secret.is_shown() {
            said.push(words::AGAIN.to_owned());
        }
        if self.refusals >= SEVERAL
            && let Some(backup) = backup
        {
            said.push(words::DAMAGED.to_owned());
            said.push(words::go_back_to(&say_day(backup.made.date())));
            self.backup = Some(backup.clone());
        }
        self.secret.refused();
        self.said = Said::Wrong(said.join(" "));
    }

    fn trouble(&mut self, said: &str) {
        self.trying = None;
        self.secret.refused();
        self.said = Said::Trouble(said.to_owned());
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
        } else if self.manner == Manner::Start {
            vec![Context::First, Context::Unlock, Context::Secret]
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
        if command != Command::Back {
            self.esc = None;
        }
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
        self.esc = None;
        if !self.is_trying() && self.aside.is_none() {
            self.secret.typed(letter);
            self.said = Said::Nothing;
        }
    }

    fn pasted(&mut self, text: &str, _: &mut Reply<'_>) {
        self.esc = None;
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
            Outcome::Trouble(trouble) => self.trouble(&trouble.said),
            Outcome::WrongKey(backup) => self.wrong(backup.as_ref()),
            Outcome::Came(came) => match &**came {
                Came::Fits(true) => reply.close(),
                Came::Trouble(said) => self.trouble(said),
                _ => self.wrong(None),
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
