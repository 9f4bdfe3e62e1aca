//! `alongside land`: ninety seconds, no setup.

use super::desk::{Desk, Start};
use super::trouble::Trouble;
use crate::config::Paths;
use crate::store::Access;

/// Begins Land at once, whether or not the first run was done.
pub(super) fn run(paths: Paths, plain: bool) -> Result<(), Trouble> {
    let desk = Desk::open(paths, Access::Write)?;
    desk.must_write()?;
    super::begin(desk, plain, Start::Land)
}
