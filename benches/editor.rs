//! How long a key and a redraw take: writing must never lag, however long the note.

use std::hint::black_box;

use alongside::ui::widgets::editor::{Editor, Ink, Lines, Motion, Stroke};
use divan::{Bencher, counter::BytesCount};
use ratatui::{buffer::Buffer, layout::Rect};

const AREA: Rect = Rect::new(0, 0, 80, 24);
const SENTENCE: &str = "We sat by the window, and for a while neither of us said much. ";

fn main() {
    divan::main();
}

/// Returns a text of about this many characters, with a line break after every so many sentences.
fn text(chars: usize, sentences: usize) -> String {
    let mut text = String::new();
    for sentence in 1.. {
        text.push_str(SENTENCE);
        if text.len() >= chars {
            break;
        }
        if sentence % sentences == 0 {
            text.push('\n');
        }
    }
    text
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
fn a_key_in_many_paragraphs(bencher: Bencher, chars: usize) {
    press_and_draw(bencher, &text(chars, 3));
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
    let paste = text(10_000, 5);
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
    let mut editor = Editor::new(Lines::Many, &text(chars, 3));
    let mut width = 60;
    bencher.bench_local(|| {
        width = if width == 60 { 80 } else { 60 };
        editor.fit(black_box(width), 24);
    });
}
