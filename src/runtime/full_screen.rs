//! The full screen, from its first frame to the shell again.
//!
//! The first frame comes before everything that can wait: it needs the journal and the terminal,
//! but no thread. Of a locked journal it needs no more than the path: its first frame asks for
//! the passphrase.

use std::env;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::clock::Clock;
use super::event_loop::EventLoop;
use super::fault::Fault;
use super::ground;
use super::hands::Hands;
use super::input::Input;
use super::made_up::ToldToGo;
use super::news::News;
use super::panic::give_back_on_fault;
use super::signals::{OutsideEditor, Signals};
use super::store_thread::answer::opened;
use super::store_thread::{Place, StoreThread};
use super::surface::Surface;
use super::terminal::{Terminal, send};
use crate::config::Settings;
use crate::content::Pack;
use crate::key::Cost;
use crate::store::{Access, Store, StoreError};
use crate::ui::app::{App, First, Start};
use crate::ui::effect::{Effect, Opened};
use crate::ui::msg::Msg;
use crate::ui::words::TITLE;

/// How long the journal may take to be closed, when everything in it is done.
const CLOSING: Duration = Duration::from_secs(5);

/// The journal, as it is at the start.
#[derive(Debug)]
pub enum Journal {
    /// It is open.
    Open(Box<Store>),
    /// It is locked, and is asked to be opened.
    Locked {
        /// Its file.
        path: PathBuf,
        /// What it is opened for.
        access: Access,
    },
}

impl Journal {
    fn path(&self) -> &Path {
        match self {
            Self::Open(store) => store.path(),
            Self::Locked { path, .. } => path,
        }
    }

    fn opened(&self) -> Result<Option<Opened>, StoreError> {
        match self {
            Self::Open(store) => opened(store).map(Some),
            Self::Locked { .. } => Ok(None),
        }
    }

    fn place(self, second: Option<PathBuf>, cost: Cost) -> Place {
        let path = self.path().to_owned();
        let (store, access) = match self {
            Self::Open(store) => (Some(*store), Access::Write),
            Self::Locked { access, .. } => (None, access),
        };
        Place {
            store,
            path,
            access,
            second,
            cost,
        }
    }
}

/// What the full screen begins with.
#[derive(Debug)]
pub struct Begin {
    /// The journal.
    pub journal: Journal,
    /// What making a key costs.
    pub cost: Cost,
    /// How the person likes to work.
    pub settings: Settings,
    /// Where that is kept.
    pub settings_file: PathBuf,
    /// The words.
    pub pack: Rc<Pack>,
    /// Where the journal is, in words.
    pub journal_words: String,
    /// Said on the first run about that place.
    pub warning: Option<String>,
    /// What comes first.
    pub first: First,
    /// Things to say at once.
    pub notices: Vec<String>,
    /// The time.
    pub clock: Clock,
    /// Whether the person wanted to leave before anything listened for that.
    pub told_to_go: ToldToGo,
}

/// Runs the full screen until the person leaves, or the window is closed.
///
/// # Errors
/// [`Fault`] when it cannot start, or when it ended in a way the person must hear about.
pub fn run_full_screen(begin: Begin) -> Result<(), Fault> {
    let journal = begin.journal.path().to_owned();
    let clock = begin.clock;
    let variable = |name: &str| env::var(name).ok();
    let mut settings = begin.settings;
    let depth = ground::depth(variable);
    ground::ask_once(&mut settings, depth, variable);
    let start = Start {
        opened: begin.journal.opened()?,
        light: ground::light(&settings, variable).unwrap_or(false),
        pack: begin.pack,
        journal: begin.journal_words,
        home_folder: env::home_dir(),
        warning: begin.warning,
        first: begin.first,
        notices: begin.notices,
        depth,
        settings,
    };
    let signals = Signals::hear()?;
    let (width, height) = crossterm::terminal::size()?;
    let mut surface = Surface::new(width, height);
    let terminal = Terminal::enter(start.settings.mouse, TITLE)?;
    give_back_on_fault(terminal.taken());
    let second = start.settings.backup_folder.clone();
    let (app, effects) = App::new(start, surface.area(), clock.stamp());
    send(&surface.frame(|buf| app.view(buf))?)?;

    let (sender, news) = channel();
    let editor = OutsideEditor::default();
    signals.listen(sender.clone(), editor.clone())?;
    if begin.told_to_go.is_so() {
        let _ = sender.send(News::Msg(Msg::Hangup));
    }
    let place = begin.journal.place(second, begin.cost);
    let hands = Hands {
        rescuer: place.store.as_ref().and_then(Store::rescuer),
        store: StoreThread::start(place, begin.settings_file, clock, sender.clone())?,
        input: Input::read(sender)?,
        answers: Vec::new(),
        last_words: None,
        terminal,
        surface,
        editor,
        clock,
        journal,
    };
    go_on(EventLoop::new(app, hands, news), effects)
}

/// Goes on after the first frame, and tidies up at the end, however it comes.
fn go_on(mut event_loop: EventLoop<App>, effects: Vec<Effect>) -> Result<(), Fault> {
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let _ = event_loop.perform(effects);
        event_loop.run()
    }));
    let left = ended.unwrap_or_else(|_| event_loop.leave_after_fault());
    let EventLoop { hands, news, .. } = event_loop;
    let Hands {
        terminal,
        store,
        last_words,
        ..
    } = hands;
    drop(terminal);
    if let Some(words) = last_words {
        let _ = writeln!(io::stdout(), "{words}");
    }
    store.close();
    wait_for_closing(&news);
    left
}

fn wait_for_closing(news: &Receiver<News>) {
    while let Ok(news) = news.recv_timeout(CLOSING) {
        if matches!(news, News::JournalClosed) {
            return;
        }
    }
}
