//! A list of rows, one of which has the focus.
//!
//! Every list of the program is this one, so that the same keys, the same mark and the same click
//! work everywhere. It holds no commands: a screen asks which row has the focus and knows what
//! that row is for. Only the rows in sight are measured, so a long journal costs no more than a
//! short one.

mod row;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::keymap::Command;
use crate::ui::look::Look;
use crate::ui::words;

use super::prose::draw_row;
use super::shown::shown_width;

pub use row::{Aside, MenuRow};

/// Rows of an area in which a blank row above a heading is no waste.
const AIRY: u16 = 10;

/// Lists rows; one of them has the focus. Headings are stepped over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    rows: Vec<MenuRow>,
    /// What was searched for in the quiet text of each row, as bytes; rows beyond it have none.
    hits: Vec<Vec<Range<usize>>>,
    aside: Aside,
    has_keys: bool,
    focus: usize,
    top: usize,
    area: Rect,
}

/// Where a person was in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MenuMark {
    /// The row that has the focus.
    pub focus: usize,
    /// The first row in sight.
    pub top: usize,
    /// The area it was fitted to.
    pub area: Rect,
}

impl Menu {
    /// Notes where one is.
    pub fn mark(&self) -> MenuMark {
        MenuMark {
            focus: self.focus,
            top: self.top,
            area: self.area,
        }
    }

    /// Goes back to where one was.
    pub fn go_to(&mut self, mark: MenuMark) {
        self.area = mark.area;
        self.top = mark.top;
        self.set_focus(mark.focus);
    }

    /// Puts rows in a list, with the focus on the first that can have it.
    pub fn new(rows: Vec<MenuRow>) -> Self {
        let mut menu = Self {
            area: Rect::new(0, 0, 72, 13),
            ..Self::default()
        };
        menu.set_rows(rows);
        menu
    }

    /// Says where the quiet text of a row stands.
    #[must_use]
    pub fn with_aside(mut self, aside: Aside) -> Self {
        self.aside = aside;
        self
    }

    /// Says where the quiet text of the rows stands from now on.
    pub fn set_aside(&mut self, aside: Aside) {
        self.aside = aside;
    }

    /// Makes visible what was searched for in the quiet text of each row, until other rows come.
    pub fn set_hits(&mut self, hits: Vec<Vec<Range<usize>>>) {
        self.hits = hits;
    }

    /// Takes other rows; the focus stays at the same place, or the nearest there is.
    pub fn set_rows(&mut self, rows: Vec<MenuRow>) {
        self.has_keys = rows.iter().any(|row| row.key.is_some());
        self.rows = rows;
        self.hits.clear();
        self.set_focus(self.focus);
    }

    /// Adds rows at the end.
    pub fn extend(&mut self, rows: impl IntoIterator<Item = MenuRow>) {
        for row in rows {
            self.has_keys |= row.key.is_some();
            self.rows.push(row);
        }
        self.set_focus(self.focus);
    }

    /// Lists the rows, headings included.
    pub fn rows(&self) -> &[MenuRow] {
        &self.rows
    }

    /// Gives the place of the row that has the focus; 0 when there is none.
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// Gives the focus to a row; to the nearest one below, else above, when it cannot have it.
    pub fn set_focus(&mut self, focus: usize) {
        let last = self.rows.len().saturating_sub(1);
        let wanted = focus.min(last);
        let below = (wanted..=last).find(|place| self.can_have_focus(*place));
        let above = || (0..wanted).rev().find(|place| self.can_have_focus(*place));
        self.focus = below.or_else(above).unwrap_or(0);
        self.top = self.top_in(self.area);
    }

    /// Moves the focus; `false` for a command that does not move it.
    pub fn command(&mut self, command: Command) -> bool {
        let page = usize::from(self.inner(self.area).height.saturating_sub(1).max(1));
        match command {
            Command::Up | Command::PreviousThing => self.step(false, 1),
            Command::Down | Command::NextThing => self.step(true, 1),
            Command::PageUp => self.step(false, page),
            Command::PageDown => self.step(true, page),
            Command::First => {
                self.set_focus(0);
                self.top = 0;
            }
            Command::Last => self.set_focus(usize::MAX),
            _ => return false,
        }
        true
    }

    /// Tells whether the focus is on the first row that can have it.
    pub fn is_at_first(&self) -> bool {
        (0..self.focus).all(|place| !self.can_have_focus(place))
    }

    /// Turns the wheel: the focus moves along, so that it never leaves the screen.
    pub fn wheel(&mut self, turns: i16) {
        self.step(turns > 0, usize::from(turns.unsigned_abs()));
    }

    /// Finds the row that a letter stands for.
    pub fn row_with_key(&self, key: char) -> Option<usize> {
        let key = key.to_ascii_lowercase();
        self.rows.iter().position(|row| row.key == Some(key))
    }

    /// Finds the row that was clicked.
    pub fn row_at(&self, area: Rect, column: u16, row: u16) -> Option<usize> {
        if !area.contains(Position::new(column, row)) {
            return None;
        }
        self.places(area)
            .find(|(_, place)| (place.top()..place.bottom()).contains(&row))
            .map(|(number, _)| number)
            .filter(|number| self.can_have_focus(*number))
    }

    /// Learns the area it will be drawn in.
    pub fn fit(&mut self, area: Rect) {
        self.area = area;
        self.top = self.top_in(area);
    }

    /// Counts the screen rows that the whole list would take at this width.
    pub fn height(&self, area: Rect) -> u16 {
        self.height_with(area.width, area.height >= AIRY)
    }

