//! `alongside passphrase`: another passphrase for a journal that is locked.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk, change, lock_with_files};
use crate::config::Paths;
use crate::key::Secret;
use crate::vault::{Begin, Work};

/// Asks for the passphrase of now, and for the one that is to be.
pub(super) fn run(paths: Paths, caller: &mut Caller) -> Result<(), Trouble> {
    at_desk(paths, Stands::Locked, caller, |mut at, talk, files| {
        if let Some(current) = at.with.clone() {
            let work = |new| Work::Change {
                current: Secret::typed(current),
                new,
            };
            if lock_with_files(&mut at, talk, files, work)? {
                return Ok(());
            }
        }
        change(at, talk, Begin::Change)
    })
}
