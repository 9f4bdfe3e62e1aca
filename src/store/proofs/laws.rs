//! What holds in every order.

use proptest::prelude::*;

use super::super::Store;
use super::kit::{at, entry, found, id, walk};
use crate::domain::{Draft, DraftSave, Field, Finished, Id, Subject};

const FIELDS: [Field; 3] = [Field::Moment, Field::StandBy, Field::NextTime];

#[derive(Clone, Debug)]
enum Edit {
    Write(usize, String),
    Save,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let words = prop_oneof![Just(String::new()), "[a-c]{1,3}"];
    let edit = prop_oneof![
        3 => (0..FIELDS.len(), words).prop_map(|(field, words)| Edit::Write(field, words)),
        1 => Just(Edit::Save),
    ];
    prop::collection::vec(edit, 1..30)
}

/// Plays the edits, and gives the draft as it is on the screen with every save it asked for.
fn played(edits: &[Edit]) -> (Draft, Vec<DraftSave>) {
    let mut draft = Draft::new(Subject::Walk(id(1)));
    let mut saves = Vec::new();
    for edit in edits {
        match edit {
            Edit::Write(field, words) => draft.write(FIELDS[*field].clone(), words.clone()),
            Edit::Save => saves.extend(draft.take_unsaved()),
        }
    }
    saves.extend(draft.take_unsaved());
    (draft, saves)
}

fn shown(draft: &Draft) -> Vec<(Field, String)> {
    draft
        .fields()
        .map(|(field, words)| (field.clone(), words.to_owned()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn saves_in_any_order_and_number_end_at_the_latest_words(
        edits in edits(),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
    ) {
        let (draft, saves) = played(&edits);
        prop_assume!(!saves.is_empty());
        let mut store = Store::in_memory().unwrap();
        for index in &order {
            let save = index.get(&saves);
            prop_assert_eq!(store.save_draft(save, at(0)).unwrap(), save.revision);
        }
        // Each comes at least once, the latest first.
        for save in saves.iter().rev() {
            store.save_draft(save, at(1)).unwrap();
        }
        let stored = store.draft(draft.subject()).unwrap().unwrap();
        prop_assert_eq!(shown(&stored), shown(&draft));
        prop_assert_eq!(stored.revision(), saves.last().unwrap().revision);
    }

    #[test]
    fn finishing_again_changes_nothing(order in prop::collection::vec(0_u32..4, 1..12)) {
        let mut once = Store::in_memory().unwrap();
        let mut often = Store::in_memory().unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for number in order {
            let finished = told(number);
            often.finish(&finished, at(number.into())).unwrap();
            if seen.insert(number) {
                once.finish(&finished, at(number.into())).unwrap();
            }
        }
        prop_assert_eq!(once.entries(None, 99).unwrap(), often.entries(None, 99).unwrap());
        prop_assert_eq!(once.past().unwrap(), often.past().unwrap());
        prop_assert_eq!(once.waiting().unwrap(), often.waiting().unwrap());
        prop_assert_eq!(once.check().unwrap(), often.check().unwrap());
    }

    #[test]
    fn deleting_and_bringing_back_in_any_order_loses_nothing(
        moves in prop::collection::vec((0_u32..3, any::<bool>()), 0..20),
    ) {
        let mut store = Store::in_memory().unwrap();
        let mut there = [true; 3];
        for number in 0..3 {
            store.finish(&told(number), at(number.into())).unwrap();
        }
        let before = (store.past().unwrap(), store.waiting().unwrap());
        for (minute, (number, back)) in (10..).zip(moves) {
            there[number as usize] = back;
            if back {
                store.bring_back(id(number), at(minute)).unwrap();
            } else {
                store.delete(id(number), at(minute)).unwrap();
            }
            let listed: Vec<Id> = store.entries(None, 9).unwrap().iter().map(|it| it.id).collect();
            let kept: Vec<Id> = (0..3).rev().filter(|n| there[*n as usize]).map(id).collect();
            prop_assert_eq!(&listed, &kept);
            prop_assert_eq!(found(&store, "chairs tea"), kept);
        }
        for number in 0..3 {
            store.bring_back(id(number), at(99)).unwrap();
            prop_assert_eq!(store.entry(id(number)).unwrap(), Some(told(number).entry));
        }
        prop_assert_eq!((store.past().unwrap(), store.waiting().unwrap()), before);
        prop_assert!(store.check().unwrap().is_sound());
    }
}

/// A walk that says something about everything.
fn told(number: u32) -> Finished {
    let mut entry = entry(number, "tea");
    entry.next_time = format!("If it is {number}, then ask first");
    Finished {
        carries: true,
        tell: Some("my supervisor".into()),
        last: number.checked_sub(1).map(|before| crate::domain::LastTime {
            of: id(before),
            answer: None,
            line: "no time".into(),
        }),
        ..walk(entry)
    }
}
