//! `alongside demo`: a made-up journal of a year, to show to others.
//!
//! It is an ordinary journal in a folder of its own among the temporary files, opened as every other
//! is. So a trainer shows the program itself and no picture of it. Everything a program writes is
//! in that folder, which goes at the end; of the person's own files only the settings are read, for
//! the look they are used to. It needs no home, and no journal of one's own.

use std::env;
use std::io::{self, Write};
use std::path::Path;

use super::caller::Caller;
use super::desk::{Start, Table};
use super::trouble::Trouble;
use super::words;
use crate::config::{ConfigError, Given, Paths, Settings};
use crate::content::Year;
use crate::domain::WaitingAnswer;
use crate::runtime::MadeUpFolder;
use crate::store::{Access, Key, Store, StoreError};

/// Makes the journal, opens Home in it, and removes it.
///
/// # Errors
/// [`Trouble`] when it cannot be made, or one of the person's own was named.
pub(super) fn run(given: &Given, plain: bool, caller: &mut Caller) -> Result<(), Trouble> {
    if let Some(option) = not_with_it(given, caller) {
        return Err(Trouble::Usage(
            words::not_together(option),
            words::SEE_HELP.to_owned(),
        ));
    }
    let settings = settings_for(given);
    let is_plain = caller.is_plain(plain, settings.plain);
    let folder = MadeUpFolder::make().map_err(|why| no_room(words::cause(&why)))?;
    let paths = made_up(folder.path(), &settings)?;
    caller.told_to_go = folder.told_to_go();
    let done = super::begin(paths, plain, Start::Home, caller);
    let left = folder.clear();
    // What was said last in plain mode said so already.
    let last = match left {
        Err(left) => Some(words::made_up_left(&left)),
        Ok(()) if is_plain || done.is_err() => None,
        Ok(()) => Some(words::MADE_UP_LEAVING.to_owned()),
    };
    if let Some(last) = last {
        // The window may be closed.
        let _ = writeln!(io::stdout(), "{last}");
    }
    done
}

/// An option that names a journal of one's own, or what opens it.
fn not_with_it(given: &Given, caller: &Caller) -> Option<&'static str> {
    let passphrase = caller.files.passphrase.as_ref();
    let of_journal = given.journal_flag.as_ref().map(|_| "--journal");
    of_journal.or_else(|| passphrase.map(|_| "--passphrase-file"))
}

/// How the person likes to work, as far as it is no matter of their journal.
fn settings_for(given: &Given) -> Settings {
    let own = Paths::settle(given).map(|own| Settings::load(&own.settings_file).settings);
    let own = own.unwrap_or_default();
    Settings {
        first_run_done: true,
        // Nobody's words are in it, so they may stand on Home.
        shared_computer: false,
        reminder_offered: true,
        hide_after_minutes: 0,
        remind_after_months: 0,
        backup_folder: None,
        ..own
    }
}

/// Makes the journal in this folder, and gives the places of everything.
fn made_up(folder: &Path, settings: &Settings) -> Result<Paths, Trouble> {
    let paths = Paths::settle(&Given {
        journal_flag: Some(folder.join("journal.db")),
        journal_env: None,
        config_env: Some(folder.join("config")),
    })?;
    settings
        .save(&paths.settings_file)
        .map_err(|why| no_room(cause(&why)))?;
    let table = Table::lay(paths)?;
    let year = Year::made_up(&table.pack, table.clock.stamp().at)?;
    table
        .open(Access::Write, &Key::None)
        .and_then(|mut store| keep(&mut store, &year))
        .map_err(|why| no_room(why.short().to_owned()))?;
    Ok(table.paths)
}

/// Keeps the year as a person would have: each part by the same way as their own.
///
/// # Errors
/// [`StoreError`] when something of it could not be kept.
pub(crate) fn keep(store: &mut Store, year: &Year) -> Result<(), StoreError> {
    store.make_up()?;
    store.finish_many(&year.walks)?;
    for (entry, at) in &year.grown {
        store.revise(entry, None, *at)?;
    }
    for meeting in &year.meetings {
        let at = meeting.taken.unwrap_or(meeting.begun);
        store.keep_meeting(meeting, None, at)?;
    }
    for view in &year.said {
        store.say_longer_view(std::slice::from_ref(view), None, None, view.at)?;
    }
    // Whom they said they would tell, they told.
    for told in year.walks.iter().filter(|walk| walk.tell.is_some()) {
        store.answer_waiting(told.entry.id, WaitingAnswer::Done)?;
    }
    if let Some(last) = year.walks.last() {
        let at = last.entry.finished_at;
        for again in &year.again {
            store.say_longer_view(&[], Some(again), None, at)?;
        }
        store.save_keep_well(&year.keep_well, None, at)?;
    }
    store.save_card(&year.card)
}

fn no_room(why: String) -> Trouble {
    Trouble::NoMadeUp(env::temp_dir(), why)
}

fn cause(why: &ConfigError) -> String {
    match why {
        ConfigError::CannotSave { source, .. } => words::cause(source),
        other => other.short().to_owned(),
    }
}

#[cfg(test)]
mod tests;
