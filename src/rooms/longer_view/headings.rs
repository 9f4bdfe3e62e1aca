//! The headings of the longer view: those that a story or a reflection has touched, and no other.
//!
//! It is never a form at the door. A person comes here by a row, and chooses one heading.

use super::super::around::Standing;
use super::super::matter::{Next, Talk};
use super::super::picking::Picking;
use super::super::visit::{Begin, first};
use super::super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use super::words;
use crate::content::Pack;
use crate::domain::{AsOf, HeadingId, LongerViews};
use crate::insight::days::say_short;
use crate::insight::window::{in_order, title_of};

/// The headings.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct FootingList {
    /// Only these; every one that was touched where there are none.
    among: Vec<HeadingId>,
    views: Option<Box<LongerViews>>,
    last: usize,
}

impl FootingList {
    /// Shows every heading that was touched.
    pub(in crate::rooms) fn new() -> Self {
        Self::among(Vec::new())
    }

    /// Shows these headings.
    pub(in crate::rooms) fn among(among: Vec<HeadingId>) -> Self {
        Self {
            among,
            views: None,
            last: 0,
        }
    }

    fn headings(&self, pack: &Pack) -> Vec<HeadingId> {
        if !self.among.is_empty() {
            return in_order(pack, self.among.iter().cloned());
        }
        let Some(views) = &self.views else {
            return Vec::new();
        };
        let said = views.said.iter().map(|it| &it.heading);
        let again = views.again.iter().map(|it| &it.heading);
        let all = views.touched.keys().chain(said).chain(again);
        in_order(pack, all.cloned())
    }

    fn rows(&self, standing: &Standing) -> Picking<Option<HeadingId>> {
        let mut rows = Picking::new();
        for heading in self.headings(&standing.pack) {
            let row = LeafRow::new(title_of(&standing.pack, &heading));
            let quiet = self.quiet(&heading, standing);
            rows.row(row.quiet(quiet), Some(heading));
        }
        rows.row(LeafRow::new(common::GO_BACK), None);
        rows
    }

    /// What was said last, in its words; or that the day has come.
    fn quiet(&self, heading: &HeadingId, standing: &Standing) -> String {
        let Some(views) = &self.views else {
            return String::new();
        };
        let today = standing.today();
        let is_due = |it: &&crate::domain::AskAgain| it.heading == *heading && it.on <= today;
        if views.again.iter().any(|it| is_due(&it)) {
            return words::DAY_HAS_COME.to_owned();
        }
        let of = views.said.iter().rev();
        let last = of
            .filter(|it| it.heading == *heading && it.as_of == AsOf::Now)
            .find(|it| !it.said.is_empty());
        last.map_or_else(String::new, |last| {
            let day = say_short(last.at.date_naive(), today);
            format!("{day}: {}", last.said)
        })
    }
}

impl Talk for FootingList {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::LongerViews)
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        if self.views.is_none() {
            return Leaf::busy(words::TITLE);
        }
        let piece = if self.headings(&standing.pack).is_empty() {
            Piece::Text(words::NONE.to_owned())
        } else {
            Piece::Quiet(words::LIST_UNDER.to_owned())
        };
        Leaf {
            title: words::TITLE.to_owned(),
            pieces: vec![piece],
            ask: self.rows(standing).ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        match self.rows(standing).chosen(at) {
            Some(Some(heading)) => {
                self.last = at;
                Next::Open(first(Begin::LongerView(heading)))
            }
            Some(None) => Next::Over,
            None => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        match came {
            Came::LongerViews(views) => {
                self.views = Some(views);
                Next::Leaf
            }
            other => Next::after(words::TITLE, other),
        }
    }
}
