//! The second wave: words that stand within others.
//!
//! The words that hold what was typed are taken from the list of all words, and the index is asked
//! for them, some at a time. Whoever typed on in the meantime stops it between two rows.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, Rows, params, params_from_iter};

use super::super::row::{LISTED, listed};
use super::super::{Store, StoreError};
use super::filters::Conditions;
use super::{dressed, expression, marks, terms};
use crate::domain::{Finder, Listed, Needle, Query};

/// Words that the index is asked for at once. In the tests all these numbers are so small that every
/// way is gone.
const AT_ONCE: usize = if cfg!(test) { 2 } else { 64 };
/// A part that more words hold is likely to be in the newest entries, and each word that the index
/// is asked for takes its time.
const MANY: usize = if cfg!(test) { 4 } else { 96 };
/// Entries that are then read first: the newest of those that fit all the rest.
const READ: i64 = if cfg!(test) { 3 } else { 1_000 };
/// Words that each of several parts may stand for. Only a part that says next to nothing, beside
/// another, is in more; then some of what it stands for is passed over.
const MOST_BESIDE: usize = 1_000;

impl Store {
    /// What is found only when a word may stand within another: a second wave, that is given up as
    /// soon as `stopped` says so.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn find_parts(
        &self,
        query: &Query,
        limit: usize,
        stopped: &dyn Fn() -> bool,
    ) -> Result<Vec<Listed>, StoreError> {
        if limit == 0 || stopped() {
            return Ok(Vec::new());
        }
        let rows = self.read(|conn| newest_rows(conn, query, limit, stopped))?;
        let read = self.read(|conn| {
            let mut found = Vec::with_capacity(rows.len());
            let mut one =
                conn.prepare_cached(&format!("SELECT {LISTED} FROM entry WHERE row = ?1"))?;
            for row in &rows {
                found.push((*row, one.query_row([row], listed)?));
            }
            dressed(conn, query, found, true)
        });
        match read {
            Err(StoreError::Damaged { .. }) => self.dressed_past_damage(query, &rows, true),
            read => read,
        }
    }
}

/// The newest rows that only this wave finds; none when it was stopped.
fn newest_rows(
    conn: &Connection,
    query: &Query,
    limit: usize,
    stopped: &dyn Fn() -> bool,
) -> Result<Vec<i64>, StoreError> {
    let mut needles = query.needles();
    for needle in &mut needles {
        // A space says that a word is whole, if there is such a word.
        needle.is_whole = match needle.part() {
            Some(part) if !needle.is_open => is_a_word(conn, part, query.is_practice())?,
            _ => false,
        };
    }
    let (Some(conditions), Some(mut wanted)) = (
        Conditions::of(conn, query)?,
        Wanted::of(conn, &needles, stopped)?,
    ) else {
        return Ok(Vec::new());
    };
    wanted.beside.extend(conditions.marks.iter().cloned());
    wanted.narrow.extend(conditions.marks.iter().cloned());
    let first = expression::of(conn, &needles)?;
    let mut first_wave = conn.prepare_cached(BY_WORDS)?;
    let first_wave = FirstWave {
        rows: match &first {
            Some(words) => Some(first_wave.query(params![words, i64::MIN])?),
            None => None,
        },
        seen: Vec::new(),
    };
    let mut fits = conn.prepare_cached(&format!(
        "SELECT 1 FROM entry WHERE entry.row = ? AND entry.deleted = 0{}",
        conditions.sql
    ))?;
    let mut wave = SecondWave {
        first: first_wave,
        fits: &mut |row| Ok(fits.exists(asked(&conditions, row))?),
        newest: BTreeSet::new(),
        limit,
        stopped,
        is_given_up: false,
    };
    let is_enough = wanted.is_broad() && wave.among_the_newest(conn, needles, &wanted)?;
    if !is_enough {
        wave.by_words(conn, &wanted)?;
    }
    if wave.is_stopped() {
        return Ok(Vec::new());
    }
    Ok(wave.newest.into_iter().rev().collect())
}

/// Tells whether this is a word of a real entry, or of one of practice. A word that only the others
/// have, or that was written once and is gone, changes nothing here.
fn is_a_word(conn: &Connection, word: &str, is_practice: bool) -> Result<bool, StoreError> {
    let Some(word) = expression::any(std::iter::once(word.to_owned())) else {
        return Ok(false);
    };
    let asked = format!("words : {word} AND {}", marks::practice(is_practice));
    Ok(conn
        .prepare_cached("SELECT 1 FROM search WHERE search MATCH ?1 LIMIT 1")?
        .exists([asked])?)
}

/// What is found so far.
struct SecondWave<'a> {
    first: FirstWave<'a>,
    fits: &'a mut dyn FnMut(i64) -> Result<bool, StoreError>,
    newest: BTreeSet<i64>,
    limit: usize,
    stopped: &'a dyn Fn() -> bool,
    is_given_up: bool,
}

