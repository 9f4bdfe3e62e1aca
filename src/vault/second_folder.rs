//! A second folder for backups: one disk is one disk.
//!
//! Whether a folder can be written to is best seen by writing: so once it is named, a backup there
//! is offered at once. One that is not there is taken too, for a stick in a drawer; but not
//! silently, for it may be a slip.

mod words;

use std::path::PathBuf;

use super::around::Around;
use super::backups::BackingUp;
use super::locking::two_rows;
use super::matter::{Matter, Next, Talk};
use super::{Came, Choice, Given, Panel, PanelAsk, PanelRow, There, Work, words as common};

/// Names a folder.
#[derive(Clone, Debug)]
pub(super) struct NamingFolder {
    step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// There is one: another, none, or leave it.
    Which,
    /// It is asked for.
    Name,
    /// It is asked for anew, with what was typed and what is there.
    Anew(String, There),
    /// It is seen whether this is there.
    Looking(String, PathBuf),
    /// It is kept, though it is not there.
    NamedAway,
    /// It is kept.
    Named,
    /// There is none any more.
    TakenAway,
}

impl NamingFolder {
    /// Begins; with what is there, when there is one.
    pub(super) fn new(around: &Around) -> Self {
        let step = match around.standing.second_folder {
            Some(_) => Step::Which,
            None => Step::Name,
        };
        Self { step }
    }

    fn to(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Panel
    }

    fn name(&mut self, typed: &str, around: &Around) -> Next {
        let Some(folder) = around.path(typed) else {
            return Next::Hint(common::WHOLE_PATH.to_owned());
        };
        // Once more the same: it is meant, such as a stick that is in a drawer.
        if self.step == Step::Anew(typed.to_owned(), There::Nothing) {
            return self.keep(folder, Step::NamedAway);
        }
        self.step = Step::Looking(typed.to_owned(), folder.clone());
        Next::Do(Work::WhatIsAt(folder))
    }

    fn keep(&mut self, folder: PathBuf, step: Step) -> Next {
        self.step = step;
        Next::Set(Choice::SecondFolder(Some(folder)))
    }

    fn looked(&mut self, what: There, around: &Around) -> Next {
        let Step::Looking(typed, folder) = self.step.clone() else {
            return Next::Panel;
        };
        let hint = match what {
            There::Folder => return self.keep(folder, Step::Named),
            There::File => words::is_a_file(&around.say_path(&folder)),
            There::Nothing => words::is_not_there(&around.say_path(&folder)),
        };
        self.step = Step::Anew(typed, what);
        Next::Hint(hint)
    }
}

fn folder(around: &Around) -> String {
    let folder = around.standing.second_folder.as_deref();
    folder
        .map(|folder| around.say_path(folder))
        .unwrap_or_default()
}

impl Talk for NamingFolder {
    fn panel(&self, around: &Around) -> Panel {
        let row = |key, words: &str| PanelRow {
            key: Some(key),
            words: words.to_owned(),
            quiet: String::new(),
        };
        let (said, ask) = match &self.step {
            Step::Which => {
                let mut said = vec![words::is(&folder(around))];
                let second = around.keeping.second.as_ref();
                if second.is_some_and(|second| !second.is_there) {
                    said.push(words::NOT_THERE_NOW.to_owned());
                }
                let rows = vec![
                    row('l', words::LEAVE_IT),
                    row('o', words::ANOTHER),
                    row('n', words::NONE),
                ];
                (said, PanelAsk::Rows { rows, safe: 0 })
            }
            Step::Name | Step::Anew(..) => {
                let starter = match &self.step {
                    Step::Anew(typed, _) => typed.clone(),
                    _ => folder(around),
                };
                let ask = PanelAsk::Line {
                    label: words::FOLDER.to_owned(),
                    starter,
                };
                (vec![words::WHY.to_owned()], ask)
            }
            // It is seen at once: nothing is said.
            Step::Looking(..) => (Vec::new(), PanelAsk::Busy { can_stop: true }),
            Step::NamedAway => {
                let said = vec![
                    words::will_go(&folder(around)),
                    words::NOT_THERE_NOW.to_owned(),
                ];
                (said, PanelAsk::Enter)
            }
            Step::Named => {
                let ask = two_rows(('b', words::NOW), (Some('l'), words::LATER));
                (
                    vec![words::will_go(&folder(around)), words::SHOWS.to_owned()],
                    ask,
                )
            }
            Step::TakenAway => (vec![words::TAKEN_AWAY.to_owned()], PanelAsk::Enter),
        };
        Panel {
            title: words::TITLE.to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, around: &Around) -> Next {
        match (given, &self.step) {
            (Given::Back, Step::Looking(..)) => {
                self.step = Step::Name;
                Next::Stop
            }
            (Given::Back, Step::Name | Step::Anew(..))
                if around.standing.second_folder.is_some() =>
            {
                self.to(Step::Which)
            }
            (Given::Back, _)
            | (Given::Row(0), Step::Which)
            | (Given::Row(1), Step::Named)
            | (Given::Enter, Step::TakenAway | Step::NamedAway) => Next::Over,
            (Given::Row(1), Step::Which) => self.to(Step::Name),
            (Given::Row(2), Step::Which) => {
                self.step = Step::TakenAway;
                Next::Set(Choice::SecondFolder(None))
            }
            (Given::Line(typed), Step::Name | Step::Anew(..)) => self.name(&typed, around),
            (Given::Row(0), Step::Named) => Next::Become(Matter::BackingUp(BackingUp)),
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match came {
            Came::IsAt(what) => self.looked(what, around),
            came => Next::after(words::TITLE, came),
        }
    }
}
