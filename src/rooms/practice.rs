//! The practice room: stories to try, my tries, how sure I would feel, and a sheet for a tutor.
//!
//! Nothing here is at stake. Nothing is counted and no story is ever finished, so the first leaf
//! shows a few that were not tried yet, and all of them are one row away.

mod beside;
mod one;
mod said;
mod sheet;
#[cfg(test)]
mod tests;
mod tries;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub(super) use beside::Beside;
pub(super) use one::OneVignette;
pub use said::{PracticeSaid, SaidTry, SaidVignette};
pub(super) use sheet::PracticeSheet;
pub(super) use tries::Tries;

use super::around::Standing;
use super::longer_view::{FootingList, due};
use super::matter::{Matter, Next, Talk};
use super::picking::Picking;
use super::visit::{Begin, Door, first};
use super::{Came, Given, Leaf, LeafRow, Piece, Work, words as common};
use crate::content::{Pack, Vignette};
use crate::domain::{Entry, HeadingId, cut};
use crate::insight::days::say_short;
use crate::insight::window::title_of;
use crate::reflection::{Opening, doors};

/// Stories on the first leaf: few enough to choose from with a tired head.
const FEW: usize = 4;

/// The room.
#[derive(Clone, Debug, Default)]
pub(super) struct Practice {
    /// Every try, the newest first; `None` until they were read.
    tries: Option<Vec<Entry>>,
    /// Headings to be asked again about, since the day has come.
    due: Vec<HeadingId>,
    /// Whether anything was said of the longer view.
    has_said: bool,
    /// Whether every story is shown.
    all: bool,
    last: usize,
    last_of_all: usize,
}

/// What a row does.
#[derive(Clone, Debug)]
enum Deed {
    Story(String),
    All,
    Due(HeadingId),
    Tries,
    Reflections,
    HowSure,
    MadeUp,
    Sheet,
    Learn,
    Back,
}

impl Practice {
    fn tries(&self) -> &[Entry] {
        self.tries.as_deref().unwrap_or_default()
    }

    /// The last day of each story that was tried.
    fn days(&self) -> BTreeMap<&str, NaiveDate> {
        let mut days = BTreeMap::new();
        for entry in self.tries() {
            if let Some(attempt) = &entry.attempt {
                let day = days.entry(attempt.vignette.as_str()).or_insert(entry.on);
                *day = entry.on.max(*day);
            }
        }
        days
    }

