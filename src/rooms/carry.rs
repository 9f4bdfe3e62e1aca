//! Carry forward: every intention, those still held first, and where each of them stands.

mod one;
mod saying;
#[cfg(test)]
mod tests;
pub(super) mod words;

pub(super) use one::One;
pub(super) use saying::Saying;

use super::around::Standing;
use super::matter::{Matter, Next, Talk};
use super::paged::Paged;
use super::picking::Picking;
use super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use crate::domain::{Carried, CarryPlace, Id, cut};
use crate::insight::{CarriedLook, carry_looks};
use crate::reflection::Opening;

/// Rows of a page.
const SIZE: usize = 20;

/// The list of intentions.
#[derive(Clone, Debug)]
pub(super) struct Carry {
    pages: Paged<Carried, CarryPlace>,
    last: usize,
}

/// What a row does.
#[derive(Clone, Debug)]
enum Deed {
    Open(Id),
    Older,
    Newer,
    Begin,
    Back,
}

impl Carry {
    /// Begins with the newest.
    pub(super) fn new() -> Self {
        Self {
            pages: Paged::new(SIZE),
            last: 0,
        }
    }

    fn load(&self) -> Next {
        Next::Do(Work::Carried(self.pages.begins(), self.pages.limit()))
    }

    fn looks(&self, standing: &Standing) -> Vec<CarriedLook> {
        carry_looks(&standing.pack, self.pages.here())
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        for look in self.looks(standing) {
            let words = cut(&look.words, common::ROW_LETTERS);
            rows.row(
                LeafRow::new(words).quiet(look.stands),
                Deed::Open(look.entry),
            );
        }
        if self.pages.has_older() {
            rows.keyed('o', common::OLDER, Deed::Older);
        }
        if self.pages.has_newer() {
            rows.keyed('n', common::NEWER, Deed::Newer);
        }
        if self.pages.is_empty() {
            rows.keyed('r', common::BEGIN, Deed::Begin);
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn pieces(&self) -> Vec<Piece> {
        let text = |words: &str| Piece::Text(words.to_owned());
        if self.pages.is_empty() {
            vec![text(words::NONE), text(words::HOW)]
        } else if self.pages.here().is_empty() {
            vec![text(common::PAGE_IS_EMPTY)]
        } else {
            vec![Piece::Quiet(words::UNDER.to_owned())]
        }
    }
}

impl Talk for Carry {
    fn begun(&mut self, _: &Standing) -> Next {
        self.load()
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        if !self.pages.is_loaded() {
            return Leaf::busy(words::TITLE);
        }
        Leaf {
            title: words::TITLE.to_owned(),
            pieces: self.pieces(),
            ask: self.rows(standing).ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        let Some(deed) = self.rows(standing).chosen(at) else {
            return Next::Leaf;
        };
        self.last = 0;
        match deed {
            Deed::Open(entry) => {
                self.last = at;
                Next::Open(Matter::CarriedOne(One::new(entry)))
            }
            Deed::Older => {
                self.pages.older();
                self.load()
            }
            Deed::Newer => {
                self.pages.newer();
                self.load()
            }
            Deed::Begin => Next::begin_walk(Opening::default(), standing),
            Deed::Back => Next::Over,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        let Came::Carried(found) = came else {
            return Next::after(words::TITLE, came);
        };
        self.pages.take(found, Carried::place);
        Next::Leaf
    }
}
