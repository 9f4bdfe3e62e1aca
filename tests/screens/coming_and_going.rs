//! The first run, the support card, hiding and leaving.

use alongside::config::Settings;
use alongside::domain::{CardLine, Subject, SupportCard};

use crate::support::desk::{Setup, desk};

#[test]
fn hiding_shows_a_neutral_page_and_nothing_else_answers() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("private words").press("Ctrl+L");
    desk.sees("Notes").never_sees("private");
    desk.press("Enter Esc q Ctrl+Q y Ctrl+P")
        .sees("Notes")
        .never_sees("private");
    assert!(!desk.left);
    desk.press("Ctrl+L").sees("private words");
}

#[test]
fn the_screen_hides_by_itself_when_asked_to() {
    let settings = Settings {
        first_run_done: true,
        hide_after_minutes: 2,
        ..Settings::default()
    };
    let mut desk = Setup {
        settings,
        ..Setup::settled()
    }
    .open();
    desk.press("l Enter").types("private words").wait(121_000);
    desk.sees("Notes").never_sees("private");
}

#[test]
fn the_first_run_settles_everything_and_leads_on() {
    let mut desk = Setup {
        settings: Settings::default(),
        ..Setup::settled()
    }
    .open();
    desk.sees("This is a file on this computer.")
        .sees("/home/me/journal.db")
        .press("Enter");
    desk.press("y l f h Enter").sees("Who can I ring");
    desk.types("the duty worker")
        .press("Enter l Enter")
        .sees("Does anything need to happen now?");
    assert!(desk.settings.first_run_done && desk.settings.shared_computer);
    assert_eq!(desk.settings.hide_after_minutes, 2);
    assert_eq!(desk.settings.look, alongside::config::Look::HighContrast);
    let card = desk.store.card().unwrap();
    assert_eq!(
        card.line(alongside::domain::CardLine::Ring),
        "the duty worker"
    );
    assert!(desk.store.draft(Subject::Card).unwrap().is_none());
    desk.press("Ctrl+G").sees("the duty worker");
}

#[test]
fn the_first_run_can_be_left_at_once() {
    let mut desk = Setup {
        settings: Settings::default(),
        ..Setup::settled()
    }
    .open();
    desk.press("Esc").sees("What would help now?");
    assert!(desk.settings.first_run_done && desk.settings.shared_computer);
    desk.press("l t Enter")
        .types("private words")
        .press("Enter Enter");
    desk.types("a friend of mine").press("Enter k Enter Esc");
    desk.sees("One thing is waiting")
        .never_sees("friend of mine")
        .never_sees("private");
}

#[test]
fn esc_twice_leaves_home_and_ctrl_c_twice_leaves_anywhere() {
    let mut desk = desk(80, 24);
    desk.press("Esc")
        .sees("Press Esc again to leave. All is saved.")
        .press("Esc");
    assert!(desk.left);
    let mut desk = self::desk(80, 24);
    desk.press("l Ctrl+C")
        .sees("Nothing is lost.")
        .press("Ctrl+C");
    assert!(desk.left);
}

#[test]
fn a_card_that_was_emptied_in_the_settings_and_left_is_as_it_was_kept() {
    let mut card = SupportCard::default();
    card.write(CardLine::Ring, "a");
    let mut desk = Setup {
        card,
        ..Setup::settled()
    }
    .open();
    desk.press("h Ctrl+N Ctrl+N Ctrl+N End Backspace")
        .never_sees("│ a");
    desk.press("Ctrl+G")
        .never_sees(": a\n")
        .press("Esc Ctrl+B Ctrl+B Ctrl+B");
    desk.press("Esc").sees("What would help now?");
    let kept = desk.store.card().unwrap();
    desk.press("Ctrl+G");
    assert_eq!(
        kept.is_blank(),
        !desk.screen().contains(": a\n"),
        "{}",
        desk.screen()
    );
}

#[test]
fn a_number_typed_on_the_support_card_is_on_it_at_once_and_after_a_restart() {
    let mut desk = desk(80, 24);
    desk.press("Ctrl+G f")
        .types("duty phone 01 23")
        .press("Esc");
    desk.press("Ctrl+G").sees(": duty phone 01 23");
    let mut again = Setup {
        store: desk.store,
        ..Setup::settled()
    }
    .open();
    again.press("Ctrl+G").sees(": duty phone 01 23");
    again.press("Esc l Ctrl+G").sees(": duty phone 01 23");
}
