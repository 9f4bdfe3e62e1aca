//! Widgets.
pub mod editor;
pub mod shown;
