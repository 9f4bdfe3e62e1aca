//! Random hands at random sizes, held against a model that is too simple to be wrong.

use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect};

use unicode_segmentation::UnicodeSegmentation;

use super::{Desk, Done, Editor, Ink, Lines, Motion, Stroke};
use crate::ui::widgets::{
    editor::{
        Place, clean,
        graphemes::{is_boundary, next, part, previous},
    },
    shown::{glyph, glyph_width},
};

/// One thing a monkey does.
#[derive(Debug, Clone)]
enum Deed {
    Stroke(Stroke, u64),
    Paste(&'static str),
    Cut,
    Click(u16, u16, bool),
    DoubleClick(u16, u16),
    Wheel(i16),
    Fit(u16, u16),
}

fn motion() -> impl Strategy<Value = Motion> {
    use Motion::{
        Down, End, Left, PageDown, PageUp, Right, RowEnd, RowStart, Start, Up, WordLeft, WordRight,
    };
    prop::sample::select(vec![
        Left, Right, Up, Down, WordLeft, WordRight, RowStart, RowEnd, Start, End, PageUp, PageDown,
    ])
}

fn stroke() -> impl Strategy<Value = Stroke> {
    let letters: Vec<char> =
        "ab c, .\u{e9}\u{301}\u{200d}\u{1F468}\u{1F1EC}\u{1F1E7}\u{4f60}\u{fe0f}\u{1112}\u{1161}\u{7}\t\r\u{2028}"
            .chars()
            .collect();
    let others = vec![
        Stroke::Newline,
        Stroke::Backspace,
        Stroke::Delete,
        Stroke::WordBackspace,
        Stroke::WordDelete,
        Stroke::SelectAll,
        Stroke::Undo,
        Stroke::Redo,
    ];
    prop_oneof![
        6 => prop::sample::select(letters).prop_map(Stroke::Char),
        3 => prop::sample::select(others),
        3 => motion().prop_map(Stroke::Move),
        1 => motion().prop_map(Stroke::Select),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let pastes = vec![
        "two words",
        "a\r\nb\rc\n",
        "\u{1b}[31mred\u{1b}[0m\0",
        "\u{301}\u{1F468}\u{200D}\u{1F469}",
        "averyveryverylongwordthatnorowcanhold and then some, and more of it. Yes.",
        "\u{202e}",
        "\n\n\n",
    ];
    prop_oneof![
        16 => (stroke(), prop::sample::select(vec![0, 3, 200])).prop_map(|(s, gap)| Deed::Stroke(s, gap)),
        2 => prop::sample::select(pastes).prop_map(Deed::Paste),
        1 => Just(Deed::Cut),
        1 => (0..90_u16, 0..40_u16, any::<bool>()).prop_map(|(x, y, s)| Deed::Click(x, y, s)),
        1 => (0..90_u16, 0..40_u16).prop_map(|(x, y)| Deed::DoubleClick(x, y)),
        1 => (-50..50_i16).prop_map(Deed::Wheel),
        2 => (1..=80_u16, 1..=30_u16).prop_map(|(w, h)| Deed::Fit(w, h)),
    ]
}

/// Returns the byte of a place in the whole text.
fn offset(editor: &Editor, place: Place) -> usize {
    let before = editor.body.paragraphs().iter().take(place.paragraph);
    before
        .map(|paragraph| paragraph.text().len() + 1)
        .sum::<usize>()
        + place.byte
}

/// Says what the text becomes, by the plainest means; `None` where only the editor can know.
fn foretold(editor: &Editor, deed: &Deed) -> Option<String> {
    let mut text = editor.text();
    let at = offset(editor, editor.caret.at);
    let selected = editor
        .selected()
        .map(|(from, to)| offset(editor, from)..offset(editor, to));
    let put = |mut text: String, come: &str| {
        text.replace_range(selected.clone().unwrap_or(at..at), come);
        Some(text)
    };
    match deed {
        Deed::Stroke(Stroke::Char(c), _) => {
            let come = clean(&c.to_string(), Lines::Many);
            let refused = come.is_empty() || (come == "\n" && editor.lines == Lines::One);
            if refused {
                Some(text)
            } else {
                put(text, &come)
            }
        }
        Deed::Stroke(Stroke::Newline, _) if editor.lines == Lines::One => Some(text),
        Deed::Stroke(Stroke::Newline, _) => put(text, "\n"),
        Deed::Paste(paste) => match clean(paste, editor.lines) {
            come if come.is_empty() => Some(text),
            come => put(text, &come),
        },
        Deed::Cut => put(text, ""),
        Deed::Stroke(Stroke::Backspace | Stroke::Delete, _) if selected.is_some() => put(text, ""),
        Deed::Stroke(Stroke::Backspace, _) => {
            let from = previous(&text, at);
            text.replace_range(from..at, "");
            Some(text)
        }
        Deed::Stroke(Stroke::Delete, _) => {
            let to = next(&text, at);
            text.replace_range(at..to, "");
            Some(text)
        }
        Deed::Stroke(
            Stroke::Undo | Stroke::Redo | Stroke::WordBackspace | Stroke::WordDelete,
            _,
        ) => None,
        _ => Some(text),
    }
}

fn act(editor: &mut Editor, deed: &Deed, now: &mut u64) {
    match *deed {
        Deed::Stroke(stroke, gap) => {
            *now += gap;
            let before = editor.text();
            let done = editor.stroke(stroke, *now);
            let alike = matches!(
                stroke,
                Stroke::Undo | Stroke::Redo | Stroke::Char(_) | Stroke::Newline
            );
            // Typing an x over an x, or undoing that, is a change that leaves the text alike.
            assert!(
                (done == Done::Changed) == (before != editor.text()) || alike,
                "{stroke:?}"
            );
        }
        Deed::Paste(text) => {
            *now += 200;
            let _ = editor.paste(text, *now);
        }
        Deed::Cut => {
            let copied = editor.copy();
            assert_eq!(editor.cut(*now), copied);
        }
        Deed::Click(column, row, select) => editor.click(column, row, select),
        Deed::DoubleClick(column, row) => editor.double_click(column, row),
        Deed::Wheel(rows) => editor.wheel(rows),
        Deed::Fit(width, height) => editor.fit(width, height),
    }
}

fn check(editor: &Editor) {
    for place in [Some(editor.caret.at), editor.caret.anchor]
        .into_iter()
        .flatten()
    {
        assert!(
            is_boundary(editor.body.line(place.paragraph), place.byte),
            "{place:?}"
        );
        assert!(place <= editor.body.end());
    }
    let area = Rect::new(2, 1, editor.width, editor.height);
    let mut buf = Buffer::empty(Rect::new(0, 0, editor.width + 4, editor.height + 2));
    let at = editor.render(area, &mut buf, Ink::default());
    assert!(area.contains(at), "{at:?} in {area:?}");
    let (row, column) = editor.body.cell_of(editor.spot());
    let in_sight = (editor.top..editor.top + usize::from(editor.height)).contains(&row);
    if in_sight && column < usize::from(editor.width) && !editor.leaning {
        let line = editor.body.line(editor.caret.at.paragraph);
        let grapheme = part(line, editor.caret.at.byte..)
            .graphemes(true)
            .next()
            .unwrap_or(" ");
        let inked = glyph(grapheme);
        let first = inked.graphemes(true).next().unwrap_or(" ");
        let fits = column + glyph_width(first) <= usize::from(editor.width);
        // The grapheme after the cursor is drawn under it, if it has ink and room.
        if fits && glyph_width(grapheme) > 0 && glyph_width(first) > 0 {
            assert_eq!(buf[at].symbol(), first, "{:?}", editor.caret);
        }
    }
    for outside in buf.area.positions().filter(|&spot| !area.contains(spot)) {
        assert_eq!(buf[outside].symbol(), " ", "{outside:?}");
    }
    // Rows found bit by bit are those found at once.
    let mut anew = editor.body.clone();
    anew.set_measure(editor.body.measure());
    assert!(anew == editor.body);
    assert!(editor.lines == Lines::Many || editor.body.paragraphs().len() == 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_monkey_cannot_break_it(
        start in "[a-z \n]{0,60}",
        one in prop::bool::weighted(0.2),
        deeds in prop::collection::vec(deed(), 1..120),
    ) {
        let lines = if one { Lines::One } else { Lines::Many };
        let mut editor = Editor::new(lines, &start);
        let first = editor.text();
        let mut now = 0;
        for deed in &deeds {
            let foretold = foretold(&editor, deed);
            act(&mut editor, deed, &mut now);
            if let Some(text) = foretold {
                prop_assert_eq!(editor.text(), text, "{:?}", deed);
            }
            check(&editor);
        }
        let mut desk = Desk { editor, now };
        while desk.press(Stroke::Redo) == Done::Changed {}
        let last = desk.text();
        while desk.press(Stroke::Undo) == Done::Changed { check(&desk.editor); }
        prop_assert_eq!(desk.text(), first);
        while desk.press(Stroke::Redo) == Done::Changed { check(&desk.editor); }
        prop_assert_eq!(desk.text(), last);
    }
}
