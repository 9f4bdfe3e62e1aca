//! How the journal is kept: what stands beside it, how old it is, who may read it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, OptionalExtension, params};

use super::restore::PUT_ASIDE;
use super::row::{LISTED, day, listed, readable, stored_first_words, time};
use super::swap::with;
use super::tombstone::last_entry;
use super::{Seal, Store, StoreError, backup};
use crate::domain::{Backup, BackupWhy, Checked, Keeping, Listed, SecondFolder};

/// How the name of a file with rescued words begins.
const RESCUED: &str = "alongside-words-";
/// No place is further ahead of UTC, in milliseconds.
const AHEAD: i64 = 15 * 3_600 * 1_000;

impl Store {
    /// How the journal is kept, as it is now.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn keeping(&self, second: Option<&Path>) -> Result<Keeping, StoreError> {
        let folders = self.read(|conn| backup::folders(conn, &self.path, second))?;
        let entries: i64 = self.read(|conn| {
            let count = "SELECT count(*) FROM entry WHERE deleted = 0";
            Ok(conn.query_row(count, [], |row| row.get(0))?)
        })?;
        Ok(Keeping {
            journal: self.path.clone(),
            locked: self.is_locked(),
            read_only: self.read_only.as_ref().map(super::WhyReadOnly::what),
            backups: backup::listed(&folders.here),
            second: second.map(|folder| second_folder(&self.path, folder, &folders)),
            oldest: self.oldest()?,
            entries: usize::try_from(entries).unwrap_or(0),
            rescued: rescue_files(&self.path),
            not_locked: self.not_locked_with_it(),
        })
    }

    /// The day on which the oldest entry was finished. Practice counts here, and wherever it is about
    /// what lies on the disk: old entries, what was taken out, backups and erasing. Words of practice
    /// are there to be read by others as much as any.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn oldest(&self) -> Result<Option<NaiveDate>, StoreError> {
        self.read(|conn| {
            let mut oldest = conn.prepare_cached(
                "SELECT finished_at, finished_offset FROM entry WHERE deleted = 0
                 ORDER BY finished_at, id LIMIT 1",
            )?;
            let found = oldest.query_row([], |row| Ok(time(row.get(0)?, row.get(1)?)));
            Ok(found.optional()?.map(|at| at.date_naive()))
        })
    }

    /// The first day that an entry is about. Practice counts for nothing: whoever practised in spring
    /// and began in autumn began in autumn.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn first_day(&self) -> Result<Option<NaiveDate>, StoreError> {
        self.read(|conn| {
            // A day that is none, on a damaged row, is passed over.
            let mut days = conn.prepare_cached(
                "SELECT day FROM entry INDEXED BY entry_by_day
                 WHERE deleted = 0 AND practice = 0 ORDER BY day",
            )?;
            let mut days = readable(days.query_map([], |row| day(row, 0))?);
            Ok(days.next().transpose()?)
        })
    }

    /// The entries that were finished before this day, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn older(&self, before: NaiveDate) -> Result<Vec<Listed>, StoreError> {
        self.before(before, false)
    }

    /// The entries that were finished before this day and taken out since, newest first. What was
    /// written in them is still in the file, until they are erased.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn older_taken_out(&self, before: NaiveDate) -> Result<Vec<Listed>, StoreError> {
        self.before(before, true)
    }

    fn before(&self, first: NaiveDate, taken_out: bool) -> Result<Vec<Listed>, StoreError> {
        let midnight = first.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
        self.read(|conn| {
            // The day is the one of the place where it was finished; the first test is for the index.
            let mut older = conn.prepare_cached(&format!(
                "SELECT {LISTED} FROM entry
                 WHERE deleted = ?3 AND finished_at < ?1
                   AND finished_at + finished_offset * 1000 < ?2
                 ORDER BY finished_at DESC, id DESC"
            ))?;
            let asked = params![midnight + AHEAD, midnight, taken_out];
            let rows = older.query_map(asked, listed)?;
            let found = readable(rows).collect::<Result<_, _>>()?;
            with_last_words(conn, found, taken_out)
        })
    }

    /// The entries that were taken out of every list and can still be brought back, newest first.
    /// Their words are in the file until they are erased.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn taken_out(&self) -> Result<Vec<Listed>, StoreError> {
        self.read(|conn| {
            let mut out = conn.prepare_cached(&format!(
                "SELECT {LISTED} FROM entry WHERE deleted = 1
                 ORDER BY finished_at DESC, id DESC"
            ))?;
            let rows = out.query_map([], listed)?;
            with_last_words(conn, readable(rows).collect::<Result<_, _>>()?, true)
        })
    }

    /// Files with words beside a locked journal that are not under its key: what was rescued, and
    /// what was put aside. They are the person's own to look through, so nothing removes them.
    pub fn not_locked_with_it(&self) -> Vec<PathBuf> {
        if !self.is_locked() {
            return Vec::new();
        }
        let aside = put_aside_files(&self.path).into_iter().map(|it| it.path);
        let all = aside.chain(rescue_files(&self.path));
        all.filter(|path| !backup::fits(path, &self.key)).collect()
    }

    /// Looks over the journal as [`Store::check`] does, and everything that stands beside it: who
    /// may read it, and whether the backups are whole.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot even be looked over.
    pub fn look_over(&self, second: Option<&Path>) -> Result<Checked, StoreError> {
        let mut found = self.check()?;
        let folders = self.read(|conn| backup::folders(conn, &self.path, second))?;
        let mut ours = own_files(&self.path);
        for folder in folders.there().filter(|folder| folder.is_dir()) {
            ours.push(folder.to_owned());
            for made in backup::listed(folder) {
                ours.push(made.path.clone());
                if self.is_locked() && matches!(Seal::of(&made.path), Ok(Seal::Open)) {
                    found.open_backups.push(made.path);
                } else if backup::is_whole(&made.path, &self.key).is_err() {
                    found.bad_backups.push(made.path);
                } else if found
                    .good_backup
                    .as_ref()
                    .is_none_or(|it| it.made < made.made)
                {
                    found.good_backup = Some(made);
                }
            }
        }
        found.open_to_others = ours.into_iter().filter(|it| others_may_read(it)).collect();
        Ok(found)
    }
}

