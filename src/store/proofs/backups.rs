//! Backups: made while the journal is written in, proven, named, and let go in turn.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::super::{Access, BackupJob, Key, Seal, Store, StoreError, backup, look_into};
use super::kit::{Desk, at, entry, files_under, holding, id, key, key_of, save, walk};
use crate::domain::{BackupWhy, CardLine, Field, SupportCard};

fn day(number: i64) -> DateTime<FixedOffset> {
    at(0) + TimeDelta::days(number)
}

fn filled(desk: &Desk, key: &Key) -> Store {
    let mut store = Store::open(&desk.journal(), Access::Write, key, at(0)).unwrap();
    for number in 0..5 {
        let finished = walk(entry(number, &format!("harbour lights {number}")));
        store.finish(&finished, at(number.into())).unwrap();
    }
    store
        .save_draft(&save(50, Field::Moment, "half a thought", 1), at(9))
        .unwrap();
    store
}

fn names(folder: &Path) -> Vec<String> {
    let listed = backup::listed(folder).into_iter();
    let names = listed.map(|it| it.path.file_name().unwrap().to_str().unwrap().to_owned());
    names.collect()
}

#[test]
fn a_backup_holds_what_the_journal_holds_and_leaves_nothing_beside_it() {
    for key in [Key::None, key("four small boats")] {
        let desk = Desk::new();
        let mut store = filled(&desk, &key);
        store.delete(id(2), at(10)).unwrap();
        let mut card = SupportCard::default();
        card.write(CardLine::Me, "a friend");
        store.save_card(&card).unwrap();
        let (made, second) = store.back_up(None, BackupWhy::Asked, at(11)).unwrap();
        assert!(second.is_none());
        assert_eq!(
            (made.why, made.made),
            (BackupWhy::Asked, at(11).with_nanosecond())
        );
        let held = look_into(&made.path, &key).unwrap();
        assert_eq!(held, store.holds().unwrap());
        assert_eq!(
            (held.entries.len(), held.half_done, held.has_card),
            (4, 1, true)
        );
        assert_eq!(held.last, Some(to_millis(entry(4, "").finished_at)));
        let stands = files_under(&desk.beside("backups"));
        assert_eq!(stands.len(), 2, "{stands:?}");
    }
}

/// Names know no parts of a second.
trait WithNanosecond {
    fn with_nanosecond(self) -> chrono::NaiveDateTime;
}

impl WithNanosecond for DateTime<FixedOffset> {
    fn with_nanosecond(self) -> chrono::NaiveDateTime {
        chrono::Timelike::with_nanosecond(&self.naive_local(), 0).unwrap()
    }
}

fn to_millis(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    super::super::row::time(at.timestamp_millis(), at.offset().local_minus_utc())
}

#[test]
fn a_backup_of_a_locked_journal_opens_with_the_passphrase_alone() {
    let desk = Desk::new();
    let store = filled(&desk, &key("four small boats"));
    let (made, _) = store.back_up(None, BackupWhy::Daily, at(11)).unwrap();
    drop(store);
    assert_eq!(
        Seal::of(&made.path).unwrap(),
        Seal::of(&desk.journal()).unwrap()
    );
    let again = key_of(&made.path, "four small boats");
    assert_eq!(look_into(&made.path, &again).unwrap().entries.len(), 5);
    for wrong in [
        Key::None,
        key_of(&made.path, "five small boats"),
        key("four small boats"),
    ] {
        let trouble = look_into(&made.path, &wrong);
        assert!(
            matches!(trouble, Err(StoreError::BackupLocked(_))),
            "{trouble:?}"
        );
    }
    assert_eq!(
        holding(desk.folder.path(), &["harbour"]),
        Vec::<std::path::PathBuf>::new()
    );
}

#[test]
fn two_of_one_second_are_two() {
    let desk = Desk::new();
    let store = filled(&desk, &Key::None);
    for _ in 0..3 {
        store.back_up(None, BackupWhy::Asked, at(11)).unwrap();
    }
    assert_eq!(
        names(&desk.beside("backups")),
        [
            "2026-03-12-215603.3-asked.db",
            "2026-03-12-215603.2-asked.db",
            "2026-03-12-215603-asked.db",
        ]
    );
}

