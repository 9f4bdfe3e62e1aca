//! What a search costs, key by key, in journals of one year, of ten and of a hundred.
//!
//! Not a table of times but of what a person meets: each of some searches is typed letter by letter,
//! and the key in the middle and the slowest in a hundred are told, on a plain journal and on a
//! locked one of the same words. `ALONGSIDE_SIZES=1000,10000,100000` chooses the sizes (the largest
//! takes some minutes to write), and `ALONGSIDE_KEEP=FOLDER` keeps the journals for the next run.
//! How much memory the program takes is measured in a process of its own, which opens the journal
//! with a key of trial cost: making a key of the usual cost takes 64 MiB, and gives them back.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin may end")]
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it measures time, and says what it found"
)]

#[expect(unreachable_pub, reason = "it reads like any other module")]
#[path = "support/reflections.rs"]
mod reflections;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use alongside::domain::{HeadingId, Query};
use alongside::key::{Cost, FileKey, Passphrase, Secret};
use alongside::store::{Access, Key, Seal, Store};

use self::reflections::{Vocabulary, at, fill, walk};

/// Rows of a list that are asked for at once.
const PAGE: usize = 50;
const PASSPHRASE: &str = "tea";
/// Names the journal of a process that only measures its memory.
const CHILD: &str = "ALONGSIDE_MEMORY_OF";

fn main() {
    // Cargo asks every bench whether it has tests.
    if env::args().any(|word| word == "--list" || word == "--test") {
        return;
    }
    if let Some(path) = env::var_os(CHILD) {
        live_a_while(Path::new(&path));
        return;
    }
    let sizes = env::var("ALONGSIDE_SIZES").unwrap_or_else(|_| "1000,10000".into());
    let sizes: Vec<u32> = sizes
        .split(',')
        .map(|it| it.trim().parse().unwrap())
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let kept = env::var_os("ALONGSIDE_KEEP").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or_else(|| folder.path());
    std::fs::create_dir_all(folder).unwrap();
    let mut told = Told::default();
    for size in &sizes {
        for locked in [false, true] {
            let path = made(folder, *size, locked);
            measure(&path, *size, locked, &mut told);
        }
        memory(folder, *size);
    }
    told.ratios(&sizes);
}

fn name(size: u32, locked: bool) -> String {
    format!("{}{size}.db", if locked { "locked" } else { "plain" })
}

/// A journal of this size, made if it is not there.
fn made(folder: &Path, size: u32, locked: bool) -> PathBuf {
    let path = folder.join(name(size, locked));
    if !path.exists() {
        let key = if locked {
            Key::Locked(FileKey::make(&Passphrase::new(PASSPHRASE), Cost::Trial).unwrap())
        } else {
            Key::None
        };
        let since = Instant::now();
        fill(&path, &key, size);
        println!(
            "{} was written in {:.1?}",
            name(size, locked),
            since.elapsed()
        );
    }
    let bytes = std::fs::metadata(&path).unwrap().len();
    println!("{} has {} KB", name(size, locked), bytes / 1000);
    path
}

fn key_of(path: &Path) -> Key {
    let Seal::Locked(salt) = Seal::of(path).unwrap() else {
        return Key::None;
    };
    let secret = Secret::Passphrase(Passphrase::new(PASSPHRASE));
    let key = secret.key(&salt, Cost::Trial);
    Key::Locked(FileKey { key, salt })
}

fn open(path: &Path, key: &Key) -> Store {
    let store = Store::open(path, Access::Write, key, at(0)).unwrap();
    assert_eq!(store.read_only(), None);
    store
}

fn typed(text: &str) -> Query {
    let headings = [("SAF", "Safe"), ("END", "Endings")];
    let headings = headings.map(|(id, name)| (HeadingId::new(id), name.to_owned()));
    Query::parse(text, at(0).date_naive(), &headings).unwrap()
}

/// Searches as they are typed: common words, seldom ones, several, and some that find nothing.
fn searches() -> Vec<String> {
    let words = Vocabulary::new();
    let mut searches: Vec<String> = [
        "waiting room",
        "together",
        "the quiet morning",
        "boundary",
        "supervision next week",
        "kettle",
        "laughed about the dog",
        "my own story",
        "café",
        "silence",
        "tr",
        "xylophone",
        "housing and benefits",
        "experience",
        "community meeting",
        "a",
        "i was",
        "would have been",
    ]
    .map(str::to_owned)
    .to_vec();
    searches.extend([400, 1_500, 5_000, 6_900].map(|nth| words.word(nth).to_owned()));
    searches.push(format!("{} {}", words.word(700), words.word(900)));
    searches
}

