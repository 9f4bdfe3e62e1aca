//! Unlocking for good: what opens it is asked first, then whether it is meant.

use super::around::Around;
use super::locking::{current, does_not_open, two_rows};
use super::matter::{Matter, Next, Talk};
use super::told::Told;
use super::{Came, Given, Panel, PanelAsk, Remade, Work, words as common};
use crate::key::{Passphrase, Secret};

mod words;

/// The talk about unlocking.
#[derive(Clone, Debug)]
pub(super) struct Unlocking {
    step: Step,
}

/// How far it is.
#[derive(Clone, Debug)]
enum Step {
    Current,
    Trying(Passphrase),
    Sure(Secret),
    Busy(Secret),
}

impl Unlocking {
    /// Begins.
    pub(super) fn new() -> Self {
        Self {
            step: Step::Current,
        }
    }

    /// Says that it is done.
    pub(super) fn unlocked(backups: &Remade, around: &Around) -> Matter {
        let mut said = vec![words::UNLOCKED.to_owned()];
        said.extend(common::remade(
            backups,
            words::BACKUPS_TOO,
            words::STILL_LOCKED,
            around,
        ));
        Matter::Told(Told::new(words::TITLE, said))
    }

    fn back(&mut self) -> Next {
        match std::mem::replace(&mut self.step, Step::Current) {
            Step::Current => Next::Over,
            Step::Sure(_) => Next::Panel,
            Step::Trying(_) => Next::Stop,
            Step::Busy(secret) => {
                self.step = Step::Sure(secret);
                Next::Stop
            }
        }
    }
}

impl Talk for Unlocking {
    fn panel(&self, _: &Around) -> Panel {
        let busy = PanelAsk::Busy { can_stop: true };
        let (said, ask) = match &self.step {
            Step::Current => current(words::FIRST_CURRENT),
            Step::Trying(_) => (vec![common::TRYING.to_owned()], busy),
            Step::Sure(_) => (
                vec![words::THEN.to_owned()],
                two_rows(('k', words::KEEP_LOCKED), (None, words::UNLOCK)),
            ),
            Step::Busy(_) => (vec![words::BUSY.to_owned()], busy),
        };
        Panel {
            title: words::TITLE.to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, _: &Around) -> Next {
        match (given, &self.step) {
            (Given::Back, _) => self.back(),
            (Given::Secret(typed), Step::Current) if typed.is_empty() => {
                Next::Hint(common::TYPE_WHAT_OPENS.to_owned())
            }
            (Given::Secret(typed), Step::Current) => {
                self.step = Step::Trying(typed.clone());
                Next::Do(Work::Try(Secret::typed(typed)))
            }
            (Given::Row(0), Step::Sure(_)) => Next::Over,
            (Given::Row(1), Step::Sure(secret)) => {
                let current = secret.clone();
                self.step = Step::Busy(current.clone());
                Next::Do(Work::Remove { current })
            }
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match (came, &self.step) {
            (Came::Unlocked { backups }, _) => Next::Become(Self::unlocked(&backups, around)),
            (Came::Fits(true), Step::Trying(typed)) => {
                self.step = Step::Sure(Secret::typed(typed.clone()));
                Next::Panel
            }
            (Came::Fits(false), Step::Trying(typed)) => {
                let said = does_not_open(typed).to_owned();
                self.step = Step::Current;
                Next::Hint(said)
            }
            (came, _) => Next::after(words::TITLE, came),
        }
    }
}
