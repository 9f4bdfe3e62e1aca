//! A try that is looked at again: its notes can be put right, and what was chosen stays.

use super::super::*;
use super::kit::*;
use crate::domain::*;
use crate::reflection::Walk as _;

fn tried() -> Entry {
    let mut entry = Entry::empty(
        id(1),
        at(0),
        ("peer-principles".into(), 1),
        Length::Vignette,
    );
    entry.practice = true;
    entry.attempt = Some(Attempt {
        vignette: "first-meeting".into(),
        version: 1,
        title: "A first meeting".into(),
        story: vec!["They look at the door.".into()],
        pull: "To talk on".into(),
        ways: vec![Way {
            id: "chairs".into(),
            words: "Ask which chair".into(),
        }],
        how_sure: Some(HowSure::Fairly),
        ..Attempt::default()
    });
    entry
}

#[test]
fn the_notes_of_a_try_can_be_changed_and_taken_back() {
    for (row, field, words) in [
        ("My first pull", Field::Pull, "To run"),
        ("What might I do?", Field::OwnWay, "Breathe"),
        ("What I did not think of", Field::NotThoughtOf, "The bag"),
        ("Next time", Field::NextTime, "If I rush, then I stop"),
    ] {
        let mut tour = Tour::of(
            "A try",
            Begin::Entry(id(1)),
            standing(),
            Journal::of([tried()]),
        );
        tour.choose("Change a part").choose(row);
        tour.fill(&[(field, words)]).finish();
        let now = tour.journal.entry(id(1)).unwrap().clone();
        assert!(now.own_words().contains(&words), "{row}: {now:?}");
        let chosen = |entry: &Entry| {
            let attempt = entry.attempt.clone().unwrap();
            (attempt.ways, attempt.how_sure, attempt.story)
        };
        assert_eq!(chosen(&now), chosen(&tried()));
        tour.choose("Undo");
        assert_eq!(tour.journal.entry(id(1)), Some(&tried()), "{row}");
    }
}

#[test]
fn a_try_offers_nothing_that_belongs_to_a_session() {
    let mut tour = Tour::of(
        "A try",
        Begin::Entry(id(1)),
        standing(),
        Journal::of([tried()]),
    );
    tour.choose("Change a part");
    for never in ["Stage", "Kind", "Supervision", "How it left me", "Minutes"] {
        assert!(!tour.text.contains(&format!(" {never}")), "{}", tour.text);
    }
}

#[test]
fn over_the_line_stands_what_fits_the_answer_of_now() {
    let mut entry = tried();
    let item = ItemId::new("MUT1");
    entry.answers = vec![Answered {
        item: item.clone(),
        heading: HeadingId::new("MUT"),
        question: "In what I chose, would we share the choosing?".into(),
        answer: Some(Answer::NotSure),
        note: "the tea".into(),
        points_to_moment: false,
        go_deeper: String::new(),
    }];
    for (practice, answer, label) in [
        (true, "moment", "Which words?"),
        (false, "moment", "What was the moment?"),
        (true, "partly", "Which part?"),
        (true, "not_sure", "What am I unsure of?"),
    ] {
        entry.practice = practice;
        let journal = Journal::of([entry.clone()]);
        let mut tour = Tour::of("Label", Begin::Entry(id(1)), standing(), journal);
        tour.choose("Change a part").choose("In what I chose");
        tour.fill(&[(Field::Answer(item.clone()), answer)]);
        let page = tour.form.as_ref().unwrap().page();
        assert_eq!(page.parts[1].label, label);
    }
}

#[test]
fn a_form_that_was_left_can_be_dropped_after_another_was_opened() {
    let journal = Journal::of([tried()]);
    let mut tour = Tour::of("Left", Begin::Entry(id(1)), standing(), journal);
    tour.choose("Change a part").choose("My first pull");
    tour.fill(&[(Field::Pull, "To ru")]).leave_form();
    tour.choose("Change a part").choose("Day").finish();
    tour.choose("Drop what I began");
    assert!(tour.journal.drafts.is_empty());
    assert_eq!(tour.journal.entry(id(1)), Some(&tried()));
}

#[test]
fn a_try_is_said_to_be_with_my_practice() {
    let journal = Journal::of([tried()]);
    let mut tour = Tour::of("Out", Begin::Entry(id(1)), standing(), journal);
    tour.choose("Remove it from my practice")
        .choose("Bring it back");
    assert!(
        tour.text.contains("removed from your practice"),
        "{}",
        tour.text
    );
    assert!(
        tour.text.contains("back with your practice"),
        "{}",
        tour.text
    );
    assert!(!tour.text.contains("journal"), "{}", tour.text);
}
