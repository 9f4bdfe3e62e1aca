//! A leaf with what was typed and chosen on it so far: a text over rows, or over a line.

mod blocks;
mod draw;

use ratatui::layout::Rect;

use super::words;
use crate::rooms::{Given, Leaf, LeafAsk, LeafRow, Piece};
use crate::ui::keymap::{Command, Context};
use crate::ui::reply::Reply;
use crate::ui::widgets::menu::MenuRow;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::{Block, Reading};
use crate::ui::widgets::sheet::{Chosen, Sheet};
use crate::ui::widgets::typed_line::{Typed, TypedLine};

use blocks::{Air, Room};

/// Rows of a body that has room for air also where it scrolls.
const ROOMY: u16 = 11;

/// A leaf on the screen.
#[derive(Debug, Default)]
pub(super) struct Shown {
    leaf: Leaf,
    text: Reading,
    ask: Ask,
    room: Room,
    /// Whether the journal has been at work for longer than a moment.
    is_slow: bool,
}

/// What is asked, with what was typed or chosen so far.
#[derive(Debug, Default)]
enum Ask {
    #[default]
    Nothing,
    Rows(Sheet),
    Line(Box<TypedLine>),
}

impl Shown {
    /// Shows a leaf; `keeps` what was typed and where one is, as after a hint.
    ///
    /// A leaf that only waits does not take the place of one that can be read, unless it takes
    /// longer than a moment.
    pub(super) fn show(&mut self, leaf: Leaf, keeps: bool, is_slow: bool) {
        let waits = leaf.ask == LeafAsk::Busy;
        if waits && !is_slow && self.leaf.ask != LeafAsk::Busy {
            return;
        }
        self.is_slow = is_slow && waits;
        let before = std::mem::take(&mut self.ask);
        let old = std::mem::replace(&mut self.leaf, leaf);
        let blocks = self.blocks(self.room);
        self.ask = match &self.leaf.ask {
            LeafAsk::Busy => Ask::Nothing,
            LeafAsk::Rows { rows, at } => {
                let rows = rows.iter().map(menu_row).collect();
                let has_picture = self.leaf.pieces.iter().any(blocks::is_picture);
                // A page among others is there to be read, so its rows take what it leaves.
                let text_leads = has_picture || self.leaf.has_sides;
                let mut sheet = Sheet::new(blocks.clone(), rows).with_text_leading(text_leads);
                sheet.focus_row(*at);
                // A hint may come with another page: there, its own row has the focus.
                if let Ask::Rows(earlier) = &before
                    && is_like(&old, &self.leaf)
                {
                    sheet.go_to(earlier.mark());
                }
                Ask::Rows(sheet)
            }
            LeafAsk::Line { label, starter } => match before {
                Ask::Line(line) if keeps && line.asks(label) => Ask::Line(line),
                _ => Ask::Line(Box::new(TypedLine::new(label, starter))),
            },
        };
        self.text = Reading::new(blocks).by_page(true);
    }

    /// Where one is, for the top row.
    pub(super) fn place(&self, name: &str) -> String {
        match (name, self.leaf.title.as_str()) {
            (only, "") | ("", only) => only.to_owned(),
            (name, title) if name == title => name.to_owned(),
            (name, title) => format!("{name} · {title}"),
        }
    }

    pub(super) fn contexts(&self) -> Vec<Context> {
        match &self.ask {
            Ask::Nothing => Vec::new(),
            Ask::Rows(_) if self.leaf.has_sides => {
                vec![Context::Sides, Context::Popup, Context::Rows]
            }
            Ask::Rows(_) => vec![Context::Popup, Context::Rows],
            Ask::Line(_) => TypedLine::contexts(),
        }
    }

    pub(super) fn offers(&self, command: Command) -> bool {
        match command {
            Command::Undo if matches!(self.ask, Ask::Rows(_)) => {
                self.leaf.ask.takes_back().is_some()
            }
            Command::Undo | Command::Redo => matches!(self.ask, Ask::Line(_)),
            Command::Left | Command::Right => {
                self.leaf.has_sides && matches!(self.ask, Ask::Rows(_))
            }
            _ => true,
        }
    }

