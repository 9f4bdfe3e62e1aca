//! Going back to a backup: what was there before is kept, and the journal keeps its key.

use std::fs;

use super::super::{Access, Key, Seal, Store, StoreError, backup, look_into, restore_unopened};
use super::kit::{Desk, at, entry, files_under, found, holding, id, key, key_of, save, view, walk};
use crate::domain::{
    Backup, BackupWhy, CarryAnswer, DraftSave, Field, Form, FormField, FormKind, KeepWell,
    LastTime, Revision, SavedSearch, Subject,
};

/// A journal with a backup of two entries, and a third one after it.
fn backed_up(desk: &Desk, key: &Key) -> (Store, Backup) {
    let mut store = Store::open(&desk.journal(), Access::Write, key, at(0)).unwrap();
    for number in 0..2 {
        store
            .finish(&walk(entry(number, "before")), at(number.into()))
            .unwrap();
    }
    let (made, _) = store.back_up(None, BackupWhy::Daily, at(5)).unwrap();
    store.finish(&walk(entry(2, "after")), at(6)).unwrap();
    store
        .save_draft(&save(9, Field::Moment, "half a thought", 1), at(7))
        .unwrap();
    (store, made)
}

#[test]
fn a_backup_takes_the_journals_place_and_what_was_there_is_a_backup() {
    for key in [Key::None, key("four small boats")] {
        let desk = Desk::new();
        let (mut store, made) = backed_up(&desk, &key);
        let before = store.restore(&made.path, &key, at(10)).unwrap();
        assert_eq!(store.holds().unwrap(), look_into(&made.path, &key).unwrap());
        assert_eq!(look_into(&before, &key).unwrap().entries.len(), 3);
        assert_eq!(look_into(&before, &key).unwrap().half_done, 1);
        assert!(before.to_str().unwrap().ends_with("before-restore.db"));
        // It goes on, as writer, and lets others in.
        store.finish(&walk(entry(3, "on")), at(11)).unwrap();
        assert_eq!(found(&store, "before").len(), 2);
        assert!(store.check().unwrap().is_sound());
        assert!(Store::open(&desk.journal(), Access::Read, &key, at(0)).is_ok());
        // And back again.
        store.restore(&before, &key, at(12)).unwrap();
        assert_eq!(store.entry(id(2)).unwrap().unwrap().moment, "after");
        drop(store);
        assert!(!desk.beside("new").exists());
        let store = Store::open(&desk.journal(), Access::Write, &key, at(13)).unwrap();
        assert_eq!(store.holds().unwrap().entries.len(), 3);
    }
}

#[test]
fn a_plain_backup_in_a_locked_journals_place_is_locked() {
    let (locked, plain) = (Desk::new(), Desk::new());
    let (_, made) = backed_up(&plain, &Key::None);
    let key = key("four small boats");
    let (mut store, _) = backed_up(&locked, &key);
    store.restore(&made.path, &Key::None, at(10)).unwrap();
    drop(store);
    assert_eq!(
        holding(locked.folder.path(), &["before"]),
        Vec::<std::path::PathBuf>::new()
    );
    let key = key_of(&locked.journal(), "four small boats");
    let store = Store::open(&locked.journal(), Access::Write, &key, at(11)).unwrap();
    assert_eq!(store.holds().unwrap().entries.len(), 2);
}

#[test]
fn a_backup_under_another_passphrase_can_be_gone_back_to_with_it() {
    let (one, other) = (Desk::new(), Desk::new());
    let (_, made) = backed_up(&other, &key("five small boats"));
    let (mut store, _) = backed_up(&one, &key("four small boats"));
    let own = store.key.clone();
    let refused = store.restore(&made.path, &own, at(10));
    assert!(
        matches!(refused, Err(StoreError::BackupLocked(_))),
        "{refused:?}"
    );
    assert_eq!(store.holds().unwrap().entries.len(), 3);
    store
        .restore(&made.path, &key_of(&made.path, "five small boats"), at(10))
        .unwrap();
    assert_eq!(store.holds().unwrap().entries.len(), 2);
    drop(store);
    let own = key_of(&one.journal(), "four small boats");
    assert!(Store::open(&one.journal(), Access::Write, &own, at(11)).is_ok());
}

