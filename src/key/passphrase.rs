//! What a person types to open their journal.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase. There are no rules for what may stand in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed. The same letters typed on another keyboard are the same passphrase:
    /// an é may be one sign or two (RFC 8265, §4.2).
    pub fn new(typed: &str) -> Self {
        // Room for the longest form first: a text that grows leaves copies behind it.
        let mut text = Zeroizing::new(String::with_capacity(typed.len() * 3));
        text.extend(typed.nfc());
        Self(text)
    }

    /// Tells whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts another one behind it, with a space between: a recovery code may be typed in parts.
    #[must_use]
    pub fn followed_by(&self, more: &Self) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(self.0.len() + 1 + more.0.len()));
        text.push_str(&self.0);
        text.push(' ');
        text.push_str(&more.0);
        Self(text)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_nothing_when_it_is_printed() {
        assert_eq!(format!("{:?}", Passphrase::new("tea")), "Passphrase(…)");
    }

    #[test]
    fn the_same_letters_from_another_keyboard_are_the_same() {
        assert_eq!(Passphrase::new("caf\u{e9}"), Passphrase::new("cafe\u{301}"));
        assert_ne!(Passphrase::new("tea"), Passphrase::new("Tea"));
        assert!(Passphrase::new("").is_empty());
        assert!(!Passphrase::new(" ").is_empty());
    }
}
