//! One question as it is put to a person, whatever shows it.

use super::pages::words::OR_BEGIN;
use crate::domain::Field;

/// Everything a front end needs to ask one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Which walk this is.
    pub room: Room,
    /// Where in the walk: one to three words.
    pub title: String,
    /// Which question of how many, in the checklist only.
    pub count: Option<(usize, usize)>,
    /// Words of the person's own from before, to be read first.
    pub kept: Vec<Kept>,
    /// The question.
    pub question: String,
    /// Paragraphs to be read below it, such as a story; shown at every size.
    pub read: Vec<String>,
    /// Quiet lines below that.
    pub under: Vec<String>,
    /// What can be chosen and written here; may be nothing.
    pub parts: Vec<Part>,
    /// What the "more" key opens here, in words.
    pub more: Option<String>,
    /// Whether that is a page of its own, which comes after this one.
    pub more_is_page: bool,
    /// Words for pointing to the moment already written, where there is one.
    pub point: Option<String>,
    /// What this can look like, where there is such a thing.
    pub example: Option<Example>,
    /// Whether the example stands open from the start (practice).
    pub example_open: bool,
    /// Whether Enter moves on to the end of the walk.
    pub is_last: bool,
}

impl Page {
    /// Every way a line could begin that is on offer here: the one at the line, and those in the
    /// quiet lines above it.
    pub fn openings(&self) -> Vec<&str> {
        let first = self.parts.iter().find_map(|part| match &part.ask {
            Ask::Line { starter } => starter.as_deref(),
            _ => None,
        });
        let above = self.under.iter();
        let others = above.filter_map(|line| line.strip_prefix(OR_BEGIN));
        let all = first.into_iter().chain(others.map(str::trim));
        all.filter(|opening| !opening.is_empty()).collect()
    }
}

/// Which walk a page belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// A reflection.
    #[default]
    Reflection,
    /// A reflection, for practice.
    Practice,
    /// Land.
    Land,
    /// The first run.
    FirstRun,
    /// The support card.
    Support,
    /// A form: its title says all.
    Form,
}

/// A text of the person's own, shown again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is.
    pub label: String,
    /// Their words.
    pub words: String,
}

/// One thing to choose or write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it is kept.
    pub field: Field,
    /// Words over it; may be empty.
    pub label: String,
    /// How it is asked.
    pub ask: Ask,
}

/// How a part is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// At most so many of these.
    Choice {
        /// What can be chosen.
        picks: Vec<Pick>,
        /// How many at most.
        most: usize,
    },
    /// A text in which Enter goes on.
    Line {
        /// A first few words the person can take, or nothing.
        starter: Option<String>,
    },
    /// A text of several lines.
    Note,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its stable id.
    pub id: String,
    /// Its key.
    pub key: char,
    /// Its words.
    pub words: String,
}

/// What a question can look like, from both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Words over the whole.
    pub title: String,
    /// Words before the worker's side.
    pub mine_label: String,
    /// Words before the person's side.
    pub theirs_label: String,
    /// From the worker's side.
    pub mine: String,
    /// From the person's side.
    pub theirs: String,
    /// The phrase of the principles it comes from.
    pub seed: String,
}

/// Why a page cannot be left yet, in words for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint(pub String);
