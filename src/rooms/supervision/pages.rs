//! The forms of supervision, and what was written on them.

use chrono::NaiveDate;

use super::offers::{Offer, line_field};
use super::words;
use crate::content::Pack;
use crate::domain::{
    Asking, Brought, Draft, Ends, Field, Form, FormField, FormKind, Id, LineOf, Meeting, Subject,
    Topic, With, say_day,
};
use crate::reflection::{Ask, FormWalk, Kept, Page, Part};
use crate::rooms::form_pages::{self, choice, page, written};
use crate::rooms::sheet::field_of;

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// What is needed of the hour, whom it is with, and what is asked for.
    Need,
    /// The line for a new thing.
    New(Offer),
    /// A line that was left half-way, whose entry is on no list any more: it stands by itself.
    Loose(LineOf),
    /// The line of a thing that is on the sheet, by its place.
    Line(usize),
    /// What was agreed.
    Agreed,
}

const NEED: Field = Field::Form(FormField::Need);
const WITH: Field = Field::Form(FormField::With);
const ASKING: Field = Field::Form(FormField::Asking);
const AGREED: Field = Field::Form(FormField::Agreed);

impl Writing {
    /// Under which name what is typed is kept.
    pub(super) fn subject(&self, meeting: Id) -> Subject {
        let kind = match self {
            Self::Agreed => FormKind::Agreed,
            _ => FormKind::Meeting,
        };
        Subject::Form(Form {
            kind,
            of: Some(meeting),
        })
    }

    /// Its form, with what was typed on it before.
    pub(super) fn form(
        &self,
        meeting: &Meeting,
        pack: &Pack,
        today: NaiveDate,
        typed: Option<Draft>,
    ) -> FormWalk {
        let (pages, start) = match self {
            Self::Need => (need_pages(pack), need_start(meeting)),
            Self::New(offer) => (vec![line_page(pack, offer)], Vec::new()),
            Self::Loose(of) => (vec![loose_page(pack, of)], Vec::new()),
            Self::Line(place) => match meeting.brought.get(*place) {
                Some(thing) => {
                    let (page, start) = thing_page(pack, thing, typed.as_ref());
                    (vec![page], start)
                }
                None => (vec![Page::default()], Vec::new()),
            },
            Self::Agreed => agreed(pack, meeting, today),
        };
        FormWalk::begin(self.subject(meeting.id), pages, start, typed)
    }

    /// The meeting with what was written.
    pub(super) fn taken_in(&self, mut meeting: Meeting, form: &Draft) -> Meeting {
        match self {
            Self::Need => take_need(&mut meeting, form),
            Self::New(offer) => {
                let line = written(form, &offer.field(), "");
                meeting.brought.push(offer.brought(line));
            }
            Self::Loose(of) => {
                let line = written(form, &Field::Line(of.clone()), "");
                let (topic, heading) = about(of);
                meeting.brought.push(Brought {
                    entry: None,
                    topic,
                    heading,
                    line,
                });
            }
            Self::Line(place) => {
                if let Some(thing) = meeting.brought.get_mut(*place) {
                    let field = field_of_thing(thing);
                    thing.line = written(form, &field, &thing.line);
                }
            }
            Self::Agreed => meeting.agreed = written(form, &AGREED, &meeting.agreed),
        }
        meeting
    }

    /// What goes of the form then; other lines that are half-way stay.
    pub(super) fn ends(&self, meeting: &Meeting) -> Ends {
        let subject = self.subject(meeting.id);
        let mut fields = match self {
            Self::Agreed => return Ends::all(subject),
            Self::Need => vec![NEED, WITH, ASKING],
            Self::New(offer) => vec![offer.field()],
            Self::Loose(of) => vec![Field::Line(of.clone())],
            Self::Line(place) => match meeting.brought.get(*place) {
                Some(thing) => vec![field_of_thing(thing)],
                None => Vec::new(),
            },
        };
        fields.push(Field::Form(FormField::Done));
        Ends {
            subject,
            fields: Some(fields),
        }
    }

    /// What somebody was at who left the form half-way.
    pub(super) fn left(meeting: &Meeting, form: &Draft) -> Option<Self> {
        let holds = |field: &Field| !form.words(field).is_empty();
        if [NEED, WITH, ASKING].iter().any(holds) {
            return Some(Self::Need);
        }
        let things = meeting.brought.iter();
        let on_sheet = |thing: &Brought| holds(&field_of_thing(thing));
        if let Some(place) = things.enumerate().find(|(_, thing)| on_sheet(thing)) {
            return Some(Self::Line(place.0));
        }
        let alone = super::offers::WITHOUT_ENTRY.iter();
        alone
            .map(|(_, topic)| Offer::alone(*topic))
            .find(|offer| holds(&offer.field()))
            .map(Self::New)
    }
}

