//! The longer view: how sure I would feel doing this tomorrow, one heading at a time.
//!
//! What was said then, what is said now, and the start looked back at stand beside each other as words
//! with their days, and beside my own moments. Whoever reads them makes of it what they will: nothing
//! here says what has grown.

mod due;
mod headings;
mod pages;
mod shown;
mod words;

use chrono::NaiveDate;

pub use due::day_that_came;
pub(super) use due::due;
pub(super) use headings::FootingList;

use super::around::Standing;
use super::matter::{Matter, Next, Talk};
use super::told::Told;
use super::{Came, Given, Leaf, Work};
use crate::domain::{
    Draft, Entry, FormKind, HeadingId, Id, LongerView, LongerViews, Passage, Passages, Under,
};
use crate::insight::window::title_of;
use crate::reflection::NOTHING_WRITTEN;
use shown::Deed;

/// Moments that stand on the page; the others are a row away.
const MOMENTS: usize = 4;

/// The longer view of one heading.
#[derive(Clone, Debug)]
pub(super) struct LongerViewRoom {
    /// None until the form that was left half-way says which.
    heading: Option<HeadingId>,
    /// The form to go on with at once.
    goes_on: Option<Id>,
    /// What was read; `None` until all of it was.
    seen: Option<Seen>,
    /// What is being read.
    reading: Seen,
    step: Step,
    doing: Doing,
    /// Said with the next leaf.
    hint: Option<String>,
    /// What was taken back here, the last one last.
    taken: Vec<LongerView>,
    last: usize,
}

/// What there is of a heading.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// What was said of it, the oldest first.
    said: Vec<LongerView>,
    /// The day to be asked again.
    again: Option<NaiveDate>,
    /// Whether a story or a reflection has touched it.
    touched: bool,
    /// What was typed and not finished.
    half: Option<Draft>,
    /// Moments of real sessions, the newest first.
    moments: Vec<Passage>,
    /// What was written in practice, the newest first.
    practice: Vec<FromPractice>,
}

/// A line from practice.
#[derive(Clone, Debug)]
struct FromPractice {
    on: NaiveDate,
    /// The story, or that it was a reflection.
    title: String,
    words: String,
}

/// What is shown.
#[derive(Clone, Debug)]
enum Step {
    Front,
    TakingBack,
    /// A day was typed that is none; the draft is on disk.
    NoSuchDay(Box<Draft>, String),
}

/// What the journal, or the person at the form, is at.
#[derive(Clone, Debug)]
enum Doing {
    Nothing,
    /// The form from Home is asked for.
    HalfWay,
    Reading,
    /// What was typed is asked for; whether the form opens at its last page.
    Opening(bool),
    Writing(Id),
    /// The form was left: is there anything on it?
    Left,
    /// Something to do, and what is said then.
    Working(Option<String>),
    TakingBack(Box<LongerView>),
    PuttingBack,
}

impl LongerViewRoom {
    /// Opens it for this heading.
    pub(super) fn new(heading: HeadingId) -> Self {
        Self {
            heading: Some(heading),
            goes_on: None,
            seen: None,
            reading: Seen::default(),
            step: Step::Front,
            doing: Doing::Nothing,
            hint: None,
            taken: Vec::new(),
            last: 0,
        }
    }

    /// Goes on with a form that was left half-way; it knows its heading.
    pub(super) fn half_way(form: Id) -> Self {
        Self {
            heading: None,
            goes_on: Some(form),
            ..Self::new(HeadingId::new(""))
        }
    }

    fn title(&self, standing: &Standing) -> String {
        let heading = self.heading.as_ref();
        heading.map_or_else(
            || words::TITLE.to_owned(),
            |it| title_of(&standing.pack, it),
        )
    }

    fn about(&self) -> HeadingId {
        self.heading.clone().unwrap_or_else(|| HeadingId::new(""))
    }

    /// Reads everything anew: it may have changed meanwhile.
    fn read(&mut self) -> Next {
        self.step = Step::Front;
        self.reading = Seen::default();
        self.doing = Doing::Reading;
        Next::Do(Work::LongerViews)
    }

    fn read_views(&mut self, views: LongerViews) -> Next {
        let Some(heading) = &self.heading else {
            return Next::Leaf;
        };
        let LongerViews {
            mut said,
            again,
            touched,
        } = views;
        said.retain(|it| it.heading == *heading);
        self.reading.said = said;
        self.reading.again = again
            .iter()
            .find(|it| it.heading == *heading)
            .map(|it| it.on);
        self.reading.touched = touched.contains_key(heading);
        Next::Do(Work::Forms(FormKind::LongerView))
    }

    fn read_forms(&mut self, forms: Vec<Draft>) -> Next {
        let heading = self.heading.clone();
        let of_this = |form: &Draft| pages::heading_of(form) == heading && !pages::is_blank(form);
        self.reading.half = forms.into_iter().find(of_this);
        let under = Under {
            heading,
            ..Under::default()
        };
        Next::Do(Work::Passages(Passages::Answers(under), None, MOMENTS))
    }

