//! What a column's text means.
//!
//! The only place where stored text becomes a domain value and the other way round, so that a
//! journal written by any version is understood in one way.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Row;
use rusqlite::types::Type;

use crate::domain::{
    CarryAnswer, CarryForward, CarryState, Id, Kind, LastTime, Length, Listed, Waiting,
};

/// The columns that [`listed`] reads, of the table `entry`.
pub(super) const LISTED: &str = "entry.id, entry.day, entry.finished_at, entry.finished_offset, \
     entry.kind, entry.length, entry.practice, entry.first_words";

/// Letters of the first words that a list keeps; no row of a screen is wider.
const LISTED_LETTERS: usize = 240;

/// Reads one row of a list.
///
/// A kind or length that this version does not know must not hide the row: the entry itself says
/// what is wrong when it is opened.
pub(super) fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        id: id(row, 0)?,
        on: day(row, 1)?,
        finished_at: time(row.get(2)?, row.get(3)?),
        kind: row.get_ref(4)?.as_str_or_null()?.and_then(Kind::from_id),
        length: Length::from_id(row.get_ref(5)?.as_str()?).unwrap_or(Length::Standard),
        practice: row.get(6)?,
        words: row.get(7)?,
        readable: true,
    })
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

/// Reads what one walk said about an intention, from `answer, line`.
///
/// An answer that this version does not know is an answer all the same, and no blank.
pub(super) fn heard(row: &Row<'_>, of: Id) -> rusqlite::Result<LastTime> {
    let said = row.get_ref(0)?.as_str_or_null()?;
    Ok(LastTime {
        of,
        answer: said.map(|said| CarryAnswer::from_id(said).unwrap_or(CarryAnswer::StillHolding)),
        line: row.get(1)?,
    })
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
