//! The form of the longer view: now, the start looked back at, and the day to be asked again.
//!
//! One question on each page. What was said before is not shown beside the questions: it would be
//! copied, and what helps is to see the two side by side afterwards.

use chrono::NaiveDate;

use super::words;
use crate::content::Pack;
use crate::domain::{
    AsOf, AskAgain, DayAheadError, Draft, Ends, Field, Footing, Form, FormField, FormKind,
    HeadingId, Id, LongerView, Stamp, Subject, read_day_ahead, say_day,
};
use crate::insight::window::title_of;
use crate::reflection::{FormWalk, Kept, Page};
use crate::rooms::form_pages::{self, choice, page};

const HEADING: Field = Field::Form(FormField::Heading);
const FOOTING: Field = Field::Form(FormField::Footing);
const LINE: Field = Field::Form(FormField::FootingLine);
const START: Field = Field::Form(FormField::FootingStart);
const START_LINE: Field = Field::Form(FormField::FootingStartLine);
const AGAIN: Field = Field::Form(FormField::AskAgain);

/// The name of a form; the first thing said on it gets the same id.
pub(super) fn subject(of: Id) -> Subject {
    Subject::Form(Form {
        kind: FormKind::LongerView,
        of: Some(of),
    })
}

/// The id in the name of a form.
pub(super) fn id_of(form: &Draft) -> Option<Id> {
    match form.subject() {
        Subject::Form(form) => form.of,
        _ => None,
    }
}

/// The heading a form is about.
pub(super) fn heading_of(form: &Draft) -> Option<HeadingId> {
    let id = form.words(&HEADING);
    (!id.is_empty()).then(|| HeadingId::new(id))
}

/// What the form begins with.
#[derive(Clone, Debug)]
pub(super) struct Opening<'a> {
    pub heading: &'a HeadingId,
    /// Whether something was said before, so that the start can be looked back at.
    pub said_before: bool,
    /// The day that is set and has not come.
    pub again: Option<NaiveDate>,
    /// Whether it opens at the page of the day.
    pub at_day: bool,
}

/// The form, with what was typed on it before. Its heading goes to disk with it, so that it can be
/// opened again from Home.
pub(super) fn form(opening: &Opening<'_>, mut typed: Draft, pack: &Pack) -> FormWalk {
    if heading_of(&typed).is_none() {
        typed.write(HEADING, opening.heading.as_str());
    }
    let about = |page: Page| Page {
        // The name the rows that lead here have; a step of the pack has three words at most.
        title: words::TITLE.to_owned(),
        kept: vec![Kept {
            label: title_of(pack, opening.heading),
            words: pack
                .set(opening.heading.as_str())
                .map_or_else(String::new, |set| set.strap.clone()),
        }],
        ..page
    };
    let question = |field, line| {
        let words = form_pages::words(pack, field);
        let parts = vec![
            choice("", words, Field::Form(field), 1),
            form_pages::line(pack, line),
        ];
        about(page(words, parts))
    };
    let mut pages = vec![question(FormField::Footing, FormField::FootingLine)];
    if opening.said_before {
        let start = question(FormField::FootingStart, FormField::FootingStartLine);
        pages.push(start);
    }
    let again = form_pages::words(pack, FormField::AskAgain);
    let day = form_pages::line(pack, FormField::AskAgain);
    pages.push(about(page(again, vec![day])));
    let last = pages.len() - 1;
    let start = opening.again.map(|day| (AGAIN, say_typed(day)));
    let subject = typed.subject();
    let form = FormWalk::begin(subject, pages, start.into_iter().collect(), Some(typed));
    if opening.at_day {
        form.at_page(last)
    } else {
        form
    }
}

/// A day as it can be typed again.
fn say_typed(day: NaiveDate) -> String {
    let said = say_day(day);
    said.split_once(' ')
        .map_or_else(|| said.clone(), |(_, day)| day.to_owned())
}

/// What was written, ready to be kept.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// What was said.
    pub said: Vec<LongerView>,
    /// The day that was typed.
    pub again: Option<AskAgain>,
    /// Whether the day that was set goes.
    pub drops_day: bool,
}

impl Written {
    /// Tells whether nothing was said at all.
    pub(super) fn is_nothing(&self) -> bool {
        self.said.is_empty() && self.again.is_none() && !self.drops_day
    }
}

/// Reads what was written. `set` is the day that is set now.
///
/// # Errors
/// [`DayAheadError`] when a day was typed that nobody can be asked on.
pub(super) fn read(
    form: &Draft,
    heading: &HeadingId,
    set: Option<NaiveDate>,
    now: &Stamp,
    pack: &Pack,
) -> Result<Written, DayAheadError> {
    let today = now.today();
    let typed = form.words(&AGAIN).trim();
    let again = match typed {
        "" => None,
        typed => Some(AskAgain {
            heading: heading.clone(),
            on: read_day_ahead(typed, today)?,
        }),
    };
    let said = said(form, heading, now, pack);
    // A day that was emptied is not wanted any more; one that has come is over when something is said.
    let was_emptied = form.has(&AGAIN) && typed.is_empty();
    let drops_day = set.is_some() && was_emptied;
    Ok(Written {
        said,
        again,
        drops_day,
    })
}

/// The same without its day.
pub(super) fn read_without_day(
    form: &Draft,
    heading: &HeadingId,
    now: &Stamp,
    pack: &Pack,
) -> Written {
    Written {
        said: said(form, heading, now, pack),
        again: None,
        drops_day: false,
    }
}

fn said(form: &Draft, heading: &HeadingId, now: &Stamp, pack: &Pack) -> Vec<LongerView> {
    let one = |id, as_of, field: FormField, line: &Field| {
        let words = form_pages::words(pack, field);
        let chosen = form.words(&Field::Form(field));
        let footing = Footing::from_id(chosen);
        let line = form.words(line).trim().to_owned();
        let is_nothing = footing.is_none() && line.is_empty();
        (!is_nothing).then(|| LongerView {
            id,
            heading: heading.clone(),
            at: now.at,
            as_of,
            question: words.question.clone(),
            footing,
            said: words
                .option(chosen)
                .map_or_else(String::new, |option| option.text.clone()),
            line,
        })
    };
    let of = id_of(form).unwrap_or(now.fresh);
    let now_said = one(of, AsOf::Now, FormField::Footing, &LINE);
    let start = one(now.fresh, AsOf::Start, FormField::FootingStart, &START_LINE);
    now_said.into_iter().chain(start).collect()
}

/// What ends when it is kept: the whole form.
pub(super) fn ends(form: &Draft) -> Ends {
    Ends::all(form.subject())
}

/// Tells whether anything of the person's own stands on a form.
pub(super) fn is_blank(form: &Draft) -> bool {
    [FOOTING, LINE, START, START_LINE, AGAIN]
        .iter()
        .all(|field| form.words(field).trim().is_empty())
}
