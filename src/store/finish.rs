//! A walk becomes an entry, in one transaction.
//!
//! The entry, its search words, the intention it makes, what it says about an earlier one, whom
//! the worker will tell, and the end of the draft: all of it is there, or none of it.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::revision::{WRITTEN, verified};
use super::row::{says_nothing, stored_day, stored_first_words, stored_month, stored_time};
use super::search::{place, terms};
use super::{Store, StoreError, beside, carries, drafts, revision};
use crate::domain::{Entry, Field, Finished, FormField, Id, Subject};

impl Store {
    /// Keeps a finished walk, and ends its draft.
    ///
    /// The same walk again changes nothing. The same entry in other words, as when a kept Land
    /// is opened up, becomes a new revision of it, with what no walk asks for as it was.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing of it was kept, and the draft is as it was.
    pub fn finish(
        &mut self,
        finished: &Finished,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let body = revision::body_of(&finished.entry)?;
        self.write(|tx| {
            if !is_kept(tx, finished, &body)? {
                keep_grown(tx, finished, at)?;
            }
            finished
                .draft
                .map_or(Ok(()), |subject| drafts::forget(tx, subject))
        })?;
        self.checkpoint_quietly();
        Ok(())
    }

    /// Keeps many new walks in one transaction: a made-up year, or a large journal to measure with.
    #[doc(hidden)]
    pub fn finish_many(&mut self, many: &[Finished]) -> Result<(), StoreError> {
        self.write(|tx| {
            for finished in many {
                let (entry, at) = (&finished.entry, finished.entry.finished_at);
                let body = revision::body_of(entry)?;
                let rev = revision::append(tx, entry.id, &body, false, at)?;
                keep(tx, entry, &rev)?;
                keep_around(tx, finished, at)?;
                index(tx, entry)?;
            }
            Ok(())
        })?;
        self.checkpoint_quietly();
        Ok(())
    }
}

/// Keeps a walk, and with it what the entry holds that no walk asks for, such as a line added later.
fn keep_grown(
    conn: &Connection,
    finished: &Finished,
    at: DateTime<FixedOffset>,
) -> Result<(), StoreError> {
    let entry = match last_words(conn, finished.entry.id)? {
        Some(now) => grown(conn, finished, &now)?,
        None => finished.entry.clone(),
    };
    let body = revision::body_of(&entry)?;
    let finished = Finished {
        entry,
        ..finished.clone()
    };
    if is_kept(conn, &finished, &body)? {
        return Ok(());
    }
    let rev = revision::append(conn, finished.entry.id, &body, false, at)?;
    keep(conn, &finished.entry, &rev)?;
    keep_around(conn, &finished, at)?;
    index(conn, &finished.entry)
}

/// A walk about an entry that is there, with what the entry holds besides. What was changed in the
/// entry while the walk lay half-way counts wherever the walk left it alone.
fn grown(conn: &Connection, finished: &Finished, now: &Entry) -> Result<Entry, StoreError> {
    let Some(draft) = finished.draft else {
        return Ok(finished.entry.clone().grown_from(now));
    };
    let from = match drafts::grew_from(conn, draft)? {
        Some(rev) => words_of(conn, &rev)?,
        None => None,
    };
    let from = from.as_ref().unwrap_or(now);
    let mut entry = finished.entry.clone().grown_from(from);
    if was_asked_about_safety(conn, draft)? {
        // A page that was emptied is an answer as well.
        entry.safety.clone_from(&finished.entry.safety);
    }
    Ok(entry.giving_way(from, now))
}

/// Tells whether a walk has the page about safety, be it with words or emptied.
fn was_asked_about_safety(conn: &Connection, draft: Subject) -> Result<bool, StoreError> {
    let draft = drafts::stored_draft(conn, draft)?;
    let fields = [
        FormField::Whose,
        FormField::Kinds,
        FormField::Told,
        FormField::ToldWho,
        FormField::ToldDay,
    ];
    Ok(draft.is_some_and(|draft| fields.into_iter().any(|it| draft.has(&Field::Form(it)))))
}

/// What a revision says; `None` when it cannot be read, or takes the entry out.
fn words_of(conn: &Connection, rev: &str) -> Result<Option<Entry>, StoreError> {
    let written = conn
        .prepare_cached(&format!("SELECT {WRITTEN} FROM revision WHERE rev = ?1"))?
        .query_row([rev], verified)
        .optional()?
        .flatten();
    Ok(written.and_then(|written| serde_json::from_str(&written.body).ok()))
}

/// The entry as it was last, as far back as it can be read, also where it was taken out since;
/// `None` when there is none.
fn last_words(conn: &Connection, id: Id) -> Result<Option<Entry>, StoreError> {
    let mut revisions = conn.prepare_cached(&format!(
        "SELECT {WRITTEN} FROM revision JOIN entry ON entry.id = revision.entry
         WHERE revision.entry = ?1 AND revision.deleted = 0
         ORDER BY revision.rev = entry.head DESC, revision.row DESC"
    ))?;
    let mut rows = revisions.query([id.to_string()])?;
    while let Some(row) = rows.next()? {
        let written = match verified(row) {
            Err(why) if says_nothing(&why) => None,
            written => written?,
        };
        let entry = written.and_then(|written| serde_json::from_str(&written.body).ok());
        if entry.is_some() {
            return Ok(entry);
        }
    }
    Ok(None)
}

