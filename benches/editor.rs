//! How long a key and a redraw take: writing must never lag, however long the note.

use std::hint::black_box;

use alongside::ui::widgets::editor::{Editor, Ink, Lines, Motion, Stroke};
use divan::{Bencher, counter::BytesCount};
use ratatui::{buffer::Buffer, layout::Rect};

const AREA: Rect = Rect::new(0, 0, 80, 24);
/// Words of many lengths, so that rows fall in step again after a key as they do in real notes.
const WORDS: [&str; 11] = [
    "we",
    "sat",
    "by",
    "the",
    "window,",
    "and",
    "neither",
    "of",
    "us",
    "said",
    "something. ",
];

fn main() {
    divan::main();
}

/// Returns a text of about this many characters, with a line break after every so many words.
///
/// The words come in an order that looks like chance and is the same every time.
fn text(chars: usize, words: usize) -> String {
    let mut text = String::new();
    let mut dice = 7_usize;
    for word in 1.. {
        dice = (dice * 1103 + 12345) % 65_537;
        text.push_str(WORDS[dice % WORDS.len()]);
        if text.len() >= chars {
            break;
        }
        text.push(if word % words == 0 { '\n' } else { ' ' });
    }
    text
}

/// Returns one paragraph that repeats itself, so that its rows may not fall in step for long.
fn drone(chars: usize) -> String {
    "We sat by the window, and for a while neither of us said much. ".repeat(chars / 63)
}

/// Presses a key in the middle of the text, redraws, and takes the key back.
fn press_and_draw(bencher: Bencher, text: &str) {
    let mut editor = Editor::new(Lines::Many, text);
    editor.fit(AREA.width, AREA.height);
    for _ in 0..editor.rows(AREA.width) / 2 {
        let _ = editor.stroke(Stroke::Move(Motion::Up), 0);
    }
    let mut buf = Buffer::empty(AREA);
    let mut now = 0;
    bencher.bench_local(|| {
        now += 100;
        let stroke = if now % 200 == 0 {
            Stroke::Backspace
        } else {
            Stroke::Char('a')
        };
        let _ = black_box(editor.stroke(stroke, now));
        black_box(editor.render(AREA, &mut buf, Ink::default()))
    });
}

#[divan::bench(args = [1_000, 10_000, 100_000])]
fn a_key_in_one_paragraph(bencher: Bencher, chars: usize) {
    press_and_draw(bencher, &text(chars, usize::MAX));
}

#[divan::bench(args = [1_000, 10_000, 100_000])]
fn a_key_in_a_paragraph_that_repeats(bencher: Bencher, chars: usize) {
    press_and_draw(bencher, &drone(chars));
}

#[divan::bench(args = [1_000, 10_000, 100_000])]
fn a_key_in_many_paragraphs(bencher: Bencher, chars: usize) {
    press_and_draw(bencher, &text(chars, 40));
}

#[divan::bench(args = [1_000, 10_000, 100_000])]
fn enter_in_one_paragraph(bencher: Bencher, chars: usize) {
    let mut editor = Editor::new(Lines::Many, &text(chars, usize::MAX));
    editor.fit(AREA.width, AREA.height);
    for _ in 0..editor.rows(AREA.width) / 2 {
        let _ = editor.stroke(Stroke::Move(Motion::Up), 0);
    }
    let mut now = 0;
    bencher.bench_local(|| {
        now += 100;
        let stroke = if now % 200 == 0 {
            Stroke::Backspace
        } else {
            Stroke::Newline
        };
        black_box(editor.stroke(stroke, now))
    });
}

#[divan::bench(args = [0, 100_000])]
fn a_paste_of_ten_kilobytes(bencher: Bencher, chars: usize) {
    let mut editor = Editor::new(Lines::Many, &text(chars, usize::MAX));
    editor.fit(AREA.width, AREA.height);
    let paste = text(10_000, 40);
    bencher
        .counter(BytesCount::new(paste.len()))
        .with_inputs(|| (editor.clone(), Buffer::empty(AREA)))
        .bench_local_refs(|(editor, buf)| {
            let _ = black_box(editor.paste(&paste, 0));
            black_box(editor.render(AREA, buf, Ink::default()))
        });
}

#[divan::bench(args = [1_000, 10_000, 100_000])]
fn another_width(bencher: Bencher, chars: usize) {
    let mut editor = Editor::new(Lines::Many, &text(chars, 40));
    let mut width = 60;
    bencher.bench_local(|| {
        width = if width == 60 { 80 } else { 60 };
        editor.fit(black_box(width), 24);
    });
}
