//! What is said of an intention in its room: where it stands then, and the way back.

use std::rc::Rc;

use super::super::*;
use super::words;
use crate::content::Pack;
use crate::domain::*;

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
        let came = match work {
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
            Work::Carried(..) | Work::CarriedBy(_) => Came::Carried(vec![carried(heard)]),
            other => panic!("{other:?}"),
        };
        turn = visit.came(came);
    }
    turn
}

fn choose(visit: &mut Visit, row: &str, heard: &mut Vec<HeardOnce>) -> Turn {
    let LeafAsk::Rows { rows, .. } = visit.leaf().ask else {
        panic!("no rows")
    };
    let at = rows.iter().position(|it| it.words == row).unwrap();
    let turn = visit.given(Given::Row(at));
    settle(visit, turn, heard)
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
        choose(&mut visit, answer, &mut heard);
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
    choose(&mut visit, "No chance yet", &mut heard);
    choose(&mut visit, "Tried it", &mut heard);
    let LeafAsk::Rows { rows, at } = visit.leaf().ask else {
        panic!("no rows")
    };
    assert_eq!(rows[at].words, "Go back", "Enter alone takes nothing back");
    let turn = choose(&mut visit, words::TAKE_BACK, &mut heard);
    assert!(matches!(turn, Turn::Hint(said) if said == words::TAKEN_BACK));
    assert!(says(&visit, "Now: No chance yet"));
    assert_eq!(heard.len(), 1);
    assert_eq!(visit.leaf().ask.takes_back(), None);
    // What was said on another day stays: it was not said just now.
    let visit = opened(&mut heard);
    assert_eq!(visit.leaf().ask.takes_back(), None);
}
