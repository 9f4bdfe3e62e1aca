//! The words of what was taken out.

/// Where one is; the row that leads here as well.
pub(in crate::rooms) const TITLE: &str = "Entries I took out";
/// Over the list.
pub(super) const UNDER: &str =
    "They are in no list and no search. Choose one to read its first words, or to bring it back.";
/// When there is none.
pub(super) const NONE: &str = "Nothing is taken out now. What you remove from your journal waits here until you bring it back or delete it for ever.";
/// Where an entry has no words to show.
pub(super) const NO_WORDS: &str = "An entry with no words of its own";
/// The row that brings it back.
pub(super) const BRING_BACK: &str = "Bring it back";
/// The row that deletes it.
pub(super) const ERASE: &str = "Delete it for ever";
/// The row that goes back to the list.
pub(super) const TO_LIST: &str = "Back to the list";
/// After it was brought back.
pub(super) const IS_BACK: &str = "It is back in your journal.";
