//! What the search box asks, when, and what is shown of what comes.

use super::*;
use crate::ui::effect::{Effect, Ticket};
use crate::ui::keymap::Context;
use crate::ui::widgets::editor::{Motion, Stroke};

fn at_tea() -> Shelf {
    let day = |number| at("2026-03-12T12:00:00+00:00") - Duration::days(number);
    Shelf::of(vec![
        listed(9, day(0), "We had tea by the window"),
        listed(8, day(1), "The steam rose"),
        listed(7, day(2), "Then a tea dance, and more tea"),
        listed(6, day(40), "I waited"),
    ])
}

/// Types letters without an answer in between, and gives what was asked.
fn types(shelf: &mut Shelf, journal: &mut Journal, text: &str) -> Vec<(Ticket, Request)> {
    let letters = text.chars();
    let asked = letters.flat_map(|letter| shelf.stage.typed(journal, letter).asked());
    asked.collect()
}

/// Types a text as fast as the journal answers.
fn finds(shelf: &mut Shelf, journal: &mut Journal, text: &str) {
    shelf.press(journal, Command::Find);
    for letter in text.chars() {
        let heard = shelf.stage.typed(journal, letter);
        shelf.settle(journal, heard);
    }
    seen(journal, 80, 24);
}

/// Lets the hand rest.
fn rests(shelf: &mut Shelf, journal: &mut Journal) -> Heard {
    shelf.stage.tick += 1_000;
    shelf.stage.lets(|reply| journal.tick(reply))
}

fn text_of(request: &Request) -> String {
    match request {
        Request::Find { query, .. } | Request::FindParts { query, .. } => query.print(&[]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_key_finds_and_the_words_around_the_hit_are_shown() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    assert_eq!(journal.contexts()[0], Context::List);
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(text.contains("Ctrl+F find something I wrote"), "{text}");
    finds(&mut shelf, &mut journal, "tea");
    let (text, cursor) = seen(&mut journal, 80, 24);
    let wanted = "Find │ tea

March 2026
  Thu 12  One to one       We had tea by the window
  Tue 10  One to one       Then a tea dance, and more tea
";
    assert!(text.contains(wanted), "{text}");
    assert!(
        !text.contains("steam") && !text.contains("waited"),
        "{text}"
    );
    assert_eq!(cursor.y, 2, "the cursor is in the box");
    shelf.press(&mut journal, Command::Go);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("> Thu 12"));
    shelf.press(&mut journal, Command::Up);
    assert!(row_of_cursor(&mut journal, 80, 24).starts_with("Find"));
    draws_everywhere(&mut journal);
}

#[test]
fn on_a_narrow_screen_the_words_have_a_row_of_their_own() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "dance");
    let (text, _) = seen(&mut journal, 40, 10);
    assert!(
        text.contains("  Tue 10  One to one\n    Then a tea dance, and more tea"),
        "{text}"
    );
}

#[test]
fn never_more_than_one_is_asked_at_once_and_the_newest_text_wins() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Find);
    let asked = types(&mut shelf, &mut journal, "tea dan");
    assert_eq!(asked.len(), 1);
    assert_eq!(text_of(&asked[0].1), "t");
    let late = shelf.answer(&asked[0].1);
    let next = shelf.stage.done(&mut journal, asked[0].0, &late).asked();
    assert_eq!(next.len(), 1);
    assert_eq!(text_of(&next[0].1), "tea dan");
    let came = shelf.answer(&next[0].1);
    let heard = shelf.stage.done(&mut journal, next[0].0, &came);
    assert!(heard.asked().is_empty());
    assert_eq!(journal.list().rows.len(), 2);
    // The same answer once more is nobody's.
    shelf.stage.done(&mut journal, asked[0].0, &late);
    assert_eq!(journal.list().rows.query().unwrap().print(&[]), "tea dan");
}

#[test]
fn an_answer_that_comes_after_the_search_was_cleared_changes_nothing() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Find);
    let asked = types(&mut shelf, &mut journal, "tea");
    shelf.press(&mut journal, Command::Back);
    let late = shelf.answer(&asked[0].1);
    assert!(
        shelf
            .stage
            .done(&mut journal, asked[0].0, &late)
            .asked()
            .is_empty()
    );
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        text.contains("I waited") && text.contains("Ctrl+F find"),
        "{text}"
    );
}

#[test]
fn esc_clears_the_search_first_and_then_leaves() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Down);
    finds(&mut shelf, &mut journal, "tea");
    shelf.press(&mut journal, Command::Go);
    let heard = shelf.stage.command(&mut journal, Command::Back);
    assert_eq!(heard.passed, None);
    assert!(
        row_of_cursor(&mut journal, 80, 24).contains("The steam rose"),
        "where it was"
    );
    shelf.press(&mut journal, Command::Find);
    let heard = shelf.stage.command(&mut journal, Command::Undo);
    shelf.settle(&mut journal, heard);
    assert_eq!(journal.finding.text(), "tea", "undo brings it back");
    shelf.press(&mut journal, Command::Back);
    let heard = shelf.stage.command(&mut journal, Command::Back);
    assert_eq!(heard.passed, Some(Command::Back));

    // An empty box gives way to the list, but where it all began in the box.
    shelf.press(&mut journal, Command::Find);
    assert_eq!(
        shelf.stage.command(&mut journal, Command::Back).passed,
        None
    );
    let mut journal = Journal::finding();
    let heard = shelf.stage.returned(&mut journal);
    shelf.settle(&mut journal, heard);
    assert_eq!(journal.contexts()[0], Context::Finding);
    let heard = shelf.stage.command(&mut journal, Command::Back);
    assert_eq!(heard.passed, Some(Command::Back));
}

