//! The rooms that give the journal back, on the full screen and a real journal.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::content::Pack;
use alongside::domain::{
    Answer, Answered, Draft, Entry, Field, Finished, Form, FormField, FormKind, HeadingId, Id,
    ItemId, Length, Subject,
};
use alongside::rooms::Begin;
use alongside::store::Store;
use alongside::ui::screens::Screen;
use chrono::{DateTime, Duration};
use support::desk::{Desk, Setup, desk};

/// The rooms by the letter that leads there from Home.
const ROOMS: [(char, Begin, &str); 5] = [
    ('b', Begin::BeforeSession, "Before a session"),
    ('o', Begin::LookBack, "Look back"),
    ('c', Begin::Carry, "Carry forward"),
    ('u', Begin::Supervision, "Supervision"),
    ('s', Begin::Support, "Support"),
];

/// Where the visit on top began.
fn visit(desk: &Desk) -> Option<&Begin> {
    match desk.app.top() {
        Screen::Visit(visit) => Some(visit.begin()),
        _ => None,
    }
}

/// A form that somebody left half-way.
fn half_done(kind: FormKind, field: FormField, words: &str) -> Draft {
    let of = Some(Id::at(1_760_000_000_000, &[4; 10]));
    let mut draft = Draft::new(Subject::Form(Form { kind, of }));
    draft.write(Field::Form(field), words);
    draft
}

fn desk_with(draft: &mut Draft, shared: bool) -> Desk {
    let mut setup = Setup::settled();
    setup.settings.shared_computer = shared;
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-12T15:00:00+00:00").unwrap();
    let save = draft.take_unsaved().unwrap();
    setup.store.save_draft(&save, at).unwrap();
    setup.open()
}

/// A journal with a reflection each week, with signs, words and intentions.
fn filled(count: u64) -> Store {
    let pack = Pack::shipped().unwrap();
    let mut store = Store::in_memory().unwrap();
    let start = DateTime::parse_from_rfc3339("2026-03-10T15:00:00+00:00").unwrap();
    let items: Vec<_> = pack.items().filter(|(_, item)| item.lead).collect();
    for number in 0..count {
        let at = start - Duration::days(7 * i64::try_from(count - 1 - number).unwrap());
        let ms = u64::try_from(at.timestamp_millis()).unwrap();
        let mut entry = Entry::empty(
            Id::at(ms, &[3; 10]),
            at,
            (pack.id.clone(), pack.version),
            Length::Standard,
        );
        entry.on = at.date_naive();
        entry.moment = format!("Moment {number}: I waited until they had found the word.");
        entry.stand_by = format!("I stayed with what they wanted, time {number}.");
        entry.next_time = format!("If we rush, then I will ask what matters, time {number}.");
        for (place, (set, item)) in items.iter().enumerate() {
            let answer = match (usize::try_from(number).unwrap() + place * 3) % 7 {
                0 | 5 => Answer::Moment,
                1 => Answer::Partly,
                2 => Answer::NotThisTime,
                3 => Answer::NotSure,
                4 => Answer::DidNotComeUp,
                _ => continue,
            };
            entry.answers.push(Answered {
                item: ItemId::new(item.id.as_str()),
                heading: HeadingId::new(set.id.as_str()),
                question: item.question.clone(),
                answer: Some(answer),
                note: format!("What I wrote beside {}, time {number}.", item.id),
                points_to_moment: false,
                go_deeper: String::new(),
            });
        }
        let finished = Finished {
            draft: None,
            entry,
            carries: true,
            last: None,
            tell: None,
        };
        store.finish(&finished, at).unwrap();
    }
    store
}

fn desk_on(store: Store, width: u16, height: u16) -> Desk {
    Setup {
        store,
        size: (width, height),
        ..Setup::settled()
    }
    .open()
}

