//! How long somebody would need to guess a passphrase, in a few steps.
//!
//! A hint and nothing more: a passphrase that is easy to guess is taken all the same. It is for
//! the person to choose (`issue 3`: no rules).

use zxcvbn::Score;

use super::Passphrase;

/// How hard a passphrase is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guessing {
    /// At once.
    AtOnce,
    /// In hours or days.
    Soon,
    /// In months or years.
    Long,
    /// Not in a lifetime.
    VeryLong,
}

/// Estimates how hard a passphrase is to guess, for somebody who has the file.
pub fn guessing(passphrase: &Passphrase) -> Guessing {
    match zxcvbn::zxcvbn(passphrase.text(), &["alongside", "journal"]).score() {
        Score::Zero | Score::One => Guessing::AtOnce,
        Score::Two => Guessing::Soon,
        Score::Three => Guessing::Long,
        _ => Guessing::VeryLong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_is_harder() {
        let of = |text: &str| guessing(&Passphrase::new(text));
        assert_eq!(of("password"), Guessing::AtOnce);
        assert_eq!(of("alongside"), Guessing::AtOnce);
        assert_eq!(of("walking the long canal in october"), Guessing::VeryLong);
        assert!(of("tea4two") < of("tea for two and two for tea"));
    }
}
