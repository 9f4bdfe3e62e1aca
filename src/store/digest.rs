//! The digest of what was written.
//!
//! A plain file gives back a flipped letter without a word of warning. So whatever holds words of
//! the person's own, and is not a draft, has a digest of all it says beside it.

use sha2::{Digest, Sha256};

/// The digest of these parts. Each goes in behind its length, so that no two read alike.
pub(super) fn of(parts: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
