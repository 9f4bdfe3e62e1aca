//! One intention: its words, everything that was said about it, and what to say now.
//!
//! One key says what became of it, and then a line is offered at once: whoever has said it wants to
//! write, and letters typed at the rows would say other things. What was said just now can be taken
//! back, since one key is soon hit by chance.

use super::super::around::Standing;
use super::super::matter::{Matter, Next, Talk};
use super::super::picking::Picking;
use super::super::visit::Door;
use super::super::{Came, Given, Leaf, LeafRow, Piece, TAKES_BACK, Work, words as common};
use super::{Saying, words};
use crate::domain::{Carried, CarryAnswer, HeardOnce, Id, LastTime};
use crate::insight::days::say_short;
use crate::insight::{CarriedLook, HeardLook, carry_look};

/// One intention.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct One {
    of: Id,
    found: Found,
    /// What is being done about it.
    doing: Doing,
    /// What was said just now, by its own id; the last stands last.
    just_said: Vec<Id>,
}

/// Where the intention is.
#[derive(Clone, Debug)]
enum Found {
    NotYet,
    Gone,
    Here(Box<Carried>),
}

/// What is being done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Nothing,
    /// Something is said, here or on a form.
    Saying,
    /// It was heard: when the intention was read anew, a line is offered.
    Heard,
    /// What was said just now is taken back.
    TakingBack,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Hear(CarryAnswer),
    Line,
    TakeBack(Id),
    Open,
    Back,
}

impl One {
    /// Opens the intention of this entry.
    pub(super) fn new(of: Id) -> Self {
        Self {
            of,
            found: Found::NotYet,
            doing: Doing::Nothing,
            just_said: Vec::new(),
        }
    }

    fn load(&self) -> Next {
        Next::Do(Work::CarriedBy(self.of))
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
            if let Some(said) = self.just_said.last() {
                rows.keyed(TAKES_BACK, words::TAKE_BACK, Deed::TakeBack(*said));
            }
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn do_this(&mut self, deed: Deed, standing: &Standing) -> Next {
        if let (Deed::Hear(_) | Deed::Line | Deed::TakeBack(_), Some(why)) =
            (deed, &standing.read_only)
        {
            return Next::Hint(why.clone());
        }
        match deed {
            // It was said already: only a line is new.
            Deed::Hear(answer) if self.is_said_today(answer, standing) => self.line_after(),
            Deed::Hear(answer) => {
                let last = LastTime {
                    of: self.of,
                    answer: Some(answer),
                    line: String::new(),
                };
                self.doing = Doing::Saying;
                Next::Do(Work::Hear(last, None))
            }
            Deed::TakeBack(said) => {
                self.doing = Doing::TakingBack;
                Next::Do(Work::Unhear(said))
            }
            Deed::Line => {
                self.doing = Doing::Saying;
                let words = self.carried().map(|it| it.carry.words.clone());
                Next::Open(Matter::CarrySaying(Saying::new(self.of, words)))
            }
            Deed::Open => Next::Through(Door::Entry(self.of)),
            Deed::Back => Next::Over,
        }
    }

    /// Tells whether this was the last thing that was said, and today.
    fn is_said_today(&self, answer: CarryAnswer, standing: &Standing) -> bool {
        let heard = self.carried().map_or(&[][..], |it| &it.heard);
        let today = |once: &&HeardOnce| once.at.date_naive() == standing.today();
        let lines = |once: &&HeardOnce| once.answer.is_some() || once.said.is_none();
        let last = heard.iter().rev().find(lines).filter(today);
        last.is_some_and(|once| once.answer == Some(answer))
    }

    /// Offers a line about what was just said.
    fn line_after(&mut self) -> Next {
        self.doing = Doing::Saying;
        let words = self.carried().map(|it| it.carry.words.clone());
        Next::Open(Matter::CarrySaying(Saying::after_a_word(self.of, words)))
    }

    /// The intention was read: finds what was said since it was read before.
    fn read(&mut self, found: Option<Carried>) -> Next {
        let doing = std::mem::replace(&mut self.doing, Doing::Nothing);
        let said_before: Vec<Id> = self.carried().map(said).unwrap_or_default();
        let said_now: Vec<Id> = found.as_ref().map(said).unwrap_or_default();
        if matches!(doing, Doing::Saying | Doing::Heard) {
            let new = said_now.iter().filter(|it| !said_before.contains(it));
            self.just_said.extend(new);
        }
        self.just_said.retain(|it| said_now.contains(it));
        self.found = found.map_or(Found::Gone, |it| Found::Here(Box::new(it)));
        match doing {
            Doing::Heard if self.carried().is_some() => self.line_after(),
            Doing::TakingBack => Next::Hint(words::TAKEN_BACK.to_owned()),
            Doing::Nothing | Doing::Saying | Doing::Heard => Next::Leaf,
        }
    }
}

/// What was said in the room, by its ids.
fn said(carried: &Carried) -> Vec<Id> {
    carried.heard.iter().filter_map(|once| once.said).collect()
}

fn pieces(look: &CarriedLook, standing: &Standing) -> Vec<Piece> {
    let mut pieces = vec![
        Piece::Own(look.words.clone()),
        Piece::Text(format!("{} {}", words::STANDS, look.stands)),
    ];
    if !look.because.is_empty() {
        pieces.push(Piece::Quiet(look.because.clone()));
    }
    if look.heard.is_empty() {
        pieces.push(Piece::Quiet(words::NOTHING_SAID.to_owned()));
        return pieces;
    }
    pieces.push(Piece::Heading(words::SAID.to_owned()));
    // A line that was written after the word stands under it, and a word said again is one.
    let mut over = String::new();
    for heard in &look.heard {
        let said = when(heard, standing);
        let goes_on = match heard.said.as_str() {
            "" => over.split(": ").next() == Some(&said),
            _ => over == said,
        };
        if !goes_on {
            pieces.push(Piece::Quiet(said.clone()));
            over = said;
        }
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
            return Next::for_no_row(&given);
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
                self.read(this)
            }
            Came::Done => {
                if self.doing == Doing::Saying {
                    self.doing = Doing::Heard;
                }
                self.load()
            }
            other => Next::after(words::ONE, other),
        }
    }
}
