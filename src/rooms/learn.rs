//! Learn: a page for each principle and value, and on what the work asks of me.
//!
//! Nothing is written here and nothing is remembered: which pages somebody read is nobody's
//! business, not even the journal's.

mod find;
mod page;
mod words;

use super::around::Standing;
use super::matter::{Next, Talk};
use super::picking::Picking;
use super::visit::{Begin, first};
use super::words::{GO_BACK, ROW_LETTERS};
use super::{Came, Given, Leaf, LeafAsk, LeafRow, Piece};
use crate::content::{LearnPage, Pack, SetKind};
use crate::domain::cut;
use find::{Hit, find};

/// The pages, or one of them.
#[derive(Clone, Debug)]
pub(super) struct Learn {
    /// The page it begins at, by its id, until it is looked up.
    first: Option<String>,
    /// Where one came from stands first.
    path: Vec<Step>,
}

/// One step of the way in.
#[derive(Clone, Debug)]
enum Step {
    /// Every page; the row it was left at.
    List(usize),
    /// A line is typed.
    Asking,
    /// What was found for it.
    Hits(String, Vec<Hit>),
    /// A page, and the row it was left at.
    Page(usize, Option<usize>),
    /// An item of the page, by its id.
    Item(String),
    /// A page that is not there.
    Nothing,
}

/// What a row of the list or of what was found does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Find,
    Page(usize),
    Back,
}

impl Learn {
    /// Opens the list, or the page with this id.
    pub(super) fn new(page: Option<String>) -> Self {
        Self {
            first: page,
            path: Vec::new(),
        }
    }

    fn open(&mut self, step: Step) -> Next {
        self.path.push(step);
        Next::Leaf
    }

    fn back(&mut self) -> Next {
        self.path.pop();
        if self.path.is_empty() {
            Next::Over
        } else {
            Next::Leaf
        }
    }

    /// Remembers the row that was chosen, so that coming back leads to it.
    fn left_at(&mut self, row: usize) {
        match self.path.last_mut() {
            Some(Step::List(at)) => *at = row,
            Some(Step::Page(_, at)) => *at = Some(row),
            _ => {}
        }
    }

    fn chose(&mut self, row: usize, standing: &Standing) -> Next {
        let pack = &standing.pack;
        let deed = match self.path.last() {
            Some(Step::List(_)) => list_rows(pack).chosen(row),
            Some(Step::Hits(_, hits)) => hit_rows(pack, hits).chosen(row),
            Some(Step::Page(at, _)) => {
                let deed = page::rows(pack, *at).0.chosen(row);
                return self.chose_on_page(deed, row, pack);
            }
            _ => Some(Deed::Back),
        };
        // A heading does nothing, not even draw the focus to it.
        if deed.is_some() {
            self.left_at(row);
        }
        match deed {
            Some(Deed::Find) => {
                // Another search takes the place of the one before.
                if matches!(self.path.last(), Some(Step::Hits(..))) {
                    self.path.pop();
                }
                self.open(Step::Asking)
            }
            Some(Deed::Page(at)) => self.open(Step::Page(at, None)),
            Some(Deed::Back) => self.back(),
            None => Next::Leaf,
        }
    }

    fn chose_on_page(&mut self, deed: Option<page::Deed>, row: usize, pack: &Pack) -> Next {
        if deed.is_some() {
            self.left_at(row);
        }
        match deed {
            Some(page::Deed::Item(id)) => self.open(Step::Item(id)),
            Some(page::Deed::Vignette(id)) => Next::Open(first(Begin::Vignette(id))),
            Some(page::Deed::After) => self.turn(true, pack),
            Some(page::Deed::Before) => self.turn(false, pack),
            Some(page::Deed::Back) => self.back(),
            None => Next::Leaf,
        }
    }

    /// Turns to the page after or before.
    fn turn(&mut self, is_on: bool, pack: &Pack) -> Next {
        let Some(Step::Page(at, row)) = self.path.last_mut() else {
            return Next::Leaf;
        };
        let to = if is_on {
            Some(*at + 1).filter(|to| *to < pack.learn().len())
        } else {
            at.checked_sub(1)
        };
        let Some(to) = to else {
            let said = if is_on {
                words::IS_LAST
            } else {
                words::IS_FIRST
            };
            return Next::Hint(said.to_owned());
        };
        (*at, *row) = (to, None);
        Next::Leaf
    }

    fn typed(&mut self, typed: &str, pack: &Pack) -> Next {
        let typed = typed.trim();
        if typed.is_empty() {
            return Next::Hint(words::NO_WORDS.to_owned());
        }
        let hits = find(pack.learn(), typed);
        self.path.pop();
        self.open(Step::Hits(typed.to_owned(), hits))
    }
}