#[test]
fn a_save_does_not_wait_for_a_backup() {
    fn moves<T: Send>() {}
    moves::<BackupJob>();
    let desk = Desk::new();
    let mut store = filled(&desk, &Key::None);
    let job = store.backup_job(None, BackupWhy::Daily, at(11));
    let made = std::thread::scope(|scope| {
        let job = scope.spawn(move || job.run().unwrap());
        for number in 100..200 {
            store
                .finish(&walk(entry(number, "meanwhile")), at(12))
                .unwrap();
        }
        job.join().unwrap().0
    });
    let held = look_into(&made.path, &Key::None).unwrap().entries.len();
    assert!((5..=105).contains(&held), "{held}");
    assert!(store.check().unwrap().is_sound());
    drop(store);
    assert_eq!(desk.write().holds().unwrap().entries.len(), 105);
}

#[test]
fn a_backup_is_due_once_a_day_and_only_after_a_change() {
    for key in [Key::None, key("four small boats")] {
        let desk = Desk::new();
        let mut store = Store::open(&desk.journal(), Access::Write, &key, at(0)).unwrap();
        assert!(!store.backup_due(day(0)), "there is nothing in it");
        store
            .save_draft(&save(1, Field::Moment, "tea", 1), day(0))
            .unwrap();
        assert!(store.backup_due(day(0)));
        store.back_up(None, BackupWhy::Daily, day(0)).unwrap();
        assert_eq!(store.last_backup(), Some(day(0).with_nanosecond()));
        assert!(!store.backup_due(day(1)), "nothing has changed");
        let changes: [fn(&mut Store); 5] = [
            |store| store.finish(&walk(entry(2, "soup")), at(0)).unwrap(),
            |store| {
                let less = save(1, Field::Moment, "te", 2);
                store.save_draft(&less, at(0)).unwrap();
            },
            |store| store.delete(id(2), at(0)).unwrap(),
            |store| {
                let mut card = SupportCard::default();
                card.write(CardLine::Me, "a friend");
                store.save_card(&card).unwrap();
            },
            |store| drop(store.erase(&[id(2)], None).unwrap()),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let today = day(1 + i64::try_from(number).unwrap());
            assert!(!store.backup_due(today), "{number}");
            change(&mut store);
            assert!(store.backup_due(today), "{number}");
            store.back_up(None, BackupWhy::Daily, today).unwrap();
            store
                .save_draft(&save(9, Field::Moment, "x", 1), today)
                .unwrap();
            assert!(!store.backup_due(today), "one a day: {number}");
            store
                .drop_draft(crate::domain::Subject::Walk(id(9)))
                .unwrap();
        }
    }
}

#[test]
fn old_backups_go_and_what_is_no_backup_of_ours_stays() {
    let desk = Desk::new();
    let store = filled(&desk, &Key::None);
    let (asked, _) = store.back_up(None, BackupWhy::Asked, day(-60)).unwrap();
    let (form, _) = store.back_up(None, BackupWhy::NewForm, day(-20)).unwrap();
    let folder = desk.beside("backups");
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    fs::write(folder.join("copy of my journal.db"), "mine").unwrap();
    fs::write(folder.join("2026-03-01-120000-daily.part"), "half").unwrap();
    for number in -59..0 {
        store.back_up(None, BackupWhy::Daily, day(number)).unwrap();
    }
    let left = names(&folder);
    assert!((9..=14).contains(&left.len()), "{left:?}");
    assert_eq!(left[0], "2026-03-11-214503-daily.db");
    assert!(!asked.path.exists() && form.path.exists());
    assert!(folder.join("notes.txt").exists());
    assert!(folder.join("copy of my journal.db").exists());
    assert!(!folder.join("2026-03-01-120000-daily.part").exists());
}

#[test]
fn a_second_folder_has_a_copy_and_one_that_is_not_there_stops_nothing() {
    let desk = Desk::new();
    let store = filled(&desk, &key("four small boats"));
    let stick = desk.folder.path().join("stick");
    let (_, second) = store
        .back_up(Some(&stick), BackupWhy::Asked, at(11))
        .unwrap();
    let trouble = second.unwrap().unwrap_err();
    assert!(
        matches!(trouble, StoreError::NoSecondFolder(_)),
        "{trouble}"
    );
    assert!(
        !stick.exists(),
        "it is not made: it may be a stick that is not plugged in"
    );
    assert!(
        !store
            .keeping(Some(&stick))
            .unwrap()
            .second
            .unwrap()
            .is_there
    );
    fs::create_dir(&stick).unwrap();
    let (here, second) = store
        .back_up(Some(&stick), BackupWhy::Asked, at(12))
        .unwrap();
    let second = second.unwrap().unwrap();
    assert_eq!(
        second.path.parent().unwrap(),
        stick.join("journal.db.backups")
    );
    assert_eq!(
        look_into(&second.path, &store.key).unwrap(),
        store.holds().unwrap()
    );
    let keeping = store.keeping(Some(&stick)).unwrap();
    assert_eq!(keeping.backups[0], here);
    assert_eq!(keeping.second.unwrap().backups, [second]);
    assert!(keeping.locked && keeping.entries == 5);
}

