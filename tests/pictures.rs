//! Every main screen, in words, at three sizes: a change of any of them is seen and agreed to.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::reflection::Ask;
use alongside::ui::screens::Screen;
use support::desk::{Setup, desk};

/// Screens by name, with the keys that lead there from Home.
const SCREENS: [(&str, &str); 20] = [
    ("home", ""),
    ("length", "r"),
    ("arrive", "r q Enter"),
    ("add_more", "r q Enter Ctrl+O"),
    ("left_me", "r q Enter Enter l p"),
    ("before_stop", "r q Enter Enter Enter"),
    ("question", "r q Enter Enter Enter Enter a Enter y w a i t"),
    ("example", "r q Enter Enter Enter Enter Enter p Ctrl+T"),
    ("headings", "r t Enter Enter Enter Enter Enter a b"),
    ("set_down", "r q Enter Enter Enter Enter a Enter Ctrl+E"),
    ("kept", "l t Enter a Enter b Enter c Enter k Enter"),
    ("let_go", "l Enter a Enter Enter Enter l Enter"),
    ("journal", "l Enter a Enter Enter Enter k Enter h j"),
    ("card", "Ctrl+G"),
    ("everything", "Ctrl+P"),
    ("hidden", "Ctrl+L"),
    ("lock", "k l"),
    ("passphrase", "k l Enter t e a"),
    ("old_entries", "l Enter a Enter Enter Enter k Enter h k o r"),
    ("about", "a"),
];

#[test]
fn every_main_screen_at_three_sizes() {
    for (name, keys) in SCREENS {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let mut desk = desk(width, height);
            desk.press(keys).wait(2_000);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn the_first_run_at_three_sizes() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let mut setup = Setup {
            size: (width, height),
            ..Setup::settled()
        };
        setup.settings.first_run_done = false;
        let mut desk = setup.open();
        for screen in 1..=3 {
            insta::assert_snapshot!(
                format!("first_run_{screen}_{width}x{height}"),
                desk.screen()
            );
            desk.press("Ctrl+N");
        }
    }
}

#[test]
fn every_look_is_in_sight_on_the_first_run_and_no_letter_stands_twice_on_a_page() {
    let mut setup = Setup::settled();
    setup.settings.first_run_done = false;
    let mut desk = setup.open();
    for keys in ["Enter", "y"] {
        desk.press(keys).sees("High contrast").sees("own colours");
        let Screen::Walk(walk) = desk.app.top() else {
            panic!("no first run")
        };
        let mut letters: Vec<char> = Vec::new();
        for part in &walk.page().parts {
            if let Ask::Choice { picks, .. } = &part.ask {
                letters.extend(picks.iter().map(|pick| pick.key));
            }
        }
        let all = letters.len();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), all, "{letters:?}");
    }
}

#[test]
fn it_says_where_one_is_beside_a_line_and_is_no_welcome_when_walked_again() {
    let mut setup = Setup::settled();
    setup.settings.first_run_done = false;
    let mut first = setup.open();
    first
        .press("Ctrl+N Ctrl+N")
        .sees("│\n")
        .sees("        l  Land");
    first.press("Enter").sees("┊\n").sees("│   l  Land");
    let mut desk = desk(80, 24);
    desk.press("Ctrl+P")
        .types("how Alongside looks")
        .press("Enter");
    desk.sees("How Alongside looks and works · 1 of 4");
    desk.never_sees("Welcome");
}
