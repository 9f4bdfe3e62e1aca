//! Looking the whole journal over.
//!
//! Too slow for every start, so it is done when asked for: the engine's own look at the file, and
//! every revision against its digest.

use rusqlite::{Connection, OptionalExtension};

use super::damage::Damage;
use super::locks::Held;
use super::revision::{WRITTEN, verified};
use super::{Store, StoreError, connect, row, said};
use crate::domain::{Checked, Id};

impl Store {
    /// Looks over the file and every revision in it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot even be looked over.
    pub fn check(&self) -> Result<Checked, StoreError> {
        if self.is_put_together {
            // What is looked over is the file, and not what was put together from it.
            return self.file_as_it_is()?.check();
        }
        let mut found = Checked::default();
        let looks = [
            look_at_the_file,
            look_at_the_rows,
            look_at_the_words,
            look_beside_the_entries,
        ];
        for look in looks {
            match look(self, &mut found) {
                Ok(()) => {}
                // Where the damage is so great that it ends the look, that is what there is to say.
                Err(StoreError::Damaged { source, .. }) => found.file.push(source.to_string()),
                Err(why) => return Err(why),
            }
        }
        Ok(found)
    }

    /// The file of a journal that was put together in memory, held by the one who has that.
    fn file_as_it_is(&self) -> Result<Self, StoreError> {
        let trouble = |why| connect::trouble(&self.path, &self.key, why);
        Ok(Self {
            conn: connect::to_read(&self.path, &self.key).map_err(trouble)?,
            path: self.path.clone(),
            key: self.key.clone(),
            read_only: self.read_only.clone(),
            is_put_together: false,
            erasing: false,
            damage: Damage::default(),
            held: Held::default(),
        })
    }
}

fn look_at_the_file(store: &Store, found: &mut Checked) -> Result<(), StoreError> {
    let said: Vec<String> = store.read(|conn| {
        let mut said = conn.prepare("PRAGMA integrity_check")?;
        let lines = said.query_map([], |row| row.get(0))?;
        Ok(lines.collect::<Result<_, _>>()?)
    })?;
    found
        .file
        .extend(said.into_iter().filter(|line| line != "ok"));
    if !found.file.is_empty() {
        // It met damage without a word of trouble.
        store.note_damage(&StoreError::Unexpected(found.file.join(" ").into()));
    }
    Ok(())
}

fn look_at_the_rows(store: &Store, found: &mut Checked) -> Result<(), StoreError> {
    store.read(|conn| {
        let mut broken = conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = broken.query([])?;
        while let Some(row) = rows.next()? {
            let table: String = row.get(0)?;
            found.file.push(format!("a row of {table} stands alone"));
        }
        Ok(())
    })
}

fn look_at_the_words(store: &Store, found: &mut Checked) -> Result<(), StoreError> {
    for (row, entry) in store.read(every_revision)? {
        found.revisions += 1;
        let is_whole = match store.read(|conn| is_whole(conn, row)) {
            Err(StoreError::Damaged { .. }) => false,
            read => read?,
        };
        if !is_whole {
            found.unreadable.push(entry);
            // Half of it may have been read without a word of trouble.
            store.note_damage(&StoreError::Unreadable {
                entry,
                backup: None,
                is_newer: false,
            });
        }
    }
    found.unreadable.dedup();
    let kept: Vec<Id> = store.read(|conn| {
        let mut kept = conn.prepare("SELECT id FROM entry WHERE deleted = 0")?;
        let ids = kept.query_map([], |each| row::id(each, 0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    })?;
    let can_be_read = kept.iter().filter(|id| !found.unreadable.contains(id));
    found.entries += can_be_read.count();
    Ok(())
}

/// What is kept beside the entries has no name that a person would know it by, so it is counted.
fn look_beside_the_entries(store: &Store, found: &mut Checked) -> Result<(), StoreError> {
    // The first form had none of it.
    let has_shelf = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'shelf'";
    if !store.read(|conn| Ok(conn.prepare(has_shelf)?.exists([])?))? {
        return Ok(());
    }
    let shelf = store.damaged_on_shelf()?;
    let said = store.read(said::damaged)?;
    for (table, damaged) in [("shelf", shelf), ("said", said)] {
        if damaged > 0 {
            let line = format!("{damaged} of {table} not as written");
            store.note_damage(&StoreError::Unexpected(line.clone().into()));
            found.file.push(line);
        }
    }
    Ok(())
}

/// Every revision by its row, read from the index: a damaged revision is not touched yet.
fn every_revision(conn: &Connection) -> Result<Vec<(i64, Id)>, StoreError> {
    let mut every = conn
        .prepare("SELECT row, entry FROM revision INDEXED BY revision_by_entry ORDER BY entry")?;
    let rows = every.query_map([], |each| Ok((each.get(0)?, row::id(each, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn is_whole(conn: &Connection, row: i64) -> Result<bool, StoreError> {
    let read = conn
        .prepare_cached(&format!("SELECT {WRITTEN} FROM revision WHERE row = ?1"))?
        .query_row([row], verified)
        .optional();
    Ok(read?.flatten().is_some())
}
