//! The few words around a talk about keeping the journal.

/// Under what is being done.
pub(super) const ESC_STOPS: &str = "Esc stops.";
/// The row that goes on.
pub(super) const GO_ON: &str = "Go on";
/// To someone who wants to leave while something is being done, or before they have the code.
pub(super) const FIRST_THIS: &str = "First this. Then you can leave.";
