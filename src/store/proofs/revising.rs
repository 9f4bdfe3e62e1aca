//! Changing an entry, and what goes with it in the same step.

use super::super::{Store, StoreError};
use super::kit::{at, entry, hour, id, save, walk};
use crate::domain::{
    CarryAnswer, Draft, Ends, Field, Finished, Form, FormField, FormKind, Id, KeepWell, LastTime,
    Revisited, SavedSearch, Subject, WaitingAnswer,
};

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
    let mut store = Store::in_memory().unwrap();
    store.finish(&walk(entry(0, "tea")), at(0)).unwrap();
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
    store.revise(&entry(0, "soup"), Some(&ends), at(1)).unwrap();
    let left = store.draft(subject).unwrap().unwrap();
    let left: Vec<_> = left.fields().map(|(field, _)| field.clone()).collect();
    assert_eq!(left, [Field::Form(FormField::ForMe)]);
    // The same words again change nothing, and still end the form.
    let before = store.check().unwrap().revisions;
    store
        .revise(&entry(0, "soup"), Some(&Ends::all(subject)), at(2))
        .unwrap();
    assert_eq!(store.check().unwrap().revisions, before);
    assert_eq!(store.draft(subject).unwrap(), None);
    // What is not kept leaves what was typed where it is.
    drafted(&mut store, subject, &[FormField::Hope]);
    store.delete(id(0), at(3)).unwrap();
    let refused = store.revise(&entry(0, "bread"), Some(&Ends::all(subject)), at(4));
    assert!(matches!(
        refused,
        Err(StoreError::NotInJournal { taken_out: true })
    ));
    let gone = store.revise(&entry(77, "bread"), Some(&Ends::all(subject)), at(4));
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
        .save_draft(&save(1, Field::Moment, "tea, and soup", 1), at(4))
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
    second.last_time = Some(Revisited {
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
    store.answer_waiting(id(1), WaitingAnswer::Done).unwrap();
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
        .keep_meeting(&hour(0, &[1], "a line"), None, at(3))
        .unwrap();
    let agreed = form(FormKind::Agreed, Some(id(1_000)));
    drafted(&mut store, agreed, &[FormField::Agreed]);
    store.drop_meeting(id(1_000)).unwrap();
    assert_eq!(store.draft(agreed).unwrap(), None);
    assert!(store.check().unwrap().is_sound());
}
