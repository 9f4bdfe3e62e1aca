//! The practice sheet: chosen tries on one page, for a tutor.
//!
//! It says that it is practice at its top and at its foot, since a page is easily taken for a record
//! once it lies on a desk. Whatever is on it are words; there is nothing to add up.

use chrono::NaiveDate;

use super::lay_out::{self, Bit};
use super::saying::said;
use super::{PAGE_LINES, words};
use crate::content::Pack;
use crate::domain::{AsOf, Entry, HeadingId, LongerView, say_day};
use crate::insight::window::title_of;

/// What is on the sheet.
#[derive(Clone, Debug)]
pub struct PracticePage<'a> {
    /// The day it is made.
    pub on: NaiveDate,
    /// The tries, the newest first.
    pub tries: Vec<&'a Entry>,
    /// What was said of the longer view, the oldest first.
    pub said: Vec<&'a LongerView>,
}

/// The sheet as Markdown.
pub fn markdown(page: &PracticePage<'_>, pack: &Pack) -> String {
    lay_out::markdown(&bits(page, pack))
}

/// The sheet as plain text of at most 80 columns.
pub fn text(page: &PracticePage<'_>, pack: &Pack) -> String {
    lay_out::text(&bits(page, pack))
}

/// Tells whether the sheet fits one page.
pub fn fits(page: &PracticePage<'_>, pack: &Pack) -> bool {
    text(page, pack).lines().count() <= PAGE_LINES
}

fn bits(page: &PracticePage<'_>, pack: &Pack) -> Vec<Bit> {
    let mut bits = vec![
        Bit::Title(format!("{}, {}", words::PRACTICE, say_day(page.on))),
        Bit::Text(words::PRACTICE_TOP.to_owned()),
    ];
    for entry in &page.tries {
        bits.extend(a_try(entry, pack));
    }
    if !page.said.is_empty() {
        bits.push(Bit::Heading(words::LONGER_VIEW.to_owned()));
    }
    let mut headings: Vec<&HeadingId> = Vec::new();
    for said in &page.said {
        if !headings.contains(&&said.heading) {
            headings.push(&said.heading);
        }
    }
    for heading in headings {
        bits.push(Bit::Text(title_of(pack, heading)));
        let of = page.said.iter().filter(|it| it.heading == *heading);
        bits.extend(of.map(|it| longer(it)));
    }
    bits.push(Bit::Quiet(words::PRACTICE_FOOT.to_owned()));
    bits
}

/// A try or a practice reflection, with the whole of what it is about: whoever reads the answers may
/// not know what was asked.
fn a_try(entry: &Entry, pack: &Pack) -> Vec<Bit> {
    let title = entry.attempt.as_ref().map_or("", |it| it.title.trim());
    let title = match (title, entry.scene.is_empty()) {
        ("", true) => words::PRACTICE.to_owned(),
        ("", false) => format!("{}: {}", words::PRACTICE, words::MADE_UP),
        (title, _) => format!("{}: {title}", words::PRACTICE),
    };
    let mut bits = vec![Bit::Heading(format!("{title}, {}", say_day(entry.on)))];
    let story = entry.attempt.as_ref().map_or(&entry.scene, |it| &it.story);
    let story = story.iter().filter(|it| !it.trim().is_empty());
    bits.extend(story.map(|it| Bit::Text(it.clone())));
    bits.extend(said(pack, entry).into_iter().map(|it| Bit::Said {
        label: it.name,
        words: it.words.join("\n"),
    }));
    bits
}

/// What was said once of the longer view: when, of which time, and in which words.
fn longer(said: &LongerView) -> Bit {
    let day = say_day(said.at.date_naive());
    let label = match said.as_of {
        AsOf::Now => day,
        AsOf::Start => format!("{day}, {}", words::OF_THE_START),
    };
    let words = [said.said.trim(), said.line.trim()];
    let words: Vec<&str> = words.into_iter().filter(|it| !it.is_empty()).collect();
    Bit::Said {
        label,
        words: words.join("\n"),
    }
}
