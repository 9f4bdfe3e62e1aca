//! Intentions with what became of them, in words: no colour, and no days that are counted.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::words;
use crate::content::Pack;
use crate::domain::{Carried, CarryAnswer, CarryState, Id};

/// One intention, as the screens and the verbs say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CarriedLook {
    /// The entry it was written in.
    pub entry: Id,
    /// When it was written.
    pub made: DateTime<FixedOffset>,
    /// Its words.
    pub words: String,
    /// Where it stands.
    pub state: CarryState,
    /// Where it stands, in words: one of the four that can be said about it.
    pub stands: String,
    /// Why it stands there, where nobody said so: it rests by itself. Empty otherwise.
    pub because: String,
    /// What was said about it, in order.
    pub heard: Vec<HeardLook>,
}

/// What was said about an intention, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeardLook {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The entry it was said in; none when it was said in the room itself.
    pub entry: Option<Id>,
    /// What became of it.
    pub answer: Option<CarryAnswer>,
    /// The same in words; empty where only a line was written.
    pub said: String,
    /// The line about it.
    pub line: String,
}

/// Says where an intention stands: what was answered last, unless it rests by itself since. One
/// that nothing was said about yet is held.
pub fn stands(pack: &Pack, carried: &Carried) -> String {
    let said = match carried.carry.state {
        CarryState::Resting => CarryAnswer::LetItRest,
        CarryState::Held | CarryState::Tried => {
            carried.last_answer().unwrap_or(CarryAnswer::StillHolding)
        }
    };
    answer(pack, said)
}

/// Tells whether an intention rests because it went unanswered, and not because that was said.
fn rests_by_itself(carried: &Carried) -> bool {
    carried.carry.state == CarryState::Resting
        && carried.last_answer() != Some(CarryAnswer::LetItRest)
}

/// Says what became of one, in the words of the pack.
fn answer(pack: &Pack, answer: CarryAnswer) -> String {
    let option = pack.step("last_time").option(answer.id());
    option.map_or_else(|| answer.id().replace('_', " "), |it| it.text.clone())
}

/// Tells one intention. A question that was left blank is not told.
pub fn carry_look(pack: &Pack, carried: &Carried) -> CarriedLook {
    let carry = &carried.carry;
    let heard = carried
        .heard
        .iter()
        .filter(|heard| heard.answer.is_some() || !heard.line.trim().is_empty())
        .map(|heard| HeardLook {
            at: heard.at,
            entry: heard.entry,
            answer: heard.answer,
            said: heard.answer.map_or_else(String::new, |it| answer(pack, it)),
            line: heard.line.trim().to_owned(),
        });
    CarriedLook {
        entry: carry.entry,
        made: carry.made,
        words: carry.words.trim().to_owned(),
        state: carry.state,
        stands: stands(pack, carried),
        because: if rests_by_itself(carried) {
            words::RESTS_BY_ITSELF.to_owned()
        } else {
            String::new()
        },
        heard: heard.collect(),
    }
}

/// Tells a page of intentions, in the order of the page.
pub fn carry_looks(pack: &Pack, carried: &[Carried]) -> Vec<CarriedLook> {
    carried.iter().map(|it| carry_look(pack, it)).collect()
}
