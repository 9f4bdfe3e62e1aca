//! That a finished walk is kept whole, once, and over nothing that was changed since.

use super::super::Store;
use super::super::proofs::kit::{Desk, at, entry, found, id, save, walk};
use crate::domain::{CarryAnswer, Field, FormField, Later, Revisited, Safety, Subject};

#[test]
fn a_finished_walk_is_an_entry_and_no_draft() {
    let desk = Desk::new();
    let mut store = desk.write();
    store
        .save_draft(&save(1, Field::Moment, "tea", 1), at(0))
        .unwrap();
    store.finish(&walk(entry(1, "tea")), at(1)).unwrap();
    assert_eq!(store.draft(Subject::Walk(id(1))).unwrap(), None);
    drop(store);
    let store = desk.write();
    assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, "tea")));
    let listed = store.entries(None, 50).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].words, "tea");
    assert_eq!(found(&store, "swapp"), [id(1)]);
    assert!(store.check().unwrap().is_sound());
}
#[test]
fn a_line_about_last_time_is_found_again() {
    let desk = Desk::new();
    let mut store = desk.write();
    let mut later = entry(2, "tea");
    later.last_time = Some(Revisited {
        of: id(1),
        words: "I will wait".into(),
        answer: Some(CarryAnswer::TriedIt),
        line: "the silence was kind".into(),
    });
    store.finish(&walk(later.clone()), at(2)).unwrap();
    assert_eq!(store.entry(id(2)).unwrap(), Some(later));
    assert_eq!(found(&store, "silence"), [id(2)]);
}

#[test]
fn an_entry_that_is_opened_up_keeps_what_it_said_before() {
    let desk = Desk::new();
    let mut store = desk.write();
    store.finish(&walk(entry(1, "tea")), at(1)).unwrap();
    store
        .finish(&walk(entry(1, "tea, and then soup")), at(2))
        .unwrap();
    assert_eq!(
        store.entry(id(1)).unwrap(),
        Some(entry(1, "tea, and then soup"))
    );
    // The first one, coming late, does not take its place.
    store.finish(&walk(entry(1, "tea")), at(3)).unwrap();
    assert_eq!(
        store.entries(None, 9).unwrap()[0].words,
        "tea, and then soup"
    );
    let checked = store.check().unwrap();
    assert!(checked.is_sound());
    assert_eq!(checked.revisions, 2);
    assert_eq!(found(&store, "soup"), [id(1)]);
}

#[test]
fn what_no_walk_asks_for_stays_when_an_entry_is_opened_up() {
    let desk = Desk::new();
    let mut store = desk.write();
    let mut before = entry(1, "tea");
    before.tags = vec!["garden".into()];
    before.safety = Some(Safety::default());
    before.later = vec![Later {
        at: at(5),
        words: "It rained all week".into(),
    }];
    store.finish(&walk(before.clone()), at(1)).unwrap();
    for is_out in [false, true] {
        if is_out {
            store.delete(id(1), at(2)).unwrap();
        }
        let words = if is_out { "soup" } else { "cake" };
        let mut opened = entry(1, words);
        opened.finished_at = at(90);
        store.finish(&walk(opened), at(3)).unwrap();
        let kept = store.entry(id(1)).unwrap().unwrap();
        before.moment = words.into();
        assert_eq!(kept, before);
    }
    assert_eq!(found(&store, "rained"), [id(1)]);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_walk_left_half_way_puts_no_old_words_back() {
    let desk = Desk::new();
    let mut store = desk.write();
    store
        .finish(&walk(entry(1, "a name, and tea")), at(1))
        .unwrap();
    // Opened up: every word of the entry goes into the draft.
    let opened = [
        (Field::Moment, "a name, and tea"),
        (Field::StandBy, "I waited"),
    ];
    for (revision, (field, words)) in (1..).zip(opened) {
        store
            .save_draft(&save(1, field, words, revision), at(2))
            .unwrap();
    }
    let mut changed = entry(1, "tea");
    changed.supervision.bring = true;
    changed.answers[0].note = "we sat".into();
    store.revise(&changed, None, at(3)).unwrap();
    // Later keys of the walk do not make it grow from the newer words.
    store
        .save_draft(&save(1, Field::StandBy, "I waited, and asked", 3), at(4))
        .unwrap();
    let draft = store.draft(Subject::Walk(id(1))).unwrap().unwrap();
    assert_eq!(draft.fields().count(), 2, "what it grew from is no field");
    let mut finished = entry(1, "a name, and tea");
    finished.stand_by = "I waited, and asked".into();
    store.finish(&walk(finished), at(5)).unwrap();
    let kept = store.entry(id(1)).unwrap().unwrap();
    changed.stand_by = "I waited, and asked".into();
    assert_eq!(kept, changed);
    assert_eq!(found(&store, "name"), []);
    assert!(store.drafts().unwrap().is_empty());
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_page_about_safety_that_was_emptied_stays_empty() {
    let mut store = Store::in_memory().unwrap();
    let mut before = entry(1, "tea");
    before.safety = Some(Safety {
        who: "the lead".into(),
        ..Safety::default()
    });
    store.finish(&walk(before), at(1)).unwrap();
    let field = Field::Form(FormField::ToldWho);
    for (revision, words) in [(1, "the lead"), (2, "")] {
        store
            .save_draft(&save(1, field.clone(), words, revision), at(2))
            .unwrap();
    }
    store
        .finish(&walk(entry(1, "tea and soup")), at(3))
        .unwrap();
    assert_eq!(store.entry(id(1)).unwrap().unwrap().safety, None);
}

#[test]
fn labels_outlive_a_head_that_cannot_be_read() {
    let mut store = Store::in_memory().unwrap();
    let mut before = entry(1, "tea");
    before.tags = vec!["garden".into()];
    store.finish(&walk(before.clone()), at(1)).unwrap();
    before.moment = "cake".into();
    store.revise(&before, None, at(2)).unwrap();
    store
        .conn
        .execute_batch(
            "DROP TRIGGER revision_stays;
             UPDATE revision SET body = replace(body, 'cake', 'cape')",
        )
        .unwrap();
    store.finish(&walk(entry(1, "soup")), at(3)).unwrap();
    assert_eq!(store.entry(id(1)).unwrap().unwrap().tags, ["garden"]);
}
