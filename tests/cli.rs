//! The command line: verbs, exit codes, troubles in two lines, and what the world can do to it.

mod shell;

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use alongside::store::{Access, Key, Store};
use chrono::DateTime;
use shell::{SAVED, Shell};

fn now() -> DateTime<chrono::FixedOffset> {
    DateTime::UNIX_EPOCH.fixed_offset()
}

#[test]
fn a_note_is_one_line_that_can_be_read_again() {
    let shell = Shell::new();
    shell
        .run(&["note", "I", "stayed with it"])
        .fine()
        .sees("Kept.")
        .done();
    shell
        .pipe(&["note"], "from a pipe\nof two lines\n")
        .fine()
        .done();
    shell.pipe(&["note", "-"], "from a dash").fine().done();
    let listed = shell.run(&["list"]).fine();
    let rows: Vec<&str> = listed.out.lines().skip(1).collect();
    assert!(rows[0].ends_with(", One line: from a dash"), "{rows:?}");
    assert!(
        rows[2].ends_with(", One line: I stayed with it"),
        "{rows:?}"
    );
    let id = rows[1].split(", ").nth(1).unwrap();
    shell
        .run(&["show", id])
        .fine()
        .sees("My line: from a pipe of two lines\n")
        .done();
}

#[test]
fn a_note_without_words_is_said() {
    for (args, input) in [
        (&["note"][..], " \n"),
        (&["note", ""], ""),
        (&["note", "-"], ""),
    ] {
        let [what, todo] = Shell::new().pipe(args, input).trouble(1);
        assert_eq!(what, "There were no words to keep.");
        assert!(todo.contains("alongside note"), "{todo}");
    }
}

/// A quick reflection that points to its moment and skips some questions.
const POINTING: [&str; 19] = [
    "1",
    "2 4",
    "2",
    "I waited",
    "n",
    "rushed",
    "y",
    ".t",
    "",
    "s",
    "s",
    "s",
    "s",
    "I stayed",
    "If quiet, then wait",
    "1",
    "the pause",
    "a walk",
    "my lead",
];

