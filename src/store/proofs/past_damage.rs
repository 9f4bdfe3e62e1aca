//! A damaged row among good ones: it is shown as such or left out, and the rest goes on.

use std::fs;

use super::super::{Access, Key, Store, StoreError, WhyReadOnly};
use super::kit::{Desk, at, entry, hour, id, key, save, walk};
use crate::domain::{
    CarryAnswer, Field, Finished, KeepWell, LastTime, Listed, Passages, SavedSearch, Under,
};

fn filled(store: &mut Store, count: u32) {
    for number in 0..count {
        let mut entry = entry(number, "tea");
        entry.next_time = "wait".into();
        entry.supervision.bring = true;
        let finished = Finished {
            carries: true,
            tell: Some("the lead".into()),
            ..walk(entry)
        };
        store.finish(&finished, at(number.into())).unwrap();
    }
}

fn readable(page: &[Listed]) -> Vec<bool> {
    page.iter().map(|it| it.readable).collect()
}

#[test]
fn a_row_that_says_nothing_is_shown_as_one_and_the_rest_goes_on() {
    let mut store = Store::in_memory().unwrap();
    filled(&mut store, 5);
    for (number, change) in [
        (1, "day = 'soup'"),
        (2, "kind = 'soup'"),
        (3, "first_words = CAST(x'ff00fe' AS TEXT)"),
    ] {
        let change = format!("UPDATE entry SET {change} WHERE id = ?1");
        store
            .conn
            .execute(&change, [id(number).to_string()])
            .unwrap();
    }
    let page = store.entries(None, 9).unwrap();
    assert_eq!(readable(&page), [true, false, false, false, true]);
    let ids: Vec<_> = page.iter().map(|it| it.id).collect();
    assert_eq!(ids, [4, 3, 2, 1, 0].map(id));
    assert_eq!(page[3].on, at(1).date_naive());
    // Page by page as well.
    let second = store
        .entries(Some((page[1].finished_at, page[1].id)), 9)
        .unwrap();
    assert_eq!(second, page[2..]);
    store
        .conn
        .execute_batch(
            "UPDATE waiting SET day = 'soup' WHERE entry LIKE '%2';
             UPDATE answer SET day = 'soup' WHERE entry LIKE '%4';",
        )
        .unwrap();
    assert_eq!(store.waiting().unwrap().len(), 4);
    let past = store.past().unwrap();
    assert_eq!((past.carry.unwrap().entry, past.asked.len()), (id(4), 0));
    store
        .save_draft(&save(9, Field::Moment, "tea", 1), at(0))
        .unwrap();
    store
        .save_draft(&save(8, Field::Moment, "soup", 1), at(0))
        .unwrap();
    store
        .conn
        .execute_batch("UPDATE draft SET words = CAST(x'746561ff' AS TEXT) WHERE words = 'tea'")
        .unwrap();
    let drafts = store.drafts().unwrap();
    assert_eq!(drafts.len(), 2);
    assert_eq!(drafts[0].words(&Field::Moment), "tea\u{fffd}");
}

