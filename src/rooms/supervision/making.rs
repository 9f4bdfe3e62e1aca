//! One hour: its sheet while it is made, and what was agreed once it was.
//!
//! The sheet is kept after every line, so leaving half-way loses nothing. What changes it becomes
//! so only when the journal has it: until then the sheet is shown as it is on disk.

mod bringing;
mod shown;

use chrono::NaiveDate;

pub(super) use self::bringing::stops;
use self::bringing::{OFFERED, Stops};
use super::offers::{self, Offer};
use super::pages::{Writing, half_typed};
use super::words;
use crate::domain::{
    Answer, Draft, Ends, Entry, Field, Form, FormKind, Id, LineOf, Meeting, Passages, Subject,
    Under, read_day,
};
use crate::rooms::around::Standing;
use crate::rooms::matter::{Matter, Next, Talk};
use crate::rooms::saving::{PageToSave, Saving};
use crate::rooms::told::Told;
use crate::rooms::{Came, Door, Given, Leaf, Work, sheet};

/// One hour.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct Making {
    id: Id,
    first: First,
    /// The hour as the journal has it; `None` until it was read.
    meeting: Option<Meeting>,
    /// Whether the journal has it.
    is_kept: bool,
    step: Step,
    flagged: Vec<Offer>,
    plans: Vec<Offer>,
    unsure: Vec<Offer>,
    endings: Vec<Offer>,
    /// Which of these lists stop before their end.
    stops: Stops,
    /// What is to be brought, while it is asked what it is about.
    choosing: Option<Offer>,
    doing: Doing,
    /// Said with the next leaf.
    hint: Option<&'static str>,
    /// Whether a thing was moved just now, and whether it was down.
    moved_down: Option<bool>,
}

/// Where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    New,
    Sheet,
    HalfWay,
    Agreed,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Sheet,
    Adding,
    /// What something that was flagged is about.
    Topic,
    Unsure,
    Endings,
    Thing(usize),
    TakingOff(usize),
    Dropping,
}

/// What the journal, or the person at a form, is at.
#[derive(Clone, Debug)]
enum Doing {
    Nothing,
    /// The sheet is not there: what was typed about it is asked for, to be read.
    Reading,
    /// What was left half-way is asked for, to see what it was.
    Leaving,
    /// The entry of a half-typed line is looked for.
    Finding(LineOf, Draft),
    /// What was typed before is asked for.
    Opening(Writing),
    /// It is written.
    Writing(Writing),
    /// The sheet is kept; then this is shown, and said.
    Keeping(Box<Meeting>, Step, Option<&'static str>),
    /// The sheet goes, and then what was typed on its forms.
    Dropping(Vec<FormKind>),
}

/// What a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Deed {
    Show(Step),
    Add,
    Write(Writing),
    See,
    NotTaken,
    Swap(usize, usize),
    Read(Id),
    TakeOff(usize),
    Choose(Offer),
    Unsure,
    Endings,
    Drop,
}

impl Making {
    fn new(id: Id, first: First) -> Self {
        Self {
            id,
            first,
            meeting: None,
            is_kept: false,
            step: Step::Sheet,
            flagged: Vec::new(),
            plans: Vec::new(),
            unsure: Vec::new(),
            endings: Vec::new(),
            stops: Stops::default(),
            choosing: None,
            doing: Doing::Nothing,
            hint: None,
            moved_down: None,
        }
    }

    /// Begins a new sheet.
    pub(super) fn begin(id: Id) -> Self {
        Self::new(id, First::New)
    }

    /// Goes on with a sheet, or reads that of an hour before.
    pub(super) fn go_on(id: Id) -> Self {
        Self::new(id, First::Sheet)
    }

    /// Goes on with what was typed and left half-way.
    pub(in crate::rooms) fn half_way(id: Id) -> Self {
        Self::new(id, First::HalfWay)
    }

    /// Writes on what was agreed.
    pub(in crate::rooms) fn agreeing(id: Id) -> Self {
        Self::new(id, First::Agreed)
    }

    fn blank(&self, standing: &Standing) -> Meeting {
        Meeting {
            id: self.id,
            begun: standing.now.at,
            on: standing.today(),
            with: None,
            need: String::new(),
            asking: Vec::new(),
            brought: Vec::new(),
            taken: None,
            agreed: String::new(),
        }
    }

    /// Shows a step; what is said with it was asked for before.
    fn to(&mut self, step: Step) -> Next {
        self.step = step;
        self.doing = Doing::Nothing;
        self.hint
            .take()
            .map_or(Next::Leaf, |said| Next::Hint(said.to_owned()))
    }

    fn write(&mut self, writing: Writing, standing: &Standing) -> Next {
        if let Some(why) = &standing.read_only {
            return Next::Hint(why.clone());
        }
        let subject = writing.subject(self.id);
        self.doing = Doing::Opening(writing);
        Next::Do(Work::Form(subject))
    }

