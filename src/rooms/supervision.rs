//! Supervision: what is needed of the hour, the sheet that goes there, and the hours before.
//!
//! An hour of supervision is short. So the first thing asked is what I need from it, and what was
//! flagged is a list to choose from and never a pile to hand over. Everything works from an empty
//! journal too: a new worker has an hour before they have an entry.

mod making;
mod offers;
mod pages;
pub(super) mod said;
#[cfg(test)]
mod tests;
mod together;
mod words;

use super::around::Standing;
use super::matter::{Matter, Next, Talk};
use super::picking::Picking;
use super::{Came, Given, Leaf, LeafRow, Piece, Work};
use crate::domain::{Draft, Entry, FormKind, Id, Meeting, Subject, say_day};

pub(super) use making::Making;
pub(super) use together::Together;

/// The most entries the list shows.
const MOST: usize = 200;

/// The room itself.
#[derive(Clone, Debug)]
pub(super) struct Supervision {
    meetings: Vec<Meeting>,
    /// Sheets that were begun and whose first page is still half-way.
    begun: Vec<Id>,
    step: Step,
}

#[derive(Clone, Debug)]
enum Step {
    Loading,
    Room,
    /// What is on the list, and whether it goes on.
    List(Vec<Entry>, bool),
    Hours,
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    GoOn(Id),
    HalfWay(Id),
    New,
    List,
    Together,
    Hours,
    Hour(Id),
    Entry(Id),
    Back,
}

impl Supervision {
    /// Comes in.
    pub(super) fn new() -> Self {
        Self {
            meetings: Vec::new(),
            begun: Vec::new(),
            step: Step::Loading,
        }
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        match &self.step {
            Step::Loading => {}
            Step::Room => self.room(&mut rows),
            Step::List(entries, _) => {
                for entry in entries {
                    let row = LeafRow::new(offers::title(&standing.pack, entry));
                    rows.row(row.quiet(offers::hint(entry)), Deed::Entry(entry.id));
                }
                rows.keyed('b', words::BACK, Deed::Back);
            }
            Step::Hours => {
                for meeting in self.taken() {
                    let row = LeafRow::new(say_day(meeting.on));
                    rows.row(
                        row.quiet(words::things(meeting.brought.len())),
                        Deed::Hour(meeting.id),
                    );
                }
                rows.keyed('b', words::BACK, Deed::Back);
            }
        }
        rows
    }

    fn room(&self, rows: &mut Picking<Deed>) {
        for meeting in self
            .meetings
            .iter()
            .filter(|meeting| meeting.taken.is_none())
        {
            let quiet = format!(
                "{}, {}",
                say_day(meeting.begun.date_naive()),
                words::things(meeting.brought.len())
            );
            rows.row(
                LeafRow::new(words::GO_ON).quiet(quiet),
                Deed::GoOn(meeting.id),
            );
        }
        for id in &self.begun {
            let row = LeafRow::new(words::HALF_WAY).quiet(words::HALF_WAY_QUIET);
            rows.row(row, Deed::HalfWay(*id));
        }
        rows.keyed('n', words::NEW, Deed::New);
        rows.keyed('l', words::LIST, Deed::List);
        rows.keyed('t', words::TOGETHER, Deed::Together);
        if self.taken().next().is_some() {
            rows.keyed('h', words::HOURS, Deed::Hours);
        }
    }

    fn taken(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings
            .iter()
            .filter(|meeting| meeting.taken.is_some())
    }

    fn do_it(&mut self, deed: Deed, standing: &Standing) -> Next {
        let making = |making: Making| Next::Open(Matter::Making(Box::new(making)));
        match deed {
            Deed::GoOn(id) | Deed::Hour(id) => making(Making::go_on(id)),
            Deed::HalfWay(id) => making(Making::half_way(id)),
            Deed::New if standing.read_only.is_some() => {
                Next::Hint(standing.read_only.clone().unwrap_or_default())
            }
            Deed::New => making(Making::begin(standing.now.fresh)),
            Deed::List => Next::Do(Work::Flagged(MOST + 1)),
            Deed::Together => Next::Open(Matter::Together(Together::new())),
            Deed::Hours => self.to(Step::Hours),
            Deed::Entry(id) => Next::Through(super::Door::Entry(id)),
            Deed::Back => self.to(Step::Room),
        }
    }

    fn to(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Leaf
    }

    fn half_way_forms(&mut self, forms: &[Draft]) -> Next {
        let of = forms.iter().filter(|form| !form.is_blank());
        let of = of.filter_map(|form| match form.subject() {
            Subject::Form(form) => form.of,
            _ => None,
        });
        let is_kept = |id: &Id| self.meetings.iter().any(|meeting| meeting.id == *id);
        self.begun = of.filter(|id| !is_kept(id)).collect();
        if matches!(self.step, Step::Loading) || self.taken().next().is_none() {
            self.step = Step::Room;
        }
        Next::Leaf
    }
}

impl Talk for Supervision {
    fn begun(&mut self, _: &Standing) -> Next {
        match self.step {
            // An entry may have been changed where it was read.
            Step::List(..) => Next::Do(Work::Flagged(MOST + 1)),
            _ => Next::Do(Work::Meetings),
        }
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let title = standing.pack.step("form_need").title.clone();
        let pieces = match &self.step {
            Step::Loading => {
                return Leaf {
                    title,
                    ..Leaf::default()
                };
            }
            Step::Room if self.meetings.is_empty() => vec![
                Piece::Question(words::ROOM.to_owned()),
                Piece::Text(words::WHAT_IT_IS.to_owned()),
                Piece::Text(words::EMPTY_JOURNAL.to_owned()),
            ],
            Step::Room => vec![Piece::Question(words::ROOM.to_owned())],
            Step::List(entries, _) if entries.is_empty() => vec![
                Piece::Question(words::LIST.to_owned()),
                Piece::Text(words::NOTHING_ON_LIST.to_owned()),
                Piece::Text(words::HOW_TO_FLAG.to_owned()),
            ],
            Step::List(_, stops) => {
                let mut pieces = vec![
                    Piece::Question(words::LIST.to_owned()),
                    Piece::Quiet(words::LIST_UNDER.to_owned()),
                ];
                if *stops {
                    let said = words::stops(MOST, words::ALL_FLAGGED);
                    pieces.push(Piece::Quiet(said));
                }
                pieces
            }
            Step::Hours => vec![Piece::Question(words::HOURS.to_owned())],
        };
        Leaf {
            title,
            pieces,
            ask: self.rows(standing).ask(|_| false),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match (given, &self.step) {
            (Given::Row(row), _) => match self.rows(standing).chosen(row) {
                Some(deed) => self.do_it(deed, standing),
                None => Next::Leaf,
            },
            (Given::Back, Step::List(..) | Step::Hours) => self.to(Step::Room),
            (Given::Back, _) => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match came {
            Came::Meetings(meetings) => {
                self.meetings = meetings;
                Next::Do(Work::Forms(FormKind::Meeting))
            }
            Came::Forms(forms) => self.half_way_forms(&forms),
            Came::Flagged(mut entries) => {
                let stops = making::stops(&mut entries, MOST);
                self.to(Step::List(entries, stops))
            }
            Came::Trouble(said) if !matches!(self.step, Step::Loading) => Next::Hint(said),
            came => Next::after(&standing.pack.step("form_need").title, came),
        }
    }
}
