//! Slips in a vignette of one's own: each is told with its line and its cure.

use super::super::{Pack, UserPack};
use super::{SHIPPED, read};

const STORY: &str = r#"
[[vignette]]
id = "own-story"
version = 1
title = "A story"
theme = "Ours"
hard = "Being new."
items = ["MUT1"]
story = ["They ask."]
differ = "In pace."
ask = "Whose?"
"#;

const WAYS: &str = r#"
[[vignette.could]]
id = "one"
text = "Wait"
[[vignette.could]]
id = "two"
text = "Ask"
"#;

fn view(who: &str, principle: &str) -> String {
    format!(
        "[[vignette.view]]\nwho = \"{who}\"\nprinciple = \"{principle}\"\nwould = \"I wait.\"\n\
         why = \"It is theirs.\"\n"
    )
}

fn views() -> String {
    [view("One", "MUT"), view("Two", "SAF"), view("Three", "RES")].concat()
}

fn whole() -> String {
    [STORY, WAYS, &views()].concat()
}

fn pack(id: &str, body: &str) -> Result<UserPack, String> {
    let text = format!("id = \"{id}\"\nversion = 1{body}");
    UserPack::read(&format!("{id}.toml"), &text).map_err(|error| error.to_string())
}

fn said(body: &str) -> String {
    let laid = pack("ours", body).and_then(|extra| {
        let laid = Pack::shipped().and_then(|pack| pack.with(extra));
        laid.map_err(|error| error.to_string())
    });
    laid.err().unwrap_or_default()
}

/// Holds what is said of the whole with one thing in it changed.
fn check(table: &[(&str, &str, &str)]) {
    let whole = whole();
    assert_eq!(said(&whole), "");
    for (before, after, message) in table {
        assert!(whole.contains(before), "{before}");
        assert_eq!(said(&whole.replacen(before, after, 1)), *message, "{after}");
    }
}

#[test]
fn a_view_or_a_way_that_is_not_there_is_told() {
    let two = [view("One", "MUT"), view("Two", "SAF")].concat();
    let few_views = "ours.toml, line 3: the vignette \"own-story\" needs three views or more. \
                     Add a part that begins: [[vignette.view]]";
    assert_eq!(said(&[STORY, WAYS, &two].concat()), few_views);
    assert_eq!(said(STORY), few_views);
    assert_eq!(
        said(&[STORY, &views()].concat()),
        "ours.toml, line 3: the vignette \"own-story\" needs two things to choose from, or more. \
         Add a part that begins: [[vignette.could]]"
    );
}

#[test]
fn an_id_that_is_taken_is_told_with_the_name_of_the_pack_that_has_it() {
    check(&[(
        "own-story",
        "drift",
        "ours.toml, line 4: the id \"drift\" is in the pack \"peer-principles\" too. \
         Give yours another id.",
    )]);
    assert_eq!(
        said(&[whole(), whole()].concat()),
        "ours.toml, line 37: the id \"own-story\" is used twice. Give one of them another id."
    );
    let first = Pack::shipped().unwrap();
    let first = first.with(pack("one", &whole()).unwrap()).unwrap();
    let last = first.vignettes().last().unwrap();
    assert_eq!(last.id, "own-story");
    let twice = first.with(pack("two", &whole()).unwrap()).unwrap_err();
    assert_eq!(
        twice.to_string(),
        "two.toml, line 4: the id \"own-story\" is in the pack \"one\" too. Give yours another id."
    );
}

#[test]
fn a_link_that_leads_nowhere_is_told() {
    check(&[
        (
            "[\"MUT1\"]",
            "[\"MUT1\",\n \"MUT9\"]",
            "ours.toml, line 10: the vignette \"own-story\" links to \"MUT9\", and there is no such \
             item. Look for a slip in it, or take it out.",
        ),
        (
            "[\"MUT1\"]",
            "[\"MUT1\",\n \"MUT2\",\n \"MUT1\"]",
            "ours.toml, line 11: the vignette \"own-story\" links to \"MUT1\" twice. \
             Take one of them out.",
        ),
        (
            "\"SAF\"",
            "\"SAFE\"",
            "ours.toml, line 27: the heading \"SAFE\" is not there. A view can lean on: MUT, REC, \
             NON, STR, RFO, COM, PRO, SAF, RES, INC, SUP, ROL.",
        ),
        (
            "\"MUT1\"",
            "",
            "ours.toml, line 9: the vignette \"own-story\" has no items. \
             Write it between the brackets after: items =",
        ),
    ]);
}

#[test]
fn words_that_are_not_there_are_told() {
    let no_story = "ours.toml, line 10: the vignette \"own-story\" has no story. \
                    Write it between the brackets after: story =";
    check(&[
        ("\"They ask.\"", "", no_story),
        ("\"They ask.\"", "\" \", \"\"", no_story),
        (
            "\"I wait.\"",
            "\"\"",
            "ours.toml, line 23: the \"would\" here is empty. \
             Write some words between the quote marks.",
        ),
        (
            "ask = \"Whose?\"\n",
            "",
            "ours.toml, line 3: the part that begins here has no \"ask\". \
             Add a line that begins: ask =",
        ),
        (
            "They ask.",
            "{They} ask.",
            "ours.toml, line 10: {They} is not a word that can be filled in. These can: person, \
             recovery, session, sessions, supervisor, who, path.",
        ),
    ]);
}

#[test]
fn each_shipped_file_holds_the_one_vignette_it_is_listed_by() {
    let words = Pack::shipped().unwrap().words;
    for (id, text) in SHIPPED {
        let read = read(id, text, &words).unwrap();
        let ids: Vec<&str> = read.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, [*id]);
    }
}

#[test]
fn a_pack_with_vignettes_is_laid_on_without_reading_the_shipped_ones() {
    let pack = Pack::shipped().unwrap();
    let pack = pack.with(self::pack("ours", &whole()).unwrap()).unwrap();
    assert!(pack.vignettes.get().is_none());
    assert!(pack.is_own_vignette("own-story"));
    assert!(!pack.is_own_vignette("drift"));
    assert!(pack.vignettes.get().is_none());
    assert_eq!(pack.vignettes().len(), SHIPPED.len() + 1);
}
