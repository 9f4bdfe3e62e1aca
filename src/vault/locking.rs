//! Locking: with a first passphrase, with another one, or with a new one after it was lost.
//!
//! What opens the journal now is asked first and the new passphrase twice; only then is anything
//! done. What was typed stays where it is on the way back, so that a slip costs one step.

pub(super) mod words;

use super::around::Around;
use super::matter::{Matter, Next, Talk};
use super::recovery::Recovery;
use super::{Came, Given, Panel, PanelAsk, PanelRow, Work, words as common};
use crate::key::{CodeTrouble, Passphrase, RecoveryCode, Secret};

/// The talk about a passphrase.
#[derive(Clone, Debug)]
pub(super) struct Locking {
    why: Why,
    /// What opens it now, once it is known.
    current: Option<Secret>,
    step: Step,
}

/// What it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    First,
    Another,
    Lost,
}

/// How far it is.
#[derive(Clone, Debug)]
enum Step {
    /// For and against.
    Weigh,
    /// What opens it now.
    Current,
    /// That is tried.
    Trying(Passphrase),
    /// The new one.
    New,
    /// The new one once more.
    Again(Passphrase),
    /// Whether to leave it with the passphrase that was forgotten.
    Leave,
    /// They are not the same.
    Differ(Passphrase),
    /// It is being locked.
    Busy(Passphrase),
}

impl Locking {
    /// Locks a journal that is not locked.
    pub(super) fn lock() -> Self {
        Self::at(Why::First, None, Step::Weigh)
    }

    /// Changes the passphrase.
    pub(super) fn change() -> Self {
        Self::at(Why::Another, None, Step::Current)
    }

    /// Takes a new passphrase for a journal that was opened with its code.
    pub(super) fn recover(code: Secret) -> Self {
        Self::at(Why::Lost, Some(code), Step::New)
    }

    fn at(why: Why, current: Option<Secret>, step: Step) -> Self {
        Self { why, current, step }
    }

    fn to(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Panel
    }

    fn title(&self) -> &'static str {
        match self.why {
            Why::First => words::LOCK,
            Why::Another => words::CHANGE,
            Why::Lost => words::RECOVER,
        }
    }

    fn back(&mut self) -> Next {
        match (std::mem::replace(&mut self.step, Step::New), self.why) {
            (Step::Weigh | Step::Current | Step::Leave, _) => Next::Over,
            (Step::New, Why::Lost) => self.to(Step::Leave),
            (Step::New, Why::First) => self.to(Step::Weigh),
            (Step::New, Why::Another) => {
                self.current = None;
                self.to(Step::Current)
            }
            (Step::Trying(_), _) => {
                self.step = Step::Current;
                Next::Stop
            }
            (Step::Again(_), _) => self.to(Step::New),
            (Step::Differ(new), _) => self.to(Step::Again(new)),
            (Step::Busy(new), _) => {
                self.step = Step::Again(new);
                Next::Stop
            }
        }
    }

    fn typed(&mut self, typed: Passphrase) -> Next {
        match (&self.step, typed.is_empty()) {
            (Step::Current, true) => Next::Hint(common::TYPE_WHAT_OPENS.to_owned()),
            (Step::New | Step::Again(_), true) => Next::Hint(common::TYPE_ONE.to_owned()),
            (Step::Current, false) => {
                self.step = Step::Trying(typed.clone());
                Next::Do(Work::Try(Secret::typed(typed)))
            }
            (Step::New, false) => self.to(Step::Again(typed)),
            (Step::Again(new), false) if *new == typed => self.lock_it(typed),
            (Step::Again(new), false) => {
                let new = new.clone();
                self.to(Step::Differ(new))
            }
            _ => Next::Panel,
        }
    }

    fn lock_it(&mut self, new: Passphrase) -> Next {
        let work = match self.current.clone() {
            Some(current) => Work::Change {
                current,
                new: new.clone(),
            },
            None => Work::Lock(new.clone()),
        };
        self.step = Step::Busy(new);
        Next::Do(work)
    }

    fn chose(&mut self, row: usize) -> Next {
        match (&self.step, row) {
            (Step::Weigh | Step::Leave, 0) | (Step::Differ(_), 1) => self.to(Step::New),
            (Step::Weigh | Step::Leave, 1) => Next::Over,
            (Step::Differ(new), 0) => {
                let new = new.clone();
                self.to(Step::Again(new))
            }
            _ => Next::Panel,
        }
    }
}

