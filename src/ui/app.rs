//! The app: a stack of screens, and the few keys that count on all of them.
//!
//! It is deliberately thin. Screens own their state; the app only routes messages to the one on
//! top, opens and closes screens, and gathers effects.

mod commands;
mod draw;
mod stack;

use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent};
use ratatui::layout::Rect;

use super::effect::{Effect, HomeView, Outcome, Ticket};
use super::keymap::{self, Command};
use super::layout;
use super::look::{Choice, Depth, Look};
use super::msg::Msg;
use super::reply::Move;

use super::screen::{Layer, Room};
use super::screens::{Deeds, Home, Screen, WalkScreen};
use super::widgets::prose::wrap;
use super::words;
use crate::config::{self, Settings};
use crate::content::Pack;
use crate::domain::{Draft, Stamp, SupportCard};
use crate::reflection::{FirstRun, Reflection};

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
    /// The support card.
    pub card: SupportCard,
    /// What Home shows.
    pub home: HomeView,
    /// What was typed on the support card and not finished.
    pub card_draft: Option<Draft>,
    /// Where the journal is, in words.
    pub journal: String,
    /// Said on the first run about that place.
    pub warning: Option<String>,
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// Whether the terminal's ground is light, as far as it is known.
    pub light: bool,
    /// A walk to begin with.
    pub walk: Option<Reflection>,
    /// Things to say at once, such as a pack that could not be read.
    pub notices: Vec<String>,
}

/// The whole program as a value.
#[derive(Debug)]
pub struct App {
    pack: Rc<Pack>,
    settings: Settings,
    card: SupportCard,
    journal: String,
    stack: Vec<Screen>,
    area: Rect,
    depth: Depth,
    light: bool,
    said: Option<String>,
    clipboard: String,
    deeds: Deeds,
    ticket: u64,
    last: Option<(Command, u64)>,
    touched: u64,
    /// Where the stack goes once every word above is on disk.
    going: Option<(usize, Move)>,
}

impl App {
    /// Starts with Home, or what was asked for on top of it.
    pub fn new(start: Start, area: Rect, now: Stamp) -> (Self, Vec<Effect>) {
        let mut home = Home::new(start.home);
        home.greet(start.notices);
        let mut stack: Vec<Screen> = vec![home.into()];
        if let Some(walk) = start.walk {
            stack.push(WalkScreen::reflection(walk).into());
        } else if !start.settings.first_run_done {
            let first = FirstRun::begin(
                Rc::clone(&start.pack),
                &start.card,
                start.card_draft,
                start.journal.clone(),
                start.warning,
            );
            stack.push(WalkScreen::first_run(first).into());
        }
        let mut app = Self {
            pack: start.pack,
            settings: start.settings,
            card: start.card,
            journal: start.journal,
            stack,
            area,
            depth: start.depth,
            light: start.light,
            said: None,
            clipboard: String::new(),
            deeds: Deeds::default(),
            ticket: 0,
            last: None,
            touched: now.tick,
            going: None,
        };
        let mut effects = vec![Effect::Title(words::TITLE)];
        for place in 0..app.stack.len() {
            effects.extend(app.on(place, now, super::screen::Room::returned));
        }
        app.fit();
        (app, effects)
    }

    /// Takes one message and gives back what is to be done.
    pub fn update(&mut self, msg: Msg, now: Stamp) -> Vec<Effect> {
        let effects = match msg {
            Msg::Key(key) if key.kind == KeyEventKind::Release => return Vec::new(),
            Msg::Key(key) => self.key(&key, now),
            Msg::Paste(text) => {
                self.touched = now.tick;
                self.on_top(now, |screen, reply| screen.pasted(&text, reply))
            }
            Msg::Mouse(event) => self.mouse(event, now),
            Msg::Resize { width, height } => {
                self.area = Rect::new(0, 0, width, height);
                Vec::new()
            }
            Msg::Tick => self.tick(now),
            Msg::Done(ticket, outcome) => self.done(ticket, &outcome, now),
            Msg::Hangup => self.leave(now),
        };
        self.fit();
        effects
    }

    /// When it wants to be woken, if at all.
    pub fn patience(&self) -> Option<u64> {
        let screens = self.stack.iter().filter_map(Room::patience);
        screens.chain(self.hides_at()).min()
    }

    /// How the person likes to work.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The screen on top, for tests and for the monkey.
    pub fn top(&self) -> &Screen {
        // The stack always holds Home.
        self.stack
            .last()
            .unwrap_or_else(|| unreachable!("Home is never closed"))
    }

    /// How many screens lie on the stack.
    pub fn depth(&self) -> usize {
        self.stack.len()
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

    /// The layout, with as many rows for what was said as it takes.
    fn frame(&self) -> layout::Frame {
        let width = layout::frame(self.area).message.width;
        let rows = self.said.as_ref().map_or(1, |said| wrap(said, width).len());
        layout::frame_saying(self.area, u16::try_from(rows).unwrap_or(1))
    }

    fn fit(&mut self) {
        let frame = self.frame();
        for screen in &mut self.stack {
            let area = match screen.layer() {
                Layer::Whole => frame.body,
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
            effects.extend(self.on(place, now, super::screen::Room::tick));
        }
        if self.hides_at().is_some_and(|at| at <= now.tick) {
            effects.extend(self.command(Command::Hide, now));
        }
        effects
    }

    fn hides_at(&self) -> Option<u64> {
        let minutes = u64::from(self.settings.hide_after_minutes);
        (minutes > 0 && !self.is_hidden()).then(|| self.touched + minutes * 60_000)
    }

    fn is_hidden(&self) -> bool {
        matches!(self.top(), Screen::Hidden(_))
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, now: Stamp) -> Vec<Effect> {
        if let Outcome::Card(card, _) = outcome {
            self.card = card.clone();
        }
        let mut effects = Vec::new();
        for place in (0..self.stack.len()).rev() {
            effects.extend(self.on(place, now, |screen, reply| {
                screen.done(ticket, outcome, reply);
            }));
        }
        effects.extend(self.go_on(now));
        effects
    }

    fn leave(&mut self, now: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        for place in 0..self.stack.len() {
            effects.extend(self.on(place, now, super::screen::Room::leaving));
        }
        effects.push(Effect::Quit);
        effects
    }

    fn mouse(&mut self, event: MouseEvent, now: Stamp) -> Vec<Effect> {
        self.touched = now.tick;
        if let Some(command) = draw::hint_at(self, event) {
            return self.command(command, now);
        }
        let area = match self.top().layer() {
            Layer::Whole => self.frame().body,
            Layer::Popup | Layer::Bare => self.area,
        };
        self.on_top(now, |screen, reply| screen.mouse(event, area, reply))
    }
}
