//! Does to the journal's file what a talk of the vault asks for.
//!
//! One function for the full screen, plain mode and the verbs, so that all three do the same. Each
//! piece of work is wholly done or not at all, and a trouble is an answer too. Making a key takes
//! its time; whoever asked may stop it until the moment the file would be changed.

mod page;
mod unopened;

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::words;
use crate::domain::BackupWhy;
use crate::key::{Cost, FileKey, Passphrase, Secret};
use crate::store::{Key, Seal, Store, StoreError, look_into, must_be_another};
use crate::vault::{Came, Remade, There, Work};

pub(in crate::runtime) use page::whole;
pub use unopened::keep_unopened;

/// What work on the journal's file needs besides the journal.
pub struct Keeping<'a> {
    /// The second folder for backups, if there is one.
    pub second: Option<&'a Path>,
    /// The time.
    pub at: DateTime<FixedOffset>,
    /// What making a key costs.
    pub cost: Cost,
    /// Tells whether the person has stopped it.
    pub stopped: &'a dyn Fn() -> bool,
}

/// Does a piece of work, and says what came of it.
pub fn keep(store: &mut Store, work: Work, with: &Keeping<'_>) -> Came {
    attempt(store, work, with).unwrap_or_else(|why| Came::Trouble(why.said()))
}

/// Why a piece of work was not done.
enum Not {
    /// The journal says why.
    Store(StoreError),
    /// We know why.
    Said(String),
    /// It was stopped.
    Stopped,
}

impl Not {
    fn said(&self) -> String {
        match self {
            Self::Store(why) => why.to_string(),
            Self::Said(said) => said.clone(),
            Self::Stopped => words::WORK_STOPPED.to_owned(),
        }
    }
}

impl From<StoreError> for Not {
    fn from(why: StoreError) -> Self {
        Self::Store(why)
    }
}

fn attempt(store: &mut Store, work: Work, with: &Keeping<'_>) -> Result<Came, Not> {
    Ok(match work {
        Work::Lock(new) => lock(store, &new, with)?,
        Work::Change { current, new } => {
            must_open(store, &current, with)?;
            lock(store, &new, with)?
        }
        Work::Remove { current } => {
            must_open(store, &current, with)?;
            go_on(with)?;
            Came::Unlocked {
                backups: rekeyed(store, &Key::None, with)?,
            }
        }
        Work::Try(secret) => Came::Fits(store.opens_with(&secret, with.cost)),
        Work::SavePage { to, page } => {
            let page = page::told(page, store.is_made_up());
            page::save(&to, &page, with.at).map_err(Not::Said)?
        }
        Work::WhatIsAt(path) => Came::IsAt(what_is_at(&path)),
        Work::PrintPage(page) => {
            page::print(&page::told(page, store.is_made_up())).map_err(Not::Said)?
        }
        Work::Look => Came::Keeping(Box::new(store.keeping(with.second)?)),
        Work::BackUp => backed_up(store, with)?,
        Work::Holds { backup, secret } => holds(store, &backup, secret.as_ref(), with)?,
        Work::Restore { backup, secret } => restored(store, &backup, secret.as_ref(), with)?,
        Work::Check => Came::Checked(Box::new(store.look_over(with.second)?)),
        Work::Older(than) => Came::Older {
            entries: store.older(than)?,
            taken_out: store.older_taken_out(than)?,
        },
        Work::TakenOut => Came::Older {
            entries: Vec::new(),
            taken_out: store.taken_out()?,
        },
        Work::BringBack(id) => {
            store.bring_back(id, with.at)?;
            Came::BroughtBack
        }
        Work::Erase(ids) => Came::Erased {
            held_by: store.erase(&ids, with.second)?,
            not_reached: with.second.filter(|it| !it.is_dir()).map(Path::to_owned),
        },
        Work::EraseFromBackups(ids) => Came::Cleaned(store.erase_from_backups(&ids, with.second)?),
        Work::EraseEverything => Came::AllErased {
            left: store.erase_everything(with.second)?,
        },
    })
}

