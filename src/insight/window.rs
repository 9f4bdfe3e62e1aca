//! A window of the journal: what was answered in each entry, week or month, the oldest first.
//!
//! The map, the counts and the sentences are all made from it, so that they cannot disagree.
//! Weeks and months without a reflection are left out: an empty column would count what was not
//! written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::map::{Cell, Column, NoticingMap, Row};
use super::{days, words};
use crate::content::Pack;
use crate::domain::{Answer, HeadingId, Id, ItemId, Signed, Span, Tally, cut};

/// What a column stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// One reflection.
    #[default]
    Reflection,
    /// A week with a reflection.
    Week,
    /// A month with a reflection.
    Month,
}

/// How often an item was answered so, in one slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The heading.
    pub heading: HeadingId,
    /// The item.
    pub item: ItemId,
    /// The answer; none where only words were written.
    pub answer: Option<Answer>,
    /// How often.
    pub count: u32,
}

impl Seen {
    /// Tells whether it came up: anything but "didn't come up", and words alone count, too.
    pub fn came_up(&self) -> bool {
        self.answer != Some(Answer::DidNotComeUp)
    }
}

/// One column of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Its days.
    pub column: Column,
    /// The entry, where it is one.
    pub entry: Option<Id>,
    /// What was answered.
    pub seen: Vec<Seen>,
}

/// Slices of one kind, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// What a slice stands for.
    pub unit: Unit,
    /// The slices.
    pub slices: Vec<Slice>,
}

impl Window {
    /// Makes a window of entries, given the newest first as the journal gives them.
    pub fn of_signs(signs: &[Signed], today: NaiveDate) -> Self {
        let slice = |signed: &Signed| Slice {
            column: Column {
                words: days::say_short(signed.on, today),
                since: signed.on,
                until: signed.on,
            },
            entry: Some(signed.entry),
            seen: signed
                .signs
                .iter()
                .map(|sign| Seen {
                    heading: sign.heading.clone(),
                    item: sign.item.clone(),
                    answer: sign.answer,
                    count: 1,
                })
                .collect(),
        };
        let mut slices: Vec<Slice> = signs.iter().rev().map(slice).collect();
        // One that was written late stands at the day it is about.
        slices.sort_by_key(|slice| slice.column.since);
        Self {
            unit: Unit::Reflection,
            slices,
        }
    }

    /// Makes a window of weeks or months, in whatever order the counts come.
    pub fn of_tallies(span: Span, tallies: &[Tally], today: NaiveDate) -> Self {
        let mut slices: BTreeMap<NaiveDate, Vec<Seen>> = BTreeMap::new();
        for tally in tallies.iter().filter(|tally| tally.count > 0) {
            let first = span.first_day(tally.from);
            slices.entry(first).or_default().push(Seen {
                heading: tally.heading.clone(),
                item: tally.item.clone(),
                answer: tally.answer,
                count: tally.count,
            });
        }
        let slice = |(since, seen)| Slice {
            column: Column {
                words: words::column(span, since, today),
                since,
                until: days::last_day(span, since),
            },
            entry: None,
            seen,
        };
        Self {
            unit: match span {
                Span::Week => Unit::Week,
                Span::Month => Unit::Month,
            },
            slices: slices.into_iter().map(slice).collect(),
        }
    }

    /// How many slices there are.
    pub fn len(&self) -> usize {
        self.slices.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slices.is_empty()
    }

