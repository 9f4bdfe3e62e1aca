//! A person who walks through the rooms and writes on their forms, with every leaf written down.

use std::fmt::Write;

use super::kit::{Journal, standing};
use crate::domain::*;
use crate::reflection::{Ask, End, FormWalk, Page, Turn as Walked, Walk};
use crate::rooms::*;

/// What a person does with a form that opens.
#[derive(Clone, Debug)]
pub(super) enum AtForm {
    /// They write these and go to its end.
    Write(Vec<(FormField, &'static str)>),
    /// They write these and leave it half-way.
    Leave(Vec<(FormField, &'static str)>),
}

/// Lets the journal and the person do what a turn asks for, until a leaf is there.
pub(super) fn settle(
    visit: &mut Visit,
    journal: &mut Journal,
    mut turn: Turn,
    at_form: &AtForm,
    mut see: impl FnMut(&Page),
) -> Turn {
    for _ in 0..20 {
        turn = match turn {
            Turn::Do(work) => {
                let came = journal.answer(work);
                visit.at(journal.message()).came(came)
            }
            Turn::Write(mut form) => {
                let (fields, goes_on) = match at_form {
                    AtForm::Write(fields) => (fields, true),
                    AtForm::Leave(fields) => (fields, false),
                };
                let is_written = fill(&mut form, fields, goes_on, &mut see);
                journal.save(&mut form);
                let came = match (is_written, journal.form(form.subject())) {
                    (true, Some(draft)) => Came::Written(Box::new(draft)),
                    _ => Came::NotWritten,
                };
                visit.at(journal.message()).came(came)
            }
            other => return other,
        };
    }
    panic!("it never comes to rest: {turn:?}")
}

fn fill(
    form: &mut FormWalk,
    fields: &[(FormField, &'static str)],
    goes_on: bool,
    see: &mut impl FnMut(&Page),
) -> bool {
    loop {
        let page = form.page();
        see(&page);
        for part in &page.parts {
            let meant = |field: FormField| Field::Form(field) == part.field;
            for (_, words) in fields.iter().filter(|(field, _)| meant(*field)) {
                match &part.ask {
                    Ask::Choice { .. } => form.choose(&part.field, words),
                    Ask::Line { .. } | Ask::Note => form.write(&part.field, words),
                }
            }
        }
        if !goes_on {
            return false;
        }
        if form.forward() == Ok(Walked::End(End::Keep)) {
            return true;
        }
    }
}

/// The row that begins with these words.
pub(super) fn row(leaf: &Leaf, words: &str) -> usize {
    let LeafAsk::Rows { rows, .. } = &leaf.ask else {
        panic!("no rows: {leaf:?}")
    };
    rows.iter()
        .position(|row| row.words.starts_with(words) && !row.is_heading)
        .unwrap_or_else(|| panic!("no {words:?} in {rows:?}"))
}

/// A visit that writes down each leaf it comes to.
pub(super) struct Tour {
    pub(super) visit: Visit,
    pub(super) journal: Journal,
    pub(super) text: String,
    /// Where it led last.
    pub(super) door: Option<Door>,
}

impl Tour {
    pub(super) fn of(name: &str, begin: Begin, journal: Journal) -> Self {
        Self::at(name, begin, journal, standing())
    }

    pub(super) fn at(name: &str, begin: Begin, journal: Journal, standing: Standing) -> Self {
        let (visit, turn) = Visit::begin(begin, standing);
        let mut tour = Self {
            visit,
            journal,
            text: format!("\n#### {name}\n"),
            door: None,
        };
        tour.after(turn, &AtForm::Leave(Vec::new()));
        tour
    }

    fn after(&mut self, turn: Turn, at_form: &AtForm) -> &mut Self {
        let text = &mut self.text;
        let see = |page: &Page| {
            writeln!(text, "\n{}", written_page(page).trim_end()).unwrap();
        };
        let turn = settle(&mut self.visit, &mut self.journal, turn, at_form, see);
        match turn {
            Turn::Hint(said) => writeln!(self.text, "\n!! {said}").unwrap(),
            Turn::Through(door) => {
                writeln!(self.text, "\n== through {door:?}").unwrap();
                self.door = Some(door);
            }
            Turn::Leave(door) => {
                writeln!(self.text, "\n== left for {door:?}").unwrap();
                self.door = Some(door);
            }
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

    pub(super) fn choose(&mut self, words: &str) -> &mut Self {
        self.fill(words, Vec::new())
    }

    /// Chooses a row, and writes on the form that opens.
    pub(super) fn fill(
        &mut self,
        words: &str,
        fields: Vec<(FormField, &'static str)>,
    ) -> &mut Self {
        let row = row(&self.visit.leaf(), words);
        writeln!(self.text, "\n<< {words}").unwrap();
        let now = self.journal.message();
        let turn = self.visit.at(now).given(Given::Row(row));
        self.after(turn, &AtForm::Write(fields))
    }

    pub(super) fn leave(
        &mut self,
        words: &str,
        fields: Vec<(FormField, &'static str)>,
    ) -> &mut Self {
        let row = row(&self.visit.leaf(), words);
        writeln!(self.text, "\n<< {words}, and leaves it half-way").unwrap();
        let now = self.journal.message();
        let turn = self.visit.at(now).given(Given::Row(row));
        self.after(turn, &AtForm::Leave(fields))
    }

    pub(super) fn give(&mut self, given: Given) -> &mut Self {
        writeln!(self.text, "\n<< {given:?}").unwrap();
        let now = self.journal.message();
        let turn = self.visit.at(now).given(given);
        self.after(turn, &AtForm::Leave(Vec::new()))
    }

    /// Comes back from another place of the program.
    pub(super) fn returned(&mut self) -> &mut Self {
        self.text.push_str("\n<< comes back\n");
        let turn = self.visit.returned();
        self.after(turn, &AtForm::Leave(Vec::new()))
    }
}

/// A leaf as text.
pub(super) fn written(leaf: &Leaf) -> String {
    let mut text = format!("[{}]\n", leaf.title);
    for piece in &leaf.pieces {
        match piece {
            Piece::Heading(words) => writeln!(text, "# {words}").unwrap(),
            Piece::Question(words) => writeln!(text, "? {words}").unwrap(),
            Piece::Text(words) => writeln!(text, "{words}").unwrap(),
            Piece::Quiet(words) => writeln!(text, "· {words}").unwrap(),
            Piece::Own(words) => writeln!(text, "\" {words}").unwrap(),
            Piece::AsItIs(lines) => {
                for line in lines {
                    writeln!(text, "    {line}").unwrap();
                }
            }
            Piece::Map { .. } | Piece::Month { .. } => panic!("not of these rooms"),
        }
    }
    match &leaf.ask {
        LeafAsk::Rows { rows, at } => {
            for (place, row) in rows.iter().enumerate() {
                let focus = if place == *at { '>' } else { ' ' };
                let key = row.key.unwrap_or(' ');
                let aside = if row.quiet.is_empty() { "" } else { "  · " };
                let over = if row.is_heading { "-- " } else { "" };
                let (words, quiet) = (&row.words, &row.quiet);
                writeln!(text, "{focus} {key}  {over}{words}{aside}{quiet}").unwrap();
            }
        }
        LeafAsk::Line { label, starter } => writeln!(text, "{label}: |{starter}").unwrap(),
        LeafAsk::Busy => text.push_str("…\n"),
    }
    text
}

/// A page of a form as text.
fn written_page(page: &Page) -> String {
    let mut text = format!("[form: {}]\n", page.title);
    for kept in &page.kept {
        writeln!(text, "\" {}: {}", kept.label, kept.words).unwrap();
    }
    writeln!(text, "? {}", page.question).unwrap();
    for under in &page.under {
        writeln!(text, "· {under}").unwrap();
    }
    for part in &page.parts {
        writeln!(text, "+ {}", part.label).unwrap();
        if let Ask::Choice { picks, .. } = &part.ask {
            for pick in picks {
                writeln!(text, "  {}  {}", pick.key, pick.words).unwrap();
            }
        }
    }
    text
}
