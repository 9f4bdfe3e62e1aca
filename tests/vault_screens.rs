//! The full screen on a locked journal: opened, hidden, closed, and come back to.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::config::Settings;
use alongside::domain::{CardLine, Field, SupportCard};
use alongside::reflection::Opening;
use alongside::ui::app::First;
use alongside::ui::msg::Msg;
use alongside::ui::screens::Screen;
use support::desk::{Desk, Setup};

/// A desk whose journal is locked and open.
fn locked() -> Desk {
    Setup::locked().open()
}

/// Places of the program, with the keys that lead there from Home.
const PLACES: [(&str, &str); 22] = [
    ("home", "Down Down Down"),
    ("length", "r Down"),
    ("arrive", "r q Enter Down Down"),
    ("left_me", "r q Enter Enter l p Down"),
    (
        "question",
        "r q Enter Enter Enter Enter a Enter y w a i t Left Left",
    ),
    ("a row", "r q Enter Enter Enter Enter a Enter Down Down"),
    ("example", "r q Enter Enter Enter Enter Enter p Ctrl+T"),
    ("headings", "r t Enter Enter Enter Enter Enter a b"),
    (
        "a selection",
        "l Enter a Space w a l k Shift+Left Shift+Left",
    ),
    ("kept", "l t Enter a Enter b Enter c Enter k Enter"),
    (
        "kept, in its text",
        "l t Enter a Enter b Enter c Enter k Enter Up Up",
    ),
    (
        "journal",
        "l Enter a Enter Enter Enter k Enter h l Enter b Enter Enter Enter k Enter h j Down",
    ),
    (
        "entry",
        "l Enter a Enter Enter Enter k Enter h j Enter Down Down",
    ),
    ("card", "Ctrl+G Down Down"),
    ("card to fill in", "Ctrl+G f Enter 9 9 9 Left"),
    (
        "waiting",
        "l t Enter a Enter b Enter c Enter k Enter h w Down",
    ),
    ("help", "l Enter Ctrl+K Down Down Down"),
    ("a page of help", "a Down Down Down Down"),
    (
        "help for the list",
        "l Enter a Enter Enter Enter k Enter h j Ctrl+K Down",
    ),
    ("settings", "h Ctrl+N n Tab"),
    ("settings, the end", "h Ctrl+N y Ctrl+N a b c Left"),
    ("more", "r q Enter Ctrl+O 1 2 Left"),
];

#[test]
fn every_place_comes_back_to_the_same_picture() {
    for (name, keys) in PLACES {
        for (width, height) in [(80, 24), (60, 18), (40, 10)] {
            let mut desk = Setup {
                size: (width, height),
                ..Setup::locked()
            }
            .open();
            desk.press(keys);
            // A key that means nothing takes the message away, which is not brought back.
            desk.wait(4_000);
            desk.key(
                crossterm::event::KeyCode::F(12),
                crossterm::event::KeyModifiers::NONE,
            );
            let before = desk.draw();
            desk.press("Ctrl+L");
            assert!(desk.is_closed && desk.app.is_shut(), "{name}");
            desk.unlock();
            assert!(!desk.is_closed && !desk.app.is_shut(), "{name}");
            let after = desk.draw();
            assert_eq!(before.0, after.0, "{name} at {width}x{height}");
            assert_eq!(before.1, after.1, "{name} at {width}x{height}");
            assert!(desk.astray.is_empty(), "{name}: {:?}", desk.astray);
        }
    }
}

#[test]
fn the_program_starts_with_the_passphrase_and_nothing_else_in_sight() {
    let mut desk = Setup {
        closed: true,
        ..Setup::locked()
    }
    .open();
    desk.sees("Your journal is locked.")
        .never_sees("What would help");
    desk.types("tea for too").never_sees("tea").press("Enter");
    desk.sees("That passphrase does not open this journal.");
    desk.press("Backspace Backspace").types("wo").press("Enter");
    desk.sees("What would help now?");
    assert_eq!(desk.title, "Alongside");
    assert!(desk.astray.is_empty());
}

