//! The words of the page with the recovery code.

/// The first line.
pub(super) const TITLE: &str = "Recovery code for a journal kept with Alongside";
/// What it does.
pub(super) const WHAT_IT_IS: &str = "This code opens the journal when the passphrase is lost.";
/// Before each row of the code.
pub(super) const INDENT: &str = "    ";
/// How it is used.
pub(super) const HOW_TO_USE: [&str; 6] = [
    "Where the passphrase is asked, type this code instead.",
    "Capitals or small letters, with spaces or without: all are read the same.",
    "",
    "Keep this page away from the computer.",
    "Whoever has both this page and the journal can read it.",
    "When a new passphrase is chosen, a new code comes with it. Then tear this up.",
];

/// When it was made.
pub(super) fn made_on(day: &str) -> String {
    format!("Made on {day}.")
}
