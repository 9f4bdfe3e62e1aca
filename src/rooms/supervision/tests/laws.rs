//! What holds whatever is given: nothing panics, every row leads somewhere, Back leads out, and no
//! line that was kept is lost but by the row that says so.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::kit::*;
use crate::domain::*;
use crate::rooms::*;

/// More steps back than any matter is deep.
const DEEP: usize = 12;

fn begins() -> Vec<Begin> {
    let form = |kind, of| Begin::Form(Subject::Form(Form { kind, of }));
    vec![
        Begin::Supervision,
        Begin::Support,
        form(FormKind::Meeting, Some(id(41))),
        form(FormKind::Meeting, Some(id(90))),
        form(FormKind::Agreed, Some(id(41))),
        form(FormKind::Agreed, Some(id(91))),
        form(FormKind::Story, Some(id(92))),
        form(FormKind::KeepWell, None),
    ]
}

fn is_over(turn: &Turn) -> bool {
    matches!(turn, Turn::Close | Turn::Leave(_))
}

fn leads_out(visit: &mut Visit, journal: &mut Journal, mut turn: Turn) -> bool {
    for _ in 0..DEEP {
        if is_over(&turn) {
            return true;
        }
        let next = visit.given(Given::Back);
        turn = settle(visit, journal, next, &AtForm::Leave(Vec::new()), |_| {});
    }
    is_over(&turn)
}

#[test]
fn every_row_leads_somewhere() {
    let mut seen = BTreeSet::new();
    let mut left: Vec<(Visit, Journal)> = Vec::new();
    for journal in [Journal::default(), Journal::full()] {
        for begin in begins() {
            let (mut visit, turn) = Visit::begin(begin, standing());
            let mut journal = journal.clone();
            let at_form = AtForm::Write(vec![(Field::Form(FormField::Hope), "that it helps")]);
            settle(&mut visit, &mut journal, turn, &at_form, |_| {});
            left.push((visit, journal));
        }
    }
    while let Some((visit, journal)) = left.pop() {
        let leaf = visit.leaf();
        if seen.len() > 250 || !seen.insert(format!("{leaf:?}")) {
            continue;
        }
        let (rows, at) = match &leaf.ask {
            LeafAsk::Rows { rows, at } => (rows, at),
            LeafAsk::Line { label, starter } => {
                assert!(!label.is_empty(), "nothing says what to type: {leaf:?}");
                for typed in [starter, "soup", ""] {
                    let (mut visit, mut journal) = (visit.clone(), journal.clone());
                    let turn = visit.given(Given::Line(typed.to_owned()));
                    let at_form = AtForm::Write(Vec::new());
                    let turn = settle(&mut visit, &mut journal, turn, &at_form, |_| {});
                    let moved = !matches!(turn, Turn::Leaf) || visit.leaf() != leaf;
                    assert!(moved, "{typed:?} in {leaf:?}");
                    assert!(leads_out(&mut visit, &mut journal, turn));
                }
                continue;
            }
            LeafAsk::Busy => panic!("nothing to choose: {leaf:?}"),
        };
        assert!(!rows[*at].is_heading, "a heading has the focus: {leaf:?}");
        for (place, row) in rows.iter().enumerate() {
            let (mut visit, mut journal) = (visit.clone(), journal.clone());
            let turn = visit.given(Given::Row(place));
            let at_form = AtForm::Write(Vec::new());
            let mut opened = false;
            let turn = settle(&mut visit, &mut journal, turn, &at_form, |_| opened = true);
            let moved = opened || !matches!(turn, Turn::Leaf) || visit.leaf() != leaf;
            assert_eq!(moved, !row.is_heading, "{} in {leaf:?}", row.words);
            if !is_over(&turn) {
                left.push((visit, journal));
            }
        }
    }
    assert!(seen.len() > 40, "only {} leaves", seen.len());
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        10 => (0_usize..24).prop_map(Given::Row),
        2 => prop_oneof![Just("~/a.txt"), Just("/media/stick"), Just("x"), Just("")]
            .prop_map(|line| Given::Line(line.to_owned())),
        2 => Just(Given::Back),
        1 => Just(Given::Before),
    ]
}