#[test]
fn two_journals_of_one_name_share_a_stick_and_leave_each_other_alone() {
    let stick = tempfile::tempdir().unwrap();
    let (home, work) = (Desk::new(), Desk::new());
    let (one, other) = (
        filled(&home, &key("four small boats")),
        filled(&work, &Key::None),
    );
    let back_up = |store: &Store, at| {
        let (_, second) = store
            .back_up(Some(stick.path()), BackupWhy::Daily, at)
            .unwrap();
        second.unwrap().unwrap().path
    };
    let first = back_up(&one, day(0));
    let others = back_up(&other, day(0));
    assert_ne!(first.parent(), others.parent());
    for number in 1..20 {
        back_up(&one, day(number));
    }
    one.sweep_backups(Some(stick.path())).unwrap();
    assert!(look_into(&others, &Key::None).is_ok());
    drop(one);
    let key = key_of(&home.journal(), "four small boats");
    let mut one = Store::open(&home.journal(), Access::Write, &key, at(0)).unwrap();
    assert_eq!(
        one.erase_everything(Some(stick.path())).unwrap(),
        Vec::<std::path::PathBuf>::new()
    );
    assert_eq!(files_under(home.folder.path()).len(), 0);
    assert_eq!(files_under(stick.path()).len(), 2);
    // On a new computer the stick's backups are offered, whoever's they are.
    let fresh = Desk::new();
    let offered = fresh.write().keeping(Some(stick.path())).unwrap();
    assert_eq!(offered.second.unwrap().backups.len(), 1);
}

#[test]
fn the_journals_own_folder_is_no_second_one() {
    let desk = Desk::new();
    let store = filled(&desk, &Key::None);
    for _ in 0..2 {
        let (_, second) = store
            .back_up(Some(desk.folder.path()), BackupWhy::Asked, at(11))
            .unwrap();
        assert!(second.is_none());
    }
}

#[test]
fn a_damaged_journal_makes_no_backup_and_names_the_newest() {
    let desk = Desk::new();
    let store = filled(&desk, &Key::None);
    let (good, _) = store.back_up(None, BackupWhy::Asked, at(11)).unwrap();
    drop(store);
    let length = fs::metadata(desk.journal()).unwrap().len();
    let mut bytes = fs::read(desk.journal()).unwrap();
    bytes[4096..usize::try_from(length).unwrap() / 2].fill(7);
    fs::write(desk.journal(), bytes).unwrap();
    let trouble = desk
        .open(Access::Write)
        .and_then(|store| store.back_up(None, BackupWhy::Daily, at(12)));
    let trouble = trouble.unwrap_err().to_string();
    assert!(trouble.contains("alongside restore"), "{trouble}");
    assert!(trouble.contains(good.path.to_str().unwrap()), "{trouble}");
    assert_eq!(names(&desk.beside("backups")).len(), 1);
    let half: Vec<_> = files_under(&desk.beside("backups"))
        .into_iter()
        .filter(|it| it.extension().is_some_and(|it| it == "part"))
        .collect();
    assert_eq!(half, Vec::<std::path::PathBuf>::new());
}

#[test]
fn the_look_over_tells_of_backups_beside_a_locked_journal_that_anyone_can_read() {
    let desk = Desk::new();
    let mut store = filled(&desk, &Key::None);
    let (open, _) = store.back_up(None, BackupWhy::Asked, at(11)).unwrap();
    assert_eq!(
        store.look_over(None).unwrap().open_backups,
        Vec::<std::path::PathBuf>::new()
    );
    store.rekey(&key("four small boats")).unwrap();
    let found = store.look_over(None).unwrap();
    assert_eq!(found.open_backups, [open.path]);
    assert_eq!(found.bad_backups, Vec::<std::path::PathBuf>::new());
    assert_eq!(found.good_backup, None);
    store.back_up(None, BackupWhy::Asked, at(12)).unwrap();
    let found = store.look_over(None).unwrap();
    assert_eq!(found.open_backups, Vec::<std::path::PathBuf>::new());
}

