//! The visit itself: which matter is on, and which comes next.

use chrono::NaiveDate;

use super::around::Standing;
use super::before::Before;
use super::carry::{Carry, Saying};
use super::entry::EntryRoom;
use super::learn::Learn;
use super::lens::Lens;
use super::longer_view::{FootingList, LongerViewRoom};
use super::look_back::{LookingBack, under_heading};
use super::matter::{Matter, Next, Talk};
use super::month::Month;
use super::narrow::Narrow;
use super::practice::{OneVignette, Practice};
use super::supervision::{Making, Supervision};
use super::support::{KeepingWell, Sharing, Support};
use super::told::Told;
use super::{Came, Given, Leaf, Work};
use crate::domain::{Draft, Entry, FormKind, HeadingId, Id, Span, Stamp, Subject};
use crate::reflection::{FormWalk, Opening};

/// Where a visit begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Look back.
    LookBack,
    /// Every intention.
    Carry,
    /// One minute before a session.
    BeforeSession,
    /// Supervision.
    Supervision,
    /// Support: the page around the card.
    Support,
    /// What can be done with an entry: change it, add a line, see how it was.
    Entry(Id),
    /// The words lens over an entry.
    Lens(Id),
    /// Narrow the list down; what is typed in the search box now.
    Narrow(String),
    /// A month, by its first day.
    Month(NaiveDate),
    /// The practice room.
    Practice,
    /// One vignette: what may be hard in it, earlier tries, and the way in.
    Vignette(String),
    /// The pages to learn from; one of them, by its id.
    Learn(Option<String>),
    /// How sure I would feel, about one heading.
    LongerView(HeadingId),
    /// How sure I would feel: the headings.
    HowSure,
    /// A form that was left half-way.
    Form(Subject),
}

/// Another place of the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Door {
    /// The page an entry is read on.
    Entry(Id),
    /// A new walk.
    Reflect(Opening),
    /// A walk that goes on from an entry: a line or a Land opened up into a reflection.
    OpenUp(Box<Entry>),
    /// A try of a vignette, by its id.
    Vignette(String),
    /// A walk that was left half-way.
    GoOn(Box<Draft>),
    /// The support card.
    Card,
    /// Filling in the support card.
    FillCard,
    /// Delete an entry for ever; the words say which.
    Erase(Id, String),
    /// What was removed from the journal, to bring it back.
    Removed,
    /// The journal, with this in its search box.
    Search(String),
}

/// What comes next.
#[derive(Clone, Debug)]
pub enum Turn {
    /// Show the leaf anew.
    Leaf,
    /// The same, and say this first.
    Hint(String),
    /// Do this; what came of it goes to [`Visit::came`].
    Do(Work),
    /// Open a form. When it is closed, [`Visit::came`] gets [`Came::Written`] or
    /// [`Came::NotWritten`].
    Write(Box<FormWalk>),
    /// Open another place; when it is left, [`Visit::returned`] is called.
    Through(Door),
    /// The visit is over, and leads there.
    Leave(Door),
    /// The visit is over.
    Close,
}

/// A visit to the rooms.
#[derive(Clone, Debug)]
pub struct Visit {
    standing: Standing,
    /// The matter that is on stands last.
    matters: Vec<Matter>,
}

impl Visit {
    /// Begins, with what is to be done before the first leaf is whole.
    pub fn begin(begin: Begin, standing: Standing) -> (Self, Turn) {
        Self::with(first(begin), standing)
    }

    /// Begins with the page of one heading, gone over by weeks or months, or by reflections.
    pub fn heading(heading: HeadingId, by: Option<Span>, standing: Standing) -> (Self, Turn) {
        Self::with(under_heading(heading, by), standing)
    }

    fn with(matter: Matter, standing: Standing) -> (Self, Turn) {
        let mut visit = Self {
            standing,
            matters: vec![matter],
        };
        let turn = visit.begin_top();
        (visit, turn)
    }

    /// Takes the time of the message that comes next. Every message has its own: a visit may last
    /// for hours, and each new thing gets the id of the message that began it.
    #[must_use]
    pub fn at(&mut self, now: Stamp) -> &mut Self {
        self.standing.now = now;
        self
    }