fn phrases() -> Vec<String> {
    let words = Vocabulary::new();
    let mut phrases: Vec<String> = [
        "\"waiting room\"",
        "\"of the\"",
        "\"the quiet morning",
        "\"next week\"",
        "\"my own story\"",
        "\"and then we\"",
        "\"laughed about\" dog",
    ]
    .map(str::to_owned)
    .to_vec();
    phrases.push(format!("\"{} {}\"", words.word(300), words.word(350)));
    phrases
}

/// Every beginning of a text.
fn keys(text: &str) -> Vec<&str> {
    text.char_indices()
        .skip(1)
        .filter_map(|(end, _)| text.get(..end))
        .chain([text])
        .collect()
}

/// Times by what was done.
#[derive(Default)]
struct Told(BTreeMap<(String, bool, u32), Duration>);

impl Told {
    fn tell(&mut self, what: &str, size: u32, locked: bool, times: &[Duration]) {
        let mut times = times.to_vec();
        times.sort_unstable();
        let at = |hundredth: usize| times[(times.len() - 1) * hundredth / 100];
        println!(
            "{size:>7} {:<6} {what:<32} {:>5} times  median {:>8.3} ms  p99 {:>8.3} ms  most {:>8.3} ms",
            if locked { "locked" } else { "plain" },
            times.len(),
            milli(at(50)),
            milli(at(99)),
            milli(at(100)),
        );
        self.0.insert((what.to_owned(), locked, size), at(50));
    }

    fn ratios(&self, sizes: &[u32]) {
        let time = |what: &str, locked, size| {
            let time = self.0.get(&(what.to_owned(), locked, size));
            time.map(Duration::as_secs_f64)
        };
        let mut done: Vec<&str> = self.0.keys().map(|it| it.0.as_str()).collect();
        done.dedup();
        done.sort_unstable();
        done.dedup();
        println!("\nratios of the medians");
        for what in done {
            let mut line = format!("{what:<26}");
            for pair in sizes.windows(2) {
                if let (Some(small), Some(large)) =
                    (time(what, true, pair[0]), time(what, true, pair[1]))
                {
                    let _ = write!(line, "  {} ÷ {}: {:.2}", pair[1], pair[0], large / small);
                }
            }
            for size in sizes {
                if let (Some(plain), Some(locked)) =
                    (time(what, false, *size), time(what, true, *size))
                {
                    let _ = write!(line, "  locked ÷ plain at {size}: {:.2}", locked / plain);
                }
            }
            println!("{line}");
        }
    }
}

