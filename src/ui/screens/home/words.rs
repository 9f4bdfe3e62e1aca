//! The words of Home.

/// Before the name of the step where a reflection was left.
pub(super) const GO_ON: &str = "Go on where I left off:";
/// A Land that was left.
pub(super) const GO_ON_LAND: &str = "Go on with Land";
/// A form that was left: before what it is for.
pub(super) const GO_ON_FORM: &str = "Go on:";
/// A practice that was left.
pub(super) const GO_ON_PRACTICE: &str = "Go on with practice:";
/// Beside it, until it is filled in: what it is for.
pub(super) const CARD_BLANK: &str = "who I can ring";
/// Beside the row that keeps the words safe, before when the last backup was.
pub(super) const LOCKED: &str = "locked";
/// Beside it.
pub(super) const ALL_SAVED: &str = "all is saved";
/// The same in a made-up journal.
pub(super) const NOTHING_STAYS: &str = "nothing of this stays";
/// After a half-done walk was taken away.
pub(super) const TAKEN_AWAY: &str = "It is taken away. Undo: Ctrl+Z.";
/// The question of Home.
pub(super) const WELCOME: &str = "What would help now?";
