//! What can be done with an entry, the lens, the filters and the month, held against what was
//! promised about them.

mod elsewhere;
mod every_leaf;
mod kit;
mod laws;
mod tries;
mod turns;
