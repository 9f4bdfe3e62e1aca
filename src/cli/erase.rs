//! `alongside erase`: the whole journal with its backups, for good.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{at_desk_or_without, change};
use crate::config::Paths;
use crate::vault::Begin;

/// Erases everything, after it was asked about.
pub(super) fn run(paths: Paths, caller: &mut Caller) -> Result<(), Trouble> {
    at_desk_or_without(paths, caller, |at, talk, _| {
        change(at, talk, Begin::EraseEverything)
    })
}
