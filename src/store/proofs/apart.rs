//! Practice has no part in what is real: a journal with practice in it gives back the same as one
//! without, whichever way it is asked, and the same again when the practice is taken out or erased.
//!
//! Two journals are written side by side: the same real entries, and in one of them practice between
//! them. Whatever can be asked is asked of both.

use std::fmt::Debug;
use std::ops::ControlFlow;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::super::Store;
use super::kit::{a_try, at, entry, hour, id, searching, walk};
use super::looking_back::by_hand::every_kind_of_page;
use crate::domain::{
    Answer, Answered, CarryAnswer, Entry, Finished, HeadingId, Id, ItemId, Kind, LastTime, Length,
    Listed, Meeting, Order, Query, Revisited, Span, Stage, Supervision,
};

const WORDS: [&str; 9] = [
    "tea", "team", "steam", "other", "mother", "the", "rain", "train", "",
];

/// What is searched for, with and without words, with each filter, within words, and with a space
/// behind a word that only practice may have.
const SEARCHES: [&str; 22] = [
    "",
    "tea",
    "te",
    "tea ",
    "eam",
    "oth ",
    "the rain",
    "\"tea team\"",
    "rai kind:group",
    "is:real",
    "not:practice tea",
    "heading:mut",
    "heading:mut answer:partly tea",
    "answer:unsure",
    "stage:last",
    "kind:group",
    "length:quick",
    "is:flagged",
    "has:carry",
    "no:carry tea",
    "label:night",
    "since:2026-02 ain",
];

/// One entry: what it says, and whether it is practice, and which kind.
#[derive(Clone, Debug)]
struct Made {
    look: u32,
    words: [usize; 3],
    practice: bool,
    is_try: bool,
    /// What it says about the intention of an earlier one, if anything.
    last: Option<(usize, bool)>,
    tells: bool,
}

prop_compose! {
    fn made()(
        look in 0_u32..500,
        words in [0..WORDS.len(), 0..WORDS.len(), 0..WORDS.len()],
        flags in any::<(bool, bool, bool)>(),
        last in prop::option::of((0_usize..10, any::<bool>())),
    ) -> Made {
        Made { look, words, practice: flags.0, is_try: flags.1, last, tells: flags.2 }
    }
}

fn finished(all: &[Made], number: u32) -> Finished {
    let made = &all[number as usize];
    let look = made.look as usize;
    let words = made.words.map(|place| WORDS[place]);
    let mut entry = if made.practice && made.is_try {
        a_try(number, "silence", words[0])
    } else {
        entry(number, words[0])
    };
    entry.practice = made.practice;
    entry.finished_at = at(i64::from(number / 2) * 9_000);
    entry.on = entry.finished_at.date_naive() - Days::new(u64::from(made.look % 40));
    entry.kind = [Some(Kind::Group), Some(Kind::OneToOne), None][look % 3];
    entry.stage = [None, Some(Stage::Last), Some(Stage::NearTheEnd)][look / 2 % 3];
    if entry.attempt.is_none() {
        entry.length = [Length::Quick, Length::Land, Length::Deep][look / 3 % 3];
    }
    entry.stand_by = words[1].into();
    entry.next_time = words[2].into();
    entry.tags = [vec![], vec!["night"], vec!["Ward", "night"]][look / 5 % 3]
        .iter()
        .map(|tag| (*tag).to_owned())
        .collect();
    entry.supervision = Supervision {
        bring: look.is_multiple_of(2),
        note: words[1].into(),
    };
    entry.answers = (0..made.look % 3)
        .map(|place| Answered {
            item: ItemId::new(format!("IT{place}")),
            heading: HeadingId::new(["MUT", "H0"][(look + place as usize) % 2]),
            question: "Was it so?".into(),
            answer: [None, Some(Answer::Partly), Some(Answer::NotSure)][look % 3],
            note: words[2].into(),
            points_to_moment: false,
            go_deeper: String::new(),
        })
        .collect();
    finished_about(all, number, entry)
}

/// With what it says about the intention of an earlier real entry (practice makes none), and whom it
/// will tell.
fn finished_about(all: &[Made], number: u32, mut entry: Entry) -> Finished {
    let place = number as usize;
    let made = &all[place];
    let real: Vec<usize> = (0..place).filter(|it| !all[*it].practice).collect();
    let last = made.last.filter(|_| !real.is_empty());
    let last = last.map(|(which, rests)| LastTime {
        of: id(u32::try_from(real[which % real.len()]).unwrap()),
        answer: rests.then_some(CarryAnswer::LetItRest),
        line: "said".into(),
    });
    entry.last_time = last.as_ref().map(|last| Revisited {
        of: last.of,
        words: "words".into(),
        answer: last.answer,
        line: last.line.clone(),
    });
    Finished {
        carries: !entry.next_time.is_empty(),
        last,
        tell: made.tells.then(|| "the lead".into()),
        ..walk(entry)
    }
}

/// An hour that brings the first real entry, so that something is off the list.
fn brought(real: &[&Made]) -> Meeting {
    let numbers: Vec<u32> = real.iter().map(|it| it.look % 10).collect();
    Meeting {
        taken: Some(at(90_000)),
        ..hour(0, &numbers, "a fresh line")
    }
}

