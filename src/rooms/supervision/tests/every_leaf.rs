//! Every leaf, in one text that can be read in one sitting, and held against the rules for words.

use std::fmt::Write;

use super::kit::*;
use crate::content::lint::{self, Kind, Text};
use crate::domain::*;
use crate::rooms::*;

/// A visit that writes down each leaf it comes to.
struct Tour {
    visit: Visit,
    journal: Journal,
    text: String,
}

impl Tour {
    fn of(name: &str, begin: Begin, journal: Journal) -> Self {
        let (visit, turn) = Visit::begin(begin, standing());
        let mut tour = Self {
            visit,
            journal,
            text: format!("\n#### {name}\n"),
        };
        tour.after(turn, &AtForm::Leave(Vec::new()));
        tour
    }

    fn after(&mut self, turn: Turn, at_form: &AtForm) -> &mut Self {
        let text = &mut self.text;
        let see = |page: &crate::reflection::Page| {
            writeln!(text, "\n{}", written_page(page).trim_end()).unwrap();
        };
        let turn = settle(&mut self.visit, &mut self.journal, turn, at_form, see);
        match turn {
            Turn::Hint(said) => writeln!(self.text, "\n!! {said}").unwrap(),
            Turn::Through(door) => writeln!(self.text, "\n== through {door:?}").unwrap(),
            Turn::Leave(door) => writeln!(self.text, "\n== left for {door:?}").unwrap(),
            Turn::Close => {
                self.text.push_str("\n== closed\n");
                return self;
            }
            _ => {}
        }
        let leaf = written(&self.visit.leaf());
        writeln!(self.text, "\n{}", leaf.trim_end()).unwrap();
        self
    }

    fn choose(&mut self, words: &str) -> &mut Self {
        self.fill(words, Vec::new())
    }

