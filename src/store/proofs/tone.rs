//! Every trouble in one sitting, so that the tone can be read.

use std::fmt::Write;
use std::path::PathBuf;

use rusqlite::ffi;

use super::super::{OldForm, StoreError, WhyReadOnly};
use super::kit::{at, id};

fn engine(code: i32) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("jargon".into()))
}

fn every_read_only() -> impl Iterator<Item = StoreError> {
    let why = [
        WhyReadOnly::Asked,
        WhyReadOnly::OtherWindow {
            pid: Some(7),
            since: Some(at(0)),
        },
        WhyReadOnly::File,
        WhyReadOnly::Folder,
        WhyReadOnly::Newer { version: None },
        WhyReadOnly::Newer {
            version: Some("9.1".into()),
        },
        WhyReadOnly::OldForm(OldForm::Damaged),
        WhyReadOnly::OldForm(OldForm::NoCopy),
        WhyReadOnly::OldForm(OldForm::NoRoom),
        WhyReadOnly::OldForm(OldForm::Otherwise),
        WhyReadOnly::Erased,
    ];
    why.into_iter().map(StoreError::ReadOnly)
}

fn every_cannot_make() -> impl Iterator<Item = StoreError> {
    let kinds = [
        std::io::ErrorKind::PermissionDenied,
        std::io::ErrorKind::ReadOnlyFilesystem,
        std::io::ErrorKind::StorageFull,
        std::io::ErrorKind::NotADirectory,
    ];
    kinds.into_iter().map(|kind| StoreError::CannotMake {
        path: "/home/me/journal.db".into(),
        source: kind.into(),
    })
}

fn every_lock() -> Vec<StoreError> {
    let path = PathBuf::from("/home/me/journal.db");
    vec![
        StoreError::Locked {
            path: path.clone(),
            backup: None,
        },
        StoreError::WrongKey {
            path: path.clone(),
            backup: None,
        },
        StoreError::WrongKey {
            path: path.clone(),
            backup: Some("/home/me/journal.db.backups/2026-03-12.db".into()),
        },
        StoreError::NotAlone,
        StoreError::NoRoom(std::io::ErrorKind::StorageFull.into()),
        StoreError::NotRemade {
            path: path.clone(),
            is_full: true,
            source: Box::new(StoreError::NotAlone),
        },
        StoreError::NotRemade {
            path,
            is_full: false,
            source: Box::new(StoreError::Disk(engine(ffi::SQLITE_IOERR))),
        },
    ]
}

fn every_trouble_with_a_backup() -> Vec<StoreError> {
    vec![
        StoreError::NoBackup {
            path: "/home/me/journal.db.backups".into(),
            source: "jargon".into(),
        },
        StoreError::NoRoomForBackup("/home/me/journal.db.backups".into()),
        StoreError::NoSecondFolder("/media/stick".into()),
        StoreError::BackupUnreadable {
            path: "/media/stick/old.db".into(),
            source: "jargon".into(),
        },
        StoreError::BackupLocked("/media/stick/old.db".into()),
        StoreError::BackupInTwo("/media/stick/old.db".into()),
        StoreError::NoBackupButItself("/home/me/journal.db".into()),
        StoreError::StillToClear(Box::new(StoreError::NotAlone)),
    ]
}

fn every_trouble() -> Vec<StoreError> {
    let path = PathBuf::from("/home/me/journal.db");
    let backup = Some(PathBuf::from("/home/me/journal.db.backups/2026-03-12.db"));
    let full = engine(ffi::SQLITE_FULL);
    let mut troubles = vec![
        full.into(),
        engine(ffi::SQLITE_BUSY).into(),
        engine(ffi::SQLITE_IOERR).into(),
        engine(ffi::SQLITE_CORRUPT).into(),
        engine(ffi::SQLITE_MISUSE).into(),
        StoreError::InUse(engine(ffi::SQLITE_BUSY)),
        StoreError::from(engine(ffi::SQLITE_CORRUPT)).with_backup(|| backup.clone()),
        StoreError::Unreadable {
            entry: id(1),
            backup: None,
            is_newer: false,
        },
        StoreError::Unreadable {
            entry: id(1),
            backup: backup.clone(),
            is_newer: false,
        },
        StoreError::Unreadable {
            entry: id(1),
            backup: backup.clone(),
            is_newer: true,
        },
        StoreError::NotInJournal { taken_out: true },
        StoreError::NotInJournal { taken_out: false },
        StoreError::NotAJournal {
            path: path.clone(),
            backup: None,
        },
        StoreError::Gone {
            path: path.clone(),
            backup: "/home/me/journal.db.backups/2026-03-12.db".into(),
        },
        StoreError::Empty {
            path: path.clone(),
            backup: None,
        },
        StoreError::Empty {
            path: path.clone(),
            backup,
        },
        StoreError::Older,
        StoreError::IsFolder("/home/me".into()),
        StoreError::NotThere(path.clone()),
        StoreError::CannotOpen {
            path: path.clone(),
            source: None,
        },
        StoreError::BeingReplaced,
    ];
    troubles.extend(every_lock());
    troubles.extend(every_trouble_with_a_backup());
    troubles.extend(every_cannot_make());
    troubles.extend(every_read_only());
    troubles
}

#[test]
fn every_trouble_is_said_in_plain_words() {
    const NEVER: [&str; 17] = [
        "sql",
        "database",
        "schema",
        "wal",
        "transaction",
        "error",
        "invalid",
        "!",
        "fail",
        "risk",
        "score",
        "missed",
        "incomplete",
        "streak",
        "corrupt",
        "abort",
        "null",
    ];
    for trouble in every_trouble() {
        for said in [trouble.what(), trouble.words().into(), trouble.todo()] {
            let longest = said
                .split(". ")
                .map(|it| it.split_whitespace().count())
                .max();
            assert!(longest <= Some(25), "too long: {said}");
            assert!(
                said.starts_with(|c: char| c.is_uppercase() || c == '/'),
                "{said}"
            );
            // The one report line ends with what the engine says.
            if !matches!(trouble, StoreError::Unexpected(_)) {
                assert!(said.ends_with('.'), "{said}");
                let low = said.to_lowercase();
                let bad = NEVER.iter().find(|word| low.contains(*word));
                assert_eq!(bad, None, "{said}");
            }
        }
        assert!(
            trouble.short().split(' ').count() <= 7,
            "{}",
            trouble.short()
        );
    }
}

#[test]
fn every_trouble_in_one_sitting() {
    let mut all = String::new();
    for trouble in every_trouble() {
        let _ = writeln!(all, "[{}]", trouble.short());
        let _ = writeln!(
            all,
            "{} {}\n{}\n",
            trouble.what(),
            trouble.words(),
            trouble.todo()
        );
    }
    insta::assert_snapshot!(all);
}
