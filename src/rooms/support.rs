//! Support: the page around the card, notes on keeping well, and sharing my story.
//!
//! Support is offered to everyone in the same quiet words, so nothing here depends on what was
//! answered anywhere. The card itself is one key away from everywhere; this is where it is filled
//! in, in a calm hour.

mod keeping_well;
mod sharing;
mod words;

use super::around::Standing;
use super::matter::{Matter, Next, Talk};
use super::picking::Picking;
use super::{Came, Door, Given, Leaf, LeafRow, Piece, Work};
use crate::domain::{Draft, FormKind, Id, Subject, say_day};

pub(super) use keeping_well::KeepingWell;
pub(super) use sharing::Sharing;

/// The room.
#[derive(Clone, Debug)]
pub(super) struct Support {
    /// Stories that were begun and rest until after.
    resting: Vec<Id>,
    /// Whether it was seen what rests.
    is_loaded: bool,
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    Card,
    FillCard,
    KeepWell,
    Story(Id),
    NewStory,
}

impl Support {
    /// Comes in.
    pub(super) fn new() -> Self {
        Self {
            resting: Vec::new(),
            is_loaded: false,
        }
    }

    fn rows(&self, standing: &Standing) -> Picking<Deed> {
        let mut rows = Picking::new();
        rows.keyed('c', &standing.pack.step("card").title, Deed::Card);
        rows.keyed('f', words::FILL, Deed::FillCard);
        rows.keyed(
            'k',
            &standing.pack.step("keep_well").question,
            Deed::KeepWell,
        );
        rows.heading(words::STORY);
        for id in &self.resting {
            // The day alone: what was written is read inside.
            let begun = id.day().map(say_day).unwrap_or_default();
            rows.row(LeafRow::new(words::GO_ON).quiet(begun), Deed::Story(*id));
        }
        rows.keyed('s', words::NEW_STORY, Deed::NewStory);
        rows
    }

    fn do_it(deed: Deed, standing: &Standing) -> Next {
        match deed {
            Deed::Card => Next::Through(Door::Card),
            Deed::FillCard => Next::Through(Door::FillCard),
            Deed::KeepWell => Next::Open(Matter::KeepingWell(KeepingWell::new())),
            Deed::Story(id) => Next::Open(Matter::Sharing(Sharing::new(id))),
            Deed::NewStory if standing.read_only.is_some() => {
                Next::Hint(standing.read_only.clone().unwrap_or_default())
            }
            Deed::NewStory => Next::Open(Matter::Sharing(Sharing::new(standing.now.fresh))),
        }
    }

    fn rest(&mut self, forms: &[Draft]) -> Next {
        let begun = forms.iter().filter(|form| !form.is_blank());
        let ids = begun.filter_map(|form| match form.subject() {
            Subject::Form(form) => form.of,
            _ => None,
        });
        self.resting = ids.collect();
        self.is_loaded = true;
        Next::Leaf
    }
}

impl Talk for Support {
    fn begun(&mut self, _: &Standing) -> Next {
        Next::Do(Work::Forms(FormKind::Story))
    }

    fn leaf(&self, standing: &Standing) -> Leaf {
        Leaf {
            title: standing.pack.step("gentle").title.clone(),
            pieces: vec![
                Piece::Question(words::ROOM.to_owned()),
                Piece::Text(words::CARD_KEY.to_owned()),
                Piece::Quiet(words::STAYS.to_owned()),
            ],
            ask: self.rows(standing).ask_at(0),
            has_sides: false,
        }
    }

    fn given(&mut self, given: Given, standing: &Standing) -> Next {
        match given {
            Given::Row(row) => match self.rows(standing).chosen(row) {
                Some(deed) => Self::do_it(deed, standing),
                None => Next::Leaf,
            },
            Given::Back => Next::Over,
            _ => Next::Leaf,
        }
    }

    fn came(&mut self, came: Came, _: &Standing) -> Next {
        match came {
            Came::Forms(forms) => self.rest(&forms),
            // The card can be read all the same.
            Came::Trouble(said) => Next::Hint(said),
            _ => Next::Leaf,
        }
    }
}
