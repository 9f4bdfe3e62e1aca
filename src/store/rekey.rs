//! Locking the journal, locking it with another key, and unlocking it for good.
//!
//! Always into a new file: the engine could change the key in place, but a program killed in the
//! middle of that leaves a file that nothing opens.

use super::swap::Fresh;
use super::{Key, Store, StoreError};
use crate::key::{Cost, RecoveryCode, Secret};

impl Store {
    /// Keeps the journal under another key from now on. The backups stay under the old one: see
    /// `remake_backups`.
    ///
    /// # Errors
    /// [`StoreError::NotAlone`] when another window has it open, [`StoreError::NotRemade`] when the
    /// new file could not be made; then nothing has changed.
    pub fn rekey(&mut self, key: &Key) -> Result<(), StoreError> {
        self.alone(|store| {
            let fresh = Fresh::of(&store.conn, &store.path, key)?;
            store.put_in_place(fresh)
        })
    }

    /// Tells whether this opens the journal. One that is not locked needs nothing.
    pub fn opens_with(&self, secret: &Secret, cost: Cost) -> bool {
        match &self.key {
            Key::None => true,
            Key::Locked(file) => secret.key(&file.salt, cost) == file.key,
        }
    }

    /// The code that opens the journal without the passphrase, if it is locked.
    pub fn recovery_code(&self) -> Option<RecoveryCode> {
        match &self.key {
            Key::None => None,
            Key::Locked(file) => Some(RecoveryCode::of(&file.key)),
        }
    }
}
