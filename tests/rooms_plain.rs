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
        &["8", "1", "1", "b", "b", "b", "q"]
    ));
}

#[test]
fn an_intention_is_taken_up_again_in_its_own_room() {
    let shell = small();
    let said = room(
        &shell,
        "Carry forward",
        &["1", "1", "it was lighter still", "q"],
    );
    insta::assert_snapshot!(said);
}

#[test]
fn what_was_said_of_an_intention_is_taken_back_by_its_row_and_by_undo() {
    for back in ["7", "z"] {
        let shell = small();
        let journal = shell.journal();
        let carry = ["carry", "--json", "--journal", journal.to_str().unwrap()];
        let before = shell.run(&carry).out;
        let said = room(&shell, "Carry forward", &["1", "2", "", back, "q"]);
        assert!(said.contains("Now: No chance yet"), "{said}");
        assert!(said.contains("That is taken back."), "{said}");
        assert_eq!(shell.run(&carry).out, before);
    }
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

/// Prepares a sheet: what is needed, one thing from the list, one from nowhere.
const PREPARED: [&str; 12] = [
    "1",
    "to think about pauses",
    "1",
    "1 3",
    "1",
    "1",
    "I want to learn to wait",
    "6",
    "the rota is late each week",
    "12",
    "w",
    "?",
];

#[test]
fn a_sheet_is_prepared_previewed_saved_and_taken() {
    let shell = small();
    let said = room(&shell, "Supervision", &[&PREPARED[..], &["q"]].concat());
    insta::assert_snapshot!("supervision_prepared", said);
    // It is there the next day, with its lines, and goes where it is told.
    let folder = shell.path("pages");
    std::fs::create_dir(&folder).unwrap();
    let to = folder.display().to_string();
    let said = room(&shell, "Supervision", &["1", "5", "2", &to, "", "b", "q"]);
    insta::assert_snapshot!("supervision_saved", said.replace(&to, "FOLDER"));
    let page = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap();
    let saved = std::fs::read_to_string(page.path()).unwrap();
    let printed = shell.run(&["supervision", "--sheet"]).fine().out;
    assert_eq!(saved.trim_end(), printed.trim_end());
    assert!(saved.contains("I want to learn to wait"), "{saved}");
    // What is the journal's stays there.
    assert!(!saved.contains("silence"), "{saved}");
    let said = room(
        &shell,
        "Supervision",
        &["1", "6", "", "we try it for a week", ".", "q"],
    );
    insta::assert_snapshot!("supervision_taken", said);
    let all = shell.run(&["supervision", "--json"]).fine().out;
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    assert_eq!(all["hours"][0]["agreed"], "we try it for a week");
    assert_eq!(
        all["hours"][0]["brought"][0]["line"],
        "I want to learn to wait"
    );
    assert_eq!(all["list"], serde_json::json!([]));
    assert_eq!(all["under_way"], serde_json::json!([]));
}

#[test]
fn a_form_that_was_left_is_listed_at_home_and_gone_on_with() {
    let shell = small();
    let number = number(&shell, "Supervision");
    let lines = [number.as_str(), "1", "to think about pauses"];
    shell
        .types(&["--plain"], &lines)
        .fine()
        .ends_with(SAVED)
        .done();
    let home = shell.types(&["--plain"], &["16"]).fine();
    home.sees("16 Go on with what was left half-done: getting ready for supervision")
        .sees("You wrote: to think about pauses\n")
        .done();
    shell
        .types(&["--plain"], &["16", "", "", "", "q"])
        .fine()
        .done();
    let all = shell.run(&["supervision", "--json"]).fine().out;
    assert!(all.contains("\"need\": \"to think about pauses\""), "{all}");
    let home = shell.types(&["--plain"], &["q"]).fine();
    home.sees_not("half-done").done();
}

#[test]
fn what_was_left_can_be_let_go_and_no_room_changes_its_number() {
    let shell = small();
    let before = shell.types(&["--plain"], &["q"]).fine().out;
    let supervision = number(&shell, "Supervision");
    let lines = [supervision.as_str(), "1", "to think about pauses"];
    shell.types(&["--plain"], &lines).fine().done();
    let after = shell.types(&["--plain"], &["d", "1", "1", "q"]).fine();
    let rooms = |said: &str| -> Vec<String> {
        let rows = said.lines().filter(|line| line.contains(' '));
        rows.filter(|line| line.starts_with(|it: char| it.is_ascii_digit()))
            .take(14)
            .filter_map(|row| row.split(" (").next().map(str::to_owned))
            .collect()
    };
    assert_eq!(rooms(&before), rooms(&after.out));
    after
        .sees("Type d to let go of what was left half-done.")
        .sees("Which of these shall go?")
        .done();
    assert_eq!(shell.half_done(), 1, "it was kept");
    let gone = shell.types(&["--plain"], &["d", "1", "2", "d", "q"]).fine();
    gone.sees("It is gone.").sees("Type a number").done();
    assert_eq!(shell.half_done(), 0);
}

#[test]
fn what_was_removed_comes_back_on_another_day() {
    let shell = small();
    let gone = room(&shell, "My journal", &["1", "3", "q"]);
    assert!(gone.contains("laughed at the rain"), "{gone}");
    let list = || shell.run(&["list", "--json"]).fine().out;
    assert!(!list().contains("laughed at the rain"));
    let said = room(&shell, "My journal", &["r", "1", "2", "q"]);
    assert!(said.contains("Sunday 5 April 2020"), "{said}");
    assert!(list().contains("laughed at the rain"), "{said}");
}

#[test]
fn nothing_to_narrow_down_by_is_the_whole_journal() {
    let shell = small();
    let narrow = room(&shell, "My journal", &["n", "q"]);
    let show = narrow
        .lines()
        .find(|line| line.contains("Show these entries"));
    let show = show.unwrap_or_else(|| panic!("{narrow}"));
    let show = show.split(' ').next().unwrap();
    let said = room(&shell, "My journal", &["n", show, "q"]);
    assert!(!said.contains("What are you looking for"), "{said}");
    assert_eq!(
        said.matches("3 2, One line: the heron").count(),
        2,
        "{said}"
    );
}

#[test]
fn support_leads_to_the_card_and_to_what_keeps_me_well() {
    let shell = small();
    let keep_well = [
        "3",
        "1",
        "a walk by the canal",
        ".",
        "I stop ringing back",
        ".",
        "my lead",
        ".",
    ];
    let said = room(
        &shell,
        "Support and my card",
        &[&keep_well[..], &["b", "q"]].concat(),
    );
    insta::assert_snapshot!(said);
    assert!(shell.run(&["check"]).fine().code == Some(0));
}

#[test]
fn entries_are_found_and_a_search_with_an_impossible_date_says_what_to_type() {
    let shell = small();
    let lines = [
        "f",
        "since:2020-02-31",
        "rain",
        "1",
        "1",
        "f",
        "iting",
        "",
        "b",
        "q",
    ];
    insta::assert_snapshot!(room(&shell, "My journal", &lines));
}

#[test]
fn an_entry_is_changed_its_earlier_version_read_and_a_line_added_later() {
    let shell = small();
    let change = ["3", "2", "1", "2", "the heron stood very still"];
    let said = room(
        &shell,
        "My journal",
        &[&change[..], &["8", "2", "q"]].concat(),
    );
    insta::assert_snapshot!("entry_changed", said);
    let add = ["3", "2", "2", "it flew off in the end", "."];
    let said = room(&shell, "My journal", &[&add[..], &["b", "q"]].concat());
    insta::assert_snapshot!("entry_line_added", said);
    let kept = shell.run(&["show", "010101", "--json"]).fine().out;
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept["moment"], "the heron stood very still");
    assert_eq!(kept["later"][0]["words"], "it flew off in the end");
}

#[test]
fn the_list_is_narrowed_down_and_a_month_is_read() {
    let shell = small();
    let said = room(
        &shell,
        "My journal",
        &["d", "p", "n", "1", "b", "b", "n", "q"],
    );
    insta::assert_snapshot!(said);
}
