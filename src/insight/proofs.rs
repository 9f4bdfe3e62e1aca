//! What is held against the entries themselves: the map, the counts and the sentences agree with
//! them, whatever they are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::content::{Pack, lint};
use crate::domain::{Answer, HeadingId, Id, ItemId, Sign, Signed, Span, Tally};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// Read once: reading it takes longer than what is tried with it.
static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::shipped().unwrap());

fn pack() -> &'static Pack {
    &PACK
}

fn sign(item: &str, answer: Option<Answer>) -> Sign {
    let heading: String = item.chars().take(3).collect();
    Sign {
        heading: HeadingId::new(heading),
        item: ItemId::new(item),
        answer,
    }
}

fn signed(number: u64, days_ago: u64, signs: Vec<Sign>) -> Signed {
    Signed {
        entry: Id::at(number, &[1; 10]),
        on: today() - Days::new(days_ago),
        stage: None,
        signs,
    }
}

/// Entries, the newest first, with items of the pack and one it does not have.
fn entries() -> impl Strategy<Value = Vec<Signed>> {
    let items = prop::sample::select(vec![
        "MUT1", "MUT2", "REC6", "NON1", "NON3", "STR1", "COM1", "COM2", "PRO2", "SAF1", "SAF6",
        "ROL1", "OUR1",
    ]);
    let answer = prop::option::weighted(0.9, prop::sample::select(Answer::ALL.to_vec()));
    let signs = prop::collection::btree_map(items, answer, 1..8);
    prop::collection::vec((signs, 0_u64..6), 0..30).prop_map(|entries| {
        let mut ago = 0;
        let entries = entries.into_iter().enumerate().map(|(at, (signs, gap))| {
            ago += gap;
            let signs = signs.into_iter().map(|(item, answer)| sign(item, answer));
            signed(1_000 - at as u64, ago, signs.collect())
        });
        entries.collect()
    })
}

/// What the journal would count by week or month.
fn tallies(span: Span, entries: &[Signed]) -> Vec<Tally> {
    let mut counts = BTreeMap::new();
    for entry in entries {
        for sign in &entry.signs {
            let from = span.first_day(entry.on);
            let key = (from, sign.heading.clone(), sign.item.clone(), sign.answer);
            *counts.entry(key).or_insert(0) += 1;
        }
    }
    let tally = |((from, heading, item, answer), count)| Tally {
        from,
        heading,
        item,
        answer,
        count,
    };
    counts.into_iter().map(tally).collect()
}

/// Counts by hand.
fn by_hand(entries: &[Signed], holds: impl Fn(&Sign) -> bool) -> BTreeMap<Answer, u32> {
    let mut counts = BTreeMap::new();
    for sign in entries.iter().flat_map(|entry| &entry.signs) {
        if let Some(answer) = sign.answer.filter(|_| holds(sign)) {
            *counts.entry(answer).or_insert(0) += 1;
        }
    }
    counts
}

fn row_counts(row: &Row) -> BTreeMap<Answer, u32> {
    let mut counts = BTreeMap::new();
    for (answer, count) in row.cells.iter().flat_map(|cell| &cell.signs) {
        *counts.entry(*answer).or_insert(0) += count;
    }
    counts
}

fn all_said(look: &LookBack, window: &Window, pack: &Pack) -> Vec<String> {
    let mut said = look.sentences.clone();
    said.extend(look.headings.iter().map(|heading| heading.said.clone()));
    said.extend(look.rarely.iter().map(|rare| rare.said.clone()));
    said.extend(look.unsure.iter().map(|unsure| unsure.said.clone()));
    said.extend(look.soft.iter().map(|soft| soft.said.clone()));
    said.extend(window.said(pack));
    for heading in window.headings(pack) {
        said.extend(window.item_said(pack, &heading));
        said.push(window.sentence(pack, &heading));
    }
    said
}

