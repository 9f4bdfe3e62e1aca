//! What the index knows of an entry beside its words.
//!
//! Each mark is a word that nobody can type. So the index itself finds the few entries that fit a
//! filter, newest first, also beside a word or another filter that very many fit: going through all
//! of those at each key would take longer the more there are. Which marks an entry has is said in
//! one place only, the view `marked` (`0003_search.sql`). A mark may promise a little too much, such
//! as the month of a day; the conditions on the rows have the last word.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::super::StoreError;
use crate::domain::Query;

/// What each mark begins with: no word that is typed holds it.
const SIGN: char = '\u{E000}';
/// Months and years that are asked for at once. A longer span is left to the conditions.
const MOST_SPANS: usize = 60;

/// What the index is asked for, so that only what can fit the filters is looked at. All of these
/// must be met. `tags` are the spellings of the label that is asked for.
pub(super) fn of(
    conn: &Connection,
    query: &Query,
    tags: &[String],
) -> Result<Vec<String>, StoreError> {
    let mut all = Vec::new();
    let mut one = |mark: String| all.push(any(&[mark]));
    if let Some(kind) = query.kind {
        one(format!("k{}", hex(kind.id())));
    }
    if let Some(stage) = query.stage {
        one(format!("s{}", hex(stage.id())));
    }
    if let Some(length) = query.length {
        one(format!("l{}", hex(length.id())));
    }
    if let Some(flagged) = query.flagged {
        one(format!("f{}", u8::from(flagged)));
    }
    if let Some(carries) = query.carries {
        one(format!("c{}", u8::from(carries)));
    }
    match (&query.heading, query.answer) {
        (Some(heading), Some(answer)) => {
            one(format!("h{}a{}z", hex(heading.as_str()), hex(answer.id())));
        }
        (Some(heading), None) => one(format!("h{}", hex(heading.as_str()))),
        (None, Some(answer)) => one(format!("a{}", hex(answer.id()))),
        (None, None) => {}
    }
    if !tags.is_empty() {
        let tags: Vec<String> = tags.iter().map(|tag| format!("t{}", hex(tag))).collect();
        all.push(any(&tags));
    }
    if query.since.is_some() || query.until.is_some() {
        all.extend(spans(conn, query)?.map(|spans| any(&spans)));
    }
    // Nearly every entry is real. Alone, that is no reason to ask the index: a list of the whole
    // journal needs none, and must be there where the index is damaged.
    if query.is_practice() || query.has_terms() || !all.is_empty() {
        all.push(practice(query.is_practice()));
    }
    Ok(all)
}

/// What the index is asked for, so that only practice is looked at, or only what is real.
pub(in crate::store) fn practice(is_practice: bool) -> String {
    any(&[format!("p{}", u8::from(is_practice))])
}

fn any(marks: &[String]) -> String {
    let each: Vec<String> = marks
        .iter()
        .map(|mark| format!("\"{SIGN}{mark}\""))
        .collect();
    format!("marks : ({})", each.join(" OR "))
}

/// Letters and digits only, so that the index takes any text for one word.
fn hex(text: &str) -> String {
    text.bytes().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The years and months that the days asked for are in, so far as there are entries; `None` when the
/// index is not to be asked.
fn spans(conn: &Connection, query: &Query) -> Result<Option<Vec<String>>, StoreError> {
    let ends: (Option<String>, Option<String>) = conn
        .prepare_cached(
            "SELECT (SELECT min(day) FROM entry INDEXED BY entry_by_day WHERE deleted = 0),
                    (SELECT max(day) FROM entry INDEXED BY entry_by_day WHERE deleted = 0)",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (Some(first), Some(last)) = (day(ends.0), day(ends.1)) else {
        return Ok(None);
    };
    let first = query.since.map_or(first, |since| since.max(first));
    let last = query.until.map_or(last, |until| until.min(last));
    let mut spans = Vec::new();
    let (mut year, mut month) = (first.year(), first.month());
    while (year, month) <= (last.year(), last.month()) && spans.len() <= MOST_SPANS {
        if month == 1 && year < last.year() {
            spans.push(format!("y{year:04}"));
            year += 1;
        } else {
            spans.push(format!("m{year:04}{month:02}"));
            (year, month) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
        }
    }
    if spans.is_empty() {
        // A month that no entry is in.
        spans.push("m".to_owned());
    }
    Ok((spans.len() <= MOST_SPANS).then_some(spans))
}

/// A day that is none, on a damaged row, tells nothing of the ends.
fn day(stored: Option<String>) -> Option<NaiveDate> {
    stored?.parse().ok()
}
