//! Alongside.
pub mod cli;
pub mod config;
pub mod content;
pub mod domain;
pub mod reflection;
pub mod runtime;
pub mod store;
pub mod ui;
