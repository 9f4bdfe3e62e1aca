//! A monkey at the desk: random keys, texts, pastes, clicks and sizes into the whole app.
//!
//! Nothing may panic, the cursor stays inside, Esc leads home from anywhere, and what the
//! journal holds is what the screen showed. A long run:
//! `ALONGSIDE_MONKEY=200000 cargo test --release --test monkey -- --nocapture`

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod support;

use alongside::domain::{Field, Subject};
use alongside::reflection::Walk as _;
use alongside::ui::msg::Msg;
use alongside::ui::screens::{Journey, Screen};
use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use support::desk::{Desk, Setup, desk};
use support::dice::Dice;
use support::keys::key_of;

/// Events in the suite; the long run asks for more.
const EVENTS: u64 = 20_000;

const KEYS: &[&str] = &[
    "Enter",
    "Enter",
    "Enter",
    "Esc",
    "Tab",
    "Shift+Tab",
    "Up",
    "Down",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Backspace",
    "Delete",
    "Space",
    "Ctrl+N",
    "Ctrl+B",
    "Ctrl+Z",
    "Ctrl+Y",
    "Ctrl+A",
    "Ctrl+C",
    "Ctrl+X",
    "Ctrl+V",
    "Ctrl+G",
    "Ctrl+P",
    "Ctrl+K",
    "Ctrl+L",
    "Ctrl+O",
    "Ctrl+T",
    "Ctrl+R",
    "Ctrl+U",
    "Ctrl+D",
    "Ctrl+E",
    "Ctrl+S",
    "Ctrl+W",
    "Ctrl+Left",
    "Ctrl+Right",
    "Shift+Left",
    "Shift+Right",
    "Shift+Up",
    "Shift+Down",
    "Ctrl+Home",
    "Ctrl+End",
    "F1",
    "F2",
    "F3",
    "F6",
    "F9",
    "?",
    "y",
    "p",
    "n",
    "u",
    "d",
    "b",
    "o",
    "c",
    "s",
    "g",
];

const TEXTS: &[&str] = &[
    "I waited",
    "a",
    "l",
    "r",
    "j",
    "s",
    "k",
    "\u{1b}[31mred",
    "👨‍👩‍👧‍👦",
    "é",
    "🇬🇧",
    "عربي",
    "\u{0}",
    "日本語",
    "\u{202e}abc",
    "a very long word without any end to it that goes on and on and on and on",
];

fn one_event(desk: &mut Desk, dice: &mut Dice) {
    match dice.below(20) {
        0 => {
            let text = dice.pick(TEXTS);
            desk.paste(text);
        }
        1..=4 => {
            let text = dice.pick(TEXTS);
            for letter in text.chars().filter(|letter| !letter.is_control()) {
                desk.types(&letter.to_string());
            }
        }
        5 => click(desk, dice),
        6 if dice.below(10) == 0 => {
            let (width, height) = (dice.below(120) + 1, dice.below(50) + 1);
            desk.resize(
                u16::try_from(width).unwrap(),
                u16::try_from(height).unwrap(),
            );
        }
        7 => {
            desk.wait(dice.below(3_000));
        }
        _ => {
            let (code, modifiers) = key_of(dice.pick(KEYS));
            desk.key(code, modifiers);
        }
    }
}

fn click(desk: &mut Desk, dice: &mut Dice) {
    let kind = match dice.below(5) {
        0 => MouseEventKind::ScrollDown,
        1 => MouseEventKind::ScrollUp,
        2 => MouseEventKind::Drag(MouseButton::Left),
        _ => MouseEventKind::Down(MouseButton::Left),
    };
    let column = u16::try_from(dice.below(u64::from(desk.size.width))).unwrap();
    let row = u16::try_from(dice.below(u64::from(desk.size.height))).unwrap();
    desk.send(Msg::Mouse(MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    }));
}

