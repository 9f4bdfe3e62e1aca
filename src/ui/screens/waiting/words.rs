//! The words of the page that asks how it went.

/// In the top row.
pub(super) const PLACE: &str = "Something is waiting";
/// The question, when who it is about fits in a sentence.
pub(super) const PLANNED: &str = "You planned to speak to {who}. How did it go?";
/// The question, when it does not.
pub(super) const HOW_DID_IT_GO: &str = "You planned to speak to someone. How did it go?";
/// Over the plan as it was written.
pub(super) const YOUR_WORDS: &str = "In your words:";
/// Before the day.
pub(super) const SAID_ON: &str = "You wrote this on";
/// The first answer.
pub(super) const DONE: &str = "It is done";
/// The second answer.
pub(super) const LATER: &str = "Later";
/// The third answer.
pub(super) const DROP: &str = "No need now: drop it";
/// After the first answer.
pub(super) const SAID_DONE: &str = "Noted. Nothing more is asked about it.";
/// After the second answer, the first time.
pub(super) const SAID_LATER: &str = "It stays here, and you can answer another time.";
/// After the second answer, the second time.
pub(super) const SAID_LAST_LATER: &str = "Noted. It is not asked about again.";
/// After the third answer.
pub(super) const SAID_DROP: &str = "It is dropped. Nothing more is asked about it.";
