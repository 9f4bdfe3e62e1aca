//! Deleting for ever: a search through every byte finds none of the words.

use std::fs;
use std::path::PathBuf;

use super::super::{Access, Key, Store, StoreError, WhyReadOnly, erase_unopened, look_into};
use super::kit::{
    Desk, at, entry, files_under, found, holding, hour, id, key, moment, save, searching, walk,
};
use crate::domain::{
    BackupWhy, CarryAnswer, DraftSave, Field, Finished, Form, FormField, FormKind, LastTime,
    Meeting, Revision, Revisited, Subject,
};

const NOTHING: Vec<PathBuf> = Vec::new();
/// Words of an entry to erase, each in another place of it.
const GONE: [&str; 6] = [
    "quagmire",
    "zeppelin",
    "marzipan",
    "obsidian",
    "thistledown",
    "kaleidoscope",
];

fn to_erase() -> Finished {
    let mut entry = entry(1, "the quagmire behind the house");
    entry.answers[0].note = "a zeppelin".into();
    entry.next_time = "bring marzipan".into();
    entry.tags = vec!["obsidian".into()];
    Finished {
        carries: true,
        tell: Some("thistledown".into()),
        ..walk(entry)
    }
}

/// A later walk that was asked about the intention of the one to erase.
fn later() -> Finished {
    let mut entry = entry(2, "a later day");
    entry.last_time = Some(Revisited {
        of: id(1),
        words: "bring marzipan".into(),
        answer: Some(CarryAnswer::TriedIt),
        line: "it was sweet".into(),
    });
    Finished {
        last: Some(LastTime {
            of: id(1),
            answer: Some(CarryAnswer::TriedIt),
            line: "it was sweet".into(),
        }),
        ..walk(entry)
    }
}

/// Lives a while with the words: drafts, changes, searches, deleting and bringing back.
fn lived_with(desk: &Desk) -> Store {
    let mut store = desk.write();
    for number in 10..40 {
        store
            .finish(&walk(entry(number, "other days")), at(0))
            .unwrap();
    }
    for revision in 1..30 {
        let words = GONE.join(" ").repeat(usize::try_from(revision).unwrap());
        store
            .save_draft(&save(1, Field::Moment, &words, revision), at(0))
            .unwrap();
    }
    store.finish(&to_erase(), at(1)).unwrap();
    let mut opened_up = to_erase();
    opened_up.entry.moment = "the quagmire, as in a kaleidoscope".into();
    store.finish(&opened_up, at(2)).unwrap();
    assert_eq!(found(&store, "quag").len(), 1);
    store.delete(id(1), at(3)).unwrap();
    store.bring_back(id(1), at(4)).unwrap();
    store.finish(&later(), at(5)).unwrap();
    let mut more = later();
    more.entry.moment = "a later day, and more".into();
    store.finish(&more, at(6)).unwrap();
    store
        .save_draft(&save(1, Field::Moment, "kaleidoscope again", 40), at(7))
        .unwrap();
    beside_it(&mut store);
    store
        .save_draft(&save(3, Field::LastOf, &id(1).to_string(), 1), at(7))
        .unwrap();
    store
        .save_draft(&save(3, Field::LastWords, "bring marzipan", 2), at(7))
        .unwrap();
    store
        .save_draft(&save(3, Field::Moment, "stays", 3), at(7))
        .unwrap();
    store
}

/// An hour of supervision that brings it, what was said about it in the room, and forms about it.
fn beside_it(store: &mut Store) {
    store.keep_meeting(&brings_it(), None, at(6)).unwrap();
    for (minute, answer) in [(6, None), (7, Some(CarryAnswer::StillHolding))] {
        let said = LastTime {
            of: id(1),
            answer,
            line: "a thistledown of it".into(),
        };
        store.hear(&said, None, at(minute)).unwrap();
    }
    let mut changed = to_erase().entry;
    changed.tags = vec!["zeppelin".into()];
    changed.moment = "the quagmire, changed".into();
    store.revise(&changed, None, at(7)).unwrap();
    for kind in [FormKind::Change, FormKind::Carry, FormKind::Later] {
        let of = Some(id(1));
        let typed = DraftSave {
            subject: Subject::Form(Form { kind, of }),
            fields: vec![(Field::Form(FormField::Later), "marzipan, later".into())],
            revision: Revision(1),
        };
        store.save_draft(&typed, at(7)).unwrap();
    }
}

