//! The page on keeping well: what helps, early signs, who to ask.
//!
//! It is for the worker alone. Nothing reads it but this page, and nothing counts it.

use super::words;
use crate::domain::{Draft, Ends, Field, Form, FormField, FormKind, KeepWell, Subject};
use crate::reflection::FormWalk;
use crate::rooms::around::Standing;
use crate::rooms::form_pages::{self, written};
use crate::rooms::matter::{Next, Talk};
use crate::rooms::picking::Picking;
use crate::rooms::{Came, Given, Leaf, Piece, Work};

const SUBJECT: Subject = Subject::Form(Form {
    kind: FormKind::KeepWell,
    of: None,
});
const FIELDS: [FormField; 3] = [FormField::Helps, FormField::Signs, FormField::Who];

/// The page.
#[derive(Clone, Debug)]
pub(in crate::rooms) struct KeepingWell {
    page: Option<KeepWell>,
    /// What was written and is on its way to the journal.
    keeping: Option<KeepWell>,
    /// Whether the form opens at once.
    opens: bool,
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    Write,
    Back,
}

impl KeepingWell {
    /// Shows the page.
    pub(super) fn new() -> Self {
        Self {
            page: None,
            keeping: None,
            opens: false,
        }
    }

    /// Goes on with what was typed and left half-way.
    pub(in crate::rooms) fn half_way() -> Self {
        Self {
            opens: true,
            ..Self::new()
        }
    }

    fn rows(&self) -> Picking<Deed> {
        let is_blank = self
            .page
            .as_ref()
            .is_none_or(|page| *page == KeepWell::default());
        let write = if is_blank {
            words::WRITE
        } else {
            words::CHANGE
        };
        let mut rows = Picking::new();
        rows.keyed('w', write, Deed::Write);
        rows.keyed('b', words::BACK, Deed::Back);
        rows
    }

    fn write(typed: Option<Draft>, page: &KeepWell, standing: &Standing) -> Next {
        let pack = &standing.pack;
        let pages = FIELDS.iter().map(|field| {
            let part = form_pages::note(pack, *field);
            form_pages::page(form_pages::words(pack, *field), vec![part])
        });
        let start = FIELDS.iter().zip(texts(page));
        let start = start.map(|(field, text)| (Field::Form(*field), text.to_owned()));
        let form = FormWalk::begin(SUBJECT, pages.collect(), start.collect(), typed);
        Next::Write(Box::new(form))
    }

    fn keep(&mut self, form: &Draft) -> Next {
        let before = self.page.clone().unwrap_or_default();
        let words = |field, before: &str| written(form, &Field::Form(field), before);
        let page = KeepWell {
            helps: words(FormField::Helps, &before.helps),
            signs: words(FormField::Signs, &before.signs),
            who: words(FormField::Who, &before.who),
        };
        self.keeping = Some(page.clone());
        Next::Do(Work::SaveKeepWell(page, Some(Ends::all(SUBJECT))))
    }
}

fn texts(page: &KeepWell) -> [&str; 3] {
    [&page.helps, &page.signs, &page.who]
}

impl Talk for KeepingWell {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::KeepWell)
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        let pack = &standing.pack;
        let words = pack.step("keep_well");
        let mut leaf = Leaf {
            title: words.title.clone(),
            ..Leaf::default()
        };
        let Some(page) = &self.page else { return leaf };
        leaf.pieces.push(Piece::Question(words.question.clone()));
        for (field, text) in FIELDS.iter().zip(texts(page)) {
            if !text.trim().is_empty() {
                let label = form_pages::words(pack, *field).line.clone();
                leaf.pieces.push(Piece::Heading(label));
                leaf.pieces.push(Piece::Own(text.to_owned()));
            }
        }
        leaf.pieces
            .extend(words.under.iter().cloned().map(Piece::Quiet));
        leaf.ask = self.rows().ask_at(0);
        leaf
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(row) => match self.rows().chosen(row) {
                Some(Deed::Write) if standing.read_only.is_some() => {
                    Next::Hint(standing.read_only.clone().unwrap_or_default())
                }
                Some(Deed::Write) if self.page.is_some() => Next::Do(Work::Form(SUBJECT)),
                Some(Deed::Back) => Next::Over,
                _ => Next::Leaf,
            },
            Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, standing: &Standing) -> Next {
        match came {
            Came::KeepWell(page) => {
                self.page = Some(page);
                if std::mem::take(&mut self.opens) {
                    return Next::Do(Work::Form(SUBJECT));
                }
                Next::Leaf
            }
            Came::Form(typed) => {
                let page = self.page.clone().unwrap_or_default();
                Self::write(typed.map(|form| *form), &page, standing)
            }
            Came::Written(form) => self.keep(&form),
            Came::Done => {
                self.page = self.keeping.take().or_else(|| self.page.take());
                Next::Leaf
            }
            Came::Trouble(said) if self.page.is_some() => Next::Hint(said),
            came => Next::after(&standing.pack.step("keep_well").title, came),
        }
    }
}
