//! Backups, looking over, old entries and erasing from the command line.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod shell;

use std::fs;

use shell::{Shell, TEA, locked, with_a_line};

const OPENS: &str = "--passphrase-file";

fn backups(shell: &Shell) -> Vec<std::path::PathBuf> {
    let folder = fs::read_dir(shell.path("words/journal.db.backups"));
    let paths = folder.into_iter().flatten().map(|it| it.unwrap().path());
    let mut found: Vec<_> = paths
        .filter(|it| it.extension().is_some_and(|it| it == "db"))
        .collect();
    found.sort();
    found
}

#[test]
fn a_backup_is_made_and_gone_back_to() {
    let shell = with_a_line();
    shell
        .run(&["backup"])
        .fine()
        .sees("The backup is made")
        .done();
    shell.run(&["note", "and the rain"]).fine().done();
    // What it holds is shown first, and nothing happens unless it is said.
    let said = shell.types(&["restore"], &["1", ""]).fine();
    said.sees("This backup: 1 entry")
        .sees("Your journal now: 2 entries")
        .done();
    assert!(shell.all_words().contains("rain"));
    let named = backups(&shell)[0].display().to_string();
    shell
        .types(&["restore", &named], &["2"])
        .fine()
        .sees("Your journal is now as it was in the backup.")
        .done();
    let words = shell.all_words();
    assert!(
        words.contains("heron") && !words.contains("rain"),
        "{words}"
    );
    let [what, _] = shell.types(&["restore", "none.db"], &["2"]).trouble(1);
    assert!(!what.is_empty());
}

#[test]
fn a_journal_that_cannot_be_opened_is_gone_back_from() {
    let shell = with_a_line();
    shell.run(&["backup"]).fine().done();
    let noise: Vec<u8> = (0..3000_u32)
        .map(|n| n.wrapping_mul(197).to_le_bytes()[1])
        .collect();
    for stands in [Some(noise), Some(Vec::new()), None] {
        match stands {
            Some(bytes) => fs::write(shell.journal(), bytes).unwrap(),
            None => fs::remove_file(shell.journal()).unwrap(),
        }
        // A file of noise may be a locked journal: then only Enter goes on without.
        let is_noise = shell.journal().exists() && shell.is_locked();
        let lines = if is_noise {
            &["", "1", "2"][..]
        } else {
            &["1", "2"]
        };
        shell
            .types(&["restore"], lines)
            .fine()
            .sees("It goes on without opening the journal.")
            .sees("Your journal is now as it was in the backup.")
            .done();
        assert!(shell.all_words().contains("heron"));
    }
}

#[test]
fn going_back_from_a_locked_journal_stays_locked() {
    let (shell, _) = locked();
    let file = shell.secret_file("key", TEA);
    shell.run(&["backup", OPENS, &file]).fine().done();
    shell
        .run(&["note", "and the rain", OPENS, &file])
        .fine()
        .done();
    let asked = backups(&shell)
        .into_iter()
        .find(|it| it.to_string_lossy().contains("asked"))
        .unwrap();
    let asked = asked.display().to_string();
    shell
        .types(&["restore", &asked, OPENS, &file], &["2"])
        .fine()
        .done();
    assert!(shell.is_locked());
    let words = shell.all_words_with(TEA);
    assert!(
        words.contains("heron") && !words.contains("rain"),
        "{words}"
    );
    // Forgotten, but the backup still asks for what opens it.
    let said = shell.types(&["restore", &asked], &["", TEA, "2"]);
    assert!(
        said.out.contains("It goes on without opening"),
        "{}",
        said.out
    );
    said.fine().done();
    assert!(shell.opens_with(TEA));
}

