//! What an entry must be like, as conditions on its rows.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::super::StoreError;
use super::super::row::stored_day;
use super::marks;
use crate::domain::{Query, fold};

/// Conditions, each beginning with AND, and their values in order.
pub(super) struct Conditions {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
    /// What the index is asked for because of them; all of these.
    pub(super) marks: Vec<String>,
}

impl Conditions {
    /// The conditions of a search; `None` when nothing can fit them.
    pub(super) fn of(conn: &Connection, query: &Query) -> Result<Option<Self>, StoreError> {
        let mut made = Self {
            sql: String::new(),
            values: Vec::new(),
            marks: Vec::new(),
        };
        made.of_the_entry(query);
        made.of_the_answers(query);
        if let Some(carries) = query.carries {
            made.sql.push_str(if carries {
                " AND EXISTS"
            } else {
                " AND NOT EXISTS"
            });
            made.sql
                .push_str(" (SELECT 1 FROM carry WHERE carry.entry = entry.id)");
        }
        let mut tags = Vec::new();
        if let Some(tag) = &query.tag {
            tags = spellings(conn, tag)?;
            if tags.is_empty() {
                return Ok(None);
            }
            made.sql
                .push_str(" AND EXISTS (SELECT 1 FROM tag AS its WHERE its.entry = entry.id");
            made.sql.push_str(&any_of(" AND its.tag", tags.len()));
            made.sql.push(')');
            made.values.extend(tags.iter().cloned().map(Value::from));
        }
        made.marks = marks::of(conn, query, &tags)?;
        Ok(Some(made))
    }

    fn of_the_entry(&mut self, query: &Query) {
        let text = |id: &str| Value::from(id.to_owned());
        let mut must = |condition: &str, value: Value| {
            self.sql.push_str(" AND entry.");
            self.sql.push_str(condition);
            self.values.push(value);
        };
        if let Some(kind) = query.kind {
            must("kind = ?", text(kind.id()));
        }
        if let Some(stage) = query.stage {
            must("stage = ?", text(stage.id()));
        }
        if let Some(length) = query.length {
            must("length = ?", text(length.id()));
        }
        must("practice = ?", Value::from(query.is_practice()));
        if let Some(flagged) = query.flagged {
            must("flagged = ?", Value::from(flagged));
        }
        if let Some(since) = query.since {
            must("day >= ?", Value::from(stored_day(since)));
        }
        if let Some(until) = query.until {
            must("day <= ?", Value::from(stored_day(until)));
        }
    }

    fn of_the_answers(&mut self, query: &Query) {
        if query.heading.is_none() && query.answer.is_none() {
            return;
        }
        self.sql
            .push_str(" AND EXISTS (SELECT 1 FROM answer WHERE answer.entry = entry.id");
        if let Some(heading) = &query.heading {
            self.sql.push_str(" AND answer.heading = ?");
            self.values.push(Value::from(heading.as_str().to_owned()));
        }
        if let Some(answer) = query.answer {
            self.sql.push_str(" AND answer.answer = ?");
            self.values.push(Value::from(answer.id().to_owned()));
        }
        self.sql.push(')');
    }
}

/// `column IN (?, ?, …)`.
fn any_of(column: &str, count: usize) -> String {
    format!("{column} IN ({})", vec!["?"; count].join(", "))
}

/// The labels that are meant, as they were typed at the time: case and accents tell none apart.
fn spellings(conn: &Connection, tag: &str) -> Result<Vec<String>, StoreError> {
    let wanted = plain(tag);
    // From one label to the next: as many looks as there are labels, and not as there are entries.
    let mut every = conn.prepare_cached(
        "WITH RECURSIVE every (tag) AS (
             SELECT min(tag) FROM tag
             UNION ALL
             SELECT (SELECT min(tag) FROM tag WHERE tag.tag > every.tag)
             FROM every WHERE every.tag IS NOT NULL
         )
         SELECT tag FROM every WHERE tag IS NOT NULL",
    )?;
    let mut meant = Vec::new();
    let mut rows = every.query([])?;
    while let Some(row) = rows.next()? {
        let tag: String = row.get(0)?;
        if plain(&tag) == wanted {
            meant.push(tag);
        }
    }
    Ok(meant)
}

/// A label as it is compared. A quote cannot be typed in a search, so it does not count.
fn plain(tag: &str) -> String {
    let folded = fold(tag).replace(['"', '“', '”', '„', '«', '»'], "");
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ")
}
