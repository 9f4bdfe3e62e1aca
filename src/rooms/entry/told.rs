//! An entry to read on a leaf, told as its own page tells it, and what two versions differ in.

use crate::content::Pack;
use crate::domain::Entry;
use crate::reflection::{Telling, Told, told};
use crate::rooms::Piece;

use super::words;

/// What a piece of the page answers: the question it stands under, and its label.
type Key = (String, String);

/// Each piece of the page, with what it answers.
fn keyed(pack: &Pack, entry: &Entry) -> Vec<(Key, Told)> {
    let mut question = String::new();
    let mut keyed: Vec<(Key, Told)> = Vec::new();
    for told in told(pack, entry) {
        match told.telling {
            Telling::Question => question.clone_from(&told.words),
            Telling::Own | Telling::Heading if told.begins => question.clear(),
            _ => {}
        }
        let mut label = told.label.clone();
        if told.telling == Telling::Own && told.begins {
            question.clone_from(&told.label);
        }
        // Two lines may have been added on one day.
        while keyed
            .iter()
            .any(|((under, it), _)| *under == question && *it == label)
        {
            label.push('+');
        }
        keyed.push(((question.clone(), label), told));
    }
    keyed
}

/// The page of a version, with what is different now said quietly.
pub(super) fn version(pack: &Pack, version: &Entry, now: &Entry) -> Vec<Piece> {
    let then = keyed(pack, version);
    let now = keyed(pack, now);
    let mut pieces = Vec::new();
    let mut about = Vec::new();
    let mut is_same = true;
    let about_differs = abouts(&then) != abouts(&now);
    for (key, told) in &then {
        let has_label = matches!(told.telling, Telling::Own | Telling::Answer | Telling::Day);
        let same = |(other, it): &(Key, Told)| other == key && it.words == told.words;
        let differs = has_label && !now.iter().any(same);
        is_same &= !differs;
        if told.telling == Telling::About {
            about.push(told.words.as_str());
            continue;
        }
        put_about(&mut pieces, &mut about, about_differs);
        put(&mut pieces, told);
        if differs {
            pieces.push(Piece::Quiet(words::DIFFERENT.to_owned()));
        }
    }
    put_about(&mut pieces, &mut about, about_differs);
    let since = came_since(&then, &now);
    if !since.is_empty() {
        pieces.push(Piece::Quiet(words::came_since(&since.join(", "))));
    } else if is_same && !about_differs {
        pieces.insert(0, Piece::Quiet(words::SAME.to_owned()));
    }
    pieces
}

/// What stands around an entry.
fn abouts(page: &[(Key, Told)]) -> Vec<&str> {
    let abouts = page
        .iter()
        .filter(|(_, told)| told.telling == Telling::About);
    abouts.map(|(_, told)| told.words.as_str()).collect()
}

/// The labels of what stands there now and did not then.
fn came_since(then: &[(Key, Told)], now: &[(Key, Told)]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    let has = |key: &Key| then.iter().any(|(other, _)| other == key);
    for (key, told) in now {
        let is_own = matches!(told.telling, Telling::Own | Telling::Answer);
        let label = told.label.trim_end_matches(['?', '.']);
        if is_own && !has(key) && !label.is_empty() && !labels.iter().any(|it| it == label) {
            labels.push(label.to_owned());
        }
    }
    labels
}

fn put_about(pieces: &mut Vec<Piece>, about: &mut Vec<&str>, differs: bool) {
    if !about.is_empty() {
        pieces.push(Piece::Quiet(format!("{}.", about.join(". "))));
        if differs {
            pieces.push(Piece::Quiet(words::DIFFERENT.to_owned()));
        }
        about.clear();
    }
}

fn put(pieces: &mut Vec<Piece>, told: &Told) {
    let words = told.words.clone();
    match told.telling {
        Telling::Day | Telling::Heading => pieces.push(Piece::Heading(words)),
        Telling::Question => pieces.push(Piece::Text(words)),
        Telling::Answer => pieces.push(Piece::Own(words)),
        Telling::Said | Telling::About => pieces.push(Piece::Quiet(words)),
        Telling::Own => pieces.extend([Piece::Quiet(told.label.clone()), Piece::Own(words)]),
    }
}
