//! What is said when an entry is removed or comes back.

/// After an entry was removed.
pub(in crate::ui::screens) const TAKEN_OUT: &str =
    "Removed. Undo: Ctrl+Z in the journal, until you leave Alongside.";
/// After it came back.
pub(in crate::ui::screens) const BROUGHT_BACK: &str = "It is back in your journal. Redo: Ctrl+Y.";
