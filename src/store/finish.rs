//! A walk becomes an entry, in one transaction.
//!
//! The entry, its search words, the intention it makes, what it says about an earlier one, whom
//! the worker will tell, and the end of the draft: all of it is there, or none of it.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::revision::{WRITTEN, verified};
use super::row::{stored_day, stored_first_words, stored_month, stored_time};
use super::search::{place, terms};
use super::{Store, StoreError, beside, carries, drafts, revision};
use crate::domain::{Entry, Finished, Id, Subject};

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

    /// Keeps many walks in one transaction, so that a large journal can be made to measure with.
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
    let entry = finished.entry.clone();
    let entry = match last_words(conn, entry.id)? {
        Some(before) => entry.grown_from(&before),
        None => entry,
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

/// The entry as it was last, also where it was taken out since; `None` when there is none that can
/// be read.
fn last_words(conn: &Connection, id: Id) -> Result<Option<Entry>, StoreError> {
    let written = conn
        .prepare_cached(&format!(
            "SELECT {WRITTEN} FROM revision JOIN entry ON entry.id = revision.entry
             WHERE revision.entry = ?1 AND revision.deleted = 0
             ORDER BY revision.rev = entry.head DESC, revision.at DESC, revision.rev DESC LIMIT 1"
        ))?
        .query_row([id.to_string()], verified)
        .optional()?
        .flatten();
    Ok(written.and_then(|written| serde_json::from_str(&written.body).ok()))
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
    if let Some(who) = &finished.tell {
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
mod tests {
    use super::super::proofs::kit::{Desk, at, entry, found, id, save, walk};
    use crate::domain::{CarryAnswer, Field, Later, Revisited, Safety, Subject};

    #[test]
    fn a_finished_walk_is_an_entry_and_no_draft() {
        let desk = Desk::new();
        let mut store = desk.write();
        store
            .save_draft(&save(1, Field::Moment, "tea", 1), at(0))
            .unwrap();
        store.finish(&walk(entry(1, "tea")), at(1)).unwrap();
        assert_eq!(store.draft(Subject::Walk(id(1))).unwrap(), None);
        drop(store);
        let store = desk.write();
        assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, "tea")));
        let listed = store.entries(None, 50).unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].words, "tea");
        assert_eq!(found(&store, "swapp"), [id(1)]);
        assert!(store.check().unwrap().is_sound());
    }
    #[test]
    fn a_line_about_last_time_is_found_again() {
        let desk = Desk::new();
        let mut store = desk.write();
        let mut later = entry(2, "tea");
        later.last_time = Some(Revisited {
            of: id(1),
            words: "I will wait".into(),
            answer: Some(CarryAnswer::TriedIt),
            line: "the silence was kind".into(),
        });
        store.finish(&walk(later.clone()), at(2)).unwrap();
        assert_eq!(store.entry(id(2)).unwrap(), Some(later));
        assert_eq!(found(&store, "silence"), [id(2)]);
    }

    #[test]
    fn an_entry_that_is_opened_up_keeps_what_it_said_before() {
        let desk = Desk::new();
        let mut store = desk.write();
        store.finish(&walk(entry(1, "tea")), at(1)).unwrap();
        store
            .finish(&walk(entry(1, "tea, and then soup")), at(2))
            .unwrap();
        assert_eq!(
            store.entry(id(1)).unwrap(),
            Some(entry(1, "tea, and then soup"))
        );
        // The first one, coming late, does not take its place.
        store.finish(&walk(entry(1, "tea")), at(3)).unwrap();
        assert_eq!(
            store.entries(None, 9).unwrap()[0].words,
            "tea, and then soup"
        );
        let checked = store.check().unwrap();
        assert!(checked.is_sound());
        assert_eq!(checked.revisions, 2);
        assert_eq!(found(&store, "soup"), [id(1)]);
    }

    #[test]
    fn what_no_walk_asks_for_stays_when_an_entry_is_opened_up() {
        let desk = Desk::new();
        let mut store = desk.write();
        let mut before = entry(1, "tea");
        before.tags = vec!["garden".into()];
        before.safety = Some(Safety::default());
        before.later = vec![Later {
            at: at(5),
            words: "It rained all week".into(),
        }];
        store.finish(&walk(before.clone()), at(1)).unwrap();
        for is_out in [false, true] {
            if is_out {
                store.delete(id(1), at(2)).unwrap();
            }
            let words = if is_out { "soup" } else { "cake" };
            let mut opened = entry(1, words);
            opened.finished_at = at(90);
            store.finish(&walk(opened), at(3)).unwrap();
            let kept = store.entry(id(1)).unwrap().unwrap();
            before.moment = words.into();
            assert_eq!(kept, before);
        }
        assert_eq!(found(&store, "rained"), [id(1)]);
        assert!(store.check().unwrap().is_sound());
    }
}
