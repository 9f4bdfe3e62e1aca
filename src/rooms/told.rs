//! What came of a matter, to be read: then it is over.

use super::around::Standing;
use super::matter::{Next, Talk};
use super::words;
use super::{Came, Given, Leaf, LeafAsk, LeafRow, Piece};

/// Words to read.
#[derive(Clone, Debug)]
pub(super) struct Told {
    title: String,
    said: Vec<String>,
}

impl Told {
    /// Says this.
    pub(super) fn new(title: &str, said: Vec<String>) -> Self {
        Self {
            title: title.to_owned(),
            said,
        }
    }
}

impl Talk for Told {
    fn leaf(&self, _: &Standing) -> Leaf {
        Leaf {
            title: self.title.clone(),
            pieces: self.said.iter().cloned().map(Piece::Text).collect(),
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
