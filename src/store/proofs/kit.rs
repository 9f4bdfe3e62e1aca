//! What the store's tests are told with: a folder, times, entries.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::super::{Access, Key, Store, StoreError, files, locks};
use crate::domain::{
    Answer, Answered, AsOf, Attempt, Brought, DraftSave, Entry, Field, Finished, Footing,
    HeadingId, HowSure, Id, ItemId, Kind, Length, LongerView, Meeting, Revision, Subject, Topic,
    Want, Way,
};

/// A folder with a journal in it, gone after the test.
#[must_use]
pub(in crate::store) struct Desk {
    pub(in crate::store) folder: tempfile::TempDir,
}

impl Desk {
    pub(in crate::store) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Under a strict shell not even we could write in it.
        files::set_mode(folder.path(), 0o700).unwrap();
        Self { folder }
    }

    pub(in crate::store) fn journal(&self) -> PathBuf {
        self.folder
            .path()
            .canonicalize()
            .unwrap()
            .join("journal.db")
    }

    pub(in crate::store) fn beside(&self, ending: &str) -> PathBuf {
        locks::beside(&self.journal(), ending)
    }

    pub(in crate::store) fn open(&self, access: Access) -> Result<Store, StoreError> {
        Store::open(&self.journal(), access, &Key::None, at(0))
    }

    pub(in crate::store) fn write(&self) -> Store {
        let store = self.open(Access::Write).unwrap();
        assert_eq!(store.read_only(), None);
        store
    }
}

/// A time, so many minutes after the beginning.
pub(in crate::store) fn at(minutes: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-12T21:45:03.25+01:00").unwrap()
        + TimeDelta::minutes(minutes)
}

pub(in crate::store) fn id(number: u32) -> Id {
    let mut chance = [0; 10];
    chance[6..].copy_from_slice(&number.to_be_bytes());
    Id::at(1_760_000_000_000 + u64::from(number), &chance)
}

/// An entry with words in it, finished so many minutes after the beginning.
pub(in crate::store) fn entry(number: u32, moment: &str) -> Entry {
    let mut entry = Entry::empty(
        id(number),
        at(i64::from(number)),
        ("peer-principles".into(), 1),
        Length::Quick,
    );
    entry.kind = Some(Kind::Group);
    entry.moment = moment.into();
    entry.answers = vec![Answered {
        item: ItemId::new("MUT1"),
        heading: HeadingId::new("MUT"),
        question: "Did we both shape how the time went?".into(),
        answer: Some(Answer::Partly),
        note: "we swapped chairs".into(),
        points_to_moment: false,
        go_deeper: String::new(),
    }];
    entry
}

/// A try of a vignette, finished so many minutes after the beginning, with these words in it.
pub(in crate::store) fn a_try(number: u32, vignette: &str, words: &str) -> Entry {
    let mut entry = entry(number, "");
    entry.length = Length::Vignette;
    entry.practice = true;
    entry.kind = None;
    entry.attempt = Some(Attempt {
        vignette: vignette.into(),
        version: 1,
        title: "A quiet hour".into(),
        story: vec!["They look out of the window.".into()],
        pull: words.into(),
        ways: vec![Way {
            id: "wait".into(),
            words: "I would wait.".into(),
        }],
        how_sure: Some(HowSure::Fairly),
        not_thought_of: "that silence can be a choice".into(),
        want: Some(Want::WatchFirst),
        ..Attempt::default()
    });
    entry
}

/// Something said of the longer view, so many minutes after the beginning.
pub(in crate::store) fn view(number: u32, heading: &str, line: &str) -> LongerView {
    LongerView {
        id: id(2_000 + number),
        heading: HeadingId::new(heading),
        at: at(i64::from(number)),
        as_of: AsOf::Now,
        question: "How sure would I feel doing this tomorrow?".into(),
        footing: Some(Footing::WithSomeone),
        said: "With someone beside me".into(),
        line: line.into(),
    }
}

/// An hour of supervision that brings a line for each of these entries.
pub(in crate::store) fn hour(number: u32, brought: &[u32], line: &str) -> Meeting {
    let each = brought.iter().map(|entry| Brought {
        entry: Some(id(*entry)),
        topic: Topic::Think,
        heading: String::new(),
        line: line.into(),
    });
    Meeting {
        id: id(1_000 + number),
        begun: at(0),
        on: at(i64::from(number) * 1_440).date_naive(),
        with: None,
        need: "to think it through".into(),
        asking: Vec::new(),
        brought: each.collect(),
        taken: None,
        agreed: String::new(),
    }
}

/// A finished walk that says nothing about anything else.
pub(in crate::store) fn walk(entry: Entry) -> Finished {
    Finished {
        draft: Some(Subject::Walk(entry.id)),
        entry,
        carries: false,
        last: None,
        tell: None,
    }
}

pub(in crate::store) fn save(number: u32, field: Field, words: &str, revision: u64) -> DraftSave {
    DraftSave {
        subject: Subject::Walk(id(number)),
        fields: vec![(field, words.into())],
        revision: Revision(revision),
    }
}

/// What is found for these words, the last of them still being typed; newest first.
pub(in crate::store) fn found(store: &Store, words: &str) -> Vec<crate::domain::Id> {
    let listed = store.find(&searching(words), None, 99).unwrap();
    listed.iter().map(|it| it.id).collect()
}

/// A search as it is typed.
pub(in crate::store) fn searching(typed: &str) -> crate::domain::Query {
    let headings = [(HeadingId::new("MUT"), "Mutuality".to_owned())];
    crate::domain::Query::parse(typed, at(0).date_naive(), &headings).unwrap()
}

/// The latest words of a walk's moment, as stored.
pub(in crate::store) fn moment(store: &Store, number: u32) -> String {
    store
        .draft(Subject::Walk(id(number)))
        .unwrap()
        .map_or_else(String::new, |draft| draft.words(&Field::Moment).to_owned())
}

/// A key of its own for a passphrase.
pub(in crate::store) fn key(passphrase: &str) -> Key {
    let passphrase = crate::key::Passphrase::new(passphrase);
    let made = crate::key::FileKey::make(&passphrase, crate::key::Cost::Trial);
    Key::Locked(made.unwrap())
}

/// The key that a passphrase alone gives for a closed journal or a backup.
pub(in crate::store) fn key_of(file: &Path, passphrase: &str) -> Key {
    let super::super::Seal::Locked(salt) = super::super::Seal::of(file).unwrap() else {
        return Key::None;
    };
    let secret = crate::key::Secret::Passphrase(crate::key::Passphrase::new(passphrase));
    let key = secret.key(&salt, crate::key::Cost::Trial);
    Key::Locked(crate::key::FileKey { key, salt })
}

/// Every file under a folder, in order.
pub(in crate::store) fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The files under a folder that hold any of these words. Another program looks: a handle of our
/// own on an open journal would let go of the engine's locks. And only one of them: while one is
/// started it holds for a moment whatever this program holds.
pub(in crate::store) fn holding(folder: &Path, words: &[&str]) -> Vec<PathBuf> {
    let each = words.iter().flat_map(|word| ["-e", word]);
    let found = std::process::Command::new("grep")
        .env("LC_ALL", "C")
        .args(["-r", "-l", "-a", "-i", "-F"])
        .args(each)
        .arg(folder)
        .output()
        .unwrap();
    // It says 1 when there is nothing, and more when it could not look.
    assert!(found.status.code() <= Some(1), "{found:?}");
    let lines = String::from_utf8(found.stdout).unwrap();
    let mut files: Vec<PathBuf> = lines.lines().map(PathBuf::from).collect();
    files.sort();
    files
}
