//! What was typed, taken for a search.
//!
//! A stand-in until the language of searches is there: every word is searched for.

use std::ops::Range;

use chrono::NaiveDate;

use crate::content::Pack;
use crate::domain::{Query, QueryError, Term};

/// Reads what was typed.
pub(super) fn parse(text: &str, _pack: &Pack, _today: NaiveDate) -> Result<Query, QueryError> {
    if text.len() > 1_000 {
        return Err(QueryError {
            said: "That is too long for a search. Type a few words.".to_owned(),
        });
    }
    let terms = text
        .split_whitespace()
        .map(|word| Term::Word(word.to_lowercase()));
    Ok(Query {
        terms: terms.collect(),
        is_open: !text.ends_with(' '),
        ..Query::default()
    })
}

/// Finds what was searched for in a text.
pub(in crate::ui::screens) fn hits(query: &Query, text: &str) -> Vec<Range<usize>> {
    let small = text.to_ascii_lowercase();
    let words = query.terms.iter().map(|term| match term {
        Term::Word(word) | Term::Phrase(word) => word,
    });
    let hits = words.flat_map(|word| small.match_indices(word.as_str()));
    let mut hits: Vec<_> = hits.map(|(at, word)| at..at + word.len()).collect();
    hits.sort_by_key(|hit| hit.start);
    hits
}
