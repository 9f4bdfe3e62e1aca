//! Where a visit leads: the other places of the program, and what its own are called.

use std::rc::Rc;

use super::{VisitScreen, What, words};
use crate::domain::{Draft, Entry, Past, Subject};
use crate::reflection::{Reflection, doors};
use crate::rooms::{Begin, Door};
use crate::ui::effect::Request;
use crate::ui::reply::{Move, Reply};
use crate::ui::screens::{CardScreen, EntryScreen, Journal, Screen, VaultScreen, WalkScreen};
use crate::vault;

/// What a visit is called in the top row.
pub(super) fn name_of(begin: &Begin) -> &'static str {
    match begin {
        Begin::LookBack => doors::LOOK_BACK,
        Begin::Carry => doors::CARRY,
        Begin::BeforeSession => doors::BEFORE_SESSION,
        Begin::Supervision => doors::SUPERVISION,
        Begin::Support => words::SUPPORT,
        Begin::Entry(_) | Begin::Lens(_) | Begin::Narrow(_) | Begin::Month(_) => doors::JOURNAL,
        Begin::Practice | Begin::Vignette(_) | Begin::LongerView(_) | Begin::HowSure => {
            doors::PRACTICE
        }
        Begin::Learn(_) => doors::LEARN,
        Begin::Form(_) => "",
    }
}

impl VisitScreen {
    /// Opens another place; `is_over` where it takes the place of this one.
    pub(super) fn go_through(&mut self, door: Door, is_over: bool, reply: &mut Reply<'_>) {
        let screen: Screen = match door {
            Door::Reflect(opening) => return reply.go(Move::Begin(opening)),
            Door::OpenUp(entry) => {
                let half_done = Request::Draft(Subject::Walk(entry.id));
                return self.ask(half_done, What::HalfDone { entry, is_over }, reply);
            }
            Door::Entry(id) => EntryScreen::new(id).into(),
            Door::Vignette(id) => {
                if let Some(why) = reply.read_only {
                    return reply.say(why);
                }
                let pack = Rc::clone(reply.pack);
                let Some(walk) = Reflection::of_vignette(pack, &id, &reply.now) else {
                    return reply.say(doors::NO_STORY);
                };
                WalkScreen::reflection(walk).into()
            }
            Door::GoOn(draft) => match half_done(Some(&draft), reply) {
                Some(walk) => walk,
                None => return,
            },
            Door::Card => CardScreen::default().into(),
            Door::FillCard => CardScreen::filling().into(),
            Door::Erase(id, which) => VaultScreen::new(vault::Begin::Erase(id, which)).into(),
            Door::Removed => VaultScreen::new(vault::Begin::TakenOut).into(),
            Door::Search(text) if is_over => return reply.go(Move::Search(text)),
            Door::Search(text) => Journal::searching_from_below(text).into(),
        };
        put(screen, is_over, reply);
    }
}

/// A walk that was left half-way, as a screen.
pub(super) fn half_done(draft: Option<&Draft>, reply: &Reply<'_>) -> Option<Screen> {
    let walk = Reflection::resume(Rc::clone(reply.pack), draft?.clone())?;
    Some(WalkScreen::reflection(walk).into())
}

/// Opens a walk that goes on from an entry.
pub(super) fn open_up(entry: &Entry, past: &Past, is_over: bool, reply: &mut Reply<'_>) {
    let pack = Rc::clone(reply.pack);
    let walk = Reflection::open_up(pack, entry, past, &reply.now);
    put(WalkScreen::reflection(walk).into(), is_over, reply);
}

/// Opens a screen, over the visit or in its place.
pub(super) fn put(screen: Screen, is_over: bool, reply: &mut Reply<'_>) {
    reply.go(if is_over {
        Move::Replace(Box::new(screen))
    } else {
        Move::Push(Box::new(screen))
    });
}
