//! My tries, of one story or of all; each opens the page it is read on.
//!
//! Practice reflections are listed in the same way. What can be done with one of them, changing it,
//! a line, taking it out, is what can be done with any entry.

use chrono::{DateTime, FixedOffset};

use super::super::around::Standing;
use super::super::matter::{Next, Talk};
use super::super::picking::Picking;
use super::super::{Came, Door, Given, Leaf, LeafRow, Piece, Work, words as common};
use super::{say_when, words};
use crate::domain::{Entry, Id, Length, Listed, Query, cut};
use crate::insight::days::say_short;

/// Rows that come at a time.
pub(super) const SIZE: usize = 12;
/// The most entries that are shown, and how many are looked for at once.
const MOST: usize = 200;

/// What is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Which {
    /// Tries of one story.
    Of(String),
    /// Tries of every story.
    Every,
    /// Practice reflections.
    Reflections,
}

/// One row on its way.
#[derive(Clone, Debug)]
struct Found {
    id: Id,
    words: String,
    quiet: String,
}

/// The list.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct Tries {
    which: Which,
    found: Option<Vec<Found>>,
    /// Tries that were read, until it is known whether there are others that cannot be.
    read: Vec<Entry>,
    /// Reflections that were found so far, until all are.
    so_far: Vec<Found>,
    shown: usize,
    last: usize,
}

/// What a row does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Open(Id),
    Older,
    Back,
}

impl Tries {
    /// Lists the tries of this story, or of all.
    pub(super) fn of(vignette: Option<String>) -> Self {
        Self::new(vignette.map_or(Which::Every, Which::Of))
    }

    /// Lists practice reflections.
    pub(super) fn reflections() -> Self {
        Self::new(Which::Reflections)
    }

    fn new(which: Which) -> Self {
        Self {
            which,
            found: None,
            read: Vec::new(),
            so_far: Vec::new(),
            shown: SIZE,
            last: 0,
        }
    }

