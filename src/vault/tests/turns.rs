//! The turns that a table of words does not show.

use super::super::*;
use super::kit::*;
use crate::domain::{BackupWhy, Keeping};
use crate::key::{Passphrase, Secret};

#[test]
fn two_that_differ_lock_nothing_and_can_be_mended() {
    let keeping = keeping(false);
    let (mut vault, _) = talk(Begin::Lock, standing(), &keeping);
    choose(&mut vault, "Choose a passphrase", &keeping);
    give(&mut vault, secret(GOOD), &keeping);
    assert_eq!(vault.given(secret(OTHER)), Turn::Panel);
    choose(&mut vault, "Keep neither, and choose anew", &keeping);
    give(&mut vault, secret(OTHER), &keeping);
    assert_eq!(
        vault.given(secret(OTHER)),
        Turn::Do(Work::Lock(Passphrase::new(OTHER)))
    );
}

#[test]
fn what_opens_it_now_goes_into_the_change() {
    let keeping = keeping(true);
    let (mut vault, _) = talk(Begin::Change, standing(), &keeping);
    for given in [GOOD, OTHER] {
        give(&mut vault, secret(given), &keeping);
    }
    let turn = vault.given(secret(OTHER));
    let current = Secret::typed(Passphrase::new(GOOD));
    let new = Passphrase::new(OTHER);
    assert_eq!(turn, Turn::Do(Work::Change { current, new }));
}

#[test]
fn a_slip_in_a_code_is_said_to_be_one() {
    let keeping = keeping(true);
    let (mut vault, _) = talk(Begin::Change, standing(), &keeping);
    let whole = code().text().to_owned();
    let part = whole.split_once(' ').unwrap().1;
    let slip = whole.replacen('M', "N", 1);
    let Turn::Hint(said) = give(&mut vault, secret(&slip), &keeping) else {
        panic!("no hint")
    };
    assert!(said.contains("a letter of it is wrong"), "{said}");
    let Turn::Hint(said) = give(&mut vault, secret(part), &keeping) else {
        panic!("no hint")
    };
    assert!(said.contains("a part of a recovery code"), "{said}");
}

#[test]
fn what_was_stopped_and_done_all_the_same_still_gives_its_code() {
    let keeping = keeping(false);
    let (mut vault, _) = talk(Begin::Lock, standing(), &keeping);
    choose(&mut vault, "Choose a passphrase", &keeping);
    give(&mut vault, secret(GOOD), &keeping);
    assert!(matches!(vault.given(secret(GOOD)), Turn::Do(_)));
    assert_eq!(vault.given(Given::Back), Turn::Stop);
    let late = answer(&Work::Lock(Passphrase::new(GOOD)), &keeping);
    assert_eq!(vault.came_late(late), Turn::Panel);
    assert!(vault.holds());
    assert_eq!(vault.panel().title, "Recovery code");
    assert_eq!(vault.came_late(Came::Fits(true)), Turn::Panel);
}

#[test]
fn leaving_without_the_code_asks_once() {
    let keeping = keeping(false);
    let (mut vault, _) = talk(Begin::Lock, standing(), &keeping);
    choose(&mut vault, "Choose a passphrase", &keeping);
    give(&mut vault, secret(GOOD), &keeping);
    give(&mut vault, secret(GOOD), &keeping);
    assert!(vault.holds());
    assert_eq!(vault.given(Given::Back), Turn::Panel);
    assert!(!vault.holds(), "they were asked");
    assert_eq!(vault.given(Given::Back), Turn::Close);
}

#[test]
fn a_trouble_is_told_and_leads_back_to_the_room() {
    let keeping = keeping(false);
    let (mut vault, _) = talk(Begin::Room, standing(), &keeping);
    let row = row(&vault.panel(), "Make a backup now");
    assert_eq!(vault.given(Given::Row(row)), Turn::Do(Work::BackUp));
    let said = "The disk is full. Your journal is as it was.".to_owned();
    assert_eq!(vault.came(Came::Trouble(said.clone())), Turn::Panel);
    assert_eq!(vault.panel().said, [said]);
    assert_eq!(vault.given(Given::Enter), Turn::Do(Work::Look));
    vault.came(Came::Keeping(Box::new(keeping)));
    let PanelAsk::Rows { rows, safe } = vault.panel().ask else {
        panic!("not in the room")
    };
    assert_eq!(rows[safe].words, "Make a backup now", "where they were");
    assert_eq!(vault.given(Given::Back), Turn::Close);
}

