//! The turns that a text of leaves does not show.

use super::super::*;
use super::kit::*;
use crate::domain::*;
use crate::reflection::Walk as _;

fn entry_tour() -> Tour {
    Tour::of(
        "An entry",
        Begin::Entry(id(1)),
        standing(),
        Journal::of([full()]),
    )
}

fn now(tour: &Tour) -> Entry {
    tour.journal.entry(id(1)).unwrap().clone()
}

#[test]
fn a_change_touches_its_own_part_and_nothing_beside_it() {
    let mut tour = entry_tour();
    let item = ItemId::new("STR1");
    tour.choose("Change a part")
        .choose("As it was asked about STR");
    tour.fill(&[
        (Field::Answer(item.clone()), "partly"),
        (Field::Note(item), "It was both of us."),
    ]);
    tour.finish();
    let mut wanted = full();
    wanted.answers[1].answer = Some(Answer::Partly);
    wanted.answers[1].note = "It was both of us.".into();
    assert_eq!(now(&tour), wanted);
    assert!(tour.journal.drafts.is_empty());
}

#[test]
fn an_answer_that_is_emptied_leaves_no_trace_but_in_its_earlier_version() {
    let mut tour = entry_tour();
    let item = ItemId::new("OLD7");
    tour.choose("Change a part")
        .choose("As it was asked about OLD");
    tour.fill(&[(Field::Note(item), "")]).finish();
    assert_eq!(now(&tour).answers.len(), 2);
    tour.choose("Undo");
    assert_eq!(now(&tour), full());
    assert_eq!(tour.journal.versions[&id(1)].len(), 3);
}

#[test]
fn what_another_window_changed_meanwhile_stays() {
    let mut tour = entry_tour();
    tour.choose("Change a part").choose("I stand by");
    tour.fill(&[(Field::StandBy, "I came back.")]);
    let mut other = full();
    other.put_down = "Some water".into();
    tour.journal.versions.get_mut(&id(1)).unwrap().push(other);
    tour.finish();
    let now = now(&tour);
    assert_eq!(
        (now.put_down.as_str(), now.stand_by.as_str()),
        ("Some water", "I came back.")
    );
}

#[test]
fn undo_takes_back_that_one_change_and_nothing_that_came_in_between() {
    let mut tour = entry_tour();
    tour.choose("Add a line")
        .fill(&[(Field::Form(FormField::Later), "A line.")])
        .finish();
    let mut other = now(&tour);
    other.stand_by = "From the other window.".into();
    other.tags.push("other".into());
    tour.journal
        .versions
        .get_mut(&id(1))
        .unwrap()
        .push(other.clone());
    let turn = tour.visit.returned();
    tour.after(turn).choose("Undo");
    let mut wanted = other.clone();
    wanted.later = full().later;
    assert_eq!(now(&tour), wanted);
    tour.choose("Put my change back");
    assert_eq!(now(&tour), other);
    tour.choose("Take it off my list");
    tour.choose("Undo");
    assert_eq!(now(&tour), other);
}

#[test]
fn after_a_change_enter_alone_takes_nothing_back() {
    let mut tour = entry_tour();
    tour.choose("Change a part").choose("I stand by");
    tour.fill(&[(Field::StandBy, "I came back.")]).finish();
    let LeafAsk::Rows { rows, at } = tour.visit.leaf().ask else {
        panic!("no rows")
    };
    assert!(rows[at].words.starts_with("Change a part"), "{rows:?}");
}

#[test]
fn one_part_left_half_way_stays_while_another_is_kept() {
    let mut tour = entry_tour();
    tour.choose("Change a part").choose("I stand by");
    tour.fill(&[(Field::StandBy, "I ca")]).leave_form();
    tour.choose("Change a part").choose("Next time");
    tour.fill(&[(Field::NextTime, "Breathe.")]).finish();
    assert_eq!(now(&tour).next_time, "Breathe.");
    assert_eq!(now(&tour).stand_by, "I stayed.");
    let left: Vec<Field> = tour.journal.drafts[0]
        .fields()
        .map(|(it, _)| it.clone())
        .collect();
    assert_eq!(left, [Field::StandBy]);
}

