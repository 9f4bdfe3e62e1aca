//! Older and newer forms of a journal.

use rusqlite::{Connection, params};

use super::super::migrate::{STEPS, Step, newest};
use super::super::revision::Written;
use super::super::{Access, Key, OldForm, Store, StoreError, WhyReadOnly, backup};
use super::kit::{Desk, at, entry, id, save, walk};
use crate::domain::{Entry, Field, Passages, Stage, Under};

/// A form that is still to come.
fn with_a_next(sql: &'static str) -> Vec<Step> {
    let version = newest(STEPS) + 1;
    let next = Step { version, sql };
    STEPS.iter().copied().chain([next]).collect()
}

fn open(desk: &Desk, access: Access, steps: &[Step]) -> Result<Store, StoreError> {
    Store::open_with(&desk.journal(), access, &Key::None, at(0), steps)
}

fn version(desk: &Desk) -> u32 {
    let conn = Connection::open(desk.journal()).unwrap();
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap()
}

fn a_kept_journal() -> Desk {
    let desk = Desk::new();
    desk.write().finish(&walk(entry(1, "tea")), at(1)).unwrap();
    desk
}

#[test]
fn an_older_journal_is_copied_and_then_brought_up_to_date() {
    let desk = a_kept_journal();
    let steps = with_a_next("CREATE TABLE song (name TEXT) STRICT;");
    let store = open(&desk, Access::Write, &steps).unwrap();
    assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, "tea")));
    drop(store);
    assert_eq!(version(&desk), newest(STEPS) + 1);
    let copy = backup::newest(&desk.journal()).unwrap();
    assert!(copy.to_str().unwrap().ends_with(&format!(
        "2026-03-12-214503-before-form-{}.db",
        newest(STEPS) + 1
    )));
    let copy = Store::open(&copy, Access::Read, &Key::None, at(0)).unwrap();
    assert_eq!(copy.entry(id(1)).unwrap(), Some(entry(1, "tea")));
    assert!(copy.check().unwrap().is_sound());
}

#[test]
fn a_change_that_goes_wrong_leaves_the_old_form_whole() {
    for wrong in [
        "CREATE TABLE song (name TEXT) STRICT; DROP TABLE card; nonsense;",
        // Rows that point nowhere are found out before they count.
        "PRAGMA defer_foreign_keys = ON; INSERT INTO waiting VALUES ('none', '', '', 0, NULL);",
    ] {
        let desk = a_kept_journal();
        let store = open(&desk, Access::Write, &with_a_next(wrong)).unwrap();
        let why = WhyReadOnly::OldForm(OldForm::Otherwise);
        assert_eq!(store.read_only(), Some(&why));
        assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, "tea")));
        drop(store);
        assert_eq!(version(&desk), newest(STEPS));
        let store = desk.write();
        assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, "tea")));
        assert!(store.check().unwrap().is_sound());
    }
}

#[test]
fn without_a_copy_nothing_is_changed() {
    let desk = a_kept_journal();
    std::fs::write(desk.beside("backups"), "in the way").unwrap();
    let steps = with_a_next("CREATE TABLE song (name TEXT);");
    let mut store = open(&desk, Access::Write, &steps).unwrap();
    // It is read as it is, and nothing is written.
    let why = WhyReadOnly::OldForm(OldForm::NoCopy);
    assert_eq!(store.read_only(), Some(&why));
    assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, "tea")));
    assert!(store.check().unwrap().is_sound());
    let refused = store.finish(&walk(entry(2, "soup")), at(2));
    assert!(matches!(refused, Err(StoreError::ReadOnly(_))));
    assert_eq!(version(&desk), newest(STEPS));
}

#[test]
fn an_older_journal_cannot_be_brought_up_to_date_by_reading_it() {
    let desk = a_kept_journal();
    let steps = with_a_next("CREATE TABLE song (name TEXT);");
    assert!(matches!(
        open(&desk, Access::Read, &steps),
        Err(StoreError::Older)
    ));
}

#[test]
fn a_newer_journal_can_be_read_and_says_which_made_it() {
    let desk = a_kept_journal();
    let conn = Connection::open(desk.journal()).unwrap();
    conn.execute_batch(
        "UPDATE setting SET value = '9.1' WHERE name = 'made_by'; PRAGMA user_version = 99;",
    )
    .unwrap();
    drop(conn);
    for access in [Access::Write, Access::Note, Access::Read] {
        let mut store = desk.open(access).unwrap();
        let newer = WhyReadOnly::Newer {
            version: Some("9.1".into()),
        };
        assert_eq!(store.read_only(), Some(&newer));
        assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, "tea")));
        let refused = store.save_draft(&save(1, Field::Moment, "x", 1), at(1));
        assert!(matches!(refused, Err(StoreError::ReadOnly(_))));
    }
    assert_eq!(version(&desk), 99);
}

