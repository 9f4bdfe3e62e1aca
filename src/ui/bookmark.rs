//! Where the person was, without a word of theirs.
//!
//! A locked journal is closed while nobody is there, and every screen is dropped with it, so that
//! no word stays in memory. What is left is a pile of these: ids, steps, rows and cursors. Once
//! the journal is open again, each becomes the screen it was, filled from the journal.

use std::rc::Rc;

use super::effect::Opened;
use super::screens::{
    CardScreen, ClosingScreen, EntryScreen, Help, Home, Journal, Screen, VaultScreen, VisitScreen,
    WaitingScreen, WalkScreen,
};
use super::widgets::editor::EditorMark;
use super::widgets::menu::MenuMark;
use super::widgets::reading::ReadingMark;
use super::widgets::sheet::SheetMark;
use crate::content::Pack;
use crate::domain::{Id, Subject};
use crate::reflection::{CardWalk, FirstRun, Reflection};
use crate::rooms;
use crate::vault::Begin;

use chrono::{DateTime, FixedOffset};
use ratatui::layout::Rect;

/// One screen of the stack, as it comes back.
#[derive(Debug)]
pub enum Bookmark {
    /// Home. What it had to say at the start is in the program's own words.
    Home {
        /// Its list.
        menu: MenuMark,
        /// What it had to say.
        notices: Vec<String>,
    },
    /// A walk.
    Walk(WalkMark),
    /// The last page of a walk.
    Closing {
        /// The entry it became; `None` when it was let go.
        entry: Option<Id>,
        /// Where on the page.
        sheet: SheetMark,
    },
    /// The list of entries.
    Journal(JournalMark),
    /// An entry.
    Entry {
        /// Which one.
        id: Id,
        /// Whether it was opened from the list, and there is an older and a newer one.
        in_list: Option<(bool, bool)>,
        /// Where on the page.
        page: ReadingMark,
    },
    /// The support card.
    Card(ReadingMark),
    /// A plan to tell someone.
    Waiting {
        /// The entry it was made in.
        entry: Id,
        /// Where on the page.
        sheet: SheetMark,
    },
    /// Help, whole: nothing in it is the person's.
    Help(Box<Help>),
    /// The room that keeps the words safe. A talk in it that was half-way begins anew: what was
    /// typed in it may be a passphrase.
    Vault,
    /// A visit to the rooms, from where it began. What it shows is read from the journal again.
    Visit {
        /// Where it began.
        begin: rooms::Begin,
        /// Whether something it opened lies on top of it.
        is_away: bool,
    },
}

/// Where a person was in a walk.
#[derive(Clone, Debug)]
pub struct WalkMark {
    /// Which walk.
    pub walk: WhichWalk,
    /// The part that had the focus, and the row of it.
    pub focus: (usize, Option<usize>),
    /// Whether the example was opened or closed by hand.
    pub example: Option<bool>,
    /// The first row in sight.
    pub top: u16,
    /// The area it was fitted to.
    pub area: Rect,
    /// The cursor of each text on the page, by its part.
    pub editors: Vec<(usize, EditorMark)>,
    /// Whether something was written, so that the top row says that it is saved.
    pub wrote: bool,
    /// When the sitting began.
    pub since: Option<u64>,
    /// Whether the pause was offered.
    pub paused: bool,
}

/// Which walk it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhichWalk {
    /// This reflection or Land. The step it is at stands in its draft.
    Reflection(Subject),
    /// The support card, at this line.
    Card(usize),
    /// This form, at this page. Its pages are known to the room that opens it.
    Form(Subject, usize),
    /// The first run, at this screen, with what was said about the journal's place.
    FirstRun(usize, Option<String>, bool),
}

/// A page of the list that was let go, and is loaded again when somebody comes near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetGo {
    /// The entry just above it, if there is one.
    pub before: Option<(DateTime<FixedOffset>, Id)>,
    /// How many entries it had.
    pub count: usize,
}

/// Where a person was in the list of entries.
///
/// What stood in the search box is no part of it: those are words of the person's own, and may not
/// stay in memory while the journal is locked. The list comes back whole.
#[derive(Clone, Debug)]
pub struct JournalMark {
    /// The entry that had the focus.
    pub focused: Option<(DateTime<FixedOffset>, Id)>,
    /// Its list.
    pub menu: MenuMark,
    /// How many entries were loaded.
    pub loaded: usize,
    /// The entry just above the first of them, if there is one.
    pub before: Option<(DateTime<FixedOffset>, Id)>,
    /// The pages above that were let go.
    pub above: Vec<LetGo>,
    /// How wide the list was.
    pub width: u16,
    /// Whether an entry lay on top of it.
    pub is_open: bool,
}

/// What the screens are filled from.
#[derive(Debug)]
pub struct Filling<'a> {
    /// What the journal says.
    pub opened: &'a Opened,
    /// The words of the program.
    pub pack: &'a Rc<Pack>,
    /// Where the journal is, in words.
    pub journal: &'a str,
}

impl Bookmark {
    /// Makes the screen it was; `None` when the journal has it no more.
    pub fn open(self, from: &Filling<'_>) -> Option<Screen> {
        Some(match self {
            Self::Home { menu, notices } => {
                let mut home = Home::new(from.opened.home.clone());
                home.greet(notices);
                home.come_back(menu);
                home.into()
            }
            Self::Walk(mark) => match mark.walk {
                WhichWalk::Form(subject, _) => VisitScreen::form(subject, mark).into(),
                _ => walk(mark, from)?.into(),
            },
            Self::Closing { entry, sheet } => ClosingScreen::come_back(entry, sheet).into(),
            Self::Journal(mark) => Journal::come_back(mark).into(),
            Self::Entry { id, in_list, page } => EntryScreen::come_back(id, in_list, page).into(),
            Self::Card(page) => CardScreen::come_back(page).into(),
            Self::Waiting { entry, sheet } => {
                let mut waiting = from.opened.home.waiting.iter();
                let waiting = waiting.find(|waiting| waiting.entry == entry)?;
                WaitingScreen::come_back(waiting.clone(), sheet).into()
            }
            Self::Help(help) => Screen::Help(*help),
            Self::Vault => VaultScreen::new(Begin::Room).into(),
            Self::Visit { begin, is_away } => VisitScreen::come_back(begin, is_away).into(),
        })
    }
}

fn walk(mark: WalkMark, from: &Filling<'_>) -> Option<WalkScreen> {
    let pack = Rc::clone(from.pack);
    let Opened {
        home,
        card,
        card_draft,
    } = from.opened;
    let screen = match &mark.walk {
        WhichWalk::Reflection(subject) => {
            let draft = home.drafts.iter().find(|it| it.subject() == *subject)?;
            WalkScreen::reflection(Reflection::resume(pack, draft.clone())?)
        }
        WhichWalk::Card(at) => {
            WalkScreen::card(CardWalk::begin(pack, card, card_draft.clone()).at_line(*at))
        }
        WhichWalk::Form(..) => return None,
        WhichWalk::FirstRun(at, warning, words) => {
            let journal = from.journal.to_owned();
            let walk = FirstRun::begin(pack, card, card_draft.clone(), journal, warning.clone());
            WalkScreen::first_run(walk.asking_words(*words).at_screen(*at))
        }
    };
    Some(screen.come_back(mark))
}
