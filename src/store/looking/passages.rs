//! Pages of the person's own texts: moments, what they stand by, answers with their lines.
//!
//! Which entries have any comes from an index, newest first; the words come from the entry itself,
//! which is read with its digest. So one that is damaged is named as such under a sign, where it was
//! counted, and passed over elsewhere; the page goes on.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, Statement, ToSql, params};

use super::super::entries::before_this;
use super::super::row::{id, readable, stored_day, time};
use super::super::{Store, StoreError, past};
use super::at_most;
use crate::domain::{Answer, Answered, Entry, HeadingId, Id, ItemId, Passage, Passages, Under};

/// An entry that may have something for the page: when it was finished, and its id.
type Place = (i64, Id);

/// How many entries are asked for at once, at the least.
const AT_ONCE: usize = 20;

impl Store {
    /// A page of passages, newest first: those after this one, or the newest. It ends with an entry
    /// and never within one, so it may hold a few more; when it holds fewer, there are no more.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read. One entry that cannot be read is named as such among
    /// answers, and left out elsewhere.
    pub fn passages(
        &self,
        which: &Passages,
        before: Option<(DateTime<FixedOffset>, Id)>,
        limit: usize,
    ) -> Result<Vec<Passage>, StoreError> {
        let mut page = Vec::new();
        let mut before = before_this(before);
        while page.len() < limit {
            let wanted = AT_ONCE.max(limit);
            let places = self.read(|conn| places(conn, which, &before, wanted))?;
            for (finished_at, id) in &places {
                match self.entry(*id) {
                    Ok(entry) => page.extend(entry.iter().flat_map(|it| passages_of(it, which))),
                    Err(StoreError::Unreadable { .. } | StoreError::Damaged { .. }) => {
                        page.extend(unreadable(which, *finished_at, *id));
                    }
                    Err(why) => return Err(why),
                }
                before = (*finished_at, id.to_string());
                if page.len() >= limit {
                    return Ok(page);
                }
            }
            if places.len() < wanted {
                break;
            }
        }
        Ok(page)
    }
}

fn places(
    conn: &Connection,
    which: &Passages,
    before: &(i64, String),
    limit: usize,
) -> Result<Vec<Place>, StoreError> {
    let with = |index: &str, has: &str| {
        let mut page = conn.prepare_cached(&format!(
            "SELECT finished_at, id FROM entry INDEXED BY {index}
             WHERE deleted = 0 AND practice = 0 AND {has} = 1 AND (finished_at, id) < (?1, ?2)
             ORDER BY finished_at DESC, id DESC LIMIT ?3"
        ))?;
        read(&mut page, params![before.0, before.1, at_most(limit)])
    };
    match which {
        Passages::Moments => with("entry_with_moment", "has_moment"),
        Passages::Strengths => with("entry_with_stand_by", "has_stand_by"),
        Passages::Answers(under) if !under.among.is_empty() => among(conn, under, before, limit),
        Passages::Answers(under) if under.since.is_some() || under.until.is_some() => {
            between_days(conn, under, before, limit)
        }
        Passages::Answers(under) => by_sign(conn, under, before, limit),
    }
}

/// Reads the places that a statement finds; a row whose place is damaged is passed over.
fn read(statement: &mut Statement<'_>, asked: &[&dyn ToSql]) -> Result<Vec<Place>, StoreError> {
    let rows = statement.query_map(asked, |row| Ok((row.get(0)?, id(row, 1)?)))?;
    Ok(readable(rows).collect::<Result<_, _>>()?)
}

/// Those of some entries that have such an answer: a look at each.
fn among(
    conn: &Connection,
    under: &Under,
    before: &(i64, String),
    limit: usize,
) -> Result<Vec<Place>, StoreError> {
    let mut one = conn.prepare_cached(
        "SELECT finished_at, entry FROM answer
         WHERE entry = ?1 AND practice = 0
           AND heading = coalesce(?2, heading) AND item = coalesce(?3, item)
           AND (?4 IS NULL OR answer = ?4) AND (finished_at, entry) < (?5, ?6)
         LIMIT 1",
    )?;
    let mut places = Vec::new();
    for entry in &under.among {
        let asked = params![
            entry.to_string(),
            under.heading.as_ref().map(HeadingId::as_str),
            under.item.as_ref().map(ItemId::as_str),
            under.answer.map(Answer::id),
            before.0,
            before.1,
        ];
        places.extend(read(&mut one, asked)?);
    }
    places.sort_by(|one, other| other.cmp(one));
    places.truncate(limit);
    Ok(places)
}

