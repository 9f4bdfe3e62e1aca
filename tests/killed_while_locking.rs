//! A light that goes out while the journal is locked, locked anew, or unlocked for good.
//!
//! This program starts itself again as a child that does the work, and kills it at a random moment
//! of it. Whatever is left, exactly one of the two keys opens it, and every word is there. A few
//! times in the suite; `ALONGSIDE_KILLS=200` says how often of each.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]
#![expect(
    clippy::print_stdout,
    reason = "the child says where it is, and the figures are read"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "what is tested here is done in real time"
)]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use alongside::domain::{
    DraftSave, Entry, Field, Finished, Id, Length, Query, Revision, Subject, Term,
};
use alongside::key::{Cost, FileKey, Passphrase, Secret};
use alongside::runtime::{Keeping, keep};
use alongside::store::{Access, Key, Seal, Store};
use alongside::vault::{Came, Work};
use chrono::{DateTime, FixedOffset, TimeDelta};

/// Names the journal for the child, and what it is to do.
const CHILD: &str = "ALONGSIDE_KILLED_CHILD";
const ENTRIES: u32 = 300;

#[derive(Clone, Copy, Debug)]
enum Deed {
    Lock,
    Change,
    Remove,
}

fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-12T21:45:03+01:00").unwrap()
}

fn id(number: u32) -> Id {
    let mut chance = [0; 10];
    chance[6..].copy_from_slice(&number.to_be_bytes());
    Id::at(1_760_000_000_000 + u64::from(number), &chance)
}

fn words(number: u32) -> String {
    format!("lanterns by the canal, evening {number}")
}

fn secret(text: &str) -> Secret {
    Secret::Passphrase(Passphrase::new(text))
}

/// The key that the passphrase gives for the journal as it lies there.
fn key_of(journal: &Path, passphrase: &str) -> Key {
    match Seal::of(journal).unwrap() {
        Seal::Locked(salt) => {
            let key = secret(passphrase).key(&salt, Cost::Trial);
            Key::Locked(FileKey { key, salt })
        }
        _ => Key::None,
    }
}

fn open(journal: &Path, passphrase: &str) -> Option<Store> {
    Store::open(journal, Access::Write, &key_of(journal, passphrase), at()).ok()
}

fn filled(journal: &Path) {
    let mut store = open(journal, "").unwrap();
    for number in 0..ENTRIES {
        let when = at() + TimeDelta::minutes(number.into());
        let mut entry = Entry::empty(
            id(number),
            when,
            ("peer-principles".into(), 1),
            Length::Land,
        );
        entry.moment = words(number);
        let finished = Finished {
            draft: None,
            entry,
            carries: false,
            last: None,
            tell: None,
        };
        store.finish(&finished, when).unwrap();
    }
    let save = DraftSave {
        subject: Subject::Walk(id(9_000)),
        fields: vec![(Field::Moment, words(9_000))],
        revision: Revision(1),
    };
    store.save_draft(&save, at()).unwrap();
}

fn done(store: &mut Store, deed: Deed) -> Came {
    let with = Keeping {
        second: None,
        at: at(),
        cost: Cost::Trial,
        stopped: &|| false,
    };
    let work = match deed {
        Deed::Lock => Work::Lock(Passphrase::new("new")),
        Deed::Change => Work::Change {
            current: secret("old"),
            new: Passphrase::new("new"),
        },
        Deed::Remove => Work::Remove {
            current: secret("old"),
        },
    };
    keep(store, work, &with)
}

/// What the child does, when this program is started as one.
#[test]
fn child() {
    let Ok(told) = env::var(CHILD) else { return };
    let (deed, journal) = told.split_once(' ').unwrap();
    let deed = match deed {
        "Lock" => Deed::Lock,
        "Change" => Deed::Change,
        _ => Deed::Remove,
    };
    let mut store = open(Path::new(journal), "old").unwrap();
    println!("begins");
    std::io::stdout().flush().unwrap();
    let came = done(&mut store, deed);
    assert!(!matches!(came, Came::Trouble(_)), "{came:?}");
    println!("ends");
    std::io::stdout().flush().unwrap();
    // The journal stays open until the light goes out.
    thread::sleep(Duration::from_secs(60));
}

