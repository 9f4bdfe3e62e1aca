//! What can go wrong on the command line, in two lines.
//!
//! The first says what happened and whether the words are safe, the second what to do. Nothing
//! else is ever printed on standard error, so that the two lines are read.

#[cfg(test)]
mod tests;

use std::io;
use std::path::PathBuf;

use super::passphrase_file::FileTrouble;
use super::words;
use crate::config::ConfigError;
use crate::content::PackError;
use crate::domain::clean_line;
use crate::key::{CodeTrouble, RecoveryCode};
use crate::runtime::Fault;
use crate::store::{StoreError, WhyReadOnly};

/// A trouble that ends the program.
#[derive(Debug)]
pub enum Trouble {
    /// With the journal.
    Store(StoreError),
    /// With the places.
    Config(ConfigError),
    /// With the questions that come with the program.
    Words(PackError),
    /// The journal can only be read, and writing was asked for.
    CannotWrite(WhyReadOnly),
    /// The journal is locked, and nobody and nothing gave a passphrase.
    NeedsPassphrase,
    /// The journal is locked, and the person left it so.
    StillLocked,
    /// The passphrase file cannot be used.
    PassphraseFile(FileTrouble),
    /// The journal is locked already.
    LockedAlready,
    /// The journal is not locked.
    NotLocked,
    /// `unlock` without the word that it is for good.
    NotForGood,
    /// This is no recovery code.
    Code(CodeTrouble),
    /// This is a recovery code, and not of this journal.
    CodeOfAnother,
    /// The file for the recovery code cannot be made.
    CodeFile(PathBuf, io::Error),
    /// Part of the journal cannot be read.
    NotSound,
    /// Answers from a pipe ended before anything was done.
    EndedEarly,
    /// Work on the journal's file was not done; the words say all three things.
    NotDone(String),
    /// No entry is meant by this.
    NoEntry(String),
    /// No entry that was taken out is meant by this.
    NotTakenOut(String),
    /// Several entries are meant by this; these are their short ids.
    SeveralEntries(String, Vec<String>),
    /// What was typed is no search; the words say what to type.
    NoQuery(String),
    /// What was typed is no month.
    NoMonth(String),
    /// No heading is meant by this; these can be typed.
    NoHeading(String, Vec<String>),
    /// No page to learn from is meant by this; these can be typed.
    NoPage(String, Vec<String>),
    /// A new pack cannot have this name.
    PackName(String),
    /// There is no file of this name to check.
    NoPackFile(PathBuf),
    /// There is a pack of this name.
    PackIsThere(PathBuf),
    /// A new pack could not be written.
    PackNotWritten(PathBuf, io::Error),
    /// A pack cannot be used yet; what is to mend was printed.
    PacksToMend,
    /// There is no sheet for supervision to print.
    NoSheet,
    /// A note without words.
    NothingToKeep,
    /// Standard input cannot be read.
    CannotHear(io::Error),
    /// What was asked for cannot be printed.
    CannotSay(io::Error),
    /// A walk ended with words that are not on disk; they were printed.
    NotSaved(&'static str),
    /// The same, with a plain copy in a file.
    Rescued(&'static str, PathBuf),
    /// The same, in a locked file.
    RescuedLocked(&'static str, PathBuf),
    /// The made-up journal could not be made among these files, and why, in a few words.
    NoMadeUp(PathBuf, String),
    /// The full screen could not start, or ended in a way the person must hear about.
    FullScreen(Fault),
    /// The command line could not be understood.
    Usage(String, String),
}

impl Trouble {
    /// The two lines.
    pub fn lines(&self) -> [String; 2] {
        let (what, words, todo) = self.parts();
        let first = if words.is_empty() {
            what
        } else {
            format!("{what} {words}")
        };
        // A path or a reason may hold a line end; two lines are two lines.
        [first, todo].map(|line| clean_line(&line))
    }

    /// The exit code: 2 for the command line, 1 for everything else.
    pub fn code(&self) -> u8 {
        match self {
            Self::Usage(..)
            | Self::NotForGood
            | Self::NoQuery(_)
            | Self::NoMonth(_)
            | Self::NoHeading(..)
            | Self::NoPage(..)
            | Self::PackName(_) => 2,
            _ => 1,
        }
    }

    fn parts(&self) -> (String, &str, String) {
        if let Some(parts) = self.about_keeping() {
            return parts;
        }
        if let Some((what, todo)) = self.about_ids() {
            return (what, words::JOURNAL_UNTOUCHED, todo);
        }
        if let Some((what, todo)) = self.about_what_was_typed() {
            return (what, "", todo);
        }
        match self {
            Self::Store(error) => (error.what(), error.words(), error.todo()),
            Self::Config(error) => (error.what(), error.words(), error.todo().to_owned()),
            Self::Words(_) => (
                words::OWN_QUESTIONS.to_owned(),
                words::JOURNAL_UNTOUCHED,
                words::INSTALL_AGAIN.to_owned(),
            ),
            Self::CannotWrite(why) => (why.what(), words::NOTHING_WRITTEN, why.todo().to_owned()),
            Self::CannotHear(error) => (
                words::cannot_hear(error),
                words::NOTHING_WRITTEN,
                words::TRY_AGAIN.to_owned(),
            ),
            Self::CannotSay(error) => (
                words::cannot_say(error),
                words::JOURNAL_UNTOUCHED,
                words::TRY_AGAIN.to_owned(),
            ),
            Self::NotSaved(why) => (
                words::not_saved_at_the_end(why),
                words::WORDS_PRINTED,
                words::COPY_THEM.to_owned(),
            ),
            Self::Rescued(why, path) => (
                words::not_saved_at_the_end(why),
                words::WORDS_RESCUED,
                words::rescue_is_here(path),
            ),
            Self::RescuedLocked(why, path) => (
                words::not_saved_at_the_end(why),
                words::WORDS_RESCUED_LOCKED,
                words::locked_rescue_is_here(path),
            ),
            Self::FullScreen(fault) => (fault.what(), fault.words(), fault.todo()),
            Self::NoMadeUp(folder, why) => (
                words::no_made_up(folder, why),
                words::JOURNAL_UNTOUCHED,
                words::OTHER_PLACE_FOR_IT.to_owned(),
            ),
            // The rest is about keeping the words safe.
            _ => (
                words::WORK_BROKE.to_owned(),
                "",
                words::TRY_AGAIN.to_owned(),
            ),
        }
    }

    /// What happened and what to do, where an id means no entry, or several.
    fn about_ids(&self) -> Option<(String, String)> {
        Some(match self {
            Self::NoEntry(id) => (words::no_entry(id), words::SEE_LIST.to_owned()),
            Self::NotTakenOut(id) => (words::not_taken_out(id), words::SEE_TAKEN_OUT.to_owned()),
            Self::SeveralEntries(id, ids) => (words::several_entries(id), words::name_one(ids)),
            _ => return None,
        })
    }

    /// What happened and what to do, where the words on the command line are the trouble.
    fn about_what_was_typed(&self) -> Option<(String, String)> {
        Some(match self {
            Self::Usage(what, todo) => (what.clone(), todo.clone()),
            Self::NoQuery(said) => in_two(said, words::SEE_SEARCH),
            Self::NoMonth(typed) => (words::no_month(typed), words::SAY_A_MONTH.to_owned()),
            Self::NoHeading(typed, names) => (words::no_heading(typed), words::name_one(names)),
            Self::NoPage(typed, names) => (words::no_page(typed), words::name_one(names)),
            Self::PackName(name) => (words::no_pack_name(name), words::SAY_A_NAME.to_owned()),
            Self::NoPackFile(typed) => (words::no_pack_file(typed), words::SEE_PACKS.to_owned()),
            Self::PackIsThere(path) => (
                words::pack_is_there(path),
                words::SAY_ANOTHER_NAME.to_owned(),
            ),
            Self::PackNotWritten(path, why) => (
                words::pack_not_written(path, &words::cause(why)),
                words::SEE_THE_FOLDER.to_owned(),
            ),
            Self::PacksToMend => (
                words::PACKS_TO_MEND.to_owned(),
                words::SEE_ABOVE_TO_MEND.to_owned(),
            ),
            Self::NoSheet => (words::NO_SHEET.to_owned(), words::BEGIN_A_SHEET.to_owned()),
            Self::NothingToKeep => (
                words::NOTHING_TO_KEEP.to_owned(),
                words::SAY_A_LINE.to_owned(),
            ),
            _ => return None,
        })
    }

    /// The parts of a trouble about keeping the words safe.
    fn about_keeping(&self) -> Option<(String, &str, String)> {
        use words::{JOURNAL_UNTOUCHED, NOTHING_WRITTEN};
        let (what, words, todo) = match self {
            Self::NeedsPassphrase => (
                words::NEEDS_PASSPHRASE,
                NOTHING_WRITTEN,
                words::GIVE_PASSPHRASE,
            ),
            Self::StillLocked => (words::STILL_LOCKED, NOTHING_WRITTEN, words::TRY_OR_RECOVER),
            Self::LockedAlready => (
                words::LOCKED_ALREADY,
                JOURNAL_UNTOUCHED,
                words::CHANGE_OR_UNLOCK,
            ),
            Self::NotLocked => (words::NOT_LOCKED, JOURNAL_UNTOUCHED, words::TO_LOCK_IT),
            Self::NotForGood => (
                words::WHAT_UNLOCK_DOES,
                JOURNAL_UNTOUCHED,
                words::HOW_TO_UNLOCK,
            ),
            Self::CodeOfAnother => (
                words::CODE_OF_ANOTHER,
                JOURNAL_UNTOUCHED,
                words::SEE_THE_DATE,
            ),
            Self::NotSound => (words::NOT_SOUND, JOURNAL_UNTOUCHED, words::SEE_ABOVE),
            Self::EndedEarly => (words::ENDED_EARLY, JOURNAL_UNTOUCHED, words::ANSWER_ALL),
            Self::PassphraseFile(why) => {
                let (what, todo) = about_file(why);
                return Some((what, NOTHING_WRITTEN, todo));
            }
            Self::Code(why) => {
                let todo = words::LOOK_AT_CODE.to_owned();
                return Some((about_code(*why), JOURNAL_UNTOUCHED, todo));
            }
            Self::CodeFile(path, why) => {
                let what = words::code_file_trouble(path, &words::cause(why));
                return Some((what, JOURNAL_UNTOUCHED, words::OTHER_CODE_FILE.to_owned()));
            }
            Self::NotDone(said) => {
                let (what, todo) = in_two(said, words::TRY_AGAIN);
                return Some((what, "", todo));
            }
            _ => return None,
        };
        Some((what.to_owned(), words, todo.to_owned()))
    }
}

/// Parts what was said into what happened and, as its last sentence, what to do.
fn in_two(said: &str, otherwise: &str) -> (String, String) {
    let (what, todo) = said.rsplit_once(". ").unwrap_or((said, otherwise));
    (format!("{}.", what.trim_end_matches('.')), todo.to_owned())
}

/// Says why a text is no recovery code.
pub(super) fn about_code(why: CodeTrouble) -> String {
    match why {
        CodeTrouble::Short { letters } => words::code_too_short(letters, RecoveryCode::LETTERS),
        CodeTrouble::Long { letters } => words::code_too_long(letters, RecoveryCode::LETTERS),
        CodeTrouble::Letter(letter) => words::letter_in_no_code(letter),
        CodeTrouble::Slip => words::CODE_SLIP.to_owned(),
    }
}

fn about_file(why: &FileTrouble) -> (String, String) {
    match why {
        FileTrouble::NotRead(path, why) => (
            words::file_not_read(path, why),
            words::SEE_THE_NAME.to_owned(),
        ),
        FileTrouble::NotAFile(path) => (words::not_a_file(path), words::NAME_A_FILE.to_owned()),
        FileTrouble::OpenToOthers(path) => (
            words::file_open_to_others(path),
            words::make_it_private(path),
        ),
        FileTrouble::Empty(path) => (words::file_is_empty(path), words::NAME_A_FILE.to_owned()),
    }
}

impl From<FileTrouble> for Trouble {
    fn from(why: FileTrouble) -> Self {
        Self::PassphraseFile(why)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ConfigError> for Trouble {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<PackError> for Trouble {
    fn from(error: PackError) -> Self {
        Self::Words(error)
    }
}
