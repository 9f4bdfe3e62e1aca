//! What every room knows: the words, the day, and how the person works.

use std::path::PathBuf;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::content::Pack;
use crate::domain::{Id, Stamp};

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
    /// When the visit began, with an id for what it may begin.
    pub now: Stamp,
}

impl Standing {
    /// The day it is.
    pub fn today(&self) -> NaiveDate {
        self.now.today()
    }
}

/// An id for the next new thing of a visit: a visit can begin several, and has one fresh id.
pub(super) fn another(standing: &Standing, number: u8) -> Id {
    if number == 0 {
        return standing.now.fresh;
    }
    // The last ten bytes of the fresh id are random; the count keeps those of one visit apart.
    let hex: String = standing.now.fresh.to_string().replace('-', "");
    let mut random = [0; 10];
    for (place, byte) in random.iter_mut().enumerate() {
        let at = 12 + place * 2;
        let pair = hex.get(at..at + 2).unwrap_or("00");
        *byte = u8::from_str_radix(pair, 16).unwrap_or(0);
    }
    if let Some(last) = random.last_mut() {
        *last = last.wrapping_add(number);
    }
    let unix_ms = standing.now.at.timestamp_millis();
    Id::at(u64::try_from(unix_ms).unwrap_or(0), &random)
}
