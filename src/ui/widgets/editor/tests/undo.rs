//! Undo and redo, in steps a person would call one thing.

use super::{Desk, Done, Editor, Lines, Motion, Stroke};

/// Presses a key until it does no more, and returns how often it did.
fn press_all(desk: &mut Desk, stroke: Stroke) -> usize {
    let mut steps = 0;
    while desk.press(stroke) == Done::Changed {
        steps += 1;
    }
    steps
}

/// Undoes everything and returns how many steps that took.
fn undo_all(desk: &mut Desk) -> usize {
    press_all(desk, Stroke::Undo)
}

#[test]
fn three_words_are_three_steps() {
    let mut desk = Desk::note("").types("one two three");
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.text(), "one two ");
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.text(), "one ");
    assert_eq!(undo_all(&mut desk), 1);
    assert_eq!(desk.text(), "");
    let redone = press_all(&mut desk, Stroke::Redo);
    assert_eq!((redone, desk.marked().as_str()), (3, "one two three|"));
}

#[test]
fn a_paste_is_one_step() {
    let mut desk = Desk::note("")
        .types("see: ")
        .pastes("one two\nthree")
        .types("!");
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.text(), "see: one two\nthree");
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.text(), "see: ");
}

#[test]
fn keys_faster_than_fingers_are_one_step() {
    let mut editor = Editor::new(Lines::Many, "");
    for (i, c) in (0..).zip("one two\nthree four".chars()) {
        let _ = editor.stroke(
            if c == '\n' {
                Stroke::Newline
            } else {
                Stroke::Char(c)
            },
            i * 4,
        );
    }
    let _ = editor.stroke(Stroke::Undo, 1000);
    assert_eq!(editor.text(), "");
    let _ = editor.stroke(Stroke::Redo, 2000);
    assert_eq!(editor.text(), "one two\nthree four");
}

#[test]
fn removing_goes_by_words_too() {
    let mut desk = Desk::note("one two").presses(&[Stroke::Backspace; 7]);
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.text(), "one ");
    assert_eq!(undo_all(&mut desk), 1);
    assert_eq!(desk.marked(), "one two|");

    let mut desk = desk.moves(&[Motion::Start]).presses(&[Stroke::Delete; 7]);
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.marked(), "|two");
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.marked(), "|one two");
}

#[test]
fn moving_away_ends_a_step() {
    let mut desk = Desk::note("")
        .types("ab")
        .moves(&[Motion::Left, Motion::Right])
        .types("cd");
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.text(), "ab");
}

#[test]
fn undo_brings_the_selection_back() {
    let mut desk = Desk::note("keep this")
        .presses(&[Stroke::Select(Motion::WordLeft)])
        .types("that");
    assert_eq!(desk.text(), "keep that");
    let _ = desk.press(Stroke::Undo);
    assert_eq!(desk.marked(), "keep [|this]");
    let _ = desk.press(Stroke::Redo);
    assert_eq!(desk.marked(), "keep that|");
}

#[test]
fn a_page_without_spaces_is_more_than_one_step() {
    let mut desk = Desk::note("").types(&"\u{4f60}\u{597d}".repeat(50));
    assert!(undo_all(&mut desk) > 4);
}

#[test]
fn what_is_typed_after_an_undo_ends_redo() {
    let mut desk = Desk::note("")
        .types("one ")
        .presses(&[Stroke::Undo])
        .types("two");
    assert_eq!(desk.press(Stroke::Redo), Done::Nothing);
    assert_eq!(desk.text(), "two");
}

#[test]
fn a_text_put_in_from_outside_cannot_be_undone_into_another() {
    let mut desk = Desk::note("").types("mine");
    desk.editor.set_text("another");
    assert_eq!(desk.press(Stroke::Undo), Done::Nothing);
    assert_eq!(desk.marked(), "another|");
}
