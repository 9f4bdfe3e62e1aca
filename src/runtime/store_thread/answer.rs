//! What the journal answers to each request.

use chrono::{DateTime, FixedOffset};

use crate::domain::Subject;
use crate::store::{Store, StoreError, keeping_unopened};
use crate::ui::effect::{HomeView, Opened, Outcome, Request};

use crate::runtime::visit::visit;
use crate::runtime::words;

/// Answers one request; a trouble is an answer too.
pub fn answer(store: &mut Store, request: Request, at: DateTime<FixedOffset>) -> Outcome {
    answer_unless(store, request, at, &|| false)
}

/// Answers one request; what can be given up is given up as soon as it is stopped.
pub(super) fn answer_unless(
    store: &mut Store,
    request: Request,
    at: DateTime<FixedOffset>,
    stopped: &dyn Fn() -> bool,
) -> Outcome {
    attempt(store, request, at, stopped)
        .unwrap_or_else(|why| Outcome::Trouble(words::store_trouble(&why)))
}

fn attempt(
    store: &mut Store,
    request: Request,
    at: DateTime<FixedOffset>,
    stopped: &dyn Fn() -> bool,
) -> Result<Outcome, StoreError> {
    let done = |()| Outcome::Done;
    Ok(match request {
        Request::Home => Outcome::Home(home(store)?),
        Request::Past => Outcome::Past(store.past()?),
        Request::SaveDraft(save) => Outcome::Saved(store.save_draft(&save, at)?),
        Request::Draft(subject) => Outcome::Draft(store.draft(subject)?),
        Request::DropDraft(subject) => done(store.drop_draft(subject)?),
        Request::Finish(finished) => done(store.finish(&finished, at)?),
        Request::Entries { before, limit } => Outcome::Entries(store.entries(before, limit)?),
        Request::Entry(id) => Outcome::Entry(store.entry(id)?.map(Box::new)),
        Request::Delete(id) => done(store.delete(id, at)?),
        Request::BringBack(id) => done(store.bring_back(id, at)?),
        Request::Card => Outcome::Card(store.card()?, store.draft(Subject::Card)?),
        Request::SaveCard(card) => done(store.save_card(&card)?),
        Request::AnswerWaiting(id, how) => done(store.answer_waiting(id, how)?),
        Request::Visit(work) => Outcome::Visit(Box::new(visit(store, *work, at)?)),
        Request::Find {
            query,
            after,
            limit,
        } => Outcome::Entries(store.find(&query, after, limit)?),
        Request::FindParts { query, limit } => {
            Outcome::Entries(store.find_parts(&query, limit, stopped)?)
        }
    })
}

/// What the program goes on with once a journal is open.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn opened(store: &Store) -> Result<Opened, StoreError> {
    Ok(Opened {
        home: home(store)?,
        card: store.card()?,
        card_draft: store.draft(Subject::Card)?,
    })
}

/// Why a locked journal did not open. A wrong key is told apart: it is a slip of the hand far more
/// often than a trouble with the file.
pub fn not_opened(why: &StoreError) -> Outcome {
    match why {
        StoreError::WrongKey { path, .. } => {
            Outcome::WrongKey(keeping_unopened(path, None).backups.into_iter().next())
        }
        why => Outcome::Trouble(words::store_trouble(why)),
    }
}

/// What Home shows.
pub(in crate::runtime) fn home(store: &Store) -> Result<HomeView, StoreError> {
    let mut drafts = store.drafts()?;
    drafts.retain(|draft| draft.subject() != Subject::Card);
    Ok(HomeView {
        drafts,
        waiting: store.waiting()?,
        days_to_ask: store.days_to_ask()?,
        read_only: store
            .read_only()
            .map(|why| format!("{} {}", why.what(), why.todo())),
        locked: store.is_locked(),
        made_up: store.is_made_up(),
        last_backup: store.last_backup(),
        oldest: store.oldest()?,
    })
}
