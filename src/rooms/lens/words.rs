//! The words around the words lens.

/// Where one is.
pub(super) const TITLE: &str = "My words";
/// The first thing it says.
pub(super) const OWN_WORDS_WIN: &str =
    "People's own words for themselves always win. So do yours, if they are the true ones.";
/// What it does not do.
pub(super) const NOTHING_KEPT: &str =
    "Nothing here is kept or counted. These are other ways to say it, for you to take or leave.";
/// When there is nothing to show.
pub(super) const NONE: &str = "None of the words it looks for stand in this entry.";
/// When the entry is gone.
pub(super) const NOT_THERE: &str = "This entry is not in your journal now.";

/// A word that was seen, and other ways to say it.
pub(super) fn other_ways(said: &str, swaps: &str) -> String {
    format!("Here it says “{said}”. Other ways to say it: {swaps}.")
}

/// When there are more than are shown.
pub(super) fn and_more(count: usize) -> String {
    match count {
        1 => "One more is not shown here.".to_owned(),
        _ => format!("{count} more are not shown here."),
    }
}

/// The row that changes a part.
pub(super) fn change(part: &str) -> String {
    format!("Change: {part}")
}
