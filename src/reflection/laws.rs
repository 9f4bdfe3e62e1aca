//! The laws of the engine, tried on random walks.

mod gentle;
mod made_up;
mod vignette;

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::content::Pack;
use crate::domain::*;

fn stamp(n: u64) -> Stamp {
    let at = DateTime::parse_from_rfc3339("2026-03-12T17:40:00+00:00").unwrap();
    Stamp {
        at,
        tick: n,
        fresh: Id::at(n, &[3; 10]),
    }
}

fn pack() -> Rc<Pack> {
    Rc::new(Pack::shipped().unwrap())
}

fn past_with_carry() -> Past {
    let carry = CarryForward {
        entry: Id::at(9, &[9; 10]),
        words: "Ask before I offer".into(),
        made: stamp(0).at,
        unanswered: 0,
        state: CarryState::Held,
        line: String::new(),
    };
    Past {
        carry: Some(carry),
        ..Past::default()
    }
}

fn begin(length: Option<Length>) -> Reflection {
    let opening = Opening {
        length,
        ..Opening::default()
    };
    Reflection::begin(pack(), opening, &past_with_carry(), &stamp(1))
}

/// What a person does to a walk.
#[derive(Clone, Debug)]
enum Deed {
    Choose(usize, usize),
    Write(usize, String),
    Forward,
    Back,
    Grow,
    Stop,
    More,
    Point,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (0..4_usize, 0..12_usize).prop_map(|(part, pick)| Deed::Choose(part, pick)),
        3 => (0..4_usize, "[a-z]{1,8}").prop_map(|(part, words)| Deed::Write(part, words)),
        6 => Just(Deed::Forward),
        2 => Just(Deed::Back),
        1 => Just(Deed::Grow),
        1 => Just(Deed::Stop),
        1 => Just(Deed::More),
        1 => Just(Deed::Point),
    ]
}

/// Does it, and notes in `said` what a person would expect to find again.
fn perform(walk: &mut Reflection, deed: &Deed, said: &mut BTreeMap<Field, String>) {
    let parts = walk.page().parts;
    match deed {
        Deed::Choose(part, pick) => {
            let Some(Part {
                field,
                ask: Ask::Choice { picks, .. },
                ..
            }) = parts.get(*part)
            else {
                return;
            };
            if let Some(pick) = picks.get(*pick) {
                walk.choose(field, &pick.id);
                said.insert(field.clone(), walk.paper().words(field).to_owned());
            }
        }
        Deed::Write(part, words) => {
            if let Some(Part {
                field,
                ask: Ask::Line { .. } | Ask::Note,
                ..
            }) = parts.get(*part)
            {
                // A day and minutes are read, so they are tried on their own.
                if !matches!(field, Field::Day | Field::Minutes) {
                    walk.write(field, words);
                    said.insert(field.clone(), words.clone());
                }
            }
        }
        Deed::Forward => drop(walk.forward()),
        Deed::Back => drop(walk.back()),
        Deed::Grow => {
            // Growing is a choice of another length.
            if walk.grow() {
                said.remove(&Field::Length);
            }
        }
        Deed::Stop => drop(walk.stop()),
        Deed::More => drop(walk.open_more()),
        Deed::Point => drop(walk.point()),
    }
}

fn lengths() -> impl Strategy<Value = Option<Length>> {
    prop_oneof![
        Just(None),
        Just(Some(Length::Quick)),
        Just(Some(Length::Standard)),
        Just(Some(Length::Deep)),
        Just(Some(Length::Three)),
        Just(Some(Length::NothingMuch)),
        Just(Some(Length::Land)),
    ]
}

