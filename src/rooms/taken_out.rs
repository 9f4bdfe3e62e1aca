//! What was taken out of the journal, to bring it back or to delete it for ever.
//!
//! Taking an entry out asks nothing first, since it can be brought back. So there must be a place
//! to find it again on another day, when the row that undoes it is long gone.

pub(super) mod words;

use super::around::Standing;
use super::matter::{Next, Talk};
use super::picking::Picking;
use super::visit::Door;
use super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use crate::domain::{Id, Listed, cut, say_day, which_entry};
use crate::reflection::say_kind;

/// The list, and the one that is looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct TakenOut {
    /// The newest first; `None` until they were read.
    out: Option<Vec<Listed>>,
    chosen: Option<Id>,
    said: Option<&'static str>,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Look(Id),
    BringBack(Id),
    Erase(Id),
    ToList,
    Back,
}

impl TakenOut {
    fn one(&self) -> Option<&Listed> {
        let id = self.chosen?;
        self.out.as_ref()?.iter().find(|listed| listed.id == id)
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        if let Some(listed) = self.one() {
            rows.row(LeafRow::new(words::TO_LIST), Deed::ToList);
            if standing.read_only.is_none() {
                let id = listed.id;
                rows.row(LeafRow::new(words::BRING_BACK), Deed::BringBack(id));
                rows.row(LeafRow::new(words::ERASE), Deed::Erase(id));
            }
            return rows;
        }
        for listed in self.out.iter().flatten() {
            let row = LeafRow::new(cut(first_words(listed), common::ROW_LETTERS));
            rows.row(row.quiet(say_day(listed.on)), Deed::Look(listed.id));
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn pieces(&self, standing: &Standing) -> Vec<Piece> {
        let said = self.said.map(|said| Piece::Text(said.to_owned()));
        let mut pieces: Vec<Piece> = said.into_iter().collect();
        if let Some(listed) = self.one() {
            pieces.push(Piece::Heading(say_day(listed.on)));
            let kind = say_kind(&standing.pack, listed.kind, listed.length);
            pieces.push(Piece::Quiet(format!("{kind}.")));
            pieces.push(match listed.words.trim() {
                "" => Piece::Quiet(format!("{}.", words::NO_WORDS)),
                own => Piece::Own(own.to_owned()),
            });
        } else if self.out.iter().flatten().next().is_none() {
            pieces.push(Piece::Text(words::NONE.to_owned()));
        } else {
            pieces.push(Piece::Quiet(words::UNDER.to_owned()));
        }
        pieces
    }

    fn do_it(&mut self, deed: Deed) -> Next {
        self.said = None;
        match deed {
            Deed::Look(id) => {
                self.chosen = Some(id);
                Next::Leaf
            }
            Deed::BringBack(id) => {
                self.said = Some(words::IS_BACK);
                Next::Do(Work::BringBack(id))
            }
            Deed::Erase(id) => match self.one() {
                Some(listed) => {
                    let which = which_entry(listed.on, listed.finished_at);
                    Next::Through(Door::Erase(id, which))
                }
                None => Next::Leaf,
            },
            Deed::ToList => {
                self.chosen = None;
                Next::Leaf
            }
            Deed::Back => Next::Over,
        }
    }
}

fn first_words(listed: &Listed) -> &str {
    let first = listed.words.trim().lines().next().unwrap_or_default();
    if first.is_empty() {
        words::NO_WORDS
    } else {
        first
    }
}

impl Talk for TakenOut {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::TakenOut)
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        if self.out.is_none() {
            return Leaf::busy(words::TITLE);
        }
        Leaf {
            title: words::TITLE.to_owned(),
            pieces: self.pieces(standing),
            ask: self.rows(standing).ask_at(0),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(row) => match self.rows(standing).chosen(row) {
                Some(deed) => self.do_it(deed),
                None => Next::Leaf,
            },
            Given::Back if self.one().is_some() => self.do_it(Deed::ToList),
            Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        match came {
            Came::TakenOut(out) => {
                self.out = Some(out);
                // It may have been brought back or deleted where it was looked at.
                if self.one().is_none() {
                    self.chosen = None;
                }
                Next::Leaf
            }
            Came::Done => Next::Do(Work::TakenOut),
            Came::Trouble(said) if self.out.is_some() => {
                self.said = None;
                Next::Hint(said)
            }
            came => Next::after(words::TITLE, came),
        }
    }
}
