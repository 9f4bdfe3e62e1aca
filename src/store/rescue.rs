//! A small journal for words that the journal could not take, locked as it is.
//!
//! A plain file of words beside a locked journal would undo the lock. This one has the same key
//! and the same salt, so the same passphrase opens it, and Home shows the words as half-done.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::{Access, Key, Store, StoreError};
use crate::domain::DraftSave;
use crate::key::FileKey;

/// How many names are tried in one folder.
const NAMES: u32 = 1_000;

/// What is needed to write a rescue file once the journal is out of reach.
#[derive(Clone, Debug)]
pub struct Rescuer {
    journal: PathBuf,
    key: FileKey,
}

impl Store {
    /// What writes a locked rescue file; `None` for a journal that is not locked.
    pub fn rescuer(&self) -> Option<Rescuer> {
        match &self.key {
            Key::None => None,
            Key::Locked(key) => Some(Rescuer {
                journal: self.path.clone(),
                key: key.clone(),
            }),
        }
    }
}

impl Rescuer {
    /// Writes half-done walks to a locked file of their own, beside the journal or else in the
    /// other folder, and says where it is.
    ///
    /// # Errors
    /// [`StoreError`] of the last place that was tried.
    pub fn write(
        &self,
        saves: &[DraftSave],
        other: Option<&Path>,
        at: DateTime<FixedOffset>,
    ) -> Result<PathBuf, StoreError> {
        let folders = self.journal.parent().into_iter().chain(other);
        let mut trouble = StoreError::NotThere(self.journal.clone());
        for folder in folders.filter(|folder| folder.is_dir()) {
            match self.write_in(folder, saves, at) {
                Ok(path) => return Ok(path),
                Err(why) => trouble = why,
            }
        }
        Err(trouble)
    }

    fn write_in(
        &self,
        folder: &Path,
        saves: &[DraftSave],
        at: DateTime<FixedOffset>,
    ) -> Result<PathBuf, StoreError> {
        let day = at.format("%Y-%m-%d");
        let name = (1..=NAMES)
            .map(|number| folder.join(format!("alongside-words-{day}-{number}.db")))
            .find(|path| !path.exists());
        let path = name.ok_or_else(|| StoreError::IsFolder(folder.to_owned()))?;
        let written = self.fill(&path, saves, at);
        if written.is_err() {
            // Half of the words under such a name would be worse than none.
            let _ = super::swap::clear(&path);
            super::locks::clear(&path);
        }
        written.map(|()| path)
    }

    fn fill(
        &self,
        path: &Path,
        saves: &[DraftSave],
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let key = Key::Locked(self.key.clone());
        let mut store = Store::open(path, Access::Write, &key, at)?;
        for save in saves {
            store.save_draft(save, at)?;
        }
        store.close_for_good()?;
        super::locks::clear(path);
        Ok(())
    }
}
