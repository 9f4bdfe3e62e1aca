//! Keeping the words safe and private, as both front ends tell it: a state machine of panels.
//!
//! Locking, backups, looking the journal over, erasing: each is a short talk. [`Vault`] says what
//! is shown or asked next ([`Panel`]) and what is to be done to the journal ([`Work`]). The full
//! screen draws a panel, plain mode says it line by line, a verb of the command line begins the
//! same talk at its own place; so all three ask the same and do the same. In here is no disk, no
//! screen and no time.

mod panel;
mod talk;
mod work;

pub use crate::domain::Remade;
pub use panel::{Choice, Given, Panel, PanelAsk, PanelRow, Turn};
pub use talk::{Begin, Standing, Vault};
pub use work::{Came, Page, Work};
