//! Deleting entries for ever: from the journal, and from its copies.
//!
//! Every row that says something of them goes, the search index is built anew (words stay in it
//! when rows are only deleted), the file is written anew without the room they took, and the log
//! is emptied. What a later entry quotes of an erased one goes as well.

mod quotes;

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};

use super::backup;
use super::keeping::put_aside_files;
use super::swap::{clear, with};
use super::{Key, Store, StoreError, connect, holds};
use crate::domain::{Backup, Field, Id, Remade, Subject};

impl Store {
    /// Erases entries, and any walk that is half-done about them, from the journal. The answer says
    /// which copies still hold them, or cannot be read to tell.
    ///
    /// # Errors
    /// [`StoreError`]; then it may be that they are gone from every list while their bytes are still
    /// in the file. Erasing them again goes on with it.
    pub fn erase(&mut self, ids: &[Id], second: Option<&Path>) -> Result<Vec<Backup>, StoreError> {
        self.write(|tx| {
            forget_for_ever(tx, ids)?;
            tx.execute(
                "INSERT INTO setting (name, value) VALUES ('erased', 1)
                 ON CONFLICT (name) DO UPDATE SET value = value + 1",
                [],
            )?;
            Ok(())
        })?;
        // From here on each checkpoint empties the log, until it is empty.
        self.erasing = true;
        self.conn.execute_batch("VACUUM")?;
        // While another window is reading it cannot be emptied; then the next checkpoint does it.
        let _ = self.empty_the_wal();
        self.held_by(ids, second)
    }

    /// Makes every copy that holds one of these anew without them. A copy that cannot be read is
    /// removed, if a good backup stands beside the journal.
    ///
    /// # Errors
    /// [`StoreError`] when the journal cannot be read.
    pub fn erase_from_backups(
        &self,
        ids: &[Id],
        second: Option<&Path>,
    ) -> Result<Remade, StoreError> {
        self.must_be_there()?;
        let folders = backup::folders(&self.conn, &self.path, second)?;
        let mut done = Remade {
            not_reached: folders.not_there(),
            ..Remade::default()
        };
        let mut stay = Vec::new();
        for copy in self.held_by(ids, second)? {
            match without(&copy.path, &self.key, ids) {
                Ok(()) => done.remade += 1,
                Err(_) => stay.push(copy),
            }
        }
        let mut good = folders.there();
        if !stay.is_empty() && good.any(|it| backup::a_good_one_stands(it, &self.key)) {
            done.removed += stay.iter().filter(|it| clear(&it.path).is_ok()).count();
        }
        Ok(done)
    }

    /// The copies that hold one of these entries, or that cannot be read.
    fn held_by(&self, ids: &[Id], second: Option<&Path>) -> Result<Vec<Backup>, StoreError> {
        self.must_be_there()?;
        let folders = backup::folders(&self.conn, &self.path, second)?;
        let mut copies: Vec<Backup> = folders.there().flat_map(backup::listed).collect();
        copies.extend(put_aside_files(&self.path));
        copies.retain(|copy| holds_any(&copy.path, &self.key, ids).unwrap_or(true));
        Ok(copies)
    }
}

/// Takes away every row that says something of these entries.
fn forget_for_ever(conn: &Connection, ids: &[Id]) -> Result<(), StoreError> {
    for id in ids {
        let name = id.to_string();
        let row = "(SELECT row FROM entry WHERE id = ?1)";
        conn.execute(&format!("DELETE FROM words WHERE row = {row}"), [&name])?;
        for (table, column) in [
            ("answer", "entry"),
            ("heard", "entry"),
            ("heard", "carry"),
            ("carry", "entry"),
            ("waiting", "entry"),
            ("revision", "entry"),
            ("entry", "id"),
        ] {
            let gone = format!("DELETE FROM {table} WHERE {column} = ?1");
            conn.execute(&gone, [&name])?;
        }
        conn.execute(
            "DELETE FROM draft WHERE subject = ?1",
            [Subject::Walk(*id).to_string()],
        )?;
        // A half-done walk may show an intention of theirs. Its own words stay.
        conn.execute(
            "UPDATE draft SET words = '' WHERE field = ?1 AND subject IN
                 (SELECT subject FROM draft WHERE field = ?2 AND words = ?3)",
            params![
                Field::LastWords.to_string(),
                Field::LastOf.to_string(),
                name
            ],
        )?;
        quotes::unquote(conn, *id)?;
    }
    conn.execute("INSERT INTO search (search) VALUES ('rebuild')", [])?;
    Ok(())
}

/// Tells whether a copy says anything of one of these entries.
fn holds_any(copy: &Path, key: &Key, ids: &[Id]) -> Result<bool, StoreError> {
    let conn = open_settled(copy, key)?;
    for id in ids {
        let name = id.to_string();
        let said: bool = conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?1)
                 OR EXISTS (SELECT 1 FROM draft WHERE subject = ?2)
                 OR EXISTS (SELECT 1 FROM draft AS asked JOIN draft AS shown USING (subject)
                            WHERE asked.field = ?3 AND asked.words = ?1
                              AND shown.field = ?4 AND shown.words <> '')",
            params![
                name,
                Subject::Walk(*id).to_string(),
                Field::LastOf.to_string(),
                Field::LastWords.to_string()
            ],
            |row| row.get(0),
        )?;
        if said || quotes::is_quoted(&conn, *id)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Opens a copy in which nothing waits beside the file.
fn open_settled(copy: &Path, key: &Key) -> Result<Connection, StoreError> {
    let waits = |ending| std::fs::metadata(with(copy, ending)).is_ok_and(|it| it.len() > 0);
    if waits("-wal") || waits("-journal") {
        return Err(StoreError::NotThere(copy.to_owned()));
    }
    holds::open_whole(copy, key)
}

/// Makes a copy anew without these entries, and keeps its name.
fn without(copy: &Path, key: &Key, ids: &[Id]) -> Result<(), StoreError> {
    let mut name = copy.as_os_str().to_owned();
    name.push(".part");
    let unproven = std::path::PathBuf::from(name);
    let key = holds::fitting(copy, key)?;
    let made = (|| {
        clear(&unproven).map_err(|why| StoreError::Unexpected(Box::new(why)))?;
        backup::vacuum_into(&open_settled(copy, key)?, key, &unproven)?;
        let mut conn = connect::to_change(&unproven, key)?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        forget_for_ever(&tx, ids)?;
        tx.commit()?;
        conn.execute_batch("VACUUM")?;
        drop(conn);
        backup::prove(&unproven, key)
    })();
    backup::replace(copy, &unproven, made)
}
