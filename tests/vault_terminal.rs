//! A locked journal in a real terminal: what no other test can prove.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]
#![expect(
    clippy::disallowed_methods,
    reason = "what is tested here is done in real time"
)]

#[path = "support/window.rs"]
#[expect(dead_code, unreachable_pub, reason = "other tests use the rest of it")]
mod window;

use std::fs;
use std::time::{Duration, Instant};

use alongside::domain::Field;
use alongside::key::{Cost, FileKey, Passphrase, RawKey};
use alongside::runtime::clock::Clock;
use alongside::store::{Access, Key, Seal, Store};
use window::{Computer, PASSPHRASE, Window};

const ENTER: &str = "\r";
const HIDE: &str = "\x0c";
const LEAVE: &str = "\x11";
const HOME: &str = "What would help now?";
const LINE: &str = "One line, whatever it is";
const BOX: &str = "Passphrase";

/// The journal, opened by the test.
fn opened(computer: &Computer) -> Store {
    let Seal::Locked(salt) = Seal::of(&computer.journal()).unwrap() else {
        panic!("it is locked")
    };
    let key = RawKey::derive(&Passphrase::new(PASSPHRASE), &salt, Cost::Usual);
    let key = Key::Locked(FileKey { key, salt });
    let at = Clock::start().stamp().at;
    Store::open(&computer.journal(), Access::Write, &key, at).unwrap()
}

fn moment(computer: &Computer) -> String {
    let drafts = opened(computer).drafts().unwrap();
    let draft = drafts.first().map(|draft| draft.words(&Field::Moment));
    draft.unwrap_or_default().to_owned()
}

/// A window with a line to write on, in a locked journal.
fn at_a_line(computer: &Computer) -> Window {
    let mut window = computer.open(80, 24, &["land"]);
    window.sees("Your journal is locked.").keys(PASSPHRASE);
    window.sees("•••••••••••").keys(ENTER);
    window.sees("Does anything need to happen now?").keys(ENTER);
    window.sees(LINE);
    window
}

/// Counts the bytes written in two seconds, once all that was on its way has come.
fn written_while_idle(window: &mut Window) -> usize {
    while window
        .read(Duration::from_millis(500))
        .is_some_and(|read| read > 0)
    {}
    let before = window.bytes();
    window.watch_until(Instant::now() + Duration::from_secs(2), |_| {});
    window.bytes() - before
}

#[test]
fn a_word_cut_in_the_middle_goes_on_after_the_passphrase() {
    let computer = Computer::locked();
    let mut window = at_a_line(&computer);
    window.keys("I asked befo").sees("befo").keys(HIDE);
    window.sees("Notes").sees_that("nothing of it", |screen| {
        !screen.contents().contains("asked")
    });
    window.keys(HIDE).sees(BOX).keys("tee").keys(ENTER);
    window.sees("It did not open.");
    window
        .keys("\x15")
        .keys(PASSPHRASE)
        .keys(ENTER)
        .sees("I asked befo");
    window.keys("re").sees("I asked before");
    window.hang_up();
    assert_eq!(moment(&computer), "I asked before");
}

#[test]
fn while_it_is_locked_nobody_has_the_file_open_and_nothing_is_written() {
    let computer = Computer::locked();
    let mut window = at_a_line(&computer);
    window.keys("quiet words").sees("quiet words").keys(HIDE);
    window.sees_that("nothing of it", |screen| {
        !screen.contents().contains("quiet")
    });
    assert_eq!(written_while_idle(&mut window), 0);
    // The one window that writes would have it, were it open.
    let store = opened(&computer);
    assert_eq!(store.read_only(), None);
    drop(store);
    window.keys(HIDE).sees(BOX);
    assert_eq!(written_while_idle(&mut window), 0);
    window
        .keys(PASSPHRASE)
        .keys(ENTER)
        .sees("quiet words")
        .keys(LEAVE);
    assert_eq!(window.end(), 0);
}

#[test]
fn the_first_frame_is_idle_and_can_be_left() {
    let computer = Computer::locked();
    let before = fs::read(computer.journal()).unwrap();
    let mut window = computer.open(80, 24, &[]);
    window.sees("Your journal is locked.");
    assert_eq!(written_while_idle(&mut window), 0);
    window
        .keys("\x1b")
        .sees("Press Esc again to leave.")
        .keys("\x1b");
    assert_eq!(window.end(), 0);
    assert_eq!(fs::read(computer.journal()).unwrap(), before);
    let mut window = computer.open(80, 24, &[]);
    window.sees(BOX).keys(PASSPHRASE).keys(ENTER).sees(HOME);
}
