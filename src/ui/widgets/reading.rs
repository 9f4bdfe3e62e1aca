//! A page that is read: blocks of text that wrap and scroll.
//!
//! The hardware cursor stands on the row that is being read, so that a braille display or a
//! magnifier can go down a page row by row, also where the page is too short to scroll. Nothing
//! can be chosen in it.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::hits::{Cells, cells_of, light};
use super::prose::{draw_row, wrapped};
use super::shown::{shown, shown_width};
use crate::ui::keymap::Command;
use crate::ui::look::Look;
use crate::ui::words;

/// Says what a block is, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A question or a heading.
    Question,
    /// Text to be read.
    Text,
    /// A quiet line.
    Quiet,
    /// The person's own words.
    Warm,
}

/// Holds one paragraph or more of the same kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    role: Role,
    text: String,
    close: bool,
    /// What was searched for in it, as bytes.
    hits: Vec<Range<usize>>,
}

impl Block {
    /// Makes a block.
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self {
            role,
            text: text.into(),
            close: false,
            hits: Vec::new(),
        }
    }

    /// Makes visible what was searched for in it.
    #[must_use]
    pub fn with_hits(self, hits: Vec<Range<usize>>) -> Self {
        Self { hits, ..self }
    }

    /// Makes a question or a heading.
    pub fn question(text: impl Into<String>) -> Self {
        Self::new(Role::Question, text)
    }

    /// Makes a text to be read.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Role::Text, text)
    }

    /// Makes a quiet line.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(Role::Quiet, text)
    }

    /// Makes a text of the person's own.
    pub fn warm(text: impl Into<String>) -> Self {
        Self::new(Role::Warm, text)
    }

    /// Puts it straight under the block before, with no blank row between.
    #[must_use]
    pub fn close(self) -> Self {
        Self {
            close: true,
            ..self
        }
    }

    /// Puts a blank row before it, as is usual.
    #[must_use]
    pub fn apart(self) -> Self {
        Self {
            close: false,
            ..self
        }
    }
}

/// Holds one row of a page, as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    role: Role,
    text: String,
    hits: Vec<Cells>,
}

/// Shows blocks of text, and knows which row is being read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    blocks: Vec<Block>,
    rows: Vec<Row>,
    width: u16,
    height: u16,
    at: usize,
    /// Whether the arrows move something else, so that only the page keys scroll it.
    by_page: bool,
}

/// Where a person was on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadingMark {
    at: usize,
    width: u16,
    height: u16,
}

impl Reading {
    /// Notes where one is.
    pub fn mark(&self) -> ReadingMark {
        ReadingMark {
            at: self.at,
            width: self.width,
            height: self.height,
        }
    }

    /// Goes back to where one was.
    pub fn go_to(&mut self, mark: ReadingMark) {
        (self.width, self.height) = (mark.width, mark.height);
        self.rows = rows_of(&self.blocks, self.width);
        self.at = mark.at.min(self.last());
    }

    /// Puts blocks on a page.
    pub fn new(blocks: Vec<Block>) -> Self {
        let mut page = Self {
            width: 72,
            height: 13,
            ..Self::default()
        };
        page.set_blocks(blocks);
        page
    }

    /// Says how to go on where the arrows do not: by the page keys.
    #[must_use]
    pub fn by_page(self, by_page: bool) -> Self {
        Self { by_page, ..self }
    }

    /// Says from now on whether only the page keys scroll it.
    pub fn set_by_page(&mut self, by_page: bool) {
        self.by_page = by_page;
    }

    /// Takes other blocks; the place stays, as far as the page is long enough.
    pub fn set_blocks(&mut self, blocks: Vec<Block>) {
        self.blocks = blocks;
        self.rows = rows_of(&self.blocks, self.width);
        self.at = self.at.min(self.last());
    }

    /// Goes back to the top.
    pub fn rewind(&mut self) {
        self.at = 0;
    }

    /// Tells whether something on it was searched for.
    pub fn has_hits(&self) -> bool {
        self.rows.iter().any(|row| !row.hits.is_empty())
    }

    /// Goes on to the next row with something that was searched for; after the last of them the
    /// first comes again. `false` when there is none.
    pub fn next_hit(&mut self) -> bool {
        let hit = |row: &usize| self.rows.get(*row).is_some_and(|row| !row.hits.is_empty());
        let after = (self.at + 1..self.rows.len()).find(hit);
        let next = after.or_else(|| (0..self.rows.len()).find(hit));
        self.at = next.unwrap_or(self.at);
        next.is_some()
    }

