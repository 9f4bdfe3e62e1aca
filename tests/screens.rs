//! The full screen, driven by keys and looked at as text. Each test is a short story.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::config::Settings;
use alongside::domain::{
    Answer, CardLine, CarryState, Entry, Field, ItemId, Length, Need, Subject, SupportCard,
};
use alongside::store::Store;
use crossterm::event::{KeyCode, KeyModifiers};
use support::desk::{Desk, Setup, desk};

/// Every entry, newest first.
fn entries(store: &Store) -> Vec<Entry> {
    let listed = store.entries(None, 50).unwrap();
    listed
        .iter()
        .map(|row| store.entry(row.id).unwrap().unwrap())
        .collect()
}

/// Walks the quick length with a line at every step that has one.
fn quick_walk(desk: &mut Desk, next_time: &str) {
    desk.press("r q Enter").sees("What kind of session was it?");
    desk.press("o Enter").sees("How has this left me?");
    desk.press("l p Enter").sees("before you stop?");
    desk.press("n Enter").sees("A moment I want to keep");
    desk.types("I asked before I offered")
        .press("Enter")
        .sees("1 of 6");
    desk.press("y")
        .types("They chose the bench")
        .press("Enter")
        .sees("2 of 6");
    desk.press("p Enter").sees("3 of 6");
    desk.press("n")
        .types("The phone rang")
        .press("Enter")
        .sees("4 of 6");
    desk.press("u Enter").sees("5 of 6");
    desk.press("d Enter").sees("6 of 6");
    desk.press("Enter").sees("Something I stand by");
    desk.types("I stayed").press("Enter").sees("next time");
    desk.types(next_time).press("Enter");
}

fn finish(desk: &mut Desk) {
    desk.sees("Would I like to bring this")
        .press("y")
        .types("The phone")
        .press("Enter");
    desk.sees("What will help me put it down?")
        .sees("I asked before I offered");
    desk.types("A walk")
        .press("Enter")
        .types("my sister")
        .press("Enter");
    desk.sees("You can leave it here.");
}

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
fn what_is_let_go_is_gone_but_for_undo_until_leaving() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("It was too much")
        .press("Enter Enter Enter l Enter");
    assert!(desk.store.drafts().unwrap().is_empty());
    assert!(entries(&desk.store).is_empty());
    desk.press("Ctrl+Z")
        .sees("Keep it, or let it go?")
        .sees("It was too much");
    let drafts = desk.store.drafts().unwrap();
    assert_eq!(drafts[0].words(&Field::Moment), "It was too much");
    assert_eq!(drafts[0].words(&Field::Keep), "");
}

#[test]
fn a_walk_is_taken_up_where_it_was_left() {
    let mut desk = desk(80, 24);
    desk.press("r q Enter o Enter Enter Enter")
        .types("A quiet start")
        .press("Enter y");
    desk.types("half a").sees("1 of 6");
    desk.press("Ctrl+P")
        .types("Home")
        .press("Enter")
        .sees("Go on where I left off: Mutuality");
    desk.press("g").sees("1 of 6").sees("half a");
}

#[test]
fn what_was_typed_is_on_disk_within_half_a_second_and_said_after_a_calm_second() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").wait(2_000);
    desk.types("I waited").sees("…");
    desk.wait(400);
    let stored = desk.store.drafts().unwrap();
    assert_eq!(stored[0].words(&Field::Moment), "I waited");
    desk.sees("…").wait(1_000);
    desk.sees("saved");
    assert_eq!(desk.app.patience(), None, "an idle page is never woken");
}

#[test]
fn a_full_disk_takes_no_words_and_is_tried_again() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("short").wait(2_000);
    desk.sees("saved");
    desk.store.limit_pages(1).unwrap();
    desk.paste(&"long words ".repeat(3_000)).wait(500);
    desk.sees("not saved: the disk is full").sees("long words");
    desk.store.limit_pages(1_000_000).unwrap();
    desk.wait(4_000).sees("saved");
    let stored = desk.store.drafts().unwrap();
    assert!(
        stored[0]
            .words(&Field::Moment)
            .contains("long words long words")
    );
}

