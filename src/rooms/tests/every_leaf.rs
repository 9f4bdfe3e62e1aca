//! Every leaf, in texts that can be read in one sitting, and held against the rules for words.

use super::super::*;
use super::kit::*;
use crate::content::lint::{self, Kind as LintKind, Text};
use crate::domain::*;

fn entry_front() -> String {
    let begin = || Begin::Entry(id(1));
    let mut tour = Tour::of("An entry", begin(), standing(), Journal::of([full()]));
    tour.choose("Change a part").choose("My moment");
    tour.fill(&[(Field::Moment, "I waited.")]).finish();
    tour.choose("Undo").choose("Put my change back");
    tour.choose("Add a line");
    tour.fill(&[(Field::Form(FormField::Later), "It was kind.")])
        .finish();
    tour.choose("My labels");
    tour.fill(&[(Field::Form(FormField::Tags), "tea, Tea, garden")])
        .finish();
    tour.choose("Take it off").choose("Put it on");
    tour.fill(&[(Field::BringLine, "The pause")]).finish();
    tour.choose("Remove it").choose("Bring it back");
    tour.choose("Delete it");
    tour.text
}

fn entry_parts() -> String {
    let begin = Begin::Entry(id(1));
    let mut tour = Tour::of("Every part", begin, standing(), Journal::of([full()]));
    let parts = [
        "Day",
        "Kind",
        "Stage",
        "Minutes",
        "My moment",
        "As it was asked about MUT",
        "As it was asked about STR",
        "As it was asked about OLD",
        "I stand by",
        "Next time",
        "What became",
        "Bring it along",
        "What will help",
        "Who I could",
        "Before you stop",
        "How this left me",
        "Safety",
        "Sharing my story",
        "Added on",
    ];
    for part in parts {
        tour.choose("Change a part").choose(part).leave_form();
        let leaf = tour.visit.leaf();
        if leaf
            .pieces
            .contains(&Piece::Question("Which part do I want to change?".into()))
        {
            tour.visit.given(Given::Back);
        }
    }
    tour.text
}

fn entry_versions() -> String {
    let begin = Begin::Entry(id(1));
    let mut tour = Tour::of("Earlier versions", begin, standing(), Journal::of([full()]));
    tour.choose("Earlier versions").back();
    tour.choose("Change a part").choose("My moment");
    tour.fill(&[(Field::Moment, "I spoke first.")]).finish();
    tour.choose("Add a line");
    tour.fill(&[(Field::Form(FormField::Later), "It was kind.")])
        .finish();
    tour.choose("Earlier versions")
        .choose("Tuesday 12 May 2026, 17:49");
    tour.choose("Bring this version back");
    tour.text
}

fn entry_lines() -> String {
    let begin = || Begin::Entry(id(2));
    let mut tour = Tour::of("A line", begin(), standing(), Journal::of([line()]));
    tour.choose("Change a part").back();
    tour.choose("Open it up");
    let read_only = Standing {
        read_only: Some("Another window has your journal open. Here it can only be read.".into()),
        ..standing()
    };
    let only = Tour::of("To be read only", begin(), read_only, Journal::of([line()]));
    let mut gone = Tour::of("Not there", begin(), standing(), Journal::of([full()]));
    gone.back();
    let mut practice = line();
    (practice.practice, practice.length) = (true, Length::Deep);
    let practice = Tour::of("Practice", begin(), standing(), Journal::of([practice]));
    [tour.text, only.text, gone.text, practice.text].concat()
}

fn entry_meanwhile() -> String {
    let begin = Begin::Entry(id(1));
    let mut tour = Tour::of(
        "Taken out meanwhile",
        begin.clone(),
        standing(),
        Journal::of([full()]),
    );
    tour.choose("Change a part").choose("I stand by");
    tour.fill(&[(Field::StandBy, "I came back.")]);
    tour.journal.out.push(id(1));
    tour.finish().choose("Bring it back, and keep");
    let mut day = Tour::of(
        "A day that is none",
        begin,
        standing(),
        Journal::of([full()]),
    );
    day.choose("Change a part").choose("Day");
    day.fill(&[(Field::Day, "soon")]).finish();
    day.choose("Type it again");
    day.fill(&[(Field::Day, "yesterday")]).finish();
    let form = Form {
        kind: FormKind::Change,
        of: Some(id(1)),
    };
    let mut half = Journal::of([full()]);
    let mut draft = Draft::new(Subject::Form(form));
    draft.write(Field::StandBy, "I came");
    draft.write(Field::Note(ItemId::new("STR1")), "It was not me.");
    half.drafts.push(draft);
    let begin = Begin::Form(Subject::Form(form));
    let mut form = Tour::of("A form left half-way", begin, standing(), half);
    form.finish();
    [tour.text, day.text, form.text].concat()
}

