//! The words of pages of moments.

/// Where one is.
pub(in crate::rooms) const TITLE: &str = "My moments";
/// Over them.
pub(super) const UNDER: &str = "The newest first. Choose one to read the whole of it.";
/// When there is none.
pub(super) const NONE: &str =
    "Each moment you choose to keep will be here, in your own words: what you did, said or felt.";
/// How to begin.
pub(super) const HOW: &str = "A reflection asks for one moment. One line is plenty.";
/// When there is nothing under a sign.
pub(super) const NONE_UNDER: &str = "There is nothing under this yet.";
/// Goes beyond the window.
pub(super) const FURTHER: &str = "From further back, too";
/// An answer whose question is not known any more.
pub(in crate::rooms) const NO_WORDS: &str = "An answer without a line";
/// In the place of one that was counted and cannot be read.
pub(in crate::rooms) const UNREADABLE: &str = "One that cannot be read";
