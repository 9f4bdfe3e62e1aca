//! A walk by keys: what it asks, what it keeps, and how it grows.

use alongside::config::Settings;
use std::rc::Rc;

use alongside::content::Pack;
use alongside::domain::{Answer, CarryState, Id, ItemId, Length, Need, Past, Stamp};
use alongside::reflection::{Opening, Reflection};
use chrono::DateTime;

use super::{entries, finish, quick_walk};
use crate::support::desk::{Setup, desk};

#[test]
fn a_quick_walk_by_keys_is_kept_with_its_wording() {
    let mut desk = desk(80, 24);
    quick_walk(&mut desk, "If the phone rings, then I leave it");
    finish(&mut desk);
    let all = entries(&desk.store);
    assert_eq!(all.len(), 1);
    let entry = &all[0];
    assert_eq!(entry.length, Length::Quick);
    assert_eq!(entry.moment, "I asked before I offered");
    assert_eq!(entry.answers.len(), 5, "a blank leaves no trace");
    let first = &entry.answers[0];
    assert_eq!(first.question, "Did we share the choosing today?");
    assert_eq!(
        (first.answer, first.note.as_str()),
        (Some(Answer::Moment), "They chose the bench")
    );
    assert!(entry.supervision.bring);
    assert_eq!(entry.supervision.note, "The phone");
    assert_eq!(entry.talk_to, "my sister");
    assert!(
        desk.store.drafts().unwrap().is_empty(),
        "the draft is gone with the finish"
    );
}

#[test]
fn evening_one() {
    // The second week, upset, six minutes before the bus, on a shared laptop.
    let settings = Settings {
        first_run_done: true,
        shared_computer: true,
        hide_after_minutes: 2,
        ..Settings::default()
    };
    let mut desk = Setup {
        settings,
        ..Setup::settled()
    }
    .open();
    desk.press("l").sees("Does anything need to happen now?");
    desk.press("t Enter").sees("One line, whatever it is");
    desk.types("I froze when they shouted, and I want to hide")
        .press("Enter");
    desk.sees("Something I stand by")
        .types("I came back in")
        .press("Enter");
    desk.sees("Who will I talk to?")
        .types("my supervisor")
        .press("Enter");
    desk.sees("Keep it, or let it go?").press("k Enter");
    desk.sees("Still to do: speak to my supervisor today.");
    assert!(desk.tick < 120_000, "it takes less than two minutes");
    desk.press("Esc").sees("One thing is waiting");
    for theirs in ["froze", "shouted", "came back", "my supervisor"] {
        desk.never_sees(theirs);
    }
    let entry = entries(&desk.store).remove(0);
    assert_eq!(entry.before_stop, Some(Need::TellSomeone));
    assert_eq!(entry.length, Length::Land);
}

#[test]
fn an_intention_comes_back_after_the_checklist_and_never_in_land() {
    let mut desk = desk(80, 24);
    quick_walk(&mut desk, "If it is quiet, then I wait");
    finish(&mut desk);
    desk.press("Esc").press("l");
    for _ in 0..5 {
        desk.never_sees("If it is quiet, then I wait")
            .press("Enter");
    }
    desk.press("Esc");
    quick_walk(&mut desk, "");
    desk.sees("If it is quiet, then I wait")
        .sees("Tried it")
        .press("t");
    desk.types("It helped").press("Enter");
    finish(&mut desk);
    assert_eq!(
        desk.store.past().unwrap().carry,
        None,
        "what was tried is asked about no more"
    );
    desk.press("Esc j Enter").resize(80, 60);
    desk.sees("Last time I wrote")
        .sees("If it is quiet, then I wait")
        .sees("It helped");
}

#[test]
fn an_intention_left_blank_three_times_rests() {
    let mut desk = desk(80, 24);
    quick_walk(&mut desk, "If it is quiet, then I wait");
    finish(&mut desk);
    desk.press("Esc");
    for left in [true, true, false] {
        quick_walk(&mut desk, "");
        desk.sees("If it is quiet, then I wait").press("Enter");
        finish(&mut desk);
        desk.press("Esc");
        let held = desk.store.past().unwrap().carry;
        assert_eq!(
            held.is_some_and(|carry| carry.state == CarryState::Held),
            left
        );
    }
}

#[test]
fn a_letter_marks_and_the_cursor_moves_to_the_line() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter Enter Enter Enter Enter")
        .sees("1 of 6");
    desk.press("x")
        .sees("The letters on the left are the answers.");
    desk.press("y").sees("What was the moment?");
    desk.types("people said so").sees("people said so");
    // A slip is mended by an empty Backspace, the arrows, or Undo.
    desk.press("Ctrl+A Delete Backspace n")
        .sees("What got in the way?");
    desk.press("Shift+Tab Ctrl+Z").sees("* y  Yes");
    desk.press("Ctrl+N").sees("2 of 6");
}

