//! The talk, held against what was promised about it.

mod every_panel;
mod kit;
mod laws;
mod turns;
