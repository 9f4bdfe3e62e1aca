//! One story: what may be hard in it, my tries of it, and the way in.
//!
//! The story itself is not shown here. It is read at the start of a try, after the line on what may
//! be hard in it, so that one can choose not to.

use chrono::{DateTime, NaiveDate};

use super::super::around::Standing;
use super::super::matter::{Matter, Next, Talk};
use super::super::picking::Picking;
use super::super::visit::{Begin, Door, first};
use super::super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use super::tries::first_words;
use super::{Beside, Tries, headings_of, say_when, words};
use crate::content::Vignette;
use crate::domain::{Draft, Entry, Field, HeadingId, Id, cut};
use crate::insight::days::say_short;
use crate::insight::window::title_of;
use crate::insight::words as say;

/// Tries that stand on the page of a story; the others are a row away.
const SHOWN: usize = 5;

/// One story.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct OneVignette {
    vignette: String,
    /// My tries, the newest first; `None` until they were read.
    tries: Option<Vec<Entry>>,
    /// Tries that were begun and not finished, the one edited last first.
    left: Vec<Draft>,
    /// Whether a try was finished since the rows were last seen.
    is_tried: bool,
    last: usize,
}

/// What a row does.
#[derive(Clone, Debug)]
enum Deed {
    Try,
    GoOn(usize),
    Read(Id),
    Every,
    Beside,
    HowSure(HeadingId),
    Learn(String),
    Back,
}

impl OneVignette {
    /// Opens the story with this id.
    pub(in crate::rooms) fn new(vignette: String) -> Self {
        Self {
            vignette,
            tries: None,
            left: Vec::new(),
            is_tried: false,
            last: 0,
        }
    }