#[test]
fn what_stands_within_longer_words_comes_when_the_hand_rests() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "tea");
    assert_eq!(journal.patience(), Some(150));
    let heard = rests(&mut shelf, &mut journal);
    assert!(matches!(
        heard.asked()[..],
        [(_, Request::FindParts { .. })]
    ));
    assert_eq!(journal.patience(), None);
    shelf.settle(&mut journal, heard);
    let (text, _) = seen(&mut journal, 80, 24);
    let wanted = "more tea

Where it is part of a longer word
  11 Mar 2026  One to one       The steam rose
";
    assert!(text.contains(wanted), "{text}");
    assert_eq!(journal.patience(), None, "only once");
    shelf.press(&mut journal, Command::Go);
    shelf.press(&mut journal, Command::Last);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("The steam rose"));
    // Coming back to the list keeps them, and the place.
    let heard = shelf.stage.returned(&mut journal);
    shelf.settle(&mut journal, heard);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("The steam rose"));
}

#[test]
fn a_new_key_gives_the_second_wave_up() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "tea");
    let asked = rests(&mut shelf, &mut journal).asked();
    let heard = shelf.stage.typed(&mut journal, ' ');
    assert!(
        heard.effects.contains(&Effect::Stop(asked[0].0)),
        "{:?}",
        heard.effects
    );
    let late = shelf.answer(&asked[0].1);
    shelf.stage.done(&mut journal, asked[0].0, &late);
    assert!(!seen(&mut journal, 80, 24).0.contains("steam"));
    // Whoever leaves does not wait for it either.
    shelf.settle(&mut journal, heard);
    let asked = rests(&mut shelf, &mut journal).asked();
    let heard = shelf.stage.lets(|reply| journal.leaving(reply));
    assert_eq!(heard.effects, [Effect::Stop(asked[0].0)]);
}

#[test]
fn what_is_no_search_is_said_under_the_box_and_the_last_results_stay() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "tea");
    for letter in " soup:hot".chars() {
        let heard = shelf.stage.typed(&mut journal, letter);
        assert!(heard.said.is_none());
        shelf.settle(&mut journal, heard);
    }
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(text.contains("There is no filter called soup"), "{text}");
    assert!(text.contains("We had tea by the window"), "{text}");
    for (width, height) in [(60, 18), (40, 10), (120, 40)] {
        let (text, _) = seen(&mut journal, width, height);
        assert!(text.contains("There is no filter"), "{text}");
    }
    draws_everywhere(&mut journal);
}

#[test]
fn while_it_is_no_search_the_list_says_what_it_is_and_one_is_in_one_place_only() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Find);
    shelf.stage.lets(|reply| journal.pasted("soup:hot", reply));
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(text.contains(words::ALL_ENTRIES), "{text}");
    assert!(!text.contains('>'), "the cursor is in the box: {text}");
    shelf.press(&mut journal, Command::Back);
    finds(&mut shelf, &mut journal, "tea soup:x");
    for (width, height) in [(80, 24), (60, 18), (120, 40)] {
        let (text, _) = seen(&mut journal, width, height);
        assert!(text.contains("There is no filter called soup"), "{text}");
        assert!(text.contains(words::FOUND_BEFORE), "{text}");
    }
    // Where there is nothing, only what to type is said.
    shelf.press(&mut journal, Command::Back);
    finds(&mut shelf, &mut journal, "soup:hot tea");
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(text.contains("There is no filter called soup"), "{text}");
    assert!(
        !text.contains("Below") && !text.contains(words::NOTHING_FOUND),
        "{text}"
    );
}

#[test]
fn a_phrase_keeps_its_words_when_the_order_is_swapped() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "\"tea by:  the window\"");
    let before = journal.finding.text();
    shelf.press(&mut journal, Command::SwapOrder);
    assert_eq!(journal.finding.text(), format!("by:relevance {before}"));
    shelf.press(&mut journal, Command::SwapOrder);
    assert_eq!(journal.finding.text(), before);
    shelf.press(&mut journal, Command::Back);
    finds(&mut shelf, &mut journal, "tea soup:x");
    shelf.press(&mut journal, Command::SwapOrder);
    assert_eq!(journal.finding.text(), "tea soup:x", "it is no search yet");
}

