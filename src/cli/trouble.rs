//! What can go wrong on the command line, in two lines.
//!
//! The first says what happened and whether the words are safe, the second what to do. Nothing
//! else is ever printed on standard error, so that the two lines are read.

use std::io;
use std::path::PathBuf;

use super::words;
use crate::config::ConfigError;
use crate::content::PackError;
use crate::store::{StoreError, WhyReadOnly};

/// A trouble that ends the program.
#[derive(Debug)]
pub enum Trouble {
    /// With the journal.
    Store(StoreError),
    /// With the places.
    Config(ConfigError),
    /// With the questions that come with the program.
    Words(PackError),
    /// The journal can only be read, and writing was asked for.
    CannotWrite(WhyReadOnly),
    /// No entry is meant by this.
    NoEntry(String),
    /// Several entries are meant by this; these are their short ids.
    SeveralEntries(String, Vec<String>),
    /// A note without words.
    NothingToKeep,
    /// Standard input cannot be read.
    CannotHear(io::Error),
    /// What was asked for cannot be printed.
    CannotSay(io::Error),
    /// A walk ended with words that are not on disk; they were printed.
    NotSaved(&'static str),
    /// The same, with a plain copy in a file.
    Rescued(&'static str, PathBuf),
    /// The command line could not be understood.
    Usage(String, String),
}

impl Trouble {
    /// The two lines.
    pub fn lines(&self) -> [String; 2] {
        let (what, words, todo) = self.parts();
        let first = if words.is_empty() {
            what
        } else {
            format!("{what} {words}")
        };
        // A path or a reason may hold a line end; two lines are two lines.
        [first, todo].map(|line| super::plain::tidy(&line))
    }

    /// The exit code: 2 for the command line, 1 for everything else.
    pub fn code(&self) -> u8 {
        if matches!(self, Self::Usage(..)) {
            2
        } else {
            1
        }
    }

    fn parts(&self) -> (String, &str, String) {
        match self {
            Self::Store(error) => (error.what(), error.words(), error.todo()),
            Self::Config(error) => (error.what(), error.words(), error.todo().to_owned()),
            Self::Words(error) => (
                error.to_string(),
                words::JOURNAL_UNTOUCHED,
                words::INSTALL_AGAIN.to_owned(),
            ),
            Self::CannotWrite(why) => (why.what(), words::NOTHING_WRITTEN, why.todo().to_owned()),
            Self::NoEntry(id) => (
                words::no_entry(id),
                words::JOURNAL_UNTOUCHED,
                words::SEE_LIST.to_owned(),
            ),
            Self::SeveralEntries(id, ids) => (
                words::several_entries(id),
                words::JOURNAL_UNTOUCHED,
                words::name_one(ids),
            ),
            Self::NothingToKeep => (
                words::NOTHING_TO_KEEP.to_owned(),
                "",
                words::SAY_A_LINE.to_owned(),
            ),
            Self::CannotHear(error) => (
                words::cannot_hear(error),
                words::NOTHING_WRITTEN,
                words::TRY_AGAIN.to_owned(),
            ),
            Self::CannotSay(error) => (
                words::cannot_say(error),
                words::JOURNAL_UNTOUCHED,
                words::TRY_AGAIN.to_owned(),
            ),
            Self::NotSaved(why) => (
                words::not_saved_at_the_end(why),
                words::WORDS_PRINTED,
                words::COPY_THEM.to_owned(),
            ),
            Self::Rescued(why, path) => (
                words::not_saved_at_the_end(why),
                words::WORDS_RESCUED,
                words::rescue_is_here(path),
            ),
            Self::Usage(what, todo) => (what.clone(), "", todo.clone()),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ConfigError> for Trouble {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<PackError> for Trouble {
    fn from(error: PackError) -> Self {
        Self::Words(error)
    }
}
