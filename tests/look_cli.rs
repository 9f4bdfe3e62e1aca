//! The verbs that give the journal back say what the rooms say, in words and as JSON.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use serde_json::Value;
use shell::small::{empty, small};
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
