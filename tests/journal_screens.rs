//! The journal on the full screen, on a real journal in memory: found at every key, read beside
//! the list, and calm when something is gone.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::domain::{Entry, Finished, Id, Kind, Length};
use alongside::store::Store;
use chrono::{DateTime, Days, FixedOffset};
use support::desk::{Desk, Setup};

fn at(days: u64) -> DateTime<FixedOffset> {
    let first = DateTime::parse_from_rfc3339("2026-03-11T15:00:00+00:00").unwrap();
    first.checked_sub_days(Days::new(days)).unwrap()
}

/// An entry of so many days ago.
fn entry(days: u64, moment: &str, stand_by: &str) -> Entry {
    let id = Id::at(at(days).timestamp_millis().unsigned_abs(), &[3; 10]);
    let pack = ("peer-principles".to_owned(), 1);
    let mut entry = Entry::empty(id, at(days), pack, Length::Quick);
    entry.kind = Some(Kind::OneToOne);
    entry.moment = moment.into();
    entry.stand_by = stand_by.into();
    entry
}

fn keep(store: &mut Store, entry: Entry) {
    let at = entry.finished_at;
    let finished = Finished {
        entry,
        draft: None,
        carries: false,
        last: None,
        tell: None,
    };
    store.finish(&finished, at).unwrap();
}

fn journal(width: u16, height: u16) -> Desk {
    let mut setup = Setup {
        size: (width, height),
        ..Setup::settled()
    };
    for (days, moment, stand_by) in [
        (
            0,
            "We had tea by the window, and they chose the chair",
            "I stayed.",
        ),
        (
            1,
            "The steam of the kettle",
            "I asked before I offered, and then I waited for a long while until they said yes to the tea.",
        ),
        (2, "A quiet walk", "I let them lead."),
        (40, "I waited in the café", "I came back in."),
    ] {
        keep(&mut setup.store, entry(days, moment, stand_by));
    }
    setup.open()
}

#[test]
fn the_journal_at_every_size() {
    for (width, height) in [(60, 18), (80, 24), (120, 40), (40, 10)] {
        for (name, keys) in [
            ("list", "j"),
            ("found", "j Ctrl+F t e a"),
            ("unknown_filter", "Ctrl+F s o u p : h o t"),
            ("impossible_day", "Ctrl+F s i n c e : 2 0 2 6 - 1 3"),
            ("nothing", "F5 z e b r a"),
            ("entry_found", "Ctrl+F t e a Enter Enter"),
            ("how_to_find", "Ctrl+F F1"),
        ] {
            let mut desk = journal(width, height);
            desk.press(keys).wait(2_000);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), desk.screen());
        }
        let mut empty = Setup {
            size: (width, height),
            ..Setup::settled()
        }
        .open();
        empty.press("j").wait(2_000);
        insta::assert_snapshot!(format!("empty_{width}x{height}"), empty.screen());
    }
}

#[test]
fn from_home_to_an_entry_by_a_few_letters_and_back_the_same_way() {
    let mut desk = journal(80, 24);
    desk.press("Ctrl+F").types("cafe");
    desk.sees("I waited in the café").never_sees("steam");
    desk.press("Enter Enter").sees("I came back in.");
    desk.press("Esc").sees("Find │ cafe").sees("> ");
    desk.press("Esc").sees("A quiet walk");
    desk.press("Esc").sees("My journal");
}

#[test]
fn the_keys_that_count_now_are_in_the_bottom_row() {
    let mut desk = journal(80, 24);
    desk.press("j Enter")
        .sees("change or add")
        .never_sees("next hit");
    desk.press("Esc Ctrl+F").types("tea").press("Enter Enter");
    desk.sees("n next hit").sees("Ctrl+P more");
    desk.press("Esc Esc Esc j m")
        .sees("→ after")
        .sees("Ctrl+P more");
}

#[test]
fn what_was_removed_is_brought_back_from_the_list_of_everything() {
    let mut desk = journal(80, 24);
    desk.press("j Delete").never_sees("We had tea").press("Esc");
    desk.press("Ctrl+P").types("removed").press("Enter");
    desk.sees("Wednesday 11 March 2026").press("Enter");
    desk.types("b").sees("It is back in your journal.");
    desk.press("Esc");
    assert_eq!(desk.app.depth(), 1, "{}", desk.screen());
    desk.press("j").sees("We had tea");
}