/// What the journal holds of the walk on the screen is what the screen holds.
fn saved_is_shown(desk: &mut Desk) {
    let Screen::Walk(walk) = desk.app.top() else {
        return;
    };
    let Journey::Reflection(walk) = walk.journey() else {
        return;
    };
    let draft = walk.paper().draft().clone();
    desk.wait(3_000);
    // A walk that holds no words of the person's own leaves no trace.
    if draft.is_blank() {
        return;
    }
    let Subject::Walk(_) = draft.subject() else {
        return;
    };
    let stored = desk.store.draft(draft.subject()).unwrap();
    let words = |field: &Field| {
        stored
            .as_ref()
            .map_or("", |stored| stored.words(field))
            .to_owned()
    };
    for (field, shown) in draft.fields() {
        assert_eq!(words(field), shown, "{field} is not on disk as it is shown");
    }
}

/// Shows the journal again, if it is hidden.
fn come_back(desk: &mut Desk) {
    match desk.app.top() {
        Screen::Hidden(_) if desk.is_locked() => desk.unlock(),
        Screen::Hidden(_) => desk.press("Ctrl+L"),
        Screen::Unlock(_) => desk.press("Esc Esc Esc").unlock(),
        _ => desk,
    };
    assert!(!desk.is_closed && !desk.app.is_shut(), "{}", desk.screen());
}

/// Hides a locked journal in the middle of whatever it is, and comes back to the very place.
fn hide_and_come_back(desk: &mut Desk) {
    come_back(desk);
    // A key that means nothing takes away the message, which is not brought back.
    let (code, modifiers) = key_of("F12");
    desk.key(code, modifiers);
    let before = (std::mem::discriminant(desk.app.top()), desk.draw().1);
    // Popups are closed, a walk that was let go is let go, and a talk about keeping the words safe
    // or a visit to one of the rooms begins anew.
    let is_kept = !matches!(
        desk.app.top(),
        Screen::Palette(_) | Screen::Closing(_) | Screen::Vault(_) | Screen::Visit(_)
    );
    desk.press("Ctrl+L");
    assert!(desk.is_closed && desk.app.is_shut(), "it is not closed");
    assert_eq!(desk.app.patience(), None, "a closed journal is never woken");
    desk.unlock();
    assert!(!desk.is_closed && !desk.app.is_shut(), "{}", desk.screen());
    if is_kept {
        let after = (std::mem::discriminant(desk.app.top()), desk.draw().1);
        assert_eq!(before, after, "another place:\n{}", desk.screen());
    }
    saved_is_shown(desk);
}

fn esc_leads_home(desk: &mut Desk) {
    come_back(desk);
    for _ in 0..200 {
        if desk.app.depth() == 1 {
            break;
        }
        desk.wait(4_000).press("Esc");
    }
    assert_eq!(
        desk.app.depth(),
        1,
        "Esc did not lead home from\n{}",
        desk.screen()
    );
    desk.wait(10_000);
}

#[test]
fn a_monkey_finds_nothing_to_break() {
    run(desk(80, 24), 7, events());
}

#[test]
fn a_monkey_finds_nothing_to_break_in_a_locked_journal() {
    // On a disk, so slower.
    run(Setup::locked().open(), 11, events() / 4);
}

fn events() -> u64 {
    std::env::var("ALONGSIDE_MONKEY")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(EVENTS)
}

fn run(mut desk: Desk, seed: u64, events: u64) {
    let mut dice = Dice::new(seed);
    for event in 0..events {
        one_event(&mut desk, &mut dice);
        if event % 4 == 0 {
            let (_, cursor) = desk.draw();
            assert!(
                desk.size.contains(cursor),
                "the cursor is outside after event {event}"
            );
        }
        if desk.is_locked() && event % 61 == 0 {
            hide_and_come_back(&mut desk);
        }
        if event % 97 == 0 {
            saved_is_shown(&mut desk);
        }
        if event % 499 == 0 {
            esc_leads_home(&mut desk);
        }
        desk.left = false;
    }
    come_back(&mut desk);
    assert!(desk.astray.is_empty(), "asked of a closed journal");
    let checked = desk.store.check().unwrap();
    assert!(checked.is_sound(), "{checked:?}");
}
