//! What the room says, as data: for the shell.
//!
//! The list names its entries and copies nothing of them; whoever wants their words reads the
//! entry.

use chrono::NaiveDate;
use serde::Serialize;

use super::{offers, words};
use crate::content::Pack;
use crate::domain::{Entry, Id, Meeting};

/// One entry on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OnTheList {
    /// The entry.
    pub id: Id,
    /// The day it is about.
    pub on: NaiveDate,
    /// The id of the heading it is open about; empty for none.
    pub heading: String,
    /// Its day and what it asked, in words.
    pub title: String,
    /// What the person wanted to ask, in their own words; empty for nothing.
    pub question: String,
}

/// Everything in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SupervisionSaid {
    /// What was flagged and not taken to an hour yet, newest first.
    pub list: Vec<OnTheList>,
    /// Where the list goes on: how to reach the rest. Empty where it is whole.
    pub rest: String,
    /// The sheets under way.
    pub under_way: Vec<Meeting>,
    /// The hours that were, newest first.
    pub hours: Vec<Meeting>,
}

impl SupervisionSaid {
    /// Gathers it from what the journal gives, with so many of the list at most: it is to be asked
    /// for one more, so that it is known whether it goes on.
    pub fn of(pack: &Pack, flagged: &[Entry], most: usize, meetings: Vec<Meeting>) -> Self {
        let rest = if flagged.len() > most {
            words::stops(most, words::ALL_FLAGGED)
        } else {
            String::new()
        };
        let list = flagged.iter().take(most).map(|entry| OnTheList {
            id: entry.id,
            on: entry.on,
            heading: offers::heading_of(entry).unwrap_or_default().to_owned(),
            title: offers::title(pack, entry),
            question: entry.supervision.note.trim().to_owned(),
        });
        let (hours, under_way) = meetings
            .into_iter()
            .partition(|meeting| meeting.taken.is_some());
        Self {
            list: list.collect(),
            rest,
            under_way,
            hours,
        }
    }
}