    fn keep(
        &mut self,
        meeting: Meeting,
        ends: Option<Ends>,
        then: Step,
        said: Option<&'static str>,
    ) -> Next {
        let work = Work::KeepMeeting(Box::new(meeting.clone()), ends);
        self.doing = Doing::Keeping(Box::new(meeting), then, said);
        Next::Do(work)
    }

    fn found(&mut self, meetings: Vec<Meeting>, standing: &Standing) -> Next {
        let found = meetings.into_iter().find(|meeting| meeting.id == self.id);
        self.is_kept = found.is_some();
        if !self.is_kept && matches!(self.first, First::Sheet | First::Agreed) {
            self.doing = Doing::Reading;
            return Next::Do(Work::Form(Writing::Agreed.subject(self.id)));
        }
        self.meeting = Some(found.unwrap_or_else(|| self.blank(standing)));
        match self.first {
            First::New => self.write(Writing::Need, standing),
            First::Agreed => self.write(Writing::Agreed, standing),
            First::Sheet => self.to(Step::Sheet),
            First::HalfWay => {
                self.doing = Doing::Leaving;
                let subject = Writing::Need.subject(self.id);
                Next::Do(Work::Form(subject))
            }
        }
    }

    /// What was left half-way is there: it is opened where it was typed.
    fn left(&mut self, typed: Option<Draft>, standing: &Standing) -> Next {
        let (Some(meeting), Some(typed)) = (&self.meeting, typed) else {
            return self.to(Step::Sheet);
        };
        if let Some(writing) = Writing::left(meeting, &typed) {
            return self.open(writing, Some(typed), standing);
        }
        match half_typed(&typed) {
            Some(of) => {
                let entry = of.entry;
                self.doing = Doing::Finding(of, typed);
                Next::Do(Work::Entry(entry))
            }
            None => self.to(Step::Sheet),
        }
    }

    /// A half-typed line goes on about its entry, or by itself where that is on no list any more.
    fn line_of(
        &mut self,
        of: LineOf,
        typed: Draft,
        entry: Option<&Entry>,
        standing: &Standing,
    ) -> Next {
        let offer = entry.and_then(|entry| offers::offered_still(&standing.pack, &of, entry));
        let writing = offer.map_or(Writing::Loose(of), Writing::New);
        self.open(writing, Some(typed), standing)
    }

    fn open(&mut self, writing: Writing, typed: Option<Draft>, standing: &Standing) -> Next {
        let Some(meeting) = &self.meeting else {
            return Next::Leaf;
        };
        let form = writing.form(meeting, &standing.pack, standing.today(), typed);
        self.doing = Doing::Writing(writing);
        Next::Write(Box::new(form))
    }

    fn written(&mut self, writing: &Writing, form: &Draft, standing: &Standing) -> Next {
        let Some(meeting) = self.meeting.clone() else {
            return Next::Leaf;
        };
        let ends = writing.ends(&meeting);
        let mut meeting = writing.taken_in(meeting, form);
        if meeting.taken.is_none() {
            meeting.on = standing.today();
        }
        let is_day_read = *writing != Writing::Agreed || met(&mut meeting, form, standing.today());
        let (then, said) = match writing {
            Writing::Need if !self.is_kept => (Step::Adding, None),
            Writing::Need => (Step::Sheet, None),
            Writing::New(_) | Writing::Loose(_) => (Step::Adding, Some(words::ON_IT)),
            Writing::Line(place) => (Step::Thing(*place), None),
            Writing::Agreed if meeting.taken.is_some() => (Step::Sheet, None),
            Writing::Agreed => {
                meeting.taken = Some(standing.now.at);
                (Step::Sheet, Some(words::TAKEN))
            }
        };
        let said = if is_day_read {
            said
        } else {
            Some(words::NO_SUCH_DAY)
        };
        self.keep(meeting, Some(ends), then, said)
    }

    /// A form was closed before its end; its words wait where they were typed.
    fn not_written(&mut self) -> Next {
        if !self.is_kept {
            return Next::Over;
        }
        self.hint = Some(words::AS_IT_WAS);
        self.to(self.step)
    }

