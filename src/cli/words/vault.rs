//! What the command line and plain mode say about passphrases, backups and erasing.
//!
//! What the vault itself asks is among its own words; here stands what only a line-by-line
//! front end has to say.

use std::fmt::Display;
use std::io;
use std::path::Path;

// The way in ------------------------------------------------------------------------------

/// Where a passphrase is asked. Neutral: it may stand on a hidden screen.
pub(crate) const PASSPHRASE: &str = "Passphrase: ";
/// When making the key takes its time.
pub(crate) const MAKING_THE_KEY: &str = "Making the key. This can take a few seconds.";
/// Before the first prompt of a person.
pub(crate) const JOURNAL_LOCKED: &str =
    "Your journal is locked. What you type is not shown. Your recovery code works here too.";
/// After one of the first that were not right.
pub(crate) const CAPS_LOCK: &str = "Nothing was changed. See that Caps Lock is off, and try again.";
/// The same on a hidden screen, where nobody is to learn what this is.
pub(crate) const NOT_IT: &str = "That is not it. Try again.";
/// After one that was not right.
pub(crate) const ENTER_LEAVES: &str = "Try as often as you like. Enter alone leaves this prompt.";
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
pub(crate) fn file_not_read(path: &Path, why: &io::Error) -> String {
    let why = match why.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        _ => super::cause(why),
    };
    format!(
        "The passphrase file {} cannot be read: {why}.",
        path.display()
    )
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

// A talk about keeping the words safe -----------------------------------------------------

/// Said once at a list of rows.
pub(crate) const HINT_ROWS: &str =
    "Type a number, then Enter. Type b to go back, or ? for every word.";
/// What Enter alone does at a list of rows.
pub(crate) fn enter_means(words: &str) -> String {
    let end = if words.ends_with(['.', '?', '!', '…']) {
        ""
    } else {
        "."
    };
    format!("Enter alone means: {words}{end}")
}
/// Said once where a secret is asked.
pub(crate) const HINT_SECRET: &str = "What you type here is not shown. Any word may be a passphrase, so no word means something else. An empty line goes back.";
/// What Enter alone takes at a line.
pub(crate) fn enter_takes(starter: &str) -> String {
    format!("Enter alone takes this: {starter}")
}
/// Said once at such a line.
pub(crate) const HINT_PATH: &str = "Here type .b to go back, or .? for every word.";
/// When the person left before they had the code.
pub(crate) const CODE_NOT_KEPT: &str =
    "You have no recovery code yet. To get a new one, type: alongside passphrase";
/// When our own work broke.
pub(crate) const WORK_BROKE: &str =
    "That could not be done. Your journal is one whole journal. Look it over: alongside check";

// Verbs -----------------------------------------------------------------------------------

/// `lock`.
pub(crate) const ABOUT_LOCK: &str = "Lock the journal with a passphrase";
/// `passphrase`.
pub(crate) const ABOUT_PASSPHRASE: &str = "Choose another passphrase";
/// `recover`.
pub(crate) const ABOUT_RECOVER: &str = "Open a locked journal with its recovery code";
/// `unlock`.
pub(crate) const ABOUT_UNLOCK: &str = "Unlock the journal for good";
/// `unlock --for-good`.
pub(crate) const HELP_FOR_GOOD: &str = "Take the passphrase away, so that none is needed";
/// `backup`.
pub(crate) const ABOUT_BACKUP: &str = "Make a backup now";
/// `restore`.
pub(crate) const ABOUT_RESTORE: &str = "Go back to a backup, after a look at what it holds";
/// The backup to go back to.
pub(crate) const HELP_BACKUP: &str =
    "The backup; when it is not said, there is a list to choose from";
/// `check`.
pub(crate) const ABOUT_CHECK: &str = "Look the journal and its backups over";
/// `delete`.
pub(crate) const ABOUT_DELETE: &str = "Take an entry out of the journal";
/// `delete --for-ever`.
pub(crate) const HELP_FOR_EVER: &str = "Erase it, so that it cannot be brought back";
/// `bring-back`.
pub(crate) const ABOUT_BRING_BACK: &str = "Bring back an entry that was taken out";
/// The id of what was taken out.
pub(crate) const HELP_WHOLE_ID: &str = "Which one; without it, what was taken out is listed";
/// `erase`.
pub(crate) const ABOUT_ERASE: &str = "Erase the whole journal with its backups";
/// `settings`.
pub(crate) const ABOUT_SETTINGS: &str =
    "Say or change when words are put away, reminders, and the second folder for backups";
