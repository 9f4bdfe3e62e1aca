//! What was begun on an entry's page and dropped: until the page is left, all of it can come back.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use support::desk::desk;

#[test]
fn what_was_dropped_twice_comes_back_and_is_kept_without_another_key() {
    let mut desk = desk(80, 24);
    desk.press("l t Enter").types("quokka one");
    desk.press("Enter Enter Enter k Enter h").press("j e");
    for words in ["the first line", "the second line"] {
        desk.click_on("Add a line").types(words).press("Esc");
        desk.click_on("Drop what I began").sees("is dropped");
    }
    assert!(desk.store.drafts().unwrap().is_empty());
    desk.click_on("Bring back what I dropped")
        .sees("the second line");
    // Left as it came, it waits like everything that is half-done.
    desk.press("Esc");
    let kept = format!("{:?}", desk.store.drafts().unwrap());
    assert!(kept.contains("the second line"), "{kept}");
    // The first takes its place, and so the second can be brought back once more.
    desk.click_on("Bring back what I dropped")
        .sees("the first line");
    desk.press("Esc");
    desk.click_on("Bring back what I dropped")
        .sees("the second line");
}
