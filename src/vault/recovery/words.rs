//! The words around the recovery code.

/// Where one is.
pub(super) const TITLE: &str = "Recovery code";
/// The name of the file that is suggested.
pub(super) const FILE: &str = "alongside-recovery-code.txt";

/// When it was just locked.
pub(super) const IS_LOCKED: &str = "Your journal is locked now.";
/// Before how many backups are locked with it.
pub(super) const BACKUPS_TOO: &str = "Locked in the same way:";
/// How backups open that could not be reached.
pub(super) const NOT_REACHED: &str =
    "Backups in it are as they were: they open as before. Erase them when you can.";
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
/// The row that goes back.
pub(super) const BACK_TO_CODE: &str = "Go back to the code";
/// The row that goes on without.
pub(super) const WITHOUT: &str = "Go on without it";

/// Where the page is.
pub(super) fn saved(path: &str) -> String {
    format!("The page is saved here: {path}")
}
