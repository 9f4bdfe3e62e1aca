//! Reads what is looked for, in the small language of the search box.

use super::desk::Desk;
use crate::domain::{Query, QueryError, Term};

/// Reads what was typed whole: its last word is not still being typed.
///
/// # Errors
/// [`QueryError`], which says what to type.
pub(super) fn read(desk: &Desk, typed: &str) -> Result<Query, QueryError> {
    let _ = desk;
    Ok(Query {
        terms: typed
            .split_whitespace()
            .map(|word| Term::Word(word.to_owned()))
            .collect(),
        ..Query::default()
    })
}
