//! Rows with what each of them does, so that no row can lead nowhere.

use super::around::Standing;
use super::matter::Next;
use super::visit::Door;
use super::{Leaf, LeafAsk, LeafRow};
use crate::reflection::Opening;

/// Rows on their way to a leaf.
#[derive(Debug)]
pub(super) struct Rows<D> {
    rows: Vec<(LeafRow, Option<D>)>,
}

impl<D> Rows<D> {
    /// Begins with none.
    pub(super) fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Puts a row that does this.
    pub(super) fn put(&mut self, row: LeafRow, deed: D) {
        self.rows.push((row, Some(deed)));
    }

    /// Puts a heading over the rows that follow.
    pub(super) fn heading(&mut self, words: &str) {
        self.rows.push((LeafRow::heading(words), None));
    }

    /// What this row does; nothing for a heading.
    pub(super) fn deed(self, at: usize) -> Option<D> {
        self.rows.into_iter().nth(at).and_then(|(_, deed)| deed)
    }

    /// The rows as they are asked, beginning at the last: the others write something.
    pub(super) fn ask_from_the_last(self) -> LeafAsk {
        let last = self.rows.len().saturating_sub(1);
        self.ask(last)
    }

    /// The rows as they are asked, beginning at this one, or at the first after it.
    pub(super) fn ask(self, at: usize) -> LeafAsk {
        let can = |(at, (_, deed)): (usize, &(LeafRow, Option<D>))| deed.as_ref().map(|_| at);
        let after = self.rows.iter().enumerate().skip(at).find_map(can);
        let at = after
            .or_else(|| self.rows.iter().enumerate().find_map(can))
            .unwrap_or(0);
        LeafAsk::Rows {
            rows: self.rows.into_iter().map(|(row, _)| row).collect(),
            at,
        }
    }
}

/// What is shown while the journal is asked.
pub(super) fn busy(title: &str) -> Leaf {
    Leaf {
        title: title.to_owned(),
        ..Leaf::default()
    }
}

/// Begins a walk, where anything can be written.
pub(super) fn begin_walk(opening: Opening, standing: &Standing) -> Next {
    match &standing.read_only {
        Some(why) => Next::Hint(why.clone()),
        None => Next::Leave(Door::Reflect(opening)),
    }
}