/// The lines of it were written for the hour: they stay.
fn brings_it() -> Meeting {
    let mut hour = hour(0, &[1, 2], "how much to plan");
    hour.taken = Some(at(6));
    hour
}

fn finds_none(desk: &Desk) {
    assert_eq!(holding(desk.folder.path(), &GONE), NOTHING);
}

#[test]
fn no_byte_of_an_erased_entry_is_left() {
    let desk = Desk::new();
    let mut store = lived_with(&desk);
    assert_eq!(store.erase(&[id(1)], None).unwrap(), []);
    finds_none(&desk);
    assert_eq!(store.entry(id(1)).unwrap(), None);
    assert_eq!(store.draft(Subject::Walk(id(1))).unwrap(), None);
    assert_eq!(store.waiting().unwrap(), []);
    assert_eq!(store.past().unwrap().carry, None);
    assert_eq!(found(&store, "quagmire"), []);
    let mut kept = brings_it();
    kept.brought[0].entry = None;
    assert_eq!(store.meetings().unwrap(), [kept]);
    assert_eq!(store.versions(id(1)).unwrap(), []);
    assert_eq!(
        (store.carried(None, 9).unwrap(), store.tags().unwrap()),
        (vec![], vec![])
    );
    // Everything else is as it was, but for the quote.
    let mut expected = later().entry;
    expected.moment = "a later day, and more".into();
    expected.last_time.as_mut().unwrap().words.clear();
    assert_eq!(store.entry(id(2)).unwrap(), Some(expected));
    assert_eq!(moment(&store, 3), "stays");
    assert_eq!(store.entries(None, 99).unwrap().len(), 31);
    assert_eq!(found(&store, "days").len(), 30);
    assert!(store.check().unwrap().is_sound());
    // The later one can still be deleted and brought back.
    store.delete(id(2), at(20)).unwrap();
    store.bring_back(id(2), at(21)).unwrap();
    assert!(store.entry(id(2)).unwrap().is_some());
    assert!(store.check().unwrap().is_sound());
    drop(store);
    finds_none(&desk);
    assert!(desk.write().check().unwrap().is_sound());
}

#[test]
fn backups_that_hold_it_are_named_and_made_anew_without_it() {
    let desk = Desk::new();
    let stick = desk.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let mut store = desk.write();
    store.finish(&walk(entry(10, "other days")), at(0)).unwrap();
    let (without, _) = store
        .back_up(Some(&stick), BackupWhy::Asked, at(0))
        .unwrap();
    drop(store);
    let mut store = lived_with(&desk);
    let (here, second) = store
        .back_up(Some(&stick), BackupWhy::Asked, at(8))
        .unwrap();
    let second = second.unwrap().unwrap();
    fs::write(
        desk.beside("put-aside-2026-03-01-120000"),
        "an old quagmire",
    )
    .unwrap();
    let held_by = store.erase(&[id(1)], Some(&stick)).unwrap();
    let paths: Vec<_> = held_by.iter().map(|it| it.path.clone()).collect();
    assert_eq!(
        paths,
        [
            here.path.clone(),
            second.path.clone(),
            desk.beside("put-aside-2026-03-01-120000")
        ]
    );
    assert!(!holding(desk.folder.path(), &["quagmire"]).is_empty());
    let done = store.erase_from_backups(&[id(1)], Some(&stick)).unwrap();
    assert_eq!((done.remade, done.removed, done.not_reached), (2, 1, None));
    finds_none(&desk);
    for made in [&here, &second] {
        let held = look_into(&made.path, &Key::None).unwrap();
        assert_eq!(held.entries.len(), 31);
    }
    assert!(look_into(&without.path, &Key::None).is_ok());
    let again = store.erase_from_backups(&[id(1)], Some(&stick)).unwrap();
    assert_eq!((again.remade, again.removed), (0, 0));
}

