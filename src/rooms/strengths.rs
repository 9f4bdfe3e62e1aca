//! My strengths: what I stand by, in my own words, to read on a hard day. Nothing else to do.

pub(super) mod words;

use chrono::{DateTime, FixedOffset};

use super::around::Standing;
use super::matter::{Next, Talk};
use super::paged::Paged;
use super::picking::Picking;
use super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use crate::domain::{Id, Passage, Passages};
use crate::reflection::Opening;

/// Few enough to read in one go.
const SIZE: usize = 7;

/// The page of strengths.
#[derive(Clone, Debug)]
pub(super) struct Strengths {
    pages: Paged<Passage, (DateTime<FixedOffset>, Id)>,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Older,
    Newer,
    Begin,
    Back,
}

impl Strengths {
    /// Begins with the newest.
    pub(super) fn new() -> Self {
        Self {
            pages: Paged::new(SIZE),
        }
    }

    fn load(&self) -> Next {
        let (begins, limit) = (self.pages.begins(), self.pages.limit());
        Next::Do(Work::Passages(Passages::Strengths, begins, limit))
    }

    fn rows(&self) -> Picking<Deed> {
        let mut rows = Picking::new();
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
        if self.pages.is_empty() {
            return vec![
                Piece::Text(words::NONE.to_owned()),
                Piece::Text(words::HOW.to_owned()),
            ];
        }
        let own = self.pages.here().iter().map(|passage| passage.words.trim());
        let own = own.filter(|words| !words.is_empty());
        std::iter::once(Piece::Quiet(words::GENTLE.to_owned()))
            .chain(own.map(|words| Piece::Own(words.to_owned())))
            .collect()
    }
}

impl Talk for Strengths {
    fn begun(&mut self, _: &Standing) -> Next {
        self.load()
    }

    fn leaf(&self, _: &Standing) -> Leaf {
        if !self.pages.is_loaded() {
            return Leaf::busy(words::TITLE);
        }
        Leaf {
            title: words::TITLE.to_owned(),
            pieces: self.pieces(),
            ask: self.rows().ask_at(0),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        match self.rows().chosen(at) {
            Some(Deed::Older) => {
                self.pages.older();
                self.load()
            }
            Some(Deed::Newer) => {
                self.pages.newer();
                self.load()
            }
            Some(Deed::Begin) => Next::begin_walk(Opening::default(), standing),
            Some(Deed::Back) => Next::Over,
            None => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        let Came::Passages(found) = came else {
            return Next::after(words::TITLE, came);
        };
        let place = |passage: &Passage| (passage.finished_at, passage.entry);
        self.pages.take(found, place);
        Next::Leaf
    }
}
