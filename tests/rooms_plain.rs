//! The rooms that give the journal back, in plain mode: transcripts through pipes, of a small
//! journal and of one with nothing in it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use shell::small::{empty, small, undated};
use shell::{SAVED, Shell};

/// The number of a row of Home.
fn number(shell: &Shell, door: &str) -> String {
    let home = shell.types(&["--plain"], &["q"]).fine();
    let row = home.out.lines().find(|line| line.contains(door));
    let row = row.unwrap_or_else(|| panic!("no {door} in {}", home.out));
    row.split(' ').next().unwrap().to_owned()
}

/// What is said in a room, from its door at Home on.
fn room(shell: &Shell, door: &str, lines: &[&str]) -> String {
    let number = number(shell, door);
    let said = shell.types(&["--plain"], &[&[number.as_str()], lines].concat());
    let out = said.fine().ends_with(SAVED).out;
    let (_, said) = out.split_once("Where to: \n").unwrap();
    undated(said.trim_end().trim_end_matches(SAVED).trim_end())
}

#[test]
fn every_room_of_an_empty_journal_says_what_will_be_there() {
    let shell = empty();
    let doors = [
        "Before a session",
        "My journal",
        "Look back",
        "Carry forward",
        "Supervision",
        "Support and my card",
    ];
    let said = doors.map(|door| format!("== {door}\n{}", room(&shell, door, &["q"])));
    insta::assert_snapshot!(said.join("\n\n"));
}

#[test]
fn look_back_says_sentences_signs_and_the_moments_under_them() {
    let shell = small();
    insta::assert_snapshot!(room(
        &shell,
        "Look back",
        &["1", "1", "1", "b", "b", "b", "q"]
    ));
}

#[test]
fn an_intention_is_taken_up_again_in_its_own_room() {
    let shell = small();
    let said = room(&shell, "Carry forward", &["1", "1", "q"]);
    insta::assert_snapshot!(said);
}

#[test]
fn before_a_session_takes_a_minute_and_keeps_nothing() {
    let shell = small();
    let before = shell.run(&["list", "--json"]).fine().out;
    insta::assert_snapshot!(room(&shell, "Before a session", &["2", "w", "1", "q"]));
    assert_eq!(shell.run(&["list", "--json"]).fine().out, before);
}

#[test]
fn the_same_words_mean_the_same_in_a_visit() {
    let shell = small();
    let said = room(
        &shell,
        "Look back",
        &["?", "w", "c", "g", "99", "z", "hide", "", "x", "", "b", "l"],
    );
    for words in [
        "At every prompt:",
        "You are here: Look back.",
        "My support card.",
        "That does nothing here.",
        "Type a number from 1 to ",
        "There is nothing to take back.",
        "\nNotes\n",
        "\nHome.\n",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
}

#[test]
fn input_may_end_in_every_room() {
    let shell = small();
    for door in [
        "Before a session",
        "My journal",
        "Look back",
        "Carry forward",
        "Supervision",
        "Support and my card",
    ] {
        let number = number(&shell, door);
        for lines in [
            &[number.as_str()][..],
            &[&number, "1"],
            &[&number, "1", "1"],
        ] {
            let said = shell.types(&["--plain"], lines).fine();
            said.ends_with(SAVED).done();
        }
    }
}