/// Why a secret that does not fit may not fit.
pub(super) fn does_not_open(typed: &Passphrase) -> &'static str {
    let slip = Secret::typed_code(typed).err();
    let near = RecoveryCode::LETTERS * 2 / 3;
    match slip {
        Some(CodeTrouble::Slip | CodeTrouble::Long { letters: 57..=60 }) => common::CODE_HAS_A_SLIP,
        Some(CodeTrouble::Short { letters }) if letters > near => common::CODE_IS_SHORT,
        _ => common::DOES_NOT_OPEN,
    }
}

/// Asks for what opens the journal now.
pub(super) fn current(said: &str) -> (Vec<String>, PanelAsk) {
    let ask = PanelAsk::Secret {
        label: common::WHAT_OPENS.to_owned(),
        is_new: false,
    };
    (vec![said.to_owned()], ask)
}

/// Two rows to choose from; the first has the focus.
pub(super) fn two_rows(first: (char, &str), second: (Option<char>, &str)) -> PanelAsk {
    let row = |key: Option<char>, words: &str| PanelRow {
        key,
        words: words.to_owned(),
        quiet: String::new(),
    };
    PanelAsk::Rows {
        rows: vec![row(Some(first.0), first.1), row(second.0, second.1)],
        safe: 0,
    }
}

impl Talk for Locking {
    fn panel(&self, _: &Around) -> Panel {
        let said = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        let secret = |label: &str, is_new| PanelAsk::Secret {
            label: label.to_owned(),
            is_new,
        };
        let busy = PanelAsk::Busy { can_stop: true };
        let (said, ask) = match &self.step {
            Step::Weigh => (
                said(&[words::FOR, words::AGAINST]),
                two_rows(('c', words::CHOOSE), (Some('n'), words::NOT_NOW)),
            ),
            Step::Current => current(words::FIRST_CURRENT),
            Step::Trying(_) => (said(&[common::TRYING]), busy),
            Step::New if self.why == Why::Lost => (
                said(&[words::OPENED_WITH_CODE, words::NO_RULES]),
                secret(words::NEW, true),
            ),
            Step::New => (said(&[words::NO_RULES]), secret(words::NEW, true)),
            Step::Leave => (
                said(&[words::FORGOTTEN_STAYS, words::CODE_GOES_ON]),
                two_rows(('c', words::CHOOSE_NEW), (Some('n'), words::NOT_NOW)),
            ),
            Step::Again(new) => (
                said(&[common::guessing(new), words::SAME_AGAIN]),
                secret(words::AGAIN, false),
            ),
            Step::Differ(_) => (
                said(&[words::DIFFER]),
                two_rows(('t', words::TYPE_AGAIN), (Some('o'), words::OTHER)),
            ),
            Step::Busy(_) => (said(&[words::BUSY, words::BUSY_SAFE]), busy),
        };
        Panel {
            title: self.title().to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, _: &Around) -> Next {
        match given {
            Given::Back => self.back(),
            Given::Secret(typed) => self.typed(typed),
            Given::Row(row) => self.chose(row),
            Given::Line(_) | Given::Enter => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match (came, &self.step) {
            (Came::Locked { code, backups }, _) => {
                Next::Become(Matter::Recovery(Recovery::new(code, &backups, around)))
            }
            (Came::Fits(true), Step::Trying(typed)) => {
                self.current = Some(Secret::typed(typed.clone()));
                self.to(Step::New)
            }
            (Came::Fits(false), Step::Trying(typed)) => {
                let said = does_not_open(typed).to_owned();
                self.step = Step::Current;
                Next::Hint(said)
            }
            (came, _) => Next::after(self.title(), came),
        }
    }
}
