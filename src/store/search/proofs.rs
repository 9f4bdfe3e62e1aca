//! That a search finds what is there, and nothing else, and in its order.
//!
//! The laws are held against a plain look through every entry (`naive`), which knows no index.

mod filters;
mod forms;
mod laws;
mod naive;

use std::collections::BTreeSet;

use rusqlite::params;

use super::super::proofs::kit::{Desk, at, entry, found, id, key, searching, walk};
use super::super::{Access, Store, StoreError, finish, revision};
use crate::domain::{Id, Order, Query, Term, fold};

fn with(texts: &[&str]) -> Store {
    let mut store = Store::in_memory().unwrap();
    for (number, text) in (1..).zip(texts) {
        let finished = walk(entry(number, text));
        store.finish(&finished, at(number.into())).unwrap();
    }
    store
}

fn ids(listed: &[crate::domain::Listed]) -> Vec<Id> {
    listed.iter().map(|it| it.id).collect()
}

/// Every word that the store knows.
fn terms(store: &Store) -> BTreeSet<String> {
    let mut terms = store.conn.prepare("SELECT term FROM term").unwrap();
    let terms = terms.query_map([], |row| row.get(0)).unwrap();
    terms.map(Result::unwrap).collect()
}

fn parts(store: &Store, typed: &str) -> Vec<Id> {
    ids(&store.find_parts(&searching(typed), 99, &|| false).unwrap())
}

#[test]
fn words_and_their_beginnings_are_found_whatever_their_accents() {
    let store = with(&["We sat in the Café. Rain!", "Nothing to say, naïvely"]);
    for words in [
        "cafe",
        "CAFÉ rain",
        "ra",
        "in the caf",
        "  rain?! ",
        "\"rain",
        "chairs rain",
        "cafe\u{301} ",
        "r",
        "\"the café\"",
        "\"in the caf",
        "rain 👋",
    ] {
        assert_eq!(found(&store, words), [id(1)], "{words}");
    }
    for words in [
        "*",
        "👋",
        "rain nothing",
        "NEAR(",
        "rain OR nothing",
        "afe",
        "caf ",
        "\"sat in café\"",
        "rain*x",
        "words:rain",
        "-rain -x",
        "^x",
    ] {
        if words.contains(':') {
            continue;
        }
        assert_eq!(found(&store, words), [], "{words}");
    }
    assert_eq!(found(&store, "swapped"), [id(2), id(1)]);
    assert_eq!(found(&store, "naiv"), [id(2)]);
    assert_eq!(found(&store, "naïve"), [id(2)]);
    assert_eq!(found(&store, ""), [id(2), id(1)]);
    assert_eq!(found(&store, "  "), [id(2), id(1)]);
}

#[test]
fn a_longer_beginning_is_found_among_many_words_that_begin_so() {
    let many: Vec<String> = (0..90).map(|number| format!("garden{number}")).collect();
    let mut store = with(&["the garden gate", "gardens and gardeners", "an orchard"]);
    assert_eq!(found(&store, "garde"), [id(2), id(1)]);
    assert_eq!(found(&store, "\"the garde"), [id(1)]);
    // Too many to be asked for one by one.
    store
        .finish(&walk(entry(9, &many.join(" "))), at(9))
        .unwrap();
    assert_eq!(found(&store, "garde"), [id(9), id(2), id(1)]);
    assert_eq!(found(&store, "\"the garde"), [id(1)]);
    assert_eq!(found(&store, "garden "), [id(1)]);
    assert_eq!(found(&store, "orchestra"), []);
}

#[test]
fn ten_thousand_letters_are_searched_for_like_any_other() {
    let store = with(&["the kettle by the window"]);
    assert_eq!(found(&store, &"kettle window ".repeat(700)), [id(1)]);
    assert_eq!(found(&store, &"\"kettle window\" ".repeat(700)), []);
    for endless in ["a", "é", "a-", "(", "a\" OR \"", "漢"] {
        assert_eq!(found(&store, &endless.repeat(10_000)), [], "{endless}");
        assert_eq!(parts(&store, &endless.repeat(10_000)), [], "{endless}");
    }
}

