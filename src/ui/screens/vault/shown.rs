//! A panel with what was typed and chosen on it so far: a text over rows, over a box to type in,
//! or over a recovery code.

mod draw;

use ratatui::layout::Rect;

use super::words;
use crate::key::RecoveryCode;
use crate::ui::keymap::{Command, Context};
use crate::ui::reply::Reply;
use crate::ui::widgets::menu::MenuRow;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::{Block, Reading};
use crate::ui::widgets::secret::SecretBox;
use crate::ui::widgets::sheet::{Chosen, Sheet};
use crate::ui::widgets::typed_line::{Typed, TypedLine};
use crate::vault::words::{TITLE, guessing};
use crate::vault::{Given, Panel, PanelAsk};

/// Rows of a body that has room for the title over the text.
const ROOMY: u16 = 11;

/// A panel on the screen.
#[derive(Debug, Default)]
pub(super) struct Shown {
    title: String,
    said: Vec<String>,
    text: Reading,
    ask: Ask,
    room: Room,
}

/// How much room there is for the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Room {
    /// Whether the title stands over it.
    is_titled: bool,
    /// Whether its paragraphs stand apart.
    is_airy: bool,
}

/// What is asked, with what was typed or chosen so far.
#[derive(Debug, Default)]
enum Ask {
    #[default]
    Nothing,
    Rows(Sheet),
    /// It is read, and Enter goes on.
    Enter(Sheet),
    Secret {
        label: String,
        typed: SecretBox,
        is_new: bool,
        /// How hard it is to guess.
        hint: &'static str,
    },
    Line(Box<TypedLine>),
    Busy {
        /// The box that is tried, for the panel that asks for it again.
        tried: Option<(String, SecretBox)>,
    },
    Code {
        code: RecoveryCode,
        /// How many rows above the last the cursor is.
        up: usize,
    },
}

impl Shown {
    /// Shows a panel; `keep_typed` after a hint.
    pub(super) fn show(&mut self, panel: Panel, keep_typed: bool) {
        let before = std::mem::take(&mut self.ask);
        self.title = panel.title;
        self.said = panel.said;
        let busy = matches!(&panel.ask, PanelAsk::Busy { can_stop: true });
        // Words come before that: a look at the journal says nothing, and is over at once.
        if busy && !self.said.is_empty() {
            self.said.push(words::ESC_STOPS.to_owned());
        }
        self.ask = match panel.ask {
            PanelAsk::Rows { rows, safe } => {
                let rows = rows.into_iter().map(|row| MenuRow {
                    key: row.key,
                    words: row.words,
                    quiet: row.quiet,
                    is_heading: false,
                });
                let mut sheet = Sheet::new(self.blocks(), rows.collect());
                sheet.focus_row(safe);
                Ask::Rows(sheet)
            }
            PanelAsk::Enter => Ask::Enter(Sheet::new(self.blocks(), go_on())),
            PanelAsk::Secret { label, is_new } => {
                let mut typed = typed_before(before, &label).filter(|_| keep_typed);
                if let Some(typed) = &mut typed {
                    // It was not taken: the next one is typed over it.
                    typed.refused();
                }
                Ask::Secret {
                    label,
                    typed: typed.unwrap_or_default(),
                    is_new,
                    hint: "",
                }
            }
            PanelAsk::Line { label, starter } => match before {
                Ask::Line(line) if keep_typed && line.asks(&label) => Ask::Line(line),
                _ => Ask::Line(Box::new(TypedLine::new(&label, &starter))),
            },
            PanelAsk::Busy { .. } => Ask::Busy {
                tried: match before {
                    Ask::Secret { label, typed, .. } => Some((label, typed)),
                    Ask::Busy { tried } => tried,
                    _ => None,
                },
            },
            PanelAsk::Code(code) => Ask::Code { code, up: 0 },
        };
        self.text = Reading::new(self.blocks());
        self.hint();
    }

    /// Tells whether the title stands over the text.
    pub(super) fn is_titled(&self) -> bool {
        self.room.is_titled
    }

    fn blocks(&self) -> Vec<Block> {
        self.blocks_in(self.room)
    }

    fn blocks_in(&self, room: Room) -> Vec<Block> {
        let is_named = room.is_titled && self.title != TITLE;
        let title = is_named.then(|| Block::question(&self.title));
        let said = self.said.iter().enumerate().map(|(place, said)| {
            let block = Block::text(said);
            if place > 0 && !room.is_airy {
                block.close()
            } else {
                block
            }
        });
        title.into_iter().chain(said).collect()
    }

    /// How much room there is: on a small screen the title goes to the top row, and where the text
    /// would not fit, the blank rows between its paragraphs go before any of its words.
    fn room(&self, area: Rect) -> Room {
        let airy = Room {
            is_titled: area.height >= ROOMY,
            is_airy: true,
        };
        let below = match &self.ask {
            Ask::Rows(sheet) | Ask::Enter(sheet) => sheet.rows_height(area),
            _ => self.below(area).rows(),
        };
        let text = Reading::new(self.blocks_in(airy)).height(area.width);
        Room {
            is_airy: text.saturating_add(below) < area.height,
            ..airy
        }
    }

