//! What the index is asked for.
//!
//! Every word is quoted: what a person types is never a command to the index. A beginning of up to
//! three letters has an index of its own. The words that a longer one may become are few, and each
//! of them is asked for whole: the index would otherwise gather all of their entries first.

use rusqlite::Connection;

use super::super::StoreError;
use super::terms;
use crate::domain::Needle;

/// The longest beginning that has an index of its own.
const INDEXED: usize = 3;
/// Words that a beginning may become, to be asked for one by one.
const MOST_WORDS: usize = 64;

/// What finds the entries that hold all of these; `None` when there can be none.
pub(super) fn of(conn: &Connection, needles: &[Needle]) -> Result<Option<String>, StoreError> {
    let mut parts = Vec::with_capacity(needles.len());
    for needle in needles {
        match one(conn, needle)? {
            Some(part) => parts.push(part),
            None => return Ok(None),
        }
    }
    Ok(Some(parts.join(" AND ")))
}

/// What finds the entries that hold this one.
pub(super) fn one(conn: &Connection, needle: &Needle) -> Result<Option<String>, StoreError> {
    let typed: Vec<&str> = needle.words.iter().map(|it| it.typed.as_str()).collect();
    let whole = quoted(&typed.join(" "));
    let Some((last, before)) = needle.words.split_last().filter(|_| needle.is_open) else {
        return Ok(Some(whole));
    };
    if last.folded.chars().count() <= INDEXED || !folds_alike(&last.typed) {
        return Ok(Some(format!("{whole} *")));
    }
    let words = terms::beginning_with(conn, &last.folded, MOST_WORDS + 1)?;
    if words.len() > MOST_WORDS {
        return Ok(Some(format!("{whole} *")));
    }
    let before: Vec<&str> = before.iter().map(|it| it.typed.as_str()).collect();
    let before = before.join(" ");
    let each = words.iter().map(|word| format!("{before} {word}"));
    Ok(any(each))
}

/// What finds the entries that hold any of these; `None` when there are none.
pub(super) fn any(texts: impl Iterator<Item = String>) -> Option<String> {
    let each: Vec<String> = texts.map(|text| quoted(&text)).collect();
    (!each.is_empty()).then(|| format!("({})", each.join(" OR ")))
}

fn quoted(words: &str) -> String {
    // Words are letters and digits, but nothing is left to that.
    format!("\"{}\"", words.replace(['"', '\0'], " "))
}

/// Tells whether the index folds these letters as we do. Of others that is not certain, so the
/// index is left to look for them itself.
fn folds_alike(typed: &str) -> bool {
    typed.chars().all(|c| c < '\u{100}' && c != 'µ')
}
