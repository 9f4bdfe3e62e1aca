//! What holds whatever is given: nothing panics, Back leads out, and no words are ever lost.

use proptest::prelude::*;

use super::super::*;
use super::kit::*;
use crate::domain::*;
use crate::reflection::{Ask, Walk};

/// More steps back than any matter is deep.
const DEEP: usize = 12;

#[derive(Clone, Debug)]
enum Deed {
    Give(Given),
    /// Something is written on the open form, and it is closed: at its end, or half-way.
    Write(String, bool),
    /// The journal does not do the next thing.
    Trouble(Given),
    /// Another window takes the entry out, or brings it back.
    Elsewhere(bool),
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        12 => (0_usize..26).prop_map(Given::Row),
        1 => prop_oneof![Just("may 2026"), Just("soup"), Just("yesterday"), Just("")]
            .prop_map(|line| Given::Line(line.to_owned())),
        1 => Just(Given::Before),
        1 => Just(Given::After),
        2 => Just(Given::Back),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        10 => given().prop_map(Deed::Give),
        6 => ("[a-z]{1,6}", prop::bool::weighted(0.8)).prop_map(|(words, end)| Deed::Write(words, end)),
        1 => given().prop_map(Deed::Trouble),
        1 => any::<bool>().prop_map(Deed::Elsewhere),
    ]
}

fn begin() -> impl Strategy<Value = Begin> {
    let form = |kind| Form {
        kind,
        of: Some(id(1)),
    };
    prop_oneof![
        6 => Just(Begin::Entry(id(1))),
        2 => Just(Begin::Entry(id(2))),
        1 => Just(Begin::Entry(id(5))),
        2 => Just(Begin::Lens(id(1))),
        2 => Just(Begin::Narrow("heading:safe \"a tea".into())),
        2 => Just(Begin::Month(day(5, 12))),
        1 => Just(Begin::Form(Subject::Form(form(FormKind::Change)))),
        1 => Just(Begin::Form(Subject::Form(form(FormKind::Later)))),
        1 => Just(Begin::Form(Subject::Form(form(FormKind::Tags)))),
        1 => Just(Begin::Form(Subject::Form(Form { kind: FormKind::Search, of: None }))),
    ]
}

/// Gives what a front end could give: only rows that are there, and no heading.
fn give(tour: &mut Tour, given: Given) {
    let given = match (&tour.visit.leaf().ask, given) {
        (LeafAsk::Rows { rows, .. }, Given::Row(row)) => {
            let row = row % rows.len();
            if rows[row].is_heading {
                Given::Back
            } else {
                Given::Row(row)
            }
        }
        (LeafAsk::Busy, _) => Given::Back,
        (_, given) => given,
    };
    tour.give(given);
}

fn write(tour: &mut Tour, words: &str, to_the_end: bool, typed: &mut Vec<Draft>) {
    let Some(form) = &tour.form else { return };
    let parts = form.page().parts;
    let fields: Vec<(Field, String)> = parts
        .iter()
        .map(|part| match &part.ask {
            Ask::Choice { picks, .. } => {
                let pick = picks.get(words.len() % picks.len().max(1));
                (
                    part.field.clone(),
                    pick.map_or_else(String::new, |pick| pick.id.clone()),
                )
            }
            _ => (part.field.clone(), words.to_owned()),
        })
        .collect();
    let fields: Vec<(Field, &str)> = fields
        .iter()
        .map(|(it, words)| (it.clone(), words.as_str()))
        .collect();
    tour.fill(&fields);
    // What stood there before was typed over by the person themselves.
    typed.clone_from(&tour.journal.drafts);
    if to_the_end {
        tour.finish();
    } else {
        tour.leave_form();
    }
}

/// A leaf is whole: it can be left or chosen on, and where it begins is a row to choose.
fn is_whole(leaf: &Leaf) -> Result<(), TestCaseError> {
    if let LeafAsk::Rows { rows, at } = &leaf.ask {
        prop_assert!(rows.iter().any(|row| !row.is_heading), "{leaf:?}");
        prop_assert!(*at < rows.len(), "{leaf:?}");
        for row in rows {
            prop_assert!(row.words.chars().count() <= 56, "{row:?}");
        }
    }
    Ok(())
}

fn offers(leaf: &Leaf, words: &str) -> bool {
    matches!(&leaf.ask, LeafAsk::Rows { rows, .. } if rows.iter().any(|row| row.words == words))
}

