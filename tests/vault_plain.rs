//! A locked journal in plain mode: an evening on it, hiding it, and what the world can do to it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "vault_plain/away.rs"]
mod away;
mod shell;

use std::fs;
use std::io::{BufRead, BufReader, Write};

use alongside::key::{Cost, FileKey, Passphrase};
use alongside::store::{Access, Key, Store};
use chrono::DateTime;
use shell::{SAVED, Shell, TEA, home_once};

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
    let out = home_once(&out.replace(&"\n".repeat(41), "\n(40 lines)\n"));
    insta::assert_snapshot!(out, @r#"
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
    9 Practice room
    10 Learn
    11 Keep my words safe (locked, last backup today)
    12 How Alongside looks and works
    13 What this is, and is not
    14 Help
    15 Leave
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
    (the same rows)
    Where to: 
    (40 lines)
    Notes
    Passphrase: 

    Home.
    (the same rows)
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
    let home = shell.types(&["--plain"], &[TEA, "11", "q"]).fine();
    home.sees("11 Keep my words safe (locked, ").done();
    let again = shell.types(&["--plain"], &[TEA, "12", "", "", "q"]).fine();
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
