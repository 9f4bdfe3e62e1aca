//! What the world can do to plain mode: input that ends, a disk that is full, odd bytes.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use alongside::cli::desk::{Desk, Start};
use alongside::cli::plain::ear::From;
use alongside::cli::plain::{Manner, Talk, run};
use alongside::cli::trouble::Trouble;
use alongside::config::{Given, Paths};
use alongside::store::{Access, Key};
use shell::{QUICK, SAVED, Shell};

/// A verb and a line for every prompt of its walk.
type Walked = (&'static [&'static str], Vec<&'static str>);

const ENDING: [&str; 6] = [
    "stand by",
    "next time",
    "1",
    "bring it",
    "put down",
    "talk to",
];

fn lines(parts: &[&[&'static str]]) -> Vec<&'static str> {
    parts.concat()
}

/// Walks of every length, Land, the first run and the support card, with texts at every prompt.
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn walks() -> Vec<Walked> {
    let answered = |times| ["y", "a line"].repeat(times);
    let standard = lines(&[
        &["m", "1", "2", "12 March", "50", "2", "1", "1", "the moment"],
        &answered(9),
        &["1 2"],
        &["m", "going deeper", "second line", ".", "p", "a line"],
        &answered(3),
        &[".", "n", "a line"],
        &answered(4),
        &["other note", "."],
        &ENDING,
    ]);
    let deep = lines(&[
        &["3", "1", "1", "1", "the moment", "11 12"],
        &answered(3),
        &["deep down", "."],
        &answered(1),
        &["deep again", "."],
        &[
            "what was",
            "and more",
            ".",
            "so what it is",
            ".",
            "now what",
            ".",
            "step back",
            ".",
        ],
        &ENDING,
    ]);
    let three = lines(&[
        &["1", "1", "1", "the moment", "1 5 9"],
        &answered(3),
        &ENDING,
    ]);
    // Practice is not brought to supervision, so nothing asks for that.
    let brought = QUICK.iter().position(|line| *line == "the pause").unwrap();
    let practice = [&QUICK[..brought - 1], &QUICK[brought + 1..]].concat();
    let nothing = vec!["5", "7", "1", "stand by", "put down", "talk to"];
    let first_run = lines(&[
        &["", "1", "2", "2", "1", "a lead, on call", "1"],
        &["2", "my line", "stand by", "talk to", "1"],
        &[
            "8",
            "2",
            "",
            "safe guard",
            "crisis line",
            "nine nine nine",
            "a friend",
            "b",
            "15",
        ],
    ]);
    vec![
        (&["reflect", "--length", "quick"], QUICK.to_vec()),
        (&["reflect", "--length", "standard"], standard),
        (&["reflect"], deep),
        (&["reflect", "--length", "three"], three),
        (&["reflect"], nothing),
        (&["reflect", "--practice", "--length", "quick"], practice),
        (&["land"], vec!["3", "my line", "stand by", "talk to", "1"]),
        (
            &["land"],
            vec!["1", "my line", "stand by", "talk to", "2", ""],
        ),
        (&[], first_run),
    ]
}

#[test]
fn input_may_end_at_every_question_and_no_word_is_lost() {
    std::thread::scope(|threads| {
        for (args, lines) in walks() {
            threads
                .spawn(move || (0..=lines.len()).for_each(|count| ends_after(args, &lines, count)));
        }
    });
}

/// Lets input end after so many lines.
fn ends_after(args: &[&str], lines: &[&str], count: usize) {
    let typed = &lines[..count];
    let shell = Shell::new();
    let said = shell.types(args, typed).fine();
    let kept = shell.all_words();
    if said.out.contains("It is let go.") {
        assert!(!kept.contains("my line"));
        return;
    }
    let is_over = !args.is_empty() && said.out.contains("Kept.\n");
    if !is_over {
        said.ends_with(SAVED).done();
    }
    for text in typed.iter().filter(|text| is_a_text(text)) {
        assert!(
            kept.contains(text),
            "{args:?}, {count} lines: {text} is not in {kept}"
        );
    }
}

fn is_a_text(line: &str) -> bool {
    line.len() > 3 && line.contains(char::is_alphabetic) && line != "12 March"
}

#[test]
fn control_characters_and_odd_letters_are_cleaned_and_nothing_else() {
    let shell = Shell::new();
    let mut input = b"s\ns\ns\n".to_vec();
    input.extend(b"a\tb \x1b[31mred\x1b[0m \x07 caf\xc3\xa9 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 \xff\r\n");
    let said = shell.pipe(&["reflect", "--length", "quick"], input).fine();
    said.sees("Some letters could not be read.").done();
    let words = shell.all_words();
    assert!(
        words.contains("moment: a    b red  café 👩\u{200d}👧 \u{fffd}\n"),
        "{words}"
    );
}

#[test]
fn a_line_of_100_000_letters_is_kept_whole() {
    let shell = Shell::new();
    let long = "ab ".repeat(33_334);
    let said = shell
        .types(&["reflect", "--length", "quick"], &["s", "s", "s", &long])
        .fine();
    said.ends_with(SAVED).done();
    assert!(shell.all_words().contains(long.trim_end()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_text_can_be_written_in_an_editor() {
    use std::os::unix::fs::PermissionsExt;
    let shell = Shell::new();
    let editor = shell.path("ed.sh");
    let script =
        "#!/bin/sh\nstat -c '%a %n' \"$1\" > \"$HOME/seen\"\nprintf 'one\\ntwo\\n' >> \"$1\"\n";
    std::fs::write(&editor, script).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::create_dir(shell.path("run")).unwrap();
    let run = shell.path("run").display().to_string();
    let shell = shell
        .with("VISUAL", &editor.display().to_string())
        .with("XDG_RUNTIME_DIR", &run);
    let lines = ["s", "s", "s", ".s", "m", "zero", ".e", ".e", "."];
    let said = shell
        .types(&["reflect", "--length", "quick"], &lines)
        .fine();
    let said = said.sees("that file is not locked.");
    said.sees("Taken over from the editor.").done();
    assert!(shell.all_words().contains("deeper.MUT1: zero\none\ntwo\n"));
    let seen = std::fs::read_to_string(shell.path("seen")).unwrap();
    assert!(seen.starts_with("600 "), "{seen}");
    assert_eq!(std::fs::read_dir(shell.path("run")).unwrap().count(), 0);
}

/// Runs plain mode in this process, with a journal that has no room for a long line.
fn on_a_full_disk(start: Start, input: &str) -> (Result<(), Trouble>, String) {
    let folder = tempfile::tempdir().unwrap();
    let given = Given {
        journal_flag: Some(folder.path().join("journal.db")),
        config_env: Some(folder.path().join("config")),
        ..Given::default()
    };
    let paths = Paths::settle(&given).unwrap();
    let mut desk = Desk::open(paths, Access::Write, &Key::None).unwrap();
    desk.store.limit_pages(1).unwrap();
    let mut out = Vec::new();
    let mut ear = From(input.as_bytes());
    let manner = Manner {
        typed: true,
        width: Some(79),
    };
    let mut talk = Talk::new(&mut ear, &mut out, manner);
    let done = run(&mut desk, &mut talk, start);
    drop(talk);
    (done, String::from_utf8(out).unwrap())
}

#[test]
fn a_full_disk_is_said_and_no_word_goes() {
    let long = "words ".repeat(20_000);
    let input = format!("1\n{long}\nI stayed\n");
    let (done, out) = on_a_full_disk(Start::Land, &input);
    assert!(
        matches!(done, Err(Trouble::NotSaved("the disk is full"))),
        "{done:?}"
    );
    assert_eq!(out.matches("Not saved: the disk is full.").count(), 1);
    let (_, printed) = out
        .split_once("Here are your words, to copy from:")
        .unwrap();
    assert_eq!(printed.matches("words").count(), 20_000);
    assert!(printed.contains("I stayed"));
}

#[test]
fn on_a_full_disk_a_plain_copy_goes_where_the_person_says() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.txt");
    let taken = folder.path().join("taken.txt");
    std::fs::write(&taken, "mine").unwrap();
    let long = "words ".repeat(20_000);
    let (copy_name, taken_name) = (copy.display(), taken.display());
    let input = format!("1\n{long}\n.l\n\n{taken_name}\n{copy_name}\n");
    let (done, out) = on_a_full_disk(Start::Land, &input);
    assert!(
        matches!(done, Err(Trouble::Rescued("the disk is full", _))),
        "{done:?}"
    );
    assert!(out.contains("there is a file of that name"), "{out}");
    assert!(
        std::fs::read_to_string(&copy)
            .unwrap()
            .contains(long.trim_end())
    );
    assert_eq!(std::fs::read_to_string(&taken).unwrap(), "mine");
}

#[test]
fn a_walk_that_cannot_be_kept_is_tried_again() {
    let long = "words ".repeat(20_000);
    let input = format!("1\n{long}\nI stayed\n\n1\n\nl\nq\n");
    let (done, out) = on_a_full_disk(Start::Land, &input);
    assert!(matches!(done, Err(Trouble::NotSaved(_))), "{done:?}");
    assert_eq!(
        out.matches("It could not be kept yet: the disk is full.")
            .count(),
        2,
        "{out}"
    );
}
