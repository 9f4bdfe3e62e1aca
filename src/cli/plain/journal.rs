//! The journal in plain mode: pages of entries by month, and an entry to read.

use chrono::{DateTime, FixedOffset};

use super::find::find;
use super::reading;
use super::rooms::{Picked, Rooms, Then};
use super::said::Word;
use super::visit::visit;
use crate::cli::list;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{Id, Listed, first_of_month, say_month, which_entry};
use crate::rooms::Begin as Visit;
use crate::vault::Begin;

/// Entries on one page, so that it fits a screen.
pub(super) const PAGE: usize = 20;

/// The words of the list's own. They are the same over what was found.
pub(super) const OWN_WORDS: [(&str, &str); 4] = [
    ("f", "find"),
    ("n", "narrow"),
    ("d", "days"),
    ("r", "removed"),
];

/// Where to go from a page of the list.
enum Next {
    Older,
    SamePage,
    Home,
    Leave,
}

/// Lists entries until the person goes back.
pub(super) fn room(rooms: &mut Rooms<'_, '_>) -> Result<Then, Trouble> {
    let mut before = None;
    loop {
        // One more than shown tells whether there are older ones.
        let mut page = rooms.desk.store.entries(before, PAGE + 1)?;
        let has_older = page.len() > PAGE;
        page.truncate(PAGE);
        if page.is_empty() && before.take().is_some() {
            // The last of this page is gone; what is newer is still there.
            continue;
        }
        if page.is_empty() {
            return nothing_real(rooms);
        }
        say_page(rooms, &page);
        match choose(rooms, &page, has_older)? {
            Next::Older => before = page.last().map(end_of),
            Next::SamePage => {}
            Next::Home => return Ok(Then::Stay),
            Next::Leave => return Ok(Then::Leave),
        }
    }
}

/// Says that nothing is listed here. Whoever has only practised so far finds that at once.
fn nothing_real(rooms: &mut Rooms<'_, '_>) -> Result<Then, Trouble> {
    let has_practice = list::has_practice(rooms.desk)?;
    rooms.talk.say(if has_practice {
        words::NOTHING_REAL
    } else {
        words::NO_ENTRIES
    });
    rooms.talk.say(words::HOW_ENTRIES_BEGIN);
    if !has_practice {
        return Ok(Then::Stay);
    }
    rooms.talk.say(words::PRACTICE_IS_APART);
    find(rooms, "is:practice".to_owned())
}

fn end_of(last: &Listed) -> (DateTime<FixedOffset>, Id) {
    (last.finished_at, last.id)
}

fn say_page(rooms: &mut Rooms<'_, '_>, page: &[Listed]) {
    rooms.talk.gap();
    rooms.talk.title(&format!("{}.", words::JOURNAL));
    say_rows(rooms, page, 1);
    rooms.talk.hint(words::HINT_JOURNAL);
    rooms.talk.hint(words::HINT_FIND);
}

/// Says rows by month, with numbers from this one on.
pub(super) fn say_rows(rooms: &mut Rooms<'_, '_>, rows: &[Listed], from: usize) {
    let mut month = String::new();
    for (number, listed) in (from..).zip(rows) {
        let this = say_month(listed.on);
        if this != month {
            rooms.talk.say(&this);
            month = this;
        }
        let row = list::numbered_row(&rooms.desk.pack, listed);
        rooms.talk.say(&format!("{number} {row}"));
    }
}

