//! The full screen, driven by keys and looked at as text. Each test is a short story.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

#[path = "screens/any_terminal.rs"]
mod any_terminal;
#[path = "screens/coming_and_going.rs"]
mod coming_and_going;
#[path = "screens/half_done.rs"]
mod half_done;
mod support;
#[path = "screens/to_disk.rs"]
mod to_disk;
#[path = "screens/walking.rs"]
mod walking;

use alongside::domain::Entry;
use alongside::store::Store;
use support::desk::Desk;

/// Every entry, newest first.
fn entries(store: &Store) -> Vec<Entry> {
    let listed = store.entries(None, 50).unwrap();
    listed
        .iter()
        .map(|row| store.entry(row.id).unwrap().unwrap())
        .collect()
}

/// Walks the quick length with a line at every step that has one.
fn quick_walk(desk: &mut Desk, next_time: &str) {
    desk.press("r q Enter").sees("What kind of session was it?");
    desk.press("o Enter").sees("How has this left me?");
    desk.press("l p Enter").sees("before you stop?");
    desk.press("n Enter").sees("A moment I want to keep");
    desk.types("I asked before I offered")
        .press("Enter")
        .sees("1 of 6");
    desk.press("y")
        .types("They chose the bench")
        .press("Enter")
        .sees("2 of 6");
    desk.press("p Enter").sees("3 of 6");
    desk.press("n")
        .types("The phone rang")
        .press("Enter")
        .sees("4 of 6");
    desk.press("u Enter").sees("5 of 6");
    desk.press("d Enter").sees("6 of 6");
    desk.press("Enter").sees("Something I stand by");
    desk.types("I stayed").press("Enter").sees("next time");
    desk.types(next_time).press("Enter");
}

fn finish(desk: &mut Desk) {
    desk.sees("Would I like to bring this")
        .press("y")
        .types("The phone")
        .press("Enter");
    desk.sees("What will help me put it down?")
        .sees("I asked before I offered");
    desk.types("A walk")
        .press("Enter")
        .types("my sister")
        .press("Enter");
    desk.sees("You can leave it here.");
}
