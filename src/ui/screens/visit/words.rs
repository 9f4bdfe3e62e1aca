//! The few words around a leaf.

/// While the journal is read for longer than a moment.
pub(super) const ONE_MOMENT: &str = "One moment. I am reading your journal.";
/// The room of support, in the top row.
pub(super) const SUPPORT: &str = "Support";
