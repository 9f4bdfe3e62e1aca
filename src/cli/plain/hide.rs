//! Putting the words out of sight, and for a locked journal out of reach.
//!
//! What was said stays in the terminal's own memory: it can be scrolled to, and only the terminal
//! can clear that. Plain mode writes no escape byte, so it does not try, and help says so. What
//! it can do it does: the journal is closed, its key is wiped, and the way back is the passphrase.

use super::talk::{Talk, Told};
use crate::cli::desk::Desk;
use crate::cli::opening;
use crate::cli::words;
use crate::key::Secret;
use crate::store::{Key, Seal, StoreError};

/// Hides the screen until the person is back, and says again what stood above the prompt: they are
/// at the very place then.
pub(super) fn away_and_back(talk: &mut Talk<'_>, desk: &mut Desk) {
    let shown = talk.take_shown();
    away(talk, desk, true);
    if !talk.gone() {
        talk.say_all(shown);
    }
}

/// Hides the screen until the person is back. A locked journal is closed meanwhile, unless words
/// are left that are not on disk.
pub(super) fn away(talk: &mut Talk<'_>, desk: &mut Desk, all_saved: bool) {
    talk.push_away();
    let wrote = desk.store.read_only().is_none();
    if desk.store.is_locked() && all_saved && desk.shut() {
        come_back(talk, desk, wrote);
    } else {
        talk.wait_hidden();
    }
}

fn come_back(talk: &mut Talk<'_>, desk: &mut Desk, wrote: bool) {
    loop {
        let typed = match talk.ask_hidden(words::PASSPHRASE) {
            Told::Secret(typed) if typed.is_empty() => {
                talk.say(words::HIDDEN_AND_LOCKED);
                continue;
            }
            Told::Secret(typed) => typed,
            Told::Away => continue,
            Told::Gone => return,
        };
        match open(talk, desk, &Secret::typed(typed), wrote) {
            Ok(true) => return,
            Ok(false) => {}
            // No path and no word of what this is: somebody may be looking on.
            Err(StoreError::WrongKey { .. }) => talk.say(words::NOT_IT),
            Err(why) => {
                talk.say(&why.what());
                talk.say(&why.todo());
            }
        }
    }
}

/// Opens the journal again. `false` when the key was not made.
fn open(
    talk: &mut Talk<'_>,
    desk: &mut Desk,
    secret: &Secret,
    wrote: bool,
) -> Result<bool, StoreError> {
    let salt = match Seal::of(&desk.paths.journal)? {
        Seal::Locked(salt) => salt,
        // Somebody has unlocked it for good from elsewhere, with its passphrase.
        Seal::Open => return desk.open_again(&Key::None, wrote).map(|()| true),
        // To open it would begin a new one.
        Seal::Nothing => return Err(StoreError::NotThere(desk.paths.journal.clone())),
    };
    match opening::key(talk, secret, salt) {
        Some(key) => desk.open_again(&key, wrote).map(|()| true),
        None => Ok(false),
    }
}