#[test]
fn a_walk_that_was_asked_for_begins_once_the_journal_is_open() {
    let opening = Opening {
        length: Some(alongside::domain::Length::Land),
        ..Opening::default()
    };
    let mut desk = Setup {
        closed: true,
        first: First::Begin(opening),
        ..Setup::locked()
    }
    .open();
    desk.paste("tea for two\n").press("Enter");
    desk.sees("Does anything need to happen now?");
    let mut desk = Setup {
        closed: true,
        first: First::Resume,
        ..Setup::locked()
    }
    .open();
    desk.paste("tea for two").press("Enter").sees("Reflection");
}

#[test]
fn the_first_run_comes_after_the_passphrase() {
    let mut setup = Setup {
        closed: true,
        ..Setup::locked()
    };
    setup.settings.first_run_done = false;
    let mut desk = setup.open();
    desk.never_sees("Welcome")
        .types("tea for two")
        .press("Enter");
    desk.sees("Welcome");
}

#[test]
fn hiding_shows_nothing_and_asks_for_the_passphrase_in_the_manner_of_notes() {
    let mut desk = locked();
    desk.press("l Enter").types("private words").press("Ctrl+L");
    assert_eq!(desk.title, "Notes");
    for hidden in ["private", "Alongside", "journal"] {
        desk.never_sees(hidden);
    }
    desk.press("Enter Esc x ? Ctrl+P Ctrl+G")
        .never_sees("private")
        .sees("Ctrl+L  open");
    desk.press("Ctrl+L").sees("Notes").sees("Passphrase");
    desk.types("wrong").press("Enter").sees("It did not open.");
    for hidden in ["private", "Alongside", "journal", "wrong"] {
        desk.never_sees(hidden);
    }
    desk.press("Esc").sees("Ctrl+L  open");
    assert_eq!(desk.title, "Notes");
    desk.unlock().sees("private words");
    assert_eq!(desk.title, "Alongside");
}

#[test]
fn what_was_half_typed_goes_on_where_it_stopped() {
    let mut desk = locked();
    desk.press("l Enter")
        .types("I asked befoe I offered")
        .press("Ctrl+Left Ctrl+Left Left Left");
    // Straight after a key, with nothing on disk yet.
    desk.press("Ctrl+L").unlock();
    desk.types("r").wait(2_000).sees("I asked before I offered");
    let drafts = desk.store.drafts().unwrap();
    assert_eq!(drafts[0].words(&Field::Moment), "I asked before I offered");
}

#[test]
fn a_line_of_the_first_run_outlives_one_that_was_left_on_the_card() {
    let mut desk = locked();
    desk.press("Ctrl+G f")
        .types("my supervisor, on the long corridor")
        .press("Esc Esc Esc");
    desk.press("h Ctrl+N Ctrl+N Ctrl+N").wait(1_000);
    desk.press("Ctrl+A")
        .types("Sam")
        .wait(2_000)
        .press("Ctrl+L")
        .unlock();
    desk.sees("Sam").never_sees("corridor");
}

#[test]
fn a_line_of_the_card_that_was_emptied_stays_empty() {
    let mut card = SupportCard::default();
    card.write(CardLine::Ring, "an old number");
    let mut desk = Setup {
        card,
        ..Setup::locked()
    }
    .open();
    desk.press("Ctrl+G f")
        .sees("an old number")
        .press("Ctrl+A Backspace")
        .wait(2_000);
    desk.press("Ctrl+L").unlock().never_sees("an old number");
}

#[test]
fn no_word_stays_in_the_program_while_it_is_locked() {
    let mut card = SupportCard::default();
    card.write(CardLine::Me, "quokka");
    let mut desk = Setup {
        card,
        ..Setup::locked()
    }
    .open();
    desk.press("l t Enter")
        .types("quokka one")
        .press("Ctrl+A Ctrl+C Enter");
    desk.types("quokka two")
        .press("Enter")
        .types("quokka three")
        .press("Enter k Enter h");
    desk.press("j Enter Esc Delete Ctrl+Z Esc w Esc");
    desk.press("l Enter")
        .types("quokka four")
        .press("Ctrl+A Ctrl+X Ctrl+V Ctrl+G");
    assert!(format!("{:?}", desk.app).contains("quokka"));
    desk.press("Ctrl+L");
    assert!(desk.app.is_shut());
    let left = format!("{:?}", desk.app);
    assert!(!left.contains("quokka"), "{left}");
    desk.press("Ctrl+L").types("tea for two");
    let left = format!("{:?}", desk.app);
    assert!(
        !left.contains("tea for") && !left.contains("quokka"),
        "{left}"
    );
    desk.press("Enter").sees("quokka");
    desk.press("Esc Ctrl+V").never_sees("quokka fourquokka");
}

