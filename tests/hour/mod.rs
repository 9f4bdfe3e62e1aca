//! The first hour of a trainee: what they write in it, and what it leaves in the journal.
//!
//! It is walked twice, line by line and in the full screen, with the same words: so both can be
//! held against each other.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

pub(crate) mod lines;

use std::ops::ControlFlow;

use alongside::domain::{CardLine, Entry, Footing, LongerView};
use alongside::store::Store;
use serde_json::{Value, json};

/// The story that whoever has no sessions yet is led to.
pub(crate) const STORY: &str = "So are you a nurse, or what?";

/// Who can be rung: a role.
pub(crate) const WHO: &str = "my tutor, on the course phone";

// What is written in the try, in its order.
pub(crate) const PULL: &str = "to say sorry, and talk faster";
pub(crate) const OWN_WAY: &str = "put the lanyard away";
pub(crate) const NOT_THOUGHT_OF: &str = "that they might want to leave";
pub(crate) const PART: &str = "I would say what I am, not what I write down";
pub(crate) const WORDS: &str = "I would stop, and ask about the chair";
pub(crate) const NEXT: &str = "If they look at the door, then I will stop and ask";

/// What is looked for in the pages to learn from.
pub(crate) const FIND: &str = "note";

// What is written about the made-up session.
pub(crate) const MOMENT: &str = "I waited while they laughed";
pub(crate) const BENCH: &str = "they chose the café";
pub(crate) const STAND_BY: &str = "I said when we meet next";

// What is said of one heading.
pub(crate) const FOOTING: &str = "I know my role, and say it late";
pub(crate) const AGAIN: &str = "in 3 months";

/// All that a journal holds after that hour, without what is new each time.
pub(crate) fn left(store: &Store) -> Value {
    let mut entries = Vec::new();
    let mut read = |entry: Result<Entry, _>| {
        entries.push(timeless(serde_json::to_value(entry.unwrap()).unwrap()));
        ControlFlow::Continue(())
    };
    store.every_entry(&mut read).unwrap();
    entries.sort_by_key(|entry| entry["length"].to_string());
    let views = store.longer_views().unwrap();
    let said = |view: &LongerView| {
        json!({
            "heading": view.heading.as_str(),
            "footing": view.footing.map(Footing::id),
            "as_of": format!("{:?}", view.as_of),
            "line": view.line,
        })
    };
    let card = store.card().unwrap();
    let again = views.again.iter().map(|it| it.heading.as_str().to_owned());
    json!({
        "entries": entries,
        "said": views.said.iter().map(said).collect::<Vec<_>>(),
        "again": again.collect::<Vec<_>>(),
        "card": CardLine::ALL.iter().map(|line| card.line(*line)).collect::<Vec<_>>(),
        "half_done": store.drafts().unwrap().len(),
    })
}

/// An entry without its id and its times.
fn timeless(mut entry: Value) -> Value {
    let fields = entry.as_object_mut().unwrap();
    for new_each_time in ["id", "started_at", "finished_at", "on"] {
        assert!(fields.remove(new_each_time).is_some(), "{new_each_time}");
    }
    entry
}
