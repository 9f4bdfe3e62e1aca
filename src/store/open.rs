//! Opening a journal, whatever is found at its path.
//!
//! As far as it can be, the answer is a store: one that can only be read, and says why, is of
//! more use than a refusal.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, MAIN_DB};

use super::connect::{self, Form};
use super::damage::Damage;
use super::locks::{self, Held, Hold};
use super::migrate::{self, APPLICATION, STEPS, Step};
use super::{
    Access, IN_MEMORY, Key, OldForm, Store, StoreError, WhyReadOnly, backup, erase, files, older,
    swap,
};

/// What stands at a path.
enum Found {
    Nothing,
    EmptyFile,
    AFile,
}

impl Store {
    /// Opens the journal at a path. To write, it is made if it is not there, and brought up to
    /// date if it is older.
    ///
    /// A journal that cannot be written comes as one to read: [`Store::read_only`] says why.
    ///
    /// # Errors
    /// [`StoreError`] when there is nothing that could be read.
    pub fn open(
        path: &Path,
        access: Access,
        key: &Key,
        at: DateTime<FixedOffset>,
    ) -> Result<Self, StoreError> {
        Self::open_with(path, access, key, at, STEPS)
    }

    /// Opens a journal that is gone when it is dropped.
    ///
    /// # Errors
    /// [`StoreError`] when there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut conn = connect::in_memory()?;
        migrate::migrate(&mut conn, STEPS, 0, |_, _| Ok(()))?;
        Ok(Self {
            conn,
            path: PathBuf::from(IN_MEMORY),
            key: Key::None,
            read_only: None,
            is_put_together: false,
            erasing: false,
            damage: Damage::default(),
            held: Held::default(),
        })
    }

    pub(super) fn open_with(
        path: &Path,
        access: Access,
        key: &Key,
        at: DateTime<FixedOffset>,
        steps: &[Step],
    ) -> Result<Self, StoreError> {
        let path = whole(path);
        let found = look(&path)?;
        if access == Access::Read {
            match found {
                Found::EmptyFile => refuse_an_emptied(&path)?,
                Found::Nothing => refuse_a_gone(&path)?,
                Found::AFile => {}
            }
            if !matches!(found, Found::AFile) {
                return Err(StoreError::NotThere(path));
            }
            return reading(path, key, WhyReadOnly::Asked, steps);
        }
        writing(path, access, key, at, steps, &found)
    }
}

/// Follows links, so that a journal has one name and one lock. This opens nothing.
pub(super) fn whole(path: &Path) -> PathBuf {
    fs::canonicalize(path)
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}

fn look(path: &Path) -> Result<Found, StoreError> {
    match fs::metadata(path) {
        Ok(it) if it.is_dir() => Err(StoreError::IsFolder(path.to_owned())),
        Ok(it) if !it.is_file() => Err(StoreError::NotAJournal {
            path: path.to_owned(),
            backup: None,
        }),
        Ok(it) if it.len() > 0 => Ok(Found::AFile),
        Ok(_) => Ok(Found::EmptyFile),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(Found::Nothing),
        // There may well be a journal, in a folder that may not be looked into.
        Err(why) if why.kind() == ErrorKind::PermissionDenied => Err(StoreError::CannotOpen {
            path: path.to_owned(),
            source: None,
        }),
        Err(source) => Err(StoreError::CannotMake {
            path: path.to_owned(),
            source,
        }),
    }
}

fn writing(
    path: PathBuf,
    access: Access,
    key: &Key,
    at: DateTime<FixedOffset>,
    steps: &[Step],
    found: &Found,
) -> Result<Store, StoreError> {
    match found {
        Found::EmptyFile => refuse_an_emptied(&path)?,
        Found::Nothing => {
            refuse_a_gone(&path)?;
            files::make(&path)?;
        }
        Found::AFile => {}
    }
    let Hold::Ours(shared) = locks::share(&path) else {
        return Err(StoreError::BeingReplaced);
    };
    let mut lock = None;
    if access == Access::Write {
        match locks::take(&path) {
            Hold::Ours(ours) => {
                lock = ours;
                swap::clear_left_over(&path);
            }
            Hold::Theirs(theirs) => {
                let (pid, since) = locks::who(&theirs);
                return reading(path, key, WhyReadOnly::OtherWindow { pid, since }, steps);
            }
        }
    }
    let conn = match connect::to_write(&path, key) {
        Ok(conn) => conn,
        Err(why) if connect::is_about_writing(&why) => {
            return reading(path, key, WhyReadOnly::Folder, steps);
        }
        Err(why) => return Err(connect::trouble(&path, key, why)),
    };
    if let Some(why) = why_not(&conn, &path, key, steps)? {
        drop(conn);
        return reading(path, key, why, steps);
    }
    let held = Held::new(shared, lock);
    let table = Table { path, key, access };
    to_write(conn, table, held, at, steps)
}

/// A journal that is about to be written in.
struct Table<'a> {
    path: PathBuf,
    key: &'a Key,
    access: Access,
}