#[test]
fn enter_without_an_arrow_leaves_a_blank_and_with_one_takes_the_row() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter")
        .sees("What kind")
        .press("Enter")
        .sees("How has this left me?");
    desk.press("Esc Down Down Enter")
        .sees("How has this left me?");
    desk.press("Esc").sees("* g  Group");
    desk.press("Backspace").never_sees("* g");
}

#[test]
fn a_day_to_come_is_said_in_words() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter Ctrl+O")
        .sees("Anything you want to add about it?");
    desk.press("Tab")
        .types("1 April 2030")
        .press("Ctrl+N")
        .sees("This date is in the future.");
    desk.press("Ctrl+A")
        .types("yesterday")
        .press("Ctrl+N")
        .sees("How has this left me?");
}

#[test]
fn a_walk_grows_and_stops_without_losing_an_answer() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter Enter Enter Enter Enter y")
        .types("kept")
        .press("Ctrl+D");
    desk.sees("1 of 9").sees("kept");
    desk.press("Ctrl+E")
        .sees("What will help me put it down?")
        .press("Ctrl+N Ctrl+N");
    let entry = entries(&desk.store).remove(0);
    assert_eq!(entry.length, Length::Standard);
    assert_eq!(entry.answers[0].note, "kept");
}

#[test]
fn a_walk_in_which_nothing_was_written_leaves_nothing() {
    let mut desk = desk(80, 24);
    desk.press("l Enter Enter Enter Enter Enter");
    desk.sees("Nothing was written, so nothing is kept.")
        .sees("What would help now?");
    assert!(entries(&desk.store).is_empty());
    assert!(desk.store.drafts().unwrap().is_empty());
}

#[test]
fn nothing_much_is_a_whole_entry() {
    let mut desk = desk(80, 24);
    desk.press("r n Enter Enter Enter Enter Enter Enter");
    assert_eq!(entries(&desk.store)[0].length, Length::NothingMuch);
}

#[test]
fn a_deep_walk_asks_what_so_what_now_what_and_takes_many_lines() {
    let mut desk = desk(80, 24);
    desk.press("r d Enter Enter Enter Enter Enter")
        .sees("in full?");
    desk.press("a h Enter")
        .sees("Did we share the choosing today?");
    for _ in 0..40 {
        if desk.screen().contains("What happened, in a line or two?") {
            break;
        }
        desk.press("Ctrl+N");
    }
    desk.types("One")
        .press("Enter")
        .types("Two")
        .press("Ctrl+N")
        .sees("So what");
    desk.press("Ctrl+E Ctrl+N Ctrl+N");
    assert_eq!(entries(&desk.store)[0].deep.what, "One\nTwo");
}

#[test]
fn practice_is_kept_apart_and_shows_what_it_can_look_like() {
    let pack = Rc::new(Pack::shipped().unwrap());
    let opening = Opening {
        length: Some(Length::Quick),
        practice: true,
        ..Opening::default()
    };
    let stamp = Stamp {
        at: DateTime::UNIX_EPOCH.fixed_offset(),
        tick: 0,
        fresh: Id::at(1, &[9; 10]),
    };
    let walk = Reflection::begin(pack, opening, &Past::default(), &stamp);
    let setup = Setup {
        walk: Some(walk),
        ..Setup::settled()
    };
    let mut desk = setup.open();
    desk.sees("made up").sees("art group");
    desk.press("Enter Enter Enter Enter")
        .sees("In what I chose")
        .sees("From my side:");
    desk.press("p Ctrl+E Ctrl+N Ctrl+N");
    assert_eq!(entries(&desk.store), []);
    let kept = desk.store.entry(stamp.fresh).unwrap().unwrap();
    assert!(kept.practice);
}

#[test]
fn an_answer_points_to_the_moment_instead_of_telling_it_again() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter Enter Enter Enter")
        .types("The long silence")
        .press("Enter y Ctrl+R");
    desk.sees("The long silence").press("Ctrl+E Ctrl+N Ctrl+N");
    let entry = entries(&desk.store).remove(0);
    assert!(entry.answers[0].points_to_moment);
    assert_eq!(entry.answers[0].item, ItemId::new("MUT1"));
}

#[test]
fn only_a_deep_walk_offers_a_pause() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter")
        .wait(26 * 60_000)
        .never_sees("25 minutes");
    let mut desk = self::desk(80, 24);
    desk.press("r d Enter")
        .wait(26 * 60_000)
        .sees("You have been here for 25 minutes.");
}
