//! What is given back to look at is what was written: against a count by hand over every entry, in
//! whatever order entries are changed, taken out and brought back, and hours are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate};
use proptest::prelude::*;

use super::super::{Store, StoreError};
use super::kit::{at, entry, id, walk};
use crate::domain::{
    Answer, Answered, Brought, CarryAnswer, CarryState, Draft, Ends, Entry, Field, Finished, Form,
    FormField, FormKind, HeadingId, Id, ItemId, LastTime, Meeting, Passage, Passages, Stage,
    Subject, Supervision, Tally, Topic, Under,
};
use crate::domain::{HeardOnce, Sign, Signed, Span, Staged};

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
}

impl Known {
    /// The entry as it was last written, unless it was taken out.
    fn there(&self, number: u32) -> Option<&Entry> {
        let last = self.versions.get(&number).and_then(|all| all.last());
        last.filter(|_| !self.deleted.contains(&number))
    }

    fn is_taken(&self, entry: Id) -> bool {
        let taken = self.hours.values().filter(|hour| hour.taken.is_some());
        taken
            .flat_map(|hour| &hour.brought)
            .any(|it| it.entry == Some(entry))
    }
}

fn hour(number: u32, brought: u32, taken: bool, now: DateTime<FixedOffset>) -> Meeting {
    let each = (0..ENTRIES).filter(|number| brought >> number & 1 == 1);
    Meeting {
        id: id(100 + number),
        begun: at(0),
        on: at(0).date_naive() + Days::new(number.into()),
        with: None,
        need: "to think".into(),
        asking: Vec::new(),
        brought: each
            .map(|number| Brought {
                entry: Some(id(number)),
                topic: Topic::Think,
                heading: String::new(),
                line: "a fresh line".into(),
            })
            .collect(),
        taken: taken.then_some(now),
        agreed: String::new(),
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
                    answer: said.answer,
                    line: said.line,
                });
            }
        }
        Move::Meet(number, brought, taken) => {
            let hour = hour(number, brought, taken, now);
            store.keep_meeting(&hour, None, now).unwrap();
            known.hours.insert(number, hour);
        }
        Move::Drop(number) => {
            store.drop_meeting(id(100 + number)).unwrap();
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
        let read = store.tallies(span, since, until).unwrap();
        assert_eq!(read, tallies(&real, span, since, until));
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
    let tags: BTreeSet<String> = real.iter().flat_map(|it| it.tags.clone()).collect();
    let mut tags: Vec<String> = tags.into_iter().collect();
    tags.sort_by_key(|tag| tag.to_lowercase());
    assert_eq!(store.tags().unwrap(), tags);
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
    let mut all = Vec::new();
    while let Some(page) = Some(
        store
            .carried(
                all.last().map(|it: &crate::domain::Carried| it.carry.entry),
                2,
            )
            .unwrap(),
    )
    .filter(|it| !it.is_empty())
    {
        all.extend(page);
    }
    let read: Vec<_> = all
        .iter()
        .map(|it| (it.carry.entry, it.carry.words.clone()))
        .collect();
    let wanted = real.iter().filter(|it| !it.next_time.is_empty());
    let by_hand: Vec<_> = wanted.map(|it| (it.id, it.next_time.clone())).collect();
    assert_eq!(read, by_hand);
    for carried in &all {
        let number = (0..ENTRIES)
            .find(|it| id(*it) == carried.carry.entry)
            .unwrap();
        let heard = known.heard.get(&number).cloned().unwrap_or_default();
        let rests = heard
            .iter()
            .any(|it| it.answer == Some(CarryAnswer::LetItRest));
        assert_eq!(carried.heard, heard);
        assert_eq!(carried.carry.state == CarryState::Resting, rests);
        assert_eq!(carried.carry.line, heard.last().map_or("", |it| &it.line));
    }
    let held = all.iter().find(|it| it.carry.state == CarryState::Held);
    assert_eq!(
        store.past().unwrap().carry.as_ref(),
        held.map(|it| &it.carry)
    );
}

fn signs(real: &[Entry]) -> Vec<Signed> {
    let with = real.iter().filter(|it| !it.answers.is_empty());
    with.map(|entry| Signed {
        entry: entry.id,
        on: entry.on,
        stage: entry.stage,
        signs: entry
            .answers
            .iter()
            .map(|it| Sign {
                heading: it.heading.clone(),
                item: it.item.clone(),
                answer: it.answer,
            })
            .collect(),
    })
    .collect()
}

