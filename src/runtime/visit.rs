//! Does what a visit asks of the journal, for every front end.
//!
//! A sheet goes to a file of its own (`visit/sheet.rs`), as the page with the recovery code does.

mod sheet;

use chrono::{DateTime, FixedOffset};

use crate::domain::{Draft, Field, FormKind, Subject};
use crate::reflection::half_done;
use crate::rooms::{Came, Work};
use crate::store::{Store, StoreError};

/// Does one piece of work. A trouble is an answer too: it was not done at all, and the words say
/// why, whether what was typed is safe, and what to do.
pub fn do_visit(store: &mut Store, work: Work, at: DateTime<FixedOffset>) -> Came {
    visit(store, work, at).unwrap_or_else(|why| Came::Trouble(why.to_string()))
}

/// The forms of one kind among what is unfinished.
fn forms(drafts: Vec<Draft>, kind: FormKind) -> Vec<Draft> {
    let is_meant =
        |draft: &Draft| matches!(draft.subject(), Subject::Form(form) if form.kind == kind);
    drafts.into_iter().filter(is_meant).collect()
}

/// The tries of one vignette among what is unfinished.
fn left_tries(drafts: Vec<Draft>, of: &str) -> Vec<Draft> {
    let mut tries = half_done(drafts);
    tries.retain(|draft| draft.words(&Field::Vignette) == of);
    tries
}

/// Does one piece of work.
///
/// # Errors
/// [`StoreError`]; then it was not done at all.
pub(super) fn visit(
    store: &mut Store,
    work: Work,
    at: DateTime<FixedOffset>,
) -> Result<Came, StoreError> {
    let done = |()| Came::Done;
    Ok(match work {
        Work::Entry(id) => Came::Entry(store.entry(id)?.map(Box::new)),
        Work::Versions(id) => Came::Versions(store.versions(id)?),
        Work::Revise(entry, ends) => done(store.revise(&entry, ends.as_ref(), at)?),
        Work::Finish(finished) => done(store.finish(&finished, at)?),
        Work::Delete(id) => done(store.delete(id, at)?),
        Work::BringBack(id) => done(store.bring_back(id, at)?),
        Work::Signs(limit) => Came::Signs(store.signs(limit)?),
        Work::Tallies(span, since, until) => Came::Tallies(store.tallies(span, since, until)?),
        Work::Passages(which, before, limit) => {
            Came::Passages(store.passages(&which, before, limit)?)
        }
        Work::Endings(limit) => Came::Endings(store.endings(limit)?),
        Work::Past => Came::Past(Box::new(store.past()?)),
        Work::Oldest => Came::Oldest(store.first_day()?),
        Work::Carried(before, limit) => Came::Carried(store.carried(before, limit)?),
        Work::CarriedBy(entry) => Came::Carried(store.carried_by(entry)?.into_iter().collect()),
        Work::Unhear(said) => done(store.unhear(said)?),
        Work::Hear(said, ends) => done(store.hear(&said, ends.as_ref(), at)?),
        Work::Flagged(limit) => Came::Flagged(store.flagged(limit)?),
        Work::Meetings => Came::Meetings(store.meetings()?),
        Work::KeepMeeting(meeting, ends) => {
            done(store.keep_meeting(&meeting, ends.as_ref(), at)?)
        }
        Work::DropMeeting(id) => done(store.drop_meeting(id)?),
        Work::KeepWell => Came::KeepWell(store.keep_well()?),
        Work::SaveKeepWell(page, ends) => done(store.save_keep_well(&page, ends.as_ref(), at)?),
        Work::Searches => Came::Searches(store.searches()?),
        Work::KeepSearch(search, ends) => done(store.keep_search(&search, ends.as_ref(), at)?),
        Work::DropSearch(id) => done(store.drop_search(id)?),
        Work::Tags => Came::Tags(store.tags()?),
        Work::Month(first) => Came::Month(store.month(first)?),
        Work::Find(query, before, limit) => Came::Found(store.find(&query, before, limit)?),
        Work::Tries(of) => Came::Tries(store.tries(of.as_deref())?),
        Work::LeftTries(of) => Came::LeftTries(left_tries(store.drafts()?, &of)),
        Work::Practised(heading, limit) => Came::Practised(store.practised_under(&heading, limit)?),
        Work::LongerViews => Came::LongerViews(Box::new(store.longer_views()?)),
        Work::SayLongerView(said, again, ends) => {
            done(store.say_longer_view(&said, again.as_ref(), ends.as_ref(), at)?)
        }
        Work::DropLongerView(id) => done(store.drop_longer_view(id)?),
        Work::DropAskAgain(heading, said, ends) => {
            done(store.drop_ask_again(&heading, &said, ends.as_ref(), at)?)
        }
        Work::Form(subject) => Came::Form(store.draft(subject)?.map(Box::new)),
        Work::Forms(kind) => Came::Forms(forms(store.drafts()?, kind)),
        Work::DropForm(subject) => done(store.drop_draft(subject)?),
        Work::SaveText { to, name, text } => {
            sheet::save(&to, &name, &text).map_or_else(Came::Trouble, Came::Saved)
        }
    })
}
