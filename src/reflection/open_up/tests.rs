//! Opening an entry up and keeping it at once loses nothing.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::super::{End, Turn, Walk, half_done};
use super::*;
use crate::domain::{
    Answer, CarryAnswer, CarryForward, CarryState, Deep, HeadingId, Id, ItemId, Kind, Later,
    LeftMe, Need, Revisited, Safety, SafetyKind, Stage, Story, Supervision,
};

fn at(minutes: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-12T17:40:00.123+01:00").unwrap()
        + TimeDelta::minutes(minutes)
}

fn stamp(day: i64) -> Stamp {
    Stamp {
        at: at(day * 24 * 60),
        tick: 1,
        fresh: Id::at(77, &[7; 10]),
    }
}

fn pack() -> Rc<Pack> {
    Rc::new(Pack::shipped().unwrap())
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 2 => "[a-z]{1,8}( [a-z]{1,8}\n)?[a-z]{1,3}"]
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

/// Items of the pack, and some whose pack is gone, in any order.
fn answers() -> impl Strategy<Value = Vec<Answered>> {
    let items = vec![
        ("MUT1", "MUT"),
        ("SAF6", "SAF"),
        ("REC3", "REC"),
        ("ROL1", "ROL"),
        ("OUR-2", "OURS"),
        ("STR2", "STR"),
        ("X9", "OTHER"),
    ];
    let items = prop::sample::subsequence(items, 0..=7).prop_shuffle();
    (
        items,
        prop::collection::vec(
            (
                prop::option::of(one_of(Answer::ALL)),
                words(),
                words(),
                any::<bool>(),
            ),
            7,
        ),
    )
        .prop_map(|(items, said)| {
            let answered = items.into_iter().zip(said);
            answered
                .map(
                    |((item, heading), (answer, note, go_deeper, points))| Answered {
                        item: ItemId::new(item),
                        heading: HeadingId::new(heading),
                        question: format!("As it was asked then: {item}?"),
                        points_to_moment: points || (answer.is_none() && note.is_empty()),
                        answer,
                        note,
                        go_deeper,
                    },
                )
                .collect()
        })
}

fn around_it() -> impl Strategy<Value = Entry> {
    (
        one_of(Length::ALL),
        prop::option::of(one_of(Kind::ALL)),
        prop::option::of(one_of(Stage::ALL)),
        prop::option::of(any::<u16>()),
        prop::option::of(one_of(Need::ALL)),
        prop::sample::subsequence(LeftMe::ALL.to_vec(), 0..=2),
        any::<bool>(),
        -400_i64..400,
    )
        .prop_map(
            |(length, kind, stage, minutes, need, left, practice, days)| {
                let mut entry = Entry::empty(Id::at(5, &[5; 10]), at(0), ("p".into(), 9), length);
                entry.finished_at = at(9);
                entry.on += TimeDelta::days(days);
                (entry.kind, entry.stage, entry.minutes) = (kind, stage, minutes);
                (entry.before_stop, entry.left_me, entry.practice) = (need, left, practice);
                entry
            },
        )
}

fn beside_it() -> impl Strategy<Value = (Vec<String>, Vec<Later>, Option<Safety>, Option<Story>)> {
    let later = (0_i64..9, "[a-z]{1,9}").prop_map(|(minutes, words)| Later {
        at: at(minutes),
        words,
    });
    let safety = ("[a-z]{0,5}", one_of(SafetyOf::ALL)).prop_map(|(who, whose)| Safety {
        whose: Some(whose),
        kinds: vec![SafetyKind::BetweenUs],
        told: Some(SafetyTold::PlanTo),
        who,
        day: "Tuesday".into(),
    });
    let story = "[a-z]{1,5}".prop_map(|hope| Story {
        hope,
        ..Story::default()
    });
    (
        prop::collection::vec("[a-z]{1,6}", 0..3),
        prop::collection::vec(later, 0..3),
        prop::option::of(safety),
        prop::option::of(story),
    )
}

fn last() -> impl Strategy<Value = Option<Revisited>> {
    let last = (one_of(CarryAnswer::ALL), words()).prop_map(|(answer, line)| Revisited {
        of: Id::at(3, &[3; 10]),
        words: "I will ask first".into(),
        answer: Some(answer),
        line,
    });
    prop::option::of(last)
}

prop_compose! {
    /// Any entry there can be.
    fn entry()(
        mut entry in around_it(),
        answers in answers(),
        own in prop::collection::vec(words(), 10),
        bring: bool,
        last in last(),
        (tags, later, safety, story) in beside_it(),
    ) -> Entry {
        let [moment, stand_by, next_time, put_down, talk_to, what, so_what, now_what, step_back, note] =
            <[String; 10]>::try_from(own).unwrap();
        entry.answers = answers;
        entry.last_time = last.filter(|_| !entry.practice);
        entry.supervision = Supervision { bring, note };
        entry.deep = Deep { what, so_what, now_what, step_back };
        Entry { moment, stand_by, next_time, put_down, talk_to, tags, later, safety, story, ..entry }
    }
}

