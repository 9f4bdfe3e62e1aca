//! Every panel, in one text that can be read in one sitting, and held against the rules for words.

use std::fmt::Write;

use super::super::*;
use super::kit::*;
use crate::content::lint::{self, Kind, Text};
use crate::domain::{BackupWhy, Checked, Holds, Keeping};
use crate::key::{Passphrase, Secret};

/// A talk that writes down each panel it comes to.
struct Tour {
    vault: Vault,
    keeping: Keeping,
    text: String,
}

impl Tour {
    fn of(name: &str, begin: Begin, standing: Standing, keeping: Keeping) -> Self {
        let (vault, turn) = talk(begin, standing, &keeping);
        let mut tour = Self {
            vault,
            keeping,
            text: format!("\n#### {name}\n"),
        };
        tour.after(turn);
        tour
    }

    /// Writes down what a turn brought, and lets what it asks for be done.
    fn after(&mut self, turn: Turn) -> &mut Self {
        match turn {
            Turn::Do(work) => {
                if work != Work::Look {
                    self.write();
                }
                let came = answer(&work, &self.keeping);
                return self.came(came);
            }
            Turn::Hint(said) => {
                writeln!(self.text, "\n!! {said}").unwrap();
                self.write();
            }
            Turn::Set(choice) => {
                writeln!(self.text, "\n== {choice:?}").unwrap();
                self.write();
            }
            Turn::Leave(said) => writeln!(self.text, "\n== left: {said}").unwrap(),
            Turn::Close => self.text.push_str("\n== closed\n"),
            Turn::About => self.text.push_str("\n== about\n"),
            Turn::Stop => {
                self.text.push_str("\n== stopped\n");
                self.write();
            }
            Turn::Panel => self.write(),
        }
        self
    }

    fn write(&mut self) {
        let panel = written(&self.vault.panel());
        writeln!(self.text, "\n{panel}").unwrap();
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
    }

    fn came(&mut self, came: Came) -> &mut Self {
        let turn = self.vault.came(came);
        self.after(turn)
    }

    fn give(&mut self, given: Given) -> &mut Self {
        if let Given::Line(line) = &given {
            writeln!(self.text, "\n<< {line}").unwrap();
        }
        let turn = self.vault.given(given);
        self.after(turn)
    }

    fn choose(&mut self, words: &str) -> &mut Self {
        let row = row(&self.vault.panel(), words);
        writeln!(self.text, "\n<< {words}").unwrap();
        self.give(Given::Row(row))
    }

    /// Gives something and answers by hand what that asks for.
    fn give_but(&mut self, given: Given, came: Came) -> &mut Self {
        let turn = self.vault.given(given);
        assert!(matches!(turn, Turn::Do(_)), "{turn:?}");
        self.came(came)
    }
}

fn rooms() -> String {
    let mut with_second = keeping(true);
    with_second.second = Some(second(false));
    let read_only = Keeping {
        read_only: Some("Another window has your journal open. Here it can only be read.".into()),
        rescued: vec![
            "/home/me/.local/share/alongside/words.db".into(),
            "/home/me/.local/share/alongside/words.txt".into(),
        ],
        not_locked: vec!["/home/me/.local/share/alongside/words.txt".into()],
        ..Keeping::default()
    };
    let standing_with = Standing {
        hide_after_minutes: 5,
        remind_after_months: 12,
        second_folder: Some("/media/me/stick".into()),
        ..standing()
    };
    let mut text = Tour::of("The room", Begin::Room, standing(), keeping(false)).text;
    let mut locked = Tour::of("The room, locked", Begin::Room, standing_with, with_second);
    locked.choose("Put the words away after");
    locked.choose("15 minutes").choose("15 minutes");
    locked.choose("What this is, and is not");
    text.push_str(&locked.text);
    let mut folder = Tour::of("A second folder", Begin::Room, standing(), keeping(false));
    folder.choose("A second folder for backups");
    folder.give(Given::Line("stick".into()));
    folder.give(Given::Line("~/stick".into()));
    folder.choose("Make a backup there now").give(Given::Enter);
    folder.choose("A second folder for backups");
    folder.choose("Use no second folder").give(Given::Enter);
    folder.choose("A second folder for backups");
    for what in [There::File, There::Nothing] {
        let named = Given::Line("~/drawer".into());
        folder.give_but(named, Came::IsAt(what));
    }
    folder.give(Given::Line("~/drawer".into()));
    text.push_str(&folder.text);
    let only_read = Tour::of(
        "The room, to be read only",
        Begin::Room,
        standing(),
        read_only,
    );
    text + &only_read.text
}