/// Looks at a place on the disk; what cannot be looked at is as good as not there.
fn what_is_at(path: &Path) -> There {
    match path.metadata() {
        Ok(it) if it.is_dir() => There::Folder,
        Ok(_) => There::File,
        // A link that leads nowhere still has the name.
        Err(_) if path.is_symlink() => There::File,
        Err(_) => There::Nothing,
    }
}

fn backed_up(store: &Store, with: &Keeping<'_>) -> Result<Came, Not> {
    let (here, second) = store.back_up(with.second, BackupWhy::Asked, with.at)?;
    let second = second.map(|made| made.map_err(|why| why.to_string()));
    Ok(Came::BackedUp { here, second })
}

/// The key of a backup: the journal's own, or the one that a secret makes with the backup's salt.
fn key_of(
    store: &Store,
    backup: &Path,
    secret: Option<&Secret>,
    with: &Keeping<'_>,
) -> Result<Key, Not> {
    must_be_another(store.path(), backup)?;
    Ok(match (Seal::of(backup)?, secret) {
        (Seal::Locked(salt), Some(secret)) => Key::Locked(FileKey {
            key: secret.key(&salt, with.cost),
            salt,
        }),
        _ => store.key().clone(),
    })
}

fn holds(
    store: &Store,
    backup: &Path,
    secret: Option<&Secret>,
    with: &Keeping<'_>,
) -> Result<Came, Not> {
    let key = key_of(store, backup, secret, with)?;
    match look_into(backup, &key) {
        Ok(held) => Ok(Came::Holds {
            backup: Box::new(held),
            journal: store.holds().ok().map(Box::new),
        }),
        Err(StoreError::BackupLocked(_)) => Ok(Came::NeedsSecret),
        Err(why) => Err(why.into()),
    }
}

fn restored(
    store: &mut Store,
    backup: &Path,
    secret: Option<&Secret>,
    with: &Keeping<'_>,
) -> Result<Came, Not> {
    let key = key_of(store, backup, secret, with)?;
    go_on(with)?;
    match store.restore(backup, &key, with.at) {
        Ok(before) => Ok(Came::Restored {
            before: Some(before),
        }),
        Err(StoreError::BackupLocked(_)) => Ok(Came::NeedsSecret),
        Err(why) => Err(why.into()),
    }
}

fn lock(store: &mut Store, new: &Passphrase, with: &Keeping<'_>) -> Result<Came, Not> {
    let file = FileKey::make(new, with.cost).ok_or(Not::Said(words::NO_CHANCE.to_owned()))?;
    go_on(with)?;
    let backups = rekeyed(store, &Key::Locked(file), with)?;
    // It is locked now, so there is one.
    let code = store.recovery_code().ok_or(Not::Stopped)?;
    Ok(Came::Locked { code, backups })
}

fn rekeyed(store: &mut Store, key: &Key, with: &Keeping<'_>) -> Result<Remade, Not> {
    let old = store.key().clone();
    store.rekey(key)?;
    // The journal has its new key, whatever becomes of the backups: the next one sees to them too.
    let mut done = store
        .remake_backups(&old, with.second, with.at)
        .unwrap_or_else(|_not_now| Remade {
            not_reached: Some(store.backups_folder()),
            ..Remade::default()
        });
    done.stay = store.not_locked_with_it();
    Ok(done)
}

fn must_open(store: &Store, current: &Secret, with: &Keeping<'_>) -> Result<(), Not> {
    if store.opens_with(current, with.cost) {
        Ok(())
    } else {
        Err(Not::Said(words::NOT_THE_PASSPHRASE.to_owned()))
    }
}

/// The last moment at which it can be stopped.
fn go_on(with: &Keeping<'_>) -> Result<(), Not> {
    if (with.stopped)() {
        Err(Not::Stopped)
    } else {
        Ok(())
    }
}
