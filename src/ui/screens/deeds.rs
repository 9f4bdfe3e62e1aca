//! Taking entries out of the journal, and bringing them back.
//!
//! A deed counts once the journal says it is done, so that what is said on the screen is what is
//! so on the disk. One deed at a time: a key that comes faster than the disk is passed over
//! rather than let loose on the next entry.

mod words;

use crate::domain::{Id, Listed};
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;

/// Remembers what was taken out, and what was brought back; it outlives the screens that do it.
#[derive(Clone, Debug, Default)]
pub struct Deeds {
    done: Vec<Listed>,
    undone: Vec<Listed>,
    asked: Option<(Ticket, Deed)>,
    /// What was deleted for ever.
    erased: Vec<Id>,
}

#[derive(Clone, Debug)]
enum Deed {
    TakeOut(Listed),
    Undo(Listed),
    Redo(Listed),
}

/// Says what has changed in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Changed {
    /// This entry is out.
    Out(Id),
    /// This entry is back.
    Back(Listed),
}

impl Deeds {
    /// Tells whether there is something to undo or to redo.
    pub(super) fn offers(&self, command: Command) -> bool {
        match command {
            Command::Undo => !self.done.is_empty(),
            Command::Redo => !self.undone.is_empty(),
            _ => false,
        }
    }

    /// Tells whether the journal is being asked to do one.
    pub(super) fn is_under_way(&self) -> bool {
        self.asked.is_some()
    }

    /// Notes what was deleted for ever: nothing can bring it back.
    pub(super) fn erased(&mut self, ids: &[Id]) {
        self.done.retain(|listed| !ids.contains(&listed.id));
        self.undone.retain(|listed| !ids.contains(&listed.id));
        self.erased.extend(ids);
    }

    /// Lists what was deleted for ever.
    pub(super) fn all_erased(&self) -> &[Id] {
        &self.erased
    }

    /// Tells whether this answer is waited for.
    pub(super) fn waits_for(&self, ticket: Ticket) -> bool {
        self.asked.as_ref().is_some_and(|(own, _)| *own == ticket)
    }

    /// Takes an entry out.
    pub(super) fn take_out(&mut self, listed: Listed, reply: &mut Reply<'_>) {
        if self.asked.is_none() {
            let ticket = reply.ask(Request::Delete(listed.id));
            self.asked = Some((ticket, Deed::TakeOut(listed)));
        }
    }

    /// Undoes or redoes the last deed; `false` when there is none.
    pub(super) fn command(&mut self, command: Command, reply: &mut Reply<'_>) -> bool {
        if self.asked.is_some() {
            return matches!(command, Command::Undo | Command::Redo);
        }
        let deed = match command {
            Command::Undo => self.done.pop().map(Deed::Undo),
            Command::Redo => self.undone.pop().map(Deed::Redo),
            _ => None,
        };
        let Some(deed) = deed else { return false };
        let ticket = reply.ask(match &deed {
            Deed::Undo(listed) => Request::BringBack(listed.id),
            Deed::Redo(listed) | Deed::TakeOut(listed) => Request::Delete(listed.id),
        });
        self.asked = Some((ticket, deed));
        true
    }

    /// Takes what came of a deed, and says it.
    pub(super) fn done(
        &mut self,
        ticket: Ticket,
        outcome: &Outcome,
        reply: &mut Reply<'_>,
    ) -> Option<Changed> {
        let (_, deed) = self.asked.take_if(|(own, _)| *own == ticket)?;
        if let Outcome::Trouble(trouble) = outcome {
            reply.say(&*trouble.said);
            self.not_done(deed);
            return None;
        }
        Some(match deed {
            Deed::Undo(listed) => {
                reply.say(words::BROUGHT_BACK);
                self.undone.push(listed.clone());
                Changed::Back(listed)
            }
            Deed::TakeOut(listed) => {
                self.undone.clear();
                self.out(listed, reply)
            }
            Deed::Redo(listed) => self.out(listed, reply),
        })
    }

    fn out(&mut self, listed: Listed, reply: &mut Reply<'_>) -> Changed {
        reply.say(words::TAKEN_OUT);
        let id = listed.id;
        self.done.push(listed);
        Changed::Out(id)
    }

    fn not_done(&mut self, deed: Deed) {
        match deed {
            Deed::TakeOut(_) => {}
            Deed::Undo(listed) => self.done.push(listed),
            Deed::Redo(listed) => self.undone.push(listed),
        }
    }
}
