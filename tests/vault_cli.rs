//! Locking from the command line: every verb, with files and through pipes.

mod shell;

use std::fs;

use shell::{RAIN, Shell, TEA, locked, with_a_line};

/// Files to lock without a question.
const NEW: &str = "--new-passphrase-file";
const OPENS: &str = "--passphrase-file";

#[test]
fn a_journal_is_locked_and_opens_with_its_passphrase_and_its_code() {
    let shell = with_a_line();
    let answers = ["1", TEA, TEA, "3", "", "4"];
    let said = shell.types(&["lock"], &answers).fine();
    said.sees("Only someone who knows it can read the journal.")
        .sees("nobody can open it")
        .sees("Your journal is locked now.")
        .sees_not(TEA)
        .done();
    assert!(shell.is_locked());
    shell.types(&["list"], &[TEA]).fine().sees("heron").done();
    let (shell, code) = locked();
    for opens in [TEA, &code, &code.to_lowercase().replace(' ', "")] {
        shell.types(&["list"], &[opens]).fine().sees("heron").done();
    }
    assert!(
        fs::read(shell.journal())
            .unwrap()
            .windows(5)
            .all(|part| part != b"heron")
    );
}

#[test]
fn what_stays_readable_beside_a_locked_journal_is_said() {
    for with_files in [true, false] {
        let shell = with_a_line();
        let tea = shell.secret_file("tea", TEA);
        let journal = shell.journal().display().to_string();
        let aside = format!("{journal}.put-aside-2026-03-12-101112");
        fs::copy(shell.journal(), &aside).unwrap();
        let rescued = shell
            .journal()
            .with_file_name("alongside-words-2026-03-12-1.txt");
        fs::write(&rescued, "the heron stood still").unwrap();
        let said = if with_files {
            shell.run(&["lock", NEW, &tea])
        } else {
            shell.types(&["lock"], &["1", TEA, TEA, "4", "2"])
        };
        said.fine()
            .sees("stay as they were. They are not locked with it.")
            .sees("put-aside-2026-03-12-101112")
            .sees("alongside-words-2026-03-12-1.txt")
            .done();
        assert!(rescued.exists());
    }
}

#[test]
fn two_that_differ_lock_nothing() {
    let shell = with_a_line();
    let said = shell.types(&["lock"], &["1", TEA, RAIN, "2"]);
    assert!(
        said.out.contains("These two are not the same."),
        "{}",
        said.out
    );
    let [what, _] = said.trouble(1);
    assert!(what.starts_with("The answers ended"), "{what}");
    assert!(!shell.is_locked());
    shell.types(&["lock"], &["2"]).fine().done();
    shell.types(&["lock"], &["b"]).fine().done();
    assert!(!shell.is_locked());
}

#[test]
fn what_does_not_open_it_is_said_and_costs_nothing() {
    let (shell, code) = locked();
    let [what, todo] = shell.types(&["list"], &["tea"]).trouble(1);
    assert_eq!(
        what,
        "That passphrase does not open this journal. Nothing in the file was changed."
    );
    assert!(todo.starts_with("Try again:"), "{todo}");
    // The next line is tried as well, but not a whole text.
    shell
        .types(&["list"], &["tea", "Tea", TEA])
        .fine()
        .sees("heron")
        .done();
    shell
        .types(&["list"], &["1", "2", "3", "4", "5", TEA])
        .trouble(1);
    let [what, todo] = shell.run(&["list"]).trouble(1);
    assert!(what.contains("locked"), "{what}");
    assert!(todo.contains("--passphrase-file FILE"), "{todo}");
    let [_, todo] = shell.types(&["show", "1234"], &[""]).trouble(1);
    assert!(todo.contains("alongside recover"), "{todo}");
    let slip = code.replacen(code.chars().next().unwrap(), "Z", 1);
    let slip = if slip == code {
        code.replacen('Z', "Y", 1)
    } else {
        slip
    };
    let said = shell.types(&["--plain"], &[&slip, TEA, "q"]).fine();
    said.sees("a recovery code with a slip in it").done();
}

