//! Single turns that matter by themselves.

use super::kit::*;
use crate::domain::*;
use crate::rooms::*;

pub(super) fn visit(begin: Begin, journal: &mut Journal) -> Visit {
    let (mut visit, turn) = Visit::begin(begin, standing());
    settle(
        &mut visit,
        journal,
        turn,
        &AtForm::Leave(Vec::new()),
        |_| {},
    );
    visit
}

pub(super) fn choose(
    visit: &mut Visit,
    journal: &mut Journal,
    words: &str,
    at_form: &AtForm,
) -> Turn {
    let row = row(&visit.leaf(), words);
    let turn = visit.at(journal.message()).given(Given::Row(row));
    settle(visit, journal, turn, at_form, |_| {})
}

#[test]
fn a_sheet_that_was_left_after_each_line_is_there_whole() {
    let mut journal = Journal::full();
    journal.meetings.clear();
    let mut room = visit(Begin::Supervision, &mut journal);
    let need = AtForm::Write(vec![(Field::Form(FormField::Need), "To be heard")]);
    choose(&mut room, &mut journal, "Begin a new sheet", &need);
    let line = AtForm::Write(vec![(line(5, Topic::Think, "SAF"), "How safe?")]);
    choose(&mut room, &mut journal, "Sunday 8 March 2026 · Safe", &line);
    choose(&mut room, &mut journal, "What I want to think about", &line);
    let left = AtForm::Leave(vec![(Field::Form(FormField::Role), "like a n")]);
    choose(&mut room, &mut journal, "Where my role felt blurred", &left);
    let [kept] = journal.meetings.as_slice() else {
        panic!("{:?}", journal.meetings)
    };
    assert_eq!(kept.need, "To be heard");
    assert_eq!(kept.brought[0].line, "How safe?");
    assert_eq!(kept.brought[0].entry, Some(id(5)));
    assert_eq!(kept.brought[0].heading, "SAF");
    // What was typed and not finished is on its form, and nothing else is.
    let [form] = &journal.forms.values().collect::<Vec<_>>()[..] else {
        panic!("{:?}", journal.forms)
    };
    assert_eq!(form.len(), 1);
    assert_eq!(form[&Field::Form(FormField::Role)], "like a n");
}

#[test]
fn where_nothing_can_be_written_no_form_opens_and_all_can_be_read() {
    let why = "Another window has your journal open. Here it can only be read.";
    let mut read_only = standing();
    read_only.read_only = Some(why.into());
    let mut journal = Journal::full();
    for (begin, way) in [
        (Begin::Supervision, vec!["Begin a new sheet"]),
        (
            Begin::Supervision,
            vec!["Go on with my sheet", "We have met: write what we agreed"],
        ),
        (Begin::Support, vec!["My keep-well notes", "Change it"]),
        (Begin::Support, vec!["Think it through before I share"]),
    ] {
        let (mut room, turn) = Visit::begin(begin, read_only.clone());
        let never = AtForm::Write(Vec::new());
        let mut turn = settle(&mut room, &mut journal, turn, &never, |_| {
            panic!("a form opens")
        });
        for words in &way {
            let next = room.given(Given::Row(row(&room.leaf(), words)));
            turn = settle(&mut room, &mut journal, next, &never, |_| {
                panic!("a form opens")
            });
        }
        assert!(matches!(turn, Turn::Hint(said) if said == why), "{way:?}");
    }
}

#[test]
fn two_sheets_of_one_visit_are_two() {
    let mut journal = Journal::default();
    let mut room = visit(Begin::Supervision, &mut journal);
    for _ in 0..2 {
        let done = AtForm::Write(Vec::new());
        choose(&mut room, &mut journal, "Begin a new sheet", &done);
        room.at(journal.message()).given(Given::Back);
        let turn = room.at(journal.message()).given(Given::Back);
        settle(&mut room, &mut journal, turn, &done, |_| {});
    }
    assert_eq!(journal.meetings.len(), 2);
    assert_ne!(journal.meetings[0].id, journal.meetings[1].id);
}

#[test]
fn two_stories_of_one_visit_are_two() {
    let mut journal = Journal::default();
    let mut room = visit(Begin::Support, &mut journal);
    for _ in 0..2 {
        let before = AtForm::Write(vec![(Field::Form(FormField::Hope), "less alone")]);
        choose(
            &mut room,
            &mut journal,
            "Think it through before I share",
            &before,
        );
        let after = AtForm::Write(vec![(Field::Form(FormField::ForMe), "lighter")]);
        choose(&mut room, &mut journal, "Write what it was like", &after);
        while !written(&room.leaf()).contains("Think it through") {
            let turn = room.at(journal.message()).given(Given::Back);
            settle(&mut room, &mut journal, turn, &after, |_| {});
        }
    }
    let [one, other] = journal.finished.as_slice() else {
        panic!("{:?}", journal.finished)
    };
    assert_ne!(one.entry.id, other.entry.id);
    assert_ne!(one.entry.finished_at, other.entry.finished_at);
}

#[test]
fn a_story_with_nothing_written_does_not_say_that_it_rests() {
    let mut journal = Journal::default();
    let mut room = visit(Begin::Support, &mut journal);
    let blank = AtForm::Write(Vec::new());
    choose(
        &mut room,
        &mut journal,
        "Think it through before I share",
        &blank,
    );
    let leaf = written(&room.leaf());
    assert!(leaf.contains(crate::reflection::NOTHING_WRITTEN), "{leaf}");
    assert!(journal.forms.is_empty() && journal.finished.is_empty());
}

