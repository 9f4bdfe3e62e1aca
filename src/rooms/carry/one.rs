//! One intention: its words, everything that was said about it, and what to say now.
//!
//! One key says what became of it. A line about it can be written after that, and need not be.

use super::super::around::Standing;
use super::super::matter::{Matter, Next, Talk};
use super::super::picking::Picking;
use super::super::visit::Door;
use super::super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use super::{SIZE, Saying, words};
use crate::domain::{Carried, CarryAnswer, Id, LastTime};
use crate::insight::days::say_short;
use crate::insight::{CarriedLook, HeardLook, carry_look};

/// One intention.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct One {
    of: Id,
    /// After which intention the page begins that it stands on.
    begins: Option<Id>,
    found: Found,
    /// Whether something was just heard, and is to be said.
    heard: bool,
}

/// Where the intention is.
#[derive(Clone, Debug)]
enum Found {
    NotYet,
    Gone,
    Here(Box<Carried>),
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Hear(CarryAnswer),
    Line,
    Open,
    Back,
}

impl One {
    /// Opens the intention of this entry.
    pub(super) fn new(of: Id, begins: Option<Id>) -> Self {
        Self {
            of,
            begins,
            found: Found::NotYet,
            heard: false,
        }
    }

    fn load(&self) -> Next {
        Next::Do(Work::Carried(self.begins, SIZE + 1))
    }

    fn carried(&self) -> Option<&Carried> {
        match &self.found {
            Found::Here(carried) => Some(carried),
            Found::NotYet | Found::Gone => None,
        }
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        if self.carried().is_some() {
            for option in &standing.pack.step("last_time").options {
                if let Some(answer) = CarryAnswer::from_id(&option.id) {
                    let row = LeafRow::new(&option.text).key(option.key);
                    rows.row(row, Deed::Hear(answer));
                }
            }
            rows.keyed('w', words::A_LINE, Deed::Line);
            rows.keyed('o', words::OPEN, Deed::Open);
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn do_this(&self, deed: Deed, standing: &Standing) -> Next {
        if let (Deed::Hear(_) | Deed::Line, Some(why)) = (deed, &standing.read_only) {
            return Next::Hint(why.clone());
        }
        match deed {
            Deed::Hear(answer) => {
                let last = LastTime {
                    of: self.of,
                    answer: Some(answer),
                    line: String::new(),
                };
                Next::Do(Work::Hear(last, None))
            }
            Deed::Line => {
                let words = self.carried().map(|it| it.carry.words.clone());
                Next::Open(Matter::CarrySaying(Saying::new(self.of, words)))
            }
            Deed::Open => Next::Through(Door::Entry(self.of)),
            Deed::Back => Next::Over,
        }
    }
}

fn pieces(look: &CarriedLook, standing: &Standing) -> Vec<Piece> {
    let mut pieces = vec![
        Piece::Own(look.words.clone()),
        Piece::Text(format!("{} {}", words::STANDS, look.stands)),
    ];
    if look.heard.is_empty() {
        pieces.push(Piece::Quiet(words::NOTHING_SAID.to_owned()));
        return pieces;
    }
    pieces.push(Piece::Heading(words::SAID.to_owned()));
    for heard in &look.heard {
        pieces.push(Piece::Quiet(when(heard, standing)));
        if !heard.line.is_empty() {
            pieces.push(Piece::Own(heard.line.clone()));
        }
    }
    pieces
}

fn when(heard: &HeardLook, standing: &Standing) -> String {
    let day = say_short(heard.at.date_naive(), standing.today());
    if heard.said.is_empty() {
        day
    } else {
        format!("{day}: {}", heard.said)
    }
}

impl Talk for One {
    fn begun(&mut self, _: &Standing) -> Next {
        self.load()
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        Leaf {
            title: words::ONE.to_owned(),
            pieces: match &self.found {
                Found::NotYet => return Leaf::busy(words::ONE),
                Found::Gone => vec![Piece::Text(words::GONE.to_owned())],
                Found::Here(it) => pieces(&carry_look(&standing.pack, it), standing),
            },
            // Nothing that is said of an intention is said by Enter alone.
            ask: self.rows(standing).ask_from_the_last(),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return match given {
                Given::Back => Next::Over,
                _ => Next::Leaf,
            };
        };
        let Some(deed) = self.rows(standing).chosen(at) else {
            return Next::Leaf;
        };
        self.do_this(deed, standing)
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        match came {
            Came::Carried(found) => {
                let this = found.into_iter().find(|it| it.carry.entry == self.of);
                self.found = this.map_or(Found::Gone, |it| Found::Here(Box::new(it)));
                if std::mem::take(&mut self.heard) {
                    Next::Hint(words::KEPT.to_owned())
                } else {
                    Next::Leaf
                }
            }
            Came::Done => {
                self.heard = true;
                self.load()
            }
            other => Next::after(words::ONE, other),
        }
    }
}
