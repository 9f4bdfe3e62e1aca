//! What is given back to look at is what was written: against a count by hand over every entry, in
//! whatever order entries are changed, taken out and brought back, and hours are kept.

pub(super) mod by_hand;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

use self::by_hand::{every_kind_of_page, passages, signs, tallies};
use super::super::{Store, StoreError};
use super::kit::{at, entry, hour, id, walk};
use crate::domain::{
    Answer, Answered, Carried, CarryAnswer, CarryState, Entry, Finished, HeadingId, HeardOnce, Id,
    ItemId, LastTime, Meeting, Passage, Passages, Span, Stage, Staged, Supervision,
};

/// How many entries there are; the last is practice.
const ENTRIES: u32 = 5;

/// What an entry may say: the same for the same number and look.
fn looking(number: u32, look: u32) -> Entry {
    let mut entry = entry(number, ["tea", "", "soup", "bread"][look as usize % 4]);
    // Several were finished in the same moment, on days of their own.
    entry.finished_at = at(i64::from(number / 2) * 60_000);
    let back = Days::new(u64::from(number * 17 + look * 5 % 30));
    entry.on = entry.finished_at.date_naive() - back;
    entry.practice = number == ENTRIES - 1;
    entry.stand_by = ["", "I stayed", ""][look as usize % 3].into();
    entry.next_time = ["", "If asked, wait", "Ask first"][look as usize / 2 % 3].into();
    entry.stage = [
        None,
        Some(Stage::NearTheEnd),
        Some(Stage::Last),
        Some(Stage::First),
    ][look as usize / 3 % 4];
    entry.tags = [vec![], vec!["night"], vec!["Ward", "night"]][look as usize % 3]
        .iter()
        .map(|tag| (*tag).to_owned())
        .collect();
    entry.supervision = Supervision {
        bring: look.is_multiple_of(2),
        note: String::new(),
    };
    entry.answers = (0..look % 4)
        .map(|place| Answered {
            item: ItemId::new(format!("IT{}", (place + look / 5) % 3)),
            heading: HeadingId::new(format!("H{}", (place + number) % 2)),
            question: "Was it so?".into(),
            answer: [None, Some(Answer::Partly), Some(Answer::NotSure)]
                [(look + place) as usize % 3],
            note: ["", "a line"][(look + place) as usize % 2].into(),
            points_to_moment: look.is_multiple_of(5),
            go_deeper: String::new(),
        })
        .collect();
    entry
}

#[derive(Clone, Debug)]
enum Move {
    Edit(u32, u32),
    Undo(u32),
    Delete(u32),
    BringBack(u32),
    Hear(u32, bool),
    Meet(u32, u32, bool),
    Drop(u32),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let number = || 0..ENTRIES;
    let any = prop_oneof![
        5 => (number(), 0_u32..60).prop_map(|(number, look)| Move::Edit(number, look)),
        2 => number().prop_map(Move::Undo),
        1 => number().prop_map(Move::Delete),
        2 => number().prop_map(Move::BringBack),
        1 => (number(), any::<bool>()).prop_map(|(number, rest)| Move::Hear(number, rest)),
        2 => (0_u32..2, 0_u32..32, any::<bool>())
            .prop_map(|(hour, brought, taken)| Move::Meet(hour, brought, taken)),
        1 => (0_u32..2).prop_map(Move::Drop),
    ];
    prop::collection::vec(any, 0..25)
}

/// What should be there.
#[derive(Default)]
struct Known {
    versions: BTreeMap<u32, Vec<Entry>>,
    deleted: BTreeSet<u32>,
    heard: BTreeMap<u32, Vec<HeardOnce>>,
    hours: BTreeMap<u32, Meeting>,
    /// Since when each is flagged as it is, as far as it is.
    flagged: BTreeMap<u32, i64>,
}

impl Known {
    /// The entry as it was last written, unless it was taken out.
    fn there(&self, number: u32) -> Option<&Entry> {
        let last = self.versions.get(&number).and_then(|all| all.last());
        last.filter(|_| !self.deleted.contains(&number))
    }

    /// Notes whether an entry is flagged, as it was written last.
    fn flag(&mut self, number: u32, minute: i64) {
        let bring = self.there(number).is_some_and(|it| it.supervision.bring);
        if bring {
            self.flagged.entry(number).or_insert(minute);
        } else {
            self.flagged.remove(&number);
        }
    }

