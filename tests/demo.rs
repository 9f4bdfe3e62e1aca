//! `alongside demo`: a made-up journal that says so everywhere, and of which nothing stays.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "what is tested here is done in real time"
)]

mod shell;
mod support;
#[path = "support/window.rs"]
#[expect(dead_code, unreachable_pub, reason = "other tests use the rest of it")]
mod window;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use alongside::content::{Pack, Year};
use alongside::store::Store;
use chrono::DateTime;
use rustix::process::Signal;
use shell::{Said, Shell, TEA, locked, with_a_line};
use support::desk::Setup;
use window::{Computer, Window};

const MARK: &str = "Made up";
const LEFT: &str = "The made-up journal is gone again. Your own journal was not touched.";
const HOME: &str = "What would help now?";

/// A shell whose temporary files stand in a folder of their own.
fn with_temp(shell: Shell) -> Shell {
    let temp = shell.path("temp");
    fs::create_dir_all(&temp).unwrap();
    let temp = temp.display().to_string();
    shell.with("TMPDIR", &temp)
}

/// Everything below a folder but the temporary files, with what is in it and when it was written.
fn everything(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, Option<std::time::SystemTime>)> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for one in fs::read_dir(next).unwrap() {
            let path = one.unwrap().path();
            if path.ends_with("temp") {
                continue;
            }
            let written = fs::metadata(&path).unwrap().modified().ok();
            if path.is_dir() {
                found.insert(path.clone(), (Vec::new(), written));
                folders.push(path);
            } else {
                found.insert(path.clone(), (fs::read(&path).unwrap(), written));
            }
        }
    }
    found
}

fn left_in(folder: &Path) -> Vec<PathBuf> {
    let there = fs::read_dir(folder).unwrap();
    there.map(|one| one.unwrap().path()).collect()
}

/// Runs the demo line by line, and sees to it that nothing of it is left and nothing was touched.
fn shown(shell: &Shell, lines: &[&str]) -> Said {
    let before = everything(&shell.path(""));
    let said = shell.types(&["demo", "--plain"], lines).fine();
    assert_eq!(left_in(&shell.path("temp")), Vec::<PathBuf>::new());
    assert_eq!(everything(&shell.path("")), before);
    said
}

/// The number of a row of Home.
fn row(home: &str, door: &str) -> String {
    let row = home.lines().find(|line| line.contains(door));
    let row = row.unwrap_or_else(|| panic!("no {door} in {home}"));
    row.split(' ').next().unwrap().to_owned()
}

#[test]
fn line_by_line_every_room_says_that_it_is_made_up() {
    let shell = with_temp(with_a_line());
    let home = shown(&shell, &["q"])
        .sees("Made up. Home.")
        .ends_with(LEFT)
        .out;
    assert!(!home.contains("heron"));
    for (door, title) in [
        ("My journal", "Made up. Journal."),
        ("Look back", "Made up. Look back."),
        ("Carry forward", "Made up. Carry forward."),
        ("Before a session", "Made up. Before a session."),
        ("Supervision", "Made up. Supervision."),
        ("Support and my card", "Made up. Support."),
        ("Land", "Made up. Land."),
        ("Begin a reflection", "Made up. Reflection."),
        ("Practice room", "Made up. Practice room."),
        ("Learn", "Made up. Learn."),
        ("Keep my words safe", "Made up. Keep my words safe."),
        ("Help", "Made up. Help."),
        ("What this is", "Made up. What this is"),
    ] {
        let number = row(&home, door);
        shown(&shell, &[&number, "q", "q"]).sees(title).done();
    }
    let number = row(&home, "My journal");
    let said = shown(&shell, &[&number, "1", "q"]);
    let entry = said.out.lines().find(|line| line.contains("Long quiet."));
    assert!(entry.is_some(), "{}", said.out);
}

#[test]
fn the_practice_room_can_be_shown_whole() {
    let shell = with_temp(with_a_line());
    let home = shown(&shell, &["q"]).out;
    let room = row(&home, "Practice room");
    let said = shown(&shell, &[&room, "q", "q"]).out;
    let (_, after) = said.rsplit_once("Made up. Practice room.").unwrap();
    let sure = row(after, "How sure I would feel");
    let list = shown(&shell, &[&room, &sure, "q", "q"]).out;
    let (_, after) = list.rsplit_once("Made up. How sure I would feel.").unwrap();
    let heading = row(after, "Mostly on my own");
    let said = shown(&shell, &[&room, &sure, &heading, "q", "q"]).out;
    let (_, page) = said
        .split_once("How sure would I feel doing this tomorrow?")
        .unwrap();
    // Then, looking back and now stand there in this order, and one's own moments beside them.
    let mut rest = page;
    for part in [
        "Then",
        "getting the hang",
        "In between",
        "Looking back at the start",
        "Not yet",
        "Now",
        "My own moments",
    ] {
        let (_, after) = rest
            .split_once(part)
            .unwrap_or_else(|| panic!("no {part} in {rest}"));
        rest = after;
    }
}

