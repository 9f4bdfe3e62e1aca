//! Supervision and support, held against what was promised about them.

mod bringing;
mod every_leaf;
mod kit;
mod laws;
mod sheets;
mod turns;
