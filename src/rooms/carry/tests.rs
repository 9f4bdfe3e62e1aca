//! What is said of an intention in its room: where it stands then, and the way back.

use std::rc::Rc;

use super::super::*;
use super::words;
use crate::content::Pack;
use crate::domain::*;
use crate::reflection::Walk;

fn id(number: u64) -> Id {
    Id::at(1_772_539_200_000 + number * 60_000, &[7; 10])
}

fn standing() -> Standing {
    Standing {
        pack: Rc::new(Pack::shipped().unwrap()),
        shared_computer: false,
        read_only: None,
        made_up: false,
        home: None,
        now: Stamp {
            at: "2026-11-22T17:40:00Z".parse().unwrap(),
            tick: 5,
            fresh: id(9_000),
        },
    }
}

/// One intention, told anew from all that was said.
fn carried(heard: &[HeardOnce]) -> Carried {
    let mut carry = CarryForward {
        entry: id(1),
        words: "If it goes quiet, I will wait".into(),
        made: "2026-11-20T17:40:00Z".parse().unwrap(),
        unanswered: 0,
        state: CarryState::Held,
        line: String::new(),
    };
    for once in heard {
        carry.hear(&LastTime {
            of: id(1),
            answer: once.answer,
            line: once.line.clone(),
        });
    }
    let held = carry.state == CarryState::Held;
    Carried {
        carry,
        heard: heard.to_vec(),
        held,
    }
}

fn settle(visit: &mut Visit, mut turn: Turn, heard: &mut Vec<HeardOnce>) -> Turn {
    while let Turn::Do(work) = turn {
        turn = visit.came(settle_one(work, heard));
    }
    turn
}

fn settle_one(work: Work, heard: &mut Vec<HeardOnce>) -> Came {
    match work {
        Work::Hear(said, _) => {
            heard.push(HeardOnce {
                at: standing().now.at,
                entry: None,
                said: Some(id(100 + heard.len() as u64)),
                answer: said.answer,
                line: said.line,
            });
            Came::Done
        }
        Work::Unhear(said) => {
            heard.retain(|once| once.said != Some(said));
            Came::Done
        }
        Work::Form(_) => Came::Form(None),
        Work::DropForm(_) => Came::Done,
        Work::Carried(..) | Work::CarriedBy(_) => Came::Carried(vec![carried(heard)]),
        other => panic!("{other:?}"),
    }
}

fn choose(visit: &mut Visit, row: &str, heard: &mut Vec<HeardOnce>) -> Turn {
    let LeafAsk::Rows { rows, .. } = visit.leaf().ask else {
        panic!("no rows")
    };
    let at = rows.iter().position(|it| it.words == row).unwrap();
    let turn = visit.given(Given::Row(at));
    settle(visit, turn, heard)
}

/// Says one of the four words, and nothing more.
fn say(visit: &mut Visit, answer: &str, heard: &mut Vec<HeardOnce>) {
    write(visit, answer, "", heard);
}

/// Says one of the four words, and writes a line where it is offered.
fn write(visit: &mut Visit, answer: &str, line: &str, heard: &mut Vec<HeardOnce>) {
    let turn = choose(visit, answer, heard);
    let Turn::Write(mut form) = turn else {
        panic!("no line is offered: {turn:?}")
    };
    let fields: Vec<Field> = form.page().parts.into_iter().map(|it| it.field).collect();
    assert_eq!(fields, [Field::LastLine], "the word is said already");
    form.paper_mut().write(Field::LastLine, line);
    let draft = form.paper().draft().clone();
    let turn = visit.came(Came::Written(Box::new(draft)));
    settle(visit, turn, heard);
}

fn opened(heard: &mut Vec<HeardOnce>) -> Visit {
    let (mut visit, turn) = Visit::begin(Begin::Carry, standing());
    settle(&mut visit, turn, heard);
    choose(&mut visit, "If it goes quiet, I will wait", heard);
    visit
}

fn says(visit: &Visit, words: &str) -> bool {
    format!("{:?}", visit.leaf().pieces).contains(words)
}

