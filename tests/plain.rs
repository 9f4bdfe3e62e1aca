//! Plain mode as a person hears it: transcripts through pipes, against the real program.

mod shell;

use shell::{QUICK, SAVED, Shell};

#[test]
fn a_quick_reflection_can_be_written_with_printf() {
    let shell = Shell::new();
    let said = shell
        .types(&["reflect", "--length", "quick"], &QUICK)
        .fine();
    said.sees("Reflection. Mutuality.\nQuestion 1 of 6\nDid we share the choosing today?\n")
        .sees("What got in the way?\nYour words: \n")
        .sees("Kept.\nMy moment: I waited in the pause\nI stand by: I stayed\n")
        .ends_with("This is kept as it is.")
        .done();
    let words = shell.all_words();
    for line in QUICK.iter().filter(|line| line.len() > 3) {
        assert!(words.contains(line), "{line} in {words}");
    }
    assert_eq!(shell.half_done(), 0);
}

#[test]
fn the_beginning_of_a_reflection_reads_like_this() {
    let said = Shell::new()
        .types(&["reflect", "--length", "quick"], &["1"])
        .fine();
    insta::assert_snapshot!(said.out, @r#"

    Reflection. Arrive.
    What kind of session was it?
    Only the kind. No names, and nothing about the person.
    m Add more: stage, day, minutes
    1 One to one
    2 Group
    3 Phone or online
    4 Role play
    5 Shadowing
    6 Team meeting
    7 They did not come
    8 Something else
    Type a number, then Enter. Enter alone skips. Type b to go back, or ? for every word.
    Your answer: 

    Reflection. How I am.
    How has this left me?
    Choose up to two, or skip this.
    It is never counted or charted.
    1 Steady
    2 Light
    3 Stirred up
    4 Heavy
    5 Worn out
    6 Proud
    7 Not sure
    8 Rather not say
    You can choose more than one, such as 1 3.
    Your answer: 

    Saved. Go on any time with: alongside --plain
    "#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a transcript")]
