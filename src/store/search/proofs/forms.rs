//! Journals of older forms: every entry is there, in its order, and is found.

use std::path::Path;

use rusqlite::{Connection, params};

use super::super::super::migrate::{APPLICATION, STEPS};
use super::super::super::proofs::kit::{Desk, at, entry, found, id};
use super::super::super::revision::{Written, body_of};
use super::ids;
use crate::domain::Id;

/// Journals as versions before this one left them.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");

/// A journal of the first form, in which some were finished in one moment, some before there were
/// computers, and some were taken out.
fn of_the_first_form(path: &Path, count: u32) {
    let mut conn = Connection::open(path).unwrap();
    conn.execute_batch(STEPS[0].sql).unwrap();
    conn.pragma_update(None, "application_id", APPLICATION)
        .unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
    let tx = conn.transaction().unwrap();
    for number in 0..count {
        let mut made = entry(number, &format!("Tëa and lantern{number}"));
        let minute = match number % 7 {
            0 => 5,
            1 => -40_000_000 - i64::from(number),
            _ => i64::from(number * 7919 % 997),
        };
        made.finished_at = at(minute);
        let deleted = number % 5 == 4;
        let written = Written {
            entry: id(number),
            parent: None,
            device: String::new(),
            at: 0,
            offset: 0,
            deleted: false,
            body: body_of(&made).unwrap(),
        };
        let digest = written.digest();
        let rev = written.rev(&digest).to_string();
        let name = id(number).to_string();
        tx.execute(
            "INSERT INTO entry VALUES (NULL, ?1, ?2, ?3, ?4, 0, '2026-03-12', 'group', 'quick', 0, '')",
            params![name, rev, deleted, made.finished_at.timestamp_millis()],
        )
        .unwrap();
        let row = tx.last_insert_rowid();
        tx.execute(
            "INSERT INTO revision VALUES (NULL, ?1, ?2, NULL, '', 0, 0, 0, ?3, ?4)",
            params![rev, name, written.body, digest],
        )
        .unwrap();
        if !deleted {
            tx.execute(
                "INSERT INTO words VALUES (?1, ?2)",
                params![row, made.own_words().join("\n")],
            )
            .unwrap();
        }
    }
    tx.commit().unwrap();
}

/// The list, as the first form had it.
fn listed(path: &Path) -> Vec<Id> {
    let conn = Connection::open(path).unwrap();
    let mut list = conn
        .prepare("SELECT id FROM entry WHERE deleted = 0 ORDER BY finished_at DESC, id DESC")
        .unwrap();
    let rows = list.query_map([], |row| row.get::<_, String>(0)).unwrap();
    rows.map(|it| it.unwrap().parse().unwrap()).collect()
}

#[test]
fn every_entry_of_an_older_journal_keeps_its_place_and_is_found() {
    let desk = Desk::new();
    of_the_first_form(&desk.journal(), 300);
    let before = listed(&desk.journal());
    assert_eq!(before.len(), 240);
    let mut store = desk.write();
    assert_eq!(ids(&store.entries(None, 999).unwrap()), before);
    let query = super::searching("tea");
    assert_eq!(ids(&store.find(&query, None, 999).unwrap()), before);
    for number in [0, 1, 6, 7, 299] {
        let there = number % 5 != 4;
        let wanted: Vec<Id> = there.then(|| id(number)).into_iter().collect();
        assert_eq!(found(&store, &format!("lantern{number} ")), wanted);
    }
    let parts = store.find_parts(&super::searching("anter"), 999, &|| false);
    assert_eq!(ids(&parts.unwrap()), before);
    assert!(store.check().unwrap().is_sound());
    let of_the_day = found(&store, "on:2026-03-12 kind:group");
    assert_eq!(of_the_day, before[..99]);
    // It goes on as any other.
    store.bring_back(id(4), at(9_000)).unwrap();
    assert_eq!(found(&store, "lantern4 "), [id(4)]);
    assert_eq!(store.erase(&[id(7)], None).unwrap().len(), 1);
    assert_eq!(found(&store, "lantern7 "), []);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn an_older_journal_without_entries_is_brought_up_to_date() {
    let desk = Desk::new();
    of_the_first_form(&desk.journal(), 0);
    let store = desk.write();
    assert_eq!(found(&store, "tea"), []);
}

#[test]
fn a_kept_journal_of_the_first_version_is_searched_like_any_other() {
    let desk = Desk::new();
    std::fs::copy(Path::new(KEPT).join("v1.db"), desk.journal()).unwrap();
    let before = listed(&desk.journal());
    let store = desk.write();
    assert_eq!(ids(&store.entries(None, 99).unwrap()), before);
    let kettle = found(&store, "kett");
    assert_eq!(kettle.len(), 5);
    let order: Vec<Id> = before
        .into_iter()
        .filter(|it| kettle.contains(it))
        .collect();
    assert_eq!(kettle, order);
    assert_eq!(found(&store, "naive \"quoted\""), kettle);
    assert_eq!(
        found(&store, "is:flagged stage:first"),
        found(&store, "stage:first is:flagged kettle")
    );
}

/// The engine says nothing of it when it looks through a whole table; only a journal of years is
/// slow. So every column that leads to another table must have an index that begins with it.
#[test]
fn whatever_leads_to_another_table_is_found_by_an_index() {
    let store = super::Store::in_memory().unwrap();
    let sql = "SELECT it.name || '.' || leads.\"from\"
        FROM sqlite_schema AS it JOIN pragma_foreign_key_list(it.name) AS leads
        WHERE it.type = 'table' AND NOT EXISTS (
            SELECT 1 FROM pragma_index_list(it.name) AS list
                JOIN pragma_index_info(list.name) AS info
            WHERE info.seqno = 0 AND info.name = leads.\"from\" AND list.partial = 0
        ) AND NOT EXISTS (
            SELECT 1 FROM pragma_table_info(it.name) AS own
            WHERE own.name = leads.\"from\" AND own.pk = 1
        )";
    let mut without = store.conn.prepare(sql).unwrap();
    let without = without
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    assert_eq!(
        without.map(Result::unwrap).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
}
