//! The recovery code: nobody copies fifty letters gladly, so saving and printing come first.
//!
//! The code is held only here and in what is asked to be done with it, and never becomes part of
//! a sentence.

mod page;
mod words;

use std::path::PathBuf;

use super::around::Around;
use super::locking::two_rows;
use super::matter::{Next, Talk};
use super::{Came, Given, Panel, PanelAsk, PanelRow, Remade, There, Work, words as common};
use crate::key::RecoveryCode;

/// Groups in a row: they fit 40 columns, and can be read out in one breath.
const GROUPS: usize = 4;
/// Letters of such a row, with the spaces between the groups and the one after the last.
const ROW: usize = GROUPS * 5;

/// Gives the rows in which a code is shown, four groups in each.
pub fn code_rows(code: &RecoveryCode) -> impl Iterator<Item = &str> {
    let text = code.text();
    let starts = (0..text.len()).step_by(ROW);
    starts.map(move |start| {
        let end = (start + ROW).min(text.len());
        text.get(start..end).unwrap_or_default().trim_end()
    })
}

/// Hands out a new code.
#[derive(Clone, Debug)]
pub(super) struct Recovery {
    code: RecoveryCode,
    /// What was done, and what became of the backups.
    locked: Vec<String>,
    /// Whether it was saved, printed or shown.
    is_taken: bool,
    /// What was done with it last.
    done: Option<String>,
    /// Where they wanted it saved.
    to: String,
    step: Step,
}

/// What is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Offer,
    /// It is seen whether the name that is offered is free.
    Naming,
    SaveTo,
    Saving,
    Printing,
    Shown,
    /// Whether to go without it.
    Sure,
}

impl Recovery {
    /// Begins with the code of a journal that was just locked.
    pub(super) fn new(code: RecoveryCode, backups: &Remade, around: &Around) -> Self {
        Self {
            code,
            locked: locked(backups, around),
            is_taken: false,
            done: None,
            to: suggested(words::FILE, around),
            step: Step::Offer,
        }
    }

    fn to(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Panel
    }

    fn offer(&self) -> (Vec<String>, PanelAsk) {
        let mut said = match &self.done {
            Some(done) => vec![done.clone()],
            None => self.locked.clone(),
        };
        said.push(words::WHAT_IT_IS.to_owned());
        let row = |key, words: &str| PanelRow {
            key: Some(key),
            words: words.to_owned(),
            quiet: String::new(),
        };
        let rows = vec![
            row('s', words::SAVE),
            row('p', words::PRINT),
            row('h', words::SHOW),
            row('i', words::HAVE_IT),
        ];
        let safe = if self.is_taken { rows.len() - 1 } else { 0 };
        (said, PanelAsk::Rows { rows, safe })
    }

    fn chose(&mut self, row: usize, around: &Around) -> Next {
        match (self.step, row) {
            (Step::Offer, 0) => self.name(around),
            (Step::Offer, 1) => {
                self.step = Step::Printing;
                Next::Do(Work::PrintPage(page::page(
                    &self.code,
                    around.standing.today,
                )))
            }
            (Step::Offer, 2) => {
                self.is_taken = true;
                self.to(Step::Shown)
            }
            (Step::Offer, 3) => self.leave(),
            (Step::Sure, 0) => self.to(Step::Offer),
            (Step::Sure, 1) => Next::Over,
            _ => Next::Panel,
        }
    }

    /// Goes, when they have the code; else asks once.
    fn leave(&mut self) -> Next {
        if self.is_taken {
            Next::Over
        } else {
            self.to(Step::Sure)
        }
    }

    fn back(&mut self) -> Next {
        match self.step {
            Step::Offer => self.leave(),
            Step::SaveTo | Step::Shown => self.to(Step::Offer),
            // They were asked, and still want to go.
            Step::Sure => Next::Over,
            Step::Naming | Step::Saving | Step::Printing => {
                Next::Hint(common::CANNOT_STOP.to_owned())
            }
        }
    }

    /// Offers a name for the file, one that is free.
    fn name(&mut self, around: &Around) -> Next {
        match around.path(&self.to) {
            Some(path) if self.to == suggested(words::FILE, around) => {
                self.step = Step::Naming;
                Next::Do(Work::WhatIsAt(path))
            }
            _ => self.to(Step::SaveTo),
        }
    }

