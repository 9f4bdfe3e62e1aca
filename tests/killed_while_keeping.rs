//! A light that goes out while backups are made anew, a backup is gone back to, words are erased, or
//! tries of vignettes and the longer view are kept.
//!
//! This program starts itself again as a child that does the work, and kills it at a random moment
//! of it. Whatever is left: no word is lost that was not to be, no plain copy stands beside a locked
//! journal after the next backup, and what was erased is found in no byte. A few times in the suite;
//! `ALONGSIDE_KILLS=200` says how often of each.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]
#![expect(
    clippy::print_stdout,
    reason = "the child says where it is, and the figures are read"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "how long the work takes is what the kills are spread over"
)]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use alongside::domain::{
    AsOf, Attempt, BackupWhy, DraftSave, Ends, Entry, Field, Finished, Footing, Form, FormField,
    FormKind, HeadingId, Id, Length, LongerView, Revision, Subject,
};
use alongside::key::{Cost, FileKey, Passphrase, Secret};
use alongside::store::{Access, Key, Seal, Store, look_into};
use chrono::{DateTime, FixedOffset, TimeDelta};

/// Names the journal for the child, and what it is to do.
const CHILD: &str = "ALONGSIDE_KILLED_KEEPER";
const ENTRIES: u32 = 200;
const IN_THE_BACKUP: usize = 100;
const GONE: u32 = 40;
const TRIES: u32 = 40;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Lock,
    Restore,
    Erase,
    EraseEverything,
    Practise,
}

const DEEDS: [Deed; 5] = [
    Deed::Lock,
    Deed::Restore,
    Deed::Erase,
    Deed::EraseEverything,
    Deed::Practise,
];

fn at(minutes: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-12T21:45:03+01:00").unwrap()
        + TimeDelta::minutes(minutes.into())
}

fn id(number: u32) -> Id {
    let mut chance = [0; 10];
    chance[6..].copy_from_slice(&number.to_be_bytes());
    Id::at(1_760_000_000_000 + u64::from(number), &chance)
}

fn key() -> Key {
    Key::Locked(FileKey::make(&Passphrase::new("new"), Cost::Trial).unwrap())
}

/// The key that the passphrase gives for a file as it lies there.
fn key_of(file: &Path) -> Key {
    match Seal::of(file).unwrap() {
        Seal::Locked(salt) => {
            let key = Secret::Passphrase(Passphrase::new("new")).key(&salt, Cost::Trial);
            Key::Locked(FileKey { key, salt })
        }
        _ => Key::None,
    }
}

fn open(journal: &Path) -> Store {
    Store::open(journal, Access::Write, &key_of(journal), at(0)).unwrap()
}

fn finish(store: &mut Store, numbers: std::ops::Range<u32>) {
    for number in numbers {
        let mut entry = Entry::empty(
            id(number),
            at(number),
            ("peer-principles".into(), 1),
            Length::Land,
        );
        let word = if number < GONE {
            "zeppelin"
        } else {
            "lanterns"
        };
        entry.moment = format!("{word} by the canal, evening {number}");
        let finished = Finished {
            draft: None,
            entry,
            carries: false,
            last: None,
            tell: None,
        };
        store.finish(&finished, at(number)).unwrap();
    }
}

