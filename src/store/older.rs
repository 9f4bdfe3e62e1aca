//! Reading a journal of an older form as it is.
//!
//! One damaged page keeps a journal from being copied, and without a copy it is not brought up to
//! date. It must be read all the same: an upgrade never shuts a person out of their words. So what
//! can be read of it is put together in memory, in the form of today, and the file stays untouched.
//! The words come from the revisions, each with its digest; what is repeated beside them is made
//! anew, so that every room can be looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Params, Row, params, params_from_iter};

use super::migrate::{self, STEPS};
use super::revision::{WRITTEN, verified};
use super::search::place;
use super::{Key, StoreError, carries, connect, finish};
use crate::domain::Entry;

/// What is taken over as it stands, and the order in which each is read.
const AS_THEY_STAND: [(&str, &str); 9] = [
    ("setting", "name"),
    ("draft", "subject, field"),
    ("card", "line"),
    ("carry", "entry"),
    ("heard", "carry, entry"),
    ("waiting", "entry"),
    ("said", "id"),
    ("shelf", "row"),
    ("brought", "entry, meeting"),
];

/// The rows of the revisions, by each way there is to them: a damaged page may lie in one of them.
const REVISIONS: [&str; 3] = [
    "SELECT row, entry FROM revision INDEXED BY revision_by_entry ORDER BY entry",
    "SELECT row, entry FROM revision NOT INDEXED ORDER BY row",
    "SELECT row, entry FROM revision NOT INDEXED ORDER BY row DESC",
];

/// The same for the entries.
const ENTRIES: [&str; 3] = [
    "SELECT row, id, finished_at FROM entry INDEXED BY entry_by_time WHERE deleted = 0
     ORDER BY finished_at DESC, id DESC",
    "SELECT row, id, finished_at FROM entry NOT INDEXED ORDER BY row",
    "SELECT row, id, finished_at FROM entry NOT INDEXED ORDER BY row DESC",
];

/// The columns of an entry that every form has.
const ENTRY: &str = "head, deleted, finished_at, finished_offset, day, kind, length, practice, \
     first_words";

/// The columns of a revision, the same in every form.
const REVISION: &str = "row, rev, entry, parent, device, at, utc_offset, deleted, body, digest";

/// A file of an older form, read past whatever is damaged in it.
struct OldFile<'a> {
    path: &'a Path,
    key: &'a Key,
    conn: Connection,
}

/// What is known of an entry before its words are looked at.
#[derive(Default)]
struct Known {
    finished_at: Option<i64>,
    /// Its row, in the order of [`ENTRY`].
    row: Option<Vec<Value>>,
    /// Whether one of its revisions cannot be read.
    has_lost: bool,
}

/// Puts together what can be read of a journal.
pub(super) fn put_together(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let mut conn = connect::in_memory()?;
    migrate::migrate(&mut conn, STEPS, 0, |_, _| Ok(()))?;
    // What is lost may be pointed to.
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    let mut file = OldFile {
        path,
        key,
        conn: connect::to_read(path, key)?,
    };
    let tx = conn.transaction()?;
    for (table, order) in AS_THEY_STAND {
        file.take_over(&tx, table, order)?;
    }
    let mut known = BTreeMap::new();
    file.revisions(&tx, &mut known)?;
    file.entries(&mut known)?;
    for (id, known) in &known {
        lay_out(&tx, id, known)?;
    }
    tx.commit()?;
    Ok(conn)
}