    /// Whether it was brought to an hour that was taken after it was flagged.
    fn is_taken(&self, entry: Id) -> bool {
        let number = (0..ENTRIES).find(|it| id(*it) == entry).unwrap();
        let flagged = self.flagged.get(&number).map(|minute| at(*minute));
        self.hours.values().any(|hour| {
            hour.taken
                .is_some_and(|taken| flagged.is_none_or(|flagged| flagged <= taken))
                && hour.brought.iter().any(|it| it.entry == Some(entry))
        })
    }
}

fn written(store: &mut Store, known: &mut Known, change: Entry, number: u32, minute: i64) {
    let done = store.revise(&change, None, at(minute));
    if known.deleted.contains(&number) {
        assert!(matches!(
            done,
            Err(StoreError::NotInJournal { taken_out: true })
        ));
        return;
    }
    done.unwrap();
    let versions = known.versions.get_mut(&number).unwrap();
    if versions.last() != Some(&change) {
        versions.push(change);
    }
    known.flag(number, minute);
}

fn play(store: &mut Store, known: &mut Known, step: &Move, minute: i64) {
    let now = at(minute);
    match *step {
        Move::Edit(number, look) => written(store, known, looking(number, look), number, minute),
        Move::Undo(number) => {
            let versions = &known.versions[&number];
            if let [.., before, _] = versions.as_slice() {
                written(store, known, before.clone(), number, minute);
            }
        }
        Move::Delete(number) => {
            store.delete(id(number), now).unwrap();
            known.deleted.insert(number);
        }
        Move::BringBack(number) => {
            store.bring_back(id(number), now).unwrap();
            known.deleted.remove(&number);
        }
        Move::Hear(number, rest) => {
            let said = LastTime {
                of: id(number),
                answer: rest.then_some(CarryAnswer::LetItRest),
                line: format!("said at {minute}"),
            };
            let done = store.hear(&said, None, now);
            assert_eq!(done.is_ok(), !known.deleted.contains(&number));
            if done.is_ok() {
                known.heard.entry(number).or_default().push(HeardOnce {
                    at: now,
                    entry: None,
                    said: None,
                    answer: said.answer,
                    line: said.line,
                });
            }
        }
        Move::Meet(number, brought, taken) => {
            let brought: Vec<u32> = (0..ENTRIES).filter(|it| brought >> it & 1 == 1).collect();
            let hour = Meeting {
                taken: taken.then_some(now),
                ..hour(number, &brought, "a fresh line")
            };
            store.keep_meeting(&hour, None, now).unwrap();
            known.hours.insert(number, hour);
        }
        Move::Drop(number) => {
            store.drop_meeting(id(1_000 + number)).unwrap();
            known.hours.remove(&number);
        }
    }
}

fn begun() -> (Store, Known) {
    let mut store = Store::in_memory().unwrap();
    let mut known = Known::default();
    for number in 0..ENTRIES {
        let entry = looking(number, number * 7);
        let finished = Finished {
            carries: true,
            ..walk(entry.clone())
        };
        store.finish(&finished, at(number.into())).unwrap();
        known.versions.insert(number, vec![entry]);
        known.flag(number, number.into());
    }
    (store, known)
}

/// Everything that is read one entry at a time, practice left aside, newest first.
fn real(store: &Store) -> Vec<Entry> {
    let mut real = Vec::new();
    store
        .every_entry(|entry| {
            real.extend(entry.ok().filter(|it| !it.practice));
            ControlFlow::Continue(())
        })
        .unwrap();
    real
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn in_any_order_nothing_is_lost_and_everything_is_counted(moves in moves()) {
        let (mut store, mut known) = begun();
        for (minute, step) in (1_000_000..).zip(&moves) {
            play(&mut store, &mut known, step, minute);
        }
        nothing_is_lost(&store, &known);
        counted_by_hand(&store, &known);
        prop_assert!(store.check().unwrap().is_sound());
    }
}

fn nothing_is_lost(store: &Store, known: &Known) {
    for (number, all) in &known.versions {
        let versions = store.versions(id(*number)).unwrap();
        let read: Vec<Entry> = versions
            .into_iter()
            .rev()
            .map(|it| *it.entry.unwrap())
            .collect();
        assert_eq!(&read, all);
        assert_eq!(
            store.entry(id(*number)).unwrap().as_ref(),
            known.there(*number)
        );
    }
    let hours: Vec<Meeting> = known.hours.values().rev().cloned().collect();
    assert_eq!(store.meetings().unwrap(), hours);
}

