//! An hour of supervision, a story and the quiet page on safety, line by line, in the real journal.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use shell::small::{small, undated};
use shell::{SAVED, Shell};

/// What is said in a room, from its door at Home on.
fn room(shell: &Shell, door: &str, lines: &[&str]) -> String {
    let home = shell.types(&["--plain"], &["q"]).fine();
    let row = home.out.lines().find(|line| line.contains(door)).unwrap();
    let number = row.split(' ').next().unwrap();
    let said = shell.types(&["--plain"], &[&[number], lines].concat());
    let out = said.fine().ends_with(SAVED).out;
    let (_, said) = out.split_once("Where to: \n").unwrap();
    undated(said.trim_end().trim_end_matches(SAVED).trim_end())
}

#[test]
fn an_hour_from_what_i_need_to_what_we_agreed() {
    let shell = small();
    let file = shell.journal().with_file_name("sheet.md");
    let begun = room(
        &shell,
        "Supervision",
        &[
            "1",
            "To be heard",
            "1",
            "1 3",
            "1",
            "1",
            "How long is too long?",
            "q",
        ],
    );
    let saved = room(
        &shell,
        "Supervision",
        &[
            "1",
            "4",
            "2",
            file.to_str().unwrap(),
            "1",
            "5",
            "",
            "A longer pause",
            ".",
            "q",
        ],
    );
    let after = room(&shell, "Supervision", &["2", "1", "4", "1", "q"]);
    let folder = shell.journal().parent().unwrap().display().to_string();
    let all = [begun, saved, after]
        .join("\n\n########\n\n")
        .replace(&folder, "FOLDER");
    insta::assert_snapshot!(all);
    let sheet = std::fs::read_to_string(file).unwrap();
    assert!(sheet.contains("How long is too long?"), "{sheet}");
    assert!(!sheet.contains("waiting room"), "{sheet}");
}

#[test]
fn the_quiet_page_on_safety_is_offered_line_by_line_and_never_opens_by_itself() {
    let shell = small();
    let before = ["1", "", "", "", "", "", ""];
    let offered = ["n", "", "l"];
    let reflect = ["reflect", "--length", "quick", "--plain"];
    let said = shell
        .types(&reflect, &[&before[..], &offered].concat())
        .fine();
    let (_, offer) = said.out.split_once("Did I feel safe enough?").unwrap();
    assert!(!offer.contains("Whose safety"), "{offer}");
    let opened = [
        "n",
        ".m",
        "it was late",
        "3",
        "1 3",
        "2",
        "my lead",
        "Tuesday",
        "l",
    ];
    let said = shell
        .types(&reflect, &[&before[..], &opened].concat())
        .fine();
    let (_, said) = said.out.split_once("Did I feel safe enough?").unwrap();
    insta::assert_snapshot!(said.trim());
}

#[test]
fn a_story_rests_between_before_and_after_and_is_an_entry_then() {
    let shell = small();
    let before = room(
        &shell,
        "Support",
        &["4", "That they laugh", "The ward", "q"],
    );
    let after = room(
        &shell,
        "Support",
        &["4", "2", "They did", "Lighter", "1", "1", "q"],
    );
    insta::assert_snapshot!([before, after].join("\n\n########\n\n"));
    let list = shell.run(&["list", "--json"]).fine().out;
    for said in [
        "\"length\": \"story\"",
        "\"for_me\": \"Lighter\"",
        "\"bring\": true",
    ] {
        assert!(list.contains(said), "{said} in {list}");
    }
    assert_eq!(shell.half_done(), 0);
}

#[test]
fn enter_alone_brings_nothing_to_an_hour() {
    let shell = small();
    let said = room(&shell, "Supervision", &["1", "", "", "", "", "q"]);
    assert!(
        said.contains("Enter alone means: See my sheet so far"),
        "{said}"
    );
    assert!(said.contains("Nothing else is on the sheet yet"), "{said}");
}
