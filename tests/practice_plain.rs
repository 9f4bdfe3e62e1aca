//! The practice room line by line, in the real journal: tries side by side, the longer view, the sheet.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;
mod tries;

use std::path::Path;

use alongside::store::{Access, Key, Store};
use shell::small::{at, empty, small, undated};
use shell::{SAVED, Shell};

/// A computer with tries in its journal.
fn tried() -> Shell {
    let shell = small();
    let now = at("2020-04-06");
    let mut store = Store::open(&shell.journal(), Access::Write, &Key::None, now).unwrap();
    tries::put(&mut store);
    drop(store);
    shell
}

/// What is said in a room, from its door at Home on. A row is typed by its first words.
fn room(shell: &Shell, door: &str, ways: &[&str]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for way in [&[door], ways].concat() {
        let line = match way.strip_prefix('>') {
            Some(typed) => typed.to_owned(),
            None => number(shell, &lines, way),
        };
        lines.push(line);
    }
    lines.push("q".into());
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let out = shell
        .types(&["--plain"], &lines)
        .fine()
        .ends_with(SAVED)
        .out;
    let (_, said) = out.split_once("Where to: \n").unwrap();
    undated(said.trim_end().trim_end_matches(SAVED).trim_end())
}

/// The number of the row that begins so, on the leaf that these lines lead to.
fn number(shell: &Shell, lines: &[String], words: &str) -> String {
    // What is typed on the way is tried on a copy, so that nothing is kept twice.
    let (kept, aside) = (shell.path("words"), shell.path("aside"));
    copy(&kept, &aside);
    let typed: Vec<&str> = lines.iter().map(String::as_str).chain(["q"]).collect();
    let out = shell.types(&["--plain"], &typed).fine().out;
    std::fs::remove_dir_all(&kept).unwrap();
    std::fs::rename(&aside, &kept).unwrap();
    let row = out.lines().rev().find_map(|line| {
        let (number, row) = line.split_once(' ')?;
        let is_number = number.trim_end_matches('.').parse::<usize>().is_ok();
        (is_number && row.trim().starts_with(words)).then(|| number.trim_end_matches('.'))
    });
    row.unwrap_or_else(|| panic!("no {words:?} in {out}"))
        .to_owned()
}

/// Copies a folder and what is in it; none where there is none yet.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(from).unwrap();
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap().path();
        let to = to.join(file.file_name().unwrap());
        if file.is_dir() {
            copy(&file, &to);
        } else {
            std::fs::copy(&file, &to).unwrap();
        }
    }
}

#[test]
fn the_room_from_nothing_and_in_use() {
    let nothing = room(&empty(), "Practice room", &["My practice reflections"]);
    let shell = tried();
    let tries = room(
        &shell,
        "Practice room",
        &["Every story", "So are you a nurse", "Earlier beside newest"],
    );
    insta::assert_snapshot!([nothing, tries].join("\n\n########\n\n"));
}

#[test]
fn the_longer_view_is_said_asked_again_and_taken_back() {
    let shell = tried();
    let way = ["How sure I would feel", "Mutuality", "Say it again"];
    let said = room(
        &shell,
        "Practice room",
        &[
            &way[..],
            &[
                ">3",
                ">I name them early.",
                ">1",
                ">I did not see it.",
                ">soon",
                "Keep it without",
            ],
        ]
        .concat(),
    );
    let taken = room(
        &shell,
        "Practice room",
        &[
            "How sure I would feel",
            "Mutuality",
            "Take back",
            "Mostly on my own: I name",
            "Put back",
        ],
    );
    insta::assert_snapshot!([said, taken].join("\n\n########\n\n"));
}

#[test]
fn a_form_left_half_way_is_on_home_and_goes_on_there() {
    let shell = tried();
    room(
        &shell,
        "Practice room",
        &[
            "How sure I would feel",
            "Safe",
            "Say how sure",
            ">2",
            ">A line on my way",
            ">l",
        ],
    );
    let said = shell.types(&["--plain"], &["q"]).fine().out;
    assert!(said.contains("how sure I would feel"), "{said}");
    assert!(!said.contains("A line on my way"), "{said}");
}

#[test]
fn a_try_left_half_way_goes_on_from_the_page_of_its_story() {
    let shell = tried();
    let story = ["Every story", "So are you a nurse"];
    let begun = [
        &story[..],
        &["Try it again", ">", ">To say what I am.", ">l"],
    ]
    .concat();
    room(&shell, "Practice room", &begun);
    let said = room(&shell, "Practice room", &story);
    assert!(said.contains("\n1 Go on with the try I began ("), "{said}");
    let on = [&story[..], &["Go on with the try I began"]].concat();
    let said = room(&shell, "Practice room", &on);
    let (_, walk) = said.split_once("Go on with the try I began").unwrap();
    assert!(walk.contains("To say what I am."), "{said}");
    let other = room(
        &shell,
        "Practice room",
        &["Every story", "What do you write about me"],
    );
    assert!(!other.contains("Go on with the try"), "{other}");
}

