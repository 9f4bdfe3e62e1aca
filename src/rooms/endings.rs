//! Endings: what to think of before a goodbye, the entries near one, and a goodbye to write.
//!
//! Most checklists forget that the work is meant to end (`content.md` §1). The prompts rise when
//! an ending is near, and one of them is there all the time.

pub(super) mod words;

use super::around::Standing;
use super::matter::{Next, Talk};
use super::picking::Picking;
use super::visit::Door;
use super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use crate::content::Pack;
use crate::domain::{Id, Staged, cut};
use crate::insight::days::say_short;
use crate::reflection::Opening;

/// So many of the newest entries.
const MOST: usize = 20;
/// The item about the time that is left.
const ITEM: &str = "PRO2";

/// The page about endings.
#[derive(Clone, Debug, Default)]
pub(super) struct Endings {
    found: Option<Vec<Staged>>,
    last: usize,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Goodbye,
    Open(Id),
    Back,
}

impl Endings {
    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        rows.keyed('w', words::GOODBYE, Deed::Goodbye);
        let found = self.found.as_deref().unwrap_or_default();
        if !found.is_empty() {
            rows.heading(words::ENTRIES);
        }
        for staged in found {
            rows.row(row(staged, standing), Deed::Open(staged.entry));
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }
}

fn row(staged: &Staged, standing: &Standing) -> LeafRow {
    let own = cut(&staged.words, common::ROW_LETTERS);
    let own = if own.is_empty() {
        words::NO_WORDS.to_owned()
    } else {
        own
    };
    let stage = standing.pack.step("stage").option(staged.stage.id());
    let stage = stage.map_or("", |option| &option.text).to_lowercase();
    let day = say_short(staged.on, standing.today());
    let quiet = if stage.is_empty() {
        day
    } else {
        format!("{day}, {stage}")
    };
    LeafRow::new(own).quiet(quiet)
}

/// The prompts: all of them once an ending was near.
fn prompts(pack: &Pack, is_near: bool) -> Vec<Piece> {
    let text = |words: &str| Piece::Text(words.to_owned());
    let mut pieces = Vec::new();
    if !is_near {
        pieces.push(text(words::EARLY));
    }
    pieces.push(Piece::Question(words::SPOKEN.to_owned()));
    if is_near {
        pieces.push(text(words::GAINED));
        let feelings = pack.item(ITEM).map(|(_, item)| &*item.go_deeper);
        pieces.extend(feelings.filter(|asks| !asks.is_empty()).map(text));
        pieces.push(text(words::SUPPORT));
        pieces.push(text(words::HOW));
    }
    pieces
}

impl Talk for Endings {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::Endings(MOST))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let Some(found) = &self.found else {
            return Leaf::busy(words::TITLE);
        };
        let mut pieces = vec![Piece::Quiet(words::WHAT_COMES.to_owned())];
        pieces.extend(prompts(&standing.pack, !found.is_empty()));
        if found.is_empty() {
            pieces.push(Piece::Quiet(words::NONE.to_owned()));
            pieces.push(Piece::Quiet(words::HOW_TO.to_owned()));
        }
        Leaf {
            title: words::TITLE.to_owned(),
            pieces,
            ask: self.rows(standing).ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        match self.rows(standing).chosen(at) {
            Some(Deed::Goodbye) => {
                let opening = Opening {
                    goodbye: true,
                    ..Opening::default()
                };
                Next::begin_walk(opening, standing)
            }
            Some(Deed::Open(entry)) => {
                self.last = at;
                Next::Through(Door::Entry(entry))
            }
            Some(Deed::Back) => Next::Over,
            None => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        let Came::Endings(found) = came else {
            return Next::after(words::TITLE, came);
        };
        self.found = Some(found);
        Next::Leaf
    }
}
