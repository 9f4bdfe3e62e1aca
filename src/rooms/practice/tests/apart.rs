//! Tries that are told apart, put side by side, and put on the sheet beside a reflection.

use super::kit::*;
use super::tour::*;
use crate::rooms::*;

#[test]
fn two_tries_of_one_day_are_told_apart_by_their_time() {
    let mut journal = Journal::full();
    journal.tries[1].on = journal.tries[0].on;
    journal.tries[1].finished_at += chrono::TimeDelta::minutes(25);
    let quiet_of = |begin: Begin, rows: &[&str], journal: &Journal| {
        let mut tour = Tour::of("Two", begin, journal.clone());
        for row in rows {
            tour.choose(row);
        }
        let LeafAsk::Rows { rows, .. } = tour.visit.leaf().ask else {
            panic!("no rows")
        };
        rows.into_iter().map(|row| row.quiet).collect::<Vec<_>>()
    };
    let one = || Begin::Vignette("first-meeting".into());
    for (begin, rows) in [
        (one(), &[][..]),
        (Begin::Practice, &["My tries"][..]),
        (Begin::Practice, &["A sheet"][..]),
    ] {
        let quiet = quiet_of(begin, rows, &journal);
        for wanted in ["2 November, 17:40", "2 November, 18:05"] {
            assert!(quiet.iter().any(|it| it == wanted), "{wanted}: {quiet:?}");
        }
    }
    let mut tour = Tour::of("Two", one(), journal);
    tour.choose("Earlier beside newest");
    let pieces = tour.visit.leaf().pieces;
    let said = |words: &str| pieces.contains(&Piece::Quiet(words.to_owned()));
    assert!(said("Monday 2 November 2026, 17:40") && said("Monday 2 November 2026, 18:05"));
}

#[test]
fn side_by_side_the_questions_stand_in_the_order_they_are_asked() {
    let mut journal = Journal::full();
    let older = &mut journal.tries[1];
    older.answers.remove(0);
    let attempt = older.attempt.as_mut().unwrap();
    (attempt.pull, attempt.how_sure) = (String::new(), None);
    let newest = &mut journal.tries[0];
    newest.answers.truncate(1);
    newest.next_time.clear();
    let mut tour = Tour::of("Two", Begin::Vignette("first-meeting".into()), journal);
    tour.choose("Earlier beside newest");
    let pack = pack();
    let asked = |step: &str| pack.step(step).question.clone();
    let mut wanted = vec![asked("try_pull"), asked("try_way"), asked("try_sure")];
    wanted.push(asked("try_not_thought"));
    let items = &pack.vignette("first-meeting").unwrap().items;
    wanted.extend(
        items
            .iter()
            .map(|it| pack.item(it).unwrap().1.question.clone()),
    );
    wanted.extend([asked("try_next"), asked("try_want")]);
    let pieces = tour.visit.leaf().pieces;
    let headings = pieces.into_iter().filter_map(|piece| match piece {
        Piece::Heading(words) => Some(words),
        _ => None,
    });
    assert_eq!(headings.collect::<Vec<_>>(), wanted);
}

#[test]
fn a_practice_reflection_goes_on_the_sheet_with_its_session() {
    let mut tour = Tour::of("Sheet", Begin::Practice, Journal::full());
    tour.choose("A sheet").choose("I asked which chair.");
    tour.choose("See the page").choose("Save it as plain text");
    tour.give(Given::Line("~/Documents".into()));
    let page = tour.journal.saved.pop().unwrap();
    let scene = pack().step("practice_session").under.clone();
    for words in [
        "a made-up session, Tuesday 5 May 2026",
        "I asked which chair.",
    ] {
        assert!(page.contains(words), "{page}");
    }
    let flat: String = page.split_whitespace().collect();
    for paragraph in scene {
        let paragraph: String = paragraph.split_whitespace().collect();
        assert!(flat.contains(&paragraph), "{page}");
    }
    assert!(!page.contains("A walk by the water"), "{page}");
}

#[test]
fn where_only_a_reflection_was_practised_there_is_a_sheet() {
    let full = Journal::full();
    let journal = Journal {
        listed: full.listed[..1].to_vec(),
        reflections: full.reflections,
        ..Journal::default()
    };
    let mut tour = Tour::of("Sheet", Begin::Practice, journal);
    tour.choose("A sheet").choose("I asked which chair.");
}
