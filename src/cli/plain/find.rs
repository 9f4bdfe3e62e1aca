//! Finding entries in plain mode: what is typed, what is found, and what is found within words.

use chrono::{DateTime, FixedOffset};

use super::journal::{OWN_WORDS, PAGE, entry, month, removed, say_rows};
use super::rooms::{Picked, Rooms, Then};
use super::said::{self, Line, Word};
use super::visit::visit;
use super::{card, help, hide};
use crate::cli::query;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{FILTERS, Id, Listed, Query};
use crate::rooms::Begin as Visit;

/// A page of what was found.
struct Found {
    /// The rows of the first wave.
    rows: Vec<Listed>,
    /// Those where it is part of a longer word: only behind the last of the first wave.
    parts: Vec<Listed>,
    has_more: bool,
}

/// Where to go from a page.
enum Next {
    More,
    SamePage,
    Other,
    Back,
    Leave,
}

/// Asks what is looked for, and shows what is found, until the person goes back. What was typed
/// elsewhere is not asked for again.
pub(super) fn find(rooms: &mut Rooms<'_, '_>, typed: String) -> Result<Then, Trouble> {
    let mut typed = Some(typed).filter(|typed| !typed.trim().is_empty());
    loop {
        let asked = match typed.take() {
            Some(typed) => typed,
            None => match ask(rooms) {
                Asked::This(typed) => typed,
                Asked::Back => return Ok(Then::Stay),
                Asked::Leave => return Ok(Then::Leave),
            },
        };
        let query = match query::read(&rooms.desk.pack, &asked, rooms.desk.clock.stamp().today()) {
            Ok(query) => query,
            Err(error) => {
                rooms.talk.say(&error.said);
                continue;
            }
        };
        match show(rooms, &asked, &query)? {
            Next::Other | Next::More | Next::SamePage => {}
            Next::Back => return Ok(Then::Stay),
            Next::Leave => return Ok(Then::Leave),
        }
    }
}

/// What came of asking what is looked for.
enum Asked {
    This(String),
    Back,
    Leave,
}

fn ask(rooms: &mut Rooms<'_, '_>) -> Asked {
    rooms.talk.gap();
    rooms.talk.hint(words::HINT_QUERY);
    let mut doubted = None;
    loop {
        let Some(typed) = rooms.talk.ask(words::LOOKING_FOR) else {
            return Asked::Leave;
        };
        match said::line(&typed) {
            Line::Text(text) if text.trim().is_empty() => return Asked::Back,
            Line::Text(text) => match said::letter_alone(&text) {
                Some((letter, long)) if doubted != Some(letter) => {
                    rooms.talk.say(&words::is_it_the_word(letter, long));
                    doubted = Some(letter);
                }
                _ => return Asked::This(text.trim().to_owned()),
            },
            Line::Word(Word::Back) => return Asked::Back,
            Line::Word(Word::Leave | Word::Quit) => return Asked::Leave,
            Line::Word(Word::Help) => {
                rooms.talk.say(words::CAN_BE_ASKED_FOR);
                let filters = FILTERS.iter().map(words::filter);
                rooms
                    .talk
                    .say_all(filters.map(|line| line.trim_start().to_owned()));
                help::say_room_words(rooms.talk);
            }
            Line::Word(Word::Card) => card::show(rooms.talk, rooms.desk),
            Line::Word(Word::Hide | Word::Clear) => hide::away_and_back(rooms.talk, rooms.desk),
            Line::Word(_) => rooms.talk.say(words::NOT_HERE),
            Line::Stop | Line::Unknown => rooms.talk.say(words::UNKNOWN_WORD),
        }
    }
}

/// Shows what is found, page by page.
fn show(rooms: &mut Rooms<'_, '_>, typed: &str, query: &Query) -> Result<Next, Trouble> {
    let mut after = None;
    loop {
        let found = match page(rooms, query, after) {
            Ok(found) => found,
            // What cannot be searched now is no reason to leave.
            Err(trouble) => {
                rooms.talk.say_all(trouble.lines());
                return Ok(Next::Other);
            }
        };
        if found.rows.is_empty() && found.parts.is_empty() {
            rooms.talk.say(words::NOTHING_FOUND);
            return Ok(Next::Other);
        }
        say(rooms, typed, &found);
        match choose(rooms, typed, &found)? {
            Next::More => after = found.rows.last().map(|last| (last.finished_at, last.id)),
            Next::SamePage => {}
            next => return Ok(next),
        }
    }
}

/// When an entry was finished, and its id.
type Key = (DateTime<FixedOffset>, Id);

fn page(rooms: &Rooms<'_, '_>, query: &Query, after: Option<Key>) -> Result<Found, Trouble> {
    let store = &rooms.desk.store;
    // One more than shown tells whether there are more.
    let mut rows = store.find(query, after, PAGE + 1)?;
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let parts = if has_more || query.terms.is_empty() {
        Vec::new()
    } else {
        let mut parts = store.find_parts(query, PAGE, &|| false)?;
        // None is shown twice, whatever the journal takes for a part.
        parts.retain(|part| rows.iter().all(|row| row.id != part.id));
        parts
    };
    Ok(Found {
        rows,
        parts,
        has_more,
    })
}

fn say(rooms: &mut Rooms<'_, '_>, typed: &str, found: &Found) {
    rooms.talk.gap();
    rooms.talk.title(&words::found(typed));
    say_rows(rooms, &found.rows, 1);
    if !found.parts.is_empty() {
        rooms.talk.say(words::PART_OF_A_WORD);
        say_rows(rooms, &found.parts, found.rows.len() + 1);
    }
    if found.has_more {
        rooms.talk.say(words::MORE_FOUND);
    }
    rooms.talk.hint(words::HINT_FOUND);
}

fn choose(rooms: &mut Rooms<'_, '_>, typed: &str, found: &Found) -> Result<Next, Trouble> {
    let rows: Vec<&Listed> = found.rows.iter().chain(&found.parts).collect();
    loop {
        let lost = rooms.lost.len();
        let then = match rooms.pick_or(words::WHICH_ENTRY, rows.len(), &OWN_WORDS) {
            Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Ok(Next::Leave),
            Picked::Word(Word::More) if found.has_more => return Ok(Next::More),
            Picked::Word(Word::More) => {
                rooms.talk.say(words::NO_MORE_FOUND);
                continue;
            }
            Picked::Row(row) => match rows.get(row) {
                Some(listed) => entry(rooms, listed.id)?,
                None => continue,
            },
            Picked::Own(0) => return Ok(Next::Other),
            Picked::Own(1) => visit(rooms, Visit::Narrow(typed.to_owned()))?,
            Picked::Own(2) => month(rooms, rows.first().copied())?,
            Picked::Own(_) => removed(rooms),
            Picked::Again if rooms.talk.gone() => return Ok(Next::Leave),
            Picked::Again if rooms.lost.len() == lost => continue,
            Picked::Again => Then::Stay,
            Picked::Enter | Picked::Word(_) => return Ok(Next::Back),
        };
        return Ok(match then {
            Then::Stay => Next::SamePage,
            Then::Leave => Next::Leave,
        });
    }
}
