//! Everything a front end works with, opened once.
//!
//! A settings file or a pack of the worker's own that cannot be used never stands in the way:
//! it is said in words, and the program goes on with what it has.

use std::path::Path;
use std::rc::Rc;

use super::own_packs;
use super::trouble::Trouble;
use super::words;
use crate::config::{ConfigError, Paths, Settings, kept_in_step_by};
use crate::content::Pack;
use crate::domain::BackupWhy;
use crate::reflection::Opening;
use crate::runtime::clock::Clock;
use crate::store::{Access, Key, Store, StoreError, WhyReadOnly, clear_half_made};

/// What a front end works with.
#[derive(Debug)]
pub struct Desk {
    /// The journal.
    pub store: Store,
    /// Whether the journal can be asked.
    pub journal: Journal,
    /// How the person likes to work.
    pub settings: Settings,
    /// Where everything is.
    pub paths: Paths,
    /// The questions, with the worker's own packs on top.
    pub pack: Rc<Pack>,
    /// What time it is.
    pub clock: Clock,
    /// What is to be said before anything else, in words.
    pub notices: Vec<String>,
}

/// How it stands with the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Journal {
    /// It can be asked.
    Open,
    /// It is closed, as on a hidden screen: an empty one stands in its place meanwhile.
    Shut,
    /// It cannot be opened, or is not there: an empty one stands in its place.
    Unopened,
    /// It was erased.
    Erased,
}

/// Everything but the journal.
#[derive(Debug)]
pub struct Table {
    /// How the person likes to work.
    pub settings: Settings,
    /// Where everything is.
    pub paths: Paths,
    /// The questions, with the worker's own packs on top.
    pub pack: Rc<Pack>,
    /// What time it is.
    pub clock: Clock,
    /// What is to be said before anything else, in words.
    pub notices: Vec<String>,
}

/// Where a front end begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// At Home; on the first run before that.
    Home,
    /// With Land.
    Land,
    /// With a new reflection.
    Reflect(Opening),
    /// With the reflection that was left half-done last, or else a new one.
    Resume,
}

impl Table {
    /// Lays out everything that can be had without the journal.
    ///
    /// # Errors
    /// [`Trouble::Words`] when the questions that come with the program cannot be read.
    pub fn lay(paths: Paths) -> Result<Self, Trouble> {
        let clock = Clock::start();
        clear_half_made(&paths.journal);
        let loaded = Settings::load(&paths.settings_file);
        let mut notices: Vec<String> = loaded.trouble.iter().map(settings_notice).collect();
        let laid = own_packs::lay_on(loaded.settings.words_of, &paths.packs_folder)?;
        notices.extend(laid.notices());
        Ok(Self {
            settings: loaded.settings,
            paths,
            pack: Rc::new(laid.pack),
            clock,
            notices,
        })
    }

    /// Opens the journal with this key.
    ///
    /// # Errors
    /// [`StoreError`] when there is no journal to be had, not even to read.
    pub fn open(&self, access: Access, key: &Key) -> Result<Store, StoreError> {
        Store::open(&self.paths.journal, access, key, self.clock.stamp().at)
    }

    /// Puts an open journal on it.
    pub fn with(mut self, store: Store) -> Desk {
        if let Some(why) = store.read_only().filter(|why| **why != WhyReadOnly::Asked) {
            self.notices.push(read_only_notice(why));
        }
        Desk {
            store,
            journal: Journal::Open,
            settings: self.settings,
            paths: self.paths,
            pack: self.pack,
            clock: self.clock,
            notices: self.notices,
        }
    }
}

impl Table {
    /// Sits down without the journal, for one that cannot be opened.
    ///
    /// # Errors
    /// [`StoreError`] when there is no memory for that.
    pub fn without_journal(self) -> Result<Desk, StoreError> {
        let nothing = Store::in_memory()?;
        let mut desk = self.with(nothing);
        desk.journal = Journal::Unopened;
        Ok(desk)
    }
}

impl Desk {
    /// Opens everything, with this key.
    ///
    /// # Errors
    /// [`Trouble`] when there is no journal to be had, not even to read.
    pub fn open(paths: Paths, access: Access, key: &Key) -> Result<Self, Trouble> {
        let table = Table::lay(paths)?;
        let store = table.open(access, key)?;
        Ok(table.with(store))
    }

    /// Closes the journal and forgets its key. `false` when that cannot be done now.
    pub fn shut(&mut self) -> bool {
        let Ok(nothing) = Store::in_memory() else {
            return false;
        };
        drop(std::mem::replace(&mut self.store, nothing));
        self.journal = Journal::Shut;
        true
    }

    /// Opens the journal again after [`Desk::shut`].
    ///
    /// # Errors
    /// [`StoreError`] when this key does not open it, or it cannot be written any more.
    pub fn open_again(&mut self, key: &Key, to_write: bool) -> Result<(), StoreError> {
        let at = self.clock.stamp().at;
        let store = Store::open(&self.paths.journal, Access::Write, key, at)?;
        if let Some(why) = store.read_only().filter(|_| to_write) {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        self.store = store;
        self.journal = Journal::Open;
        Ok(())
    }

    /// Says why nothing can be written, if so.
    ///
    /// # Errors
    /// [`Trouble::CannotWrite`] when the journal can only be read here.
    pub fn must_write(&self) -> Result<(), Trouble> {
        match self.store.read_only() {
            Some(why) => Err(Trouble::CannotWrite(why.clone())),
            None => Ok(()),
        }
    }

    /// Makes the day's own backup, if it is time for it, and gives the trouble of it in words.
    pub fn back_up(&self) -> Option<String> {
        let at = self.clock.stamp().at;
        let is_ours = self.journal == Journal::Open && self.store.read_only().is_none();
        if !is_ours || !self.store.backup_due(at) {
            return None;
        }
        let second = self.settings.backup_folder.as_deref();
        // A second folder that is away is no news: it is said where it is looked for.
        let made = self.store.back_up(second, BackupWhy::Daily, at);
        made.err().map(|why| words::no_backup(&why.what()))
    }

    /// Says what a synced folder means, if the journal is in one.
    pub fn synced(&self) -> Option<String> {
        synced(&self.paths.journal)
    }
}

/// Says why a journal can only be read, and what to do.
pub(super) fn read_only_notice(why: &WhyReadOnly) -> String {
    format!("{} {}", why.what(), why.todo())
}

/// Says what a folder means that another program keeps in step, if this place is in one.
pub(super) fn synced(journal: &Path) -> Option<String> {
    kept_in_step_by(journal).map(words::synced)
}

/// Says what is wrong with the settings file.
pub(super) fn settings_notice(error: &ConfigError) -> String {
    format!("{} {} {}", error.what(), error.words(), error.todo())
}
