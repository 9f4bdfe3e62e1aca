//! The rooms that give the journal back, on the full screen and a real journal.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::domain::{Draft, Field, Form, FormField, FormKind, Id, Subject};
use alongside::rooms::Begin;
use alongside::ui::screens::Screen;
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
