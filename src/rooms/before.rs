//! One minute before a session: what I still hold, and one heading to keep in mind.
//!
//! Nothing is asked and nothing is kept, so that it can be opened at the door.

mod words;

use super::around::Standing;
use super::matter::{Next, Talk};
use super::picking::Picking;
use super::visit::Door;
use super::{Came, Given, Leaf, Piece, Work, words as common};
use crate::content::Set;
use crate::domain::Past;
use crate::insight::{lead_question, longest_rested};

/// The minute.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    past: Option<Box<Past>>,
    /// Which heading, counted from the one that rested longest.
    heading: usize,
    last: usize,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Ready,
    Another,
    Card,
}

fn rows() -> Picking<Deed> {
    let mut rows = Picking::new();
    rows.keyed('r', words::READY, Deed::Ready);
    rows.keyed('a', words::ANOTHER, Deed::Another);
    rows.keyed('c', common::MY_CARD, Deed::Card);
    rows
}

fn title(standing: &Standing) -> String {
    standing.pack.words.say(words::TITLE)
}

impl Before {
    fn pieces(&self, past: &Past, standing: &Standing) -> Vec<Piece> {
        let mut pieces = vec![
            Piece::Quiet(words::SLOW.to_owned()),
            Piece::Text(words::BREATHE.to_owned()),
        ];
        match &past.carry {
            Some(carry) => {
                pieces.push(Piece::Text(words::HELD.to_owned()));
                pieces.push(Piece::Own(carry.words.trim().to_owned()));
            }
            None => pieces.push(Piece::Quiet(words::NONE_HELD.to_owned())),
        }
        let sets = longest_rested(&standing.pack, past);
        let at = self.heading.checked_rem(sets.len()).unwrap_or(0);
        if let Some(set) = sets.get(at) {
            pieces.extend(in_mind(set));
        }
        pieces
    }
}

fn in_mind(set: &Set) -> Vec<Piece> {
    let mut pieces = vec![
        Piece::Heading(words::IN_MIND.to_owned()),
        Piece::Question(set.name.clone()),
    ];
    if !set.strap.is_empty() {
        pieces.push(Piece::Text(set.strap.clone()));
    }
    if let Some(item) = lead_question(set) {
        pieces.push(Piece::Quiet(words::AFTERWARDS.to_owned()));
        pieces.push(Piece::Text(item.question.clone()));
    }
    pieces
}

impl Talk for Before {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::Past)
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let Some(past) = &self.past else {
            return Leaf::busy(&title(standing));
        };
        Leaf {
            title: title(standing),
            pieces: self.pieces(past, standing),
            ask: rows().ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, _: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        let Some(deed) = rows().chosen(at) else {
            return Next::Leaf;
        };
        self.last = at;
        match deed {
            Deed::Ready => Next::Over,
            Deed::Another => {
                self.heading += 1;
                Next::Leaf
            }
            Deed::Card => Next::Through(Door::Card),
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        let Came::Past(past) = came else {
            return Next::after(&title(standing), came);
        };
        self.past = Some(past);
        Next::Leaf
    }
}
