//! Alongside.
pub mod content;
pub mod domain;
pub mod reflection;
pub mod runtime;
pub mod ui;
