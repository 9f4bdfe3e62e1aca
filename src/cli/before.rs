//! `alongside before`: one minute before a session, printed.

use serde::Serialize;

use super::caller::Caller;
use super::plain::leaf;
use super::plain::visit::first_leaf;
use super::reader::{open, print_json, print_lines};
use super::trouble::Trouble;
use crate::config::Paths;
use crate::domain::{HeadingId, Id};
use crate::insight::{lead_question, longest_rested};
use crate::rooms::Begin;

/// What stands there, as `docs/json.md` describes it.
#[derive(Serialize)]
struct Minute {
    carry: Option<Held>,
    heading: Option<InMind>,
}

/// The intention that is held.
#[derive(Serialize)]
struct Held {
    entry: Id,
    words: String,
}

/// The heading to hold in mind.
#[derive(Serialize)]
struct InMind {
    id: HeadingId,
    title: String,
    question: String,
}

/// Prints it.
pub(super) fn run(
    paths: Paths,
    named: bool,
    json: bool,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let mut desk = open(paths, named, caller)?.desk()?;
    if !json {
        let leaf = first_leaf(&mut desk, Begin::BeforeSession)?;
        return print_lines(&leaf::read(&leaf));
    }
    let past = desk.store.past()?;
    let set = longest_rested(&desk.pack, &past).into_iter().next();
    print_json(&Minute {
        carry: past.carry.map(|carry| Held {
            entry: carry.entry,
            words: carry.words,
        }),
        heading: set.map(|set| InMind {
            id: HeadingId::new(&*set.id),
            title: set.name.clone(),
            question: lead_question(set).map_or_else(String::new, |item| item.question.clone()),
        }),
    })
}
