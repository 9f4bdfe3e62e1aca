//! The words of the full screen that belong to no pack.

/// The name in the window's title.
pub const TITLE: &str = "Alongside";
/// The title and the page of a hidden screen.
pub const NOTES: &str = "Notes";
/// At the foot of a hidden screen.
pub const NOTES_BACK: &str = "Ctrl+L  open";
/// Home.
pub const HOME: &str = "Alongside";
/// What Ctrl+S says.
pub const ALREADY_SAVED: &str = "There is no need: everything is saved as you type.";
/// What Esc says on Home.
pub const ESC_LEAVES: &str = "Press Esc again to leave. All is saved.";
/// The same in a made-up journal.
pub const ESC_LEAVES_MADE_UP: &str = "Press Esc again to leave. Nothing of this journal stays.";
/// In the top row of a made-up journal, before where one is.
pub const MADE_UP: &str = "Made up";
/// After why something is not saved.
pub const STILL_HERE: &str = "Your words are still here, and are tried again by themselves.";
/// What is said to someone who wants to go while words are not on disk.
pub const NOT_LEFT: &str =
    "Your words are not on the disk yet, so this page stays open. Ctrl+P can save a copy.";
/// What Ctrl+C says while words are not on disk.
pub const CTRL_C_UNSAVED: &str =
    "Some words are not on the disk yet. Ctrl+P can save a copy. Ctrl+Q leaves.";
/// On a screen that is too small to work in, while words are not on disk.
pub const TOO_SMALL_UNSAVED: &str =
    "Your words are still here. Make the window larger to go on: it is now";
/// What Ctrl+C says.
pub const CTRL_C: &str = "Nothing is lost. Ctrl+Q leaves.";
/// What Ctrl+V says when nothing was copied inside.
pub const NOTHING_COPIED: &str =
    "Nothing was copied in here. Your terminal pastes with Ctrl+Shift+V or a right click.";
/// What is said when there is nothing to undo.
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo here.";
/// What a letter says that is no answer.
pub const TAB_TO_WRITE: &str = "Tab to write. The letters on the left are the answers.";
/// Below a page that goes on.
pub const MORE_BELOW: &str = "more below";
/// The same where the arrows are for something else.
pub const MORE_BY_PAGE: &str = "more below: PageDown";
/// In the top row when all is on disk.
pub const SAVED: &str = "saved";
/// In the top row before a reason.
pub const NOT_SAVED: &str = "not saved:";
/// On a screen that is too small to work in.
pub const TOO_SMALL: &str = "Your work is saved. Make the window larger to go on: it is now";
/// The same, while nothing of the journal may be in sight.
pub const TOO_SMALL_VEILED: &str = "Make the window larger to go on: it is now";
/// Between the columns and the rows of a size.
pub const BY: &str = "by";
/// When the mouse is taken.
pub const MOUSE_ON: &str = "The mouse works in here again.";
/// When the mouse is let go.
pub const MOUSE_OFF: &str = "Your terminal can select text with the mouse now.";
/// When a text was copied inside.
pub const COPIED: &str = "Copied. Ctrl+V puts it in again.";