#[test]
fn the_words_shown_are_those_around_what_was_found() {
    let long = format!(
        "A long beginning. {} then the lantern went out.",
        "slow ".repeat(60)
    );
    let store = with(&[&long]);
    let one = |typed: &str| {
        store
            .find(&searching(typed), None, 9)
            .unwrap()
            .remove(0)
            .words
    };
    assert!(
        one("lanter").contains("then the lantern went out."),
        "{}",
        one("lanter")
    );
    assert!(one("chairs").ends_with("we swapped chairs"));
    assert!(one("kind:group").starts_with("A long beginning."));
    let within = store.find_parts(&searching("anter"), 9, &|| false).unwrap();
    assert!(within[0].words.contains("lantern went out"));
}

#[test]
fn parts_of_words_come_second_and_only_what_the_first_wave_has_not() {
    let store = with(&[
        "the other day",
        "they sat",
        "mother and brother",
        "a Bröther",
        "nothing",
    ]);
    assert_eq!(found(&store, "the"), [id(2), id(1)]);
    assert_eq!(parts(&store, "the"), [id(4), id(3)]);
    // A space says that it is whole, if there is such a word.
    assert_eq!(parts(&store, "the "), []);
    assert_eq!(parts(&store, "oth "), [id(5), id(4), id(3), id(1)]);
    assert_eq!(parts(&store, "the oth"), []);
    assert_eq!(parts(&store, "oth mot"), [id(3)]);
    assert_eq!(parts(&store, "othing mot"), []);
    assert_eq!(parts(&store, "oth rot"), [id(4), id(3)]);
    assert_eq!(parts(&store, "rothe is:practice"), []);
    assert_eq!(parts(&store, "rothe kind:group"), [id(4), id(3)]);
    for nothing in ["ot", "", "\"other day\"", "xyz", "is:real", "don't"] {
        assert_eq!(parts(&store, nothing), [], "{nothing}");
    }
    let two = store.find_parts(&searching("oth"), 2, &|| false).unwrap();
    assert_eq!(ids(&two), [id(5), id(4)]);
}

/// Read from the newest entries themselves; and where those do not have enough, from the index.
#[test]
fn a_part_of_very_many_words_is_found_in_the_same_order() {
    let mut store = Store::in_memory().unwrap();
    let mut wanted = Vec::new();
    for number in 0..200_u32 {
        let text = match number % 3 {
            0 => format!("un{number}other"),
            1 => "other things".into(),
            _ => "nothing".into(),
        };
        wanted.extend((number % 3 == 0).then(|| id(number)));
        let finished = walk(entry(number, &text));
        store
            .finish(&finished, at(i64::from(number * 77 % 211)))
            .unwrap();
    }
    wanted.reverse();
    assert_eq!(parts(&store, "other").len(), 67);
    let mut all = wanted.clone();
    for number in 0..120 {
        let finished = walk(entry(1_000 + number, &format!("x{number}othery")));
        store.finish(&finished, at(0)).unwrap();
        all.insert(0, id(1_000 + number));
    }
    let query = searching("other");
    let found = |limit| ids(&store.find_parts(&query, limit, &|| false).unwrap());
    assert_eq!(found(10), all[..10]);
    assert_eq!(found(999), all);
    // Beside what is in few entries.
    assert_eq!(parts(&store, "x7oth wap"), [id(1_007)]);
    assert_eq!(
        parts(&store, "chairs oth un3"),
        [id(39), id(36), id(33), id(30), id(3)]
    );
}

#[test]
fn a_second_wave_stops_at_once() {
    let store = with(&["mother", "brother", "another"]);
    let query = searching("oth");
    for steps in 0..12_u32 {
        let left = std::cell::Cell::new(steps);
        let asked = std::cell::Cell::new(0_u32);
        let stopped = || {
            asked.set(asked.get() + 1);
            left.replace(left.get().saturating_sub(1)) == 0
        };
        let found = store.find_parts(&query, 9, &stopped).unwrap();
        assert!(found.is_empty() || found.len() == 3);
        if found.is_empty() {
            assert!(asked.get() <= steps + 3, "nothing more is done");
        }
    }
    assert_eq!(parts(&store, "oth").len(), 3);
}