#[test]
fn a_passphrase_file_opens_it_and_only_a_private_one() {
    use std::os::unix::fs::PermissionsExt;
    let (shell, code) = locked();
    let file = shell.secret_file("key", &format!("{TEA}\r\nsecond line\n"));
    for args in [&["list"][..], &["list", "--json"], &["where"]] {
        shell.run(&[args, &[OPENS, &file]].concat()).fine().done();
    }
    shell
        .run(&["note", "from a script", OPENS, &file])
        .fine()
        .done();
    shell
        .types(&["--plain", OPENS, &file], &["q"])
        .fine()
        .sees("Home.")
        .done();
    let with_code = shell.secret_file("code", &code);
    shell
        .run(&["list", OPENS, &with_code])
        .fine()
        .sees("from a script")
        .done();
    let wrong = shell.secret_file("wrong", "tea");
    let [what, _] = shell.run(&["list", OPENS, &wrong]).trouble(1);
    assert!(what.starts_with("That passphrase does not open"), "{what}");
    for mode in [0o644, 0o640, 0o604, 0o660] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let [what, todo] = shell.run(&["list", OPENS, &file]).trouble(1);
        assert!(what.starts_with("Others may read"), "{mode:o} {what}");
        assert!(todo.contains("chmod 600"), "{todo}");
    }
    let [what, _] = shell.run(&["list", OPENS, "."]).trouble(1);
    assert!(what.contains("is not a file"), "{what}");
    let [what, _] = shell.run(&["list", OPENS, "none"]).trouble(1);
    assert!(what.contains("cannot be read"), "{what}");
    let empty = shell.secret_file("empty", "\nlater\n");
    let [what, _] = shell.run(&["list", OPENS, &empty]).trouble(1);
    assert!(
        what.starts_with("There is nothing in the first line"),
        "{what}"
    );
}

#[test]
fn data_stays_data() {
    let (shell, _) = locked();
    let said = shell.types(&["list", "--json"], &[TEA]).fine();
    let entries: Vec<alongside::domain::Entry> = serde_json::from_str(&said.out).unwrap();
    assert_eq!(entries.len(), 1);
    let id = entries[0].id.short();
    let said = shell.types(&["show", &id, "--json"], &[TEA]).fine();
    assert!(said.out.starts_with('{'), "{}", said.out);
}

#[test]
fn a_note_asks_before_its_line() {
    let (shell, _) = locked();
    let said = shell
        .types(&["note"], &[TEA, "one line", "and one more"])
        .fine();
    assert!(said.out.contains("Kept."), "{}", said.out);
    shell
        .types(&["note", "on the command line"], &[TEA])
        .fine()
        .done();
    let words = shell.all_words_with(TEA);
    assert!(words.contains("one line and one more"), "{words}");
    assert!(words.contains("on the command line"), "{words}");
    // Words that were no passphrase are kept nowhere, and are shown nowhere.
    let said = shell.types(&["note"], &["one line"]);
    assert!(!said.out.contains("one line") && !said.err.contains("one line"));
    said.trouble(1);
}