fn at_form() -> impl Strategy<Value = AtForm> {
    let fields = || {
        let form = |field, words| (Field::Form(field), words);
        prop_oneof![
            Just(Vec::new()),
            Just(vec![
                form(FormField::Need, "to be heard"),
                form(FormField::With, "peer"),
                form(FormField::Role, "like a nurse"),
                form(FormField::Think, "a pause"),
                form(FormField::Agreed, "a walk"),
                form(FormField::Hope, "less alone"),
                form(FormField::ForMe, "lighter"),
                form(FormField::Helps, "the canal"),
                (line(5, Topic::Think, "SAF"), "how safe is safe"),
                (line(6, Topic::Plan, ""), "who decides"),
            ]),
        ]
    };
    prop_oneof![3 => fields().prop_map(AtForm::Write), 1 => fields().prop_map(AtForm::Leave)]
}

/// Every line on every sheet.
fn lines(journal: &Journal) -> Vec<String> {
    let brought = journal.meetings.iter().flat_map(|meeting| &meeting.brought);
    let mut lines: Vec<String> = brought.map(|thing| thing.line.clone()).collect();
    lines.retain(|line| !line.is_empty());
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 150 } else { 3_000 }))]

    #[test]
    fn whatever_is_given(
        begin in prop::sample::select(begins()),
        full: bool,
        steps in prop::collection::vec((given(), at_form(), 0_u8..10), 0..40),
    ) {
        let mut journal = if full { Journal::full() } else { Journal::default() };
        let (mut visit, turn) = Visit::begin(begin, standing());
        let mut turn = settle(&mut visit, &mut journal, turn, &AtForm::Leave(Vec::new()), |_| {});
        for (given, at_form, luck) in steps {
            if is_over(&turn) {
                return Ok(());
            }
            if matches!(turn, Turn::Through(_)) {
                let next = visit.returned();
                settle(&mut visit, &mut journal, next, &at_form, |_| {});
            }
            let leaf = visit.leaf();
            // A front end gives only rows that are there.
            let (given, words) = match (&leaf.ask, given) {
                (LeafAsk::Rows { rows, .. }, Given::Row(row)) => {
                    let row = row % rows.len();
                    (Given::Row(row), rows[row].words.clone())
                }
                (_, given) => (given, String::new()),
            };
            journal.is_full = luck == 0;
            let before = lines(&journal);
            let next = visit.given(given);
            turn = settle(&mut visit, &mut journal, next, &at_form, |_| {});
            let lost = before.iter().any(|line| !lines(&journal).contains(line));
            let is_meant = ["Take it off the sheet", "Take it away for good", "Change my line"]
                .contains(&words.as_str());
            prop_assert!(!lost || is_meant, "{words} lost a line of {before:?}");
        }
        journal.is_full = false;
        prop_assert!(leads_out(&mut visit, &mut journal, turn), "no way out of {:?}", visit.leaf());
    }

    #[test]
    fn what_was_not_asked_for_does_no_harm(begin in prop::sample::select(begins())) {
        let mut journal = Journal::full();
        let (mut visit, turn) = Visit::begin(begin, standing());
        settle(&mut visit, &mut journal, turn, &AtForm::Leave(Vec::new()), |_| {});
        let form = Draft::new(Subject::Card);
        for came in [
            Came::Done,
            Came::NotWritten,
            Came::Written(Box::new(form)),
            Came::Form(None),
            Came::Forms(Vec::new()),
            Came::Oldest(None),
            Came::Saved("/a".into()),
            Came::Flagged(Vec::new()),
            Came::Carried(Vec::new()),
            Came::Passages(Vec::new()),
        ] {
            visit.came(came);
            visit.leaf();
        }
    }
}