/// Tells whether this walk was kept already: its very words are there, now or in an earlier
/// revision, and its draft is not. Where the draft is still there, the person has come to the same
/// words once more, after others had taken their place.
fn is_kept(conn: &Connection, finished: &Finished, body: &str) -> Result<bool, StoreError> {
    let name = finished.entry.id.to_string();
    let is_written = conn
        .prepare_cached("SELECT 1 FROM revision WHERE entry = ?1 AND body = ?2 LIMIT 1")?
        .exists(params![name, body])?;
    if !is_written {
        return Ok(false);
    }
    let is_head = conn
        .prepare_cached(
            "SELECT 1 FROM entry JOIN revision ON revision.rev = entry.head
             WHERE entry.id = ?1 AND revision.body = ?2",
        )?
        .exists(params![name, body])?;
    let draft = finished
        .draft
        .map_or_else(String::new, |it: Subject| it.to_string());
    let is_half_done = conn
        .prepare_cached("SELECT 1 FROM draft WHERE subject = ?1 LIMIT 1")?
        .exists([draft])?;
    Ok(is_head || !is_half_done)
}

/// Makes a revision the head of its entry, and what can be listed and counted with it. When all that
/// belongs to it is kept as well, [`index`] makes it one that is found.
pub(super) fn keep(conn: &Connection, entry: &Entry, rev: &str) -> Result<(), StoreError> {
    let (finished_at, offset) = stored_time(entry.finished_at);
    let row = place::of(conn, &entry.id.to_string(), finished_at)?;
    conn.prepare_cached(
        "INSERT INTO entry (id, head, deleted, finished_at, finished_offset, day, kind, length,
                            practice, first_words, row)
         VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT DO UPDATE
         SET head = excluded.head, deleted = 0, finished_at = excluded.finished_at,
             finished_offset = excluded.finished_offset, day = excluded.day,
             kind = excluded.kind, length = excluded.length, practice = excluded.practice,
             first_words = excluded.first_words",
    )?
    .execute(params![
        entry.id.to_string(),
        rev,
        finished_at,
        offset,
        stored_day(entry.on),
        entry.kind.map(crate::domain::Kind::id),
        entry.length.id(),
        entry.practice,
        stored_first_words(entry.first_words()),
        row,
    ])?;
    keep_answers(conn, entry)?;
    beside::keep(conn, entry)
}

/// Makes an entry found by its words, and by what stands beside it at this moment.
pub(super) fn index(conn: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let words = entry.own_words().join("\n");
    conn.prepare_cached(
        "INSERT INTO words (row, words, marks)
         SELECT marked.row, ?2, coalesce(marked.marks, '')
         FROM marked WHERE marked.row = (SELECT row FROM entry WHERE id = ?1)
         ON CONFLICT (row) DO UPDATE SET words = excluded.words, marks = excluded.marks
             WHERE words.words <> excluded.words OR words.marks <> excluded.marks",
    )?
    .execute(params![entry.id.to_string(), words])?;
    terms::learn(conn, &words)
}

fn keep_answers(conn: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let name = entry.id.to_string();
    conn.prepare_cached("DELETE FROM answer WHERE entry = ?1")?
        .execute([&name])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO answer (entry, place, heading, item, answer, month, day, practice, finished_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let (month, day) = (stored_month(entry.on), stored_day(entry.on));
    let (finished_at, _) = stored_time(entry.finished_at);
    for (place, answered) in entry.answers.iter().enumerate() {
        insert.execute(params![
            name,
            i64::try_from(place).unwrap_or(i64::MAX),
            answered.heading.as_str(),
            answered.item.as_str(),
            answered.answer.map(crate::domain::Answer::id),
            month,
            day,
            entry.practice,
            finished_at,
        ])?;
    }
    Ok(())
}

/// Keeps what a walk says about other things than itself.
fn keep_around(
    conn: &Connection,
    finished: &Finished,
    at: DateTime<FixedOffset>,
) -> Result<(), StoreError> {
    let entry = &finished.entry;
    if finished.carries || entry.next_time.trim().is_empty() {
        carries::follow(conn, entry)?;
    }
    if let Some(last) = &finished.last {
        carries::hear(conn, entry, last, at)?;
    }
    carries::settle_all_of(conn, entry.id)?;
    if let Some(who) = finished.tell.as_ref().filter(|_| !entry.practice) {
        conn.prepare_cached(
            "INSERT INTO waiting (entry, who, day, asked) VALUES (?1, ?2, ?3, 0)
             ON CONFLICT (entry) DO UPDATE SET who = excluded.who",
        )?
        .execute(params![
            entry.id.to_string(),
            who,
            stored_day(at.date_naive())
        ])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
