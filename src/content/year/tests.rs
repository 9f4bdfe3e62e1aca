//! Proves that the made-up year could have been written by walking through the program.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::*;
use crate::domain::{Answer, AsOf, Attempt, CarryAnswer, Stage};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-12T00:30:00+01:00").unwrap()
}

fn written() -> Written {
    toml::from_str(YEAR).unwrap()
}

fn year() -> Year {
    Year::made_up(&Pack::shipped().unwrap(), now()).unwrap()
}

#[test]
fn every_entry_reads_and_nothing_written_is_left_out() {
    let (written, year) = (written(), year());
    let walks: Vec<&Finished> = year
        .walks
        .iter()
        .filter(|walk| walk.entry.attempt.is_none())
        .collect();
    assert_eq!(walks.len(), written.walks.len());
    assert!(walks.len() >= 60);
    for said in &written.walks {
        let has_moment = |walk: &&&Finished| walk.entry.moment == said.moment;
        let found = walks.iter().filter(has_moment).collect::<Vec<_>>();
        let [walk] = found[..] else {
            panic!("once, and not {} times: {}", found.len(), said.moment);
        };
        assert_eq!(walk.entry.answers.len(), said.answers.len());
        assert_eq!(walk.last.is_some(), said.last.is_some(), "{}", said.moment);
        assert!(said.last.is_some() || said.last_line.is_empty());
        assert!(said.bring || said.bring_line.is_empty());
    }
    let added: usize = written.walks.iter().map(|walk| walk.later.len()).sum();
    let grown: usize = year.grown.iter().map(|(entry, _)| entry.later.len()).sum();
    assert_eq!(grown, added);
    assert!(added > 0);
}

#[test]
fn each_entry_is_one_that_a_walk_can_end_in() {
    let pack = Pack::shipped().unwrap();
    let mut ids = BTreeSet::new();
    for walk in &year().walks {
        let entry = &walk.entry;
        assert!(ids.insert(entry.id), "{}", entry.moment);
        assert!(entry.started_at <= entry.finished_at && entry.finished_at < now());
        assert!(entry.left_me.len() <= 2, "{}", entry.moment);
        let mut asked = BTreeSet::new();
        for answered in &entry.answers {
            let (set, item) = pack.item(answered.item.as_str()).unwrap();
            assert_eq!(answered.heading.as_str(), set.id);
            let question = if entry.practice {
                &item.practice_question
            } else {
                &item.question
            };
            assert_eq!(&answered.question, question);
            assert!(asked.insert(&answered.item), "twice: {}", entry.moment);
            let can_have_line = answered.answer.is_some_and(Answer::offers_line);
            assert!(
                can_have_line || answered.note.is_empty(),
                "{}",
                entry.moment
            );
        }
        let has_questions = !matches!(
            entry.length,
            Length::Land | Length::Note | Length::NothingMuch
        );
        assert_eq!(has_questions, !entry.answers.is_empty(), "{}", entry.moment);
        let is_deep = entry.length == Length::Deep;
        assert!(is_deep || entry.deep == Deep::default(), "{}", entry.moment);
        assert!(!entry.practice || (!walk.carries && walk.last.is_none() && walk.tell.is_none()));
    }
}

#[test]
fn a_year_is_lived_in_order() {
    let year = year();
    let times: Vec<_> = year
        .walks
        .iter()
        .map(|walk| walk.entry.finished_at)
        .collect();
    assert!(times.is_sorted());
    let days = (times[times.len() - 1] - times[0]).num_days();
    assert!((340..=366).contains(&days), "{days}");
    let entries = || year.walks.iter().map(|walk| &walk.entry);
    for stage in [Stage::First, Stage::Middle, Stage::NearTheEnd, Stage::Last] {
        assert!(entries().any(|entry| entry.stage == Some(stage)), "{stage}");
    }
    for length in [
        Length::Quick,
        Length::Standard,
        Length::Deep,
        Length::Land,
        Length::Note,
    ] {
        assert!(entries().any(|entry| entry.length == length), "{length}");
    }
    for answer in CarryAnswer::ALL {
        let said = |walk: &&Finished| walk.last.as_ref().and_then(|it| it.answer) == Some(*answer);
        assert!(year.walks.iter().any(|walk| said(&walk)), "{answer}");
    }
}

#[test]
fn what_is_said_about_an_intention_names_an_earlier_one_in_its_words() {
    let year = year();
    for walk in &year.walks {
        let Some(last) = &walk.entry.last_time else {
            continue;
        };
        let of = year.walks.iter().find(|it| it.entry.id == last.of).unwrap();
        assert_eq!(of.entry.next_time, last.words);
        assert!(of.carries && of.entry.finished_at < walk.entry.finished_at);
    }
}

#[test]
fn an_hour_brings_what_was_on_the_list_and_was_there_by_then() {
    let (written, year) = (written(), year());
    assert_eq!(year.meetings.len(), 3);
    for (said, meeting) in written.hours.iter().zip(&year.meetings) {
        assert_eq!(said.lines.len(), meeting.brought.len());
        for (line, brought) in said.lines.iter().zip(&meeting.brought) {
            assert_eq!(
                line.from.is_some(),
                brought.entry.is_some(),
                "{}",
                line.words
            );
            let Some(of) = brought.entry else { continue };
            let of = year.walks.iter().find(|it| it.entry.id == of).unwrap();
            assert!(of.entry.finished_at < meeting.begun && !of.entry.practice);
        }
        assert!(meeting.begun < meeting.taken.unwrap());
    }
}