#[test]
fn a_line_added_later_can_be_changed_and_two_have_never_the_same_time() {
    let mut tour = entry_tour();
    for words in ["one", "two"] {
        tour.choose("Add a line");
        tour.fill(&[(Field::Form(FormField::Later), words)])
            .finish();
    }
    let later = now(&tour).later;
    assert_eq!(later.len(), 3);
    assert_ne!(later[1].at, later[2].at);
    tour.choose("Change a part")
        .choose("Added on Tuesday 26 May");
    tour.fill(&[(Field::LaterLine(later[1].at.timestamp_millis()), "three")])
        .finish();
    let words: Vec<String> = now(&tour).later.into_iter().map(|it| it.words).collect();
    assert_eq!(words, ["I can still hear that pause.", "three", "two"]);
}

#[test]
fn a_disk_that_is_full_keeps_what_was_typed_and_can_be_tried_again() {
    let mut tour = entry_tour();
    tour.choose("Change a part").choose("I stand by");
    tour.fill(&[(Field::StandBy, "I came back.")]);
    let mut form = tour.form.take().unwrap();
    let _ = crate::reflection::Walk::forward(&mut form);
    tour.journal.save(&mut form);
    let Turn::Do(Work::Entry(_)) = tour.visit.came(tour.journal.closed(form.subject())) else {
        panic!("it reads the entry anew")
    };
    let came = tour.journal.answer(Work::Entry(id(1)));
    let Turn::Do(Work::Revise(..)) = tour.visit.came(came) else {
        panic!("it keeps the change")
    };
    let turn = tour.visit.came(Came::Trouble("The disk is full.".into()));
    tour.after(turn);
    assert!(
        tour.text
            .contains("The disk is full.\nWhat you typed about it is safe"),
        "{}",
        tour.text
    );
    tour.choose("Try again");
    assert_eq!(now(&tour).stand_by, "I came back.");
    assert!(tour.journal.drafts.is_empty());
}

#[test]
fn deleted_for_ever_it_is_over_and_kept_it_is_there() {
    for is_erased in [true, false] {
        let mut tour = entry_tour();
        tour.choose("Delete it");
        assert!(matches!(tour.door, Some(Door::Erase(it, _)) if it == id(1)));
        if is_erased {
            tour.journal.versions.clear();
        }
        let turn = tour.visit.returned();
        tour.after(turn);
        assert_eq!(tour.is_over, is_erased);
    }
}

#[test]
fn deleted_for_ever_while_it_was_changed_it_says_so_and_shows_what_was_typed() {
    let mut tour = entry_tour();
    tour.choose("Change a part").choose("I stand by");
    tour.fill(&[(Field::StandBy, "I came back.")]);
    tour.journal.versions.clear();
    tour.finish().choose("Bring it back, and keep");
    let leaf = tour.visit.leaf();
    assert!(
        leaf.pieces.contains(&Piece::Own("I came back.".into())),
        "{leaf:?}"
    );
    assert!(
        tour.text.contains("This entry was deleted for ever"),
        "{}",
        tour.text
    );
    tour.choose("Leave it for now");
    assert!(tour.is_over);
    assert_eq!(
        tour.journal.drafts[0].words(&Field::StandBy),
        "I came back."
    );
}

#[test]
fn two_searches_kept_in_one_visit_are_two() {
    let begin = Begin::Narrow("tea".into());
    let mut tour = Tour::of("Narrow", begin, standing(), Journal::default());
    for name in ["one", "two"] {
        tour.choose("Keep this search")
            .fill(&[(Field::Form(FormField::Name), name)])
            .finish();
    }
    let searches = &tour.journal.searches;
    assert_eq!(searches.len(), 2);
    assert_ne!(searches[0].id, searches[1].id);
    assert_eq!(searches[0].query, "tea");
    assert!(tour.journal.drafts.is_empty());
}

#[test]
fn how_it_left_me_is_no_filter() {
    let tour = Tour::of(
        "Narrow",
        Begin::Narrow(String::new()),
        standing(),
        Journal::default(),
    );
    assert!(!tour.text.to_lowercase().contains("left"), "{}", tour.text);
}

