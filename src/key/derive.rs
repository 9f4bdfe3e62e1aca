//! From a passphrase to a key, slowly on purpose.

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use super::{Passphrase, RawKey, Salt};

/// What making a key costs. It belongs to the form of the file: another cost gives another key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cost {
    /// What every journal uses: 64 MiB of memory, three passes, one lane.
    #[default]
    Usual,
    /// Next to nothing, so that tests need not wait. No journal of a person is made with it.
    Trial,
}

impl Cost {
    fn params(self) -> Params {
        let (kibibytes, passes) = match self {
            Self::Usual => (64 * 1024, 3),
            Self::Trial => (8, 1),
        };
        Params::new(kibibytes, passes, 1, Some(RawKey::BYTES)).unwrap_or_default()
    }
}

impl RawKey {
    /// Makes the key of a passphrase for a journal with this salt: about an eighth of a second in
    /// a release build.
    ///
    /// # Panics
    /// Never: it could only be refused for lengths, and these are ours.
    pub fn derive(passphrase: &Passphrase, salt: &Salt, cost: Cost) -> Self {
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.params());
        let mut key = Zeroizing::new([0; Self::BYTES]);
        let made = argon.hash_password_into(passphrase.bytes(), salt.bytes(), &mut key[..]);
        assert!(made.is_ok(), "these lengths are allowed");
        Self::new(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_cost_is_the_one_of_the_form() {
        let params = Cost::Usual.params();
        assert_eq!(
            (params.m_cost(), params.t_cost(), params.p_cost()),
            (65_536, 3, 1)
        );
    }

    /// Held against Argon2's own library: whatever else opens the file must come to this key.
    #[test]
    fn a_key_is_the_one_that_any_argon2_makes() {
        let key = RawKey::derive(
            &Passphrase::new("tea and biscuits"),
            &Salt::new(*b"sixteen-byte-str"),
            Cost::Usual,
        );
        let known = "c98f823ab081d319b08ee96a976b8537dec3563dbddc4c92f782d0cf15a42d6c";
        let bytes = data_encoding::HEXLOWER.encode(key.bytes());
        assert_eq!(bytes, known);
    }

    #[test]
    fn another_salt_or_another_passphrase_is_another_key() {
        let salt = Salt::new([7; 16]);
        let key = |text: &str, salt| RawKey::derive(&Passphrase::new(text), salt, Cost::Trial);
        assert_eq!(key("tea", &salt), key("tea", &salt));
        assert_ne!(key("tea", &salt), key("Tea", &salt));
        assert_ne!(key("tea", &salt), key("tea", &Salt::new([8; 16])));
    }
}
