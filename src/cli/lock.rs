//! `alongside lock`: a passphrase for a journal that has none.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk, change, lock_with_files};
use crate::config::Paths;
use crate::vault::{Begin, Work};

/// Locks the journal; one that is not there yet is made first.
pub(super) fn run(paths: Paths, caller: &mut Caller) -> Result<(), Trouble> {
    at_desk(paths, Stands::Open, caller, |mut at, talk, files| {
        if lock_with_files(&mut at, talk, files, Work::Lock)? {
            return Ok(());
        }
        change(at, talk, Begin::Lock)
    })
}
