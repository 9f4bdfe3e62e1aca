//! A journal that is told about and does not exist, and a leaf written out as text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;
use std::sync::LazyLock;

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::super::super::*;
use crate::content::Pack;
use crate::domain::*;

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub(super) fn id(number: u64) -> Id {
    Id::at(1_772_539_200_000 + number * 3_600_000, &[7; 10])
}

pub(super) fn at(on: NaiveDate) -> DateTime<FixedOffset> {
    on.and_hms_opt(17, 40, 0).unwrap().and_utc().into()
}

/// Read once: reading it takes longer than what is tried with it.
static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::shipped().unwrap());

pub(super) fn standing() -> Standing {
    Standing {
        made_up: false,
        pack: Rc::new(PACK.clone()),
        shared_computer: false,
        read_only: None,
        home: Some("/home/me".into()),
        now: Stamp {
            at: at(today()),
            tick: 5,
            fresh: id(9_000),
        },
    }
}

/// What the journal holds: entries with their signs, the newest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    pub(super) signs: Vec<Signed>,
    pub(super) moments: Vec<Passage>,
    pub(super) strengths: Vec<Passage>,
    pub(super) carried: Vec<Carried>,
    pub(super) staged: Vec<Staged>,
    pub(super) past: Past,
    pub(super) oldest: Option<NaiveDate>,
    /// A journal that tells a trouble, whatever is asked.
    pub(super) is_broken: bool,
}

const ITEMS: [&str; 9] = [
    "MUT1", "STR1", "RFO1", "SAF1", "SAF6", "REC6", "NON1", "COM1", "MUT2",
];

fn passage(number: u64, on: NaiveDate, words: &str) -> Passage {
    Passage {
        entry: id(number),
        on,
        finished_at: at(on),
        question: String::new(),
        item: None,
        answer: None,
        words: words.to_owned(),
        readable: true,
    }
}

fn carried(number: u64, on: NaiveDate, words: &str) -> Carried {
    let carry = CarryForward {
        entry: id(number),
        words: words.to_owned(),
        made: at(on),
        unanswered: 0,
        state: CarryState::Held,
        line: String::new(),
    };
    Carried {
        carry,
        heard: Vec::new(),
        held: true,
    }
}

/// An intention, and what was said about it: nothing, that it was tried, or that it rests.
fn heard(number: u64, on: NaiveDate) -> Carried {
    let mut carry = carried(
        number,
        on,
        &format!("If it goes quiet, I will wait ({number})"),
    );
    for (answer, line) in match number % 3 {
        0 => vec![
            (Some(CarryAnswer::NoChanceYet), ""),
            (Some(CarryAnswer::TriedIt), "It helped"),
        ],
        1 => vec![],
        _ => vec![(None, ""), (Some(CarryAnswer::LetItRest), "")],
    } {
        let of = carry.carry.entry;
        let line = line.to_owned();
        carry.carry.hear(&LastTime {
            of,
            answer,
            line: line.clone(),
        });
        carry.heard.push(HeardOnce {
            at: at(on),
            entry: None,
            said: Some(id(700 + number)),
            answer,
            line,
        });
    }
    carry.held = carry.carry.state == CarryState::Held;
    carry
}

impl Journal {
    /// A journal with so many entries, one every five days, the newest today.
    pub(super) fn of(entries: u64) -> Self {
        let mut journal = Self::default();
        for back in 0..entries {
            journal.add(entries - back, today() - Days::new(5 * back));
        }
        let newest = journal
            .carried
            .iter()
            .find(|it| it.carry.state == CarryState::Held);
        journal.past.carry = newest.map(|it| it.carry.clone());
        journal
    }

