//! What can be brought: what was flagged, plans that were tried, and what has no entry at all.
//!
//! An entry is named by its day and what it asked, with a few quiet words so that it is known
//! again. None of its words is brought: each thing gets a fresh line.

use crate::content::Pack;
use crate::domain::cut;
use crate::domain::{
    Answer, Answered, Brought, Carried, CarryState, Entry, Field, FormField, Id, Length, LineOf,
    Meeting, Passage, Stage, Staged, Topic, say_day,
};
use crate::reflection::say_kind;
use crate::rooms::sheet::{field_of, say_heading};

/// The most of a hint that a row shows.
const HINT: usize = 40;
/// Topics that need no entry, in the order offered. How I am comes last and has no letter: a stray
/// key must not put it on a page that others see.
pub(super) const WITHOUT_ENTRY: [(Option<char>, Topic); 8] = [
    (Some('w'), Topic::WentWell),
    (Some('k'), Topic::Think),
    (Some('r'), Topic::Role),
    (Some('m'), Topic::Story),
    (Some('i'), Topic::System),
    (Some('e'), Topic::Ending),
    (Some('p'), Topic::Plan),
    (None, Topic::HowIAm),
];

/// What something that was flagged can be about. Only the person knows, so it is asked.
pub(super) const OF_FLAGGED: [(char, Topic); 6] = [
    ('k', Topic::Think),
    ('r', Topic::Role),
    ('m', Topic::Story),
    ('i', Topic::System),
    ('e', Topic::Ending),
    ('w', Topic::WentWell),
];

/// One thing that can be brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// The entry it comes from.
    pub(super) entry: Option<Id>,
    /// What it is about.
    pub(super) topic: Topic,
    /// Its heading's id; empty for none.
    pub(super) heading: String,
    /// Its day and what it asked.
    pub(super) title: String,
    /// A few words of it, to know it again.
    pub(super) hint: String,
}

impl Offer {
    /// Something that comes from no entry.
    pub(super) fn alone(topic: Topic) -> Self {
        Self {
            entry: None,
            topic,
            heading: String::new(),
            title: String::new(),
            hint: String::new(),
        }
    }

    /// Where its line is typed.
    pub(super) fn field(&self) -> Field {
        line_field(self.entry, self.topic, &self.heading)
    }

    /// The thing with its line.
    pub(super) fn brought(&self, line: String) -> Brought {
        Brought {
            entry: self.entry,
            topic: self.topic,
            heading: self.heading.clone(),
            line,
        }
    }

    fn is_on(&self, meeting: &Meeting) -> bool {
        meeting.brought.iter().any(|thing| {
            thing.entry == self.entry && thing.topic == self.topic && thing.heading == self.heading
        })
    }

    /// Whether its entry is on the sheet as something that was flagged, whatever it is about there.
    fn is_on_as_flagged(&self, meeting: &Meeting) -> bool {
        meeting.brought.iter().any(|thing| {
            let is_topic = OF_FLAGGED.iter().any(|(_, topic)| *topic == thing.topic);
            thing.entry == self.entry && is_topic
        })
    }
}

/// Where the line for a thing is typed.
pub(super) fn line_field(entry: Option<Id>, topic: Topic, heading: &str) -> Field {
    match entry {
        Some(entry) => Field::Line(LineOf {
            entry,
            thing: Some((topic, heading.to_owned())),
        }),
        None => Field::Form(field_of(topic).unwrap_or(FormField::Think)),
    }
}

/// What a half-typed line is about, as far as its entry still gives a reason to bring it: what was
/// flagged is still flagged, an ending is still near. None then: the line stands by itself.
pub(super) fn offered_still(pack: &Pack, of: &LineOf, entry: &Entry) -> Option<Offer> {
    let (topic, heading) = of.thing.clone()?;
    let is_offered = match topic {
        Topic::Plan | Topic::NotSure => true,
        Topic::Ending if is_near_an_end(entry.stage) => true,
        _ => entry.supervision.bring,
    };
    is_offered.then(|| Offer {
        entry: Some(entry.id),
        topic,
        heading,
        title: title(pack, entry),
        hint: hint_in_full(entry).to_owned(),
    })
}

