//! The words of carrying forward: every answer is as good as another, and no day is counted.

/// Where one is.
pub(in crate::rooms) const TITLE: &str = "Carry forward";
/// Where one is, in one of them.
pub(super) const ONE: &str = "One I carry";
/// Over them.
pub(super) const UNDER: &str = "Those I still hold come first. Each can rest at any time.";
/// When there is none.
pub(super) const NONE: &str =
    "What you would like to try next time will be here, and what became of it.";
/// How to begin.
pub(super) const HOW: &str = "A reflection asks for one small thing near its end. You can skip it.";
/// When it is not there any more.
pub(super) const GONE: &str =
    "The reflection with this intention was taken out. If you bring it back, this is here again.";
/// Over what was said.
pub(super) const SAID: &str = "What became of it";
/// Where it stands.
pub(super) const STANDS: &str = "Now:";
/// What the form asks.
pub(super) const ASK: &str = "What became of it?";
/// When nothing was said yet.
pub(super) const NOTHING_SAID: &str = "Nothing was said about it yet. That is fine.";
/// What the form asks after one of the four words.
pub(super) const A_LINE_TOO: &str = "Is there a line to write about it?";
/// Under that: the word is kept, whether or not there is a line.
pub(super) const IS_KEPT: &str = "What I just said is kept. Enter alone leaves it at that.";
/// The row that takes the last saying back.
pub(super) const TAKE_BACK: &str = "Take back what I just said";
/// After that.
pub(super) const TAKEN_BACK: &str = "That is taken back.";
/// The row that opens a line.
pub(super) const A_LINE: &str = "Write a line about it";
/// The row that opens its entry.
pub(super) const OPEN: &str = "Open the reflection it comes from";
/// Over the intention, on the form.
pub(super) const I_WROTE: &str = "I wrote";