fn milli(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn timed(times: &mut Vec<Duration>, work: impl FnOnce()) {
    let since = Instant::now();
    work();
    times.push(since.elapsed());
}

/// How often everything is typed.
const ROUNDS: usize = 5;

fn measure(path: &Path, size: u32, locked: bool, told: &mut Told) {
    let key = key_of(path);
    let mut times = Vec::new();
    for _ in 0..11 {
        timed(&mut times, || {
            let store = open(path, &key);
            assert!(!store.entries(None, PAGE).unwrap().is_empty());
        });
    }
    told.tell("open + first page", size, locked, &times);
    let mut store = open(path, &key);
    by_keys(&store, size, locked, told);
    pages(&store, size, locked, told);
    let words = Vocabulary::new();
    let mut times = Vec::new();
    // Others than those of the run before, where the journal was kept.
    let first = size + 1_000 + std::process::id() % 10_000 * 50;
    for number in first..first + 40 {
        let finished = walk(&words, number);
        timed(&mut times, || {
            store.finish(&finished, at(number)).unwrap();
        });
    }
    told.tell("keep an entry", size, locked, &times);
}

/// Types each text some times over. On a machine that does other things as well a key is now and
/// then held up, so the least that each key took is told as well.
fn each_key(
    told: &mut Told,
    (size, locked): (u32, bool),
    what: &str,
    texts: &[String],
    counts: impl Fn(&str) -> bool,
    work: impl Fn(&str),
) {
    let keys: Vec<&str> = texts
        .iter()
        .flat_map(|text| keys(text))
        .filter(|key| counts(key))
        .collect();
    let (mut first, mut times) = (Vec::new(), Vec::new());
    let mut least: BTreeMap<&str, Duration> = BTreeMap::new();
    for round in 0..=ROUNDS {
        let times = if round == 0 { &mut first } else { &mut times };
        for key in &keys {
            timed(times, || work(key));
            if let Some(time) = times.last() {
                let so_far = least.entry(key).or_insert(*time);
                *so_far = *time.min(so_far);
            }
        }
    }
    told.tell(&format!("{what}, first time"), size, locked, &first);
    told.tell(what, size, locked, &times);
    let all: Vec<Duration> = least.values().copied().collect();
    told.tell(&format!("{what}, least"), size, locked, &all);
    let mut slowest: Vec<(Duration, &str)> =
        least.into_iter().map(|(key, time)| (time, key)).collect();
    slowest.sort_unstable();
    let slowest: Vec<String> = slowest
        .iter()
        .rev()
        .take(4)
        .map(|(time, key)| format!("{key} {:.1}", milli(*time)))
        .collect();
    println!("{:>15}slowest keys: {}", "", slowest.join(", "));
}

fn by_keys(store: &Store, size: u32, locked: bool, told: &mut Told) {
    let find = |text: &str| {
        let _ = store.find(&typed(text), None, PAGE).unwrap();
    };
    let parts = |text: &str| {
        let _ = store.find_parts(&typed(text), PAGE, &|| false).unwrap();
    };
    let is_part = |key: &str| key.chars().count() >= 3;
    let all = |_: &str| true;
    each_key(
        told,
        (size, locked),
        "words, each key",
        &searches(),
        all,
        find,
    );
    each_key(
        told,
        (size, locked),
        "phrases, each key",
        &phrases(),
        all,
        find,
    );
    each_key(
        told,
        (size, locked),
        "part of a word, each key",
        &searches(),
        is_part,
        parts,
    );
    for filter in [
        "heading:safe",
        "heading:safe answer:unsure",
        "is:flagged",
        "kind:group stage:last",
        "tag:power",
        "tag:seldom",
        "has:carry",
        "on:2016-05",
        "heading:safe waiting ",
        "is:flagged together",
        "tag:seldom the ",
        "heading:endings",
        "heading:endings answer:unsure",
        "heading:endings the ",
        "until:2016-04 the ",
        "until:2016-04 kind:group",
        "heading:endings wai",
        "by:relevance boundary ",
        "by:relevance the ",
    ] {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            timed(&mut times, || find(filter));
        }
        told.tell(filter, size, locked, &times);
    }
}

fn pages(store: &Store, size: u32, locked: bool, told: &mut Told) {
    for text in ["together ", "the "] {
        let query = typed(text);
        let mut times = Vec::new();
        let mut after = None;
        for _ in 0..20 {
            let mut page = Vec::new();
            timed(&mut times, || {
                page = store.find(&query, after, PAGE).unwrap();
            });
            after = page.last().map(|it| (it.finished_at, it.id)).or(after);
        }
        told.tell(&format!("next page of {text}"), size, locked, &times);
    }
    let mut times = Vec::new();
    let mut before = None;
    for _ in 0..20 {
        let mut page = Vec::new();
        timed(&mut times, || page = store.entries(before, PAGE).unwrap());
        before = page.last().map(|it| (it.finished_at, it.id)).or(before);
    }
    told.tell("next page of the list", size, locked, &times);
}

/// Says how much memory a process took at most that did nothing but search this journal.
fn memory(folder: &Path, size: u32) {
    for path in [
        PathBuf::new(),
        folder.join(name(size, false)),
        folder.join(name(size, true)),
    ] {
        let mut child = Command::new(env::current_exe().unwrap());
        let done = child.env(CHILD, &path).output().unwrap();
        print!("{}", String::from_utf8(done.stdout).unwrap());
    }
}

fn live_a_while(path: &Path) {
    if path.as_os_str().is_empty() {
        println!("memory at most, without a journal: {}", high_water());
        return;
    }
    let store = open(path, &key_of(path));
    let mut before = None;
    for _ in 0..20 {
        let page = store.entries(before, PAGE).unwrap();
        before = page.last().map(|it| (it.finished_at, it.id));
    }
    for text in searches().iter().chain(&phrases()) {
        for key in keys(text) {
            let query = typed(key);
            let _ = store.find(&query, None, PAGE).unwrap();
            let _ = store.find_parts(&query, PAGE, &|| false).unwrap();
        }
    }
    for filter in [
        "heading:safe answer:unsure",
        "tag:seldom",
        "is:flagged the ",
    ] {
        let _ = store.find(&typed(filter), None, PAGE).unwrap();
    }
    println!("memory at most, {}: {}", path.display(), high_water());
}

fn high_water() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map_or_else(
        || "not known here".into(),
        |line| line.replace("VmHWM:", "").trim().to_owned(),
    )
}