#[test]
fn what_the_filters_say_can_be_read_back() {
    let begin = Begin::Narrow(String::new());
    let mut tour = Tour::of("Narrow", begin, standing(), Journal::default());
    tour.choose("Heading")
        .choose("Safe")
        .choose("Time")
        .choose("The last three");
    tour.choose("Show these");
    assert_eq!(
        tour.door,
        Some(Door::Search("heading:safe since:2026-02-26".into()))
    );
}

#[test]
fn a_search_that_was_kept_is_used_at_once_and_one_is_kept_only_of_something() {
    let begin = Begin::Narrow("tea".into());
    let mut tour = Tour::of("Narrow", begin, standing(), Journal::default());
    tour.choose("Keep this search")
        .fill(&[(Field::Form(FormField::Name), "Tea times")])
        .finish();
    tour.choose("Start again");
    let leaf = tour.visit.leaf();
    let LeafAsk::Rows { rows, .. } = &leaf.ask else {
        panic!("{leaf:?}")
    };
    assert!(
        rows.iter()
            .all(|row| !row.words.contains("Keep this search"))
    );
    tour.choose("Use a search").choose("Tea times");
    assert_eq!(tour.door, Some(Door::Search("tea".into())));
}

#[test]
fn what_was_removed_is_in_one_place_and_narrowing_down_leads_there() {
    let begin = Begin::Narrow("tea".into());
    let mut tour = Tour::of("Narrow", begin, standing(), Journal::default());
    tour.choose("Bring back what I removed");
    assert_eq!(tour.door, Some(Door::Removed));
    let turn = tour.visit.returned();
    tour.after(turn);
    tour.choose("Show these");
    assert_eq!(
        tour.door,
        Some(Door::Search("tea".into())),
        "it is still chosen"
    );
}

#[test]
fn a_day_that_is_none_can_be_dropped_and_brought_back() {
    let mut tour = entry_tour();
    tour.choose("Change a part").choose("I stand by");
    tour.fill(&[(Field::StandBy, "I ca")]).leave_form();
    tour.choose("Change a part").choose("Day");
    tour.fill(&[(Field::Day, "no day")]).finish();
    tour.choose("Drop what I began");
    assert_eq!(now(&tour), full());
    let left = |tour: &Tour| -> Vec<Field> {
        let drafts = tour.journal.drafts.iter();
        drafts
            .flat_map(Draft::fields)
            .map(|(it, _)| it.clone())
            .collect()
    };
    assert_eq!(left(&tour), [Field::StandBy]);
    tour.choose("Bring back what I dropped");
    let form = tour.form.as_ref().unwrap();
    assert_eq!(form.paper().words(&Field::Day), "no day");
    tour.fill(&[]).leave_form();
    assert_eq!(left(&tour).len(), 2);
}

#[test]
fn everything_dropped_on_a_page_can_be_brought_back_in_its_turn() {
    let mut tour = entry_tour();
    let later = Field::Form(FormField::Later);
    for words in ["the first line", "the second line"] {
        tour.choose("Add a line");
        tour.fill(&[(later.clone(), words)]).leave_form();
        tour.choose("Drop what I began");
    }
    assert!(
        tour.journal
            .drafts
            .iter()
            .all(|draft| draft.fields().next().is_none())
    );
    tour.choose("Add a line");
    tour.fill(&[(later.clone(), "a line between")]).leave_form();
    let on_form = |tour: &Tour| tour.form.as_ref().unwrap().paper().words(&later).to_owned();
    tour.choose("Bring back what I dropped");
    assert_eq!(on_form(&tour), "the second line");
    tour.fill(&[]).finish();
    // What stood on the form gave way, and is not lost either.
    tour.choose("Bring back what I dropped");
    assert_eq!(on_form(&tour), "a line between");
    tour.fill(&[]).finish();
    tour.choose("Bring back what I dropped");
    assert_eq!(on_form(&tour), "the first line");
    tour.fill(&[]).finish();
    let lines: Vec<String> = now(&tour).later.into_iter().map(|it| it.words).collect();
    for words in ["the first line", "the second line", "a line between"] {
        assert!(
            lines.iter().any(|line| line == words),
            "{words} in {lines:?}"
        );
    }
}