fn past() -> Past {
    let carry = CarryForward {
        entry: Id::at(2, &[2; 10]),
        words: "I will wait".into(),
        made: at(-9),
        unanswered: 0,
        state: CarryState::Held,
        line: String::new(),
    };
    Past {
        carry: Some(carry),
        ..Past::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn opened_up_and_kept_at_once_it_is_the_same_entry(before in entry(), day in 0_i64..3) {
        let walk = Reflection::open_up(pack(), &before, &past(), &stamp(day));
        let finished = walk.finish(at(99));
        prop_assert_eq!(finished.entry.id, before.id);
        prop_assert_eq!(finished.entry.finished_at, before.finished_at);
        let after = finished.entry.grown_from(&before);
        // Only which words were shown, and how long the walk is, may be another.
        let same = Entry {
            pack: before.pack.clone(),
            pack_version: before.pack_version,
            length: before.length,
            ..after
        };
        prop_assert_eq!(same, before);
    }

    #[test]
    fn every_word_of_it_can_be_seen_on_the_way(before in entry()) {
        let mut walk = Reflection::open_up(pack(), &before, &past(), &stamp(0));
        let mut seen = String::new();
        loop {
            for part in walk.page().parts {
                seen.push_str(walk.paper().words(&part.field));
                seen.push('\n');
            }
            match walk.forward() {
                Ok(Turn::Page) => {}
                Ok(Turn::End(end)) => {
                    prop_assert_eq!(end == End::Nothing, walk.paper().draft().is_blank()
                        && walk.length() != Some(Length::NothingMuch));
                    break;
                }
                Err(hint) => prop_assert!(false, "{hint:?}"),
            }
        }
        let is_whole = !matches!(walk.length(), Some(Length::NothingMuch));
        for words in [&before.moment, &before.stand_by, &before.put_down, &before.talk_to] {
            prop_assert!(seen.contains(words.as_str()), "{words} is not in {seen}");
        }
        let deep = &before.deep;
        for words in [&before.next_time, &before.supervision.note, &deep.what, &deep.step_back] {
            prop_assert!(!is_whole || seen.contains(words.as_str()), "{words} is not in {seen}");
        }
    }
}

fn note() -> Entry {
    let mut note = Entry::empty(Id::at(5, &[5; 10]), at(0), ("p".into(), 1), Length::Note);
    note.moment = "I waited.".into();
    note
}

#[test]
fn a_line_becomes_the_moment_of_a_reflection() {
    let mut walk = Reflection::open_up(pack(), &note(), &past(), &stamp(0));
    assert_eq!(walk.at(), &Step::Length);
    assert_eq!(walk.forward(), Ok(Turn::Page));
    assert_eq!(walk.length(), Some(Length::Quick));
    while walk.at() != &Step::Moment {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
    assert_eq!(walk.paper().words(&Field::Moment), "I waited.");
    walk.write(&Field::StandBy, "I stayed.");
    let finished = walk.finish(at(500));
    assert_eq!(finished.entry.length, Length::Quick);
    assert_eq!(finished.entry.finished_at, at(0));
    assert_eq!(finished.draft, Some(Subject::Walk(note().id)));
}

#[test]
fn left_half_way_it_is_found_like_any_other() {
    let walk = Reflection::open_up(pack(), &note(), &past(), &stamp(0));
    let left = half_done(vec![walk.paper().draft().clone()]);
    assert_eq!(left.len(), 1);
    let again = Reflection::resume(pack(), left[0].clone()).unwrap();
    assert_eq!(again.at(), walk.at());
}

#[test]
fn an_old_entry_is_not_the_next_time() {
    let asks = |entry: &Entry, day| {
        let walk = Reflection::open_up(pack(), entry, &past(), &stamp(day));
        !walk.paper().words(&Field::LastOf).is_empty()
    };
    assert!(asks(&note(), 0));
    assert!(!asks(&note(), 3));
    let its_own = Entry {
        id: Id::at(2, &[2; 10]),
        ..note()
    };
    assert!(!asks(&its_own, 0));
}

#[test]
fn a_day_put_right_later_stays() {
    let mut entry = note();
    entry.on = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    entry.minutes = Some(50);
    let mut walk = Reflection::open_up(pack(), &entry, &past(), &stamp(9));
    walk.choose(&Field::Length, Length::Quick.id());
    while walk.at() != &Step::Left {
        assert_eq!(walk.forward(), Ok(Turn::Page));
    }
    assert_eq!(walk.finish(at(1)).entry.on, entry.on);
}