#[test]
fn it_is_there_without_a_journal_with_a_locked_one_and_without_a_home() {
    let nothing = with_temp(Shell::new());
    shown(&nothing, &["q"]).sees("Made up. Home.").done();
    assert!(!nothing.journal().exists() && !nothing.path("config").exists());
    let (locked, _) = locked();
    let locked = with_temp(locked);
    shown(&locked, &["q"]).sees("Made up. Home.").done();
    assert!(locked.opens_with(TEA));
    let homeless = with_temp(Shell::new())
        .with("HOME", "")
        .with("ALONGSIDE_CONFIG", "")
        .with("ALONGSIDE_JOURNAL", "");
    shown(&homeless, &["q"]).sees("Made up. Home.").done();
}

#[test]
fn what_is_written_in_it_goes_with_it() {
    let shell = with_temp(with_a_line());
    let home = shown(&shell, &["q"]).out;
    let land = row(&home, "Land");
    let said = shown(
        &shell,
        &[&land, "", "the kingfisher went by", "", "", "1", "q"],
    );
    said.sees("kingfisher").done();
    assert!(!shell.all_words().contains("kingfisher"));
}

#[test]
fn a_sheet_that_is_saved_from_it_says_in_its_first_line_that_it_is_made_up() {
    let shell = with_temp(with_a_line());
    let home = shown(&shell, &["q"]).out;
    let supervision = row(&home, "Supervision");
    let begun = [
        &supervision,
        "1",
        "To be heard",
        "1",
        "1",
        "1",
        "1",
        "my line",
    ];
    let said = shown(&shell, &[&begun[..], &["q", "q"]].concat()).out;
    let (_, after) = said.rsplit_once("What would I like to bring?").unwrap();
    let sheet = row(after, "See my sheet so far");
    let file = shell.path("temp/sheet.md");
    let path = file.display().to_string();
    let saving = [sheet.as_str(), "4", "2", &path, "q", "q"];
    let said = shell.types(&["demo", "--plain"], &[&begun[..], &saving].concat());
    let said = said.fine().ends_with(LEFT).out;
    // It is told as it is saved, and it stays where it was put.
    let first = "Made up: nobody in it is real, and none of it happened.";
    assert!(said.contains(first), "{said}");
    assert!(said.contains("temp/sheet.md"), "{said}");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().next(), Some(first));
    assert!(text.contains("my line"), "{text}");
    assert_eq!(left_in(&shell.path("temp")), [file]);
}

#[test]
fn a_journal_or_a_passphrase_of_ones_own_cannot_be_named_with_it() {
    let shell = with_temp(with_a_line());
    for args in [
        ["demo", "--journal", "mine.db"],
        ["demo", "--passphrase-file", "mine.txt"],
    ] {
        let said = shell.run(&args).trouble(2);
        assert!(said[0].starts_with(args[1]), "{said:?}");
    }
    assert_eq!(left_in(&shell.path("temp")), Vec::<PathBuf>::new());
}

#[test]
fn where_nothing_can_be_made_it_says_so_in_two_lines() {
    let shell = Shell::new();
    let nowhere = shell.path("nowhere").display().to_string();
    let shell = shell.with("TMPDIR", &nowhere);
    let [what, todo] = shell.run(&["demo", "--plain"]).trouble(1);
    assert!(
        what.starts_with("The made-up journal could not be made in "),
        "{what}"
    );
    assert!(what.ends_with("Your journal is as it was."), "{what}");
    assert!(todo.contains("TMPDIR"), "{todo}");
}

/// A made-up journal on the app of a test.
fn made_up(size: (u16, u16)) -> Setup {
    let now = DateTime::parse_from_rfc3339("2026-03-12T17:00:00+00:00").unwrap();
    let year = Year::made_up(&Pack::shipped().unwrap(), now).unwrap();
    let mut store = Store::in_memory().unwrap();
    store.make_up().unwrap();
    store.finish_many(&year.walks).unwrap();
    for meeting in &year.meetings {
        store.keep_meeting(meeting, None, meeting.begun).unwrap();
    }
    Setup {
        store,
        size,
        ..Setup::settled()
    }
}

