//! Over what the map goes: reflections, weeks or months.

use chrono::NaiveDate;

use super::super::{Came, Work};
use crate::content::Pack;
use crate::domain::{Signed, Span, Tally};
use crate::insight::days;
use crate::insight::{LookBack, MONTHS, SIGNS, WEEKS, WINDOW, Window, look_back, look_back_over};

/// What a column stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum By {
    /// A reflection.
    #[default]
    Reflection,
    /// A week.
    Week,
    /// A month.
    Month,
}

/// What came of asking for it.
#[derive(Clone, Debug)]
pub(super) enum Signs {
    /// Reflections, the newest first.
    Each(Vec<Signed>),
    /// Weeks or months.
    Over(Span, Vec<Tally>),
}

impl By {
    /// What to ask the journal for.
    pub(super) fn work(self, today: NaiveDate) -> Work {
        let over = |span, many| Work::Tallies(span, days::since(span, many, today), today);
        match self {
            Self::Reflection => Work::Signs(SIGNS),
            Self::Week => over(Span::Week, WEEKS),
            Self::Month => over(Span::Month, MONTHS),
        }
    }

    /// Takes what came, if it is what was asked for.
    pub(super) fn takes(self, came: Came) -> Result<Signs, Came> {
        match (self, came) {
            (Self::Reflection, Came::Signs(signs)) => Ok(Signs::Each(signs)),
            (Self::Week, Came::Tallies(tallies)) => Ok(Signs::Over(Span::Week, tallies)),
            (Self::Month, Came::Tallies(tallies)) => Ok(Signs::Over(Span::Month, tallies)),
            (_, other) => Err(other),
        }
    }
}

impl Signs {
    /// The window they make.
    pub(super) fn window(&self, today: NaiveDate) -> Window {
        match self {
            Self::Each(signs) => Window::of_signs(signs.get(..WINDOW).unwrap_or(signs), today),
            Self::Over(span, tallies) => Window::of_tallies(*span, tallies, today),
        }
    }

    /// What they say.
    pub(super) fn look(
        &self,
        pack: &Pack,
        oldest: Option<NaiveDate>,
        today: NaiveDate,
    ) -> LookBack {
        match self {
            Self::Each(signs) => look_back(pack, signs, oldest, today),
            Self::Over(span, tallies) => look_back_over(pack, (*span, tallies), oldest, today),
        }
    }
}