/// `--hide-after`.
pub(crate) const HELP_HIDE_AFTER: &str = "Put the words away after so many minutes; 0 is never";
/// `--remind-after`.
pub(crate) const HELP_REMIND_AFTER: &str = "Remind me of entries older than this; 0 is never";
/// `--backup-folder`.
pub(crate) const HELP_BACKUP_FOLDER: &str = "Keep a second set of backups here, such as on a stick";
/// `--no-backup-folder`.
pub(crate) const HELP_NO_BACKUP_FOLDER: &str = "Keep no second set any more; what is there stays";
/// In place of the second folder.
pub(crate) const NO_SECOND_FOLDER: &str = "none";

/// When the words are put away.
pub(crate) fn hides_after(minutes: u16) -> String {
    match minutes {
        0 => "Put the words away: only when I say so".to_owned(),
        1 => "Put the words away: after 1 minute".to_owned(),
        more => format!("Put the words away: after {more} minutes"),
    }
}

/// When old entries are told of.
pub(crate) fn reminds_after(months: u16) -> String {
    match months {
        0 => "Remind me of old entries: never".to_owned(),
        1 => "Remind me of old entries: after 1 month".to_owned(),
        more => format!("Remind me of old entries: after {more} months"),
    }
}

/// `--new-passphrase-file`.
pub(crate) const HELP_NEW_PASSPHRASE_FILE: &str =
    "Take the new passphrase from the first line of this file, and ask nothing";
/// `--code-file`.
pub(crate) const HELP_CODE_FILE: &str =
    "Write the recovery code to this new file, not to standard output";
/// Below the verbs that ask for secrets.
pub(crate) const AFTER_SECRETS: &str = "\
A passphrase is asked without showing it. Through a pipe each is one line, in the order it is asked.
A file with a passphrase is used only if nobody but you may read it.";

/// After locking without a word.
pub(crate) const LOCKED_NOW: &str = "Your journal is locked now.";
/// Before the code.
pub(crate) const CODE_IS: &str = "Recovery code: ";
/// What it is for.
pub(crate) const KEEP_CODE: &str =
    "Keep it away from this computer. It opens the journal when the passphrase is lost.";
/// Where the code is.
pub(crate) fn code_is_here(path: &Path) -> String {
    format!("The recovery code is in this file: {}", path.display())
}
/// Backups that could not be reached.
pub(crate) fn backups_not_reached(path: &Path) -> String {
    format!(
        "This folder could not be reached: {}. Backups in it were not changed.",
        path.display()
    )
}

/// Where the recovery code is asked.
pub(crate) const RECOVERY_CODE: &str = "Recovery code: ";
/// Said once there.
pub(crate) const HINT_CODE: &str = "Type a few groups at a time, each line with Enter. What you type is not shown. Capitals and spaces do not matter. An empty line leaves.";
/// How far it is.
pub(crate) fn code_so_far(letters: usize, of: usize) -> String {
    format!("So far {letters} of {of}. Go on with the next groups.")
}
/// A letter that is in no code.
pub(crate) fn not_in_a_code(letter: char) -> String {
    format!(
        "The sign {letter} stands in no recovery code. This line does not count: type it again."
    )
}
/// Too many letters.
pub(crate) fn code_too_long(letters: usize, of: usize) -> String {
    format!("A recovery code has {of} letters and digits, and these are {letters}.")
}
/// Too few letters.
pub(crate) fn code_too_short(letters: usize, of: usize) -> String {
    format!("A recovery code has {of} letters and digits, and these are only {letters}.")
}
/// A letter that is in no code, when there is no prompt.
pub(crate) fn letter_in_no_code(letter: char) -> String {
    format!("The sign {letter} stands in no recovery code.")
}
/// A slip.
pub(crate) const CODE_SLIP: &str =
    "One or more letters of the code are not right. Two may have changed places.";
