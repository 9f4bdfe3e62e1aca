//! What the person said they would do: tell someone. Asked about twice at most.

use super::rooms::{Picked, Rooms, Then};
use super::said::Word;
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{WaitingAnswer, say_day};
use crate::reflection::doors;

/// The row of Home about it, if there is something. On a shared computer it has no words of theirs.
pub(super) fn row(desk: &Desk) -> Result<Option<String>, Trouble> {
    let waiting = desk.store.waiting()?;
    Ok(match waiting.as_slice() {
        [] => None,
        [_] if desk.settings.shared_computer => Some(doors::ONE_WAITING.to_owned()),
        [one] => Some(doors::planned(&desk.pack, one)),
        several => Some(words::row_waiting_several(several.len())),
    })
}

/// Asks about each.
pub(super) fn room(rooms: &mut Rooms<'_, '_>) -> Result<Then, Trouble> {
    if !rooms.can_write() {
        return Ok(Then::Stay);
    }
    for one in rooms.desk.store.waiting()? {
        rooms.talk.gap();
        rooms.talk.title(&format!("{}.", words::WAITING));
        let question = words::you_said(&doors::who(&rooms.desk.pack, &one), &say_day(one.on));
        rooms.talk.say(&question);
        rooms.numbered([words::DONE, words::LATER, words::DROP_IT]);
        let answer = loop {
            match rooms.pick(words::ANSWER, 3) {
                Picked::Row(0) => break Some(WaitingAnswer::Done),
                Picked::Row(1) => break Some(WaitingAnswer::Later),
                Picked::Row(_) => break Some(WaitingAnswer::Drop),
                Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Ok(Then::Leave),
                Picked::Word(Word::Back) => return Ok(Then::Stay),
                Picked::Again => {}
                Picked::Enter | Picked::Own(_) | Picked::Word(_) => break None,
            }
        };
        if let Some(answer) = answer {
            rooms.desk.store.answer_waiting(one.entry, answer)?;
            let says = if answer == WaitingAnswer::Later {
                words::WAITS
            } else {
                words::NOTED
            };
            rooms.talk.say(says);
        }
    }
    Ok(Then::Stay)
}
