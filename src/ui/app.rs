//! The app: a stack of screens, and the few keys that count on all of them.
//!
//! It is deliberately thin. Screens own their state; the app only routes messages to the one on
//! top, opens and closes screens, and gathers effects. Over the stack can lie a veil, which shows
//! nothing of the journal; under it a locked journal is closed and the stack is dropped.

mod commands;
mod draw;
mod entering;
mod lock;
mod stack;

use std::path::PathBuf;
use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent};
use ratatui::layout::Rect;
use zeroize::Zeroizing;

use self::entering::Back;
use self::stack::Seat;
use super::effect::{Effect, Opened, Outcome, Ticket};
use super::keymap::{self, Command};
use super::layout;
use super::look::{Choice, Depth, Look};
use super::msg::Msg;
use super::reply::{Move, Reply};

use super::screen::{Layer, Room};
use super::screens::{Deeds, Screen};
use super::widgets::prose::wrap;
use super::words;
use crate::config::{self, Settings};
use crate::content::Pack;
use crate::domain::{Stamp, SupportCard};
use crate::reflection::{Opening, Reflection, card_with};

/// The same key again within this many milliseconds is a tremor, when keys are steadied.
const STEADY: u64 = 150;
/// A second Ctrl+C within this many milliseconds leaves.
const TWICE: u64 = 3_000;

/// What the program starts with.
#[derive(Debug)]
pub struct Start {
    /// The words.
    pub pack: Rc<Pack>,
    /// How the person likes to work.
    pub settings: Settings,
    /// What the journal says; `None` while it is locked, and then it is asked to be opened.
    pub opened: Option<Opened>,
    /// Where the journal is, in words.
    pub journal: String,
    /// The person's home folder, for a `~` in a path.
    pub home_folder: Option<PathBuf>,
    /// Said on the first run about that place.
    pub warning: Option<String>,
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// Whether the terminal's ground is light, as far as it is known.
    pub light: bool,
    /// What comes first.
    pub first: First,
    /// Things to say at once, such as a pack that could not be read.
    pub notices: Vec<String>,
}

/// What comes first, on top of Home.
#[derive(Debug, Default)]
pub enum First {
    /// Home; on the first run before that.
    #[default]
    Home,
    /// This walk.
    Walk(Box<Reflection>),
    /// A new walk.
    Begin(Opening),
    /// The walk that was left half-done last, or else a new one.
    Resume,
}

/// The whole program as a value.
#[derive(Debug)]
pub struct App {
    pack: Rc<Pack>,
    settings: Settings,
    card: SupportCard,
    journal: String,
    home_folder: Option<PathBuf>,
    stack: Vec<Screen>,
    /// What lies over the whole stack, with nothing of the journal in sight.
    veil: Option<Screen>,
    /// Whether a passphrase is needed to open the journal.
    locked: bool,
    /// Whether everything in the journal is made up, which every screen says.
    made_up: bool,
    /// Why nothing can be written, if so.
    read_only: Option<String>,
    /// Whether the journal is to be closed as soon as every word is on disk.
    closing: bool,
    /// What comes back once the journal is open; `Some` while it is closed.
    shut: Option<Back>,
    area: Rect,
    depth: Depth,
    light: bool,
    said: Option<String>,
    clipboard: String,
    deeds: Deeds,
    ticket: u64,
    last: Option<(Command, u64)>,
    touched: u64,
    /// The request that leads to the settings.
    settings_asked: Option<Ticket>,
    /// Where the stack goes once every word above is on disk.
    going: Option<(usize, Move)>,
}

