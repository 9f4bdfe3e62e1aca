//! An entry as a page to read, one fact a line: everything it holds, in the words it answered.

use crate::cli::words;
use crate::content::Pack;
use crate::domain::Entry;
use crate::reflection::{Telling, Told, told};

/// The lines of an entry. A blank line stands between its parts.
///
/// An id is of use only to a verb, which is typed with it; where a room takes numbers, it is noise
/// to whoever hears the page.
pub(crate) fn page(pack: &Pack, entry: &Entry, with_id: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut before = None;
    for told in told(pack, entry) {
        // Lines that each bear a label can stand together.
        let stands_with = told.telling == Telling::Own && before == Some(Telling::Own);
        if told.begins && !stands_with {
            lines.push(String::new());
        }
        before = Some(told.telling);
        let is_day = told.telling == Telling::Day;
        lines.push(line(told));
        if is_day && with_id {
            lines.push(format!("{}: {}", words::ID, entry.id.short()));
        }
    }
    lines
}

fn line(told: Told) -> String {
    let Told { label, words, .. } = told;
    match told.telling {
        Telling::Day => format!("{words}."),
        Telling::About if label.is_empty() => format!("{words}."),
        _ if label.is_empty() => words,
        _ => format!("{label}: {words}"),
    }
}
