//! Words as they are compared: small letters, no accents.
//!
//! The search index folds in its own way (`unicode61 remove_diacritics 2`). This is the same for
//! every letter of Latin writing that has an accent; a test in the store holds the two together.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Folds a text: case and accents no longer tell its letters apart.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(c, &mut folded);
    }
    folded
}

/// Adds a letter as it is compared.
pub(super) fn fold_into(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
    } else if is_hangul(c) {
        // Taken apart, one syllable would be the beginning of many.
        folded.push(c);
    } else {
        decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                folded.extend(part.to_lowercase().filter(|it| !is_combining_mark(*it)));
            }
        });
    }
}

fn is_hangul(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// Tells whether a letter may begin a word, or go on with one.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_combining_mark(c)
}

/// Tells whether a letter goes on with a word that has begun.
pub(super) fn goes_on(c: char) -> bool {
    is_letter(c) || is_combining_mark(c)
}
