//! Choosing what goes on the sheet for a tutor.
//!
//! Nothing is on it to begin with: what I wrote in practice is mine, and the page holds only what I
//! chose to show.

use std::collections::BTreeSet;

use super::super::around::Standing;
use super::super::matter::{Matter, Next, Talk};
use super::super::picking::Picking;
use super::super::saving::{PageToSave, Saving};
use super::super::sheet::practice as page;
use super::super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use super::tries::{SIZE, practice};
use super::{say_when, words};
use crate::domain::{Entry, HeadingId, Id, Length, Listed, LongerViews, cut};
use crate::insight::days::say_short;
use crate::insight::window::{in_order, title_of};

/// What is chosen for the sheet.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct PracticeSheet {
    tries: Option<Vec<Entry>>,
    views: LongerViews,
    /// Practice reflections, the newest first.
    reflections: Vec<Listed>,
    /// Those on the sheet, as far as they were read; and those that are still to be read.
    read: Vec<Entry>,
    to_read: Vec<Id>,
    chosen: BTreeSet<Id>,
    headings: BTreeSet<HeadingId>,
    shown: usize,
    last: usize,
}

/// What a row does.
#[derive(Clone, Debug)]
enum Deed {
    See,
    Try(Id),
    Heading(HeadingId),
    Older,
    Back,
}

impl PracticeSheet {
    /// Begins with nothing on it.
    pub(super) fn new() -> Self {
        Self {
            tries: None,
            views: LongerViews::default(),
            reflections: Vec::new(),
            read: Vec::new(),
            to_read: Vec::new(),
            chosen: BTreeSet::new(),
            headings: BTreeSet::new(),
            shown: SIZE,
            last: 0,
        }
    }

    fn tries(&self) -> &[Entry] {
        self.tries.as_deref().unwrap_or_default()
    }