    fn add(&mut self, number: u64, on: NaiveDate) {
        self.oldest = Some(on);
        let answers = Answer::ALL;
        let sign = |(place, item): (usize, &&str)| Sign {
            heading: HeadingId::new(item.chars().take(3).collect::<String>()),
            item: ItemId::new(*item),
            answer: match *item {
                "NON1" => Some(Answer::NotSure),
                "MUT2" => Some(Answer::DidNotComeUp),
                _ => answers
                    .get((place + usize::try_from(number).unwrap()) % 4)
                    .copied(),
            },
        };
        let items = ITEMS.iter().enumerate();
        let asked = items.filter(|(_, item)| match **item {
            "NON1" | "MUT2" => number.is_multiple_of(2),
            "COM1" => matches!(number, 3 | 44),
            _ => true,
        });
        self.signs.push(Signed {
            entry: id(number),
            on,
            stage: None,
            signs: asked.map(sign).collect(),
        });
        for sign in &self.signs.last().unwrap().signs {
            self.past.visited.entry(sign.heading.clone()).or_insert(on);
        }
        let words = format!("I waited, and then I asked about the garden, number {number}");
        self.moments.push(passage(number, on, &words));
        let words = format!("I was on time on day {number}");
        self.strengths.push(passage(number, on, &words));
        self.carried.push(heard(number, on));
        if number.is_multiple_of(4) {
            self.staged.push(Staged {
                entry: id(number),
                on,
                stage: if number.is_multiple_of(8) {
                    Stage::Last
                } else {
                    Stage::NearTheEnd
                },
                words: "We looked at how far it has come".into(),
            });
        }
    }

    /// What it answers.
    pub(super) fn answer(&self, work: &Work) -> Came {
        if self.is_broken {
            return Came::Trouble("The disk does not answer. Your words are safe.".into());
        }
        match work {
            Work::Signs(limit) => Came::Signs(self.signs.iter().take(*limit).cloned().collect()),
            Work::Oldest => Came::Oldest(self.oldest),
            Work::Tallies(span, since, until) => Came::Tallies(self.tallies(*span, *since, *until)),
            Work::Passages(which, before, limit) => {
                Came::Passages(self.passages(which, *before, *limit))
            }
            Work::Endings(limit) => {
                Came::Endings(self.staged.iter().take(*limit).cloned().collect())
            }
            Work::Past => Came::Past(Box::new(self.past.clone())),
            Work::Carried(before, limit) => {
                let key = |place: CarryPlace| {
                    (
                        place.held,
                        place.after.map_or_else(|| id(9_999), |(_, entry)| entry),
                    )
                };
                let mut all = self.carried.clone();
                all.sort_by_key(|it| std::cmp::Reverse(key(it.place())));
                all.retain(|it| before.is_none_or(|before| key(it.place()) < key(before)));
                all.truncate(*limit);
                Came::Carried(all)
            }
            Work::CarriedBy(of) => {
                let one = self.carried.iter().find(|it| it.carry.entry == *of);
                Came::Carried(one.cloned().into_iter().collect())
            }
            Work::Entry(of) => {
                let mut entry = Entry::empty(*of, at(today()), ("p".into(), 1), Length::Quick);
                entry.next_time = "If it goes quiet, I will wait".into();
                let there = self.signs.iter().any(|signed| signed.entry == *of);
                Came::Entry(there.then(|| Box::new(entry)))
            }
            Work::Form(_) => Came::Form(None),
            // The rooms that it leads to ask for these; there is nothing there.
            Work::Forms(_) => Came::Forms(Vec::new()),
            Work::Meetings => Came::Meetings(Vec::new()),
            Work::Flagged(_) => Came::Flagged(Vec::new()),
            Work::KeepWell => Came::KeepWell(KeepWell::default()),
            Work::Hear(..) | Work::Unhear(_) | Work::DropForm(_) => Came::Done,
            // Other rooms are only looked into, and tried where they stand.
            _ => Came::Trouble("This room is for another day.".into()),
        }
    }

    fn tallies(&self, span: Span, since: NaiveDate, until: NaiveDate) -> Vec<Tally> {
        let mut counts = BTreeMap::new();
        for signed in self
            .signs
            .iter()
            .filter(|it| since <= it.on && it.on <= until)
        {
            for sign in &signed.signs {
                let from = span.first_day(signed.on);
                let key = (from, sign.heading.clone(), sign.item.clone(), sign.answer);
                *counts.entry(key).or_insert(0) += 1;
            }
        }
        let tally = |((from, heading, item, answer), count)| Tally {
            from,
            heading,
            item,
            answer,
            count,
        };
        counts.into_iter().map(tally).collect()
    }

