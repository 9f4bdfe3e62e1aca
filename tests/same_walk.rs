//! The same walk, line by line through a pipe and by keys in a real terminal, leaves the same
//! record. There is one engine, and this is what it buys.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]
#![expect(
    clippy::disallowed_methods,
    reason = "a real window is waited for in real time"
)]

mod shell;
#[path = "support/window.rs"]
#[expect(dead_code, unreachable_pub, reason = "other tests use the rest of it")]
mod window;

use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use alongside::content::Pack;
use alongside::domain::{Entry, Field, Stamp};
use alongside::reflection::{Reflection, Walk as _};
use alongside::store::{Access, Key, Store};
use serde_json::Value;
use shell::small::small;
use shell::{QUICK, Shell};
use window::Computer;

/// Long enough for the journal to be done with what was asked.
const MOMENT: Duration = Duration::from_millis(700);

/// The only entry of a journal, without what is new each time.
fn record(list: &str) -> Value {
    let mut all: Value = serde_json::from_str(list).unwrap();
    let entry = all.as_array_mut().unwrap().remove(0);
    let Value::Object(mut fields) = entry else {
        panic!("an entry is an object")
    };
    for new_each_time in ["id", "started_at", "finished_at", "on"] {
        assert!(fields.remove(new_each_time).is_some());
    }
    Value::Object(fields)
}

fn by_lines() -> Value {
    let shell = Shell::new();
    let said = shell.types(&["reflect", "--plain", "--length", "quick"], &QUICK);
    assert_eq!(said.code, Some(0), "{said:?}");
    record(&shell.run(&["list", "--json"]).out)
}

fn by_keys() -> Value {
    let computer = Computer::settled();
    let mut window = computer.open(80, 24, &["reflect", "--length", "quick"]);
    let steps = [
        ("What kind of session was it?", "o\r"),
        ("How has this left me?", "lh\r"),
        ("before you stop?", "t\r"),
        ("A moment I want to keep", "I waited in the pause\r"),
        ("1 of 6", "ywhen I asked\r"),
        ("2 of 6", "nrushed by the clock\r"),
        ("3 of 6", "u\r"),
        ("4 of 6", "d\r"),
        ("5 of 6", "pthe second half\r"),
        ("6 of 6", "ylater on\r"),
        ("Something I stand by", "I stayed\r"),
        ("try next time?", "If it goes quiet, then I will wait\r"),
        ("Would I like to bring this", "ythe pause\r"),
        ("What will help me put it down?", "a walk\rmy lead\r"),
    ];
    for (question, keys) in steps {
        window.sees(question).keys(keys);
    }
    window
        .sees("Still to do: speak to my lead today.")
        .keys("\x11");
    assert_eq!(window.end(), 0);
    let journal = computer.journal();
    let journal = journal.to_str().unwrap();
    record(
        &Shell::new()
            .run(&["list", "--json", "--journal", journal])
            .out,
    )
}

#[test]
fn the_same_walk_in_either_front_end_leaves_the_same_record() {
    let by_lines = by_lines();
    assert_eq!(by_lines["answers"].as_array().unwrap().len(), 6);
    assert_eq!(
        by_lines["answers"][0]["question"],
        "Did we share the choosing today?"
    );
    assert_eq!(by_lines, by_keys());
}

/// The number of a room's row at Home.
fn number_of(shell: &Shell, door: &str) -> String {
    let home = shell.types(&["--plain"], &["q"]);
    let row = home.out.lines().find(|line| line.contains(door)).unwrap();
    row.split(' ').next().unwrap().to_owned()
}

/// What a verb says of a journal, without the times, which are new each time.
fn told(shell: &Shell, journal: &Path, verb: &[&str]) -> Value {
    let journal = journal.to_str().unwrap();
    let said = shell.run(&[verb, &["--json", "--journal", journal]].concat());
    assert_eq!(said.code, Some(0), "{said:?}");
    timeless(serde_json::from_str(&said.out).unwrap())
}

fn timeless(value: Value) -> Value {
    match value {
        Value::Array(all) => all.into_iter().map(timeless).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| {
                let is_time = value.as_str().is_some_and(|text| text.contains("T1"))
                    || ["at", "id", "changed_at"].contains(&name.as_str());
                let value = if is_time {
                    Value::Null
                } else {
                    timeless(value)
                };
                (name, value)
            });
            Value::Object(fields.collect())
        }
        other => other,
    }
}

/// The small journal on the computer of a window.
fn with_the_small_journal() -> Computer {
    let computer = Computer::settled();
    let journal = computer.journal();
    std::fs::create_dir_all(journal.parent().unwrap()).unwrap();
    std::fs::copy(small().journal(), journal).unwrap();
    computer
}

#[test]
fn a_line_added_later_is_the_same_in_either_front_end() {
    let shell = small();
    let lines = ["1", "2", "2", "it flew off", ".", "q"];
    let journal = number_of(&shell, "journal");
    let said = shell.types(&["--plain"], &[&[journal.as_str()], &lines[..]].concat());
    assert_eq!(said.code, Some(0), "{said:?}");
    let by_lines = told(&shell, &shell.journal(), &["list"]);
    assert!(by_lines.to_string().contains("it flew off"), "{by_lines}");

    let computer = with_the_small_journal();
    let mut window = computer.open(80, 24, &[]);
    window.sees("My journal").keys("j");
    window.sees("April 2020").keys("\r");
    window.sees("change or add").keys("e");
    window.sees("Add a line to it").keys("a");
    window
        .sees("What do I want to add?")
        .keys("it flew off\x0e");
    window.sees("Undo this change").keys("\x11");
    assert_eq!(window.end(), 0);
    assert_eq!(told(&shell, &computer.journal(), &["list"]), by_lines);
}

