//! The words lens over one entry: what was asked for, shown once, and nothing kept of it.
//!
//! It never comes by itself, and says first whose words win. Each word stands in its own sentence,
//! since a word alone says little, and the row below leads to where it can be changed.

mod words;

use super::around::Standing;
use super::entry::{EntryRoom, Part, parts_in_order};
use super::matter::{Matter, Next, Talk};
use super::words::GO_ON;
use super::{Came, Given, Leaf, LeafAsk, LeafRow, Piece, Work};
use crate::content::{Pack, Seen, WordLens};
use crate::domain::{Entry, Id, cut};

/// Words that are shown at most: more is a page nobody reads.
const MOST: usize = 12;
/// Letters of a part's title on a row.
const MOST_TITLE: usize = 44;

/// The lens over one entry.
#[derive(Clone, Debug)]
pub(super) struct Lens {
    id: Id,
    entry: Option<Box<Entry>>,
    is_read: bool,
}

impl Lens {
    /// Looks at this entry.
    pub(super) fn new(id: Id) -> Self {
        Self {
            id,
            entry: None,
            is_read: false,
        }
    }

    /// The parts in which something is seen, in reading order.
    fn parts(&self, standing: &Standing) -> Vec<Part> {
        let (Some(entry), Ok(lens)) = (&self.entry, WordLens::shipped()) else {
            return Vec::new();
        };
        let mut parts = parts_in_order(&standing.pack, entry);
        let sees = |part: &Part| {
            let texts = part.texts(entry);
            texts.iter().any(|text| !lens.look(text).is_empty())
        };
        parts.retain(sees);
        parts
    }

    fn pieces(&self, standing: &Standing) -> Vec<Piece> {
        let Some(entry) = &self.entry else {
            return vec![Piece::Text(words::NOT_THERE.to_owned())];
        };
        let mut pieces = vec![
            Piece::Text(words::OWN_WORDS_WIN.to_owned()),
            Piece::Quiet(words::NOTHING_KEPT.to_owned()),
        ];
        let lens = match WordLens::shipped() {
            Ok(lens) => lens,
            Err(trouble) => {
                pieces.push(Piece::Text(trouble.to_string()));
                return pieces;
            }
        };
        let mut shown = 0;
        let mut all = 0;
        for part in self.parts(standing) {
            let texts = part.texts(entry);
            let seen: Vec<Seen<'_>> = texts.iter().flat_map(|text| lens.look(text)).collect();
            all += seen.len();
            let room = MOST.saturating_sub(shown);
            if room > 0 {
                pieces.push(Piece::Heading(part.title(&standing.pack, entry)));
            }
            for seen in seen.iter().take(room) {
                put(&mut pieces, seen, &standing.pack);
                shown += 1;
            }
        }
        if all == 0 {
            pieces.push(Piece::Text(words::NONE.to_owned()));
        } else if all > shown {
            pieces.push(Piece::Quiet(words::and_more(all - shown)));
        }
        pieces
    }
}

fn put(pieces: &mut Vec<Piece>, seen: &Seen<'_>, pack: &Pack) {
    // A sentence with two such words is read once.
    let is_there = |piece: &Piece| matches!(piece, Piece::Own(own) if *own == seen.sentence);
    if !pieces.iter().any(is_there) {
        pieces.push(Piece::Own(seen.sentence.clone()));
    }
    let person = pack.words.get("person").unwrap_or_default();
    let swaps: Vec<String> = seen
        .word
        .swaps
        .iter()
        .map(|swap| swap.replace("{person}", person))
        .collect();
    pieces.push(Piece::Text(words::other_ways(
        &seen.said,
        &swaps.join("; "),
    )));
    pieces.push(Piece::Quiet(seen.word.why.clone()));
}

impl Talk for Lens {
    fn begun(&mut self, _: &Standing) -> Next {
        self.is_read = false;
        Next::Do(Work::Entry(self.id))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let title = words::TITLE.to_owned();
        if !self.is_read {
            return Leaf {
                title,
                ..Leaf::default()
            };
        }
        let mut rows = Vec::new();
        if let (Some(entry), None) = (&self.entry, &standing.read_only) {
            let parts = self.parts(standing);
            rows.extend(parts.iter().map(|part| {
                let title = cut(&part.title(&standing.pack, entry), MOST_TITLE);
                LeafRow::new(words::change(&title))
            }));
        }
        rows.push(LeafRow::new(GO_ON));
        Leaf {
            title,
            pieces: self.pieces(standing),
            ask: LeafAsk::Rows { rows, at: 0 },
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(row) if standing.read_only.is_none() => {
                match self.parts(standing).into_iter().nth(row) {
                    Some(part) => Next::Open(Matter::Entry(EntryRoom::part(self.id, part))),
                    None => Next::Over,
                }
            }
            Given::Row(_) | Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        match came {
            Came::Entry(entry) => {
                self.entry = entry;
                self.is_read = true;
                Next::Leaf
            }
            came => Next::after(words::TITLE, came),
        }
    }
}
