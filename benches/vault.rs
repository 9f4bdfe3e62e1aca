//! What a lock costs: the key, and everything that is done with a locked journal against a plain
//! one of the same words.
//!
//! Not a table of times but of ratios, taken in one run and turn by turn, so that whatever else
//! the machine does falls on both alike. A journal of 100,000 entries takes minutes to write:
//! `ALONGSIDE_LARGE=1` measures that too.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin may end")]
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it measures time, and says what it found"
)]

#[expect(unreachable_pub, reason = "it reads like any other module")]
mod support;

use std::env;
use std::path::Path;
use std::time::{Duration, Instant};

use alongside::domain::{DraftSave, Field, Revision, Subject};
use alongside::key::{Cost, FileKey, Passphrase, RawKey, Salt};
use alongside::store::{Key, Store};

use self::support::{at, journal, open, text};

/// How often each thing is done.
const TURNS: usize = 101;
/// The same in a journal so large that some of it takes a second.
const FEW: usize = 11;

fn main() {
    // Cargo asks every bench whether it has tests.
    if env::args().any(|word| word == "--list" || word == "--test") {
        return;
    }
    println!("making a key: {:?}", middle(|_turn| drop(derived()), 15));
    let sizes: &[u32] = if env::var_os("ALONGSIDE_LARGE").is_some() {
        &[1_000, 10_000, 100_000]
    } else {
        &[1_000, 10_000]
    };
    println!(
        "{:>8}  {:<22} {:>12} {:>12} {:>8}",
        "entries", "", "plain", "locked", "ratio"
    );
    for size in sizes {
        compared(*size);
    }
}

fn derived() -> RawKey {
    let passphrase = Passphrase::new("walking the long canal in october");
    RawKey::derive(&passphrase, &Salt::new([7; 16]), Cost::Usual)
}

/// The time in the middle of so many.
fn middle(mut work: impl FnMut(usize), turns: usize) -> Duration {
    let mut times: Vec<Duration> = (0..turns)
        .map(|turn| {
            let since = Instant::now();
            work(turn);
            since.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[turns / 2]
}

fn compared(size: u32) {
    let (folder, plain) = journal(size);
    let locked = folder.path().join("locked.db");
    std::fs::copy(&plain, &locked).unwrap();
    let file = FileKey::make(&Passphrase::new("tea"), Cost::Trial).unwrap();
    let key = Key::Locked(file);
    let since = Instant::now();
    open(&locked, &Key::None).rekey(&key).unwrap();
    println!("{size:>8}  locking it took {:?}", since.elapsed());
    let bytes = |path: &Path| std::fs::metadata(path).unwrap().len();
    let (small, large) = (bytes(&plain), bytes(&locked));
    println!("{size:>8}  {small} bytes, locked {large}");
    both(size, "open + first 50", |which| {
        let (path, key) = if which {
            (&locked, &key)
        } else {
            (&plain, &Key::None)
        };
        let store = open(path, key);
        assert!(!store.entries(None, 50).unwrap().is_empty());
    });
    let stores = [open(&plain, &Key::None), open(&locked, &key)];
    let [mut one, mut other] = stores;
    for (name, words) in [
        ("search: one rare word", "kettle77 window"),
        ("search: nearly all", "wa"),
    ] {
        let words = typed(words);
        both(size, name, |which| {
            let store = if which { &other } else { &one };
            let _ = store.find(&words, None, 50).unwrap();
        });
    }
    let mut revision = 0;
    both(size, "save a draft", |which| {
        revision += 1;
        saved(if which { &mut other } else { &mut one }, revision);
    });
    let mut number = size;
    both(size, "keep an entry", |which| {
        number += 1;
        let store = if which { &mut other } else { &mut one };
        store.finish(&support::walk(number), at(number)).unwrap();
    });
}

fn saved(store: &mut Store, revision: u64) {
    let save = DraftSave {
        subject: Subject::Card,
        fields: vec![(Field::Moment, text(7, 60))],
        revision: Revision(revision),
    };
    store.save_draft(&save, at(0)).unwrap();
}

/// Does a thing with the plain one and with the locked one, by turns.
fn both(size: u32, name: &str, mut work: impl FnMut(bool)) {
    let mut times = [Vec::new(), Vec::new()];
    let turns = if size > 50_000 { FEW } else { TURNS };
    for turn in 0..2 * turns {
        let which = turn % 2 == 1;
        let since = Instant::now();
        work(which);
        times[usize::from(which)].push(since.elapsed());
    }
    let [plain, locked] = times.map(|mut times| {
        times.sort_unstable();
        times[turns / 2]
    });
    let ratio = locked.as_secs_f64() / plain.as_secs_f64();
    println!("{size:>8}  {name:<22} {plain:>12.1?} {locked:>12.1?} {ratio:>7.2}×");
}

/// What is searched for when this was typed.
fn typed(text: &str) -> alongside::domain::Query {
    alongside::domain::Query::parse(text, support::at(0).date_naive(), &[]).unwrap()
}