#[test]
fn a_sheet_for_supervision_is_the_same_in_either_front_end() {
    let shell = small();
    let lines = ["1", "To be heard", "1", "1 3", "1", "1", "How long?", "q"];
    let room = number_of(&shell, "Supervision");
    let said = shell.types(&["--plain"], &[&[room.as_str()], &lines[..]].concat());
    assert_eq!(said.code, Some(0), "{said:?}");
    let by_lines = told(&shell, &shell.journal(), &["supervision"]);
    assert!(by_lines.to_string().contains("How long?"), "{by_lines}");

    let computer = with_the_small_journal();
    let mut window = computer.open(80, 40, &[]);
    window.sees("My journal").keys("u");
    window.sees("Begin a new sheet").keys("\r");
    window
        .sees("What do I need from this hour?")
        .keys("To be heard\r");
    // A choice takes no key of the next one before that is seen.
    window.sees("Who is it with?").keys("l\r");
    window.sees("What am I asking for?").keys("th\r");
    // While the journal is at work a key does nothing.
    window.sees("What would I like to bring?");
    window.watch_until(Instant::now() + MOMENT, |_| {});
    window.keys("\r");
    window.sees("What is it about?").keys("\r");
    window.sees("My line for the hour").keys("How long?\r");
    window.sees_that("it is on the sheet", |screen| {
        let all = screen.contents();
        all.contains("Plans I tried") && !all.contains("how long a pause")
    });
    window.watch_until(Instant::now() + MOMENT, |_| {});
    window.keys("\x11");
    assert_eq!(window.end(), 0);
    assert_eq!(
        told(&shell, &computer.journal(), &["supervision"]),
        by_lines
    );
}

/// A journal in which a story was begun, at its first pull.
fn with_a_story_begun(journal: &Path) {
    let now = shell::small::at("2020-04-02");
    let stamp = Stamp {
        at: now,
        tick: 1,
        fresh: shell::small::id(90),
    };
    let pack = Rc::new(Pack::shipped().unwrap());
    let mut walk = Reflection::of_vignette(pack, "first-meeting", &stamp).unwrap();
    walk.forward().unwrap();
    walk.write(&Field::Pull, "To talk");
    std::fs::create_dir_all(journal.parent().unwrap()).unwrap();
    let mut store = Store::open(journal, Access::Write, &Key::None, now).unwrap();
    store
        .save_draft(&walk.take_unsaved().unwrap(), now)
        .unwrap();
}

/// The only entry of a journal, practice or not.
fn only_entry(journal: &Path) -> Value {
    let now = shell::small::at("2020-04-02");
    let store = Store::open(journal, Access::Read, &Key::None, now).unwrap();
    let mut all = Vec::new();
    let mut read = |entry: Result<Entry, _>| {
        all.push(serde_json::to_value(entry.unwrap()).unwrap());
        std::ops::ControlFlow::Continue(())
    };
    store.every_entry(&mut read).unwrap();
    assert_eq!(all.len(), 1);
    timeless(all.remove(0))
}

#[test]
fn a_try_of_a_story_is_the_same_in_either_front_end() {
    let shell = Shell::new().settled("");
    with_a_story_begun(&shell.journal());
    let lines = [
        "and fill the gap",
        ".",
        "1 2",
        "breathe out",
        "2",
        "",
        "",
        "",
        "",
        "",
        "",
        "the bag",
        ".",
        "p",
        "the first half",
        "n",
        "",
        "d",
        "If I rush, then I stop",
        "2",
    ];
    let said = shell.types(&["reflect", "--resume", "--plain"], &lines);
    assert_eq!(said.code, Some(0), "{said:?}");
    let by_lines = only_entry(&shell.journal());
    assert_eq!(by_lines["attempt"]["ways"].as_array().unwrap().len(), 2);

    let computer = Computer::settled();
    with_a_story_begun(&computer.journal());
    let mut window = computer.open(80, 40, &[]);
    window.sees("Go on with practice").keys("g");
    // To the end of what stands there, and on.
    window
        .sees("What is my first pull?")
        .keys("\x1b[1;5F\rand fill the gap\x0e");
    let steps = [
        ("What might I do?", "ab\t"),
        ("Or in my own words", "breathe out\r"),
        ("How sure am I?", "f\r"),
        ("stays as it is", "\r"),
        ("View 1 of 4", "\r"),
        ("View 2 of 4", "\r"),
        ("View 3 of 4", "\r"),
        ("View 4 of 4", "\r"),
        ("Where the views differ", "\r"),
        ("What did I not think of?", "the bag\x0e"),
        ("1 of 3", "pthe first half\r"),
        ("2 of 3", "n\r"),
        ("3 of 3", "d\r"),
        ("when this comes up?", "If I rush, then I stop\r"),
        ("what would I want?", "s\r"),
        ("kept with my practice", "\x11"),
    ];
    for (question, keys) in steps {
        window.sees(question).keys(keys);
    }
    assert_eq!(window.end(), 0);
    assert_eq!(only_entry(&computer.journal()), by_lines);
}
