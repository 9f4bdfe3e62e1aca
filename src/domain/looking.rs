//! What the journal gives to those who look back: signs, moments, intentions and what became of them.
//!
//! Only ever windows and pages of it, never the whole journal. Practice has no part in any of it.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate};

use super::{
    Answer, CarryAnswer, CarryForward, Entry, HeadingId, Id, ItemId, Stage, first_of_month,
};

/// One answer in an entry: only its sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The heading.
    pub heading: HeadingId,
    /// The item.
    pub item: ItemId,
    /// The answer; `None` when only words were written.
    pub answer: Option<Answer>,
}

/// The signs of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The entry.
    pub entry: Id,
    /// The day it is about.
    pub on: NaiveDate,
    /// Where in the work together.
    pub stage: Option<Stage>,
    /// Its answers, in the order asked.
    pub signs: Vec<Sign>,
}

/// The length of a column of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// A week, from Monday on.
    Week,
    /// A month.
    Month,
}

impl Span {
    /// Gives the first day of the week or month a day is in.
    pub fn first_day(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Week => {
                let past = Days::new(day.weekday().num_days_from_monday().into());
                day.checked_sub_days(past).unwrap_or(day)
            }
            Self::Month => first_of_month(day),
        }
    }
}

/// How often an answer was given in a week or a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The first day of the week or month.
    pub from: NaiveDate,
    /// The heading.
    pub heading: HeadingId,
    /// The item.
    pub item: ItemId,
    /// The answer.
    pub answer: Option<Answer>,
    /// How many moments.
    pub count: u32,
}

/// Which answers are looked at. What is not named may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Under {
    /// The heading.
    pub heading: Option<HeadingId>,
    /// The item.
    pub item: Option<ItemId>,
    /// The answer.
    pub answer: Option<Answer>,
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// Only in these entries; in any, when there are none.
    pub among: BTreeSet<Id>,
}

/// A text of the person's own, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The entry it stands in.
    pub entry: Id,
    /// The day it is about.
    pub on: NaiveDate,
    /// When it was finished; pages go on from the last one's time and id.
    pub finished_at: DateTime<FixedOffset>,
    /// What was asked, as it was shown; empty for the moment and for what I stand by.
    pub question: String,
    /// The item, where it is an answer.
    pub item: Option<ItemId>,
    /// The answer, where it is one.
    pub answer: Option<Answer>,
    /// The words; empty when an answer has no line.
    pub words: String,
    /// Whether its entry can be read. One that cannot is counted all the same, so it is shown as such.
    pub readable: bool,
}

/// What pages of passages are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passages {
    /// Every moment I wanted to keep.
    Moments,
    /// Everything I stand by.
    Strengths,
    /// The answers, with their lines.
    Answers(Under),
}

/// What was said about an intention, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardOnce {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The entry it was said in; none when it was said in the room itself.
    pub entry: Option<Id>,
    /// Its own id, by which it can be taken back; only what was said in the room itself has one.
    pub said: Option<Id>,
    /// What became of it.
    pub answer: Option<CarryAnswer>,
    /// A line about it.
    pub line: String,
}

/// An intention with everything that was said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The intention, and where it stands.
    pub carry: CarryForward,
    /// What was said, in order.
    pub heard: Vec<HeardOnce>,
    /// Whether it is listed among those still held.
    pub held: bool,
}

impl Carried {
    /// Its place among all of them.
    pub fn place(&self) -> CarryPlace {
        CarryPlace {
            held: self.held,
            after: Some((self.carry.made, self.carry.entry)),
        }
    }

    /// The last answer that was given about it; a line by itself is none.
    pub fn last_answer(&self) -> Option<CarryAnswer> {
        self.heard.iter().rev().find_map(|once| once.answer)
    }
}

/// A place among the intentions: those still held come first, and within each the newest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CarryPlace {
    /// Whether it is among those still held.
    pub held: bool,
    /// After which one of them, by when it was made and its entry; before the first, if none.
    pub after: Option<(DateTime<FixedOffset>, Id)>,
}

impl CarryPlace {
    /// Before all of them.
    pub const FIRST: Self = Self {
        held: true,
        after: None,
    };
    /// After every one that is still held.
    pub const AFTER_HELD: Self = Self {
        held: false,
        after: None,
    };
}

/// An entry as it was at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was written so.
    pub written: DateTime<FixedOffset>,
    /// The entry; `None` when this version cannot be read.
    pub entry: Option<Box<Entry>>,
}

/// An entry with a stage of the work together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// The entry.
    pub entry: Id,
    /// The day it is about.
    pub on: NaiveDate,
    /// The stage.
    pub stage: Stage,
    /// Its first words.
    pub words: String,
}
