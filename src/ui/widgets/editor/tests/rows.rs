//! Where rows break, and how they are drawn.

use proptest::prelude::*;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
};

use unicode_segmentation::UnicodeSegmentation;

use super::{Desk, Editor, Ink, Lines, Motion, Stroke, drawn};
use crate::ui::widgets::{
    editor::wrap::{Exchange, row_starts, row_starts_after},
    shown::glyph_width,
};

/// Returns the rows of a text in a measure.
fn rows(text: &str, measure: usize) -> Vec<&str> {
    let mut starts = row_starts(text, measure);
    starts.push(text.len());
    starts
        .windows(2)
        .map(|pair| text.get(pair[0]..pair[1]).unwrap())
        .collect()
}

#[test]
fn rows_break_where_a_reader_expects_it() {
    let table: &[(&str, usize, &[&str])] = &[
        ("", 5, &[""]),
        ("hello", 5, &["hello"]),
        ("hello world", 5, &["hello ", "world"]),
        ("hello world", 11, &["hello world"]),
        ("hello world", 10, &["hello ", "world"]),
        // Punctuation never begins a row.
        ("so, well, yes.", 4, &["so, ", "well", ", ", "yes."]),
        ("so, well, yes.", 5, &["so, ", "well, ", "yes."]),
        ("why? (because)", 6, &["why? ", "(becau", "se)"]),
        ("self-care day", 6, &["self-", "care ", "day"]),
        // A word longer than the row is cut between graphemes.
        ("abcdefgh", 3, &["abc", "def", "gh"]),
        ("a abcdefgh", 3, &["a ", "abc", "def", "gh"]),
        (
            "e\u{301}e\u{301}e\u{301}",
            2,
            &["e\u{301}e\u{301}", "e\u{301}"],
        ),
        // Spaces hang, also many.
        ("abc     def", 3, &["abc     ", "def"]),
        ("   ", 2, &["   "]),
        ("a\u{a0}b c", 3, &["a\u{a0}b ", "c"]),
        // Two cells a sign.
        (
            "\u{4f60}\u{597d}\u{4e16}\u{754c}",
            4,
            &["\u{4f60}\u{597d}", "\u{4e16}\u{754c}"],
        ),
        (
            "\u{4f60}\u{597d}\u{4e16}",
            5,
            &["\u{4f60}\u{597d}", "\u{4e16}"],
        ),
        (
            "\u{4f60}\u{597d}\u{3002}\u{4e16}",
            4,
            &["\u{4f60}", "\u{597d}\u{3002}", "\u{4e16}"],
        ),
        ("\u{4f60}\u{597d}", 1, &["\u{4f60}", "\u{597d}"]),
        ("a b", 1, &["a ", "b"]),
        ("a b", 2, &["a ", "b"]),
        ("ab cd", 3, &["ab ", "cd"]),
        (
            "\u{1F1EC}\u{1F1E7}\u{1F1EB}\u{1F1F7}",
            2,
            &["\u{1F1EC}\u{1F1E7}", "\u{1F1EB}\u{1F1F7}"],
        ),
        ("one\u{2028}two", 9, &["one\u{2028}", "two"]),
        ("ab\u{200b}cd", 3, &["ab\u{200b}", "cd"]),
    ];
    for (text, measure, expected) in table {
        assert_eq!(rows(text, *measure), *expected, "{text:?} in {measure}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn an_edit_lays_out_as_if_all_were_new(
        text in pieces(), put in pieces(), measure in 1_usize..20, at in 0.0..1.0, gone in 0.0..1.0,
    ) {
        let cut = |share: f64, from: usize| {
            let bounds: Vec<usize> = (from..=text.len()).filter(|&b| text.is_char_boundary(b)).collect();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss,
                clippy::cast_precision_loss, reason = "a share of a short list")]
            bounds[(share * (bounds.len() - 1) as f64) as usize]
        };
        let from = cut(at, 0);
        let to = cut(gone * gone * gone, from);
        let old = row_starts(&text, measure);
        let mut edited = text.clone();
        edited.replace_range(from..to, &put);
        let exchange = Exchange { at: from, gone: to - from, come: put.len() };
        prop_assert_eq!(
            row_starts_after(&edited, measure, &old, exchange),
            row_starts(&edited, measure)
        );
    }

    #[test]
    fn no_row_is_wider_than_the_measure_but_for_hanging_spaces(text in pieces(), measure in 2_usize..20) {
        for row in rows(&text, measure) {
            let hangs = |sign: &&str| *sign == " " || glyph_width(sign) == 0;
            let inked = row.graphemes(true).rev().skip_while(hangs);
            let width: usize = inked.map(|sign| glyph_width(sign).min(measure)).sum();
            prop_assert!(width <= measure, "{:?} in {}", row, measure);
        }
    }
}

