//! A try of a story, line by line through a pipe, against the real program.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use std::rc::Rc;

use alongside::content::Pack;
use alongside::domain::{Field, Id, Stamp};
use alongside::reflection::{Reflection, Walk as _};
use alongside::store::{Access, Key, Store};
use serde_json::Value;
use shell::Shell;
use shell::small::at;

/// A journal in which a story was begun: its first pull is written, and no more.
fn begun() -> Shell {
    let shell = Shell::new().settled("");
    let now = at("2020-04-02");
    let stamp = Stamp {
        at: now,
        tick: 1,
        fresh: Id::at(1_580_000_000_000, &[7; 10]),
    };
    let pack = Rc::new(Pack::shipped().unwrap());
    let mut walk = Reflection::of_vignette(pack, "first-meeting", &stamp).unwrap();
    walk.forward().unwrap();
    walk.write(&Field::Pull, "To fill the gap");
    let save = walk.take_unsaved().unwrap();
    std::fs::create_dir_all(shell.journal().parent().unwrap()).unwrap();
    let mut store = Store::open(&shell.journal(), Access::Write, &Key::None, now).unwrap();
    store.save_draft(&save, now).unwrap();
    shell
}

/// From the first pull, back to the story, and to the end.
const WHOLE: [&str; 24] = [
    ".b",
    "",
    "",
    "1 2",
    "breathe out first",
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
    "If I speed up, then I stop",
    "2",
    "",
    "",
    "",
];

#[test]
fn a_whole_try_reads_like_this() {
    let shell = begun();
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &WHOLE)
        .fine();
    insta::assert_snapshot!(said.out);
    // Each side of the example is named.
    assert!(said.out.contains("\nFrom my side: I said"), "{}", said.out);
    assert!(
        said.out.contains("\nFrom their side: The person"),
        "{}",
        said.out
    );
    assert_eq!(shell.half_done(), 0);
    let list: Value = serde_json::from_str(&every(&shell)).unwrap();
    let entry = &list[0];
    assert_eq!(entry["practice"], true);
    assert_eq!(entry["attempt"]["vignette"], "first-meeting");
    assert_eq!(entry["attempt"]["pull"], "To fill the gap");
    assert_eq!(entry["attempt"]["own_way"], "breathe out first");
    assert_eq!(entry["attempt"]["how_sure"], "fairly");
    assert_eq!(entry["attempt"]["want"], "with_someone");
    let id = entry["id"].as_str().unwrap();
    let shown = shell.run(&["show", id]).fine();
    insta::assert_snapshot!("shown_again", shown.out.replace(id, "ID"));
    let shown = shown.sees("How sure: Fairly").sees("To fill the gap");
    shown.sees("The room smells of new paint").done();
}

/// Every entry of the journal, as JSON.
fn every(shell: &Shell) -> String {
    let now = at("2020-04-02");
    let store = Store::open(&shell.journal(), Access::Read, &Key::None, now).unwrap();
    let mut all = Vec::new();
    let mut read = |entry: Result<alongside::domain::Entry, _>| {
        all.push(entry.unwrap());
        std::ops::ControlFlow::Continue(())
    };
    store.every_entry(&mut read).unwrap();
    serde_json::to_string(&all).unwrap()
}

#[test]
fn what_was_chosen_is_not_taken_back_once_the_views_are_open() {
    let shell = begun();
    let lines = [
        "to run", ".", "1", "", "3", "", // the first view is open now
        "z", "z", "z", "b", "b", "b", "b", "q",
    ];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    let said = said.sees("There is nothing to take back.");
    said.sees("My first pull: To fill the gap\nto run").done();
    let words = shell.all_words();
    assert!(words.contains("how_sure: very\n"), "{words}");
    assert!(words.contains("ways: start-again\n"), "{words}");
}

#[test]
fn taking_back_an_answer_that_lies_ahead_opens_no_view() {
    let shell = begun();
    // To the end, back over the line for next time to the last question, which is answered, and
    // back once more to the one before it.
    let lines = [".f", "b", ".b", "p", "", ".b", "b", "z", "q"];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    assert!(said.out.contains("Taken back."), "{}", said.out);
    assert!(!said.out.contains("View 1 of"), "{}", said.out);
    let words = shell.all_words();
    assert!(!words.contains("committed"), "{words}");
    assert!(!words.contains("partly"), "{words}");
}