impl App {
    /// Starts with Home, or what was asked for on top of it.
    pub fn new(start: Start, area: Rect, now: Stamp) -> (Self, Vec<Effect>) {
        let fresh = Back::Fresh {
            first: start.first,
            warning: start.warning,
            notices: start.notices,
        };
        let mut app = Self {
            pack: start.pack,
            settings: start.settings,
            card: SupportCard::default(),
            journal: start.journal,
            home_folder: start.home_folder,
            stack: Vec::new(),
            veil: None,
            locked: false,
            made_up: false,
            read_only: None,
            closing: false,
            shut: None,
            area,
            depth: start.depth,
            light: start.light,
            said: None,
            clipboard: String::new(),
            deeds: Deeds::default(),
            ticket: 0,
            last: None,
            touched: now.tick,
            settings_asked: None,
            going: None,
        };
        let mut effects = vec![Effect::Title(words::TITLE)];
        match start.opened {
            Some(opened) => effects.extend(app.enter(&opened, fresh, now)),
            None => app.ask_to_open(fresh),
        }
        app.fit();
        (app, effects)
    }

    /// Takes one message and gives back what is to be done.
    pub fn update(&mut self, msg: Msg, now: Stamp) -> Vec<Effect> {
        let mut effects = match msg {
            Msg::Key(key) if key.kind == KeyEventKind::Release => return Vec::new(),
            Msg::Key(key) => self.key(&key, now),
            Msg::Paste(text) => {
                self.touched = now.tick;
                // As with a key: what was said was about what stood there before.
                self.said = None;
                // It may be a passphrase.
                let text = Zeroizing::new(text);
                self.on_top(now, |screen, reply| screen.pasted(&text, reply))
            }
            Msg::Mouse(event) => self.mouse(event, now),
            Msg::Resize { width, height } => {
                self.area = Rect::new(0, 0, width, height);
                Vec::new()
            }
            Msg::Tick => self.tick(now),
            Msg::Done(ticket, Outcome::Opened(opened)) => self.opened(ticket, &opened, now),
            Msg::Done(ticket, outcome) => self.done(ticket, &outcome, now),
            Msg::Hangup => self.leave(now),
        };
        effects.extend(self.close_if_saved());
        self.fit();
        effects
    }

    /// When it wants to be woken, if at all.
    pub fn patience(&self) -> Option<u64> {
        let screens = self.stack.iter().chain(&self.veil);
        let screens = screens.filter_map(Room::patience);
        screens.chain(self.hides_at()).min()
    }

    /// How the person likes to work.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The screen on top, for tests and for the monkey.
    pub fn top(&self) -> &Screen {
        // The stack always holds Home, but for a closed journal, and then there is a veil.
        self.veil
            .as_ref()
            .or_else(|| self.stack.last())
            .unwrap_or_else(|| unreachable!("Home is never closed"))
    }

    /// How many screens there are, one that hides the others counted too.
    pub fn depth(&self) -> usize {
        self.stack.len() + usize::from(self.veil.is_some())
    }

    /// Tells whether the journal is closed, and nothing of it left in memory.
    pub fn is_shut(&self) -> bool {
        self.shut.is_some()
    }

    fn look(&self) -> Look {
        let light = match self.settings.ground {
            config::Ground::Light => true,
            config::Ground::Dark => false,
            config::Ground::Auto => self.light,
        };
        let choice = match (self.settings.look, light) {
            (config::Look::Calm, false) => Choice::CalmDark,
            (config::Look::Calm, true) => Choice::CalmLight,
            (config::Look::HighContrast, false) => Choice::HighDark,
            (config::Look::HighContrast, true) => Choice::HighLight,
            (config::Look::Terminal, _) => Choice::Terminal,
        };
        Look::of(choice, self.depth, self.settings.plain_symbols)
    }

    /// The layout of a screen, with as many rows for what was said as it takes.
    fn frame(&self, layer: Layer) -> layout::Frame {
        let lay_out = match layer {
            Layer::Wide => layout::wide_frame_saying,
            Layer::Whole | Layer::Popup | Layer::Bare => layout::frame_saying,
        };
        let width = lay_out(self.area, 1).message.width;
        let said = self.said.as_ref().filter(|_| self.veil.is_none());
        let rows = said.map_or(1, |said| wrap(said, width).len());
        lay_out(self.area, u16::try_from(rows).unwrap_or(1))
    }

