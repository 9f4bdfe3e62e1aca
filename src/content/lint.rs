//! Plain words, checked.
