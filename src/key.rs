//! What opens a locked journal: the passphrase, the key made from it, and the recovery code.
//!
//! No disk, no SQL and no screen. Everything secret in here is wiped when it is dropped, and says
//! nothing when it is printed: a key must not end up in a log, a panic or a picture of a screen.
//!
//! The key is Argon2id of the passphrase, with the first sixteen bytes of the journal as salt
//! (`storage.md` §1.2). The recovery code is that key itself, written so that a person can copy
//! it and a slip of the pen is noticed.

mod derive;
mod passphrase;
mod raw_key;
mod recovery_code;
mod strength;

pub use derive::Cost;
pub use passphrase::Passphrase;
pub use raw_key::{FileKey, RawKey, Salt};
pub use recovery_code::{CodeTrouble, RecoveryCode};
pub use strength::{Guessing, guessing};

/// What a person gives to open a locked journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Secret {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The recovery code, as it was typed and found to be whole.
    Code(RawKey),
}

impl Secret {
    /// Takes what was typed for the recovery code it is, or else for a passphrase. A passphrase may
    /// have as many letters as a code: so a code with a slip in it is a passphrase here.
    pub fn typed(typed: Passphrase) -> Self {
        match RecoveryCode::read(typed.text()) {
            Ok(key) => Self::Code(key),
            Err(_) => Self::Passphrase(typed),
        }
    }

    /// Takes what was typed for a recovery code.
    ///
    /// # Errors
    /// [`CodeTrouble`] says what is wrong with it.
    pub fn typed_code(typed: &Passphrase) -> Result<Self, CodeTrouble> {
        RecoveryCode::read(typed.text()).map(Self::Code)
    }

    /// The key it stands for, for a journal with this salt. Takes its time with a passphrase:
    /// that is what keeps others from trying many.
    pub fn key(&self, salt: &Salt, cost: Cost) -> RawKey {
        match self {
            Self::Passphrase(passphrase) => RawKey::derive(passphrase, salt, cost),
            Self::Code(key) => key.clone(),
        }
    }
}
