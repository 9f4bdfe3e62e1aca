//! Everything that can reach the program. There is no other way in.

use crossterm::event::{KeyEvent, MouseEvent};

use super::effect::{Outcome, Ticket};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal has another size.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The time a screen asked to be woken at has come.
    Tick,
    /// What a screen asked for is done.
    Done(Ticket, Outcome),
    /// The window was closed, or the program was told to stop.
    Hangup,
}