fn choose(rooms: &mut Rooms<'_, '_>, page: &[Listed], has_older: bool) -> Result<Next, Trouble> {
    loop {
        let lost = rooms.lost.len();
        return Ok(
            match rooms.pick_or(words::WHICH_ENTRY, page.len(), &OWN_WORDS) {
                Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => Next::Leave,
                Picked::Word(Word::More) if has_older => Next::Older,
                Picked::Word(Word::More) => {
                    rooms.talk.say(words::NO_OLDER);
                    continue;
                }
                Picked::Row(row) => match page.get(row) {
                    Some(listed) => next(entry(rooms, listed.id)?),
                    None => continue,
                },
                Picked::Own(0) => next(find(rooms, String::new())?),
                Picked::Own(1) => next(visit(rooms, Visit::Narrow(String::new()))?),
                Picked::Own(2) => next(month(rooms, page.first())?),
                Picked::Own(_) => next(removed(rooms)),
                // What came back may belong on this page.
                Picked::Again if rooms.talk.gone() => Next::Leave,
                Picked::Again if rooms.lost.len() == lost => continue,
                Picked::Again => Next::SamePage,
                Picked::Word(Word::Where) => {
                    rooms
                        .talk
                        .say(&format!("{}{}.", words::YOU_ARE_HERE, words::JOURNAL));
                    continue;
                }
                Picked::Enter | Picked::Word(_) => Next::Home,
            },
        );
    }
}

fn next(then: Then) -> Next {
    match then {
        Then::Stay => Next::SamePage,
        Then::Leave => Next::Leave,
    }
}

/// Shows what was taken out of the journal, to be brought back.
pub(super) fn removed(rooms: &mut Rooms<'_, '_>) -> Then {
    rooms.talk_about(Begin::TakenOut)
}

/// Shows the days of a month: the one of this row, or else of today.
pub(super) fn month(rooms: &mut Rooms<'_, '_>, row: Option<&Listed>) -> Result<Then, Trouble> {
    let today = rooms.desk.clock.stamp().today();
    let day = row.map_or(today, |row| row.on);
    visit(rooms, Visit::Month(first_of_month(day)))
}

/// Shows an entry to read, again after each change.
pub(super) fn entry(rooms: &mut Rooms<'_, '_>, id: Id) -> Result<Then, Trouble> {
    loop {
        let found = match rooms.desk.store.entry(id) {
            Ok(found) => found,
            Err(error) => {
                rooms.talk.say(words::CANNOT_BE_READ);
                rooms.talk.say_all(Trouble::from(error).lines());
                return Ok(Then::Stay);
            }
        };
        let Some(entry) = found else {
            rooms.talk.say(words::GONE);
            return Ok(Then::Stay);
        };
        rooms.talk.gap();
        let mut lines = reading::page(&rooms.desk.pack, &entry, false).into_iter();
        rooms.talk.title(&lines.next().unwrap_or_default());
        rooms.talk.say_all(lines);
        rooms.talk.gap();
        rooms.numbered([
            words::GO_BACK,
            words::CHANGE_OR_ADD,
            words::DELETE,
            words::DELETE_FOR_EVER,
        ]);
        match deed(rooms) {
            Deed::Change => {
                if visit(rooms, Visit::Entry(id))? == Then::Leave {
                    return Ok(Then::Leave);
                }
                if rooms.lost.contains(&id) {
                    return Ok(Then::Stay);
                }
            }
            Deed::Delete => {
                delete(rooms, id);
                return Ok(Then::Stay);
            }
            Deed::Erase => {
                return Ok(if rooms.can_write() {
                    rooms.talk_about(Begin::Erase(id, which_entry(entry.on, entry.finished_at)))
                } else {
                    Then::Stay
                });
            }
            Deed::Leave(then) => return Ok(then),
        }
    }
}

/// What is done with an entry that was read.
enum Deed {
    Change,
    Delete,
    Erase,
    Leave(Then),
}

fn deed(rooms: &mut Rooms<'_, '_>) -> Deed {
    loop {
        return match rooms.pick(words::ANSWER, 4) {
            Picked::Row(1) => Deed::Change,
            Picked::Row(2) => Deed::Delete,
            Picked::Row(3) => Deed::Erase,
            Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => Deed::Leave(Then::Leave),
            Picked::Again => continue,
            Picked::Row(_) | Picked::Enter | Picked::Own(_) | Picked::Word(_) => {
                Deed::Leave(Then::Stay)
            }
        };
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
