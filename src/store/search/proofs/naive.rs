//! A plain look through every entry.

use std::collections::BTreeSet;

use crate::domain::{Entry, Query, fold};

/// The words of a text, folded.
fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every word of those that are practice, or of those that are real.
pub(super) fn known(there: &[Entry], is_practice: bool) -> BTreeSet<String> {
    let those = there.iter().filter(|it| it.practice == is_practice);
    those
        .flat_map(|it| words(&it.own_words().join("\n")))
        .collect()
}

/// Tells whether an entry is found. With `parts`, a single word of three letters or more may stand
/// within another, unless it is whole and there is such a word.
pub(super) fn fits(query: &Query, entry: &Entry, parts: Option<&BTreeSet<String>>) -> bool {
    let text = words(&entry.own_words().join("\n"));
    let last = query.terms.len();
    let terms = (1..).zip(&query.terms).all(|(nth, term)| {
        let wanted = words(term.text());
        let open = query.is_open && nth == last;
        let parts = parts.is_some_and(|known| may_be_within(&wanted, open, known));
        met(&text, &wanted, open, parts)
    });
    terms && fits_filters(query, entry)
}

fn met(text: &[String], wanted: &[String], open: bool, parts: bool) -> bool {
    if let ([part], true) = (wanted, parts) {
        return text.iter().any(|word| word.contains(part.as_str()));
    }
    let Some((last, before)) = wanted.split_last() else {
        return true;
    };
    text.windows(wanted.len()).any(|some| {
        let (end, begin) = some.split_last().unwrap();
        begin == before && (end == last || (open && end.starts_with(last.as_str())))
    })
}

fn fits_filters(query: &Query, entry: &Entry) -> bool {
    let answer = query.heading.is_none() && query.answer.is_none()
        || entry.answers.iter().any(|it| {
            query
                .heading
                .as_ref()
                .is_none_or(|heading| it.heading == *heading)
                && query.answer.is_none_or(|answer| it.answer == Some(answer))
        });
    answer
        && query.stage.is_none_or(|it| entry.stage == Some(it))
        && query.kind.is_none_or(|it| entry.kind == Some(it))
        && query.length.is_none_or(|it| entry.length == it)
        && entry.practice == query.is_practice()
        && query.flagged.is_none_or(|it| entry.supervision.bring == it)
        && query
            .carries
            .is_none_or(|it| entry.next_time.is_empty() != it)
        && query.since.is_none_or(|it| entry.on >= it)
        && query.until.is_none_or(|it| entry.on <= it)
        && query
            .tag
            .as_ref()
            .is_none_or(|tag| entry.tags.iter().any(|it| fold(it) == fold(tag)))
}

fn may_be_within(wanted: &[String], open: bool, known: &BTreeSet<String>) -> bool {
    matches!(wanted, [part] if part.chars().count() >= 3 && (open || !known.contains(part)))
}

/// Tells whether a second wave has anything to do.
pub(super) fn has_part(query: &Query, known: &BTreeSet<String>) -> bool {
    let last = query.terms.len();
    (1..)
        .zip(&query.terms)
        .any(|(nth, term)| may_be_within(&words(term.text()), query.is_open && nth == last, known))
}