fn started(deed: Deed, journal: &Path) -> (Child, BufReader<std::process::ChildStdout>) {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["child", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, format!("{deed:?} {}", journal.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    heard(&mut said, "begins");
    (child, said)
}

fn heard(said: &mut impl BufRead, wanted: &str) {
    let mut line = String::new();
    while !line.contains(wanted) {
        line.clear();
        assert!(
            said.read_line(&mut line).unwrap() > 0,
            "it ended before {wanted}"
        );
    }
}

/// A copy of a journal, in a folder of its own. Nobody has it open.
fn copied(from: &Path, to: &Path) -> PathBuf {
    let folder = from.parent().unwrap();
    let copied = Command::new("cp")
        .arg("-rp")
        .arg(folder.join("."))
        .arg(to)
        .status();
    assert!(copied.unwrap().success());
    to.join("journal.db")
}

/// Which of the two passphrases opens it. Both would be as wrong as neither.
fn opened_by(journal: &Path) -> (&'static str, Store) {
    if Seal::of(journal).unwrap() == Seal::Open {
        return ("none", open(journal, "").unwrap());
    }
    let old = open(journal, "old");
    let new = old.is_none().then(|| open(journal, "new")).flatten();
    match (old, new) {
        (Some(store), None) => {
            drop(store);
            assert!(open(journal, "new").is_none());
            ("old", open(journal, "old").unwrap())
        }
        (None, Some(store)) => ("new", store),
        _ => panic!("no key opens it"),
    }
}

fn whole(store: &Store) {
    for number in 0..ENTRIES {
        assert_eq!(
            store.entry(id(number)).unwrap().unwrap().moment,
            words(number)
        );
    }
    let draft = store.draft(Subject::Walk(id(9_000))).unwrap().unwrap();
    assert_eq!(draft.words(&Field::Moment), words(9_000));
    let lanterns = Query {
        terms: vec![Term::Word("lanterns".into())],
        ..Query::default()
    };
    assert_eq!(
        store.find(&lanterns, None, 1_000).unwrap().len(),
        ENTRIES as usize
    );
}

fn kills(deed: Deed, before: &str, after: &str) {
    let times: u32 = env::var("ALONGSIDE_KILLS").map_or(6, |times| times.parse().unwrap());
    let first = tempfile::tempdir().unwrap();
    let journal = first.path().join("journal.db");
    filled(&journal);
    if before == "old" {
        let mut store = open(&journal, "").unwrap();
        store
            .rekey(&Key::Locked(
                FileKey::make(&Passphrase::new("old"), Cost::Trial).unwrap(),
            ))
            .unwrap();
    }
    // How long it takes when it is left alone.
    let alone = tempfile::tempdir().unwrap();
    let begun = copied(&journal, alone.path());
    let (mut child, mut said) = started(deed, &begun);
    let since = Instant::now();
    heard(&mut said, "ends");
    let takes = since.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    let mut seen = [0_u32; 2];
    for turn in 0..times {
        let folder = tempfile::tempdir().unwrap();
        let journal = copied(&journal, folder.path());
        let (mut child, _said) = started(deed, &journal);
        // Spread over the whole of it and a little more; the system's own jitter does the rest.
        thread::sleep(takes.mul_f64(f64::from(turn) * 1.1 / f64::from(times)));
        child.kill().unwrap();
        child.wait().unwrap();
        let (by, store) = opened_by(&journal);
        assert!(by == before || by == after, "{deed:?}: {by} opens it");
        seen[usize::from(by == after)] += 1;
        whole(&store);
        assert!(store.check().unwrap().is_sound());
        drop(store);
        let left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains(".new"))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }
    println!(
        "{deed:?}: {times} kills over {takes:?}; {} as before, {} as after, nothing lost",
        seen[0], seen[1]
    );
}

// One after the other: a child that is being started holds for a moment what its parent holds.
#[test]
fn a_kill_at_any_moment_leaves_one_good_journal_and_one_key() {
    kills(Deed::Lock, "none", "new");
    kills(Deed::Change, "old", "new");
    kills(Deed::Remove, "old", "none");
}
