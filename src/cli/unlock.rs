//! `alongside unlock --for-good`: no passphrase any more.
//!
//! The word alone says what it would do: somebody who types `unlock` may only want to read.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk, change, must_stand};
use crate::config::Paths;
use crate::vault::Begin;

/// Takes the passphrase away, if that is what was said.
pub(super) fn run(paths: Paths, for_good: bool, caller: &mut Caller) -> Result<(), Trouble> {
    must_stand(&paths.journal, Stands::Locked)?;
    if !for_good {
        return Err(Trouble::NotForGood);
    }
    at_desk(paths, Stands::Locked, caller, |at, talk, _| {
        change(at, talk, Begin::Remove)
    })
}