#[test]
fn every_try_is_one_that_its_vignette_can_end_in() {
    let pack = Pack::shipped().unwrap();
    let tries = written().tries;
    let year = year();
    let kept = |walk: &&Finished| walk.entry.attempt.is_some();
    assert_eq!(year.walks.iter().filter(kept).count(), tries.len());
    for said in &tries {
        let is_it = |walk: &&Finished| {
            walk.entry
                .attempt
                .as_ref()
                .is_some_and(|it| it.pull == said.pull)
        };
        let entry = &year.walks.iter().find(is_it).unwrap().entry;
        assert!(entry.practice && entry.length == Length::Vignette);
        let attempt = entry.attempt.as_ref().unwrap();
        assert!(!attempt.story.is_empty() && !attempt.title.is_empty());
        // Each way is one that is offered, and each answer is to a question that is asked there.
        assert_eq!(attempt.ways.len(), said.ways.len(), "{}", said.pull);
        assert!((1..=2).contains(&attempt.ways.len()));
        let vignette = pack.vignette(&said.vignette).unwrap();
        let answered = entry.answers.iter().map(|it| it.item.as_str());
        assert_eq!(
            answered.collect::<Vec<_>>(),
            vignette.items,
            "{}",
            said.pull
        );
        assert!(entry.answers.iter().any(|it| !it.note.is_empty()));
    }
}

#[test]
fn one_story_was_tried_twice_and_differently() {
    let year = year();
    let tries: Vec<&Attempt> = year
        .walks
        .iter()
        .filter_map(|walk| walk.entry.attempt.as_ref())
        .collect();
    let is_again = |one: &&&Attempt| {
        let same = |other: &&&Attempt| other.vignette == one.vignette;
        tries.iter().filter(same).count() == 2
    };
    let [then, now] = tries.iter().filter(is_again).collect::<Vec<_>>()[..] else {
        panic!("no story was tried twice");
    };
    assert!(then.pull != now.pull && then.ways != now.ways && then.how_sure != now.how_sure);
}

#[test]
fn the_longer_view_was_said_as_its_form_would_have_it() {
    let pack = Pack::shipped().unwrap();
    let year = year();
    assert!(year.said.is_sorted_by_key(|view| view.at));
    for view in &year.said {
        assert!(pack.set(view.heading.as_str()).is_some());
        assert!(view.question.ends_with('?') && !view.said.is_empty() && view.at < now());
        let touches = |walk: &&Finished| {
            let mut answers = walk.entry.answers.iter();
            walk.entry.finished_at < view.at && answers.any(|it| it.heading == view.heading)
        };
        assert!(
            year.walks.iter().any(|walk| touches(&walk)),
            "{}",
            view.line
        );
        // The start is looked back at from later on.
        let is_then = |it: &&LongerView| {
            it.heading == view.heading && it.as_of == AsOf::Now && it.at < view.at
        };
        assert!(view.as_of == AsOf::Now || year.said.iter().any(|it| is_then(&it)));
    }
    // Then, in between, looking back, and now: all that the page can show stands under one heading.
    let of = |id: &str, as_of| {
        let is_of = move |it: &&LongerView| it.heading.as_str() == id && it.as_of == as_of;
        year.said.iter().filter(is_of).count()
    };
    assert_eq!((of("NON", AsOf::Now), of("NON", AsOf::Start)), (3, 1));
    assert_eq!(of("PRO", AsOf::Now), 2);
    assert!(!year.again.is_empty());
    assert!(year.again.iter().all(|it| it.on > now().date_naive()));
}

#[test]
fn it_is_the_same_year_wherever_and_whenever_it_is_made_up() {
    let pack = Pack::shipped().unwrap();
    for now in [
        "2024-02-29T23:59:59-11:00",
        "2026-10-25T01:30:00+14:00",
        "2026-11-20T00:00:01+00:00",
    ] {
        let now = DateTime::parse_from_rfc3339(now).unwrap();
        let there = Year::made_up(&pack, now).unwrap();
        assert_eq!(there.walks.len(), year().walks.len());
        assert!(there.walks.iter().all(|walk| walk.entry.finished_at < now));
        let ago = now.date_naive() - there.walks.last().unwrap().entry.on;
        assert!((1..=7).contains(&ago.num_days()), "{ago}");
        assert!(there.said.iter().all(|view| view.at < now));
        assert!(there.again.iter().all(|it| it.on > now.date_naive()));
        for meeting in &there.meetings {
            assert!(meeting.on.weekday().number_from_monday() <= 5);
        }
        let at_weekend = |walk: &&Finished| {
            walk.entry.kind.is_some() && walk.entry.on.weekday().number_from_monday() > 5
        };
        assert!(there.walks.iter().filter(at_weekend).count() <= 1);
    }
}
