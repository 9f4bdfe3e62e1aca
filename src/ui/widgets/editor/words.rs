//! Finds words, for moving, deleting and double clicks.
//!
//! Words are those of Unicode (UAX 29), so "can't" is one and a full stop is none. Signs such as
//! hearts count as words: a person who wrote one alone must be able to step over it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::graphemes::part;

/// Returns the start of the word before `byte`, or the start of the text.
pub(super) fn start_before(text: &str, byte: usize) -> usize {
    part(text, ..byte)
        .split_word_bound_indices()
        .rev()
        .find(|(_, piece)| is_word(piece))
        .map_or(0, |(start, _)| start)
}

/// Returns the end of the word after `byte`, or the end of the text.
pub(super) fn end_after(text: &str, byte: usize) -> usize {
    part(text, byte..)
        .split_word_bound_indices()
        .find(|(_, piece)| is_word(piece))
        .map_or(text.len(), |(start, piece)| byte + start + piece.len())
}

/// Returns the word, the space or the sign that stands at `byte`.
///
/// At the end of the text it is the last one.
pub(super) fn around(text: &str, byte: usize) -> Range<usize> {
    let mut found = 0..0;
    for (start, piece) in text.split_word_bound_indices() {
        if start > byte {
            break;
        }
        found = start..start + piece.len();
    }
    found
}

/// Says whether a piece between two word boundaries is something to step to.
fn is_word(piece: &str) -> bool {
    piece.chars().any(|c| c.is_alphanumeric() || is_sign(c))
}

/// Says whether a character is a picture rather than punctuation or space.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}
