//! The words around the recovery code.

use chrono::NaiveDate;

/// Where one is.
pub(super) const TITLE: &str = "Recovery code";
/// The name of the file that is suggested.
pub(super) const FILE: &str = "alongside-recovery-code.txt";

/// When it was just locked.
pub(super) const IS_LOCKED: &str = "Your journal is locked now.";
/// When it has another passphrase.
pub(super) const IS_CHANGED: &str = "Your journal has its new passphrase now.";
/// What that means for the code from before.
pub(super) const OLD_CODE: &str = "The code you had before opens nothing any more.";
/// The same, when there are files that still have the passphrase from before.
pub(super) const OLD_CODE_HERE: &str = "The code you had before does not open it any more.";
/// Before how many backups are locked with it.
pub(super) const BACKUPS_TOO: &str = "Locked in the same way:";
/// How backups stand that could not be reached, when it was never locked before.
pub(super) const NOT_LOCKED_THERE: &str = "Backups in it are not locked: anyone who has that disk \
     can read them. They are locked with the next backup there.";
/// How backups open that could not be reached, when it was locked before.
pub(super) const AS_BEFORE: &str =
    "Backups in it still open with the passphrase you had, until the next backup there.";
/// What the code is.
pub(super) const WHAT_IT_IS: &str = "This is the time to keep the recovery code. It opens the \
     journal when the passphrase is lost. It is not shown again later.";
/// The row that saves it.
pub(super) const SAVE: &str = "Save it to a file";
/// The row that prints it.
pub(super) const PRINT: &str = "Print it";
/// The row that shows it.
pub(super) const SHOW: &str = "Show it here";
/// The row that goes on.
pub(super) const HAVE_IT: &str = "I have it";

/// Before the name of the file.
pub(super) const ON_A_STICK: &str = "A stick that you take with you is best. Beside the journal, \
     the code would open it for whoever finds both.";
/// Before the line.
pub(super) const SAVE_TO: &str = "The file, or a folder";
/// While it is saved.
pub(super) const SAVING: &str = "Saving the page.";
/// While it is printed.
pub(super) const PRINTING: &str = "Sending the page to the printer.";
/// When it was sent.
pub(super) const PRINTED: &str =
    "The page is on its way to the printer. Fetch it soon, and see that it is whole.";
/// Over the code.
pub(super) const COPY_IT: &str =
    "Copy it onto paper. Capitals and spaces do not matter, and there is no letter O or I in it.";

/// When they go without it.
pub(super) const NOT_TAKEN: &str = "The code was not saved, printed or shown. Without it, a lost \
     passphrase means that nobody can open the journal.";
/// How to have one later.
pub(super) const ANOTHER_CODE: &str =
    "You can have a new one at any time: choose another passphrase, or the same one again.";
/// The row that goes back.
pub(super) const BACK_TO_CODE: &str = "Go back to the code";
/// The row that goes on without.
pub(super) const WITHOUT: &str = "Go on without it";

/// The name that is suggested when there is a file of the first one.
pub(super) fn file_of(day: NaiveDate) -> String {
    format!("alongside-recovery-code-{day}.txt")
}

/// Where the page is.
pub(super) fn saved(path: &str) -> String {
    format!("The page is saved here: {path}")
}
