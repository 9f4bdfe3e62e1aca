//! Locking: nothing readable is left, nothing is lost, and exactly one key opens it.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::super::{Access, Key, Seal, Store, StoreError, clear_half_made};
use super::kit::{Desk, at, entry, found, hour, id, moment, save, view, walk};
use crate::domain::{
    CarryAnswer, DraftSave, Field, Finished, Form, FormField, FormKind, KeepWell, LastTime,
    Meeting, Revision, Subject,
};
use crate::key::{Cost, FileKey, Passphrase, RecoveryCode, Secret};

const WORDS: &str = "seventeen lanterns by the canal";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text)
}

fn key(text: &str) -> Key {
    Key::Locked(FileKey::make(&passphrase(text), Cost::Trial).unwrap())
}

/// The key that opens a closed journal with this passphrase.
fn key_of(journal: &Path, text: &str) -> Key {
    let Seal::Locked(salt) = Seal::of(journal).unwrap() else {
        panic!("it is not locked")
    };
    let key = Secret::Passphrase(passphrase(text)).key(&salt, Cost::Trial);
    Key::Locked(FileKey { key, salt })
}

fn open(desk: &Desk, key: &Key) -> Result<Store, StoreError> {
    Store::open(&desk.journal(), Access::Write, key, at(0))
}

/// A journal with entries, a deleted one, and a half-done walk.
fn filled(desk: &Desk) -> Store {
    let mut store = desk.write();
    for number in 0..20 {
        let mut entry = entry(number, &format!("{WORDS} {number}"));
        if let 4 | 5 = number {
            entry.supervision.bring = true;
            entry.tags = vec![WORDS.into()];
        }
        if number == 5 {
            entry.next_time = WORDS.into();
        }
        let finished = Finished {
            carries: number == 5,
            ..walk(entry)
        };
        store.finish(&finished, at(number.into())).unwrap();
    }
    store.delete(id(3), at(30)).unwrap();
    store
        .save_draft(&save(50, Field::Moment, WORDS, 1), at(31))
        .unwrap();
    let said = LastTime {
        of: id(5),
        answer: Some(CarryAnswer::LetItRest),
        line: WORDS.into(),
    };
    store.hear(&said, None, at(31)).unwrap();
    store.save_keep_well(&page(), None, at(31)).unwrap();
    store.keep_meeting(&taken(), None, at(31)).unwrap();
    store
        .say_longer_view(&[view(1, "MUT", WORDS)], None, None, at(31))
        .unwrap();
    store
}

fn page() -> KeepWell {
    KeepWell {
        helps: WORDS.into(),
        ..KeepWell::default()
    }
}

fn taken() -> Meeting {
    let taken = Some(at(31));
    Meeting {
        taken,
        ..hour(0, &[4], WORDS)
    }
}

fn same(one: &Store) {
    for number in (0..20).filter(|number| *number != 3) {
        let words = format!("{WORDS} {number}");
        assert_eq!(one.entry(id(number)).unwrap().unwrap().moment, words);
    }
    assert_eq!(one.entry(id(3)).unwrap(), None);
    assert_eq!(moment(one, 50), WORDS);
    assert!(one.check().unwrap().is_sound());
    assert_eq!(found(one, "lanterns").len(), 19);
    assert_eq!(one.carried(None, 99).unwrap()[0].heard[0].line, WORDS);
    assert_eq!(one.keep_well().unwrap(), page());
    assert_eq!(one.meetings().unwrap(), [taken()]);
    assert_eq!(one.longer_views().unwrap().said, [view(1, "MUT", WORDS)]);
    assert_eq!(one.tags().unwrap(), [WORDS]);
    let list: Vec<_> = one.flagged(9).unwrap().iter().map(|it| it.id).collect();
    assert_eq!(list, [id(5)], "what was taken is off the list");
}

/// Every file of the folder that holds these bytes.
fn holding(folder: &Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, words));
        } else if contains(&fs::read(&path).unwrap(), words.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}

fn contains(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// Bits of surprise a byte; 8 is chance itself.
fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let all = f64::from(u32::try_from(bytes.len()).unwrap());
    let parts = counts.iter().filter(|count| **count > 0);
    parts
        .map(|count| f64::from(*count) / all)
        .map(|part| -part * part.log2())
        .sum()
}