/// A copy from before there were labels and hours has other tables, and forgets all the same.
#[test]
fn a_backup_of_an_older_form_is_made_anew_without_it() {
    let desk = Desk::new();
    let mut store = desk.write();
    store.finish(&walk(entry(10, "other days")), at(0)).unwrap();
    store.finish(&to_erase(), at(1)).unwrap();
    let (made, _) = store.back_up(None, BackupWhy::Asked, at(8)).unwrap();
    let older = rusqlite::Connection::open(&made.path).unwrap();
    older
        .execute_batch("DROP TABLE tag; DROP TABLE said; DROP TABLE brought; DROP TABLE shelf;")
        .unwrap();
    older.execute_batch("VACUUM").unwrap();
    drop(older);
    assert_eq!(
        store.erase(&[id(1)], None).unwrap(),
        std::slice::from_ref(&made)
    );
    let done = store.erase_from_backups(&[id(1)], None).unwrap();
    assert_eq!((done.remade, done.removed), (1, 0));
    assert_eq!(look_into(&made.path, &Key::None).unwrap().entries.len(), 1);
    finds_none(&desk);
}

#[test]
fn a_year_of_entries_goes_as_one() {
    let desk = Desk::new();
    let mut store = lived_with(&desk);
    for number in 100..1_100 {
        let mut entry = entry(number, "zeppelin weather");
        entry.last_time = (number > 100).then(|| Revisited {
            of: id(number - 1),
            words: "bring marzipan".into(),
            answer: None,
            line: String::new(),
        });
        store.finish(&walk(entry), at(number.into())).unwrap();
    }
    let (made, _) = store.back_up(None, BackupWhy::Asked, at(2_000)).unwrap();
    let old: Vec<_> = (100..1_099).chain([1]).map(id).collect();
    assert_eq!(
        store.erase(&old, None).unwrap(),
        std::slice::from_ref(&made)
    );
    let done = store.erase_from_backups(&old, None).unwrap();
    assert_eq!((done.remade, done.removed), (1, 0));
    assert_eq!(
        holding(desk.folder.path(), &["marzipan", "quagmire"]),
        NOTHING
    );
    assert_eq!(store.holds().unwrap().entries.len(), 32);
    let kept = store.entry(id(1_099)).unwrap().unwrap();
    assert_eq!(kept.moment, "zeppelin weather");
    let found = store.check().unwrap();
    assert!(found.is_sound() && found.entries == 32, "{found:?}");
}

#[test]
fn a_locked_journal_forgets_as_well() {
    let desk = Desk::new();
    let mut store = lived_with(&desk);
    store.rekey(&key("four small boats")).unwrap();
    let (made, _) = store.back_up(None, BackupWhy::Asked, at(8)).unwrap();
    let held_by = store.erase(&[id(1)], None).unwrap();
    assert_eq!(held_by, std::slice::from_ref(&made));
    store.erase_from_backups(&[id(1)], None).unwrap();
    assert_eq!(look_into(&made.path, &store.key).unwrap().entries.len(), 31);
    // What is left in it can be told once it is unlocked.
    store
        .restore(&made.path, &store.key.clone(), at(9))
        .unwrap();
    store.rekey(&Key::None).unwrap();
    store.remake_backups(&store.key, None, at(10)).unwrap();
    finds_none(&desk);
}

#[test]
fn while_another_window_reads_the_log_is_emptied_later() {
    let desk = Desk::new();
    let mut store = lived_with(&desk);
    let reader = desk.open(Access::Read).unwrap();
    let held = reader.snapshot().unwrap();
    let count = "SELECT count(*) FROM entry";
    held.query_row(count, [], |row| row.get::<_, i64>(0))
        .unwrap();
    store.erase(&[id(1)], None).unwrap();
    assert!(!holding(desk.folder.path(), &["quagmire"]).is_empty());
    drop(held);
    store.checkpoint().unwrap();
    finds_none(&desk);
    drop(reader);
}

