//! Packs of one's own, from the shell: what is used, a new one, what is to mend, and one that goes.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use std::fs;

use alongside::content::lint::{self, Kind, Text};
use alongside::content::{Pack, UserPack, Vignette};
use alongside::domain::{
    Answer, Answered, Attempt, Entry, Finished, HeadingId, Id, ItemId, Length,
};
use alongside::reflection::told;
use alongside::store::Store;
use serde_json::Value;
use shell::Shell;

const EXAMPLE: &str = include_str!("../docs/packs/our-service.toml");
const STARTING: &str = include_str!("../assets/packs/starting.toml");

/// What is printed, with the packs folder named the same on every machine.
fn out(shell: &Shell, args: &[&str]) -> String {
    let said = shell.run(args).fine().out;
    said.replace(&shell.path("").display().to_string(), "~/")
}

fn json(shell: &Shell, args: &[&str]) -> Value {
    serde_json::from_str(&shell.run(args).fine().out).unwrap()
}

#[test]
fn the_list_says_what_is_used_and_what_is_left_out_and_why() {
    let shell = Shell::new();
    insta::assert_snapshot!(out(&shell, &["packs"]), @r#"
    With Alongside: Peer support principles. 50 questions, 18 stories to try and 18 pages to learn from.
    Words of the place: Words of the UK (uk).
    To change them, go to "How Alongside looks and works" on Home, or type: alongside settings --words PLACE (uk, us or nz-au)
    Your own packs, in ~/config/packs:
    None yet. To begin one, type: alongside packs new our-service
    "#);
    shell.own_pack("our-service.toml", EXAMPLE);
    shell.own_pack(
        "z.toml",
        "id = \"z\"\nversion = 1\n[words]\nsupervisr = \"x\"\n",
    );
    shell.run(&["settings", "--words", "us"]).fine().done();
    insta::assert_snapshot!(out(&shell, &["packs", "list"]), @r#"
    With Alongside: Peer support principles. 50 questions, 18 stories to try and 18 pages to learn from.
    Words of the place: Words of the United States (us).
    To change them, go to "How Alongside looks and works" on Home, or type: alongside settings --words PLACE (uk, us or nz-au)
    Your own packs, in ~/config/packs:
    our-service.toml: Words of our service. It brings 2 words of the place, 1 step in other words, 2 questions and 1 story to try.
    Left out for now. z.toml, line 4: "supervisr" is not a name that can stand here. The names are: person, recovery, session, sessions, supervisor.
    "#);
    let list = json(&shell, &["packs", "list", "--json"]);
    assert_eq!(list["words_of"]["place"], "us");
    assert_eq!(list["own"][0]["vignettes"], 1);
    assert_eq!(list["own"][1]["is_used"], false);
    assert_eq!(list["own"][1]["line"], 4);
    assert_eq!(list["own"][1]["id"], Value::Null);
}

#[test]
fn a_new_pack_can_be_used_at_once_and_nothing_is_ever_written_over() {
    let shell = Shell::new();
    insta::assert_snapshot!(out(&shell, &["packs", "new", "our-place"]), @r"
    Begun: ~/config/packs/our-place.toml
    Open it in a text editor and change what you like. Then type: alongside packs check our-place
    ");
    insta::assert_snapshot!(out(&shell, &["packs", "check", "our-place"]), @r"
    our-place.toml: it can be used. It brings nothing yet.
    Its words are plain.
    ");
    let file = shell.path("config/packs/our-place.toml");
    fs::write(&file, "# mine now\n").unwrap();
    let [what, _] = shell.run(&["packs", "new", "our-place.toml"]).trouble(1);
    assert!(
        what.contains("our-place.toml already. It is as it was."),
        "{what}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "# mine now\n");
    for name in ["../out", "", "two words", ".toml", "a/b", &"x".repeat(60)] {
        shell.run(&["packs", "new", name]).trouble(2);
    }
    assert_eq!(fs::read_dir(shell.path("config/packs")).unwrap().count(), 1);
}

#[test]
fn every_line_of_the_new_file_can_be_taken_into_use() {
    let taken = STARTING.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if !rest.is_empty() && !rest.starts_with(' ') => rest,
        Some(rest) if rest.starts_with("  ") => rest,
        _ => line,
    });
    let text = taken
        .collect::<Vec<_>>()
        .join("\n")
        .replace("{NAME}", "ours");
    let pack = UserPack::read("ours.toml", &text).unwrap();
    assert_eq!((pack.brings.items, pack.brings.vignettes), (1, 1));
    let pack = Pack::shipped().unwrap().with(pack).unwrap();
    assert_eq!(pack.vignettes().len(), 19);
    let notes = STARTING.lines().filter_map(|line| line.strip_prefix("# "));
    let texts: Vec<Text> = notes
        .map(|note| Text {
            place: note.to_owned(),
            kind: Kind::Prose,
            text: note.to_owned(),
        })
        .collect();
    assert_eq!(lint::check(&texts), []);
}

#[test]
fn the_worked_example_is_the_one_that_is_described_and_needs_no_advice() {
    let shell = Shell::new();
    let file = shell.path("our-service.toml");
    fs::write(&file, EXAMPLE).unwrap();
    insta::assert_snapshot!(out(&shell, &["packs", "check", "our-service.toml"]), @r"
    our-service.toml: it can be used. It brings 2 words of the place, 1 step in other words, 2 questions and 1 story to try.
    Its words are plain.
    ");
    let described = include_str!("../docs/packs.md");
    let parts = described.split("```toml\n").skip(1);
    let parts: Vec<&str> = parts.filter_map(|part| part.split("```").next()).collect();
    assert!(parts.len() >= 5, "{}", parts.len());
    let in_example = parts
        .iter()
        .filter(|part| EXAMPLE.contains(part.trim_end()));
    // One part shows how options are written, which the example does not need.
    assert_eq!(in_example.count(), parts.len() - 1);
}

#[test]
fn checking_says_the_line_first_and_then_what_could_be_plainer() {
    let shell = Shell::new();
    let hard = EXAMPLE
        .replace(
            "What will help me leave this at work?",
            "Was the client OK!",
        )
        .replace(
            "A worker of ten years",
            "A worker of ten years, and a great many more than that",
        );
    shell.own_pack("a.toml", &hard.replace("\"our-service\"", "\"a\""));
    let theirs = EXAMPLE
        .replace("OURLIGHT", "THEIRS")
        .replace("our-", "their-")
        .replace("principle = \"STR\"", "principle = \"STRONG\"");
    shell.own_pack("b.toml", &theirs);
    let said = shell.run(&["packs", "check"]);
    assert_eq!(said.code, Some(1));
    insta::assert_snapshot!(said.out, @r#"
    a.toml: it can be used. It brings 2 words of the place, 1 step in other words, 2 questions and 1 story to try.
    This could be plainer. It is advice, and the pack is used as it is.
    - step set_down: "Was the client OK!" shouts. End it with a full stop.
    - step set_down: "client" stands in "Was the client OK!". Write "the person" or say what happened.
    - vignette our-the-voices: "A worker of ten years, and a great many more than that" takes 54 cells. Cut it down to 44, to fit one row.
    b.toml, line 76: the heading "STRONG" is not there. A view can lean on: MUT, REC, NON, STR, RFO, COM, PRO, SAF, RES, INC, SUP, ROL, OURLIGHT, THEIRS.
    "#);
    insta::assert_snapshot!(said.err, @r"
    Not every pack can be used yet.
    Above it says what to change. Then check it again.
    ");
    let said = shell.run(&["packs", "check", "--json"]);
    let all: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(all[0]["can_be_used"], true);
    assert_eq!(all[0]["advice"].as_array().unwrap().len(), 3);
    assert_eq!(all[1]["line"], 76);
    shell.run(&["packs", "check", "a.toml"]).fine().done();
    let [what, todo] = shell.run(&["packs", "check", "nowhere.toml"]).trouble(1);
    assert_eq!(
        what,
        "There is no file nowhere.toml here or in the packs folder."
    );
    assert!(todo.ends_with("alongside packs list"), "{todo}");
    fs::create_dir(shell.path("config/packs/folder.toml")).unwrap();
    let said = shell.run(&["packs", "check", "folder.toml"]);
    let said = said.sees("folder.toml: this is no file that can be read.");
    assert_eq!(said.code, Some(1));
}

#[test]
fn a_newer_file_is_checked_in_the_place_of_the_older_one() {
    let shell = Shell::new();
    shell.own_pack("our-service.toml", EXAMPLE);
    fs::write(shell.path("newer.toml"), EXAMPLE).unwrap();
    shell.run(&["packs", "check", "newer.toml"]).fine().done();
    shell.own_pack("zz.toml", EXAMPLE);
    let said = shell.run(&["packs", "check", "zz"]);
    assert!(
        said.out
            .contains("line 3: the id \"our-service\" is in the pack"),
        "{}",
        said.out
    );
}

#[test]
fn a_film_among_the_packs_is_left_out_and_all_else_is_there() {
    let shell = Shell::new().settled("");
    shell.own_pack(
        "a.toml",
        "id = \"mine\"\nversion = 1\n[words]\nsession = \"shift\"\n",
    );
    let film = fs::File::create(shell.path("config/packs/film.toml")).unwrap();
    film.set_len(50 << 20).unwrap();
    shell
        .types(&["reflect", "--length", "quick"], &["1"])
        .fine()
        .sees("film.toml: the file is larger than 1 MiB.")
        .sees("What kind of shift was it?")
        .done();
}

#[test]
fn the_words_of_a_place_reach_what_is_asked() {
    let shell = Shell::new();
    for (place, said) in [
        ("us", "Words of the place: us"),
        ("nz-au", "Words of the place: nz-au"),
        ("uk", "Words of the place: uk"),
    ] {
        shell
            .run(&["settings", "--words", place])
            .fine()
            .sees(said)
            .done();
        let settings = fs::read_to_string(shell.path("config/settings.toml")).unwrap();
        assert!(
            settings.contains(&format!("words_of = \"{place}\"")),
            "{settings}"
        );
    }
    shell.run(&["settings", "--words", "mars"]).trouble(2);
}

#[test]
fn the_pages_to_learn_from_are_listed_and_read() {
    let shell = Shell::new();
    let list = out(&shell, &["learn"]);
    assert_eq!(list.lines().count(), 19);
    let page = out(&shell, &["learn", "mut"]);
    assert!(page.starts_with("Mutuality.\n"), "{page}");
    assert!(page.contains("\nWhere it comes from\n"), "{page}");
    let all = json(&shell, &["learn", "--json"]);
    assert_eq!(all.as_array().unwrap().len(), 18);
    let one = json(&shell, &["learn", "safe", "--json"]);
    assert_eq!(one["heading"], "SAF");
    assert!(!one["vignettes"].as_array().unwrap().is_empty());
    assert_eq!(one["pieces"][0]["kind"], "heading");
    shell.run(&["learn", "soup"]).trouble(2);
    assert!(!shell.journal().exists());
}

#[test]
fn entries_still_read_when_the_pack_they_used_is_gone() {
    let example = UserPack::read("our-service.toml", EXAMPLE).unwrap();
    let with_it = Pack::shipped().unwrap().with(example).unwrap();
    let vignette = with_it.vignette("our-the-voices").unwrap();
    let (set, item) = with_it.item("OURLIGHT2").unwrap();
    let at = chrono::DateTime::parse_from_rfc3339("2026-05-12T17:40:00+01:00").unwrap();
    let id = Id::at(1_778_600_000_000, &[1; 10]);
    let mut entry = Entry::empty(id, at, ("peer-principles".into(), 1), Length::Vignette);
    entry.practice = true;
    entry.answers = vec![Answered {
        item: ItemId::new(&*item.id),
        heading: HeadingId::new(&*set.id),
        question: item.practice_question.clone(),
        answer: Some(Answer::Partly),
        note: "The first half.".into(),
        points_to_moment: false,
        go_deeper: String::new(),
    }];
    entry.attempt = Some(attempt(vignette));
    let mut store = Store::in_memory().unwrap();
    let finished = Finished {
        entry: entry.clone(),
        draft: None,
        carries: false,
        last: None,
        tell: None,
    };
    store.finish(&finished, at).unwrap();
    let read = store.entry(id).unwrap().unwrap();
    assert_eq!(read, entry);
    let without = Pack::shipped().unwrap();
    assert!(without.vignette("our-the-voices").is_none());
    let told = format!("{:?}", told(&without, &read));
    for words in [&item.practice_question, "The first half."] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

fn attempt(vignette: &Vignette) -> Attempt {
    Attempt {
        vignette: vignette.id.clone(),
        version: vignette.version,
        title: vignette.title.clone(),
        story: vignette.story.clone(),
        pull: "To laugh along.".into(),
        ..Attempt::default()
    }
}