#[test]
fn locking_keeps_every_word_and_only_the_key_opens_it() {
    let desk = Desk::new();
    let mut store = filled(&desk);
    store.rekey(&key("tea")).unwrap();
    same(&store);
    assert!(store.is_locked());
    store
        .save_draft(&save(51, Field::Moment, "after", 1), at(40))
        .unwrap();
    drop(store);

    assert!(matches!(
        desk.open(Access::Write),
        Err(StoreError::Locked { .. })
    ));
    let wrong = key_of(&desk.journal(), "Tea");
    assert!(matches!(
        open(&desk, &wrong),
        Err(StoreError::WrongKey { .. })
    ));
    let store = open(&desk, &key_of(&desk.journal(), "tea")).unwrap();
    same(&store);
    assert_eq!(moment(&store, 51), "after");
    let code = store.recovery_code().unwrap();
    drop(store);
    let Seal::Locked(salt) = Seal::of(&desk.journal()).unwrap() else {
        panic!()
    };
    let key = RecoveryCode::read(code.text()).unwrap();
    same(&open(&desk, &Key::Locked(FileKey { key, salt })).unwrap());
}

#[test]
fn another_passphrase_shuts_the_first_one_out_and_unlocking_opens_it_to_all() {
    let desk = Desk::new();
    let mut store = filled(&desk);
    store.rekey(&key("tea")).unwrap();
    let old_code = store.recovery_code().unwrap();
    store.rekey(&key("soup")).unwrap();
    same(&store);
    assert!(store.opens_with(&Secret::Passphrase(passphrase("soup")), Cost::Trial));
    assert!(!store.opens_with(&Secret::Passphrase(passphrase("tea")), Cost::Trial));
    assert!(!store.opens_with(&Secret::typed(passphrase(old_code.text())), Cost::Trial));
    drop(store);
    let old = key_of(&desk.journal(), "tea");
    assert!(matches!(
        open(&desk, &old),
        Err(StoreError::WrongKey { .. })
    ));
    let mut store = open(&desk, &key_of(&desk.journal(), "soup")).unwrap();
    store.rekey(&Key::None).unwrap();
    assert!(store.recovery_code().is_none());
    drop(store);
    same(&desk.write());
    assert_eq!(Seal::of(&desk.journal()).unwrap(), Seal::Open);
}

#[test]
fn nothing_readable_is_in_any_file_of_a_locked_journal_while_it_is_used() {
    let desk = Desk::new();
    let mut store = filled(&desk);
    assert!(
        !holding(desk.folder.path(), "lanterns").is_empty(),
        "the search finds words"
    );
    store.rekey(&key("tea")).unwrap();
    store
        .save_draft(&save(52, Field::Moment, WORDS, 1), at(41))
        .unwrap();
    store.finish(&walk(entry(60, WORDS)), at(42)).unwrap();
    let wal = desk.beside("").display().to_string();
    let wal = format!("{}-wal", wal.trim_end_matches('.'));
    // Another program looks: a handle of our own would let go of the engine's locks.
    let seen = Command::new("cat")
        .arg(&wal)
        .arg(desk.journal())
        .output()
        .unwrap();
    assert!(seen.stdout.len() > 100_000, "{}", seen.stdout.len());
    for words in [
        WORDS,
        "lanterns",
        "Did we both shape",
        "CREATE TABLE",
        "peer-principles",
    ] {
        assert!(!contains(&seen.stdout, words.as_bytes()), "{words}");
    }
    drop(store);
    for words in [WORDS, "lanterns", "SQLite format 3"] {
        assert_eq!(holding(desk.folder.path(), words), Vec::<String>::new());
    }
    let bytes = fs::read(desk.journal()).unwrap();
    assert!(entropy(&bytes) > 7.99, "{}", entropy(&bytes));
}

#[test]
fn a_new_journal_can_be_locked_from_its_first_byte() {
    let desk = Desk::new();
    let key = key("tea");
    let mut store = open(&desk, &key).unwrap();
    store.finish(&walk(entry(1, WORDS)), at(1)).unwrap();
    drop(store);
    assert_eq!(key_of(&desk.journal(), "tea"), key);
    assert_eq!(
        open(&desk, &key)
            .unwrap()
            .entry(id(1))
            .unwrap()
            .unwrap()
            .moment,
        WORDS
    );
}

