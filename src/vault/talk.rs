//! The talk itself: which matter is on, and which comes next.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::around::Around;
use super::backups::BackingUp;
use super::erasing::{Erasing, ErasingAll};
use super::locking::Locking;
use super::looking_over::LookingOver;
use super::matter::{Matter, Next, Talk};
use super::old_entries::OldEntries;
use super::recovery::Recovery;
use super::restoring::Restoring;
use super::room::Room;
use super::told::Told;
use super::unlocking::Unlocking;
use super::{Came, Choice, Given, Panel, PanelAsk, Turn, Work, words};
use crate::domain::{Id, Keeping};
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
    /// See what was taken out of the journal, to bring it back or to delete it for ever.
    TakenOut,
    /// Delete an entry for ever; the words say which, such as "Friday 20 November 2026".
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
    /// The person's home folder, for a `~` in a path.
    pub home: Option<PathBuf>,
    /// The day it is.
    pub today: NaiveDate,
}

/// A talk about keeping the words safe.
#[derive(Clone, Debug)]
pub struct Vault {
    /// Where it begins, until the journal was looked at.
    begin: Option<Begin>,
    around: Around,
    /// The matter that is on stands last.
    matters: Vec<Matter>,
}

impl Vault {
    /// Begins, with what is to be done before the first panel is whole. The front end does it and
    /// shows [`Vault::panel`] meanwhile.
    pub fn begin(begin: Begin, standing: Standing) -> (Self, Turn) {
        let around = Around {
            standing,
            keeping: Keeping::default(),
        };
        let vault = Self {
            begin: Some(begin),
            around,
            matters: Vec::new(),
        };
        (vault, Turn::Do(Work::Look))
    }

    /// Gives what is shown or asked now. It says nothing while it looks: that is done at once.
    pub fn panel(&self) -> Panel {
        match self.matters.last() {
            Some(matter) => matter.panel(&self.around),
            None => Panel {
                title: words::TITLE.to_owned(),
                said: Vec::new(),
                ask: PanelAsk::Busy { can_stop: true },
            },
        }
    }

    /// Takes what the person gives.
    pub fn given(&mut self, given: Given) -> Turn {
        match self.matters.last_mut() {
            Some(matter) => {
                let next = matter.given(given, &self.around);
                self.go(next)
            }
            None if given == Given::Back => Turn::Close,
            None => Turn::Panel,
        }
    }

    /// Takes what came of the last [`Turn::Do`].
    pub fn came(&mut self, came: Came) -> Turn {
        if let Came::Keeping(keeping) = &came {
            self.around.keeping = (**keeping).clone();
        }
        if let Some(begin) = self.begin.take() {
            return self.begin_with(begin, &came);
        }
        match self.matters.last_mut() {
            Some(matter) => {
                let next = matter.came(came, &self.around);
                self.go(next)
            }
            None => Turn::Close,
        }
    }

    /// Takes what came of work that was stopped: it may have been done all the same, and then the
    /// person needs the new recovery code.
    pub fn came_late(&mut self, came: Came) -> Turn {
        let matter = match came {
            Came::Locked { code, backups } => {
                Matter::Recovery(Recovery::new(code, &backups, &self.around))
            }
            Came::Unlocked { backups } => Unlocking::unlocked(&backups, &self.around),
            _ => return Turn::Panel,
        };
        match self.matters.last() {
            Some(Matter::Locking(_) | Matter::Unlocking(_)) => self.go(Next::Become(matter)),
            _ => self.go(Next::Open(matter)),
        }
    }

    /// Tells whether something is lost that the person has not got yet, if they leave now: the
    /// recovery code, before it was saved, printed or seen. [`Given::Back`] then asks them.
    pub fn holds(&self) -> bool {
        self.matters.last().is_some_and(Talk::holds)
    }

    fn begin_with(&mut self, begin: Begin, came: &Came) -> Turn {
        let is_restore = matches!(begin, Begin::Restore(Some(_)));
        let matter = match (came, self.not_now(&begin)) {
            // A journal that cannot be looked at is just what one goes back from.
            (Came::Trouble(why), _) if !is_restore => told(why),
            (_, Some(why)) => told(&why),
            _ => match begin {
                Begin::Room => Matter::Room(Room::looked()),
                Begin::Lock => Matter::Locking(Locking::lock()),
                Begin::Change => Matter::Locking(Locking::change()),
                Begin::Recover(secret) => Matter::Locking(Locking::recover(secret)),
                Begin::Remove => Matter::Unlocking(Unlocking::new()),
                Begin::BackUp => Matter::BackingUp(BackingUp),
                Begin::Restore(which) => Matter::Restoring(Restoring::new(which)),
                Begin::Check => Matter::LookingOver(LookingOver::new()),
                Begin::Older(months) => Matter::OldEntries(OldEntries::older(months)),
                Begin::TakenOut => Matter::OldEntries(OldEntries::taken_out()),
                Begin::Erase(id, which) => Matter::Erasing(Erasing::one(id, which)),
                Begin::EraseEverything => Matter::ErasingAll(ErasingAll::default()),
            },
        };
        if matches!(matter, Matter::Room(_)) {
            self.matters.push(matter);
            return Turn::Panel;
        }
        self.go(Next::Open(matter))
    }

    /// Why a talk cannot begin there, if so.
    fn not_now(&self, begin: &Begin) -> Option<String> {
        let keeping = &self.around.keeping;
        let writes = matches!(
            begin,
            Begin::Lock
                | Begin::Change
                | Begin::Recover(_)
                | Begin::Remove
                | Begin::Erase(..)
                | Begin::EraseEverything
        );
        if let (true, Some(why)) = (writes, &keeping.read_only) {
            return Some(why.clone());
        }
        match begin {
            Begin::Lock if keeping.locked => Some(words::IS_LOCKED.to_owned()),
            Begin::Change | Begin::Remove if !keeping.locked => Some(words::NOT_LOCKED.to_owned()),
            _ => None,
        }
    }

    fn go(&mut self, next: Next) -> Turn {
        match next {
            Next::Panel => Turn::Panel,
            Next::Hint(said) => Turn::Hint(said),
            Next::Do(work) => Turn::Do(work),
            Next::Stop => Turn::Stop,
            Next::StopAndOver => {
                self.matters.pop();
                if self.matters.is_empty() {
                    Turn::Close
                } else {
                    Turn::Stop
                }
            }
            Next::Set(choice) => {
                self.keep(&choice);
                Turn::Set(choice)
            }
            Next::About => Turn::About,
            Next::Leave(said) => Turn::Leave(said),
            Next::Open(matter) => {
                self.matters.push(matter);
                self.begin_top()
            }
            Next::Become(matter) => {
                self.matters.pop();
                self.matters.push(matter);
                self.begin_top()
            }
            Next::Over => {
                self.matters.pop();
                if self.matters.is_empty() {
                    Turn::Close
                } else {
                    self.begin_top()
                }
            }
        }
    }

    fn begin_top(&mut self) -> Turn {
        let Some(matter) = self.matters.last_mut() else {
            return Turn::Close;
        };
        let next = matter.begun(&self.around);
        self.go(next)
    }

    fn keep(&mut self, choice: &Choice) {
        let standing = &mut self.around.standing;
        match choice {
            Choice::HideAfter(minutes) => standing.hide_after_minutes = *minutes,
            Choice::RemindAfter(months) => standing.remind_after_months = *months,
            Choice::SecondFolder(folder) => standing.second_folder.clone_from(folder),
        }
    }
}

fn told(why: &str) -> Matter {
    Matter::Told(Told::new(words::TITLE, vec![why.to_owned()]))
}
