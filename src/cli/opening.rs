//! The way to an open journal, locked or not.
//!
//! Whether it is locked is read before anything is open, and the passphrase is asked before
//! anything is written: nobody types words first and learns then that they cannot be kept. A
//! wrong passphrase costs nothing. On a terminal it is asked again at once.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::caller::{Caller, Files, Voice};
use super::desk::Table;
use super::passphrase_file;
use super::plain::{Talk, Told};
use super::trouble::Trouble;
use super::words;
use crate::key::{CodeTrouble, Cost, FileKey, Passphrase, Salt, Secret};
use crate::store::{Access, Key, Seal, Store, StoreError};

/// Lines of a pipe that are tried. They may be words that were meant for a question, and each
/// takes its time.
const TRIES: usize = 5;

/// How long making a key may take before it is said.
const LONG: Duration = Duration::from_millis(700);

/// How often it is looked whether to stop.
const LOOK: Duration = Duration::from_millis(50);

/// An open journal.
#[derive(Debug)]
pub(super) struct Opened {
    /// The journal.
    pub(super) store: Store,
    /// What opened it, if it is locked.
    pub(super) with: Option<Passphrase>,
}

/// Opens the journal, and asks for the passphrase if it is locked.
///
/// # Errors
/// [`Trouble`] when there is no journal to be had; [`Trouble::StillLocked`] when the person
/// leaves instead.
pub(super) fn open(
    table: &Table,
    access: Access,
    talk: &mut Talk<'_>,
    files: &Files,
) -> Result<Opened, Trouble> {
    let Seal::Locked(salt) = Seal::of(&table.paths.journal)? else {
        let store = up_to_date(table, access, &Key::None)?;
        return Ok(Opened { store, with: None });
    };
    match &files.passphrase {
        Some(file) => from_file(table, access, file, salt),
        None => ask(table, access, talk, salt),
    }
}

/// Opens the journal without a word, as far as it needs none.
///
/// # Errors
/// [`Trouble::NeedsPassphrase`] when it is locked and no file was named.
pub(super) fn open_silently(
    table: &Table,
    access: Access,
    files: &Files,
) -> Result<Store, Trouble> {
    match (Seal::of(&table.paths.journal)?, &files.passphrase) {
        (Seal::Locked(salt), Some(file)) => Ok(from_file(table, access, file, salt)?.store),
        (Seal::Locked(_), None) => Err(Trouble::NeedsPassphrase),
        _ => up_to_date(table, access, &Key::None),
    }
}

fn from_file(table: &Table, access: Access, file: &Path, salt: Salt) -> Result<Opened, Trouble> {
    let typed = passphrase_file::read(file)?;
    let key = Secret::typed(typed.clone()).key(&salt, Cost::Usual);
    let store = up_to_date(table, access, &Key::Locked(FileKey { key, salt }))?;
    Ok(Opened {
        store,
        with: Some(typed),
    })
}

/// Opens the journal for a verb whose standard output is kept free. Where nothing must be asked,
/// nothing listens.
///
/// # Errors
/// [`Trouble`] as for [`open`].
pub(super) fn open_aside(
    table: &Table,
    access: Access,
    caller: &mut Caller,
) -> Result<Store, Trouble> {
    match open_silently(table, access, &caller.files) {
        Err(Trouble::NeedsPassphrase) => {}
        opened => return opened,
    }
    let opened = caller.speak(Voice::Aside, |talk, files| open(table, access, talk, files));
    caller.hush();
    Ok(opened?.store)
}

fn ask(table: &Table, access: Access, talk: &mut Talk<'_>, salt: Salt) -> Result<Opened, Trouble> {
    let mut wrong = None;
    if talk.typed() {
        talk.say(words::JOURNAL_LOCKED);
    }
    for tried in 0.. {
        if tried == TRIES && !talk.typed() {
            break;
        }
        let typed = match talk.ask_secret(words::PASSPHRASE) {
            Told::Secret(typed) if !typed.is_empty() => typed,
            Told::Away => continue,
            Told::Secret(_) => return Err(Trouble::StillLocked),
            Told::Gone if talk.typed() => return Err(Trouble::StillLocked),
            Told::Gone => break,
        };
        match with(table, access, talk, &Secret::typed(typed.clone()), salt) {
            Ok(store) => {
                return Ok(Opened {
                    store,
                    with: Some(typed),
                });
            }
            Err(Trouble::Store(why @ StoreError::WrongKey { .. })) => {
                say_wrong(talk, &typed, &why, tried);
                talk.say(words::ENTER_LEAVES);
                wrong = Some(why);
            }
            Err(other) => return Err(other),
        }
    }
    Err(wrong.map_or(Trouble::NeedsPassphrase, Trouble::Store))
}

/// Refusals after which it is said that the file itself may be the trouble. Before that it is a
/// slip of the finger, and talk of damage would only frighten.
const SLIPS: usize = 2;

/// Says that it was not the right one, and what it may have been.
fn say_wrong(talk: &mut Talk<'_>, typed: &Passphrase, why: &StoreError, before: usize) {
    talk.say(&why.what());
    if Secret::typed_code(typed) == Err(CodeTrouble::Slip) {
        talk.say(words::CODE_WITH_A_SLIP);
    } else if talk.typed() && before < SLIPS {
        talk.say(words::CAPS_LOCK);
    } else {
        talk.say(&why.todo());
    }
}

/// Opens the journal with this.
///
/// # Errors
/// [`Trouble`] as for [`open`].
pub(super) fn with(
    table: &Table,
    access: Access,
    talk: &mut Talk<'_>,
    secret: &Secret,
    salt: Salt,
) -> Result<Store, Trouble> {
    let key = key(talk, secret, salt).ok_or(Trouble::StillLocked)?;
    up_to_date(table, access, &key)
}

/// Opens the journal. To read, one of an older form is brought up to date first.
fn up_to_date(table: &Table, access: Access, key: &Key) -> Result<Store, Trouble> {
    match table.open(access, key) {
        Err(StoreError::Older) => Ok(table.open(Access::Write, key)?),
        opened => Ok(opened?),
    }
}

/// Makes the key on a thread of its own, so that the person can stop it. `None` if they did.
pub(super) fn key(talk: &mut Talk<'_>, secret: &Secret, salt: Salt) -> Option<Key> {
    let stop = talk.stop_sign();
    let (made, key) = channel();
    let secret = secret.clone();
    thread::spawn(move || {
        // Nobody waits for it any more when the person has stopped it; then it is wiped.
        let _ = made.send(secret.key(&salt, Cost::Usual));
    });
    let mut waited = Duration::ZERO;
    loop {
        match key.recv_timeout(LOOK) {
            Ok(key) => return Some(Key::Locked(FileKey { key, salt })),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) if stop.load(Ordering::SeqCst) => return None,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if waited < LONG && waited + LOOK >= LONG {
            talk.say(words::MAKING_THE_KEY);
            talk.flush();
        }
        waited += LOOK;
    }
}
