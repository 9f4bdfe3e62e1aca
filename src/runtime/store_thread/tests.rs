//! What the store thread promises.

use crate::domain::{Entry, Field, Finished, Id, Length, Query, Revision, Subject, Term};
use crate::key::{Cost, FileKey, Passphrase};
use crate::store::{Access, Key};

use super::*;

fn save(words: &str) -> Request {
    Request::SaveDraft(DraftSave {
        subject: Subject::Walk(Id::at(1, &[1; 10])),
        fields: vec![(Field::Moment, words.into())],
        revision: Revision(1),
    })
}

fn thread(store: Store) -> (StoreThread, Receiver<News>) {
    thread_at(Place::open_already(store))
}

fn thread_at(place: Place) -> (StoreThread, Receiver<News>) {
    let (sender, news) = channel();
    // A folder cannot be made inside a file.
    let file = PathBuf::from(file!()).join("settings.toml");
    (
        StoreThread::start(place, file, Clock::start(), sender).unwrap(),
        news,
    )
}

fn next(news: &Receiver<News>) -> (Ticket, Outcome) {
    loop {
        match news.recv_timeout(Duration::from_secs(20)).unwrap() {
            News::Msg(Msg::Done(ticket, outcome)) => return (ticket, outcome),
            News::Rescuer(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

/// A journal locked with "tea", which is closed.
fn locked(folder: &std::path::Path) -> Place {
    let path = folder.join("journal.db");
    let at = Clock::start().stamp().at;
    let mut store = Store::open(&path, Access::Write, &Key::None, at).unwrap();
    let file = FileKey::make(&Passphrase::new("tea"), Cost::Trial).unwrap();
    store.rekey(&Key::Locked(file)).unwrap();
    drop(store);
    Place {
        store: None,
        path,
        access: Access::Write,
        second: None,
        cost: Cost::Trial,
    }
}

fn tea(typed: &str) -> Secret {
    Secret::Passphrase(Passphrase::new(typed))
}

#[test]
fn a_locked_journal_is_opened_used_and_closed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut thread, news) = thread_at(locked(folder.path()));
    thread.ask(Ticket(1), Request::Home);
    assert!(matches!(next(&news).1, Outcome::Trouble(_)), "it is closed");
    thread.open(Ticket(2), tea("tee"));
    let wrong = next(&news).1;
    assert!(matches!(&wrong, Outcome::WrongKey(_)), "{wrong:?}");
    thread.open(Ticket(3), tea("tea"));
    assert!(matches!(next(&news).1, Outcome::Opened(opened) if opened.home.locked));
    thread.ask(Ticket(4), save("milk"));
    assert_eq!(next(&news).1, Outcome::Saved(Revision(1)));
    thread.keep(Ticket(5), Work::Try(tea("tee")));
    assert_eq!(next(&news).1, Outcome::Came(Box::new(Came::Fits(false))));
    thread.shut();
    thread.ask(Ticket(6), Request::Home);
    assert!(
        matches!(next(&news).1, Outcome::Trouble(_)),
        "it is closed again"
    );
    thread.open(Ticket(7), tea("tea"));
    assert!(matches!(next(&news).1, Outcome::Opened(it) if it.home.drafts.len() == 1));
}

#[test]
fn a_quiet_moment_makes_the_days_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (mut thread, news) = thread_at(locked(folder.path()));
    thread.open(Ticket(1), tea("tea"));
    next(&news);
    thread.ask(Ticket(2), save("milk"));
    next(&news);
    let backups = folder.path().join("journal.db.backups");
    let made =
        || std::fs::read_dir(&backups).is_ok_and(|all| all.flatten().any(|it| is_backup(&it)));
    let clock = Clock::start();
    while !made() {
        assert!(clock.tick() < 20_000, "no backup was made");
        thread::yield_now();
    }
    thread.shut();
    thread.open(Ticket(3), tea("tea"));
    assert!(matches!(next(&news).1, Outcome::Opened(it) if it.home.last_backup.is_some()));
}

fn is_backup(file: &std::fs::DirEntry) -> bool {
    file.path().extension().is_some_and(|ending| ending == "db")
}

#[test]
fn what_was_stopped_in_time_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let (mut thread, news) = thread_at(locked(folder.path()));
    let stop = thread.stop_of(Ticket(1));
    stop.0.store(true, Ordering::SeqCst);
    thread.open(Ticket(1), tea("tea"));
    thread.ask(Ticket(2), Request::Home);
    assert!(matches!(next(&news).1, Outcome::Trouble(why) if why == words::stopped()));
    assert!(matches!(next(&news).1, Outcome::Trouble(_)), "it is closed");
}

