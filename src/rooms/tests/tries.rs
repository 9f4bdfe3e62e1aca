//! A try that is looked at again: its notes can be put right, and what was chosen stays.

use super::super::*;
use super::kit::*;
use crate::domain::*;

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
