//! What every walk can do, whoever drives it.

use crate::domain::{DraftSave, Field};

use super::{Hint, Page, Paper};

/// What comes after going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Another page, or the same one with more on it.
    Page,
    /// The walk is at its end.
    End(End),
}

/// How a walk ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is kept.
    Keep,
    /// Its words are erased.
    LetGo,
    /// Nothing was written or chosen, so there is nothing to keep.
    Nothing,
}

/// Looks for the page that asks a field, on a copy. Going on again after a look in vain would do
/// what only the person's own Enter may do, such as opening the views of a try.
pub(super) fn back_to<W: Walk + Clone>(walk: &mut W, field: &Field) -> bool {
    let asks = |walk: &W| walk.page().parts.iter().any(|part| part.field == *field);
    let mut behind = walk.clone();
    while !asks(&behind) {
        if !behind.back() {
            return false;
        }
    }
    *walk = behind;
    true
}

/// A walk through pages. Every page can be skipped; nothing written is ever dropped by moving.
pub trait Walk {
    /// What has been written and chosen so far.
    fn paper(&self) -> &Paper;

    /// The same, to write on.
    fn paper_mut(&mut self) -> &mut Paper;

    /// The page the person is at.
    fn page(&self) -> Page;

    /// Goes on to the next page.
    ///
    /// # Errors
    /// A [`Hint`] when something on the page cannot be read, such as a day.
    fn forward(&mut self) -> Result<Turn, Hint>;

    /// Goes back one page; `false` at the first.
    fn back(&mut self) -> bool;

    /// Goes back to the page that asks a field; `false`, and everything as it was, where none of
    /// those behind does.
    fn back_to(&mut self, field: &Field) -> bool;

    /// Makes the walk one length longer; `false` where there is none.
    fn grow(&mut self) -> bool {
        false
    }

    /// Goes straight to the closing pages; `false` where there are none ahead.
    fn stop(&mut self) -> bool {
        false
    }

    /// Tells whether it is long enough to offer a pause, after
    /// [`PAUSE_AFTER`](super::PAUSE_AFTER).
    fn offers_pause(&self) -> bool {
        false
    }

    /// Opens what the page's "more" offers; `false` where it offers nothing.
    fn open_more(&mut self) -> bool {
        false
    }

    /// Points an answer to the moment already written, or takes that back.
    fn point(&mut self) -> bool {
        false
    }

    /// Tells, once, that the journal is to be locked before this page is asked.
    fn take_lock(&mut self) -> bool {
        false
    }

    /// Tells whether a field stays as it is from here on, as what was chosen in a try does once the
    /// views were opened.
    fn is_settled(&self, _field: &Field) -> bool {
        false
    }

    /// What is left to save, counted as on its way.
    fn take_unsaved(&mut self) -> Option<DraftSave> {
        self.paper_mut().draft_mut().take_unsaved()
    }

    /// Writes a text; what is settled stays.
    fn write(&mut self, field: &Field, words: &str) {
        if !self.is_settled(field) {
            self.paper_mut().write(field.clone(), words);
        }
    }

    /// Chooses an id on this page; anything that is not offered here is passed over.
    fn choose(&mut self, field: &Field, id: &str) {
        let most = self.page().parts.iter().find_map(|part| match &part.ask {
            super::Ask::Choice { picks, most }
                if part.field == *field && picks.iter().any(|pick| pick.id == id) =>
            {
                Some(*most)
            }
            _ => None,
        });
        if let Some(most) = most {
            self.paper_mut().choose(field, id, most);
        }
    }
}
