//! What rarely comes up, put as a question: it may be just right for this work.

use super::super::around::Standing;
use super::super::endings::{self, Endings};
use super::super::matter::{Matter, Next, Talk};
use super::super::picking::Picking;
use super::super::{Came, Given, Leaf, LeafRow, Piece, words as common};
use super::by::By;
use super::{UnderHeading, words};
use crate::content::{Pack, SetKind};
use crate::domain::HeadingId;
use crate::insight::LookBack;
use crate::reflection::Opening;

/// The page.
#[derive(Clone, Debug, Default)]
pub(in crate::rooms) struct Rarely {
    look: Option<LookBack>,
    last: usize,
}

/// What a row does.
#[derive(Clone, Debug)]
enum Deed {
    Heading(HeadingId),
    Endings,
    Begin,
    Back,
}

impl Rarely {
    fn rows(&self) -> Picking<Deed> {
        let mut rows = Picking::new();
        let look = self.look.as_ref();
        for rare in look.map_or(&[][..], |look| &look.rarely) {
            rows.row(LeafRow::new(&rare.title), Deed::Heading(rare.id.clone()));
        }
        rows.keyed('e', endings::words::TITLE, Deed::Endings);
        if look.is_none_or(|look| look.columns == 0) {
            rows.keyed('r', common::BEGIN, Deed::Begin);
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }
}

/// So many reflections before anything can be rare.
const ENOUGH: usize = 6;

fn pieces(look: &LookBack, pack: &Pack) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for rare in &look.rarely {
        pieces.push(Piece::Text(rare.said.clone()));
        let strap = pack.set(rare.id.as_str()).map(|set| set.strap.clone());
        pieces.extend(strap.filter(|it| !it.is_empty()).map(Piece::Quiet));
    }
    pieces.extend(look.soft.iter().map(|soft| Piece::Text(soft.said.clone())));
    if look.columns < ENOUGH {
        pieces.push(Piece::Text(words::TOO_FEW.to_owned()));
    } else if look.rarely.is_empty() {
        pieces.push(Piece::Text(words::NO_RARE.to_owned()));
    } else {
        pieces.push(Piece::Text(words::MAY_BE.to_owned()));
    }
    pieces.extend(not_looked_at(look, pack).map(Piece::Quiet));
    pieces
}

/// The values and the role check, where they have no sign: named quietly, and nothing is asked.
fn not_looked_at(look: &LookBack, pack: &Pack) -> Option<String> {
    let has_sign = |id: &str| look.headings.iter().any(|it| it.id.as_str() == id);
    let others = pack
        .sets
        .iter()
        .filter(|set| set.kind != SetKind::Principle && !has_sign(&set.id));
    let names: Vec<String> = others.map(|set| set.name.clone()).collect();
    let said = crate::insight::words::join(&names);
    (!names.is_empty()).then(|| format!("{} {said}.", words::NOT_LOOKED_AT))
}

impl Talk for Rarely {
    fn begun(&mut self, standing: &Standing) -> Next {
        Next::Do(By::Reflection.work(standing.today()))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let Some(look) = &self.look else {
            return Leaf::busy(words::RARELY);
        };
        Leaf {
            title: words::RARELY.to_owned(),
            pieces: pieces(look, &standing.pack),
            ask: self.rows().ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        let Some(deed) = self.rows().chosen(at) else {
            return Next::Leaf;
        };
        self.last = at;
        match deed {
            Deed::Heading(heading) => {
                let leaf = UnderHeading::new(heading, By::Reflection);
                Next::Open(Matter::UnderHeading(leaf))
            }
            Deed::Endings => Next::Open(Matter::Endings(Endings::default())),
            Deed::Begin => Next::begin_walk(Opening::default(), standing),
            Deed::Back => Next::Over,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match By::Reflection.takes(came) {
            Ok(signs) => {
                self.look = Some(signs.look(&standing.pack, None, standing.today()));
                Next::Leaf
            }
            Err(other) => Next::after(words::RARELY, other),
        }
    }
}
