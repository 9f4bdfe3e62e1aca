//! The worst that can be typed or pasted, wherever the rooms take a person's own words: nothing
//! crashes, no row is garbled, and what is kept is what was meant.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::domain::{Draft, clean_line};
use support::desk::{Desk, desk};
use unicode_width::UnicodeWidthStr as _;

/// What comes in, cleaned or as it is.
fn worst() -> Vec<String> {
    vec![
        "a\u{1b}[31mred\u{1b}[0m\u{7}\u{8}\u{0}b\u{9b}2Jc \u{1b}]0;title\u{7}end".to_owned(),
        "family 👨‍👩‍👧‍👦 flag 🇬🇧 skin 👋🏽 zwj at the end \u{200d}x".to_owned(),
        "שלום לך \u{202e}turned\u{202c} مرحبا".to_owned(),
        "two\r\nlines\tand a tab\u{2028}and more".to_owned(),
        format!("{}end", "long words in a row ".repeat(250)),
        "x".repeat(5_000),
        "👨‍👩‍👧‍👦".repeat(300),
        "漢字".repeat(400),
        format!("z{}", "\u{301}".repeat(500)),
    ]
}

const SIZES: [(u16, u16); 4] = [(20, 5), (40, 10), (80, 24), (120, 40)];

/// Draws at every size: nothing steers the terminal, and no cell holds more than it has room for.
fn draws(desk: &mut Desk) {
    for (width, height) in SIZES {
        desk.resize(width, height);
        let (buffer, cursor) = desk.draw();
        assert!(buffer.area.contains(cursor), "{cursor:?}");
        for row in buffer.content().chunks(usize::from(width)) {
            let mut taken = 0;
            for cell in row {
                let symbol = cell.symbol();
                assert!(!symbol.contains(char::is_control), "{symbol:?}");
                let turns =
                    |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                assert!(!symbol.contains(turns), "{symbol:?}");
                taken += usize::from(symbol.width() > 2);
            }
            assert_eq!(taken, 0, "a cell holds one letter");
        }
    }
    desk.resize(80, 24);
}

/// A desk with one entry.
fn with_entry() -> Desk {
    let mut desk = desk(80, 24);
    desk.press("l t Enter").types("quokka one");
    desk.press("Enter Enter Enter k Enter h");
    desk
}

/// One blank for each run of blanks: what a line is, however it was broken.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_worst_labels_are_kept_and_found() {
    for words in worst() {
        let mut desk = with_entry();
        desk.press("j e t").paste(&words);
        draws(&mut desk);
        desk.wait(2_000).press("Enter Enter Enter");
        draws(&mut desk);
        let tags = desk.store.tags().unwrap();
        assert_eq!(tags.concat(), squeezed(&clean_line(&words)), "{words:?}");
        desk.press("Esc Esc Esc Esc j Ctrl+T").click_on("Label");
        draws(&mut desk);
    }
}

#[test]
fn the_worst_lines_for_supervision_are_kept() {
    for words in worst() {
        let mut desk = with_entry();
        desk.press("u n").paste(&words);
        draws(&mut desk);
        desk.wait(2_000).press("Esc");
        draws(&mut desk);
        let drafts = desk.store.drafts().unwrap();
        let kept = drafts.iter().flat_map(Draft::fields);
        let kept: Vec<String> = kept.map(|(_, kept)| squeezed(kept)).collect();
        let wanted = squeezed(&clean_line(&words));
        assert!(kept.contains(&wanted), "{wanted:?} in {kept:?}");
    }
}

#[test]
fn the_worst_names_of_a_search_are_kept() {
    for words in worst() {
        let mut desk = with_entry();
        desk.press("j Ctrl+F").types("quokka").press("Enter Ctrl+T");
        desk.resize(80, 40);
        desk.click_on("Keep this search").paste(&words);
        draws(&mut desk);
        desk.wait(2_000).press("Enter");
        draws(&mut desk);
        let searches = desk.store.searches().unwrap();
        let names: Vec<String> = searches.iter().map(|it| squeezed(&it.name)).collect();
        assert_eq!(names, [squeezed(&clean_line(&words))]);
        desk.resize(80, 40);
        desk.click_on("Use a search I kept");
        draws(&mut desk);
        desk.press("Enter").sees("quokka one");
    }
}

#[test]
fn the_worst_searches_do_no_harm() {
    for words in worst() {
        for filter in ["", "label:", "colour:", "\""] {
            let mut desk = with_entry();
            desk.press("j Ctrl+F").paste(&format!("{filter}{words}"));
            draws(&mut desk);
            desk.wait(2_000).press("Enter Ctrl+T");
            draws(&mut desk);
            desk.press("Esc Esc Esc Esc").press("j").sees("quokka one");
        }
    }
}
