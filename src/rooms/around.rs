//! What every room knows: the words, the day, and how the person works.

use std::path::PathBuf;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::content::Pack;
use crate::domain::Stamp;

/// What a visit needs to know that is no matter of the journal.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The words.
    pub pack: Rc<Pack>,
    /// Whether other people use this computer.
    pub shared_computer: bool,
    /// Why nothing can be written, if so.
    pub read_only: Option<String>,
    /// The person's home folder, for a `~` in a path.
    pub home: Option<PathBuf>,
    /// Whether everything in the journal is made up, so that what is saved from it must say so.
    pub made_up: bool,
    /// The message that is answered now: its time, and an id for what it may begin.
    pub now: Stamp,
}

impl Standing {
    /// The day it is.
    pub fn today(&self) -> NaiveDate {
        self.now.today()
    }
}