/// Pages of the rooms, with the keys that lead there from Home.
const PAGES: [(&str, &str); 24] = [
    ("look_back", "o"),
    ("look_back_in_text", "o Up Up Up"),
    ("heading", "o Down Enter"),
    ("by_month", "o m"),
    ("moments", "o o"),
    ("carry", "c"),
    ("before", "b"),
    ("supervision", "u"),
    ("supervision_begun", "u Enter"),
    ("support", "s"),
    ("support_down", "s Down Enter"),
    ("saying", "c Enter t"),
    ("month", "j m"),
    ("month_before", "j m Left"),
    ("entry", "j e"),
    ("entry_change", "j e e"),
    ("entry_lens", "j e f Down Down Enter"),
    ("entry_versions", "j e f v"),
    ("narrow", "j Ctrl+T"),
    ("strengths", "o s"),
    ("endings", "o e"),
    ("rarely", "o a"),
    ("first_months", "o f"),
    ("story", "s s"),
];

#[test]
fn every_page_of_the_rooms_at_four_sizes() {
    for (name, keys) in PAGES {
        for (width, height) in [(40, 10), (60, 18), (80, 24), (120, 40)] {
            let mut desk = desk_on(filled(12), width, height);
            desk.press(keys);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), desk.screen());
            let mut desk = desk_on(filled(0), width, height);
            desk.press(keys);
            let (_, cursor) = desk.draw();
            assert!(desk.size.contains(cursor));
        }
    }
    for (key, begin, _) in ROOMS {
        let mut desk = desk(80, 24);
        desk.types(&key.to_string());
        insta::assert_snapshot!(format!("empty_{begin:?}"), desk.screen());
    }
}

#[test]
fn an_entry_is_read_from_a_room_and_the_place_is_kept() {
    let mut desk = desk_on(filled(12), 80, 24);
    desk.press("o o Down Down").sees(">    Moment 9");
    desk.press("Enter").sees("Moment 9: I waited");
    assert!(matches!(desk.app.top(), Screen::Entry(_)));
    desk.press("Esc").sees(">    Moment 9");
    desk.press("Esc Esc");
    assert_eq!(desk.app.depth(), 1);
}

#[test]
fn what_was_said_of_an_intention_is_taken_back_by_its_letter_and_by_undo() {
    for key in ["z", "Ctrl+Z"] {
        let mut desk = desk_on(filled(12), 80, 24);
        desk.press("c Enter").sees("Now: Still holding it");
        desk.press("Ctrl+Z").sees("Now: Still holding it");
        desk.press("t").sees("Is there a line").press("Enter");
        desk.sees("Now: Tried it");
        desk.press(key).sees("That is taken back.");
        desk.sees("Now: Still holding it");
        desk.never_sees("Take back what I just said");
    }
}

#[test]
fn a_slow_journal_is_said_and_one_step_back_is_not_lost() {
    let mut desk = desk_on(filled(3), 80, 24);
    desk.hold = true;
    desk.press("o").never_sees("One moment");
    desk.wait(1_000)
        .sees("One moment. I am reading your journal.");
    desk.press("m Down Enter Esc");
    assert_eq!(desk.app.depth(), 2);
    desk.hold = false;
    desk.answer_held();
    assert_eq!(desk.app.depth(), 1, "{}", desk.screen());
    desk.answer_held();
    desk.press("o").sees("Look back");
}

#[test]
fn a_locked_journal_comes_back_to_the_room() {
    let mut desk = Setup::locked().open();
    for (key, begin, _) in ROOMS {
        desk.types(&key.to_string()).press("Ctrl+L");
        assert!(desk.is_closed && desk.app.is_shut());
        desk.unlock();
        assert_eq!(visit(&desk), Some(&begin), "{}", desk.screen());
        desk.press("Esc");
        assert_eq!(desk.app.depth(), 1);
    }
    assert!(desk.astray.is_empty());
}

