//! That few among many are found without going through the many.

use super::super::super::Store;
use super::super::super::proofs::kit::{at, entry, id, searching, walk};
use super::super::Asked;
use super::ids;
use crate::domain::{Answer, Finished, Kind, Length, Stage};

const MANY: u32 = 400;
/// The few are the oldest, which a look from the newest on meets last.
const FEW: u32 = 3;

/// A large journal, the oldest of which are in everything unlike the others.
fn large() -> Store {
    let mut store = Store::in_memory().unwrap();
    let many: Vec<Finished> = (0..MANY)
        .map(|number| {
            let mut made = entry(number, "tea");
            if number < FEW {
                made.answers[0].answer = Some(Answer::NotSure);
                made.kind = Some(Kind::OneToOne);
                made.stage = Some(Stage::Last);
                made.length = Length::Deep;
                made.supervision.bring = true;
                made.tags = vec!["Ówn story".into()];
                made.next_time = "If asked, wait".into();
                made.on = at(-5_000_000).date_naive();
            } else {
                made.tags = vec!["listening".into()];
                made.kind = Some(Kind::Group);
            }
            Finished {
                carries: number < FEW,
                draft: None,
                ..walk(made)
            }
        })
        .collect();
    store.finish_many(&many).unwrap();
    store
}

/// How many entries the index leads to, so that a row is read of each.
fn looked_at(store: &Store, typed: &str) -> u32 {
    let asked = Asked::of(&store.conn, &searching(typed)).unwrap().unwrap();
    let all = asked.of_the_index().unwrap();
    let count = "SELECT count(*) FROM search WHERE search MATCH ?1";
    store
        .conn
        .query_row(count, [all], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_rare_filter_leads_to_the_few_that_fit_it() {
    let store = large();
    let few: Vec<_> = (0..FEW).rev().map(id).collect();
    for filter in [
        "heading:mut answer:unsure",
        "answer:unsure",
        "kind:one-to-one",
        "stage:last",
        "length:deep",
        "is:flagged",
        "has:carry",
        "tag:\"own story\"",
        "until:2020",
    ] {
        for words in ["", "tea ", "te", "\"tea\" chairs "] {
            let typed = format!("{filter} {words}");
            assert_eq!(
                ids(&store.find(&searching(&typed), None, 50).unwrap()),
                few,
                "{typed}"
            );
            assert_eq!(looked_at(&store, &typed), FEW, "{typed}");
        }
        // The second wave of it, too.
        let within = store.find_parts(&searching(&format!("{filter} hair")), 50, &|| false);
        assert_eq!(ids(&within.unwrap()), few, "{filter}");
    }
    assert_eq!(looked_at(&store, "since:2031"), 0);
}

#[test]
fn the_index_follows_what_an_entry_is_like() {
    let mut store = large();
    let marks = |store: &Store| -> Vec<(String, String)> {
        let mut both = store
            .conn
            .prepare("SELECT words.marks, marked.marks FROM words JOIN marked USING (row)")
            .unwrap();
        let rows = both
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        rows.map(Result::unwrap).collect()
    };
    let mut anew = entry(0, "tea");
    anew.tags = vec!["soup".into()];
    store.revise(&anew, None, at(9_000)).unwrap();
    store.delete(id(1), at(9_001)).unwrap();
    store.delete(id(2), at(9_001)).unwrap();
    store.bring_back(id(2), at(9_002)).unwrap();
    assert_eq!(marks(&store).len(), MANY as usize - 1);
    for (kept, now) in marks(&store) {
        assert_eq!(kept, now);
    }
    assert_eq!(looked_at(&store, "has:carry"), 1);
    assert_eq!(looked_at(&store, "tag:soup"), 1);
    assert!(store.check().unwrap().is_sound());
    // What is erased leaves no mark, and no mark is among the words.
    store.forget(&[id(0)]).unwrap();
    let soup = "SELECT count(*) FROM search WHERE search MATCH 'marks : \u{E000}t736f7570'";
    let count: i64 = store.conn.query_row(soup, [], |row| row.get(0)).unwrap();
    assert_eq!(count, 0);
    let signs = "SELECT count(*) FROM term WHERE term > char(57343)";
    let count: i64 = store.conn.query_row(signs, [], |row| row.get(0)).unwrap();
    assert_eq!(count, 0);
}