    /// Says anew how hard it is to guess what was typed.
    fn hint(&mut self) {
        if let Ask::Secret {
            typed,
            is_new: true,
            hint,
            ..
        } = &mut self.ask
        {
            *hint = guessing(&typed.look());
        }
    }

    pub(super) fn contexts(&self) -> Vec<Context> {
        match &self.ask {
            Ask::Nothing | Ask::Busy { .. } => Vec::new(),
            Ask::Rows(_) | Ask::Enter(_) | Ask::Code { .. } => {
                vec![Context::Popup, Context::Rows]
            }
            Ask::Secret { .. } => vec![Context::Secret],
            Ask::Line(_) => TypedLine::contexts(),
        }
    }

    pub(super) fn offers(&self, command: Command) -> bool {
        match command {
            Command::Undo | Command::Redo => matches!(self.ask, Ask::Line(_)),
            Command::Left | Command::Right => false,
            _ => true,
        }
    }

    /// Does what a key stands for; gives what the person gave by it.
    pub(super) fn command(&mut self, command: Command, reply: &mut Reply<'_>) -> Option<Given> {
        match &mut self.ask {
            Ask::Nothing | Ask::Busy { .. } => {}
            Ask::Rows(sheet) => match sheet.command(command) {
                Chosen::Row(row) => return Some(Given::Row(row)),
                Chosen::Moved => return None,
                Chosen::Nothing => {}
            },
            Ask::Enter(sheet) => match sheet.command(command) {
                Chosen::Row(_) => return Some(Given::Enter),
                Chosen::Moved => return None,
                Chosen::Nothing => {}
            },
            Ask::Secret { typed, .. } => match command {
                Command::Go => return Some(Given::Secret(typed.look())),
                Command::PageUp | Command::PageDown => {
                    self.text.command(command);
                    return None;
                }
                _ if typed.command(command) => {
                    self.hint();
                    return None;
                }
                _ => {}
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
            Ask::Code { up, .. } => match command {
                Command::Go | Command::Choose => return Some(Given::Enter),
                Command::Up | Command::PreviousThing => {
                    *up = (*up + 1).min(CODE_ROWS);
                    return None;
                }
                Command::Down | Command::NextThing => {
                    *up = up.saturating_sub(1);
                    return None;
                }
                Command::PageUp | Command::PageDown => {
                    self.text.command(command);
                    return None;
                }
                _ => {}
            },
        }
        reply.pass(command);
        None
    }

    pub(super) fn typed(&mut self, letter: char, tick: u64) -> Option<Given> {
        match &mut self.ask {
            Ask::Rows(sheet) => match sheet.typed(letter) {
                Chosen::Row(row) => return Some(Given::Row(row)),
                _ => return None,
            },
            Ask::Secret { typed, .. } => typed.typed(letter),
            Ask::Line(line) => line.typed(letter, tick),
            Ask::Nothing | Ask::Enter(_) | Ask::Busy { .. } | Ask::Code { .. } => {}
        }
        self.hint();
        None
    }

    pub(super) fn pasted(&mut self, text: &str, tick: u64) {
        match &mut self.ask {
            Ask::Secret { typed, .. } => typed.pasted(text),
            Ask::Line(line) => line.pasted(text, tick),
            _ => {}
        }
        self.hint();
    }

    pub(super) fn pointed(&mut self, pointer: Pointer, area: Rect) -> Option<Given> {
        match (&mut self.ask, pointer) {
            (Ask::Rows(sheet), pointer) => match sheet.pointed(pointer, area) {
                Chosen::Row(row) => Some(Given::Row(row)),
                _ => None,
            },
            (Ask::Enter(sheet), pointer) => match sheet.pointed(pointer, area) {
                Chosen::Row(_) => Some(Given::Enter),
                _ => None,
            },
            (_, Pointer::Wheel(turns)) => {
                self.text.wheel(turns);
                None
            }
            (Ask::Code { .. }, Pointer::Click { row, .. }) => {
                let parts = self.parts(area);
                let go_on = parts.last;
                (go_on.top()..go_on.bottom())
                    .contains(&row)
                    .then_some(Given::Enter)
            }
            _ => None,
        }
    }

    /// Learns the area it will be drawn in.
    pub(super) fn fit(&mut self, area: Rect) {
        let room = self.room(area);
        if room != self.room {
            self.room = room;
            let blocks = self.blocks();
            if let Ask::Rows(sheet) | Ask::Enter(sheet) = &mut self.ask {
                sheet.set_text(blocks.clone());
            }
            self.text.set_blocks(blocks);
        }
        if let Ask::Rows(sheet) | Ask::Enter(sheet) = &mut self.ask {
            return sheet.fit(area);
        }
        let parts = self.parts(area);
        self.text.fit(parts.text);
        if let Ask::Line(line) = &mut self.ask {
            line.fit(parts.typing);
        }
    }
}

/// Rows of a code.
const CODE_ROWS: usize = 4;

/// The box that asked for the same before, if there was one.
fn typed_before(before: Ask, label: &str) -> Option<SecretBox> {
    let (old, typed) = match before {
        Ask::Secret { label, typed, .. } => (label, typed),
        Ask::Busy { tried } => tried?,
        _ => return None,
    };
    (old == label).then_some(typed)
}

fn go_on() -> Vec<MenuRow> {
    vec![MenuRow::new(words::GO_ON)]
}
