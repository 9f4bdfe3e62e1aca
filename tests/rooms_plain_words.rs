//! What plain mode says and takes in the rooms: the words that work there, and the worst that can
//! be typed.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use shell::Shell;
use shell::small::small;

/// What is said in a room, from its door at Home on.
fn room(shell: &Shell, door: &str, lines: &[&str]) -> String {
    let home = shell.types(&["--plain"], &["q"]).fine();
    let row = home.out.lines().find(|line| line.contains(door)).unwrap();
    let number = row.split(' ').next().unwrap();
    let said = shell.types(&["--plain"], &[&[number], lines].concat());
    let out = said.fine().out;
    let (_, said) = out.split_once("Where to: \n").unwrap();
    said.to_owned()
}

#[test]
fn help_in_a_room_says_what_works_there_and_help_at_home_says_all() {
    let shell = small();
    let of_a_walk = "t point to the moment I wrote";
    for door in [
        "My journal",
        "Look back",
        "Carry forward",
        "Supervision",
        "Support",
        "Keep my words",
    ] {
        let said = room(&shell, door, &["?", "q"]);
        for words in [
            "? this help",
            "b go back one step",
            "q save and leave",
            "z take back",
            "hide hide",
        ] {
            assert!(said.contains(words), "{words} in {said}");
        }
        assert!(!said.contains(of_a_walk), "{said}");
        assert!(
            said.contains("In a reflection there are more words."),
            "{said}"
        );
    }
    let said = room(&shell, "My journal", &["?", "q"]);
    let (own, all) = (
        said.rfind("Type f to find").unwrap(),
        said.find("At every prompt").unwrap(),
    );
    assert!(own < all, "the words of the list come first: {said}");
    assert!(room(&shell, "Help", &["q"]).contains(of_a_walk));
}

#[test]
fn a_page_to_read_names_no_id_and_a_verb_does() {
    let shell = small();
    let said = room(&shell, "My journal", &["1", "q"]);
    assert!(said.contains("1 Go back"), "{said}");
    assert!(!said.contains("Id:"), "{said}");
    assert!(shell.run(&["show", "010101"]).fine().out.contains("Id: "));
}

#[test]
fn what_was_removed_is_found_in_one_place_from_everywhere() {
    let shell = small();
    let _ = room(&shell, "My journal", &["1", "3", "q"]);
    let narrow = room(&shell, "My journal", &["n", "q"]);
    let row = narrow
        .lines()
        .find(|line| line.contains("Bring back what I removed"))
        .unwrap();
    let row = row.split(' ').next().unwrap();
    let from_list = room(&shell, "My journal", &["r", "1", "q"]);
    let from_filters = room(&shell, "My journal", &["n", row, "1", "q"]);
    for said in [from_list, from_filters] {
        assert!(said.contains("What I removed from my journal."), "{said}");
        assert!(said.contains("laughed at the rain"), "{said}");
    }
}

#[test]
fn the_worst_labels_do_no_harm_line_by_line() {
    let long = "x".repeat(5_000);
    for typed in [
        "a\u{1b}[31mred\u{7}\u{0}b",
        "family 👨‍👩‍👧‍👦 🇬🇧",
        "שלום \u{202e}turned",
        long.as_str(),
    ] {
        let shell = small();
        let said = room(&shell, "My journal", &["3", "2", "3", typed, "", "b", "q"]);
        let odd = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!said.contains(odd), "{said:?}");
        let kept = shell.run(&["show", "010101", "--json"]).fine().out;
        let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
        let label = kept["tags"].to_string();
        let last = typed.trim_end().chars().last().unwrap();
        assert!(label.contains(last), "{label} of {typed}");
    }
}

#[test]
fn the_worst_queries_are_said_in_words() {
    let shell = small();
    let long = "x".repeat(10_000);
    let words = "ab ".repeat(3_000);
    let odd = format!("colour:{long}");
    for query in [
        "\u{1b}[31mred\u{7}",
        "👨‍👩‍👧‍👦",
        "שלום",
        long.as_str(),
        &words,
        "\"",
    ] {
        let said = shell.run(&["search", query]);
        assert!(said.out.len() + said.err.len() < 1_000, "{said:?}");
        assert!(
            !said.out.contains('\u{1b}') && !said.err.contains('\u{1b}'),
            "{said:?}"
        );
    }
    for (verb, typed) in [
        ("search", ""),
        ("search", odd.as_str()),
        ("month", "0000-00"),
        ("month", "0000-01"),
        ("month", "2026-13"),
        ("month", ""),
        ("month", "\u{1b}[31m2026-01"),
        ("month", long.as_str()),
    ] {
        let said = shell.run(&[verb, typed]);
        assert_eq!(said.code, Some(2), "{said:?}");
        assert!(said.err.len() < 600, "{verb} {}", said.err);
        assert!(!said.err.contains('\u{1b}'), "{said:?}");
    }
}