#[test]
fn nothing_found_is_said_once_both_waves_are_over() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "elephant");
    assert!(!seen(&mut journal, 80, 24).0.contains(words::NOTHING_FOUND));
    let heard = rests(&mut shelf, &mut journal);
    shelf.settle(&mut journal, heard);
    for (width, height) in [(80, 24), (60, 18), (40, 10), (120, 40)] {
        let (text, _) = seen(&mut journal, width, height);
        assert!(text.contains(words::NOTHING_FOUND), "{text}");
    }
    shelf.press(&mut journal, Command::Go);
    assert_eq!(
        journal.contexts()[0],
        Context::Finding,
        "there is no row to go to"
    );
    draws_everywhere(&mut journal);
}

#[test]
fn a_page_pasted_into_the_box_is_harmless() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    shelf.press(&mut journal, Command::Find);
    let long = "tea by the\nwindow ".repeat(600);
    let heard = shelf.stage.lets(|reply| journal.pasted(&long, reply));
    assert!(heard.asked().len() <= 1);
    shelf.settle(&mut journal, heard);
    for (width, height) in [(80, 24), (60, 18), (40, 10), (120, 40)] {
        let (text, cursor) = seen(&mut journal, width, height);
        assert!(text.contains("Find") && cursor.y < height / 2, "{text}");
    }
    draws_everywhere(&mut journal);
    let write = Command::Write(Stroke::Move(Motion::Start));
    shelf.press(&mut journal, write);
    shelf.press(&mut journal, Command::Back);
    assert!(seen(&mut journal, 80, 24).0.contains("I waited"));
}

#[test]
fn the_order_is_swapped_in_the_box_itself() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    let said = shelf.press(&mut journal, Command::SwapOrder);
    assert_eq!(said.as_deref(), Some(words::FIND_FIRST));
    finds(&mut shelf, &mut journal, "tea dance");
    shelf.press(&mut journal, Command::SwapOrder);
    assert_eq!(journal.finding.text(), "by:relevance tea dance");
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(text.contains("  12 Mar 2026  One to one"), "{text}");
    assert!(
        !text.contains("March 2026"),
        "no months where time is not the order: {text}"
    );
    shelf.press(&mut journal, Command::SwapOrder);
    assert_eq!(journal.finding.text(), "tea dance");
}

#[test]
fn more_is_found_as_the_focus_comes_near_the_end() {
    let mut shelf = Shelf::of_many(1_000);
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "moment");
    assert_eq!(journal.list().rows.len(), 60);
    assert_eq!(
        journal.patience(),
        None,
        "the second wave stands below all of the first"
    );
    shelf.press(&mut journal, Command::Go);
    for _ in 0..300 {
        shelf.press(&mut journal, Command::Down);
    }
    assert!(row_of_cursor(&mut journal, 80, 24).ends_with("moment 699"));
    shelf.press(&mut journal, Command::Last);
    assert!(row_of_cursor(&mut journal, 80, 24).ends_with("moment 0"));
    assert!(journal.patience().is_some());
}

#[test]
fn what_is_taken_out_of_what_was_found_is_out_of_the_whole_list_too() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "tea");
    shelf.press(&mut journal, Command::Go);
    shelf.press(&mut journal, Command::Delete);
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(!text.contains("by the window"), "{text}");
    shelf.press(&mut journal, Command::Undo);
    assert!(seen(&mut journal, 80, 24).0.contains("by the window"));
    shelf.press(&mut journal, Command::Delete);
    shelf.press(&mut journal, Command::Back);
    let (text, _) = seen(&mut journal, 80, 24);
    assert!(
        !text.contains("by the window") && text.contains("I waited"),
        "{text}"
    );
}

#[test]
fn a_search_from_elsewhere_is_taken_up_and_is_no_part_of_the_bookmark() {
    let mut shelf = at_tea();
    let mut journal = Journal::searching("dance");
    let heard = shelf.stage.returned(&mut journal);
    shelf.settle(&mut journal, heard);
    assert_eq!(journal.list().rows.len(), 1);
    let heard = shelf.stage.lets(|reply| journal.search("waited", reply));
    shelf.settle(&mut journal, heard);
    seen(&mut journal, 80, 24);
    assert!(row_of_cursor(&mut journal, 80, 24).contains("I waited"));
    let Some(Bookmark::Journal(mark)) = journal.bookmark() else {
        panic!("no bookmark");
    };
    assert!(!format!("{mark:?}").contains("waited"));
    let mut journal = Journal::come_back(mark);
    let heard = shelf.stage.returned(&mut journal);
    shelf.settle(&mut journal, heard);
    assert_eq!(journal.list().rows.len(), 4);
    assert_eq!(journal.finding.text(), "");
}

#[test]
fn the_box_leads_to_help_and_to_the_filters() {
    let mut shelf = at_tea();
    let mut journal = shelf.open();
    finds(&mut shelf, &mut journal, "tea");
    for command in [Command::Help, Command::Narrow, Command::Month] {
        let heard = shelf.stage.command(&mut journal, command);
        assert!(matches!(heard.moves[..], [Move::Push(_)]), "{command:?}");
    }
    let pack = shelf.stage.pack.clone();
    let page = pack.help("finding").unwrap().text.join("\n");
    for filter in crate::domain::FILTERS {
        assert!(page.contains(filter.such_as), "{}", filter.such_as);
    }
}