#[test]
fn what_a_killed_program_had_begun_to_erase_goes_when_there_is_time() {
    let desk = Desk::new();
    let mut store = lived_with(&desk);
    store.checkpoint().unwrap();
    // As far as the first step; then the light goes out.
    store.forget(&[id(1)]).unwrap();
    let after = Desk::new();
    for name in ["journal.db", "journal.db-wal"] {
        let from = desk.folder.path().join(name);
        let copied = std::process::Command::new("cp")
            .args([from, after.folder.path().join(name)])
            .status();
        assert!(copied.unwrap().success());
    }
    assert!(!holding(after.folder.path(), &["quagmire"]).is_empty());
    let mut store = after.write();
    assert_eq!(store.entry(id(1)).unwrap(), None);
    store.checkpoint().unwrap();
    finds_none(&after);
    assert!(store.check().unwrap().is_sound());
}

/// Everything of ours that may stand beside a journal.
fn with_everything_beside(desk: &Desk) -> PathBuf {
    let stick = desk.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let mut store = lived_with(desk);
    store
        .back_up(Some(&stick), BackupWhy::Daily, at(8))
        .unwrap();
    store.restore(&backup_of(desk), &Key::None, at(9)).unwrap();
    drop(store);
    for name in [
        "journal.db.new",
        "journal.db.new-journal",
        "journal.db.put-aside-2026-03-01-120000",
        "journal.db.put-aside-2026-03-01-120000-wal",
        "alongside-words-2026-03-01-1.txt",
        "alongside-words-2026-03-01-1.db",
        "alongside-words-2026-03-01-1.db.lock",
        "journal.db.backups/2026-03-01-120000-daily.part",
        "stick/journal.db.backups/2026-03-01-120000-daily.part-journal",
    ] {
        fs::write(desk.folder.path().join(name), "quagmire").unwrap();
    }
    fs::write(desk.folder.path().join("mine.txt"), "my own file").unwrap();
    stick
}

fn backup_of(desk: &Desk) -> PathBuf {
    super::super::backup::newest(&desk.journal()).unwrap()
}

#[test]
fn erasing_everything_leaves_what_is_not_ours_and_nothing_else() {
    let desk = Desk::new();
    let stick = with_everything_beside(&desk);
    let mut store = desk.write();
    let other = desk.open(Access::Read).unwrap();
    let refused = store.erase_everything(Some(&stick));
    assert!(matches!(refused, Err(StoreError::NotAlone)), "{refused:?}");
    assert_eq!(store.entries(None, 99).unwrap().len(), 32);
    drop(other);
    assert_eq!(store.erase_everything(Some(&stick)).unwrap(), NOTHING);
    assert_eq!(
        files_under(desk.folder.path()),
        [desk.folder.path().join("mine.txt")]
    );
    assert!(stick.exists() && !stick.join("journal.db.backups").exists());
    finds_none(&desk);
    is_gone(&mut store);
    assert_eq!(
        files_under(desk.folder.path()).len(),
        1,
        "nothing comes back"
    );
    drop(store);
    assert_eq!(files_under(desk.folder.path()).len(), 1);
    // A new beginning is only made by opening it anew.
    assert_eq!(desk.write().holds().unwrap().entries, []);
}

