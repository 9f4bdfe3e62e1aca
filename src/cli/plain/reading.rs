//! An entry as a page to read, one fact a line: everything it holds, in the words it answered.

use crate::cli::words;
use crate::content::Pack;
use crate::domain::Entry;
use crate::reflection::{Telling, Told, told};

/// The lines of an entry with its id under the day: what a verb asks for. Nobody types an id in
/// plain mode, where it would only be letters read aloud.
pub(crate) fn page_with_id(pack: &Pack, entry: &Entry) -> Vec<String> {
    let mut lines = page(pack, entry);
    let below_the_day = lines.len().min(1);
    lines.insert(
        below_the_day,
        format!("{}: {}", words::ID, entry.id.short()),
    );
    lines
}

/// The lines of an entry. A blank line stands between its parts.
pub(crate) fn page(pack: &Pack, entry: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    let mut before = None;
    for told in told(pack, entry) {
        // Lines that each bear a label can stand together.
        let stands_with = told.telling == Telling::Own && before == Some(Telling::Own);
        if told.begins && !stands_with {
            lines.push(String::new());
        }
        before = Some(told.telling);
        lines.push(line(told));
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