/// Every word an entry holds, to look for what was written.
fn all_words(entry: &Entry) -> String {
    serde_json::to_string(entry).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_walk_loses_an_answer(length in lengths(), deeds in prop::collection::vec(deed(), 1..120)) {
        let mut walk = begin(length);
        let mut said = BTreeMap::new();
        for deed in &deeds {
            perform(&mut walk, deed, &mut said);
            prop_assert!(walk.steps().contains(walk.at()), "{} is not in the plan", walk.at());
        }
        for (field, words) in &said {
            prop_assert_eq!(walk.paper().words(field), words);
        }
        let finished = walk.finish(stamp(2).at);
        let whole = all_words(&finished.entry);
        for (field, words) in &said {
            let elsewhere = matches!(
                field,
                Field::Last | Field::LastLine | Field::Headings | Field::Keep | Field::Bring
                    | Field::Length | Field::Practice | Field::Left | Field::Points(_)
                    | Field::Form(FormField::Kinds)
            );
            prop_assert!(elsewhere || words.is_empty() || whole.contains(words.as_str()),
                "{field}: {words} is not in {whole}");
        }
    }

    #[test]
    fn a_walk_is_resumed_exactly_where_it_was(
        length in lengths(),
        deeds in prop::collection::vec(deed(), 0..80),
    ) {
        let mut walk = begin(length);
        for deed in &deeds {
            perform(&mut walk, deed, &mut BTreeMap::new());
        }
        let mut stored = BTreeMap::new();
        for (field, words) in walk.paper().draft().fields() {
            stored.insert(Field::read(&field.to_string()).unwrap(), words.to_owned());
        }
        let draft = Draft::stored(walk.paper().draft().subject(), stored, Revision(7));
        let resumed = Reflection::resume(walk.pack.clone(), draft).unwrap();
        prop_assert_eq!(resumed.at(), walk.at());
        prop_assert_eq!(resumed.page(), walk.page());
        prop_assert_eq!(resumed.finish(stamp(3).at), walk.finish(stamp(3).at));
    }

    #[test]
    fn undo_takes_back_every_choice(deeds in prop::collection::vec(deed(), 0..60)) {
        let mut walk = begin(Some(Length::Standard));
        for deed in deeds.iter().filter(|deed| matches!(deed, Deed::Choose(..) | Deed::Forward)) {
            perform(&mut walk, deed, &mut BTreeMap::new());
        }
        while walk.paper_mut().undo().is_some() {}
        let kept: Vec<_> = walk.paper().draft().fields().filter(|(f, _)| f.is_own_words()).collect();
        prop_assert!(kept.is_empty(), "{kept:?}");
    }
}

fn walk_through(length: Length) -> Vec<String> {
    let mut walk = begin(Some(length));
    let mut seen = vec![walk.at().to_string()];
    while walk.forward() == Ok(Turn::Page) {
        seen.push(walk.at().to_string());
    }
    seen
}

#[test]
fn the_quick_walk_asks_six_questions() {
    let seen = walk_through(Length::Quick);
    assert_eq!(
        seen,
        [
            "arrive",
            "left_me",
            "before_stop",
            "moment",
            "item.MUT1",
            "item.STR1",
            "item.RFO1",
            "item.SAF1",
            "item.SAF6",
            "item.REC6",
            "stand_by",
            "next_time",
            "last_time",
            "supervision",
            "set_down",
        ]
    );
}

#[test]
fn the_standard_walk_asks_nine_leads_and_offers_headings() {
    let seen = walk_through(Length::Standard);
    let items = seen.iter().filter(|step| step.starts_with("item.")).count();
    assert_eq!(items, 9);
    assert!(seen.contains(&"headings".to_owned()));
}

#[test]
fn land_has_no_rating_and_never_asks_about_last_time() {
    let seen = walk_through(Length::Land);
    assert_eq!(
        seen,
        [
            "land_need",
            "land_line",
            "land_stand_by",
            "land_talk_to",
            "land_keep"
        ]
    );
}

#[test]
fn the_turn_goes_round_and_a_heading_not_visited_lately_is_offered() {
    let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    let mut past = Past::default();
    past.asked.insert(ItemId::new("REC6"), day(1));
    past.asked.insert(ItemId::new("NON1"), day(2));
    past.visited.insert(HeadingId::new("MUT"), day(1));
    let opening = Opening {
        length: Some(Length::Quick),
        ..Opening::default()
    };
    let walk = Reflection::begin(pack(), opening, &past, &stamp(1));
    assert_eq!(walk.paper().words(&Field::Turn), "COM1");
    assert_eq!(walk.paper().words(&Field::Offered), "REC");
}

#[test]
fn near_the_end_the_one_in_turn_is_about_the_ending() {
    let items = |walk: &Reflection| {
        let steps = walk.steps().into_iter().filter_map(|step| match step {
            Step::Item(item) => Some(item.to_string()),
            _ => None,
        });
        steps.collect::<Vec<_>>()
    };
    let mut walk = begin(Some(Length::Quick));
    assert_eq!(items(&walk).last().unwrap(), "REC6");
    for (stage, asked) in [
        ("middle", "REC6"),
        ("near_the_end", "PRO2"),
        ("last", "PRO2"),
        ("first", "REC6"),
    ] {
        walk.paper_mut().choose(&Field::Stage, stage, 1);
        assert_eq!(items(&walk).last().unwrap(), asked, "{stage}");
        assert_eq!(items(&walk).len(), 6, "{stage}");
    }
    // What was written stays in the plan when the stage is chosen after it.
    let answer = Field::Answer(ItemId::new("REC6"));
    walk.paper_mut().choose(&answer, "partly", 1);
    walk.paper_mut().choose(&Field::Stage, "last", 1);
    assert!(items(&walk).contains(&"REC6".to_owned()));
}

