//! The journal in plain mode: pages of entries by month, and an entry to read.

use super::reading;
use super::rooms::{Picked, Rooms, Then};
use super::said::Word;
use crate::cli::list;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{Id, Listed, say_month};
use crate::vault::Begin;
use crate::vault::words::which_entry;

/// Entries on one page, so that it fits a screen.
const PAGE: usize = 20;

/// Lists entries until the person goes back.
pub(super) fn room(rooms: &mut Rooms<'_, '_>) -> Result<Then, Trouble> {
    let mut before = None;
    loop {
        // One more than shown tells whether there are older ones.
        let mut page = rooms.desk.store.entries(before, PAGE + 1)?;
        let has_older = page.len() > PAGE;
        page.truncate(PAGE);
        if page.is_empty() {
            rooms.talk.say(words::NO_ENTRIES);
            return Ok(Then::Stay);
        }
        say_page(rooms, &page);
        match choose(rooms, &page, has_older)? {
            Next::Older => before = page.last().map(|last| (last.finished_at, last.id)),
            Next::SamePage => {}
            Next::Home => return Ok(Then::Stay),
            Next::Leave => return Ok(Then::Leave),
        }
    }
}

/// Where to go from a page of the list.
enum Next {
    Older,
    SamePage,
    Home,
    Leave,
}

fn say_page(rooms: &mut Rooms<'_, '_>, page: &[Listed]) {
    rooms.talk.gap();
    rooms.talk.say(&format!("{}.", words::JOURNAL));
    let mut month = String::new();
    for (number, listed) in (1..).zip(page) {
        let this = say_month(listed.on);
        if this != month {
            rooms.talk.say(&this);
            month = this;
        }
        let row = list::row(&rooms.desk.pack, listed, None);
        rooms.talk.say(&format!("{number} {row}"));
    }
    rooms.talk.hint(words::HINT_JOURNAL);
}

fn choose(rooms: &mut Rooms<'_, '_>, page: &[Listed], has_older: bool) -> Result<Next, Trouble> {
    loop {
        let lost = rooms.lost.len();
        return Ok(match rooms.pick(words::WHICH_ENTRY, page.len()) {
            Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => Next::Leave,
            Picked::Word(Word::More) if has_older => Next::Older,
            Picked::Word(Word::More) => {
                rooms.talk.say(words::NO_OLDER);
                continue;
            }
            Picked::Row(row) => match page.get(row) {
                Some(listed) => match entry(rooms, listed.id)? {
                    Then::Stay => Next::SamePage,
                    Then::Leave => Next::Leave,
                },
                None => continue,
            },
            // What came back may belong on this page.
            Picked::Again if rooms.talk.gone() => Next::Leave,
            Picked::Again if rooms.lost.len() == lost => continue,
            Picked::Again => Next::SamePage,
            Picked::Enter | Picked::Word(_) => Next::Home,
        });
    }
}

/// Shows an entry to read.
fn entry(rooms: &mut Rooms<'_, '_>, id: Id) -> Result<Then, Trouble> {
    let found = match rooms.desk.store.entry(id) {
        Ok(found) => found,
        Err(error) => {
            rooms.talk.say_all(Trouble::from(error).lines());
            return Ok(Then::Stay);
        }
    };
    let Some(entry) = found else {
        rooms.talk.say(words::GONE);
        return Ok(Then::Stay);
    };
    rooms.talk.gap();
    let lines = reading::page(&rooms.desk.pack, &entry);
    rooms.talk.say_all(lines);
    rooms.talk.gap();
    rooms.numbered([words::TO_LIST, words::DELETE, words::DELETE_FOR_EVER]);
    loop {
        match rooms.pick(words::ANSWER, 3) {
            Picked::Row(1) => {
                delete(rooms, id);
                return Ok(Then::Stay);
            }
            Picked::Row(2) => {
                return Ok(if rooms.can_write() {
                    rooms.talk_about(Begin::Erase(id, which_entry(entry.on, entry.finished_at)))
                } else {
                    Then::Stay
                });
            }
            Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Ok(Then::Leave),
            Picked::Again => {}
            Picked::Row(_) | Picked::Enter | Picked::Word(_) => return Ok(Then::Stay),
        }
    }
}

fn delete(rooms: &mut Rooms<'_, '_>, id: Id) {
    if !rooms.can_write() {
        return;
    }
    let at = rooms.desk.clock.stamp().at;
    match rooms.desk.store.delete(id, at) {
        Ok(()) => {
            rooms.lost.push(id);
            rooms.talk.say(words::DELETED);
        }
        Err(error) => rooms.talk.say_all(Trouble::from(error).lines()),
    }
}