#[test]
fn with_files_nothing_is_asked_and_the_code_reaches_the_person() {
    use std::os::unix::fs::PermissionsExt;
    let shell = with_a_line();
    let (tea, rain) = (
        shell.secret_file("tea", TEA),
        shell.secret_file("rain", RAIN),
    );
    let said = shell
        .run(&["lock", NEW, &tea, "--code-file", "code.txt"])
        .fine();
    assert_eq!(said.out.lines().next(), Some("Your journal is locked now."));
    let code = fs::read_to_string(shell.path("code.txt")).unwrap();
    assert!(!said.out.contains(code.trim()));
    let mode = fs::metadata(shell.path("code.txt"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(shell.opens_with(TEA) && shell.opens_with(&code));
    // The file is there already: nothing is done, for the code would have no place.
    let change = ["passphrase", OPENS, &tea, NEW, &rain];
    let [what, todo] = shell
        .run(&[&change[..], &["--code-file", "code.txt"]].concat())
        .trouble(1);
    assert!(what.contains("there is a file of that name"), "{what}");
    assert!(todo.contains("--code-file"), "{todo}");
    assert!(shell.opens_with(TEA));
    let new_code = shell.run(&change).fine().code_said();
    assert!(shell.opens_with(RAIN) && shell.opens_with(&new_code));
    assert!(!shell.opens_with(TEA) && !shell.opens_with(&code));
    assert!(shell.all_words_with(RAIN).contains("heron"));
    // An empty passphrase locks nothing, and leaves no file that looks like a code.
    let empty = shell.secret_file("empty", "");
    let args = [
        "passphrase",
        OPENS,
        &rain,
        NEW,
        &empty,
        "--code-file",
        "c2.txt",
    ];
    shell.run(&args).trouble(1);
    assert!(!shell.path("c2.txt").exists());
    assert!(shell.opens_with(RAIN));
}

#[test]
fn another_passphrase_is_asked_for_once_the_first_is_known() {
    let (shell, code) = locked();
    let said = shell
        .types(&["passphrase"], &[TEA, RAIN, RAIN, "3", "", "4"])
        .fine();
    said.sees("The new passphrase: ")
        .sees("Recovery code.")
        .done();
    assert!(shell.opens_with(RAIN));
    assert!(!shell.opens_with(TEA) && !shell.opens_with(&code));
    shell.types(&["passphrase"], &["wrong"]).trouble(1);
}

#[test]
fn the_recovery_code_opens_it_and_asks_for_a_new_passphrase() {
    let (shell, code) = locked();
    let groups: Vec<&str> = code.split(' ').collect();
    let (first, second) = (groups[..7].join(" "), groups[7..].join("-").to_lowercase());
    let said = shell
        .types(&["recover"], &[&first, &second, RAIN, RAIN, "4", "2"])
        .fine();
    said.sees("So far 28 of 56.")
        .sees("The recovery code opened your journal.")
        .done();
    assert!(shell.opens_with(RAIN));
    assert!(!shell.opens_with(TEA) && !shell.opens_with(&code));
    let [what, todo] = shell.types(&["recover"], &[&code]).trouble(1);
    assert!(what.contains("not of this journal"), "{what}");
    assert!(todo.contains("newest"), "{todo}");
}

#[test]
fn slips_in_a_recovery_code_are_said_one_by_one() {
    let (shell, code) = locked();
    let groups: Vec<&str> = code.split(' ').collect();
    let (first, second) = (groups[..7].join(" "), groups[7..].join(" "));
    let mut swapped: Vec<char> = code.chars().collect();
    let at = (1..swapped.len())
        .find(|at| swapped[*at] != swapped[at - 1] && swapped[*at] != ' ' && swapped[at - 1] != ' ')
        .unwrap();
    swapped.swap(at, at - 1);
    let swapped: String = swapped.into_iter().collect();
    let lines = [
        "uuuu", &first, "it is u",
        &second, // a line that cannot stand in a code does not count
    ];
    let said = shell
        .types(
            &["recover"],
            &[&[swapped.as_str()], &lines[..], &[RAIN, RAIN, "4", "2"]].concat(),
        )
        .fine();
    said.sees("One or more letters of the code are not right.")
        .sees("Begin it anew, from the first group.")
        .sees("The sign u stands in no recovery code.")
        .sees("The sign u stands in no recovery code. This line does not count: type it again.")
        .done();
    assert!(shell.opens_with(RAIN));
    let [what, _] = shell.types(&["recover"], &[&first]).trouble(1);
    assert!(
        what.contains("has 56 letters and digits, and these are only 28"),
        "{what}"
    );
    let [what, _] = shell.run(&["recover"]).trouble(1);
    assert!(what.contains("only 0"), "{what}");
    let long = format!("{code} 0000");
    let said = shell.types(&["recover"], &[&long]);
    said.sees("and these are 60.").trouble(1);
}

#[test]
fn with_files_a_lost_passphrase_is_replaced() {
    let (shell, code) = locked();
    let (with, rain) = (
        shell.secret_file("c", &code),
        shell.secret_file("rain", RAIN),
    );
    let new = shell
        .run(&["recover", OPENS, &with, NEW, &rain])
        .fine()
        .code_said();
    assert!(shell.opens_with(RAIN) && shell.opens_with(&new) && !shell.opens_with(&code));
    let tea = shell.secret_file("tea", TEA);
    let [what, todo] = shell.run(&["recover", OPENS, &tea, NEW, &rain]).trouble(1);
    assert!(what.contains("recovery code"), "{what}");
    assert!(todo.contains("alongside recover"), "{todo}");
}

#[test]
fn unlocking_is_for_good_and_must_be_said() {
    let (shell, _) = locked();
    let [what, todo] = shell.run(&["unlock"]).trouble(2);
    assert!(what.contains("takes the passphrase away"), "{what}");
    assert_eq!(todo, "To do that, type: alongside unlock --for-good");
    shell
        .types(&["unlock", "--for-good"], &["wrong"])
        .trouble(1);
    assert!(shell.is_locked());
    shell
        .types(&["unlock", "--for-good"], &[TEA, "b"])
        .fine()
        .done();
    assert!(shell.is_locked());
    let said = shell.types(&["unlock", "--for-good"], &[TEA, "2"]);
    assert!(!shell.is_locked(), "{}{}", said.out, said.err);
    said.fine().done();
    shell.run(&["list"]).fine().sees("heron").done();
}

#[test]
fn a_verb_that_does_not_fit_says_which_one_does() {
    let (shell, _) = locked();
    let [what, todo] = shell.run(&["lock"]).trouble(1);
    assert_eq!(
        what,
        "This journal is locked already. Your journal is as it was."
    );
    assert!(todo.contains("alongside passphrase") && todo.contains("unlock --for-good"));
    let shell = with_a_line();
    for args in [
        &["passphrase"][..],
        &["recover"],
        &["unlock"],
        &["unlock", "--for-good"],
    ] {
        let [what, todo] = shell.run(args).trouble(1);
        assert_eq!(
            what,
            "This journal is not locked. Your journal is as it was."
        );
        assert_eq!(todo, "To lock it with a passphrase, type: alongside lock");
    }
}

#[test]
fn a_journal_can_be_locked_before_a_word_is_in_it() {
    let shell = Shell::new();
    let code = shell.lock(TEA);
    assert!(shell.is_locked() && shell.opens_with(&code));
    shell.types(&["note", "first"], &[TEA]).fine().done();
    assert!(shell.all_words_with(TEA).contains("first"));
}

#[test]
fn another_window_is_in_the_way_of_a_new_lock() {
    use alongside::store::{Access, Key, Store};
    let shell = with_a_line();
    let at = chrono::DateTime::UNIX_EPOCH.fixed_offset();
    let held = Store::open(&shell.journal(), Access::Write, &Key::None, at).unwrap();
    let file = shell.secret_file("tea", TEA);
    let [_, todo] = shell.run(&["lock", NEW, &file]).trouble(1);
    assert!(todo.contains("close the other window"), "{todo}");
    drop(held);
    assert!(!shell.is_locked());
}

#[test]
fn help_names_every_verb() {
    let shell = Shell::new();
    let help = shell.run(&["--help"]).fine();
    for verb in [
        "lock",
        "passphrase",
        "recover",
        "unlock",
        "backup",
        "restore",
        "check",
        "delete",
        "bring-back",
        "erase",
    ] {
        assert!(help.out.contains(verb), "{verb}");
        shell.run(&[verb, "--help"]).fine().done();
    }
    assert!(help.out.contains("--passphrase-file"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_secret_is_in_no_output_no_argument_and_no_environment() {
    use std::io::Write;
    let (shell, code) = locked();
    let file = shell.secret_file("key", TEA);
    let verbs: [&[&str]; 6] = [
        &["list"],
        &["note", "x"],
        &["where"],
        &["--plain"],
        &["check"],
        &["unlock"],
    ];
    for args in verbs {
        for said in [
            shell.types(args, &[TEA, "q"]),
            shell.run(&[args, &[OPENS, &file]].concat()),
            shell.types(args, &["wrong words here"]),
            shell.types(args, &[&code, "q"]),
        ] {
            for secret in [TEA, "wrong words here", &code] {
                assert!(!said.out.contains(secret), "{args:?} {}", said.out);
                assert!(!said.err.contains(secret), "{args:?} {}", said.err);
            }
        }
    }
    let mut child = shell.command(&["--plain"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(format!("{TEA}\n").as_bytes()).unwrap();
    for name in ["cmdline", "environ", "comm"] {
        // The system may not show it at all: all the better.
        if let Ok(text) = fs::read(format!("/proc/{}/{name}", child.id())) {
            let text = String::from_utf8_lossy(&text);
            assert!(!text.contains(TEA), "{name}: {text}");
        }
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}
