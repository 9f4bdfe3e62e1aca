//! Deleting entries for ever: from the journal, and from its copies.
//!
//! Every row that says something of them goes, the search index is built anew (words stay in it
//! when rows are only deleted), the file is written anew without the room they took, and the log
//! is emptied. What a later entry quotes of an erased one goes as well.

mod pointers;
mod quotes;

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::backup;
use super::keeping::put_aside_files;
use super::row::{self, readable};
use super::search::terms;
use super::swap::clear;
use super::{Key, Store, StoreError, carries, connect, holds};
use crate::domain::{Backup, Field, Id, Remade};

impl Store {
    /// Erases entries, and any walk that is half-done about them, from the journal. The answer says
    /// which copies still hold them, or cannot be read to tell.
    ///
    /// # Errors
    /// [`StoreError::StillToClear`] when they are gone from every list while their bytes are still in
    /// the file: each checkpoint tries to clear them away, also after the journal was opened anew.
    /// Any other [`StoreError`]: nothing was erased.
    pub fn erase(&mut self, ids: &[Id], second: Option<&Path>) -> Result<Vec<Backup>, StoreError> {
        self.forget(ids)?;
        self.clear_away()
            .map_err(|why| StoreError::StillToClear(Box::new(why)))?;
        self.held_by(ids, second)
    }

    /// Takes them out of every table, and notes that they are still to be cleared away.
    pub(super) fn forget(&mut self, ids: &[Id]) -> Result<(), StoreError> {
        self.renew()?;
        // For each row that goes, the engine would look through all entries for one that leads to it.
        self.conn.execute_batch("PRAGMA foreign_keys = OFF")?;
        let forgotten = self.write(|tx| {
            forget_for_ever(tx, ids)?;
            Ok(tx.execute_batch(
                "INSERT INTO setting (name, value) VALUES ('erased', 1)
                 ON CONFLICT (name) DO UPDATE SET value = value + 1;
                 INSERT OR REPLACE INTO setting (name, value) VALUES ('to_clear', 1);",
            )?)
        });
        self.conn.execute_batch("PRAGMA foreign_keys = ON")?;
        forgotten
    }

    /// Writes the file anew without the room that erased words took, and empties the log.
    pub(super) fn clear_away(&mut self) -> Result<(), StoreError> {
        // From here on each checkpoint comes by here, until the log is empty.
        self.erasing = true;
        if is_to_clear(&self.conn)? {
            self.conn.execute_batch("VACUUM")?;
            self.write(|tx| {
                tx.execute("DELETE FROM setting WHERE name = 'to_clear'", [])?;
                Ok(())
            })?;
        }
        // While another window is reading it cannot be emptied; then the next checkpoint does it.
        self.empty_the_wal()
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

/// Tells whether a program was killed, or found no room, before erased words were cleared away.
pub(super) fn is_to_clear(conn: &Connection) -> Result<bool, StoreError> {
    let to_clear = "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'to_clear')";
    Ok(conn.query_row(to_clear, [], |row| row.get(0))?)
}

/// What goes, table by table in the order in which it may. Every row of another table that leads to
/// an entry is named here, and that there is no other is looked at in the end. A copy of an older
/// form has not all of them.
const GOES: [(&str, &str); 12] = [
    (
        "words",
        "row IN (SELECT row FROM entry WHERE id IN (SELECT id FROM temp.gone))",
    ),
    ("answer", "entry IN (SELECT id FROM temp.gone)"),
    ("tag", "entry IN (SELECT id FROM temp.gone)"),
    (
        "heard",
        "entry IN (SELECT id FROM temp.gone) OR carry IN (SELECT id FROM temp.gone)",
    ),
    ("said", "carry IN (SELECT id FROM temp.gone)"),
    ("carry", "entry IN (SELECT id FROM temp.gone)"),
    ("waiting", "entry IN (SELECT id FROM temp.gone)"),
    ("brought", "entry IN (SELECT id FROM temp.gone)"),
    ("revision", "entry IN (SELECT id FROM temp.gone)"),
    ("entry", "id IN (SELECT id FROM temp.gone)"),
    // Walks and forms alike: their names end with what they are about.
    (
        "draft",
        "substr(subject, -36) IN (SELECT id FROM temp.gone)",
    ),
    // A line on a sheet that is not finished: its field is named by the entry it is about.
    (
        "draft",
        "field LIKE 'line.%' AND substr(field, 6, 36) IN (SELECT id FROM temp.gone)",
    ),
];

/// Takes away every row that says something of these entries.
fn forget_for_ever(conn: &Connection, ids: &[Id]) -> Result<(), StoreError> {
    // In memory, as everything of that kind is.
    conn.execute_batch("CREATE TEMP TABLE gone (id TEXT PRIMARY KEY)")?;
    let mut goes = conn.prepare("INSERT OR IGNORE INTO temp.gone VALUES (?1)")?;
    for id in ids {
        goes.execute([id.to_string()])?;
    }
    drop(goes);
    let has_shelf = has_table(conn, "shelf")?;
    let spoken_of = if has_shelf {
        spoken_of(conn)?
    } else {
        Vec::new()
    };
    for (table, about_them) in GOES {
        if has_table(conn, table)? {
            conn.execute(&format!("DELETE FROM {table} WHERE {about_them}"), [])?;
        }
    }
    // A half-done walk may show an intention of theirs. Its own words stay.
    conn.execute(
        "UPDATE draft SET words = '' WHERE field = ?1 AND subject IN
             (SELECT subject FROM draft
              WHERE field = ?2 AND words IN (SELECT id FROM temp.gone))",
        [Field::LastWords.to_string(), Field::LastOf.to_string()],
    )?;
    let ids: BTreeSet<Id> = ids.iter().copied().collect();
    quotes::unquote(conn, &ids)?;
    if has_shelf {
        pointers::take_away(conn, &ids)?;
    }
    for intention in spoken_of {
        carries::settle(conn, intention)?;
    }
    conn.execute("INSERT INTO search (search) VALUES ('rebuild')", [])?;
    if has_table(conn, "term")? {
        terms::make_anew(conn)?;
    }
    conn.execute_batch("DROP TABLE temp.gone")?;
    if conn.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(StoreError::Unexpected("rows would stand alone".into()));
    }
    Ok(())
}

/// The intentions that the ones that go say something about.
fn spoken_of(conn: &Connection) -> Result<Vec<Id>, StoreError> {
    let mut spoken_of =
        conn.prepare("SELECT DISTINCT carry FROM heard WHERE entry IN (SELECT id FROM temp.gone)")?;
    let spoken_of = spoken_of.query_map([], |heard| row::id(heard, 0))?;
    Ok(readable(spoken_of).collect::<Result<_, _>>()?)
}

fn has_table(conn: &Connection, name: &str) -> Result<bool, StoreError> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1")?
        .exists([name])?)
}

