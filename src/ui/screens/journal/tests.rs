//! What the list shows, how it loads as one goes, and what its keys do.

mod beside;
mod finding;

use chrono::{DateTime, Duration, FixedOffset};

use super::super::Screen;
use super::super::stage::{Heard, Stage, draws_everywhere, row_of_cursor, seen};
use super::*;
use crate::domain::{Id, Kind, Length, Listed, Query};
use crate::ui::effect::{Request, Trouble};
use crate::ui::reply::Move;

/// A journal on a disk, as far as a list can tell.
struct Shelf {
    stage: Stage,
    entries: Vec<Listed>,
    out: Vec<Id>,
    asked: usize,
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn listed(number: u64, finished_at: DateTime<FixedOffset>, words: &str) -> Listed {
    Listed {
        id: Id::at(number, &[0; 10]),
        on: finished_at.date_naive(),
        finished_at,
        kind: Some(Kind::OneToOne),
        length: Length::Quick,
        practice: false,
        words: words.to_owned(),
        readable: true,
    }
}

impl Shelf {
    fn of(mut entries: Vec<Listed>) -> Self {
        entries.sort_by_key(|listed| std::cmp::Reverse((listed.finished_at, listed.id)));
        Self {
            stage: Stage::new(),
            entries,
            out: Vec::new(),
            asked: 0,
        }
    }

    /// So many entries, ten hours apart.
    fn of_many(count: u64) -> Self {
        let start = at("2020-01-01T12:00:00+00:00");
        let hours = |number: u64| Duration::hours(10 * i64::try_from(number).unwrap());
        let all = (0..count).map(|n| listed(n, start + hours(n), &format!("moment {n}")));
        Self::of(all.collect())
    }

    fn answer(&mut self, request: &Request) -> Outcome {
        match request {
            Request::Entries { before, limit } => {
                let kept = self
                    .entries
                    .iter()
                    .filter(|listed| !listed.practice && !self.out.contains(&listed.id));
                let older = kept.filter(|listed| {
                    before.is_none_or(|before| (listed.finished_at, listed.id) < before)
                });
                Outcome::Entries(older.take(*limit).cloned().collect())
            }
            Request::Find {
                query,
                after,
                limit,
            } => Outcome::Entries(self.found(query, false, after.map(|(_, id)| id), *limit)),
            Request::FindParts { query, limit } => {
                Outcome::Entries(self.found(query, true, None, *limit))
            }
            Request::Delete(id) => {
                self.out.push(*id);
                Outcome::Done
            }
            Request::BringBack(id) => {
                self.out.retain(|out| out != id);
                Outcome::Done
            }
            other => panic!("{other:?}"),
        }
    }

    /// What the journal finds, in the simplest way there is.
    fn found(&self, query: &Query, parts: bool, after: Option<Id>, limit: usize) -> Vec<Listed> {
        let has = |listed: &&Listed| {
            if listed.practice != query.is_practice() {
                return false;
            }
            if query.terms.is_empty() {
                return !parts && !self.out.contains(&listed.id);
            }
            let is_out = self.out.contains(&listed.id);
            let whole = !query.hits(&listed.words, false).is_empty();
            let part = !query.hits(&listed.words, true).is_empty();
            !is_out && if parts { part && !whole } else { whole }
        };
        let found: Vec<&Listed> = self.entries.iter().filter(has).collect();
        let after = after.and_then(|after| found.iter().position(|it| it.id == after));
        let from = after.map_or(0, |after| after + 1);
        found.into_iter().skip(from).take(limit).cloned().collect()
    }

    /// Answers what was asked, until nothing is; gives the last words said.
    fn settle(&mut self, journal: &mut Journal, heard: Heard) -> Option<String> {
        let mut waiting = heard.asked();
        let mut said = heard.said;
        while let Some((ticket, request)) = waiting.pop() {
            self.asked += 1;
            let outcome = self.answer(&request);
            let next = self.stage.done(journal, ticket, &outcome);
            waiting.extend(next.asked());
            said = next.said.or(said);
        }
        said
    }

    fn open(&mut self) -> Journal {
        let mut journal = Journal::new();
        let heard = self.stage.returned(&mut journal);
        self.settle(&mut journal, heard);
        seen(&mut journal, 80, 24);
        journal
    }

