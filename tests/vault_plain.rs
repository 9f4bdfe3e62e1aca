//! A locked journal in plain mode: an evening on it, hiding it, and what the world can do to it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use std::collections::VecDeque;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::time::Duration;

use alongside::cli::desk::{Desk, Start};
use alongside::cli::plain::ear::{Bytes, Ear, From, Heard};
use alongside::cli::plain::{Manner, Talk, run};
use alongside::cli::trouble::Trouble;
use alongside::config::{Given, Paths};
use alongside::key::{Cost, FileKey, Passphrase};
use alongside::store::{Access, Key, Store};
use chrono::DateTime;
use shell::{SAVED, Shell, TEA};

const LAND: [&str; 5] = ["1", "it was a lot today", "I stayed", "my lead", "1"];

fn locked() -> Shell {
    let shell = Shell::new().settled("shared_computer = false");
    let _ = shell.lock(TEA);
    shell
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a transcript")]
fn an_evening_on_a_locked_journal() {
    let shell = locked();
    let lines = [&["tea", TEA, "1"][..], &LAND, &["x", TEA, "q"]].concat();
    let said = shell.types(&["--plain"], &lines).fine();
    let out: String = said
        .out
        .split_inclusive('\n')
        .map(|line| {
            // Where the newest backup is, differs each time.
            line.split_once(" Your newest")
                .map_or_else(|| line.to_owned(), |(said, _)| format!("{said}\n"))
        })
        .collect();
    insta::assert_snapshot!(out.replace(&"\n".repeat(41), "\n(40 lines)\n"), @r#"
    Passphrase: 
    That passphrase does not open this journal.
    Try again: see that Caps Lock is off. If you are sure of it, the file may be damaged.
    Try as often as you like. Enter alone leaves this prompt.
    Passphrase: 

    Home.
    1 Land: ninety seconds, whatever it is
    2 Begin a reflection
    3 Before a session
    4 My journal
    5 Look back
    6 Carry forward
    7 Supervision
    8 Support and my card
    9 Practise with a made-up session
    10 Keep my words safe (locked, last backup today)
    11 How Alongside looks and works
    12 What this is, and is not
    13 Help
    14 Leave
    Type a number, then Enter. Type x to hide the screen, c for your support card, ? for every word.
    Where to: 

    Land.
    Does anything need to happen now?
    Ninety seconds, four small steps. Each one can be skipped.
    1 Nothing now
    2 I want to tell someone
    3 Show my support card
    Type a number, then Enter. Enter alone skips. Type b to go back, or ? for every word.
    Your answer: 

    Land.
    One line, whatever it is
    You can say it and not keep it. Leave out who and where.
    Type one line, then Enter. Enter alone skips. Here type .b to go back, or .? for every word.
    My line: 

    Land.
    Something I stand by, however small
    It may be a word, a silence, or that I stayed.
    I stand by: 

    Land.
    Who will I talk to?
    A role will do. You can skip it.
    I will talk to: 

    Land.
    My line: it was a lot today
    I stand by: I stayed
    Keep it, or let it go?
    You can say it and not keep it.
    1 Keep it: it goes into my journal
    2 Let it go: it is erased
    Your answer: 

    Kept.
    My line: it was a lot today
    I stand by: I stayed
    You can leave it here.
    This is kept as it is.

    Home.
    1 Land: ninety seconds, whatever it is
    2 Begin a reflection
    3 Before a session
    4 My journal
    5 Look back
    6 Carry forward
    7 Supervision
    8 Support and my card
    9 Practise with a made-up session
    10 Keep my words safe (locked, last backup today)
    11 How Alongside looks and works
    12 What this is, and is not
    13 Help
    14 Leave
    Where to: 
    (40 lines)
    Notes
    Passphrase: 

    Home.
    1 Land: ninety seconds, whatever it is
    2 Begin a reflection
    3 Before a session
    4 My journal
    5 Look back
    6 Carry forward
    7 Supervision
    8 Support and my card
    9 Practise with a made-up session
    10 Keep my words safe (locked, last backup today)
    11 How Alongside looks and works
    12 What this is, and is not
    13 Help
    14 Leave
    Where to: 

    Saved. Go on any time with: alongside --plain
    "#);
    assert!(shell.all_words_with(TEA).contains("it was a lot today"));
}

#[test]
fn leaving_at_the_passphrase_opens_nothing() {
    let shell = locked();
    let before = fs::read(shell.journal()).unwrap();
    for args in [
        &["--plain"][..],
        &["land"],
        &["reflect", "--length", "quick"],
    ] {
        let [what, todo] = shell.run(args).trouble(1);
        assert!(what.contains("locked"), "{what}");
        assert!(todo.contains("--passphrase-file"), "{todo}");
        shell.types(args, &[""]).trouble(1);
    }
    assert!(fs::read(shell.journal()).unwrap() == before);
}

#[test]
fn the_passphrase_comes_before_the_first_question() {
    let shell = locked();
    let said = shell.types(&["land"], &[&[TEA][..], &LAND].concat()).fine();
    let asked = said.out.find("Passphrase: ").unwrap();
    assert!(asked < said.out.find("Does anything need to happen now?").unwrap());
    let typed = said.out.matches(TEA).count();
    assert_eq!(typed, 0);
    assert!(shell.all_words_with(TEA).contains("it was a lot today"));
}

#[test]
fn hiding_closes_a_locked_journal_and_the_passphrase_leads_back_to_the_very_place() {
    let shell = locked();
    let mut child = shell.command(&["land"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut seen = String::new();
    let mut until = |seen: &mut String, words: &str| {
        while !seen.contains(words) {
            let mut bytes = Vec::new();
            let read = out.read_until(b':', &mut bytes).unwrap();
            assert_ne!(read, 0, "no {words:?} in {seen}");
            seen.push_str(&String::from_utf8_lossy(&bytes));
        }
    };
    stdin
        .write_all(format!("{TEA}\n1\nit was a lot today\n.hide\n").as_bytes())
        .unwrap();
    until(&mut seen, "Notes\nPassphrase:");
    // Nobody has it open now, and what was entered is in it.
    let at = DateTime::UNIX_EPOCH.fixed_offset();
    let key = key_of(&shell);
    let store = Store::open(&shell.journal(), Access::Write, &key, at).unwrap();
    assert!(store.read_only().is_none());
    assert_eq!(store.drafts().unwrap().len(), 1);
    drop(store);
    seen.clear();
    stdin
        .write_all(format!("not this one\n\n{TEA}\nI stayed\n").as_bytes())
        .unwrap();
    until(&mut seen, "I will talk to:");
    assert!(seen.contains("That is not it. Try again."), "{seen}");
    assert!(seen.contains("Type your passphrase to go on."), "{seen}");
    assert!(
        seen.contains("Something I stand by, however small"),
        "{seen}"
    );
    assert!(
        !seen.contains("not this one") && !seen.contains(TEA),
        "{seen}"
    );
    drop(stdin);
    assert!(child.wait().unwrap().success());
    let words = shell.all_words_with(TEA);
    assert!(
        words.contains("it was a lot today") && words.contains("I stayed"),
        "{words}"
    );
}

fn key_of(shell: &Shell) -> Key {
    use alongside::key::Secret;
    use alongside::store::Seal;
    let Seal::Locked(salt) = Seal::of(&shell.journal()).unwrap() else {
        panic!("it is not locked");
    };
    let key = Secret::typed(Passphrase::new(TEA)).key(&salt, Cost::Usual);
    Key::Locked(FileKey { key, salt })
}

#[test]
fn leaving_while_it_is_hidden_keeps_what_was_entered() {
    let shell = locked();
    let said = shell
        .types(&["land"], &[TEA, "1", "it was a lot today", ".hide"])
        .fine();
    said.ends_with(SAVED).done();
    assert!(shell.all_words_with(TEA).contains("it was a lot today"));
    let said = shell.types(&["--plain"], &[TEA, "x", "wrong"]).fine();
    said.ends_with(SAVED).done();
}

#[test]
fn a_hidden_list_is_said_again() {
    let shell = locked();
    shell.types(&["note", "the heron"], &[TEA]).fine().done();
    let said = shell
        .types(&["--plain"], &[TEA, "4", "hide", TEA, "1", "b", "q"])
        .fine();
    assert_eq!(
        said.out.matches("One line: the heron").count(),
        3,
        "{}",
        said.out
    );
}

#[test]
fn the_room_is_there_and_locks_from_home() {
    let shell = Shell::new().settled("shared_computer = false");
    shell.run(&["note", "the heron"]).fine().done();
    let home = shell.types(&["--plain"], &["q"]).fine();
    let row = home
        .out
        .lines()
        .find(|row| row.contains("Keep my words safe"));
    let number = row.unwrap().split(' ').next().unwrap();
    let lines = [number, "1", "1", TEA, TEA, "i", "w", "b", "x", TEA, "q"];
    let said = shell.types(&["--plain"], &lines).fine();
    said.sees("Your journal is locked now.")
        .sees("The code was not saved, printed or shown.")
        .sees("Notes\nPassphrase: \n")
        .ends_with(SAVED)
        .done();
    assert!(shell.is_locked() && shell.opens_with(TEA));
}

#[test]
fn the_first_run_locks_before_anything_is_kept() {
    let shell = Shell::new();
    let first = ["", "1", "1", "2", ""];
    let lock = ["1", TEA, TEA, "3", "", "4"];
    let rest = ["the duty worker", "", "q"];
    let said = shell.types(&[], &[&first[..], &lock, &rest].concat());
    let said = said.fine();
    // Not one word of the person's own comes before the lock.
    let asked = |words: &str| {
        said.out
            .find(words)
            .unwrap_or_else(|| panic!("{}", said.out))
    };
    assert!(asked("Your journal is locked now.") < asked("Step 3 of 3"));
    said.sees("Lock the journal with a passphrase?")
        .sees("Your journal is locked now.")
        .ends_with(SAVED)
        .done();
    assert!(shell.all_words_with(TEA).contains("the duty worker"));
    // A journal that is locked is not offered a lock.
    let home = shell.types(&["--plain"], &[TEA, "10", "q"]).fine();
    home.sees("10 Keep my words safe (locked, ").done();
    let again = shell.types(&["--plain"], &[TEA, "11", "", "", "q"]).fine();
    again
        .sees("First steps.")
        .sees_not("Lock the journal")
        .done();
}

#[test]
fn the_words_of_every_prompt_mean_the_same_in_a_talk() {
    let shell = Shell::new().settled("shared_computer = false");
    let said = shell
        .types(&["lock"], &["?", "w", "c", "9", "s", "1", "", "b"])
        .fine();
    said.sees("At every prompt:")
        .sees("You are here: Lock with a passphrase.")
        .sees("My support card.")
        .sees("Type a number from 1 to 2, or ? for help.")
        .sees("That does nothing here.")
        .done();
    assert!(!shell.is_locked());
    // Asked once whether to go without the code, even where the word is to leave.
    let said = shell
        .types(&["lock"], &["1", TEA, TEA, "q", "b", "q", "w"])
        .fine();
    assert_eq!(
        said.out.matches("Without it, a lost").count(),
        2,
        "{}",
        said.out
    );
    let shell = Shell::new().settled("shared_computer = false");
    let said = shell.types(&["lock"], &["1", TEA, TEA]).fine();
    said.sees("You have no recovery code yet.").done();
}

#[test]
fn an_entry_is_deleted_for_ever_from_the_journal() {
    let shell = Shell::new().settled("shared_computer = false");
    shell.run(&["note", "the heron stood still"]).fine().done();
    let said = shell.types(&["--plain"], &["4", "1", "4", "b", "q"]).fine();
    said.sees("4 Delete it for ever").done();
    assert!(shell.all_words().contains("heron"));
}

#[test]
fn a_backup_is_made_once_a_day_and_quietly() {
    let shell = Shell::new().settled("shared_computer = false");
    let backups = || {
        let folder = fs::read_dir(shell.path("words/journal.db.backups"));
        let names = folder.into_iter().flatten().map(|it| it.unwrap().path());
        names
            .filter(|it| it.extension().is_some_and(|it| it == "db"))
            .count()
    };
    let said = shell.run(&["note", "the heron"]).fine();
    assert_eq!(said.out.lines().count(), 1, "{}", said.out);
    assert_eq!(backups(), 1);
    shell.run(&["note", "and the rain"]).fine().done();
    shell.types(&["land"], &LAND).fine().done();
    shell
        .types(&["--plain"], &["q"])
        .fine()
        .ends_with(SAVED)
        .done();
    assert_eq!(backups(), 1);
    shell
        .run(&["where"])
        .fine()
        .sees("Locked: no")
        .sees("Newest backup: ")
        .done();
}

#[test]
fn a_backup_of_a_locked_journal_is_locked() {
    let shell = locked();
    shell.types(&["note", "the heron"], &[TEA]).fine().done();
    let mut seen = 0;
    for file in fs::read_dir(shell.path("words/journal.db.backups")).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(5).any(|part| part == b"heron"));
        seen += 1;
    }
    assert!(seen > 0);
    shell.run(&["where"]).fine().sees("Locked: yes").done();
}

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
