//! Finding: the box that is typed into, and the two waves of what comes of it.
//!
//! Every key asks anew, but never while an answer is on its way: a person types faster than a slow
//! disk reads, and only the newest text counts. What is found within longer words takes longer
//! and is asked for only when the hand rests; the next key gives it up.

use crate::content::Pack;
use crate::domain::{Listed, Order, Query, QueryError};
use crate::ui::effect::{Effect, Outcome, Request, Ticket};
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;
use crate::ui::widgets::editor::{Done, Editor, Lines, Stroke};

use super::asking;
use super::paged::Paged;

/// How many entries the first answer brings: more than a screen shows.
const FIRST: usize = 60;
/// How many entries the second wave brings at most.
const PARTS: usize = 60;
/// How long the hand rests before the second wave, in milliseconds.
const REST: u64 = 150;

/// Holds what is typed, and what was found.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) editor: Editor,
    /// Whether the cursor is in the box.
    pub(super) has_focus: bool,
    /// What was found last; it stays while what is typed is no search.
    pub(super) found: Option<Paged>,
    /// Why what is typed is no search, and what to type.
    pub(super) error: Option<String>,
    /// What the list is that stays meanwhile; empty where there is none.
    pub(super) stays: &'static str,
    asked: Option<(Ticket, Query)>,
    /// What is asked next, once the answer before it is there.
    wanted: Option<Query>,
    wave: Wave,
    key_at: u64,
    width: u16,
}

/// The second wave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Wave {
    #[default]
    Waits,
    Asked(Ticket),
    Over,
}

impl Default for Finding {
    fn default() -> Self {
        Self {
            editor: Editor::new(Lines::One, ""),
            has_focus: false,
            found: None,
            error: None,
            stays: "",
            asked: None,
            wanted: None,
            wave: Wave::default(),
            key_at: 0,
            width: 0,
        }
    }
}

impl Finding {
    /// Tells whether something is typed.
    pub(super) fn is_on(&self) -> bool {
        !self.editor.is_empty()
    }

    /// What is typed.
    pub(super) fn text(&self) -> String {
        self.editor.text()
    }

    /// Tells whether all is there that will come of what is typed.
    pub(super) fn is_over(&self) -> bool {
        let is_all = |found: &Paged| found.is_all() && !found.is_loading();
        let no_wave = self.wave == Wave::Over || !self.has_second_wave();
        self.asked.is_none() && self.found.as_ref().is_some_and(is_all) && no_wave
    }

    /// Learns how wide the list is.
    pub(super) fn set_width(&mut self, width: u16) {
        self.width = width;
        if let Some(found) = &mut self.found {
            found.rows.set_width(width);
        }
    }

    /// Does a stroke of writing.
    pub(super) fn write(&mut self, stroke: Stroke, reply: &mut Reply<'_>) -> Done {
        let done = self.editor.stroke(stroke, reply.now.tick);
        if done == Done::Changed {
            self.changed(reply);
        }
        done
    }

    /// Puts in a text.
    pub(super) fn paste(&mut self, text: &str, reply: &mut Reply<'_>) {
        if self.editor.paste(text, reply.now.tick) == Done::Changed {
            self.changed(reply);
        }
    }

    /// Takes another text in the place of what is typed; undo brings that back.
    pub(super) fn say(&mut self, text: &str, reply: &mut Reply<'_>) {
        let _ = self.editor.stroke(Stroke::SelectAll, reply.now.tick);
        let done = if text.is_empty() {
            self.editor.stroke(Stroke::Backspace, reply.now.tick)
        } else {
            self.editor.paste(text, reply.now.tick)
        };
        if done == Done::Changed {
            self.changed(reply);
        }
    }

    /// Has what says it most come first, or the newest again.
    pub(super) fn swap_order(&mut self, reply: &mut Reply<'_>) {
        let text = self.editor.text();
        // What is no search has no order yet, and says itself what to type.
        if let Ok(mut query) = asking::parse(&text, reply.pack, reply.now.today()) {
            query.order = match query.order {
                Order::Relevance => Order::Newest,
                Order::Newest => Order::Relevance,
            };
            self.say(&asking::print(&query, reply.pack), reply);
        }
    }

    /// Cuts or copies what is selected in the box.
    pub(super) fn clip(&mut self, command: Command, reply: &mut Reply<'_>) -> bool {
        let taken = match command {
            Command::Cut => self.editor.cut(reply.now.tick),
            _ => self.editor.copy(),
        };
        let Some(taken) = taken else { return false };
        *reply.clipboard = taken;
        if command == Command::Cut {
            self.changed(reply);
        }
        true
    }

