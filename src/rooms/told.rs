//! What came of a matter, to be read: then it is over.
//!
//! A form may be left half-way in a file that does not have what it is about: words that the journal
//! could not take are kept in such a file. They are read here then, since no form can be opened.

use super::around::Standing;
use super::matter::{Next, Talk};
use super::words;
use super::{Came, Given, Leaf, LeafAsk, LeafRow, Piece};
use crate::domain::Draft;
use crate::reflection::typed;

/// Words to read.
#[derive(Clone, Debug)]
pub(super) struct Told {
    title: String,
    said: Vec<Piece>,
}

impl Told {
    /// Says this.
    pub(super) fn new(title: &str, said: Vec<String>) -> Self {
        Self {
            title: title.to_owned(),
            said: said.into_iter().map(Piece::Text).collect(),
        }
    }

    /// Says this, and what was typed on a form that cannot be opened here.
    pub(super) fn with_typed(
        title: &str,
        said: &str,
        form: Option<&Draft>,
        standing: &Standing,
    ) -> Self {
        let mut told = Self::new(title, vec![said.to_owned()]);
        let typed = form.map_or_else(Vec::new, |form| pieces_of(form, standing));
        if !typed.is_empty() {
            told.said.push(Piece::Text(words::TYPED_IS_SAFE.to_owned()));
        }
        told.said.extend(typed);
        told
    }
}

/// What was typed on a form, each under what it answers.
pub(super) fn pieces_of(form: &Draft, standing: &Standing) -> Vec<Piece> {
    let typed = typed(form.fields(), Some(&standing.pack));
    let said = typed.into_iter().flat_map(|(over, words)| {
        let words = words.trim().to_owned();
        [Piece::Quiet(over), Piece::Own(words)]
    });
    said.collect()
}

impl Talk for Told {
    fn leaf(&self, _: &Standing) -> Leaf {
        Leaf {
            title: self.title.clone(),
            pieces: self.said.clone(),
            ask: LeafAsk::Rows {
                rows: vec![LeafRow::new(words::GO_ON)],
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
