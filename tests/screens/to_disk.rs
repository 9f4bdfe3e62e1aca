//! Words on their way to a disk that is slow or full, and a window that closes meanwhile.

use alongside::domain::Field;

use super::entries;
use crate::support::desk::{Desk, desk};

#[test]
fn what_was_typed_is_on_disk_within_half_a_second_and_said_after_a_calm_second() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").wait(2_000);
    desk.types("I waited").sees("…");
    desk.wait(400);
    let stored = desk.store.drafts().unwrap();
    assert_eq!(stored[0].words(&Field::Moment), "I waited");
    desk.sees("…").wait(1_000);
    desk.sees("saved");
    assert_eq!(desk.app.patience(), None, "an idle page is never woken");
}

#[test]
fn a_full_disk_takes_no_words_and_is_tried_again() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("short").wait(2_000);
    desk.sees("saved");
    desk.store.limit_pages(1).unwrap();
    desk.paste(&"long words ".repeat(3_000)).wait(500);
    desk.sees("not saved: the disk is full").sees("long words");
    desk.store.limit_pages(1_000_000).unwrap();
    desk.wait(4_000).sees("saved");
    let stored = desk.store.drafts().unwrap();
    assert!(
        stored[0]
            .words(&Field::Moment)
            .contains("long words long words")
    );
}

#[test]
fn a_closed_window_sends_every_word_to_disk_first() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("the last words");
    desk.send(alongside::ui::msg::Msg::Hangup);
    assert!(desk.left);
    assert_eq!(
        desk.store.drafts().unwrap()[0].words(&Field::Moment),
        "the last words"
    );
}

/// A walk whose disk is full, with more typed than fits.
fn on_a_full_disk() -> Desk {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("short").wait(2_000);
    desk.store.limit_pages(1).unwrap();
    desk.paste(&"long words ".repeat(3_000));
    desk
}

#[test]
fn no_way_home_closes_words_that_are_not_on_disk() {
    for way in ["Esc Esc", "Ctrl+P g o Space t o Space h o m e Enter"] {
        let mut desk = on_a_full_disk();
        desk.press(way)
            .sees("not saved: the disk is full")
            .sees("stays open");
        assert_eq!(desk.app.depth(), 2, "{way}");
        desk.store.limit_pages(1_000_000).unwrap();
        desk.wait(5_000)
            .press("Esc Esc")
            .sees("What would help now?");
        let stored = desk.store.drafts().unwrap();
        assert!(
            stored[0]
                .words(&Field::Moment)
                .contains("long words long words"),
            "{way}"
        );
    }
}

#[test]
fn nothing_says_saved_while_words_are_not_on_disk() {
    let mut desk = on_a_full_disk();
    desk.wait(500)
        .press("Ctrl+S")
        .sees("Your words are still on the screen")
        .never_sees("no need");
    desk.press("Ctrl+C")
        .sees("not on the disk yet")
        .never_sees("Nothing is lost");
    desk.resize(20, 6)
        .sees("Your words are still")
        .never_sees("is saved");
}

#[test]
fn a_walk_the_disk_does_not_take_stays_open_and_can_be_kept_later() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("short ")
        .paste(&"long words ".repeat(20_000));
    desk.press("Enter Enter Enter k").wait(2_000);
    desk.store.limit_pages(1).unwrap();
    desk.press("Enter")
        .sees("The disk is full.")
        .sees("Keep it, or let it go?");
    assert!(entries(&desk.store).is_empty());
    desk.store.limit_pages(1_000_000).unwrap();
    desk.press("Enter").sees("You can leave it here.");
    assert!(
        entries(&desk.store)[0]
            .moment
            .starts_with("short long words")
    );
}

#[test]
fn nothing_typed_while_the_journal_takes_the_walk_is_lost_or_left_behind() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("one")
        .press("Enter Enter Enter k");
    desk.hold = true;
    desk.press("Enter")
        .types("typed too late")
        .press("Esc Esc Backspace");
    desk.hold = false;
    desk.answer_held();
    desk.sees("You can leave it here.");
    assert_eq!(entries(&desk.store)[0].moment, "one");
    assert!(desk.store.drafts().unwrap().is_empty(), "no orphan is left");
}

#[test]
fn a_window_closed_while_the_walk_is_being_kept_costs_nothing() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("one")
        .press("Enter Enter Enter k");
    desk.hold = true;
    desk.press("Enter");
    desk.send(alongside::ui::msg::Msg::Hangup);
    desk.hold = false;
    desk.answer_held();
    assert_eq!(entries(&desk.store)[0].moment, "one");
    assert!(desk.store.drafts().unwrap().is_empty());
}

#[test]
fn a_card_the_disk_does_not_take_is_not_closed() {
    let mut desk = desk(80, 24);
    desk.press("Ctrl+G f").types("the duty worker").wait(2_000);
    desk.store.limit_pages(1).unwrap();
    desk.paste(&"a long line ".repeat(2_000));
    desk.press("Ctrl+N Ctrl+N Ctrl+N Ctrl+N Ctrl+N Ctrl+N")
        .sees("The disk is full.");
    desk.sees("My support card");
    desk.store.limit_pages(1_000_000).unwrap();
    desk.press("Enter Esc Ctrl+G").sees("the duty worker");
}

#[test]
fn a_message_is_never_cut_short() {
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let mut desk = on_a_full_disk();
        desk.resize(width, height).wait(500);
        let screen = desk
            .screen()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(
            screen.contains("they will be saved by themselves."),
            "{}",
            desk.screen()
        );
    }
}
