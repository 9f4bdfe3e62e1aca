//! `alongside restore`: back to a backup.

use std::path::PathBuf;

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk, change};
use crate::config::Paths;
use crate::vault::Begin;

/// Puts a backup in the journal's place, after it was shown what it holds.
pub(super) fn run(
    paths: Paths,
    backup: Option<PathBuf>,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    at_desk(paths, Stands::Either, caller, |at, talk, _| {
        change(at, talk, Begin::Restore(backup))
    })
}