#[test]
fn a_closed_window_sends_every_word_to_disk_first() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("the last words");
    desk.send(alongside::ui::msg::Msg::Hangup);
    assert!(desk.left);
    assert_eq!(
        desk.store.drafts().unwrap()[0].words(&Field::Moment),
        "the last words"
    );
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
    let mut desk = desk(80, 24);
    desk.press("p q Enter").sees("made up");
    desk.press("Enter Enter Enter Enter")
        .sees("In what I chose")
        .sees("From my side:");
    desk.press("p Ctrl+E Ctrl+N Ctrl+N");
    assert!(entries(&desk.store)[0].practice);
}

#[test]
fn hiding_shows_a_neutral_page_and_nothing_else_answers() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("private words").press("Ctrl+L");
    desk.sees("Notes").never_sees("private");
    desk.press("Enter Esc q Ctrl+Q y Ctrl+P")
        .sees("Notes")
        .never_sees("private");
    assert!(!desk.left);
    desk.press("Ctrl+L").sees("private words");
}

#[test]
fn the_screen_hides_by_itself_when_asked_to() {
    let settings = Settings {
        first_run_done: true,
        hide_after_minutes: 2,
        ..Settings::default()
    };
    let mut desk = Setup {
        settings,
        ..Setup::settled()
    }
    .open();
    desk.press("l Enter").types("private words").wait(121_000);
    desk.sees("Notes").never_sees("private");
}

#[test]
fn the_first_run_settles_everything_and_leads_on() {
    let mut desk = Setup {
        settings: Settings::default(),
        ..Setup::settled()
    }
    .open();
    desk.sees("This is a file on this computer.")
        .sees("/home/me/journal.db")
        .press("Enter");
    desk.press("y l f h Enter").sees("Who can I ring");
    desk.types("the duty worker")
        .press("Enter l Enter")
        .sees("Does anything need to happen now?");
    assert!(desk.settings.first_run_done && desk.settings.shared_computer);
    assert_eq!(desk.settings.hide_after_minutes, 2);
    assert_eq!(desk.settings.look, alongside::config::Look::HighContrast);
    let card = desk.store.card().unwrap();
    assert_eq!(
        card.line(alongside::domain::CardLine::Ring),
        "the duty worker"
    );
    assert!(desk.store.draft(Subject::Card).unwrap().is_none());
    desk.press("Ctrl+G").sees("the duty worker");
}

#[test]
fn the_first_run_can_be_left_at_once() {
    let mut desk = Setup {
        settings: Settings::default(),
        ..Setup::settled()
    }
    .open();
    desk.press("Esc").sees("What would help now?");
    assert!(desk.settings.first_run_done && desk.settings.shared_computer);
    desk.press("l t Enter")
        .types("private words")
        .press("Enter Enter");
    desk.types("a friend of mine").press("Enter k Enter Esc");
    desk.sees("One thing is waiting")
        .never_sees("friend of mine")
        .never_sees("private");
}

#[test]
fn esc_twice_leaves_home_and_ctrl_c_twice_leaves_anywhere() {
    let mut desk = desk(80, 24);
    desk.press("Esc")
        .sees("Press Esc again to leave. All is saved.")
        .press("Esc");
    assert!(desk.left);
    let mut desk = self::desk(80, 24);
    desk.press("l Ctrl+C")
        .sees("Nothing is lost.")
        .press("Ctrl+C");
    assert!(desk.left);
}

#[test]
fn a_half_done_walk_can_be_taken_away_and_brought_back() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("words")
        .press("Esc Esc")
        .sees("Go on with Land");
    desk.press("Home Down Down Delete")
        .sees("Undo: Ctrl+Z")
        .never_sees("Go on with Land");
    desk.press("Ctrl+Z")
        .sees("Go on with Land")
        .press("g Enter")
        .sees("words");
}

#[test]
fn home_lists_every_walk_that_was_left_half_done() {
    let mut desk = desk(80, 24);
    for word in ["one", "two", "three", "four"] {
        desk.press("l Enter").types(word).press("Esc Esc");
    }
    let screen = desk.screen();
    assert_eq!(screen.matches("Go on with Land").count(), 4, "{screen}");
}

#[test]
fn walks_of_one_day_that_were_left_half_done_are_told_apart_by_the_time() {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("one").press("Esc Esc");
    desk.never_sees("17:40").wait(120_000);
    desk.press("l Enter").types("two").press("Esc Esc");
    desk.sees("12 March 2026, 17:40")
        .sees("12 March 2026, 17:42");
}

