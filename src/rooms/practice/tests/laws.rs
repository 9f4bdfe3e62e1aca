//! What holds whatever is given: nothing panics, every row leads somewhere, Back leads out, and
//! nothing that was typed or said is lost but by the row that says so.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::kit::*;
use super::tour::*;
use crate::domain::*;
use crate::rooms::*;

/// More steps back than any matter is deep.
const DEEP: usize = 12;

fn begins() -> Vec<Begin> {
    let form = |of| {
        Begin::Form(Subject::Form(Form {
            kind: FormKind::LongerView,
            of: Some(of),
        }))
    };
    vec![
        Begin::Practice,
        Begin::Vignette("first-meeting".into()),
        Begin::Vignette("our-own-story".into()),
        Begin::Vignette("nowhere".into()),
        Begin::LongerView(HeadingId::new("MUT")),
        Begin::LongerView(HeadingId::new("NON")),
        Begin::LongerView(HeadingId::new("OLD")),
        form(id(50)),
        form(id(51)),
    ]
}

fn journal() -> Journal {
    let mut journal = Journal::full();
    let subject = Subject::Form(Form {
        kind: FormKind::LongerView,
        of: Some(id(50)),
    });
    let typed = [
        (Field::Form(FormField::Heading), "MUT".to_owned()),
        (Field::Form(FormField::FootingLine), "left here".to_owned()),
    ];
    journal.forms.insert(subject, typed.into());
    journal
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
    let pack = pack();
    let learn = pack.learn();
    let mut seen = BTreeSet::new();
    let mut left: Vec<(Visit, Journal)> = Vec::new();
    for journal in [Journal::default(), journal()] {
        for begin in begins() {
            let (mut visit, turn) = Visit::begin(begin, standing());
            let mut journal = journal.clone();
            let at_form = AtForm::Write(vec![(FormField::FootingLine, "a line")]);
            settle(&mut visit, &mut journal, turn, &at_form, |_| {});
            left.push((visit, journal));
        }
    }
    while let Some((visit, journal)) = left.pop() {
        let leaf = visit.leaf();
        // The pages to learn from are another room.
        let mut pages = learn.iter().map(|it| it.title.as_str()).chain(["Learn"]);
        let is_ours = !pages.any(|title| title == leaf.title);
        if seen.len() > 150 || !is_ours || !seen.insert(format!("{leaf:?}")) {
            continue;
        }
        let LeafAsk::Rows { rows, at } = &leaf.ask else {
            continue;
        };
        assert!(!rows[*at].is_heading, "a heading has the focus: {leaf:?}");
        for (place, row) in rows.iter().enumerate() {
            let (mut visit, mut journal) = (visit.clone(), journal.clone());
            let turn = visit.given(Given::Row(place));
            let mut opened = false;
            let at_form = AtForm::Write(Vec::new());
            let turn = settle(&mut visit, &mut journal, turn, &at_form, |_| opened = true);
            let moved = opened || !matches!(turn, Turn::Leaf) || visit.leaf() != leaf;
            assert_eq!(moved, !row.is_heading, "{} in {leaf:?}", row.words);
            if !is_over(&turn) {
                left.push((visit, journal));
            }
        }
    }
    assert!(seen.len() > 20, "only {} leaves", seen.len());
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        10 => (0_usize..28).prop_map(Given::Row),
        1 => prop_oneof![Just("~/a.txt"), Just("x"), Just("")]
            .prop_map(|line| Given::Line(line.to_owned())),
        2 => Just(Given::Back),
        1 => Just(Given::After),
    ]
}

fn at_form() -> impl Strategy<Value = AtForm> {
    let fields = || {
        prop_oneof![
            Just(Vec::new()),
            Just(vec![(FormField::AskAgain, "soon")]),
            Just(vec![
                (FormField::Footing, "not_yet"),
                (FormField::FootingLine, "a line"),
                (FormField::FootingStart, "not_yet"),
                (FormField::AskAgain, "in two weeks"),
            ]),
            Just(vec![
                (FormField::FootingStartLine, "another line"),
                (FormField::AskAgain, "31 february"),
            ]),
        ]
    };
    prop_oneof![3 => fields().prop_map(AtForm::Write), 1 => fields().prop_map(AtForm::Leave)]
}

/// Every line a person wrote, on forms and in what was said.
fn lines(journal: &Journal) -> BTreeSet<String> {
    let forms = journal.forms.values().flatten();
    let typed = forms.filter(|(field, _)| field.is_own_words());
    let typed = typed.map(|(_, words)| words.clone());
    let said = journal.views.said.iter().map(|it| it.line.clone());
    typed
        .chain(said)
        .filter(|it| it.contains(' ') || it.len() > 12)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 120 } else { 3_000 }))]

    #[test]
    fn whatever_is_given(
        begin in prop::sample::select(begins()),
        full: bool,
        read_only in prop::bool::weighted(0.1),
        steps in prop::collection::vec((given(), at_form(), 0_u8..10), 0..40),
    ) {
        let mut journal = if full { journal() } else { Journal::default() };
        let standing = Standing {
            read_only: read_only.then(|| "It can only be read.".to_owned()),
            ..standing()
        };
        let (mut visit, turn) = Visit::begin(begin, standing);
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
            let stamp = journal.message();
            let next = visit.at(stamp).given(given);
            let mut typed_over = false;
            turn = settle(&mut visit, &mut journal, next, &at_form, |_| typed_over = true);
            let now = lines(&journal);
            let lost: Vec<&String> = before.difference(&now).collect();
            // What was typed over was typed over by the person, and a saying is taken back by a row.
            let is_taken_back = before.iter().filter(|it| !now.contains(*it)).count() <= 1
                && written(&leaf).contains("Which one do I want to take back?");
            let is_day = lost.iter().all(|it| it.contains("february"));
            prop_assert!(
                lost.is_empty() || is_taken_back || typed_over || (is_day && words == "Keep it without a day"),
                "{words} lost {lost:?}"
            );
        }
        journal.is_full = false;
        prop_assert!(leads_out(&mut visit, &mut journal, turn), "no way out of {:?}", visit.leaf());
    }

    #[test]
    fn what_was_not_asked_for_does_no_harm(begin in prop::sample::select(begins())) {
        let mut journal = journal();
        let (mut visit, turn) = Visit::begin(begin, standing());
        settle(&mut visit, &mut journal, turn, &AtForm::Leave(Vec::new()), |_| {});
        for came in [
            Came::Done,
            Came::NotWritten,
            Came::Written(Box::new(Draft::new(Subject::Card))),
            Came::Form(None),
            Came::Forms(Vec::new()),
            Came::Oldest(None),
            Came::Saved("/a".into()),
            Came::Tries(Vec::new()),
            Came::LongerViews(Box::default()),
            Came::Passages(Vec::new()),
        ] {
            let mut visit = visit.clone();
            visit.came(came);
            visit.leaf();
        }
    }
}
