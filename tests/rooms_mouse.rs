//! The mouse in the rooms that give the journal back: a click on a row picks it, the wheel moves.
//! Nothing needs it.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::rooms::Begin;
use alongside::ui::msg::Msg;
use alongside::ui::screens::Screen;
use crossterm::event::{KeyModifiers, MouseEvent, MouseEventKind};
use support::desk::{Desk, desk};

/// Lines that are in the journal, the newest last.
const LINES: u32 = 40;

fn filled(width: u16, height: u16) -> Desk {
    let mut desk = desk(80, 24);
    for number in 0..LINES {
        let words = format!("quokka number {number} waited");
        desk.press("l t Enter").types(&words);
        desk.press("Enter Enter Enter k Enter h");
    }
    desk.resize(width, height);
    desk
}

/// Turns the wheel over the middle of the screen.
fn wheel(desk: &mut Desk, down: bool, times: usize) {
    let kind = if down {
        MouseEventKind::ScrollDown
    } else {
        MouseEventKind::ScrollUp
    };
    for _ in 0..times {
        desk.send(Msg::Mouse(MouseEvent {
            kind,
            column: desk.size.width / 2,
            row: desk.size.height / 2,
            modifiers: KeyModifiers::NONE,
        }));
    }
}

/// Where the visit on top began.
fn visit(desk: &Desk) -> Option<&Begin> {
    match desk.app.top() {
        Screen::Visit(visit) => Some(visit.begin()),
        _ => None,
    }
}

/// The row that has the focus.
fn focused(desk: &Desk) -> String {
    let screen = desk.screen();
    let row = screen
        .lines()
        .find(|line| line.trim_start().starts_with('>'));
    row.unwrap_or_else(|| panic!("no focus on\n{screen}"))
        .trim()
        .to_owned()
}

#[test]
fn a_click_on_a_row_of_a_leaf_picks_it() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let mut desk = filled(width, height);
        desk.press("s");
        assert_eq!(visit(&desk), Some(&Begin::Support));
        desk.press("Esc j Ctrl+T").click_on("Kind of time");
        desk.sees("Group").click_on("Group");
        desk.sees("kind:group").press("Esc Esc");
        desk.press("j m").click_on("Go to another month");
        desk.sees("Which month");
    }
}

#[test]
fn a_click_on_a_day_of_a_month_shows_it_and_esc_leads_back_to_the_month() {
    let mut desk = filled(80, 24);
    desk.press("j m").click_on("Thursday 12 March");
    desk.sees("on:2026-03-12").sees("quokka number 39");
    desk.press("Esc")
        .sees("March 2026")
        .sees("Go to another month");
    desk.click_on("Thursday 12 March").sees("on:2026-03-12");
    // What is typed anew is a search of its own, and Esc first ends it.
    desk.press("Ctrl+F End").types("2").press("Esc");
    desk.never_sees("on:2026-03-12").sees("quokka number 39");
    desk.press("Esc").sees("Go to another month");
}

#[test]
fn the_wheel_goes_through_a_leaf_that_is_longer_than_the_screen() {
    for (width, height) in [(40, 10), (60, 18), (80, 24)] {
        let mut desk = filled(width, height);
        desk.press("j Ctrl+T");
        let first = focused(&desk);
        wheel(&mut desk, true, 30);
        desk.sees("Bring back what I removed");
        assert_ne!(focused(&desk), first);
        wheel(&mut desk, false, 30);
        assert_eq!(focused(&desk), first);
        // And a text that is longer: all of it comes by, and back again.
        desk.press("Esc Esc s");
        let before = desk.screen();
        wheel(&mut desk, true, 60);
        wheel(&mut desk, false, 60);
        assert_eq!(desk.screen(), before);
    }
}

#[test]
fn the_journal_is_clicked_and_wheeled_while_it_searches() {
    let mut desk = filled(80, 24);
    desk.press("j Ctrl+F").types("quokka");
    let first = focused_in(&mut desk);
    wheel(&mut desk, true, 5);
    desk.press("Enter");
    assert_ne!(focused_in(&mut desk), first);
    desk.click_on("quokka number 2");
    assert!(
        matches!(desk.app.top(), Screen::Entry(_)),
        "{}",
        desk.screen()
    );
    desk.press("Esc").sees("quokka");
}

/// The rows in sight: the wheel moves them, whether or not the box has the focus.
fn focused_in(desk: &mut Desk) -> String {
    let screen = desk.screen();
    let rows = screen.lines().filter(|line| line.contains("number"));
    rows.collect::<Vec<_>>().join("\n")
}
