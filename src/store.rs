//! Where the words are kept: one file, and the only SQL.
//!
//! The store turns domain values into rows and back. It knows no screen and no clock: every time
//! comes in. What it says is saved is on the disk, and what it cannot do it says in plain words
//! ([`StoreError`]). Which window may write is settled by two small files beside the journal
//! (`locks.rs`); a second window gets a store that can only be read.
//!
//! While a journal is open, this program never opens, copies or flushes its file by another
//! handle: closing such a handle would let go of the engine's locks, and words were lost that way.

mod backup;
mod beside;
mod card;
mod carried;
mod carries;
mod check;
mod connect;
mod damage;
mod digest;
mod drafts;
mod entries;
mod erase;
mod erase_all;
mod error;
mod files;
mod finish;
mod holds;
mod keeping;
mod locks;
mod looking;
mod made_up;
mod migrate;
mod older;
mod open;
mod past;
mod practice;
#[cfg(test)]
mod proofs;
mod rekey;
mod rescue;
mod restore;
mod revise;
mod revision;
mod row;
mod said;
mod seal;
mod search;
mod shelf;
mod swap;
mod tombstone;
mod waiting;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use backup::{BackedUp, BackupJob};
pub use entries::Found;
pub use erase_all::erase_unopened;
pub use error::{OldForm, StoreError, WhyReadOnly};
pub use holds::{look_into, must_be_another};
pub use keeping::keeping_unopened;
pub use rescue::Rescuer;
pub use restore::restore_unopened;
pub use seal::Seal;
pub use swap::clear_half_made;

use self::damage::Damage;
use self::locks::Held;
use crate::key::FileKey;

/// What opens a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Key {
    /// Nothing: the journal is not locked.
    #[default]
    None,
    /// This key, for the file that begins with this salt.
    Locked(FileKey),
}

/// What a journal is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To write, as the one window that does.
    Write,
    /// To add a line from the shell, whether or not a window has it open.
    Note,
    /// To read.
    Read,
}

/// In place of the path of a journal that is in no file.
const IN_MEMORY: &str = ":memory:";

/// An open journal.
#[derive(Debug)]
pub struct Store {
    // Closed before the locks are let go: fields are dropped in this order.
    conn: Connection,
    path: PathBuf,
    key: Key,
    read_only: Option<WhyReadOnly>,
    /// Whether it was put together in memory from a file of an older form (`older.rs`).
    is_put_together: bool,
    erasing: bool,
    damage: Damage,
    held: Held,
}

impl Store {
    /// Where the journal is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Tells whether a passphrase is needed to open it.
    pub fn is_locked(&self) -> bool {
        matches!(self.key, Key::Locked(_))
    }

    /// What opens it.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// The folder of the backups beside it.
    pub fn backups_folder(&self) -> PathBuf {
        backup::beside_journal(&self.path)
    }

    /// Why it can only be read, if so.
    pub fn read_only(&self) -> Option<&WhyReadOnly> {
        self.read_only.as_ref()
    }

    /// Moves what was written from the log beside the journal into the journal itself.
    ///
    /// Damage in the log would be dropped in silence, so this is done whenever there is time.
    ///
    /// # Errors
    /// [`StoreError`]; what was saved is saved all the same.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        if self.read_only.is_some() {
            return Ok(());
        }
        self.renew()?;
        if self.erasing {
            return self.clear_away();
        }
        self.conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_row| Ok(()))?;
        Ok(())
    }

    /// Moves everything into the file itself and closes it, with no log left beside it.
    pub(super) fn close_for_good(self) -> Result<(), StoreError> {
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()))?;
        self.conn
            .query_row("PRAGMA journal_mode = DELETE", [], |_mode| Ok(()))?;
        self.conn.close().map_err(|(_conn, why)| why)?;
        Ok(())
    }

    /// Lets the journal grow to so many pages and no further, as a full disk would.
    #[doc(hidden)]
    pub fn limit_pages(&self, pages: u32) -> Result<(), StoreError> {
        self.conn
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_row| {
                Ok(())
            })?;
        Ok(())
    }

    /// Tells whether the journal was erased while it was open.
    fn is_erased(&self) -> bool {
        self.read_only == Some(WhyReadOnly::Erased)
    }

    /// Lets nothing be asked of a journal that was erased: an empty answer would be a lie.
    fn must_be_there(&self) -> Result<(), StoreError> {
        if self.is_erased() {
            return Err(StoreError::ReadOnly(WhyReadOnly::Erased));
        }
        Ok(())
    }

    /// Does a piece of writing wholly or not at all.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        self.renew()?;
        let done = self
            .conn
            // A transaction that reads before it writes would be refused at once, without waiting.
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)
            .and_then(|tx| {
                let made = work(&tx)?;
                tx.commit()?;
                Ok(made)
            });
        done.map_err(|why| {
            self.note_damage(&why);
            why.with_backup(|| backup::newest(&self.path))
        })
    }

    /// Reads, and names the newest backup if there is damage.
    fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.must_be_there()?;
        self.read_past_damage(work)
            .map_err(|why| why.with_backup(|| backup::newest(&self.path)))
    }

    /// Holds still what is read, until it is dropped.
    fn snapshot(&self) -> Result<Transaction<'_>, StoreError> {
        Ok(self.conn.unchecked_transaction()?)
    }

    /// After something was kept: what is saved is saved, so troubles here can wait.
    fn checkpoint_quietly(&mut self) {
        let _ = self.checkpoint();
    }

    /// Empties the log, so that nothing erased is left in it. While another window is reading it
    /// cannot be emptied; then the next checkpoint tries again.
    fn empty_the_wal(&mut self) -> Result<(), StoreError> {
        self.erasing = true;
        self.conn.busy_timeout(Duration::from_millis(200))?;
        let emptied = self
            .conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
                row.get::<_, i64>(0)
            });
        self.conn.busy_timeout(connect::PATIENCE)?;
        self.erasing = emptied? != 0;
        Ok(())
    }
}