    /// Headings of which something was said, in the order of the pack; then those it does not have.
    fn said(&self, standing: &Standing) -> Vec<HeadingId> {
        in_order(
            &standing.pack,
            self.views.said.iter().map(|it| it.heading.clone()),
        )
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        rows.row(LeafRow::new(words::SEE_PAGE).key('p'), Deed::See);
        if !self.tries().is_empty() {
            rows.heading(words::SHEET_TRIES);
        }
        for entry in self.tries().iter().take(self.shown) {
            let title = match entry.attempt.as_ref().map(|it| it.title.trim()) {
                Some(title) if !title.is_empty() => title,
                _ => words::NO_WORDS,
            };
            let day = say_when(entry, self.tries(), standing.today());
            let row = LeafRow::new(cut(title, common::ROW_LETTERS));
            let quiet = on_it(&day, self.chosen.contains(&entry.id));
            rows.row(row.quiet(quiet), Deed::Try(entry.id));
        }
        if self.tries().len() > self.shown {
            rows.row(LeafRow::new(common::OLDER).key('o'), Deed::Older);
        }
        if !self.reflections.is_empty() {
            rows.heading(words::SHEET_REFLECTIONS);
        }
        for listed in &self.reflections {
            let first = match listed.words.trim() {
                "" => super::super::moments::words::NO_WORDS,
                first => first,
            };
            let row = LeafRow::new(cut(first, common::ROW_LETTERS));
            let day = say_short(listed.on, standing.today());
            let quiet = on_it(&day, self.chosen.contains(&listed.id));
            rows.row(row.quiet(quiet), Deed::Try(listed.id));
        }
        let said = self.said(standing);
        if !said.is_empty() {
            rows.heading(words::SHEET_VIEWS);
        }
        for heading in said {
            let row = LeafRow::new(title_of(&standing.pack, &heading));
            let quiet = on_it("", self.headings.contains(&heading));
            rows.row(row.quiet(quiet), Deed::Heading(heading));
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn page(&self, standing: &Standing) -> PageToSave {
        let pack = &standing.pack;
        let chosen = self
            .tries()
            .iter()
            .chain(&self.read)
            .filter(|it| self.chosen.contains(&it.id));
        let tries: Vec<&Entry> = chosen.collect();
        let said = self.views.said.iter();
        let said: Vec<_> = said
            .filter(|it| self.headings.contains(&it.heading))
            .collect();
        let sheet = page::PracticePage {
            on: standing.today(),
            tries,
            said,
        };
        PageToSave {
            title: words::SHEET.to_owned(),
            name: format!("{}-{}", words::SHEET_FILE, standing.today()),
            markdown: page::markdown(&sheet, pack),
            text: page::text(&sheet, pack),
            fits: page::fits(&sheet, pack),
        }
    }

    /// Shows the page once all that is on it is read.
    fn see(&mut self, standing: &Standing) -> Next {
        match self.to_read.first() {
            Some(id) => Next::Do(Work::Entry(*id)),
            None => Next::Open(Matter::Saving(Saving::new(self.page(standing)))),
        }
    }

    /// Takes the reflections of what was found; tries stand among them.
    fn found(&mut self, found: Vec<Listed>) {
        self.reflections = found;
        self.reflections
            .retain(|it| it.readable && it.length != Length::Vignette);
        let (tries, reflections) = (self.tries.as_deref().unwrap_or_default(), &self.reflections);
        self.chosen.retain(|id| {
            tries.iter().any(|it| it.id == *id) || reflections.iter().any(|it| it.id == *id)
        });
    }

    fn do_this(&mut self, deed: Deed, standing: &Standing) -> Next {
        match deed {
            Deed::See if self.chosen.is_empty() && self.headings.is_empty() => {
                Next::Hint(words::NONE_CHOSEN.to_owned())
            }
            Deed::See => {
                let chosen = self.reflections.iter().map(|it| it.id);
                self.to_read = chosen.filter(|id| self.chosen.contains(id)).collect();
                self.read.clear();
                self.see(standing)
            }
            Deed::Try(id) => {
                turn(&mut self.chosen, id);
                Next::Leaf
            }
            Deed::Heading(heading) => {
                turn(&mut self.headings, heading);
                Next::Leaf
            }
            Deed::Older => {
                self.shown += SIZE;
                Next::Leaf
            }
            Deed::Back => Next::Over,
        }
    }
}

/// Puts it there, or takes it off.
fn turn<T: Ord>(chosen: &mut BTreeSet<T>, it: T) {
    if !chosen.remove(&it) {
        chosen.insert(it);
    }
}

fn on_it(quiet: &str, is_on: bool) -> String {
    match (quiet, is_on) {
        (quiet, false) => quiet.to_owned(),
        ("", true) => words::ON_IT.to_owned(),
        (quiet, true) => format!("{quiet}, {}", words::ON_IT),
    }
}

impl Talk for PracticeSheet {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::Tries(None))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        if self.tries.is_none() {
            return Leaf::busy(words::SHEET);
        }
        let is_empty = self.tries().is_empty() && self.reflections.is_empty();
        let pieces = if is_empty && self.views.said.is_empty() {
            vec![Piece::Text(words::NO_TRIES.to_owned())]
        } else {
            vec![
                Piece::Question(words::WHICH.to_owned()),
                Piece::Quiet(words::WHICH_UNDER.to_owned()),
            ]
        };
        Leaf {
            title: words::SHEET.to_owned(),
            pieces,
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
        self.last = at;
        self.do_this(deed, standing)
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match came {
            Came::Tries(tries) => {
                self.tries = Some(tries);
                Next::Do(Work::LongerViews)
            }
            Came::LongerViews(views) => {
                self.headings
                    .retain(|id| views.said.iter().any(|it| it.heading == *id));
                self.views = *views;
                Next::Do(practice(None, None))
            }
            Came::Found(found) => {
                self.found(found);
                Next::Leaf
            }
            Came::Entry(entry) => {
                // One that was taken out meanwhile is not on the page.
                if !self.to_read.is_empty() {
                    self.to_read.remove(0);
                }
                self.read.extend(entry.map(|entry| *entry));
                self.see(standing)
            }
            other => Next::after(words::SHEET, other),
        }
    }
}