fn is_near_an_end(stage: Option<Stage>) -> bool {
    matches!(stage, Some(Stage::NearTheEnd | Stage::Last))
}

/// The day of an entry, and the heading that it was open about, else what kind of time it was.
pub(super) fn title(pack: &Pack, entry: &Entry) -> String {
    let about = heading_of(entry).map_or_else(
        || say_kind(pack, entry.kind, entry.length),
        |heading| say_heading(pack, heading).to_owned(),
    );
    format!("{} · {about}", say_day(entry.on))
}

/// A few words of an entry, to know it again: the line for supervision first.
pub(super) fn hint(entry: &Entry) -> String {
    cut(hint_in_full(entry), HINT)
}

fn hint_in_full(entry: &Entry) -> &str {
    match entry.supervision.note.trim() {
        "" => entry.first_words(),
        note => note,
    }
}

/// The heading of the answer that is most open; of the first answer, when none is.
pub(super) fn heading_of(entry: &Entry) -> Option<&str> {
    let is_open = |answered: &&Answered| {
        matches!(
            answered.answer,
            Some(Answer::NotSure | Answer::NotThisTime | Answer::Partly)
        )
    };
    let answers = || entry.answers.iter();
    let answered = answers().find(is_open).or_else(|| answers().next());
    answered.map(|answered| answered.heading.as_str())
}

/// What was flagged and is not on this sheet.
pub(super) fn flagged(pack: &Pack, entries: &[Entry], meeting: &Meeting) -> Vec<Offer> {
    let offers = entries.iter().map(|entry| Offer {
        entry: Some(entry.id),
        topic: match entry.length {
            Length::Story => Topic::Story,
            _ => Topic::Think,
        },
        heading: heading_of(entry).unwrap_or_default().to_owned(),
        title: title(pack, entry),
        hint: hint_in_full(entry).to_owned(),
    });
    offers
        .filter(|offer| !offer.is_on_as_flagged(meeting))
        .collect()
}

/// Entries near an end, or the last, that are not on this sheet as such.
pub(super) fn endings(pack: &Pack, staged: &[Staged], meeting: &Meeting) -> Vec<Offer> {
    let offers = staged.iter().map(|staged| {
        let stage = pack.step("stage").option(staged.stage.id());
        let day = say_day(staged.on);
        Offer {
            entry: Some(staged.entry),
            topic: Topic::Ending,
            heading: String::new(),
            title: stage.map_or_else(|| day.clone(), |stage| format!("{day} · {}", stage.text)),
            hint: staged.words.clone(),
        }
    });
    let is_on = |offer: &Offer| {
        let of = |thing: &Brought| thing.entry == offer.entry && thing.topic == Topic::Ending;
        meeting.brought.iter().any(of)
    };
    offers.filter(|offer| !is_on(offer)).collect()
}

/// Plans that were tried and are not on this sheet.
pub(super) fn plans(carried: &[Carried], meeting: &Meeting) -> Vec<Offer> {
    let tried = carried
        .iter()
        .filter(|carried| carried.carry.state == CarryState::Tried);
    let offers = tried.map(|Carried { carry, .. }| Offer {
        entry: Some(carry.entry),
        topic: Topic::Plan,
        heading: String::new(),
        title: say_day(carry.made.date_naive()),
        hint: carry.words.clone(),
    });
    offers.filter(|offer| !offer.is_on(meeting)).collect()
}

/// Answers that were "not sure" and are not on this sheet.
pub(super) fn unsure(pack: &Pack, passages: &[Passage], meeting: &Meeting) -> Vec<Offer> {
    let offers = passages.iter().map(|passage| {
        let item = passage.item.as_ref();
        let set = item.and_then(|item| pack.item(item.as_str()));
        let heading = set.map_or("", |(set, _)| &set.id).to_owned();
        let day = say_day(passage.on);
        let title = if heading.is_empty() {
            day
        } else {
            format!("{day} · {}", say_heading(pack, &heading))
        };
        Offer {
            entry: Some(passage.entry),
            topic: Topic::NotSure,
            heading,
            title,
            hint: passage.question.clone(),
        }
    });
    offers.filter(|offer| !offer.is_on(meeting)).collect()
}

/// What a row shows of a hint.
pub(super) fn short(hint: &str) -> String {
    cut(hint, HINT)
}