    fn press(&mut self, journal: &mut Journal, command: Command) -> Option<String> {
        let heard = self.stage.command(journal, command);
        self.settle(journal, heard)
    }
}

#[test]
fn entries_stand_under_their_months_with_day_kind_and_first_words() {
    let mut late = listed(1, at("2026-03-01T09:00:00+00:00"), "It was late.");
    late.on = at("2026-02-28T09:00:00+00:00").date_naive();
    late.kind = Some(Kind::PhoneOrOnline);
    let mut land = listed(2, at("2026-03-12T09:00:00+00:00"), "I waited.");
    land.length = Length::Land;
    let other = listed(3, at("2026-02-05T09:00:00+00:00"), "In the café.");
    let mut shelf = Shelf::of(vec![late, land, other]);
    let mut journal = shelf.open();
    let (text, _) = seen(&mut journal, 80, 24);
    let wanted = "March 2026
> Thu 12  Land             I waited.
  28 Feb  Phone or online  It was late.

February 2026
  Thu  5  One to one       In the café.
";
    assert!(text.contains(wanted), "{text}");
    assert!(row_of_cursor(&mut journal, 60, 18).contains("> Thu 12  Land "));
    let (text, _) = seen(&mut journal, 40, 10);
    assert!(text.contains("> Thu 12  Land  I waited."), "{text}");
    assert!(
        text.contains("28 Feb  Phone or online  It was late."),
        "{text}"
    );
    draws_everywhere(&mut journal);
}

#[test]
fn an_empty_journal_says_what_will_be_here() {
    let mut journal = Shelf::of(Vec::new()).open();
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let (text, _) = seen(&mut journal, width, height);
        assert!(text.contains("Your entries will be here"), "{text}");
    }
    assert!(!journal.offers(Command::Delete));
    draws_everywhere(&mut journal);
    draws_everywhere(&mut Journal::new());
}

#[test]
fn practice_is_in_no_list_but_its_own() {
    let mut practice = listed(3, at("2026-02-05T09:00:00+00:00"), "In the café.");
    practice.practice = true;
    let mut shelf = Shelf::of(vec![practice.clone()]);
    let mut journal = shelf.open();
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let (text, _) = seen(&mut journal, width, height);
        assert!(text.contains("Your entries will be here"), "{text}");
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("It is in the practice room."), "{text}");
        assert!(!text.contains("café"), "{text}");
    }
    // Typed, it is there; taken out and brought back, it comes back to its own list alone.
    let heard = shelf
        .stage
        .lets(|reply| journal.search("is:practice", reply));
    shelf.settle(&mut journal, heard);
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        text.contains("> Thu  5  One to one, practice  In the café."),
        "{text}"
    );
    shelf.press(&mut journal, Command::Delete);
    assert!(journal.list().rows.is_empty());
    shelf.press(&mut journal, Command::Undo);
    assert_eq!(journal.list().rows.len(), 1);
    assert!(journal.whole.rows.is_empty());
    let real = listed(4, at("2026-03-05T09:00:00+00:00"), "I waited.");
    let mut journal = Shelf::of(vec![practice, real]).open();
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        text.contains("I waited.") && !text.contains("practice"),
        "{text}"
    );
}

#[test]
fn older_entries_come_as_the_focus_nears_them() {
    let mut shelf = Shelf::of_many(1_000);
    let mut journal = shelf.open();
    assert_eq!(shelf.asked, 1);
    for _ in 0..99 {
        shelf.press(&mut journal, Command::Down);
    }
    assert!(row_of_cursor(&mut journal, 80, 24).contains("moment 900"));
    assert_eq!(shelf.asked, 2);
    for _ in 0..2_000 {
        shelf.press(&mut journal, Command::Down);
    }
    assert!(row_of_cursor(&mut journal, 80, 24).ends_with("moment 0"));
    assert_eq!(shelf.asked, 11);
    for _ in 0..2_000 {
        shelf.press(&mut journal, Command::Up);
    }
    assert!(row_of_cursor(&mut journal, 80, 24).contains("moment 999"));
    assert_eq!(shelf.asked, 11);
}

#[test]
fn a_hundred_thousand_entries_scroll_to_their_end() {
    let mut shelf = Shelf::of_many(100_000);
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Last);
    assert!(row_of_cursor(&mut journal, 80, 24).ends_with("moment 0"));
    assert!(journal.whole.rows.len() <= 3_000, "far pages are let go");
    shelf.press(&mut journal, Command::First);
    assert!(row_of_cursor(&mut journal, 80, 24).ends_with("moment 99999"));
}

#[test]
fn pages_that_were_let_go_come_again_without_gap_or_repeat() {
    let mut shelf = Shelf::of_many(12_000);
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Last);
    for number in 1..9_000 {
        shelf.press(&mut journal, Command::Up);
        let focused = journal.list().rows.focused().unwrap();
        assert_eq!(focused.words, format!("moment {number}"));
        if number % 1_000 == 0 {
            let row = row_of_cursor(&mut journal, 80, 24);
            assert!(row.ends_with(&format!("moment {number}")), "{row}");
        }
    }
    for number in (0..8_999).rev() {
        shelf.press(&mut journal, Command::Down);
        let focused = journal.list().rows.focused().unwrap();
        assert_eq!(focused.words, format!("moment {number}"));
    }
    assert!(journal.whole.rows.len() <= 3_000);
}