#[test]
fn a_backup_that_is_stopped_leads_back_at_once() {
    let keeping = keeping(false);
    let (mut vault, _) = talk(Begin::Room, standing(), &keeping);
    let row = row(&vault.panel(), "Make a backup now");
    vault.given(Given::Row(row));
    assert_eq!(vault.given(Given::Back), Turn::Stop);
    assert_eq!(vault.panel().title, words::TITLE);
    let (mut vault, turn) = talk(Begin::BackUp, standing(), &keeping);
    assert_eq!(turn, Turn::Do(Work::BackUp));
    assert_eq!(vault.given(Given::Back), Turn::Close);
}

#[test]
fn home_says_quietly_what_there_is_to_say() {
    let today = day(11, 22);
    let made = |month, number| Some(backup(month, number, BackupWhy::Daily).made);
    assert_eq!(words::last_backup(None, today), "no backup yet");
    assert_eq!(words::last_backup(made(11, 22), today), "last backup today");
    let older = words::last_backup(made(11, 2), today);
    assert_eq!(older, "last backup 2 November");
    assert_eq!(words::reminder(None, 6, today), None);
    assert_eq!(words::reminder(Some(day(5, 22)), 6, today), None);
    let said = words::reminder(Some(day(5, 21)), 6, today).unwrap();
    assert!(said.contains("older than 6 months"), "{said}");
    assert_eq!(words::reminder(Some(day(1, 1)), 0, today), None);
    let last_year = day(1, 1) - chrono::Months::new(12);
    let said = words::reminder(Some(last_year), 0, today).unwrap();
    assert!(said.contains("Would a reminder help?"), "{said}");
}

#[test]
fn a_passphrase_is_hinted_at_and_nothing_is_said_of_none() {
    assert_eq!(words::guessing(&Passphrase::new("")), "");
    assert!(words::guessing(&Passphrase::new("password")).starts_with("Easy"));
    assert!(words::guessing(&Passphrase::new(GOOD)).starts_with("Very hard"));
}

#[test]
fn a_journal_that_cannot_be_looked_at_says_why() {
    let (mut vault, _) = Vault::begin(Begin::Lock, standing());
    vault.came(Came::Trouble("It is not there.".into()));
    assert_eq!(vault.panel().said, ["It is not there."]);
    assert_eq!(vault.given(Given::Enter), Turn::Close);
    let read_only = Keeping {
        read_only: Some("It can only be read.".into()),
        ..keeping(false)
    };
    let (vault, _) = talk(Begin::EraseEverything, standing(), &read_only);
    assert_eq!(vault.panel().said, ["It can only be read."]);
}

#[test]
fn what_was_taken_out_can_be_brought_back_before_it_is_deleted() {
    let keeping = keeping(false);
    let (mut vault, _) = talk(Begin::Room, standing(), &keeping);
    choose(&mut vault, "Old entries, and a reminder", &keeping);
    choose(&mut vault, "Show what I took out of my journal", &keeping);
    assert_eq!(vault.given(Given::Row(0)), Turn::Panel);
    let row = row(&vault.panel(), "Bring it back");
    assert_eq!(
        vault.given(Given::Row(row)),
        Turn::Do(Work::BringBack(id(1)))
    );
    assert_eq!(vault.came(Came::BroughtBack), Turn::Do(Work::TakenOut));
    let none = Came::Older {
        entries: Vec::new(),
        taken_out: Vec::new(),
    };
    let said = "It is back in your journal.".to_owned();
    assert_eq!(vault.came(none), Turn::Hint(said));
    give(&mut vault, Given::Enter, &keeping);
    assert_eq!(vault.panel().title, "Old entries, and a reminder");
}
