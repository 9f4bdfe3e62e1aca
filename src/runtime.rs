//! The only place with threads, channels, the terminal and the time.
//!
//! Everything that happens becomes one message on one channel, whoever saw it first: the input
//! thread, the signals, the store thread. The main thread takes the messages in order, lets the
//! app think, does what it asks for and draws. Nothing else runs: an idle journal uses no
//! processor time and writes no byte.
//!
//! ```text
//! input.rs ---------+
//! signals.rs -------+--> news.rs --> event_loop.rs --> hands.rs --> terminal.rs, surface.rs
//! store_thread.rs --+                     ^                |
//!        ^                                |                +--> outside_editor.rs, rescue.rs
//!        +------ requests, in order ------+---------------+
//! ```
//!
//! Three things end the program: the person leaves, the window is closed (or the program is told
//! to stop), or a fault of ours. In all three the words on the way to disk are waited for, and what
//! the journal cannot take goes into a file of its own (`departure.rs`).

pub mod clock;
mod core_dumps;
mod departure;
pub mod echo;
mod event_loop;
mod fault;
mod full_screen;
mod ground;
mod hands;
mod input;
mod keep;
mod made_up;
mod news;
mod outside_editor;
mod panic;
mod rescue;
mod signals;
mod stage;
mod store_thread;
mod surface;
mod terminal;
mod visit;
mod words;

pub use core_dumps::leave_no_core_dumps;
pub use fault::Fault;
pub use full_screen::{Begin, Journal, run_full_screen};
pub use keep::{Keeping, keep, keep_unopened};
pub use made_up::{MadeUpFolder, ToldToGo};
pub use rescue::rescue;
pub use store_thread::answer::{answer, not_opened, opened};
pub use terminal::columns;
pub use visit::do_visit;
