//! Leaves of every kind on the screen.
