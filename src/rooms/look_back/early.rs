//! The first four months: more about support, less about skill.
//!
//! Workers' wellbeing dips at about four months, and comes back (`content.md` §6.1). So this page
//! asks who is there, and never stands in the way of anything.

use super::super::around::Standing;
use super::super::matter::{Matter, Next, Talk};
use super::super::picking::Picking;
use super::super::strengths::{self, Strengths};
use super::super::visit::{Begin, Door, first};
use super::super::{Came, Given, Leaf, LeafRow, Piece, words as common};
use super::words;
use crate::domain::Length;
use crate::reflection::Opening;

/// The page.
#[derive(Clone, Debug, Default)]
pub(in crate::rooms) struct Early {
    last: usize,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Card,
    KeepWell,
    Supervision,
    Strengths,
    Land,
    Back,
}

fn rows() -> Picking<Deed> {
    let mut rows = Picking::new();
    for (row, key, deed) in [
        (common::MY_CARD, 'c', Deed::Card),
        (words::KEEP_WELL, 'k', Deed::KeepWell),
        (common::TO_SUPERVISION, 's', Deed::Supervision),
        (strengths::words::TITLE, 't', Deed::Strengths),
        (words::LAND, 'l', Deed::Land),
    ] {
        rows.keyed(key, row, deed);
    }
    rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
    rows
}

impl Talk for Early {
    fn leaf(&self, _: &Standing) -> Leaf {
        let mut pieces = vec![Piece::Text(words::EARLY_WHY.to_owned())];
        let asks = words::EARLY_ASKS.iter();
        pieces.extend(asks.map(|asks| Piece::Text((*asks).to_owned())));
        pieces.push(Piece::Quiet(words::EARLY_NOTHING.to_owned()));
        Leaf {
            title: words::EARLY.to_owned(),
            pieces,
            ask: rows().ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        let Some(deed) = rows().chosen(at) else {
            return Next::Leaf;
        };
        self.last = at;
        match deed {
            Deed::Card => Next::Through(Door::Card),
            Deed::KeepWell => Next::Open(first(Begin::Support)),
            Deed::Supervision => Next::Open(first(Begin::Supervision)),
            Deed::Strengths => Next::Open(Matter::Strengths(Strengths::new())),
            Deed::Land => {
                let opening = Opening {
                    length: Some(Length::Land),
                    ..Opening::default()
                };
                Next::begin_walk(opening, standing)
            }
            Deed::Back => Next::Over,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        Next::after(words::EARLY, came)
    }
}