#[test]
fn looking_it_over_tells_by_its_exit_code() {
    let shell = with_a_line();
    shell
        .run(&["check"])
        .fine()
        .sees("Everything can be read: 1 entry.")
        .done();
    let mut bytes = fs::read(shell.journal()).unwrap();
    for at in 0..bytes.len() - 5 {
        if &bytes[at..at + 5] == b"heron" {
            bytes[at] = b'X';
        }
    }
    fs::write(shell.journal(), bytes).unwrap();
    let said = shell.run(&["check"]);
    assert!(said.out.contains("Cannot be read: 1 entry"), "{}", said.out);
    let [what, todo] = said.trouble(1);
    assert!(
        what.starts_with("Part of the journal cannot be read."),
        "{what}"
    );
    assert!(todo.contains("alongside restore"), "{todo}");
}

#[test]
fn a_stick_that_is_away_may_still_hold_what_was_deleted() {
    let shell = Shell::new();
    let stick = shell.path("stick").display().to_string();
    fs::create_dir(&stick).unwrap();
    let shell = shell.settled(&format!("backup_folder = \"{stick}\""));
    shell.run(&["note", "the heron stood still"]).fine().done();
    shell.run(&["backup"]).fine().done();
    fs::rename(&stick, shell.path("pocket")).unwrap();
    fs::remove_dir_all(shell.journal().with_file_name("journal.db.backups")).unwrap();
    let listed = shell.run(&["list"]).fine();
    let id = listed
        .out
        .lines()
        .find(|row| row.contains("heron"))
        .unwrap();
    let id = id.split(", ").nth(1).unwrap();
    shell
        .types(&["delete", "--for-ever", id], &["2"])
        .fine()
        .sees("No backup that is here now holds it.")
        .sees("Backups in it may still hold the words.")
        .done();
}

fn all_bytes(folder: &std::path::Path, found: &mut Vec<u8>) {
    for file in fs::read_dir(folder).into_iter().flatten() {
        let path = file.unwrap().path();
        if path.is_dir() {
            all_bytes(&path, found);
        } else {
            found.extend(fs::read(path).unwrap());
        }
    }
}

fn stands_anywhere(shell: &Shell, words: &[u8]) -> bool {
    let mut bytes = Vec::new();
    all_bytes(&shell.path("."), &mut bytes);
    bytes.windows(words.len()).any(|part| part == words)
}

#[test]
fn what_is_deleted_for_ever_stands_nowhere() {
    let shell = with_a_line();
    shell.run(&["note", "and the rain"]).fine().done();
    let listed = shell.run(&["list"]).fine();
    let row = listed
        .out
        .lines()
        .find(|row| row.contains("heron"))
        .unwrap();
    let id = row.split(", ").nth(1).unwrap();
    shell
        .types(&["delete", "--for-ever", id], &[""])
        .fine()
        .done();
    assert!(shell.all_words().contains("heron"));
    let said = shell
        .types(&["delete", "--for-ever", id], &["2", "2"])
        .fine();
    said.sees("It is erased from your journal.").done();
    assert!(!stands_anywhere(&shell, b"heron"));
    assert!(shell.all_words().contains("rain"));
    assert!(
        shell
            .types(&["delete", "--for-ever", id], &["2"])
            .trouble(1)[0]
            .contains("no entry")
    );
}

#[test]
fn everything_is_erased_only_by_the_word() {
    let shell = with_a_line();
    shell.run(&["backup"]).fine().done();
    let [what, _] = shell.types(&["erase"], &["2", "yes", ""]).trouble(1);
    assert!(what.starts_with("The answers ended"), "{what}");
    shell.types(&["erase"], &[".b"]).fine().done();
    assert!(shell.all_words().contains("heron"));
    let said = shell.types(&["erase"], &["erase"]).fine();
    said.sees("Your journal and its backups are erased.")
        .sees_not("Saved.")
        .done();
    assert!(!stands_anywhere(&shell, b"heron"));
    assert!(!shell.journal().exists() && backups(&shell).is_empty());
    // From Home as well, and without the last line about going on.
    let (shell, _) = locked();
    let home = shell.types(&["--plain"], &[TEA, "q"]).fine();
    let row = |out: &str, words: &str| -> String {
        let row = out.lines().rev().find(|row| row.contains(words)).unwrap();
        row.split(' ').next().unwrap().to_owned()
    };
    let number = row(&home.out, "Keep my words safe");
    let room = shell.types(&["--plain"], &[TEA, &number, "b", "q"]).fine();
    let erase = row(&room.out, "Erase everything");
    let said = shell
        .types(&["--plain"], &[TEA, &number, &erase, "erase"])
        .fine();
    said.ends_with("Your journal and its backups are erased.")
        .done();
    assert!(!shell.journal().exists());
}

