//! A made-up year of an invented worker, so that a trainer can show a journal that has been lived in.
//!
//! It is written as a person would write it (`assets/demo/year.toml`): each entry says how many days
//! ago it was. Here it becomes the values that a walk would have ended in, with the questions worded
//! as the pack words them now. It stands among the words because that is what it is: a text that
//! comes with the program, in the format of the packs, and nothing of it depends on a store or a
//! screen. Whoever opens it puts it in a journal by the same way as any other entry, so that every
//! rule of a journal holds for it.

mod practised;
mod written;

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Duration, FixedOffset, NaiveDate, TimeZone, Weekday};

use self::written::{Hour, Walk, Written};
use super::trouble::{PackError, Trouble, from_toml};
use super::{Item, Pack};
use crate::domain::{
    Answered, AskAgain, Brought, CardLine, CarryForward, CarryState, Deep, Entry, Finished,
    HeadingId, Id, ItemId, KeepWell, LastTime, Later, Length, LongerView, Meeting, Need, Revisited,
    Supervision, SupportCard,
};

/// Holds the text of the made-up year.
const YEAR: &str = include_str!("../../assets/demo/year.toml");
/// Holds the name it goes by in messages.
const NAME: &str = "year.toml";

/// Holds a made-up year, ready to be kept.
#[derive(Debug)]
pub struct Year {
    /// Holds what every walk ended in, the oldest first.
    pub walks: Vec<Finished>,
    /// Holds the entries that a line was added to later, and when that was.
    pub grown: Vec<(Entry, DateTime<FixedOffset>)>,
    /// Holds the hours of supervision, the oldest first.
    pub meetings: Vec<Meeting>,
    /// Holds what was said of the longer view, the oldest first.
    pub said: Vec<LongerView>,
    /// Holds the days on which to be asked again about a heading.
    pub again: Vec<AskAgain>,
    /// Is the page on keeping well.
    pub keep_well: KeepWell,
    /// Is the support card.
    pub card: SupportCard,
}

impl Year {
    /// Makes up the year that ends this week, with the questions of this pack.
    ///
    /// # Errors
    ///
    /// Fails only if the text was broken before the program was built; a test reads it.
    pub fn made_up(pack: &Pack, now: DateTime<FixedOffset>) -> Result<Self, PackError> {
        let written: Written = toml::from_str(YEAR).map_err(|why| from_toml(&why, NAME, YEAR))?;
        let mut year = Self {
            walks: Vec::new(),
            grown: Vec::new(),
            meetings: Vec::new(),
            said: Vec::new(),
            again: Vec::new(),
            keep_well: written.keep_well,
            card: card(written.card),
        };
        let mut telling = Telling {
            pack,
            now,
            held: Vec::new(),
            told: 0,
        };
        for walk in &written.walks {
            let finished = telling.walk(walk)?;
            year.grown.extend(grown(&finished.entry, &walk.later));
            year.walks.push(finished);
        }
        for said in &written.hours {
            let meeting = telling.hour(said, &year.walks);
            year.meetings.push(meeting);
        }
        for said in &written.tries {
            year.walks.extend(telling.attempt(said)?);
        }
        year.walks.sort_by_key(|walk| walk.entry.finished_at);
        for said in &written.said {
            let view = telling.said(said);
            year.said.push(view);
        }
        let again = written.again.iter().map(|again| telling.again(again));
        year.again = again.collect();
        Ok(year)
    }
}

/// Tells the year from its first day on.
struct Telling<'p> {
    pack: &'p Pack,
    now: DateTime<FixedOffset>,
    /// The intentions so far, the newest last.
    held: Vec<CarryForward>,
    /// How many things have an id.
    told: u64,
}

