//! Every leaf, full, empty, with one entry and with many, in texts that can be read.

use std::fmt::Write;

use chrono::Days;

use super::super::super::*;
use super::kit::*;
use crate::domain::{Draft, Field};

/// A visit that writes down each leaf it comes to.
struct Tour {
    visit: Visit,
    journal: Journal,
    text: String,
}

impl Tour {
    fn of(name: &str, begin: Begin, journal: &Journal) -> Self {
        let (visit, turn) = Visit::begin(begin, standing());
        let mut tour = Self {
            visit,
            journal: journal.clone(),
            text: format!("\n#### {name}\n"),
        };
        tour.after(turn);
        tour
    }

    fn after(&mut self, turn: Turn) -> &mut Self {
        let (turn, asked) = settle(&mut self.visit, turn, &self.journal);
        for work in asked {
            writeln!(self.text, "   ({})", short(&work)).unwrap();
        }
        match turn {
            Turn::Leaf => self.write(),
            Turn::Hint(said) => {
                writeln!(self.text, "!! {said}").unwrap();
                self.write();
            }
            Turn::Write(form) => {
                let page = crate::reflection::Walk::page(&*form);
                writeln!(self.text, "== a form: {page:#?}").unwrap();
            }
            Turn::Through(door) => {
                writeln!(self.text, "== through {door:?}").unwrap();
                let turn = self.visit.returned();
                self.after(turn);
            }
            Turn::Leave(door) => writeln!(self.text, "== left for {door:?}").unwrap(),
            Turn::Close => self.text.push_str("== closed\n"),
            Turn::Do(_) => unreachable!(),
        }
        self
    }

    fn write(&mut self) {
        let leaf = written(&self.visit.leaf());
        writeln!(self.text, "\n{leaf}").unwrap();
    }

    fn choose(&mut self, words: &str) -> &mut Self {
        let row = row(&self.visit.leaf(), words);
        writeln!(self.text, "<< {words}").unwrap();
        let turn = self.visit.given(Given::Row(row));
        self.after(turn)
    }

    /// Writes nothing on the form that is open.
    fn writes_nothing(&mut self) -> &mut Self {
        self.text.push_str("<< nothing written\n");
        let turn = self.visit.came(Came::NotWritten);
        self.after(turn)
    }

    fn back(&mut self) -> &mut Self {
        self.text.push_str("<< back\n");
        let turn = self.visit.given(Given::Back);
        self.after(turn)
    }
}

/// What was asked, without the words that come with it.
fn short(work: &Work) -> String {
    match work {
        Work::Passages(which, before, limit) => {
            let page = if before.is_some() { "after" } else { "newest" };
            format!("Passages {which:?} {page} {limit}")
        }
        other => format!("{other:?}"),
    }
}