/// Tries a vignette many times. After each, something is said of the longer view.
fn practise(store: &mut Store) {
    for number in 0..TRIES {
        let walk = Subject::Walk(id(1_000 + number));
        typed(store, walk, Field::Moment);
        let pack = ("peer-principles".into(), 1);
        let mut entry = Entry::empty(id(1_000 + number), at(300 + number), pack, Length::Vignette);
        entry.practice = true;
        entry.attempt = Some(Attempt {
            vignette: "silence".into(),
            pull: "to fill the pause".into(),
            ..Attempt::default()
        });
        let finished = Finished {
            draft: Some(walk),
            entry,
            carries: false,
            last: None,
            tell: None,
        };
        store.finish(&finished, at(300 + number)).unwrap();
        typed(
            store,
            longer_view_form(),
            Field::Form(FormField::FootingLine),
        );
        let said = LongerView {
            id: id(2_000 + number),
            heading: HeadingId::new("MUT"),
            at: at(300 + number),
            as_of: AsOf::Now,
            question: "How sure would I feel doing this tomorrow?".into(),
            footing: Some(Footing::WithSomeone),
            said: "With someone beside me".into(),
            line: "to fill the pause".into(),
        };
        let ends = Ends::all(longer_view_form());
        store
            .say_longer_view(&[said], None, Some(&ends), at(300 + number))
            .unwrap();
    }
}

fn longer_view_form() -> Subject {
    Subject::Form(Form {
        kind: FormKind::LongerView,
        of: None,
    })
}

fn typed(store: &mut Store, subject: Subject, field: Field) {
    let save = DraftSave {
        subject,
        fields: vec![(field, "to fill the pause".into())],
        revision: Revision(1),
    };
    store.save_draft(&save, at(300)).unwrap();
}

/// Every try is there wholly or still half-done, and so is what was said after it; nothing is there
/// twice, and nothing before the last of them is missing.
fn practised(journal: &Path) -> bool {
    let all = entries(journal);
    let store = open(journal);
    let tries = store.tries(None).unwrap();
    assert_eq!(all, ENTRIES as usize + tries.len());
    let count = u32::try_from(tries.len()).unwrap();
    let newest_first: Vec<Id> = (0..count).rev().map(|it| id(1_000 + it)).collect();
    assert_eq!(
        tries.iter().map(|it| it.id).collect::<Vec<_>>(),
        newest_first
    );
    let said = store.longer_views().unwrap().said;
    let is_said = said.len() == tries.len();
    assert!(is_said || said.len() + 1 == tries.len());
    let half_done: Vec<Subject> = store
        .drafts()
        .unwrap()
        .iter()
        .map(alongside::domain::Draft::subject)
        .collect();
    let next = Subject::Walk(id(1_000 + count));
    let may_be = if is_said { next } else { longer_view_form() };
    assert!(
        half_done.is_empty() || half_done == [may_be],
        "{half_done:?}"
    );
    is_said && count == TRIES
}

/// A journal with all entries, and two backups of half of them.
fn filled(journal: &Path) {
    let mut store = open(journal);
    finish(&mut store, 0..u32::try_from(IN_THE_BACKUP).unwrap());
    store.back_up(None, BackupWhy::Asked, at(1)).unwrap();
    store.back_up(None, BackupWhy::NewForm, at(2)).unwrap();
    finish(&mut store, u32::try_from(IN_THE_BACKUP).unwrap()..ENTRIES);
}

fn backups(journal: &Path) -> Vec<PathBuf> {
    let folder = journal.with_file_name("journal.db.backups");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|it| it == "db"))
        .collect();
    found.sort();
    found
}

fn done(journal: &Path, deed: Deed) {
    let mut store = open(journal);
    say("begins");
    match deed {
        Deed::Lock => {
            store.rekey(&key()).unwrap();
            store.remake_backups(&Key::None, None, at(500)).unwrap();
        }
        Deed::Restore => {
            store
                .restore(&backups(journal)[0], &Key::None, at(500))
                .unwrap();
        }
        Deed::Erase => {
            let ids: Vec<_> = (0..GONE).map(id).collect();
            store.erase(&ids, None).unwrap();
            store.erase_from_backups(&ids, None).unwrap();
        }
        Deed::Practise => practise(&mut store),
        Deed::EraseEverything => assert!(store.erase_everything(None).unwrap().is_empty()),
    }
    say("ends");
    // The journal stays open until the light goes out.
    thread::sleep(Duration::from_secs(60));
}

fn say(what: &str) {
    println!("{what}");
    std::io::stdout().flush().unwrap();
}