    /// Brings the first place in sight that was searched for, where it is further down.
    pub fn show_first_hit(&mut self) {
        let first = self.rows.iter().position(|row| !row.hits.is_empty());
        let seen = text_rows(self.rows.len(), self.height);
        let is_below = |row: &usize| *row >= seen;
        self.at = first.filter(is_below).unwrap_or(self.at).min(self.last());
    }

    /// Counts the rows it takes at this width.
    pub fn height(&self, width: u16) -> u16 {
        u16::try_from(self.rows_at(width).len()).unwrap_or(u16::MAX)
    }

    /// Tells whether the last row is being read.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.last()
    }

    /// Tells whether all of it is in sight.
    pub fn is_whole(&self) -> bool {
        self.rows.len() <= usize::from(self.height)
    }

    /// Moves through the page; `false` for a command that does not.
    pub fn command(&mut self, command: Command) -> bool {
        let page = usize::from(self.height.saturating_sub(2).max(1));
        let top = self.top(self.rows.len(), self.height);
        self.at = match command {
            Command::Up | Command::PreviousThing => self.at.saturating_sub(1),
            Command::Down | Command::NextThing => self.at + 1,
            Command::PageUp => top.saturating_sub(page),
            Command::PageDown => self.at + page,
            Command::First => 0,
            Command::Last => usize::MAX,
            _ => return false,
        }
        .min(self.last());
        true
    }

    /// Tells whether there is more below what is in sight.
    pub fn goes_on(&self) -> bool {
        let seen = text_rows(self.rows.len(), self.height);
        self.top(self.rows.len(), self.height) + seen < self.rows.len()
    }

    /// Turns the wheel.
    pub fn wheel(&mut self, turns: i16) {
        let by = usize::from(turns.unsigned_abs());
        let top = self.top(self.rows.len(), self.height);
        let most = self
            .rows
            .len()
            .saturating_sub(text_rows(self.rows.len(), self.height));
        self.at = if turns > 0 {
            (top + by).min(most)
        } else {
            top.saturating_sub(by)
        };
    }

    /// Learns the area it will be drawn in.
    pub fn fit(&mut self, area: Rect) {
        self.height = area.height;
        if self.width != area.width {
            // The same words stay in sight, more or less, when the window changes its width.
            let before = self.rows.len().max(1);
            self.width = area.width;
            self.rows = rows_of(&self.blocks, self.width);
            self.at = (self.at * self.rows.len() / before).min(self.last());
        }
    }

    /// Draws the rows in sight, and gives the place of the row that is being read.
    pub fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let area = area.intersection(buf.area);
        let rows = self.rows_at(area.width);
        let seen = text_rows(rows.len(), area.height);
        let top = self.top(rows.len(), area.height);
        for (place, row) in area.rows().zip(rows.iter().skip(top).take(seen)) {
            draw_row(&row.text, place, buf, ink(row.role, look));
            light(&row.hits, place, buf, look.hit);
        }
        if top + seen < rows.len() {
            let said = if self.by_page {
                words::MORE_BY_PAGE
            } else {
                words::MORE_BELOW
            };
            let width = u16::try_from(shown_width(said)).unwrap_or(area.width);
            let width = width.min(area.width);
            let last = Rect {
                y: area.bottom().saturating_sub(1),
                height: 1.min(area.height),
                ..area
            };
            let right = Rect {
                x: area.right() - width,
                width,
                ..last
            };
            draw_row(said, right, buf, look.quiet);
        }
        let down = u16::try_from(self.at.saturating_sub(top)).unwrap_or(0);
        let last = area.bottom().saturating_sub(1).max(area.y);
        Position::new(area.x, area.y.saturating_add(down).min(last))
    }

    fn last(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    fn top(&self, rows: usize, height: u16) -> usize {
        self.at.min(rows.saturating_sub(text_rows(rows, height)))
    }

    fn rows_at(&self, width: u16) -> Cow<'_, [Row]> {
        if width == self.width {
            Cow::Borrowed(&self.rows)
        } else {
            Cow::Owned(rows_of(&self.blocks, width))
        }
    }
}

/// How many rows of text are in sight: a page that goes on keeps its last row to say so.
fn text_rows(rows: usize, height: u16) -> usize {
    let height = usize::from(height);
    if rows > height {
        height.saturating_sub(1)
    } else {
        height
    }
}

fn rows_of(blocks: &[Block], width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    for block in blocks.iter().filter(|block| !block.text.is_empty()) {
        if !block.close && !rows.is_empty() {
            rows.push(Row {
                role: Role::Text,
                text: String::new(),
                hits: Vec::new(),
            });
        }
        let bytes = wrapped(&block.text, width).into_iter();
        rows.extend(bytes.map(|bytes| Row {
            role: block.role,
            hits: cells_of(&block.text, &bytes, &block.hits),
            text: shown(block.text.get(bytes).unwrap_or_default()).into_owned(),
        }));
    }
    rows
}

