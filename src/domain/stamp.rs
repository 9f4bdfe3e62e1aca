//! The time a thing happened, handed in from outside.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Id;

/// The moment of one message: the only way time enters the program's thinking.
///
/// `fresh` is an id that nothing else has; a message begins at most one new thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The wall clock, with the offset of the place.
    pub at: DateTime<FixedOffset>,
    /// Milliseconds since the program started; it never goes back.
    pub tick: u64,
    /// A fresh id for whatever this message begins.
    pub fresh: Id,
}

impl Stamp {
    /// The day it is for the person.
    pub fn today(&self) -> NaiveDate {
        self.at.date_naive()
    }
}