#[test]
fn a_card_that_was_emptied_in_the_settings_and_left_is_as_it_was_kept() {
    let mut card = SupportCard::default();
    card.write(CardLine::Ring, "a");
    let mut desk = Setup {
        card,
        ..Setup::settled()
    }
    .open();
    desk.press("h Ctrl+N Ctrl+N End Backspace")
        .never_sees("│ a");
    desk.press("Ctrl+G")
        .never_sees(": a\n")
        .press("Esc Ctrl+B Ctrl+B");
    desk.press("Esc").sees("What would help now?");
    let kept = desk.store.card().unwrap();
    desk.press("Ctrl+G");
    assert_eq!(
        kept.is_blank(),
        !desk.screen().contains(": a\n"),
        "{}",
        desk.screen()
    );
}

#[test]
fn a_number_typed_on_the_support_card_is_on_it_at_once_and_after_a_restart() {
    let mut desk = desk(80, 24);
    desk.press("Ctrl+G f")
        .types("duty phone 01 23")
        .press("Esc");
    desk.press("Ctrl+G").sees(": duty phone 01 23");
    let mut again = Setup {
        store: desk.store,
        ..Setup::settled()
    }
    .open();
    again.press("Ctrl+G").sees(": duty phone 01 23");
    again.press("Esc l Ctrl+G").sees(": duty phone 01 23");
}

#[test]
fn a_hundred_thousand_letters_are_taken_and_kept() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .paste(&"0123456789".repeat(10_000))
        .wait(3_000);
    desk.sees("saved");
    assert_eq!(
        desk.store.drafts().unwrap()[0].words(&Field::Moment).len(),
        100_000
    );
}

#[test]
fn odd_letters_are_cleaned_or_kept_but_never_break_a_row() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .paste("a\u{1b}[31mb\0c\td 👨‍👩‍👧‍👦 ❤️ é עברית\r\nnext");
    let stored = |desk: &mut Desk| {
        desk.wait(3_000);
        desk.store.drafts().unwrap()[0]
            .words(&Field::Moment)
            .to_owned()
    };
    let text = stored(&mut desk);
    assert!(!text.contains(['\u{1b}', '\0', '\t', '\r']), "{text:?}");
    assert!(text.contains("👨‍👩‍👧‍👦 ❤️ é עברית"), "{text:?}");
}

#[test]
fn every_page_draws_at_every_size() {
    let mut desk = desk(80, 24);
    desk.press("r d Enter o Enter Enter Enter")
        .types("A moment")
        .press("Enter a b Enter");
    for _ in 0..30 {
        for width in (1..=130).step_by(7) {
            for height in (1..=48).step_by(5) {
                desk.resize(width, height);
                let (_, cursor) = desk.draw();
                assert!(desk.size.contains(cursor));
            }
        }
        desk.resize(80, 24).press("Ctrl+N");
    }
}

#[test]
fn a_small_screen_shows_the_question_and_the_answer_alone() {
    let mut desk = desk(40, 10);
    desk.press("r q Enter Enter Enter Enter Enter")
        .sees("Did we share the choosing")
        .sees("y  Yes");
    desk.press("y").types("a line").sees("a line");
    desk.wait(2_000).resize(20, 5).sees("Your work is saved");
}

#[test]
fn a_resize_while_typing_keeps_every_letter() {
    let mut desk = desk(80, 24);
    desk.press("l Enter");
    for (place, letter) in "I waited until they were ready".chars().enumerate() {
        desk.types(&letter.to_string());
        desk.resize(
            40 + u16::try_from(place).unwrap() * 3,
            12 + u16::try_from(place).unwrap(),
        );
    }
    desk.resize(80, 24).sees("I waited until they were ready");
}

#[test]
fn the_mouse_can_answer_and_nothing_needs_it() {
    let mut desk = desk(80, 24);
    desk.click_on("Begin a reflection")
        .click_on("Quick:")
        .click_on("Enter next");
    desk.click_on("Group").sees("* g  Group");
    desk.click_on("Add more")
        .sees("Anything you want to add about it?");
}

