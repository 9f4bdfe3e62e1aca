//! The words of locking and of another passphrase.

/// Where one is, when the journal is locked for the first time.
pub(super) const LOCK: &str = "Lock with a passphrase";
/// Where one is, with another passphrase.
pub(super) const CHANGE: &str = "Another passphrase";
/// Where one is, after the passphrase was lost.
pub(super) const RECOVER: &str = "A new passphrase";

/// The sentence for it; the first run says it too.
pub const FOR: &str = "Only someone who knows it can read the journal.";
/// The sentence against it; the first run says it too.
pub const AGAINST: &str = "If both the passphrase and the recovery code are lost, nobody can open it, and we cannot help.";
/// The row that goes on.
pub(super) const CHOOSE: &str = "Choose a passphrase";
/// The row that does not.
pub(super) const NOT_NOW: &str = "Not now";

/// Before it is changed.
pub(super) const FIRST_CURRENT: &str =
    "First, what opens the journal now. A wrong one costs nothing.";
/// After it was opened with the code.
pub(super) const OPENED_WITH_CODE: &str =
    "The recovery code opened your journal. Now choose a new passphrase. A new code comes with it.";
/// What is so without a new one.
pub(super) const FORGOTTEN_STAYS: &str =
    "The passphrase you forgot is still the one that locks it.";
/// What can be done then.
pub(super) const CODE_GOES_ON: &str = "Your recovery code goes on working.";
/// The row that chooses one after all.
pub(super) const CHOOSE_NEW: &str = "Choose a new passphrase";
/// What a passphrase may be.
pub(super) const NO_RULES: &str =
    "A few words are easy to keep in mind. There are no rules, and you can paste it.";
/// Before the line.
pub(super) const NEW: &str = "The new passphrase";
/// Before it is asked again.
pub(super) const SAME_AGAIN: &str = "Type it once more, so that no slip locks you out.";
/// Before that line.
pub(super) const AGAIN: &str = "The same once more";
/// When they are not the same.
pub(super) const DIFFER: &str = "These two are not the same. Nothing is changed.";
/// The row that keeps the first.
pub(super) const TYPE_AGAIN: &str = "Type the second one again";
/// The row that keeps neither.
pub(super) const OTHER: &str = "Keep neither, and choose anew";
/// While it is done.
pub(super) const BUSY: &str = "Locking the journal and its backups. This can take a minute.";
/// What that means for the words.
pub(super) const BUSY_SAFE: &str =
    "Your words are safe all the while: there is always one whole journal.";