/// The entries with such an answer between two days: as much work as there are answers in between.
fn between_days(
    conn: &Connection,
    under: &Under,
    before: &(i64, String),
    limit: usize,
) -> Result<Vec<Place>, StoreError> {
    let mut page = conn.prepare_cached(
        "SELECT DISTINCT finished_at, entry FROM answer INDEXED BY answer_by_day
         WHERE practice = 0 AND day BETWEEN ?1 AND ?2
           AND heading = coalesce(?3, heading) AND item = coalesce(?4, item)
           AND (?5 IS NULL OR answer = ?5) AND (finished_at, entry) < (?6, ?7)
         ORDER BY finished_at DESC, entry DESC LIMIT ?8",
    )?;
    let asked = params![
        stored_day(under.since.unwrap_or(NaiveDate::MIN)),
        under
            .until
            .map_or_else(|| "9999-12-31".to_owned(), stored_day),
        under.heading.as_ref().map(HeadingId::as_str),
        under.item.as_ref().map(ItemId::as_str),
        under.answer.map(Answer::id),
        before.0,
        before.1,
        at_most(limit),
    ];
    read(&mut page, asked)
}

/// The entries with such an answer, whenever it was. In the index all of one item, heading and
/// answer stand together, newest first; the first few of each are enough to tell the first of all.
fn by_sign(
    conn: &Connection,
    under: &Under,
    before: &(i64, String),
    limit: usize,
) -> Result<Vec<Place>, StoreError> {
    let mut one = conn.prepare_cached(
        "SELECT finished_at, entry FROM answer INDEXED BY answer_by_sign
         WHERE practice = 0 AND item = ?1 AND heading = ?2 AND answer IS ?3
           AND (finished_at, entry) < (?4, ?5)
         ORDER BY finished_at DESC, entry DESC LIMIT ?6",
    )?;
    let answers: Vec<Option<Answer>> = match under.answer {
        Some(answer) => vec![Some(answer)],
        None => Answer::ALL
            .iter()
            .copied()
            .map(Some)
            .chain([None])
            .collect(),
    };
    let mut places = BTreeSet::new();
    for (heading, item) in pairs(conn, under)? {
        for answer in &answers {
            let asked = params![
                item,
                heading,
                answer.map(Answer::id),
                before.0,
                before.1,
                at_most(limit)
            ];
            places.extend(read(&mut one, asked)?.into_iter().map(Reverse));
        }
    }
    Ok(places
        .into_iter()
        .take(limit)
        .map(|Reverse(it)| it)
        .collect())
}

/// The headings and items that belong to it.
fn pairs(conn: &Connection, under: &Under) -> Result<Vec<(String, String)>, StoreError> {
    if let (Some(heading), Some(item)) = (&under.heading, &under.item) {
        return Ok(vec![(
            heading.as_str().to_owned(),
            item.as_str().to_owned(),
        )]);
    }
    let fits = |wanted: Option<&str>, is: &str| wanted.is_none_or(|wanted| wanted == is);
    let heading = under.heading.as_ref().map(HeadingId::as_str);
    let item = under.item.as_ref().map(ItemId::as_str);
    let mut pairs = past::pairs(conn)?;
    pairs.retain(|pair| fits(heading, &pair.0) && fits(item, &pair.1));
    Ok(pairs)
}

/// What an entry has for the page, in the order asked.
fn passages_of(entry: &Entry, which: &Passages) -> Vec<Passage> {
    match which {
        Passages::Moments => passage(entry, &entry.moment).into_iter().collect(),
        Passages::Strengths => passage(entry, &entry.stand_by).into_iter().collect(),
        Passages::Answers(under) => {
            let of = |answered: &Answered| answer(entry, answered);
            let fit = entry.answers.iter().filter(|it| fits(entry, it, under));
            fit.map(of).collect()
        }
    }
}

fn passage(entry: &Entry, words: &str) -> Option<Passage> {
    (!words.trim().is_empty()).then(|| Passage {
        entry: entry.id,
        on: entry.on,
        finished_at: entry.finished_at,
        question: String::new(),
        item: None,
        answer: None,
        words: words.to_owned(),
        readable: true,
    })
}

/// One that cannot be read. Under a sign it stands for the one that was counted; elsewhere it would
/// say nothing.
fn unreadable(which: &Passages, finished_at: i64, entry: Id) -> Option<Passage> {
    let finished_at = time(finished_at, 0);
    matches!(which, Passages::Answers(_)).then(|| Passage {
        entry,
        on: finished_at.date_naive(),
        finished_at,
        question: String::new(),
        item: None,
        answer: None,
        words: String::new(),
        readable: false,
    })
}

fn answer(entry: &Entry, answered: &Answered) -> Passage {
    // One that points to the moment has its words there.
    let words = if answered.points_to_moment && answered.note.is_empty() {
        &entry.moment
    } else {
        &answered.note
    };
    Passage {
        entry: entry.id,
        on: entry.on,
        finished_at: entry.finished_at,
        question: answered.question.clone(),
        item: Some(answered.item.clone()),
        answer: answered.answer,
        words: words.clone(),
        readable: true,
    }
}

fn fits(entry: &Entry, answered: &Answered, under: &Under) -> bool {
    under
        .heading
        .as_ref()
        .is_none_or(|it| *it == answered.heading)
        && under.item.as_ref().is_none_or(|it| *it == answered.item)
        && under.answer.is_none_or(|it| Some(it) == answered.answer)
        && under.since.is_none_or(|since| since <= entry.on)
        && under.until.is_none_or(|until| entry.on <= until)
        && (under.among.is_empty() || under.among.contains(&entry.id))
}
