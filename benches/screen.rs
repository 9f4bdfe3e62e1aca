//! How long a key takes from the hand to the frame, and a first frame without the terminal.
//!
//! `cargo bench --bench screen`. What is measured is `App::update` and `App::view` together, on
//! 80×24; the way through a real terminal is measured from outside (README, "How fast it is").

use std::rc::Rc;

use alongside::config::Settings;
use alongside::content::Pack;
use alongside::domain::{Id, Length, Past, Stamp, SupportCard};
use alongside::reflection::{Opening, Reflection, Walk};
use alongside::ui::app::{App, First, Start};
use alongside::ui::effect::{HomeView, Opened};
use alongside::ui::look::Depth;
use alongside::ui::msg::Msg;
use chrono::DateTime;
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