/// Texts of the kind that break layouts, put together from small pieces.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "word",
        "don't",
        "longerthanarow",
        " ",
        " ",
        "  ",
        ",",
        ".",
        "(",
        ")",
        "\"",
        "\u{2014}",
        "-",
        "\u{4f60}",
        "\u{597d}\u{3002}",
        "\u{301}",
        "\u{200d}",
        "\u{200b}",
        "\u{fe0f}",
        "\u{2060}",
        "\u{1F468}\u{200D}\u{1F469}",
        "\u{1F1EC}",
        "\u{1F1E7}",
        "\u{1112}",
        "\u{1161}",
        "\u{a0}",
        "\u{2028}",
        "\u{5d0}",
        "\u{915}\u{94d}\u{937}",
        "1",
        "$",
        "%",
        "/",
        "\u{ab}",
        "\u{bb}",
        "\u{e9}",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn the_cursor_has_a_cell_after_a_full_row() {
    let desk = Desk::note("hello").fit(6, 3);
    assert_eq!(desk.editor.cursor(), (5, 0));
    assert_eq!(desk.drawn(), ["hello", "", ""]);
    assert_eq!(desk.editor.rows(6), 1);
    assert_eq!(desk.editor.rows(5), 2);
}

#[test]
fn home_and_end_are_those_of_the_visible_row() {
    let table = [
        ("one two three", Motion::RowStart, "one two |three"),
        ("one two three", Motion::RowEnd, "one two three|"),
    ];
    for (text, motion, expected) in table {
        assert_eq!(
            Desk::note(text).fit(8, 5).moves(&[motion]).marked(),
            expected
        );
    }
    let up = Desk::note("one two three").fit(8, 5).moves(&[Motion::Up]);
    assert_eq!(up.marked(), "one t|wo three");
    let end = up.moves(&[Motion::RowEnd]);
    assert_eq!(
        (end.marked().as_str(), end.editor.cursor()),
        ("one two| three", (7, 0))
    );
    assert_eq!(end.moves(&[Motion::RowStart]).marked(), "|one two three");
}

#[test]
fn the_end_of_a_cut_word_is_seen_on_its_own_row() {
    let desk = Desk::note("abcdefghij")
        .fit(5, 5)
        .moves(&[Motion::Start, Motion::RowEnd]);
    assert_eq!(
        (desk.marked().as_str(), desk.editor.cursor()),
        ("abcd|efghij", (4, 0))
    );
    let desk = desk.moves(&[Motion::RowEnd, Motion::Down]);
    assert_eq!(
        (desk.marked().as_str(), desk.editor.cursor()),
        ("abcdefgh|ij", (4, 1))
    );
    let desk = desk.moves(&[Motion::RowStart]);
    assert_eq!(
        (desk.marked().as_str(), desk.editor.cursor()),
        ("abcd|efghij", (0, 1))
    );
}