#[test]
fn a_page_to_read_holds_all_that_was_written() {
    let shell = Shell::new();
    shell
        .types(&["reflect", "--length", "quick"], &POINTING)
        .fine()
        .done();
    let listed = shell.run(&["list"]).fine();
    let row = listed.out.lines().nth(1).unwrap();
    let id = row.split(", ").nth(1).unwrap();
    let said = shell.run(&["show", id]).fine();
    let page = said.out.replace(id, "ID");
    let (_, page) = page.split_once('\n').unwrap();
    insta::assert_snapshot!(page, @r#"
    Id: ID
    Kind: One to one

    My moment: I waited

    Mutuality
    Did we share the choosing today?
    Answer: Not this time
    Note: rushed

    Strengths-based
    Did I see something strong in them?
    Answer: Yes – I can point to a moment
    This points to my moment.

    I stand by: I stayed
    Next time: If quiet, then wait
    Bring it along: It is on my list.
    What I want to ask or say: the pause
    What will help: a walk
    Someone I could talk to: my lead
    Before you stop: I want to tell someone
    How this left me: Light, Heavy
    "#);
    let json = shell.run(&["show", id, "--json"]).fine();
    let entry: alongside::domain::Entry = serde_json::from_str(&json.out).unwrap();
    assert_eq!(entry.moment, "I waited");
    assert!(
        json.out.contains("\n  \"moment\": \"I waited\",\n"),
        "{}",
        json.out
    );
}

#[test]
fn what_became_of_last_time_can_be_read_again() {
    let shell = Shell::new();
    let quick = ["reflect", "--length", "quick"];
    shell.types(&quick, &POINTING).fine().done();
    let end = POINTING
        .iter()
        .position(|line| line.starts_with("If quiet"));
    let mut lines = POINTING.to_vec();
    lines.splice(end.unwrap() + 1..=end.unwrap(), ["1", "It went well"]);
    shell.types(&quick, &lines).fine().done();
    let listed = shell.run(&["list"]).fine();
    let id = listed.out.lines().nth(1).unwrap().split(", ").nth(1);
    shell
        .run(&["show", id.unwrap()])
        .fine()
        .sees("Last time I wrote: If quiet, then wait\nAnswer: Tried it\nWhat I noticed: It went well\n")
        .done();
}

#[test]
fn an_empty_journal_lists_nothing() {
    let shell = Shell::new();
    let args = ["list", "--journal"];
    let named = shell.path("not/there.db").display().to_string();
    let [what, _] = shell.run(&[args[0], args[1], &named]).trouble(1);
    assert!(what.starts_with("There is no journal at"), "{what}");
    assert_eq!(
        shell.run(&["list"]).fine().out,
        "There is nothing in the journal yet.\n"
    );
    assert_eq!(shell.run(&["list", "--json"]).fine().out, "[]\n");
    shell.types(&["reflect"], &[]).fine().done();
    assert_eq!(shell.run(&["list", "--json"]).fine().out, "[]\n");
    std::fs::write(shell.path("empty.db"), "").unwrap();
    let empty = shell.path("empty.db").display().to_string();
    assert_eq!(
        shell.run(&[args[0], args[1], &empty]).fine().out,
        "There is nothing in the journal yet.\n"
    );
    let [what, _] = shell.run(&["show", "1234", "--journal", &empty]).trouble(1);
    assert_eq!(
        what,
        "There is no entry with the id 1234. Your journal is as it was."
    );
}

#[test]
fn the_json_is_what_the_document_says() {
    let document = include_str!("../docs/json.md");
    let example = document
        .split("```json\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let entry: alongside::domain::Entry = serde_json::from_str(example).unwrap();
    assert_eq!(
        serde_json::to_string_pretty(&entry).unwrap() + "\n",
        example
    );
    let shown: serde_json::Value = serde_json::from_str(example).unwrap();
    for field in shown.as_object().unwrap().keys() {
        assert!(
            document.contains(&format!("`{field}`")),
            "{field} is not explained"
        );
    }
    let shell = Shell::new();
    for line in ["one", "two"] {
        shell.run(&["note", line]).fine().done();
    }
    let said = shell.run(&["list", "--json"]).fine();
    let entries: Vec<alongside::domain::Entry> = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        entries
            .iter()
            .map(|it| it.moment.as_str())
            .collect::<Vec<_>>(),
        ["two", "one"]
    );
    let again = serde_json::to_string_pretty(&entries).unwrap();
    assert_eq!(again + "\n", said.out);
}

#[test]
fn an_id_that_means_nothing_is_said() {
    let shell = Shell::new();
    shell.run(&["note", "words"]).fine().done();
    for id in ["zzzz", "12", "", "ffffffff"] {
        let [what, todo] = shell.run(&["show", id]).trouble(1);
        assert!(what.starts_with("There is no entry with the id"), "{what}");
        assert_eq!(todo, "To see the ids of all entries, type: alongside list");
    }
}

#[test]
fn an_id_that_means_several_names_them() {
    let shell = Shell::new();
    shell.run(&["note", "one"]).fine().done();
    shell.run(&["note", "two"]).fine().done();
    let json = shell.run(&["list", "--json"]).fine().out;
    let entries: Vec<alongside::domain::Entry> = serde_json::from_str(&json).unwrap();
    let begins: String = entries[0].id.to_string().chars().take(8).collect();
    let [what, todo] = shell.run(&["show", &begins]).trouble(1);
    assert!(what.starts_with("More than one entry"), "{what}");
    assert!(
        entries
            .iter()
            .all(|entry| todo.contains(&entry.id.to_string())),
        "{todo}"
    );
}

#[test]
fn a_command_line_that_cannot_be_understood_is_two_lines_and_a_2() {
    for args in [
        &["reflct"][..],
        &["--jurnal"],
        &["reflect", "--length", "long"],
        &["show"],
    ] {
        let [_, todo] = Shell::new().run(args).trouble(2);
        assert_eq!(
            todo,
            "To see what can be typed here, type: alongside --help"
        );
    }
}

#[test]
fn help_is_plain() {
    let shell = Shell::new();
    for args in [
        &["--help"][..],
        &["reflect", "--help"],
        &["note", "--help"],
        &["-V"],
    ] {
        shell.run(args).fine().sees("alongside").done();
    }
    assert!(!shell.path("words").exists());
}

#[test]
fn where_says_every_place_and_what_a_synced_folder_means() {
    let shell = Shell::new();
    let said = shell.run(&["where"]).fine();
    let labels: Vec<&str> = said
        .out
        .lines()
        .filter_map(|line| line.split(": ").next())
        .collect();
    assert_eq!(labels[..4], ["Journal", "Settings", "Packs", "Backups"]);
    assert!(!shell.journal().exists());
    let synced = shell.path("Dropbox/j.db").display().to_string();
    shell
        .run(&["where", "--journal", &synced])
        .fine()
        .sees("kept in step by Dropbox")
        .done();
}

#[test]
fn a_broken_pack_or_setting_of_ones_own_is_said_and_left_out() {
    let shell = Shell::new();
    shell.own_pack(
        "a.toml",
        "id = \"mine\"\nversion = 1\n[words]\nsession = \"shift\"\n",
    );
    shell.own_pack("b.toml", "id = \n");
    shell.own_pack("c.txt", "not a pack");
    let shell = shell.settled("plain = maybe");
    let said = shell
        .types(&["reflect", "--length", "quick"], &["1"])
        .fine();
    said.sees("b.toml, line 1:")
        .sees("Line 2 of")
        .sees("What kind of shift was it?")
        .ends_with(SAVED)
        .done();
    shell
        .types(&[], &["q"])
        .fine()
        .sees("b.toml, line 1:")
        .sees("Home.")
        .done();
    shell.run(&["where"]).fine().sees("b.toml, line 1:").done();
    shell.run(&["note", "still works"]).fine().done();
}

#[test]
fn a_second_window_reads_and_says_why_it_cannot_write() {
    let shell = Shell::new().settled("");
    shell.run(&["note", "from before"]).fine().done();
    let held = Store::open(&shell.journal(), Access::Write, &Key::None, now()).unwrap();
    for args in [&["reflect"][..], &["land"]] {
        let [what, todo] = shell.types(args, &["1"]).trouble(1);
        assert_eq!(
            what,
            "This journal is open in another window. Nothing was written."
        );
        assert_eq!(
            todo,
            "You can read it here. To write, close the other window first."
        );
    }
    shell.run(&["note", "beside it"]).fine().done();
    shell
        .run(&["list"])
        .fine()
        .sees("beside it")
        .sees("from before")
        .done();
    let said = shell.types(&[], &["1", "4", "1", "3", "b", "q"]).fine();
    said.sees("This journal is open in another window.")
        .sees("from before")
        .sees_not("Deleted")
        .done();
    drop(held);
    assert!(shell.all_words().contains("beside it"));
}

#[test]
fn a_journal_of_a_newer_alongside_can_be_read() {
    let shell = Shell::new().settled("");
    shell.run(&["note", "from before"]).fine().done();
    let conn = rusqlite::Connection::open(shell.journal()).unwrap();
    conn.pragma_update(None, "user_version", 999).unwrap();
    drop(conn);
    let [what, todo] = shell.types(&["land"], &["1"]).trouble(1);
    assert!(
        what.starts_with("This journal was made by a newer Alongside"),
        "{what}"
    );
    assert!(todo.contains("install the newer"), "{todo}");
    shell.run(&["note", "more"]).trouble(1);
    shell.run(&["list"]).fine().sees("from before").done();
    shell
        .types(&[], &["q"])
        .fine()
        .sees("made by a newer Alongside")
        .ends_with(SAVED)
        .done();
}

#[test]
fn what_is_no_journal_is_left_alone() {
    let shell = Shell::new();
    std::fs::write(
        shell.path("letter.txt"),
        "Dear all, this is a letter and no journal.",
    )
    .unwrap();
    for args in [
        &["list"][..],
        &["reflect"],
        &["note", "x"],
        &["show", "abcd"],
    ] {
        shell
            .run(&[args, &["--journal", "letter.txt"]].concat())
            .trouble(1);
        shell.run(&[args, &["--journal", "."]].concat()).trouble(1);
    }
    let text = std::fs::read_to_string(shell.path("letter.txt")).unwrap();
    assert!(text.starts_with("Dear all"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let shell = Shell::new();
    for n in 0..300 {
        let mut store = Store::open(&shell.journal(), Access::Note, &Key::None, now()).unwrap();
        let id = alongside::domain::Id::at(n, &[1; 10]);
        let pack = ("peer-principles".to_owned(), 1);
        let mut entry =
            alongside::domain::Entry::empty(id, now(), pack, alongside::domain::Length::Note);
        entry.moment = "a long enough line to fill the pipe ".repeat(40);
        let finished = alongside::domain::Finished {
            entry,
            draft: None,
            carries: false,
            last: None,
            tell: None,
        };
        store.finish(&finished, now()).unwrap();
    }
    for args in [&["list"][..], &["list", "--json"]] {
        let mut child = shell.command(args).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(
            output.stderr.is_empty(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn words_are_kept_even_when_nobody_reads_the_questions() {
    let shell = Shell::new();
    let mut child = shell.command(&["land"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"1\nmy line\n").unwrap();
    drop(stdin);
    assert!(child.wait().unwrap().success());
    assert!(shell.all_words().contains("my line"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_and_a_closed_window_save_and_leave() {
    use rustix::process::{Pid, Signal, kill_process};

    for (signal, name) in [
        (Signal::INT, "INT"),
        (Signal::TERM, "TERM"),
        (Signal::HUP, "HUP"),
    ] {
        let shell = Shell::new();
        let mut child = shell
            .command(&["land"])
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(b"1\nmy line\n").unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut seen = String::new();
        // What is asked next is said once the line is on disk.
        while !seen.contains("Something I stand by") {
            assert_ne!(out.read_line(&mut seen).unwrap(), 0, "{seen}");
        }
        // Not the command `kill`: a bare system has none.
        let pid = Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
        std::io::Read::read_to_string(&mut out, &mut seen).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{name}");
        assert_eq!(seen.lines().last(), Some(SAVED), "{name}");
        assert!(shell.all_words().contains("my line"), "{name}");
        drop(stdin);
    }
}
