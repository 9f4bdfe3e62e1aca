//! Questions of one heading for two or three people to think over together.
//!
//! Only questions stand on the page, and nothing anyone wrote: a talk among colleagues is no place
//! for a file on a person.

use super::words;
use crate::content::Set;
use crate::domain::cut;
use crate::rooms::around::Standing;
use crate::rooms::matter::{Matter, Next, Talk};
use crate::rooms::picking::Picking;
use crate::rooms::saving::{PageToSave, Saving};
use crate::rooms::{Came, Given, Leaf, LeafRow, Piece, sheet};

/// The most of a strap that a row shows.
const STRAP: usize = 56;

/// Chooses a heading.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct Together {
    last: usize,
}

impl Together {
    /// Asks which heading.
    pub(super) fn new() -> Self {
        Self { last: 0 }
    }
}

fn rows(standing: &Standing) -> Picking<usize> {
    let mut rows = Picking::new();
    for (place, set) in standing.pack.sets.iter().enumerate() {
        rows.row(LeafRow::new(&set.name).quiet(cut(&set.strap, STRAP)), place);
    }
    rows
}

fn page(set: &Set, standing: &Standing) -> PageToSave {
    let pack = &standing.pack;
    let text = sheet::together_text(set, pack);
    PageToSave {
        title: pack.step("together").title.clone(),
        name: format!("{}-{}", words::TOGETHER_FILE, set.id.to_lowercase()),
        markdown: sheet::together_markdown(set, pack),
        fits: text.lines().count() <= sheet::PAGE_LINES,
        text,
    }
}

impl Talk for Together {
    fn leaf(&self, standing: &Standing) -> Leaf {
        let words = standing.pack.step("together");
        let mut pieces = vec![Piece::Question(words.question.clone())];
        pieces.push(Piece::Text(super::words::WHICH_HEADING.to_owned()));
        pieces.extend(words.under.iter().cloned().map(Piece::Quiet));
        Leaf {
            title: words.title.clone(),
            pieces,
            ask: rows(standing).ask(|place| *place == self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(row) => {
                let place = rows(standing).chosen(row);
                let Some(set) = place.and_then(|place| standing.pack.sets.get(place)) else {
                    return Next::Leaf;
                };
                self.last = row;
                Next::Open(Matter::Saving(Saving::new(page(set, standing))))
            }
            Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        Next::after(&standing.pack.step("together").title, came)
    }
}
