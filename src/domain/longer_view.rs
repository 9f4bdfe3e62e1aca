//! The longer view: how sure I would feel doing this tomorrow, heading by heading (`content.md` §9.3).
//!
//! Asked one heading at a time and never in a walk. "Looking back, where was I at the start?" is
//! asked beside it, because what a skill is becomes clear only on the way (response shift, §7.1). The
//! words are never turned into a number, and never compared across headings.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;
use super::{HeadingId, Id};

vocabulary! {
    /// How sure I would feel doing this tomorrow.
    Footing {
        /// Not yet.
        NotYet = "not_yet",
        /// With someone beside me.
        WithSomeone = "with_someone",
        /// Mostly on my own.
        MostlyOnMyOwn = "mostly_on_my_own",
        /// Could help someone else learn it.
        CouldHelpSomeone = "could_help_someone",
    }
}

vocabulary! {
    /// Which time is looked at.
    AsOf {
        /// Now.
        Now = "now",
        /// The start, looking back at it.
        Start = "start",
    }
}

/// What was said once about one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongerView {
    /// Its id.
    pub id: Id,
    /// The heading.
    pub heading: HeadingId,
    /// When it was said.
    pub at: DateTime<FixedOffset>,
    /// Which time is looked at.
    pub as_of: AsOf,
    /// The question as it was shown.
    pub question: String,
    /// The answer; `None` when only a line was written.
    pub footing: Option<Footing>,
    /// The answer as it was worded then.
    pub said: String,
    /// A line beside it.
    pub line: String,
}

/// A day on which to be asked again about a heading; the person set it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskAgain {
    /// The heading.
    pub heading: HeadingId,
    /// The day.
    pub on: NaiveDate,
}

impl AskAgain {
    /// Tells whether it was asked: something was said of the heading on that day, or after it.
    ///
    /// This is nowhere stored. So a saying that is taken back brings its day back, and an old one that
    /// is put back does not end a day that has come since.
    pub fn was_asked(&self, said: &[LongerView]) -> bool {
        said.iter()
            .any(|it| it.heading == self.heading && it.at.date_naive() >= self.on)
    }
}

/// Everything there is of the longer view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LongerViews {
    /// What was said, the oldest first.
    pub said: Vec<LongerView>,
    /// When to be asked again; a day on which it was asked is not among them.
    pub again: Vec<AskAgain>,
    /// The headings a reflection or a vignette has touched, with the last day of it. Practice
    /// counts here: this is a page for learning.
    pub touched: BTreeMap<HeadingId, NaiveDate>,
}
