//! What a list shows of an entry, and what the past tells a new walk.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{CarryForward, HeadingId, Id, ItemId, Kind, Length};

/// One row of the list of entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The entry's id.
    pub id: Id,
    /// The day it is about.
    pub on: NaiveDate,
    /// When it was finished; the list is ordered by this, newest first.
    pub finished_at: DateTime<FixedOffset>,
    /// What kind of time it was.
    pub kind: Option<Kind>,
    /// How long the walk was.
    pub length: Length,
    /// Whether it is practice.
    pub practice: bool,
    /// Its first words; the words around what was found, in a search.
    pub words: String,
    /// Whether its row could be read; where not, only the id and the times say something.
    pub readable: bool,
}

/// What a new walk needs to know of the entries before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// The last day each heading was answered.
    pub visited: BTreeMap<HeadingId, NaiveDate>,
    /// The last day each item was answered, for the one that takes its turn.
    pub asked: BTreeMap<ItemId, NaiveDate>,
    /// The intention to ask about, newest first among those still held.
    pub carry: Option<CarryForward>,
}
