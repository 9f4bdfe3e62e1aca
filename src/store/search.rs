//! Finding entries by their words, and by what they are like.
//!
//! A search answers at each key, in a journal of any size. The row of an entry says when it was
//! finished (`search/place.rs`), and the index gives rows one by one in that order: so the newest
//! fifty cost the same among a thousand as among a hundred thousand. Only the word that is being
//! typed is looked for by its beginning (`search/expression.rs`).

mod expression;
mod filters;
pub(super) mod marks;
mod parts;
mod past_damage;
pub(super) mod place;
#[cfg(test)]
mod proofs;
pub(super) mod terms;

use chrono::{DateTime, FixedOffset};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use self::filters::Conditions;
use super::entries::before_this;
use super::row::{LISTED, listed, readable};
use super::{Store, StoreError};
use crate::domain::{Finder, Id, Listed, Order, Query};

/// Where the row stands behind the columns of [`LISTED`].
const ROW: usize = 8;

/// A search, in the words of the store.
struct Asked {
    /// What the index is asked for because of the words; `None` when there are none.
    words: Option<String>,
    conditions: Conditions,
}

/// Where a page begins: after this entry.
struct Start {
    row: i64,
    finished_at: i64,
    id: String,
}

impl Store {
    /// A page of what is found: the entries after the one that was finished then and has this id, or
    /// the first. The words of each are the ones around what was found. By relevance nothing tells the
    /// place of an entry that is found no more, so there it begins from the first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn find(
        &self,
        query: &Query,
        after: Option<(DateTime<FixedOffset>, Id)>,
        limit: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        let page = self.read(|conn| {
            let found = page(conn, query, after, limit)?;
            dressed(conn, query, found, false)
        });
        match page {
            Err(StoreError::Damaged { .. }) => self.find_past_damage(query, after, limit),
            page => page,
        }
    }
}

impl Asked {
    /// Turns a search into words for the store; `None` when nothing can fit it.
    fn of(conn: &Connection, query: &Query) -> Result<Option<Self>, StoreError> {
        let needles = query.needles();
        if needles.is_empty() && query.has_terms() {
            // Signs alone are in no index. Showing everything would be an answer to another question.
            return Ok(None);
        }
        let mut words = None;
        if !needles.is_empty() {
            let Some(expression) = expression::of(conn, &needles)? else {
                return Ok(None);
            };
            words = Some(expression);
        }
        let conditions = Conditions::of(conn, query)?;
        Ok(conditions.map(|conditions| Self { words, conditions }))
    }

    /// What the index is asked for in all; `None` when it has nothing to say.
    fn of_the_index(&self) -> Option<String> {
        let words = self.words.iter().map(|words| format!("({words})"));
        let all: Vec<String> = words.chain(self.conditions.marks.iter().cloned()).collect();
        (!all.is_empty()).then(|| all.join(" AND "))
    }
}

impl Start {
    /// Finds the place behind an entry, also where it was erased since.
    fn after(
        conn: &Connection,
        after: Option<(DateTime<FixedOffset>, Id)>,
    ) -> Result<Self, StoreError> {
        let (finished_at, id) = before_this(after);
        if after.is_none() {
            return Ok(Self {
                row: i64::MAX,
                finished_at,
                id,
            });
        }
        let its_own: Option<i64> = conn
            .prepare_cached("SELECT row FROM entry WHERE id = ?1")?
            .query_row([&id], |row| row.get(0))
            .optional()?;
        let row = match its_own {
            Some(row) => row,
            None => first_before(conn, finished_at, &id)?.map_or(i64::MIN, |row| row + 1),
        };
        Ok(Self {
            row,
            finished_at,
            id,
        })
    }
}

/// The row of the entry that comes next in the list.
fn first_before(conn: &Connection, finished_at: i64, id: &str) -> Result<Option<i64>, StoreError> {
    let next = conn
        .prepare_cached(
            "SELECT row FROM entry INDEXED BY entry_by_time
             WHERE deleted = 0 AND (finished_at, id) < (?1, ?2)
             ORDER BY finished_at DESC, id DESC LIMIT 1",
        )?
        .query_row(params![finished_at, id], |row| row.get(0));
    Ok(next.optional()?)
}

/// A page of rows with what the list shows of them.
fn page(
    conn: &Connection,
    query: &Query,
    after: Option<(DateTime<FixedOffset>, Id)>,
    limit: usize,
) -> Result<Vec<(i64, Listed)>, StoreError> {
    let Some(asked) = Asked::of(conn, query)? else {
        return Ok(Vec::new());
    };
    let start = Start::after(conn, after)?;
    match (asked.of_the_index(), query.order) {
        (Some(all), Order::Relevance) if asked.words.is_some() => {
            let after = after.map(|_| start.row);
            by_relevance(conn, &all, &asked.conditions, after, limit)
        }
        (Some(all), _) => by_index(conn, &all, &asked.conditions, &start, limit),
        (None, _) => by_conditions(conn, &asked.conditions, &start, limit),
    }
}

