//! Journals of every version there was, and whether this one still reads them.
//!
//! They are real files, kept as that version left them (`tests/data`): what a test makes for
//! itself would change with the code and prove nothing.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use alongside::domain::{
    Answer, Answered, Asking, Brought, CardLine, CarryAnswer, DraftSave, Entry, Field, Finished,
    HeadingId, Id, ItemId, KeepWell, Kind, LastTime, LeftMe, Length, Meeting, Need, Passages,
    Query, Revision, SavedSearch, Stage, Subject, SupportCard, Term, Topic, Under, With,
};
use alongside::key::{Cost, FileKey, Passphrase, RecoveryCode, Secret};
use alongside::store::{Access, Key, Seal, Store};
use chrono::{DateTime, FixedOffset, TimeDelta};

const PASSPHRASE: &str = "tea and biscuits";
/// The form of journal that this version makes.
const FORM: u32 = 3;
/// The forms that were ever given out, of which journals are kept.
const FORMS: [u32; 2] = [1, FORM];

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

fn at(hours: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-10-05T17:40:12.125+01:00").unwrap() + TimeDelta::hours(hours)
}

fn id(number: u8) -> Id {
    Id::at(1_791_000_000_000 + u64::from(number), &[number; 10])
}

fn key_of(journal: &Path, secret: &Secret) -> Key {
    let Seal::Locked(salt) = Seal::of(journal).unwrap() else {
        return Key::None;
    };
    let key = secret.key(&salt, Cost::Usual);
    Key::Locked(FileKey { key, salt })
}

/// A copy of a kept journal to work in, and the folder it is in.
fn copied(name: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    fs::copy(data(name), &path).unwrap();
    (folder, path)
}

fn searching(word: &str) -> Query {
    Query {
        terms: vec![Term::Word(word.into())],
        ..Query::default()
    }
}

fn entries(store: &Store) -> Vec<Entry> {
    let mut entries = Vec::new();
    store
        .every_entry(|entry| {
            entries.push(entry.unwrap());
            ControlFlow::Continue(())
        })
        .unwrap();
    entries
}

/// What must be in every one of them.
fn whole(store: &mut Store, version: u32) {
    let known = fs::read_to_string(data(&format!("v{version}.json"))).unwrap();
    let known: Vec<Entry> = serde_json::from_str(&known).unwrap();
    assert_eq!(entries(store), known);
    assert_eq!(known.len(), 6);
    assert!(store.check().unwrap().is_sound());
    assert_eq!(store.find(&searching("kettle"), None, 50).unwrap().len(), 5);
    let draft = store.draft(Subject::Walk(id(40))).unwrap().unwrap();
    assert_eq!(
        draft.words(&Field::Moment),
        "half a sentence, and then the b"
    );
    assert_eq!(store.card().unwrap().line(CardLine::Ring), "the duty desk");
    assert_eq!(store.waiting().unwrap().len(), 1);
    assert!(store.past().unwrap().carry.is_some());
    if version >= 3 {
        stands_beside(store);
    }
    store.bring_back(id(3), at(900)).unwrap();
    assert_eq!(entries(store).len(), 7);
    store.finish(&walk(60), at(901)).unwrap();
    assert_eq!(entries(store).len(), 8);
}

/// What a journal of the third form holds beside its entries.
fn stands_beside(store: &Store) {
    assert_eq!(store.meetings().unwrap(), [hour()]);
    assert_eq!(store.keep_well().unwrap().helps, "a walk by the canal");
    assert_eq!(store.searches().unwrap()[0].query, "kettle since:2026-10");
    let carried = store.carried(None, 9).unwrap();
    assert!(carried.iter().any(|it| it.carry.line == "it was loud"));
}

fn hour() -> Meeting {
    Meeting {
        id: id(50),
        begun: at(191),
        on: at(191).date_naive(),
        with: Some(With::Peer),
        need: "to think about pauses".into(),
        asking: vec![Asking::Think],
        brought: vec![Brought {
            entry: Some(id(1)),
            topic: Topic::Think,
            heading: String::new(),
            line: "how long can a pause be".into(),
        }],
        taken: None,
        agreed: String::new(),
    }
}