    fn read_practice(&mut self, practised: &[Entry], standing: &Standing) -> Next {
        let heading = self.about();
        let lines = practised
            .iter()
            .flat_map(|entry| from_practice(entry, &heading));
        self.reading.practice = lines.take(MOMENTS).collect();
        self.seen = Some(std::mem::take(&mut self.reading));
        self.doing = Doing::Nothing;
        if self.goes_on.take().is_some() {
            return self.go_on(false, standing);
        }
        self.hint.take().map_or(Next::Leaf, Next::Hint)
    }

    fn half(&self) -> Option<&Draft> {
        self.seen.as_ref().and_then(|seen| seen.half.as_ref())
    }

    /// Goes on with what was typed, or opens a new form.
    fn go_on(&mut self, at_day: bool, standing: &Standing) -> Next {
        if let Some(why) = &standing.read_only {
            return Next::Hint(why.clone());
        }
        if let Some(subject) = self.half().map(Draft::subject) {
            self.doing = Doing::Opening(at_day);
            return Next::Do(Work::Form(subject));
        }
        let subject = pages::subject(standing.now.fresh);
        self.open(Draft::new(subject), at_day, standing)
    }

    fn open(&mut self, typed: Draft, at_day: bool, standing: &Standing) -> Next {
        let (Some(heading), Some(seen)) = (&self.heading, &self.seen) else {
            return Next::Leaf;
        };
        let today = standing.today();
        let opening = pages::Opening {
            heading,
            said_before: !seen.said.is_empty(),
            again: seen.again.filter(|day| *day > today),
            at_day,
        };
        let id = pages::id_of(&typed).unwrap_or(standing.now.fresh);
        let form = pages::form(&opening, typed, &standing.pack);
        self.doing = Doing::Writing(id);
        Next::Write(Box::new(form))
    }

    fn written(&mut self, form: Draft, standing: &Standing) -> Next {
        let (Some(heading), Some(seen)) = (self.heading.clone(), self.seen.as_mut()) else {
            return Next::Leaf;
        };
        // Where it cannot be kept, it can be gone on with.
        seen.half = Some(form.clone());
        let again = seen.again;
        match pages::read(&form, &heading, again, &standing.now, &standing.pack) {
            Ok(written) => self.keep(&form, written),
            Err(why) => {
                self.doing = Doing::Nothing;
                self.step = Step::NoSuchDay(Box::new(form), why.to_string());
                Next::Leaf
            }
        }
    }

    fn keep(&mut self, form: &Draft, written: pages::Written) -> Next {
        let said = if written.is_nothing() {
            NOTHING_WRITTEN
        } else {
            words::KEPT
        };
        // All of it is one work: where that comes to nothing, the form is there as it was.
        let work = if written.is_nothing() {
            Work::DropForm(form.subject())
        } else if written.drops_day {
            Work::DropAskAgain(self.about(), written.said, Some(pages::ends(form)))
        } else {
            Work::SayLongerView(written.said, written.again, Some(pages::ends(form)))
        };
        self.work(work, Some(said))
    }

    /// Does this, and then says that.
    fn work(&mut self, work: Work, said: Option<&str>) -> Next {
        self.step = Step::Front;
        self.doing = Doing::Working(said.map(str::to_owned));
        Next::Do(work)
    }

    /// The form was closed before its end. What stands on it waits; a blank one goes.
    fn left(&mut self, form: Option<Draft>) -> Next {
        match form {
            Some(form) if pages::is_blank(&form) => self.work(Work::DropForm(form.subject()), None),
            Some(_) => {
                self.hint = Some(words::WAITS.to_owned());
                self.read()
            }
            None => self.read(),
        }
    }

    /// The form from Home is there: reads on for its heading.
    fn half_way_form(&mut self, form: Option<&Draft>, standing: &Standing) -> Next {
        if let Some(heading) = form.and_then(pages::heading_of) {
            self.heading = Some(heading);
            return self.read();
        }
        let title = self.title(standing);
        let told = Told::with_typed(&title, words::FORM_GONE, form, standing);
        Next::Become(Matter::Told(told))
    }

    fn trouble(&mut self, said: String, standing: &Standing) -> Next {
        self.doing = Doing::Nothing;
        self.step = Step::Front;
        match self.seen {
            Some(_) => Next::Hint(said),
            None => Next::tell(&self.title(standing), vec![said]),
        }
    }

    fn done(&mut self, doing: Doing) -> Next {
        match doing {
            Doing::Working(said) => {
                self.hint = said;
                self.read()
            }
            Doing::TakingBack(view) => {
                self.taken.push(*view);
                self.hint = Some(words::TAKEN_BACK.to_owned());
                self.last = 0;
                self.read()
            }
            Doing::PuttingBack => {
                self.taken.pop();
                self.hint = Some(words::IS_BACK.to_owned());
                self.last = 0;
                self.read()
            }
            _ => Next::Leaf,
        }
    }

