//! What each stroke does to text, cursor and selection.

use super::{Desk, Done, Lines, Motion, Stroke};

#[test]
fn what_looks_like_one_character_is_one() {
    let table = [
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}",
        "e\u{301}",
        "\u{1F1EC}\u{1F1E7}",
        "\u{1112}\u{1161}\u{11ab}",
        "\u{1F44D}\u{1F3FD}",
        "\u{2764}\u{FE0F}",
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
        "1\u{FE0F}\u{20E3}",
    ];
    for sign in table {
        let text = format!("a{sign}");
        assert_eq!(
            Desk::note(&text).presses(&[Stroke::Backspace]).text(),
            "a",
            "{sign:?}"
        );
        let at_sign = Desk::note(&text).moves(&[Motion::Left]);
        assert_eq!(at_sign.marked(), format!("a|{sign}"));
        assert_eq!(at_sign.presses(&[Stroke::Delete]).text(), "a", "{sign:?}");
    }
}

#[test]
fn a_letter_before_a_lone_accent_keeps_the_cursor_whole() {
    let desk = Desk::note("\u{301}").moves(&[Motion::Start]).types("e");
    assert_eq!(desk.marked(), "e\u{301}|");
}

#[test]
fn motions_go_where_they_say() {
    use Motion::{End, Left, Right, Start, WordLeft, WordRight};
    let table: &[(&str, &[Motion], &str)] = &[
        ("ab", &[Left], "a|b"),
        ("ab", &[Left, Right, Right], "ab|"),
        ("a\nb", &[Left, Left], "a|\nb"),
        ("a\nb", &[Start, Right, Right], "a\n|b"),
        ("one two", &[WordLeft], "one |two"),
        ("can't stop.", &[WordLeft, WordLeft], "|can't stop."),
        ("one two", &[Start, WordRight], "one| two"),
        ("one, two", &[Start, WordRight, WordRight], "one, two|"),
        ("one\ntwo", &[WordLeft, WordLeft], "one|\ntwo"),
        ("one\ntwo", &[Start, WordRight, WordRight], "one\n|two"),
        ("a \u{2764} b", &[WordLeft, WordLeft], "a |\u{2764} b"),
        ("one\ntwo", &[Start], "|one\ntwo"),
        ("one\ntwo", &[Start, End], "one\ntwo|"),
    ];
    for (text, motions, expected) in table {
        assert_eq!(
            Desk::note(text).moves(motions).marked(),
            *expected,
            "{text:?} {motions:?}"
        );
    }
}

#[test]
fn the_form_hears_when_the_cursor_wants_out() {
    let mut desk = Desk::note("one\ntwo").fit(20, 5);
    assert_eq!(desk.press(Stroke::Move(Motion::Down)), Done::AtBottom);
    assert_eq!(desk.press(Stroke::Move(Motion::Up)), Done::Moved);
    assert_eq!(desk.press(Stroke::Move(Motion::Up)), Done::AtTop);
    assert_eq!(desk.marked(), "one|\ntwo");
    assert_eq!(desk.press(Stroke::Backspace), Done::Changed);
    assert_eq!(Desk::note("").press(Stroke::Backspace), Done::AtStart);
    assert_eq!(Desk::note("").press(Stroke::Delete), Done::Nothing);
    assert_eq!(Desk::note("").press(Stroke::SelectAll), Done::Nothing);
    assert_eq!(Desk::note("").press(Stroke::Char('\u{1b}')), Done::Nothing);
}

#[test]
fn words_go_at_once() {
    assert_eq!(
        Desk::note("one two")
            .presses(&[Stroke::WordBackspace])
            .text(),
        "one "
    );
    let start = Desk::note("one two").moves(&[Motion::Start]);
    assert_eq!(start.presses(&[Stroke::WordDelete]).text(), " two");
    assert_eq!(
        Desk::note("one\n").presses(&[Stroke::WordBackspace]).text(),
        "one"
    );
}

