//! The first steps, line by line; walking them again changes what was chosen.

use std::rc::Rc;

use super::journey::{Ended, Journey};
use super::rooms::{Rooms, Then};
use super::saver::Saver;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::config::{Look, Settings, WordsOf};
use crate::domain::Subject;
use crate::reflection::{Chosen, FirstRun, NextRoom};
use crate::vault::Begin;

/// Walks through the first steps. `None` when the person leaves the program.
pub(super) fn walk(rooms: &mut Rooms<'_, '_>) -> Result<Option<NextRoom>, Trouble> {
    let desk = &mut *rooms.desk;
    let card = desk.store.card()?;
    let unfinished = desk.store.draft(Subject::Card)?;
    let on_disk = unfinished.is_some();
    let journal = desk.store.path().display().to_string();
    let pack = Rc::clone(&desk.pack);
    let can_lock = !desk.store.is_locked() && desk.store.read_only().is_none();
    let has_home = desk.settings.first_run_done;
    let mut walk = FirstRun::begin(pack, &card, unfinished, journal, desk.synced())
        .offering_lock(can_lock)
        .asking_words(has_home);
    let mut saver = Saver::new(on_disk);
    let ended = loop {
        let mut journey = Journey::new(rooms.talk, rooms.desk, &mut walk, saver, has_home);
        let ended = journey.run()?;
        saver = journey.saver;
        if ended != Ended::ToLock {
            break ended;
        }
        if rooms.talk_about(Begin::Lock) == Then::Leave {
            break Ended::Left;
        }
    };
    let chosen = walk.chosen();
    apply(&mut rooms.desk.settings, &chosen);
    match ended {
        Ended::Left | Ended::ToLock => {
            keep_settings(rooms);
            Ok(None)
        }
        Ended::Back => {
            keep_settings(rooms);
            Ok(lock(rooms, &chosen).then_some(NextRoom::Home))
        }
        Ended::Walk(_) => {
            rooms.desk.settings.first_run_done = true;
            keep_settings(rooms);
            // Before what was written is kept, so that nothing of it was ever in the open.
            let stays = lock(rooms, &chosen);
            if (chosen.card != card || saver.on_disk())
                && let Err(error) = rooms.desk.store.save_card(&chosen.card)
            {
                rooms.talk.say(&words::not_kept(error.short()));
                Saver::new(true).rescue(rooms.talk, rooms.desk, &mut walk)?;
            }
            Ok(stays.then_some(chosen.begin))
        }
    }
}

/// Locks the journal, if that was chosen. `false` when the person leaves the program.
fn lock(rooms: &mut Rooms<'_, '_>, chosen: &Chosen) -> bool {
    rooms
        .talk
        .hide_after(rooms.desk.settings.hide_after_minutes);
    !chosen.lock || rooms.talk_about(Begin::Lock) == Then::Stay
}

fn apply(settings: &mut Settings, chosen: &Chosen) {
    let words_of = chosen.words_of.as_deref().and_then(WordsOf::from_name);
    settings.words_of = words_of.unwrap_or(settings.words_of);
    settings.settle(chosen.shared);
    if let Some(plain) = chosen.plain {
        settings.plain = plain;
    }
    match chosen.look.as_deref() {
        Some("calm") => settings.look = Look::Calm,
        Some("high_contrast") => settings.look = Look::HighContrast,
        Some("terminal") => settings.look = Look::Terminal,
        _ => {}
    }
}

fn keep_settings(rooms: &mut Rooms<'_, '_>) {
    if let Err(error) = rooms.desk.settings.save(&rooms.desk.paths.settings_file) {
        rooms.talk.say(&crate::cli::desk::settings_notice(&error));
    }
}
