//! The few words of the support card that no pack changes.

/// Between a label and what stands there.
pub(super) const IS: &str = ": ";
/// Before the month in which public lines were written down.
pub(super) const WRITTEN: &str = "Written down in";