/// Plays a deed; once the visit is over, another begins. `typed` is what stands on forms by then.
fn play(tour: &mut Tour, deed: &Deed, typed: &mut Vec<Draft>) {
    if tour.is_over {
        let journal = std::mem::take(&mut tour.journal);
        *tour = Tour::of("Again", Begin::Entry(id(1)), standing(), journal);
    }
    if tour.door.take().is_some() {
        let turn = tour.visit.returned();
        tour.after(turn);
    }
    match deed {
        _ if tour.form.is_some() => {
            let (words, end) = match deed {
                Deed::Write(words, end) => (words.as_str(), *end),
                _ => ("tea", true),
            };
            write(tour, words, end, typed);
        }
        Deed::Give(given) => give(tour, given.clone()),
        Deed::Write(..) => {}
        Deed::Trouble(given) => {
            let turn = tour.visit.given(given.clone());
            let turn = match turn {
                Turn::Do(_) => tour.visit.came(Came::Trouble("The disk is full.".into())),
                other => other,
            };
            tour.after(turn);
        }
        Deed::Elsewhere(true) => tour.journal.out.push(id(1)),
        Deed::Elsewhere(false) => tour.journal.out.clear(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 120 } else { 4_000 }))]

    #[test]
    fn whatever_is_given_back_leads_out(
        begin in begin(),
        read_only: bool,
        deeds in prop::collection::vec(deed(), 0..40),
    ) {
        let standing = Standing {
            read_only: read_only.then(|| "It can only be read.".to_owned()),
            ..standing()
        };
        let mut tour = Tour::of("Any", begin, standing, Journal::of([full(), line()]));
        for deed in &deeds {
            if tour.is_over { break; }
            is_whole(&tour.visit.leaf())?;
            play(&mut tour, deed, &mut Vec::new());
        }
        for _ in 0..DEEP {
            if tour.is_over { return Ok(()); }
            if tour.form.is_some() {
                tour.leave_form();
            } else {
                tour.give(Given::Back);
            }
        }
        prop_assert!(tour.is_over, "no way out of {:?}", tour.visit.leaf());
    }

    #[test]
    fn nothing_is_ever_lost(deeds in prop::collection::vec(deed(), 0..60)) {
        let mut tour = Tour::of("Any", Begin::Entry(id(1)), standing(), Journal::of([full()]));
        let mut before: Vec<Entry> = Vec::new();
        for deed in &deeds {
            let mut typed: Vec<Draft> = tour.journal.drafts.clone();
            play(&mut tour, deed, &mut typed);
            let versions = &tour.journal.versions[&id(1)];
            // Versions are only ever added.
            prop_assert!(versions.starts_with(&before));
            let is_kept = versions.len() > before.len();
            before.clone_from(versions);
            // What was typed goes from a form only when it is kept, or is there already.
            let last = versions.last().unwrap();
            // What the person dropped themselves can be brought back by the row that says so.
            let is_dropped = offers(&tour.visit.leaf(), "Bring back what I dropped");
            for draft in typed {
                let now = tour.journal.drafts.iter().find(|it| it.subject() == draft.subject());
                for (field, words) in draft.fields().filter(|(field, _)| field.is_own_words()) {
                    let stays = now.is_some_and(|now| now.has(field));
                    let stands = serde_json::to_string(last).unwrap().contains(words);
                    prop_assert!(stays || stands || is_kept || is_dropped, "{field}: {words} is gone");
                }
            }
        }
        // What every version but the first keeps of the entry is where it stands among the others.
        for version in &before {
            prop_assert_eq!(version.id, id(1));
            prop_assert_eq!(version.finished_at, full().finished_at);
        }
    }

    #[test]
    fn what_was_not_asked_for_does_no_harm(begin in begin(), deeds in prop::collection::vec(given(), 0..6)) {
        let mut tour = Tour::of("Any", begin, standing(), Journal::of([full(), line()]));
        for given in deeds {
            if tour.is_over { break; }
            give(&mut tour, given);
            for came in [
                Came::Done,
                Came::NotWritten,
                Came::Entry(None),
                Came::Tags(Vec::new()),
                Came::Versions(Vec::new()),
                Came::Month(Vec::new()),
                Came::Searches(Vec::new()),
            ] {
                let mut visit = tour.visit.clone();
                visit.came(came);
                is_whole(&visit.leaf())?;
            }
        }
    }
}