fn passphrases() -> String {
    let mut lock = Tour::of("Lock", Begin::Lock, standing(), keeping(false));
    lock.choose("Choose a passphrase");
    lock.give(secret("")).give(secret(GOOD)).give(secret(OTHER));
    lock.choose("Type the second one again").give(secret(GOOD));
    lock.choose("I have it").choose("Go back to the code");
    lock.give_but(Given::Row(0), Came::IsAt(There::File));
    lock.give_but(
        Given::Line("/media/me/stick".into()),
        Came::Trouble("There is no such folder. The code is still here.".into()),
    );
    lock.give(Given::Line("~/code.txt".into()));
    lock.choose("Print it").choose("Show it here");
    lock.give(Given::Enter).choose("I have it");
    let mut change = Tour::of("Change", Begin::Change, standing(), keeping(true));
    change
        .give(secret(""))
        .give(secret("tea"))
        .give(secret(GOOD));
    change.give(secret("tea"));
    let opened = Secret::typed(Passphrase::new(code().text()));
    let recover = Tour::of("Recover", Begin::Recover(opened), standing(), keeping(true));
    let mut recover = recover;
    recover.give(Given::Back).choose("Choose a new passphrase");
    recover.give(secret(GOOD)).give(secret(GOOD));
    let away = |not_reached: &str| Came::Locked {
        code: code(),
        backups: Remade {
            not_reached: Some(not_reached.into()),
            ..Remade::default()
        },
    };
    for (begin, locked) in [(Begin::Lock, false), (Begin::Change, true)] {
        recover.text.push_str("\n(with a stick away)\n");
        (recover.vault, _) = talk(begin, standing(), &keeping(locked));
        let first = if locked { secret(GOOD) } else { Given::Row(0) };
        give(&mut recover.vault, first, &keeping(locked));
        give(&mut recover.vault, secret(OTHER), &keeping(locked));
        recover.give_but(secret(OTHER), away("/media/me/stick"));
    }
    let mut remove = Tour::of("Unlock for good", Begin::Remove, standing(), keeping(true));
    remove.give(secret(GOOD)).choose("Unlock it for good");
    remove.give(Given::Enter);
    let not = Tour::of(
        "Lock what is locked",
        Begin::Lock,
        standing(),
        keeping(true),
    );
    let open = Tour::of(
        "Change what is open",
        Begin::Change,
        standing(),
        keeping(false),
    );
    lock.text + &change.text + &recover.text + &remove.text + &not.text + &open.text
}

fn backups() -> String {
    let mut now = Tour::of("Back up", Begin::BackUp, standing(), keeping(false));
    now.text.push_str("\n(with a second folder)\n");
    let why = || Err("/media/me/stick is not there. The backup beside the journal is made.".into());
    for second in [Ok(second(true).backups[0].clone()), why()] {
        let (vault, _) = Vault::begin(Begin::BackUp, standing());
        now.vault = vault;
        let _ = now.vault.came(Came::Keeping(Box::new(keeping(false))));
        now.came(Came::BackedUp {
            here: backup(11, 22, BackupWhy::Asked),
            second: Some(second),
        });
    }
    let mut with_second = keeping(false);
    with_second.second = Some(second(true));
    let begin = Begin::Restore(None);
    let mut restore = Tour::of("Go back", begin, standing(), with_second);
    restore.give_but(Given::Row(0), Came::NeedsSecret);
    restore.give_but(secret("tea"), Came::NeedsSecret);
    restore.give(secret(GOOD)).choose("Go back to this backup");
    let begin = Begin::Restore(Some("/media/me/stick/2026-11-21.db".into()));
    let mut broken = Tour::of(
        "Go back from a broken one",
        begin,
        standing(),
        keeping(false),
    );
    let begin = Begin::Restore(Some("/media/me/stick/2026-11-21.db".into()));
    let (vault, _) = Vault::begin(begin, standing());
    broken.vault = vault;
    broken.came(Came::Trouble("It cannot be read.".into()));
    let none = Box::new(Holds::default());
    let _ = broken.vault.given(Given::Back);
    let begin = Begin::Restore(Some("/media/me/stick/2026-11-21.db".into()));
    let (vault, _) = Vault::begin(begin, standing());
    broken.vault = vault;
    let _ = broken
        .vault
        .came(Came::Trouble("It cannot be read.".into()));
    broken.came(Came::Holds {
        backup: none,
        journal: None,
    });
    now.text + &restore.text + &broken.text
}

