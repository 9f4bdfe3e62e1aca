//! How a list moves, scrolls, is clicked and drawn.

use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use super::*;
use crate::ui::look::{Choice, Depth};

fn look() -> Look {
    Look::of(Choice::CalmDark, Depth::None, false)
}

fn rows(buf: &Buffer) -> Vec<String> {
    let width = usize::from(buf.area.width).max(1);
    buf.content()
        .chunks(width)
        .map(|cells| {
            cells
                .iter()
                .map(Cell::symbol)
                .collect::<String>()
                .trim_end()
                .to_owned()
        })
        .collect()
}

fn drawn(menu: &mut Menu, width: u16, height: u16) -> (Vec<String>, Position) {
    let area = Rect::new(0, 0, width, height);
    menu.fit(area);
    let mut buf = Buffer::empty(area);
    let cursor = menu.view(&look(), area, &mut buf);
    (rows(&buf), cursor)
}

fn home() -> Menu {
    Menu::new(vec![
        MenuRow::heading("Begin"),
        MenuRow::new("Land")
            .with_key('l')
            .with_quiet("ninety seconds"),
        MenuRow::new("A reflection").with_key('r'),
        MenuRow::heading("Look back"),
        MenuRow::new("My journal").with_key('j'),
    ])
}

#[test]
fn a_row_is_a_mark_a_key_words_and_quiet_words() {
    let (rows, cursor) = drawn(&mut home(), 40, 12);
    assert_eq!(rows[0], "Begin");
    assert_eq!(rows[1], "> l  Land                 ninety seconds");
    assert_eq!(rows[2], "  r  A reflection");
    assert_eq!(&rows[3..5], ["", "Look back"]);
    assert_eq!(cursor, Position::new(2, 1));
}

#[test]
fn the_focus_shows_without_colour() {
    let mut menu = home();
    let area = Rect::new(0, 0, 40, 12);
    menu.fit(area);
    let mut buf = Buffer::empty(area);
    menu.view(&look(), area, &mut buf);
    for x in 0..40 {
        assert!(buf[(x, 1)].modifier.contains(Modifier::REVERSED));
        assert!(!buf[(x, 2)].modifier.contains(Modifier::REVERSED));
    }
}

#[test]
fn headings_are_stepped_over_and_the_ends_hold() {
    let mut menu = home();
    for focus in [2, 4, 4] {
        assert!(menu.command(Command::Down));
        assert_eq!(menu.focus(), focus);
    }
    assert!(menu.command(Command::PreviousThing));
    assert_eq!(menu.focus(), 2);
    menu.command(Command::First);
    menu.command(Command::Up);
    assert_eq!(menu.focus(), 1);
    menu.command(Command::Last);
    assert_eq!(menu.focus(), 4);
    assert!(!menu.command(Command::Left));
}

#[test]
fn a_click_finds_its_row_and_a_heading_is_none() {
    let mut menu = home();
    let area = Rect::new(5, 3, 40, 12);
    menu.fit(area);
    assert_eq!(menu.row_at(area, 5, 4), Some(1));
    assert_eq!(menu.row_at(area, 5, 3), None);
    assert_eq!(menu.row_at(area, 5, 8), Some(4));
    assert_eq!(menu.row_at(area, 5, 9), None);
    assert_eq!(menu.row_at(area, 4, 4), None);
    assert_eq!(menu.row_with_key('R'), Some(2));
}

#[test]
fn long_words_wrap_and_quiet_words_go_below() {
    let mut menu = Menu::new(vec![
        MenuRow::new("one two three four").with_quiet("said quietly"),
        MenuRow::new("after"),
    ]);
    let (rows, _) = drawn(&mut menu, 14, 6);
    assert_eq!(
        &rows[..5],
        [
            "> one two",
            "  three four",
            "    said",
            "    quietly",
            "  after"
        ]
    );
    menu.command(Command::Down);
    let (_, cursor) = drawn(&mut menu, 14, 6);
    assert_eq!(cursor, Position::new(2, 4));
}

