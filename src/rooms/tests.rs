//! The rooms, held against what was promised about them.