/// How a journal is kept that is not open, as far as that can be told without opening it.
pub fn keeping_unopened(journal: &Path, second: Option<&Path>) -> Keeping {
    let journal = super::open::whole(journal);
    let folders = backup::folders_unopened(&journal, second);
    Keeping {
        locked: matches!(Seal::of(&journal), Ok(Seal::Locked(_))),
        backups: backup::listed(&folders.here),
        second: second.map(|folder| second_folder(&journal, folder, &folders)),
        rescued: rescue_files(&journal),
        journal,
        ..Keeping::default()
    }
}

/// The rows of entries that were taken out hold none of their words: so that one can be told from
/// another, they are read from what was last written. One that cannot be read stays without.
fn with_last_words(
    conn: &Connection,
    mut found: Vec<Listed>,
    taken_out: bool,
) -> Result<Vec<Listed>, StoreError> {
    for listed in found.iter_mut().filter(|_| taken_out) {
        match last_entry(conn, listed.id) {
            Ok(entry) => listed.words = stored_first_words(entry.first_words()),
            Err(StoreError::Unreadable { .. }) => {}
            Err(why) => return Err(why),
        }
    }
    Ok(found)
}

fn second_folder(journal: &Path, folder: &Path, folders: &backup::Folders) -> SecondFolder {
    let own = match &folders.second {
        Some(Ok(own)) => backup::listed(own),
        _ => Vec::new(),
    };
    // On a new computer the stick knows the journal by another number: all are offered then.
    let backups = if own.is_empty() {
        let others = backup::second_of(folder, journal);
        let mut all: Vec<Backup> = others.flat_map(|it| backup::listed(&it)).collect();
        all.sort_by(|one, other| (other.made, &other.path).cmp(&(one.made, &one.path)));
        all
    } else {
        own
    };
    SecondFolder {
        folder: folder.to_owned(),
        is_there: folder.is_dir(),
        backups,
    }
}

/// The journal and what stands beside it while it is open.
fn own_files(journal: &Path) -> Vec<PathBuf> {
    let mut all = vec![journal.to_owned()];
    all.extend(["-wal", "-shm"].map(|ending| with(journal, ending)));
    all.extend(["open", "lock"].map(|ending| super::locks::beside(journal, ending)));
    all.extend(put_aside_files(journal).into_iter().map(|it| it.path));
    all.extend(rescue_files(journal));
    all
}

/// Tells whether others on this computer may read or change a file. This opens nothing.
fn others_may_read(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).is_ok_and(|it| it.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Rescue files beside a journal, with words it could not take.
pub(super) fn rescue_files(journal: &Path) -> Vec<PathBuf> {
    named_beside(journal, |name| {
        name.starts_with(RESCUED) && [".txt", ".db"].iter().any(|it| name.ends_with(it))
    })
}

/// What was put aside when a backup took its place.
pub(super) fn put_aside_files(journal: &Path) -> Vec<Backup> {
    let name = journal.file_name().unwrap_or_default().to_string_lossy();
    let begins = format!("{name}.{PUT_ASIDE}");
    let of_the_engine = |name: &str| {
        ["-wal", "-shm", "-journal"]
            .iter()
            .any(|it| name.ends_with(it))
    };
    let found = named_beside(journal, |name| {
        name.starts_with(&begins) && !of_the_engine(name)
    });
    let made = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        backup::put_aside_at(name.strip_prefix(&begins)?)
    };
    let read = found.into_iter().map(|path| Backup {
        made: made(&path).unwrap_or_default(),
        path,
        why: BackupWhy::Other,
    });
    read.collect()
}

fn named_beside(journal: &Path, is_meant: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let folder = journal.parent().into_iter().flat_map(fs::read_dir);
    let files = folder.flatten().flatten().map(|file| file.path());
    let mut found: Vec<PathBuf> = files
        .filter(|path| {
            path.file_name()
                .and_then(|it| it.to_str())
                .is_some_and(&is_meant)
        })
        .collect();
    found.sort();
    found
}
