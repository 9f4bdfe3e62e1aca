//! The key, written so that a person can copy it.
//!
//! Fourteen groups of four letters and digits: the 256 bits of the key and 24 bits that check
//! them. The letters are Crockford's: none is taken for another, and whoever writes an O for a
//! nought or an l for a one is understood. Any wrong letter and any two neighbours that changed
//! places are noticed for certain, before any work with the key (a CRC of 24 bits finds every
//! slip within 24 neighbouring bits).

use std::fmt;

use crc::{CRC_24_OPENPGP, Crc};
use data_encoding::{Encoding, Specification};
use zeroize::Zeroizing;

use super::RawKey;

/// Letters in a group.
const GROUP: usize = 4;
/// Letters in all.
const LETTERS: usize = 56;
const CHECK: Crc<u32> = Crc::<u32>::new(&CRC_24_OPENPGP);

/// The recovery code of a locked journal.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

/// Why a text is no recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeTrouble {
    /// It has fewer letters than a code.
    Short {
        /// How many there are.
        letters: usize,
    },
    /// It has more.
    Long {
        /// How many there are.
        letters: usize,
    },
    /// This does not stand in any code.
    Letter(char),
    /// One or more letters are wrong.
    Slip,
}

impl RecoveryCode {
    /// How many letters and digits a code has.
    pub const LETTERS: usize = LETTERS;

    /// Writes a key as its code.
    pub fn of(key: &RawKey) -> Self {
        let mut bytes = Zeroizing::new([0; RawKey::BYTES + 3]);
        bytes[..RawKey::BYTES].copy_from_slice(key.bytes());
        let check = CHECK.checksum(key.bytes()).to_be_bytes();
        bytes[RawKey::BYTES..].copy_from_slice(&check[1..]);
        let letters = Zeroizing::new(alphabet().encode(&bytes[..]));
        let mut text = Zeroizing::new(String::with_capacity(LETTERS + LETTERS / GROUP));
        for (place, letter) in letters.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push(' ');
            }
            text.push(letter);
        }
        Self(text)
    }

    /// The code in its groups.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Reads a code as a person wrote it: capitals or not, in groups or not.
    ///
    /// # Errors
    /// [`CodeTrouble`] when it cannot be one.
    pub fn read(typed: &str) -> Result<RawKey, CodeTrouble> {
        let mut letters = Zeroizing::new(String::with_capacity(LETTERS));
        let mut count = 0;
        for letter in typed.chars().filter(|letter| !is_between(*letter)) {
            if !is_known(letter) {
                return Err(CodeTrouble::Letter(letter));
            }
            count += 1;
            if count <= LETTERS {
                letters.push(letter);
            }
        }
        match count {
            LETTERS => {}
            fewer if fewer < LETTERS => return Err(CodeTrouble::Short { letters: fewer }),
            more => return Err(CodeTrouble::Long { letters: more }),
        }
        let bytes = alphabet().decode(letters.as_bytes());
        let bytes = Zeroizing::new(bytes.map_err(|_cannot_be| CodeTrouble::Slip)?);
        let mut key = Zeroizing::new([0; RawKey::BYTES]);
        let (first, check) = bytes.split_at(RawKey::BYTES);
        key.copy_from_slice(first);
        if CHECK.checksum(first).to_be_bytes()[1..] != *check {
            return Err(CodeTrouble::Slip);
        }
        Ok(RawKey::new(key))
    }
}

/// What may stand between the letters.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || ['-', '–', '.', ','].contains(&letter)
}

fn is_known(letter: char) -> bool {
    letter.is_ascii_alphanumeric() && !letter.eq_ignore_ascii_case(&'u')
}

fn alphabet() -> Encoding {
    let mut crockford = Specification::new();
    crockford
        .symbols
        .push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    crockford
        .translate
        .from
        .push_str("abcdefghjkmnpqrstvwxyzOoIiLl");
    crockford
        .translate
        .to
        .push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
    crockford.encoding().unwrap_or(data_encoding::BASE32_NOPAD)
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(bytes: [u8; 32]) -> RawKey {
        RawKey::new(Zeroizing::new(bytes))
    }

    #[test]
    fn it_has_fourteen_groups_of_four() {
        let code = RecoveryCode::of(&key([0xA5; 32]));
        let groups: Vec<&str> = code.text().split(' ').collect();
        assert_eq!(groups.len(), 14);
        assert!(groups.iter().all(|group| group.len() == 4));
        assert_eq!(format!("{code:?}"), "RecoveryCode(…)");
    }

    #[test]
    fn what_cannot_be_a_code_is_told_apart() {
        let code = RecoveryCode::of(&key([1; 32])).text().to_owned();
        let read = |text: &str| RecoveryCode::read(text).unwrap_err();
        assert_eq!(read(""), CodeTrouble::Short { letters: 0 });
        assert_eq!(
            read(code.split_once(' ').unwrap().1),
            CodeTrouble::Short { letters: 52 }
        );
        assert_eq!(
            read(&(code.clone() + " 0")),
            CodeTrouble::Long { letters: 57 }
        );
        assert_eq!(read(&code.replacen('0', "u", 1)), CodeTrouble::Letter('u'));
        assert_eq!(read("é"), CodeTrouble::Letter('é'));
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(bytes: [u8; 32]) {
            let key = key(bytes);
            let code = RecoveryCode::of(&key);
            prop_assert_eq!(RecoveryCode::read(code.text()), Ok(key.clone()));
            let sloppy = code.text().to_lowercase().replace(' ', "-").replace('0', "o").replace('1', "l");
            prop_assert_eq!(RecoveryCode::read(&sloppy), Ok(key));
        }

        #[test]
        fn one_wrong_letter_is_always_noticed(bytes: [u8; 32], place in 0..LETTERS, other in 0_usize..32) {
            let code = RecoveryCode::of(&key(bytes)).text().replace(' ', "");
            let letter = char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[other]);
            let mut letters: Vec<char> = code.chars().collect();
            prop_assume!(letters[place] != letter);
            letters[place] = letter;
            let wrong: String = letters.into_iter().collect();
            prop_assert_eq!(RecoveryCode::read(&wrong), Err(CodeTrouble::Slip));
        }

        #[test]
        fn two_neighbours_that_changed_places_are_noticed(bytes: [u8; 32], place in 1..LETTERS) {
            let code = RecoveryCode::of(&key(bytes)).text().replace(' ', "");
            let mut letters: Vec<char> = code.chars().collect();
            prop_assume!(letters[place] != letters[place - 1]);
            letters.swap(place, place - 1);
            let wrong: String = letters.into_iter().collect();
            prop_assert_eq!(RecoveryCode::read(&wrong), Err(CodeTrouble::Slip));
        }
    }
}
