//! What reaches the main thread, from wherever it comes.

use crate::store::Rescuer;
use crate::ui::msg::Msg;

/// One thing that happened outside the main thread.
#[derive(Debug)]
pub(super) enum News {
    /// Something for the app.
    Msg(Msg),
    /// The program was asked to stand still, as by Ctrl+Z in a shell.
    StandStill,
    /// The program goes on after it stood still; who knows what is on the screen now.
    GoOn,
    /// What locks a rescue file, while a locked journal is open.
    Rescuer(Option<Rescuer>),
    /// The store thread has done everything, and closed the journal.
    JournalClosed,
}
