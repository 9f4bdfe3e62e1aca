//! What the screens' own tests stand on: a reply to collect, and a buffer to draw on.

use std::path::Path;
use std::rc::Rc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::deeds::Deeds;
use crate::config::Settings;
use crate::content::Pack;
use crate::domain::{Id, Stamp, SupportCard};
use crate::ui::effect::{Effect, Outcome, Request, Ticket};
use crate::ui::keymap::Command;
use crate::ui::layout;
use crate::ui::look::{Choice, Depth, Look};
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::{Layer, Room};

/// Stands in for the app around one screen.
pub(super) struct Stage {
    pub(super) pack: Rc<Pack>,
    pub(super) card: SupportCard,
    settings: Settings,
    clipboard: String,
    deeds: Deeds,
    pub(super) locked: bool,
    pub(super) read_only: Option<String>,
    ticket: u64,
    /// What a clock that only the test moves says.
    pub(super) tick: u64,
}

/// Holds what a screen answered.
pub(super) struct Heard {
    pub(super) effects: Vec<Effect>,
    pub(super) said: Option<String>,
    pub(super) moves: Vec<Move>,
    pub(super) passed: Option<Command>,
}

impl Heard {
    /// The requests that were asked, with their tickets.
    pub(super) fn asked(&self) -> Vec<(Ticket, Request)> {
        let asked = |effect: &Effect| match effect {
            Effect::Ask(ticket, request) => Some((*ticket, request.clone())),
            _ => None,
        };
        self.effects.iter().filter_map(asked).collect()
    }
}

impl Stage {
    pub(super) fn new() -> Self {
        Self {
            pack: Rc::new(Pack::shipped().unwrap()),
            card: SupportCard::default(),
            settings: Settings::default(),
            clipboard: String::new(),
            deeds: Deeds::default(),
            locked: false,
            read_only: None,
            ticket: 0,
            tick: 0,
        }
    }

    /// Lets a screen act.
    pub(super) fn lets(&mut self, act: impl FnOnce(&mut Reply<'_>)) -> Heard {
        let mut reply = Reply {
            now: Stamp {
                tick: self.tick,
                ..stamp()
            },
            pack: &self.pack,
            settings: &mut self.settings,
            card: &mut self.card,
            clipboard: &mut self.clipboard,
            deeds: &mut self.deeds,
            locked: self.locked,
            made_up: false,
            read_only: self.read_only.as_deref(),
            journal: "/home/me/journal.db",
            home_folder: Some(Path::new("/home/me")),
            ticket: &mut self.ticket,
            effects: Vec::new(),
            said: None,
            moves: Vec::new(),
            passed: None,
        };
        act(&mut reply);
        let Reply {
            effects,
            said,
            moves,
            passed,
            ..
        } = reply;
        Heard {
            effects,
            said,
            moves,
            passed,
        }
    }

    pub(super) fn returned(&mut self, screen: &mut impl Room) -> Heard {
        self.lets(|reply| screen.returned(reply))
    }

    pub(super) fn command(&mut self, screen: &mut impl Room, command: Command) -> Heard {
        self.lets(|reply| screen.command(command, reply))
    }

    pub(super) fn typed(&mut self, screen: &mut impl Room, letter: char) -> Heard {
        self.lets(|reply| screen.typed(letter, reply))
    }

    pub(super) fn done(&mut self, screen: &mut impl Room, ticket: Ticket, came: &Outcome) -> Heard {
        self.lets(|reply| screen.done(ticket, came, reply))
    }
}

fn stamp() -> Stamp {
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-12T15:00:00+00:00").unwrap();
    Stamp {
        at,
        tick: 0,
        fresh: Id::at(7, &[7; 10]),
    }
}

fn area_of(screen: &impl Room, width: u16, height: u16) -> Rect {
    let area = Rect::new(0, 0, width, height);
    match screen.layer() {
        Layer::Whole => layout::frame(area).body,
        Layer::Wide => layout::wide_frame_saying(area, 1).body,
        Layer::Popup | Layer::Bare => area,
    }
}

/// Draws a screen as the app would, and gives its rows without the margin, and the cursor.
pub(super) fn seen(screen: &mut impl Room, width: u16, height: u16) -> (String, Position) {
    let area = area_of(screen, width, height);
    screen.fit(area);
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let look = Look::of(Choice::CalmDark, Depth::None, false);
    let cursor = screen.view(&look, area, &mut buf);
    let rows = buf.content().chunks(usize::from(width).max(1));
    let margin = usize::from(area.x);
    let rows: Vec<String> = rows
        .map(|cells| {
            cells
                .iter()
                .skip(margin)
                .map(Cell::symbol)
                .collect::<String>()
        })
        .map(|row| row.trim_end().to_owned())
        .collect();
    (rows.join("\n"), cursor)
}

/// The row the cursor is on.
pub(super) fn row_of_cursor(screen: &mut impl Room, width: u16, height: u16) -> String {
    let (text, cursor) = seen(screen, width, height);
    text.lines()
        .nth(usize::from(cursor.y))
        .unwrap_or_default()
        .to_owned()
}

/// Draws a screen at the sizes that matter and at the smallest; nothing may panic.
pub(super) fn draws_everywhere(screen: &mut impl Room) {
    let small = (0..12).flat_map(|width| (0..12).map(move |height| (width, height)));
    for (width, height) in small.chain([(40, 10), (59, 17), (60, 18), (80, 24), (200, 60)]) {
        let (_, cursor) = seen(screen, width, height);
        if width > 0 && height > 0 {
            // The app clamps the cursor; a screen may at most stand at the edge.
            assert!(
                cursor.x <= width && cursor.y <= height,
                "{cursor:?} at {width}x{height}"
            );
        }
    }
    let look = Look::of(Choice::CalmDark, Depth::None, true);
    let beyond = Rect::new(50, 50, 20, 10);
    screen.view(&look, beyond, &mut Buffer::empty(Rect::new(0, 0, 9, 9)));
}