    /// Chooses a row, and writes on the form that opens.
    fn fill(&mut self, words: &str, fields: Vec<(Field, &'static str)>) -> &mut Self {
        let row = row(&self.visit.leaf(), words);
        writeln!(self.text, "\n<< {words}").unwrap();
        let turn = self.visit.given(Given::Row(row));
        self.after(turn, &AtForm::Write(fields))
    }

    fn leave(&mut self, words: &str, fields: Vec<(Field, &'static str)>) -> &mut Self {
        let row = row(&self.visit.leaf(), words);
        writeln!(self.text, "\n<< {words}, and leaves it half-way").unwrap();
        let turn = self.visit.given(Given::Row(row));
        self.after(turn, &AtForm::Leave(fields))
    }

    fn give(&mut self, given: Given) -> &mut Self {
        writeln!(self.text, "\n<< {given:?}").unwrap();
        let turn = self.visit.given(given);
        self.after(turn, &AtForm::Leave(Vec::new()))
    }
}

fn form(field: FormField) -> Field {
    Field::Form(field)
}

fn from_nothing() -> String {
    let mut tour = Tour::of("Supervision, empty", Begin::Supervision, Journal::default());
    tour.choose("What is on my list").choose("Go back");
    tour.fill(
        "Begin a new sheet",
        vec![
            (form(FormField::Need), "To be heard"),
            (form(FormField::With), "line_manager"),
            (form(FormField::Asking), "be_heard,think"),
        ],
    );
    tour.choose("Look at answers where I was not sure")
        .choose("Go back");
    tour.fill(
        "Where my role felt blurred",
        vec![(form(FormField::Role), "I spoke like a nurse")],
    );
    tour.leave(
        "How I am",
        vec![(form(FormField::HowIAm), "Tired, and fine")],
    );
    tour.give(Given::Back).choose("See the page, and save it");
    tour.choose("Save it as plain text");
    tour.give(Given::Line("sheet.txt".into()));
    tour.give(Given::Line("~/Documents/sheet.txt".into()));
    tour.choose("Go on").give(Given::Back).give(Given::Back);
    tour.text.clone()
}

fn full() -> String {
    let mut tour = Tour::of("Supervision", Begin::Supervision, Journal::full());
    tour.choose("What is on my list")
        .choose("Sunday 8 March 2026 · Safe");
    tour.give(Given::Back).choose("Go on with my sheet");
    tour.choose("Add something to bring");
    tour.choose("Sunday 8 March 2026 · Safe").choose("Go back");
    tour.choose("Sunday 8 March 2026 · Safe");
    tour.fill(
        "What I want to think about",
        vec![(
            line(5, Topic::Think, "SAF"),
            "How do I know it is safe enough?",
        )],
    );
    tour.fill(
        "Monday 9 March 2026",
        vec![(
            line(6, Topic::Plan, ""),
            "I waited. They went on by themselves.",
        )],
    );
    tour.choose("Look at answers where I was not sure");
    tour.fill("Monday 9 March 2026 · Non-directive", Vec::new());
    tour.choose("Look at entries near an ending");
    tour.fill("Saturday 7 March 2026 · Near the end", Vec::new());
    tour.choose("See my sheet so far");
    tour.choose("How do I know it is safe enough?");
    tour.choose("Move it up")
        .choose("Move it up")
        .choose("Move it down");
    tour.choose("Read the entry it comes from");
    tour.fill(
        "Change my line",
        vec![(line(5, Topic::Think, "SAF"), "Is it safe enough?")],
    );
    tour.choose("Take it off the sheet").choose("Keep it");
    tour.choose("Take it off the sheet")
        .choose("Take it off the sheet");
    tour.choose("See the page, and save it")
        .choose("Save it as Markdown");
    tour.give(Given::Back).choose("Go back");
    tour.fill(
        "We have met: write what we agreed",
        vec![(form(FormField::Agreed), "To try one longer pause")],
    );
    tour.choose("Change what we agreed")
        .choose("We have not met yet: put it back");
    tour.choose("Take this sheet away").choose("Keep it");
    tour.choose("Take this sheet away")
        .choose("Take it away for good");
    tour.choose("The hours so far")
        .choose("Tuesday 10 March 2026");
    tour.give(Given::Back).choose("Go back");
    tour.text.clone()
}

fn together_and_half_way() -> String {
    let mut tour = Tour::of("Thinking together", Begin::Supervision, Journal::default());
    tour.choose("Questions to think over together")
        .choose("Safe");
    tour.choose("Save it as Markdown");
    tour.give(Given::Line("/media/stick".into()))
        .choose("Go on");
    let mut journal = Journal::default();
    let mut begin = Tour::of("A first page left half-way", Begin::Supervision, journal);
    begin.leave("Begin a new sheet", vec![(form(FormField::Need), "To")]);
    begin.fill("Go on with the sheet I began", Vec::new());
    journal = Journal::full();
    let of = Some(id(41));
    let subject = Subject::Form(Form {
        kind: FormKind::Meeting,
        of,
    });
    let typed = [(line(2, Topic::Think, "MUT"), "Who picked the".to_owned())].into();
    journal.forms.insert(subject, typed);
    let home = Tour::of(
        "A line left half-way",
        Begin::Form(subject),
        journal.clone(),
    );
    let typed = [(line(5, Topic::Think, "SAF"), "Who".to_owned())].into();
    journal.forms.insert(subject, typed);
    let new = Tour::of(
        "A line for a new thing",
        Begin::Form(subject),
        journal.clone(),
    );
    let gone = Subject::Form(Form {
        kind: FormKind::Agreed,
        of: Some(id(99)),
    });
    let gone = Tour::of("A sheet that is gone", Begin::Form(gone), journal.clone());
    journal.is_full = true;
    let mut trouble = Tour::of("A full disk", Begin::Supervision, journal);
    trouble
        .choose("Go on with my sheet")
        .choose("I spoke like a nurse");
    trouble.choose("Move it up");
    [
        tour.text,
        begin.text,
        home.text,
        new.text,
        gone.text,
        trouble.text,
    ]
    .concat()
}

fn support() -> String {
    let mut tour = Tour::of("Support, empty", Begin::Support, Journal::default());
    tour.choose("My support card")
        .choose("Put people and numbers on the card");
    tour.choose("My keep-well notes");
    tour.fill("Write on it", vec![(form(FormField::Helps), "The canal")]);
    tour.choose("Change it").choose("Go back");
    tour.fill(
        "Think it through before I share",
        vec![
            (form(FormField::Hope), "That they feel less alone"),
            (form(FormField::KeepBack), "The ward"),
        ],
    );
    tour.choose("Let it rest for now");
    tour.choose("Go on with the one I began");
    tour.choose("Let it go").choose("Keep it");
    tour.fill(
        "Write what it was like",
        vec![
            (form(FormField::ForThem), "They laughed"),
            (form(FormField::ForMe), "Lighter"),
            (Field::Bring, "yes"),
        ],
    );
    tour.choose("Go on");
    tour.fill("Think it through before I share", Vec::new());
    tour.choose("Go on");
    let hope = vec![(form(FormField::Hope), "That it helps")];
    tour.fill("Think it through before I share", hope);
    tour.choose("Let it go").choose("Let it go").choose("Go on");
    tour.give(Given::Back);
    let well = Tour::of(
        "Keeping well, half-way",
        Begin::Form(Subject::Form(Form {
            kind: FormKind::KeepWell,
            of: None,
        })),
        Journal::full(),
    );
    tour.text + &well.text
}

fn all() -> String {
    [from_nothing(), full(), together_and_half_way(), support()].concat()
}

#[test]
fn every_leaf_in_one_text() {
    insta::assert_snapshot!(all());
}

#[test]
fn every_leaf_is_in_plain_words() {
    let all = all();
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