fn ink(role: Role, look: &Look) -> Style {
    match role {
        Role::Question => look.question,
        Role::Text => look.text,
        Role::Quiet => look.quiet,
        Role::Warm => look.warm,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;

    use super::*;
    use crate::ui::look::{Choice, Depth};

    fn drawn(page: &mut Reading, width: u16, height: u16) -> (Vec<String>, Position) {
        let area = Rect::new(0, 0, width, height);
        page.fit(area);
        let mut buf = Buffer::empty(area);
        let look = Look::of(Choice::CalmDark, Depth::True, false);
        let cursor = page.view(&look, area, &mut buf);
        let rows = buf.content().chunks(usize::from(width).max(1));
        let rows = rows.map(|cells| cells.iter().map(Cell::symbol).collect::<String>());
        (rows.map(|row| row.trim_end().to_owned()).collect(), cursor)
    }

    fn page() -> Reading {
        Reading::new(vec![
            Block::question("One"),
            Block::text("two three four").close(),
            Block::warm(""),
            Block::quiet("five"),
        ])
    }

    #[test]
    fn blocks_wrap_with_a_blank_row_between_and_empty_ones_leave_no_trace() {
        let (rows, cursor) = drawn(&mut page(), 10, 6);
        assert_eq!(rows, ["One", "two three", "four", "", "five", ""]);
        assert_eq!(cursor, Position::new(0, 0));
    }

    #[test]
    fn a_page_that_goes_on_says_so_and_scrolls_to_its_end() {
        let mut page = page();
        let (rows, _) = drawn(&mut page, 12, 4);
        assert_eq!(rows[3], "  more below");
        page.command(Command::Down);
        let (rows, cursor) = drawn(&mut page, 12, 4);
        assert_eq!((rows[0].as_str(), cursor.y), ("two three", 0));
        page.command(Command::Last);
        let (rows, cursor) = drawn(&mut page, 12, 4);
        assert_eq!((rows[2].as_str(), rows[3].as_str()), ("five", ""));
        assert_eq!(cursor.y, 2);
        page.command(Command::PageUp);
        assert_eq!(drawn(&mut page, 12, 4).0[0], "One");
    }

    #[test]
    fn the_row_being_read_can_go_down_a_page_that_does_not_scroll() {
        let mut page = page();
        for row in [1, 2, 3, 4, 4] {
            page.command(Command::Down);
            assert_eq!(drawn(&mut page, 10, 8).1.y, row);
        }
    }

    #[test]
    fn the_wheel_scrolls_and_stops_at_the_ends() {
        let mut page = page();
        drawn(&mut page, 10, 3);
        page.wheel(99);
        assert_eq!(drawn(&mut page, 10, 3).0[1], "five");
        page.wheel(-1);
        assert_eq!(drawn(&mut page, 10, 3).0[0], "four");
        page.wheel(-99);
        assert_eq!(drawn(&mut page, 10, 3).0[0], "One");
    }

    #[test]
    fn what_was_searched_for_is_bold_and_is_gone_to_row_by_row() {
        let mut page = page();
        assert!(!page.has_hits() && !page.next_hit());
        page.set_blocks(vec![
            Block::warm("tea and more tea").with_hits(vec![0..3, 13..16]),
            Block::text("no more"),
        ]);
        let area = Rect::new(0, 0, 10, 5);
        page.fit(area);
        let mut buf = Buffer::empty(area);
        let look = Look::of(Choice::CalmDark, Depth::None, false);
        page.view(&look, area, &mut buf);
        let is_bold = |x, y| {
            buf[(x, y)]
                .modifier
                .contains(ratatui::style::Modifier::BOLD)
        };
        let bold = (0..10).flat_map(|x| (0..5).map(move |y| (x, y)));
        let bold: Vec<_> = bold.filter(|(x, y)| is_bold(*x, *y)).collect();
        assert_eq!(bold, [(0, 0), (1, 0), (2, 0), (5, 1), (6, 1), (7, 1)]);
        for row in [1, 0, 1] {
            assert!(page.next_hit());
            assert_eq!(page.at, row);
        }
    }

    #[test]
    fn it_draws_at_every_size() {
        for (width, height) in (0..20).flat_map(|w| (0..8).map(move |h| (w, h))) {
            let mut page = page();
            drawn(&mut page, width, height);
            page.command(Command::Last);
            drawn(&mut page, width, height);
        }
        let beyond = Rect::new(30, 30, 10, 10);
        let look = Look::of(Choice::CalmDark, Depth::None, false);
        page().view(&look, beyond, &mut Buffer::empty(Rect::new(0, 0, 5, 5)));
    }
}
