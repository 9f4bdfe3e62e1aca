//! The words of the minute before a session: slow, and few.

/// Where one is; the session goes by its name here.
pub(super) const TITLE: &str = "Before a {session}";
/// What this is.
pub(super) const SLOW: &str = "One minute. There is nothing to answer, and nothing is kept.";
/// A breath.
pub(super) const BREATHE: &str = "Both feet on the floor. One slow breath out.";
/// Over the intention.
pub(super) const HELD: &str = "Something I am still holding, in my own words:";
/// When there is none.
pub(super) const NONE_HELD: &str = "Nothing is held from before. That is fine.";
/// Over the heading.
pub(super) const IN_MIND: &str = "One thing to hold in mind";
/// Over its question.
pub(super) const AFTERWARDS: &str = "Afterwards I may ask myself:";
/// Leaves.
pub(super) const READY: &str = "I am ready";
/// The next heading.
pub(super) const ANOTHER: &str = "Another heading";
