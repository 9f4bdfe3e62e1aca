//! A desk: the whole app on a real journal in memory, driven by keys, looked at as text.
//!
//! Effects are performed inline, and time is a number that only the test moves.

use std::path::PathBuf;
use std::rc::Rc;

use alongside::config::Settings;
use alongside::content::Pack;
use alongside::domain::{Id, Stamp, SupportCard};
use alongside::key::{Cost, FileKey, Passphrase, Secret};
use alongside::reflection::Reflection;
use alongside::runtime::{Keeping, answer as perform, keep, not_opened, opened};
use alongside::store::{Access, Key, Seal, Store};
use alongside::ui::app::{App, First, Start};
use alongside::ui::effect::{Effect, Outcome, Request, Ticket, Trouble};
use alongside::ui::look::Depth;
use alongside::ui::msg::Msg;
use alongside::vault::Work;
use chrono::DateTime;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tempfile::TempDir;

use super::keys::key_of;

/// The app, its journal and a clock that only the test moves.
pub struct Desk {
    pub app: App,
    /// The journal; of no use while [`Desk::is_closed`].
    pub store: Store,
    /// What opens it, and where it is, if it is locked.
    lock: Option<Lock>,
    /// Whether the app had the journal closed.
    pub is_closed: bool,
    /// What was asked while it was closed; there should be nothing.
    pub astray: Vec<Request>,
    pub size: Rect,
    pub tick: u64,
    pub fresh: u64,
    pub left: bool,
    /// What is said on the shell at the end.
    pub last_words: Option<String>,
    pub settings: Settings,
    pub rescued: Option<String>,
    /// Whether the journal keeps its answers back, as on a slow disk.
    pub hold: bool,
    held: Vec<(Ticket, Request)>,
    /// Whether making a key takes until [`Desk::answer_opening`].
    pub slow_key: bool,
    opening: Option<(Ticket, Secret)>,
    stopped: Vec<Ticket>,
    pub title: &'static str,
}

/// A locked journal on a disk.
struct Lock {
    path: PathBuf,
    _folder: TempDir,
}

/// How a desk is set up.
pub struct Setup {
    pub settings: Settings,
    pub card: SupportCard,
    pub store: Store,
    pub walk: Option<Reflection>,
    pub size: (u16, u16),
    /// The passphrase, for a journal that is locked.
    pub passphrase: Option<&'static str>,
    /// Whether the journal is a file, as it must be to be locked or backed up.
    pub on_disk: bool,
    /// Whether the program starts with the journal still closed.
    pub closed: bool,
    pub first: First,
}

impl Setup {
    /// A worker who has been here before, on an empty journal.
    pub fn settled() -> Self {
        let settings = Settings {
            first_run_done: true,
            shared_computer: false,
            ..Settings::default()
        };
        Self {
            settings,
            card: SupportCard::default(),
            store: Store::in_memory().unwrap(),
            walk: None,
            size: (80, 24),
            passphrase: None,
            on_disk: false,
            closed: false,
            first: First::Home,
        }
    }

    /// The same, on a journal that "tea for two" opens.
    pub fn locked() -> Self {
        Self {
            passphrase: Some("tea for two"),
            ..Self::settled()
        }
    }

    /// A worker who has been here before, on an empty journal in a file.
    pub fn on_disk() -> Self {
        Self {
            on_disk: true,
            ..Self::settled()
        }
    }

    pub fn open(self) -> Desk {
        Desk::open(self)
    }
}

/// A desk of this size for a worker who has been here before.
pub fn desk(width: u16, height: u16) -> Desk {
    Setup {
        size: (width, height),
        ..Setup::settled()
    }
    .open()
}

fn stamp(tick: u64, fresh: u64) -> Stamp {
    let start = DateTime::parse_from_rfc3339("2026-03-12T17:40:00+00:00").unwrap();
    let at = start + chrono::Duration::milliseconds(i64::try_from(tick).unwrap());
    Stamp {
        at,
        tick,
        fresh: Id::at(
            1_760_000_000_000 + fresh,
            &fresh.to_be_bytes().repeat(2)[..10].try_into().unwrap(),
        ),
    }
}

/// Makes a journal that this passphrase opens, and opens it.
fn lock_up(passphrase: &str) -> (Store, Lock) {
    let (mut store, lock) = on_disk();
    let file = FileKey::make(&Passphrase::new(passphrase), Cost::Trial).unwrap();
    store.rekey(&Key::Locked(file)).unwrap();
    (store, lock)
}

