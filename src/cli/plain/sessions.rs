//! A reflection or a Land from its first prompt to its last words.

use std::rc::Rc;

use super::card;
use super::hide;
use super::journey::{self, Ended, Journey};
use super::said::{self, Word};
use super::saver::Saver;
use super::talk::Talk;
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{Draft, Entry, Length, Subject, say_day};
use crate::reflection::{
    self, End, Kept, NOTHING_WRITTEN, Opening, Reflection, Walk, closing_of, kept_of,
};

/// What became of a walk.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It is over, and kept.
    Kept,
    /// It is over, and nothing of it is kept.
    Over,
    /// The person saves and leaves the program.
    Left,
    /// The person goes back to Home; what was entered is half-done.
    Back,
}

/// Begins a new walk.
///
/// # Errors
/// [`Trouble`] when the journal cannot be read.
pub(super) fn begin(desk: &Desk, opening: Opening) -> Result<Reflection, Trouble> {
    let past = desk.store.past()?;
    let pack = Rc::clone(&desk.pack);
    Ok(Reflection::begin(pack, opening, &past, &desk.clock.stamp()))
}

/// Opens an entry up into a walk, and says whether it was begun before. What was left half-way of
/// it is taken up where it was.
///
/// # Errors
/// [`Trouble`] when the journal cannot be read.
pub(super) fn open_up(desk: &Desk, entry: &Entry) -> Result<(Reflection, bool), Trouble> {
    let pack = || Rc::clone(&desk.pack);
    let left = desk.store.draft(Subject::Walk(entry.id))?;
    if let Some(walk) = left.and_then(|draft| Reflection::resume(pack(), draft)) {
        return Ok((walk, true));
    }
    let past = desk.store.past()?;
    let walk = Reflection::open_up(pack(), entry, &past, &desk.clock.stamp());
    Ok((walk, false))
}

/// Walks from where the walk is to the end.
///
/// # Errors
/// [`Trouble`] when words are left that could not be saved.
pub(super) fn walk(
    talk: &mut Talk<'_>,
    desk: &mut Desk,
    mut walk: Reflection,
    on_disk: bool,
    has_home: bool,
) -> Result<Outcome, Trouble> {
    let mut saver = Saver::new(on_disk);
    loop {
        let mut journey = Journey::new(talk, desk, &mut walk, saver, has_home);
        let ended = journey.run()?;
        saver = journey.saver;
        match ended {
            Ended::Walk(End::Keep) => return keep(talk, desk, &mut walk, saver),
            Ended::Walk(End::Nothing) => {
                if saver.on_disk() {
                    desk.store.drop_draft(walk.paper().draft().subject())?;
                }
                talk.say(NOTHING_WRITTEN);
                return Ok(Outcome::Over);
            }
            Ended::Walk(End::LetGo) => match let_go(talk, desk, walk)? {
                Gone::For => return Ok(Outcome::Over),
                Gone::Left => return Ok(Outcome::Left),
                Gone::Not(back) => {
                    walk = *back;
                    saver = Saver::new(true);
                }
            },
            Ended::Left | Ended::Back | Ended::ToLock => {
                // Nothing of one's own stands in it: there is nothing to go on with.
                if walk.paper().draft().is_blank() && saver.on_disk() {
                    desk.store.drop_draft(walk.paper().draft().subject())?;
                }
                return Ok(if ended == Ended::Left {
                    Outcome::Left
                } else {
                    Outcome::Back
                });
            }
        }
    }
}

/// Keeps a finished walk and says the last words.
fn keep(
    talk: &mut Talk<'_>,
    desk: &mut Desk,
    walk: &mut Reflection,
    mut saver: Saver,
) -> Result<Outcome, Trouble> {
    loop {
        let at = desk.clock.stamp().at;
        let finished = walk.finish(at);
        match desk.store.finish(&finished, at) {
            Ok(()) => {
                say_closing(talk, desk, &finished.entry);
                return Ok(Outcome::Kept);
            }
            Err(error) => {
                talk.say(&words::not_kept(error.short()));
                let answer = talk.ask(words::TRY_TO_KEEP);
                let word = answer.as_deref().and_then(said::word);
                if answer.is_none() || matches!(word, Some(Word::Leave | Word::Quit)) {
                    saver.rescue(talk, desk, walk)?;
                    return Ok(Outcome::Left);
                }
            }
        }
    }
}

