//! Sharing my story: a short check before, and one after.
//!
//! Between the two it rests as a form that is half-way, for the time to share may come next week
//! or never. Not to share is a whole check too, and is kept in the same way.

use super::words;
use crate::domain::{
    Draft, Entry, Field, Finished, Form, FormField, FormKind, Id, Length, Story, Subject,
    Supervision,
};
use crate::reflection::{FormWalk, NOTHING_WRITTEN, Page};
use crate::rooms::around::Standing;
use crate::rooms::form_pages;
use crate::rooms::matter::{Next, Talk};
use crate::rooms::picking::Picking;
use crate::rooms::{Came, Given, Leaf, LeafRow, Piece, Work};

/// One check.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct Sharing {
    id: Id,
    /// What was typed; `None` until it was asked for.
    typed: Option<Draft>,
    step: Step,
    /// What the work that is on is for.
    then: Then,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Resting,
    LettingGo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// See what was typed: a new one opens its first page.
    Begin,
    /// See what was typed, and rest.
    Rest,
    /// The form is open: before.
    Before,
    /// The form is open: after.
    After,
    /// It becomes an entry.
    Keep,
    /// It goes.
    LetGo,
    /// It goes, since there is nothing on it.
    Nothing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    After,
    Before,
    Keep,
    Show(Step),
    LetGo,
    Later,
}

impl Sharing {
    /// Opens one; a new one where nothing was typed yet.
    pub(in crate::rooms) fn new(id: Id) -> Self {
        Self {
            id,
            typed: None,
            step: Step::Resting,
            then: Then::Begin,
        }
    }

    fn subject(&self) -> Subject {
        Subject::Form(Form {
            kind: FormKind::Story,
            of: Some(self.id),
        })
    }

    fn ask(&mut self, then: Then) -> Next {
        self.then = then;
        Next::Do(Work::Form(self.subject()))
    }

    fn rows(&self) -> Picking<Deed> {
        let mut rows = Picking::new();
        match self.step {
            Step::Resting => {
                rows.keyed('l', words::LATER, Deed::Later);
                rows.keyed('w', words::AFTER, Deed::After);
                rows.keyed('c', words::CHANGE_BEFORE, Deed::Before);
                rows.keyed('k', words::KEEP_AS_IT_IS, Deed::Keep);
                rows.row(LeafRow::new(words::LET_GO), Deed::Show(Step::LettingGo));
            }
            Step::LettingGo => {
                rows.keyed('k', words::KEEP, Deed::Show(Step::Resting));
                rows.row(LeafRow::new(words::LET_GO), Deed::LetGo);
            }
        }
        rows
    }

    fn open(&mut self, then: Then, standing: &Standing) -> Next {
        if let Some(why) = &standing.read_only {
            return match self.typed {
                Some(_) => Next::Hint(why.clone()),
                None => Next::tell(&title(standing), vec![why.clone()]),
            };
        }
        self.then = then;
        let page = match then {
            Then::After => after_page(standing),
            _ => before_page(standing),
        };
        let form = FormWalk::begin(self.subject(), vec![page], Vec::new(), self.typed.clone());
        Next::Write(Box::new(form))
    }

    fn story(&self) -> Story {
        let words = |field| match &self.typed {
            Some(typed) => typed.words(&Field::Form(field)).trim().to_owned(),
            None => String::new(),
        };
        Story {
            hope: words(FormField::Hope),
            keep_back: words(FormField::KeepBack),
            for_them: words(FormField::ForThem),
            for_me: words(FormField::ForMe),
        }
    }

    /// Keeps it as an entry; where nothing was written there is nothing to keep.
    fn keep(&mut self, standing: &Standing) -> Next {
        let story = self.story();
        if story == Story::default() {
            return Next::Hint(NOTHING_WRITTEN.to_owned());
        }
        let pack = (standing.pack.id.clone(), standing.pack.version);
        let mut entry = Entry::empty(self.id, standing.now.at, pack, Length::Story);
        entry.story = Some(story);
        let bring = self.typed.as_ref().map(|typed| typed.words(&Field::Bring));
        entry.supervision = Supervision {
            bring: bring == Some("yes"),
            note: String::new(),
        };
        self.then = Then::Keep;
        Next::Do(Work::Finish(Box::new(Finished {
            entry,
            draft: Some(self.subject()),
            carries: false,
            last: None,
            tell: None,
        })))
    }

