//! The last words of a walk.

/// In the top row, when it was kept.
pub(super) const KEPT: &str = "Kept";
/// In the top row, when it was let go.
pub(super) const LET_GO: &str = "Let go";
/// What is said when it was let go.
pub(super) const IT_IS_LET_GO: &str = "It is let go. Nothing of it is kept.";
/// How to have it back.
pub(super) const UNDO: &str = "Undo: Ctrl+Z, until you leave this page.";
/// The first row after a try: back to where it was opened.
pub(super) const GO_ON: &str = "Go on";
/// The first row.
pub(super) const HOME: &str = "Home";
/// The second row.
pub(super) const LEAVE: &str = "Leave Alongside";
