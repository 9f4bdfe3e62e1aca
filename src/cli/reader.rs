//! What every verb that only reads has in common: a journal that is not there yet is an empty one.

use serde::Serialize;

use super::caller::Caller;
use super::desk::{Desk, Table};
use super::list::print;
use super::opening;
use super::trouble::Trouble;
use crate::config::Paths;
use crate::store::{Access, StoreError};

/// What there is to read.
pub(super) enum Opened {
    /// A journal.
    Desk(Box<Desk>),
    /// None yet, and nobody said that there should be one.
    Nothing(Box<Table>),
}

/// Opens the journal to read. What is asked for that goes to standard error.
///
/// # Errors
/// [`Trouble`] when it cannot be opened, or one that was named is not there.
pub(super) fn open(paths: Paths, named: bool, caller: &mut Caller) -> Result<Opened, Trouble> {
    let table = Table::lay(paths)?;
    match opening::open_aside(&table, Access::Read, caller) {
        // A file without a byte in it is a journal without an entry.
        Err(Trouble::Store(StoreError::NotThere(path))) if !named || path.exists() => {
            Ok(Opened::Nothing(Box::new(table)))
        }
        Err(trouble) => Err(trouble),
        Ok(store) => Ok(Opened::Desk(Box::new(table.with(store)))),
    }
}

impl Opened {
    /// Sits down, with an empty journal where there is none yet.
    ///
    /// # Errors
    /// [`StoreError`] when there is no memory for that.
    pub(super) fn desk(self) -> Result<Desk, StoreError> {
        match self {
            Self::Desk(desk) => Ok(*desk),
            Self::Nothing(table) => table.without_journal(),
        }
    }
}

/// Prints something as JSON, with two spaces before each step inwards.
///
/// # Errors
/// [`Trouble::CannotSay`] when it cannot be written out.
pub(super) fn print_json(what: &impl Serialize) -> Result<(), Trouble> {
    let text = serde_json::to_string_pretty(what);
    let text = text.map_err(|why| Trouble::CannotSay(why.into()))?;
    print(&(text + "\n"))
}

/// Prints lines as they are said, safe for a terminal.
///
/// # Errors
/// [`Trouble::CannotSay`] when they cannot be written out.
pub(super) fn print_lines(lines: &[String]) -> Result<(), Trouble> {
    let text = crate::domain::clean(&lines.join("\n"));
    print(&(text.trim_matches('\n').to_owned() + "\n"))
}
