//! Alongside.
pub mod content;
pub mod domain;
pub mod ui;