/// Tells whether a copy says anything of one of these entries.
fn holds_any(copy: &Path, key: &Key, ids: &[Id]) -> Result<bool, StoreError> {
    must_be_settled(copy)?;
    let conn = backup::open(copy, holds::fitting(copy, key)?)?;
    let ids: BTreeSet<Id> = ids.iter().copied().collect();
    let about = "SELECT id FROM entry
                 UNION SELECT substr(subject, -36) FROM draft
                 UNION SELECT substr(field, 6, 36) FROM draft WHERE field LIKE 'line.%'
                 UNION SELECT asked.words FROM draft AS asked JOIN draft AS shown USING (subject)
                     WHERE asked.field = ?1 AND shown.field = ?2 AND shown.words <> ''";
    let mut about = conn.prepare(about)?;
    let fields = [Field::LastOf.to_string(), Field::LastWords.to_string()];
    for id in about.query_map(fields, |each| each.get::<_, String>(0))? {
        if id?.parse().is_ok_and(|id| ids.contains(&id)) {
            return Ok(true);
        }
    }
    if has_table(&conn, "shelf")? && pointers::are_any(&conn, &ids)? {
        return Ok(true);
    }
    quotes::is_any_quoted(&conn, &ids)
}

/// Refuses a copy that something waits for beside the file: it is not the whole of it.
fn must_be_settled(copy: &Path) -> Result<(), StoreError> {
    if holds::waits_beside(copy) {
        return Err(StoreError::BackupInTwo(copy.to_owned()));
    }
    Ok(())
}

/// Makes a copy anew without these entries, and keeps its name.
fn without(copy: &Path, key: &Key, ids: &[Id]) -> Result<(), StoreError> {
    let mut name = copy.as_os_str().to_owned();
    name.push(".part");
    let unproven = std::path::PathBuf::from(name);
    let key = holds::fitting(copy, key)?;
    let made = (|| {
        clear(&unproven).map_err(|why| StoreError::Unexpected(Box::new(why)))?;
        must_be_settled(copy)?;
        backup::vacuum_into(&holds::open_whole(copy, key)?, key, &unproven)?;
        let mut conn = connect::to_change(&unproven, key)?;
        conn.execute_batch("PRAGMA foreign_keys = OFF")?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        forget_for_ever(&tx, ids)?;
        tx.commit()?;
        conn.execute_batch("VACUUM")?;
        drop(conn);
        backup::prove(&unproven, key)
    })();
    backup::replace(copy, &unproven, made)
}
