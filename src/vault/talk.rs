//! The talk itself: which panel comes next.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Came, Given, Panel, PanelAsk, Turn, Work};
use crate::domain::Id;
use crate::key::Secret;

/// Where a talk begins. All but [`Begin::Room`] are over when their own matter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// In the room, with everything that can be done.
    Room,
    /// Lock the journal with a passphrase.
    Lock,
    /// Choose another passphrase.
    Change,
    /// The journal was opened with this recovery code: choose a new passphrase.
    Recover(Secret),
    /// Unlock it for good.
    Remove,
    /// Make a backup now.
    BackUp,
    /// Go back to a backup: this one, or one to choose.
    Restore(Option<PathBuf>),
    /// Look the journal over.
    Check,
    /// See what is older than so many months.
    Older(Option<u16>),
    /// Delete an entry for ever; the words say which.
    Erase(Id, String),
    /// Erase the journal with its backups.
    EraseEverything,
}

/// What the talk needs to know that is no matter of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether other people use this computer.
    pub shared_computer: bool,
    /// After how many minutes the words are put away; 0 is never.
    pub hide_after_minutes: u16,
    /// After how many months to remind of old entries; 0 is never.
    pub remind_after_months: u16,
    /// The second folder for backups.
    pub second_folder: Option<PathBuf>,
    /// The day it is.
    pub today: NaiveDate,
}

/// A talk about keeping the words safe.
#[derive(Clone, Debug)]
pub struct Vault {
    begin: Begin,
    standing: Standing,
}

impl Vault {
    /// Begins, with what is to be done before the first panel is whole. The front end does it and
    /// shows [`Vault::panel`] meanwhile.
    pub fn begin(begin: Begin, standing: Standing) -> (Self, Turn) {
        (Self { begin, standing }, Turn::Do(Work::Look))
    }

    /// What is shown or asked now.
    pub fn panel(&self) -> Panel {
        Panel {
            title: format!("{:?} {}", self.begin, self.standing.today),
            said: Vec::new(),
            ask: PanelAsk::Enter,
        }
    }

    /// Takes what the person gives.
    pub fn given(&mut self, given: Given) -> Turn {
        let _ = given;
        Turn::Close
    }

    /// Takes what came of the last [`Turn::Do`].
    pub fn came(&mut self, came: Came) -> Turn {
        let _ = came;
        Turn::Panel
    }
}