    /// A few stories: those not tried yet, in their order; then those tried longest ago.
    fn few<'a>(&self, pack: &'a Pack) -> Vec<&'a Vignette> {
        let days = self.days();
        let mut all: Vec<&Vignette> = pack.vignettes().iter().collect();
        all.sort_by_key(|story| days.get(story.id.as_str()).copied());
        all.truncate(FEW);
        all
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        if self.all {
            return self.every_story(standing);
        }
        let pack = &standing.pack;
        let mut rows = Picking::new();
        for heading in &self.due {
            let words = doors::day_came(&title_of(pack, heading));
            rows.row(LeafRow::new(words), Deed::Due(heading.clone()));
        }
        let few = self.few(pack);
        if !few.is_empty() {
            rows.heading(words::STORIES);
        }
        for story in few {
            rows.row(self.story(story, standing), Deed::Story(story.id.clone()));
        }
        rows.row(LeafRow::new(words::EVERY_STORY).key('a'), Deed::All);
        rows.heading(words::MORE);
        if !self.tries().is_empty() {
            rows.row(LeafRow::new(words::MY_TRIES).key('t'), Deed::Tries);
        }
        let reflections = LeafRow::new(words::MY_REFLECTIONS).key('p');
        rows.row(reflections, Deed::Reflections);
        let how_sure = LeafRow::new(words::HOW_SURE).quiet(words::HOW_SURE_QUIET);
        rows.row(how_sure.key('h'), Deed::HowSure);
        rows.row(LeafRow::new(words::MADE_UP).key('m'), Deed::MadeUp);
        if !self.tries().is_empty() || self.has_said {
            rows.row(LeafRow::new(words::SHEET).key('s'), Deed::Sheet);
        }
        rows.row(LeafRow::new(doors::LEARN).key('l'), Deed::Learn);
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    fn every_story(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        for story in standing.pack.vignettes() {
            rows.row(self.story(story, standing), Deed::Story(story.id.clone()));
        }
        let gone = self.gone(&standing.pack);
        if !gone.is_empty() {
            rows.heading(words::NOT_HERE);
        }
        for (id, title) in gone {
            let row = LeafRow::new(cut(title, common::ROW_LETTERS));
            rows.row(row, Deed::Story(id.to_owned()));
        }
        rows.row(LeafRow::new(common::GO_BACK), Deed::Back);
        rows
    }

    /// A story, with what it is about and, quietly, the day it was last tried.
    fn story(&self, story: &Vignette, standing: &Standing) -> LeafRow {
        let day = self.days().get(story.id.as_str()).copied();
        let quiet = match day {
            Some(day) => format!("{} · {}", story.theme, say_short(day, standing.today())),
            None => story.theme.clone(),
        };
        LeafRow::new(cut(&story.title, common::ROW_LETTERS)).quiet(quiet)
    }

    /// Stories that were tried and whose pack is gone, with the titles they had.
    fn gone(&self, pack: &Pack) -> BTreeMap<&str, &str> {
        let attempts = self.tries().iter().filter_map(|it| it.attempt.as_ref());
        let gone = attempts.filter(|it| pack.vignette(&it.vignette).is_none());
        let titled = gone.map(|it| match it.title.trim() {
            "" => (it.vignette.as_str(), it.vignette.as_str()),
            title => (it.vignette.as_str(), title),
        });
        titled.collect()
    }

    fn pieces(&self, standing: &Standing) -> Vec<Piece> {
        let quiet = |words: &str| Piece::Quiet(words.to_owned());
        let text = |words: &str| Piece::Text(words.to_owned());
        let no_stories = standing.pack.vignettes().is_empty();
        let mut pieces = if self.all {
            vec![quiet(words::EVERY_STORY_UNDER)]
        } else {
            vec![text(words::WHAT_IT_IS), quiet(words::VIEWS)]
        };
        if no_stories {
            pieces.truncate(1);
            pieces.push(text(words::NO_STORIES));
        }
        pieces
    }

    fn do_this(&mut self, deed: Deed, standing: &Standing) -> Next {
        match deed {
            Deed::Story(id) => Next::Open(first(Begin::Vignette(id))),
            Deed::All => {
                self.all = true;
                self.last_of_all = 0;
                Next::Leaf
            }
            Deed::Due(heading) => Next::Open(first(Begin::LongerView(heading))),
            Deed::Tries => Next::Open(Matter::Tries(Tries::of(None))),
            Deed::Reflections => Next::Open(Matter::Tries(Tries::reflections())),
            Deed::HowSure => Next::Open(Matter::FootingList(FootingList::new())),
            Deed::MadeUp => made_up(standing),
            Deed::Sheet => Next::Open(Matter::PracticeSheet(PracticeSheet::new())),
            Deed::Learn => Next::Open(first(Begin::Learn(None))),
            Deed::Back if self.all => {
                self.all = false;
                Next::Leaf
            }
            Deed::Back => Next::Over,
        }
    }
}

/// Opens a reflection for practice, with a session that is made up.
fn made_up(standing: &Standing) -> Next {
    match &standing.read_only {
        Some(why) => Next::Hint(why.clone()),
        None => Next::Through(Door::Reflect(Opening {
            practice: true,
            ..Opening::default()
        })),
    }
}

/// The headings a story touches, in the order of its items.
fn headings_of(pack: &Pack, story: &Vignette) -> Vec<HeadingId> {
    let mut headings: Vec<HeadingId> = Vec::new();
    for item in &story.items {
        if let Some((set, _)) = pack.item(item) {
            let heading = HeadingId::new(set.id.as_str());
            if !headings.contains(&heading) {
                headings.push(heading);
            }
        }
    }
    headings
}

impl Talk for Practice {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::Tries(None))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        if self.tries.is_none() {
            return Leaf::busy(words::TITLE);
        }
        let (title, last) = if self.all {
            (words::EVERY_STORY, self.last_of_all)
        } else {
            (words::TITLE, self.last)
        };
        Leaf {
            title: title.to_owned(),
            pieces: self.pieces(standing),
            ask: self.rows(standing).ask_at(last),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        let Given::Row(at) = given else {
            return match given {
                Given::Back => self.do_this(Deed::Back, standing),
                _ => Next::Leaf,
            };
        };
        let Some(deed) = self.rows(standing).chosen(at) else {
            return Next::Leaf;
        };
        if self.all {
            self.last_of_all = at;
        } else {
            self.last = at;
        }
        self.do_this(deed, standing)
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match came {
            Came::Tries(tries) => {
                self.tries = Some(tries);
                Next::Do(Work::LongerViews)
            }
            Came::LongerViews(views) => {
                self.has_said = !views.said.is_empty();
                self.due = due(&views.again, standing.today());
                Next::Leaf
            }
            other => Next::after(words::TITLE, other),
        }
    }
}