/// A line on a form that was left half-way, for something that comes from an entry.
pub(super) fn half_typed(form: &Draft) -> Option<LineOf> {
    form.fields().find_map(|(field, words)| match field {
        Field::Line(of) if !words.is_empty() => Some(of.clone()),
        _ => None,
    })
}

fn field_of_thing(thing: &Brought) -> Field {
    line_field(thing.entry, thing.topic, &thing.heading)
}

/// What a line is about that stands by itself now.
fn about(of: &LineOf) -> (Topic, String) {
    of.thing
        .clone()
        .unwrap_or_else(|| (Topic::Think, String::new()))
}

fn loose_page(pack: &Pack, of: &LineOf) -> Page {
    let offer = Offer::alone(about(of).0);
    let mut page = line_page(pack, &offer);
    for part in &mut page.parts {
        part.field = Field::Line(of.clone());
    }
    page
}

/// One question on each page: what a letter chooses is then seen before the next is asked.
fn need_pages(pack: &Pack) -> Vec<Page> {
    let choice_page = |field, most| {
        let words = form_pages::words(pack, field);
        let part = choice("", words, Field::Form(field), most);
        page(words, vec![part])
    };
    let need = form_pages::words(pack, FormField::Need);
    vec![
        page(need, vec![form_pages::line(pack, FormField::Need)]),
        choice_page(FormField::With, 1),
        choice_page(FormField::Asking, Asking::ALL.len()),
    ]
}

/// The day of the hour, since it is often written up later, and what was agreed.
fn agreed(pack: &Pack, meeting: &Meeting, today: NaiveDate) -> (Vec<Page>, Vec<(Field, String)>) {
    let words_of = form_pages::words(pack, FormField::Agreed);
    let day = Page {
        title: words_of.title.clone(),
        question: words::WHICH_DAY.to_owned(),
        under: vec![words::WHICH_DAY_UNDER.to_owned()],
        parts: vec![Part {
            field: Field::Day,
            label: words::DAY.to_owned(),
            ask: Ask::Line { starter: None },
        }],
        ..page(words_of, Vec::new())
    };
    let note = form_pages::note(pack, FormField::Agreed);
    let on = meeting.taken.map_or(today, |_| meeting.on);
    let start = vec![(Field::Day, say_day(on)), (AGREED, meeting.agreed.clone())];
    (vec![day, page(words_of, vec![note])], start)
}

fn need_start(meeting: &Meeting) -> Vec<(Field, String)> {
    let asking = meeting.asking.iter().map(|asking| asking.id());
    vec![
        (NEED, meeting.need.clone()),
        (WITH, meeting.with.map_or("", With::id).to_owned()),
        (ASKING, asking.collect::<Vec<_>>().join(",")),
    ]
}

fn take_need(meeting: &mut Meeting, form: &Draft) {
    meeting.need = written(form, &NEED, &meeting.need);
    if form.has(&WITH) {
        meeting.with = With::from_id(form.words(&WITH));
    }
    if form.has(&ASKING) {
        let chosen: Vec<&str> = form.words(&ASKING).split(',').collect();
        // In the order they are offered, so that the sheet reads the same however it was chosen.
        let asked = Asking::ALL.iter().copied();
        meeting.asking = asked
            .filter(|asking| chosen.contains(&asking.id()))
            .collect();
    }
}

fn line_page(pack: &Pack, offer: &Offer) -> Page {
    let is_open = matches!(offer.topic, Topic::Think | Topic::NotSure);
    let words = match field_of(offer.topic) {
        Some(field) if offer.entry.is_none() || !is_open => form_pages::words(pack, field),
        _ => pack.step("form_line"),
    };
    let part = Part {
        field: offer.field(),
        label: words.line.clone(),
        ask: Ask::Line { starter: None },
    };
    let mut page = page(words, vec![part]);
    if !offer.title.is_empty() {
        page.kept = vec![Kept {
            label: offer.title.clone(),
            words: offer.hint.clone(),
        }];
    }
    page
}

/// The page of a thing that is on the sheet. Where other words are half-way in the same place, its
/// line as it is stands above.
fn thing_page(pack: &Pack, thing: &Brought, typed: Option<&Draft>) -> (Page, Vec<(Field, String)>) {
    let offer = Offer {
        entry: thing.entry,
        heading: thing.heading.clone(),
        ..Offer::alone(thing.topic)
    };
    let field = offer.field();
    let mut page = line_page(pack, &offer);
    let is_other =
        typed.is_some_and(|typed| typed.has(&field) && typed.words(&field) != thing.line);
    if is_other && !thing.line.is_empty() {
        page.kept = vec![Kept {
            label: words::AS_IT_IS.to_owned(),
            words: thing.line.clone(),
        }];
    }
    (page, vec![(field, thing.line.clone())])
}
