//! `alongside erase`: the whole journal with its backups, for good.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk, change};
use crate::config::Paths;
use crate::vault::Begin;

/// Erases everything, after it was asked about.
pub(super) fn run(paths: Paths, caller: &mut Caller) -> Result<(), Trouble> {
    at_desk(paths, Stands::Either, caller, |at, talk, _| {
        change(at, talk, Begin::EraseEverything)
    })
}