#[test]
fn a_form_is_saved_as_it_is_typed_and_comes_back_to_the_very_place() {
    for (width, height) in [(80, 24), (60, 18), (40, 10)] {
        let mut desk = Setup {
            size: (width, height),
            ..Setup::locked()
        }
        .open();
        desk.press("u n").types("to be herd").press("Left Left");
        desk.press("Ctrl+L").unlock().wait(3_000);
        assert!(
            matches!(desk.app.top(), Screen::Walk(_)),
            "{}",
            desk.screen()
        );
        desk.types("a").wait(3_000).sees("to be heard");
        let (before, cursor) = desk.draw();
        // Under help it waits for the form as well.
        desk.press("Ctrl+K Ctrl+L").unlock().press("Esc");
        assert_eq!(desk.draw(), (before, cursor), "{}", desk.screen());
        let draft = desk.store.drafts().unwrap().remove(0);
        assert_eq!(draft.words(&Field::Form(FormField::Need)), "to be heard");
        desk.press("Esc").sees("Kept as it is.");
        assert_eq!(visit(&desk), Some(&Begin::Supervision), "{}", desk.screen());
        desk.press("Esc");
        assert_eq!(desk.app.depth(), 1, "{}", desk.screen());
        desk.press("Home");
        desk.sees("g  Go on: getting ready for");
        desk.press("g").sees("to be heard").press("Esc");
        assert!(desk.astray.is_empty(), "{:?}", desk.astray);
    }
}

#[test]
fn a_line_added_to_an_entry_comes_back_in_mid_word_after_a_lock() {
    let mut desk = Setup::locked().open();
    desk.press("l t Enter")
        .types("quokka one")
        .press("Enter Enter Enter k Enter h");
    desk.press("j e").sees("quokka one");
    desk.click_on("line").types("quokka tw").press("Ctrl+L");
    let left = format!("{:?}", desk.app);
    assert!(!left.contains("quokka"));
    desk.unlock().types("o").wait(3_000).sees("quokka two");
    desk.press("Esc Esc Esc Esc");
    assert_eq!(desk.app.depth(), 1, "{}", desk.screen());
    desk.press("Home").sees("Go on: a line to add to an entry");
}

#[test]
fn home_keeps_its_row_when_one_comes_above_it() {
    let mut desk = desk(80, 24);
    desk.press("u n").types("to think").press("Esc Esc");
    desk.sees("Go on: getting ready").sees("> u  Supervision");
    desk.never_sees("Delete take it away");
    desk.press("Home Down Down").sees("Delete take it away");
    desk.press("Delete Down").never_sees("Go on:");
    desk.sees("> j  My journal").press("Ctrl+Z");
    desk.sees("Go on: getting ready").sees("> j  My journal");
}

#[test]
fn a_form_that_was_ended_is_taken_by_its_room() {
    let mut desk = desk(80, 24);
    desk.press("s k").sees("keep");
    for _ in 0..9 {
        if matches!(desk.app.top(), Screen::Walk(_)) {
            break;
        }
        desk.press("Enter");
    }
    desk.types("tea and a walk");
    for _ in 0..2 {
        // It is said first that a file of its own is made.
        desk.press("Ctrl+P").types("own editor").press("Enter");
    }
    desk.wait(3_000)
        .sees("tea and a walk (edited)")
        .press("Ctrl+Z");
    for _ in 0..9 {
        if !matches!(desk.app.top(), Screen::Walk(_)) {
            break;
        }
        desk.press("Ctrl+N");
    }
    desk.sees("tea and a walk");
    assert!(visit(&desk).is_some(), "{}", desk.screen());
    assert!(desk.store.drafts().unwrap().is_empty());
    let kept = desk.store.keep_well().unwrap();
    assert!(format!("{kept:?}").contains("tea and a walk"), "{kept:?}");
    desk.press("Esc Esc Esc");
    assert_eq!(desk.app.depth(), 1);
    desk.never_sees("Go on:");
}

