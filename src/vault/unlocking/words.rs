//! The words of unlocking for good.

/// Where one is.
pub(super) const TITLE: &str = "Unlock for good";
/// Before anything is done.
pub(super) const FIRST_CURRENT: &str =
    "First, what opens the journal now. A wrong one costs nothing.";
/// What it means.
pub(super) const THEN: &str = "Then no passphrase is asked any more. Whoever can open your files can read the journal and its backups.";
/// The row that leaves it.
pub(super) const KEEP_LOCKED: &str = "Keep it locked";
/// The row that does it.
pub(super) const UNLOCK: &str = "Unlock it for good";
/// While it is done.
pub(super) const BUSY: &str = "Unlocking the journal and its backups. This can take a minute.";
/// When it is done.
pub(super) const UNLOCKED: &str =
    "Your journal is not locked any more. The old recovery code is of no use now.";
/// Before how many backups are unlocked with it.
pub(super) const BACKUPS_TOO: &str = "Unlocked as well:";
/// How backups open that could not be reached.
pub(super) const STILL_LOCKED: &str = "Backups in it still open with the passphrase you had.";
