//! The words of the help screen that belong to no pack.

/// In the top row.
pub(super) const HELP: &str = "Help";
/// In the top row over the keys.
pub(super) const KEYS: &str = "Keys";
/// Over the keys of the screen below.
pub(super) const HERE: &str = "On this screen";
/// Over the keys of writing.
pub(super) const WRITING: &str = "While you write";
/// Over the keys that work on every screen.
pub(super) const EVERYWHERE: &str = "Everywhere";
/// Over the pages.
pub(super) const TO_READ: &str = "To read";
/// Between two keys that do the same.
pub(super) const OR: &str = " or ";
/// When a key was chosen that only makes sense on the screen below.
pub(super) const WORKS_THERE: &str =
    "This key works on the screen you came from. Esc goes back to it.";
/// In place of a page that is not there.
pub(super) const NO_PAGE: &str = "There is no such page in your words.";
