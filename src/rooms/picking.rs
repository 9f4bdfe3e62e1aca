//! Rows together with what each of them does.
//!
//! A matter lays its rows out once, for what is shown and for what is chosen, so that the two can
//! never be out of step.

use unicode_segmentation::UnicodeSegmentation as _;

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
        let place = |wanted: &dyn Fn(&D) -> bool| {
            let found = |deed: &Option<D>| deed.as_ref().is_some_and(wanted);
            self.0.iter().position(|(_, deed)| found(deed))
        };
        let at = place(&focus).or_else(|| place(&|_| true)).unwrap_or(0);
        LeafAsk::Rows {
            rows: self.0.iter().map(|(row, _)| row.clone()).collect(),
            at,
        }
    }

    /// What the row with this number does.
    pub(super) fn chosen(&self, row: usize) -> Option<D> {
        self.0.get(row).and_then(|(_, deed)| deed.clone())
    }
}

/// Cuts a text to what a row can show; the whole of it stands where it is read. What is seen as
/// one letter, such as a flag, is never cut in two.
pub(super) fn cut(text: &str, most: usize) -> String {
    let first = text.trim().lines().next().unwrap_or("").trim();
    let is_whole = first.graphemes(true).count() <= most && first == text.trim();
    if is_whole {
        return first.to_owned();
    }
    let kept: String = first.graphemes(true).take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
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
        assert_eq!(picking.chosen(0), None);
        assert_eq!(picking.chosen(1), Some(1));
        assert_eq!(picking.chosen(7), None);
    }

    #[test]
    fn a_long_text_is_cut_and_a_second_line_is_hinted_at() {
        assert_eq!(cut(" short ", 10), "short");
        assert_eq!(cut("one two three", 8), "one two…");
        assert_eq!(cut("one\ntwo", 8), "one…");
        assert_eq!(cut("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 3), "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧");
        assert_eq!(cut("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2), "👨‍👩‍👧…");
    }
}
