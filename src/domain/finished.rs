//! Everything that one finished walk changes, to be written in one transaction.

use super::{Entry, LastTime, Subject};

/// A finished walk: the entry, and what it says about other things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The entry to keep.
    pub entry: Entry,
    /// The draft it grew from, which goes in the same transaction.
    pub draft: Option<Subject>,
    /// Whether `next_time` is an intention to be asked about (not in practice).
    pub carries: bool,
    /// What was said about the intention from before.
    pub last: Option<LastTime>,
    /// Who the worker plans to tell, if they said so.
    pub tell: Option<String>,
}