fn lens() -> String {
    let mut tour = Tour::of(
        "The lens",
        Begin::Lens(id(1)),
        standing(),
        Journal::of([full()]),
    );
    tour.choose("Change: My moment");
    tour.fill(&[(Field::Moment, "I waited. They chose not to.")])
        .finish();
    tour.choose("Go on").choose("Go on");
    let gone = Tour::of(
        "The lens over nothing",
        Begin::Lens(id(5)),
        standing(),
        Journal::default(),
    );
    [tour.text, gone.text].concat()
}

fn narrow() -> String {
    let typed = "heading:safe tea";
    let begin = Begin::Narrow(typed.into());
    let mut tour = Tour::of("Narrow", begin, standing(), Journal::default());
    for (filter, choice) in [
        ("Heading", "Mutuality"),
        ("Answer", "Not sure"),
        ("Stage", "Near the end"),
        ("Kind", "Group"),
        ("Length", "Land"),
        ("On my list", "Yes"),
        ("With something", "No"),
        ("Label", "pauses"),
        ("Practice", "Real"),
        ("Order", "Closest"),
        ("Time", "This year"),
    ] {
        tour.choose(filter).choose(choice);
    }
    tour.choose("Time")
        .choose("From a day")
        .give(Given::Line("soup".into()));
    tour.give(Given::Line("1 may 2026".into()));
    tour.choose("Time")
        .choose("Up to")
        .give(Given::Line("1 april 2026".into()));
    tour.give(Given::Line("2026-05-20".into()));
    tour.choose("Keep this search")
        .fill(&[(Field::Form(FormField::Name), "Quiet ones")])
        .finish();
    tour.choose("Start again")
        .choose("Use a search")
        .choose("Remove one");
    tour.choose("Back to the list")
        .choose("Remove one")
        .choose("Quiet ones")
        .choose("Go on");
    tour.choose("Show these");
    let begin = Begin::Narrow("stage:soup".into());
    let unknown = Tour::of(
        "Narrow what is no search",
        begin,
        standing(),
        Journal::default(),
    );
    [tour.text, unknown.text].concat()
}

fn month() -> String {
    let begin = Begin::Month(day(5, 20));
    let mut tour = Tour::of("A month", begin, standing(), Journal::of([full()]));
    tour.give(Given::After).give(Given::Before);
    tour.choose("Go to another")
        .give(Given::Line("soup".into()));
    tour.give(Given::Line("may 2026".into()));
    tour.choose("Tuesday 12 May");
    tour.text
}

#[test]
fn the_front_of_an_entry() {
    insta::assert_snapshot!(entry_front());
}

#[test]
fn every_part_has_a_page() {
    insta::assert_snapshot!(entry_parts());
}

#[test]
fn earlier_versions() {
    insta::assert_snapshot!(entry_versions());
}

#[test]
fn lines_practice_and_what_is_not_there() {
    insta::assert_snapshot!(entry_lines());
}

#[test]
fn what_happens_meanwhile() {
    insta::assert_snapshot!(entry_meanwhile());
}

#[test]
fn the_words_lens() {
    insta::assert_snapshot!(lens());
}

#[test]
fn narrowing_down() {
    insta::assert_snapshot!(narrow());
}

#[test]
fn the_month_page() {
    insta::assert_snapshot!(month());
}

#[test]
fn every_leaf_is_in_plain_words() {
    let all = [
        entry_front(),
        entry_parts(),
        entry_versions(),
        entry_lines(),
        entry_meanwhile(),
        lens(),
        narrow(),
        month(),
    ]
    .concat();
    let texts: Vec<Text> = all
        .lines()
        .enumerate()
        .filter(|(_, line)| {
            let ours = !["####", "==", "<<", "\"", "(a month", "Here it says"]
                .iter()
                .any(|it| line.starts_with(it));
            ours && !line.contains(['|', '“'])
        })
        // What stands quietly beside a row is the person's own.
        .map(|(line, text)| (line, text.split("  · ").next().unwrap_or_default()))
        .map(|(line, text)| Text {
            place: format!("line {line}"),
            kind: LintKind::Prose,
            text: text
                .trim_start_matches(['!', '>', ' ', '[', '·', '#', '*'])
                .to_owned(),
        })
        .collect();
    let findings: Vec<String> = lint::check(&texts)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}
