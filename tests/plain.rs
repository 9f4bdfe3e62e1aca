//! Plain mode as a person hears it: transcripts through pipes, against the real program.

#[path = "plain/answering.rs"]
mod answering;
#[path = "plain/half_done.rs"]
mod half_done;
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
        .sees("This is kept as it is.\n")
        .ends_with("Everything else I chose and wrote on the way is kept too.")
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
    If so, none of my words show at the start, and it hides after 2 minutes.
    1 Yes, or I am not sure
    2 No, only me
    Type a number, then Enter. Enter alone skips. Type b to go back, or ? for every word.
    Your answer: 

    Lock the journal with a passphrase? It is worth it on a shared computer.
    1 Choose one now: lose it and its code, and it stays shut
    2 Not now: others here may be able to read what I write
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
    9 Practice room
    10 Learn
    11 Keep my words safe (no backup yet)
    12 How Alongside looks and works
    13 What this is, and is not
    14 Help
    15 Leave
    16 One thing is waiting
    Type a number, then Enter. Type x to hide the screen, c for your support card, ? for every word.
    Where to: 

    Saved. Go on any time with: alongside --plain
    "#);

    let later = shell.types(&["--plain"], &["q"]).fine();
    later
        .sees("16 One thing is waiting\n")
        .sees_not("duty worker")
        .sees_not("a lot")
        .sees_not("stayed")
        .sees_not("First steps")
        .done();
    let answered = shell.types(&["--plain"], &["16", "1", "q"]).fine();
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
        ("", "16 One thing is waiting\n"),
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
    let listed = shell.run(&["list"]).fine();
    listed.sees_not("I waited").done();
    shell
        .run(&["list", "--practice"])
        .fine()
        .sees("One to one, practice: I waited")
        .done();
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