/// Every page under its kind.
fn list_rows(pack: &Pack) -> Picking<Deed> {
    let mut rows = Picking::new();
    rows.row(LeafRow::new(words::FIND).key('f'), Deed::Find);
    let mut over = "";
    for (at, page) in pack.learn().iter().enumerate() {
        let kind = kind_of(pack, page);
        if kind != over {
            rows.heading(kind);
            over = kind;
        }
        rows.row(page_row(page, &page.line), Deed::Page(at));
    }
    rows.row(LeafRow::new(GO_BACK), Deed::Back);
    rows
}

fn kind_of(pack: &Pack, page: &LearnPage) -> &'static str {
    let set = page.heading.as_deref().and_then(|id| pack.set(id));
    match set.map(|set| set.kind) {
        Some(SetKind::Principle) => words::PRINCIPLES,
        Some(SetKind::Value) => words::VALUES,
        _ => words::THE_WORK,
    }
}

fn page_row(page: &LearnPage, quiet: &str) -> LeafRow {
    LeafRow::new(cut(&page.title, ROW_LETTERS)).quiet(quiet)
}

/// The pages that were found.
fn hit_rows(pack: &Pack, hits: &[Hit]) -> Picking<Deed> {
    let mut rows = Picking::new();
    for hit in hits {
        if let Some(page) = pack.learn().get(hit.page) {
            rows.row(page_row(page, &hit.said), Deed::Page(hit.page));
        }
    }
    rows.row(LeafRow::new(words::FIND_AGAIN).key('f'), Deed::Find);
    rows.row(LeafRow::new(GO_BACK), Deed::Back);
    rows
}

fn leaf_of(title: &str, pieces: Vec<Piece>, ask: LeafAsk) -> Leaf {
    Leaf {
        title: title.to_owned(),
        pieces,
        ask,
        has_sides: false,
    }
}

fn back_alone() -> LeafAsk {
    LeafAsk::Rows {
        rows: vec![LeafRow::new(GO_BACK)],
        at: 0,
    }
}

impl Talk for Learn {
    fn begun(&mut self, standing: &Standing) -> Next {
        if !self.path.is_empty() {
            return Next::Leaf;
        }
        let step = match self.first.take() {
            None => Step::List(0),
            Some(id) => {
                let at = standing.pack.learn().iter().position(|page| page.id == id);
                at.map_or(Step::Nothing, |at| Step::Page(at, None))
            }
        };
        self.open(step)
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let pack = &standing.pack;
        let text = |words: &str| vec![Piece::Text(words.to_owned())];
        match self.path.last() {
            Some(Step::List(at)) => leaf_of(
                words::TITLE,
                text(words::ABOUT),
                list_rows(pack).ask_at(*at),
            ),
            Some(Step::Asking) => {
                let ask = LeafAsk::Line {
                    label: words::FIND_WHAT.to_owned(),
                    starter: String::new(),
                };
                leaf_of(words::TITLE, Vec::new(), ask)
            }
            Some(Step::Hits(typed, hits)) => {
                let said = if hits.is_empty() {
                    words::none_has(typed)
                } else {
                    words::pages_with(typed)
                };
                let ask = hit_rows(pack, hits).ask_at(0);
                leaf_of(words::TITLE, vec![Piece::Question(said)], ask)
            }
            Some(Step::Page(at, row)) => {
                let Some(page) = pack.learn().get(*at) else {
                    return leaf_of(words::TITLE, text(words::NOT_THERE), back_alone());
                };
                let (rows, leads_on) = page::rows(pack, *at);
                let ask = rows.ask_at(row.unwrap_or(leads_on));
                Leaf {
                    has_sides: true,
                    ..leaf_of(&page.title, page::pieces(pack, page), ask)
                }
            }
            Some(Step::Item(id)) => match pack.item(id) {
                Some((set, item)) => leaf_of(&set.name, page::example(pack, item), back_alone()),
                None => leaf_of(words::TITLE, text(words::NOT_THERE), back_alone()),
            },
            Some(Step::Nothing) | None => {
                leaf_of(words::TITLE, text(words::NOT_THERE), back_alone())
            }
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(row) => self.chose(row, standing),
            Given::Line(typed) if matches!(self.path.last(), Some(Step::Asking)) => {
                self.typed(&typed, &standing.pack)
            }
            Given::Before => self.turn(false, &standing.pack),
            Given::After => self.turn(true, &standing.pack),
            Given::Back => self.back(),
            Given::Line(_) => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        Next::after(words::TITLE, came)
    }
}

#[cfg(test)]
mod tests;
