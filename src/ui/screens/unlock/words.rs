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
pub(super) const DID_NOT_OPEN: &str = "It did not open. Ctrl+K says more.";
/// When what was typed does not open it, in few words.
pub(super) const NOT_THIS: &str = "It did not open. See that Caps Lock is off. Ctrl+K says more.";
/// When a passphrase does not open it.
pub(super) const WRONG: &str =
    "That passphrase does not open this journal. Nothing was changed. See that Caps Lock is off.";
/// When a whole recovery code does not open it.
pub(super) const WRONG_CODE: &str = "That recovery code does not open this journal. Nothing was \
                                     changed. It may be of another journal, or of a passphrase \
                                     you had before.";
/// When a recovery code has a slip in it.
pub(super) const A_SLIP: &str =
    "It looks like a recovery code. If it is one, a letter in it is not as it should be.";
/// How to go on, after one that did not open it.
pub(super) const AGAIN: &str = "Type it again, or press Ctrl+R to see what you typed.";
/// After several that did not open it.
pub(super) const DAMAGED: &str = "If you are sure of it, the file may be damaged.";
/// Over the help.
pub(super) const HELP_TITLE: &str = "Opening your journal";
/// The same, on the neutral page.
pub(super) const HELP_TITLE_NOTES: &str = "Opening this";
/// In place of what happened, on the neutral page.
pub(super) const MORE_ELSEWHERE: &str =
    "It did not open. You can leave with Ctrl+Q and start the program again. It says more there.";
/// The help.
pub(super) const HELP: [&str; 5] = [
    "Type your passphrase and press Enter. You can paste it too. Ctrl+R shows what you typed. \
     Ctrl+U empties the box.",
    "A slip costs nothing. You can try as often as you like.",
    "What did not open it stays in the box. The next letter you type takes its place. To mend it \
     instead, show it first, or press Backspace.",
    "If it has slipped your mind, use your recovery code, if you kept it when the passphrase was \
     set. It has 14 groups of four letters and numbers.",
    "Without one of the two nobody can open it. We cannot, either.",
];

/// Says how to go back to a backup made on this day.
pub(super) fn go_back_to(day: &str) -> String {
    format!(
        "Your newest backup is from {day}. To go back to it, leave here first. Then type in the \
         terminal: alongside restore"
    )
}

/// Says where the newest backup is.
pub(super) fn backup_is(path: &str) -> String {
    format!("Your newest backup is {path}.")
}

/// Over what can be said of support.
pub(super) const SUPPORT_TITLE: &str = "Who is there for me";
/// Who to turn to while the card cannot be shown.
pub(super) const SUPPORT: &str = "Your support card is in your journal, so it shows once that is \
                                  open. You can call your supervisor or on-call person now.";