fn say_closing(talk: &mut Talk<'_>, desk: &Desk, entry: &Entry) {
    talk.gap();
    talk.title(words::KEPT);
    for Kept { label, words } in kept_of(&desk.pack, entry) {
        // A question needs no colon.
        let after = if label.ends_with('?') { "" } else { ":" };
        talk.say(&format!("{label}{after} {words}"));
    }
    let closing = closing_of(&desk.pack, entry);
    talk.say(&closing.said);
    talk.say_all(&closing.under);
}

/// What became of letting go.
enum Gone {
    /// It is gone for good.
    For,
    /// It is gone for good, and the person leaves the program.
    Left,
    /// It is there again.
    Not(Box<Reflection>),
}

/// Erases a walk. It can be brought back until this one prompt is left.
fn let_go(talk: &mut Talk<'_>, desk: &mut Desk, mut walk: Reflection) -> Result<Gone, Trouble> {
    talk.gap();
    match desk.store.drop_draft(walk.paper().draft().subject()) {
        Ok(()) => talk.say(words::LET_GO),
        Err(error) => {
            talk.say(&words::not_erased(error.short()));
            return Err(error.into());
        }
    }
    loop {
        let Some(typed) = talk.ask(words::BRING_BACK_PROMPT) else {
            return Ok(Gone::For);
        };
        match said::word(&typed) {
            _ if typed.trim().is_empty() => return Ok(Gone::For),
            Some(Word::Undo) => {
                bring_back(talk, desk, &mut walk)?;
                return Ok(Gone::Not(Box::new(walk)));
            }
            Some(Word::Leave | Word::Quit) => return Ok(Gone::Left),
            Some(Word::Help) => journey::say_words(talk),
            Some(Word::Card) => card::show(talk, desk),
            Some(Word::Hide | Word::Clear) => hide::away_and_back(talk, desk),
            Some(_) | None => talk.say(words::NOT_HERE),
        }
    }
}

/// Puts a walk that was let go back into the journal as half-done.
///
/// # Errors
/// [`Trouble`] when it cannot be saved; the words were printed then.
fn bring_back(talk: &mut Talk<'_>, desk: &mut Desk, walk: &mut Reflection) -> Result<(), Trouble> {
    walk.paper_mut().clear(&crate::domain::Field::Keep);
    walk.paper_mut().draft_mut().all_unsaved();
    let mut saver = Saver::new(true);
    saver.save(talk, desk, walk);
    if !saver.all_saved() {
        saver.rescue(talk, desk, walk)?;
    }
    talk.say(words::BROUGHT_BACK);
    Ok(())
}

/// The walks that were left half-done, the latest first.
///
/// # Errors
/// [`Trouble`] when the journal cannot be read.
pub(super) fn half_done(desk: &Desk) -> Result<Vec<Reflection>, Trouble> {
    let drafts = reflection::half_done(desk.store.drafts()?);
    let walk = |draft: Draft| Reflection::resume(Rc::clone(&desk.pack), draft);
    Ok(drafts.into_iter().filter_map(walk).collect())
}

/// The walk to go on with when nobody says which.
///
/// # Errors
/// [`Trouble`] when the journal cannot be read.
pub(super) fn left_last(desk: &Desk) -> Result<Option<Reflection>, Trouble> {
    let draft = reflection::left_last(desk.store.drafts()?);
    Ok(draft.and_then(|draft| Reflection::resume(Rc::clone(&desk.pack), draft)))
}

/// What a walk is called in a sentence, and the day it was begun.
pub(super) fn name_of(walk: &Reflection) -> (&'static str, String) {
    let name = match (walk.length(), walk.is_practice()) {
        (Some(Length::Land), _) => words::A_LAND,
        (Some(Length::Vignette), _) => words::A_TRY,
        (_, true) => words::A_PRACTICE,
        _ => words::A_REFLECTION,
    };
    (name, say_day(walk.started().date_naive()))
}
