//! `alongside note`: one line, caught before it goes.

use std::ffi::OsString;

use super::caller::{Caller, Files, Voice};
use super::desk::{Desk, Table};
use super::opening;
use super::plain::Talk;
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::domain::clean_line;
use crate::domain::{Entry, Finished, Length};
use crate::store::Access;

/// Keeps the words as an entry, whether or not a window has the journal open.
pub(super) fn run(paths: Paths, line: &[OsString], caller: &mut Caller) -> Result<(), Trouble> {
    let given: Vec<_> = line.iter().map(|word| word.to_string_lossy()).collect();
    let given = given.join(" ");
    let is_given = !given.is_empty() && given != "-";
    if is_given || line.len() > 1 || line.first().is_some_and(|word| word.is_empty()) {
        // What holds no words needs no passphrase.
        let text = cleaned(&given)?;
        let table = Table::lay(paths)?;
        return caller.speak(Voice::Plain, |talk, files| {
            let desk = open(table, talk, files)?;
            keep(desk, talk, text)
        });
    }
    let table = Table::lay(paths)?;
    caller.speak(Voice::Plain, |talk, files| {
        let desk = open(table, talk, files)?;
        let text = cleaned(&heard(talk))?;
        keep(desk, talk, text)
    })
}

fn cleaned(text: &str) -> Result<String, Trouble> {
    let text = clean_line(text).trim().to_owned();
    if text.is_empty() {
        return Err(Trouble::NothingToKeep);
    }
    Ok(text)
}

/// Opens the journal: a passphrase is asked before the line is.
fn open(table: Table, talk: &mut Talk<'_>, files: &Files) -> Result<Desk, Trouble> {
    let opened = opening::open(&table, Access::Note, talk, files)?;
    let desk = table.with(opened.store);
    desk.must_write()?;
    Ok(desk)
}

fn keep(mut desk: Desk, talk: &mut Talk<'_>, text: String) -> Result<(), Trouble> {
    let stamp = desk.clock.stamp();
    let pack = (desk.pack.id.clone(), desk.pack.version);
    let mut entry = Entry::empty(stamp.fresh, stamp.at, pack, Length::Note);
    entry.moment = text;
    let id = entry.id.short();
    let finished = Finished {
        entry,
        draft: None,
        carries: false,
        last: None,
        tell: None,
    };
    desk.store.finish(&finished, stamp.at)?;
    talk.say(&words::note_kept(&id));
    talk.say_all(desk.back_up());
    Ok(())
}

/// Hears all of a pipe, or one line of a person.
fn heard(talk: &mut Talk<'_>) -> String {
    if talk.typed() {
        return talk.ask(words::YOUR_LINE).unwrap_or_default();
    }
    talk.rest().join("\n")
}
