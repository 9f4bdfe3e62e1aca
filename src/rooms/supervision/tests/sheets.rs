//! The sheet itself, and what the shell is told.

use super::kit::*;
use crate::domain::*;
use crate::rooms::{SupervisionSaid, sheet};

#[test]
fn the_sheet_as_markdown() {
    let mut meeting = meeting(1);
    meeting.agreed = "- Ask for *shorter* hours\n- Talk again in May".into();
    insta::assert_snapshot!(sheet::markdown(&meeting, &pack()));
}

#[test]
fn the_sheet_as_text() {
    insta::assert_snapshot!(sheet::text(&meeting(1), &pack()));
}

#[test]
fn a_blank_sheet_is_a_sheet() {
    let blank = Meeting {
        brought: Vec::new(),
        asking: Vec::new(),
        with: None,
        need: String::new(),
        ..meeting(1)
    };
    insta::assert_snapshot!(sheet::text(&blank, &pack()));
    assert!(sheet::fits(&blank, &pack()));
}

#[test]
fn a_long_sheet_says_so_and_keeps_every_word() {
    let mut meeting = meeting(1);
    let thing = meeting.brought[0].clone();
    for number in 0..30 {
        let line = format!("{number} {}", "a long word after another ".repeat(9));
        meeting.brought.push(Brought {
            line,
            ..thing.clone()
        });
    }
    let text = sheet::text(&meeting, &pack());
    assert!(!sheet::fits(&meeting, &pack()));
    assert!(text.lines().all(|line| line.chars().count() <= 80));
    let markdown = sheet::markdown(&meeting, &pack());
    for thing in &meeting.brought {
        let words: Vec<&str> = thing.line.split_whitespace().collect();
        let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&words.join(" ")) && markdown.contains(thing.line.trim()));
    }
}

#[test]
fn questions_to_think_over_together() {
    let pack = pack();
    let set = pack.set("SAF").unwrap();
    insta::assert_snapshot!(sheet::together_markdown(set, &pack));
}

#[test]
fn every_heading_has_a_page_of_questions_that_fits() {
    let pack = pack();
    for set in &pack.sets {
        let text = sheet::together_text(set, &pack);
        assert!(text.lines().count() <= sheet::PAGE_LINES, "{text}");
    }
}

#[test]
fn the_shell_is_told_the_same_and_no_moment_of_an_entry() {
    let mut journal = Journal::full();
    journal.flagged[0].moment = "We watched the heron.".into();
    let said = SupervisionSaid::of(&pack(), &journal.flagged, 9, journal.meetings);
    assert_eq!(said.list.len(), 2);
    assert_eq!(said.list[0].heading, "SAF");
    assert_eq!(said.list[0].title, "Sunday 8 March 2026 · Safe");
    assert_eq!((said.under_way.len(), said.hours.len()), (1, 1));
    // What the person wanted to ask stands beside it in the room too.
    assert_eq!(said.list[0].question, "How long is too long a pause?");
    let list = serde_json::to_string(&said.list).unwrap();
    assert!(!list.contains("heron"), "{list}");
}