/// Whatever is asked of it is refused.
fn is_gone(store: &mut Store) {
    let erased = |why: StoreError| matches!(why, StoreError::ReadOnly(WhyReadOnly::Erased));
    assert!(store.entries(None, 9).is_err_and(erased));
    assert!(store.drafts().is_err_and(erased));
    assert!(store.entry(id(1)).is_err_and(erased));
    assert!(store.card().is_err_and(erased));
    assert!(store.past().is_err_and(erased));
    assert!(store.waiting().is_err_and(erased));
    assert!(store.find(&searching("tea"), None, 9).is_err_and(erased));
    assert!(store.check().is_err_and(erased));
    assert!(store.look_over(None).is_err_and(erased));
    assert!(store.holds().is_err_and(erased));
    assert!(store.keeping(None).is_err_and(erased));
    assert!(store.oldest().is_err_and(erased));
    assert!(
        store
            .every_entry(|_| std::ops::ControlFlow::Continue(()))
            .is_err_and(erased)
    );
    let draft = save(1, Field::Moment, "tea", 1);
    assert!(store.save_draft(&draft, at(0)).is_err_and(erased));
    assert!(store.drop_draft(Subject::Card).is_err_and(erased));
    assert!(
        store
            .finish(&walk(entry(1, "tea")), at(0))
            .is_err_and(erased)
    );
    assert!(store.erase(&[id(1)], None).is_err_and(erased));
    assert!(store.erase_from_backups(&[id(1)], None).is_err_and(erased));
    assert!(store.rekey(&Key::None).is_err_and(erased));
    assert!(
        store
            .remake_backups(&Key::None, None, at(0))
            .is_err_and(erased)
    );
    assert!(store.sweep_backups(None).is_err_and(erased));
    assert!(store.erase_everything(None).is_err_and(erased));
    assert!(store.back_up(None, BackupWhy::Asked, at(0)).is_err());
    assert!(!store.backup_due(at(0)));
    assert!(store.checkpoint().is_ok());
}

#[test]
fn a_journal_whose_passphrase_is_forgotten_can_be_erased() {
    let desk = Desk::new();
    let stick = with_everything_beside(&desk);
    let mut store = desk.write();
    store.rekey(&key("four small boats")).unwrap();
    store
        .remake_backups(&Key::None, Some(&stick), at(10))
        .unwrap();
    let refused = erase_unopened(&desk.journal(), Some(&stick));
    assert!(matches!(refused, Err(StoreError::NotAlone)), "{refused:?}");
    drop(store);
    assert_eq!(
        erase_unopened(&desk.journal(), Some(&stick)).unwrap(),
        NOTHING
    );
    assert_eq!(
        files_under(desk.folder.path()),
        [desk.folder.path().join("mine.txt")]
    );
}

#[test]
fn what_cannot_be_reached_or_is_not_ours_is_said() {
    let desk = Desk::new();
    let mut store = lived_with(&desk);
    store.back_up(None, BackupWhy::Asked, at(8)).unwrap();
    let own = desk.beside("backups").join("mine.txt");
    fs::write(&own, "my own file").unwrap();
    let stick = desk.folder.path().join("stick");
    let left = store.erase_everything(Some(&stick)).unwrap();
    assert_eq!(left, [stick, desk.beside("backups")]);
    assert_eq!(files_under(desk.folder.path()), [own]);
}

#[test]
fn what_was_only_taken_out_is_found_among_what_is_old_and_goes_for_good() {
    let desk = Desk::new();
    let mut store = desk.write();
    for number in 1..=3 {
        let words = format!("lanterns {number}");
        store
            .finish(&walk(entry(number, &words)), at(number.into()))
            .unwrap();
    }
    store.delete(id(2), at(9)).unwrap();
    let later = at(60 * 24 * 40).date_naive();
    let ids =
        |list: Vec<crate::domain::Listed>| -> Vec<_> { list.iter().map(|it| it.id).collect() };
    assert_eq!(ids(store.older(later).unwrap()), [id(3), id(1)]);
    assert_eq!(ids(store.older_taken_out(later).unwrap()), [id(2)]);
    assert_eq!(ids(store.older_taken_out(at(0).date_naive()).unwrap()), []);
    // Its row holds no words any more; which one it is can be told all the same.
    for list in [store.taken_out(), store.older_taken_out(later)] {
        assert_eq!(list.unwrap()[0].words, "lanterns 2");
    }
    store.erase(&[id(2)], None).unwrap();
    drop(store);
    let bytes = std::fs::read(desk.journal()).unwrap();
    assert!(!bytes.windows(10).any(|it| it == b"lanterns 2"));
    assert!(bytes.windows(10).any(|it| it == b"lanterns 3"));
}