#[test]
fn a_long_list_follows_the_focus_down_and_up() {
    let many = (0..1000)
        .map(|n| MenuRow::new(format!("row {n}")))
        .collect();
    let mut menu = Menu::new(many);
    let (rows, _) = drawn(&mut menu, 20, 5);
    assert_eq!(rows[0], "> row 0");
    for _ in 0..6 {
        menu.command(Command::Down);
    }
    let (rows, cursor) = drawn(&mut menu, 20, 5);
    assert_eq!((rows[0].as_str(), rows[3].as_str()), ("  row 3", "> row 6"));
    assert_eq!(rows[4], "          more below");
    assert_eq!(cursor.y, 3);
    menu.command(Command::Up);
    let (rows, _) = drawn(&mut menu, 20, 5);
    assert_eq!((rows[0].as_str(), rows[2].as_str()), ("  row 3", "> row 5"));
    menu.command(Command::PageUp);
    menu.command(Command::PageUp);
    assert_eq!(drawn(&mut menu, 20, 5).0[0], "> row 0");
    menu.wheel(3);
    assert_eq!(menu.focus(), 3);
    menu.command(Command::Last);
    let (rows, cursor) = drawn(&mut menu, 20, 5);
    assert_eq!(
        (rows[3].as_str(), rows[4].as_str(), cursor.y),
        ("> row 999", "", 3)
    );
}

#[test]
fn one_row_each_is_cut_with_a_sign() {
    let rows = vec![MenuRow::new("Thu 12").with_quiet("I waited, and they began")];
    let mut menu = Menu::new(rows).with_aside(Aside::After);
    assert_eq!(drawn(&mut menu, 20, 3).0[0], "> Thu 12  I waited,…");
}

#[test]
fn it_draws_at_every_size_and_with_nothing_in_it() {
    for aside in [Aside::Right, Aside::After] {
        let mut full = home().with_aside(aside);
        let mut none = Menu::new(Vec::new()).with_aside(aside);
        let mut headings = Menu::new(vec![MenuRow::heading("Only")]).with_aside(aside);
        for (width, height) in (0..24).flat_map(|w| (0..9).map(move |h| (w, h))) {
            for menu in [&mut full, &mut none, &mut headings] {
                drawn(menu, width, height);
                menu.command(Command::Last);
                drawn(menu, width, height);
                menu.command(Command::First);
            }
        }
        let beyond = Rect::new(30, 30, 10, 10);
        full.view(&look(), beyond, &mut Buffer::empty(Rect::new(0, 0, 5, 5)));
    }
}

#[test]
fn the_focus_is_always_in_sight() {
    let rows = (0..40).map(|n| {
        let row = MenuRow::new("some words that wrap now and then ".repeat(n % 4 + 1));
        MenuRow {
            is_heading: n % 7 == 0,
            ..row.with_quiet("quiet")
        }
    });
    let mut menu = Menu::new(rows.collect());
    for down in [true, false] {
        for _ in 0..40 {
            menu.command(if down { Command::Down } else { Command::Up });
            let (rows, cursor) = drawn(&mut menu, 30, 6);
            assert!(rows[usize::from(cursor.y)].starts_with('>'), "{rows:#?}");
        }
    }
}

#[test]
fn a_list_that_has_room_again_shows_its_rows_again() {
    let rows = (0..8).map(|number| MenuRow::new(format!("row {number}")));
    let mut menu = Menu::new(rows.collect());
    menu.fit(Rect::new(0, 0, 30, 4));
    menu.set_focus(6);
    menu.fit(Rect::new(0, 0, 30, 20));
    assert_eq!(menu.row_at(Rect::new(0, 0, 30, 20), 3, 0), Some(0));
    assert_eq!(menu.focus(), 6);
}
