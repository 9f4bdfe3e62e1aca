//! What a fault of ours does to the terminal: nothing that stays.
//!
//! The terminal is given back before a word is printed. The person never meets a stack trace; it is
//! printed only when `RUST_BACKTRACE` asks for it. What is said to the person, and whether their
//! words are safe, is known a moment later, by whoever called (`full_screen.rs`).

use std::panic;
use std::thread;

use super::terminal::Taken;

/// Gives the terminal back when the main thread meets a fault.
///
/// A fault on another thread costs that thread's work of the moment, never the screen.
pub(super) fn give_back_on_fault(taken: Taken) {
    let main = thread::current().id();
    let wants_trace = std::env::var_os("RUST_BACKTRACE").is_some_and(|it| it != "0");
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |fault| {
        if thread::current().id() == main {
            taken.give_back();
            if wants_trace {
                usual(fault);
            }
        }
    }));
}
