//! Plain mode: the whole program line by line.
//!
//! The full screen cannot be read by most screen readers. So this is not a lesser mode but the
//! same rooms, the same questions and the same record, said one fact a line, with no escape
//! byte, no box, and nothing written over. It refuses nothing the full screen can do in these
//! rooms, and it never guesses that somebody needs it.

mod card;
mod choice;
pub mod ear;
mod editor;
mod find;
mod first_run;
mod half_done;
mod held;
mod help;
mod hide;
mod journal;
mod journey;
pub(crate) mod leaf;
mod page;
mod part;
pub(crate) mod reading;
mod rooms;
mod said;
mod saver;
mod sessions;
mod talk;
mod title;
pub(crate) mod vault;
pub(crate) mod visit;
mod waiting;

pub(super) use talk::wrapped;
pub use talk::{Manner, Talk, Told};

use super::desk::{Desk, Journal, Start};
use super::trouble::Trouble;
use super::words;
use crate::domain::Length;
use crate::reflection::{Opening, Reflection};
use rooms::{Picked, Rooms};
use said::Word;
use sessions::Outcome;

/// Runs plain mode from where it is to begin.
///
/// # Errors
/// [`Trouble`] when the journal cannot be used, or words could not be saved.
pub fn run(desk: &mut Desk, talk: &mut Talk<'_>, start: Start) -> Result<(), Trouble> {
    let last = run_from(desk, talk, start);
    // What was entered is on disk, so this may take its time.
    talk.flush();
    talk.say_all(desk.back_up());
    if last? == Last::Saved {
        talk.gap();
        talk.say(if desk.store.is_made_up() {
            words::MADE_UP_LEAVING
        } else {
            words::SAVED_LEAVING
        });
    }
    Ok(())
}

/// What is left to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    /// That all is saved, and how to go on.
    Saved,
    /// Nothing.
    Nothing,
}

fn run_from(desk: &mut Desk, talk: &mut Talk<'_>, start: Start) -> Result<Last, Trouble> {
    if start != Start::Home {
        desk.must_write()?;
    }
    talk.hide_after(desk.settings.hide_after_minutes);
    talk.tell_made_up(desk.store.is_made_up());
    talk.say_all(std::mem::take(&mut desk.notices));
    match start {
        Start::Home => {
            Rooms::new(talk, desk).home()?;
            // What was erased has had its last words.
            Ok(match desk.journal {
                Journal::Erased => Last::Nothing,
                _ => Last::Saved,
            })
        }
        Start::Land => {
            let opening = Opening {
                length: Some(Length::Land),
                ..Opening::default()
            };
            let walk = sessions::begin(desk, opening)?;
            one_walk(talk, desk, walk, false)
        }
        Start::Reflect(opening) => match offered(talk, desk, opening)? {
            Offered::Walk(walk, on_disk) => one_walk(talk, desk, *walk, on_disk),
            Offered::Left => Ok(Last::Saved),
        },
        Start::Resume => {
            let found = sessions::left_last(desk)?;
            let on_disk = found.is_some();
            let walk = match found {
                Some(walk) => walk,
                None => sessions::begin(desk, Opening::default())?,
            };
            one_walk(talk, desk, walk, on_disk)
        }
    }
}

fn one_walk(
    talk: &mut Talk<'_>,
    desk: &mut Desk,
    walk: Reflection,
    on_disk: bool,
) -> Result<Last, Trouble> {
    let outcome = sessions::walk(talk, desk, walk, on_disk, false)?;
    Ok(match outcome {
        Outcome::Left | Outcome::Back => Last::Saved,
        Outcome::Kept | Outcome::Over => Last::Nothing,
    })
}

enum Offered {
    Walk(Box<Reflection>, bool),
    Left,
}

/// Offers a half-done reflection to a person. Lines from a pipe were written for a new one.
fn offered(talk: &mut Talk<'_>, desk: &mut Desk, opening: Opening) -> Result<Offered, Trouble> {
    let begin = |desk: &Desk| {
        sessions::begin(desk, opening).map(|walk| Offered::Walk(Box::new(walk), false))
    };
    if !talk.typed() {
        return begin(desk);
    }
    // Land is gone on with from Home.
    let reflection = |walk: &Reflection| walk.length() != Some(Length::Land);
    let Some(walk) = sessions::left_last(desk)?.filter(reflection) else {
        return begin(desk);
    };
    let (what, when) = sessions::name_of(&walk);
    talk.say(&words::is_half_done(what, when));
    let mut rooms = Rooms::new(talk, desk);
    rooms.numbered([words::GO_ON, words::BEGIN_NEW]);
    loop {
        match rooms.pick(words::ANSWER, 2) {
            Picked::Row(0) => return Ok(Offered::Walk(Box::new(walk), true)),
            Picked::Row(_) => return begin(desk),
            Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Ok(Offered::Left),
            Picked::Again => {}
            Picked::Enter | Picked::Own(_) | Picked::Word(_) => {
                rooms.talk.say(&words::not_a_row(2));
            }
        }
    }
}