#[test]
fn a_damaged_row_says_so_and_the_rest_goes_on() {
    let mut shelf = Shelf::of_many(3);
    shelf.entries[1].readable = false;
    shelf.entries[1].words = String::new();
    let mut journal = shelf.open();
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        text.contains("  Wed  1  This one cannot be read\n"),
        "{text}"
    );
    shelf.press(&mut journal, Command::Down);
    assert!(!journal.offers(Command::Change) && journal.offers(Command::Delete));
    let heard = shelf.stage.command(&mut journal, Command::Go);
    assert!(matches!(heard.moves[..], [Move::Push(_)]));
    shelf.press(&mut journal, Command::Down);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("moment 0"));
}

#[test]
fn what_changed_elsewhere_is_seen_when_the_list_comes_back_into_sight() {
    let mut shelf = Shelf::of_many(5);
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Down);
    shelf.press(&mut journal, Command::Down);
    let gone = shelf.entries.remove(3);
    shelf.entries[1].words = "in other words".into();
    let heard = shelf.stage.returned(&mut journal);
    shelf.settle(&mut journal, heard);
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        text.contains("in other words") && !text.contains(&gone.words),
        "{text}"
    );
    assert!(row_of_cursor(&mut journal, 80, 24).contains("moment 2"));
}

#[test]
fn what_is_taken_out_comes_back_to_its_place_several_times_over() {
    let mut shelf = Shelf::of_many(5);
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Down);
    let said = shelf.press(&mut journal, Command::Delete).unwrap();
    assert!(said.starts_with("Removed. Undo: Ctrl+Z"), "{said}");
    assert!(row_of_cursor(&mut journal, 80, 24).contains("moment 2"));
    shelf.press(&mut journal, Command::Delete);
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        !text.contains("moment 3") && !text.contains("moment 2"),
        "{text}"
    );

    shelf.press(&mut journal, Command::Undo);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("> Thu  2  One to one       moment 2"));
    shelf.press(&mut journal, Command::Undo);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("moment 3"));
    assert!(shelf.out.is_empty());
    let heard = shelf.stage.command(&mut journal, Command::Undo);
    assert_eq!(heard.passed, Some(Command::Undo));
    shelf.press(&mut journal, Command::Redo);
    shelf.press(&mut journal, Command::Redo);
    assert_eq!(shelf.out.len(), 2);
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        !text.contains("moment 3") && !text.contains("moment 2"),
        "{text}"
    );
}

#[test]
fn the_last_entry_can_be_taken_out_and_brought_back() {
    let mut shelf = Shelf::of_many(1);
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Delete);
    assert!(seen(&mut journal, 80, 24).0.contains(words::NONE_LEFT));
    shelf.press(&mut journal, Command::Undo);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("moment 0"));
}

#[test]
fn a_deed_that_could_not_be_done_is_said_and_changes_nothing() {
    let mut shelf = Shelf::of_many(3);
    let mut journal = shelf.open();
    let trouble = Trouble {
        short: "full".into(),
        said: "The disk is full.".into(),
    };
    let asked = shelf.stage.command(&mut journal, Command::Delete).asked();
    assert!(
        shelf
            .stage
            .command(&mut journal, Command::Delete)
            .asked()
            .is_empty()
    );
    let heard = shelf
        .stage
        .done(&mut journal, asked[0].0, &Outcome::Trouble(trouble));
    assert_eq!(heard.said.as_deref(), Some("The disk is full."));
    assert!(seen(&mut journal, 80, 24).0.contains("moment 2"));
}

#[test]
fn a_list_that_cannot_be_loaded_says_so_and_tries_again_with_the_next_key() {
    let mut shelf = Shelf::of_many(3);
    let mut journal = Journal::new();
    let asked = shelf.stage.returned(&mut journal).asked();
    let trouble = Trouble {
        short: "it".into(),
        said: "The journal cannot be read.".into(),
    };
    let heard = shelf
        .stage
        .done(&mut journal, asked[0].0, &Outcome::Trouble(trouble));
    assert!(heard.asked().is_empty());
    assert!(
        seen(&mut journal, 80, 24)
            .0
            .contains("The journal cannot be read.")
    );
    shelf.press(&mut journal, Command::Down);
    assert!(seen(&mut journal, 80, 24).0.contains("moment 2"));
}

#[test]
fn an_entry_is_opened_and_leads_to_the_one_before() {
    let mut shelf = Shelf::of_many(3);
    let mut journal = shelf.open();
    let opened = |heard: Heard| match &heard.moves[..] {
        [Move::Push(screen)] => match &**screen {
            Screen::Entry(entry) => entry.place(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let first = opened(shelf.stage.command(&mut journal, Command::Go));
    assert_eq!(first, "Journal · Thursday 2 January 2020");
    let before = opened(shelf.stage.command(&mut journal, Command::Left));
    assert_eq!(before, "Journal · Wednesday 1 January 2020");
    shelf.stage.returned(&mut journal);
    let heard = shelf.stage.command(&mut journal, Command::Left);
    assert!(heard.moves.is_empty() && heard.passed == Some(Command::Left));
}
