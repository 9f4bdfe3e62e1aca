//! One row of a list: a mark, a key, words, and quiet words beside them.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::ui::look::Look;
use crate::ui::widgets::hits::{cells_of, light};
use crate::ui::widgets::prose::{draw_row, wrap};
use crate::ui::widgets::shown::shown_width;

/// Cells of the focus mark.
pub(super) const MARK: u16 = 2;
/// Cells of the key letter and the air after it.
const KEY: u16 = 3;
/// Cells between the words and the quiet text.
const AIR: u16 = 2;

/// Holds what one row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuRow {
    /// Is the letter that chooses it.
    pub key: Option<char>,
    /// Is what it says.
    pub words: String,
    /// Is said quietly beside it; may be empty.
    pub quiet: String,
    /// Says whether it is a heading, which cannot have the focus.
    pub is_heading: bool,
}

/// Says where the quiet text of a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aside {
    /// At the right edge, or set in on rows of its own below when it is too long.
    #[default]
    Right,
    /// Straight after the words; the row is cut at the edge and takes one row only.
    After,
    /// On one row of its own below the words, cut at the edge.
    Under,
}

impl MenuRow {
    /// Makes a row that can be chosen.
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Makes a heading.
    pub fn heading(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            is_heading: true,
            ..Self::default()
        }
    }

    /// Gives it a letter.
    #[must_use]
    pub fn with_key(self, key: char) -> Self {
        Self {
            key: Some(key.to_ascii_lowercase()),
            ..self
        }
    }

    /// Says something quietly beside it.
    #[must_use]
    pub fn with_quiet(self, quiet: impl Into<String>) -> Self {
        Self {
            quiet: quiet.into(),
            ..self
        }
    }

    /// How many screen rows it takes at this width.
    pub(super) fn height(&self, has_keys: bool, aside: Aside, width: u16) -> u16 {
        match aside {
            Aside::After => return 1,
            Aside::Under => return 1 + u16::from(!self.quiet.is_empty()),
            Aside::Right => {}
        }
        let room = width.saturating_sub(self.indent(has_keys));
        let words = wrap(&self.words, room);
        let quiet = self.quiet_below(&words, room);
        u16::try_from(words.len() + quiet.len())
            .unwrap_or(u16::MAX)
            .max(1)
    }

    fn indent(&self, has_keys: bool) -> u16 {
        match (self.is_heading, has_keys) {
            (true, _) => 0,
            (false, true) => MARK + KEY,
            (false, false) => MARK,
        }
    }

    /// The rows of the quiet text, when it does not fit beside the words.
    fn quiet_below(&self, words: &[String], room: u16) -> Vec<String> {
        let beside = words.last().map_or(0, |row| shown_width(row));
        let air = if words.is_empty() {
            0
        } else {
            usize::from(AIR)
        };
        if beside + air + shown_width(&self.quiet) <= usize::from(room) {
            return Vec::new();
        }
        // Set in, so that it does not look like a row to choose.
        wrap(&self.quiet, room.saturating_sub(MARK))
    }

    pub(super) fn draw(
        &self,
        has_keys: bool,
        (aside, hits): (Aside, &[Range<usize>]),
        focused: bool,
        look: &Look,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let ink = |style: Style| if focused { look.selection } else { style };
        if focused {
            fill(look.selection, area, buf);
            draw_row(look.marks.focus, area, buf, look.selection);
        }
        if let Some(key) = self.key {
            draw_row(
                key.encode_utf8(&mut [0; 4]),
                inside(area, MARK),
                buf,
                ink(look.accent),
            );
        }
        let words_ink = ink(if self.is_heading {
            look.question
        } else {
            look.text
        });
        let room = inside(area, self.indent(has_keys));
        let quiet_ink = ink(look.quiet);
        let quiet = match aside {
            Aside::Right => return self.draw_right(words_ink, quiet_ink, room, buf),
            Aside::After => self.draw_after(words_ink, quiet_ink, look, room, buf),
            Aside::Under => self.draw_under(words_ink, quiet_ink, look, room, buf),
        };
        // What has the focus keeps its own colours, so that both can be seen.
        let hit_ink = if focused {
            Style::new().add_modifier(Modifier::BOLD)
        } else {
            look.hit
        };
        let all = 0..self.quiet.len();
        light(&cells_of(&self.quiet, &all, hits), quiet, buf, hit_ink);
    }

    fn draw_right(&self, words_ink: Style, quiet_ink: Style, room: Rect, buf: &mut Buffer) {
        let words = wrap(&self.words, room.width);
        let below = self.quiet_below(&words, room.width);
        for (row, line) in room.rows().zip(&words) {
            draw_row(line, row, buf, words_ink);
        }
        for (row, line) in room.rows().skip(words.len()).zip(&below) {
            draw_row(line, inside(row, MARK), buf, quiet_ink);
        }
        if below.is_empty() {
            let y = room.y.saturating_add(cells(words.len().saturating_sub(1)));
            let from = room.width.saturating_sub(cells(shown_width(&self.quiet)));
            let last = Rect {
                y,
                height: 1,
                ..inside(room, from)
            };
            draw_row(&self.quiet, last.intersection(room), buf, quiet_ink);
        }
    }

    /// Draws the quiet text below the words, and gives the cells it has.
    fn draw_under(
        &self,
        words_ink: Style,
        quiet_ink: Style,
        look: &Look,
        room: Rect,
        buf: &mut Buffer,
    ) -> Rect {
        draw_cut(&self.words, words_ink, look, room, buf);
        let below = Rect {
            y: room.y.saturating_add(1),
            height: room.height.saturating_sub(1).min(1),
            ..inside(room, MARK)
        };
        draw_cut(&self.quiet, quiet_ink, look, below, buf)
    }

    /// Draws the quiet text straight after the words, and gives the cells it has.
    fn draw_after(
        &self,
        words_ink: Style,
        quiet_ink: Style,
        look: &Look,
        room: Rect,
        buf: &mut Buffer,
    ) -> Rect {
        draw_row(&self.words, room, buf, words_ink);
        let from = if self.words.is_empty() {
            0
        } else {
            shown_width(&self.words) + usize::from(AIR)
        };
        let rest = inside(room, cells(from));
        if rest.is_empty() {
            // The words alone are longer than the row.
            return draw_cut(&self.words, words_ink, look, room, buf);
        }
        draw_cut(&self.quiet, quiet_ink, look, rest, buf)
    }
}

/// Draws one row with a sign where it is cut, and gives the cells before that.
fn draw_cut(text: &str, ink: Style, look: &Look, room: Rect, buf: &mut Buffer) -> Rect {
    draw_row(text, room, buf, ink);
    if shown_width(text) <= usize::from(room.width) {
        return room;
    }
    let mark = cells(shown_width(look.marks.pending)).min(room.width);
    let width = room.width - mark;
    draw_row(look.marks.pending, inside(room, width), buf, ink);
    Rect { width, ..room }
}

/// The part of an area that is this many cells in from its left edge.
fn inside(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect {
        x: area.x + cells,
        width: area.width - cells,
        ..area
    }
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn fill(style: Style, area: Rect, buf: &mut Buffer) {
    let blank = " ".repeat(usize::from(area.width));
    for row in area.rows() {
        draw_row(&blank, row, buf, style);
    }
}
