//! Two windows, and a line from the shell.

use super::super::{Access, Found, StoreError, WhyReadOnly};
use super::kit::{Desk, at, entry, id, moment, save, walk};
use crate::domain::{Field, Length, Subject};

#[test]
fn a_second_window_can_read_and_says_who_writes() {
    let desk = Desk::new();
    let mut first = desk.write();
    first.finish(&walk(entry(1, "tea")), at(1)).unwrap();
    let mut second = desk.open(Access::Write).unwrap();
    assert_eq!(
        second.read_only(),
        Some(&WhyReadOnly::OtherWindow {
            pid: Some(std::process::id()),
            since: at(0).into(),
        })
    );
    assert_eq!(second.entries(None, 9).unwrap().len(), 1);
    let refused = second.save_draft(&save(2, Field::Moment, "x", 1), at(2));
    assert!(matches!(
        refused,
        Err(StoreError::ReadOnly(WhyReadOnly::OtherWindow { .. }))
    ));
    // What the first writes now, the second sees.
    first.finish(&walk(entry(2, "soup")), at(2)).unwrap();
    assert_eq!(second.entries(None, 9).unwrap().len(), 2);
}

#[test]
fn closing_the_first_window_lets_the_next_write() {
    let desk = Desk::new();
    drop(desk.write());
    drop(desk.write());
    // A lock file that a crash left behind holds nobody back, whatever is in it.
    std::fs::write(desk.beside("lock"), "4711 2020-01-01T00:00:00Z\nand more\n").unwrap();
    let mut store = desk.write();
    store
        .save_draft(&save(1, Field::Moment, "tea", 1), at(1))
        .unwrap();
    drop(store);
    assert_eq!(moment(&desk.write(), 1), "tea");
}

#[cfg(unix)]
#[test]
fn a_program_that_is_just_being_started_holds_nothing_back() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                std::process::Command::new("true").status().unwrap();
            }
        });
        let desk = Desk::new();
        let opened = std::panic::catch_unwind(|| {
            for _ in 0..300 {
                drop(desk.write());
            }
        });
        done.store(true, Ordering::Relaxed);
        opened.unwrap();
    });
}

#[test]
fn a_note_is_written_while_a_window_writes() {
    let desk = Desk::new();
    let mut window = desk.write();
    window
        .save_draft(&save(1, Field::Moment, "half", 1), at(0))
        .unwrap();
    let mut note = desk.open(Access::Note).unwrap();
    let mut line = entry(2, "one line");
    line.length = Length::Note;
    note.finish(&walk(line), at(1)).unwrap();
    drop(note);
    window
        .save_draft(&save(1, Field::Moment, "half and more", 2), at(2))
        .unwrap();
    assert_eq!(window.entries(None, 9).unwrap()[0].words, "one line");
    drop(window);
    let again = desk.write();
    assert_eq!(moment(&again, 1), "half and more");
    assert!(matches!(
        again.entry_meant_by(&id(2).short()),
        Ok(Found::One(_))
    ));
}

#[test]
fn a_reader_beside_a_writer_holds_up_nothing() {
    let desk = Desk::new();
    let mut writer = desk.write();
    for number in 0..5 {
        writer
            .finish(&walk(entry(number, "tea")), at(number.into()))
            .unwrap();
    }
    let reader = desk.open(Access::Read).unwrap();
    let mut seen = 0;
    reader
        .every_entry(|entry| {
            seen += 1;
            entry.unwrap();
            // In the midst of it: the writer goes on, and the reader's view stays what it was.
            writer
                .finish(&walk(entry_after(seen)), at(50 + i64::from(seen)))
                .unwrap();
            writer.drop_draft(Subject::Card).unwrap();
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(seen, 5);
    assert_eq!(reader.entries(None, 99).unwrap().len(), 10);
    drop(reader);
    writer.checkpoint().unwrap();
    assert!(writer.check().unwrap().is_sound());
}

fn entry_after(seen: u32) -> crate::domain::Entry {
    entry(100 + seen, "later")
}

#[test]
fn a_file_that_is_being_replaced_is_left_alone() {
    let desk = Desk::new();
    drop(desk.write());
    let swap = std::fs::File::open(desk.beside("open")).unwrap();
    swap.try_lock().unwrap();
    for access in [Access::Write, Access::Note, Access::Read] {
        assert!(matches!(desk.open(access), Err(StoreError::BeingReplaced)));
    }
    drop(swap);
    let _open = desk.write();
    let swap = std::fs::File::open(desk.beside("open")).unwrap();
    assert!(
        swap.try_lock().is_err(),
        "a journal that is open cannot be replaced"
    );
}

#[test]
fn a_store_can_move_to_its_thread() {
    fn moves<T: Send>() {}
    moves::<super::super::Store>();
    moves::<StoreError>();
}
