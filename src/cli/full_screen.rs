//! The way to the full screen.

use std::rc::Rc;

use super::caller::Caller;
use super::desk::{Desk, Start, Table};
use super::opening;
use super::trouble::Trouble;
use crate::domain::Length;
use crate::key::Cost;
use crate::reflection::{Opening, Reflection, left_last};
use crate::runtime::{Begin, Journal, columns, run_full_screen};
use crate::store::{Access, Seal};
use crate::ui::app::First;

/// What Land begins with.
const LAND: Opening = Opening {
    length: Some(Length::Land),
    practice: false,
    goodbye: false,
};

/// Runs the full screen, with a walk on top of Home if one was asked for. A locked journal asks for
/// its passphrase there, unless a file gives it.
pub(super) fn run(table: Table, start: Start, caller: &Caller) -> Result<(), Trouble> {
    let files = &caller.files;
    let is_locked = matches!(Seal::of(&table.paths.journal)?, Seal::Locked(_));
    if is_locked && files.passphrase.is_none() {
        return run_locked(table, start, caller);
    }
    let store = opening::open_silently(&table, Access::Write, files)?;
    let desk = table.with(store);
    if start != Start::Home {
        desk.must_write()?;
    }
    let walk = walk(&desk, start)?;
    let warning = desk.synced();
    // Home says by itself why a journal can only be read.
    let said_by_home = desk.store.read_only().map(super::desk::read_only_notice);
    let mut notices = desk.notices;
    notices.retain(|notice| Some(notice) != said_by_home.as_ref());
    run_full_screen(Begin {
        journal: Journal::Open(Box::new(desk.store)),
        cost: Cost::Usual,
        settings: desk.settings,
        settings_file: desk.paths.settings_file,
        pack: desk.pack,
        journal_words: desk.paths.journal.display().to_string(),
        warning,
        first: walk.map_or(First::Home, |walk| First::Walk(Box::new(walk))),
        notices,
        clock: desk.clock,
        told_to_go: caller.told_to_go.clone(),
    })
    .map_err(Trouble::FullScreen)
}

/// Runs the full screen on a locked journal, which it asks to open by itself.
fn run_locked(table: Table, start: Start, caller: &Caller) -> Result<(), Trouble> {
    let journal = table.paths.journal;
    run_full_screen(Begin {
        journal_words: journal.display().to_string(),
        warning: super::desk::synced(&journal),
        journal: Journal::Locked {
            path: journal,
            access: Access::Write,
        },
        cost: Cost::Usual,
        settings: table.settings,
        settings_file: table.paths.settings_file,
        pack: table.pack,
        first: match start {
            Start::Home => First::Home,
            Start::Land => First::Begin(LAND),
            Start::Reflect(opening) => First::Begin(opening),
            Start::Resume => First::Resume,
        },
        notices: table.notices,
        clock: table.clock,
        told_to_go: caller.told_to_go.clone(),
    })
    .map_err(Trouble::FullScreen)
}

fn walk(desk: &Desk, start: Start) -> Result<Option<Reflection>, Trouble> {
    let opening = match start {
        Start::Home => return Ok(None),
        Start::Land => LAND,
        Start::Reflect(opening) => opening,
        Start::Resume => {
            let left = left_last(desk.store.drafts()?);
            match left.and_then(|draft| Reflection::resume(Rc::clone(&desk.pack), draft)) {
                Some(walk) => return Ok(Some(walk)),
                None => Opening::default(),
            }
        }
    };
    let past = desk.store.past()?;
    Ok(Some(Reflection::begin(
        Rc::clone(&desk.pack),
        opening,
        &past,
        &desk.clock.stamp(),
    )))
}

/// The width of the terminal, to break lines at words.
pub(super) fn width() -> Option<usize> {
    let columns = columns()?;
    // The last column stays free: some terminals leave an empty row after a full one.
    (columns > 20).then(|| usize::from(columns) - 1)
}
