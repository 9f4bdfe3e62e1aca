//! The words of the page that opens a locked journal.

/// At the start of the program.
pub(super) const LOCKED: &str = "Your journal is locked.";
/// Under it.
pub(super) const HOW: &str = "Type or paste your passphrase. Your recovery code works here too.";
/// Before the box.
pub(super) const LABEL: &str = "Passphrase";
/// While the key is made.
pub(super) const OPENING: &str = "Opening the journal…";
/// The same, on the neutral page.
pub(super) const OPENING_NOTES: &str = "Opening…";
/// Behind it.
pub(super) const ESC_STOPS: &str = "Esc stops.";
/// When it was stopped.
pub(super) const STOPPED: &str = "Stopped. Nothing was changed.";
/// When nothing was typed.
pub(super) const TYPE_FIRST: &str = "Type your passphrase first.";
/// After the first Esc.
pub(super) const ESC_LEAVES: &str = "Press Esc again to leave.";
/// When it did not open, in few words.
pub(super) const DID_NOT_OPEN: &str =
    "It did not open. See that Caps Lock is off, then try again. F1 says more.";
/// When it does not open a journal that is still open behind the page.
pub(super) const DOES_NOT_FIT: &str = "That passphrase does not open this journal. Try again: see \
                                       that Caps Lock is off. Your words are as they were.";
/// When a recovery code has a slip in it.
pub(super) const A_SLIP: &str =
    "It looks like a recovery code. If it is one, a letter in it is not as it should be.";
/// When a whole recovery code does not open it.
pub(super) const OTHER_CODE: &str = "You gave a whole recovery code. It may be of another journal, \
                                     or of a passphrase you had before.";
/// Over the help.
pub(super) const HELP_TITLE: &str = "Opening your journal";
/// The help.
pub(super) const HELP: [&str; 4] = [
    "Type your passphrase and press Enter. You can paste it too. Ctrl+R shows what you typed.",
    "A slip costs nothing. What you typed stays, and you can try as often as you like.",
    "If it has slipped your mind, use your recovery code. It has 14 groups of four letters and \
     numbers. You saved or printed it when the passphrase was set.",
    "Without one of the two nobody can open it. We cannot, either.",
];
/// Over what can be said of support.
pub(super) const SUPPORT_TITLE: &str = "Who is there for me";
/// Who to turn to while the card cannot be shown.
pub(super) const SUPPORT: &str = "Your support card is in your journal, so it shows once that is \
                                  open. You can call your supervisor or on-call person now.";
