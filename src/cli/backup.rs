//! `alongside backup`: a backup now, in the second folder too.

use super::caller::Caller;
use super::trouble::Trouble;
use super::vault_verb::{Stands, at_desk, say};
use crate::config::Paths;
use crate::vault::Begin;

/// Makes a backup and says where it is.
pub(super) fn run(paths: Paths, caller: &mut Caller) -> Result<(), Trouble> {
    at_desk(paths, Stands::Either, caller, |at, talk, _| {
        say(at, talk, Begin::BackUp).map(|_talked| ())
    })
}
