//! Where things are, and how the person likes to work.
//!
//! Settled once at the start and then a plain value. Nothing here ever stands in the way: a
//! settings file that cannot be read costs a choice or two, never a start.

mod error;
mod paths;
mod save;
mod settings;

pub use error::ConfigError;
pub use paths::{Given, Paths, kept_in_step_by};
pub use settings::{Ground, Loaded, Look, Settings, WordsOf};
