//! What can end the full screen, other than leaving it.

use std::io;
use std::path::PathBuf;

use super::words;
use crate::store::StoreError;

/// A trouble that ended the full screen, or kept it from starting.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The journal could not be read at the start.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The terminal cannot be used in full screen.
    #[error("{what}", what = words::NO_TERMINAL)]
    Terminal(#[from] io::Error),
    /// The journal did not take the last words; they are in this file.
    #[error("{what}", what = words::not_taken(.why))]
    Rescued {
        /// Why the journal did not take them, in a few words.
        why: String,
        /// Where they are.
        path: PathBuf,
    },
    /// The journal did not take the last words; they are in this file, which is locked as it is.
    #[error("{what}", what = words::not_taken(.why))]
    RescuedLocked {
        /// Why the journal did not take them, in a few words.
        why: String,
        /// Where they are.
        path: PathBuf,
    },
    /// The journal did not take the last words, and nothing else did.
    #[error("{what}", what = words::not_taken(.why))]
    NotSaved {
        /// Why the journal did not take them, in a few words.
        why: String,
    },
    /// The program met a fault of its own.
    #[error("{what}", what = words::STOPPED)]
    Stopped {
        /// Whether everything that was written is on disk.
        all_saved: bool,
    },
}

impl Fault {
    /// Says what happened.
    pub fn what(&self) -> String {
        match self {
            Self::Store(why) => why.what(),
            other => other.to_string(),
        }
    }

    /// Says whether the words are safe.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Store(why) => why.words(),
            Self::Terminal(_) => words::JOURNAL_UNTOUCHED,
            Self::Rescued { .. } => words::IN_A_FILE,
            Self::RescuedLocked { .. } => words::IN_A_LOCKED_FILE,
            Self::NotSaved { .. } | Self::Stopped { all_saved: false } => words::REST_IS_SAVED,
            Self::Stopped { all_saved: true } => words::ALL_SAVED,
        }
    }

    /// Says what to do.
    pub fn todo(&self) -> String {
        match self {
            Self::Store(why) => why.todo(),
            Self::Terminal(_) => words::TRY_PLAIN.into(),
            Self::Rescued { path, .. } => words::the_file_is(path),
            Self::RescuedLocked { path, .. } => words::open_it_with(path),
            Self::NotSaved { .. } => words::MAKE_ROOM.into(),
            Self::Stopped { .. } => words::START_AGAIN.into(),
        }
    }
}