/// Its file alone lacks what waits in the log: to go back to it would drop the last words.
#[cfg(unix)]
#[test]
fn the_journal_itself_is_no_backup_by_whichever_name() {
    let desk = Desk::new();
    let (mut store, _) = backed_up(&desk, &Key::None);
    let mut names = vec![desk.journal()];
    for name in ["linked.db", "by-hand.db"] {
        names.push(desk.folder.path().join(name));
    }
    fs::hard_link(desk.journal(), &names[1]).unwrap();
    std::os::unix::fs::symlink(desk.journal(), &names[2]).unwrap();
    for name in &names {
        let refused = store.restore(name, &Key::None, at(10));
        assert!(
            matches!(refused, Err(StoreError::NoBackupButItself(_))),
            "{refused:?}"
        );
    }
    assert_eq!(store.holds().unwrap().half_done, 1);
    drop(store);
    let refused = restore_unopened(&desk.journal(), &names[1], &Key::None, at(10));
    assert!(matches!(refused, Err(StoreError::NoBackupButItself(_))));
}

/// Somebody who copied the files of a journal that was not closed has its last words in the log.
#[test]
fn a_copy_in_two_files_is_not_taken_for_the_whole() {
    let (one, other) = (Desk::new(), Desk::new());
    let (mut store, _) = backed_up(&one, &Key::None);
    let kept = other.write();
    let by_hand = one.folder.path().join("by-hand.db");
    fs::write(&by_hand, "").unwrap();
    fs::write(one.folder.path().join("by-hand.db-wal"), "words").unwrap();
    drop(kept);
    fs::copy(other.journal(), &by_hand).unwrap();
    for refused in [
        look_into(&by_hand, &Key::None).map(|_| ()),
        store.restore(&by_hand, &Key::None, at(10)).map(|_| ()),
    ] {
        assert!(
            matches!(refused, Err(StoreError::BackupInTwo(_))),
            "{refused:?}"
        );
    }
    assert_eq!(store.holds().unwrap().entries.len(), 3);
}

#[test]
fn a_damaged_backup_or_a_second_window_changes_nothing() {
    let desk = Desk::new();
    let (mut store, made) = backed_up(&desk, &Key::None);
    let cut = desk.beside("backups").join("2026-03-13-120000-daily.db");
    let bytes = fs::read(&made.path).unwrap();
    for (name, bytes) in [
        (&cut, &bytes[..bytes.len() / 2]),
        (
            &desk.folder.path().join("letter.db"),
            b"Dear diary, and so on and on".as_slice(),
        ),
        (&desk.folder.path().join("empty.db"), b"".as_slice()),
    ] {
        fs::write(name, bytes).unwrap();
        let trouble = store.restore(name, &Key::None, at(10)).unwrap_err();
        assert!(
            matches!(trouble, StoreError::BackupUnreadable { .. }),
            "{trouble:?}"
        );
    }
    let missing = store.restore(&desk.folder.path().join("none.db"), &Key::None, at(10));
    assert!(matches!(missing, Err(StoreError::NotThere(_))));
    let other = desk.open(Access::Read).unwrap();
    let refused = store.restore(&made.path, &Key::None, at(10));
    assert!(matches!(refused, Err(StoreError::NotAlone)), "{refused:?}");
    drop(other);
    assert_eq!(store.holds().unwrap().entries.len(), 3);
    store.finish(&walk(entry(7, "on")), at(11)).unwrap();
    store.restore(&made.path, &Key::None, at(12)).unwrap();
}

#[test]
fn a_journal_too_damaged_for_a_backup_is_put_aside_whole() {
    for key in [Key::None, key("four small boats")] {
        let desk = Desk::new();
        let (mut store, made) = backed_up(&desk, &key);
        for number in 10..60 {
            let finished = walk(entry(number, &"long ".repeat(900)));
            store.finish(&finished, at(8)).unwrap();
        }
        drop(store);
        let mut bytes = fs::read(desk.journal()).unwrap();
        let half = bytes.len() / 2 / 4096 * 4096;
        bytes[half..half + 4096 * 8].fill(0xee);
        fs::write(desk.journal(), &bytes).unwrap();
        let mut store = Store::open(&desk.journal(), Access::Write, &key, at(9)).unwrap();
        assert!(!store.check().unwrap().is_sound());
        let before = store.restore(&made.path, &key, at(20)).unwrap();
        assert_eq!(store.holds().unwrap().entries.len(), 2);
        assert!(store.check().unwrap().is_sound());
        assert!(
            before.to_str().unwrap().contains("put-aside-2026-03-12"),
            "{before:?}"
        );
        drop(store);
        assert_eq!(fs::read(before).unwrap().len(), bytes.len());
    }
}

