//! What is said when an entry is taken out or comes back.

/// After an entry was taken out.
pub(in crate::ui::screens) const TAKEN_OUT: &str =
    "Taken out. Undo: Ctrl+Z, until you leave the journal.";
/// After it came back.
pub(in crate::ui::screens) const BROUGHT_BACK: &str = "It is back in your journal. Redo: Ctrl+Y.";
