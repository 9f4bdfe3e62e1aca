//! A try of a story on the full screen: every page of it at three sizes, and what its keys do.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use std::rc::Rc;

use alongside::content::Pack;
use alongside::domain::{Entry, HowSure, Id, Stamp};
use alongside::reflection::Reflection;
use alongside::rooms::Begin;
use alongside::ui::screens::Screen;
use chrono::DateTime;
use support::desk::{Desk, Setup, desk};

/// A desk at the first page of a try.
fn trying(width: u16, height: u16) -> Desk {
    let pack = Rc::new(Pack::shipped().unwrap());
    let stamp = Stamp {
        at: DateTime::parse_from_rfc3339("2026-03-12T17:40:00+00:00").unwrap(),
        tick: 0,
        fresh: Id::at(1_760_000_000_000, &[9; 10]),
    };
    let setup = Setup {
        walk: Reflection::of_vignette(pack, "first-meeting", &stamp),
        size: (width, height),
        ..Setup::settled()
    };
    setup.open()
}

/// The entry that was kept.
fn kept(desk: &Desk) -> Entry {
    let all = desk.store.tries_of_all();
    assert_eq!(all.len(), 1);
    all.into_iter().next().unwrap()
}

/// What a test reads of a journal.
trait Tries {
    fn tries_of_all(&self) -> Vec<Entry>;
}

impl Tries for alongside::store::Store {
    fn tries_of_all(&self) -> Vec<Entry> {
        let mut all = Vec::new();
        let mut read = |entry: Result<Entry, _>| {
            all.push(entry.unwrap());
            std::ops::ControlFlow::Continue(())
        };
        self.every_entry(&mut read).unwrap();
        all
    }
}

/// Reads on until the next page is there.
fn read_on(desk: &mut Desk) {
    let title = desk.screen().lines().next().unwrap_or_default().to_owned();
    for _ in 0..20 {
        desk.press("Enter");
        if desk.screen().lines().next().unwrap_or_default() != title {
            return;
        }
    }
    panic!("no way on from\n{}", desk.screen());
}

#[test]
fn every_page_of_a_try_at_three_sizes() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let mut desk = trying(width, height);
        let size = format!("{width}x{height}");
        let picture = |desk: &mut Desk, name: &str| {
            desk.wait(2_000);
            insta::assert_snapshot!(format!("try_{name}_{size}"), desk.screen());
        };
        picture(&mut desk, "story");
        read_on(&mut desk);
        desk.types("I talk on");
        picture(&mut desk, "pull");
        desk.press("Ctrl+O");
        picture(&mut desk, "story_again");
        read_on_same(&mut desk, "What is my first pull?");
        desk.press("Ctrl+N b a");
        picture(&mut desk, "way");
        desk.press("Ctrl+N f");
        picture(&mut desk, "sure");
        desk.press("Enter");
        picture(&mut desk, "commit");
        read_on(&mut desk);
        picture(&mut desk, "view");
        for _ in 0..4 {
            read_on(&mut desk);
        }
        picture(&mut desk, "differ");
        read_on(&mut desk);
        picture(&mut desk, "not_thought");
        desk.press("Ctrl+N p");
        picture(&mut desk, "item");
        desk.press("Ctrl+N Ctrl+N Ctrl+N");
        picture(&mut desk, "next");
        desk.press("Ctrl+N s");
        picture(&mut desk, "want");
        desk.press("Enter");
        picture(&mut desk, "kept");
    }
}

/// Reads on until this question is on the screen again.
fn read_on_same(desk: &mut Desk, question: &str) {
    for _ in 0..20 {
        if desk.screen().contains(question) {
            return;
        }
        desk.press("Enter");
    }
    panic!("no {question} on\n{}", desk.screen());
}

#[test]
fn every_way_is_in_sight_on_a_small_screen_and_two_can_be_chosen() {
    let mut desk = trying(60, 18);
    read_on(&mut desk);
    desk.press("Ctrl+N");
    let pack = Pack::shipped().unwrap();
    let ways = &pack.vignette("first-meeting").unwrap().ways;
    let screen = desk.screen();
    for way in ways {
        let begins: String = way.text.chars().take(30).collect();
        assert!(screen.contains(&begins), "{begins} in\n{screen}");
    }
    desk.press("a b c Enter").types("Sit down first");
    desk.press("Enter Enter");
    let all = desk.press("Ctrl+E Enter").store.tries_of_all();
    let attempt = all[0].attempt.as_ref().unwrap();
    let chosen: Vec<&str> = attempt.ways.iter().map(|way| way.id.as_str()).collect();
    assert_eq!(chosen, [ways[1].id.as_str(), ways[2].id.as_str()]);
    assert_eq!(attempt.own_way, "Sit down first");
}