#[test]
fn the_goal_column_is_remembered_over_short_rows() {
    let desk = Desk::note("long line here\nx\nlong line here").fit(40, 5);
    let desk = desk.moves(&[Motion::Up]);
    assert_eq!(desk.marked(), "long line here\nx|\nlong line here");
    let desk = desk.moves(&[Motion::Up]);
    assert_eq!(desk.marked(), "long line here|\nx\nlong line here");
}

#[test]
fn a_size_that_was_not_fitted_is_drawn_all_the_same() {
    let desk = Desk::note("one two three four").fit(30, 2);
    assert_eq!(drawn(&desk.editor, 9, 2), ["three", "four"]);
    assert_eq!(desk.editor.rows(9), 3);
    assert_eq!(drawn(&desk.editor, 1, 1), ["r"]);
}

#[test]
fn flags_and_families_do_not_shift_the_row() {
    let text = "\u{1F1EC}\u{1F1E7}x\u{2764}\u{FE0F}y\u{1F44D}\u{1F3FD}z";
    let desk = Desk::note(text).fit(20, 1);
    assert_eq!(desk.drawn(), ["GBx\u{2764}y\u{1F44D}z"]);
    assert_eq!(desk.editor.cursor(), (8, 0));
    assert_eq!(desk.text(), text);
}

#[test]
fn a_wide_character_in_one_cell_is_a_question_mark() {
    let desk = Desk::note("\u{4f60}a").fit(1, 3);
    assert_eq!(desk.drawn(), ["?", "a", ""]);
}

#[test]
fn a_selection_is_drawn_with_its_line_breaks() {
    let mut desk = Desk::note("a\n\nb").fit(4, 3).presses(&[Stroke::SelectAll]);
    let area = Rect::new(1, 1, 4, 3);
    let mut buf = Buffer::empty(Rect::new(0, 0, 6, 5));
    let ink = Ink {
        text: Style::new(),
        selected: Style::new().add_modifier(Modifier::REVERSED),
    };
    let place = desk.editor.render(area, &mut buf, ink);
    assert_eq!(place, Position::new(2, 3));
    let marked: Vec<(u16, u16)> = area
        .positions()
        .filter(|&at| buf[at].modifier.contains(Modifier::REVERSED))
        .map(|at| (at.x, at.y))
        .collect();
    assert_eq!(marked, [(1, 1), (2, 1), (1, 2), (1, 3)]);
    let _ = desk.press(Stroke::Backspace);
    assert!(desk.editor.is_empty());
}

#[test]
fn the_wheel_scrolls_and_a_key_brings_the_cursor_back() {
    let mut desk = Desk::note("1\n2\n3\n4\n5\n6").fit(10, 2);
    assert_eq!(desk.drawn(), ["5", "6"]);
    desk.editor.wheel(-3);
    assert_eq!(desk.drawn(), ["2", "3"]);
    assert_eq!(desk.editor.cursor(), (1, 1));
    desk.editor.wheel(-30);
    assert_eq!(desk.drawn(), ["1", "2"]);
    desk.editor.fit(10, 2);
    assert_eq!(desk.drawn(), ["1", "2"]);
    let desk = desk.types("!");
    assert_eq!(desk.drawn(), ["5", "6!"]);
}

#[test]
fn one_line_still_takes_several_rows() {
    let desk = Desk::new(Lines::One, "one\ntwo three").fit(8, 3);
    assert_eq!(desk.text(), "one two three");
    assert_eq!(desk.drawn(), ["one two", "three", ""]);
}

#[test]
fn nothing_is_drawn_outside_of_the_buffer() {
    let editor = Editor::new(Lines::Many, "some words");
    let mut buf = Buffer::empty(Rect::new(0, 0, 5, 2));
    let at = editor.render(Rect::new(3, 1, 50, 50), &mut buf, Ink::default());
    assert!(buf.area.contains(at));
    let at = editor.render(Rect::new(9, 9, 0, 0), &mut buf, Ink::default());
    assert_eq!(at, Position::new(9, 9));
}
