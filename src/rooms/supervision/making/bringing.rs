//! What can be brought to an hour, as far as it is looked for.
//!
//! Each list stops somewhere, so that a journal of years is no wall of rows. Where one does, that is
//! said, with the way to the rest.

use super::super::MOST;
use super::super::offers;
use super::{Doing, Making, Step};
use crate::domain::CarryPlace;
use crate::rooms::around::Standing;
use crate::rooms::matter::Next;
use crate::rooms::{Came, Work};

/// The most intentions that are looked through for plans, and the most answers, and entries near
/// an end, that are offered.
const PLANS: usize = 60;
pub(super) const OFFERED: usize = 30;

/// Which lists stop before their end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stops {
    pub(super) flagged: bool,
    pub(super) plans: bool,
    pub(super) unsure: bool,
    pub(super) endings: bool,
}

impl Making {
    /// Looks for what can be brought, and shows it.
    pub(super) fn add(&mut self) -> Next {
        self.step = Step::Adding;
        self.doing = Doing::Nothing;
        Next::Do(Work::Flagged(MOST + 1))
    }

    /// Takes in what can be brought.
    pub(super) fn offered(&mut self, came: Came, standing: &Standing) -> Next {
        let Some(meeting) = &self.meeting else {
            return Next::Leaf;
        };
        let pack = &standing.pack;
        match came {
            Came::Flagged(mut entries) => {
                self.stops.flagged = stops(&mut entries, MOST);
                self.flagged = offers::flagged(pack, &entries, meeting);
                // What is still held was not tried.
                Next::Do(Work::Carried(Some(CarryPlace::AFTER_HELD), PLANS + 1))
            }
            Came::Carried(mut carried) => {
                self.stops.plans = stops(&mut carried, PLANS);
                self.plans = offers::plans(&carried, meeting);
                self.to(Step::Adding)
            }
            Came::Passages(mut passages) => {
                self.stops.unsure = stops(&mut passages, OFFERED);
                passages.retain(|passage| passage.readable);
                self.unsure = offers::unsure(pack, &passages, meeting);
                self.to(Step::Unsure)
            }
            Came::Endings(mut staged) => {
                self.stops.endings = stops(&mut staged, OFFERED);
                self.endings = offers::endings(pack, &staged, meeting);
                self.to(Step::Endings)
            }
            _ => Next::Leaf,
        }
    }
}

/// Cuts a list that is longer than it is shown, and tells whether it was.
pub(in crate::rooms::supervision) fn stops<T>(list: &mut Vec<T>, most: usize) -> bool {
    let is_longer = list.len() > most;
    list.truncate(most);
    is_longer
}
