//! The words of the list of everything that can be done.

/// The title of the box.
pub(super) const TITLE: &str = "What would you like to do?";
/// In place of what was typed, before anything is.
pub(super) const TYPE: &str = "Type a word to look for, or choose one.";
/// Before what was typed.
pub(super) const LOOKING_FOR: &str = "Looking for:";
/// When no row has the words that were typed.
pub(super) const NOTHING: &str = "Nothing here has that word. Backspace takes a letter back.";
