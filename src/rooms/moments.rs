//! My moments, and the moments under a sign: pages of rows, each of which opens its entry.

pub(super) mod words;

use chrono::{DateTime, FixedOffset};

use super::around::Standing;
use super::matter::{Next, Talk};
use super::paged::Paged;
use super::picking::Picking;
use super::visit::Door;
use super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use crate::domain::{Id, Passage, Passages, cut};
use crate::insight::days::say_short;
use crate::insight::words as say;
use crate::reflection::Opening;

/// Rows of a page.
const SIZE: usize = 10;

/// Pages of moments.
#[derive(Clone, Debug)]
pub(super) struct Moments {
    title: String,
    which: Passages,
    /// The same without a window.
    further: Option<Passages>,
    pages: Paged<Passage, (DateTime<FixedOffset>, Id)>,
    last: usize,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Open(Id),
    Older,
    Newer,
    Further,
    Begin,
    Back,
}

impl Moments {
    /// Shows every moment that was kept.
    pub(super) fn new() -> Self {
        Self::of(words::TITLE, Passages::Moments)
    }

    /// Shows the passages of one kind.
    pub(super) fn of(title: &str, which: Passages) -> Self {
        Self {
            title: title.to_owned(),
            which,
            further: None,
            pages: Paged::new(SIZE),
            last: 0,
        }
    }

    /// The same within a window, with a way on to what is further back.
    pub(super) fn within(self, which: Passages) -> Self {
        Self {
            further: Some(self.which),
            which,
            ..self
        }
    }

    fn load(&self) -> Next {
        let (begins, limit) = (self.pages.begins(), self.pages.limit());
        Next::Do(Work::Passages(self.which.clone(), begins, limit))
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        for passage in self.pages.here() {
            rows.row(self.row(passage, standing), Deed::Open(passage.entry));
        }
        if self.pages.has_older() {
            rows.keyed('o', common::OLDER, Deed::Older);
        }
        if self.pages.has_newer() {
            rows.keyed('n', common::NEWER, Deed::Newer);
        }
        if self.further.is_some() {
            rows.keyed('f', words::FURTHER, Deed::Further);
        }
        if self.pages.is_empty() && self.which == Passages::Moments {
            rows.keyed('r', common::BEGIN, Deed::Begin);
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn row(&self, passage: &Passage, standing: &Standing) -> LeafRow {
        if !passage.readable {
            let day = say_short(passage.on, standing.today());
            return LeafRow::new(words::UNREADABLE).quiet(day);
        }
        let own = [&*passage.words, &*passage.question, words::NO_WORDS];
        let own = own.iter().find(|words| !words.trim().is_empty());
        let day = say_short(passage.on, standing.today());
        let quiet = match (&self.which, passage.answer) {
            (Passages::Answers(under), Some(answer)) if under.answer.is_none() => {
                format!("{day}, {}", say::answer(answer))
            }
            _ => day,
        };
        LeafRow::new(cut(own.unwrap_or(&""), common::ROW_LETTERS)).quiet(quiet)
    }

    fn pieces(&self) -> Vec<Piece> {
        let said: &[&str] = if !self.pages.is_empty() && self.pages.here().is_empty() {
            &[common::PAGE_IS_EMPTY]
        } else if !self.pages.is_empty() {
            return vec![Piece::Quiet(words::UNDER.to_owned())];
        } else if self.which == Passages::Moments {
            &[words::NONE, words::HOW]
        } else {
            &[words::NONE_UNDER]
        };
        let pieces = said.iter().map(|said| Piece::Text((*said).to_owned()));
        pieces.collect()
    }
}

impl Talk for Moments {
    fn begun(&mut self, _: &Standing) -> Next {
        self.load()
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        if !self.pages.is_loaded() {
            return Leaf::busy(&self.title);
        }
        Leaf {
            title: self.title.clone(),
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
                Next::Through(Door::Entry(entry))
            }
            Deed::Older => {
                self.pages.older();
                self.load()
            }
            Deed::Newer => {
                self.pages.newer();
                self.load()
            }
            Deed::Further => {
                self.which = self.further.take().unwrap_or(Passages::Moments);
                self.pages = Paged::new(SIZE);
                self.load()
            }
            Deed::Begin => Next::begin_walk(Opening::default(), standing),
            Deed::Back => Next::Over,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        let Came::Passages(found) = came else {
            return Next::after(&self.title, came);
        };
        let place = |passage: &Passage| (passage.finished_at, passage.entry);
        self.pages.take(found, place);
        Next::Leaf
    }
}
