//! What a screen asks for, and what comes back: plain data, never a closure.
//!
//! Data can be compared, logged and counted in a test. A request carries a [`Ticket`]; a screen
//! passes over any outcome that is not for a ticket of its own, so a late answer is harmless.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use crate::config::Settings;
use crate::domain::{
    AskAgain, Backup, Draft, DraftSave, Entry, Finished, Id, Listed, Past, Query, Revision,
    Subject, SupportCard, Waiting, WaitingAnswer,
};

use crate::key::Secret;
use crate::rooms;
use crate::vault::{Came, Work};

/// The number of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What the runtime is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the journal.
    Ask(Ticket, Request),
    /// Keep the settings.
    SaveSettings(Ticket, Settings),
    /// Write a text to a file of its own, when the journal cannot take it.
    Rescue(Ticket, String),
    /// Open a text in the person's own editor.
    EditOutside(Ticket, String),
    /// Show this as the window's title.
    Title(&'static str),
    /// Do something to the journal's file.
    Keep(Ticket, Work),
    /// Open a locked journal. Gives [`Outcome::Opened`],
    /// [`Outcome::WrongKey`], or a trouble.
    Open(Ticket, Secret),
    /// Stop [`Effect::Keep`], [`Effect::Open`] or [`Request::FindParts`], as far as it can still be
    /// stopped; it may answer all the same.
    Stop(Ticket),
    /// Close the journal and forget its key, now that everything before this is on disk.
    Close,
    /// Draw the screen anew.
    Redraw,
    /// Say this on the shell, once the screen is given back.
    LastWords(String),
    /// Leave, now that everything before this is done.
    Quit,
}

/// What can be asked of the journal. Requests are done in the order they are asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// What Home shows.
    Home,
    /// What a new walk needs to know.
    Past,
    /// Keep unfinished words.
    SaveDraft(DraftSave),
    /// Take up unfinished words.
    Draft(Subject),
    /// Erase unfinished words for good.
    DropDraft(Subject),
    /// Keep a finished walk.
    Finish(Box<Finished>),
    /// A page of the list, older than this.
    Entries {
        /// The last row already there.
        before: Option<(DateTime<FixedOffset>, Id)>,
        /// How many rows at most.
        limit: usize,
    },
    /// One entry.
    Entry(Id),
    /// Take an entry out of the journal; it can be brought back.
    Delete(Id),
    /// Bring it back.
    BringBack(Id),
    /// The support card.
    Card,
    /// Keep the support card.
    SaveCard(SupportCard),
    /// Say how it went.
    AnswerWaiting(Id, WaitingAnswer),
    /// Do something for a visit.
    Visit(Box<rooms::Work>),
    /// A page of what is found, after the entry that was finished then and has this id.
    Find {
        /// What is searched for.
        query: Box<Query>,
        /// The last row already there.
        after: Option<(DateTime<FixedOffset>, Id)>,
        /// How many rows at most.
        limit: usize,
    },
    /// What is found within words: a second wave. [`Effect::Stop`] gives it up.
    FindParts {
        /// What is searched for.
        query: Box<Query>,
        /// How many rows at most.
        limit: usize,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is done, and there is nothing to say.
    Done,
    /// What Home shows.
    Home(HomeView),
    /// What a new walk needs to know.
    Past(Past),
    /// Unfinished words are on disk up to this revision.
    Saved(Revision),
    /// Unfinished words, if there are any.
    Draft(Option<Draft>),
    /// A page of the list.
    Entries(Vec<Listed>),
    /// What came of [`Request::Visit`].
    Visit(Box<rooms::Came>),
    /// One entry, if it is there.
    Entry(Option<Box<Entry>>),
    /// The support card, and what was typed on it and not finished.
    Card(SupportCard, Option<Draft>),
    /// A text from the person's own editor.
    Edited(String),
    /// The path of a rescue file.
    Rescued(String),
    /// The journal is open.
    Opened(Box<Opened>),
    /// What was typed does not open the journal; with the newest backup beside it.
    WrongKey(Option<Backup>),
    /// What came of [`Effect::Keep`].
    Came(Box<Came>),
    /// It could not be done.
    Trouble(Trouble),
}

/// Why something could not be done, in words for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// A few words for the top row, such as "the disk is full".
    pub short: String,
    /// What happened, whether the words are safe, and what to do.
    pub said: String,
}

/// What the program goes on with once a locked journal is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What Home shows.
    pub home: HomeView,
    /// The support card.
    pub card: SupportCard,
    /// What was typed on the support card and not finished.
    pub card_draft: Option<Draft>,
}

/// What Home shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeView {
    /// What was left half-done, newest first.
    pub drafts: Vec<Draft>,
    /// What the worker planned to do.
    pub waiting: Vec<Waiting>,
    /// The days to be asked again how sure one would feel, come or still to come.
    pub days_to_ask: Vec<AskAgain>,
    /// Why nothing can be written, if so.
    pub read_only: Option<String>,
    /// Whether a passphrase is needed to open the journal.
    pub locked: bool,
    /// Whether everything in it is made up.
    pub made_up: bool,
    /// When the newest backup was made.
    pub last_backup: Option<NaiveDateTime>,
    /// The day of the oldest entry.
    pub oldest: Option<NaiveDate>,
}
