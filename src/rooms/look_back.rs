//! Look back: sentences first, then the map, then the ways on.
//!
//! Only the newest signs and the oldest day are asked for before the first leaf, so that it is
//! there at once however long the journal is. Weeks, months and moments are asked for when they
//! are wanted.

mod by;
mod early;
mod heading;
mod rarely;
#[cfg(test)]
mod tests;
mod words;

pub(super) use early::Early;
pub(super) use heading::UnderHeading;
pub(super) use rarely::Rarely;

use chrono::NaiveDate;

use self::by::{By, Signs};
use super::around::Standing;
use super::carry::{self, Carry};
use super::endings::{self, Endings};
use super::matter::{Matter, Next, Talk};
use super::moments::{self, Moments};
use super::picking::Picking;
use super::strengths::{self, Strengths};
use super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use crate::domain::{HeadingId, Span};
use crate::insight::{LookBack, Window};
use crate::reflection::Opening;

/// The page of one heading, gone over by weeks or months, or by reflections.
pub(super) fn under_heading(heading: HeadingId, by: Option<Span>) -> Matter {
    let by = match by {
        None => By::Reflection,
        Some(Span::Week) => By::Week,
        Some(Span::Month) => By::Month,
    };
    Matter::UnderHeading(UnderHeading::new(heading, by))
}

/// The first page.
#[derive(Clone, Debug, Default)]
pub(super) struct LookingBack {
    by: By,
    signs: Option<Signs>,
    seen: Option<Seen>,
    last: usize,
}

#[derive(Clone, Debug)]
struct Seen {
    by: By,
    window: Window,
    look: LookBack,
    /// The day of the oldest entry; none in an empty journal.
    oldest: Option<NaiveDate>,
}

/// What a row does.
#[derive(Clone, Debug)]
enum Deed {
    By(By),
    Heading(HeadingId),
    Moments,
    Strengths,
    Rarely,
    Endings,
    Carry,
    Early,
    Begin,
    Back,
}

impl LookingBack {
    fn rows(&self) -> Picking<Deed> {
        let mut rows = Picking::new();
        if let Some(seen) = &self.seen {
            if seen.oldest.is_none() {
                rows.keyed('r', common::BEGIN, Deed::Begin);
            } else {
                ways_on(&mut rows, seen);
            }
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn do_this(&mut self, deed: Deed, standing: &Standing) -> Next {
        let matter = match deed {
            Deed::By(by) => {
                self.by = by;
                self.last = 0;
                return Next::Do(by.work(standing.today()));
            }
            Deed::Begin => return Next::begin_walk(Opening::default(), standing),
            Deed::Back => return Next::Over,
            Deed::Heading(heading) => Matter::UnderHeading(UnderHeading::new(heading, self.by)),
            Deed::Moments => Matter::Moments(Moments::new()),
            Deed::Strengths => Matter::Strengths(Strengths::new()),
            Deed::Rarely => Matter::Rarely(Rarely::default()),
            Deed::Endings => Matter::Endings(Endings::default()),
            Deed::Carry => Matter::Carry(Carry::new()),
            Deed::Early => Matter::Early(Early::default()),
        };
        Next::Open(matter)
    }
}

fn ways_on(rows: &mut Picking<Deed>, seen: &Seen) {
    if seen.look.early {
        rows.keyed('f', words::EARLY, Deed::Early);
    }
    rows.heading(words::MY_WORDS);
    for (row, key, deed) in [
        (moments::words::TITLE, 'o', Deed::Moments),
        (strengths::words::TITLE, 's', Deed::Strengths),
        (carry::words::TITLE, 'c', Deed::Carry),
    ] {
        rows.keyed(key, row, deed);
    }
    rows.heading(words::TO_THINK);
    rows.keyed('a', words::RARELY, Deed::Rarely);
    rows.keyed('e', endings::words::TITLE, Deed::Endings);
    rows.heading(words::THE_MAP);
    for (by, row, key) in [
        (By::Reflection, words::BY_REFLECTION, 'r'),
        (By::Week, words::BY_WEEK, 'w'),
        (By::Month, words::BY_MONTH, 'm'),
    ] {
        if by != seen.by {
            rows.keyed(key, row, Deed::By(by));
        }
    }
    if !seen.window.is_empty() {
        rows.heading(words::HEADINGS);
    }
    for heading in &seen.look.headings {
        // The map says what there is; counts beside each would read like a list of results.
        let deed = Deed::Heading(heading.id.clone());
        rows.row(LeafRow::new(&heading.title), deed);
    }
}

fn pieces(seen: &Seen, standing: &Standing) -> Vec<Piece> {
    let text = |words: &str| Piece::Text(words.to_owned());
    if seen.window.is_empty() {
        return match (seen.oldest, seen.by) {
            (None, _) => vec![text(words::NONE), text(words::HOW)],
            (Some(_), By::Reflection) => vec![text(words::NO_SIGNS)],
            (Some(_), _) => vec![text(words::NONE_HERE)],
        };
    }
    let sentences = seen.look.sentences.iter().cloned();
    let mut pieces: Vec<Piece> = sentences.map(Piece::Text).collect();
    let map = seen.window.map(&standing.pack);
    // Where only words were written there is no sign to draw.
    if map
        .rows
        .iter()
        .any(|row| row.cells.iter().any(|cell| !cell.signs.is_empty()))
    {
        let said = seen.window.said(&standing.pack);
        pieces.push(Piece::Map { map, said });
    }
    pieces
}

impl Talk for LookingBack {
    fn begun(&mut self, standing: &Standing) -> Next {
        Next::Do(self.by.work(standing.today()))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let Some(seen) = &self.seen else {
            return Leaf::busy(words::TITLE);
        };
        Leaf {
            title: words::TITLE.to_owned(),
            pieces: pieces(seen, standing),
            ask: self.rows().ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        let Some(deed) = self.rows().chosen(at) else {
            return Next::Leaf;
        };
        self.last = at;
        self.do_this(deed, standing)
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        let came = match self.by.takes(came) {
            Ok(signs) => {
                self.signs = Some(signs);
                return Next::Do(Work::Oldest);
            }
            Err(came) => came,
        };
        match (came, self.signs.take()) {
            (Came::Oldest(oldest), Some(signs)) => {
                let today = standing.today();
                self.seen = Some(Seen {
                    by: self.by,
                    window: signs.window(today),
                    look: signs.look(&standing.pack, oldest, today),
                    oldest,
                });
                Next::Leaf
            }
            (other, _) => Next::after(words::TITLE, other),
        }
    }
}