    fn do_this(&mut self, deed: Deed, standing: &Standing) -> Next {
        if let (true, Some(why)) = (deed.writes(), &standing.read_only) {
            return Next::Hint(why.clone());
        }
        match deed {
            Deed::Say => self.go_on(false, standing),
            Deed::TypeDay => self.go_on(true, standing),
            Deed::NoDay => self.keep_without_day(standing),
            Deed::PutBack => match self.taken.last().cloned() {
                Some(view) => {
                    self.doing = Doing::PuttingBack;
                    Next::Do(Work::SayLongerView(vec![view], None, None))
                }
                None => Next::Leaf,
            },
            Deed::Which => self.to(Step::TakingBack),
            Deed::TakeBack(view) => {
                let id = view.id;
                self.doing = Doing::TakingBack(view);
                Next::Do(Work::DropLongerView(id))
            }
            Deed::AskNoMore => match self.heading.clone() {
                Some(heading) => {
                    let work = Work::DropAskAgain(heading, Vec::new(), None);
                    self.work(work, Some(words::NOT_ASKED))
                }
                None => Next::Leaf,
            },
            Deed::Moments => self.moments(standing),
            Deed::Learn(page) => shown::learn(page),
            Deed::Front => self.to(Step::Front),
            Deed::Over => Next::Over,
        }
    }

    fn keep_without_day(&mut self, standing: &Standing) -> Next {
        let Step::NoSuchDay(form, _) = self.step.clone() else {
            return Next::Leaf;
        };
        let Some(heading) = self.heading.clone() else {
            return Next::Leaf;
        };
        let written = pages::read_without_day(&form, &heading, &standing.now, &standing.pack);
        self.keep(&form, written)
    }

    fn to(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Leaf
    }
}

/// What a try or a practice reflection says under a heading.
fn from_practice(entry: &Entry, heading: &HeadingId) -> Vec<FromPractice> {
    let title = match &entry.attempt {
        Some(attempt) => attempt.title.clone(),
        None => words::A_REFLECTION.to_owned(),
    };
    let lines = entry.lines_under(heading).into_iter();
    lines
        .map(|words| FromPractice {
            on: entry.on,
            title: title.clone(),
            words: words.to_owned(),
        })
        .collect()
}

impl Talk for LongerViewRoom {
    fn begun(&mut self, _: &Standing) -> Next {
        match (&self.heading, self.goes_on) {
            (None, Some(form)) => {
                self.doing = Doing::HalfWay;
                Next::Do(Work::Form(pages::subject(form)))
            }
            _ => self.read(),
        }
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        match &self.seen {
            Some(seen) => self.shown(seen, standing),
            None => Leaf::busy(&self.title(standing)),
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(at) => match self.rows(standing).chosen(at) {
                Some(deed) => {
                    if matches!(self.step, Step::Front) {
                        self.last = at;
                    }
                    self.do_this(deed, standing)
                }
                None => Next::Leaf,
            },
            Given::Back => match self.step {
                Step::Front => Next::Over,
                _ => self.to(Step::Front),
            },
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        let doing = std::mem::replace(&mut self.doing, Doing::Nothing);
        match (came, doing) {
            (Came::LongerViews(views), Doing::Reading) => {
                self.doing = Doing::Reading;
                self.read_views(*views)
            }
            (Came::Forms(forms), Doing::Reading) => {
                self.doing = Doing::Reading;
                self.read_forms(forms)
            }
            (Came::Passages(moments), Doing::Reading) => {
                self.doing = Doing::Reading;
                self.reading.moments = moments;
                Next::Do(Work::Practised(self.about(), MOMENTS))
            }
            (Came::Practised(all), Doing::Reading) => self.read_practice(&all, standing),
            (Came::Form(form), Doing::HalfWay) => self.half_way_form(form.as_deref(), standing),
            (Came::Form(Some(form)), Doing::Opening(at_day)) => self.open(*form, at_day, standing),
            (Came::Form(None), Doing::Opening(_)) => {
                self.hint = Some(words::FORM_GONE.to_owned());
                self.read()
            }
            (Came::Form(form), Doing::Left) => self.left(form.map(|form| *form)),
            (Came::Written(form), Doing::Writing(_)) => self.written(*form, standing),
            (Came::NotWritten, Doing::Writing(id)) => {
                self.doing = Doing::Left;
                Next::Do(Work::Form(pages::subject(id)))
            }
            (Came::Done, doing) => self.done(doing),
            (Came::Trouble(said), _) => self.trouble(said, standing),
            (_, doing) => {
                self.doing = doing;
                Next::Leaf
            }
        }
    }
}
