//! Keeping the words safe and private, as both front ends tell it: a state machine of panels.
//!
//! Locking, backups, looking the journal over, erasing: each is a short talk. [`Vault`] says what
//! is shown or asked next ([`Panel`]) and what is to be done to the journal ([`Work`]). The full
//! screen draws a panel, plain mode says it line by line, a verb of the command line begins the
//! same talk at its own place; so all three ask the same and do the same. In here is no disk, no
//! screen and no time.
//!
//! Each matter is a file of its own. They lie on a small stack: one that is over leads back to
//! the one it came from, and the last one out closes the talk.

mod around;
mod backups;
mod days;
mod erasing;
mod hiding;
mod locking;
mod looking_over;
mod matter;
mod old_entries;
mod panel;
mod recovery;
mod restoring;
mod room;
mod second_folder;
mod talk;
#[cfg(test)]
mod tests;
mod told;
mod unlocking;
pub mod words;
mod work;

pub use crate::domain::Remade;
pub use panel::{Choice, Given, Panel, PanelAsk, PanelRow, Turn};
pub use recovery::code_rows;
pub use talk::{Begin, Standing, Vault};
pub use work::{Came, Page, There, Work};