/// The way on after it.
pub(crate) const CODE_ANEW: &str = "Begin it anew, from the first group.";
/// A whole code of something else.
pub(crate) const CODE_OF_ANOTHER: &str =
    "This is a whole recovery code, but not of this journal as it is now.";
/// What to do about it.
pub(crate) const SEE_THE_DATE: &str =
    "Each new passphrase brings a new code. Look for the newest, and type: alongside recover";
/// What to do about a code that is not whole.
pub(crate) const LOOK_AT_CODE: &str = "Look at each group once more, then type: alongside recover";

/// An entry was taken out.
pub(crate) fn taken_out(id: &str) -> String {
    format!("Deleted. To bring it back, type: alongside bring-back {id}")
}

/// When nothing was taken out.
pub(crate) const NONE_TAKEN_OUT: &str = "Nothing is taken out of the journal.";
/// What to do about an id that means none of them.
pub(crate) const SEE_TAKEN_OUT: &str = "To see what was taken out, type: alongside bring-back";

/// No entry that was taken out has this id.
pub(crate) fn not_taken_out(id: &str) -> String {
    format!("No entry that was taken out has the id {id}.")
}

// Their troubles --------------------------------------------------------------------------

/// A journal that is locked already.
pub(crate) const LOCKED_ALREADY: &str = "This journal is locked already.";
/// What else there is.
pub(crate) const CHANGE_OR_UNLOCK: &str =
    "For another passphrase: alongside passphrase. For none: alongside unlock --for-good";
/// A journal that is not locked.
pub(crate) const NOT_LOCKED: &str = "This journal is not locked.";
/// What else there is.
pub(crate) const TO_LOCK_IT: &str = "To lock it with a passphrase, type: alongside lock";
/// `unlock` alone.
pub(crate) const WHAT_UNLOCK_DOES: &str =
    "This takes the passphrase away. Then anyone who has your files can read your words.";
/// What to do.
pub(crate) const HOW_TO_UNLOCK: &str = "To do that, type: alongside unlock --for-good";
/// A journal that was found not to be whole.
pub(crate) const NOT_SOUND: &str = "Part of the journal cannot be read.";
/// What to do.
pub(crate) const SEE_ABOVE: &str =
    "What can be done is said above. To go back to a backup: alongside restore";
/// Answers that ended too early.
pub(crate) const ENDED_EARLY: &str = "The answers ended before all was answered.";
/// What to do.
pub(crate) const ANSWER_ALL: &str =
    "Begin it again at a terminal, or with a line for each question.";
/// A code file that cannot be made.
pub(crate) fn code_file_trouble(path: &Path, why: &impl Display) -> String {
    format!("The file {} cannot be made: {why}.", path.display())
}
/// What to do.
pub(crate) const OTHER_CODE_FILE: &str = "Name another file with --code-file.";

// Backups ---------------------------------------------------------------------------------

/// When the day's own backup could not be made.
pub(crate) fn no_backup(why: &str) -> String {
    format!("Your words are saved, but today's backup could not be made. {why}")
}
/// Said where the passphrase is asked for something that can be done without it.
pub(crate) const WITHOUT_PASSPHRASE: &str =
    "If the passphrase is lost, press Enter alone: this can be done without it.";
/// Before a talk about a journal that cannot be opened.
pub(crate) const WITHOUT_OPENING: &str = "It goes on without opening the journal.";
/// In front of the time of the newest backup.
pub(crate) const WHERE_NEWEST: &str = "Newest backup";
/// When there is none.
pub(crate) const NO_BACKUP_YET: &str = "none yet";
/// In front of whether it is locked.
pub(crate) const WHERE_LOCKED: &str = "Locked";
/// It is.
pub(crate) const IS_LOCKED: &str = "yes, a passphrase opens it";
/// It is not.
pub(crate) const IS_NOT_LOCKED: &str = "no";
/// In front of the second folder.
pub(crate) const WHERE_SECOND: &str = "Second folder for backups";
/// When it is not there.
pub(crate) fn not_there_now(path: &Path) -> String {
    format!("{} (not there now)", path.display())
}
