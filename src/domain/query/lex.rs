//! Takes a typed search apart: words, phrases, filters.
//!
//! A tired person leaves quotes open, pastes an address, or writes the time of day. None of that
//! is a mistake: a colon makes a filter only where a filter plainly is meant.

use super::fold::goes_on;

/// A piece of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A word.
    Word(&'a str),
    /// What stood in quotes.
    Phrase(&'a str),
    /// What stood before a colon, and after it.
    Filter(&'a str, &'a str),
}

/// What was typed, taken apart.
pub(super) struct Pieces<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    /// Whether the last piece is still being typed.
    pub(super) is_open: bool,
}

/// Every quote that may begin or end a phrase; typewriters and phones use many.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Tells whether a letter begins or ends a phrase.
pub(super) fn is_quote(c: char) -> bool {
    QUOTES.contains(&c)
}

/// Takes a text apart.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    let mut is_closed = true;
    while let Some(first) = rest.chars().next() {
        let (piece, after, closed) = if is_quote(first) {
            let (inner, after, closed) = quoted(rest);
            (Piece::Phrase(inner), after, closed)
        } else {
            bare(rest)
        };
        is_closed = closed;
        let is_blank = matches!(piece, Piece::Phrase(inner) if inner.is_empty());
        if !is_blank {
            pieces.push(piece);
        }
        rest = after.trim_start();
    }
    let ends_within = text.chars().next_back().is_some_and(goes_on);
    Pieces {
        pieces,
        is_open: !is_closed && ends_within,
    }
}

/// What stands in quotes at the beginning, what follows, and whether they were closed.
fn quoted(text: &str) -> (&str, &str, bool) {
    let mut inner = text.chars();
    inner.next();
    let inner = inner.as_str();
    match inner.split_once(is_quote) {
        Some((inner, after)) => (inner.trim(), after, true),
        None => (inner.trim(), "", false),
    }
}

/// A word or a filter at the beginning, what follows, and whether something ended it.
fn bare(text: &str) -> (Piece<'_>, &str, bool) {
    let end = text
        .find(|c: char| c.is_whitespace() || is_quote(c))
        .unwrap_or(text.len());
    let (word, after) = text.split_at(end);
    let Some((before, value)) = word.split_once(':').filter(|(it, _)| is_name(it)) else {
        return (Piece::Word(word), after, !after.is_empty());
    };
    if value.is_empty() && after.starts_with(is_quote) {
        let (inner, after, closed) = quoted(after);
        return (Piece::Filter(before, inner), after, closed);
    }
    (Piece::Filter(before, value), after, !after.is_empty())
}

/// Tells whether this could be the name of a filter: letters only, so that a time of day is none.
fn is_name(text: &str) -> bool {
    text.len() > 1 && text.chars().all(char::is_alphabetic)
}