    fn do_it(&mut self, deed: Deed, standing: &Standing) -> Next {
        match deed {
            Deed::After => self.open(Then::After, standing),
            Deed::Before => self.open(Then::Before, standing),
            Deed::Keep => self.keep(standing),
            Deed::Later => Next::Over,
            Deed::Show(step) => {
                self.step = step;
                Next::Leaf
            }
            Deed::LetGo => {
                self.then = Then::LetGo;
                Next::Do(Work::DropForm(self.subject()))
            }
        }
    }

    fn written(&mut self, form: Draft, standing: &Standing) -> Next {
        self.typed = Some(form);
        if self.then == Then::After {
            return self.keep(standing);
        }
        if self.story() == Story::default() {
            self.then = Then::Nothing;
            return Next::Do(Work::DropForm(self.subject()));
        }
        self.then = Then::Rest;
        Next::Leaf
    }

    fn done(&mut self, standing: &Standing) -> Next {
        let title = title(standing);
        match self.then {
            Then::Keep => Next::tell(&title, vec![words::KEPT.to_owned()]),
            Then::LetGo => Next::tell(&title, vec![words::GONE.to_owned()]),
            Then::Nothing => Next::tell(&title, vec![NOTHING_WRITTEN.to_owned()]),
            _ => Next::Leaf,
        }
    }
}

fn title(standing: &Standing) -> String {
    standing.pack.step("story_before").title.clone()
}

fn before_page(standing: &Standing) -> Page {
    let pack = &standing.pack;
    let parts = vec![
        form_pages::line(pack, FormField::Hope),
        form_pages::line(pack, FormField::KeepBack),
    ];
    form_pages::page(pack.step("story_before"), parts)
}

fn after_page(standing: &Standing) -> Page {
    let pack = &standing.pack;
    let bring = pack.step("supervision");
    let parts = vec![
        form_pages::line(pack, FormField::ForThem),
        form_pages::line(pack, FormField::ForMe),
        form_pages::choice(&bring.question, bring, Field::Bring, 1),
    ];
    form_pages::page(pack.step("story_after"), parts)
}

impl Talk for Sharing {
    fn begun(&mut self, _: &Standing) -> Next {
        let then = match self.typed {
            None => Then::Begin,
            Some(_) => Then::Rest,
        };
        self.ask(then)
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let pack = &standing.pack;
        let mut leaf = Leaf {
            title: title(standing),
            ..Leaf::default()
        };
        if self.typed.is_none() {
            return leaf;
        }
        let story = self.story();
        match self.step {
            Step::LettingGo => {
                leaf.pieces
                    .push(Piece::Question(words::LET_GO_ASK.to_owned()));
                leaf.pieces
                    .push(Piece::Text(words::LET_GO_UNDER.to_owned()));
            }
            Step::Resting => {
                leaf.pieces.push(Piece::Question(words::RESTS.to_owned()));
                for (field, text) in [
                    (FormField::Hope, &story.hope),
                    (FormField::KeepBack, &story.keep_back),
                    (FormField::ForThem, &story.for_them),
                    (FormField::ForMe, &story.for_me),
                ] {
                    if !text.is_empty() {
                        let label = form_pages::words(pack, field).line.clone();
                        leaf.pieces.push(Piece::Heading(label));
                        leaf.pieces.push(Piece::Own(text.clone()));
                    }
                }
                leaf.pieces
                    .push(Piece::Quiet(words::RESTS_UNDER.to_owned()));
            }
        }
        leaf.ask = self.rows().ask_at(0);
        leaf
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match (given, self.step) {
            (Given::Row(row), _) if self.typed.is_some() => match self.rows().chosen(row) {
                Some(deed) => self.do_it(deed, standing),
                None => Next::Leaf,
            },
            (Given::Back, Step::LettingGo) => {
                self.step = Step::Resting;
                Next::Leaf
            }
            (Given::Back, Step::Resting) => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match (came, self.then) {
            (Came::Form(Some(typed)), _) => {
                self.typed = Some(*typed);
                self.then = Then::Rest;
                Next::Leaf
            }
            (Came::Form(None), Then::Begin) => self.open(Then::Before, standing),
            // It is gone: another window kept it or let it go.
            (Came::Form(None), _) => Next::Over,
            (Came::Written(form), Then::Before | Then::After) => self.written(*form, standing),
            // What was typed is on disk; it is read again, or there is nothing.
            (Came::NotWritten, Then::Before | Then::After) => self.ask(Then::Rest),
            (Came::Done, _) => self.done(standing),
            (Came::Trouble(said), _) if self.typed.is_some() => Next::Hint(said),
            (came, _) => Next::after(&title(standing), came),
        }
    }
}
