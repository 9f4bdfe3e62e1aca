//! What the store promises, and how we know.
//!
//! One file a promise: the laws that hold in every order (`laws`), what each fault does
//! (`faults`), two windows (`windows`), a light that goes out (`killed`), older and newer forms
//! (`forms`), and the tone of every trouble (`tone`).

mod faults;
mod forms;
mod killed;
pub(super) mod kit;
mod laws;
mod locking;
mod tone;
mod windows;
