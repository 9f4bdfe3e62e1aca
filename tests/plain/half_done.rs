//! What was left half-way or let go, and how it goes on.

use crate::shell::{SAVED, Shell};

#[test]
fn what_is_let_go_can_come_back_only_until_that_prompt_is_left() {
    let shell = Shell::new();
    let land = ["1", "a heavy one", "I came", "a friend", "2"];
    let said = shell
        .types(&["land"], &[&land[..], &["z", "1"]].concat())
        .fine();
    said.sees("It is let go. No word of it is kept.")
        .sees("It is back, as it was.")
        .sees("Kept.")
        .done();
    assert!(shell.all_words().contains("a heavy one"));

    let shell = Shell::new().settled("");
    let said = shell
        .types(
            &[],
            &[&["1"], &land[..], &["what", "?", "", "z", "q"]].concat(),
        )
        .fine();
    said.sees("There is nothing to take back.")
        .sees_not("It is back")
        .done();
    assert!(!shell.all_words().contains("a heavy one"));

    let shell = Shell::new().settled("");
    let back = [&["1"], &land[..], &["z", "l"]].concat();
    shell.types(&[], &back).fine().sees("It is back").done();
    assert!(shell.all_words().contains("a heavy one"));
    assert!(!shell.all_words().contains("let_go"));

    let shell = Shell::new();
    shell.types(&["land"], &land).fine().done();
    for file in std::fs::read_dir(shell.path("words")).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(11).any(|part| part == b"a heavy one"));
    }
}

#[test]
fn a_walk_goes_on_where_it_was() {
    let shell = Shell::new().settled("");
    shell
        .types(
            &["reflect", "--length", "quick"],
            &["1", "1", "1", "the kettle"],
        )
        .fine()
        .done();
    let said = shell
        .types(&["reflect", "--resume"], &["y", "words"])
        .fine();
    said.sees("Question 1 of 6")
        .sees_not("What kind of session")
        .done();
    // Lines from a pipe were written for a new one.
    shell
        .types(&["reflect"], &["1", "2"])
        .fine()
        .sees("How much time do I have?")
        .done();
    assert_eq!(shell.half_done(), 2);
    let home = shell.types(&[], &["16", "2", "l"]).fine();
    home.sees("16 Go on with what was left half-done: 2 to choose from")
        .sees("2 a reflection, begun on ")
        .sees("Question 2 of 6")
        .ends_with(SAVED)
        .done();
}

#[test]
fn resume_goes_on_with_a_reflection_before_a_land() {
    let shell = Shell::new();
    let resume = ["reflect", "--resume"];
    shell.types(&["land"], &["", "tea"]).fine().done();
    shell
        .types(&resume, &[])
        .fine()
        .sees("Land.\nSomething I stand by")
        .done();
    let quick = ["reflect", "--length", "quick"];
    shell.types(&quick, &["1", "", ""]).fine().done();
    shell.types(&["land"], &["", "soup"]).fine().done();
    shell
        .types(&resume, &[])
        .fine()
        .sees("Reflection. My moment.")
        .done();
}

#[test]
fn a_walk_can_grow_and_stop() {
    let shell = Shell::new();
    let lines = ["1", "g", "g", "f", "a walk", "a friend"];
    let said = shell
        .types(&["reflect", "--length", "quick"], &lines)
        .fine();
    said.sees("It goes on for longer now.").sees("Kept.").done();
    assert!(shell.all_words().contains("\"length\":\"deep\""));
}
