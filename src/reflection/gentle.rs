//! The quiet page on safety: when it is offered, and what is kept of it.
//!
//! Where someone was not sure that it was safe, they may want to think about whose safety it was
//! and whether somebody should know. It is offered by a line and opened by the person, never by
//! itself, and it looks at the two answers alone: no word anyone writes is ever searched for a
//! meaning (`content.md` §6.2).

use crate::domain::{
    Answer, Entry, Field, FormField, ItemId, Safety, SafetyKind, SafetyOf, SafetyTold,
};

use super::{Paper, Reflection};

/// The two questions that ask about safety itself.
const ABOUT_SAFETY: [&str; 2] = ["SAF1", "SAF6"];
/// Before the item at which the page was opened, as it is noted under [`Field::More`].
const OPENED: &str = "gentle.";

/// Tells whether support may help after this answer.
pub(super) fn may_help(item: &ItemId, answer: Option<Answer>) -> bool {
    ABOUT_SAFETY.contains(&item.as_str())
        && matches!(answer, Some(Answer::NotThisTime | Answer::NotSure))
}

/// Tells whether the page can be opened here. In practice nobody was there to be kept safe, so the
/// card is named and the page is not.
pub(super) fn is_offered(walk: &Reflection, item: &ItemId) -> bool {
    let answer = Answer::from_id(walk.paper.words(&Field::Answer(item.clone())));
    may_help(item, answer)
        && !walk.is_practice()
        && !walk.paper.has_chosen(&Field::More, &opening(item))
}

/// How it is noted that the page was opened at this item.
pub(super) fn opening(item: &ItemId) -> String {
    format!("{OPENED}{item}")
}

/// The item at which the page was opened last.
pub(super) fn opened_at(paper: &Paper) -> Option<ItemId> {
    paper
        .chosen(&Field::More)
        .filter_map(|opened| opened.strip_prefix(OPENED))
        .last()
        .map(ItemId::new)
}

/// Tells whether the page is in the plan: it was opened, or holds something.
pub(super) fn is_open(paper: &Paper) -> bool {
    opened_at(paper).is_some() || safety_of(paper).is_some()
}

/// The lines that the page asks for besides its choices.
pub(super) fn lines(paper: &Paper) -> Vec<FormField> {
    let told = SafetyTold::from_id(paper.words(&Field::Form(FormField::Told)));
    let is_told = matches!(told, Some(SafetyTold::Yes | SafetyTold::PlanTo));
    [FormField::ToldWho, FormField::ToldDay]
        .into_iter()
        .filter(|field| is_told || !paper.words(&Field::Form(*field)).is_empty())
        .collect()
}

/// What is kept of the page; nothing when it was left blank.
pub(super) fn safety_of(paper: &Paper) -> Option<Safety> {
    let words = |field| paper.words(&Field::Form(field)).trim();
    let kinds = paper.chosen(&Field::Form(FormField::Kinds));
    let safety = Safety {
        whose: SafetyOf::from_id(words(FormField::Whose)),
        kinds: kinds.filter_map(SafetyKind::from_id).collect(),
        told: SafetyTold::from_id(words(FormField::Told)),
        who: words(FormField::ToldWho).to_owned(),
        day: words(FormField::ToldDay).to_owned(),
    };
    (safety != Safety::default()).then_some(safety)
}

/// Whom the person plans to tell, and the day, when they said on this page that they plan to.
pub(super) fn planned(entry: &Entry) -> Option<(&str, &str)> {
    let safety = entry.safety.as_ref()?;
    let plans_to = safety.told == Some(SafetyTold::PlanTo) && !entry.practice;
    plans_to.then_some((safety.who.as_str(), safety.day.as_str()))
}

/// Whom to ask about later; whom they could talk to, when the page does not say who.
pub(super) fn tell(entry: &Entry) -> Option<String> {
    let (who, _) = planned(entry)?;
    let who = if who.is_empty() {
        entry.talk_to.as_str()
    } else {
        who
    };
    Some(who.to_owned())
}
