//! Alongside.
pub mod config;
pub mod content;
pub mod domain;
pub mod store;
pub mod ui;