    fn story<'a>(&self, standing: &'a Standing) -> Option<&'a Vignette> {
        standing.pack.vignette(&self.vignette)
    }

    fn tries(&self) -> &[Entry] {
        self.tries.as_deref().unwrap_or_default()
    }

    /// Its title; where its pack is gone, the one it had when it was tried.
    fn title(&self, standing: &Standing) -> String {
        let attempt = self.tries().iter().find_map(|it| it.attempt.as_ref());
        match (self.story(standing), attempt) {
            (Some(story), _) => story.title.clone(),
            (None, Some(attempt)) if !attempt.title.trim().is_empty() => attempt.title.clone(),
            _ => words::TITLE.to_owned(),
        }
    }

    /// The headings it touches; where its pack is gone, those that its tries answered.
    fn headings(&self, standing: &Standing) -> Vec<HeadingId> {
        match self.story(standing) {
            Some(story) => headings_of(&standing.pack, story),
            None => self
                .tries()
                .first()
                .map(Entry::headings)
                .unwrap_or_default(),
        }
    }

    /// The one heading that is offered: another each time, so that none is left out.
    fn offered(&self, standing: &Standing) -> Option<HeadingId> {
        let headings = self.headings(standing);
        let turn = self.tries().len().checked_sub(1)?;
        let turn = turn.checked_rem(headings.len())?;
        headings.into_iter().nth(turn)
    }

    fn pieces(&self, standing: &Standing) -> Vec<Piece> {
        let mut pieces = Vec::new();
        match self.story(standing) {
            Some(story) => {
                pieces.push(Piece::Quiet(story.theme.clone()));
                pieces.push(Piece::Text(format!("{} {}", words::HARD, story.hard)));
                let names: Vec<String> = headings_of(&standing.pack, story)
                    .iter()
                    .map(|it| title_of(&standing.pack, it))
                    .collect();
                if !names.is_empty() {
                    pieces.push(Piece::Quiet(words::touches(&say::join(&names))));
                }
            }
            None if self.tries().is_empty() => {
                pieces.push(Piece::Text(words::NOTHING.to_owned()));
            }
            None => pieces.push(Piece::Text(words::GONE.to_owned())),
        }
        pieces
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        let tries = self.tries();
        // What was begun stands before beginning another.
        for (place, left) in self.left.iter().enumerate() {
            let day = begun_on(left).map(|day| say_short(day, standing.today()));
            let row = LeafRow::new(words::GO_ON_TRY).quiet(day.unwrap_or_default());
            let row = if place == 0 { row.key('g') } else { row };
            rows.row(row, Deed::GoOn(place));
        }
        if self.story(standing).is_some() {
            let words = if tries.is_empty() {
                words::TRY
            } else {
                words::TRY_AGAIN
            };
            rows.row(LeafRow::new(words).key('t'), Deed::Try);
        }
        if !tries.is_empty() {
            rows.heading(words::EARLIER);
        }
        for entry in tries.iter().take(SHOWN) {
            let first = match first_words(entry) {
                words if words.trim().is_empty() => words::NO_WORDS.to_owned(),
                words => words,
            };
            let row = LeafRow::new(cut(&first, common::ROW_LETTERS));
            let day = say_when(entry, tries, standing.today());
            rows.row(row.quiet(day), Deed::Read(entry.id));
        }
        if tries.len() > SHOWN {
            rows.row(LeafRow::new(words::EVERY_TRY).key('a'), Deed::Every);
        }
        if tries.len() > 1 {
            rows.row(LeafRow::new(words::BESIDE).key('e'), Deed::Beside);
        }
        if let Some(heading) = self.offered(standing) {
            rows.heading(words::AFTERWARDS);
            let name = title_of(&standing.pack, &heading);
            let page = standing.pack.learn_about(&heading);
            let row = LeafRow::new(common::how_sure(&name)).key('h');
            rows.row(row, Deed::HowSure(heading));
            if let Some(page) = page {
                let row = LeafRow::new(common::learn(&name)).key('l');
                rows.row(row, Deed::Learn(page.id.clone()));
            }
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn do_this(&self, deed: Deed, standing: &Standing) -> Next {
        match (deed, &standing.read_only) {
            (Deed::Try | Deed::GoOn(_), Some(why)) => Next::Hint(why.clone()),
            (Deed::Try, None) => Next::Through(Door::Vignette(self.vignette.clone())),
            (Deed::GoOn(place), None) => match self.left.get(place) {
                Some(left) => Next::Through(Door::GoOn(Box::new(left.clone()))),
                None => Next::Leaf,
            },
            (Deed::Read(id), _) => Next::Through(Door::Entry(id)),
            (Deed::Every, _) => {
                let tries = Tries::of(Some(self.vignette.clone()));
                Next::Open(Matter::Tries(tries))
            }
            (Deed::Beside, _) => {
                let beside = Beside::new(self.title(standing), self.tries().to_vec());
                Next::Open(Matter::Beside(beside))
            }
            (Deed::HowSure(heading), _) => Next::Open(first(Begin::LongerView(heading))),
            (Deed::Learn(page), _) => Next::Open(first(Begin::Learn(Some(page)))),
            (Deed::Back, _) => Next::Over,
        }
    }
}

/// The day a try was begun, where it says so.
fn begun_on(left: &Draft) -> Option<NaiveDate> {
    let started = DateTime::parse_from_rfc3339(left.words(&Field::Started)).ok()?;
    Some(started.date_naive())
}

impl Talk for OneVignette {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::Tries(Some(self.vignette.clone())))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        if self.tries.is_none() {
            return Leaf::busy(&self.title(standing));
        }
        Leaf {
            title: self.title(standing),
            pieces: self.pieces(standing),
            ask: self.rows(standing).ask_at(self.last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return Next::for_no_row(&given);
        };
        let Some(deed) = self.rows(standing).chosen(at) else {
            return Next::Leaf;
        };
        self.last = at;
        self.do_this(deed, standing)
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match came {
            Came::Tries(tries) => {
                let before = self.tries.replace(tries).map(|tries| tries.len());
                self.is_tried = before.is_some_and(|before| before < self.tries().len());
                Next::Do(Work::LeftTries(self.vignette.clone()))
            }
            Came::LeftTries(left) => {
                self.left = left;
                // After a new try Enter alone begins no other one.
                if std::mem::take(&mut self.is_tried) {
                    let newest = |deed: &Deed| matches!(deed, Deed::Read(_));
                    self.last = self.rows(standing).place_of(newest).unwrap_or(0);
                }
                Next::Leaf
            }
            other => Next::after(&self.title(standing), other),
        }
    }
}