#[test]
fn a_selection_is_stretched_left_and_replaced() {
    use Motion::{Left, Right, Up, WordLeft};
    let desk = Desk::note("one two").presses(&[Stroke::Select(WordLeft)]);
    assert_eq!(desk.marked(), "one [|two]");
    assert_eq!(desk.editor.copy().as_deref(), Some("two"));
    assert_eq!(desk.presses(&[Stroke::Move(Right)]).marked(), "one two|");
    let desk = Desk::note("one two").presses(&[Stroke::Select(WordLeft), Stroke::Move(Left)]);
    assert_eq!(desk.marked(), "one |two");
    assert_eq!(desk.editor.copy(), None);
    let desk = Desk::note("one\ntwo").presses(&[Stroke::Select(Up), Stroke::Select(Up)]);
    assert_eq!(desk.marked(), "[|one\ntwo]");
    for stroke in [
        Stroke::Backspace,
        Stroke::Delete,
        Stroke::WordBackspace,
        Stroke::WordDelete,
    ] {
        let desk = Desk::note("one two").presses(&[Stroke::Select(WordLeft), stroke]);
        assert_eq!(desk.text(), "one ", "{stroke:?}");
    }
    assert_eq!(desk.pastes("new").text(), "new");
}

#[test]
fn what_is_cut_can_be_put_back() {
    let mut desk = Desk::note("one\ntwo").presses(&[Stroke::SelectAll]);
    let cut = desk.editor.cut(1000).unwrap();
    assert_eq!((cut.as_str(), desk.text().as_str()), ("one\ntwo", ""));
    assert_eq!(desk.editor.cut(2000), None);
    assert_eq!(desk.pastes(&cut).pastes(&cut).text(), "one\ntwoone\ntwo");
}

#[test]
fn enter_is_for_notes() {
    assert_eq!(
        Desk::note("a")
            .presses(&[Stroke::Newline])
            .types("b")
            .text(),
        "a\nb"
    );
    let mut line = Desk::new(Lines::One, "a");
    assert_eq!(line.press(Stroke::Newline), Done::Nothing);
    assert_eq!(line.press(Stroke::Char('\r')), Done::Nothing);
    assert_eq!(line.pastes("b\r\n\r\nc\n").text(), "ab c");
}

#[test]
fn the_mouse_points_selects_and_drags() {
    let mut desk = Desk::note("one two three\nfour").fit(9, 5);
    desk.editor.click(5, 0, false);
    assert_eq!(desk.marked(), "one t|wo three\nfour");
    desk.editor.click(2, 1, true);
    assert_eq!(desk.marked(), "one t[wo th|]ree\nfour");
    desk.editor.click(50, 0, false);
    assert_eq!(desk.marked(), "one two| three\nfour");
    desk.editor.click(0, 40, false);
    assert_eq!(desk.marked(), "one two three\nfour|");
    desk.editor.double_click(5, 0);
    assert_eq!(desk.marked(), "one [two|] three\nfour");
    let mut wide = Desk::note("a\u{4f60}b").fit(9, 1);
    wide.editor.click(2, 0, false);
    assert_eq!(wide.marked(), "a|\u{4f60}b");
}

#[test]
fn pages_keep_a_row_in_sight() {
    let text: Vec<String> = (0..20).map(|row| row.to_string()).collect();
    let desk = Desk::note(&text.join("\n"))
        .fit(10, 5)
        .moves(&[Motion::PageUp]);
    assert_eq!(desk.drawn(), ["15", "16", "17", "18", "19"]);
    let desk = desk.moves(&[Motion::PageUp]);
    assert_eq!(desk.drawn(), ["11", "12", "13", "14", "15"]);
    let desk = desk.moves(&[Motion::PageUp; 5]);
    assert_eq!(desk.editor.cursor(), (0, 0));
    let desk = desk.moves(&[Motion::PageDown]);
    assert_eq!(desk.drawn(), ["0", "1", "2", "3", "4"]);
}
