//! Reflections such as people write: 80 to 250 words, few of them often and most of them seldom.
//!
//! The words come with the spread of a natural language: the n-th most common is met about 1/n as
//! often as the first. Behind the ones that are written out stand thousands that are made of
//! syllables, and far behind those the ones that one entry has and no other: names of places, slips
//! of the hand.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin may end")]

use std::path::Path;

use alongside::domain::{
    Answer, Answered, Entry, Finished, HeadingId, Id, ItemId, Kind, Length, Stage,
};
use alongside::store::{Access, Key, Store};
use chrono::{DateTime, FixedOffset, TimeDelta};

/// The most common words of such texts, the commonest first.
const COMMON: &str = "the and to i of a we in was it that they for with me on had my about not this \
    said what were at as be time have so but felt there when she he which by talk would from or \
    then how one because an could if like out up them some more feel did been just all has quiet \
    asked before help week together little after next their do think thing made are is day today \
    group tea room story wait waiting listened listening boundary supervision housing sleep \
    hospital family friend friends work loss voices benefits moving home worried hopeful steady \
    tired heavy calm proud stirred walk walking music cooking garden allotment drawing swimming \
    football writing dog kettle laughed laughing silence shared sharing share choice choose chose \
    power equal kind kindly strength strengths small step steps own words hard soft slow long \
    short morning evening monday friday phone call called meeting team worker peer trust trusted \
    safe safety plan planned planning ending endings goodbye beginning began begin question \
    questions answer answered unsure sure moment moments notice noticed noticing experience \
    experiences community café naïve recovery hope hoped hoping learn learned learning together";

/// What syllables the other words are made of.
const SYLLABLES: [&str; 40] = [
    "be", "con", "ta", "re", "li", "mo", "sto", "ing", "ver", "na", "per", "su", "ro", "ment",
    "in", "cha", "do", "fi", "ga", "hea", "ki", "lo", "me", "no", "pla", "qui", "sa", "ti", "un",
    "wa", "ly", "er", "tion", "ble", "est", "dis", "pre", "ful", "ness", "out",
];

const HEADINGS: [&str; 12] = [
    "MUT", "REC", "NON", "STR", "RFO", "COM", "PRO", "SAF", "RES", "INC", "SUP", "ROL",
];
const TAGS: [&str; 9] = [
    "disclosure",
    "boundaries",
    "listening",
    "supervision",
    "self care",
    "safety",
    "strengths",
    "power",
    "ending",
];
/// Entries that are kept in one transaction.
const AT_ONCE: u32 = 500;
/// The newest ones are kept one by one, as in life: each leaves a piece of its own in the index.
const ONE_BY_ONE: u32 = 200;

/// Chance that is the same in each run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end)).unwrap()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(u32::try_from(all.len()).unwrap()) as usize]
    }
}

/// The words there are, and how often each is met.
pub struct Vocabulary {
    words: Vec<String>,
    /// For each word, how far its share and all before it reach.
    reach: Vec<u64>,
}

impl Vocabulary {
    pub fn new() -> Self {
        let mut words: Vec<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        let mut chance = Chance(7);
        while words.len() < 7_000 {
            let syllables = 2 + chance.below(3);
            words.push((0..syllables).map(|_| *chance.of(&SYLLABLES)).collect());
        }
        let mut so_far = 0;
        let reach = (1..=words.len() as u64)
            .map(|nth| {
                so_far += 1_000_000_000 / (nth + 3);
                so_far
            })
            .collect();
        Self { words, reach }
    }

    /// A word that stands so far down the list.
    pub fn word(&self, nth: usize) -> &str {
        &self.words[nth]
    }

    fn any(&self, chance: &mut Chance) -> String {
        // One in three hundred is a word that hardly any other entry has.
        if chance.below(300) == 0 {
            return (0..4).map(|_| *chance.of(&SYLLABLES)).collect::<String>();
        }
        let at = chance.next() % self.reach.last().unwrap();
        self.words[self.reach.partition_point(|reach| *reach <= at)].clone()
    }

    fn text(&self, chance: &mut Chance, words: u32) -> String {
        let mut text = String::new();
        let mut begins = true;
        for nth in 1..=words {
            let word = self.any(chance);
            if begins {
                let mut letters = word.chars();
                text.extend(letters.next().map(|it| it.to_ascii_uppercase()));
                text.push_str(letters.as_str());
            } else {
                text.push_str(&word);
            }
            begins = nth == words || chance.below(11) == 0;
            text.push_str(if begins { ". " } else { " " });
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// When this one was made.
pub fn at(number: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2016-03-12T21:45:03+01:00").unwrap()
        + TimeDelta::minutes(i64::from(number) * 540 + i64::from(number * 7919 % 61))
}

/// A finished walk.
pub fn walk(words: &Vocabulary, number: u32) -> Finished {
    let mut chance = Chance(u64::from(number) << 20);
    let when = at(number);
    let mut id = [0; 10];
    id[..4].copy_from_slice(&number.to_be_bytes());
    let id = Id::at(when.timestamp_millis().unsigned_abs(), &id);
    let lengths = [Length::Quick, Length::Standard, Length::Deep];
    let mut entry = Entry::empty(
        id,
        when,
        ("peer-principles".into(), 1),
        *chance.of(&lengths),
    );
    entry.kind = Some(*chance.of(Kind::ALL));
    entry.stage = Some(*chance.of(Stage::ALL));
    entry.practice = chance.below(20) == 0;
    entry.supervision.bring = chance.below(10) == 0;
    entry.tags = vec![(*chance.of(&TAGS)).to_owned()];
    if number.is_multiple_of(997) {
        entry.tags.push("seldom".into());
    }
    let mut left = 80 + chance.below(171);
    let mut text = |chance: &mut Chance, most: u32| {
        let words_now = left.min(most);
        left -= words_now;
        words.text(chance, words_now)
    };
    entry.moment = text(&mut chance, 40);
    entry.stand_by = text(&mut chance, 15);
    entry.next_time = text(&mut chance, 15);
    entry.answers = (0..7)
        .map(|item| Answered {
            item: ItemId::new(format!("ITEM{item}")),
            heading: HeadingId::new(*chance.of(&HEADINGS)),
            question: "Did we both shape how the time went, in ways large and small?".into(),
            answer: Some(*chance.of(Answer::ALL)),
            note: text(&mut chance, 20),
            points_to_moment: false,
            go_deeper: String::new(),
        })
        .collect();
    if number.is_multiple_of(997) {
        // A heading that next to nothing stands under.
        entry.answers[0].heading = HeadingId::new("END");
    }
    entry.deep.so_what = text(&mut chance, 250);
    Finished {
        draft: None,
        carries: number.is_multiple_of(3),
        entry,
        last: None,
        tell: None,
    }
}

/// Fills a journal with so many.
pub fn fill(path: &Path, key: &Key, entries: u32) {
    let words = Vocabulary::new();
    let mut store = Store::open(path, Access::Write, key, at(0)).unwrap();
    let together = entries.saturating_sub(ONE_BY_ONE);
    for first in (0..together).step_by(AT_ONCE as usize) {
        let last = together.min(first + AT_ONCE);
        let many: Vec<Finished> = (first..last).map(|number| walk(&words, number)).collect();
        store.finish_many(&many).unwrap();
    }
    for number in together..entries {
        store.finish(&walk(&words, number), at(number)).unwrap();
    }
}
