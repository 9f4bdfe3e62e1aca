//! `alongside restore`: back to a backup.

use std::path::PathBuf;

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{at_desk_or_without, change};
use crate::config::Paths;
use crate::vault::Begin;

/// Puts a backup in the journal's place, after it was shown what it holds.
pub(super) fn run(
    paths: Paths,
    backup: Option<PathBuf>,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    at_desk_or_without(paths, caller, |at, talk, _| {
        change(at, talk, Begin::Restore(backup))
    })
}
