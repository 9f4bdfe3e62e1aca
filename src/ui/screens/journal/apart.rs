//! Practice lies apart from the journal. A list with nothing real in it says so where there is some, or
//! whoever has only practised so far would take it for lost.

use crate::domain::Query;
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::reply::Reply;

/// Knows whether anything was practised, once that matters.
#[derive(Debug, Default)]
pub(super) struct Apart {
    /// Whether there is practice in the journal.
    pub(super) has_any: bool,
    asked: Option<Ticket>,
    is_known: bool,
}

impl Apart {
    /// Asks, as soon as the list turns out to be empty.
    pub(super) fn ask(&mut self, is_empty: bool, reply: &mut Reply<'_>) {
        if !is_empty || self.is_known || self.asked.is_some() {
            return;
        }
        let query = Query {
            practice: Some(true),
            ..Query::default()
        };
        self.asked = Some(reply.ask(Request::Find {
            query: Box::new(query),
            after: None,
            limit: 1,
        }));
    }

    /// Takes an answer; `true` when it was for this.
    pub(super) fn done(&mut self, ticket: Ticket, outcome: &Outcome) -> bool {
        if self.asked.take_if(|asked| *asked == ticket).is_none() {
            return false;
        }
        self.is_known = true;
        self.has_any = matches!(outcome, Outcome::Entries(found) if !found.is_empty());
        true
    }
}
