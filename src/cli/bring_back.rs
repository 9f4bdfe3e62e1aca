//! `alongside bring-back`: an entry that was taken out, as it was.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk};
use super::words;
use crate::config::Paths;
use crate::domain::Id;

/// Brings an entry back by its whole id: nothing lists what was taken out.
pub(super) fn run(paths: Paths, id: &str, caller: &mut Caller) -> Result<(), Trouble> {
    let no_entry = || Trouble::NoEntry(id.to_owned());
    let whole: Id = id.trim().parse().map_err(|_not_an_id| no_entry())?;
    at_desk(paths, Stands::Either, caller, |mut at, talk, _| {
        at.desk.must_write()?;
        let when = at.desk.clock.stamp().at;
        at.desk.store.bring_back(whole, when)?;
        if at.desk.store.entry(whole)?.is_none() {
            return Err(no_entry());
        }
        talk.say(words::BROUGHT_BACK);
        Ok(())
    })
}