fn journal(all: &[Made], with_practice: bool) -> Store {
    let mut store = Store::in_memory().unwrap();
    for (number, made) in (0_u32..).zip(all) {
        if with_practice || !made.practice {
            let finished = finished(all, number);
            store.finish(&finished, finished.entry.finished_at).unwrap();
        }
    }
    store
}

/// Pages of everything, with the entries that stand in them.
fn paged<T: Clone>(page: impl Fn(Option<&T>) -> Vec<T>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    loop {
        let next = page(all.last());
        if next.is_empty() {
            return all;
        }
        all.extend(next);
    }
}

fn lists(store: &Store) -> Vec<(String, Vec<Listed>)> {
    let key = |last: Option<&Listed>| last.map(|it| (it.finished_at, it.id));
    let list = paged(|last| store.entries(key(last), 3).unwrap());
    let mut lists = vec![("the list".to_owned(), list)];
    for typed in SEARCHES {
        let query = searching(typed);
        let found = paged(|last| store.find(&query, key(last), 2).unwrap());
        let past_damage = store.find_past_damage(&query, None, 99).unwrap();
        assert_eq!(past_damage, found, "{typed}");
        let within = store.find_parts(&query, 99, &|| false).unwrap();
        // In which order depends on how rare a word is in the whole file, practice and all.
        let order = Order::Relevance;
        let mut closest = store.find(&Query { order, ..query }, None, 99).unwrap();
        closest.sort_by_key(|it| it.id);
        lists.push((format!("found for {typed:?}"), found));
        lists.push((format!("within words for {typed:?}"), within));
        lists.push((format!("closest for {typed:?}"), closest));
    }
    lists
}

/// Everything real that can be asked of a journal, each with its name.
fn everything(store: &Store) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = lists(store)
        .into_iter()
        .map(|(name, rows)| (name, format!("{rows:#?}")))
        .collect();
    let mut say = |name: &str, what: &dyn Debug| all.push((name.to_owned(), format!("{what:#?}")));
    say("signs", &store.signs(99).unwrap());
    let (since, until) = (at(-90_000).date_naive(), at(900_000).date_naive());
    for span in [Span::Week, Span::Month] {
        say("tallies", &store.tallies(span, since, until).unwrap());
    }
    for which in every_kind_of_page() {
        let page = paged(|last: Option<&crate::domain::Passage>| {
            let key = last.map(|it| (it.finished_at, it.entry));
            store.passages(&which, key, 50).unwrap()
        });
        say(&format!("{which:?}"), &page);
    }
    say("endings", &store.endings(99).unwrap());
    say("labels", &store.tags().unwrap());
    let carried = paged(|last: Option<&crate::domain::Carried>| {
        store
            .carried(last.map(crate::domain::Carried::place), 2)
            .unwrap()
    });
    say("intentions", &carried);
    say("for supervision", &store.flagged(99).unwrap());
    say("the past", &store.past().unwrap());
    say("the first day", &store.first_day().unwrap());
    say("plans to tell someone", &store.waiting().unwrap());
    for month in 1..=12 {
        let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
        say("a month", &store.month(first).unwrap());
    }
    say("what is exported", &exported(store));
    all
}

fn exported(store: &Store) -> Vec<String> {
    let mut entries = Vec::new();
    store
        .every_entry_that_is(false, |entry| {
            entries.push(serde_json::to_string(&entry.unwrap()).unwrap());
            ControlFlow::Continue(())
        })
        .unwrap();
    entries
}

fn same(one: &Store, other: &Store) -> Result<(), TestCaseError> {
    for ((name, with), (_, without)) in everything(one).iter().zip(&everything(other)) {
        prop_assert_eq!(with, without, "{}", name);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn practice_changes_nothing_that_is_real(
        all in prop::collection::vec(made(), 1..10),
        meets in any::<bool>(),
    ) {
        let (mut with, mut without) = (journal(&all, true), journal(&all, false));
        if meets {
            let real: Vec<&Made> = all.iter().filter(|it| !it.practice).collect();
            for store in [&mut with, &mut without] {
                store.keep_meeting(&brought(&real), None, at(90_000)).unwrap();
            }
        }
        same(&with, &without)?;
        let practice: Vec<Id> = (0_u32..)
            .zip(&all)
            .filter(|(_, made)| made.practice)
            .map(|(number, _)| id(number))
            .collect();
        for (_, rows) in lists(&with) {
            prop_assert!(rows.iter().all(|it| !it.practice && !practice.contains(&it.id)));
        }
        // All of it is there for whoever asks for practice.
        let asked = Query { practice: Some(true), ..Query::default() };
        prop_assert_eq!(with.find(&asked, None, 99).unwrap().len(), practice.len());
        prop_assert_eq!(without.find(&asked, None, 99).unwrap(), []);
        // Taken out, brought back or erased, it is the same.
        for id in &practice {
            with.delete(*id, at(100_000)).unwrap();
        }
        same(&with, &without)?;
        for id in &practice {
            with.bring_back(*id, at(100_001)).unwrap();
        }
        same(&with, &without)?;
        with.erase(&practice, None).unwrap();
        same(&with, &without)?;
        prop_assert!(with.check().unwrap().is_sound());
    }
}