fn rows_agree(entries: &[Signed], window: &Window, pack: &Pack) -> Result<(), TestCaseError> {
    let map = window.map(pack);
    for row in &map.rows {
        prop_assert_eq!(row.cells.len(), map.columns.len());
        let wanted = by_hand(entries, |sign| sign.heading == row.heading);
        prop_assert_eq!(row_counts(row), wanted.clone());
        prop_assert_eq!(window.counts_of(&row.heading), wanted);
        let items = window.item_map(pack, &row.heading);
        for item in &items.rows {
            let id = item.item.clone().unwrap();
            let wanted = by_hand(entries, |sign| sign.item == id);
            prop_assert_eq!(row_counts(item), wanted);
        }
    }
    let mut columns: Vec<_> = map.columns.iter().map(|column| column.since).collect();
    columns.sort_unstable();
    let as_they_are: Vec<_> = map.columns.iter().map(|column| column.since).collect();
    prop_assert_eq!(columns, as_they_are, "the oldest column comes first");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_map_and_the_counts_agree_with_the_entries(entries in entries()) {
        let pack = pack();
        let newest = entries.get(..WINDOW).unwrap_or(&entries);
        let window = Window::of_signs(newest, today());
        rows_agree(newest, &window, pack)?;
        let look = look_back(pack, &entries, None, today());
        prop_assert_eq!(look.columns, newest.len());
        for heading in &look.headings {
            let came_up = newest.iter().filter(|entry| entry.signs.iter().any(|sign| {
                sign.heading == heading.id && sign.answer != Some(Answer::DidNotComeUp)
            })).count();
            prop_assert_eq!(heading.came_up, came_up);
            let sentence = window.sentence(pack, &heading.id);
            let said = match came_up {
                0 => "did not come up".to_owned(),
                1 if newest.len() == 1 => "came up.".to_owned(),
                all if all == newest.len() && all > 2 => "came up each time".to_owned(),
                some => format!("came up {}", words::times(some)),
            };
            prop_assert!(sentence.contains(&said), "{}: {}", sentence, said);
            for (answer, count) in by_hand(newest, |sign| sign.heading == heading.id) {
                let said = format!("{} {count}", words::answer(answer));
                prop_assert!(heading.said.contains(&said), "{}: {}", heading.said, said);
            }
        }
        for span in [Span::Week, Span::Month] {
            let window = Window::of_tallies(span, &tallies(span, &entries), today());
            rows_agree(&entries, &window, pack)?;
        }
    }

    #[test]
    fn nothing_is_said_as_a_score(entries in entries()) {
        let pack = pack();
        let newest = entries.get(..WINDOW).unwrap_or(&entries);
        let window = Window::of_signs(newest, today());
        let look = look_back(pack, &entries, None, today());
        for said in all_said(&look, &window, pack) {
            let text = lint::Text { place: said.clone(), kind: lint::Kind::Prose, text: said.clone() };
            prop_assert!(lint::check_one(&text).is_empty(), "{}", said);
            for weighs in ["%", "per cent", "percent", "total", "average", "better", "worse", "best"] {
                prop_assert!(!said.to_lowercase().contains(weighs), "{}", said);
            }
        }
        // No number anywhere is a count over headings.
        let json = serde_json::to_value(&look).unwrap();
        let numbers: Vec<&String> = json.as_object().unwrap().iter()
            .filter(|(_, value)| value.is_number()).map(|(name, _)| name).collect();
        prop_assert_eq!(numbers, ["columns"]);
    }
}

fn quick(number: u64, turn: &str) -> Signed {
    let mut signs: Vec<Sign> = ["MUT1", "STR1", "RFO1", "SAF1", "SAF6"]
        .iter()
        .map(|item| sign(item, Some(Answer::Moment)))
        .collect();
    signs.push(sign(turn, Some(Answer::Partly)));
    signed(100 - number, number, signs)
}

#[test]
fn headings_that_take_turns_are_not_called_rare() {
    let turns = ["REC6", "NON1", "COM1", "PRO3"];
    let entries: Vec<Signed> = (0..20)
        .zip(turns.into_iter().cycle())
        .map(|(number, turn)| quick(number, turn))
        .collect();
    let look = look_back(pack(), &entries, None, today());
    assert_eq!(look.rarely, []);
    assert_eq!(
        look.sentences,
        [
            "In the last 20 reflections, Mutuality, Strengths-based, Recovery-focused and Safe \
             seemed to come up often."
        ]
    );
}

