//! Words that several rooms say.

/// Goes on.
pub(super) const GO_ON: &str = "Go on";

/// What was typed on a form is not lost, where what it is about is not there.
pub(super) const TYPED_IS_SAFE: &str = "What you typed is safe. It stays in the form:";

// Look back, carry forward, and what stands around them -----------------------------------

/// Goes back one step.
pub(super) const GO_BACK: &str = "Go back";
/// The page before in time.
pub(super) const OLDER: &str = "Older ones";
/// The page after in time.
pub(super) const NEWER: &str = "Newer ones";
/// Begins a walk, where there is nothing to show yet.
pub(super) const BEGIN: &str = "Begin a reflection";
/// A page that is empty now, though there are others.
pub(super) const PAGE_IS_EMPTY: &str = "There is nothing on this page any more.";
/// The row of the support card.
pub(super) const MY_CARD: &str = "See my support card";
/// The row of supervision.
pub(super) const TO_SUPERVISION: &str = "Get ready for supervision";

// Practice, the longer view and Learn lead to one another ---------------------------------

/// Leads to the longer view of a heading.
pub(super) fn how_sure(heading: &str) -> String {
    format!("How sure I would feel: {heading}")
}

/// Leads to the page to learn from.
pub(super) fn learn(heading: &str) -> String {
    format!("A page to learn from: {heading}")
}

/// Letters of a row.
pub(super) const ROW_LETTERS: usize = 56;
