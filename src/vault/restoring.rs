//! Going back to a backup: what it holds is shown before anything is changed.

mod compare;
mod words;

use std::path::{Path, PathBuf};

use super::around::Around;
use super::locking::{does_not_open, two_rows};
use super::matter::{Next, Talk};
use super::{Came, Given, Panel, PanelAsk, PanelRow, Work, days, words as common};
use crate::domain::Holds;
use crate::key::{Passphrase, Secret};

/// The talk about going back.
#[derive(Clone, Debug)]
pub(super) struct Restoring {
    /// Whether there is a list to go back to.
    has_list: bool,
    backup: PathBuf,
    secret: Option<Secret>,
    step: Step,
}

#[derive(Clone, Debug)]
enum Step {
    Which,
    /// It is looked into, with what was typed last.
    Looking(Option<Passphrase>),
    /// It has another passphrase.
    Secret,
    /// What it holds, and what the journal holds.
    Compare(Box<Holds>, Option<Box<Holds>>),
    Busy,
}

impl Restoring {
    /// Goes back to this one, or to one that is chosen.
    pub(super) fn new(which: Option<PathBuf>) -> Self {
        let step = match which {
            Some(_) => Step::Looking(None),
            None => Step::Which,
        };
        Self {
            has_list: which.is_none(),
            backup: which.unwrap_or_default(),
            secret: None,
            step,
        }
    }

    fn look(&mut self, typed: Option<Passphrase>) -> Next {
        self.secret = typed.clone().map(Secret::typed);
        self.step = Step::Looking(typed);
        Next::Do(Work::Holds {
            backup: self.backup.clone(),
            secret: self.secret.clone(),
        })
    }

    fn back(&mut self) -> Next {
        let list = self.has_list;
        match (std::mem::replace(&mut self.step, Step::Which), list) {
            (Step::Which, _) | (Step::Secret | Step::Compare(..), false) => Next::Over,
            (Step::Secret | Step::Compare(..), true) => Next::Panel,
            (Step::Looking(_), true) => Next::Stop,
            (Step::Looking(_), false) => Next::StopAndOver,
            (Step::Busy, _) => {
                self.step = Step::Busy;
                Next::Hint(common::CANNOT_STOP.to_owned())
            }
        }
    }

    fn which(around: &Around) -> (Vec<String>, PanelAsk) {
        let today = around.standing.today;
        let rows = around.backups().map(|(backup, is_second)| PanelRow {
            key: None,
            words: days::capital(&days::say_time(backup.made, today)),
            quiet: match (days::why(backup.why), is_second) {
                (why, false) => why.to_owned(),
                ("", true) => words::SECOND.to_owned(),
                (why, true) => format!("{why}, {}", words::SECOND),
            },
        });
        let rows: Vec<PanelRow> = rows.collect();
        if rows.is_empty() {
            return (vec![words::NONE.to_owned()], PanelAsk::Enter);
        }
        (
            vec![words::WHICH.to_owned()],
            PanelAsk::Rows { rows, safe: 0 },
        )
    }

    fn restore(&mut self) -> Next {
        self.step = Step::Busy;
        Next::Do(Work::Restore {
            backup: self.backup.clone(),
            secret: self.secret.clone(),
        })
    }

    fn restored(&self, before: Option<&Path>, around: &Around) -> Next {
        let mut said = vec![words::RESTORED.to_owned()];
        if self.secret.is_some() {
            said.push(words::ITS_PASSPHRASE.to_owned());
        }
        said.extend(before.map(|path| words::before(&around.say_path(path))));
        Next::tell(words::TITLE, said)
    }
}

impl Talk for Restoring {
    fn begun(&mut self, _: &Around) -> Next {
        match self.step {
            Step::Looking(None) => self.look(None),
            _ => Next::Panel,
        }
    }

    fn panel(&self, around: &Around) -> Panel {
        let one = |said: &str| vec![said.to_owned()];
        let (said, ask) = match &self.step {
            Step::Which => Self::which(around),
            Step::Looking(_) => (one(words::LOOKING), PanelAsk::Busy { can_stop: true }),
            Step::Secret => {
                let ask = PanelAsk::Secret {
                    label: words::ITS_SECRET.to_owned(),
                    is_new: false,
                };
                (one(words::OTHER_PASSPHRASE), ask)
            }
            Step::Compare(backup, journal) => {
                let today = around.standing.today;
                let mut said = compare::said(backup, journal.as_deref(), today);
                // Last: on a small screen what it holds matters more than where it is.
                said.push(words::chosen(&around.say_path(&self.backup)));
                let keep = match journal {
                    Some(_) => words::KEEP,
                    None => words::KEEP_UNREADABLE,
                };
                (said, two_rows(('k', keep), (None, words::GO_BACK)))
            }
            Step::Busy => (one(words::BUSY), PanelAsk::Busy { can_stop: false }),
        };
        Panel {
            title: words::TITLE.to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, around: &Around) -> Next {
        match (given, &self.step) {
            (Given::Back, _) => self.back(),
            (Given::Row(row), Step::Which) => {
                let Some((backup, _)) = around.backups().nth(row) else {
                    return Next::Panel;
                };
                self.backup.clone_from(&backup.path);
                self.look(None)
            }
            (Given::Enter, Step::Which) | (Given::Row(0), Step::Compare(..)) => Next::Over,
            (Given::Secret(typed), Step::Secret) if typed.is_empty() => {
                Next::Hint(common::TYPE_WHAT_OPENS.to_owned())
            }
            (Given::Secret(typed), Step::Secret) => self.look(Some(typed)),
            (Given::Row(1), Step::Compare(..)) => self.restore(),
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match (came, &self.step) {
            (Came::Holds { backup, journal }, Step::Looking(_)) => {
                self.step = Step::Compare(backup, journal);
                Next::Panel
            }
            (Came::NeedsSecret, Step::Looking(Some(typed))) => {
                let said = match does_not_open(typed) {
                    common::DOES_NOT_OPEN => words::DOES_NOT_OPEN,
                    slip => slip,
                };
                self.step = Step::Secret;
                Next::Hint(said.to_owned())
            }
            (Came::NeedsSecret, Step::Looking(None)) => {
                self.step = Step::Secret;
                Next::Panel
            }
            (Came::Restored { before }, _) => self.restored(before.as_deref(), around),
            (came, _) => Next::after(words::TITLE, came),
        }
    }
}