#[test]
fn a_goodbye_asks_about_the_ending_and_an_empty_one_is_nothing() {
    let opening = Opening {
        goodbye: true,
        ..Opening::default()
    };
    let mut walk = Reflection::begin(pack(), opening, &Past::default(), &stamp(1));
    assert_eq!(walk.length(), Some(Length::Three));
    let asks = |walk: &Reflection, item| walk.steps().contains(&Step::Item(ItemId::new(item)));
    assert!(asks(&walk, "PRO3") && asks(&walk, "PRO2"));
    assert!(walk.paper().draft().is_blank());
    assert_eq!(half_done(vec![walk.paper().draft().clone()]), []);
    while walk.forward() == Ok(Turn::Page) {}
    assert_eq!(walk.forward(), Ok(Turn::End(End::Nothing)));
    walk.write(&Field::StandBy, "I said it out loud");
    assert_eq!(walk.forward(), Ok(Turn::End(End::Keep)));
    let entry = walk.finish(stamp(2).at).entry;
    assert_eq!(entry.stage, Some(Stage::Last));
    // The stage can be taken back like any other choice.
    walk.paper_mut().choose(&Field::Stage, "middle", 1);
    assert!(!asks(&walk, "PRO2"));
}

#[test]
fn a_day_to_come_is_said_and_nothing_moves() {
    let mut walk = begin(Some(Length::Quick));
    assert!(walk.open_more());
    walk.write(&Field::Day, "13 March 2026");
    let hint = walk.forward().unwrap_err();
    assert!(hint.0.contains("in the future"));
    walk.write(&Field::Day, "yesterday");
    walk.write(&Field::Minutes, "50");
    assert_eq!(walk.forward(), Ok(Turn::Page));
    let entry = walk.finish(stamp(2).at).entry;
    assert_eq!(entry.on.to_string(), "2026-03-11");
    assert_eq!(entry.minutes, Some(50));
}

#[test]
fn practice_changes_the_tense_and_carries_nothing() {
    let opening = Opening {
        length: Some(Length::Quick),
        practice: true,
        ..Opening::default()
    };
    let mut walk = Reflection::begin(pack(), opening, &past_with_carry(), &stamp(1));
    while !matches!(walk.at(), Step::Item(_)) {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
    let page = walk.page();
    assert!(page.example_open);
    let Ask::Choice { picks, .. } = &page.parts[0].ask else {
        panic!("no answers")
    };
    assert_eq!(picks[0].words, "Yes – I can point to my words");
    walk.write(&Field::NextTime, "If it is quiet, then I wait");
    let finished = walk.finish(stamp(2).at);
    assert!(finished.entry.practice && !finished.carries && finished.last.is_none());
    // Nothing on the way says otherwise.
    assert!(!walk.steps().contains(&Step::Supervision));
    while walk.at() != &Step::NextTime {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
    let under = walk.page().under.join(" ");
    assert!(under.contains("if-then") && !under.contains("comes back"));
    let closing = closing_of(&pack(), &finished.entry);
    assert!(closing.under[0].contains("with my practice"));
}

#[test]
fn the_last_words_say_what_is_still_to_do() {
    let mut walk = begin(Some(Length::Land));
    walk.choose(&Field::Need, "tell_someone");
    let pack = pack();
    let said = |walk: &Reflection| closing_of(&pack, &walk.finish(stamp(2).at).entry).said;
    assert!(said(&walk).starts_with("Still to do: speak to your supervisor today."));
    walk.write(&Field::TalkTo, "the duty worker");
    assert!(said(&walk).starts_with("Still to do: speak to the duty worker today."));
    walk.write(&Field::TalkTo, "x".repeat(60).as_str());
    assert!(said(&walk).starts_with("Still to do, in your words:"));
}

#[test]
fn an_answer_keeps_the_wording_it_answered() {
    let mut walk = begin(Some(Length::Quick));
    while !matches!(walk.at(), Step::Item(_)) {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
    let item = ItemId::new("MUT1");
    walk.choose(&Field::Answer(item.clone()), "moment");
    walk.paper_mut()
        .write(Field::Asked(item), "An older wording?");
    walk.back();
    assert_eq!(walk.forward(), Ok(Turn::Page));
    assert_eq!(walk.page().question, "An older wording?");
    assert_eq!(
        walk.finish(stamp(2).at).entry.answers[0].question,
        "An older wording?"
    );
}