/// Makes a journal in a file of its own.
fn on_disk() -> (Store, Lock) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let store = Store::open(&path, Access::Write, &Key::None, stamp(0, 0).at).unwrap();
    let lock = Lock {
        path,
        _folder: folder,
    };
    (store, lock)
}

impl Desk {
    pub fn open(setup: Setup) -> Self {
        let mut store = setup.store;
        let mut lock = setup.passphrase.map(|passphrase| {
            let (locked, lock) = lock_up(passphrase);
            store = locked;
            lock
        });
        if setup.on_disk {
            let (open, file) = on_disk();
            store = open;
            lock = Some(file);
        }
        if setup.card != SupportCard::default() {
            store.save_card(&setup.card).unwrap();
        }
        let size = Rect::new(0, 0, setup.size.0, setup.size.1);
        let is_closed = setup.closed;
        let opened = (!is_closed).then(|| opened(&store).unwrap());
        if is_closed {
            store = Store::in_memory().unwrap();
        }
        let start = Start {
            pack: Rc::new(Pack::shipped().unwrap()),
            settings: setup.settings.clone(),
            opened,
            journal: "/home/me/journal.db".into(),
            home_folder: Some("/home/me".into()),
            warning: None,
            depth: Depth::True,
            light: false,
            first: setup
                .walk
                .map_or(setup.first, |walk| First::Walk(Box::new(walk))),
            notices: Vec::new(),
        };
        let (app, effects) = App::new(start, size, stamp(0, 0));
        let mut desk = Self {
            app,
            store,
            lock,
            is_closed,
            astray: Vec::new(),
            slow_key: false,
            opening: None,
            stopped: Vec::new(),
            title: "",
            size,
            tick: 0,
            fresh: 0,
            left: false,
            last_words: None,
            settings: setup.settings,
            rescued: None,
            hold: false,
            held: Vec::new(),
        };
        desk.perform(effects);
        desk
    }

    pub fn now(&mut self) -> Stamp {
        self.fresh += 1;
        stamp(self.tick, self.fresh)
    }

