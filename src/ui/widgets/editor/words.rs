//! Finds words, for moving, deleting and double clicks.
//!
//! Words are those of Unicode (UAX 29), so "can't" is one and a full stop is none. Signs such as
//! hearts count as words: a person who wrote one alone must be able to step over it.
//!
//! Words are not always made of whole graphemes: regional letters with accents are paired one way
//! by the rules for words and another by those for graphemes. So every end is moved outwards to a
//! place the cursor can take.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::graphemes::{part, snapped, snapped_back};

/// Returns the start of the word before `byte`, or the start of the text.
pub(super) fn start_before(text: &str, byte: usize) -> usize {
    part(text, ..byte)
        .split_word_bound_indices()
        .rev()
        .find(|(_, piece)| is_word(piece))
        .map_or(0, |(start, _)| snapped_back(text, start))
}

/// Returns the end of the word after `byte`, or the end of the text.
pub(super) fn end_after(text: &str, byte: usize) -> usize {
    part(text, byte..)
        .split_word_bound_indices()
        .find(|(_, piece)| is_word(piece))
        .map_or(text.len(), |(start, piece)| {
            snapped(text, byte + start + piece.len())
        })
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
    snapped_back(text, found.start)..snapped(text, found.end)
}

/// Says whether a piece between two word boundaries is something to step to.
fn is_word(piece: &str) -> bool {
    piece.chars().any(|c| c.is_alphanumeric() || is_sign(c))
}

/// Says whether a character is a picture rather than punctuation or space.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::{around, start_before};
    use crate::ui::widgets::editor::graphemes::is_boundary;

    #[test]
    fn words_do_not_end_inside_of_a_grapheme() {
        let text = "a\u{1F1EC}\u{301}\u{1F1EC}red\u{1F1EC}\u{301}\u{1F1EC}\u{1F1EC}";
        for byte in (0..=text.len()).filter(|&byte| is_boundary(text, byte)) {
            let word = around(text, byte);
            for end in [word.start, word.end, start_before(text, byte)] {
                assert!(is_boundary(text, end), "{end} from {byte}");
            }
        }
    }
}
