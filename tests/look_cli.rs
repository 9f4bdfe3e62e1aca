//! The verbs that give the journal back say what the rooms say, in words and as JSON.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use alongside::domain::{Attempt, Entry, Finished, Length};
use alongside::store::{Access, Key, Store};
use serde_json::Value;
use shell::small::{at, empty, id, small};
use shell::{QUICK, Shell};

fn out(shell: &Shell, args: &[&str]) -> String {
    shell.run(args).fine().out
}

fn json(shell: &Shell, args: &[&str]) -> Value {
    serde_json::from_str(&out(shell, &[args, &["--json"]].concat())).unwrap()
}

#[test]
fn each_verb_says_what_there_is() {
    let shell = small();
    let verbs: [&[&str]; 9] = [
        &["month", "2020-03"],
        &["month", "2020-03", "--json"],
        &["supervision"],
        &["lookback"],
        &["lookback", "--heading", "mutual"],
        &["carry"],
        &["before"],
        &["carry", "--json"],
        &["lookback", "--json"],
    ];
    let said = verbs.map(|args| format!("$ {}\n{}", args.join(" "), out(&shell, args)));
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn an_empty_journal_is_no_trouble_to_any_verb() {
    let shell = empty();
    for verb in [
        "lookback",
        "carry",
        "before",
        "month",
        "supervision",
        "practice",
    ] {
        assert!(!out(&shell, &[verb]).trim().is_empty(), "{verb}");
        json(&shell, &[verb]);
    }
    assert!(!shell.journal().exists());
    let named = shell.path("elsewhere.db").display().to_string();
    for verb in [
        "lookback",
        "carry",
        "before",
        "month",
        "supervision",
        "practice",
    ] {
        shell.run(&[verb, "--journal", &named]).trouble(1);
    }
}

#[test]
fn the_shell_and_the_room_say_the_same() {
    let shell = small();
    let home = shell.types(&["--plain"], &["q"]).fine();
    let number = |door: &str| {
        let row = home.out.lines().find(|line| line.contains(door)).unwrap();
        row.split(' ').next().unwrap().to_owned()
    };
    for (args, door) in [
        (&["lookback"][..], "Look back"),
        (&["before"], "Before a session"),
    ] {
        let room = shell.types(&["--plain"], &[&number(door), "q"]).fine();
        for line in out(&shell, args).lines() {
            assert!(room.out.contains(line), "{line} in {}", room.out);
        }
    }
}

#[test]
fn one_heading_in_the_shell_is_its_page_in_the_room() {
    // Weeks end today, so something of today stands beside what is old.
    let shell = small();
    let _ = shell
        .types(&["reflect", "--length", "quick"], &QUICK)
        .fine();
    let row = |out: &str, named: &str| {
        let mut rows = out.lines().rev();
        let row = rows.find(|line| {
            line.split_once(' ')
                .is_some_and(|(_, words)| words == named)
        });
        let row = row.unwrap_or_else(|| panic!("no row {named} in {out}"));
        row.split(' ').next().unwrap().to_owned()
    };
    let room = |typed: &[String]| {
        let typed: Vec<&str> = typed.iter().map(String::as_str).chain(["q"]).collect();
        shell.types(&["--plain"], &typed).fine().out
    };
    for (by, shows) in [
        ("entries", None),
        ("weeks", Some("Show the map by week")),
        ("months", Some("Show the map by month")),
    ] {
        let mut typed = Vec::new();
        for named in [Some("Look back"), shows, Some("Mutuality")]
            .into_iter()
            .flatten()
        {
            typed.push(row(&room(&typed), named));
        }
        let said = out(&shell, &["lookback", "--by", by, "--heading", "mutual"]);
        let room = room(&typed);
        assert!(
            said.starts_with("Mutuality.\n") && room.contains(&said),
            "{said} in {room}"
        );
    }
}

#[test]
fn a_heading_that_never_came_up_says_so_over_any_time() {
    for shell in [small(), empty()] {
        for by in ["entries", "weeks", "months"] {
            let said = out(&shell, &["lookback", "--by", by, "--heading", "respect"]);
            assert!(
                said.lines().count() > 2 && said.contains("Respect"),
                "{said}"
            );
        }
    }
}

#[test]
fn what_was_typed_wrong_is_said_with_what_to_type() {
    let shell = small();
    for (args, words) in [
        (
            &["lookback", "--heading", "soup"][..],
            "no heading called soup",
        ),
        (&["month", "soon"], "\"soon\" is not a month."),
        (&["lookback", "--by", "days"], "\"days\" cannot stand here."),
        (&["search"], "QUERY"),
    ] {
        let [what, todo] = shell.run(args).trouble(2);
        assert!(what.contains(words), "{what}");
        assert!(
            todo.starts_with("Type ") || todo.starts_with("To see "),
            "{todo}"
        );
    }
}

#[test]
fn help_names_every_verb_in_its_group_and_every_filter() {
    let shell = Shell::new();
    let help = out(&shell, &["--help"]);
    insta::assert_snapshot!(help);
    for filter in alongside::domain::FILTERS {
        shell
            .run(&["search", "--help"])
            .fine()
            .sees(filter.such_as)
            .sees(filter.says)
            .done();
    }
}

#[test]
fn what_is_found_is_listed_and_what_stands_within_words_comes_last() {
    let shell = small();
    let all = [
        "heron",
        "rain",
        "iting",
        "\"waiting room\"",
        "heading:safe",
        "answer:unsure stage:end",
    ];
    let said = all.map(|query| format!("$ {query}\n{}", out(&shell, &["search", query])));
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(out(&shell, &["search", "soup"]), "Nothing was found.\n");
    assert_eq!(json(&shell, &["search", "soup"]), serde_json::json!([]));
    let found = json(&shell, &["search", "iting"]);
    assert_eq!(found[0]["within_a_word"], true);
    assert_eq!(
        json(&shell, &["search", "rain", "--limit", "1"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    json(&shell, &["search", "rain", "--by-relevance"]);
}

#[test]
fn a_search_that_cannot_be_read_says_what_to_type() {
    for shell in [small(), empty()] {
        for (query, words) in [
            ("since:2026-02-31", "This is no day: 2026-02-31."),
            ("heading:soup", "There is no heading called soup."),
            ("shoe:size", "There is no filter called shoe."),
            ("mood:well", "never searched"),
            ("\"", "nothing to look for"),
        ] {
            let [what, todo] = shell.run(&["search", query]).trouble(2);
            assert!(what.contains(words), "{query}: {what}");
            assert!(!todo.is_empty());
        }
    }
    let long = "rain ".repeat(2_000);
    assert_eq!(small().run(&["search", &long]).code, Some(0));
}

/// Everything that is printed of the journal, on the list or on a page for somebody else.
const ALL_THAT_IS_REAL: [&[&str]; 18] = [
    &["list"],
    &["list", "--json"],
    &["list", "--older-than", "1"],
    &["list", "--older-than", "1", "--json"],
    &["search", "rain"],
    &["search", "rain", "--json"],
    &["search", "ain", "--json"],
    &["search", "heading:mut", "--json"],
    &["search", "is:real", "--json"],
    &["search", "rain", "--by-relevance", "--json"],
    &["month", "2020-03"],
    &["month", "2020-03", "--json"],
    &["lookback", "--json"],
    &["lookback", "--by", "months", "--json"],
    &["carry", "--json"],
    &["before", "--json"],
    &["supervision", "--json"],
    &["lookback", "--heading", "mutual"],
];

/// What is handed on to a supervisor or to another program holds nothing made up.
#[test]
fn no_verb_prints_practice_unless_it_is_asked_for() {
    let shell = small();
    a_try(&shell, "2020-03-21");
    let printed = |shell: &Shell| ALL_THAT_IS_REAL.map(|args| out(shell, args));
    let with = printed(&shell);
    for (args, said) in ALL_THAT_IS_REAL.iter().zip(&with) {
        assert!(!said.contains("made up"), "{args:?}: {said}");
        assert!(!said.contains("practice\": true"), "{args:?}: {said}");
    }
    // Asked for, it is there, and nothing real with it.
    let all = json(&shell, &["list", "--practice"]);
    let moments: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["practice"])
        .collect();
    assert_eq!(moments, [true, true]);
    assert_eq!(all[0]["attempt"]["pull"], "made up, as a try");
    let listed = out(&shell, &["list", "--practice"]);
    assert!(
        listed.contains("made up, with rain") && !listed.contains("heron"),
        "{listed}"
    );
    let found = json(&shell, &["search", "is:practice"]);
    assert_eq!(found.as_array().unwrap().len(), 2);
    let found = json(&shell, &["search", "is:practice", "rain"]);
    assert_eq!(found[0]["words"], "made up, with rain");
    // What it is named by leads to it, since whoever types that means it.
    let id = all[0]["id"].as_str().unwrap();
    assert!(out(&shell, &["show", id]).contains("made up, as a try"));
    for row in all.as_array().unwrap() {
        shell
            .run(&["delete", row["id"].as_str().unwrap()])
            .fine()
            .done();
    }
    assert_eq!(printed(&shell), with);
    assert_eq!(json(&shell, &["list", "--practice"]), serde_json::json!([]));
    assert!(out(&shell, &["list", "--practice"]).contains("no practice"));
}

#[test]
fn who_has_only_practised_hears_where_that_is() {
    let shell = empty();
    std::fs::create_dir_all(shell.journal().parent().unwrap()).unwrap();
    a_try(&shell, "2020-03-21");
    let listed = out(&shell, &["list"]);
    assert!(
        listed.contains("nothing real") && listed.contains("list --practice"),
        "{listed}"
    );
    assert!(!listed.contains("made up"), "{listed}");
    assert_eq!(json(&shell, &["list"]), serde_json::json!([]));
    let home = shell.types(&["--plain"], &["q"]).fine();
    let row = home.out.lines().find(|line| line.contains("My journal"));
    let number = row.unwrap().split(' ').next().unwrap();
    let room = shell
        .types(&["--plain"], &[number, "1", "b", "b", "q"])
        .fine();
    assert!(
        room.out
            .contains("There is nothing real in the journal yet."),
        "{}",
        room.out
    );
    assert!(room.out.contains("Found for: is:practice"), "{}", room.out);
    assert!(room.out.contains("made up, as a try"), "{}", room.out);
}

/// Keeps a try of a vignette.
fn a_try(shell: &Shell, day: &str) {
    let mut store = Store::open(&shell.journal(), Access::Write, &Key::None, at(day)).unwrap();
    let pack = ("peer-principles".to_owned(), 1);
    let mut entry = Entry::empty(id(9), at(day), pack, Length::Vignette);
    entry.practice = true;
    entry.attempt = Some(Attempt {
        vignette: "silence".into(),
        title: "A quiet hour".into(),
        pull: "made up, as a try".into(),
        ..Attempt::default()
    });
    let finished = Finished {
        entry,
        draft: None,
        carries: false,
        last: None,
        tell: None,
    };
    store.finish(&finished, at(day)).unwrap();
}