fn counted_by_hand(store: &Store, known: &Known) {
    let real = real(store);
    assert_eq!(store.signs(40).unwrap(), signs(&real));
    for span in [Span::Week, Span::Month] {
        let (since, until) = (at(0).date_naive() - Days::new(60), at(90_000).date_naive());
        let given = store.tallies(span, since, until).unwrap();
        assert_eq!(given, tallies(&real, span, since, until));
    }
    for which in every_kind_of_page() {
        let by_hand: Vec<Passage> = real.iter().flat_map(|it| passages(it, &which)).collect();
        for limit in [1, 2, 50] {
            assert_eq!(paged(store, &which, limit), by_hand, "{which:?} {limit}");
        }
    }
    let to_bring = real
        .iter()
        .filter(|it| it.supervision.bring && !known.is_taken(it.id));
    assert_eq!(
        store.flagged(40).unwrap(),
        to_bring.cloned().collect::<Vec<_>>()
    );
    let labels: BTreeSet<String> = real.iter().flat_map(|it| it.tags.clone()).collect();
    let mut labels: Vec<String> = labels.into_iter().collect();
    labels.sort_by_key(|label| label.to_lowercase());
    assert_eq!(store.tags().unwrap(), labels);
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for entry in &real {
        *days.entry(entry.on).or_default() += 1;
    }
    for month in 1..=4 {
        let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
        let of_month = days
            .iter()
            .filter(|(day, _)| day.month() == month && day.year() == 2026);
        let by_hand: Vec<_> = of_month.map(|(day, count)| (*day, *count)).collect();
        assert_eq!(store.month(first).unwrap(), by_hand);
    }
    let endings = real.iter().filter_map(|it| {
        let stage = it
            .stage
            .filter(|it| matches!(it, Stage::NearTheEnd | Stage::Last))?;
        let words = it.first_words().to_owned();
        Some(Staged {
            entry: it.id,
            on: it.on,
            stage,
            words,
        })
    });
    assert_eq!(store.endings(40).unwrap(), endings.collect::<Vec<_>>());
    carried_by_hand(store, known, &real);
}

fn carried_by_hand(store: &Store, known: &Known, real: &[Entry]) {
    let mut all: Vec<Carried> = Vec::new();
    loop {
        let before = all.last().map(Carried::place);
        let page = store.carried(before, 2).unwrap();
        if page.is_empty() {
            break;
        }
        all.extend(page);
    }
    // Those that are held come first over all pages, and else it is the order of time.
    let (held, others): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|it| it.held);
    assert_eq!([held, others].concat(), all);
    assert!(
        all.iter()
            .all(|it| it.held == (it.carry.state == CarryState::Held))
    );
    all.sort_by_key(|it| std::cmp::Reverse((it.carry.made, it.carry.entry)));
    let given: Vec<_> = all
        .iter()
        .map(|it| (it.carry.entry, it.carry.words.clone()))
        .collect();
    let wanted = real.iter().filter(|it| !it.next_time.is_empty());
    let by_hand: Vec<_> = wanted.map(|it| (it.id, it.next_time.clone())).collect();
    assert_eq!(given, by_hand);
    for carried in &all {
        let number = (0..ENTRIES)
            .find(|it| id(*it) == carried.carry.entry)
            .unwrap();
        let heard = known.heard.get(&number).cloned().unwrap_or_default();
        let rests = heard
            .iter()
            .any(|it| it.answer == Some(CarryAnswer::LetItRest));
        let unnamed = carried.heard.iter().cloned().map(|once| {
            assert!(once.said.is_some());
            HeardOnce { said: None, ..once }
        });
        assert_eq!(unnamed.collect::<Vec<_>>(), heard);
        assert_eq!(carried.carry.state == CarryState::Resting, rests);
        assert_eq!(carried.carry.line, heard.last().map_or("", |it| &it.line));
    }
    let held = all.iter().find(|it| it.carry.state == CarryState::Held);
    assert_eq!(
        store.past().unwrap().carry.as_ref(),
        held.map(|it| &it.carry)
    );
}

/// Every page of it, one after the other.
fn paged(store: &Store, which: &Passages, limit: usize) -> Vec<Passage> {
    let mut all: Vec<Passage> = Vec::new();
    loop {
        let before = all.last().map(|it| (it.finished_at, it.entry));
        let page = store.passages(which, before, limit).unwrap();
        let is_last = page.len() < limit;
        all.extend(page);
        if is_last {
            return all;
        }
    }
}
