//! `alongside`: Home.

use super::desk::{Desk, Start};
use super::trouble::Trouble;
use crate::config::Paths;
use crate::store::Access;

/// Opens Home, also for a journal that can only be read.
pub(super) fn run(paths: Paths, plain: bool) -> Result<(), Trouble> {
    super::begin(Desk::open(paths, Access::Write)?, plain, Start::Home)
}
