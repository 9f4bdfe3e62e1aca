//! Words of the room for support.

/// Over the room.
pub(super) const ROOM: &str = "What keeps me well in this work";
/// How the card is found elsewhere.
pub(super) const CARD_KEY: &str =
    "Your support card is one key away wherever you are. Here you can fill it in with time.";
/// That nobody is told.
pub(super) const STAYS: &str = "All of this stays on your machine. No one has been told.";
/// Fills the card in.
pub(super) const FILL: &str = "Put people and numbers on the card";
/// Over the stories.
pub(super) const STORY: &str = "Sharing my story";
/// Goes on with one.
pub(super) const GO_ON: &str = "Go on with the one I began";
/// Begins one.
pub(super) const NEW_STORY: &str = "Think it through before I share";
/// Goes back.
pub(super) const BACK: &str = "Go back";

// Keeping well ----------------------------------------------------------------------------

/// Writes the page.
pub(super) const WRITE: &str = "Write on it";
/// Changes the page.
pub(super) const CHANGE: &str = "Change it";

// Sharing my story ------------------------------------------------------------------------

/// While it rests.
pub(super) const RESTS: &str = "This rests until you have shared, or chose not to";
/// Under it.
pub(super) const RESTS_UNDER: &str = "You find it again here and on the first page.";
/// Leaves it there.
pub(super) const LATER: &str = "Let it rest for now";
/// Goes on.
pub(super) const AFTER: &str = "Write what it was like";
/// Changes the first page.
pub(super) const CHANGE_BEFORE: &str = "Change what I wrote before";
/// Keeps it without the second page.
pub(super) const KEEP_AS_IT_IS: &str = "Keep it in my journal as it is";
/// Lets it go.
pub(super) const LET_GO: &str = "Let it go";
/// Asks if it is meant.
pub(super) const LET_GO_ASK: &str = "Let this go for good?";
/// What goes.
pub(super) const LET_GO_UNDER: &str = "What you wrote here is erased. Your journal stays as it is.";
/// The safe row.
pub(super) const KEEP: &str = "Keep it";
/// It is an entry.
pub(super) const KEPT: &str = "It is in your journal. You can leave it here.";
/// It is gone.
pub(super) const GONE: &str = "It is gone. You can think it through again any time.";
