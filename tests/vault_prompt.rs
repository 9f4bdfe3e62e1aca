//! Asking for a passphrase in a real terminal: nothing of it is shown, and the terminal is left
//! as it was found.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]
#![expect(
    clippy::disallowed_methods,
    reason = "what is tested here is done in real time"
)]

#[path = "support/window.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "it reads like the other support files"
)]
mod window;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use rustix::process::Signal;
use window::{Computer, Window};

const TEA: &str = "four cups of Tea";
const ENTER: &str = "\r";

fn locked() -> Computer {
    let computer = Computer::settled();
    let file = computer.path("new");
    fs::write(&file, TEA).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .env("HOME", computer.path("."))
        .arg("--journal")
        .arg(computer.journal())
        .args(["lock", "--new-passphrase-file"])
        .arg(&file)
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    fs::remove_file(file).unwrap();
    computer
}

fn at_the_prompt(computer: &Computer, args: &[&str]) -> Window {
    let mut window = computer.open(80, 24, args);
    window.sees("Passphrase: ");
    window
}

#[test]
fn a_passphrase_is_not_shown_and_a_wrong_one_is_asked_again() {
    let computer = locked();
    let mut window = at_the_prompt(&computer, &["--plain"]);
    window
        .keys("not this one")
        .keys(ENTER)
        .sees("does not open");
    window.keys(TEA).keys(ENTER).sees("Where to: ");
    window.keys("q").keys(ENTER);
    assert_eq!(window.end(), 0);
    let all = window.contents();
    assert!(!all.contains(TEA) && !all.contains("not this"), "{all}");
    // What is typed at the next prompt is shown again.
    assert!(all.contains("Where to: q"), "{all}");
}

#[test]
fn ctrl_c_at_the_passphrase_leaves_the_terminal_as_it_was() {
    let computer = locked();
    for (args, code) in [(&["--plain"][..], 0), (&["list"], 1), (&["passphrase"], 1)] {
        let mut window = at_the_prompt(&computer, args);
        assert!(!window.is_as_a_shell_expects(), "{args:?}");
        window.keys("four cu").keys("\x03").sees("opened");
        let modes = window.is_as_a_shell_expects();
        assert_eq!(window.end(), code, "{args:?}");
        assert!(modes, "{args:?}");
        assert!(!window.contents().contains("four"), "{}", window.contents());
    }
    for signal in [Signal::TERM, Signal::HUP, Signal::QUIT] {
        let mut window = at_the_prompt(&computer, &["--plain"]);
        window.signal(signal);
        window.sees("opened");
        assert!(window.is_as_a_shell_expects(), "{signal:?}");
        assert_eq!(window.end(), 0);
    }
}

#[test]
fn enter_alone_leaves() {
    let computer = locked();
    let mut window = at_the_prompt(&computer, &["--plain"]);
    window.keys(ENTER).sees("Nothing was opened.");
    assert_eq!(window.end(), 0);
}

#[test]
#[ignore = "it waits for a minute: the shortest time after which plain mode hides"]
fn a_half_line_is_set_aside_when_it_hides_and_is_no_part_of_the_passphrase() {
    let computer = locked();
    let settings = computer.path("config/alongside/settings.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text + "hide_after_minutes = 1\n").unwrap();
    let mut window = at_the_prompt(&computer, &["--plain", "land"]);
    window.keys(TEA).keys(ENTER).sees("Your answer: ");
    window.keys("1").keys(ENTER).sees("My line: ");
    window.keys("it was a l");
    let until = std::time::Instant::now() + std::time::Duration::from_secs(65);
    window.watch_until(until, |_| {});
    window.sees("Notes").sees("Passphrase: ");
    assert!(
        !window.contents().contains("it was"),
        "{}",
        window.contents()
    );
    window
        .keys(TEA)
        .keys(ENTER)
        .sees("You had begun: it was a l");
    window.keys("ot").keys(ENTER).sees("I stand by");
    window.keys("\x03");
    assert_eq!(window.end(), 0);
    assert!(!window.contents().contains(TEA));
}