/// Brings a journal up to date, and hands it over to be written in; where that cannot be done, to be
/// read as it is.
fn to_write(
    mut conn: Connection,
    table: Table<'_>,
    held: Held,
    at: DateTime<FixedOffset>,
    steps: &[Step],
) -> Result<Store, StoreError> {
    let Table { path, key, access } = table;
    let form = connect::form(&conn).map_err(|why| connect::trouble(&path, key, why))?;
    let is_older = form.version > 0 && form.version < migrate::newest(steps);
    if is_older && !is_alone(&path, &held, access) {
        if access == Access::Note {
            return Err(StoreError::NotAlone);
        }
        drop(conn);
        let (pid, since) = (None, None);
        return as_it_is(path, key, WhyReadOnly::OtherWindow { pid, since }, held);
    }
    let begun = begin(&mut conn, &path, key, at, steps);
    if is_older {
        held.let_in();
    }
    if let Err(why) = begun {
        let Some(because) = OldForm::of(&why).filter(|_| is_older) else {
            return Err(why);
        };
        drop(conn);
        // Where nothing of it can be read either, the first trouble is the one to tell.
        return as_it_is(path, key, WhyReadOnly::OldForm(because), held).map_err(|_again| why);
    }
    held.sign(at);
    // What a killed program had begun to erase goes when there is time.
    let erasing = access == Access::Write && erase::is_to_clear(&conn).unwrap_or(false);
    Ok(Store {
        conn,
        path,
        key: key.clone(),
        read_only: None,
        is_put_together: false,
        erasing,
        damage: Damage::default(),
        held,
    })
}

/// Tells whether nobody else has a journal open, and shuts others out. Its form is not changed under
/// a window of an older program: that would go on writing in the old one.
fn is_alone(path: &Path, held: &Held, access: Access) -> bool {
    // Only the one who writes may ask, so a line from the shell is that one for as long as it asks.
    let _lock = match access {
        Access::Note => match locks::take(path) {
            Hold::Ours(lock) => lock,
            Hold::Theirs(_) => return false,
        },
        Access::Write | Access::Read => None,
    };
    held.be_alone()
}

/// Opens a journal of an older form to be read as it is.
fn as_it_is(path: PathBuf, key: &Key, why: WhyReadOnly, held: Held) -> Result<Store, StoreError> {
    Ok(Store {
        conn: older::put_together(&path, key)?,
        path,
        key: key.clone(),
        read_only: Some(why),
        is_put_together: true,
        erasing: false,
        damage: Damage::default(),
        held,
    })
}

/// An empty file is a new journal, unless something says that there were words in it.
fn refuse_an_emptied(path: &Path) -> Result<(), StoreError> {
    let backup = backup::newest(path);
    if backup.is_none() && !locks::was_signed(path) {
        return Ok(());
    }
    Err(StoreError::Empty {
        path: path.to_owned(),
        backup,
    })
}

/// Nothing at all is a new journal as well, unless there are backups of one: a new journal in its
/// place would hide that it is gone, and its backups would in time take the others' place.
fn refuse_a_gone(path: &Path) -> Result<(), StoreError> {
    match backup::newest(path) {
        None => Ok(()),
        Some(backup) => Err(StoreError::Gone {
            path: path.to_owned(),
            backup,
        }),
    }
}

/// Finds out why a journal cannot be written, if so.
fn why_not(
    conn: &Connection,
    path: &Path,
    key: &Key,
    steps: &[Step],
) -> Result<Option<WhyReadOnly>, StoreError> {
    let trouble = |why| connect::trouble(path, key, why);
    if conn.is_readonly(MAIN_DB).map_err(trouble)? {
        return Ok(Some(WhyReadOnly::File));
    }
    let form = match connect::form(conn).and_then(|form| connect::probe(conn).map(|()| form)) {
        Ok(form) => form,
        Err(why) if connect::is_about_writing(&why) => return Ok(Some(WhyReadOnly::Folder)),
        Err(why) => return Err(trouble(why)),
    };
    must_be_ours(&form, path)?;
    Ok((form.version > migrate::newest(steps)).then(|| newer(conn)))
}

fn must_be_ours(form: &Form, path: &Path) -> Result<(), StoreError> {
    if form.application == APPLICATION || (form.blank && form.application == 0) {
        return Ok(());
    }
    Err(StoreError::NotAJournal {
        path: path.to_owned(),
        backup: backup::newest(path),
    })
}

fn newer(conn: &Connection) -> WhyReadOnly {
    let made_by = "SELECT value FROM setting WHERE name = 'made_by'";
    WhyReadOnly::Newer {
        version: conn.query_row(made_by, [], |row| row.get(0)).ok(),
    }
}

fn begin(
    conn: &mut Connection,
    path: &Path,
    key: &Key,
    at: DateTime<FixedOffset>,
    steps: &[Step],
) -> Result<(), StoreError> {
    let trouble = |why| connect::trouble(path, key, why);
    connect::use_the_log(conn).map_err(trouble)?;
    let from = connect::form(conn).map_err(trouble)?.version;
    migrate::migrate(conn, steps, from, |conn, to| {
        backup::before_form(conn, path, to, key, at).map(|_made| ())
    })
}

fn reading(
    path: PathBuf,
    key: &Key,
    why: WhyReadOnly,
    steps: &[Step],
) -> Result<Store, StoreError> {
    let Hold::Ours(shared) = locks::share(&path) else {
        return Err(StoreError::BeingReplaced);
    };
    let trouble = |why| connect::trouble(&path, key, why);
    let conn = connect::to_read(&path, key).map_err(trouble)?;
    let form = connect::form(&conn).map_err(trouble)?;
    must_be_ours(&form, &path)?;
    if form.version < migrate::newest(steps) {
        if why == WhyReadOnly::Asked {
            return Err(StoreError::Older);
        }
        // It cannot be brought up to date now, so it is read as it is.
        drop(conn);
        return as_it_is(path, key, why, Held::new(shared, None));
    }
    let is_newer = form.version > migrate::newest(steps);
    let why = if is_newer { newer(&conn) } else { why };
    Ok(Store {
        conn,
        path,
        key: key.clone(),
        read_only: Some(why),
        is_put_together: false,
        erasing: false,
        damage: Damage::default(),
        held: Held::new(shared, None),
    })
}
