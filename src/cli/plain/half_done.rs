//! What was left half-way: walks, and the small forms beside them.

use super::rooms::{Picked, Rooms, Then};
use super::said::Word;
use super::sessions;
use super::visit::visit;
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{Form, Subject, say_day};
use crate::reflection::{Reflection, doors, half_done_forms};
use crate::rooms::Begin;

/// One thing that can be gone on with.
enum HalfDone {
    Walk(Box<Reflection>),
    Form(Form),
}

impl HalfDone {
    /// What it is called in a list; never in the person's own words.
    fn name(&self) -> String {
        match self {
            Self::Walk(walk) => {
                let (what, when) = sessions::name_of(walk);
                words::half_done(what, when)
            }
            Self::Form(form) => {
                let what = doors::form(form.kind);
                match form.of.and_then(|of| of.day()) {
                    Some(day) => words::half_done_of(what, &say_day(day)),
                    None => what.to_owned(),
                }
            }
        }
    }
}

/// Everything that was left: the walks, and then the forms.
fn all(desk: &Desk) -> Result<Vec<HalfDone>, Trouble> {
    let walks = sessions::half_done(desk)?.into_iter();
    let mut all: Vec<HalfDone> = walks.map(|walk| HalfDone::Walk(Box::new(walk))).collect();
    let forms = half_done_forms(desk.store.drafts()?);
    all.extend(forms.iter().filter_map(|draft| match draft.subject() {
        Subject::Form(form) => Some(HalfDone::Form(form)),
        Subject::Walk(_) | Subject::Card => None,
    }));
    Ok(all)
}

/// The row of Home about it, if there is something.
///
/// # Errors
/// [`Trouble`] when the journal cannot be read.
pub(super) fn row(desk: &Desk) -> Result<Option<String>, Trouble> {
    Ok(match all(desk)?.as_slice() {
        [] => None,
        [one] => Some(words::row_half_done(one.name())),
        several => Some(words::row_half_done_several(several.len())),
    })
}

/// Goes on with it; where there are several, the person says with which.
///
/// # Errors
/// [`Trouble`] when words are left that could not be saved.
pub(super) fn room(rooms: &mut Rooms<'_, '_>) -> Result<Then, Trouble> {
    if !rooms.can_write() {
        return Ok(Then::Stay);
    }
    let mut half_done = all(rooms.desk)?;
    if half_done.len() > 1 {
        rooms.talk.gap();
        rooms.talk.say(&format!("{}.", words::HALF_DONE));
        let names: Vec<String> = half_done.iter().map(HalfDone::name).collect();
        rooms.numbered(names.iter().map(String::as_str));
    }
    let mut row = 0;
    while half_done.len() > 1 {
        match rooms.pick(words::WHERE_TO, half_done.len()) {
            Picked::Row(picked) => {
                row = picked;
                break;
            }
            Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Ok(Then::Leave),
            Picked::Again => {}
            Picked::Enter | Picked::Own(_) | Picked::Word(_) => return Ok(Then::Stay),
        }
    }
    if row >= half_done.len() {
        return Ok(Then::Stay);
    }
    match half_done.swap_remove(row) {
        HalfDone::Walk(walk) => rooms.walk(*walk, true),
        HalfDone::Form(form) => visit(rooms, Begin::Form(Subject::Form(form))),
    }
}
