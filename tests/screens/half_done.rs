//! What was left half-way, let go or taken away, and how it comes back.

use alongside::domain::Field;

use super::entries;
use crate::support::desk::desk;

#[test]
fn what_is_let_go_is_gone_but_for_undo_until_leaving() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("It was too much")
        .press("Enter Enter Enter l Enter");
    assert!(desk.store.drafts().unwrap().is_empty());
    assert!(entries(&desk.store).is_empty());
    desk.press("Ctrl+Z")
        .sees("Keep it, or let it go?")
        .sees("It was too much");
    let drafts = desk.store.drafts().unwrap();
    assert_eq!(drafts[0].words(&Field::Moment), "It was too much");
    assert_eq!(drafts[0].words(&Field::Keep), "");
}

#[test]
fn a_walk_is_taken_up_where_it_was_left() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter o Enter Enter Enter")
        .types("A quiet start")
        .press("Enter y");
    desk.types("half a").sees("1 of 6");
    desk.press("Ctrl+P")
        .types("Home")
        .press("Enter")
        .sees("Go on where I left off: Mutuality");
    desk.press("g").sees("1 of 6").sees("half a");
}

#[test]
fn a_half_done_walk_can_be_taken_away_and_brought_back() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("words")
        .press("Esc Esc")
        .sees("Go on with Land");
    desk.press("Home Down Down Delete")
        .sees("Undo: Ctrl+Z")
        .never_sees("Go on with Land");
    desk.press("Ctrl+Z")
        .sees("Go on with Land")
        .press("g Enter")
        .sees("words");
}

#[test]
fn home_lists_every_walk_that_was_left_half_done() {
    let mut desk = desk(80, 24);
    for word in ["one", "two", "three", "four"] {
        desk.press("l Enter").types(word).press("Esc Esc");
    }
    let screen = desk.screen();
    assert_eq!(screen.matches("Go on with Land").count(), 4, "{screen}");
}

#[test]
fn walks_of_one_day_that_were_left_half_done_are_told_apart_by_the_time() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("one").press("Esc Esc");
    desk.never_sees("17:40").wait(120_000);
    desk.press("l Enter").types("two").press("Esc Esc");
    desk.sees("12 March 2026, 17:40")
        .sees("12 March 2026, 17:42");
}

#[test]
fn what_was_removed_comes_back_also_after_the_journal_was_left() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("keep me")
        .press("Enter Enter Enter k Enter Esc");
    desk.press("j Delete")
        .sees("Removed.")
        .press("Esc")
        .sees("What would help now?");
    desk.press("j Ctrl+Z").sees("keep me");
    assert_eq!(entries(&desk.store).len(), 1);
}