#[test]
fn words_that_cannot_be_saved_are_kept_hidden_and_asked_for_with_the_passphrase() {
    let mut desk = locked();
    desk.press("l Enter").types("short").wait(2_000);
    desk.store.limit_pages(1).unwrap();
    desk.paste(&"long words ".repeat(3_000)).press("Ctrl+L");
    assert!(!desk.app.is_shut() && !desk.is_closed, "nothing is wiped");
    desk.wait(10_000)
        .never_sees("long words")
        .never_sees("disk");
    desk.press("Ctrl+L")
        .types("tea for too")
        .press("Enter")
        .sees("It did not open.");
    desk.never_sees("long").press("Esc").never_sees("long");
    desk.unlock()
        .sees("long words")
        .wait(3_000)
        .sees("not saved: the disk is full");

    desk.press("Ctrl+L");
    desk.store.limit_pages(1_000_000).unwrap();
    desk.wait(5_000);
    assert!(
        desk.app.is_shut() && desk.is_closed,
        "it is closed once they are saved"
    );
    desk.unlock().sees("long words").wait(3_000).sees("saved");
    let drafts = desk.store.drafts().unwrap();
    assert!(drafts[0].words(&Field::Moment).ends_with("long words "));
}

#[test]
fn a_walk_that_is_being_kept_is_kept_before_the_journal_is_closed() {
    let mut desk = locked();
    desk.press("l Enter")
        .types("tea")
        .press("Enter Enter Enter k");
    desk.hold = true;
    desk.press("Enter Ctrl+L");
    assert!(!desk.is_closed);
    desk.hold = false;
    desk.answer_held();
    assert!(desk.is_closed && desk.app.is_shut());
    desk.unlock().sees("tea").sees("Home");
    assert_eq!(desk.store.entries(None, 9).unwrap().len(), 1);
}

#[test]
fn the_first_run_that_ends_under_the_neutral_page_does_not_lift_it() {
    let mut setup = Setup::settled();
    setup.settings.first_run_done = false;
    let mut desk = setup.open();
    desk.press("Ctrl+N Ctrl+N");
    desk.hold = true;
    desk.press("Ctrl+N Ctrl+L").sees("Notes");
    desk.hold = false;
    desk.answer_held();
    desk.sees("Notes").never_sees("What would help");
    desk.press("Ctrl+L").sees("What would help now?");
}

#[test]
fn what_is_let_go_stays_let_go_after_a_lock() {
    let mut desk = locked();
    desk.press("l Enter")
        .types("too much")
        .press("Enter Enter Enter l Enter");
    desk.sees("Ctrl+Z").press("Ctrl+L").unlock();
    desk.sees("let go")
        .never_sees("Ctrl+Z")
        .never_sees("too much");
    desk.press("Ctrl+Z").never_sees("too much");
}

#[test]
fn it_closes_by_itself_and_covers_a_passphrase_left_half_typed() {
    let settings = Settings {
        first_run_done: true,
        shared_computer: false,
        hide_after_minutes: 1,
        ..Settings::default()
    };
    let mut desk = Setup {
        settings,
        ..Setup::locked()
    }
    .open();
    desk.press("l Enter").types("private").wait(61_000);
    desk.never_sees("private").sees("Ctrl+L  open");
    assert!(desk.is_closed);
    assert_eq!(desk.app.patience(), None, "a closed journal is never woken");
    desk.press("Ctrl+L")
        .types("tea fo")
        .wait(61_000)
        .sees("Ctrl+L  open");
    assert_eq!(desk.app.patience(), None);
    desk.unlock().sees("private");
}

#[test]
fn a_key_that_takes_its_time_can_be_stopped() {
    let mut desk = Setup {
        closed: true,
        ..Setup::locked()
    }
    .open();
    desk.slow_key = true;
    desk.types("tea for two")
        .press("Enter")
        .sees("Opening the journal… Esc stops.");
    assert_eq!(desk.app.patience(), None, "nothing moves while it waits");
    desk.press("Esc").sees("Stopped.");
    assert!(desk.is_stopped());
    // The word to stop came too late: it is closed again, unseen.
    desk.answer_opening();
    assert!(desk.is_closed && desk.app.is_shut());
    desk.sees("Your journal is locked.");
    desk.slow_key = false;
    desk.press("Enter").sees("What would help now?");
}

