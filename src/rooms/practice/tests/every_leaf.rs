//! Every leaf, in texts that can be read in one sitting, and held against the rules for words.

use super::kit::*;
use super::tour::*;
use crate::content::lint::{self, Kind, Text};
use crate::domain::*;
use crate::rooms::*;

fn from_nothing() -> String {
    let mut tour = Tour::of("Practice, empty", Begin::Practice, Journal::default());
    tour.choose("My practice reflections").choose("Go back");
    tour.choose("How sure I would feel").choose("Go back");
    tour.choose("Every story").choose("Please don't tell");
    tour.give(Given::Back).choose("Go back");
    tour.choose("A made-up session").returned();
    tour.choose("So are you a nurse")
        .choose("Try it")
        .returned();
    // The try is done now.
    tour.journal.tries = vec![a_try(5, "first-meeting", "2026-11-22")];
    tour.returned().give(Given::Back);
    tour.give(Given::Back);
    tour.text
}

fn full() -> String {
    let mut tour = Tour::of("Practice", Begin::Practice, Journal::full());
    tour.choose("Every story").choose("A door that sticks");
    tour.give(Given::Back).choose("So are you a nurse");
    tour.choose("Earlier beside newest").choose("Go back");
    tour.choose("To talk until").returned();
    tour.choose("Try it again").returned();
    tour.choose("How sure I would feel: Safe").give(Given::Back);
    tour.give(Given::Back).give(Given::Back);
    tour.choose("My tries").choose("Just tell me").returned();
    tour.give(Given::Back).choose("My practice reflections");
    tour.choose("I asked which").returned().give(Given::Back);
    tour.text
}

fn longer_view() -> String {
    let mut journal = Journal::full();
    journal.views.said.clear();
    journal.views.again.clear();
    let mut tour = Tour::of("The first time", Begin::Practice, journal);
    tour.choose("How sure I would feel").choose("Mutuality");
    tour.leave(
        "Say how sure",
        vec![(FormField::FootingLine, "I have not named my keys")],
    );
    tour.fill(
        "Go on with what I began",
        vec![
            (FormField::Footing, "with_someone"),
            (FormField::AskAgain, "soon"),
        ],
    );
    tour.fill(
        "Type the day again",
        vec![(FormField::AskAgain, "yesterday")],
    );
    tour.fill(
        "Type the day again",
        vec![(FormField::AskAgain, "in 3 months")],
    );
    tour.choose("Ask me no more");
    tour.choose("Say it again").give(Given::Back);
    let mut then = Tour::of("Months later", Begin::Practice, Journal::full());
    then.choose("The day I set has come: Mutuality");
    then.fill(
        "Say it again",
        vec![
            (FormField::Footing, "could_help_someone"),
            (FormField::FootingStart, "not_yet"),
            (FormField::FootingStartLine, "I saw no power in it at all"),
            (FormField::AskAgain, "never"),
        ],
    );
    then.choose("Keep it without a day");
    then.choose("Take back something")
        .choose("Mostly on my own: I can");
    then.choose("Put back what I took back");
    then.choose("Every moment of it").give(Given::Back);
    then.give(Given::Back).choose("How sure I would feel");
    let untouched = Begin::LongerView(HeadingId::new("COM"));
    let untouched = Tour::of("Not touched", untouched, Journal::default());
    tour.text + &then.text + &untouched.text
}