#[test]
fn a_press_and_its_release_are_one_key() {
    let mut desk = desk(80, 24);
    desk.press("l Enter");
    let mut release = crossterm::event::KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
    desk.types("a");
    release.kind = crossterm::event::KeyEventKind::Release;
    desk.send(alongside::ui::msg::Msg::Key(release));
    desk.wait(2_000);
    assert_eq!(desk.store.drafts().unwrap()[0].words(&Field::Moment), "a");
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

/// A walk whose disk is full, with more typed than fits.
fn on_a_full_disk() -> Desk {
    let mut desk = desk(80, 24);
    desk.press("l Enter").types("short").wait(2_000);
    desk.store.limit_pages(1).unwrap();
    desk.paste(&"long words ".repeat(3_000));
    desk
}

#[test]
fn no_way_home_closes_words_that_are_not_on_disk() {
    for way in ["Esc Esc", "Ctrl+P g o Space t o Space h o m e Enter"] {
        let mut desk = on_a_full_disk();
        desk.press(way)
            .sees("not saved: the disk is full")
            .sees("stays open");
        assert_eq!(desk.app.depth(), 2, "{way}");
        desk.store.limit_pages(1_000_000).unwrap();
        desk.wait(5_000)
            .press("Esc Esc")
            .sees("What would help now?");
        let stored = desk.store.drafts().unwrap();
        assert!(
            stored[0]
                .words(&Field::Moment)
                .contains("long words long words"),
            "{way}"
        );
    }
}

#[test]
fn nothing_says_saved_while_words_are_not_on_disk() {
    let mut desk = on_a_full_disk();
    desk.wait(500)
        .press("Ctrl+S")
        .sees("Your words are still on the screen")
        .never_sees("no need");
    desk.press("Ctrl+C")
        .sees("not on the disk yet")
        .never_sees("Nothing is lost");
    desk.resize(20, 6)
        .sees("Your words are still")
        .never_sees("is saved");
}

#[test]
fn a_walk_the_disk_does_not_take_stays_open_and_can_be_kept_later() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("short ")
        .paste(&"long words ".repeat(20_000));
    desk.press("Enter Enter Enter k").wait(2_000);
    desk.store.limit_pages(1).unwrap();
    desk.press("Enter")
        .sees("The disk is full.")
        .sees("Keep it, or let it go?");
    assert!(entries(&desk.store).is_empty());
    desk.store.limit_pages(1_000_000).unwrap();
    desk.press("Enter").sees("You can leave it here.");
    assert!(
        entries(&desk.store)[0]
            .moment
            .starts_with("short long words")
    );
}

#[test]
fn a_message_is_never_cut_short() {
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let mut desk = on_a_full_disk();
        desk.resize(width, height).wait(500);
        let screen = desk
            .screen()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(
            screen.contains("they will be saved by themselves."),
            "{}",
            desk.screen()
        );
    }
}

#[test]
fn nothing_typed_while_the_journal_takes_the_walk_is_lost_or_left_behind() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("one")
        .press("Enter Enter Enter k");
    desk.hold = true;
    desk.press("Enter")
        .types("typed too late")
        .press("Esc Esc Backspace");
    desk.hold = false;
    desk.answer_held();
    desk.sees("You can leave it here.");
    assert_eq!(entries(&desk.store)[0].moment, "one");
    assert!(desk.store.drafts().unwrap().is_empty(), "no orphan is left");
}

#[test]
fn a_window_closed_while_the_walk_is_being_kept_costs_nothing() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("one")
        .press("Enter Enter Enter k");
    desk.hold = true;
    desk.press("Enter");
    desk.send(alongside::ui::msg::Msg::Hangup);
    desk.hold = false;
    desk.answer_held();
    assert_eq!(entries(&desk.store)[0].moment, "one");
    assert!(desk.store.drafts().unwrap().is_empty());
}

#[test]
fn a_card_the_disk_does_not_take_is_not_closed() {
    let mut desk = desk(80, 24);
    desk.press("Ctrl+G f").types("the duty worker").wait(2_000);
    desk.store.limit_pages(1).unwrap();
    desk.paste(&"a long line ".repeat(2_000));
    desk.press("Ctrl+N Ctrl+N Ctrl+N Ctrl+N Ctrl+N Ctrl+N")
        .sees("The disk is full.");
    desk.sees("My support card");
    desk.store.limit_pages(1_000_000).unwrap();
    desk.press("Enter Esc Ctrl+G").sees("the duty worker");
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

#[test]
fn what_was_removed_comes_back_also_after_the_journal_was_left() {
    let mut desk = desk(80, 24);
    desk.press("l Enter")
        .types("keep me")
        .press("Enter Enter Enter k Enter Esc");
    desk.press("j Delete")
        .sees("Removed.")
        .press("Esc")
        .sees("What would help now?");
    desk.press("j Ctrl+Z").sees("keep me");
    assert_eq!(entries(&desk.store).len(), 1);
}