#[test]
fn the_day_that_was_set_is_one_quiet_row_of_home() {
    let shell = tried();
    let ask = |days: &[(&str, &str)]| {
        let now = at("2020-04-06");
        let mut store = Store::open(&shell.journal(), Access::Write, &Key::None, now).unwrap();
        tries::ask_again(&mut store, days);
    };
    let home = || shell.types(&["--plain"], &["q"]).fine().out;
    ask(&[("SAF", "2029-04-05")]);
    assert!(!home().contains("I set has come"), "{}", home());
    ask(&[("SAF", "2020-04-05")]);
    let row = "The day I set has come: Safe";
    assert!(home().contains(row), "{}", home());
    let said = room(&shell, row, &["Say how sure", ">2", ">", ">"]);
    assert!(
        said.contains("It has come.") && said.contains("That is kept."),
        "{said}"
    );
    assert!(!home().contains("I set has come"), "{}", home());
    ask(&[("NON", "2020-04-05"), ("RES", "2020-04-05")]);
    let said = room(&shell, "Days I set have come", &[]);
    assert_eq!(said.matches("the day I set has come").count(), 2, "{said}");
    ask(&[("RES", "2029-04-05")]);
    let shared = shell.settled("shared_computer = true");
    let said = shared.types(&["--plain"], &["q"]).fine().out;
    assert!(said.contains("A day I set has come"), "{said}");
    assert!(!said.contains("come: "), "{said}");
}

#[test]
fn the_sheet_holds_what_was_chosen_and_is_marked_as_practice() {
    let shell = tried();
    let folder = shell.path("pages");
    std::fs::create_dir(&folder).unwrap();
    let to = folder.display().to_string();
    let said = room(
        &shell,
        "Practice room",
        &[
            "A sheet for my tutor",
            "What do you write",
            "A door that sticks",
            "See the page",
            "Save it as Markdown",
            &format!(">{to}"),
        ],
    );
    insta::assert_snapshot!(said.replace(&to, "FOLDER"));
    let page = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap();
    let saved = std::fs::read_to_string(page.path()).unwrap();
    assert!(saved.starts_with("# Practice, "), "{saved}");
    assert!(
        saved.contains("try 63") && saved.contains("A door that sticks"),
        "{saved}"
    );
    assert!(
        !saved.contains("try 62") && !saved.contains("try 64"),
        "{saved}"
    );
}

#[test]
fn a_try_that_is_damaged_takes_no_other_with_it() {
    let shell = tried();
    let file = rusqlite::Connection::open(shell.journal()).unwrap();
    let hurt =
        "UPDATE revision SET body = replace(body, 'try 64', 'tar 64') WHERE body LIKE '%try 64%'";
    file.execute("DROP TRIGGER revision_stays", []).unwrap();
    let hurt = file.execute(hurt, []).unwrap();
    assert!(hurt > 0);
    drop(file);
    let said = room(&shell, "Practice room", &["My tries"]);
    assert!(said.contains("What do you write about me"), "{said}");
    assert!(
        said.contains("One that cannot be read (30 March 2020)"),
        "{said}"
    );
    let said = room(
        &shell,
        "Practice room",
        &["Every story", "So are you a nurse"],
    );
    assert!(
        said.contains("try 62") && !said.contains("try 64"),
        "{said}"
    );
}

#[test]
fn the_verb_says_what_the_room_holds() {
    let shell = tried();
    let said = shell.run(&["practice"]).fine().out;
    assert!(
        said.contains("I last tried it on: Monday 30 March 2020"),
        "{said}"
    );
    assert!(
        said.contains("A door that sticks, Friday 10 January 2020"),
        "{said}"
    );
    let json = shell.run(&["practice", "--json"]).fine().out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["stories"].as_array().unwrap().len(), 18);
    assert_eq!(json["tries"].as_array().unwrap().len(), 4);
    assert_eq!(json["stories"][0]["last_tried"], "2020-03-30");
    assert_eq!(
        json["tries"][0]["words"],
        "To talk until they sit down, try 64."
    );
}

#[test]
fn a_long_page_that_was_heard_is_said_again_only_when_asked_for() {
    let said = room(&empty(), "Learn", &["Mutuality", "Go back", "Mutuality"]);
    let first = "The heart of it";
    assert_eq!(said.matches(first).count(), 1, "{said}");
    assert!(said.contains("You heard this page before."), "{said}");
    let ways = ["Mutuality", "Go back", "Mutuality", ">again", ">help"];
    let said = room(&empty(), "Learn", &ways);
    assert_eq!(said.matches(first).count(), 2, "{said}");
    assert!(said.contains("\nagain say this page again\n"), "{said}");
}

#[test]
fn my_tries_come_before_the_stories_that_are_always_there() {
    let shell = tried();
    let said = shell.run(&["practice"]).fine().out;
    let place = |words: &str| said.find(words).unwrap();
    assert!(place("My tries") < place("Stories to try"));
}
