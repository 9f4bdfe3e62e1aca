//! The practice room and the longer view, on the full screen and a real journal.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;
mod tries;

use alongside::domain::{Draft, Field, FormField};
use alongside::rooms::Begin;
use alongside::store::Store;
use alongside::ui::screens::Screen;
use support::desk::{Desk, Setup, desk};

fn tried(width: u16, height: u16) -> Desk {
    let mut store = Store::in_memory().unwrap();
    tries::put(&mut store);
    Setup {
        store,
        size: (width, height),
        ..Setup::settled()
    }
    .open()
}

/// Pages of the room, with the keys that lead there from Home.
const PAGES: [(&str, &str); 9] = [
    ("practice", "p"),
    ("stories", "p a"),
    ("story", "p a Enter"),
    ("beside", "p a Enter e"),
    ("tries", "p t"),
    ("how_sure", "p h"),
    ("longer_view", "p h Enter"),
    ("longer_view_form", "p h Enter s"),
    ("sheet", "p s Down Enter p"),
];

#[test]
fn every_page_of_the_practice_room_at_four_sizes() {
    for (name, keys) in PAGES {
        for (width, height) in [(40, 10), (60, 18), (80, 24), (120, 40)] {
            let mut desk = tried(width, height);
            desk.press(keys);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), desk.screen());
            let (_, cursor) = desk.draw();
            assert!(desk.size.contains(cursor));
        }
    }
    let mut desk = desk(80, 24);
    desk.press("p");
    insta::assert_snapshot!("practice_empty", desk.screen());
}

#[test]
fn the_longer_view_is_saved_as_it_is_typed_and_gone_on_with_from_home() {
    let mut desk = tried(80, 24);
    desk.press("p h Enter s w").types("who to ring").wait(3_000);
    let draft = desk.store.drafts().unwrap().remove(0);
    let words = |field| draft.words(&Field::Form(field)).to_owned();
    assert_eq!(
        words(FormField::FootingLine),
        "who to ring",
        "{}",
        desk.screen()
    );
    assert_eq!(words(FormField::Heading), "MUT");
    desk.press("Esc").sees("Go on with what I began");
    desk.press("Esc Esc Esc Home")
        .sees("Go on: how sure I would feel");
    desk.press("g").sees("who to ring");
    assert!(matches!(desk.app.top(), Screen::Walk(_)));
    for _ in 0..9 {
        if !matches!(desk.app.top(), Screen::Walk(_)) {
            break;
        }
        desk.press("Ctrl+N");
    }
    desk.sees("That is kept.");
    assert!(desk.store.drafts().unwrap().is_empty());
    let said = desk.store.longer_views().unwrap().said;
    assert_eq!(said.last().unwrap().line, "who to ring");
}

/// Home of a journal in which these headings have a day that is set.
fn home(shared: bool, days: &[(&str, &str)]) -> Desk {
    let mut setup = Setup::settled();
    setup.settings.shared_computer = shared;
    tries::put(&mut setup.store);
    tries::ask_again(&mut setup.store, days);
    setup.open()
}

#[test]
fn the_day_that_was_set_is_one_quiet_row_of_home() {
    let came = [("SAF", "2020-04-05")];
    let to_come = [("SAF", "2999-04-05")];
    home(false, &to_come).never_sees("I set has come");
    let mut desk = home(false, &[("SAF", "2020-04-05"), ("RES", "2999-04-05")]);
    desk.sees("The day I set has come: Safe");
    insta::assert_snapshot!("home_on_the_day", desk.screen());
    desk.press("d").sees("It has come.").press("s");
    desk.press("w")
        .types("I asked first")
        .press("Ctrl+N Ctrl+N");
    desk.sees("That is kept.");
    desk.press("Esc").sees("What would help now?");
    desk.never_sees("I set has come");
    let mut desk = home(true, &came);
    desk.sees("A day I set has come").never_sees("Safe");
    desk.press("d").sees("It has come.");
    let mut desk = home(false, &[("SAF", "2020-04-05"), ("RES", "2020-04-04")]);
    desk.sees("Days I set have come").press("d");
    assert_eq!(desk.screen().matches("the day I set has come").count(), 2);
}

#[test]
fn a_try_left_half_way_goes_on_from_the_page_of_its_story() {
    let mut desk = tried(80, 24);
    desk.press("p a Enter t");
    assert!(matches!(desk.app.top(), Screen::Walk(_)));
    desk.press("Enter").types("To say what I am").wait(3_000);
    let begun = desk.store.drafts().unwrap().remove(0);
    for _ in 0..4 {
        if matches!(desk.app.top(), Screen::Visit(_)) {
            break;
        }
        desk.press("Esc");
    }
    desk.sees("Go on with the try I began").press("g");
    assert!(matches!(desk.app.top(), Screen::Walk(_)));
    // Esc led back page by page, so it goes on at the story.
    desk.press("Enter").sees("To say what I am");
    let drafts = desk.store.drafts().unwrap();
    let subjects: Vec<_> = drafts.iter().map(Draft::subject).collect();
    assert_eq!(subjects, [begun.subject()]);
}

#[test]
fn a_locked_journal_comes_back_to_the_room() {
    let mut desk = Setup::locked().open();
    desk.press("p").press("Ctrl+L");
    assert!(desk.is_closed);
    desk.unlock();
    let Screen::Visit(visit) = desk.app.top() else {
        panic!("{}", desk.screen())
    };
    assert_eq!(visit.begin(), &Begin::Practice);
}
