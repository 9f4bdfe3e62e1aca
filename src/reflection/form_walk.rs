//! A form: a page or two to write on, beside the walks.
//!
//! It is a walk like any other to both front ends, so its words are saved, undone and taken up
//! again in the same way. What becomes of them is for the room that opened it to say.

use crate::domain::{Draft, Field, FormField, Subject};

use super::{End, Hint, Page, Paper, Turn, Walk, walk};

/// A form on its way.
#[derive(Clone, Debug)]
pub struct FormWalk {
    paper: Paper,
    pages: Vec<Page>,
    at: usize,
}

impl FormWalk {
    /// Opens a form: its pages, what stands on them at first, and what was typed on it before and
    /// not finished. What stands there at first goes to disk only once it is changed.
    pub fn begin(
        subject: Subject,
        pages: Vec<Page>,
        start: Vec<(Field, String)>,
        unfinished: Option<Draft>,
    ) -> Self {
        let mut draft = unfinished.unwrap_or_else(|| Draft::new(subject));
        draft.lay_under(start);
        let mut walk = Self {
            paper: Paper::new(draft),
            pages,
            at: 0,
        };
        walk.not_done();
        walk
    }

    /// Takes back that the person came to its end: they went on, or left it half-way.
    pub fn not_done(&mut self) {
        if is_done(self.paper.draft()) {
            self.paper.write(Field::Form(FormField::Done), "");
        }
    }

    /// The number of the page it is at.
    pub fn place(&self) -> usize {
        self.at
    }

    /// Goes to this page.
    #[must_use]
    pub fn at_page(mut self, page: usize) -> Self {
        self.at = page.min(self.pages.len().saturating_sub(1));
        self
    }

    /// What it is about.
    pub fn subject(&self) -> Subject {
        self.paper.draft().subject()
    }
}

/// Tells whether the person came to the end of a form.
pub fn is_done(form: &Draft) -> bool {
    !form.words(&Field::Form(FormField::Done)).is_empty()
}

impl Walk for FormWalk {
    fn paper(&self) -> &Paper {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper {
        &mut self.paper
    }

    fn page(&self) -> Page {
        let mut page = self.pages.get(self.at).cloned().unwrap_or_default();
        page.is_last = self.at + 1 >= self.pages.len();
        page
    }

    fn forward(&mut self) -> Result<Turn, Hint> {
        if self.at + 1 < self.pages.len() {
            self.at += 1;
            return Ok(Turn::Page);
        }
        self.paper.write(Field::Form(FormField::Done), "yes");
        Ok(Turn::End(End::Keep))
    }

    fn back(&mut self) -> bool {
        let moved = self.at > 0;
        self.at = self.at.saturating_sub(1);
        moved
    }

    fn back_to(&mut self, field: &Field) -> bool {
        walk::back_to(self, field)
    }

    fn stop(&mut self) -> bool {
        let last = self.pages.len().saturating_sub(1);
        let moved = self.at < last;
        self.at = last;
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Ask, Part, Room};
    use super::*;
    use crate::domain::{Form, FormKind};

    fn later(unfinished: Option<Draft>) -> FormWalk {
        let subject = Subject::Form(Form {
            kind: FormKind::Later,
            of: None,
        });
        let page = Page {
            room: Room::Form,
            parts: vec![Part {
                field: Field::Form(FormField::Later),
                label: String::new(),
                ask: Ask::Note,
            }],
            ..Page::default()
        };
        let start = vec![(Field::Form(FormField::Later), "as it was".to_owned())];
        FormWalk::begin(subject, vec![page], start, unfinished)
    }

    #[test]
    fn only_what_is_changed_goes_to_disk_and_the_end_is_noted() {
        let mut form = later(None);
        let field = Field::Form(FormField::Later);
        assert_eq!(form.paper().words(&field), "as it was");
        assert_eq!(form.take_unsaved(), None);
        form.write(&field, "as it is");
        assert_eq!(form.take_unsaved().unwrap().fields.len(), 1);
        assert_eq!(form.forward(), Ok(Turn::End(End::Keep)));
        assert!(is_done(form.paper().draft()));
        let again = later(Some(form.paper().draft().clone()));
        assert_eq!(again.paper().words(&field), "as it is");
        assert!(!is_done(again.paper().draft()));
    }

    #[test]
    fn a_text_that_was_emptied_stays_empty() {
        let mut form = later(None);
        let field = Field::Form(FormField::Later);
        form.write(&field, "");
        let again = later(Some(form.paper().draft().clone()));
        assert_eq!(again.paper().words(&field), "");
    }
}
