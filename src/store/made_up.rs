//! A journal that is made up from its first word, to be shown to others.
//!
//! That it is stands in the journal itself. So every copy of it says so as well, whoever opens it
//! and by whatever way, and no front end has to be told.

use super::{Store, StoreError};

impl Store {
    /// Notes that everything in this journal is made up.
    ///
    /// # Errors
    /// [`StoreError`]; then it is not noted.
    pub fn make_up(&mut self) -> Result<(), StoreError> {
        self.write(|tx| {
            let note = "INSERT OR REPLACE INTO setting (name, value) VALUES ('made_up', 'yes')";
            tx.execute(note, [])?;
            Ok(())
        })
    }

    /// Tells whether everything in this journal is made up. One that cannot say so is not.
    pub fn is_made_up(&self) -> bool {
        let noted = "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'made_up')";
        self.conn
            .query_row(noted, [], |row| row.get(0))
            .unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::proofs::kit::{at, entry, walk};
    use crate::store::{Access, Key};

    #[test]
    fn a_made_up_journal_says_so_each_time_it_is_opened_and_is_not_backed_up_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let mut store = Store::open(&path, Access::Write, &Key::None, at(0)).unwrap();
        store.finish(&walk(entry(1, "tea")), at(1)).unwrap();
        assert!(!store.is_made_up() && store.backup_due(at(2)));
        store.make_up().unwrap();
        assert!(store.is_made_up() && !store.backup_due(at(2)));
        drop(store);
        for access in [Access::Write, Access::Read] {
            let store = Store::open(&path, access, &Key::None, at(3)).unwrap();
            assert!(store.is_made_up() && !store.backup_due(at(4)), "{access:?}");
        }
    }
}