#[test]
fn a_locked_journal_that_is_gone_is_not_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let place = locked(folder.path());
    let path = place.path.clone();
    std::fs::remove_file(&path).unwrap();
    let (mut thread, news) = thread_at(place);
    thread.open(Ticket(1), tea("tea"));
    assert!(matches!(next(&news).1, Outcome::Trouble(_)));
    assert!(!path.exists());
}

#[test]
fn requests_are_done_in_order_and_all_of_them_before_it_closes() {
    let (mut thread, news) = thread(Store::in_memory().unwrap());
    thread.ask(Ticket(1), save("tea"));
    thread.ask(Ticket(2), Request::Home);
    thread.close();
    assert_eq!(next(&news), (Ticket(1), Outcome::Saved(Revision(1))));
    let (ticket, outcome) = next(&news);
    assert_eq!(ticket, Ticket(2));
    assert!(matches!(outcome, Outcome::Home(home) if home.drafts.len() == 1));
    let last = news.recv_timeout(Duration::from_secs(20)).unwrap();
    assert!(matches!(last, News::JournalClosed));
}

#[test]
fn words_the_journal_did_not_take_are_remembered() {
    let store = Store::in_memory().unwrap();
    store.limit_pages(1).unwrap();
    let (mut thread, news) = thread(store);
    thread.ask(Ticket(1), save(&"tea ".repeat(100_000)));
    let (ticket, outcome) = next(&news);
    assert!(matches!(&outcome, Outcome::Trouble(why) if why.short == "the disk is full"));
    assert_eq!(thread.heard(ticket, &outcome).unwrap().save.fields.len(), 1);
    assert!(thread.is_quiet());
    assert_eq!(thread.take_unanswered().count(), 0);
}

#[test]
fn settings_that_cannot_be_kept_are_said_in_words() {
    let (mut thread, news) = thread(Store::in_memory().unwrap());
    thread.save_settings(Ticket(1), Settings::default());
    let (_, outcome) = next(&news);
    assert!(matches!(outcome, Outcome::Trouble(why) if why.short == "the settings are not saved"));
}

/// While another program holds the journal, a save waits for it, and all behind it.
#[test]
fn a_second_wave_gives_way_to_whatever_is_typed_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let at = Clock::start().stamp().at;
    let mut store = Store::open(&path, Access::Write, &Key::None, at).unwrap();
    let mut entry = Entry::empty(Id::at(1, &[1; 10]), at, ("p".into(), 1), Length::Note);
    entry.moment = "mother".into();
    let finished = Finished {
        entry,
        draft: None,
        carries: false,
        last: None,
        tell: None,
    };
    store.finish(&finished, at).unwrap();
    let (mut thread, news) = thread(store);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let query = Box::new(Query {
        terms: vec![Term::Word("other".into())],
        ..Query::default()
    });
    let parts = |ticket| {
        let query = query.clone();
        (ticket, Request::FindParts { query, limit: 9 })
    };
    thread.ask(Ticket(1), save("milk"));
    let (ticket, asked) = parts(Ticket(2));
    thread.ask(ticket, asked);
    thread.stop(ticket);
    for (ticket, asked) in [parts(Ticket(3)), parts(Ticket(4))] {
        thread.ask(ticket, asked);
    }
    let find = Request::Find {
        query: query.clone(),
        after: None,
        limit: 9,
    };
    thread.ask(Ticket(5), find);
    let (ticket, asked) = parts(Ticket(6));
    thread.ask(ticket, asked);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(next(&news).1, Outcome::Saved(Revision(1)));
    for stopped in 2..=5 {
        assert_eq!(next(&news), (Ticket(stopped), Outcome::Entries(vec![])));
    }
    let (last, found) = next(&news);
    assert!(matches!(found, Outcome::Entries(it) if it.len() == 1));
    assert_eq!(last, Ticket(6));
}
