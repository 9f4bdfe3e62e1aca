//! The practice room and the longer view, held against what was promised about them.

mod apart;
mod every_leaf;
mod kit;
mod laws;
mod sheets;
mod tour;
mod turns;
