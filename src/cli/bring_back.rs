//! `alongside bring-back`: an entry that was taken out, as it was.

use super::caller::Caller;
use super::list::{WIDTH, cut};
use super::trouble::Trouble;
use super::vault_verb::{AtDesk, Stands, at_desk};
use super::words;
use crate::config::Paths;
use crate::domain::{Listed, clean_line, say_day};

/// Brings an entry back; without an id, lists those that were taken out.
pub(super) fn run(paths: Paths, id: Option<&str>, caller: &mut Caller) -> Result<(), Trouble> {
    at_desk(paths, Stands::Either, caller, |mut at, talk, _| {
        let Some(id) = id else {
            let out = at.desk.store.taken_out()?;
            if out.is_empty() {
                talk.say(words::NONE_TAKEN_OUT);
            }
            talk.say_all(out.iter().map(row));
            return Ok(());
        };
        at.desk.must_write()?;
        let listed = meant(&at, id)?;
        let when = at.desk.clock.stamp().at;
        at.desk.store.bring_back(listed.id, when)?;
        talk.say(words::BROUGHT_BACK);
        Ok(())
    })
}

fn row(listed: &Listed) -> String {
    let time = listed.finished_at.format("%H:%M");
    let first = clean_line(&listed.words);
    let colon = if first.is_empty() { "" } else { ": " };
    let row = format!(
        "{}  {}, {time}{colon}{first}",
        listed.id.short(),
        say_day(listed.on)
    );
    cut(&row, WIDTH)
}

fn meant(at: &AtDesk, id: &str) -> Result<Listed, Trouble> {
    let typed = id.trim().to_lowercase();
    let mut out = at.desk.store.taken_out()?;
    out.retain(|listed| listed.id.is_meant_by(&typed));
    if out.len() > 1 {
        let ids = out.iter().map(|listed| listed.id.to_string()).collect();
        return Err(Trouble::SeveralEntries(id.to_owned(), ids));
    }
    out.pop().ok_or_else(|| Trouble::NotTakenOut(id.to_owned()))
}
