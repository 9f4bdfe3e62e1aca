//! Every size of screen, long and odd text, the mouse.

use alongside::domain::Field;
use crossterm::event::{KeyCode, KeyModifiers};

use crate::support::desk::{Desk, desk};

#[test]
fn a_hundred_thousand_letters_are_taken_and_kept() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .paste(&"0123456789".repeat(10_000))
        .wait(3_000);
    desk.sees("saved");
    assert_eq!(
        desk.store.drafts().unwrap()[0].words(&Field::Moment).len(),
        100_000
    );
}

#[test]
fn odd_letters_are_cleaned_or_kept_but_never_break_a_row() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .paste("a\u{1b}[31mb\0c\td 👨‍👩‍👧‍👦 ❤️ é עברית\r\nnext");
    let stored = |desk: &mut Desk| {
        desk.wait(3_000);
        desk.store.drafts().unwrap()[0]
            .words(&Field::Moment)
            .to_owned()
    };
    let text = stored(&mut desk);
    assert!(!text.contains(['\u{1b}', '\0', '\t', '\r']), "{text:?}");
    assert!(text.contains("👨‍👩‍👧‍👦 ❤️ é עברית"), "{text:?}");
}

#[test]
fn every_page_draws_at_every_size() {
    let mut desk = desk(80, 24);
    desk.press("r d Enter o Enter Enter Enter")
        .types("A moment")
        .press("Enter a b Enter");
    for _ in 0..30 {
        for width in (1..=130).step_by(7) {
            for height in (1..=48).step_by(5) {
                desk.resize(width, height);
                let (_, cursor) = desk.draw();
                assert!(desk.size.contains(cursor));
            }
        }
        desk.resize(80, 24).press("Ctrl+N");
    }
}

#[test]
fn a_small_screen_shows_the_question_and_the_answer_alone() {
    let mut desk = desk(40, 10);
    desk.press("r q Enter Enter Enter Enter Enter")
        .sees("Did we share the choosing")
        .sees("y  Yes");
    desk.press("y").types("a line").sees("a line");
    desk.wait(2_000).resize(20, 5).sees("Your work is saved");
}

#[test]
fn a_resize_while_typing_keeps_every_letter() {
    let mut desk = desk(80, 24);
    desk.press("l Enter");
    for (place, letter) in "I waited until they were ready".chars().enumerate() {
        desk.types(&letter.to_string());
        desk.resize(
            40 + u16::try_from(place).unwrap() * 3,
            12 + u16::try_from(place).unwrap(),
        );
    }
    desk.resize(80, 24).sees("I waited until they were ready");
}

#[test]
fn the_mouse_can_answer_and_nothing_needs_it() {
    let mut desk = desk(80, 24);
    desk.click_on("Begin a reflection")
        .click_on("Quick:")
        .click_on("Enter next");
    desk.click_on("Group").sees("* g  Group");
    desk.click_on("Add more")
        .sees("Anything you want to add about it?");
}

#[test]
fn a_press_and_its_release_are_one_key() {
    let mut desk = desk(80, 24);
    desk.press("l Enter");
    let mut release = crossterm::event::KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
    desk.types("a");
    release.kind = crossterm::event::KeyEventKind::Release;
    desk.send(alongside::ui::msg::Msg::Key(release));
    desk.wait(2_000);
    assert_eq!(desk.store.drafts().unwrap()[0].words(&Field::Moment), "a");
}
