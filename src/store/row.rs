//! What a column's text means.
//!
//! The only place where stored text becomes a domain value and the other way round, so that a
//! journal written by any version is understood in one way.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Row;
use rusqlite::types::Type;

use crate::domain::{CarryAnswer, CarryForward, CarryState, Id, Kind, Length, Listed, Waiting};

/// The columns that [`listed`] reads, of the table `entry`.
pub(super) const LISTED: &str = "entry.id, entry.day, entry.finished_at, entry.finished_offset, \
     entry.kind, entry.length, entry.practice, entry.first_words";

/// Stands after every id there is, where a page begins at the newest.
pub(super) const AFTER_EVERY_ID: &str = "~";

/// Letters of the first words that a list keeps; no row of a screen is wider.
const LISTED_LETTERS: usize = 240;

/// Reads one row of a list.
///
/// A row that says something this version does not know, or that is damaged, must not hide the
/// others, nor itself: it comes as one that cannot be read. Only its id must be one.
pub(super) fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    let finished_at = time(row.get(2).unwrap_or(0), row.get(3).unwrap_or(0));
    let on = day(row, 1).ok();
    let kind = text(row, 4).map(|kind| kind.map(Kind::from_id));
    let length = text(row, 5).ok().flatten().and_then(Length::from_id);
    let practice = row.get(6).ok();
    let words = row.get(7).ok();
    let readable = on.is_some()
        && matches!(kind, Ok(None | Some(Some(_))))
        && length.is_some()
        && practice.is_some()
        && words.is_some();
    Ok(Listed {
        id: id(row, 0)?,
        on: on.unwrap_or_else(|| finished_at.date_naive()),
        finished_at,
        kind: kind.ok().flatten().flatten(),
        length: length.unwrap_or(Length::Standard),
        practice: practice.unwrap_or(false),
        words: words.unwrap_or_default(),
        readable,
    })
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

/// Passes over rows with a text that means nothing; the trouble of a damaged page stays one.
pub(super) fn readable<T>(
    rows: impl Iterator<Item = rusqlite::Result<T>>,
) -> impl Iterator<Item = rusqlite::Result<T>> {
    rows.filter(|row| !row.as_ref().is_err_and(says_nothing))
}

/// Tells whether it is the text of a row that is at fault, and not the file.
pub(super) fn says_nothing(why: &rusqlite::Error) -> bool {
    matches!(
        why,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..)
    )
}

/// Reads an intention as it was made, from `entry, words, made, made_offset`.
pub(super) fn carry(row: &Row<'_>) -> rusqlite::Result<CarryForward> {
    Ok(CarryForward {
        entry: id(row, 0)?,
        words: row.get(1)?,
        made: time(row.get(2)?, row.get(3)?),
        unanswered: 0,
        state: CarryState::Held,
        line: String::new(),
    })
}

/// Reads what became of an intention.
///
/// An answer that this version does not know is an answer all the same, and no blank.
pub(super) fn became(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<CarryAnswer>> {
    let said = text(row, column)?;
    Ok(said.map(|said| CarryAnswer::from_id(said).unwrap_or(CarryAnswer::StillHolding)))
}

/// Reads a plan to tell someone, from `entry, who, day, asked`.
pub(super) fn waiting(row: &Row<'_>) -> rusqlite::Result<Waiting> {
    Ok(Waiting {
        entry: id(row, 0)?,
        who: row.get(1)?,
        on: day(row, 2)?,
        asked: row.get(3)?,
    })
}

/// Reads an id.
pub(super) fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<Id> {
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|why| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(why)))
}

/// Reads a day.
pub(super) fn day(row: &Row<'_>, column: usize) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|why| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(why)))
}

/// Makes a time of UTC milliseconds and the offset of the place in seconds.
pub(super) fn time(ms: i64, offset: i32) -> DateTime<FixedOffset> {
    let utc = DateTime::from_timestamp_millis(ms).unwrap_or(DateTime::UNIX_EPOCH);
    FixedOffset::east_opt(offset)
        .map_or_else(|| utc.fixed_offset(), |offset| utc.with_timezone(&offset))
}

/// Takes a time apart into UTC milliseconds and offset.
pub(super) fn stored_time(at: DateTime<FixedOffset>) -> (i64, i32) {
    (at.timestamp_millis(), at.offset().local_minus_utc())
}

/// Writes a day so that days sort as text.
pub(super) fn stored_day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// Writes the month of a day.
pub(super) fn stored_month(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

/// Cuts the first words to what a list keeps.
pub(super) fn stored_first_words(words: &str) -> String {
    words.chars().take(LISTED_LETTERS).collect()
}