#[test]
fn what_was_deleted_is_not_found_until_it_is_back() {
    let mut store = with(&["tea", "tea", "steady"]);
    store.delete(id(2), at(9)).unwrap();
    assert_eq!(found(&store, "tea"), [id(1)]);
    assert_eq!(parts(&store, "tea"), [id(3)]);
    assert_eq!(found(&store, "kind:group"), [id(3), id(1)]);
    let after = store
        .find(&searching("tea"), Some((at(2), id(2))), 9)
        .unwrap();
    assert_eq!(ids(&after), [id(1)], "it still has its place");
    store.bring_back(id(2), at(10)).unwrap();
    assert_eq!(found(&store, "tea"), [id(2), id(1)]);
    // So has one that was erased while the list was open.
    store.forget(&[id(2)]).unwrap();
    for query in ["tea", "kind:group tea", "kind:group", ""] {
        let after = store
            .find(&searching(query), Some((at(2), id(2))), 9)
            .unwrap();
        assert_eq!(ids(&after), [id(1)], "{query}");
        let first = store
            .find(&searching(query), Some((at(0), id(0))), 9)
            .unwrap();
        assert_eq!(first, [], "{query}");
    }
    let relevant = Query {
        order: Order::Relevance,
        ..searching("tea")
    };
    let after = store.find(&relevant, Some((at(2), id(2))), 9).unwrap();
    assert_eq!(
        ids(&after),
        [id(1)],
        "from the beginning: nothing tells its place"
    );
}