#[test]
fn the_look_over_tells_good_backups_from_damaged_ones_and_who_may_read() {
    let desk = Desk::new();
    let store = filled(&desk, &Key::None);
    let (good, _) = store.back_up(None, BackupWhy::Asked, at(11)).unwrap();
    let (cut, _) = store.back_up(None, BackupWhy::Asked, at(12)).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&cut.path).unwrap();
    file.set_len(fs::metadata(&cut.path).unwrap().len() / 2)
        .unwrap();
    drop(file);
    let found = store.look_over(None).unwrap();
    assert!(found.is_sound());
    assert_eq!(found.good_backup, Some(good.clone()));
    assert_eq!(found.bad_backups, [cut.path]);
    assert_eq!(found.open_to_others, Vec::<std::path::PathBuf>::new());
    #[cfg(unix)]
    {
        super::super::files::set_mode(&good.path, 0o644).unwrap();
        super::super::files::set_mode(&desk.beside("backups"), 0o755).unwrap();
        let found = store.look_over(None).unwrap();
        assert_eq!(found.open_to_others, [desk.beside("backups"), good.path]);
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_a_backup() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let stick = desk.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    super::super::files::set_mode(&stick, 0o755).unwrap();
    let store = filled(&desk, &Key::None);
    store
        .back_up(Some(&stick), BackupWhy::Asked, at(11))
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for folder in [desk.beside("backups"), stick.join("journal.db.backups")] {
        assert_eq!(mode(&folder), 0o700);
        for file in files_under(&folder) {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn and_so_it_is_whatever_the_shell_allows() {
    for umask in ["000", "022", "277"] {
        let again = std::process::Command::new("sh")
            .args(["-c", "umask $1; exec \"$0\" --exact store::proofs::backups::only_the_owner_can_read_a_backup"])
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

#[test]
fn what_was_finished_before_a_day_is_listed_by_the_day_of_its_place() {
    let mut store = Store::in_memory().unwrap();
    assert_eq!(store.oldest().unwrap(), None);
    for (number, time) in [
        "2025-01-31T23:59:59+13:00",
        "2025-02-01T00:00:00+13:00",
        "2025-01-31T23:59:59-11:00",
        "2025-02-01T00:00:00-11:00",
    ]
    .into_iter()
    .enumerate()
    {
        let mut entry = entry(u32::try_from(number).unwrap(), "tea");
        entry.finished_at = DateTime::parse_from_rfc3339(time).unwrap();
        store.finish(&walk(entry), at(0)).unwrap();
    }
    let before = |day: &str| {
        let listed = store.older(day.parse().unwrap()).unwrap();
        listed.into_iter().map(|it| it.id).collect::<Vec<_>>()
    };
    assert_eq!(before("2025-02-01"), [id(2), id(0)]);
    assert_eq!(before("2025-02-02").len(), 4);
    assert_eq!(before("2025-01-31"), []);
    assert_eq!(store.oldest().unwrap(), "2025-01-31".parse().ok());
    // How long somebody has been writing goes by the days entries are about, and not by practice.
    assert_eq!(store.first_day().unwrap(), Some(at(0).date_naive()));
    let mut practice = entry(9, "tea");
    practice.practice = true;
    practice.on = "2020-01-01".parse().unwrap();
    store.finish(&walk(practice), at(0)).unwrap();
    let mut dated_back = entry(10, "tea");
    dated_back.on = "2024-05-05".parse().unwrap();
    store.finish(&walk(dated_back), at(0)).unwrap();
    assert_eq!(store.first_day().unwrap(), "2024-05-05".parse().ok());
    store.erase(&[id(9), id(10)], None).unwrap();
    assert!(store.taken_out().unwrap().is_empty());
    store.delete(id(2), at(1)).unwrap();
    let out = |store: &Store| store.taken_out().unwrap().first().map(|it| it.id);
    assert_eq!(out(&store), Some(id(2)));
    store.erase(&[id(2)], None).unwrap();
    assert_eq!(out(&store), None, "its words are nowhere any more");
}
