//! `alongside show`: one entry, as a page or as JSON.

use super::list::{as_json, open, print};
use super::plain::reading;
use super::trouble::Trouble;
use crate::config::Paths;
use crate::domain::clean;
use crate::store::Found;

/// Prints the entry that an id means.
pub(super) fn run(paths: Paths, id: &str, json: bool) -> Result<(), Trouble> {
    let desk = open(paths)?;
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
        clean(&reading::page(&desk.pack, &entry).join("\n"))
    };
    print(&(text + "\n"))
}
