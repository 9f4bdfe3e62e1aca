//! The words of the page to read on a hard day: very few.

/// Where one is.
pub(in crate::rooms) const TITLE: &str = "My strengths";
/// The one line over them.
pub(super) const GENTLE: &str = "I wrote these. They still stand.";
/// When there is none.
pub(super) const NONE: &str =
    "What you stand by, however small, will be here in your own words, to read on a hard day.";
/// How to begin.
pub(super) const HOW: &str = "Every reflection asks for one such line near its end.";
