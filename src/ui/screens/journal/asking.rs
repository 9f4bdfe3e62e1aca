//! What was typed, taken for a search, and where a text has it.

use std::ops::Range;

use chrono::NaiveDate;

use crate::content::Pack;
use crate::domain::{HeadingId, Query, QueryError};

/// Reads what was typed.
pub(super) fn parse(text: &str, pack: &Pack, today: NaiveDate) -> Result<Query, QueryError> {
    Query::parse(text, today, &headings(pack))
}

/// Says a search the way it is typed.
pub(super) fn print(query: &Query, pack: &Pack) -> String {
    query.print(&headings(pack))
}

fn headings(pack: &Pack) -> Vec<(HeadingId, String)> {
    let sets = pack.sets.iter();
    sets.map(|set| (HeadingId::new(set.id.as_str()), set.name.clone()))
        .collect()
}

/// Finds what was searched for in the texts of one entry: within longer words only where it stands
/// nowhere by itself, as then that is why the entry was found.
pub(in crate::ui::screens) fn hits(query: &Query, texts: &[&str]) -> Vec<Vec<Range<usize>>> {
    let hits = |parts| -> Vec<Vec<Range<usize>>> {
        let texts = texts.iter();
        texts.map(|text| query.hits(text, parts)).collect()
    };
    let whole = hits(false);
    if whole.iter().any(|hits| !hits.is_empty()) || !query.has_parts() {
        return whole;
    }
    hits(true)
}
