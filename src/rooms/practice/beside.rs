//! Tries of one story side by side: each question, and under it what I wrote each time.
//!
//! The newest stands first, since it is the one to read the others beside. Nothing says which is the
//! better one, for none is.

use super::super::around::Standing;
use super::super::matter::{Next, Talk};
use super::super::sheet::saying::{Said, said};
use super::super::{Came, Given, Leaf, LeafAsk, LeafRow, Piece, words as common};
use super::words;
use crate::content::Pack;
use crate::domain::{Entry, say_day};

/// Tries side by side.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct Beside {
    title: String,
    tries: Vec<Entry>,
}

impl Beside {
    /// Puts these side by side, the newest first.
    pub(super) fn new(title: String, tries: Vec<Entry>) -> Self {
        Self { title, tries }
    }

    fn pieces(&self, pack: &Pack) -> Vec<Piece> {
        let told: Vec<(&Entry, Vec<Said>)> =
            self.tries.iter().map(|it| (it, said(pack, it))).collect();
        let mut pieces = vec![Piece::Quiet(words::BESIDE_UNDER.to_owned())];
        for asked in questions(&told) {
            pieces.push(Piece::Heading(asked.question.clone()));
            for (entry, all) in &told {
                let Some(said) = all.iter().find(|said| said.key == asked.key) else {
                    continue;
                };
                pieces.push(Piece::Quiet(say_day(entry.on)));
                pieces.extend(said.words.iter().cloned().map(Piece::Own));
            }
        }
        pieces
    }
}

/// Every question that some try answers: in the order of the newest, and what only an older one has
/// after the question it followed there. Asked in other words it is still the same question, and
/// stands there in its newest ones.
fn questions<'a>(told: &'a [(&Entry, Vec<Said>)]) -> Vec<&'a Said> {
    let mut questions: Vec<&Said> = Vec::new();
    for (_, all) in told {
        let mut at = 0;
        for said in all {
            let before = questions.iter().position(|it| it.key == said.key);
            if before.is_none() {
                questions.insert(at, said);
            }
            at = before.unwrap_or(at) + 1;
        }
    }
    questions
}

impl Talk for Beside {
    fn leaf(&self, standing: &Standing) -> Leaf {
        let pieces = if self.tries.len() < 2 {
            vec![Piece::Text(words::ONE_TRY.to_owned())]
        } else {
            self.pieces(&standing.pack)
        };
        Leaf {
            title: self.title.clone(),
            pieces,
            ask: LeafAsk::Rows {
                rows: vec![LeafRow::new(common::GO_BACK)],
                at: 0,
            },
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, _: &Standing) -> Next {
        match given {
            Given::Row(_) | Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        Next::after(&self.title, came)
    }
}
