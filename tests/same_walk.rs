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

use serde_json::Value;
use shell::{QUICK, Shell};
use window::Computer;

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
