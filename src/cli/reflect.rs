//! `alongside reflect`: a new reflection, or the one that was left half-done.
//!
//! In plain mode a person at a terminal is offered what was left half-done. A pipe is not: its
//! lines were written for a new walk, and must not answer whatever question an old one was at.
//! The full screen begins a new one too; its Home lists what was left half-done.

use super::args::LengthWord;
use super::caller::Caller;
use super::desk::Start;
use super::trouble::Trouble;
use crate::config::Paths;
use crate::reflection::Opening;

/// Begins a reflection at once, whether or not the first run was done.
pub(super) fn run(
    paths: Paths,
    plain: bool,
    length: Option<LengthWord>,
    practice: bool,
    resume: bool,
    caller: &mut Caller,
) -> Result<(), Trouble> {
    let start = if resume {
        Start::Resume
    } else {
        Start::Reflect(Opening {
            length: length.map(Into::into),
            practice,
            ..Opening::default()
        })
    };
    super::begin(paths, plain, start, caller)
}
