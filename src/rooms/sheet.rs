//! The one page that goes to supervision, and the page of questions to think over together.
//!
//! Both are pure text from what is kept, so that what is previewed, what is saved and what the
//! shell prints are the same to the letter. What is needed of the hour stands first. Nothing of
//! the journal stands here but the lines that were written for the hour.

mod lay_out;
pub mod practice;
pub(super) mod saying;
mod words;

use crate::content::{Pack, Set};
use crate::domain::{Asking, Brought, FormField, Meeting, Topic, With, say_day};
use lay_out::Bit;

/// The lines that one page holds.
pub const PAGE_LINES: usize = 60;

/// The sheet of an hour, as Markdown.
pub fn markdown(meeting: &Meeting, pack: &Pack) -> String {
    lay_out::markdown(&bits(meeting, pack))
}

/// The sheet of an hour, as plain text of at most 80 columns.
pub fn text(meeting: &Meeting, pack: &Pack) -> String {
    lay_out::text(&bits(meeting, pack))
}

/// Tells whether the sheet fits one page.
pub fn fits(meeting: &Meeting, pack: &Pack) -> bool {
    text(meeting, pack).lines().count() <= PAGE_LINES
}

/// Questions of a heading for two or three people, as Markdown.
pub fn together_markdown(set: &Set, pack: &Pack) -> String {
    lay_out::markdown(&together(set, pack))
}

/// The same as plain text.
pub fn together_text(set: &Set, pack: &Pack) -> String {
    lay_out::text(&together(set, pack))
}

/// What a thing that is brought is about, in words.
pub(super) fn say_topic(pack: &Pack, topic: Topic) -> &str {
    match field_of(topic) {
        Some(field) => &pack.step(&format!("form_{field}")).line,
        None => words::NOT_SURE,
    }
}

/// The field of a form that asks for such a thing; none for an answer that was "not sure".
pub(super) fn field_of(topic: Topic) -> Option<FormField> {
    Some(match topic {
        Topic::WentWell => FormField::WentWell,
        Topic::Think => FormField::Think,
        Topic::Role => FormField::Role,
        Topic::Story => FormField::Story,
        Topic::HowIAm => FormField::HowIAm,
        Topic::System => FormField::System,
        Topic::Ending => FormField::Ending,
        Topic::Plan => FormField::Plans,
        Topic::NotSure => return None,
    })
}

/// A heading by its name; by its id when this pack does not have it.
pub(super) fn say_heading<'a>(pack: &'a Pack, id: &'a str) -> &'a str {
    pack.set(id).map_or(id, |set| &set.name)
}

/// Whom the hour is with, in words.
pub(super) fn say_with(pack: &Pack, with: With) -> &str {
    option(pack, FormField::With, with.id())
}

/// What is asked for, in words.
pub(super) fn say_asking(pack: &Pack, asking: &[Asking]) -> String {
    let each = asking.iter();
    let said: Vec<&str> = each
        .map(|asking| option(pack, FormField::Asking, asking.id()))
        .collect();
    said.join(", ")
}

fn option<'a>(pack: &'a Pack, field: FormField, id: &'a str) -> &'a str {
    let words = pack.step(&format!("form_{field}"));
    words.option(id).map_or(id, |option| &option.text)
}

fn bits(meeting: &Meeting, pack: &Pack) -> Vec<Bit> {
    let need = pack.step("form_need");
    let mut bits = vec![
        Bit::Title(format!("{}, {}", need.title, say_day(meeting.on))),
        Bit::Heading(need.question.clone()),
        Bit::own_or_space(&meeting.need),
    ];
    if let Some(with) = meeting.with {
        bits.push(Bit::Fact(words::WITH, say_with(pack, with).to_owned()));
    }
    if !meeting.asking.is_empty() {
        bits.push(Bit::Fact(words::ASKING, say_asking(pack, &meeting.asking)));
    }
    if !meeting.brought.is_empty() {
        bits.push(Bit::Heading(words::BROUGHT.to_owned()));
    }
    let things = meeting.brought.iter().enumerate();
    bits.extend(things.map(|(place, thing)| item(pack, place + 1, thing)));
    bits.push(Bit::Heading(pack.step("form_agreed").line.clone()));
    bits.push(Bit::own_or_space(&meeting.agreed));
    bits.push(Bit::Quiet(words::NOT_A_RECORD.to_owned()));
    bits
}

fn item(pack: &Pack, number: usize, thing: &Brought) -> Bit {
    let topic = say_topic(pack, thing.topic);
    let about = if thing.heading.is_empty() {
        topic.to_owned()
    } else {
        format!("{topic} · {}", say_heading(pack, &thing.heading))
    };
    let line = if thing.line.trim().is_empty() {
        words::IN_PERSON
    } else {
        thing.line.trim()
    };
    Bit::Item {
        number,
        about,
        line: line.to_owned(),
    }
}

/// Only questions: whoever answers brings what they want to bring.
fn together(set: &Set, pack: &Pack) -> Vec<Bit> {
    let words = pack.step("together");
    let mut bits = vec![Bit::Title(format!("{}: {}", words.title, set.name))];
    bits.push(Bit::Text(words.question.clone()));
    bits.extend(words.under.iter().cloned().map(Bit::Text));
    let asked = set.items.iter().filter(|item| !item.go_deeper.is_empty());
    bits.extend(asked.enumerate().map(|(place, item)| Bit::Item {
        number: place + 1,
        about: item.question.clone(),
        line: item.go_deeper.clone(),
    }));
    bits.push(Bit::Quiet(words::ONLY_QUESTIONS.to_owned()));
    bits
}
