//! What the runtime says to the person.

use std::path::Path;

use crate::config::ConfigError;
use crate::store::StoreError;
use crate::ui::effect::Trouble;

/// The first line of a page from a made-up journal.
pub(super) const MADE_UP: &str = "This is from a made-up journal.";
/// When the full screen cannot be shown.
pub(super) const NO_TERMINAL: &str = "This terminal cannot show Alongside in full screen.";
/// When nothing was written.
pub(super) const JOURNAL_UNTOUCHED: &str = "Your journal is as it was.";
/// What to do without a full screen.
pub(super) const TRY_PLAIN: &str = "It also works line by line: alongside --plain";
/// After a fault of ours.
pub(super) const STOPPED: &str = "Alongside met a fault of its own and had to stop.";
/// When everything was saved all the same.
pub(super) const ALL_SAVED: &str = "Your words are saved.";
/// What to do after a fault.
pub(super) const START_AGAIN: &str = "Start it again, and it offers to go on where you were.";
/// When the last words went into a file.
pub(super) const IN_A_FILE: &str = "They are in a file of their own.";
/// When the last words went into a file that is locked like the journal.
pub(super) const IN_A_LOCKED_FILE: &str =
    "They are in a file of their own, which your passphrase opens.";
/// When the last words are only in sight.
pub(super) const REST_IS_SAVED: &str = "What was saved before is still there.";
/// When nothing takes the words.
pub(super) const MAKE_ROOM: &str = "Make some room on the disk, then start again.";

/// What cannot be done for a journal that is not open.
pub(super) const NOT_WITHOUT_OPENING: &str = "That cannot be done without opening the journal. \
     Nothing was changed. Open it first, or go back to a backup.";
/// When work on the journal's file was stopped in time.
pub(super) const WORK_STOPPED: &str = "It is stopped. Your journal is as it was.";
/// When the system gives no random numbers.
pub(super) const NO_CHANCE: &str = "This computer gave no random numbers to make a key from. Your journal is as it was. Try again.";
/// When what was typed does not open the journal that is open.
pub(super) const NOT_THE_PASSPHRASE: &str =
    "That passphrase does not open this journal. Nothing was changed. Try again.";
/// When there is no program that prints.
pub(super) const NO_PRINTER: &str =
    "This computer has no program that prints from here. Save the page instead, and print that.";
/// When the program that prints did not take the page.
pub(super) const NOT_PRINTED: &str =
    "The printer did not take the page. Save the page instead, and print that.";

/// The page could not be written.
pub(super) fn page_not_saved(path: &Path, why: &std::io::Error) -> String {
    format!(
        "The page was not saved in {}. {}",
        path.display(),
        choose(why)
    )
}

/// A sheet could not be written. What is on it stands in the journal.
pub(super) fn sheet_not_saved(path: &Path, why: &std::io::Error) -> String {
    let place = path.display();
    let todo = choose(why);
    format!("It was not saved in {place}. Your journal is as it was. {todo}")
}

fn choose(why: &std::io::Error) -> &'static str {
    match why.kind() {
        std::io::ErrorKind::AlreadyExists => "There is a file of that name. Choose another name.",
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
            "There is no such folder. Choose another place."
        }
        std::io::ErrorKind::StorageFull => "There is no room. Choose another place.",
        std::io::ErrorKind::InvalidFilename => {
            "The name is too long, or not a name. Choose another name."
        }
        _ => "You may not be allowed to write there. Choose another place.",
    }
}

/// The journal did not take the last words.
pub(super) fn not_taken(why: &str) -> String {
    format!("The journal could not take your last words: {why}.")
}

/// Where the file is.
pub(super) fn the_file_is(path: &Path) -> String {
    format!("Read them in {}", path.display())
}

/// How a locked rescue file is opened.
pub(super) fn open_it_with(path: &Path) -> String {
    format!("Open it with: alongside --journal {}", path.display())
}

/// Opening the journal was stopped.
pub(super) fn stopped() -> Trouble {
    trouble("it was stopped", WORK_STOPPED)
}

/// A trouble with the journal.
pub(super) fn store_trouble(why: &StoreError) -> Trouble {
    Trouble {
        short: why.short().into(),
        said: why.to_string(),
    }
}

/// A trouble with the settings.
pub(super) fn settings_trouble(why: &ConfigError) -> Trouble {
    let said = format!("{} {} {}", why.what(), why.words(), why.todo());
    Trouble {
        short: why.short().into(),
        said,
    }
}

/// The journal did not answer at all.
pub(super) fn no_answer() -> Trouble {
    trouble(
        "the journal did not answer",
        "The journal did not answer. Your words are still on the screen. It will be tried again.",
    )
}

/// No rescue file could be written.
pub(super) fn no_rescue() -> Trouble {
    trouble(
        "there is no place for a copy",
        "A copy could not be written beside the journal or in your home folder. Your words are \
         still on the screen. Make some room, then try again.",
    )
}

/// There is no editor.
pub(super) fn no_editor() -> Trouble {
    trouble(
        "no editor is set up",
        "No editor of your own is set up. Your text is as it was. Whoever looks after this \
         computer can set EDITOR to its name.",
    )
}

/// The editor did not start.
pub(super) fn editor_did_not_start(editor: &str) -> Trouble {
    trouble(
        "your editor did not start",
        format!("Your editor did not start: {editor}. Your text is as it was. You can go on here."),
    )
}

/// The editor stopped early.
pub(super) fn editor_stopped(kept: Option<&Path>) -> Trouble {
    let rest = kept.map_or_else(
        || "You can go on here.".to_owned(),
        |path| format!("What it had saved is in {}", path.display()),
    );
    trouble(
        "your editor stopped early",
        format!("Your editor stopped early. Your text is as it was. {rest}"),
    )
}

/// The terminal could not be made free for the editor.
pub(super) fn editor_not_now() -> Trouble {
    trouble(
        "your editor cannot be opened now",
        "Your editor cannot be opened just now. Your text is as it was. Try again in a moment.",
    )
}

/// There is no private place for the editor's file.
pub(super) fn no_place_for_editor() -> Trouble {
    trouble(
        "there is no place for your editor",
        "There was no private place to put the text for your editor. Your text is as it was. You \
         can go on here.",
    )
}

fn trouble(short: &str, said: impl Into<String>) -> Trouble {
    Trouble {
        short: short.into(),
        said: said.into(),
    }
}
