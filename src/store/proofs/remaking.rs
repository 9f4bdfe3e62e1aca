//! Backups after the journal's key has changed: one key opens them all, and none is lost for it.

use std::fs;
use std::path::PathBuf;

use super::super::{Access, Key, Seal, Store, backup, look_into};
use super::kit::{Desk, at, entry, holding, key, walk};
use crate::domain::BackupWhy;

const NOTHING: Vec<PathBuf> = Vec::new();

/// A journal with three backups here and three on a stick.
fn backed_up(desk: &Desk, key: &Key) -> (Store, PathBuf) {
    let stick = desk.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let mut store = Store::open(&desk.journal(), Access::Write, key, at(0)).unwrap();
    for number in 0..3 {
        store
            .finish(
                &walk(entry(number, "lanterns by the canal")),
                at(number.into()),
            )
            .unwrap();
        let at = at(1_500 * i64::from(number));
        store.back_up(Some(&stick), BackupWhy::Daily, at).unwrap();
    }
    (store, stick)
}

fn folders(desk: &Desk) -> [PathBuf; 2] {
    [
        desk.beside("backups"),
        desk.folder.path().join("stick/journal.db.backups"),
    ]
}

#[test]
fn every_backup_follows_the_key() {
    for (old, new) in [
        (Key::None, key("four small boats")),
        (key("four small boats"), key("five small boats")),
        (key("four small boats"), Key::None),
    ] {
        let desk = Desk::new();
        let (mut store, stick) = backed_up(&desk, &old);
        let before: Vec<Vec<_>> = folders(&desk).map(|it| backup::listed(&it)).into();
        store.rekey(&new).unwrap();
        let done = store.remake_backups(&old, Some(&stick), at(9_000)).unwrap();
        assert_eq!((done.remade, done.removed, done.not_reached), (6, 0, None));
        for (folder, before) in folders(&desk).iter().zip(before) {
            let after = backup::listed(folder);
            assert_eq!(after[0].why, BackupWhy::NewKey);
            assert_eq!(after[1..], before, "names stay");
            for (made, entries) in after.iter().zip([3, 3, 2, 1]) {
                assert_eq!(look_into(&made.path, &new).unwrap().entries.len(), entries);
                assert!(new == Key::None || look_into(&made.path, &old).is_err());
            }
        }
        if new != Key::None {
            assert_eq!(holding(desk.folder.path(), &["lanterns"]), NOTHING);
            assert_eq!(holding(desk.folder.path(), &["SQLite format"]), NOTHING);
        }
    }
}

#[test]
fn what_opens_with_neither_key_goes_once_a_good_one_stands() {
    let desk = Desk::new();
    let (mut store, stick) = backed_up(&desk, &key("four small boats"));
    let damaged = desk.beside("backups").join("2026-01-01-120000-daily.db");
    fs::write(&damaged, [7; 8192]).unwrap();
    let new = key("five small boats");
    let old = std::mem::replace(&mut store.key, Key::None);
    store.key = old.clone();
    store.rekey(&new).unwrap();
    let done = store.remake_backups(&old, Some(&stick), at(9_000)).unwrap();
    assert_eq!((done.remade, done.removed), (6, 1));
    assert!(!damaged.exists());
}

#[test]
fn a_second_folder_that_is_not_there_is_said() {
    let desk = Desk::new();
    let (mut store, stick) = backed_up(&desk, &Key::None);
    fs::remove_dir_all(&stick).unwrap();
    store.rekey(&key("five small boats")).unwrap();
    let done = store
        .remake_backups(&Key::None, Some(&stick), at(9_000))
        .unwrap();
    assert_eq!(
        (done.remade, done.removed, done.not_reached),
        (3, 0, Some(stick))
    );
}

#[test]
fn the_next_backup_does_what_a_killed_program_left_undone() {
    let new = key("five small boats");
    for old in [Key::None, key("four small boats")] {
        let desk = Desk::new();
        let (mut store, stick) = backed_up(&desk, &old);
        fs::write(
            desk.beside("backups").join("2026-03-11-120000-daily.part"),
            "lanterns",
        )
        .unwrap();
        store.rekey(&new).unwrap();
        // Killed here, before any backup was made anew. With no good one, none may go.
        let done = store.sweep_backups(Some(&stick)).unwrap();
        assert_eq!(done.removed, 0);
        assert_eq!(done.remade, if old == Key::None { 6 } else { 0 });
        store
            .back_up(Some(&stick), BackupWhy::Daily, at(9_000))
            .unwrap();
        for folder in folders(&desk) {
            let listed = backup::listed(&folder);
            assert_eq!(listed.len(), if old == Key::None { 4 } else { 1 });
            for made in listed {
                assert!(look_into(&made.path, &new).is_ok());
            }
        }
        assert_eq!(holding(desk.folder.path(), &["lanterns"]), NOTHING);
    }
}

/// The day's backup was made before the journal was locked, so another would be due tomorrow only.
#[test]
fn a_plain_copy_that_a_killed_program_left_is_seen_to_the_same_day() {
    let desk = Desk::new();
    let (mut store, stick) = backed_up(&desk, &Key::None);
    let today = at(3_060);
    assert!(!store.backup_due(today), "one a day");
    store.rekey(&key("four small boats")).unwrap();
    assert!(store.backup_due(today));
    store
        .back_up(Some(&stick), BackupWhy::Daily, today)
        .unwrap();
    assert_eq!(holding(desk.folder.path(), &["lanterns"]), NOTHING);
    assert!(!store.backup_due(today), "it is done");
}

#[test]
fn no_backup_goes_while_none_stands_under_the_new_key() {
    let desk = Desk::new();
    let old = key("four small boats");
    let (mut store, _) = backed_up(&desk, &old);
    store.rekey(&key("five small boats")).unwrap();
    let here = desk.beside("backups");
    // A file that bears the right salt and is damaged is no good one.
    let Key::Locked(new) = store.key.clone() else {
        panic!("it is locked")
    };
    let mut noise = new.salt.bytes().to_vec();
    noise.resize(8192, 7);
    fs::write(here.join("2026-05-01-120000-daily.db"), noise).unwrap();
    store.sweep_backups(None).unwrap();
    assert_eq!(backup::listed(&here).len(), 4);
}

#[test]
fn locked_backups_beside_a_plain_journal_stay_as_they_are() {
    let desk = Desk::new();
    let old = key("four small boats");
    let (mut store, _) = backed_up(&desk, &old);
    store.rekey(&Key::None).unwrap();
    store.back_up(None, BackupWhy::Asked, at(9_000)).unwrap();
    let kept = backup::listed(&desk.beside("backups"));
    assert_eq!(kept.len(), 4);
    assert_eq!(Seal::of(&kept[0].path).unwrap(), Seal::Open);
    assert!(look_into(&kept[1].path, &old).is_ok());
}

#[test]
fn a_copy_made_while_the_journal_is_locked_does_not_stay_plain() {
    let desk = Desk::new();
    let (mut store, _) = backed_up(&desk, &Key::None);
    let job = store.backup_job(None, BackupWhy::Daily, at(9_000));
    store.rekey(&key("five small boats")).unwrap();
    assert!(job.run().is_err());
    store.remake_backups(&Key::None, None, at(9_001)).unwrap();
    assert_eq!(holding(&desk.beside("backups"), &["lanterns"]), NOTHING);
}