    /// When it wants to be woken, if at all.
    pub(super) fn patience(&self) -> Option<u64> {
        let is_quiet = self.asked.is_none() && self.wave == Wave::Waits;
        (is_quiet && self.wants_second_wave()).then_some(self.key_at + REST)
    }

    /// Asks for the second wave, once the hand has rested.
    pub(super) fn tick(&mut self, reply: &mut Reply<'_>) {
        let is_due = self.patience().is_some_and(|due| due <= reply.now.tick);
        let query = self.found.as_ref().and_then(|found| found.rows.query());
        if let Some(query) = query.filter(|_| is_due) {
            let query = Box::new(query.clone());
            let limit = PARTS;
            self.wave = Wave::Asked(reply.ask(Request::FindParts { query, limit }));
        }
    }

    /// Takes an answer; `true` when what is shown has changed.
    pub(super) fn done(
        &mut self,
        ticket: Ticket,
        outcome: &Outcome,
        reply: &mut Reply<'_>,
    ) -> bool {
        if let Some((_, query)) = self.asked.take_if(|(own, _)| *own == ticket) {
            self.came(query, outcome, reply);
            self.ask(reply);
            return true;
        }
        if self.wave == Wave::Asked(ticket) {
            self.wave = Wave::Over;
            if let (Some(found), Outcome::Entries(parts)) = (&mut self.found, outcome) {
                found.rows.add_parts(parts, reply.pack);
            }
            return true;
        }
        let came = self.found.as_mut();
        let came = came.and_then(|found| found.done(ticket, outcome, reply));
        if let (Some(false), Outcome::Trouble(trouble)) = (came, outcome) {
            reply.say(&*trouble.said);
        }
        came.is_some()
    }

    /// Asks for what was found anew: entries may have changed.
    pub(super) fn reload(&mut self, reply: &mut Reply<'_>) {
        if let Some(found) = &mut self.found {
            found.reload(reply);
        }
    }

    /// Puts an entry back among those that were found.
    pub(super) fn put_back(&mut self, listed: Listed, pack: &Pack) {
        if let Some(found) = &mut self.found {
            found.put_back(listed, pack);
            // It may be one of the second wave.
            self.wave = Wave::Waits;
        }
    }

    /// Gives up the second wave, as when nobody is there to see it.
    pub(super) fn stop(&mut self, reply: &mut Reply<'_>) {
        if let Wave::Asked(ticket) = self.wave {
            reply.effect(Effect::Stop(ticket));
            self.wave = Wave::Waits;
        }
    }

    fn has_second_wave(&self) -> bool {
        let query = self.found.as_ref().and_then(|found| found.rows.query());
        query.is_some_and(Query::has_parts)
    }

    /// The second wave stands below the first, and so it waits until all of that is there.
    fn wants_second_wave(&self) -> bool {
        let is_all = |found: &Paged| found.is_all() && !found.is_loading();
        self.has_second_wave() && self.found.as_ref().is_some_and(is_all)
    }

    fn changed(&mut self, reply: &mut Reply<'_>) {
        self.key_at = reply.now.tick;
        self.stop(reply);
        self.wanted = None;
        self.error = None;
        let text = self.editor.text();
        match asking::parse(&text, reply.pack, reply.now.today()) {
            Err(QueryError { said }) => self.error = Some(said),
            Ok(query) if query.is_empty() => self.found = None,
            Ok(query) => self.wanted = Some(query),
        }
        self.ask(reply);
    }

    /// Asks what is wanted, unless that was answered last, or an answer is on its way.
    fn ask(&mut self, reply: &mut Reply<'_>) {
        if self.asked.is_some() {
            return;
        }
        let Some(query) = self.wanted.take() else {
            return;
        };
        let found = self.found.as_ref().and_then(|found| found.rows.query());
        if found == Some(&query) {
            return;
        }
        let ticket = reply.ask(Request::Find {
            query: Box::new(query.clone()),
            after: None,
            limit: FIRST,
        });
        self.asked = Some((ticket, query));
    }

    fn came(&mut self, query: Query, outcome: &Outcome, reply: &mut Reply<'_>) {
        match outcome {
            // The box was emptied meanwhile, or says something that asks for nothing.
            _ if self.wanted.is_none() && self.is_stale(&query, reply) => {}
            Outcome::Entries(page) => {
                let mut found = Paged::new(Some(query), self.width);
                found.begin(page, FIRST, reply);
                self.found = Some(found);
                self.wave = Wave::Waits;
            }
            Outcome::Trouble(trouble) => reply.say(&*trouble.said),
            _ => {}
        }
    }

    /// Tells whether nothing like this is asked for any more.
    fn is_stale(&self, query: &Query, reply: &Reply<'_>) -> bool {
        let text = self.editor.text();
        let now = asking::parse(&text, reply.pack, reply.now.today());
        now.is_ok_and(|now| now != *query)
    }
}