#[test]
fn what_rarely_comes_up_is_asked_about() {
    let mut entries: Vec<Signed> = (0..8).map(|number| quick(number, "REC6")).collect();
    entries[0].signs.push(sign("NON1", None));
    entries[1]
        .signs
        .push(sign("COM1", Some(Answer::DidNotComeUp)));
    let look = look_back(pack(), &entries, None, today());
    let said: Vec<&str> = look.rarely.iter().map(|rare| &*rare.said).collect();
    assert_eq!(
        said,
        [
            "In the last eight reflections, Community-facing did not come up. Is that right for \
             this work?",
            "In the last eight reflections, Progressive did not come up. Is that right for this \
             work?",
            "In the last eight reflections, Non-directive came up once. Is that right for this \
             work?",
        ]
    );
    assert_eq!(
        look.sentences.first().unwrap(),
        "In the last eight reflections, many headings seemed to come up often."
    );
    // In the first four months there is a question about support in its place.
    let early = look_back(pack(), &entries, Some(today()), today());
    assert!(early.early);
    assert_eq!(early.sentences.len(), 2);
    assert!(early.sentences[1].contains("Who have I talked to"));
    assert_eq!(early.rarely, look.rarely);
}

#[test]
fn often_not_sure_offers_to_go_deeper_and_a_row_of_blanks_asks_softly() {
    let unsure = |number| {
        let signs = vec![
            sign("NON1", Some(Answer::NotSure)),
            sign("MUT2", Some(Answer::DidNotComeUp)),
        ];
        signed(100 - number, number, signs)
    };
    let mut entries: Vec<Signed> = (0..4).map(unsure).collect();
    let look = look_back(pack(), &entries, None, today());
    assert_eq!(
        look.unsure[0].said,
        "Under Non-directive, the answer was \"not sure\" four times. It may be worth talking over."
    );
    assert_eq!(
        look.unsure[0].go_deeper,
        ["Where did I feel the urge to fix, rescue or advise? What was under that urge?"]
    );
    assert_eq!(
        look.soft[0].said,
        "\"Was I open about the parts of my role that give me more power?\" The last four times, \
         this did not come up. Might there be a place for it?"
    );
    // Once it came up, the row is over.
    entries.insert(
        0,
        signed(200, 0, vec![sign("MUT2", Some(Answer::NotThisTime))]),
    );
    assert_eq!(look_back(pack(), &entries, None, today()).soft, []);
}

#[test]
fn one_and_two_and_none_are_said_rightly() {
    let pack = pack();
    let none = look_back(pack, &[], None, today());
    assert_eq!(none.sentences, Vec::<String>::new());
    let entries = [quick(0, "COM1"), quick(40, "COM1")];
    let one = look_back(pack, &entries[..1], None, today());
    assert_eq!(
        one.sentences,
        ["There is one reflection to look back on so far. A pattern may show after a few more."]
    );
    let window = Window::of_signs(&entries, today());
    assert_eq!(
        window.said(pack),
        [
            "The last two reflections, from 13 October to 22 November.",
            "Mutuality: moment 2",
            "Strengths-based: moment 2",
            "Recovery-focused: moment 2",
            "Community-facing: partly 2",
            "Safe: moment 4",
        ]
    );
    let months = Window::of_tallies(Span::Month, &tallies(Span::Month, &entries), today());
    assert_eq!(
        months.said(pack)[0],
        "The last two months with a reflection, from October 2026 to November 2026."
    );
    let weeks = look_back_over(
        pack,
        (Span::Week, &tallies(Span::Week, &entries)),
        None,
        today(),
    );
    assert_eq!((weeks.columns, weeks.unit), (2, Unit::Week));
    let json = serde_json::to_value(&weeks).unwrap();
    assert_eq!(json["headings"][0]["counts"]["moment"], 2);
    assert_eq!(json["unit"], "week");
}