    /// The part of the screen that a layer of it draws in.
    fn area_of(&self, layer: Layer) -> Rect {
        match layer {
            Layer::Whole | Layer::Wide => self.frame(layer).body,
            Layer::Popup | Layer::Bare => self.area,
        }
    }

    fn fit(&mut self) {
        let (whole, wide) = (self.area_of(Layer::Whole), self.area_of(Layer::Wide));
        for screen in self.stack.iter_mut().chain(&mut self.veil) {
            let area = match screen.layer() {
                Layer::Whole => whole,
                Layer::Wide => wide,
                Layer::Popup | Layer::Bare => self.area,
            };
            screen.fit(area);
        }
    }

    fn key(&mut self, key: &KeyEvent, now: Stamp) -> Vec<Effect> {
        self.touched = now.tick;
        let contexts = self.top().contexts();
        let Some(command) = keymap::command(&contexts, key) else {
            self.said = None;
            return self.letter(key, now);
        };
        let trembled = self
            .last
            .is_some_and(|(last, at)| last == command && now.tick < at + STEADY);
        let steadied = matches!(
            command,
            Command::Go | Command::NextQuestion | Command::Delete
        );
        let again = self
            .last
            .is_some_and(|(last, at)| last == command && now.tick < at + TWICE);
        self.last = Some((command, now.tick));
        if self.settings.steady_keys && steadied && trembled {
            return Vec::new();
        }
        if again
            && (command == Command::Copy && self.said.as_deref().is_some_and(commands::is_ctrl_c))
        {
            return self.leave(now);
        }
        self.command(command, now)
    }

    fn letter(&mut self, key: &KeyEvent, now: Stamp) -> Vec<Effect> {
        self.last = None;
        let plain = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
            // AltGr arrives as both on some systems, and types a letter.
            || key.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Char(letter) if plain => {
                self.on_top(now, |screen, reply| screen.typed(letter, reply))
            }
            _ => Vec::new(),
        }
    }

    fn tick(&mut self, now: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        for place in 0..self.stack.len() {
            effects.extend(self.on(Seat::At(place), now, Room::tick));
        }
        effects.extend(self.hide_if_due(now));
        effects
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, now: Stamp) -> Vec<Effect> {
        let on_veil = |screen: &mut Screen, reply: &mut Reply<'_>| {
            screen.done(ticket, outcome, reply);
        };
        if self.is_shut() {
            // A late answer may hold words, and nobody is there to see them.
            return self.on(Seat::Veil, now, on_veil);
        }
        if let Outcome::Card(card, unfinished) = outcome {
            self.card = card_with(card, unfinished.as_ref());
        }
        self.note_lock(outcome);
        if let Outcome::Home(home) = outcome {
            self.read_only.clone_from(&home.read_only);
        }
        if matches!(outcome, Outcome::Edited(_)) {
            // Whoever closed their own editor is there.
            self.touched = now.tick;
        }
        let mut effects = Vec::new();
        for place in (0..self.stack.len()).rev() {
            effects.extend(self.on(Seat::At(place), now, |screen, reply| {
                screen.done(ticket, outcome, reply);
            }));
        }
        effects.extend(self.on(Seat::Veil, now, on_veil));
        effects.extend(self.settings_came(ticket, outcome, now));
        effects.extend(self.go_on(now));
        effects
    }

    fn leave(&mut self, now: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        for place in 0..self.stack.len() {
            effects.extend(self.on(Seat::At(place), now, Room::leaving));
        }
        effects.push(Effect::Quit);
        effects
    }

    fn mouse(&mut self, event: MouseEvent, now: Stamp) -> Vec<Effect> {
        self.touched = now.tick;
        if let Some(command) = draw::hint_at(self, event) {
            return self.command(command, now);
        }
        let area = self.area_of(self.top().layer());
        self.on_top(now, |screen, reply| screen.mouse(event, area, reply))
    }
}
