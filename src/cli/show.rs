//! `alongside show`: one entry, as a page or as JSON.

use super::caller::Caller;
use super::list::{as_json, open, print};
use super::plain::reading;
use super::trouble::Trouble;
use crate::config::Paths;
use crate::domain::clean;
use crate::store::{Found, StoreError};

/// Prints the entry that an id means.
pub(super) fn run(paths: Paths, id: &str, json: bool, caller: &mut Caller) -> Result<(), Trouble> {
    let desk = match open(paths, caller) {
        // A file without a byte in it is a journal without an entry.
        Err(Trouble::Store(StoreError::NotThere(path))) if path.exists() => {
            return Err(Trouble::NoEntry(id.to_owned()));
        }
        opened => opened?,
    };
    let entry = match desk.store.entry_meant_by(id)? {
        Found::One(entry) => entry,
        Found::None => return Err(Trouble::NoEntry(id.to_owned())),
        Found::Several(several) => {
            let ids = several.iter().map(|listed| listed.id.to_string()).collect();
            return Err(Trouble::SeveralEntries(id.to_owned(), ids));
        }
    };
    let text = if json {
        as_json(&entry).map_err(Trouble::CannotSay)?
    } else {
        clean(&reading::page(&desk.pack, &entry, true).join("\n"))
    };
    print(&(text + "\n"))
}
