//! Earlier versions: listed by when they were written, read whole, brought back.

use super::{EntryRoom, Shown, Standing, Step, told, words};
use crate::domain::Version;
use crate::rooms::matter::Next;
use crate::rooms::{LeafRow, Piece};

impl EntryRoom {
    pub(super) fn versions_leaf(&self, versions: &[Version]) -> Shown {
        let mut pieces = vec![Piece::Question(words::VERSIONS.to_owned())];
        pieces.push(Piece::Quiet(words::EACH_STAYS.to_owned()));
        if versions.len() < 2 {
            pieces.push(Piece::Text(words::ONLY_ONE.to_owned()));
        }
        let row = |(place, version): (usize, &Version)| {
            let quiet = match (&version.entry, place) {
                (None, _) => words::UNREADABLE,
                (Some(_), 0) => words::AS_IT_IS,
                _ => "",
            };
            LeafRow::new(words::written(version.written)).quiet(quiet)
        };
        let mut rows: Vec<LeafRow> = versions.iter().enumerate().map(row).collect();
        if rows.is_empty() {
            rows.push(LeafRow::new(crate::rooms::words::GO_ON));
        }
        (pieces, rows, self.list_at)
    }

    pub(super) fn chose_version(&mut self, row: usize) -> Next {
        let Step::Versions(versions) = &self.step else {
            return Next::Leaf;
        };
        match versions.get(row) {
            Some(Version { entry: Some(_), .. }) => {
                let versions = versions.clone();
                self.list_at = row;
                self.go(Step::OneVersion(versions, row))
            }
            Some(_) => Next::Hint(words::CANNOT_BE_READ.to_owned()),
            None => self.front(),
        }
    }

    pub(super) fn version_leaf(
        &self,
        versions: &[Version],
        which: usize,
        standing: &Standing,
    ) -> Shown {
        let mut pieces = Vec::new();
        if let Some(version) = versions.get(which) {
            pieces.push(Piece::Quiet(words::written(version.written)));
            if which > 0 {
                pieces.push(Piece::Quiet(words::SO_IT_WAS.to_owned()));
            }
            if let Some(entry) = &version.entry {
                let now = self.entry.as_ref().unwrap_or(entry);
                pieces.extend(told::version(&standing.pack, entry, now));
            }
        }
        let mut rows = vec![LeafRow::new(words::TO_LIST)];
        if which > 0 && standing.read_only.is_none() {
            rows.push(LeafRow::new(words::USE_VERSION));
        }
        (pieces, rows, 0)
    }

    pub(super) fn chose_for_version(&mut self, row: usize, standing: &Standing) -> Next {
        let Step::OneVersion(versions, which) = &self.step else {
            return Next::Leaf;
        };
        let entry = versions.get(*which).and_then(|it| it.entry.clone());
        match (row, entry) {
            (1, Some(entry)) if *which > 0 && standing.read_only.is_none() => {
                self.change(*entry, words::IS_BACK, false)
            }
            _ => self.back(),
        }
    }
}
