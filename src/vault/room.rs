//! The room: how it stands, and everything that can be done. Only what makes sense now is there.

pub(super) mod words;

use std::path::PathBuf;

use super::around::Around;
use super::backups::BackingUp;
use super::erasing::ErasingAll;
use super::hiding::Hiding;
use super::locking::Locking;
use super::looking_over::LookingOver;
use super::matter::{Matter, Next, Talk};
use super::old_entries::OldEntries;
use super::restoring::Restoring;
use super::second_folder::NamingFolder;
use super::unlocking::Unlocking;
use super::{Came, Given, Panel, PanelAsk, PanelRow, Work, days, words as common};

/// The room.
#[derive(Clone, Debug)]
pub(super) struct Room {
    /// Whether the journal was looked at since the last matter was over.
    is_fresh: bool,
    /// The row that was chosen last.
    last: Option<Door>,
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Lock,
    Change,
    Remove,
    Hide,
    BackUp,
    SecondFolder,
    Restore,
    Check,
    Old,
    About,
    EraseAll,
}

impl Room {
    /// Enters, when the journal was just looked at.
    pub(super) fn looked() -> Self {
        Self {
            is_fresh: true,
            last: None,
        }
    }

    fn doors(around: &Around) -> Vec<Door> {
        let keeping = &around.keeping;
        let can_write = keeping.read_only.is_none();
        let has_backups = around.newest_backup().is_some();
        let mut doors = Vec::new();
        match (keeping.locked, can_write) {
            (true, true) => doors.extend([Door::Change, Door::Remove]),
            (false, true) => doors.push(Door::Lock),
            (_, false) => {}
        }
        doors.push(Door::Hide);
        doors.extend(can_write.then_some(Door::BackUp));
        doors.push(Door::SecondFolder);
        doors.extend(has_backups.then_some(Door::Restore));
        doors.push(Door::Check);
        doors.extend(can_write.then_some(Door::Old));
        doors.push(Door::About);
        doors.extend(can_write.then_some(Door::EraseAll));
        doors
    }
}

fn row(door: Door, around: &Around) -> PanelRow {
    let standing = &around.standing;
    let (key, said, quiet) = match door {
        Door::Lock => (Some('l'), words::LOCK, String::new()),
        Door::Change => (Some('p'), words::CHANGE, words::NEW_CODE.to_owned()),
        Door::Remove => (Some('u'), words::REMOVE, String::new()),
        Door::Hide => {
            let after = common::minutes(standing.hide_after_minutes);
            (Some('h'), words::HIDE, after)
        }
        Door::BackUp => (Some('b'), words::BACK_UP, String::new()),
        Door::SecondFolder => (Some('f'), words::SECOND, second(around)),
        Door::Restore => (Some('g'), words::RESTORE, String::new()),
        Door::Check => (Some('c'), words::CHECK, String::new()),
        Door::Old => (
            Some('o'),
            words::OLD,
            reminder(standing.remind_after_months),
        ),
        Door::About => (Some('a'), words::ABOUT, String::new()),
        // It asks again; but a slip of the finger need not even lead there.
        Door::EraseAll => (None, words::ERASE_ALL, String::new()),
    };
    PanelRow {
        key,
        words: said.to_owned(),
        quiet,
    }
}

fn second(around: &Around) -> String {
    let there = around.keeping.second.as_ref();
    let is_away = there.is_some_and(|second| !second.is_there);
    match &around.standing.second_folder {
        None => words::NO_SECOND.to_owned(),
        Some(_) if is_away => words::SECOND_AWAY.to_owned(),
        Some(folder) => around.say_path(folder),
    }
}

fn reminder(months: u16) -> String {
    match months {
        0 => words::NO_REMINDER.to_owned(),
        months => words::reminded(&common::months(months)),
    }
}

/// How it stands, in a few sentences.
fn said(around: &Around) -> Vec<String> {
    let keeping = &around.keeping;
    let today = around.standing.today;
    let locked = if keeping.locked {
        words::STANDS_LOCKED
    } else {
        words::STANDS_OPEN
    };
    let backup = match around.newest_backup() {
        Some(backup) => words::last_backup(&days::say_time(backup.made, today)),
        None => words::NO_BACKUP.to_owned(),
    };
    let mut said = vec![
        locked.to_owned(),
        words::file_is_here(&around.say_path(&keeping.journal)),
        backup,
    ];
    if let Some(second) = keeping.second.as_ref().filter(|second| !second.is_there) {
        said.push(words::second_is_away(&around.say_path(&second.folder)));
    }
    said.extend(keeping.read_only.clone());
    // Those that the key does not lock are listed with what else it does not lock.
    let is_open = |path: &&PathBuf| keeping.not_locked.contains(path);
    let rescued: Vec<_> = keeping.rescued.iter().filter(|it| !is_open(it)).collect();
    if !rescued.is_empty() {
        said.push(words::RESCUED.to_owned());
        said.extend(rescued.iter().map(|path| around.say_path(path)));
    }
    if !keeping.not_locked.is_empty() {
        said.push(common::STAY.to_owned());
        said.extend(keeping.not_locked.iter().map(|path| around.say_path(path)));
    }
    said
}

impl Talk for Room {
    fn begun(&mut self, _: &Around) -> Next {
        self.is_fresh = false;
        Next::Do(Work::Look)
    }

    fn panel(&self, around: &Around) -> Panel {
        if !self.is_fresh {
            return common::looking();
        }
        let doors = Self::doors(around);
        let last = |door: &Door| self.last == Some(*door);
        Panel {
            title: common::TITLE.to_owned(),
            said: said(around),
            ask: PanelAsk::Rows {
                safe: doors.iter().position(last).unwrap_or(0),
                rows: doors.iter().map(|door| row(*door, around)).collect(),
            },
        }
    }

    fn given(&mut self, given: Given, around: &Around) -> Next {
        let door = match given {
            Given::Back => return Next::Over,
            Given::Row(row) if self.is_fresh => Self::doors(around).get(row).copied(),
            _ => None,
        };
        let Some(door) = door else { return Next::Panel };
        self.last = Some(door);
        Next::Open(match door {
            Door::Lock => Matter::Locking(Locking::lock()),
            Door::Change => Matter::Locking(Locking::change()),
            Door::Remove => Matter::Unlocking(Unlocking::new()),
            Door::Hide => Matter::Hiding(Hiding),
            Door::BackUp => Matter::BackingUp(BackingUp),
            Door::SecondFolder => Matter::NamingFolder(NamingFolder::new(around)),
            Door::Restore => Matter::Restoring(Restoring::new(None)),
            Door::Check => Matter::LookingOver(LookingOver::new()),
            Door::Old => Matter::OldEntries(OldEntries::new()),
            Door::About => return Next::About,
            Door::EraseAll => Matter::ErasingAll(ErasingAll::default()),
        })
    }

    fn came(&mut self, came: Came, _: &Around) -> Next {
        match came {
            Came::Keeping(_) => {
                self.is_fresh = true;
                Next::Panel
            }
            came => Next::after(common::TITLE, came),
        }
    }
}
