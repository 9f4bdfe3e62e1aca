//! The key itself, and the salt that stands in the file.

use std::fmt;

use zeroize::Zeroizing;

use super::{Cost, Passphrase};

/// The 256 bits that lock a journal.
#[derive(Clone, PartialEq, Eq)]
pub struct RawKey(Zeroizing<[u8; Self::BYTES]>);

/// The first sixteen bytes of a locked journal. They are no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt([u8; Self::BYTES]);

/// A key, and the beginning of the file it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileKey {
    /// The key.
    pub key: RawKey,
    /// The first bytes of the file.
    pub salt: Salt,
}

impl RawKey {
    /// How long it is.
    pub const BYTES: usize = 32;

    /// Takes the bytes of a key.
    pub fn new(bytes: Zeroizing<[u8; Self::BYTES]>) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl Salt {
    /// How long it is.
    pub const BYTES: usize = 16;

    /// Takes the bytes of a salt.
    pub fn new(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl FileKey {
    /// Makes a key from a passphrase with a salt by chance.
    ///
    /// # Errors
    /// `None` when the system gives no chance; then nothing may be locked.
    pub fn make(passphrase: &Passphrase, cost: Cost) -> Option<Self> {
        let mut salt = [0; Salt::BYTES];
        getrandom::fill(&mut salt).ok()?;
        let salt = Salt(salt);
        let key = RawKey::derive(passphrase, &salt, cost);
        Some(Self { key, salt })
    }
}

impl fmt::Debug for RawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawKey(…)")
    }
}
