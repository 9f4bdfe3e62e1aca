//! What can be typed at a prompt, and what it comes to.

use crate::shell::{QUICK, SAVED, Shell};

#[test]
fn the_same_words_mean_the_same_at_every_prompt() {
    let lines = [
        "?", "w", "c", "hide", "", "b", "z", "x", "m", "e", "t", "h", "f", ".f", ".l",
    ];
    let said = Shell::new()
        .types(&["reflect", "--length", "quick"], &lines)
        .fine();
    said.sees("At every prompt:\n? this help\nb go back one step\ns skip this\n")
        .sees("You are here: Reflection. Arrive.\nAll you entered is saved.")
        .sees("My support card. Who is there for me.")
        .sees("\nNotes\n")
        .sees("This is the first step.")
        .sees("There is nothing to take back.")
        .sees("There is nothing to clear here.")
        .sees("That comes next.")
        .sees("There is nothing to write here.")
        .sees("There is no moment to point to here.")
        .sees("There is no example for this one.")
        .sees("What will help me put it down?")
        .sees("You are at the end already.")
        .ends_with(SAVED)
        .done();
}

#[test]
fn an_answer_can_be_changed_cleared_and_taken_back() {
    let shell = Shell::new();
    let to_first = ["s", "s", "s", ".s"];
    let lines = [
        "p",
        "half",
        "z",
        "z",
        "",
        "b",
        "y",
        "",
        "b",
        "b",
        "",
        "",
        "half of it",
        "b",
        ".l",
    ];
    let said = shell.types(
        &["reflect", "--length", "quick"],
        &[&to_first[..], &lines].concat(),
    );
    let said = said.fine().sees("You chose: Partly. Enter keeps it.");
    assert_eq!(said.out.matches("Taken back.").count(), 2);
    let words = shell.all_words();
    assert!(words.contains("answer.MUT1: moment"), "{words}");
    assert!(words.contains("note.MUT1: half of it"), "{words}");

    let shell = Shell::new();
    let lines = ["1", "2 3", "b", "x", "1", "b", "", "l"];
    shell
        .types(&["reflect"], &[&["1"], &lines[..]].concat())
        .fine()
        .sees("Cleared.")
        .done();
    assert!(shell.all_words().contains("left: steady"));
}

#[test]
fn a_text_can_be_any_text() {
    let shell = Shell::new();
    let to_moment = ["s", "s", "s"];
    for (typed, kept) in [
        ("...and then", "moment: ...and then\n"),
        ("..b", "moment: .b\n"),
        (".5 of it", "moment: .5 of it\n"),
        ("  spaces around  ", "moment: spaces around\n"),
    ] {
        let shell = Shell::new();
        let lines = [&to_moment[..], &[typed]].concat();
        shell
            .types(&["reflect", "--length", "quick"], &lines)
            .fine()
            .done();
        assert!(
            shell.all_words().contains(kept),
            "{typed}: {}",
            shell.all_words()
        );
    }
    let lines = [
        &to_moment[..],
        &[".k", "words", "b", "b", ".x", "other", ".q"],
    ]
    .concat();
    let said = shell
        .types(&["reflect", "--length", "quick"], &lines)
        .fine();
    said.sees("That is not one of the words.").done();
}

#[test]
fn a_letter_alone_is_asked_about_once_and_can_be_the_text() {
    let to_moment = ["1", "s", "s", "s"];
    let types = |lines: &[&str]| {
        let shell = Shell::new();
        let lines = [&to_moment[..], lines].concat();
        let said = shell.types(&["reflect"], &lines).fine();
        (said, shell.all_words())
    };
    let doubt =
        "Do you mean the word s (skip)? Type .s for that, or s again to keep it as your text.";
    let (said, words) = types(&["s", "s"]);
    said.sees(doubt).sees("Question 1 of 6").done();
    assert!(words.contains("moment: s\n"), "{words}");
    let (said, words) = types(&["s", ".s"]);
    said.sees(doubt).sees("Question 1 of 6").done();
    assert!(!words.contains("moment: "), "{words}");
    let (said, words) = types(&["b", "c", "a cup of tea"]);
    said.sees("the word b (back)")
        .sees("the word c (card)")
        .done();
    assert!(words.contains("moment: a cup of tea\n"), "{words}");
}

#[test]
fn the_first_words_on_offer_can_be_taken() {
    let shell = Shell::new();
    let next = QUICK
        .iter()
        .position(|line| line.starts_with("If it goes quiet"));
    let mut lines = QUICK.to_vec();
    lines[next.unwrap()] = ".u my next meeting";
    let quick = ["reflect", "--length", "quick"];
    let said = shell.types(&quick, &lines).fine();
    let said = said.sees("Type .u to take these words, or .u and the rest of your line.\n");
    let offered = said.out.split("It could begin: ").nth(1).unwrap();
    let starter = offered.lines().next().unwrap().trim_end_matches('.');
    let kept = format!("\"next_time\":\"{starter} my next meeting\"");
    assert!(shell.all_words().contains(&kept), "{kept}");
}

#[test]
fn a_note_takes_many_lines_and_each_is_saved() {
    let shell = Shell::new();
    let start = ["s", "s", "s", ".s", "m"];
    let note = ["one", "", "..three", "slip", ".z", "four", "."];
    let lines = [&start[..], &note, &["l"]].concat();
    let said = shell
        .types(&["reflect", "--length", "quick"], &lines)
        .fine();
    said.sees("A full stop alone on a line ends it.")
        .sees("Next line: ")
        .sees("Taken back.")
        .done();
    let words = shell.all_words();
    assert!(
        words.contains("deeper.MUT1: one\n\n.three\nfour\n"),
        "{words}"
    );
}

#[test]
fn two_can_be_chosen_and_no_more() {
    let shell = Shell::new();
    let said = shell
        .types(
            &["reflect", "--length", "quick"],
            &["1", "1 2 3", "9", "1,3"],
        )
        .fine();
    said.sees("Two can be chosen at most.")
        .sees("That is not one of the answers. Type a number from 1 to 8, or s to skip.")
        .done();
    assert!(shell.all_words().contains("left: steady,stirred_up"));
}

#[test]
fn a_day_that_cannot_be_read_is_said_and_asked_again() {
    let shell = Shell::new();
    let lines = ["m", "1", "", "32 March", "", "", "12 March", "", "l"];
    let said = shell
        .types(&["reflect", "--length", "quick"], &lines)
        .fine();
    said.sees("That is not a day I can read.")
        .sees("You wrote: 32 March")
        .done();
    assert!(shell.all_words().contains("day: 12 March"));
}
