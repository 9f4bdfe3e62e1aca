//! Deleting for ever: some entries, or everything.

mod all;
mod words;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::around::Around;
use super::locking::two_rows;
use super::matter::{Next, Talk};
use super::{Came, Given, Panel, PanelAsk, Remade, Work, days, words as common};
use crate::domain::{Backup, Id};

pub(super) use all::ErasingAll;

/// Deletes some entries for ever.
#[derive(Clone, Debug)]
pub(super) struct Erasing {
    ids: Vec<Id>,
    /// Which one, if it is one.
    which: Option<String>,
    step: Step,
}

#[derive(Clone, Debug)]
enum Step {
    Sure,
    Busy,
    /// These backups still hold them; and what is to be said of those that could not be reached.
    HeldBy(Vec<Backup>, Vec<String>),
    Cleaning,
}

impl Erasing {
    /// Deletes one; the words say which.
    pub(super) fn one(id: Id, which: String) -> Self {
        Self {
            ids: vec![id],
            which: Some(which),
            step: Step::Sure,
        }
    }

    /// Deletes all of these.
    pub(super) fn many(ids: Vec<Id>) -> Self {
        Self {
            ids,
            which: None,
            step: Step::Sure,
        }
    }

    /// Says it of one, or of several.
    fn say(&self, said: (&str, &str)) -> String {
        let (one, several) = said;
        if self.ids.len() == 1 { one } else { several }.to_owned()
    }

    /// Which backups still hold them, a line each, and how many more.
    fn held_by(&self, backups: &[Backup], around: &Around) -> Vec<String> {
        let today = around.standing.today;
        let mut said = vec![self.say(words::HELD_BY)];
        let shown = backups.iter().take(words::MOST_BACKUPS);
        said.extend(shown.map(|backup| days::capital(&days::say_backup(backup, today))));
        if let Some(more @ 1..) = backups.len().checked_sub(words::MOST_BACKUPS) {
            said.push(words::and_more(&common::backups(more)));
        }
        said
    }

    /// They are gone from the journal: says which backups hold them, as far as that is known.
    fn erased(&mut self, by: Vec<Backup>, away: Option<PathBuf>, around: &Around) -> Next {
        let is_away = away.is_some();
        let unknown = Remade {
            not_reached: away,
            ..Remade::default()
        };
        let away = common::remade(&unknown, "", words::MAY_HOLD, around);
        if !by.is_empty() {
            self.step = Step::HeldBy(by, away);
            return Next::Panel;
        }
        let done = if is_away {
            words::DELETED_HERE
        } else {
            words::DELETED
        };
        Next::tell(words::TITLE, [vec![self.say(done)], away].concat())
    }

    fn sure(&self) -> String {
        match &self.which {
            Some(which) => words::one(which),
            None => words::many(&common::entries(self.ids.len())),
        }
    }
}

/// How to be rid of them later: the files are the person's own, and this is where they are.
fn later(backups: &[Backup], around: &Around) -> Vec<String> {
    let folders: BTreeSet<&Path> = backups.iter().filter_map(|it| it.path.parent()).collect();
    let mut said = vec![words::LATER.to_owned()];
    said.extend(folders.into_iter().map(|folder| around.say_path(folder)));
    said
}

impl Talk for Erasing {
    fn panel(&self, around: &Around) -> Panel {
        let (said, ask) = match &self.step {
            Step::Sure => (
                vec![self.sure(), self.say(words::CANNOT_BE_UNDONE)],
                two_rows(('k', words::KEEP), (None, words::DELETE)),
            ),
            Step::Busy => (
                vec![self.say(words::BUSY)],
                PanelAsk::Busy { can_stop: false },
            ),
            Step::HeldBy(backups, away) => (
                [
                    self.held_by(backups, around),
                    away.clone(),
                    later(backups, around),
                ]
                .concat(),
                two_rows(('l', words::LEAVE_BACKUPS), (None, &self.say(words::CLEAN))),
            ),
            Step::Cleaning => (
                vec![self.say(words::CLEANING)],
                PanelAsk::Busy { can_stop: false },
            ),
        };
        Panel {
            title: words::TITLE.to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, _: &Around) -> Next {
        match (given, &self.step) {
            (Given::Back, Step::Busy | Step::Cleaning) => {
                Next::Hint(common::CANNOT_STOP.to_owned())
            }
            (Given::Back | Given::Row(0), Step::Sure | Step::HeldBy(..)) => Next::Over,
            (Given::Row(1), Step::Sure) => {
                self.step = Step::Busy;
                Next::Do(Work::Erase(self.ids.clone()))
            }
            (Given::Row(1), Step::HeldBy(..)) => {
                self.step = Step::Cleaning;
                Next::Do(Work::EraseFromBackups(self.ids.clone()))
            }
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match came {
            Came::Erased {
                held_by,
                not_reached,
            } => self.erased(held_by, not_reached, around),
            Came::Cleaned(backups) => {
                let mut said = vec![self.say(words::CLEANED)];
                said.extend(common::remade(
                    &backups,
                    words::BACKUPS_TOO,
                    words::STILL_HELD,
                    around,
                ));
                Next::tell(words::TITLE, said)
            }
            came => Next::after(words::TITLE, came),
        }
    }
}