    fn height_with(&self, width: u16, has_air: bool) -> u16 {
        let all = self.rows.iter().enumerate().map(|(number, row)| {
            let is_titled = row.is_heading && !row.words.is_empty();
            let air = u16::from(is_titled && number > 0 && has_air);
            air + row.height(self.has_keys, self.aside, width)
        });
        all.fold(0, u16::saturating_add)
    }

    /// Draws the rows in sight, and gives the place of the focused one.
    pub fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.draw(look, area, buf, true)
    }

    /// Draws the rows in sight while one is somewhere else: none of them has the focus then.
    pub fn view_at_rest(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        self.draw(look, area, buf, false);
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer, is_here: bool) -> Position {
        let area = area.intersection(buf.area);
        let mut cursor = area.as_position();
        let mut last = 0;
        for (number, place) in self.places(area) {
            last = number;
            let Some(row) = self.rows.get(number) else {
                break;
            };
            let focused = is_here && number == self.focus && !row.is_heading;
            let hits = self.hits.get(number).map_or(&[][..], Vec::as_slice);
            row.draw(self.has_keys, (self.aside, hits), focused, look, place, buf);
            if focused {
                let x = place.x.saturating_add(row::MARK);
                cursor = Position::new(x.min(place.right().saturating_sub(1)), place.y);
            }
        }
        if last + 1 < self.rows.len() && self.inner(area) != area {
            let width = u16::try_from(shown_width(words::MORE_BELOW)).unwrap_or(u16::MAX);
            let width = width.min(area.width);
            let (x, y) = (area.right() - width, area.bottom() - 1);
            draw_row(
                words::MORE_BELOW,
                Rect {
                    x,
                    y,
                    width,
                    height: 1,
                },
                buf,
                look.quiet,
            );
        }
        cursor
    }

    fn can_have_focus(&self, number: usize) -> bool {
        self.rows.get(number).is_some_and(|row| !row.is_heading)
    }

    /// Moves the focus by rows that can have it, as far as there are any.
    fn step(&mut self, down: bool, times: usize) {
        for _ in 0..times {
            let next = if down {
                (self.focus + 1..self.rows.len()).find(|place| self.can_have_focus(*place))
            } else {
                (0..self.focus)
                    .rev()
                    .find(|place| self.can_have_focus(*place))
            };
            let Some(next) = next else { break };
            self.focus = next;
        }
        self.top = self.top_in(self.area);
    }

    fn height_of(&self, number: usize, area: Rect, top: usize) -> u16 {
        let Some(row) = self.rows.get(number) else {
            return 0;
        };
        let is_titled = row.is_heading && !row.words.is_empty();
        let air = u16::from(is_titled && number > top && self.has_air(area));
        air + row.height(self.has_keys, self.aside, area.width)
    }

    /// Whether there is room for a blank row above a heading. A long list is not measured for it.
    fn has_air(&self, area: Rect) -> bool {
        area.height >= AIRY
            || self.rows.len() < usize::from(area.height)
                && self.height_with(area.width, true) <= area.height
    }

    /// The part for rows: a list that is longer keeps its last row to say that it goes on.
    fn inner(&self, area: Rect) -> Rect {
        let mut all = 0_u16;
        let mut heights = (0..self.rows.len()).map(|number| self.height_of(number, area, 0));
        let is_longer = heights.any(|height| {
            all = all.saturating_add(height);
            all > area.height
        });
        let height = if is_longer && area.height > 3 {
            area.height - 1
        } else {
            area.height
        };
        Rect { height, ..area }
    }

    /// The first row in sight, moved only as far as it must be for the focus to be seen whole.
    fn top_in(&self, area: Rect) -> usize {
        let area = self.inner(area);
        let focus = self.focus;
        let mut top = focus;
        let mut used = self.height_of(focus, area, focus);
        // What stands above the focus and still fits, but never further up than it was, unless
        // there would be room left below the last row.
        let least = self.top.min(focus).min(self.top_of_end(area));
        while top > least {
            used = used.saturating_add(self.height_of(top - 1, area, 0));
            if used > area.height {
                return top;
            }
            top -= 1;
        }
        self.heading_above(top, used, area)
    }

    /// The first row of those that are in sight at the very end.
    fn top_of_end(&self, area: Rect) -> usize {
        let mut used = 0_u16;
        let fits = |number: &usize| {
            used = used.saturating_add(self.height_of(*number, area, 0));
            used <= area.height
        };
        let rows = (0..self.rows.len()).rev().take_while(fits);
        self.rows.len() - rows.count()
    }

    /// The heading over the first row is shown with it, where there is room.
    fn heading_above(&self, top: usize, used: u16, area: Rect) -> usize {
        let Some(above) = top.checked_sub(1) else {
            return top;
        };
        let is_heading = self.rows.get(above).is_some_and(|row| row.is_heading);
        let fits = used.saturating_add(self.height_of(above, area, 0)) <= area.height;
        if is_heading && fits { above } else { top }
    }

    /// Where each row in sight stands; drawing and clicks both ask here.
    fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let top = self.top_in(area);
        let area = self.inner(area);
        let mut y = area.y;
        (top..self.rows.len()).map_while(move |number| {
            if y >= area.bottom() {
                return None;
            }
            let all = self.height_of(number, area, top);
            let air = all
                - self
                    .rows
                    .get(number)?
                    .height(self.has_keys, self.aside, area.width);
            let start = y.saturating_add(air).min(area.bottom());
            y = y.saturating_add(all).min(area.bottom());
            Some((
                number,
                Rect {
                    y: start,
                    height: y - start,
                    ..area
                },
            ))
        })
    }
}

#[cfg(test)]
mod tests;
