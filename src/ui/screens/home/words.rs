//! The words of Home.

/// Land.
pub(super) const LAND: &str = "Land: ninety seconds, whatever it is";
/// A reflection.
pub(super) const REFLECT: &str = "Begin a reflection";
/// Before the name of the step where a reflection was left.
pub(super) const GO_ON: &str = "Go on where I left off:";
/// A Land that was left.
pub(super) const GO_ON_LAND: &str = "Go on with Land";
/// A practice that was left.
pub(super) const GO_ON_PRACTICE: &str = "Go on with practice:";
/// On a shared computer, whatever it is.
pub(super) const ONE_WAITING: &str = "One thing is waiting";
/// Before who it was.
pub(super) const PLANNED: &str = "You planned to speak to";
/// When it was not said who.
pub(super) const SOMEONE: &str = "someone";
/// The journal.
pub(super) const JOURNAL: &str = "My journal";
/// The support card.
pub(super) const CARD: &str = "My support card";
/// Beside it, until it is filled in: what it is for.
pub(super) const CARD_BLANK: &str = "who I can ring";
/// Practice.
pub(super) const PRACTISE: &str = "Practise on a made-up session";
/// Settings.
pub(super) const SETTINGS: &str = "How Alongside looks and works";
/// Help.
pub(super) const HELP: &str = "Help";
/// About.
pub(super) const ABOUT: &str = "What this is and is not";
/// Leave.
pub(super) const LEAVE: &str = "Leave";
/// Beside it.
pub(super) const ALL_SAVED: &str = "all is saved";
/// After a half-done walk was taken away.
pub(super) const TAKEN_AWAY: &str = "It is taken away. Undo: Ctrl+Z.";
/// The question of Home.
pub(super) const WELCOME: &str = "What would help now?";