fn keep_beside(store: &mut Store) {
    store.keep_meeting(&hour(), None, at(191)).unwrap();
    let page = KeepWell {
        helps: "a walk by the canal".into(),
        ..KeepWell::default()
    };
    store.save_keep_well(&page, None, at(192)).unwrap();
    let search = SavedSearch {
        id: id(51),
        name: "kettles".into(),
        query: "kettle since:2026-10".into(),
    };
    store.keep_search(&search, None, at(193)).unwrap();
    let said = LastTime {
        of: store.carried(None, 1).unwrap()[0].carry.entry,
        answer: Some(CarryAnswer::TriedIt),
        line: "it was loud".into(),
    };
    store.hear(&said, None, at(194)).unwrap();
}

#[test]
fn a_plain_journal_of_every_version_is_read_whole_and_written_on() {
    for version in FORMS {
        let (_folder, path) = copied(&format!("v{version}.db"));
        let mut store = Store::open(&path, Access::Write, &Key::None, at(800)).unwrap();
        whole(&mut store, version);
    }
}

#[test]
fn a_locked_journal_of_every_version_opens_with_its_passphrase_and_with_its_code() {
    for version in FORMS {
        let code = fs::read_to_string(data(&format!("v{version}-locked.code"))).unwrap();
        let code = RecoveryCode::read(&code).unwrap();
        let passphrase = Secret::Passphrase(Passphrase::new(PASSPHRASE));
        for secret in [passphrase, Secret::Code(code)] {
            let (_folder, path) = copied(&format!("v{version}-locked.db"));
            let key = key_of(&path, &secret);
            let mut store = Store::open(&path, Access::Write, &key, at(800)).unwrap();
            whole(&mut store, version);
        }
    }
}

/// What stands beside the entries since the second form was in them before: it is brought over.
#[test]
fn what_the_first_form_had_only_within_the_entries_comes_over() {
    for (name, passphrase) in [("v1.db", None), ("v1-locked.db", Some(PASSPHRASE))] {
        let (_folder, path) = copied(name);
        let secret = passphrase.map(|it| Secret::Passphrase(Passphrase::new(it)));
        let key = secret.map_or(Key::None, |secret| key_of(&path, &secret));
        let mut store = Store::open(&path, Access::Write, &key, at(800)).unwrap();
        comes_over(&store);
        // What is taken out comes back with it.
        store.bring_back(id(3), at(900)).unwrap();
        comes_over(&store);
    }
}

fn comes_over(store: &Store) {
    let all = entries(store);
    let flagged = all.iter().filter(|it| it.supervision.bring).cloned();
    assert_eq!(store.flagged(99).unwrap(), flagged.collect::<Vec<_>>());
    let near_an_end = |it: &&Entry| matches!(it.stage, Some(Stage::NearTheEnd | Stage::Last));
    let endings: Vec<Id> = all.iter().filter(near_an_end).map(|it| it.id).collect();
    let read = store.endings(99).unwrap();
    assert_eq!(read.iter().map(|it| it.entry).collect::<Vec<_>>(), endings);
    let with_answers: Vec<Id> = all
        .iter()
        .filter(|it| !it.answers.is_empty())
        .map(|it| it.id)
        .collect();
    let signs = store.signs(99).unwrap();
    assert_eq!(
        signs.iter().map(|it| it.entry).collect::<Vec<_>>(),
        with_answers
    );
    let page = |which| -> Vec<Id> {
        let page = store.passages(&which, None, 99).unwrap();
        page.iter().map(|it| it.entry).collect()
    };
    let moments: Vec<Id> = all
        .iter()
        .filter(|it| !it.moment.is_empty())
        .map(|it| it.id)
        .collect();
    assert_eq!(page(Passages::Moments), moments);
    let strengths: Vec<Id> = all
        .iter()
        .filter(|it| !it.stand_by.is_empty())
        .map(|it| it.id)
        .collect();
    assert_eq!(page(Passages::Strengths), strengths);
    let mut answered = page(Passages::Answers(Under::default()));
    answered.dedup();
    assert_eq!(answered, with_answers);
    let carried = store.carried(None, 99).unwrap();
    assert_eq!(
        carried.len(),
        all.iter().filter(|it| !it.next_time.is_empty()).count()
    );
}

