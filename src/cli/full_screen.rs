//! The seam to the full screen.
//!
//! Until the full screen is connected here, plain mode answers in its place.

use super::desk::{Desk, Start};
use super::trouble::Trouble;

/// What came of asking for the full screen.
pub(super) enum Ran {
    /// It ran.
    #[expect(dead_code, reason = "the full screen is connected later")]
    Done(Result<(), Trouble>),
    /// There is none; here is the desk again.
    NotHere(Box<Desk>),
}

/// Runs the full screen.
pub(super) fn run(desk: Desk, _start: Start) -> Ran {
    Ran::NotHere(Box::new(desk))
}

/// The width of the terminal, to break lines at words.
pub(super) fn width() -> Option<usize> {
    let (columns, _) = crossterm::terminal::size().ok()?;
    // The last column stays free: some terminals leave an empty row after a full one.
    (columns > 20).then(|| usize::from(columns) - 1)
}