fn half_way_and_trouble() -> String {
    let subject = Subject::Form(Form {
        kind: FormKind::LongerView,
        of: Some(id(50)),
    });
    let form = |field| Field::Form(field);
    let mut journal = Journal::full();
    let typed = [
        (form(FormField::Heading), "SAF".to_owned()),
        (
            form(FormField::FootingLine),
            "I know who to ring".to_owned(),
        ),
    ];
    journal.forms.insert(subject, typed.into());
    let home = Tour::of("Half-way, from Home", Begin::Form(subject), journal.clone());
    journal
        .forms
        .get_mut(&subject)
        .unwrap()
        .remove(&form(FormField::Heading));
    let lost = Tour::of(
        "A heading that is lost",
        Begin::Form(subject),
        journal.clone(),
    );
    journal.forms.clear();
    let gone = Tour::of("A form that is gone", Begin::Form(subject), journal.clone());
    journal.is_full = true;
    let mut full = Tour::of(
        "A full disk",
        Begin::LongerView(HeadingId::new("MUT")),
        journal,
    );
    full.fill("Say it again", vec![(FormField::Footing, "not_yet")]);
    full.choose("Take back something")
        .choose("Mostly on my own: I can");
    full.choose("Ask me no more");
    full.journal.is_full = false;
    full.choose("Go on with what I began");
    let read_only = Standing {
        read_only: Some("Another window has your journal open. Here it can only be read.".into()),
        ..standing()
    };
    let mut only = Tour::at(
        "To be read only",
        Begin::Practice,
        Journal::full(),
        read_only,
    );
    only.choose("A made-up session").choose("The day I set");
    only.choose("Say it again").give(Given::Back);
    only.choose("Every story")
        .choose("So are you")
        .choose("Try it again");
    [home.text, lost.text, gone.text, full.text, only.text].concat()
}

fn sheet() -> String {
    let mut tour = Tour::of("The sheet", Begin::Practice, Journal::full());
    tour.choose("A sheet for my tutor").choose("See the page");
    tour.choose("So are you a nurse")
        .choose("A door that sticks");
    tour.choose("A door that sticks").choose("Mutuality");
    tour.choose("See the page").choose("Save it as Markdown");
    tour.give(Given::Line("~/Documents".into())).choose("Go on");
    tour.text
}

#[test]
fn the_room_from_nothing() {
    insta::assert_snapshot!(from_nothing());
}

#[test]
fn the_room_in_use() {
    insta::assert_snapshot!(full());
}

#[test]
fn the_longer_view() {
    insta::assert_snapshot!(longer_view());
}

#[test]
fn what_was_left_half_way_and_what_goes_wrong() {
    insta::assert_snapshot!(half_way_and_trouble());
}

#[test]
fn the_sheet_for_a_tutor() {
    insta::assert_snapshot!(sheet());
}

fn all() -> String {
    let all = [
        from_nothing(),
        full(),
        longer_view(),
        half_way_and_trouble(),
        sheet(),
    ];
    all.concat()
}

#[test]
fn every_leaf_is_in_plain_words() {
    let all = all();
    // What the content brings is held to the same rules in tests of its own.
    let ours = all.lines().filter(|line| {
        let no_prose = ["####", "==", "<<", "    ", "\""];
        !no_prose.iter().any(|start| line.starts_with(start)) && !line.contains(['/', '|'])
    });
    let texts: Vec<Text> = ours
        .enumerate()
        .map(|(line, text)| Text {
            place: format!("line {line}"),
            kind: Kind::Prose,
            text: text
                .split("  · ")
                .next()
                .unwrap_or_default()
                .trim_start_matches(['!', '>', ' ', '[', '#', '?', '·', '+'])
                .to_owned(),
        })
        .collect();
    let findings: Vec<String> = lint::check(&texts)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

#[test]
fn nothing_adds_up_or_weighs() {
    let all = all().to_lowercase();
    for word in [
        "progress", "%", "average", "better", "worse", "improve", "level", " of 18", "in total",
    ] {
        assert!(!all.contains(word), "{word}");
    }
}

#[test]
fn a_row_fits_the_narrowest_screen() {
    let all = all();
    let rows = all.lines().filter(|line| {
        // A row begins with the focus, its letter and two spaces; a page of text with four.
        let head: Vec<char> = line.chars().take(5).collect();
        matches!(head[..], ['>' | ' ', ' ', _, ' ', ' ']) && !line.starts_with("    ")
    });
    for row in rows {
        let words = row.get(5..).unwrap_or_default();
        let words = words.split("  · ").next().unwrap_or_default();
        assert!(words.chars().count() <= lint::LINE_CELLS, "{words}");
    }
}