#[test]
fn a_form_stays_open_while_its_words_are_not_on_disk() {
    let mut desk = desk(80, 24);
    desk.press("u n").types("to think").wait(3_000);
    desk.hold = true;
    desk.types("!");
    for _ in 0..3 {
        desk.press("Ctrl+N");
    }
    assert!(
        matches!(desk.app.top(), Screen::Walk(_)),
        "{}",
        desk.screen()
    );
    desk.hold = false;
    desk.answer_held();
    desk.answer_held();
    assert_eq!(visit(&desk), Some(&Begin::Supervision), "{}", desk.screen());
    let meetings = desk.store.meetings().unwrap();
    assert!(
        format!("{meetings:?}").contains("to think!"),
        "{meetings:?}"
    );
}

#[test]
fn every_room_is_a_letter_away_and_esc_leads_back() {
    for (key, begin, title) in ROOMS {
        for (width, height) in [(80, 24), (60, 18), (40, 10)] {
            let mut desk = desk(width, height);
            desk.types(&key.to_string()).sees(title);
            assert_eq!(visit(&desk), Some(&begin), "{}", desk.screen());
            desk.press("Esc");
            assert_eq!(desk.app.depth(), 1, "{}", desk.screen());
        }
    }
}

#[test]
fn every_room_draws_at_every_size() {
    for (key, _, _) in ROOMS {
        let mut desk = desk(80, 24);
        desk.types(&key.to_string());
        for (width, height) in (1..60).flat_map(|width| (1..14).map(move |it| (width, it))) {
            desk.resize(width, height);
            let (_, cursor) = desk.draw();
            assert!(desk.size.contains(cursor), "{key} at {width}x{height}");
        }
    }
}

#[test]
fn the_rooms_are_in_reach_from_everywhere() {
    let mut desk = desk(80, 24);
    desk.press("j Ctrl+P").types("look back").press("Enter");
    assert_eq!(visit(&desk), Some(&Begin::LookBack));
    let depth = desk.app.depth();
    desk.press("Ctrl+P")
        .types("look back")
        .sees("Nothing here has that word.");
    desk.press("Esc Ctrl+P").types("superv").press("Enter");
    assert_eq!(visit(&desk), Some(&Begin::Supervision));
    assert_eq!(desk.app.depth(), depth + 1);
    desk.press("Esc");
    assert_eq!(visit(&desk), Some(&Begin::LookBack), "{}", desk.screen());
}

#[test]
fn a_form_left_half_way_is_on_home_by_what_it_is_for() {
    for shared in [false, true] {
        let mut draft = half_done(FormKind::Meeting, FormField::Need, "quokka");
        let mut desk = desk_with(&mut draft, shared);
        desk.sees("> l  Land")
            .sees("g  Go on: getting ready for supervision");
        desk.never_sees("quokka");
        desk.press("Down Down Delete").sees("It is taken away.");
        desk.never_sees("getting ready");
        assert!(desk.store.draft(draft.subject()).unwrap().is_none());
        desk.press("Ctrl+Z").sees("Go on: getting ready");
        let stored = desk.store.draft(draft.subject()).unwrap().unwrap();
        assert_eq!(stored.words(&Field::Form(FormField::Need)), "quokka");
        desk.press("g");
        let begin = Begin::Form(draft.subject());
        assert!(visit(&desk) == Some(&begin) || matches!(desk.app.top(), Screen::Walk(_)));
    }
}

#[test]
fn what_is_typed_after_a_word_is_a_line_and_no_command() {
    let mut desk = desk_on(filled(12), 80, 24);
    desk.press("c Enter t")
        .types("now it went ok")
        .press("Enter");
    desk.sees("Now: Tried it").sees("now it went ok");
    assert_eq!(desk.screen().matches("12 March").count(), 1);
    desk.press("t").sees("Is there a line").press("Enter");
    assert_eq!(desk.screen().matches("12 March").count(), 1);
    // Stray Enters say nothing more.
    desk.press("Enter Enter");
    assert_eq!(desk.screen().matches("12 March").count(), 1);
}
