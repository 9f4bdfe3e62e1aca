//! What can go wrong on the command line, in two lines.
//!
//! The first says what happened and whether the words are safe, the second what to do. Nothing
//! else is ever printed on standard error, so that the two lines are read.

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
            | Self::NoHeading(..) => 2,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Pack;

    fn broken() -> io::Error {
        io::Error::from(io::ErrorKind::PermissionDenied)
    }

    /// Every trouble of the command line, and a few of the journal's as they come through here.
    fn every_trouble() -> Vec<Trouble> {
        let path = || PathBuf::from("/home/me/journal.db");
        let other = WhyReadOnly::OtherWindow {
            pid: None,
            since: None,
        };
        vec![
            Trouble::Store(StoreError::NotThere(path())),
            Trouble::Store(StoreError::IsFolder(PathBuf::from("/home/me"))),
            Trouble::Store(StoreError::CannotMake {
                path: path(),
                source: broken(),
            }),
            Trouble::Store(StoreError::BeingReplaced),
            Trouble::Config(ConfigError::NoHome),
            Trouble::Words(Pack::read("own.toml", "id =").unwrap_err()),
            Trouble::CannotWrite(other),
            Trouble::CannotWrite(WhyReadOnly::File),
            Trouble::CannotWrite(WhyReadOnly::Folder),
            Trouble::CannotWrite(WhyReadOnly::Newer {
                version: Some("9.1".into()),
            }),
            Trouble::NeedsPassphrase,
            Trouble::StillLocked,
            Trouble::PassphraseFile(FileTrouble::NotRead(
                PathBuf::from("/home/me/key"),
                io::Error::from(io::ErrorKind::NotFound),
            )),
            Trouble::PassphraseFile(FileTrouble::NotAFile(PathBuf::from("/home/me"))),
            Trouble::PassphraseFile(FileTrouble::OpenToOthers(PathBuf::from("/home/me/key"))),
            Trouble::PassphraseFile(FileTrouble::Empty(PathBuf::from("/home/me/key"))),
            Trouble::LockedAlready,
            Trouble::NotLocked,
            Trouble::NotForGood,
            Trouble::Code(CodeTrouble::Short { letters: 52 }),
            Trouble::Code(CodeTrouble::Long { letters: 60 }),
            Trouble::Code(CodeTrouble::Letter('u')),
            Trouble::Code(CodeTrouble::Slip),
            Trouble::CodeOfAnother,
            Trouble::CodeFile(
                PathBuf::from("/home/me/code.txt"),
                io::Error::from(io::ErrorKind::AlreadyExists),
            ),
            Trouble::NotSound,
            Trouble::EndedEarly,
            Trouble::NotDone("The disk is full. Your journal is as it was. Make some room.".into()),
            Trouble::NoEntry("a1b2".into()),
            Trouble::NotTakenOut("a1b2".into()),
            Trouble::SeveralEntries("a1b2".into(), vec!["a1b2c3".into(), "a1b2c4".into()]),
            Trouble::NoQuery(
                "There is no day 31 June. Type a day such as since:2026-06-30.".into(),
            ),
            Trouble::NoMonth("soon".into()),
            Trouble::NoHeading("safety".into(), vec!["mutuality".into(), "safe".into()]),
            Trouble::NoSheet,
            Trouble::NothingToKeep,
            Trouble::CannotHear(broken()),
            Trouble::CannotSay(io::Error::from(io::ErrorKind::StorageFull)),
            Trouble::NotSaved("the disk is full"),
            Trouble::Rescued("the disk is full", PathBuf::from("/media/stick/copy.txt")),
            Trouble::RescuedLocked(
                "the disk is full",
                PathBuf::from("/home/me/alongside-words-2026-11-20-1.db"),
            ),
            Trouble::Usage(words::unknown_argument("reflct"), words::SEE_HELP.into()),
        ]
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "it is a table")]
    fn every_trouble_can_be_read_in_one_sitting() {
        let all: Vec<String> = every_trouble()
            .iter()
            .map(|it| it.lines().join("\n"))
            .collect();
        insta::assert_snapshot!(all.join("\n\n"), @r#"
        There is no journal at /home/me/journal.db. Nothing was written.
        See that this is the place you meant.

        /home/me is a folder, not a journal. Nothing was written.
        Name a file in it, such as /home/me/journal.db.

        A journal cannot be made at /home/me/journal.db: you are not allowed to write there. Nothing was written.
        Choose another place with --journal and a path.

        Another window is replacing the journal file. Nothing in the file was changed.
        Wait until it is done, then open the journal again.

        This computer does not say where your home folder is. Nothing was written.
        Say where the journal is, with --journal and a path.

        The questions that come with Alongside cannot be read. Your journal is as it was.
        Install Alongside again.

        This journal is open in another window. Nothing was written.
        You can read it here. To write, close the other window first.

        The journal file does not allow writing. Nothing was written.
        You can read it here. To write, allow changes to the file.

        The folder of the journal does not allow writing. Nothing was written.
        You can read it here. To write, allow changes in the folder.

        This journal was made by a newer Alongside (version 9.1). Nothing was written.
        You can read it here. To write, install the newer Alongside.

        This journal is locked, and no passphrase was given. Nothing was written.
        Type it at a terminal, or name a file that holds it: --passphrase-file FILE

        This journal is locked, and was not opened. Nothing was written.
        Try it again. If the passphrase is lost, type: alongside recover

        The passphrase file /home/me/key cannot be read: it is not there. Nothing was written.
        See that this is its name, and that you may read it.

        /home/me is not a file. Nothing was written.
        Name a file that has the passphrase in its first line.

        Others may read /home/me/key, so it is not used. Nothing was written.
        To keep it to yourself, type: chmod 600 /home/me/key

        There is nothing in the first line of /home/me/key. Nothing was written.
        Name a file that has the passphrase in its first line.

        This journal is locked already. Your journal is as it was.
        For another passphrase: alongside passphrase. For none: alongside unlock --for-good

        This journal is not locked. Your journal is as it was.
        To lock it with a passphrase, type: alongside lock

        This takes the passphrase away. Then anyone who has your files can read your words. Your journal is as it was.
        To do that, type: alongside unlock --for-good

        A recovery code has 56 letters and digits, and these are only 52. Your journal is as it was.
        Look at each group once more, then type: alongside recover

        A recovery code has 56 letters and digits, and these are 60. Your journal is as it was.
        Look at each group once more, then type: alongside recover

        The sign u stands in no recovery code. Your journal is as it was.
        Look at each group once more, then type: alongside recover

        One or more letters of the code are not right. Two may have changed places. Your journal is as it was.
        Look at each group once more, then type: alongside recover

        This is a whole recovery code, but not of this journal as it is now. Your journal is as it was.
        Each new passphrase brings a new code. Look for the newest, and type: alongside recover

        The file /home/me/code.txt cannot be made: there is a file of that name. Your journal is as it was.
        Name another file with --code-file.

        Part of the journal cannot be read. Your journal is as it was.
        What can be done is said above. To go back to a backup: alongside restore

        The answers ended before all was answered. Your journal is as it was.
        Begin it again at a terminal, or with a line for each question.

        The disk is full. Your journal is as it was.
        Make some room.

        There is no entry with the id a1b2. Your journal is as it was.
        To see the ids of all entries, type: alongside list

        No entry that was taken out has the id a1b2. Your journal is as it was.
        To see what was taken out, type: alongside bring-back

        More than one entry has an id like a1b2. Your journal is as it was.
        Type one of these: a1b2c3, a1b2c4

        There is no day 31 June.
        Type a day such as since:2026-06-30.

        "soon" is not a month.
        Type a month such as: alongside month 2026-05

        There is no heading called safety.
        Type one of these: mutuality, safe

        No sheet for supervision is under way.
        To begin one, type alongside, and choose Supervision.

        There were no words to keep.
        Write a line after the word note, such as: alongside note "I stayed"

        What was typed or piped cannot be read: this is not allowed here. Nothing was written.
        Try it again.

        The answer cannot be written out: the disk is full. Your journal is as it was.
        Try it again.

        Your last words could not be saved: the disk is full. They are printed above.
        Copy them to a safe place, make some room on the disk, and type them again.

        Your last words could not be saved: the disk is full. A plain copy is written.
        The copy is here: /media/stick/copy.txt

        Your last words could not be saved: the disk is full. They are in a locked file, with your passphrase.
        To see them, type: alongside --journal /home/me/alongside-words-2026-11-20-1.db

        "reflct" is not something Alongside knows.
        To see what can be typed here, type: alongside --help
        "#);
    }

    #[test]
    fn a_trouble_is_two_lines_whatever_it_is_about() {
        let odd = Trouble::NoEntry("a\nb\u{1b}[31mc".into());
        for trouble in every_trouble().into_iter().chain([odd]) {
            for line in trouble.lines() {
                assert!(
                    !line.is_empty() && !line.contains(['\n', '\u{1b}', '!']),
                    "{line:?}"
                );
            }
        }
    }
}
