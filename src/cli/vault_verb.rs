//! What every verb about keeping the words safe has in common.
//!
//! A verb begins the same talk as the full screen and plain mode, at its own place. With a new
//! passphrase from a file there is nothing to talk about: it is done, and the recovery code is
//! handed over.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::caller::{Caller, Files, Voice};
use super::desk::{Desk, Table};
use super::opening;
use super::passphrase_file;
use super::plain::Talk;
use super::plain::vault::{Ended, Talked, lead, perform};
use super::trouble::Trouble;
use super::words;
use crate::config::Paths;
use crate::key::{Passphrase, RecoveryCode};
use crate::store::{Access, Seal, Store, StoreError, WhyReadOnly};
use crate::vault::words::STAY;
use crate::vault::{Begin, Came, Remade, Work};

/// How the journal must stand for a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Locked.
    Locked,
    /// Not locked.
    Open,
    /// Either.
    Either,
}

/// A desk that was opened for a verb.
#[derive(Debug)]
pub(super) struct AtDesk {
    /// The desk.
    pub(super) desk: Desk,
    /// What opened the journal, if it is locked.
    pub(super) with: Option<Passphrase>,
}

/// Opens the journal for a verb, and does what the verb is about.
///
/// # Errors
/// [`Trouble`] when it does not stand so, or cannot be opened.
pub(super) fn at_desk<T>(
    paths: Paths,
    stands: Stands,
    caller: &mut Caller,
    work: impl FnOnce(AtDesk, &mut Talk<'_>, &Files) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    must_stand(&paths.journal, stands)?;
    let table = Table::lay(paths)?;
    caller.speak(Voice::Plain, |talk, files| {
        let opened = opening::open(&table, Access::Write, talk, files)?;
        let desk = table.with(opened.store);
        let with = opened.with;
        work(AtDesk { desk, with }, talk, files)
    })
}

/// The same for a verb that can do its work without the journal: one that cannot be opened, or
/// whose passphrase is forgotten, is what it may be for.
///
/// # Errors
/// [`Trouble`] when the journal is in use, or the person leaves.
pub(super) fn at_desk_or_without(
    paths: Paths,
    caller: &mut Caller,
    work: impl FnOnce(AtDesk, &mut Talk<'_>, &Files) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let table = Table::lay(paths)?;
    caller.speak(Voice::Plain, |talk, files| {
        let opened = match Seal::of(&table.paths.journal)? {
            // To open it would begin a new one.
            Seal::Nothing => Err(StoreError::NotThere(table.paths.journal.clone()).into()),
            seal => {
                if seal != Seal::Open && files.passphrase.is_none() {
                    talk.say(words::WITHOUT_PASSPHRASE);
                }
                opening::open(&table, Access::Write, talk, files)
            }
        };
        let at = match opened {
            // What can only be read, for as long as it is as it is, is what the verb may be for.
            Ok(opened) if is_old(&opened.store) => {
                let why = opened.store.read_only().map(super::desk::read_only_notice);
                talk.say_all(why);
                drop(opened);
                AtDesk {
                    desk: table.without_journal()?,
                    with: None,
                }
            }
            Ok(opened) => AtDesk {
                desk: table.with(opened.store),
                with: opened.with,
            },
            Err(why) if can_go_without(&why) && !talk.gone() => {
                talk.say_all(why.lines().iter().take(1));
                talk.say(words::WITHOUT_OPENING);
                AtDesk {
                    desk: table.without_journal()?,
                    with: None,
                }
            }
            Err(why) => return Err(why),
        };
        work(at, talk, files)
    })
}

/// Whether a journal can only be read since it is damaged in an older form.
fn is_old(store: &Store) -> bool {
    matches!(store.read_only(), Some(WhyReadOnly::OldForm(_)))
}

/// Whether a trouble is about the journal itself, and not about who has it now.
fn can_go_without(why: &Trouble) -> bool {
    use StoreError as S;
    match why {
        Trouble::StillLocked => true,
        Trouble::Store(why) => matches!(
            why,
            S::Damaged { .. }
                | S::NotAJournal { .. }
                | S::WrongKey { .. }
                | S::Empty { .. }
                | S::Gone { .. }
                | S::NotThere(_)
                | S::CannotOpen { .. }
        ),
        _ => false,
    }
}

/// Looks whether the journal stands as it must, before anything is asked.
pub(super) fn must_stand(journal: &Path, stands: Stands) -> Result<(), Trouble> {
    let is_locked = matches!(Seal::of(journal)?, Seal::Locked(_));
    match stands {
        Stands::Locked if !is_locked => Err(Trouble::NotLocked),
        Stands::Open if is_locked => Err(Trouble::LockedAlready),
        _ => Ok(()),
    }
}

/// Leads a talk that changes something.
///
/// # Errors
/// [`Trouble`] when it cannot be written, or was not done.
pub(super) fn change(at: AtDesk, talk: &mut Talk<'_>, begin: Begin) -> Result<(), Trouble> {
    at.desk.must_write()?;
    say(at, talk, begin).map(|_talked| ())
}

/// Leads a talk.
///
/// # Errors
/// [`Trouble`] when what it is about was not done.
pub(super) fn say(mut at: AtDesk, talk: &mut Talk<'_>, begin: Begin) -> Result<Talked, Trouble> {
    let current = match begin {
        // It was given a moment ago.
        Begin::Change | Begin::Remove => at.with.take(),
        _ => None,
    };
    talk.hide_after(at.desk.settings.hide_after_minutes);
    talk.say_all(std::mem::take(&mut at.desk.notices));
    let talked = lead(talk, &mut at.desk, begin, current, true);
    match &talked.trouble {
        Some(why) => Err(Trouble::NotDone(why.clone())),
        None if talked.ended == Ended::Left && !talked.done && !talk.typed() => {
            Err(Trouble::EndedEarly)
        }
        None => Ok(talked),
    }
}

/// Locks with a new passphrase from a file, if one was named. `false` when none was.
///
/// # Errors
/// [`Trouble`]; then the journal is as it was.
pub(super) fn lock_with_files(
    at: &mut AtDesk,
    talk: &mut Talk<'_>,
    files: &Files,
    work: impl FnOnce(Passphrase) -> Work,
) -> Result<bool, Trouble> {
    let Some(new) = &files.new_passphrase else {
        return Ok(false);
    };
    at.desk.must_write()?;
    let new = passphrase_file::read(new)?;
    // Made first: a code that nothing takes would be lost.
    let code_file = files.code.as_deref().map(CodeFile::make).transpose()?;
    match perform(talk, &mut at.desk, work(new), &[]) {
        Came::Locked { code, backups } => {
            hand_over(talk, &code, code_file, &backups);
            Ok(true)
        }
        came => {
            if let Some(file) = code_file {
                file.unmake();
            }
            let Came::Trouble(why) = came else {
                return Ok(true);
            };
            Err(Trouble::NotDone(why))
        }
    }
}

fn hand_over(talk: &mut Talk<'_>, code: &RecoveryCode, file: Option<CodeFile>, backups: &Remade) {
    talk.say(words::LOCKED_NOW);
    let written = file.map(|file| file.write(code));
    match written {
        Some(Ok(path)) => talk.say(&words::code_is_here(&path)),
        // It must reach the person, one way or the other.
        Some(Err(_)) | None => {
            talk.say_unkept_parts(&[words::CODE_IS, code.text()]);
        }
    }
    talk.say(words::KEEP_CODE);
    if let Some(folder) = &backups.not_reached {
        talk.say(&words::backups_not_reached(folder));
    }
    if !backups.stay.is_empty() {
        talk.say(STAY);
        talk.say_all(backups.stay.iter().map(|path| path.display().to_string()));
    }
}

/// A new file for the recovery code.
struct CodeFile {
    file: File,
    path: PathBuf,
}

impl CodeFile {
    fn make(path: &Path) -> Result<Self, Trouble> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(path) {
            Ok(file) => Ok(Self {
                file,
                path: path.to_owned(),
            }),
            Err(why) => Err(Trouble::CodeFile(path.to_owned(), why)),
        }
    }

    fn write(mut self, code: &RecoveryCode) -> io::Result<PathBuf> {
        self.file.write_all(code.text().as_bytes())?;
        self.file.write_all(b"\n")?;
        self.file.sync_all()?;
        Ok(self.path)
    }

    fn unmake(self) {
        // An empty file would look like a code.
        let _ = fs::remove_file(&self.path);
    }
}
