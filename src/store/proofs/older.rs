//! A journal of an older form that cannot be brought up to date is read as it is.

use std::fs;
use std::path::Path;

use rusqlite::params;

use super::super::migrate::STEPS;
use super::super::{Access, Key, OldForm, Store, StoreError, WhyReadOnly, connect};
use super::forms::as_the_first_form_had_it;
use super::kit::{Desk, at, entry, found, id, key, save};
use crate::domain::{Entry, Field, Passages, Subject};

const ENTRIES: u32 = 60;

fn written(number: u32) -> Entry {
    let mut entry = entry(number, &format!("tea {number}"));
    entry.next_time = "wait longer".into();
    entry.stand_by = "I stayed ".repeat(40);
    entry.supervision.bring = number.is_multiple_of(9);
    entry.tags = vec!["night".into()];
    entry
}

/// Opens with the program that knew the first form only.
fn as_first(path: &Path, access: Access, key: &Key) -> Result<Store, StoreError> {
    Store::open_with(path, access, key, at(0), &STEPS[..1])
}

/// A journal as the first form had it.
fn filled(desk: &Desk, key: &Key) {
    let mut first = as_first(&desk.journal(), Access::Write, key).unwrap();
    for number in 0..ENTRIES {
        let entry = written(number);
        let body = serde_json::to_string(&entry).unwrap();
        as_the_first_form_had_it(&first, &entry, &body);
        let carry = params![id(number).to_string(), entry.next_time, i64::from(number)];
        let carries = "INSERT INTO carry VALUES (?1, ?2, ?3, 0)";
        first.conn.execute(carries, carry).unwrap();
    }
    first
        .save_draft(&save(900, Field::Moment, "half a line", 1), at(9))
        .unwrap();
}

fn form(desk: &Desk, key: &Key) -> u32 {
    let conn = connect::to_read(&desk.journal(), key).unwrap();
    connect::form(&conn).unwrap().version
}

/// What can be read of it; every entry is there, and one that cannot be read says so.
fn unread(store: &Store) -> usize {
    let listed = store.entries(None, 200).unwrap();
    assert_eq!(listed.len(), ENTRIES as usize);
    let mut unread = 0;
    for number in 0..ENTRIES {
        match store.entry(id(number)) {
            Ok(read) => assert_eq!(read, Some(written(number))),
            Err(StoreError::Unreadable { .. }) => unread += 1,
            Err(why) => panic!("{why}"),
        }
    }
    unread
}

fn every_room_opens(store: &Store) {
    store.card().unwrap();
    store.waiting().unwrap();
    store.past().unwrap();
    store.keep_well().unwrap();
    store.meetings().unwrap();
    store.keeping(None).unwrap();
    store.taken_out().unwrap();
    assert!(store.signs(9).unwrap().len() == 9);
    assert!(!store.flagged(9).unwrap().is_empty());
    assert_eq!(store.tags().unwrap(), ["night"]);
    assert_eq!(
        store.passages(&Passages::Moments, None, 5).unwrap().len(),
        5
    );
    assert!(found(store, "chai").len() > 30);
}

#[test]
fn a_damaged_page_of_an_older_journal_costs_what_is_on_it() {
    for key in [Key::None, key("four small boats")] {
        let desk = Desk::new();
        filled(&desk, &key);
        let whole = fs::read(desk.journal()).unwrap();
        let (mut not_opened, mut as_it_is, mut half_read, mut trunks) = (0, 0, 0, 0);
        for page in 1..whole.len() / 4096 {
            let mut bytes = whole.clone();
            bytes[page * 4096 + 8..page * 4096 + 2000].fill(0xa5);
            fs::write(desk.journal(), &bytes).unwrap();
            let _ = fs::remove_dir_all(desk.beside("backups"));
            let open = |access| Store::open(&desk.journal(), access, &key, at(0));
            let mut store = match open(Access::Write) {
                Ok(store) => store,
                // What names the tables lies there.
                Err(StoreError::Damaged { .. }) => {
                    not_opened += 1;
                    continue;
                }
                Err(why) => panic!("{page}: {why}"),
            };
            let unread = unread(&store);
            // All rows of a table hang on its first page.
            let is_trunk = unread >= 25;
            trunks += usize::from(is_trunk);
            half_read += usize::from(unread > 0 && !is_trunk);
            let Some(why) = store.read_only().cloned() else {
                continue;
            };
            as_it_is += 1;
            assert_eq!(why, WhyReadOnly::OldForm(OldForm::Damaged), "{page}");
            if !is_trunk {
                every_room_opens(&store);
            }
            assert!(!store.check().unwrap().is_sound(), "{page}");
            let refused = store.save_draft(&save(1, Field::Moment, "x", 1), at(1));
            assert!(matches!(refused, Err(StoreError::ReadOnly(_))));
            drop(store);
            // Nothing of it was changed, and no half of a copy is left.
            assert_eq!(form(&desk, &key), 1);
            assert!(fs::read(desk.journal()).unwrap() == bytes, "{page}");
            let left = fs::read_dir(desk.beside("backups")).map_or(0, Iterator::count);
            assert_eq!(left, 0, "{page}");
        }
        assert!(not_opened < 8 && trunks < 3, "{not_opened} {trunks}");
        assert!(as_it_is > 5 && half_read > 3, "{as_it_is} {half_read}");
    }
}

#[test]
fn a_whole_older_journal_that_cannot_be_copied_is_read_in_full() {
    let desk = Desk::new();
    filled(&desk, &Key::None);
    fs::write(desk.beside("backups"), "in the way").unwrap();
    let store = desk.open(Access::Write).unwrap();
    let why = WhyReadOnly::OldForm(OldForm::NoCopy);
    assert_eq!(store.read_only(), Some(&why));
    assert_eq!(unread(&store), 0);
    every_room_opens(&store);
    let draft = store.draft(Subject::Walk(id(900))).unwrap().unwrap();
    assert_eq!(draft.words(&Field::Moment), "half a line");
    assert_eq!(store.carried(None, 99).unwrap().len(), ENTRIES as usize);
    drop(store);
    fs::remove_file(desk.beside("backups")).unwrap();
    let store = desk.write();
    assert_eq!(unread(&store), 0);
    assert_eq!(
        form(&desk, &Key::None),
        super::super::migrate::newest(STEPS)
    );
}

#[test]
fn the_form_is_not_changed_under_another_window() {
    let desk = Desk::new();
    filled(&desk, &Key::None);
    for access in [Access::Write, Access::Read] {
        let window = as_first(&desk.journal(), access, &Key::None).unwrap();
        let note = desk.open(Access::Note);
        assert!(matches!(note, Err(StoreError::NotAlone)), "{note:?}");
        let second = desk.open(Access::Write).unwrap();
        let why = second.read_only();
        assert!(
            matches!(why, Some(WhyReadOnly::OtherWindow { .. })),
            "{why:?}"
        );
        assert_eq!(unread(&second), 0);
        drop(second);
        assert_eq!(form(&desk, &Key::None), 1);
        drop(window);
    }
    let note = desk.open(Access::Note).unwrap();
    assert_eq!(note.read_only(), None);
    // Others are let in again at once.
    let window = desk.write();
    assert_eq!(
        form(&desk, &Key::None),
        super::super::migrate::newest(STEPS)
    );
    assert_eq!(unread(&window), 0);
}