#[test]
fn a_forgotten_journal_can_be_erased() {
    let (shell, _) = locked();
    let said = shell.types(&["erase"], &["", "erase"]).fine();
    said.sees("It goes on without opening the journal.").done();
    assert!(!shell.journal().exists() && backups(&shell).is_empty());
}

#[test]
fn an_entry_is_taken_out_and_brought_back() {
    let shell = with_a_line();
    let listed = shell.run(&["list"]).fine();
    let row = listed.out.lines().nth(1).unwrap();
    let id = row.split(", ").nth(1).unwrap();
    let said = shell.run(&["delete", id]).fine();
    let whole = said.out.trim().rsplit(' ').next().unwrap().to_owned();
    shell.run(&["list"]).fine().sees_not("heron").done();
    // It is listed with its first words and the same short id, which is enough to bring it back.
    shell
        .run(&["bring-back"])
        .fine()
        .sees(id)
        .sees("heron")
        .done();
    assert!(whole.ends_with(id));
    shell
        .run(&["bring-back", id])
        .fine()
        .sees("It is back")
        .done();
    shell.run(&["list"]).fine().sees("heron").done();
    shell.run(&["delete", "ffff0000"]).trouble(1);
    shell.run(&["bring-back", "ffff0000"]).trouble(1);
    let nobody = "0190a1b2-0000-7000-8000-000000000000";
    shell.run(&["bring-back", nobody]).trouble(1);
}

#[test]
fn a_journal_that_is_gone_is_said_to_be_gone_wherever_it_is_asked_for() {
    let shell = with_a_line();
    shell.run(&["backup"]).fine().done();
    fs::remove_file(shell.journal()).unwrap();
    for verb in [&["list"][..], &["check"], &["note", "tea"]] {
        let [what, todo] = shell.run(verb).trouble(1);
        assert!(what.contains("there is a backup of one."), "{what}");
        assert!(todo.contains("alongside restore"), "{todo}");
    }
    shell
        .run(&["where"])
        .fine()
        .sees("its backups are. To go back to one")
        .sees_not("Locked:")
        .done();
}

#[test]
fn what_the_room_keeps_among_the_settings_can_be_said_from_the_shell() {
    let shell = with_a_line();
    let none = shell.run(&["settings"]).fine();
    none.sees("old entries: never")
        .sees("Second folder for backups: none")
        .done();
    fs::create_dir(shell.path("stick")).unwrap();
    let all = ["settings", "--hide-after", "5", "--remind-after", "12"];
    let said = shell
        .run(&[&all[..], &["--backup-folder", "stick"]].concat())
        .fine();
    said.sees("after 5 minutes").sees("after 12 months").done();
    // It is the folder that backups go to from now on, named in full.
    shell.run(&["backup"]).fine().sees("second folder").done();
    assert!(shell.path("stick/journal.db.backups").is_dir());
    let gone = shell.run(&["settings", "--no-backup-folder"]).fine();
    gone.sees("after 5 minutes").sees("backups: none").done();
    shell.run(&["settings", "--hide-after", "soon"]).trouble(2);
}

#[test]
fn a_list_can_be_of_old_entries_only() {
    let shell = with_a_line();
    shell
        .run(&["list", "--older-than", "12"])
        .fine()
        .sees("There is no entry so old.")
        .done();
    assert_eq!(
        shell
            .run(&["list", "--json", "--older-than", "1"])
            .fine()
            .out,
        "[]\n"
    );
    shell.run(&["list", "--older-than", "soon"]).trouble(2);
}
