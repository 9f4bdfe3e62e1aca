//! The page beside the list: when it asks, and what it shows meanwhile.

use chrono::NaiveDate;

use super::*;
use crate::domain::Entry;

fn opened(shelf: &mut Shelf) -> Journal {
    let mut journal = Journal::new();
    seen(&mut journal, 120, 40);
    let heard = shelf.stage.returned(&mut journal);
    shelf.settle(&mut journal, heard);
    seen(&mut journal, 120, 40);
    journal
}

fn entry_of(listed: &Listed, stand_by: &str) -> Outcome {
    let pack = ("p".to_owned(), 1);
    let mut entry = Entry::empty(listed.id, listed.finished_at, pack, Length::Quick);
    entry.on = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
    listed.words.clone_into(&mut entry.moment);
    stand_by.clone_into(&mut entry.stand_by);
    Outcome::Entry(Some(Box::new(entry)))
}

fn ticks(shelf: &mut Shelf, journal: &mut Journal, ms: u64) -> Heard {
    shelf.stage.tick += ms;
    shelf.stage.lets(|reply| journal.tick(reply))
}

#[test]
fn an_entry_is_asked_for_only_when_the_list_stands_still() {
    let mut shelf = Shelf::of_many(200);
    let mut journal = opened(&mut shelf);
    for _ in 0..20 {
        shelf.stage.tick += 30;
        assert!(
            shelf
                .stage
                .command(&mut journal, Command::Down)
                .asked()
                .is_empty()
        );
    }
    let (text, _) = seen(&mut journal, 120, 40);
    assert_eq!(
        text.matches("moment 179").count(),
        2,
        "its first words are there at once: {text}"
    );
    assert!(ticks(&mut shelf, &mut journal, 100).asked().is_empty());
    let asked = ticks(&mut shelf, &mut journal, 50).asked();
    let focused = journal.list().rows.focused().unwrap().clone();
    assert_eq!(asked[0].1, Request::Entry(focused.id));
    assert_eq!(journal.patience(), None, "an idle page is never woken");
    let came = entry_of(&focused, "I stayed.");
    shelf.stage.done(&mut journal, asked[0].0, &came);
    assert!(seen(&mut journal, 120, 40).0.contains("I stayed."));
    draws_everywhere(&mut journal);
}

#[test]
fn an_answer_for_the_entry_before_is_passed_over() {
    let mut shelf = Shelf::of_many(20);
    let mut journal = opened(&mut shelf);
    let first = journal.list().rows.focused().unwrap().clone();
    let asked = ticks(&mut shelf, &mut journal, 500).asked();
    shelf.stage.command(&mut journal, Command::Down);
    shelf
        .stage
        .done(&mut journal, asked[0].0, &entry_of(&first, "Too late."));
    assert!(!seen(&mut journal, 120, 40).0.contains("Too late."));
}

#[test]
fn where_there_is_no_room_nothing_is_asked_until_there_is() {
    let mut shelf = Shelf::of_many(20);
    let mut journal = shelf.open();
    assert_eq!(journal.patience(), None);
    assert!(ticks(&mut shelf, &mut journal, 500).asked().is_empty());
    seen(&mut journal, 120, 40);
    assert_eq!(journal.patience(), Some(0));
    ticks(&mut shelf, &mut journal, 1);
    assert_eq!(ticks(&mut shelf, &mut journal, 500).asked().len(), 1);
}

#[test]
fn an_entry_that_was_taken_out_elsewhere_leaves_page_and_list() {
    let mut shelf = Shelf::of_many(3);
    let mut journal = opened(&mut shelf);
    let asked = ticks(&mut shelf, &mut journal, 500).asked();
    shelf.entries.remove(0);
    let heard = shelf
        .stage
        .done(&mut journal, asked[0].0, &Outcome::Entry(None));
    assert!(seen(&mut journal, 120, 40).0.contains(words::NOT_THERE));
    shelf.settle(&mut journal, heard);
    let (text, _) = seen(&mut journal, 120, 40);
    assert!(
        !text.contains("moment 2") && text.contains("moment 1"),
        "{text}"
    );
}

#[test]
fn a_damaged_entry_says_what_is_known_and_the_list_goes_on() {
    let mut shelf = Shelf::of_many(3);
    let mut journal = opened(&mut shelf);
    let asked = ticks(&mut shelf, &mut journal, 500).asked();
    let trouble = Trouble {
        short: "it".into(),
        said: "One entry cannot be read. The newest backup is of 3 March.".into(),
    };
    shelf
        .stage
        .done(&mut journal, asked[0].0, &Outcome::Trouble(trouble));
    let (text, _) = seen(&mut journal, 120, 40);
    assert!(
        text.contains("The newest backup") && text.contains(words::REST_IS_THERE),
        "{text}"
    );
    shelf.press(&mut journal, Command::Down);
    assert!(row_of_cursor(&mut journal, 120, 40).contains("moment 1"));
}

#[test]
fn what_was_searched_for_is_in_sight_also_far_down_the_page() {
    let mut shelf = Shelf::of_many(3);
    let mut journal = opened(&mut shelf);
    let heard = shelf.stage.lets(|reply| journal.search("moment", reply));
    shelf.settle(&mut journal, heard);
    seen(&mut journal, 120, 40);
    let asked = ticks(&mut shelf, &mut journal, 500).asked();
    let (ticket, _) = asked
        .into_iter()
        .find(|(_, request)| matches!(request, Request::Entry(_)))
        .unwrap();
    let focused = journal.list().rows.focused().unwrap().clone();
    let focused = Listed {
        words: "so much else\n".repeat(60),
        ..focused
    };
    let came = entry_of(&focused, "It was a good moment.");
    shelf.stage.done(&mut journal, ticket, &came);
    assert!(
        seen(&mut journal, 120, 40)
            .0
            .contains("It was a good moment.")
    );
}
