//! What can still be done for a journal that cannot be opened, or is not there.
//!
//! That is just the journal for which somebody needs a backup. So going back to one works without
//! it, and so does erasing everything when the passphrase is forgotten.

use std::path::Path;

use super::{Keeping, Not, go_on, what_is_at};
use crate::key::{FileKey, Secret};
use crate::runtime::words;
use crate::store::{
    Key, Seal, StoreError, erase_unopened, keeping_unopened, look_into, restore_unopened,
};
use crate::vault::{Came, Work};

/// Does a piece of work for a journal that nobody has open, and says what came of it.
pub fn keep_unopened(journal: &Path, work: Work, with: &Keeping<'_>) -> Came {
    attempt(journal, work, with).unwrap_or_else(|why| Came::Trouble(why.said()))
}

fn attempt(journal: &Path, work: Work, with: &Keeping<'_>) -> Result<Came, Not> {
    match work {
        Work::Look => Ok(Came::Keeping(Box::new(keeping_unopened(
            journal,
            with.second,
        )))),
        Work::Holds { backup, secret } => {
            let key = key_of(&backup, secret.as_ref(), with)?;
            needs_secret(look_into(&backup, &key).map(|held| Came::Holds {
                backup: Box::new(held),
                journal: None,
            }))
        }
        Work::Restore { backup, secret } => {
            let key = key_of(&backup, secret.as_ref(), with)?;
            go_on(with)?;
            let restored = restore_unopened(journal, &backup, &key, with.at);
            needs_secret(restored.map(|before| Came::Restored { before }))
        }
        Work::WhatIsAt(path) => Ok(Came::IsAt(what_is_at(&path))),
        Work::EraseEverything => Ok(Came::AllErased {
            left: erase_unopened(journal, with.second)?,
        }),
        _ => Err(Not::Said(words::NOT_WITHOUT_OPENING.to_owned())),
    }
}

fn needs_secret(done: Result<Came, StoreError>) -> Result<Came, Not> {
    match done {
        Err(StoreError::BackupLocked(_)) => Ok(Came::NeedsSecret),
        done => Ok(done?),
    }
}

/// The key that a secret makes for a backup.
fn key_of(backup: &Path, secret: Option<&Secret>, with: &Keeping<'_>) -> Result<Key, Not> {
    Ok(match (Seal::of(backup)?, secret) {
        (Seal::Locked(salt), Some(secret)) => Key::Locked(FileKey {
            key: secret.key(&salt, with.cost),
            salt,
        }),
        _ => Key::None,
    })
}