#[test]
fn in_full_screen_every_room_says_so_at_every_size() {
    for size in [(120, 40), (80, 24), (60, 18), (40, 10), (30, 6)] {
        for room in [
            "", "l", "r", "b", "j", "o", "c", "u", "s", "p", "e", "k", "h", "a", "?",
        ] {
            let mut desk = made_up(size).open();
            desk.press(room);
            for over in ["", "Ctrl+P", "Esc Ctrl+K", "Esc Ctrl+G", "Esc Ctrl+L"] {
                desk.press(over);
                let screen = desk.screen();
                let first = screen.lines().next().unwrap();
                assert!(first.contains(MARK), "{size:?} {room} {over}\n{screen}");
            }
        }
    }
}

/// A computer whose temporary files stand in a folder of their own.
fn computer() -> Computer {
    computer_for("demo")
}

fn computer_for(verb: &str) -> Computer {
    let computer = Computer::settled();
    let temp = computer.path("temp");
    fs::create_dir(&temp).unwrap();
    let temp = temp.display().to_string();
    computer
        // Windows of these tests name a journal, which a demo does not take.
        .through(&["/bin/sh", "-c", &format!("exec \"$0\" {verb}")])
        .with("TMPDIR", &temp)
}

fn at_home(computer: &Computer) -> Window {
    let mut window = computer.open(80, 24, &[]);
    window.sees(HOME).sees(MARK);
    window
}

fn waits_until_gone(folder: &Path) {
    let until = Instant::now() + Duration::from_secs(10);
    while !left_in(folder).is_empty() {
        assert!(Instant::now() < until, "{:?}", left_in(folder));
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn in_a_window_nothing_is_left_however_it_is_left() {
    let computer = computer();
    let temp = computer.path("temp");
    let before = everything(&computer.path(""));
    let mut window = at_home(&computer);
    assert_eq!(left_in(&temp).len(), 1);
    window.keys("\x11").sees(LEFT);
    assert_eq!(window.end(), 0);
    waits_until_gone(&temp);
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        let mut window = at_home(&computer);
        window.keys("l");
        window.signal(signal);
        window.end();
        waits_until_gone(&temp);
    }
    at_home(&computer).hang_up();
    waits_until_gone(&temp);
    assert_eq!(everything(&computer.path("")), before);
}

#[test]
fn what_a_killed_one_left_goes_with_the_next_and_what_runs_stays() {
    let computer = computer();
    let temp = computer.path("temp");
    let running = at_home(&computer);
    let killed = at_home(&computer).kill();
    drop(killed);
    assert_eq!(left_in(&temp).len(), 2);
    let mut third = at_home(&computer);
    assert_eq!(left_in(&temp).len(), 2, "the one that runs, and the third");
    third.keys("\x11").end();
    assert_eq!(left_in(&temp).len(), 1);
    drop(running);
}

/// Waits until the folder of the made-up journal is there, and then so long.
fn waits_for_folder(temp: &Path, then: u64) {
    let until = Instant::now() + Duration::from_secs(10);
    while left_in(temp).is_empty() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(1));
    }
    std::thread::sleep(Duration::from_millis(then));
}

#[test]
fn a_signal_while_it_is_made_leaves_nothing_either() {
    for verb in ["demo", "demo --plain"] {
        let computer = computer_for(verb);
        let temp = computer.path("temp");
        for wait in (0..400).step_by(40) {
            let mut window = computer.open(80, 24, &[]);
            waits_for_folder(&temp, wait);
            window.signal(Signal::TERM);
            window.end();
            waits_until_gone(&temp);
        }
    }
}

/// Tells it to end again and again, until the folder of the made-up journal is gone.
fn tells_it_all_the_while(window: &Window, temp: &Path, signal: Signal) {
    let until = Instant::now() + Duration::from_secs(10);
    while !left_in(temp).is_empty() && Instant::now() < until {
        window.signal(signal);
        std::thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn a_signal_while_it_is_cleared_leaves_nothing_either() {
    for (verb, home, leaves) in [("demo", HOME, "\x11"), ("demo --plain", "Where to:", "q\r")] {
        let computer = computer_for(verb);
        let temp = computer.path("temp");
        for wait in [0, 2, 8] {
            for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
                let mut window = computer.open(80, 24, &[]);
                window.sees(home).keys(leaves);
                std::thread::sleep(Duration::from_millis(wait));
                tells_it_all_the_while(&window, &temp, signal);
                window.end();
                waits_until_gone(&temp);
            }
        }
    }
}