#[test]
fn nothing_is_said_to_be_taken_back_when_nothing_is() {
    let shell = begun();
    // The last question is answered first; then back to the page before the views, and over it.
    let lines = [".f", "b", ".b", "p", "", ".b", "b", "b", "b", "", "z", "q"];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    let (before, after) = said.out.split_once("View 1 of").unwrap();
    assert!(before.contains("From here, what I chose"), "{before}");
    assert!(after.contains("There is nothing to take back."), "{after}");
    assert!(!after.contains("Taken back."), "{after}");
    assert!(shell.all_words().contains("partly"));
}

#[test]
fn the_story_is_read_again_on_the_way() {
    let shell = begun();
    let lines = [".", "m", "", "g", "q"];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    let (_, again) = said.out.split_once("What might I do?").unwrap();
    let (story, after) = again
        .split_once("Enter leads back to where I was.")
        .unwrap();
    assert!(story.contains("new paint"), "{story}");
    assert!(after.contains("What might I do?"), "{after}");
    assert!(
        after.contains("There is no longer one than this."),
        "{after}"
    );
}

#[test]
fn what_is_typed_where_nothing_is_asked_waits_for_the_next_place_to_write() {
    let shell = begun();
    let lines = [
        ".b",
        "I want to explain, and explain.", // at the story
        "1",                               // no text, and no key there
        "",
        ".u", // where the first pull is written
        ".",
        "q",
    ];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    said.sees("Your line waits for the next place to write.")
        .sees("Nothing is asked here. Enter goes on.")
        .sees("You typed before: I want to explain, and explain.")
        .done();
    let words = shell.all_words();
    assert!(words.contains("To fill the gap\nI want to explain, and explain."));
    // What was never written anywhere is said once more at the end.
    let lines = [".b", ".b", "It hurts to read", "l"];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    said.sees("It is not kept:\nIt hurts to read\n").done();
}

#[test]
fn a_line_that_waits_stays_on_offer_until_it_is_written() {
    let shell = begun();
    let lines = [
        "Why not both?", // a view, after all was chosen
        "",
        "",
        "",
        "",
        "",
        ".u too",
        ".",
        "l",
    ];
    shell
        .types(
            &["reflect", "--resume", "--plain"],
            &[&["", "1", "", "1", ""][..], &lines].concat(),
        )
        .fine()
        .done();
    assert!(shell.all_words().contains("Why not both? too"));
}

#[test]
fn a_page_says_how_its_story_is_read_again() {
    let shell = begun();
    let lines = [".m", "", "", "m", "", "q"];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    let said = said.sees("\n.m Read the story again\n");
    assert_eq!(said.out.matches("The room smells of new paint").count(), 2);
}

#[test]
fn a_try_gone_on_with_from_home_leads_to_its_story() {
    let shell = begun();
    let home = shell.types(&["--plain"], &["q"]).fine().out;
    let row = home
        .lines()
        .find(|line| line.contains("half-done"))
        .unwrap();
    let row = row.split(' ').next().unwrap();
    let said = shell
        .types(&["--plain"], &[&[row][..], &WHOLE, &["q"]].concat())
        .fine();
    let (_, after) = said.out.split_once("\nKept.").unwrap();
    assert!(after.contains("How sure I would feel"), "{after}");
}

#[test]
fn each_way_to_begin_can_be_taken() {
    let shell = begun();
    let lines = [".f", "b", ".u2 today", "l"];
    let said = shell
        .types(&["reflect", "--resume", "--plain"], &lines)
        .fine();
    let (_, other) = said.out.split_once("Or begin with: ").unwrap();
    let other = other.lines().next().unwrap();
    let begun = other.trim_end_matches(['.', '…', ' ']);
    let words = shell.all_words();
    assert!(words.contains(&format!("{begun} today")), "{words}");
}