    fn title(&self) -> &'static str {
        match self.which {
            Which::Reflections => words::MY_REFLECTIONS,
            _ => words::MY_TRIES,
        }
    }

    fn rows(&self) -> Picking<Deed> {
        let mut rows = Picking::new();
        let found = self.found.as_deref().unwrap_or_default();
        for one in found.iter().take(self.shown) {
            let row = LeafRow::new(cut(&one.words, common::ROW_LETTERS));
            rows.row(row.quiet(one.quiet.clone()), Deed::Open(one.id));
        }
        if found.len() > self.shown {
            rows.row(LeafRow::new(common::OLDER).key('o'), Deed::Older);
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    /// Every try in its order; one that could not be read is said to be there.
    fn every(&mut self, listed: Vec<Listed>, standing: &Standing) -> Vec<Found> {
        let read = std::mem::take(&mut self.read);
        let mut rows: Vec<_> = read
            .iter()
            .map(|it| ((it.finished_at, it.id), self.try_row(it, &read, standing)))
            .collect();
        for one in listed {
            if !read.iter().any(|it| it.id == one.id) {
                let place = (one.finished_at, one.id);
                let lost = Listed {
                    readable: false,
                    ..one
                };
                rows.push((place, reflection_row(lost, standing)));
            }
        }
        rows.sort_by_key(|(place, _)| std::cmp::Reverse(*place));
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// Takes the reflections of a page, and says where the next begins if it is needed: tries stand
    /// among them, and a year of tries must not hide what lies before it.
    fn reflections_of(&mut self, page: Vec<Listed>, standing: &Standing) -> Option<Place> {
        let last = page.last().map(|it| (it.finished_at, it.id));
        let is_full = page.len() >= MOST;
        let mine = page
            .into_iter()
            .filter(|it| !it.readable || it.length != Length::Vignette);
        let rows = mine.map(|it| reflection_row(it, standing));
        self.so_far.extend(rows);
        last.filter(|_| is_full && self.so_far.len() < MOST)
    }

    fn try_row(&self, entry: &Entry, among: &[Entry], standing: &Standing) -> Found {
        let day = say_when(entry, among, standing.today());
        let first = or(first_words(entry), words::NO_WORDS);
        let title = entry.attempt.as_ref().map(|it| it.title.clone());
        match (&self.which, title) {
            (Which::Every, Some(title)) if !title.trim().is_empty() => Found {
                id: entry.id,
                words: title,
                quiet: day,
            },
            _ => Found {
                id: entry.id,
                words: first,
                quiet: day,
            },
        }
    }
}

/// The first words of a try, for a row: what was written before what was chosen.
pub(super) fn first_words(entry: &Entry) -> String {
    let Some(attempt) = &entry.attempt else {
        return entry.first_words().to_owned();
    };
    let chosen = attempt.ways.first().map_or("", |way| way.words.as_str());
    let words = [attempt.pull.as_str(), attempt.own_way.as_str(), chosen];
    let first = words.into_iter().map(str::trim).find(|it| !it.is_empty());
    first.unwrap_or_else(|| entry.first_words()).to_owned()
}

/// Where a page of the list ended.
type Place = (DateTime<FixedOffset>, Id);

/// Asks for a page of practice entries, of one length where it is said.
pub(super) fn practice(length: Option<Length>, before: Option<Place>) -> Work {
    let query = Query {
        practice: Some(true),
        length,
        ..Query::default()
    };
    Work::Find(Box::new(query), before, MOST)
}

fn or(words: String, other: &str) -> String {
    if words.trim().is_empty() {
        other.to_owned()
    } else {
        words
    }
}

fn reflection_row(listed: Listed, standing: &Standing) -> Found {
    let day = say_short(listed.on, standing.today());
    let words = if listed.readable {
        or(listed.words, super::super::moments::words::NO_WORDS)
    } else {
        words::UNREADABLE.to_owned()
    };
    Found {
        id: listed.id,
        words,
        quiet: day,
    }
}

impl Talk for Tries {
    fn begun(&mut self, _: &Standing) -> Next {
        self.so_far.clear();
        Next::Do(match &self.which {
            Which::Of(vignette) => Work::Tries(Some(vignette.clone())),
            Which::Every => Work::Tries(None),
            Which::Reflections => practice(None, None),
        })
    }

    fn leaf(&self, _: &Standing) -> Leaf {
        let Some(found) = &self.found else {
            return Leaf::busy(self.title());
        };
        let piece = match (&self.which, found.is_empty()) {
            (_, false) => Piece::Quiet(words::TRIES_UNDER.to_owned()),
            (Which::Reflections, true) => Piece::Text(words::NO_REFLECTIONS.to_owned()),
            (_, true) => Piece::Text(words::NO_TRIES.to_owned()),
        };
        Leaf {
            title: self.title().to_owned(),
            pieces: vec![piece],
            ask: self.rows().ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, _: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        match self.rows().chosen(at) {
            Some(Deed::Open(id)) => {
                self.last = at;
                Next::Through(Door::Entry(id))
            }
            Some(Deed::Older) => {
                self.last = self.shown;
                self.shown += SIZE;
                Next::Leaf
            }
            Some(Deed::Back) => Next::Over,
            None => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        let found = match came {
            Came::Tries(tries) if self.which == Which::Every => {
                self.read = tries;
                return Next::Do(practice(Some(Length::Vignette), None));
            }
            Came::Tries(tries) => {
                let row = |entry: &Entry| self.try_row(entry, &tries, standing);
                let rows = tries.iter().map(row);
                rows.collect()
            }
            Came::Found(found) if self.which == Which::Every => self.every(found, standing),
            Came::Found(page) => match self.reflections_of(page, standing) {
                Some(before) => return Next::Do(practice(None, Some(before))),
                None => std::mem::take(&mut self.so_far),
            },
            other => return Next::after(self.title(), other),
        };
        self.found = Some(found);
        Next::Leaf
    }
}