impl SecondWave<'_> {
    /// Tells whether it is given up; once it is, nobody is asked again.
    fn is_stopped(&mut self) -> bool {
        self.is_given_up = self.is_given_up || (self.stopped)();
        self.is_given_up
    }

    fn is_full(&self) -> bool {
        self.newest.len() >= self.limit
    }

    fn take(&mut self, row: i64) -> Result<(), StoreError> {
        if !self.newest.contains(&row) && !self.first.has(row)? && (self.fits)(row)? {
            self.newest.insert(row);
            if self.newest.len() > self.limit {
                self.newest.pop_first();
            }
        }
        Ok(())
    }

    /// Reads the newest entries themselves, and tells whether that was enough.
    fn among_the_newest(
        &mut self,
        conn: &Connection,
        needles: Vec<Needle>,
        wanted: &Wanted,
    ) -> Result<bool, StoreError> {
        let finder = Finder::with(needles);
        let narrow = wanted.narrow.join(" AND ");
        let sql = if narrow.is_empty() {
            "SELECT row, words FROM words WHERE ?2 = '' ORDER BY row DESC LIMIT ?1"
        } else {
            "SELECT words.row, words.words
             FROM search CROSS JOIN words ON words.row = search.rowid
             WHERE search MATCH ?2 ORDER BY search.rowid DESC LIMIT ?1"
        };
        let mut newest = conn.prepare_cached(sql)?;
        let mut rows = newest.query(params![READ, narrow])?;
        let mut read = 0;
        while let Some(row) = rows.next()? {
            if self.is_stopped() || self.is_full() {
                return Ok(true);
            }
            read += 1;
            let number = row.get(0)?;
            if self.first.has(number)? {
                continue;
            }
            let text = row.get_ref(1)?.as_str_or_null();
            let text = text.map_err(rusqlite::Error::from)?;
            if finder.fits(text.unwrap_or_default(), true) {
                self.take(number)?;
            }
        }
        Ok(self.is_full() || read < READ)
    }

    /// Asks the index, some words at a time.
    fn by_words(&mut self, conn: &Connection, wanted: &Wanted) -> Result<(), StoreError> {
        for some in wanted.leading.chunks(AT_ONCE) {
            let oldest = self.newest.first().copied();
            let floor = oldest.filter(|_| self.is_full()).unwrap_or(i64::MIN);
            let mut found = conn.prepare_cached(BY_WORDS)?;
            let mut rows = found.query(params![wanted.expression(some), floor])?;
            while let Some(row) = rows.next()? {
                let row: i64 = row.get(0)?;
                let is_older = self.newest.first().is_some_and(|oldest| row <= *oldest);
                if self.is_stopped() || (self.is_full() && is_older) {
                    break;
                }
                self.take(row)?;
            }
            if self.is_stopped() {
                break;
            }
        }
        Ok(())
    }
}

const BY_WORDS: &str = "SELECT search.rowid FROM search
    WHERE search MATCH ?1 AND search.rowid > ?2 ORDER BY search.rowid DESC";

fn asked(conditions: &Conditions, row: i64) -> impl rusqlite::Params {
    params_from_iter(std::iter::once(Value::from(row)).chain(conditions.values.clone()))
}

/// The words that this wave looks for.
struct Wanted {
    /// Any of these, which are asked for some at a time.
    leading: Vec<String>,
    /// And all of this.
    beside: Vec<String>,
    /// What of all this the index finds quickly.
    narrow: Vec<String>,
}

impl Wanted {
    /// Finds the words that hold what was typed; `None` when there are none, or when it was stopped.
    fn of(
        conn: &Connection,
        needles: &[Needle],
        stopped: &dyn Fn() -> bool,
    ) -> Result<Option<Self>, StoreError> {
        let mut beside = Vec::new();
        let mut sets: Vec<Vec<String>> = Vec::new();
        for needle in needles {
            let found = match needle.part() {
                Some(part) => terms::holding(conn, part, stopped)?.map(|set| sets.push(set)),
                None => expression::one(conn, needle)?.map(|whole| beside.push(whole)),
            };
            if found.is_none() {
                return Ok(None);
            }
        }
        if let [set] = sets.as_mut_slice() {
            // The rest is whole, so with these words the first wave finds it.
            let part = needles.iter().find(|it| it.part().is_some());
            set.retain(|term| !part.is_some_and(|it| is_of_the_first_wave(it, term)));
        }
        sets.sort_by_key(Vec::len);
        let few = sets.iter().filter(|set| set.len() <= MANY);
        let few = few.filter_map(|set| expression::any(set.iter().cloned()));
        let narrow = beside.iter().cloned().chain(few).collect();
        let Some(leading) = sets.pop() else {
            return Ok(None);
        };
        for set in sets {
            match expression::any(set.into_iter().take(MOST_BESIDE)) {
                Some(any) => beside.push(any),
                None => return Ok(None),
            }
        }
        Ok((!leading.is_empty()).then_some(Self {
            leading,
            beside,
            narrow,
        }))
    }

    /// Tells whether a part of it is in very many words.
    fn is_broad(&self) -> bool {
        self.leading.len() > MANY
    }

    fn expression(&self, some: &[String]) -> String {
        let leading = expression::any(some.iter().cloned());
        let all: Vec<&str> = leading
            .as_deref()
            .into_iter()
            .chain(self.beside.iter().map(String::as_str))
            .collect();
        all.join(" AND ")
    }
}

/// Tells whether the first wave finds every entry with this word.
fn is_of_the_first_wave(needle: &Needle, term: &str) -> bool {
    needle.part().is_some_and(|part| {
        if needle.is_open {
            term.starts_with(part)
        } else {
            term == part
        }
    })
}

/// What the first wave finds, newest first, read only as far as it is needed.
struct FirstWave<'a> {
    rows: Option<Rows<'a>>,
    seen: Vec<i64>,
}

impl FirstWave<'_> {
    fn has(&mut self, row: i64) -> Result<bool, StoreError> {
        while self.seen.last().is_none_or(|last| *last > row) {
            let next = match &mut self.rows {
                Some(rows) => rows.next()?,
                None => None,
            };
            match next {
                Some(next) => self.seen.push(next.get(0)?),
                None => break,
            }
        }
        Ok(self.seen.binary_search_by(|seen| row.cmp(seen)).is_ok())
    }
}
