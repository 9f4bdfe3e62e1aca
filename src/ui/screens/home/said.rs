//! What Home says of a walk that was left, and of a plan that waits.

use std::rc::Rc;

use super::words;
use crate::content::Pack;
use crate::domain::{Draft, Length, Waiting, say_day};
use crate::reflection::{Reflection, Walk, doors};

/// Says which walk was left where; never in the person's own words.
pub(super) fn of_draft(draft: &Draft, pack: &Rc<Pack>) -> Option<(String, String)> {
    let walk = Reflection::resume(Rc::clone(pack), draft.clone())?;
    let day = say_day(walk.started().date_naive());
    let title = walk.page().title;
    let said = if walk.length() == Some(Length::Land) {
        words::GO_ON_LAND.to_owned()
    } else if walk.is_practice() {
        format!("{} {title}", words::GO_ON_PRACTICE)
    } else {
        format!("{} {title}", words::GO_ON)
    };
    Some((said, day))
}

/// Says what is waiting; on a shared computer only that there is something.
pub(super) fn of_waiting(waiting: &Waiting, shared: bool, pack: &Pack) -> String {
    if shared {
        doors::ONE_WAITING.to_owned()
    } else {
        doors::planned(pack, waiting)
    }
}
