//! Turns a person's text into what a terminal can be trusted to draw.
//!
//! Terminals disagree about how wide many graphemes are: an emoji with a variation selector, a
//! family joined by invisible joiners, a flag of two regional letters. When the program and the
//! terminal disagree, the rest of the row shifts and the cursor lies about where the next letter
//! goes. So everything they quarrel about is left out *on drawing only*, and every width in the
//! program is measured on what is left. What is stored is never touched.
//!
//! It refuses to be pretty: a flag is shown as its letters and a family as its members side by
//! side, because that is the same in every terminal.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// Returns the text as it is drawn, which never shifts a row.
///
/// Line feeds stay, for callers who split at them; a tab becomes four spaces; every other control
/// character is left out. Plain text comes back borrowed.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte == b'\n' || is_plain(byte)) {
        return Cow::Borrowed(text);
    }
    let drawn: String = text.graphemes(true).map(glyph).collect();
    if drawn == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(drawn)
    }
}

/// Returns how many cells the text takes once it is shown on one row.
///
/// It is the sum over graphemes. The width of the whole string can be smaller, because some
/// scripts have ligatures that a grid of cells never draws.
pub fn shown_width(text: &str) -> usize {
    text.graphemes(true).map(glyph_width).sum()
}

/// Returns what is drawn for one grapheme; nothing, when it has no body of its own.
pub fn glyph(grapheme: &str) -> Cow<'_, str> {
    match grapheme.as_bytes() {
        [byte] if is_plain(*byte) => Cow::Borrowed(grapheme),
        b"\n" | b"\r\n" => Cow::Borrowed("\n"),
        b"\t" => Cow::Borrowed("    "),
        _ if grapheme.chars().all(is_kept) => Cow::Borrowed(grapheme),
        _ => Cow::Owned(grapheme.chars().filter_map(drawn_char).collect()),
    }
}

/// Returns how many cells one grapheme takes once it is shown.
///
/// This asks the same question of the same code as the cell buffer, so the two cannot drift.
pub fn glyph_width(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [byte] if is_plain(*byte) => 1,
        _ => glyph(grapheme)
            .graphemes(true)
            .filter(|part| !part.contains(char::is_control))
            .map(|part| usize::from(part.cell_width()))
            .sum(),
    }
}

/// Says whether a byte is printable ASCII, which needs no second thought.
fn is_plain(byte: u8) -> bool {
    (0x20..0x7f).contains(&byte)
}

/// Says whether a character is drawn as it is.
fn is_kept(c: char) -> bool {
    drawn_char(c) == Some(c)
}

/// Returns the character to draw in place of this one, if any.
fn drawn_char(c: char) -> Option<char> {
    match c {
        '\u{1F1E6}'..='\u{1F1FF}' => letter_at(c, 0x1F1E6),
        // The flags of England, Scotland and Wales spell their region in invisible tags. Without
        // them all three would be one black flag, so the tags are drawn as letters.
        '\u{E0061}'..='\u{E007A}' => letter_at(c, 0xE0061),
        // The half-width voicing marks are counted as one cell by terminals and as two by the cell
        // buffer, which then leaves old ink standing. Their wide twins are counted alike.
        '\u{FF9E}' => Some('\u{309B}'),
        '\u{FF9F}' => Some('\u{309C}'),
        _ if c.is_control() || is_invisible(c) || is_modifier(c) => None,
        _ => Some(c),
    }
}

/// Returns the capital letter that stands as far from A as `c` stands from `first`.
fn letter_at(c: char, first: u32) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(first)? + u32::from('A'))
}

/// Says whether the character only changes how the one before it looks.
///
/// Skin tones, and the key cap that encloses a digit: some terminals fold them into the sign
/// before, some draw a second sign.
fn is_modifier(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{20E3}')
}

/// Says whether the character has no ink in any font, though some terminals give it a cell.
///
/// These are the default-ignorable code points (variation selectors, joiners, direction marks,
/// the soft hyphen) and the two line separators. The Hangul fillers U+115F and U+1160 are
/// missing on purpose: they carry the width of the syllable they begin.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    use super::{glyph_width, shown, shown_width};

    #[test]
    fn what_terminals_quarrel_about_is_left_out() {
        let table = [
            ("plain", "plain", 5),
            ("caf\u{e9} cafe\u{301}", "caf\u{e9} cafe\u{301}", 9),
            ("\u{2764}\u{FE0F}", "\u{2764}", 1),
            ("\u{1F44D}\u{1F3FD}", "\u{1F44D}", 2),
            ("\u{1F1EC}\u{1F1E7}", "GB", 2),
            ("1\u{FE0F}\u{20E3}", "1", 1),
            (
                "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
                "\u{1F468}\u{1F469}\u{1F467}",
                6,
            ),
            (
                "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}",
                "\u{1F3F3}\u{1F308}",
                3,
            ),
            (
                "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
                "\u{1F3F4}GBSCT",
                7,
            ),
            ("a\u{200B}b\u{AD}c\u{FEFF}d", "abcd", 4),
            ("a\tb", "a    b", 6),
            ("\u{1b}[31m\0\u{7f}", "[31m", 4),
            ("\u{4f60}\u{597d}", "\u{4f60}\u{597d}", 4),
            ("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}", 2),
            ("\u{FF76}\u{FF9E}", "\u{FF76}\u{309B}", 3),
            ("\u{FE0F}", "", 0),
        ];
        for (text, drawn, width) in table {
            assert_eq!(shown(text), drawn, "{text:?}");
            assert_eq!(shown_width(text), width, "{text:?}");
        }
    }

    #[test]
    fn lines_stay_apart() {
        assert_eq!(shown("a\nb\u{FE0F}\r\nc"), "a\nb\nc");
    }

    proptest! {
        #[test]
        fn the_width_is_what_a_buffer_draws(text in "\\PC{0,12}|[\u{1F1E6}-\u{1F1FF}\u{200D}\u{FE0F}\u{1F468}\u{2764}a\u{301}]{0,12}") {
            let mut buf = Buffer::empty(Rect::new(0, 0, 200, 1));
            let mut x = 0;
            for part in unicode_segmentation::UnicodeSegmentation::graphemes(text.as_str(), true) {
                let (end, _) = buf.set_stringn(x, 0, super::glyph(part), 200, Style::new());
                prop_assert_eq!(usize::from(end - x), glyph_width(part), "{:?}", part);
                x = end;
            }
            prop_assert_eq!(usize::from(x), shown_width(&text));
        }

        #[test]
        fn showing_twice_is_showing_once(text in "\\PC{0,12}") {
            let once = shown(&text).into_owned();
            prop_assert_eq!(shown(&once).into_owned(), once.clone());
        }
    }
}
