//! What was left half-way: walks, and the small forms beside them.

use super::rooms::{Picked, Rooms, Then};
use super::said::Word;
use super::sessions;
use super::visit::visit;
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{Form, Subject, say_day};
use crate::reflection::{Reflection, Walk as _, doors, half_done_forms};
use crate::rooms::Begin;

/// One thing that can be gone on with.
enum HalfDone {
    Walk(Box<Reflection>),
    Form(Form),
}

impl HalfDone {
    /// What its words are kept under.
    fn subject(&self) -> Subject {
        match self {
            Self::Walk(walk) => walk.paper().draft().subject(),
            Self::Form(form) => Subject::Form(*form),
        }
    }

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

/// The word of Home that lets something of it go.
pub(super) const OWN_WORDS: &[(&str, &str)] = &[("d", "delete")];

/// Asks which of it shall go, and then whether it really shall: it does not come back.
///
/// # Errors
/// [`Trouble`] when the journal cannot be read or written.
pub(super) fn let_go(rooms: &mut Rooms<'_, '_>) -> Result<Then, Trouble> {
    if !rooms.can_write() {
        return Ok(Then::Stay);
    }
    let half_done = all(rooms.desk)?;
    rooms.talk.gap();
    rooms.talk.title(words::WHICH_GOES);
    let names: Vec<String> = half_done.iter().map(HalfDone::name).collect();
    rooms.numbered(names.iter().map(String::as_str));
    let row = match asked(rooms, names.len()) {
        Ok(row) => row,
        Err(then) => return Ok(then),
    };
    let (Some(one), Some(name)) = (half_done.get(row), names.get(row)) else {
        return Ok(Then::Stay);
    };
    rooms.talk.say(&words::goes_for_good(name));
    rooms.numbered([words::KEEP_IT, words::LET_IT_GO]);
    match asked(rooms, 2) {
        Ok(1) => {
            rooms.desk.store.drop_draft(one.subject())?;
            rooms.talk.say(words::IT_IS_GONE);
            Ok(Then::Stay)
        }
        Ok(_) => Ok(Then::Stay),
        Err(then) => Ok(then),
    }
}

/// The row that was typed, or where to go from here.
fn asked(rooms: &mut Rooms<'_, '_>, rows: usize) -> Result<usize, Then> {
    loop {
        match rooms.pick(words::ANSWER, rows) {
            Picked::Row(row) => return Ok(row),
            Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Err(Then::Leave),
            Picked::Again => {}
            Picked::Enter | Picked::Own(_) | Picked::Word(_) => return Err(Then::Stay),
        }
    }
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
        rooms.talk.title(&format!("{}.", words::HALF_DONE));
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
        HalfDone::Walk(walk) => rooms.go_on_from_home(*walk),
        HalfDone::Form(form) => visit(rooms, Begin::Form(Subject::Form(form))),
    }
}
