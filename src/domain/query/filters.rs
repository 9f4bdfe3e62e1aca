//! The filters there are, and the words each of them takes.

use super::super::{Answer, Kind, Length, Stage};
use super::{fold, words};

/// One filter, as help and the screen of filters tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilterWord {
    /// What is typed before the colon.
    pub word: &'static str,
    /// What can be typed, from beginning to end.
    pub such_as: &'static str,
    /// What it does, in one sentence.
    pub says: &'static str,
}

/// Every filter, in the order in which it is told.
pub const FILTERS: &[FilterWord] = &words::FILTERS;

/// A member of a closed list, and what can be typed for it; the first is how it is printed.
pub(super) type Named<T> = (T, &'static [&'static str]);

pub(super) const ANSWERS: &[Named<Answer>] = &[
    (Answer::Moment, &["moment", "yes", "y"]),
    (Answer::Partly, &["partly", "p"]),
    (Answer::NotThisTime, &["not-this-time", "no", "n"]),
    (Answer::NotSure, &["not-sure", "unsure", "u"]),
    (
        Answer::DidNotComeUp,
        &["did-not-come-up", "didnt-come-up", "d"],
    ),
];

pub(super) const STAGES: &[Named<Stage>] = &[
    (Stage::First, &["first"]),
    (Stage::Middle, &["middle"]),
    (Stage::NearTheEnd, &["near-the-end", "end"]),
    (Stage::Last, &["last"]),
];

pub(super) const KINDS: &[Named<Kind>] = &[
    (Kind::OneToOne, &["one-to-one", "1-to-1", "1-1"]),
    (Kind::Group, &["group"]),
    (Kind::PhoneOrOnline, &["phone-or-online", "online", "video"]),
    (Kind::RolePlay, &["role-play", "roleplay"]),
    (Kind::Shadowing, &["shadowing"]),
    (Kind::TeamMeeting, &["team-meeting", "meeting"]),
    (Kind::DidNotCome, &["did-not-come", "no-show"]),
    (Kind::Other, &["other", "something-else"]),
];

pub(super) const LENGTHS: &[Named<Length>] = &[
    (Length::Quick, &["quick"]),
    (Length::Standard, &["standard"]),
    (Length::Deep, &["deep"]),
    (Length::Three, &["three", "just-three"]),
    (Length::NothingMuch, &["nothing-much"]),
    (Length::Land, &["land"]),
    (Length::Note, &["note"]),
    (Length::Story, &["story"]),
    (Length::Vignette, &["vignette"]),
];

/// What `is:`, `has:`, `not:` and `no:` can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    Flagged,
    Practice,
    Real,
    Carry,
}

pub(super) const TRAITS: &[Named<Trait>] = &[
    (Trait::Flagged, &["flagged", "flag"]),
    (Trait::Practice, &["practice"]),
    (Trait::Real, &["real"]),
    (Trait::Carry, &["carry", "carry-forward", "intention"]),
];

/// Orders by their words; true is by relevance.
pub(super) const ORDERS: &[Named<bool>] = &[(true, &["relevance"]), (false, &["newest", "time"])];

/// Writes what was typed the way the lists are written: small letters, one hyphen between words.
pub(super) fn slug(text: &str) -> String {
    let folded = fold(text).replace(['\'', '’'], "");
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

/// Finds the member that is meant: by a whole word, or by the beginning of one.
pub(super) fn meant<T: Copy + PartialEq>(list: &[Named<T>], typed: &str) -> Option<T> {
    let typed = slug(typed);
    if typed.is_empty() {
        return None;
    }
    let whole = list
        .iter()
        .find(|(_, names)| names.contains(&typed.as_str()));
    if let Some((member, _)) = whole {
        return Some(*member);
    }
    let mut begun = list
        .iter()
        .filter(|(_, names)| names.iter().any(|name| name.starts_with(&typed)));
    match (begun.next(), begun.next()) {
        (Some((member, _)), None) => Some(*member),
        _ => None,
    }
}

/// How a member is printed.
pub(super) fn name_of<T: Copy + PartialEq>(list: &[Named<T>], member: T) -> &'static str {
    let row = list.iter().find(|(each, _)| *each == member);
    row.and_then(|(_, names)| names.first())
        .copied()
        .unwrap_or_default()
}

/// What can be typed for each member, in one line.
pub(super) fn choices<T>(list: &[Named<T>]) -> String {
    let firsts: Vec<&str> = list
        .iter()
        .filter_map(|(_, names)| names.first().copied())
        .collect();
    firsts.join(", ")
}
