//! Erasing everything: what goes and what stays is said first, and one word has to be typed.

use std::path::PathBuf;

use super::words;
use crate::vault::around::Around;
use crate::vault::matter::{Next, Talk};
use crate::vault::{Came, Given, Panel, PanelAsk, Work, words as common};

/// Erases the journal with its backups.
#[derive(Clone, Debug, Default)]
pub(in crate::vault) struct ErasingAll {
    is_busy: bool,
}

/// What goes and what stays.
fn said(around: &Around) -> Vec<String> {
    let keeping = &around.keeping;
    // What goes comes first, where it is after: a small screen shows the beginning.
    let mut said = vec![words::all_goes(&common::entries(keeping.entries))];
    if !keeping.backups.is_empty() {
        said.push(words::backups_go(&common::backups(keeping.backups.len())));
    }
    if !keeping.rescued.is_empty() {
        said.push(words::RESCUED_GO.to_owned());
    }
    if let Some(second) = &keeping.second {
        let folder = around.say_path(&second.folder);
        said.push(if second.is_there {
            words::second_goes(&common::backups(second.backups.len()), &folder)
        } else {
            words::second_stays(&folder)
        });
    }
    said.push(words::PRACTICE_GOES.to_owned());
    said.push(words::journal_goes(&around.say_path(&keeping.journal)));
    said.push(words::WHAT_STAYS.to_owned());
    said.push(words::ALL_CANNOT_BE_UNDONE.to_owned());
    said
}

/// What is said on the way out.
fn last_words(left: &[PathBuf], around: &Around) -> String {
    if left.is_empty() {
        return words::ALL_ERASED.to_owned();
    }
    let mut said = words::ERASED_BUT_FOR.to_owned();
    for path in left {
        said.push('\n');
        said.push_str(&around.say_path(path));
    }
    said
}

impl Talk for ErasingAll {
    fn panel(&self, around: &Around) -> Panel {
        let (said, ask) = if self.is_busy {
            (
                vec![words::ERASING_ALL.to_owned()],
                PanelAsk::Busy { can_stop: false },
            )
        } else {
            let ask = PanelAsk::Line {
                label: words::TYPE_IT.to_owned(),
                starter: String::new(),
            };
            (said(around), ask)
        };
        Panel {
            title: words::ALL_TITLE.to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, _: &Around) -> Next {
        match (given, self.is_busy) {
            (Given::Back, true) => Next::Hint(common::CANNOT_STOP.to_owned()),
            (Given::Back, false) => Next::Over,
            (Given::Line(typed), false) => {
                if typed.trim().eq_ignore_ascii_case(words::THE_WORD) {
                    self.is_busy = true;
                    Next::Do(Work::EraseEverything)
                } else {
                    Next::Hint(words::NOT_THE_WORD.to_owned())
                }
            }
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match came {
            Came::AllErased { left } => Next::Leave(last_words(&left, around)),
            came => Next::after(words::ALL_TITLE, came),
        }
    }
}