    /// Gives what is shown or asked now.
    pub fn leaf(&self) -> Leaf {
        self.matters
            .last()
            .map_or_else(Leaf::default, |matter| matter.leaf(&self.standing))
    }

    /// Takes what the person gives.
    pub fn given(&mut self, given: Given) -> Turn {
        match self.matters.last_mut() {
            Some(matter) => {
                let next = matter.given(given, &self.standing);
                self.go(next)
            }
            None => Turn::Close,
        }
    }

    /// Takes what came of the last [`Turn::Do`] or [`Turn::Write`].
    pub fn came(&mut self, came: Came) -> Turn {
        match self.matters.last_mut() {
            Some(matter) => {
                let next = matter.came(came, &self.standing);
                self.go(next)
            }
            None => Turn::Close,
        }
    }

    /// Comes back into sight after [`Turn::Through`]: what it shows may have changed.
    pub fn returned(&mut self) -> Turn {
        self.begin_top()
    }

    fn go(&mut self, next: Next) -> Turn {
        match next {
            Next::Leaf => Turn::Leaf,
            Next::Hint(said) => Turn::Hint(said),
            Next::Do(work) => Turn::Do(work),
            Next::Write(form) => Turn::Write(form),
            Next::Through(door) => Turn::Through(door),
            Next::Leave(door) => Turn::Leave(door),
            Next::Open(matter) => {
                self.matters.push(matter);
                self.begin_top()
            }
            Next::Become(matter) => {
                self.matters.pop();
                self.matters.push(matter);
                self.begin_top()
            }
            Next::Over => {
                self.matters.pop();
                self.begin_top()
            }
        }
    }

    fn begin_top(&mut self) -> Turn {
        let Some(matter) = self.matters.last_mut() else {
            return Turn::Close;
        };
        let next = matter.begun(&self.standing);
        self.go(next)
    }
}

/// The matter a visit begins with; a matter may also open the one of another room.
pub(super) fn first(begin: Begin) -> Matter {
    match begin {
        Begin::LookBack => Matter::LookingBack(LookingBack::default()),
        Begin::Carry => Matter::Carry(Carry::new()),
        Begin::BeforeSession => Matter::Before(Before::default()),
        Begin::Supervision => Matter::Supervision(Supervision::new()),
        Begin::Support => Matter::Support(Support::new()),
        Begin::Form(subject) => half_way(subject),
        Begin::Entry(id) => Matter::Entry(EntryRoom::new(id)),
        Begin::Lens(id) => Matter::Lens(Lens::new(id)),
        Begin::Narrow(typed) => Matter::Narrow(Narrow::new(typed)),
        Begin::Month(day) => Matter::Month(Month::new(day)),
        Begin::Practice => Matter::Practice(Practice::default()),
        Begin::Vignette(id) => Matter::Vignette(OneVignette::new(id)),
        Begin::Learn(page) => Matter::Learn(Learn::new(page)),
        Begin::HowSure => Matter::FootingList(FootingList::new()),
        Begin::LongerView(heading) => Matter::LongerView(Box::new(LongerViewRoom::new(heading))),
    }
}

/// The matter a form belongs to that was left half-way.
fn half_way(subject: Subject) -> Matter {
    let Subject::Form(form) = subject else {
        return Matter::Told(Told::new("", Vec::new()));
    };
    match (form.kind, form.of) {
        (FormKind::Carry, Some(id)) => Matter::CarrySaying(Saying::new(id, None)),
        (FormKind::Meeting, Some(id)) => Matter::Making(Box::new(Making::half_way(id))),
        (FormKind::Agreed, Some(id)) => Matter::Making(Box::new(Making::agreeing(id))),
        (FormKind::Story, Some(id)) => Matter::Sharing(Sharing::new(id)),
        (FormKind::KeepWell, _) => Matter::KeepingWell(KeepingWell::half_way()),
        (FormKind::LongerView, Some(id)) => {
            Matter::LongerView(Box::new(LongerViewRoom::half_way(id)))
        }
        (FormKind::Search, _) => Matter::Narrow(Narrow::form()),
        _ => EntryRoom::form(form)
            .map_or_else(|| Matter::Told(Told::new("", Vec::new())), Matter::Entry),
    }
}
