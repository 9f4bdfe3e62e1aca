//! Everything that one finished walk changes, to be written in one transaction.

use super::{Entry, Field, LastTime, Subject};

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

/// The words on a form that go when what they became is kept, in the same transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The form.
    pub subject: Subject,
    /// Only these fields of it; the whole of it when `None`. Others on the same form stay.
    pub fields: Option<Vec<Field>>,
}

impl Ends {
    /// Ends the whole of a form.
    pub fn all(subject: Subject) -> Self {
        Self {
            subject,
            fields: None,
        }
    }
}