#[test]
fn where_it_stands_is_the_last_answer_and_one_of_the_four() {
    let mut heard = Vec::new();
    let mut visit = opened(&mut heard);
    assert!(says(&visit, "Now: Still holding it"));
    for answer in [
        "No chance yet",
        "Tried it",
        "Let it rest",
        "Still holding it",
    ] {
        say(&mut visit, answer, &mut heard);
        assert!(says(&visit, &format!("Now: {answer}")), "{answer}");
        assert!(!says(&visit, "rests by itself"));
    }
}

#[test]
fn one_that_went_unanswered_rests_and_says_why() {
    let blank = HeardOnce {
        at: standing().now.at,
        entry: Some(id(2)),
        said: None,
        answer: None,
        line: String::new(),
    };
    let visit = opened(&mut vec![blank.clone(), blank.clone(), blank]);
    assert!(says(&visit, "Now: Let it rest"));
    assert!(says(&visit, "It was asked about three times"));
}

#[test]
fn what_was_just_said_can_be_taken_back_and_nothing_else() {
    let mut heard = Vec::new();
    let mut visit = opened(&mut heard);
    assert_eq!(visit.leaf().ask.takes_back(), None);
    say(&mut visit, "No chance yet", &mut heard);
    say(&mut visit, "Tried it", &mut heard);
    let LeafAsk::Rows { rows, at } = visit.leaf().ask else {
        panic!("no rows")
    };
    assert_eq!(rows[at].words, "Go back", "Enter alone takes nothing back");
    let turn = choose(&mut visit, words::TAKE_BACK, &mut heard);
    assert!(matches!(turn, Turn::Hint(said) if said == words::TAKEN_BACK));
    assert!(says(&visit, "Now: No chance yet"));
    assert_eq!(heard.len(), 1);
    choose(&mut visit, words::TAKE_BACK, &mut heard);
    assert_eq!(heard.len(), 0, "the word before it was said just now too");
    assert_eq!(visit.leaf().ask.takes_back(), None);
    say(&mut visit, "No chance yet", &mut heard);
    // What was said on another day stays: it was not said just now.
    let visit = opened(&mut heard);
    assert_eq!(visit.leaf().ask.takes_back(), None);
}

#[test]
fn a_word_said_twice_on_a_day_is_one_and_its_lines_stand_under_it() {
    let mut heard = Vec::new();
    let mut visit = opened(&mut heard);
    write(&mut visit, "Tried it", "it went ok", &mut heard);
    say(&mut visit, "Tried it", &mut heard);
    write(&mut visit, "Tried it", "and again", &mut heard);
    let words: Vec<_> = heard.iter().filter(|it| it.answer.is_some()).collect();
    assert_eq!(words.len(), 1, "{heard:?}");
    let said = format!("{:?}", visit.leaf().pieces);
    assert_eq!(said.matches("22 November: Tried it").count(), 1, "{said}");
    assert!(said.contains("it went ok") && said.contains("and again"));
    say(&mut visit, "Let it rest", &mut heard);
    say(&mut visit, "Tried it", &mut heard);
    let said = format!("{:?}", visit.leaf().pieces);
    assert_eq!(said.matches("22 November: Tried it").count(), 2, "{said}");
    // A line is taken back alone, and the word it was about stays.
    write(&mut visit, "Tried it", "a third", &mut heard);
    choose(&mut visit, words::TAKE_BACK, &mut heard);
    assert!(says(&visit, "Now: Tried it") && !says(&visit, "a third"));
    let LeafAsk::Rows { rows, at } = visit.leaf().ask else {
        panic!("no rows")
    };
    assert_eq!(rows[at].words, "Go back", "Enter alone says nothing");
}

#[test]
fn what_was_left_half_way_keeps_its_own_answer_in_sight() {
    let mut heard = Vec::new();
    let mut visit = opened(&mut heard);
    let form = Form {
        kind: FormKind::Carry,
        of: Some(id(1)),
    };
    let mut draft = Draft::new(Subject::Form(form));
    draft.write(Field::Last, "let_it_rest");
    let mut saying = visit.given(Given::Row(0));
    loop {
        saying = match saying {
            Turn::Do(Work::Form(_)) => visit.came(Came::Form(Some(Box::new(draft.clone())))),
            Turn::Do(work) => visit.came(settle_one(work, &mut heard)),
            Turn::Write(form) => {
                let page = form.page();
                assert!(page.parts.iter().any(|part| part.field == Field::Last));
                return;
            }
            other => panic!("{other:?}"),
        };
    }
}