#[test]
fn pages_go_on_past_what_does_not_match_its_digest() {
    let mut store = Store::in_memory().unwrap();
    filled(&mut store, 4);
    for number in 0..3 {
        store
            .keep_meeting(&hour(number, &[number], "line"), None, at(9))
            .unwrap();
        let said = LastTime {
            of: id(0),
            answer: Some(CarryAnswer::StillHolding),
            line: format!("said {number}"),
        };
        store.hear(&said, None, at(10 + i64::from(number))).unwrap();
    }
    assert!(store.check().unwrap().is_sound());
    store
        .conn
        .execute_batch(
            "DROP TRIGGER revision_stays;
             UPDATE revision SET body = replace(body, 'tea', 'tar') WHERE entry LIKE '%2';
             UPDATE shelf SET body = replace(body, 'line', 'lime') WHERE id LIKE '%3e9';
             UPDATE said SET line = 'said else' WHERE line = 'said 1';",
        )
        .unwrap();
    let page = store.passages(&Passages::Moments, None, 3).unwrap();
    let ids: Vec<_> = page.iter().map(|it| it.entry).collect();
    assert_eq!(ids, [3, 1, 0].map(id));
    // Under a sign as many are shown as were counted.
    let answers = Passages::Answers(Under::default());
    let page = store.passages(&answers, None, 4).unwrap();
    let shown: Vec<_> = page.iter().map(|it| (it.entry, it.readable)).collect();
    assert_eq!(
        shown,
        [(3, true), (2, false), (1, true), (0, true)].map(|it| (id(it.0), it.1))
    );
    let list: Vec<_> = store.flagged(3).unwrap().iter().map(|it| it.id).collect();
    assert_eq!(list, [3, 1, 0].map(id));
    assert_eq!(store.meetings().unwrap().len(), 2);
    let carried = store.carried(None, 9).unwrap();
    assert_eq!(carried[3].heard.len(), 2);
    let versions = store.versions(id(2)).unwrap();
    assert_eq!((versions.len(), &versions[0].entry), (1, &None));
    let found = store.check().unwrap();
    assert_eq!(
        found.file,
        ["1 of shelf not as written", "1 of said not as written"]
    );
    assert_eq!(found.unreadable, [id(2)]);
}

/// Wherever a page is damaged, in a plain journal and in a locked one, whatever can be read is.
#[test]
fn a_damaged_page_does_not_end_the_list() {
    for key in [Key::None, key("four small boats")] {
        let desk = Desk::new();
        let open = || Store::open(&desk.journal(), Access::Write, &key, at(0));
        let mut store = open().unwrap();
        filled(&mut store, 120);
        drop(store);
        let whole = fs::read(desk.journal()).unwrap();
        let (mut shown_as_such, mut unopened) = (0, 0);
        for page in 40..whole.len() / 4096 {
            let mut bytes = whole.clone();
            bytes[page * 4096 + 8..page * 4096 + 2000].fill(0xa5);
            fs::write(desk.journal(), &bytes).unwrap();
            // The table of tables has a page among the others; without it there is no journal.
            let Ok(store) = open() else {
                unopened += 1;
                continue;
            };
            let listed = store.entries(None, 200).unwrap();
            assert_eq!(listed.len(), 120, "{page}");
            let unreadable = readable(&listed).iter().filter(|it| !**it).count();
            assert!(unreadable < 60, "{page}: {unreadable}");
            shown_as_such += usize::from(unreadable > 0);
            // Each version is told, or that it cannot be read; never half of one.
            for number in 0..120 {
                match store.versions(id(number)) {
                    Ok(all) => assert!(
                        all.iter()
                            .flat_map(|it| &it.entry)
                            .all(|it| { it.next_time == "wait" && it.id == id(number) })
                    ),
                    Err(why) => assert!(matches!(why, StoreError::Damaged { .. }), "{why}"),
                }
            }
            assert!(!store.check().unwrap().is_sound() || unreadable == 0);
        }
        assert!(shown_as_such > 2, "{shown_as_such}");
        assert!(unopened < 3, "{unopened}");
    }
}

#[test]
fn nothing_is_kept_in_a_journal_that_is_only_read() {
    let desk = Desk::new();
    filled(&mut desk.write(), 1);
    let mut store = desk.open(Access::Read).unwrap();
    let said = LastTime {
        of: id(0),
        answer: None,
        line: "a line".into(),
    };
    let search = SavedSearch {
        id: id(5),
        name: "a".into(),
        query: "b".into(),
    };
    let refused = [
        store.revise(&entry(0, "soup"), None, at(1)),
        store.hear(&said, None, at(1)),
        store.keep_meeting(&hour(0, &[0], "line"), None, at(1)),
        store.drop_meeting(id(1_000)),
        store.save_keep_well(&KeepWell::default(), None, at(1)),
        store.keep_search(&search, None, at(1)),
        store.drop_search(id(5)),
    ];
    for done in refused {
        assert!(
            matches!(done, Err(StoreError::ReadOnly(WhyReadOnly::Asked))),
            "{done:?}"
        );
    }
    assert_eq!(store.flagged(9).unwrap().len(), 1);
    assert_eq!(store.versions(id(0)).unwrap().len(), 1);
}
