//! Rows together with what each of them does.
//!
//! A matter lays its rows out once, for what is shown and for what is chosen, so that the two can
//! never be out of step.

use super::{LeafAsk, LeafRow};

/// Rows, each with its deed; a heading has none.
#[derive(Clone, Debug)]
pub(super) struct Picking<D>(Vec<(LeafRow, Option<D>)>);

impl<D: Clone> Picking<D> {
    /// Begins with no row.
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a row.
    pub(super) fn row(&mut self, row: LeafRow, deed: D) {
        self.0.push((row, Some(deed)));
    }

    /// Adds a row with a letter.
    pub(super) fn keyed(&mut self, key: char, words: &str, deed: D) {
        self.row(LeafRow::new(words).key(key), deed);
    }

    /// Adds a heading over the rows that come next.
    pub(super) fn heading(&mut self, words: &str) {
        self.0.push((LeafRow::heading(words), None));
    }

    /// What is asked, with this deed in focus, or the first row.
    pub(super) fn ask(&self, focus: impl Fn(&D) -> bool) -> LeafAsk {
        self.ask_at(self.place_of(focus).unwrap_or(0))
    }

    /// The number of the first row with this deed.
    pub(super) fn place_of(&self, focus: impl Fn(&D) -> bool) -> Option<usize> {
        let found = |(_, deed): &(LeafRow, Option<D>)| deed.as_ref().is_some_and(&focus);
        self.0.iter().position(found)
    }

    /// What is asked, with the row of this number in focus, or else the first after it that does
    /// something, or the first of all.
    pub(super) fn ask_at(&self, at: usize) -> LeafAsk {
        let able = |(at, (_, deed)): (usize, &(LeafRow, Option<D>))| deed.as_ref().map(|_| at);
        let numbered = || self.0.iter().enumerate();
        let after = numbered().skip(at).find_map(able);
        LeafAsk::Rows {
            rows: self.0.iter().map(|(row, _)| row.clone()).collect(),
            at: after.or_else(|| numbered().find_map(able)).unwrap_or(0),
        }
    }

    /// What is asked, with the last row in focus: the others write something.
    pub(super) fn ask_from_the_last(&self) -> LeafAsk {
        self.ask_at(self.0.len().saturating_sub(1))
    }

    /// What the row with this number does.
    pub(super) fn chosen(&self, row: usize) -> Option<D> {
        self.0.get(row).and_then(|(_, deed)| deed.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_never_in_focus_and_does_nothing() {
        let mut picking = Picking::new();
        picking.heading("Over");
        picking.keyed('a', "One", 1);
        picking.keyed('b', "Two", 2);
        for (focus, wanted) in [(2, 2), (9, 1)] {
            let LeafAsk::Rows { rows, at } = picking.ask(|deed| *deed == focus) else {
                panic!("no rows")
            };
            assert_eq!((rows.len(), at), (3, wanted));
        }
        for (at, wanted) in [(0, 1), (1, 1), (2, 2), (9, 1)] {
            let LeafAsk::Rows { at, .. } = picking.ask_at(at) else {
                panic!("no rows")
            };
            assert_eq!(at, wanted);
        }
        assert_eq!(picking.ask_from_the_last(), picking.ask_at(2));
        assert_eq!(picking.place_of(|deed| *deed == 2), Some(2));
        assert_eq!(picking.place_of(|deed| *deed == 9), None);
        assert_eq!(picking.chosen(0), None);
        assert_eq!(picking.chosen(1), Some(1));
        assert_eq!(picking.chosen(7), None);
    }
}