#[test]
fn a_story_is_read_to_its_end_on_a_magnified_screen_before_enter_leaves_it() {
    let mut desk = trying(40, 10);
    let pack = Pack::shipped().unwrap();
    let story = pack.vignette("first-meeting").unwrap().story.join(" ");
    let mut seen = String::new();
    while !desk.screen().contains("first pull?") {
        seen.push_str(&desk.screen());
        desk.press("Enter");
    }
    for word in story.split(' ') {
        assert!(seen.contains(word), "{word} in\n{seen}");
    }
    // The arrows scroll as well.
    let mut desk = trying(40, 10);
    let before = desk.screen();
    assert_ne!(desk.press("Down").screen(), before);
    assert_eq!(desk.press("Up").screen(), before);
}

#[test]
fn no_undo_reaches_back_over_the_views_and_a_try_has_one_length() {
    let mut desk = trying(80, 24);
    read_on(&mut desk);
    desk.types("To talk").press("Ctrl+N a Enter Enter v Enter");
    assert!(
        desk.screen().contains("stays as it is"),
        "{}",
        desk.screen()
    );
    read_on(&mut desk);
    desk.press("Ctrl+Z Ctrl+Z Ctrl+Z");
    desk.press("Ctrl+D");
    assert!(desk.screen().contains("one length"), "{}", desk.screen());
    desk.press("Ctrl+B Ctrl+B");
    let screen = desk.screen();
    assert!(
        screen.contains("Very") && !screen.contains("Fairly"),
        "{screen}"
    );
    desk.types("n").press("Ctrl+B Ctrl+B").types("No");
    assert!(desk.screen().contains("To talk"), "{}", desk.screen());
    desk.press("Ctrl+E Enter");
    let attempt = kept(&desk).attempt.unwrap();
    assert_eq!((attempt.pull.as_str(), attempt.ways.len()), ("To talk", 1));
    assert_eq!(attempt.how_sure.map(HowSure::id), Some("very"));
    desk.press("h");
    assert!(desk.screen().contains("Practice room"), "{}", desk.screen());
}

#[test]
fn left_half_way_it_waits_on_home_and_goes_on_where_it_was() {
    let mut desk = trying(80, 24);
    read_on(&mut desk);
    desk.types("To talk").press("Ctrl+N Ctrl+N Esc Esc Esc Esc");
    let screen = desk.screen();
    assert!(screen.contains("Go on with practice"), "{screen}");
    desk.press("g");
    assert!(desk.screen().contains("new paint"), "{}", desk.screen());
}

/// Where the visit on top began.
fn visit(desk: &Desk) -> Option<&Begin> {
    match desk.app.top() {
        Screen::Visit(visit) => Some(visit.begin()),
        _ => None,
    }
}

#[test]
fn the_practice_room_and_learn_are_open_from_home_and_from_everywhere() {
    for (keys, begin) in [("p", Begin::Practice), ("e", Begin::Learn(None))] {
        assert_eq!(visit(desk(80, 24).press(keys)), Some(&begin));
    }
    for (typed, begin) in [("stories", Begin::Practice), ("Learn", Begin::Learn(None))] {
        let mut desk = trying(80, 24);
        desk.press("Ctrl+P").types(typed).press("Enter");
        assert_eq!(visit(&desk), Some(&begin), "{typed}");
    }
}

#[test]
fn whoever_has_no_sessions_yet_is_led_to_a_first_story() {
    let mut setup = Setup::settled();
    setup.settings.first_run_done = false;
    let mut desk = setup.open();
    desk.press("Ctrl+N Ctrl+N Tab n Enter");
    let first = Begin::Vignette("first-meeting".into());
    assert_eq!(visit(&desk), Some(&first), "{}", desk.screen());
    assert!(Pack::shipped().unwrap().vignette("first-meeting").is_some());
}

#[test]
fn the_same_key_takes_the_next_way_to_begin() {
    let taken = |keys: &str| {
        let mut desk = trying(80, 24);
        desk.press("Ctrl+E Ctrl+B").press(keys);
        kept(desk.press("Ctrl+E Enter")).next_time
    };
    let (first, second) = (taken("Ctrl+U"), taken("Ctrl+U Ctrl+U"));
    assert!(!first.is_empty() && !second.is_empty());
    assert_ne!(first, second);
    assert!(!second.contains(&first), "{second}");
}

#[test]
fn the_examples_never_hide_an_answer_and_say_what_they_are() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let mut desk = trying(width, height);
        read_on(&mut desk);
        while !desk.screen().contains("1 of 3") {
            desk.press("Ctrl+N");
        }
        for answer in ["y  Yes", "p  Partly", "n  Not", "u  Not", "d  Didn"] {
            desk.sees(answer);
        }
        // They are shown when they are asked for, and where there is room from the start.
        if height == 18 {
            desk.never_sees("From my side").press("Ctrl+T");
        }
        desk.sees("What this can look like:");
    }
}