    /// The first and the last day.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let since = self.slices.iter().map(|slice| slice.column.since).min()?;
        let until = self.slices.iter().map(|slice| slice.column.until).max()?;
        Some((since, until))
    }

    /// The entries it is made of; none by week or month.
    pub fn entries(&self) -> BTreeSet<Id> {
        self.slices.iter().filter_map(|slice| slice.entry).collect()
    }

    /// In how many slices a heading came up.
    pub fn came_up(&self, heading: &HeadingId) -> usize {
        let came_up = |seen: &Seen| seen.heading == *heading && seen.came_up();
        let slices = self.slices.iter();
        slices
            .filter(|slice| slice.seen.iter().any(came_up))
            .count()
    }

    /// How often each answer was given where this holds; words alone are no answer.
    pub fn counts(&self, holds: impl Fn(&Seen) -> bool) -> BTreeMap<Answer, u32> {
        let mut counts = BTreeMap::new();
        for seen in self.slices.iter().flat_map(|slice| &slice.seen) {
            if let Some(answer) = seen.answer.filter(|_| holds(seen)) {
                *counts.entry(answer).or_insert(0) += seen.count;
            }
        }
        counts
    }

    /// How often each answer was given under a heading.
    pub fn counts_of(&self, heading: &HeadingId) -> BTreeMap<Answer, u32> {
        self.counts(|seen| seen.heading == *heading)
    }

    /// The headings that have a sign, in the order of the pack; others come after them.
    pub fn headings(&self, pack: &Pack) -> Vec<HeadingId> {
        let seen = self.slices.iter().flat_map(|slice| &slice.seen);
        let mut there: BTreeSet<HeadingId> = seen.map(|seen| seen.heading.clone()).collect();
        let ids = pack.sets.iter().map(|set| HeadingId::new(&set.id));
        let mut headings: Vec<HeadingId> = ids.filter(|id| there.remove(id)).collect();
        headings.extend(there);
        headings
    }

    /// The items of a heading that have a sign, in the order of the pack; others come after them.
    pub fn items(&self, pack: &Pack, heading: &HeadingId) -> Vec<ItemId> {
        let seen = self.slices.iter().flat_map(|slice| &slice.seen);
        let under = seen.filter(|seen| seen.heading == *heading);
        let mut there: BTreeSet<ItemId> = under.map(|seen| seen.item.clone()).collect();
        let ids = pack.items().map(|(_, item)| ItemId::new(&item.id));
        let mut items: Vec<ItemId> = ids.filter(|id| there.remove(id)).collect();
        items.extend(there);
        items
    }

    /// The map of all headings: only those that were answered, since an empty row would ask why.
    pub fn map(&self, pack: &Pack) -> NoticingMap {
        let row = |heading: HeadingId| Row {
            title: title_of(pack, &heading),
            cells: self.cells(|seen| seen.heading == heading),
            heading,
            item: None,
        };
        self.map_of(self.headings(pack).into_iter().map(row).collect())
    }

    /// The map of one heading, a row an item.
    pub fn item_map(&self, pack: &Pack, heading: &HeadingId) -> NoticingMap {
        let row = |item: ItemId| Row {
            heading: heading.clone(),
            title: cut(&question_of(pack, &item), words::ITEM_LETTERS),
            cells: self.cells(|seen| seen.heading == *heading && seen.item == item),
            item: Some(item),
        };
        self.map_of(self.items(pack, heading).into_iter().map(row).collect())
    }

    fn map_of(&self, rows: Vec<Row>) -> NoticingMap {
        let columns = self.slices.iter().map(|slice| slice.column.clone());
        NoticingMap {
            columns: columns.collect(),
            rows,
        }
    }

    fn cells(&self, holds: impl Fn(&Seen) -> bool) -> Vec<Cell> {
        let cell = |slice: &Slice| {
            let mut signs: BTreeMap<Answer, u32> = BTreeMap::new();
            for seen in slice.seen.iter().filter(|seen| holds(seen)) {
                if let Some(answer) = seen.answer {
                    *signs.entry(answer).or_insert(0) += seen.count;
                }
            }
            Cell {
                signs: signs.into_iter().collect(),
            }
        };
        self.slices.iter().map(cell).collect()
    }
}

/// The name of a heading; its id where this pack does not have it.
pub fn title_of(pack: &Pack, heading: &HeadingId) -> String {
    let id = heading.as_str();
    pack.set(id)
        .map_or_else(|| id.to_owned(), |set| set.name.clone())
}

/// Headings in the order of the pack, each once; then those it does not have.
pub fn in_order(pack: &Pack, headings: impl Iterator<Item = HeadingId>) -> Vec<HeadingId> {
    let mut all: Vec<HeadingId> = headings.collect();
    let place = |id: &HeadingId| pack.sets.iter().position(|set| set.id == id.as_str());
    all.sort_by_key(|id| (place(id).unwrap_or(usize::MAX), id.clone()));
    all.dedup();
    all
}

/// The question of an item; its id where this pack does not have it.
pub fn question_of(pack: &Pack, item: &ItemId) -> String {
    let id = item.as_str();
    pack.item(id)
        .map_or_else(|| id.to_owned(), |(_, item)| item.question.clone())
}
