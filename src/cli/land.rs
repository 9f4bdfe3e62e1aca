//! `alongside land`: ninety seconds, no setup.

use super::caller::Caller;
use super::desk::Start;
use super::trouble::Trouble;
use crate::config::Paths;

/// Begins Land at once, whether or not the first run was done.
pub(super) fn run(paths: Paths, plain: bool, caller: &mut Caller) -> Result<(), Trouble> {
    super::begin(paths, plain, Start::Land, caller)
}