    fn save(&mut self, typed: &str, around: &Around) -> Next {
        let Some(to) = around.path(typed) else {
            return Next::Hint(common::WHOLE_PATH.to_owned());
        };
        typed.clone_into(&mut self.to);
        self.step = Step::Saving;
        let page = page::page(&self.code, around.standing.today);
        Next::Do(Work::SavePage { to, page })
    }

    fn taken(&mut self, done: String) -> Next {
        self.is_taken = true;
        self.done = Some(done);
        self.to(Step::Offer)
    }
}

/// Says what was done. What was known of the journal before still tells whether it had a
/// passphrase, and with it a code that somebody may have kept on paper.
fn locked(backups: &Remade, around: &Around) -> Vec<String> {
    let is_first = !around.keeping.locked;
    let is_all_anew = backups.not_reached.is_none() && backups.stay.is_empty();
    let (first, still) = match (is_first, is_all_anew) {
        (true, _) => (vec![words::IS_LOCKED], words::NOT_LOCKED_THERE),
        (false, true) => (vec![words::IS_CHANGED, words::OLD_CODE], words::AS_BEFORE),
        (false, false) => (
            vec![words::IS_CHANGED, words::OLD_CODE_HERE],
            words::AS_BEFORE,
        ),
    };
    let mut said: Vec<String> = first.into_iter().map(str::to_owned).collect();
    said.extend(common::remade(backups, words::BACKUPS_TOO, still, around));
    said
}

/// Where the page is suggested to go.
fn suggested(name: &str, around: &Around) -> String {
    let folder = around.standing.home.as_ref().map(|_| PathBuf::from("~"));
    let file = folder.unwrap_or_default().join(name);
    file.display().to_string()
}

impl Talk for Recovery {
    fn panel(&self, _: &Around) -> Panel {
        let one = |said: &str| vec![said.to_owned()];
        let (said, ask) = match self.step {
            Step::Offer => self.offer(),
            Step::SaveTo => {
                let ask = PanelAsk::Line {
                    label: words::SAVE_TO.to_owned(),
                    starter: self.to.clone(),
                };
                (one(words::ON_A_STICK), ask)
            }
            // It is seen at once: nothing is said.
            Step::Naming => (Vec::new(), PanelAsk::Busy { can_stop: false }),
            Step::Saving => (one(words::SAVING), PanelAsk::Busy { can_stop: false }),
            Step::Printing => (one(words::PRINTING), PanelAsk::Busy { can_stop: false }),
            Step::Shown => (one(words::COPY_IT), PanelAsk::Code(self.code.clone())),
            Step::Sure => {
                let go_back = ('b', words::BACK_TO_CODE);
                let ask = two_rows(go_back, (Some('w'), words::WITHOUT));
                let said = [words::NOT_TAKEN, words::ANOTHER_CODE];
                (said.map(str::to_owned).to_vec(), ask)
            }
        };
        Panel {
            title: words::TITLE.to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, around: &Around) -> Next {
        match given {
            Given::Back => self.back(),
            Given::Row(row) => self.chose(row, around),
            Given::Line(typed) if self.step == Step::SaveTo => self.save(&typed, around),
            Given::Enter if self.step == Step::Shown => self.to(Step::Offer),
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match (came, self.step) {
            (Came::IsAt(what), Step::Naming) => {
                if what != There::Nothing {
                    let name = words::file_of(around.standing.today);
                    self.to = suggested(&name, around);
                }
                self.to(Step::SaveTo)
            }
            (Came::PageSaved(path), Step::Saving) => {
                self.taken(words::saved(&around.say_path(&path)))
            }
            (Came::Printed, Step::Printing) => self.taken(words::PRINTED.to_owned()),
            // The code must not be lost because a file could not be written.
            (Came::Trouble(said), Step::Saving) => {
                self.step = Step::SaveTo;
                Next::Hint(said)
            }
            (Came::Trouble(said), _) => {
                self.step = Step::Offer;
                Next::Hint(said)
            }
            _ => Next::Panel,
        }
    }

    fn holds(&self) -> bool {
        !self.is_taken && self.step != Step::Sure
    }
}
