//! A second folder for backups: one disk is one disk.
//!
//! Whether a folder can be written to is best seen by writing: so once it is named, a backup there
//! is offered at once.

mod words;

use super::around::Around;
use super::backups::BackingUp;
use super::locking::two_rows;
use super::matter::{Matter, Next, Talk};
use super::{Came, Choice, Given, Panel, PanelAsk, PanelRow, words as common};

/// Names a folder.
#[derive(Clone, Debug)]
pub(super) struct NamingFolder {
    step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// There is one: another, none, or leave it.
    Which,
    Name,
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
        self.step = Step::Named;
        Next::Set(Choice::SecondFolder(Some(folder)))
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
        let (said, ask) = match self.step {
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
            Step::Name => {
                let ask = PanelAsk::Line {
                    label: words::FOLDER.to_owned(),
                    starter: folder(around),
                };
                (vec![words::WHY.to_owned()], ask)
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
            (Given::Back, Step::Name) if around.standing.second_folder.is_some() => {
                self.to(Step::Which)
            }
            (Given::Back, _)
            | (Given::Row(0), Step::Which)
            | (Given::Row(1), Step::Named)
            | (Given::Enter, Step::TakenAway) => Next::Over,
            (Given::Row(1), Step::Which) => self.to(Step::Name),
            (Given::Row(2), Step::Which) => {
                self.step = Step::TakenAway;
                Next::Set(Choice::SecondFolder(None))
            }
            (Given::Line(typed), Step::Name) => self.name(&typed, around),
            (Given::Row(0), Step::Named) => Next::Become(Matter::BackingUp(BackingUp)),
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, _: &Around) -> Next {
        Next::after(words::TITLE, came)
    }
}