#[test]
fn the_first_form_asks_one_thing_on_each_page() {
    let mut journal = Journal::default();
    let mut room = visit(Begin::Supervision, &mut journal);
    let turn = room.given(Given::Row(row(&room.leaf(), "Begin a new sheet")));
    let pages = std::cell::RefCell::new(Vec::new());
    let done = AtForm::Write(Vec::new());
    settle(&mut room, &mut journal, turn, &done, |page| {
        pages.borrow_mut().push(page.parts.len());
    });
    assert_eq!(*pages.borrow(), [1, 1, 1]);
}

#[test]
fn no_letter_puts_how_i_am_on_the_sheet() {
    let mut journal = Journal::full();
    let mut room = visit(Begin::Supervision, &mut journal);
    let nothing = AtForm::Write(Vec::new());
    choose(&mut room, &mut journal, "Go on with my sheet", &nothing);
    choose(&mut room, &mut journal, "Add something to bring", &nothing);
    let leaf = room.leaf();
    let place = row(&leaf, "How I am");
    let LeafAsk::Rows { rows, .. } = leaf.ask else {
        panic!("no rows")
    };
    assert_eq!(rows[place].key, None);
    let turn = choose(&mut room, &mut journal, "How I am", &nothing);
    assert!(matches!(turn, Turn::Hint(said) if said.contains("take it off")));
}

#[test]
fn a_thing_that_is_moved_down_is_not_moved_up_by_the_next_enter() {
    let mut journal = Journal::full();
    let mut room = visit(Begin::Supervision, &mut journal);
    let nothing = AtForm::Write(Vec::new());
    choose(&mut room, &mut journal, "Go on with my sheet", &nothing);
    choose(
        &mut room,
        &mut journal,
        "I waited, and they went on",
        &nothing,
    );
    for wanted in ["Move it down", "Change my line"] {
        choose(&mut room, &mut journal, "Move it down", &nothing);
        let LeafAsk::Rows { rows, at } = room.leaf().ask else {
            panic!("no rows")
        };
        assert_eq!(rows[at].words, wanted);
    }
}

#[test]
fn an_hour_that_is_written_up_later_keeps_its_own_day() {
    for (typed, on) in [
        ("2026-11-18", "2026-11-18"),
        ("", "2026-11-22"),
        ("no day", "2026-11-22"),
    ] {
        let mut journal = Journal::full();
        let mut room = visit(Begin::Supervision, &mut journal);
        let nothing = AtForm::Write(Vec::new());
        choose(&mut room, &mut journal, "Go on with my sheet", &nothing);
        let met = AtForm::Write(vec![(Field::Day, typed)]);
        choose(
            &mut room,
            &mut journal,
            "We have met: write what we agreed",
            &met,
        );
        let hour = journal.meetings.iter().find(|it| it.id == id(41)).unwrap();
        assert_eq!(hour.on, day(on), "{typed}");
        assert!(hour.taken.is_some());
    }
}

#[test]
fn a_trouble_leaves_the_sheet_as_it_is_on_disk_and_the_words_on_their_form() {
    let mut journal = Journal::full();
    let mut room = visit(Begin::Supervision, &mut journal);
    let nothing = AtForm::Write(Vec::new());
    choose(&mut room, &mut journal, "Go on with my sheet", &nothing);
    choose(&mut room, &mut journal, "I spoke like a nurse", &nothing);
    journal.is_full = true;
    let line = AtForm::Write(vec![(Field::Form(FormField::Role), "in a new way")]);
    let turn = choose(&mut room, &mut journal, "Change my line", &line);
    assert!(matches!(turn, Turn::Hint(said) if said.contains("disk is full")));
    assert!(written(&room.leaf()).contains("I spoke like a nurse"));
    journal.is_full = false;
    let seen = std::cell::RefCell::new(String::new());
    let turn = room.given(Given::Row(row(&room.leaf(), "Change my line")));
    settle(&mut room, &mut journal, turn, &nothing, |page| {
        seen.borrow_mut().push_str(&written_page(page));
    });
    assert!(
        seen.borrow()
            .contains("On the sheet it says: I spoke like a nurse")
    );
    assert_eq!(journal.meetings[0].brought[2].line, "in a new way");
}

#[test]
fn a_story_becomes_an_entry_that_can_be_brought() {
    let mut journal = Journal::default();
    let mut room = visit(Begin::Support, &mut journal);
    let before = AtForm::Write(vec![(Field::Form(FormField::Hope), "less alone")]);
    choose(
        &mut room,
        &mut journal,
        "Think it through before I share",
        &before,
    );
    assert!(journal.finished.is_empty());
    let after = AtForm::Write(vec![
        (Field::Form(FormField::ForMe), "lighter"),
        (Field::Bring, "yes"),
    ]);
    choose(&mut room, &mut journal, "Write what it was like", &after);
    let [finished] = journal.finished.as_slice() else {
        panic!("{:?}", journal.finished)
    };
    assert!(journal.forms.is_empty());
    assert_eq!(finished.entry.length, Length::Story);
    assert!(finished.entry.supervision.bring && !finished.entry.practice);
    assert!(!finished.carries && finished.tell.is_none());
    let story = finished.entry.story.clone().unwrap();
    assert_eq!(
        (story.hope.as_str(), story.for_me.as_str()),
        ("less alone", "lighter")
    );
}

#[test]
fn keeping_well_changes_only_what_was_changed() {
    let mut journal = Journal::full();
    let mut room = visit(Begin::Support, &mut journal);
    let nothing = AtForm::Write(Vec::new());
    choose(&mut room, &mut journal, "My keep-well notes", &nothing);
    let signs = AtForm::Write(vec![(Field::Form(FormField::Signs), "")]);
    choose(&mut room, &mut journal, "Change it", &signs);
    assert_eq!(journal.keep_well.helps, "The canal");
    assert_eq!(journal.keep_well.signs, "");
    assert!(journal.forms.is_empty());
}