    /// Sends one message and does what it asks for.
    pub fn send(&mut self, msg: Msg) {
        let now = self.now();
        let effects = self.app.update(msg, now);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Ask(ticket, request) if self.is_closed => {
                    self.astray.push(request);
                    let trouble = Trouble {
                        short: "closed".into(),
                        said: "The journal is closed.".into(),
                    };
                    self.send(Msg::Done(ticket, Outcome::Trouble(trouble)));
                }
                Effect::Ask(ticket, request) if self.hold => self.held.push((ticket, request)),
                Effect::Ask(ticket, request) => {
                    let at = self.now().at;
                    let outcome = perform(&mut self.store, request, at);
                    self.send(Msg::Done(ticket, outcome));
                }
                Effect::SaveSettings(ticket, settings) => {
                    self.settings = settings;
                    self.send(Msg::Done(ticket, Outcome::Done));
                }
                Effect::Rescue(ticket, text) => {
                    self.rescued = Some(text);
                    self.send(Msg::Done(ticket, Outcome::Rescued("copy.txt".into())));
                }
                Effect::EditOutside(ticket, text) => {
                    self.send(Msg::Done(
                        ticket,
                        Outcome::Edited(format!("{text} (edited)")),
                    ));
                }
                Effect::LastWords(words) => self.last_words = Some(words),
                Effect::Quit => self.left = true,
                Effect::Keep(ticket, work) => self.keep(ticket, work),
                Effect::Open(ticket, secret) if self.slow_key => {
                    self.opening = Some((ticket, secret));
                }
                Effect::Open(ticket, secret) => self.open_journal(ticket, &secret),
                Effect::Stop(ticket) => self.stopped.push(ticket),
                Effect::Close => {
                    self.store = Store::in_memory().unwrap();
                    self.is_closed = true;
                }
                Effect::Title(title) => self.title = title,
                Effect::Redraw => {}
            }
        }
    }

    fn keep(&mut self, ticket: Ticket, work: Work) {
        let at = self.now().at;
        let second = self.settings.backup_folder.clone();
        let with = Keeping {
            second: second.as_deref(),
            at,
            cost: Cost::Trial,
            stopped: &|| false,
        };
        let came = keep(&mut self.store, work, &with);
        self.send(Msg::Done(ticket, Outcome::Came(Box::new(came))));
    }

    fn open_journal(&mut self, ticket: Ticket, secret: &Secret) {
        let at = self.now().at;
        self.store = Store::in_memory().unwrap();
        self.is_closed = true;
        let path = self.lock.as_ref().unwrap().path.clone();
        let Seal::Locked(salt) = Seal::of(&path).unwrap() else {
            panic!("it is locked")
        };
        let key = Key::Locked(FileKey {
            key: secret.key(&salt, Cost::Trial),
            salt,
        });
        let outcome = match Store::open(&path, Access::Write, &key, at) {
            Ok(store) => {
                let opened = opened(&store).unwrap();
                self.store = store;
                self.is_closed = false;
                Outcome::Opened(Box::new(opened))
            }
            Err(why) => not_opened(&why),
        };
        self.send(Msg::Done(ticket, outcome));
    }

    /// Lets the key be made that was waited for; it opens also where it was to be stopped.
    pub fn answer_opening(&mut self) {
        if let Some((ticket, secret)) = self.opening.take() {
            self.open_journal(ticket, &secret);
        }
    }

    /// Tells whether everything that was to be opened was also to be stopped.
    pub fn is_stopped(&self) -> bool {
        self.opening
            .as_ref()
            .is_none_or(|(ticket, _)| self.stopped.contains(ticket))
    }

    /// Tells whether the journal needs a passphrase.
    pub fn is_locked(&self) -> bool {
        let sealed = |lock: &Lock| matches!(Seal::of(&lock.path), Ok(Seal::Locked(_)));
        self.lock.as_ref().is_some_and(sealed)
    }

    /// The folder the journal is in.
    pub fn folder(&self) -> PathBuf {
        let lock = self.lock.as_ref().unwrap();
        lock.path.parent().unwrap().to_owned()
    }

    /// Comes back to a locked journal with its passphrase.
    pub fn unlock(&mut self) -> &mut Self {
        self.press("Ctrl+L").types("tea for two").press("Enter")
    }

    /// Lets the journal do what it was asked meanwhile, in order.
    pub fn answer_held(&mut self) {
        for (ticket, request) in std::mem::take(&mut self.held) {
            self.perform(vec![Effect::Ask(ticket, request)]);
        }
    }

    /// Lets time pass, and wakes whoever asked for it.
    pub fn wait(&mut self, ms: u64) -> &mut Self {
        let until = self.tick + ms;
        while let Some(due) = self.app.patience().filter(|due| *due <= until) {
            self.tick = self.tick.max(due);
            self.send(Msg::Tick);
            if self.app.patience() == Some(due) {
                break;
            }
        }
        self.tick = until;
        self
    }

    pub fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) -> &mut Self {
        self.tick += 20;
        self.send(Msg::Key(KeyEvent::new(code, modifiers)));
        self
    }

    /// Presses keys by name: `press("Enter Down Ctrl+N y")`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let (code, modifiers) = key_of(name);
            self.key(code, modifiers);
        }
        self
    }

    /// Types a text, key by key.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.key(KeyCode::Char(letter), KeyModifiers::NONE);
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()));
        self
    }

    pub fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.send(Msg::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        }));
        self
    }

    /// Clicks the first place where this text stands.
    pub fn click_on(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let found = screen
            .lines()
            .enumerate()
            .find_map(|(y, line)| line.find(text).map(|at| (line[..at].chars().count(), y)));
        let (x, y) = found.unwrap_or_else(|| panic!("no {text:?} on\n{screen}"));
        self.click(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = Rect::new(0, 0, width, height);
        self.send(Msg::Resize { width, height });
        self
    }

    pub fn draw(&self) -> (Buffer, Position) {
        let mut buffer = Buffer::empty(self.size);
        let cursor = self.app.view(&mut buffer);
        (buffer, cursor)
    }

    /// The screen as text, without the blanks at the ends of rows.
    pub fn screen(&self) -> String {
        let (buffer, _) = self.draw();
        let mut text = String::new();
        for y in 0..self.size.height {
            let mut row = String::new();
            for x in 0..self.size.width {
                row.push_str(buffer[(x, y)].symbol());
            }
            text.push_str(row.trim_end());
            text.push('\n');
        }
        text
    }

    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} on\n{screen}");
        self
    }

    #[track_caller]
    pub fn never_sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} stands on\n{screen}");
        self
    }
}
