//! Look back and the rooms around it, held against what was promised about them.

mod every_leaf;
mod kit;
mod laws;
