//! `alongside`: Home.

use super::caller::Caller;
use super::desk::Start;
use super::trouble::Trouble;
use crate::config::Paths;

/// Opens Home, also for a journal that can only be read.
pub(super) fn run(paths: Paths, plain: bool, caller: &mut Caller) -> Result<(), Trouble> {
    super::begin(paths, plain, Start::Home, caller)
}
