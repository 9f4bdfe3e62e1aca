//! What it costs to look back: windows and pages of a journal of one year, of ten, and of a hundred.
//!
//! A page must cost the same however long the journal is, locked or not; so what is printed besides
//! the times is how many times longer each takes in the larger journal, and in the locked one. A
//! journal of 100,000 entries takes minutes to write: `ALONGSIDE_LARGE=1` measures that too.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin may end")]
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it measures time, and says what it found"
)]

#[expect(unreachable_pub, reason = "it reads like any other module")]
mod support;

use std::env;
use std::time::{Duration, Instant};

use alongside::domain::{
    Answer, AsOf, Attempt, Finished, Footing, HeadingId, ItemId, Length, LongerView, Passages,
    Span, Under,
};
use alongside::key::{Cost, FileKey, Passphrase};
use alongside::store::{Key, Store};
use chrono::{Days, NaiveDate};

use self::support::{at, journal, open, text, walk};

/// How many tries there are, and how much was said of the longer view: two years of learning.
const TRIES: u32 = 100;
/// How often each thing is done.
const TURNS: usize = 51;

/// One thing to look at, and how.
type Look = (&'static str, fn(&Store, NaiveDate));

const LOOKS: [Look; 12] = [
    ("signs of 40 entries", |store, _| {
        assert_eq!(store.signs(40).unwrap().len(), 40);
    }),
    ("counts, 12 months", |store, last| {
        let since = last - Days::new(365);
        assert!(!store.tallies(Span::Month, since, last).unwrap().is_empty());
    }),
    ("counts, 12 weeks", |store, last| {
        let since = last - Days::new(84);
        assert!(!store.tallies(Span::Week, since, last).unwrap().is_empty());
    }),
    ("page of moments", |store, _| {
        assert_eq!(
            store.passages(&Passages::Moments, None, 20).unwrap().len(),
            20
        );
    }),
    ("page of one answer", |store, _| {
        let under = Under {
            item: Some(ItemId::new("ITEM3")),
            heading: Some(HeadingId::new("H1")),
            answer: Some(Answer::Partly),
            ..Under::default()
        };
        assert_eq!(
            store
                .passages(&Passages::Answers(under), None, 20)
                .unwrap()
                .len(),
            20
        );
    }),
    ("page of one heading, a month", |store, last| {
        let under = Under {
            heading: Some(HeadingId::new("H1")),
            since: Some(last - Days::new(30)),
            until: Some(last),
            ..Under::default()
        };
        assert!(
            store
                .passages(&Passages::Answers(under), None, 20)
                .unwrap()
                .len()
                >= 20
        );
    }),
    ("page of intentions", |store, _| {
        assert_eq!(store.carried(None, 20).unwrap().len(), 20);
    }),
    ("list for supervision", |store, _| {
        assert!(!store.flagged(20).unwrap().is_empty());
    }),
    ("days of a month", |store, last| {
        assert!(!store.month(last - Days::new(31)).unwrap().is_empty());
    }),
    ("practice room: tries", |store, _| {
        let tries = store.tries(None).unwrap();
        assert_eq!(tries.len(), usize::try_from(TRIES).unwrap());
    }),
    ("practice room: longer view", |store, _| {
        let views = store.longer_views().unwrap();
        assert_eq!(views.said.len(), usize::try_from(TRIES).unwrap());
        assert!(!views.touched.is_empty());
    }),
    ("first page of the list", |store, _| {
        assert_eq!(store.entries(None, 50).unwrap().len(), 50);
    }),
];

fn main() {
    // Cargo asks every bench whether it has tests.
    if env::args().any(|word| word == "--list" || word == "--test") {
        return;
    }
    let sizes: &[u32] = if env::var_os("ALONGSIDE_LARGE").is_some() {
        &[1_000, 10_000, 100_000]
    } else {
        &[1_000, 10_000]
    };
    let header = ["", "plain", "locked", "÷ plain", "÷ smaller", "÷ smaller"];
    println!(
        "{:>8}  {:<30} {:>10} {:>10} {:>8} {:>10} {:>10}",
        "entries", header[0], header[1], header[2], header[3], header[4], header[5]
    );
    let mut smaller: Option<Vec<[Duration; 2]>> = None;
    for size in sizes {
        let times = looked_at(*size);
        for (place, ((name, _), [plain, locked])) in LOOKS.iter().zip(&times).enumerate() {
            let than = |which: usize, now: &Duration| {
                let before = smaller.as_ref().map(|it| it[place][which]);
                before.map_or_else(|| "–".to_owned(), |it| format!("{:.2}×", ratio(*now, it)))
            };
            println!(
                "{size:>8}  {name:<30} {plain:>10.1?} {locked:>10.1?} {:>7.2}× {:>10} {:>10}",
                ratio(*locked, *plain),
                than(0, plain),
                than(1, locked),
            );
        }
        smaller = Some(times);
    }
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// Practises for a while after so many entries: tries, and what was said of the longer view.
fn practise(store: &mut Store, after: u32) {
    let tries: Vec<Finished> = (after..after + TRIES).map(a_try).collect();
    store.finish_many(&tries).unwrap();
    for number in after..after + TRIES {
        let said = LongerView {
            id: walk(number).entry.id,
            heading: HeadingId::new(format!("H{}", number % 5)),
            at: at(number),
            as_of: AsOf::Now,
            question: "How sure would I feel doing this tomorrow?".into(),
            footing: Some(Footing::WithSomeone),
            said: "With someone beside me".into(),
            line: text(number, 12),
        };
        store
            .say_longer_view(&[said], None, None, at(number))
            .unwrap();
    }
}

fn a_try(number: u32) -> Finished {
    let mut finished = walk(number);
    let entry = &mut finished.entry;
    entry.practice = true;
    entry.length = Length::Vignette;
    entry.attempt = Some(Attempt {
        vignette: "silence".into(),
        story: vec![text(number, 80)],
        pull: text(number + 1, 30),
        own_way: text(number + 2, 30),
        ..Attempt::default()
    });
    finished.carries = false;
    finished
}

/// The time in the middle of each look, in a plain journal and in a locked one, by turns.
fn looked_at(size: u32) -> Vec<[Duration; 2]> {
    let (folder, plain) = journal(size);
    practise(&mut open(&plain, &Key::None), size);
    let locked = folder.path().join("locked.db");
    std::fs::copy(&plain, &locked).unwrap();
    let file = FileKey::make(&Passphrase::new("tea"), Cost::Trial).unwrap();
    let key = Key::Locked(file);
    open(&locked, &Key::None).rekey(&key).unwrap();
    let stores = [open(&plain, &Key::None), open(&locked, &key)];
    let last = at(size - 1).date_naive();
    LOOKS
        .iter()
        .map(|(_, look)| {
            let mut times = [Vec::new(), Vec::new()];
            for turn in 0..2 * TURNS {
                let which = turn % 2;
                let since = Instant::now();
                look(&stores[which], last);
                times[which].push(since.elapsed());
            }
            times.map(|mut times| {
                times.sort_unstable();
                times[TURNS / 2]
            })
        })
        .collect()
}
