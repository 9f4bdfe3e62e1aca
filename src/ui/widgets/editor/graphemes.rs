//! Steps over what looks like one character.
//!
//! A person who presses Backspace once means one sign, however many code points it is made of.
//! Every position the cursor can take is asked for here, so none can fall inside a grapheme.

use std::slice::SliceIndex;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Returns a part of the text, or nothing when the bounds are not on characters.
///
/// All bounds in this widget come from the text itself. Should one ever be wrong, a missing part
/// on the screen is better than a lost note.
pub(super) fn part<I>(text: &str, range: I) -> &str
where
    I: SliceIndex<str, Output = str>,
{
    text.get(range).unwrap_or_default()
}

/// Returns the end of the grapheme that begins at `byte`.
pub(super) fn next(text: &str, byte: usize) -> usize {
    let grapheme = part(text, byte..).graphemes(true).next();
    byte + grapheme.map_or(0, str::len)
}

/// Returns the start of the grapheme that ends at `byte`.
pub(super) fn previous(text: &str, byte: usize) -> usize {
    let grapheme = part(text, ..byte).graphemes(true).next_back();
    byte - grapheme.map_or(0, str::len)
}

/// Returns `byte`, or the end of the grapheme it falls inside of.
///
/// Typing can join what stood on both sides of the cursor: a letter put before a lone accent.
pub(super) fn snapped(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while at < text.len() && !is_boundary(text, at) {
        at += 1;
    }
    at
}

/// Returns `byte`, or the start of the grapheme it falls inside of.
pub(super) fn snapped_back(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while at > 0 && !is_boundary(text, at) {
        at -= 1;
    }
    at
}

/// Says whether a grapheme begins or ends at `byte`.
pub(super) fn is_boundary(text: &str, byte: usize) -> bool {
    text.is_char_boundary(byte)
        && GraphemeCursor::new(byte, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(true)
}