fn checks() -> String {
    let mut sound = Tour::of("Look over", Begin::Check, standing(), keeping(false));
    sound.give(Given::Enter);
    let (vault, _) = Vault::begin(Begin::Check, standing());
    let mut damaged = Tour {
        vault,
        keeping: keeping(false),
        text: "\n#### Look over what is damaged\n".to_owned(),
    };
    let _ = damaged.vault.came(Came::Keeping(Box::new(keeping(false))));
    damaged.came(Came::Checked(Box::new(Checked {
        entries: 10,
        revisions: 10,
        unreadable: vec![id(1), id(30)],
        file: vec!["Tree 7 page 9: btreeInitPage() returns error code 11".into()],
        open_to_others: vec!["/home/me/.local/share/alongside/journal.db".into()],
        good_backup: None,
        bad_backups: vec![backup(3, 3, BackupWhy::NewForm).path],
        open_backups: Vec::new(),
    })));
    damaged.choose("For a report").give(Given::Enter);
    damaged.choose("Go back to a backup");
    for (unreadable, good) in [(true, true), (true, false), (false, true)] {
        damaged.text.push_str("\n(and so)\n");
        (damaged.vault, _) = Vault::begin(Begin::Check, standing());
        let _ = damaged.vault.came(Came::Keeping(Box::new(keeping(true))));
        damaged.came(Came::Checked(Box::new(Checked {
            entries: if unreadable { 0 } else { 12 },
            revisions: if unreadable { 0 } else { 12 },
            unreadable: if unreadable { vec![id(1)] } else { Vec::new() },
            good_backup: good.then(|| backup(11, 20, BackupWhy::Daily)),
            open_backups: vec![backup(3, 3, BackupWhy::NewForm).path],
            ..Checked::default()
        })));
    }
    sound.text + &damaged.text
}

fn erasing() -> String {
    let mut old = Tour::of("Old entries", Begin::Room, standing(), keeping(false));
    old.choose("Old entries, and a reminder");
    old.choose("Remind me of old entries")
        .choose("after 12 months");
    old.choose("Show everything older than…");
    old.give(Given::Line("soon".into()))
        .give(Given::Line("6".into()));
    old.choose("Tuesday 3 March 2026, 17:40")
        .choose("Delete for ever");
    old.choose("Delete it from the backups too")
        .give(Given::Enter);
    old.choose("Delete all of these for ever").choose("Keep");
    old.give(Given::Back).give(Given::Back);
    old.choose("Show what I took out of my journal");
    old.choose("Sunday 1 March 2026, 17:40")
        .choose("Bring it back");
    old.choose("Sunday 1 March 2026, 17:40")
        .choose("Delete it for ever")
        .choose("Keep");
    old.choose("Sunday 1 March 2026, 17:40")
        .choose("Leave it as it is");
    old.give(Given::Back);
    let shared = Standing {
        shared_computer: true,
        ..standing()
    };
    let begin = Begin::Older(Some(12));
    let list = Tour::of("Older, on a shared computer", begin, shared, keeping(false));
    let mut all = keeping(true);
    all.second = Some(second(true));
    all.rescued = vec!["/home/me/words.txt".into()];
    let mut all = Tour::of("Erase everything", Begin::EraseEverything, standing(), all);
    all.give(Given::Line("yes".into()))
        .give(Given::Line(" Erase ".into()));
    let mut away = keeping(true);
    away.second = Some(second(false));
    let mut left = Tour::of(
        "Erase, but for a stick",
        Begin::EraseEverything,
        standing(),
        away,
    );
    left.give_but(
        Given::Line("erase".into()),
        Came::AllErased {
            left: vec!["/media/me/stick".into()],
        },
    );
    old.text + &list.text + &erasing_one() + &all.text + &left.text
}

fn erasing_one() -> String {
    let erased = |title, not_reached: Option<&str>| {
        let begin = Begin::Erase(id(3), "Tuesday 3 March 2026".into());
        let mut one = Tour::of(title, begin, standing(), keeping(false));
        let erased = Came::Erased {
            held_by: Vec::new(),
            not_reached: not_reached.map(Into::into),
        };
        one.give_but(Given::Row(1), erased);
        one.text
    };
    let away = "Delete one, with a stick away";
    erased("Delete one", None) + &erased(away, Some("/media/me/stick"))
}

fn all() -> String {
    [rooms(), passphrases(), backups(), checks(), erasing()].concat()
}

#[test]
fn every_panel_in_one_text() {
    insta::assert_snapshot!(all());
}

#[test]
fn every_panel_is_in_plain_words() {
    let all = all();
    let ours = all.lines().filter(|line| {
        let no_prose = ["####", "==", "<<", "    ", "/", "Tree "];
        !no_prose.iter().any(|start| line.starts_with(start)) && !line.contains(['/', '|'])
    });
    let texts: Vec<Text> = ours
        .enumerate()
        .map(|(line, text)| Text {
            place: format!("line {line}"),
            kind: Kind::Prose,
            text: text.trim_start_matches(['!', '>', ' ', '[']).to_owned(),
        })
        .collect();
    let findings: Vec<String> = lint::check(&texts)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}
