//! Words that several rooms say.

/// Goes on.
pub(super) const GO_ON: &str = "Go on";