fn begins() -> [(&'static str, Begin); 3] {
    [
        ("Look back", Begin::LookBack),
        ("Carry forward", Begin::Carry),
        ("Before a session", Begin::BeforeSession),
    ]
}

#[test]
fn an_empty_journal_says_what_will_be_here_and_how_to_begin() {
    let journal = Journal::default();
    let mut text = String::new();
    for (name, begin) in begins() {
        text.push_str(&Tour::of(name, begin, &journal).text);
    }
    // Lines and Lands only: there is an entry, and nothing else to show.
    let lines = Journal {
        oldest: Some(today() - Days::new(400)),
        ..Journal::default()
    };
    let mut tour = Tour::of("Only lines", Begin::LookBack, &lines);
    tour.choose("Show the map by week");
    for room in [
        "My moments",
        "My strengths",
        "Carry forward",
        "What rarely comes up",
        "Endings",
    ] {
        tour.choose(room).back();
    }
    tour.choose("My moments").choose("Begin a reflection");
    text.push_str(&tour.text);
    insta::assert_snapshot!("empty", text);
}

#[test]
fn one_entry_is_enough_to_look_at() {
    let journal = Journal::of(1);
    let mut text = String::new();
    let mut tour = Tour::of("Look back", Begin::LookBack, &journal);
    tour.choose("First four months").back();
    tour.choose("Safe").choose("Yes – I can point to a moment");
    tour.back().back();
    tour.choose("What rarely comes up").back();
    tour.choose("My strengths").back();
    tour.back();
    text.push_str(&tour.text);
    let mut tour = Tour::of("Carry forward", Begin::Carry, &journal);
    tour.choose("If it goes quiet, I will wait (1)");
    tour.choose("Tried it")
        .writes_nothing()
        .choose("Open the reflection it comes from");
    tour.choose("Write a line about it");
    text.push_str(&tour.text);
    let mut tour = Tour::of("Before", Begin::BeforeSession, &journal);
    tour.choose("Another heading").choose("See my support card");
    tour.choose("I am ready");
    text.push_str(&tour.text);
    insta::assert_snapshot!("one", text);
}

#[test]
fn many_entries_are_shown_page_by_page() {
    let journal = Journal::of(45);
    let mut text = String::new();
    let mut tour = Tour::of("Look back", Begin::LookBack, &journal);
    tour.choose("Show the map by week")
        .choose("Show the map by month");
    tour.choose("Non-directive")
        .choose("Not sure")
        .choose("From further back, too");
    tour.choose("Older ones").choose("Newer ones").back().back();
    tour.choose("Show the map by reflection");
    tour.choose("Non-directive").choose("Not sure").back();
    tour.choose("Get ready for supervision").back().back();
    tour.choose("Community-facing").back();
    tour.choose("My moments").choose("Older ones").back();
    tour.choose("My strengths")
        .choose("Older ones")
        .choose("Go back");
    tour.choose("Endings")
        .choose("Write a goodbye: a short reflection");
    text.push_str(&tour.text);
    insta::assert_snapshot!("many", text);
}

#[test]
fn what_rarely_comes_up_is_asked_about() {
    let mut journal = Journal::of(45);
    journal.oldest = Some(today() - Days::new(200));
    let mut tour = Tour::of("Look back", Begin::LookBack, &journal);
    tour.choose("What rarely comes up");
    tour.choose("Community-facing").back();
    tour.choose("Endings")
        .choose("We looked at how far it has come");
    insta::assert_snapshot!("rarely", tour.text);
}

#[test]
fn what_is_carried_is_heard_with_or_without_a_line() {
    let journal = Journal::of(45);
    let mut tour = Tour::of("Carry forward", Begin::Carry, &journal);
    tour.choose("Older ones");
    tour.choose("If it goes quiet, I will wait (24)");
    tour.choose("Still holding it")
        .writes_nothing()
        .choose("Write a line about it");
    insta::assert_snapshot!("carry", tour.text);
}

/// Opens the form of the newest intention.
fn with_form() -> (Visit, Draft) {
    let journal = Journal::of(3);
    let mut tour = Tour::of("Carry forward", Begin::Carry, &journal);
    tour.choose("If it goes quiet, I will wait (3)");
    let row = row(&tour.visit.leaf(), "Write a line about it");
    let turn = tour.visit.given(Given::Row(row));
    let (Turn::Write(form), _) = settle(&mut tour.visit, turn, &journal) else {
        panic!("no form")
    };
    let draft = crate::reflection::Walk::paper(&*form).draft().clone();
    (tour.visit, draft)
}

#[test]
fn a_line_is_heard_and_its_form_ends_with_it() {
    let (mut visit, mut draft) = with_form();
    draft.write(Field::LastLine, " It was too loud ");
    draft.write(Field::Last, "no_chance_yet");
    let Turn::Do(Work::Hear(said, Some(ends))) = visit.came(Came::Written(Box::new(draft))) else {
        panic!("nothing heard")
    };
    assert_eq!(said.line, "It was too loud");
    assert_eq!(said.answer.unwrap().id(), "no_chance_yet");
    assert_eq!(said.of, id(3));
    assert_eq!(ends.subject.to_string(), format!("form:carry:{}", id(3)));
    assert_eq!(ends.fields, None);
}

#[test]
fn a_form_with_nothing_on_it_changes_nothing() {
    let (mut visit, draft) = with_form();
    let turn = visit.came(Came::Written(Box::new(draft)));
    assert!(matches!(turn, Turn::Do(Work::DropForm(_))), "{turn:?}");
    let (mut visit, _) = with_form();
    let turn = visit.came(Came::NotWritten);
    let (turn, asked) = settle(&mut visit, turn, &Journal::of(3));
    assert!(matches!(turn, Turn::Leaf));
    assert_eq!(asked.len(), 1, "only the page is read again: {asked:?}");
}

#[test]
fn a_form_left_half_way_opens_from_home_with_the_words_it_is_about() {
    let (_, draft) = with_form();
    let subject = draft.subject();
    let (mut visit, turn) = Visit::begin(Begin::Form(subject), standing());
    let (Turn::Write(form), _) = settle(&mut visit, turn, &Journal::of(3)) else {
        panic!("no form")
    };
    let page = crate::reflection::Walk::page(&*form);
    assert_eq!(page.kept[0].words, "If it goes quiet, I will wait");
    // And where its entry was taken out, that is said.
    let (mut visit, turn) = Visit::begin(Begin::Form(subject), standing());
    let (turn, _) = settle(&mut visit, turn, &Journal::default());
    assert!(matches!(turn, Turn::Leaf));
    assert!(written(&visit.leaf()).contains("was taken out"));
}
