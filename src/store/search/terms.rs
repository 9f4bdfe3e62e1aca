//! The list of every word of the index.
//!
//! A part of a word is looked for among the words, which are some ten thousand, and not in all that
//! was ever written. The index itself takes the words apart, so that they are folded in exactly
//! its way.

use rusqlite::Connection;

use super::super::StoreError;

/// Adds the words of a text.
pub(in crate::store) fn learn(conn: &Connection, text: &str) -> Result<(), StoreError> {
    // In memory, as everything of that kind is.
    conn.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.new_words USING fts5 (
             words, content = '', columnsize = 0, detail = 'none',
             tokenize = 'unicode61 remove_diacritics 2'
         );
         CREATE VIRTUAL TABLE IF NOT EXISTS temp.new_term USING fts5vocab (temp, new_words, row);",
    )?;
    conn.prepare_cached("INSERT INTO temp.new_words (rowid, words) VALUES (1, ?1)")?
        .execute([text])?;
    conn.prepare_cached("INSERT OR IGNORE INTO term (term) SELECT term FROM temp.new_term")?
        .execute([])?;
    conn.prepare_cached("INSERT INTO temp.new_words (new_words) VALUES ('delete-all')")?
        .execute([])?;
    Ok(())
}

/// Makes the list anew from what the index holds, so that no erased word stays in it.
pub(in crate::store) fn make_anew(conn: &Connection) -> Result<(), StoreError> {
    Ok(conn.execute_batch(
        "DELETE FROM term;
         CREATE VIRTUAL TABLE temp.every_term USING fts5vocab (main, search, row);
         INSERT INTO term (term)
         SELECT term FROM temp.every_term WHERE term NOT LIKE char(57344) || '%';
         DROP TABLE temp.every_term;",
    )?)
}

/// The words that begin so, at most this many.
pub(super) fn beginning_with(
    conn: &Connection,
    beginning: &str,
    most: usize,
) -> Result<Vec<String>, StoreError> {
    let mut words =
        conn.prepare_cached("SELECT term FROM term WHERE term >= ?1 AND term < ?2 LIMIT ?3")?;
    let end = format!("{beginning}{}", char::MAX);
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = words.query_map((beginning, end, most), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The words that hold this part; `None` when it was stopped.
pub(super) fn holding(
    conn: &Connection,
    part: &str,
    stopped: &dyn Fn() -> bool,
) -> Result<Option<Vec<String>>, StoreError> {
    let mut words = conn.prepare_cached("SELECT term FROM term WHERE instr(term, ?1)")?;
    let mut rows = words.query([part])?;
    let mut holding = Vec::new();
    while let Some(row) = rows.next()? {
        if stopped() {
            return Ok(None);
        }
        holding.push(row.get(0)?);
    }
    Ok(Some(holding))
}