    /// Does what a key stands for; gives what the person gave by it.
    pub(super) fn command(&mut self, command: Command, reply: &mut Reply<'_>) -> Option<Given> {
        match &mut self.ask {
            Ask::Nothing => {}
            Ask::Rows(sheet) => match command {
                Command::Left if self.leaf.has_sides => return Some(Given::Before),
                Command::Right if self.leaf.has_sides => return Some(Given::After),
                Command::Undo if self.leaf.ask.takes_back().is_some() => {
                    return self.leaf.ask.takes_back().map(Given::Row);
                }
                _ => match sheet.command(command) {
                    Chosen::Row(row) => return Some(Given::Row(row)),
                    Chosen::Moved => return None,
                    Chosen::Nothing => {}
                },
            },
            Ask::Line(line) => match line.command(command, reply.clipboard, reply.now.tick) {
                Typed::Given(line) => return Some(Given::Line(line)),
                Typed::Page(to) => {
                    self.text.command(to);
                    return None;
                }
                Typed::Taken => return None,
                Typed::Nothing => {}
            },
        }
        reply.pass(command);
        None
    }

    pub(super) fn typed(&mut self, letter: char, tick: u64) -> Option<Given> {
        match &mut self.ask {
            Ask::Nothing => {}
            Ask::Rows(sheet) => {
                if let Chosen::Row(row) = sheet.typed(letter) {
                    return Some(Given::Row(row));
                }
            }
            Ask::Line(line) => line.typed(letter, tick),
        }
        None
    }

    pub(super) fn pasted(&mut self, text: &str, tick: u64) {
        if let Ask::Line(line) = &mut self.ask {
            line.pasted(text, tick);
        }
    }

    pub(super) fn pointed(&mut self, pointer: Pointer, area: Rect) -> Option<Given> {
        match (&mut self.ask, pointer) {
            (Ask::Rows(sheet), pointer) => match sheet.pointed(pointer, area) {
                Chosen::Row(row) => Some(Given::Row(row)),
                _ => None,
            },
            (_, Pointer::Wheel(turns)) => {
                self.text.wheel(turns);
                None
            }
            (_, Pointer::Click { .. }) => None,
        }
    }

    /// Learns the area it will be drawn in.
    pub(super) fn fit(&mut self, area: Rect) {
        let room = self.room_in(area);
        if room != self.room {
            self.room = room;
            let blocks = self.blocks(room);
            if let Ask::Rows(sheet) = &mut self.ask {
                sheet.set_text(blocks.clone());
            }
            self.text.set_blocks(blocks);
        }
        if let Ask::Rows(sheet) = &mut self.ask {
            return sheet.fit(area);
        }
        let parts = self.parts(area);
        self.text.fit(parts.text);
        if let Ask::Line(line) = &mut self.ask {
            line.fit(parts.typing);
        }
    }

    /// How much room there is: where the text would not fit, the blank rows between its pieces go
    /// before any of its words.
    fn room_in(&self, area: Rect) -> Room {
        let below = match &self.ask {
            Ask::Rows(sheet) => sheet.rows_height(area),
            _ => self.below(area).rows(),
        };
        let with = |air| Room {
            width: area.width,
            air,
        };
        let fits = |room: &Room| {
            let text = Reading::new(self.blocks(*room)).height(area.width);
            text.saturating_add(below) < area.height
        };
        let fitting = [Air::All, Air::Sections].map(with).into_iter().find(fits);
        // What must be scrolled all the same is easier to read with air in it.
        let has_picture = self.leaf.pieces.iter().any(blocks::is_picture);
        let scrolled = match has_picture {
            _ if area.height < ROOMY => Air::None,
            true => Air::Sections,
            false => Air::All,
        };
        fitting.unwrap_or_else(|| with(scrolled))
    }

    fn blocks(&self, room: Room) -> Vec<Block> {
        if self.is_slow {
            let wait = Piece::Quiet(words::ONE_MOMENT.to_owned());
            let pieces = self.leaf.pieces.iter().chain([&wait]);
            return blocks::blocks(pieces, room);
        }
        blocks::blocks(self.leaf.pieces.iter(), room)
    }
}

/// Whether a leaf is another state of the same page, so that one stays where one was on it.
fn is_like(old: &Leaf, new: &Leaf) -> bool {
    match (&old.ask, &new.ask) {
        (
            LeafAsk::Rows {
                rows: before,
                at: was,
            },
            LeafAsk::Rows { rows, at },
        ) => {
            let first = |rows: &[LeafRow]| rows.first().map(|row| row.words.clone());
            old.title == new.title && was == at && first(before) == first(rows)
        }
        _ => false,
    }
}

fn menu_row(row: &LeafRow) -> MenuRow {
    MenuRow {
        key: row.key.map(|key| key.to_ascii_lowercase()),
        words: row.words.clone(),
        quiet: row.quiet.clone(),
        is_heading: row.is_heading,
    }
}