#[test]
fn the_entry_before_among_those_that_were_found() {
    let mut desk = journal(80, 24);
    desk.press("j Ctrl+F").types("tea").press("Enter Enter");
    desk.sees("Wednesday 11 March 2026");
    desk.press("Left").sees("Tuesday 10 March 2026");
    desk.press("Left").sees("This is the oldest entry here.");
    desk.press("Ctrl+F").sees("Find │ tea");
}

#[test]
fn a_part_of_a_word_comes_when_the_hand_rests() {
    let mut desk = journal(80, 24);
    desk.press("j Ctrl+F").types("ettl").never_sees("kettle");
    desk.wait(1_000).sees("Where it is part of a longer word");
    desk.sees("The steam of the kettle");
    assert_eq!(desk.app.patience(), None, "an idle page is never woken");
}

#[test]
fn fast_typing_on_a_slow_disk_ends_with_what_was_typed() {
    let mut desk = journal(80, 24);
    desk.press("j Ctrl+F");
    desk.hold = true;
    desk.types("tea window");
    desk.hold = false;
    desk.answer_held();
    desk.sees("We had tea by the window").never_sees("steam");
}

#[test]
fn an_entry_deleted_in_the_other_window_is_no_stale_page() {
    let mut desk = journal(80, 24);
    desk.press("j Enter").sees("We had tea");
    let id = entry(0, "", "").id;
    desk.store.delete(id, at(0)).unwrap();
    desk.press("F1 Esc")
        .sees("This entry was taken out of your journal.");
    desk.never_sees("We had tea");
    desk.press("Ctrl+Z").sees("We had tea");
    desk.store.delete(id, at(0)).unwrap();
    desk.press("F1 Esc Esc")
        .sees("steam")
        .never_sees("We had tea");
}

#[test]
fn in_a_wide_window_the_focused_entry_is_read_beside_the_list() {
    let mut desk = journal(120, 40);
    desk.press("j").wait(1_000).sees("I stayed.");
    desk.press("Down").never_sees("I stayed.").wait(1_000);
    desk.sees("I asked before I offered");
    // The palette lies over it, with its own keys.
    desk.press("Ctrl+P").sees("Narrow it down").press("Esc");
    desk.resize(80, 24).never_sees("I asked before I offered");
    desk.resize(99, 30).never_sees("I asked before I offered");
    desk.resize(100, 30)
        .wait(1_000)
        .sees("I asked before I offered");
}

#[test]
fn a_locked_journal_comes_back_to_its_place_without_what_was_searched_for() {
    let mut desk = Setup {
        size: (120, 40),
        ..Setup::locked()
    }
    .open();
    for (days, moment) in [(0, "We had tea"), (1, "The steam"), (2, "An aubergine")] {
        keep(&mut desk.store, entry(days, moment, "I stayed."));
    }
    desk.press("j Down Ctrl+F").types("aubergine").wait(1_000);
    desk.press("Ctrl+L");
    assert!(desk.is_closed);
    assert!(!format!("{:?}", desk.app).contains("ubergine"));
    desk.unlock().wait(1_000);
    desk.never_sees("Find │")
        .sees("An aubergine")
        .sees("> Tue 10");
}

#[test]
fn a_month_and_the_filters_lead_back_to_the_same_list() {
    let mut desk = journal(80, 24);
    let before = desk.app.depth();
    desk.press("j Ctrl+T");
    assert_eq!(desk.app.depth(), before + 2);
    desk.press("Esc").press("m");
    assert_eq!(desk.app.depth(), before + 2);
    desk.press("Esc").sees("A quiet walk");
}

#[test]
fn esc_leads_back_to_the_month_whose_day_was_looked_at() {
    let mut desk = journal(80, 24);
    desk.press("j m Enter").wait(1_000).sees("on:2026-03-");
    desk.press("Esc")
        .sees("March 2026")
        .never_sees("on:2026-03-");
    // What is typed there is a search of one's own, and is left first.
    desk.press("Enter").wait(1_000).press("Ctrl+F");
    desk.types("tea").wait(1_000).press("Esc");
    desk.never_sees("Find │ tea").sees("A quiet walk");
}
