//! The words around a page.

/// The room of a reflection.
pub(super) const REFLECTION: &str = "Reflection";
/// The room of practice.
pub(super) const PRACTICE: &str = "Practice";
/// The room of Land.
pub(super) const LAND: &str = "Land";
/// The room of the first run.
pub(super) const FIRST_RUN: &str = "Welcome";
/// The room of the support card.
pub(super) const SUPPORT: &str = "My support card";
/// Between a number and how many there are.
pub(super) const OF: &str = "of";
/// Before the phrase of the principles.
pub(super) const FROM_SEED: &str = "From the principles";
/// When a walk is put aside.
pub(super) const KEPT_ASIDE: &str = "Kept as it is. You can go on any time from here.";
/// When a form is left before its end.
pub(super) const FORM_KEPT: &str = "Kept as it is. It is here the next time.";
/// When a walk has grown.
pub(super) const LONGER: &str = "There is more to look at now. You can still stop at any point.";
/// When a walk cannot grow.
pub(super) const LONGEST: &str = "This is the longest walk there is.";
/// When a try of a story is asked to be longer.
pub(super) const ONE_LENGTH: &str = "A story has one length. You can stop at any point.";
/// When a text is kept in the person's own editor.
pub(super) const EDITED: &str = "Your text is back here.";
/// Before the path of a rescue file.
pub(super) const RESCUED: &str = "A copy is saved here:";
/// About a copy of a locked journal's words.
pub(super) const NOT_LOCKED: &str = "This copy is not locked: anyone who has the file can read it.";
/// Before a copy of a locked journal's words is saved.
pub(super) const COPY_NOT_LOCKED: &str = "This copy will not be locked: anyone who has the file \
                                          can read it. Choose this again to save it.";
/// When plain is chosen on the first run.
pub(super) const PLAIN_NEXT: &str = "From the next start on, Alongside works line by line.";
/// When there are no first words to take.
pub(super) const NO_STARTER: &str = "There are no first words on offer here.";
/// When there is nothing more to open.
pub(super) const NO_MORE: &str = "There is nothing more to open here.";
/// When no moment was written.
pub(super) const NO_MOMENT: &str = "There is no moment written yet to point to.";
/// When there is no example.
pub(super) const NO_EXAMPLE: &str = "There is no example for this page.";
/// Takes the first words that are offered.
pub(super) const STARTER: &str = "Begin with:";
/// When a letter is no answer and there is nothing to write here.
pub(super) const A_LETTER: &str = "The letters on the left are the answers. Enter goes on.";
/// When there is nowhere to paste.
pub(super) const NOWHERE_TO_PASTE: &str =
    "There is no line to write on here, so nothing was pasted.";
/// When a choice on another page was taken back.
pub(super) const UNDONE_ELSEWHERE: &str = "A choice on an earlier page was taken back.";
