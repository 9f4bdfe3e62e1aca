//! Looking the journal over: what was found, and what to do about it. The sound news come first.

mod words;

use super::around::Around;
use super::backups::BackingUp;
use super::matter::{Matter, Next, Talk};
use super::restoring::Restoring;
use super::room::words as room;
use super::{Came, Given, Panel, PanelAsk, PanelRow, Work, days};
use crate::domain::Checked;

/// The talk about looking it over.
#[derive(Clone, Debug)]
pub(super) struct LookingOver {
    step: Step,
}

#[derive(Clone, Debug)]
enum Step {
    Looking,
    Found(Box<Checked>),
    /// The technical lines.
    Report(Box<Checked>),
}

/// What can be done about what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Done,
    BackUp,
    Restore,
    Report,
}

impl LookingOver {
    /// Begins.
    pub(super) fn new() -> Self {
        Self {
            step: Step::Looking,
        }
    }
}

fn doors(checked: &Checked, around: &Around) -> Vec<Door> {
    let mut doors = vec![Door::Done];
    // A backup of what cannot be read is none; one that can be read by anyone is made anew by it.
    let wants_backup = checked.good_backup.is_none() || !checked.open_backups.is_empty();
    doors.extend((wants_backup && !nothing_reads(checked)).then_some(Door::BackUp));
    let can_go_back = !checked.is_sound() && around.newest_backup().is_some();
    doors.extend(can_go_back.then_some(Door::Restore));
    doors.extend((!checked.file.is_empty()).then_some(Door::Report));
    doors
}

/// Tells whether there are entries, and none of them can be read.
fn nothing_reads(checked: &Checked) -> bool {
    !checked.is_sound() && checked.entries == 0
}

fn found(checked: &Checked, around: &Around) -> Vec<String> {
    let mut said = Vec::new();
    let earlier = checked.revisions.saturating_sub(checked.entries);
    let read = words::counted(checked.entries, earlier);
    if checked.is_sound() {
        said.push(words::everything(&read));
    } else {
        said.push(if nothing_reads(checked) {
            words::NOTHING_READS.to_owned()
        } else {
            words::can_read(&read)
        });
        said.extend(damaged(checked, around));
    }
    match (&checked.good_backup, nothing_reads(checked)) {
        (Some(backup), _) => {
            let when = days::say_time(backup.made, around.standing.today);
            said.push(words::good_backup(&when));
        }
        // Those that are not locked may be whole: they are listed below.
        (None, true) if !checked.open_backups.is_empty() => {}
        (None, true) => said.push(words::NO_BACKUP_HERE.to_owned()),
        (None, false) => said.push(words::NO_GOOD_BACKUP.to_owned()),
    }
    if !checked.bad_backups.is_empty() {
        said.push(words::BACKUPS_NOT_WHOLE.to_owned());
        let paths = checked.bad_backups.iter();
        said.extend(paths.map(|path| around.say_path(path)));
    }
    if !checked.open_backups.is_empty() {
        said.push(words::BACKUPS_NOT_LOCKED.to_owned());
        let paths = checked.open_backups.iter();
        said.extend(paths.map(|path| around.say_path(path)));
        let can_lock = !nothing_reads(checked);
        said.extend(can_lock.then(|| words::LOCKS_THEM.to_owned()));
    }
    if !checked.open_to_others.is_empty() {
        said.push(words::OPEN_TO_OTHERS.to_owned());
        let paths = checked.open_to_others.iter();
        said.extend(paths.map(|path| around.say_path(path)));
    }
    said
}

fn damaged(checked: &Checked, around: &Around) -> Vec<String> {
    let count = checked.unreadable.len();
    let dates = checked.unreadable.iter().filter_map(crate::domain::Id::day);
    let dates = days::list(dates, around.standing.today);
    let mut said = Vec::new();
    if count > 0 {
        said.push(words::cannot_be_read(count, &dates));
    }
    if !checked.file.is_empty() {
        said.push(words::FILE_DAMAGED.to_owned());
    }
    let has_backup = checked.good_backup.is_some();
    let todo = match (nothing_reads(checked), has_backup) {
        (true, true) => Some(words::GO_BACK),
        (true, false) => None,
        (false, true) => Some(words::WHAT_TO_DO),
        (false, false) => Some(words::GO_ON),
    };
    said.extend(todo.map(str::to_owned));
    said
}

impl Talk for LookingOver {
    fn begun(&mut self, _: &Around) -> Next {
        match self.step {
            Step::Looking => Next::Do(Work::Check),
            _ => Next::Panel,
        }
    }

    fn panel(&self, around: &Around) -> Panel {
        let (said, ask) = match &self.step {
            Step::Looking => (
                vec![words::BUSY.to_owned()],
                PanelAsk::Busy { can_stop: true },
            ),
            Step::Found(checked) => {
                let rows = doors(checked, around).into_iter().map(|door| {
                    let (key, said) = match door {
                        Door::Done => ('d', words::DONE),
                        Door::BackUp => ('b', room::BACK_UP),
                        Door::Restore => ('g', room::RESTORE),
                        Door::Report => ('r', words::REPORT),
                    };
                    PanelRow {
                        key: Some(key),
                        words: said.to_owned(),
                        quiet: String::new(),
                    }
                });
                let rows: Vec<PanelRow> = rows.collect();
                let ask = match rows.len() {
                    1 => PanelAsk::Enter,
                    _ => PanelAsk::Rows { rows, safe: 0 },
                };
                (found(checked, around), ask)
            }
            Step::Report(checked) => {
                let mut said = vec![words::OVER_REPORT.to_owned()];
                said.extend(checked.file.iter().take(words::MOST_LINES).cloned());
                (said, PanelAsk::Enter)
            }
        };
        Panel {
            title: room::CHECK.to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, around: &Around) -> Next {
        match (given, &self.step) {
            (Given::Back, Step::Looking) => Next::StopAndOver,
            (Given::Back | Given::Enter, Step::Report(checked)) => {
                self.step = Step::Found(checked.clone());
                Next::Panel
            }
            (Given::Back | Given::Enter, Step::Found(_)) => Next::Over,
            (Given::Row(row), Step::Found(checked)) => match doors(checked, around).get(row) {
                Some(Door::Done) => Next::Over,
                Some(Door::BackUp) => Next::Become(Matter::BackingUp(BackingUp)),
                Some(Door::Restore) => Next::Become(Matter::Restoring(Restoring::new(None))),
                Some(Door::Report) => {
                    self.step = Step::Report(checked.clone());
                    Next::Panel
                }
                None => Next::Panel,
            },
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, _: &Around) -> Next {
        match came {
            Came::Checked(checked) => {
                self.step = Step::Found(checked);
                Next::Panel
            }
            came => Next::after(room::CHECK, came),
        }
    }
}
