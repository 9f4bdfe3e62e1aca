//! What each fault does: the words are kept, or it says why not.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::super::{Access, Store, StoreError, WhyReadOnly};
use super::kit::{Desk, at, entry, id, key, moment, save, walk};
use crate::domain::{BackupWhy, Field, Subject};

fn long(word: &str) -> String {
    format!("{word} ").repeat(4000)
}

/// A journal with some entries, closed.
fn a_kept_journal() -> Desk {
    let desk = Desk::new();
    let mut store = desk.write();
    for number in 0..8 {
        store
            .finish(
                &walk(entry(number, &format!("word{number} "))),
                at(number.into()),
            )
            .unwrap();
    }
    desk
}

#[test]
fn a_full_disk_costs_nothing_that_was_saved_and_is_tried_again() {
    let desk = Desk::new();
    let mut store = desk.write();
    store
        .save_draft(&save(1, Field::Moment, "tea", 1), at(0))
        .unwrap();
    store.limit_pages(1).unwrap();
    let full = store.save_draft(&save(1, Field::Moment, &long("soup"), 2), at(1));
    assert!(matches!(full, Err(StoreError::Full(_))), "{full:?}");
    let full = store.finish(&walk(entry(1, &long("soup"))), at(2));
    assert!(matches!(full, Err(StoreError::Full(_))), "{full:?}");
    assert_eq!(moment(&store, 1), "tea");
    assert_eq!(store.entry(id(1)).unwrap(), None);
    store.limit_pages(100_000).unwrap();
    store
        .save_draft(&save(1, Field::Moment, &long("soup"), 2), at(3))
        .unwrap();
    store.finish(&walk(entry(1, &long("soup"))), at(4)).unwrap();
    drop(store);
    let store = desk.write();
    assert_eq!(store.entry(id(1)).unwrap(), Some(entry(1, &long("soup"))));
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_journal_in_use_says_so_and_is_free_again() {
    let desk = Desk::new();
    let mut store = desk.write();
    store.conn.busy_timeout(Duration::from_millis(20)).unwrap();
    let other = Connection::open(desk.journal()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let busy = store.save_draft(&save(1, Field::Moment, "tea", 1), at(0));
    assert!(matches!(busy, Err(StoreError::Busy(_))), "{busy:?}");
    other.execute_batch("ROLLBACK").unwrap();
    store
        .save_draft(&save(1, Field::Moment, "tea", 1), at(0))
        .unwrap();
}

#[test]
fn one_changed_letter_is_never_shown_as_written() {
    let desk = a_kept_journal();
    change(
        &desk.journal(),
        br#""moment":"word3 "#,
        br#""moment":"ward3 "#,
    );
    let store = desk.write();
    assert!(matches!(
        store.entry(id(3)),
        Err(StoreError::Unreadable { entry, .. }) if entry == id(3)
    ));
    assert_eq!(store.entry(id(4)).unwrap(), Some(entry(4, "word4 ")));
    let mut unreadable = Vec::new();
    let mut read = 0;
    store
        .every_entry(|it| {
            match it {
                Ok(_) => read += 1,
                Err(StoreError::Unreadable { entry, .. }) => unreadable.push(entry),
                Err(other) => panic!("{other}"),
            }
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!((read, unreadable), (7, vec![id(3)]));
    assert_eq!(store.check().unwrap().unreadable, vec![id(3)]);
}

#[test]
fn bytes_that_are_no_letters_are_damage_of_that_entry_alone() {
    let desk = a_kept_journal();
    change(
        &desk.journal(),
        br#""moment":"word3 "#,
        b"\"moment\":\"w\xff\xfed3 ",
    );
    let store = desk.write();
    assert!(matches!(
        store.entry(id(3)),
        Err(StoreError::Unreadable { entry, .. }) if entry == id(3)
    ));
    let found = store.check().unwrap();
    assert_eq!((found.unreadable, found.entries), (vec![id(3)], 7));
}

#[test]
fn a_damaged_page_costs_only_what_is_on_it() {
    let desk = Desk::new();
    let mut store = desk.write();
    for number in 0..8 {
        let words = long(&format!("word{number}"));
        store
            .finish(&walk(entry(number, &words)), at(number.into()))
            .unwrap();
    }
    drop(store);
    // The pages in the middle of one entry's text, wiped. A wiped page ends the chain of pages.
    let mut bytes = fs::read(desk.journal()).unwrap();
    let place = find(&bytes, br#""moment":"word3 "#).unwrap();
    let page = place / 4096 * 4096;
    bytes[page + 4096..page + 3 * 4096].fill(0);
    fs::write(desk.journal(), bytes).unwrap();
    let store = desk.write();
    assert_eq!(store.entries(None, 99).unwrap().len(), 8);
    let mut read = 0;
    store
        .every_entry(|it| {
            read += u32::from(it.is_ok());
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    assert!((4..8).contains(&read), "{read}");
    assert!(!store.check().unwrap().is_sound());
}

#[test]
fn a_journal_cut_short_says_so_and_names_the_backup() {
    let desk = a_kept_journal();
    fs::create_dir(desk.beside("backups")).unwrap();
    let copy = desk.beside("backups").join("2026-03-11-120000.db");
    fs::copy(desk.journal(), &copy).unwrap();
    let length = fs::metadata(desk.journal()).unwrap().len();
    for cut in [length / 2, 4096, 1000, 50] {
        let file = fs::OpenOptions::new()
            .write(true)
            .open(desk.journal())
            .unwrap();
        file.set_len(cut).unwrap();
        drop(file);
        let trouble = desk.open(Access::Write).unwrap_err();
        assert!(
            trouble.todo().contains("2026-03-11-120000.db"),
            "{cut}: {trouble}"
        );
        assert_eq!(fs::metadata(desk.journal()).unwrap().len(), cut);
    }
}

#[test]
fn an_emptied_journal_is_not_taken_for_a_new_one() {
    let desk = a_kept_journal();
    fs::write(desk.journal(), "").unwrap();
    for access in [Access::Write, Access::Note] {
        assert!(matches!(
            desk.open(access),
            Err(StoreError::Empty { backup: None, .. })
        ));
    }
    assert!(matches!(
        desk.open(Access::Read),
        Err(StoreError::Empty { .. })
    ));
    // An empty file that never held a journal is a new one.
    let desk = Desk::new();
    fs::write(desk.journal(), "").unwrap();
    desk.write();
}

#[test]
fn a_journal_that_is_gone_is_not_quietly_begun_anew() {
    let desk = a_kept_journal();
    let store = desk.write();
    let (backup, _) = store.back_up(None, BackupWhy::Daily, at(9)).unwrap();
    drop(store);
    fs::remove_file(desk.journal()).unwrap();
    for access in [Access::Write, Access::Note] {
        let gone = desk.open(access).unwrap_err();
        assert!(matches!(&gone, StoreError::Gone { backup: it, .. } if *it == backup.path));
        assert!(!desk.journal().exists());
    }
    // Somebody who wants a new one says so by moving the backups away.
    fs::rename(desk.beside("backups"), desk.beside("elsewhere")).unwrap();
    desk.write();
}

#[test]
fn what_is_no_journal_is_left_as_it_is() {
    let desk = Desk::new();
    let text = "Dear diary, ".repeat(100);
    fs::write(desk.journal(), &text).unwrap();
    for access in [Access::Write, Access::Note, Access::Read] {
        let trouble = desk.open(access).unwrap_err();
        assert!(
            matches!(trouble, StoreError::NotAJournal { .. }),
            "{trouble:?}"
        );
    }
    assert_eq!(fs::read_to_string(desk.journal()).unwrap(), text);
    // Another program's file of the same kind.
    let desk = Desk::new();
    let other = Connection::open(desk.journal()).unwrap();
    other
        .execute_batch("CREATE TABLE song (name TEXT)")
        .unwrap();
    drop(other);
    let before = fs::read(desk.journal()).unwrap();
    let trouble = desk.open(Access::Write).unwrap_err();
    assert!(
        matches!(trouble, StoreError::NotAJournal { .. }),
        "{trouble:?}"
    );
    assert_eq!(fs::read(desk.journal()).unwrap(), before);
}

#[test]
fn a_path_that_cannot_be_is_said_in_words() {
    let desk = Desk::new();
    let key = super::super::Key::None;
    let open = |path: &Path, access| Store::open(path, access, &key, at(0));
    assert!(matches!(
        open(desk.folder.path(), Access::Write),
        Err(StoreError::IsFolder(_))
    ));
    assert!(matches!(
        open(&desk.journal(), Access::Read),
        Err(StoreError::NotThere(_))
    ));
    fs::write(desk.journal(), "a file").unwrap();
    let under = desk.journal().join("journal.db");
    assert!(matches!(
        open(&under, Access::Write),
        Err(StoreError::CannotMake { .. })
    ));
    let missing = desk.folder.path().join("a/b/journal.db");
    assert_eq!(open(&missing, Access::Write).unwrap().read_only(), None);
}

#[test]
fn an_erased_draft_leaves_no_byte() {
    let desk = Desk::new();
    let mut store = desk.write();
    for revision in 1..50 {
        let words = format!("unsayable {}", "so it is ".repeat(revision * 20));
        store
            .save_draft(&save(1, Field::Moment, &words, revision as u64), at(0))
            .unwrap();
    }
    store.checkpoint().unwrap();
    store.drop_draft(Subject::Walk(id(1))).unwrap();
    let log = desk.journal().with_extension("db-wal");
    assert_eq!(fs::metadata(log).unwrap().len(), 0);
    // Looked at by another program: a handle of our own would let go of the engine's locks.
    let seen = std::process::Command::new("cat")
        .arg(desk.journal())
        .output()
        .unwrap();
    assert!(seen.stdout.len() > 4096);
    assert_eq!(find(&seen.stdout, b"unsayable"), None);
    assert_eq!(find(&seen.stdout, b"so it is"), None);
}

#[test]
fn a_file_or_folder_that_does_not_allow_writing_can_be_read() {
    let desk = a_kept_journal();
    let folder = desk.folder.path();
    lock(&desk.journal(), 0o400);
    if fs::OpenOptions::new()
        .append(true)
        .open(desk.journal())
        .is_ok()
    {
        println!("skipped: this user may write anywhere");
        return;
    }
    let store = desk.open(Access::Write).unwrap();
    assert_eq!(store.read_only(), Some(&WhyReadOnly::File));
    assert_eq!(store.entries(None, 99).unwrap().len(), 8);
    drop(store);
    assert!(!desk.journal().with_extension("db-shm").exists());
    lock(&desk.journal(), 0o600);
    desk.write();
    lock(folder, 0o500);
    let store = desk.open(Access::Write).unwrap();
    assert_eq!(store.read_only(), Some(&WhyReadOnly::Folder));
    assert_eq!(store.entries(None, 99).unwrap().len(), 8);
    drop(store);
    let none = folder.join("other.db");
    let trouble = Store::open(&none, Access::Write, &super::super::Key::None, at(0)).unwrap_err();
    assert!(
        trouble.what().contains("not allowed to write there"),
        "{trouble}"
    );
    lock(folder, 0o700);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_journal() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.folder.path().join("new/deep/journal.db");
    let mut store = Store::open(&path, Access::Write, &super::super::Key::None, at(0)).unwrap();
    store
        .save_draft(&save(1, Field::Moment, "tea", 1), at(0))
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for file in fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = file.unwrap().path();
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert_eq!(mode(&desk.folder.path().join("new")), 0o700);
    assert_eq!(mode(&desk.folder.path().join("new/deep")), 0o700);
}

#[cfg(unix)]
#[test]
fn and_so_it_is_whatever_the_shell_allows() {
    for umask in ["000", "022", "077", "277"] {
        let again = std::process::Command::new("sh")
            .args(["-c", "umask $1; exec \"$0\" --exact store::proofs::faults::only_the_owner_can_read_the_journal"])
            .arg(std::env::current_exe().unwrap())
            .arg(umask)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&again.stdout).into_owned();
        assert!(
            again.status.success() && said.contains("1 passed"),
            "{umask}: {said}"
        );
    }
}

fn lock(path: &Path, mode: u32) {
    super::super::files::set_mode(path, mode).unwrap();
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

fn change(path: &Path, from: &[u8], to: &[u8]) {
    let mut bytes = fs::read(path).unwrap();
    let place = find(&bytes, from).unwrap();
    bytes[place..place + to.len()].copy_from_slice(to);
    fs::write(path, bytes).unwrap();
}

/// In a locked journal the engine refuses everything on a connection that met a damaged page.
#[test]
fn a_damaged_page_of_a_locked_journal_costs_no_more() {
    let desk = Desk::new();
    let key = key("four small boats");
    let mut store = Store::open(&desk.journal(), Access::Write, &key, at(0)).unwrap();
    for number in 0..8 {
        let words = long(&format!("word{number}"));
        let finished = walk(entry(number, &words));
        store.finish(&finished, at(number.into())).unwrap();
    }
    drop(store);
    let whole = fs::read(desk.journal()).unwrap();
    let mut costs = std::collections::BTreeMap::new();
    // The first pages hold the table of tables and the like.
    for page in (30..whole.len() / 4096).step_by(7) {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 1000..page * 4096 + 1100].fill(0);
        fs::write(desk.journal(), &bytes).unwrap();
        let mut store = Store::open(&desk.journal(), Access::Write, &key, at(0)).unwrap();
        let read = |store: &Store| -> Vec<bool> {
            let entries = (0..8).map(|number| store.entry(id(number)));
            entries.map(|it| it.is_ok()).collect()
        };
        let first = read(&store);
        let lost = first.iter().filter(|it| !**it).count();
        *costs.entry(lost).or_insert(0) += 1;
        // What is written next is kept, and read again.
        store
            .save_draft(&save(90, Field::Moment, "and on", 1), at(9))
            .unwrap();
        assert_eq!(moment(&store, 90), "and on");
        assert_eq!(read(&store), first);
        let checked = store.check().unwrap();
        assert!(!checked.is_sound());
        assert_eq!(checked.entries, 8 - lost, "{page}: {first:?} {checked:?}");
    }
    // Few pages lead to others; most hold the words of one entry.
    let of_more: u32 = costs.range(2..).map(|(_, pages)| *pages).sum();
    assert!(costs[&1] > 4 && of_more < 2, "{costs:?}");
}
