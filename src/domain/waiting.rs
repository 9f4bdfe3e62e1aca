//! Something the worker said they would do: tell someone.
//!
//! It is asked about at most twice, and never as words on Home of a shared computer
//! (`content.md` §6.2).

use chrono::NaiveDate;

use super::Id;
use super::vocabulary::vocabulary;

/// A plan to tell someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The entry it was said in.
    pub entry: Id,
    /// Who, in the worker's words or ours.
    pub who: String,
    /// The day it was said.
    pub on: NaiveDate,
    /// How often it was asked about.
    pub asked: u8,
}

vocabulary! {
    /// How it went.
    WaitingAnswer {
        /// Done.
        Done = "done",
        /// Later.
        Later = "later",
        /// Drop it.
        Drop = "drop",
    }
}
