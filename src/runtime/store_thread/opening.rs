//! Where the journal is, whether or not it is open, and how a locked one is opened.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::answer;
use crate::key::{Cost, FileKey, Secret};
use crate::store::{Access, Key, Seal, Store, StoreError};
use crate::ui::effect::Opened;

/// Where the journal is, and the journal itself while it is open.
#[derive(Debug)]
pub(in crate::runtime) struct Place {
    /// The open journal.
    pub(in crate::runtime) store: Option<Store>,
    /// Its file.
    pub(in crate::runtime) path: PathBuf,
    /// What it is opened for.
    pub(in crate::runtime) access: Access,
    /// The second folder for backups.
    pub(in crate::runtime) second: Option<PathBuf>,
    /// What making a key costs.
    pub(in crate::runtime) cost: Cost,
}

impl Place {
    /// The place of a journal that is open.
    #[cfg(test)]
    pub(in crate::runtime) fn open_already(store: Store) -> Self {
        Self {
            path: store.path().to_owned(),
            store: Some(store),
            access: Access::Write,
            second: None,
            cost: Cost::Trial,
        }
    }

    /// Opens the journal; `None` when it was stopped in time.
    pub(super) fn open(
        &mut self,
        secret: &Secret,
        at: DateTime<FixedOffset>,
        is_stopped: impl Fn() -> bool,
    ) -> Result<Option<Opened>, StoreError> {
        // Its first bytes may only be read while this program does not have it open.
        self.store = None;
        let key = match Seal::of(&self.path)? {
            Seal::Locked(salt) => Key::Locked(FileKey {
                key: secret.key(&salt, self.cost),
                salt,
            }),
            Seal::Open => Key::None,
            // Opening would make a new journal, where there was one before.
            Seal::Nothing => return Err(StoreError::NotThere(self.path.clone())),
        };
        if is_stopped() {
            return Ok(None);
        }
        let store = Store::open(&self.path, self.access, &key, at)?;
        let opened = answer::opened(&store)?;
        self.store = Some(store);
        Ok(Some(opened))
    }
}