fn tallies(real: &[Entry], span: Span, since: NaiveDate, until: NaiveDate) -> Vec<Tally> {
    let mut counts = BTreeMap::new();
    for entry in real.iter().filter(|it| since <= it.on && it.on <= until) {
        let from = match span {
            Span::Month => entry.on.with_day(1).unwrap(),
            Span::Week => {
                let week = entry.on.iso_week();
                NaiveDate::from_isoywd_opt(week.year(), week.week(), chrono::Weekday::Mon).unwrap()
            }
        };
        for it in &entry.answers {
            let of = (from, it.heading.clone(), it.item.clone(), it.answer);
            *counts.entry(of).or_insert(0) += 1;
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

fn every_kind_of_page() -> Vec<Passages> {
    let mut kinds = vec![Passages::Moments, Passages::Strengths];
    let item = Some(ItemId::new("IT1"));
    let heading = Some(HeadingId::new("H0"));
    let day = |back| Some(at(0).date_naive() - Days::new(back));
    for look in 0_u32..16 {
        let set = |bit: u32| look >> bit & 1 == 1;
        kinds.push(Passages::Answers(Under {
            heading: heading.clone().filter(|_| set(0)),
            item: item.clone().filter(|_| set(1)),
            answer: Some(Answer::NotSure).filter(|_| set(2)),
            since: day(40).filter(|_| set(3)),
            until: day(3).filter(|_| set(3)),
        }));
    }
    kinds
}

fn passages(entry: &Entry, which: &Passages) -> Vec<Passage> {
    let own = |words: &str| Passage {
        entry: entry.id,
        on: entry.on,
        finished_at: entry.finished_at,
        question: String::new(),
        item: None,
        answer: None,
        words: words.to_owned(),
    };
    let under = match which {
        Passages::Moments if entry.moment.is_empty() => return vec![],
        Passages::Moments => return vec![own(&entry.moment)],
        Passages::Strengths if entry.stand_by.is_empty() => return vec![],
        Passages::Strengths => return vec![own(&entry.stand_by)],
        Passages::Answers(under) => under,
    };
    let mut found = Vec::new();
    for it in &entry.answers {
        let is_wanted = under
            .heading
            .as_ref()
            .is_none_or(|heading| *heading == it.heading)
            && under.item.as_ref().is_none_or(|item| *item == it.item)
            && (under.answer.is_none() || under.answer == it.answer)
            && under.since.is_none_or(|since| entry.on >= since)
            && under.until.is_none_or(|until| entry.on <= until);
        if is_wanted {
            let points = it.points_to_moment && it.note.is_empty();
            found.push(Passage {
                question: it.question.clone(),
                item: Some(it.item.clone()),
                answer: it.answer,
                ..own(if points { &entry.moment } else { &it.note })
            });
        }
    }
    found
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

fn drafted(store: &mut Store, subject: Subject, fields: &[FormField]) {
    let mut draft = Draft::new(subject);
    for field in fields {
        draft.write(Field::Form(*field), "typed");
    }
    store
        .save_draft(&draft.take_unsaved().unwrap(), at(0))
        .unwrap();
}

fn form(kind: FormKind, of: Option<Id>) -> Subject {
    Subject::Form(Form { kind, of })
}

#[test]
fn what_became_something_leaves_its_form_in_the_same_step() {
    let (mut store, _) = begun();
    let subject = form(FormKind::Story, Some(id(0)));
    let ends = Ends {
        subject,
        fields: Some(vec![Field::Form(FormField::Hope)]),
    };
    drafted(
        &mut store,
        subject,
        &[FormField::Hope, FormField::ForMe, FormField::Done],
    );
    store.revise(&looking(0, 9), Some(&ends), at(1)).unwrap();
    let left = store.draft(subject).unwrap().unwrap();
    let left: Vec<_> = left.fields().map(|(field, _)| field.clone()).collect();
    assert_eq!(left, [Field::Form(FormField::ForMe)]);
    // The same words again change nothing, and still end the form.
    let before = store.check().unwrap().revisions;
    store
        .revise(&looking(0, 9), Some(&Ends::all(subject)), at(2))
        .unwrap();
    assert_eq!(store.check().unwrap().revisions, before);
    assert_eq!(store.draft(subject).unwrap(), None);
    // What is not kept leaves what was typed where it is.
    drafted(&mut store, subject, &[FormField::Hope]);
    store.delete(id(0), at(3)).unwrap();
    let refused = store.revise(&looking(0, 10), Some(&Ends::all(subject)), at(4));
    assert!(matches!(
        refused,
        Err(StoreError::NotInJournal { taken_out: true })
    ));
    let gone = store.revise(&looking(77, 1), Some(&Ends::all(subject)), at(4));
    assert!(matches!(
        gone,
        Err(StoreError::NotInJournal { taken_out: false })
    ));
    assert!(store.draft(subject).unwrap().is_some());
    assert_eq!(store.entry(id(0)).unwrap(), None);
}

#[test]
fn a_note_opened_up_twice_to_the_same_words_has_them() {
    let mut store = Store::in_memory().unwrap();
    let (note, opened_up) = (entry(1, "tea"), entry(1, "tea, and soup"));
    store.finish(&walk(note.clone()), at(1)).unwrap();
    store.finish(&walk(opened_up.clone()), at(2)).unwrap();
    store.revise(&note, None, at(3)).unwrap();
    assert_eq!(store.entry(id(1)).unwrap(), Some(note));
    store
        .save_draft(
            &super::kit::save(1, Field::Moment, "tea, and soup", 1),
            at(4),
        )
        .unwrap();
    store.finish(&walk(opened_up.clone()), at(5)).unwrap();
    assert_eq!(store.entry(id(1)).unwrap(), Some(opened_up.clone()));
    assert_eq!(store.draft(Subject::Walk(id(1))).unwrap(), None);
    // Coming late once more, it is known.
    store.finish(&walk(opened_up), at(6)).unwrap();
    assert_eq!(store.versions(id(1)).unwrap().len(), 4);
}

#[test]
fn an_edit_changes_what_a_walk_said_and_never_whom_to_tell() {
    let mut store = Store::in_memory().unwrap();
    let mut first = entry(1, "tea");
    first.next_time = "wait".into();
    let carrying = Finished {
        carries: true,
        tell: Some("the lead".into()),
        ..walk(first)
    };
    store.finish(&carrying, at(1)).unwrap();
    let mut second = entry(2, "soup");
    let last = LastTime {
        of: id(1),
        answer: Some(CarryAnswer::LetItRest),
        line: "enough".into(),
    };
    second.last_time = Some(crate::domain::Revisited {
        of: id(1),
        words: "wait".into(),
        answer: last.answer,
        line: last.line.clone(),
    });
    store
        .finish(
            &Finished {
                last: Some(last),
                ..walk(second.clone())
            },
            at(2),
        )
        .unwrap();
    assert_eq!(store.past().unwrap().carry, None);
    second.last_time.as_mut().unwrap().answer = Some(CarryAnswer::StillHolding);
    store.revise(&second, None, at(3)).unwrap();
    assert_eq!(store.past().unwrap().carry.unwrap().line, "enough");
    store
        .answer_waiting(id(1), crate::domain::WaitingAnswer::Done)
        .unwrap();
    let mut changed = carrying.entry.clone();
    changed.moment = "tea, changed".into();
    changed.next_time.clear();
    store.revise(&changed, None, at(4)).unwrap();
    assert_eq!(
        (store.past().unwrap().carry, store.waiting().unwrap()),
        (None, vec![])
    );
    store.revise(&carrying.entry, None, at(5)).unwrap();
    let carried = store.carried(None, 9).unwrap();
    assert_eq!(carried[0].heard[0].line, "enough");
}

#[test]
fn a_search_gives_way_to_one_of_the_same_name_and_a_page_is_kept_once() {
    use crate::domain::{KeepWell, SavedSearch};
    let mut store = Store::in_memory().unwrap();
    let search = |number, name: &str, query: &str| SavedSearch {
        id: id(number),
        name: name.into(),
        query: query.into(),
    };
    for it in [
        search(1, "zeal", "a"),
        search(2, "Ask", "b"),
        search(3, "zeal", "c"),
    ] {
        store.keep_search(&it, None, at(1)).unwrap();
    }
    assert_eq!(
        store.searches().unwrap(),
        [search(2, "Ask", "b"), search(3, "zeal", "c")]
    );
    store.drop_search(id(3)).unwrap();
    assert_eq!(store.searches().unwrap().len(), 1);
    assert_eq!(store.keep_well().unwrap(), KeepWell::default());
    for helps in ["a walk", "a long walk"] {
        let page = KeepWell {
            helps: helps.into(),
            ..KeepWell::default()
        };
        store.save_keep_well(&page, None, at(2)).unwrap();
        assert_eq!(store.keep_well().unwrap(), page);
    }
    // What is half-written about an hour goes with it.
    store
        .keep_meeting(&hour(0, 1, true, at(3)), None, at(3))
        .unwrap();
    let agreed = form(FormKind::Agreed, Some(id(100)));
    drafted(&mut store, agreed, &[FormField::Agreed]);
    store.drop_meeting(id(100)).unwrap();
    assert_eq!(store.draft(agreed).unwrap(), None);
    assert!(store.check().unwrap().is_sound());
}
