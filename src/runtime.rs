//! The only place with threads, channels, the terminal and the time.

pub mod clock;
