//! What the command line and plain mode say about passphrases, backups and erasing.
//!
//! What the vault itself asks is among its own words; here stands what only a line-by-line
//! front end has to say.

use std::fmt::Display;
use std::path::Path;

// The way in ------------------------------------------------------------------------------

/// Where a passphrase is asked. Neutral: it may stand on a hidden screen.
pub(crate) const PASSPHRASE: &str = "Passphrase: ";
/// When making the key takes its time.
pub(crate) const MAKING_THE_KEY: &str = "Making the key. This can take a few seconds.";
/// Said once, after one that was not right.
pub(crate) const ENTER_LEAVES: &str = "Enter alone leaves. Nothing is locked out.";
/// A recovery code that is not whole.
pub(crate) const CODE_WITH_A_SLIP: &str =
    "That looks like a recovery code with a slip in it. Look at each group, and type it again.";
/// When the person left at the prompt.
pub(crate) const NOTHING_OPENED: &str = "Nothing was opened. Your journal is as it was.";
/// At Enter alone on a hidden screen.
pub(crate) const HIDDEN_AND_LOCKED: &str =
    "Type your passphrase to go on. Ctrl+C leaves. All is saved.";
/// A half line that was set aside.
pub(crate) const YOU_HAD_BEGUN: &str = "You had begun: ";
/// What comes of it.
pub(crate) const GOES_ON_BEHIND: &str = "What you type now goes on behind it. Enter alone ends it.";

// Lists -----------------------------------------------------------------------------------

/// When no entry is so old.
pub(crate) const NONE_SO_OLD: &str = "There is no entry so old.";

// Troubles --------------------------------------------------------------------------------

/// A locked journal, and nobody to ask.
pub(crate) const NEEDS_PASSPHRASE: &str = "This journal is locked, and no passphrase was given.";
/// What to do about it.
pub(crate) const GIVE_PASSPHRASE: &str =
    "Type it at a terminal, or name a file that holds it: --passphrase-file FILE";
/// A locked journal that was left so.
pub(crate) const STILL_LOCKED: &str = "This journal is locked, and was not opened.";
/// What to do about it.
pub(crate) const TRY_OR_RECOVER: &str =
    "Try it again. If the passphrase is lost, type: alongside recover";
/// A passphrase file that cannot be read.
pub(crate) fn file_not_read(path: &Path, why: &impl Display) -> String {
    format!("The passphrase file {} cannot be read: {why}.", path.display())
}
/// What to do about it.
pub(crate) const SEE_THE_NAME: &str = "See that this is its name, and that you may read it.";
/// A passphrase file that is something else.
pub(crate) fn not_a_file(path: &Path) -> String {
    format!("{} is not a file.", path.display())
}
/// What to do about it.
pub(crate) const NAME_A_FILE: &str = "Name a file that has the passphrase in its first line.";
/// A passphrase file that others can read.
pub(crate) fn file_open_to_others(path: &Path) -> String {
    format!("Others may read {}, so it is not used.", path.display())
}
/// What to do about it.
pub(crate) fn make_it_private(path: &Path) -> String {
    format!("To keep it to yourself, type: chmod 600 {}", path.display())
}
/// A passphrase file with nothing in its first line.
pub(crate) fn file_is_empty(path: &Path) -> String {
    format!("There is nothing in the first line of {}.", path.display())
}
