//! Proves that the made-up journal is one in which every rule of a journal holds.

use chrono::{DateTime, FixedOffset};

use super::*;
use crate::content::Pack;
use crate::domain::{Answer, CardLine, CarryState, Query};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-12T17:30:00+00:00").unwrap()
}

fn year() -> Year {
    Year::made_up(&Pack::shipped().unwrap(), now()).unwrap()
}

fn kept() -> Store {
    let mut store = Store::in_memory().unwrap();
    keep(&mut store, &year()).unwrap();
    store
}

#[test]
fn kept_at_once_it_is_what_it_would_be_kept_one_by_one() {
    let (at_once, year) = (kept(), year());
    let mut one_by_one = Store::in_memory().unwrap();
    for walk in &year.walks {
        one_by_one.finish(walk, walk.entry.finished_at).unwrap();
    }
    keep(
        &mut one_by_one,
        &Year {
            walks: Vec::new(),
            ..year
        },
    )
    .unwrap();
    let stores = [&at_once, &one_by_one];
    let [entries, again] = stores.map(|it| it.entries(None, 999).unwrap());
    assert_eq!(entries, again);
    for listed in &entries {
        let [entry, again] = stores.map(|it| it.entry(listed.id).unwrap());
        assert_eq!(entry, again);
    }
    assert_eq!(
        at_once.carried(None, 999).unwrap(),
        one_by_one.carried(None, 999).unwrap()
    );
    assert_eq!(
        at_once.flagged(999).unwrap(),
        one_by_one.flagged(999).unwrap()
    );
    assert_eq!(at_once.past().unwrap(), one_by_one.past().unwrap());
    assert_eq!(at_once.tags().unwrap(), one_by_one.tags().unwrap());
    for words in ["soup", "door", "kettle", "water"] {
        let query = Query::parse(words, now().date_naive(), &[]).unwrap();
        let found = |it: &Store| it.find(&query, None, 99).unwrap();
        assert!(!found(&at_once).is_empty(), "{words}");
        assert_eq!(found(&at_once), found(&one_by_one));
    }
}

#[test]
fn it_says_that_it_is_made_up_and_nothing_in_it_is_damaged() {
    let store = kept();
    assert!(store.is_made_up());
    let looked = store.look_over(None).unwrap();
    assert_eq!(looked.entries, year().walks.len());
    let card = store.card().unwrap();
    for line in CardLine::ALL {
        assert_eq!(card.line(*line), year().card.line(*line));
    }
    assert!(!card.is_blank());
    assert_eq!(store.keep_well().unwrap(), year().keep_well);
    assert_eq!(store.waiting().unwrap(), Vec::new());
    assert!(store.drafts().unwrap().is_empty());
}

#[test]
fn looking_back_has_every_sign_and_endings_and_nothing_of_practice() {
    let store = kept();
    let signs = store.signs(999).unwrap();
    let all = || signs.iter().flat_map(|it| &it.signs);
    for answer in Answer::ALL {
        assert!(all().any(|sign| sign.answer == Some(*answer)), "{answer}");
    }
    for heading in [
        "MUT", "REC", "NON", "STR", "RFO", "COM", "PRO", "SAF", "ROL",
    ] {
        assert!(
            all().any(|sign| sign.heading.as_str() == heading),
            "{heading}"
        );
    }
    let practice = || year().walks.into_iter().filter(|walk| walk.entry.practice);
    assert!(practice().count() >= 4);
    for walk in practice() {
        assert!(signs.iter().all(|it| it.entry != walk.entry.id));
    }
    assert!(!store.endings(99).unwrap().is_empty());
}

#[test]
fn intentions_were_tried_rest_and_are_held() {
    let store = kept();
    let carried = store.carried(None, 999).unwrap();
    for state in [CarryState::Held, CarryState::Tried, CarryState::Resting] {
        assert!(carried.iter().any(|it| it.carry.state == state), "{state}");
    }
    let said = year()
        .walks
        .iter()
        .filter(|walk| walk.last.is_some())
        .count();
    let heard: usize = carried.iter().map(|it| it.heard.len()).sum();
    assert_eq!(heard, said);
    // What the next walk asks about is the last that was written.
    let last = year().walks.last().unwrap().entry.next_time.clone();
    assert_eq!(store.past().unwrap().carry.unwrap().words, last);
}

#[test]
fn what_was_taken_to_an_hour_left_the_list_and_the_rest_is_on_it() {
    let store = kept();
    let meetings = store.meetings().unwrap();
    assert_eq!(meetings.len(), 3);
    assert!(
        meetings
            .iter()
            .all(|it| it.taken.is_some() && !it.agreed.is_empty())
    );
    let list = store.flagged(99).unwrap();
    assert!(!list.is_empty());
    let brought = || {
        meetings
            .iter()
            .flat_map(|it| &it.brought)
            .filter_map(|it| it.entry)
    };
    assert!(list.iter().all(|entry| brought().all(|id| id != entry.id)));
    let flagged = year();
    let flagged = flagged.walks.iter().map(|walk| &walk.entry);
    let flagged = flagged.filter(|entry| entry.supervision.bring && !entry.practice);
    assert_eq!(flagged.count(), list.len() + brought().count());
}

#[test]
fn the_practice_room_has_a_story_tried_twice_and_the_longer_view() {
    let store = kept();
    let year = year();
    assert_eq!(store.tries(Some("advice-pull")).unwrap().len(), 2);
    let views = store.longer_views().unwrap();
    assert_eq!(views.again, year.again);
    assert_eq!(views.said.len(), year.said.len());
    for view in &year.said {
        assert!(views.said.contains(view), "{}", view.line);
        assert!(views.touched.contains_key(&view.heading));
    }
}

#[test]
fn a_line_that_was_added_later_is_a_version_of_its_own() {
    let store = kept();
    for (entry, at) in &year().grown {
        let versions = store.versions(entry.id).unwrap();
        assert_eq!(versions.len(), 2);
        assert_eq!(versions[0].written, *at);
        assert_eq!(versions[0].entry.as_deref(), Some(entry));
    }
}

#[test]
fn a_disk_without_room_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let mut store = Store::open(&path, Access::Write, &Key::None, now()).unwrap();
    store.limit_pages(60).unwrap();
    let why = keep(&mut store, &year()).unwrap_err();
    let [what, todo] = no_room(why.short().to_owned()).lines();
    assert!(
        what.contains("could not be made in") && what.contains(why.short()),
        "{what}"
    );
    assert!(todo.contains("TMPDIR"), "{todo}");
}

#[test]
fn the_look_of_the_person_is_kept_and_nothing_that_leads_to_their_files() {
    let folder = tempfile::tempdir().unwrap();
    let own = Settings {
        look: crate::config::Look::HighContrast,
        plain: true,
        hide_after_minutes: 2,
        backup_folder: Some("/media/stick".into()),
        ..Settings::default()
    };
    own.save(&folder.path().join("settings.toml")).unwrap();
    let before = std::fs::read(folder.path().join("settings.toml")).unwrap();
    let given = Given {
        config_env: Some(folder.path().to_owned()),
        journal_env: Some(folder.path().join("journal.db")),
        ..Given::default()
    };
    let settings = settings_for(&given);
    assert!(settings.plain && settings.look == own.look && settings.first_run_done);
    assert_eq!(
        (settings.backup_folder, settings.hide_after_minutes),
        (None, 0)
    );
    let after = std::fs::read(folder.path().join("settings.toml")).unwrap();
    assert_eq!(before, after);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