#[test]
fn a_journal_that_cannot_be_opened_is_put_aside_and_the_backup_keeps_its_key() {
    for damage in ["noise", "empty", "missing"] {
        for key in [Key::None, key("four small boats")] {
            let desk = Desk::new();
            let (store, made) = backed_up(&desk, &key);
            drop(store);
            match damage {
                "noise" => fs::write(desk.journal(), [0xee; 10_000]).unwrap(),
                "empty" => fs::write(desk.journal(), "").unwrap(),
                _ => fs::remove_file(desk.journal()).unwrap(),
            }
            let log = desk.journal().with_extension("db-wal");
            fs::write(&log, "the log of it").unwrap();
            let aside = restore_unopened(&desk.journal(), &made.path, &key, at(10)).unwrap();
            let aside = aside.unwrap();
            assert_eq!(aside.exists(), damage != "missing");
            if damage == "noise" {
                assert_eq!(fs::read(&aside).unwrap(), [0xee; 10_000]);
            }
            let mut log = aside.into_os_string();
            log.push("-wal");
            assert_eq!(fs::read_to_string(log).unwrap(), "the log of it");
            assert_eq!(
                Seal::of(&desk.journal()).unwrap(),
                Seal::of(&made.path).unwrap()
            );
            let key = key_of(&desk.journal(), "four small boats");
            let store = Store::open(&desk.journal(), Access::Write, &key, at(11)).unwrap();
            assert_eq!(store.holds().unwrap().entries.len(), 2);
            assert!(made.path.exists());
        }
    }
}

#[test]
fn on_a_fresh_computer_a_backup_becomes_the_journal() {
    let (old, fresh) = (Desk::new(), Desk::new());
    let (_, made) = backed_up(&old, &key("four small boats"));
    let journal = fresh.folder.path().join("new/journal.db");
    let key = key_of(&made.path, "four small boats");
    assert_eq!(
        restore_unopened(&journal, &made.path, &key, at(10)).unwrap(),
        None
    );
    let key = key_of(&journal, "four small boats");
    let store = Store::open(&journal, Access::Write, &key, at(11)).unwrap();
    assert_eq!(store.holds().unwrap().entries.len(), 2);
}

#[test]
fn a_journal_that_is_open_is_not_put_aside() {
    let desk = Desk::new();
    let (store, made) = backed_up(&desk, &Key::None);
    let before = files_under(desk.folder.path()).len();
    for _twice in 0..2 {
        let refused = restore_unopened(&desk.journal(), &made.path, &Key::None, at(10));
        assert!(matches!(refused, Err(StoreError::NotAlone)), "{refused:?}");
    }
    assert_eq!(files_under(desk.folder.path()).len(), before);
    drop(store);
    let reader = desk.open(Access::Read).unwrap();
    let refused = restore_unopened(&desk.journal(), &made.path, &Key::None, at(10));
    assert!(matches!(refused, Err(StoreError::NotAlone)), "{refused:?}");
    assert_eq!(reader.holds().unwrap().entries.len(), 3);
    assert_eq!(backup::listed(&desk.beside("backups")).len(), 1);
}

#[test]
fn what_stands_beside_the_entries_is_counted_as_well() {
    let desk = Desk::new();
    let (mut store, made) = backed_up(&desk, &Key::None);
    let page = KeepWell {
        helps: "walking".into(),
        ..KeepWell::default()
    };
    store.save_keep_well(&page, None, at(8)).unwrap();
    let search = SavedSearch {
        id: id(50),
        name: "tea".into(),
        query: "tea".into(),
    };
    store.keep_search(&search, None, at(8)).unwrap();
    let said = LastTime {
        of: id(1),
        answer: Some(CarryAnswer::TriedIt),
        line: String::new(),
    };
    store.hear(&said, None, at(8)).unwrap();
    let view = view(1, "MUT", "a line");
    store.say_longer_view(&[view], None, None, at(8)).unwrap();
    let form = DraftSave {
        subject: Subject::Form(Form {
            kind: FormKind::KeepWell,
            of: None,
        }),
        fields: vec![(Field::Form(FormField::Helps), "singing".into())],
        revision: Revision(1),
    };
    store.save_draft(&form, at(9)).unwrap();
    let now = store.holds().unwrap();
    assert_eq!(
        (now.half_done, now.half_written, now.searches, now.said),
        (1, 1, 1, 1)
    );
    assert!(now.keeps_well && now.longer_views == 1);
    let then = look_into(&made.path, &Key::None).unwrap();
    assert_eq!((then.half_written, then.searches, then.said), (0, 0, 0));
    assert!(!then.keeps_well && then.longer_views == 0);
}
