//! Keeps a draft on disk while a person types.
//!
//! What was typed is asked to be saved at most 400 ms after the first unsaved key, which leaves
//! a tenth of a second for the disk to keep the promise of half a second (`product.md`, rule 3).
//! A failure takes nothing away: the fields count as unsaved again and are tried again.

use super::effect::{Outcome, Request, Ticket};
use super::reply::Reply;
use super::screen::Saving;
use crate::domain::{Draft, Field};

/// Milliseconds from the first unsaved key to the save.
const AFTER_FIRST_KEY: u64 = 400;
/// Milliseconds without keys before "saved" is said: a word that changes on each key would make
/// the cursor of a screen reader jump.
const QUIET: u64 = 1_000;
/// Milliseconds before a failed save is tried again.
const AGAIN: u64 = 2_000;

/// Where the words of one draft are.
#[derive(Clone, Debug, Default)]
pub struct Autosave {
    due: Option<u64>,
    last_key: Option<u64>,
    in_flight: Vec<(Ticket, Vec<Field>)>,
    failed: Option<String>,
    wrote: bool,
}

impl Autosave {
    /// Notes that something was written.
    pub fn touched(&mut self, tick: u64) {
        self.wrote = true;
        self.last_key = Some(tick);
        if self.due.is_none() {
            self.due = Some(tick + AFTER_FIRST_KEY);
        }
    }

    /// Sends what is unsaved, if it is time.
    pub fn tick(&mut self, draft: &mut Draft, reply: &mut Reply<'_>) {
        if self.due.is_some_and(|due| due <= reply.now.tick) {
            self.send(draft, reply);
        }
    }

    /// Sends what is unsaved now.
    pub fn send(&mut self, draft: &mut Draft, reply: &mut Reply<'_>) {
        self.due = None;
        let Some(save) = draft.take_unsaved() else {
            return;
        };
        let fields = save.fields.iter().map(|(field, _)| field.clone()).collect();
        let ticket = reply.ask(Request::SaveDraft(save));
        self.in_flight.push((ticket, fields));
    }

    /// Takes what came of a save; `false` when the ticket is not one of its own.
    pub fn done(
        &mut self,
        ticket: Ticket,
        outcome: &Outcome,
        draft: &mut Draft,
        tick: u64,
    ) -> bool {
        let Some(place) = self.in_flight.iter().position(|(own, _)| *own == ticket) else {
            return false;
        };
        let (_, fields) = self.in_flight.remove(place);
        if let Outcome::Trouble(trouble) = outcome {
            draft.not_saved(fields);
            self.failed = Some(trouble.short.clone());
            self.due = Some(tick + AGAIN);
        } else {
            self.failed = None;
        }
        true
    }

    /// Tells whether everything of the draft is on disk.
    pub fn is_on_disk(&self, draft: &Draft) -> bool {
        self.in_flight.is_empty() && !draft.has_unsaved()
    }

    /// Tells whether a save has been asked for and not answered.
    pub fn is_under_way(&self) -> bool {
        !self.in_flight.is_empty()
    }

    /// Tells whether something was written.
    pub fn has_written(&self) -> bool {
        self.wrote
    }

    /// Begins with everything on disk, and says so where something was written.
    pub fn on_disk(wrote: bool) -> Self {
        Self {
            wrote,
            ..Self::default()
        }
    }

    /// When it wants to be woken.
    pub fn patience(&self) -> Option<u64> {
        // The last key matters once, to turn "…" into "saved"; after that the journal is idle.
        let calm = self.last_key.map(|key| key + QUIET);
        [self.due, calm].into_iter().flatten().min()
    }

    /// Forgets the last key once it is long ago, so that an idle screen asks for no more ticks.
    pub fn settle(&mut self, tick: u64) {
        if self.last_key.is_some_and(|key| key + QUIET <= tick) {
            self.last_key = None;
        }
    }

    /// What the top row says.
    pub fn saving(&self, draft: &Draft) -> Saving {
        if let Some(why) = &self.failed {
            return Saving::NotSaved(why.clone());
        }
        if !self.wrote {
            return Saving::Quiet;
        }
        if self.is_on_disk(draft) && self.last_key.is_none() {
            Saving::Saved
        } else {
            Saving::Pending
        }
    }
}
