//! `alongside check`: is every word as it was written?

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk, say};
use crate::config::Paths;
use crate::vault::Begin;

/// Looks the journal over. It ends with 0 only if the journal is sound.
pub(super) fn run(paths: Paths, caller: &mut Caller) -> Result<(), Trouble> {
    at_desk(paths, Stands::Either, caller, |at, talk, _| {
        match say(at, talk, Begin::Check)?.sound {
            Some(false) => Err(Trouble::NotSound),
            _ => Ok(()),
        }
    })
}
