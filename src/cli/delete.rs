//! `alongside delete`: an entry out of the journal, or erased for ever.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{AtDesk, Stands, at_desk, change};
use super::words;
use crate::config::Paths;
use crate::domain::{Entry, which_entry};
use crate::store::Found;
use crate::vault::Begin;

/// Takes an entry out. It can be brought back, unless it is for ever.
pub(super) fn run(
    paths: Paths,
    id: &str,
    for_ever: bool,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    at_desk(paths, Stands::Either, caller, |mut at, talk, _| {
        at.desk.must_write()?;
        let entry = meant(&at, id)?;
        if for_ever {
            return change(
                at,
                talk,
                Begin::Erase(entry.id, which_entry(entry.on, entry.finished_at)),
            );
        }
        let when = at.desk.clock.stamp().at;
        at.desk.store.delete(entry.id, when)?;
        talk.say(&words::taken_out(&entry.id.to_string()));
        Ok(())
    })
}

fn meant(at: &AtDesk, id: &str) -> Result<Box<Entry>, Trouble> {
    match at.desk.store.entry_meant_by(id)? {
        Found::One(entry) => Ok(entry),
        Found::None => Err(Trouble::NoEntry(id.to_owned())),
        Found::Several(several) => {
            let ids = several.iter().map(|listed| listed.id.to_string()).collect();
            Err(Trouble::SeveralEntries(id.to_owned(), ids))
        }
    }
}