fn evening_one_on_a_shared_laptop() {
    let shell = Shell::new();
    let first = ["", "1", "2", "2", "1", "the duty worker", "1"];
    let land = [
        "2",
        "it was a lot today",
        "I stayed to the end",
        "the duty worker",
        "1",
    ];
    let said = shell
        .types(&[], &[&first[..], &land[..], &["q"]].concat())
        .fine();
    let said = said
        .sees("Do other people use this computer?")
        .sees("Still to do: speak to the duty worker today. The rest can stay here.\n")
        .ends_with(SAVED);
    let journal = shell.journal().display().to_string();
    insta::assert_snapshot!(said.out.replace(&journal, "JOURNAL"), @r#"

    First steps. Welcome.
    Step 1 of 3
    A quiet place to look back on my own practice
    This is a file on this computer. Alongside tells no one.
    On a work computer, others may be able to read it.
    The file is here: JOURNAL
    Write about your part. Leave out who and where.
    Enter goes on: 

    First steps. This computer.
    Step 2 of 3
    Do other people use this computer?
    If so, none of your own words are shown when Alongside starts.
    It hides by itself after 2 minutes. Ctrl+L brings it back, or Enter in plain mode.
    1 Yes, or I am not sure
    2 No, only me
    Type a number, then Enter. Enter alone skips. Type b to go back, or ? for every word.
    Your answer: 

    Lock the journal with a passphrase? Where others use the computer, it is worth it.
    1 Choose one now: only someone who has it can read this
    2 Not now: if it is lost with its code, nobody can help
    Your answer: 

    How do I like to work?
    1 Full screen: one question at a time
    2 Plain: line by line
    Your answer: 

    How should it look?
    1 Calm
    2 High contrast
    3 My terminal's own colours
    Your answer: 

    First steps. Support.
    Step 3 of 3
    Who can I ring after a hard session? A role will do.
    This goes on your support card. One key shows it from everywhere.
    Type one line, then Enter. Enter alone skips. Here type .b to go back, or .? for every word.
    Who, and their number if I like: 

    Where would I like to begin?
    1 Land: ninety seconds, whatever it is
    2 Reflect on my last session
    3 I have no sessions yet
    Your answer: 

    Land.
    Does anything need to happen now?
    Ninety seconds, four small steps. Each one can be skipped.
    1 Nothing now
    2 I want to tell someone
    3 Show my support card
    Your answer: 

    Land.
    One line, whatever it is
    You can say it and not keep it. Leave out who and where.
    My line: 

    Land.
    Something I stand by, however small
    It may be a word, a silence, or that I stayed.
    I stand by: 

    Land.
    Who will I talk to?
    A role will do. You can skip it.
    I will talk to: 

    Land.
    My line: it was a lot today
    I stand by: I stayed to the end
    Keep it, or let it go?
    You can say it and not keep it.
    1 Keep it: it goes into my journal
    2 Let it go: it is erased
    Your answer: 

    Kept.
    My line: it was a lot today
    I stand by: I stayed to the end
    Still to do: speak to the duty worker today. The rest can stay here.
    This is kept as it is.

    Home.
    1 Land: ninety seconds, whatever it is
    2 Begin a reflection
    3 Before a session
    4 My journal
    5 Look back
    6 Carry forward
    7 Supervision
    8 Support and my card
    9 Practise with a made-up session
    10 Keep my words safe (no backup yet)
    11 How Alongside looks and works
    12 What this is, and is not
    13 Help
    14 Leave
    15 One thing is waiting
    Type a number, then Enter. Type x to hide the screen, c for your support card, ? for every word.
    Where to: 

    Saved. Go on any time with: alongside --plain
    "#);

    let later = shell.types(&["--plain"], &["q"]).fine();
    later
        .sees("15 One thing is waiting\n")
        .sees_not("duty worker")
        .sees_not("a lot")
        .sees_not("stayed")
        .sees_not("First steps")
        .done();
    let answered = shell.types(&["--plain"], &["15", "1", "q"]).fine();
    answered
        .sees("you wanted to speak to the duty worker. How is it now?")
        .sees("Noted.")
        .done();
    shell
        .types(&["--plain"], &["q"])
        .fine()
        .sees_not("waiting")
        .done();
}

#[test]
fn a_computer_is_taken_to_be_shared_until_it_is_said_not_to_be() {
    let land = ["1", "2", "private words", "", "my aunt", "1", "q"];
    for (shared, row) in [
        ("", "15 One thing is waiting\n"),
        ("2", "speak to my aunt\n"),
    ] {
        let shell = Shell::new();
        shell
            .types(&["--plain"], &["", shared, "", "2", "", "", "", "q"])
            .fine()
            .done();
        shell
            .types(&["--plain"], &land)
            .fine()
            .sees(row)
            .sees_not("Home.\nprivate")
            .done();
    }
}

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
fn a_number_typed_on_the_support_card_is_on_it_at_once_and_after_a_restart() {
    let shell = Shell::new().settled("");
    shell
        .types(&["--plain"], &["8", "2", "duty phone 01 23", ".c"])
        .fine()
        .sees(": duty phone 01 23")
        .done();
    shell
        .types(&["--plain"], &["c"])
        .fine()
        .sees(": duty phone 01 23")
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
fn the_support_card_is_shown_there_and_then() {
    let said = Shell::new().types(&["land"], &["3"]).fine();
    let (before, after) = said.out.split_once("Samaritans").unwrap();
    assert!(
        before.contains("Your supervisor or on-call person"),
        "{before}"
    );
    assert!(after.contains("One line, whatever it is"), "{after}");
}

#[test]
fn practice_shows_its_made_up_session_and_is_kept_apart() {
    let shell = Shell::new();
    let said = shell
        .types(&["reflect", "--practice", "--length", "quick"], &QUICK)
        .fine();
    said.sees("Practice. Arrive.")
        .sees("This is made up.")
        .sees("I can point to my words")
        .done();
    shell
        .run(&["list"])
        .fine()
        .sees("One to one, practice: I waited")
        .done();
}

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
    let home = shell.types(&[], &["15", "2", "l"]).fine();
    home.sees("15 Go on with what was left half-done: 2 to choose from")
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

#[test]
fn the_journal_is_read_and_an_entry_comes_back() {
    let shell = Shell::new().settled("");
    for n in 0..25 {
        shell
            .run(&["note", &format!("line number {n}")])
            .fine()
            .done();
    }
    let lines = ["4", "m", "1", "1", "b", "4", "1", "3", "z", "q"];
    let said = shell.types(&[], &lines).fine();
    said.sees("1 ")
        .sees("line number 24")
        .sees("Deleted. Type z to bring it back.")
        .sees("It is back")
        .done();
    let listed = shell.run(&["list"]).fine();
    assert_eq!(listed.out.lines().count(), 26, "{}", listed.out);
}