impl Telling<'_> {
    fn walk(&mut self, walk: &Walk) -> Result<Finished, PackError> {
        let at = self.at(walk.days_ago, walk.hour, minute(walk.days_ago, walk.hour));
        let mut entry = self.entry(at, walk.length);
        entry.kind = walk.kind;
        entry.stage = walk.stage;
        entry.minutes = walk.minutes;
        entry.practice = walk.practice;
        entry.left_me.clone_from(&walk.left);
        entry.before_stop = walk.need;
        entry.answers = self.answers(&walk.answers, walk.practice)?;
        entry.moment.clone_from(&walk.moment);
        entry.stand_by.clone_from(&walk.stand_by);
        entry.next_time.clone_from(&walk.next_time);
        entry.put_down.clone_from(&walk.put_down);
        entry.talk_to.clone_from(&walk.talk_to);
        entry.deep = Deep {
            what: walk.what.clone(),
            so_what: walk.so_what.clone(),
            now_what: walk.now_what.clone(),
            step_back: walk.step_back.clone(),
        };
        entry.supervision = Supervision {
            bring: walk.bring,
            note: walk.bring_line.clone(),
        };
        entry.tags.clone_from(&walk.tags);
        let last = self.last_time(walk, &mut entry);
        self.hold(&entry);
        let tells = entry.before_stop == Some(Need::TellSomeone) && !entry.practice;
        Ok(Finished {
            draft: None,
            carries: !entry.practice && !entry.next_time.is_empty(),
            last,
            tell: tells.then(|| entry.talk_to.clone()),
            entry,
        })
    }

    fn answers(
        &self,
        answers: &[written::Answer],
        practice: bool,
    ) -> Result<Vec<Answered>, PackError> {
        let unknown = |id: &str| Trouble::UnknownItem { id: id.to_owned() }.at(NAME, None);
        let answer = |said: &written::Answer| {
            let (set, item) = self
                .pack
                .item(&said.item)
                .ok_or_else(|| unknown(&said.item))?;
            Ok(Answered {
                item: ItemId::new(&*item.id),
                heading: HeadingId::new(&*set.id),
                question: question(item, practice),
                answer: Some(said.said),
                note: said.note.clone(),
                points_to_moment: said.points,
                go_deeper: said.deeper.clone(),
            })
        };
        answers.iter().map(answer).collect()
    }

    /// What is said about the newest intention that is still held, as a walk would ask about it.
    fn last_time(&mut self, walk: &Walk, entry: &mut Entry) -> Option<LastTime> {
        let answer = walk.last?;
        let is_held = |carry: &&mut CarryForward| carry.state == CarryState::Held;
        let carry = self.held.iter_mut().rev().find(is_held)?;
        let last = LastTime {
            of: carry.entry,
            answer: Some(answer),
            line: walk.last_line.clone(),
        };
        carry.hear(&last);
        entry.last_time = Some(Revisited {
            of: carry.entry,
            words: carry.words.clone(),
            answer: last.answer,
            line: last.line.clone(),
        });
        Some(last)
    }

    fn hold(&mut self, entry: &Entry) {
        if entry.practice || entry.next_time.is_empty() {
            return;
        }
        self.held.push(CarryForward {
            entry: entry.id,
            words: entry.next_time.clone(),
            made: entry.finished_at,
            unanswered: 0,
            state: CarryState::Held,
            line: String::new(),
        });
    }

    fn hour(&mut self, said: &Hour, walks: &[Finished]) -> Meeting {
        let begun = self.at(said.days_ago, 9, 10);
        let on = begun.date_naive();
        let brought = said.lines.iter().map(|line| Brought {
            entry: line.from.and_then(|days| self.entry_of(days, walks)),
            topic: line.topic,
            heading: String::new(),
            line: line.words.clone(),
        });
        let brought = brought.collect();
        Meeting {
            id: self.id(begun),
            begun,
            on,
            with: Some(said.with),
            need: said.need.clone(),
            asking: said.asking.clone(),
            brought,
            taken: Some(self.at(said.days_ago, 11, 5)),
            agreed: said.agreed.clone(),
        }
    }

    /// The entry that was on the list, of so many days ago.
    fn entry_of(&self, days: u32, walks: &[Finished]) -> Option<Id> {
        let on = self.day(days);
        let is_meant = |walk: &&Finished| walk.entry.on == on && walk.entry.supervision.bring;
        walks.iter().find(is_meant).map(|walk| walk.entry.id)
    }

    /// An entry with nothing in it but its times.
    fn entry(&mut self, finished: DateTime<FixedOffset>, length: Length) -> Entry {
        let began = finished - Duration::minutes(minutes_of(length));
        let pack = (self.pack.id.clone(), self.pack.version);
        let mut entry = Entry::empty(self.id(began), began, pack, length);
        entry.finished_at = finished;
        entry
    }

    /// Days are told from the last Friday on: then the sessions fall on days people work.
    fn day(&self, days_ago: u32) -> NaiveDate {
        let friday = self.now.date_naive().week(Weekday::Fri).first_day();
        let day = friday.checked_sub_days(Days::new(u64::from(days_ago)));
        day.unwrap_or(friday)
    }

    fn at(&self, days_ago: u32, hour: u32, minute: u32) -> DateTime<FixedOffset> {
        let wall = self.day(days_ago).and_hms_opt(hour, minute, 0);
        let at = wall.and_then(|wall| self.now.offset().from_local_datetime(&wall).single());
        at.unwrap_or(self.now)
    }

    /// An id of that time. It need not be hard to guess: it names something made up.
    fn id(&mut self, at: DateTime<FixedOffset>) -> Id {
        self.told += 1;
        let mixed = u128::from(self.told).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
        let mut random = [0; 10];
        for (to, from) in random.iter_mut().zip(mixed.to_be_bytes()) {
            *to = from;
        }
        Id::at(u64::try_from(at.timestamp_millis()).unwrap_or(0), &random)
    }
}

/// An entry with the lines that were added to it later, and when the last of them was.
fn grown(entry: &Entry, later: &[written::Later]) -> Option<(Entry, DateTime<FixedOffset>)> {
    let mut entry = entry.clone();
    entry.later = later
        .iter()
        .map(|line| Later {
            at: entry.finished_at + Duration::days(i64::from(line.days_after)),
            words: line.words.clone(),
        })
        .collect();
    let at = entry.later.last()?.at;
    Some((entry, at))
}

fn question(item: &Item, practice: bool) -> String {
    if practice && !item.practice_question.is_empty() {
        item.practice_question.clone()
    } else {
        item.question.clone()
    }
}

fn card(lines: BTreeMap<CardLine, String>) -> SupportCard {
    let mut card = SupportCard::default();
    for (line, words) in lines {
        card.write(line, words);
    }
    card
}

/// Nobody finishes on the hour.
fn minute(days_ago: u32, hour: u32) -> u32 {
    (days_ago * 7 + hour * 13) % 55
}

/// How long such a walk takes.
fn minutes_of(length: Length) -> i64 {
    match length {
        Length::Note => 0,
        Length::NothingMuch => 1,
        Length::Land | Length::Three => 2,
        Length::Quick | Length::Story => 3,
        Length::Vignette => 6,
        Length::Standard => 9,
        Length::Deep => 26,
    }
}

#[cfg(test)]
mod tests;