#[test]
fn while_another_window_has_it_open_nothing_is_swapped() {
    let desk = Desk::new();
    let mut store = filled(&desk);
    let other = desk.open(Access::Read).unwrap();
    assert!(matches!(
        store.rekey(&key("tea")),
        Err(StoreError::NotAlone)
    ));
    same(&store);
    drop(other);
    // Still held together with others: a reader gets in, a writer does not.
    assert!(desk.open(Access::Read).is_ok());
    store.rekey(&key("tea")).unwrap();
    same(&store);
}

#[test]
fn a_new_file_that_cannot_be_made_changes_nothing() {
    let desk = Desk::new();
    let mut store = filled(&desk);
    // Something that is no file stands where the new one would be made.
    fs::create_dir(desk.beside("new")).unwrap();
    let why = store.rekey(&key("tea")).unwrap_err();
    assert!(matches!(why, StoreError::NotRemade { .. }), "{why:?}");
    same(&store);
    store
        .save_draft(&save(51, Field::Moment, "after", 1), at(40))
        .unwrap();
    drop(store);
    assert_eq!(moment(&desk.write(), 51), "after");
}

#[test]
fn what_a_killed_program_left_is_cleared_away() {
    let desk = Desk::new();
    drop(filled(&desk));
    for ending in ["new", "new-wal", "new-journal"] {
        fs::write(desk.beside(ending), WORDS).unwrap();
    }
    same(&desk.write());
    for ending in ["new", "new-wal", "new-journal"] {
        assert!(!desk.beside(ending).exists(), "{ending}");
    }
}

#[test]
fn half_of_an_unlocked_journal_is_cleared_before_any_passphrase_is_asked() {
    let desk = Desk::new();
    let mut store = filled(&desk);
    store.rekey(&key("tea")).unwrap();
    fs::write(desk.beside("new"), WORDS).unwrap();
    clear_half_made(&desk.journal());
    assert!(
        desk.beside("new").exists(),
        "it is the window's that writes"
    );
    drop(store);
    clear_half_made(&desk.journal());
    assert!(!desk.beside("new").exists());
}

#[test]
fn a_rescue_file_of_a_locked_journal_is_locked_with_the_same_passphrase() {
    let desk = Desk::new();
    let mut store = filled(&desk);
    assert!(store.rescuer().is_none());
    store.rekey(&key("tea")).unwrap();
    let rescuer = store.rescuer().unwrap();
    drop(store);
    let form = Subject::Form(Form {
        kind: FormKind::Agreed,
        of: Some(id(1_000)),
    });
    let agreed = DraftSave {
        subject: form,
        fields: vec![(Field::Form(FormField::Agreed), WORDS.into())],
        revision: Revision(2),
    };
    let saves = [save(70, Field::Moment, WORDS, 4), agreed];
    let first = rescuer.write(&saves, None, at(50)).unwrap();
    let second = rescuer.write(&saves, None, at(50)).unwrap();
    assert_ne!(first, second);
    assert_eq!(
        holding(desk.folder.path(), "lanterns"),
        Vec::<String>::new()
    );
    let key = key_of(&first, "tea");
    let found = Store::open(&first, Access::Write, &key, at(60)).unwrap();
    assert_eq!(moment(&found, 70), WORDS);
    assert!(found.draft(Subject::Walk(id(70))).unwrap().is_some());
    let agreed = found.draft(form).unwrap().unwrap();
    assert_eq!(agreed.words(&Field::Form(FormField::Agreed)), WORDS);
}

#[test]
fn a_text_is_not_taken_for_a_locked_journal() {
    let desk = Desk::new();
    fs::write(
        desk.journal(),
        "My notes of the week, and some more of them.\n".repeat(40),
    )
    .unwrap();
    let why = desk.open(Access::Write).unwrap_err();
    assert!(matches!(why, StoreError::NotAJournal { .. }), "{why:?}");
    assert!(!format!("{:?}", key("tea")).contains("x'"));
}

#[test]
fn a_journal_in_no_file_is_not_swapped() {
    let mut store = Store::in_memory().unwrap();
    store.finish(&walk(entry(1, WORDS)), at(1)).unwrap();
    assert!(matches!(
        store.rekey(&key("tea")),
        Err(StoreError::NotThere(_))
    ));
    assert_eq!(store.entry(id(1)).unwrap().unwrap().moment, WORDS);
}