#[test]
fn a_field_of_a_newer_version_is_kept_and_passed_over() {
    let desk = Desk::new();
    let mut store = desk.write();
    store
        .save_draft(&save(1, Field::Moment, "tea", 3), at(0))
        .unwrap();
    store
        .conn
        .execute_batch(
            "INSERT INTO draft SELECT subject, 'song', 'slow', 9, at, utc_offset FROM draft;
             INSERT INTO draft SELECT 'sheet:1', field, words, 1, at, utc_offset FROM draft;
             INSERT INTO card VALUES ('neighbour', 'next door');",
        )
        .unwrap();
    let drafts = store.drafts().unwrap();
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].fields().count(), 1);
    assert_eq!(drafts[0].revision().0, 9);
    store.save_card(&store.card().unwrap()).unwrap();
    store
        .save_draft(&save(1, Field::Moment, "more", 10), at(1))
        .unwrap();
    let rest: i64 = store
        .conn
        .query_row(
            "SELECT (SELECT count(*) FROM draft WHERE field = 'song')
                  + (SELECT count(*) FROM card WHERE line = 'neighbour')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(rest, 3);
}

/// Writes an entry as the first form had it.
pub(super) fn as_the_first_form_had_it(store: &Store, entry: &Entry, body: &str) {
    let written = Written {
        entry: entry.id,
        parent: None,
        device: "here".into(),
        at: 1,
        offset: 0,
        deleted: false,
        body: body.into(),
    };
    let digest = written.digest();
    let rev = written.rev(&digest).to_string();
    let (name, at) = (entry.id.to_string(), entry.finished_at.timestamp_millis());
    let day = entry.on.to_string();
    let conn = &store.conn;
    conn.execute_batch("BEGIN").unwrap();
    conn.execute(
        "INSERT INTO entry (id, head, deleted, finished_at, finished_offset, day, kind, length,
                            practice, first_words)
         VALUES (?1, ?2, 0, ?3, 0, ?4, NULL, 'quick', ?5, '')",
        params![name, rev, at, day, entry.practice],
    )
    .unwrap();
    conn.execute(
        "INSERT INTO revision (rev, entry, parent, device, at, utc_offset, deleted, body, digest)
         VALUES (?1, ?2, NULL, 'here', 1, 0, 0, ?3, ?4)",
        params![rev, name, body, digest],
    )
    .unwrap();
    for (place, answered) in (0_i64..).zip(&entry.answers) {
        conn.execute(
            "INSERT INTO answer (entry, place, heading, item, answer, month, day, practice)
             VALUES (?1, ?2, ?3, ?4, 'partly', '', ?5, ?6)",
            params![
                name,
                place,
                answered.heading.as_str(),
                answered.item.as_str(),
                day,
                entry.practice
            ],
        )
        .unwrap();
    }
    conn.execute_batch("COMMIT").unwrap();
}

#[test]
fn what_the_first_form_had_within_its_entries_comes_to_stand_beside_them() {
    let desk = Desk::new();
    let first = open(&desk, Access::Write, &STEPS[..1]).unwrap();
    let mut entries: Vec<Entry> = (0..4).map(|number| entry(number, "tea")).collect();
    for (number, entry) in entries.iter_mut().enumerate() {
        entry.tags = vec!["night".into(), format!("Ward {number}")];
        entry.stage = [Some(Stage::Last), None, Some(Stage::First)][number % 3];
        entry.supervision.bring = number > 0;
        entry.stand_by = ["I stayed", ""][number % 2].into();
        entry.practice = number == 2;
        let body = serde_json::to_string(entry).unwrap();
        // One was damaged: that does not keep the others from coming over.
        let body = if number == 3 { "{\"moment\":" } else { &body };
        as_the_first_form_had_it(&first, entry, body);
    }
    drop(first);
    let store = desk.write();
    assert_eq!(store.tags().unwrap(), ["night", "Ward 0", "Ward 1"]);
    assert_eq!(store.flagged(9).unwrap(), entries[1..2]);
    assert_eq!(store.endings(9).unwrap()[0].entry, id(0));
    let strong = store.passages(&Passages::Strengths, None, 9).unwrap();
    assert_eq!((strong.len(), strong[0].entry), (1, id(0)));
    let signed: Vec<_> = store.signs(9).unwrap().iter().map(|it| it.entry).collect();
    assert_eq!(signed, [3, 1, 0].map(id));
    let answers = Passages::Answers(Under::default());
    let answers = store.passages(&answers, None, 9).unwrap();
    let answers: Vec<_> = answers.iter().map(|it| (it.entry, it.readable)).collect();
    assert_eq!(answers, [(id(3), false), (id(1), true), (id(0), true)]);
}
