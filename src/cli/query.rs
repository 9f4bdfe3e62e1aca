//! Reads what is looked for, in the small language of the search box.

use chrono::NaiveDate;

use crate::content::Pack;
use crate::domain::{Query, QueryError, Term};

/// Reads what was typed whole: its last word is not still being typed.
///
/// # Errors
/// [`QueryError`], which says what to type.
pub(super) fn read(pack: &Pack, typed: &str, today: NaiveDate) -> Result<Query, QueryError> {
    let _ = (pack, today);
    Ok(Query {
        terms: typed
            .split_whitespace()
            .map(|word| Term::Word(word.to_owned()))
            .collect(),
        ..Query::default()
    })
}