fn walk(number: u8) -> Finished {
    let when = at(i64::from(number) * 26);
    let mut entry = Entry::empty(
        id(number),
        when,
        ("peer-principles".into(), 1),
        Length::Quick,
    );
    entry.kind = Kind::ALL.get(usize::from(number)).copied();
    entry.stage = Stage::ALL.get(usize::from(number % 4)).copied();
    entry.minutes = Some(30 + u16::from(number));
    entry.left_me = vec![LeftMe::Steady, LeftMe::Proud];
    entry.before_stop = Some(Need::NothingNow);
    entry.moment = format!("We waited for the kettle, evening {number}. Naïve, 👋 and “quoted”.");
    entry.stand_by = "I let the silence be.".into();
    entry.next_time = "If it goes quiet, I will wait for one more breath.".into();
    entry.put_down = "The long way home.".into();
    entry.answers = Answer::ALL
        .iter()
        .enumerate()
        .map(|(place, answer)| Answered {
            item: ItemId::new(format!("MUT{}", place + 1)),
            heading: HeadingId::new("MUT"),
            question: "Did we both shape how the time went?".into(),
            answer: Some(*answer),
            note: format!("a line beside it, {place}"),
            points_to_moment: place == 0,
            go_deeper: String::new(),
        })
        .collect();
    entry.supervision.bring = number.is_multiple_of(2);
    entry.supervision.note = "How long is a good silence?".into();
    Finished {
        draft: None,
        carries: true,
        last: None,
        tell: (number == 5).then(|| "my supervisor".into()),
        entry,
    }
}

/// Makes the kept journals of this version's form. Run by hand, once for each form.
#[test]
#[ignore = "it writes into the source"]
fn make_the_kept_journals() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let mut store = Store::open(&path, Access::Write, &Key::None, at(0)).unwrap();
    for number in 0..6 {
        store
            .finish(&walk(number), at(i64::from(number) * 26))
            .unwrap();
    }
    let mut note = Entry::empty(id(6), at(170), ("peer-principles".into(), 1), Length::Note);
    note.moment = "One line from the shell.".into();
    let mut caught = walk(6);
    caught.carries = false;
    caught.entry = note;
    store.finish(&caught, at(170)).unwrap();
    store.delete(id(3), at(180)).unwrap();
    store.delete(id(4), at(181)).unwrap();
    store.bring_back(id(4), at(182)).unwrap();
    let mut card = SupportCard::default();
    card.write(CardLine::Ring, "the duty desk");
    store.save_card(&card).unwrap();
    let save = DraftSave {
        subject: Subject::Walk(id(40)),
        fields: vec![(Field::Moment, "half a sentence, and then the b".into())],
        revision: Revision(3),
    };
    store.save_draft(&save, at(190)).unwrap();
    keep_beside(&mut store);
    let json = serde_json::to_string_pretty(&entries(&store)).unwrap();
    fs::write(data(&format!("v{FORM}.json")), json + "\n").unwrap();
    drop(store);
    fs::copy(&path, data(&format!("v{FORM}.db"))).unwrap();
    let mut store = Store::open(&path, Access::Write, &Key::None, at(200)).unwrap();
    let key = FileKey::make(&Passphrase::new(PASSPHRASE), Cost::Usual).unwrap();
    store.rekey(&Key::Locked(key)).unwrap();
    let code = store.recovery_code().unwrap();
    fs::write(
        data(&format!("v{FORM}-locked.code")),
        format!("{}\n", code.text()),
    )
    .unwrap();
    drop(store);
    fs::copy(&path, data(&format!("v{FORM}-locked.db"))).unwrap();
}