/// What the child does, when this program is started as one.
#[test]
fn child() {
    let Ok(told) = env::var(CHILD) else { return };
    let (deed, journal) = told.split_once(' ').unwrap();
    let deed = DEEDS.iter().find(|it| format!("{it:?}") == deed).unwrap();
    done(Path::new(journal), *deed);
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
        let length = said.read_line(&mut line).unwrap();
        assert!(length > 0, "it ended before {wanted}");
    }
}

/// A copy of a journal with its backups, in a folder of its own. Nobody has it open.
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

/// The files under a folder that hold a word. Nobody has them open.
fn holding(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, word));
        } else {
            let bytes = fs::read(&path).unwrap();
            let holds = bytes.windows(word.len()).any(|it| it == word.as_bytes());
            found.extend(holds.then_some(path));
        }
    }
    found
}

fn entries(journal: &Path) -> usize {
    let store = open(journal);
    assert!(store.check().unwrap().is_sound());
    store.holds().unwrap().entries.len()
}

/// Every backup opens with the passphrase alone, and holds so many entries.
fn held(journal: &Path) -> Vec<usize> {
    let each = backups(journal).into_iter();
    each.map(|it| look_into(&it, &key_of(&it)).unwrap().entries.len())
        .collect()
}

/// Looks at what is left, and tells whether the deed was done.
fn looked_at(deed: Deed, journal: &Path) -> bool {
    let folder = journal.parent().unwrap();
    let (all, half) = (ENTRIES as usize, IN_THE_BACKUP);
    match deed {
        Deed::Lock => {
            assert_eq!(entries(journal), all);
            let before = held(journal);
            assert!(before.len() >= 2, "{before:?}");
            let store = open(journal);
            store.back_up(None, BackupWhy::Daily, at(600)).unwrap();
            let locked = store.is_locked();
            drop(store);
            assert!(held(journal).len() > before.len());
            if locked {
                assert_eq!(holding(folder, "lanterns"), Vec::<PathBuf>::new());
            }
            locked
        }
        Deed::Restore => {
            let now = entries(journal);
            assert!(now == all || now == half, "{now}");
            assert!(now == all || held(journal).contains(&all));
            now == half
        }
        Deed::Erase => {
            let now = entries(journal);
            let less = all - GONE as usize;
            assert!(now == all || now == less, "{now}");
            held(journal);
            let mut store = open(journal);
            store.checkpoint().unwrap();
            if now == less {
                let ids: Vec<_> = (0..GONE).map(id).collect();
                store.erase_from_backups(&ids, None).unwrap();
                // What is half made of a backup goes with the next one.
                store.back_up(None, BackupWhy::Daily, at(600)).unwrap();
                drop(store);
                assert_eq!(holding(folder, "zeppelin"), Vec::<PathBuf>::new());
            }
            now == less
        }
        Deed::Practise => practised(journal),
        Deed::EraseEverything => {
            if journal.exists() {
                assert_eq!(entries(journal), all);
                let left = open(journal).erase_everything(None).unwrap();
                assert!(left.is_empty());
                assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
                return false;
            }
            assert_eq!(holding(folder, "canal"), Vec::<PathBuf>::new());
            true
        }
    }
}

fn kills(deed: Deed) {
    let times: u32 = env::var("ALONGSIDE_KILLS").map_or(6, |times| times.parse().unwrap());
    let first = tempfile::tempdir().unwrap();
    let journal = first.path().join("journal.db");
    filled(&journal);
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
        seen[usize::from(looked_at(deed, &journal))] += 1;
    }
    println!(
        "{deed:?}: {times} kills over {takes:?}; {} as before, {} as after, nothing lost",
        seen[0], seen[1]
    );
}

// One after the other: a child that is being started holds for a moment what its parent holds.
#[test]
fn a_kill_at_any_moment_loses_nothing_and_leaves_nothing_behind() {
    for deed in DEEDS {
        kills(deed);
    }
}