    fn done(&mut self) -> Next {
        match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Keeping(meeting, then, said) => {
                self.meeting = Some(*meeting);
                self.is_kept = true;
                self.hint = said;
                if then == Step::Adding {
                    return self.add();
                }
                self.to(then)
            }
            Doing::Dropping(mut kinds) => match kinds.pop() {
                Some(kind) => {
                    self.doing = Doing::Dropping(kinds);
                    let form = Form {
                        kind,
                        of: Some(self.id),
                    };
                    Next::Do(Work::DropForm(Subject::Form(form)))
                }
                None => Next::Over,
            },
            _ => Next::Leaf,
        }
    }

    fn do_it(&mut self, deed: Deed, standing: &Standing) -> Next {
        let Some(mut meeting) = self.meeting.clone() else {
            return Next::Leaf;
        };
        self.moved_down = None;
        match deed {
            Deed::Show(step) => self.to(step),
            Deed::Add => self.add(),
            Deed::Write(writing) => self.write(writing, standing),
            Deed::See => {
                let page = page(&meeting, standing);
                Next::Open(Matter::Saving(Saving::new(page)))
            }
            Deed::NotTaken => {
                meeting.taken = None;
                self.keep(meeting, None, Step::Sheet, Some(words::PUT_BACK))
            }
            Deed::Swap(one, other) => {
                let count = meeting.brought.len();
                self.moved_down = Some(other > one);
                if one < count && other < count {
                    meeting.brought.swap(one, other);
                }
                self.keep(meeting, None, Step::Thing(other), None)
            }
            Deed::Read(id) => Next::Through(Door::Entry(id)),
            Deed::TakeOff(place) => {
                if place < meeting.brought.len() {
                    meeting.brought.remove(place);
                }
                self.keep(meeting, None, Step::Sheet, Some(words::IS_OFF))
            }
            Deed::Unsure => {
                let under = Under {
                    answer: Some(Answer::NotSure),
                    ..Under::default()
                };
                Next::Do(Work::Passages(Passages::Answers(under), None, OFFERED + 1))
            }
            Deed::Choose(offer) => {
                self.choosing = Some(offer);
                self.to(Step::Topic)
            }
            Deed::Endings => Next::Do(Work::Endings(OFFERED + 1)),
            Deed::Drop => {
                self.doing = Doing::Dropping(vec![FormKind::Meeting, FormKind::Agreed]);
                Next::Do(Work::DropMeeting(self.id))
            }
        }
    }
}

/// Takes in the day of the hour, and tells whether it could be read; if not, it stays as it is.
fn met(meeting: &mut Meeting, form: &Draft, today: NaiveDate) -> bool {
    let typed = form.words(&Field::Day).trim();
    if typed.is_empty() {
        return true;
    }
    let day = read_day(typed, today);
    if let Ok(day) = &day {
        meeting.on = *day;
    }
    day.is_ok()
}

fn page(meeting: &Meeting, standing: &Standing) -> PageToSave {
    let pack = &standing.pack;
    PageToSave {
        title: pack.step("form_need").title.clone(),
        name: format!("{}-{}", words::SHEET_FILE, meeting.on),
        markdown: sheet::markdown(meeting, pack),
        text: sheet::text(meeting, pack),
        fits: sheet::fits(meeting, pack),
    }
}

impl Talk for Making {
    fn begun(&mut self, _: &Standing) -> Next {
        match (&self.meeting, self.step) {
            (None, _) => Next::Do(Work::Meetings),
            (Some(_), Step::Adding) => self.add(),
            _ => Next::Leaf,
        }
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        self.shown(standing)
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match (given, self.step) {
            (Given::Row(row), _) => match self.rows(standing).chosen(row) {
                Some(deed) => self.do_it(deed, standing),
                None => Next::Leaf,
            },
            (Given::Back, Step::Sheet) => Next::Over,
            (Given::Back, Step::Topic | Step::Unsure | Step::Endings) => self.add(),
            (Given::Back, Step::TakingOff(place)) => self.to(Step::Thing(place)),
            (Given::Back, _) => self.to(Step::Sheet),
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match (came, self.doing.clone()) {
            (Came::Meetings(meetings), _) => self.found(meetings, standing),
            (Came::Form(typed), Doing::Reading) => {
                let title = &standing.pack.step("form_need").title;
                let typed = typed.as_deref();
                let told = Told::with_typed(title, words::NOT_THERE, typed, standing);
                Next::Become(Matter::Told(told))
            }
            (Came::Form(typed), Doing::Leaving) => self.left(typed.map(|form| *form), standing),
            (Came::Form(typed), Doing::Opening(writing)) => {
                self.open(writing, typed.map(|form| *form), standing)
            }
            (Came::Written(form), Doing::Writing(writing)) => {
                self.written(&writing, &form, standing)
            }
            (Came::NotWritten, _) => self.not_written(),
            (Came::Done, _) => self.done(),
            (Came::Entry(entry), Doing::Finding(of, typed)) => {
                self.line_of(of, typed, entry.as_deref(), standing)
            }
            (
                came @ (Came::Flagged(_) | Came::Carried(_) | Came::Passages(_) | Came::Endings(_)),
                _,
            ) => self.offered(came, standing),
            (Came::Trouble(said), _) if self.meeting.is_some() && self.is_kept => {
                self.doing = Doing::Nothing;
                Next::Hint(said)
            }
            (came, _) => Next::after(&standing.pack.step("form_need").title, came),
        }
    }
}
