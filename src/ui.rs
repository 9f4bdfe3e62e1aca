//! Screens.
pub mod widgets;
