//! Journals of some years and of ten, made up.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin may end")]

use std::path::{Path, PathBuf};

use alongside::domain::{
    Answer, Answered, Entry, Finished, HeadingId, Id, ItemId, Kind, Length, Subject,
};
use alongside::store::{Access, Key, Store};
use chrono::{DateTime, FixedOffset, TimeDelta};

const WORDS: [&str; 16] = [
    "tea", "kettle", "quiet", "waited", "together", "asked", "window", "walk", "garden", "bus",
    "laughed", "listened", "story", "choice", "silence", "hope",
];

/// When this entry was made.
pub fn at(number: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2016-03-12T21:45:03+01:00").unwrap()
        + TimeDelta::hours(i64::from(number) * 9)
}

/// So many words, always the same for a seed.
pub fn text(seed: u32, words: u32) -> String {
    let mut chance = seed.wrapping_mul(2_654_435_761) | 1;
    let mut text = String::new();
    for _ in 0..words {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(WORDS[(chance >> 28) as usize]);
        // Now and then a word that few entries have.
        if chance.is_multiple_of(7) {
            text.push_str(&(chance % 1000).to_string());
        }
        text.push(' ');
    }
    text
}

/// A finished walk.
pub fn walk(number: u32) -> Finished {
    let mut chance = [0; 10];
    chance[..4].copy_from_slice(&number.to_be_bytes());
    let when = at(number);
    let id = Id::at(when.timestamp_millis().unsigned_abs(), &chance);
    let mut entry = Entry::empty(id, when, ("peer-principles".into(), 1), Length::Standard);
    entry.kind = Some(Kind::Group);
    entry.moment = text(number, 40);
    entry.stand_by = text(number + 1, 20);
    entry.next_time = text(number + 2, 12);
    entry.supervision.bring = number.is_multiple_of(5);
    entry.answers = (0..10)
        .map(|item| Answered {
            item: ItemId::new(format!("ITEM{item}")),
            heading: HeadingId::new(format!("H{}", item / 2)),
            question: "Did we both shape how the time went, in ways large and small?".into(),
            answer: Some(Answer::Partly),
            note: text(number + 10 * item, 15),
            points_to_moment: false,
            go_deeper: String::new(),
        })
        .collect();
    Finished {
        draft: Some(Subject::Walk(id)),
        entry,
        carries: number.is_multiple_of(3),
        last: None,
        tell: None,
    }
}

/// A journal of this many entries, and the folder it is in.
pub fn journal(entries: u32) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let mut store = open(&path, &Key::None);
    // In large steps: one by one, most of the time would go into waiting for the disk.
    for first in (0..entries).step_by(1_000) {
        let some: Vec<Finished> = (first..entries.min(first + 1_000)).map(walk).collect();
        store.finish_many(&some).unwrap();
    }
    drop(store);
    (folder, path)
}

/// Opens it to write.
pub fn open(path: &Path, key: &Key) -> Store {
    let store = Store::open(path, Access::Write, key, at(0)).unwrap();
    assert_eq!(store.read_only(), None);
    store
}
