//! How long a key takes from the hand to the frame, in a note and in a long journal, and a first
//! frame without the terminal.
//!
//! `cargo bench --bench screen`. What is measured is `App::update` and `App::view` together, on
//! 80×24; the way through a real terminal is measured from outside (README, "How fast it is").

use std::rc::Rc;

use alongside::config::Settings;
use alongside::content::Pack;
use alongside::domain::{Id, Kind, Length, Listed, Past, Stamp, SupportCard};
use alongside::reflection::{Opening, Reflection, Walk};
use alongside::ui::app::{App, First, Start};
use alongside::ui::effect::{Effect, HomeView, Opened, Outcome, Request};
use alongside::ui::look::Depth;
use alongside::ui::msg::Msg;
use chrono::{DateTime, TimeDelta};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

fn stamp(tick: u64) -> Stamp {
    Stamp {
        at: DateTime::UNIX_EPOCH.fixed_offset(),
        tick,
        fresh: Id::at(tick, &[1; 10]),
    }
}

fn start(pack: Rc<Pack>, walk: Option<Reflection>) -> App {
    let start = Start {
        home_folder: None,
        pack,
        settings: Settings {
            first_run_done: true,
            ..Settings::default()
        },
        opened: Some(Opened {
            home: HomeView::default(),
            card: SupportCard::default(),
            card_draft: None,
        }),
        journal: String::new(),
        warning: None,
        depth: Depth::True,
        light: false,
        first: walk.map_or(First::Home, |walk| First::Walk(Box::new(walk))),
        notices: Vec::new(),
    };
    App::new(start, Rect::new(0, 0, 80, 24), stamp(0)).0
}

/// A deep walk at its "what happened" note, which already holds so many letters.
fn note_of(letters: usize) -> App {
    let pack = Rc::new(Pack::shipped().expect("the shipped pack reads"));
    let opening = Opening {
        length: Some(Length::Deep),
        ..Opening::default()
    };
    let mut walk = Reflection::begin(Rc::clone(&pack), opening, &Past::default(), &stamp(1));
    while walk.at().to_string() != "what" {
        walk.forward()
            .expect("nothing is typed that could be refused");
    }
    let mut app = start(pack, Some(walk));
    let text = "I asked where to sit and waited. ".repeat(letters / 33 + 1);
    app.update(Msg::Paste(text), stamp(2));
    app
}

#[divan::bench(args = [100, 1_000, 10_000, 100_000])]
fn a_key_in_a_note_to_its_frame(bencher: Bencher<'_, '_>, letters: usize) {
    let mut app = note_of(letters);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let mut tick = 10;
    let key = Msg::Key(KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE));
    bencher.bench_local(|| {
        tick += 100;
        black_box(app.update(key.clone(), stamp(tick)));
        black_box(app.view(&mut buffer))
    });
}

/// A row of a long journal.
fn listed(number: u32) -> Listed {
    let at = DateTime::UNIX_EPOCH + TimeDelta::hours(9 * i64::from(number));
    Listed {
        id: Id::at(u64::from(number), &[1; 10]),
        on: at.date_naive(),
        finished_at: at.fixed_offset(),
        kind: Some(Kind::OneToOne),
        length: Length::Quick,
        practice: false,
        words: format!("I asked where to sit and waited, for the {number}. time."),
        readable: true,
    }
}

/// Answers what the list asks, as a journal of so many entries would.
fn answer(app: &mut App, effects: Vec<Effect>, entries: u32, tick: u64) {
    for effect in effects {
        let Effect::Ask(ticket, Request::Entries { before, limit }) = effect else {
            continue;
        };
        let newer = before.map_or(entries, |(at, _)| {
            u32::try_from((at - DateTime::UNIX_EPOCH.fixed_offset()).num_hours() / 9).unwrap_or(0)
        });
        let page = (0..newer).rev().take(limit).map(listed).collect();
        let next = app.update(Msg::Done(ticket, Outcome::Entries(page)), stamp(tick));
        answer(app, next, entries, tick);
    }
}

#[divan::bench(args = [1_000, 100_000], sample_count = 1_000, sample_size = 1)]
fn a_step_down_the_journal_to_its_frame(bencher: Bencher<'_, '_>, entries: u32) {
    let mut app = start(Rc::new(Pack::shipped().expect("it reads")), None);
    let key = |code| Msg::Key(KeyEvent::new(code, KeyModifiers::NONE));
    let opened = app.update(key(KeyCode::Char('j')), stamp(1));
    answer(&mut app, opened, entries, 1);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let mut tick = 10;
    bencher.bench_local(|| {
        tick += 30;
        let effects = app.update(key(KeyCode::Down), stamp(tick));
        answer(&mut app, effects, entries, tick);
        black_box(app.view(&mut buffer))
    });
}

#[divan::bench]
fn a_paste_of_10_kb_to_its_frame(bencher: Bencher<'_, '_>) {
    let text = "I asked where to sit and waited. ".repeat(310);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    bencher
        .with_inputs(|| note_of(10))
        .bench_local_values(|mut app| {
            app.update(Msg::Paste(text.clone()), stamp(10));
            black_box(app.view(&mut buffer))
        });
}

#[divan::bench]
fn the_first_frame_of_home(bencher: Bencher<'_, '_>) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    bencher.bench_local(|| {
        let app = start(
            Rc::new(Pack::shipped().expect("the shipped pack reads")),
            None,
        );
        black_box(app.view(&mut buffer))
    });
}
