//! What is brought to an hour: what it is about, what is only offered, and whose line is whose.

use super::kit::*;
use super::turns::{choose, visit};
use crate::domain::*;
use crate::rooms::*;

fn nothing() -> AtForm {
    AtForm::Write(Vec::new())
}

fn adding(journal: &mut Journal) -> Visit {
    let mut room = visit(Begin::Supervision, journal);
    choose(&mut room, journal, "Go on with my sheet", &nothing());
    choose(&mut room, journal, "Add something to bring", &nothing());
    room
}

#[test]
fn what_was_flagged_is_about_what_the_person_says() {
    for (words, topic) in [
        ("What I want to think about", Topic::Think),
        ("Where my role felt blurred", Topic::Role),
        ("Using my story", Topic::Story),
        ("A team or system issue", Topic::System),
        ("An ending coming up", Topic::Ending),
        ("What went well", Topic::WentWell),
    ] {
        let mut journal = Journal::full();
        let mut room = adding(&mut journal);
        let before = journal.meetings[0].brought.len();
        let safe = "Sunday 8 March 2026 · Safe";
        choose(&mut room, &mut journal, safe, &nothing());
        let LeafAsk::Rows { rows, at } = room.leaf().ask else {
            panic!("no rows")
        };
        assert_eq!(rows[at].words, "What I want to think about");
        assert_eq!(
            journal.meetings[0].brought.len(),
            before,
            "nothing is done yet"
        );
        choose(&mut room, &mut journal, words, &nothing());
        let brought = journal.meetings[0].brought.last().unwrap();
        assert_eq!((brought.entry, brought.topic), (Some(id(5)), topic));
        assert_eq!(brought.line, "", "no word is filled in");
        assert!(!written(&room.leaf()).contains(safe), "it is on the sheet");
    }
}

#[test]
fn entries_near_an_end_are_offered_and_never_listed_by_themselves() {
    let mut journal = Journal::full();
    let mut room = adding(&mut journal);
    let ending = "Saturday 7 March 2026 · Near the end";
    assert!(!written(&room.leaf()).contains(ending));
    choose(
        &mut room,
        &mut journal,
        "Look at entries near an ending",
        &nothing(),
    );
    assert!(written(&room.leaf()).contains("Endings coming up"));
    choose(&mut room, &mut journal, ending, &nothing());
    let brought = journal.meetings[0].brought.last().unwrap();
    assert_eq!((brought.entry, brought.topic), (Some(id(3)), Topic::Ending));
    choose(
        &mut room,
        &mut journal,
        "Look at entries near an ending",
        &nothing(),
    );
    assert!(written(&room.leaf()).contains("There is none now"));
}

#[test]
fn a_list_that_stops_says_so_and_how_to_reach_the_rest() {
    let mut journal = Journal::full();
    let says = |room: &Visit, words: &str| written(&room.leaf()).contains(words);
    let room = adding(&mut journal);
    assert!(!says(&room, "newest"), "{}", written(&room.leaf()));
    journal.flagged = vec![journal.flagged[0].clone(); 201];
    journal.carried = vec![journal.carried[0].clone(); 61];
    journal.passages = vec![journal.passages[0].clone(); 31];
    journal.staged = vec![journal.staged[0].clone(); 31];
    let mut room = adding(&mut journal);
    assert!(says(
        &room,
        "These are the newest 200. In your journal you find more with is:flagged."
    ));
    assert!(says(&room, "Carry forward has every one."));
    let unsure = "Look at answers where I was not sure";
    choose(&mut room, &mut journal, unsure, &nothing());
    assert!(says(
        &room,
        "the newest 30. In your journal you find more with answer:unsure."
    ));
    choose(&mut room, &mut journal, "Go back", &nothing());
    choose(
        &mut room,
        &mut journal,
        "Look at entries near an ending",
        &nothing(),
    );
    assert!(says(&room, "the newest 30"));
    let mut room = visit(Begin::Supervision, &mut journal);
    choose(&mut room, &mut journal, "What is on my list", &nothing());
    assert!(says(&room, "These are the newest 200."));
    let LeafAsk::Rows { rows, .. } = room.leaf().ask else {
        panic!("no rows")
    };
    assert_eq!(rows.len(), 201, "the list, and the way back");
    let said = |most| {
        let meetings = Vec::new();
        SupervisionSaid::of(&standing().pack, &journal.flagged, most, meetings)
    };
    assert_eq!((said(201).list.len(), &*said(201).rest), (201, ""));
    assert_eq!(said(200).list.len(), 200);
    assert!(said(200).rest.contains("is:flagged"));
}

#[test]
fn two_things_of_one_entry_have_a_half_typed_line_each() {
    let mut journal = Journal::full();
    journal.passages[0].entry = id(5);
    let mut room = adding(&mut journal);
    choose(
        &mut room,
        &mut journal,
        "Sunday 8 March 2026 · Safe",
        &nothing(),
    );
    let half = AtForm::Leave(vec![(line(5, Topic::Think, "SAF"), "How sa")]);
    choose(&mut room, &mut journal, "What I want to think about", &half);
    let unsure = "Look at answers where I was not sure";
    choose(&mut room, &mut journal, "Go back", &nothing());
    choose(&mut room, &mut journal, unsure, &nothing());
    let other = "Monday 9 March 2026 · Non-directive";
    choose(&mut room, &mut journal, other, &nothing());
    let brought = journal.meetings[0].brought.last().unwrap();
    assert_eq!((brought.topic, &*brought.line), (Topic::NotSure, ""));
    let form = journal.forms.values().next().unwrap();
    assert_eq!(form[&line(5, Topic::Think, "SAF")], "How sa");
}

#[test]
fn a_half_typed_line_goes_on_where_it_can() {
    let subject = Subject::Form(Form {
        kind: FormKind::Meeting,
        of: Some(id(41)),
    });
    let old = Field::Line(LineOf {
        entry: id(5),
        thing: None,
    });
    let none = |topic| (None, topic);
    for (field, wanted) in [
        // Its entry is still on the list.
        (line(5, Topic::Role, "SAF"), (Some(id(5)), Topic::Role)),
        // Its entry is not there any more, or no longer flagged.
        (line(77, Topic::Role, ""), none(Topic::Role)),
        (line(4, Topic::Story, ""), none(Topic::Story)),
        // It was typed before each thing had a line of its own.
        (old, none(Topic::Think)),
    ] {
        let mut journal = Journal::full();
        journal.flagged[0].supervision.bring = true;
        journal.flagged[1].supervision.bring = false;
        journal
            .forms
            .insert(subject, [(field.clone(), "Who".to_owned())].into());
        let (mut room, turn) = Visit::begin(Begin::Form(subject), standing());
        let seen = std::cell::RefCell::new(Vec::new());
        settle(&mut room, &mut journal, turn, &nothing(), |page| {
            seen.borrow_mut().push(page.parts[0].field.clone());
        });
        assert_eq!(*seen.borrow(), [field]);
        let brought = journal.meetings[0].brought.last().unwrap();
        assert_eq!((brought.entry, brought.topic), wanted);
        assert_eq!(brought.line, "Who");
        assert!(
            journal.forms.is_empty(),
            "nothing is left for ever on the first page"
        );
    }
}