#[test]
fn an_entry_that_is_opened_up_keeps_its_place() {
    let mut store = with(&["tea", "tea", "tea"]);
    let mut opened_up = entry(1, "tea and soup");
    opened_up.finished_at = at(60);
    store.finish(&walk(opened_up), at(60)).unwrap();
    assert_eq!(found(&store, "tea"), [id(3), id(2), id(1)]);
    assert_eq!(found(&store, "soup"), [id(1)]);
    assert_eq!(ids(&store.entries(None, 9).unwrap()), [id(3), id(2), id(1)]);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn an_entry_whose_time_has_changed_takes_its_new_place() {
    let mut store = with(&["tea", "tea", "tea"]);
    let mut later = entry(1, "tea and soup");
    later.finished_at = at(60);
    // No way leads here today; an entry that comes from another machine may.
    store
        .write(|tx| {
            let body = revision::body_of(&later)?;
            let rev = revision::append(tx, later.id, &body, false, at(60))?;
            finish::keep(tx, &later, &rev)?;
            finish::index(tx, &later)
        })
        .unwrap();
    assert_eq!(found(&store, "tea"), [id(1), id(3), id(2)]);
    assert_eq!(found(&store, "soup"), [id(1)]);
    assert_eq!(ids(&store.entries(None, 9).unwrap()), [id(1), id(3), id(2)]);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_crowd_in_one_moment_is_found_once_each() {
    let mut store = Store::in_memory().unwrap();
    for number in 0..60 {
        let mut crowded = entry(number, "tea");
        crowded.finished_at = at(0);
        store.finish(&walk(crowded), at(0)).unwrap();
    }
    store.finish(&walk(entry(90, "tea")), at(90)).unwrap();
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = store.find(&searching("tea"), after, 7).unwrap();
        let Some(last) = page.last() else {
            break;
        };
        after = Some((last.finished_at, last.id));
        seen.extend(ids(&page));
    }
    let order: Vec<Id> = std::iter::once(90).chain((0..60).rev()).map(id).collect();
    assert_eq!(seen, order);
}

#[test]
fn tags_are_found_however_they_are_spelled() {
    let mut store = Store::in_memory().unwrap();
    for (number, tag) in [
        (1, "Own Story"),
        (2, "own  story"),
        (3, "a \"quoted\" tag"),
        (4, "café"),
    ] {
        let mut tagged = entry(number, "tea");
        tagged.tags = vec![tag.into(), "listening".into()];
        store.finish(&walk(tagged), at(number.into())).unwrap();
    }
    for (typed, wanted) in [
        ("tag:\"OWN story\"", vec![id(2), id(1)]),
        ("tag:\"a quoted tag\"", vec![id(3)]),
        ("tag:CAFE tea", vec![id(4)]),
        ("tag:listening", vec![id(4), id(3), id(2), id(1)]),
        ("tag:soup", vec![]),
    ] {
        assert_eq!(found(&store, typed), wanted, "{typed}");
    }
}

/// So long as this holds, the words that a beginning may become can be asked for one by one.
#[test]
fn letters_are_folded_as_the_index_folds_them() {
    let store = with(&["tea"]);
    for letter in ('0'..='ÿ').filter(|c| c.is_alphanumeric() && *c != 'µ') {
        let word = format!("x{letter}y");
        store.conn.execute_batch("DELETE FROM term").unwrap();
        super::terms::learn(&store.conn, &word).unwrap();
        let term: String = store
            .conn
            .query_row("SELECT term FROM term", [], |row| row.get(0))
            .unwrap();
        assert_eq!(term, fold(&word), "{letter}");
    }
}

#[test]
fn the_list_of_words_is_that_of_the_index() {
    let mut store = with(&["We sat in the Café", "naïve “quotes” 10:30", "then gone"]);
    store.bring_back(id(1), at(5)).unwrap();
    let learnt = terms(&store);
    assert!(
        learnt.contains("cafe") && learnt.contains("10"),
        "{learnt:?}"
    );
    super::terms::make_anew(&store.conn).unwrap();
    assert_eq!(terms(&store), learnt);
    store.forget(&[id(3)]).unwrap();
    assert!(!terms(&store).contains("gone"));
    assert!(terms(&store).contains("sat"));
}

#[test]
fn a_damaged_row_is_named_as_such_and_the_rest_goes_on() {
    let store = with(&["tea 1", "tea 2", "tea 3", "tea 4"]);
    for (number, change) in [
        (1, "UPDATE entry SET day = 'soup' WHERE id = ?1"),
        (
            2,
            "UPDATE words SET words = CAST(x'746561ff' AS TEXT) WHERE row = (SELECT row FROM entry WHERE id = ?1)",
        ),
    ] {
        store
            .conn
            .execute(change, params![id(number).to_string()])
            .unwrap();
    }
    let page = store.find(&searching("tea"), None, 9).unwrap();
    assert_eq!(ids(&page), [4, 3, 2, 1].map(id));
    let readable: Vec<bool> = page.iter().map(|it| it.readable).collect();
    assert_eq!(readable, [true, true, true, false]);
    assert_eq!(page[2].words, "tea 2");
}

#[test]
fn a_damaged_page_of_a_locked_journal_costs_what_is_on_it() {
    let desk = Desk::new();
    let key = key("four small boats");
    let open = || Store::open(&desk.journal(), Access::Write, &key, at(0)).unwrap();
    let mut store = open();
    for number in 0..60 {
        let words = format!("tea {}", "ö".repeat(1_500));
        let finished = walk(entry(number, &words));
        store.finish(&finished, at(number.into())).unwrap();
    }
    drop(store);
    let whole = std::fs::read(desk.journal()).unwrap();
    let mut named = 0;
    for page in 20..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 1000..page * 4096 + 1100].fill(0);
        std::fs::write(desk.journal(), &bytes).unwrap();
        let store = open();
        for query in [searching("tea"), searching("kind:group"), Query::default()] {
            let mut seen = Vec::new();
            let mut after = None;
            loop {
                let page = match store.find(&query, after, 25) {
                    Ok(page) => page,
                    Err(StoreError::Damaged { .. }) => {
                        // The index itself is damaged.
                        seen.clear();
                        break;
                    }
                    Err(other) => panic!("{other}"),
                };
                named += page.iter().filter(|it| !it.readable).count();
                let Some(last) = page.last() else {
                    break;
                };
                after = Some((last.finished_at, last.id));
                seen.extend(ids(&page));
            }
            let newest_first: Vec<Id> = (0..60).rev().map(id).collect();
            assert!(
                seen.is_empty() || seen == newest_first,
                "{page}, {query:?}: {seen:?}"
            );
        }
    }
    assert!(named > 60, "{named}");
}

#[test]
fn by_relevance_the_closest_comes_first_and_pages_follow() {
    let store = with(&[
        "rain",
        "rain rain rain rain",
        "a day without, then rain at last",
        "sun",
    ]);
    let query = Query {
        terms: vec![Term::Word("rain".into())],
        order: Order::Relevance,
        ..Query::default()
    };
    let all = store.find(&query, None, 9).unwrap();
    assert_eq!(all.len(), 3);
    assert_eq!(all[0].id, id(2));
    let mut paged = store.find(&query, None, 1).unwrap();
    paged.extend(
        store
            .find(&query, Some((paged[0].finished_at, paged[0].id)), 9)
            .unwrap(),
    );
    assert_eq!(paged, all);
}
