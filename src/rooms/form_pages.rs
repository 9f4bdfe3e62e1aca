//! The pages of forms, in the words of the pack.
//!
//! Each thing asked on a form has a step of the pack named after its field, so that a service can
//! put it in its own words, and a copy of unsaved words can say what they answer.

use crate::content::{Pack, StepWords};
use crate::domain::{Draft, Field, FormField};
use crate::reflection::{Ask, Page, Part, Pick, Room};

/// A page with the words of a step.
pub(super) fn page(words: &StepWords, parts: Vec<Part>) -> Page {
    Page {
        room: Room::Form,
        title: words.title.clone(),
        question: words.question.clone(),
        under: words.under.clone(),
        parts,
        ..Page::default()
    }
}

/// The words of the step that asks for a field.
pub(super) fn words(pack: &Pack, field: FormField) -> &StepWords {
    pack.step(&format!("form_{field}"))
}

/// A line to write on.
pub(super) fn line(pack: &Pack, field: FormField) -> Part {
    Part {
        field: Field::Form(field),
        label: words(pack, field).line.clone(),
        ask: Ask::Line { starter: None },
    }
}

/// A note of several lines.
pub(super) fn note(pack: &Pack, field: FormField) -> Part {
    Part {
        ask: Ask::Note,
        ..line(pack, field)
    }
}

/// A choice.
pub(super) fn choice(label: &str, words: &StepWords, field: Field, most: usize) -> Part {
    let picks = words.options.iter().map(|option| Pick {
        id: option.id.clone(),
        key: option.key,
        words: option.text.clone(),
    });
    Part {
        field,
        label: label.to_owned(),
        ask: Ask::Choice {
            picks: picks.collect(),
            most,
        },
    }
}

/// What stands in a field of a form that was written: what it was before, unless it was changed.
pub(super) fn written(form: &Draft, field: &Field, before: &str) -> String {
    if form.has(field) {
        form.words(field).trim().to_owned()
    } else {
        before.to_owned()
    }
}
