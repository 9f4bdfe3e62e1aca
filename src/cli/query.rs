//! Reads what is looked for, in the small language of the search box.
//!
//! Its last word is taken for the beginning of one, as on the screen: whoever types the same here
//! and there finds the same.

use chrono::NaiveDate;

use crate::content::Pack;
use crate::domain::{HeadingId, Query, QueryError};

/// Reads what was typed.
///
/// # Errors
/// [`QueryError`], which says what to type.
pub(super) fn read(pack: &Pack, typed: &str, today: NaiveDate) -> Result<Query, QueryError> {
    let headings: Vec<(HeadingId, String)> = pack
        .sets
        .iter()
        .map(|set| (HeadingId::new(&*set.id), set.name.clone()))
        .collect();
    Query::parse(typed, today, &headings)
}