#[test]
fn leaving_and_a_closed_window_are_always_possible() {
    for keys in ["Ctrl+Q", "Esc Esc", "Ctrl+G Ctrl+Q", "Ctrl+L Ctrl+L Ctrl+Q"] {
        let mut desk = Setup {
            closed: true,
            ..Setup::locked()
        }
        .open();
        desk.press(keys);
        assert!(desk.left, "{keys}");
    }
    let mut desk = locked();
    desk.press("l Enter").types("last words").press("Ctrl+L");
    desk.send(Msg::Hangup);
    assert!(desk.left && desk.astray.is_empty());
}

#[test]
fn the_recovery_code_opens_it_and_leads_to_a_new_passphrase() {
    let mut desk = locked();
    let code = desk.store.recovery_code().unwrap().text().to_owned();
    desk.press("Ctrl+L Ctrl+L").paste(&code).press("Enter");
    assert!(
        matches!(desk.app.top(), Screen::Vault(_)),
        "{}",
        desk.screen()
    );
    assert!(!format!("{:?}", desk.app).contains(&code));
    let mut desk = Setup {
        closed: true,
        ..Setup::locked()
    }
    .open();
    desk.press("Ctrl+R")
        .paste(&code.to_lowercase())
        .press("Enter");
    desk.sees("That recovery code does not open this journal.")
        .never_sees("What would help");
}

#[test]
fn a_talk_about_the_vault_begins_anew_in_its_room_when_the_journal_is_closed_under_it() {
    let mut desk = locked();
    desk.press("Ctrl+P")
        .types("Keep my words safe")
        .press("Enter");
    assert!(matches!(desk.app.top(), Screen::Vault(_)));
    desk.press("p").types("half a pass").press("Ctrl+L");
    assert!(desk.is_closed && desk.app.is_shut());
    desk.unlock().sees("Choose another passphrase");
    assert!(matches!(desk.app.top(), Screen::Vault(_)));
    desk.press("Esc").sees("What would help now?");
}

#[test]
fn support_is_there_before_the_journal_is_open() {
    let mut desk = Setup {
        closed: true,
        ..Setup::locked()
    }
    .open();
    desk.press("Ctrl+G")
        .sees("supervisor or on-call person")
        .sees("In an emergency");
    desk.press("Esc F1")
        .sees("Opening your journal")
        .press("Esc")
        .sees("Passphrase");
}

#[test]
fn a_copy_of_a_locked_journals_words_says_that_it_is_not_locked() {
    let mut desk = locked();
    desk.press("l Enter")
        .types("private")
        .press("Ctrl+P")
        .types("plain copy")
        .press("Enter");
    assert!(desk.rescued.is_none());
    desk.sees("This copy will not be locked: anyone who has the file can read it.");
    desk.types("!")
        .press("Ctrl+P")
        .types("plain copy")
        .press("Enter");
    assert!(
        desk.rescued.is_none(),
        "a letter forgets that it was chosen"
    );
    desk.press("Ctrl+P").types("plain copy").press("Enter");
    assert!(desk.rescued.as_deref().unwrap().contains("private"));
    desk.sees("This copy is not locked");
}

#[test]
fn an_open_journal_is_hidden_without_a_passphrase() {
    let mut desk = Setup::settled().open();
    desk.press("l Enter")
        .types("private")
        .press("Ctrl+L")
        .never_sees("private");
    assert!(!desk.is_closed && matches!(desk.app.top(), Screen::Hidden(_)));
    desk.press("Ctrl+L").sees("private");
}

#[test]
fn a_number_on_the_way_is_on_the_card_after_a_lock_too() {
    let mut desk = locked();
    desk.press("Ctrl+G f").types("duty phone 01 23");
    desk.press("Ctrl+G").sees(": duty phone 01 23");
    desk.press("Esc Esc Ctrl+G").sees(": duty phone 01 23");
    desk.press("Esc Ctrl+L");
    assert!(desk.is_closed);
    desk.unlock();
    desk.press("Ctrl+G").sees(": duty phone 01 23");
    desk.press("f").sees("duty phone 01 23");
}