impl OldFile<'_> {
    /// Reads rows until there are no more, or until the first that is damaged. `true` when all were
    /// read.
    fn rows<T>(
        &mut self,
        sql: &str,
        asked: impl Params,
        mut each: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<(Vec<T>, bool), StoreError> {
        let mut found = Vec::new();
        let read = self.conn.prepare_cached(sql).and_then(|mut asking| {
            let mut rows = asking.query(asked)?;
            while let Some(row) = rows.next()? {
                found.push(each(row)?);
            }
            Ok(())
        });
        match read.map_err(StoreError::from) {
            Ok(()) => Ok((found, true)),
            Err(StoreError::Damaged { .. }) => {
                // In a locked journal the connection is of no more use.
                self.conn = connect::to_read(self.path, self.key)?;
                Ok((found, false))
            }
            Err(why) => Err(why),
        }
    }

    fn has(&self, table: &str) -> Result<bool, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?
            .exists([table])?)
    }

    /// Takes a table over from its beginning, and where that ends too early, from its end as well.
    fn take_over(&mut self, to: &Connection, table: &str, order: &str) -> Result<(), StoreError> {
        if !self.has(table)? {
            return Ok(());
        }
        let columns: Vec<String> = self
            .conn
            .prepare(&format!("SELECT * FROM {table}"))?
            .column_names()
            .map(str::to_owned)
            .collect();
        let places = vec!["?"; columns.len()].join(", ");
        let names = columns.join(", ");
        let mut insert = to.prepare(&format!(
            "INSERT OR REPLACE INTO {table} ({names}) VALUES ({places})"
        ))?;
        let backwards = order.replace(',', " DESC,") + " DESC";
        for order in [order, backwards.as_str()] {
            let sql = format!("SELECT {names} FROM {table} ORDER BY {order}");
            let (rows, is_all) = self.rows(&sql, [], |row| values(row, columns.len()))?;
            for row in rows {
                insert.execute(params_from_iter(row))?;
            }
            if is_all {
                break;
            }
        }
        Ok(())
    }

    fn revisions(
        &mut self,
        to: &Connection,
        known: &mut BTreeMap<String, Known>,
    ) -> Result<(), StoreError> {
        let mut every: BTreeSet<(i64, String)> = BTreeSet::new();
        for way in REVISIONS {
            let (rows, _) = self.rows(way, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
            every.extend(rows);
        }
        let one = format!("SELECT {REVISION} FROM revision WHERE row = ?1");
        let mut insert = to.prepare(&format!(
            "INSERT OR IGNORE INTO revision ({REVISION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ))?;
        for (row, entry) in every {
            let (read, _) = self.rows(&one, [row], |row| values(row, 10))?;
            let known = known.entry(entry).or_default();
            known.has_lost |= read.is_empty();
            for revision in read {
                insert.execute(params_from_iter(revision))?;
            }
        }
        Ok(())
    }

    fn entries(&mut self, known: &mut BTreeMap<String, Known>) -> Result<(), StoreError> {
        let mut every: BTreeSet<(i64, String, i64)> = BTreeSet::new();
        for way in ENTRIES {
            let (rows, _) =
                self.rows(way, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            every.extend(rows);
        }
        let one = format!("SELECT {ENTRY} FROM entry NOT INDEXED WHERE row = ?1");
        for (row, id, finished_at) in every {
            let (read, _) = self.rows(&one, [row], |row| values(row, 9))?;
            let known = known.entry(id).or_default();
            known.finished_at = Some(finished_at);
            known.row = read.into_iter().next();
        }
        Ok(())
    }
}

fn values(row: &Row<'_>, count: usize) -> rusqlite::Result<Vec<Value>> {
    (0..count).map(|column| row.get(column)).collect()
}

/// Lays out one entry: as its head has it, or as one that cannot be read.
fn lay_out(conn: &Connection, id: &str, known: &Known) -> Result<(), StoreError> {
    let head = head(conn, id, known)?;
    let written = match &head {
        Some(rev) => conn
            .prepare_cached(&format!("SELECT {WRITTEN} FROM revision WHERE rev = ?1"))?
            .query_row([rev], verified)
            .optional()?
            .flatten(),
        None => None,
    };
    let is_out = match (&written, &known.row) {
        (Some(written), _) => written.deleted,
        (None, Some(row)) => row.get(1) == Some(&Value::Integer(1)),
        (None, None) => false,
    };
    let entry = written.and_then(|it| serde_json::from_str::<Entry>(&it.body).ok());
    match (entry, head) {
        (Some(entry), Some(rev)) if entry.id.to_string() == id => {
            finish::keep(conn, &entry, &rev)?;
            carries::settle(conn, entry.id)?;
            finish::index(conn, &entry)
        }
        (_, head) => unread(conn, id, known, head, is_out),
    }
}

/// Finds the revision an entry says it has, or without its row the newest there is. `None` when the
/// newest may be among those that are lost: an older one would pass for what was written last.
fn head(conn: &Connection, id: &str, known: &Known) -> Result<Option<String>, StoreError> {
    if let Some(Value::Text(head)) = known.row.as_ref().and_then(|row| row.first()) {
        return Ok(Some(head.clone()));
    }
    if known.has_lost {
        return Ok(None);
    }
    Ok(conn
        .prepare_cached("SELECT rev FROM revision WHERE entry = ?1 ORDER BY row DESC LIMIT 1")?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// Lays out an entry that cannot be read, with what its row still says of it.
fn unread(
    conn: &Connection,
    id: &str,
    known: &Known,
    head: Option<String>,
    is_out: bool,
) -> Result<(), StoreError> {
    let head = head.unwrap_or_else(|| format!("lost {id}"));
    let at = known.finished_at.unwrap_or(0);
    let place = place::of(conn, id, at)?;
    // An entry without a head would pass for one that was taken out.
    conn.prepare_cached(
        "INSERT OR IGNORE INTO revision (rev, entry, device, at, utc_offset, deleted, body, digest)
         VALUES (?1, ?2, '', ?3, 0, ?4, '', x'')",
    )?
    .execute(params![head, id, at, is_out])?;
    conn.prepare_cached(
        "INSERT INTO entry (row, id, head, deleted, finished_at, finished_offset, day, kind,
                            length, practice, first_words)
         VALUES (?1, ?2, ?3, ?4, ?5, 0, '', NULL, '', 0, '')",
    )?
    .execute(params![place, id, head, is_out, at])?;
    let Some(row) = &known.row else {
        return Ok(());
    };
    let told = [4, 5, 6, 7, 8, 3].map(|column| row.get(column).cloned());
    let told = told.into_iter().map(|it| it.unwrap_or(Value::Null));
    let told = told.chain([Value::from(id.to_owned())]);
    // A row that says something else than a row can is one that cannot be read already.
    let _ = conn
        .prepare_cached(
            "UPDATE entry SET day = ?1, kind = ?2, length = ?3, practice = ?4, first_words = ?5,
                              finished_offset = ?6
             WHERE id = ?7",
        )?
        .execute(params_from_iter(told));
    Ok(())
}
