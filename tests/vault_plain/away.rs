//! Plain mode in this process: a full disk, and a person who goes away from the terminal.

use std::collections::VecDeque;
use std::fs;
use std::time::Duration;

use alongside::cli::desk::{Desk, Start};
use alongside::cli::plain::ear::{Bytes, Ear, From, Heard};
use alongside::cli::plain::{Manner, Talk, run};
use alongside::cli::trouble::Trouble;
use alongside::config::{Given, Paths};
use alongside::key::{Cost, FileKey, Passphrase};
use alongside::store::{Access, Key, Store};
use chrono::DateTime;

use crate::shell::TEA;

/// Runs plain mode in this process on a locked journal with no room for a long line.
fn on_a_full_disk(input: &str) -> (Result<(), Trouble>, String, tempfile::TempDir, Key) {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, key) = desk_in(&folder);
    desk.store.limit_pages(1).unwrap();
    let mut out = Vec::new();
    let mut ear = From(input.as_bytes());
    let manner = Manner {
        typed: true,
        width: Some(79),
    };
    let mut talk = Talk::new(&mut ear, &mut out, manner);
    let done = run(&mut desk, &mut talk, Start::Land);
    drop(talk);
    (done, String::from_utf8(out).unwrap(), folder, key)
}

/// A desk with a locked journal, at next to no cost.
fn desk_in(folder: &tempfile::TempDir) -> (Desk, Key) {
    let given = Given {
        journal_flag: Some(folder.path().join("journal.db")),
        config_env: Some(folder.path().join("config")),
        ..Given::default()
    };
    let paths = Paths::settle(&given).unwrap();
    let mut desk = Desk::open(paths, Access::Write, &Key::None).unwrap();
    let file = FileKey::make(&Passphrase::new(TEA), Cost::Usual).unwrap();
    let key = Key::Locked(file);
    desk.store.rekey(&key).unwrap();
    (desk, key)
}

#[test]
fn a_rescue_file_of_a_locked_journal_is_locked() {
    let long = "words ".repeat(20_000);
    let (done, out, folder, key) = on_a_full_disk(&format!("1\n{long}\nI stayed\n"));
    let Err(Trouble::RescuedLocked("the disk is full", path)) = done else {
        panic!("{done:?}");
    };
    assert!(!out.contains("Here are your words"), "{out}");
    assert!(out.contains("which is not locked"), "{out}");
    assert!(path.starts_with(folder.path().canonicalize().unwrap()));
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(11).any(|part| part == b"words words"));
    let at = DateTime::UNIX_EPOCH.fixed_offset();
    let store = Store::open(&path, Access::Read, &key, at).unwrap();
    let drafts = store.drafts().unwrap();
    let mut fields = drafts[0].fields();
    assert!(fields.any(|(_, words)| words.starts_with("words words")));
    assert!(drafts[0].fields().any(|(_, words)| words == "I stayed"));
}

#[test]
fn a_plain_copy_is_written_only_where_a_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.txt").display().to_string();
    let long = "words ".repeat(20_000);
    let (done, _, _, _) = on_a_full_disk(&format!("1\n{long}\n.l\n{copy}\n"));
    assert!(matches!(done, Err(Trouble::Rescued(..))), "{done:?}");
    assert!(fs::read_to_string(&copy).unwrap().contains(long.trim_end()));
}

#[test]
fn words_that_are_not_on_disk_keep_the_journal_open_when_it_hides() {
    let long = "words ".repeat(20_000);
    let (done, out, _, _) = on_a_full_disk(&format!("1\n{long}\n.hide\n\n.l\nq\n"));
    assert!(matches!(done, Err(Trouble::RescuedLocked(..))), "{done:?}");
    assert!(out.contains("Notes\n"));
    assert!(!out.contains("Passphrase: "), "{out}");
}

/// What a person does at a terminal, step by step.
enum Does {
    Types(&'static str),
    /// Types this of a line, and goes away.
    GoesAwayAfter(&'static str),
}

struct Person {
    steps: VecDeque<Does>,
    half: &'static str,
}

impl Person {
    fn line(text: &str) -> Bytes {
        Bytes::new(text.as_bytes().to_vec())
    }
}

impl Ear for Person {
    fn hear(&mut self) -> Option<Bytes> {
        match self.steps.pop_front()? {
            Does::Types(line) => Some(Self::line(line)),
            Does::GoesAwayAfter(_) => panic!("nobody looks whether they are away"),
        }
    }

    fn hear_for(&mut self, patience: Duration) -> Heard {
        assert_eq!(patience, Duration::from_secs(120));
        match self.steps.pop_front() {
            Some(Does::Types(line)) => Heard::Line(Self::line(line)),
            Some(Does::GoesAwayAfter(half)) => {
                self.half = half;
                Heard::Away
            }
            None => Heard::End,
        }
    }

    fn take_half(&mut self) -> Bytes {
        Self::line(std::mem::take(&mut self.half))
    }
}

fn person(steps: Vec<Does>, is_locked: bool) -> (String, Vec<alongside::domain::Draft>) {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, key) = desk_in(&folder);
    if !is_locked {
        desk.store.rekey(&Key::None).unwrap();
    }
    desk.settings.hide_after_minutes = 2;
    let mut out = Vec::new();
    let mut ear = Person {
        steps: steps.into(),
        half: "",
    };
    let manner = Manner {
        typed: true,
        width: Some(79),
    };
    let mut talk = Talk::new(&mut ear, &mut out, manner);
    run(&mut desk, &mut talk, Start::Land).unwrap();
    drop(talk);
    let path = desk.paths.journal.clone();
    drop(desk);
    let key = if is_locked { key } else { Key::None };
    let at = DateTime::UNIX_EPOCH.fixed_offset();
    let store = Store::open(&path, Access::Read, &key, at).unwrap();
    (String::from_utf8(out).unwrap(), store.drafts().unwrap())
}

#[test]
fn who_goes_away_finds_the_screen_hidden_and_the_half_line_where_it_was() {
    use Does::{GoesAwayAfter, Types};
    let steps = vec![
        Types("1"),
        GoesAwayAfter("it was a l"),
        Types(TEA),
        GoesAwayAfter("ot to"),
        Types(TEA),
        Types("day"),
        GoesAwayAfter(""),
    ];
    let (out, drafts) = person(steps, true);
    assert_eq!(out.matches("Notes\nPassphrase: ").count(), 3, "{out}");
    assert!(out.contains("You had begun: it was a l\n"), "{out}");
    assert!(out.contains("You had begun: it was a lot to\n"), "{out}");
    assert!(!out.contains(TEA));
    let mut fields = drafts[0].fields();
    assert!(
        fields.any(|(_, words)| words == "it was a lot today"),
        "{drafts:?}"
    );
}

#[test]
fn without_a_passphrase_enter_leads_back() {
    use Does::{GoesAwayAfter, Types};
    let steps = vec![
        Types("1"),
        GoesAwayAfter("it was"),
        Types(""),
        Types(" a lot"),
    ];
    let (out, drafts) = person(steps, false);
    assert_eq!(out.matches("Notes\n").count(), 1, "{out}");
    let mut fields = drafts[0].fields();
    assert!(
        fields.any(|(_, words)| words == "it was a lot"),
        "{drafts:?}"
    );
}