    fn passages(
        &self,
        which: &Passages,
        before: Option<(DateTime<FixedOffset>, Id)>,
        limit: usize,
    ) -> Vec<Passage> {
        let all = match which {
            Passages::Moments => self.moments.clone(),
            Passages::Strengths => self.strengths.clone(),
            Passages::Answers(under) => self.answers(under),
        };
        let older = |it: &Passage| before.is_none_or(|before| (it.finished_at, it.entry) < before);
        all.into_iter().filter(older).take(limit).collect()
    }

    fn answers(&self, under: &Under) -> Vec<Passage> {
        let mut found = Vec::new();
        for signed in &self.signs {
            let on = signed.on;
            let days = under.since.is_none_or(|since| since <= on)
                && under.until.is_none_or(|until| on <= until)
                && (under.among.is_empty() || under.among.contains(&signed.entry));
            let holds = |sign: &&Sign| {
                days && under.heading.as_ref().is_none_or(|it| *it == sign.heading)
                    && under.item.as_ref().is_none_or(|it| *it == sign.item)
                    && under.answer.is_none_or(|it| Some(it) == sign.answer)
            };
            for sign in signed.signs.iter().filter(holds) {
                let (_, item) = PACK.item(sign.item.as_str()).unwrap();
                let is_line = sign.item.as_str() == "SAF1";
                found.push(Passage {
                    entry: signed.entry,
                    on,
                    finished_at: at(on),
                    question: item.question.clone(),
                    item: Some(sign.item.clone()),
                    answer: sign.answer,
                    words: if is_line {
                        "The door was open".into()
                    } else {
                        String::new()
                    },
                    readable: true,
                });
            }
        }
        found
    }
}

/// Does what a turn asks for until it asks nothing more of the journal; and what was asked.
pub(super) fn settle(visit: &mut Visit, mut turn: Turn, journal: &Journal) -> (Turn, Vec<Work>) {
    let mut asked = Vec::new();
    while let Turn::Do(work) = turn {
        turn = visit.came(journal.answer(&work));
        asked.push(work);
        assert!(asked.len() < 9, "it never ends: {asked:?}");
    }
    (turn, asked)
}

/// The row with these words.
pub(super) fn row(leaf: &Leaf, words: &str) -> usize {
    let LeafAsk::Rows { rows, .. } = &leaf.ask else {
        panic!("no rows: {leaf:?}")
    };
    rows.iter()
        .position(|row| row.words == words)
        .unwrap_or_else(|| panic!("no {words:?} in {rows:?}"))
}

/// A leaf as text.
pub(super) fn written(leaf: &Leaf) -> String {
    let mut text = format!("[{}]\n", leaf.title);
    for piece in &leaf.pieces {
        match piece {
            Piece::Heading(words) => writeln!(text, "\n== {words}").unwrap(),
            Piece::Question(words) => writeln!(text, "? {words}").unwrap(),
            Piece::Text(words) => writeln!(text, "{words}").unwrap(),
            Piece::Quiet(words) => writeln!(text, "· {words}").unwrap(),
            Piece::Own(words) => writeln!(text, "| {words}").unwrap(),
            Piece::Map { map, said } => {
                for row in &map.rows {
                    let letters: String =
                        row.cells.iter().map(crate::insight::Cell::letter).collect();
                    writeln!(text, "    {:24} [{letters}]", row.title).unwrap();
                }
                for said in said {
                    writeln!(text, "    said: {said}").unwrap();
                }
            }
            Piece::AsItIs(lines) => writeln!(text, "{}", lines.join("\n")).unwrap(),
            Piece::Month { said, .. } => writeln!(text, "{}", said.join("\n")).unwrap(),
        }
    }
    match &leaf.ask {
        LeafAsk::Rows { rows, at } => {
            for (place, row) in rows.iter().enumerate() {
                if row.is_heading {
                    writeln!(text, "  -- {}", row.words).unwrap();
                    continue;
                }
                let focus = if place == *at { '>' } else { ' ' };
                let key = row.key.unwrap_or(' ');
                let aside = if row.quiet.is_empty() { "" } else { "  · " };
                writeln!(text, "{focus} {key}  {}{aside}{}", row.words, row.quiet).unwrap();
            }
        }
        LeafAsk::Line { label, .. } => writeln!(text, "{label}: |").unwrap(),
        LeafAsk::Busy => text.push_str("…\n"),
    }
    text
}