fn by_index(
    conn: &Connection,
    all: &str,
    conditions: &Conditions,
    start: &Start,
    limit: usize,
) -> Result<Vec<(i64, Listed)>, StoreError> {
    // Crossed, so that the index leads and stops as soon as there are enough.
    let sql = format!(
        "SELECT {LISTED}, entry.row FROM search CROSS JOIN entry ON entry.row = search.rowid
         WHERE search MATCH ? AND search.rowid < ? AND entry.deleted = 0{}
         ORDER BY search.rowid DESC LIMIT ?",
        conditions.sql
    );
    let mut values = vec![Value::from(all.to_owned()), Value::from(start.row)];
    values.extend(conditions.values.iter().cloned());
    values.push(counted(limit));
    rows(conn, &sql, values)
}

/// Those that say it most. Every match is weighed, so this takes longer the more there are.
///
/// A word weighs more the rarer it is, and the index knows only how rare in real entries and practice
/// together. So practice is never among what is found, but can move the order of it a little; a second
/// index for it would be much to keep for that.
fn by_relevance(
    conn: &Connection,
    all: &str,
    conditions: &Conditions,
    after: Option<i64>,
    limit: usize,
) -> Result<Vec<(i64, Listed)>, StoreError> {
    let sql = format!(
        "SELECT {LISTED}, entry.row FROM search CROSS JOIN entry ON entry.row = search.rowid
         WHERE search MATCH ? AND entry.deleted = 0{} ORDER BY search.rank",
        conditions.sql
    );
    let mut values = vec![Value::from(all.to_owned())];
    values.extend(conditions.values.iter().cloned());
    let mut ranked = conn.prepare_cached(&sql)?;
    let rows = ranked.query_map(params_from_iter(values), |row| {
        Ok((row.get::<_, i64>(ROW)?, listed(row)?))
    })?;
    // Those from the first on stay at hand until the one that the page comes after is met.
    let mut is_before = after.is_some();
    let mut found = Vec::new();
    for row in readable(rows) {
        let row = row?;
        if is_before && Some(row.0) == after {
            is_before = false;
            found.clear();
        } else if found.len() < limit {
            found.push(row);
        } else if !is_before {
            break;
        }
    }
    Ok(found)
}

fn by_conditions(
    conn: &Connection,
    conditions: &Conditions,
    start: &Start,
    limit: usize,
) -> Result<Vec<(i64, Listed)>, StoreError> {
    let sql = format!(
        "SELECT {LISTED}, entry.row FROM entry INDEXED BY entry_by_time
         WHERE entry.deleted = 0 AND (entry.finished_at, entry.id) < (?, ?){}
         ORDER BY entry.finished_at DESC, entry.id DESC LIMIT ?",
        conditions.sql
    );
    let mut values = vec![
        Value::from(start.finished_at),
        Value::from(start.id.clone()),
    ];
    values.extend(conditions.values.iter().cloned());
    values.push(counted(limit));
    rows(conn, &sql, values)
}

fn rows(
    conn: &Connection,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<(i64, Listed)>, StoreError> {
    let mut page = conn.prepare_cached(sql)?;
    let rows = page.query_map(params_from_iter(values), |row| {
        Ok((row.get(ROW)?, listed(row)?))
    })?;
    Ok(readable(rows).collect::<Result<_, _>>()?)
}

fn counted(limit: usize) -> Value {
    Value::from(i64::try_from(limit).unwrap_or(i64::MAX))
}

/// Puts the words around what was found in the place of the first words.
fn dressed(
    conn: &Connection,
    query: &Query,
    found: Vec<(i64, Listed)>,
    parts: bool,
) -> Result<Vec<Listed>, StoreError> {
    if !query.has_terms() {
        return Ok(found.into_iter().map(|(_, listed)| listed).collect());
    }
    let finder = Finder::of(query);
    let dress = |(row, mut listed): (i64, Listed)| {
        if let Some(words) = words_of(conn, row)? {
            listed.words = finder.around(&words, parts);
        }
        Ok(listed)
    };
    found.into_iter().map(dress).collect()
}

fn words_of(conn: &Connection, row: i64) -> Result<Option<String>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT words FROM words WHERE row = ?1")?
        .query_row([row], |row| row.get(0))
        .optional()?)
}
