//! A light that goes out.
//!
//! What was said to be saved is there after the file and its log are taken away at any moment,
//! also when what came after it was written only half. The copies are made by `cp`: a handle of
//! our own on an open journal would let go of the engine's locks.
#![cfg(unix)]

use std::path::Path;
use std::process::Command;

use super::super::{Access, Key, Store};
use super::kit::{Desk, at, entry, id, moment, save, walk};
use crate::domain::Field;

fn beside(journal: &Path) -> std::path::PathBuf {
    journal.with_extension("db-wal")
}

/// Takes the journal away as it lies on the disk.
fn taken_away(desk: &Desk) -> Desk {
    let copy = Desk::new();
    for (from, to) in [
        (desk.journal(), copy.journal()),
        (beside(&desk.journal()), beside(&copy.journal())),
    ] {
        let copied = Command::new("cp").arg(from).arg(to).status().unwrap();
        assert!(copied.success());
    }
    copy
}

#[test]
fn what_was_saved_is_there_after_a_kill_at_any_moment() {
    let desk = Desk::new();
    let mut store = desk.write();
    let mut finished = 0;
    for step in 1..=40_u32 {
        let words = format!("words up to step {step}");
        store
            .save_draft(
                &save(finished, Field::Moment, &words, step.into()),
                at(step.into()),
            )
            .unwrap();
        assert_eq!(moment(&taken_away(&desk).write(), finished), words);
        if step % 7 == 0 {
            store
                .finish(&walk(entry(finished, &words)), at(step.into()))
                .unwrap();
            let copy = taken_away(&desk).write();
            assert_eq!(
                copy.entry(id(finished)).unwrap(),
                Some(entry(finished, &words))
            );
            assert_eq!(moment(&copy, finished), "");
            finished += 1;
        }
        if step % 11 == 0 {
            store.checkpoint().unwrap();
        }
    }
    assert!(taken_away(&desk).write().check().unwrap().is_sound());
}

#[test]
fn a_save_that_was_written_half_costs_only_itself() {
    let desk = Desk::new();
    let mut store = desk.write();
    store.checkpoint().unwrap();
    let mut length = 0;
    for step in 1..=6_u64 {
        let words = format!("words up to step {step}");
        let long = words.clone() + &" and on".repeat(900);
        store
            .save_draft(&save(1, Field::Moment, &long, step), at(0))
            .unwrap();
        let copy = taken_away(&desk);
        let written = std::fs::read(beside(&copy.journal())).unwrap();
        // Cut anywhere in what the last save added: it is there wholly, or the one before is.
        for cut in (length..=written.len()).step_by(1013) {
            let torn = Desk::new();
            std::fs::copy(copy.journal(), torn.journal()).unwrap();
            std::fs::write(beside(&torn.journal()), &written[..cut]).unwrap();
            let store = Store::open(&torn.journal(), Access::Write, &Key::None, at(0)).unwrap();
            let stored = moment(&store, 1);
            let before = format!("words up to step {}", step - 1);
            assert!(
                stored == long || stored.starts_with(&before) || (step == 1 && stored.is_empty()),
                "cut at {cut} of {}: {stored:.30}",
                written.len()
            );
        }
        length = written.len();
    }
}
