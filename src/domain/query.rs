//! What is searched for: words, and what an entry must be like.
//!
//! The small language says the same as the filters on the screen, so each filter can be typed, and
//! what was typed can be kept under a name: `heading:safe answer:unsure since:2026-09 "waiting
//! room"`. How somebody was left is no part of it, on purpose (ground rule 2).
//!
//! [`Query::parse`] reads it (`parse.rs`, with the days in `span.rs` and the words of each filter in
//! `filters.rs`), [`Query::print`] writes it, and [`Query::hits`] says where in a text it is met.

mod filters;
mod fold;
mod hits;
#[cfg(test)]
mod laws;
mod lex;
mod parse;
mod print;
mod span;
mod words;

use chrono::NaiveDate;

use super::{Answer, HeadingId, Kind, Length, Stage};

pub use self::filters::{FILTERS, FilterWord};
pub use self::fold::fold;
pub use self::hits::{Finder, Needle, NeedleWord};

/// Words to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word. The last one typed is taken for the beginning of one.
    Word(String),
    /// Words that stand together.
    Phrase(String),
}

impl Term {
    /// The words as they were typed.
    pub fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Phrase(text) => text,
        }
    }
}

/// In which order entries come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Newest first.
    #[default]
    Newest,
    /// Those that say it most come first.
    Relevance,
}

/// What is searched for. Everything that is said must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words.
    pub terms: Vec<Term>,
    /// Whether the last word is still being typed: then its beginning is enough.
    pub is_open: bool,
    /// An answer under this heading.
    pub heading: Option<HeadingId>,
    /// This answer; together with `heading` it must be one and the same.
    pub answer: Option<Answer>,
    /// Where in the work together.
    pub stage: Option<Stage>,
    /// What kind of time it was.
    pub kind: Option<Kind>,
    /// How long the walk was.
    pub length: Option<Length>,
    /// On the list for supervision, or not.
    pub flagged: Option<bool>,
    /// With an intention, or without.
    pub carries: Option<bool>,
    /// With this label.
    pub tag: Option<String>,
    /// Practice, or real. Where nothing is said it is real: see [`Query::is_practice`].
    pub practice: Option<bool>,
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// In which order.
    pub order: Order,
}

/// Why what was typed is no search, and what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// What happened and what to type, in words for the person.
    pub said: String,
}

impl Query {
    /// Tells whether it asks for practice, which then is all there is in it: real and practice never
    /// stand in one list. A try of a vignette is always practice, so whoever asks for that length asks
    /// for practice.
    pub fn is_practice(&self) -> bool {
        self.practice
            .unwrap_or_else(|| self.length == Some(Length::Vignette))
    }

    /// Tells whether it asks for nothing: then it is everything that is real.
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                is_open: self.is_open,
                order: self.order,
                ..Self::default()
            }
    }
}
