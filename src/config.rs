//! Paths and settings.
