//! Draws the box; where there is little room, the rows alone.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Palette, words};
use crate::ui::layout::{self, Size};
use crate::ui::look::Look;
use crate::ui::widgets::prose::{draw_row, wrap};

/// The parts of the box; drawing and clicks both ask here.
pub(super) struct Parts {
    pub(super) frame: Rect,
    pub(super) typed: Rect,
    pub(super) rows: Rect,
    has_edges: bool,
}

impl Palette {
    pub(super) fn parts(&self, area: Rect) -> Parts {
        let has_edges = Size::of(area) == Size::Full;
        let edge = if has_edges { 2 } else { 0 };
        let (inside, top) = (
            layout::popup(area, 0).width.saturating_sub(2 * edge),
            edge / 2,
        );
        // The box is made for all offers, so that it does not jump while one types.
        let wanted = self.offers.len().max(self.found.len()) + 2;
        let frame = layout::popup(area, u16::try_from(wanted).unwrap_or(u16::MAX - 2));
        let inner = Rect {
            x: frame.x + edge.min(frame.width),
            y: frame.y + top.min(frame.height),
            width: inside.min(frame.width),
            height: frame.height.saturating_sub(2 * top),
        };
        let typed = Rect {
            height: 1.min(inner.height),
            ..inner
        };
        let air = u16::from(has_edges);
        let used = (typed.height + air).min(inner.height);
        let rows = Rect {
            y: inner.y + used,
            height: inner.height - used,
            ..inner
        };
        Parts {
            frame,
            typed,
            rows,
            has_edges,
        }
    }

    pub(super) fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let parts = self.parts(area);
        clear(parts.frame, look, buf);
        if parts.has_edges {
            edges(parts.frame, look, buf);
        }
        let said = format!("{} {}", words::LOOKING_FOR, self.typed);
        if self.typed.is_empty() {
            draw_row(words::TYPE, parts.typed, buf, look.quiet);
        } else {
            draw_row(&said, parts.typed, buf, look.text);
        }
        if self.found.is_empty() {
            for (line, row) in wrap(words::NOTHING, parts.rows.width)
                .iter()
                .zip(parts.rows.rows())
            {
                draw_row(line, row, buf, look.text);
            }
            return parts.typed.as_position();
        }
        self.menu.view(look, parts.rows, buf)
    }
}

fn clear(area: Rect, look: &Look, buf: &mut Buffer) {
    let blank = " ".repeat(usize::from(area.width));
    for row in area.rows() {
        draw_row(&blank, row, buf, look.ground);
    }
}

fn edges(frame: Rect, look: &Look, buf: &mut Buffer) {
    let line = look.marks.line.repeat(usize::from(frame.width));
    let bottom = Rect {
        y: frame.bottom().saturating_sub(1),
        height: 1,
        ..frame
    };
    for row in [Rect { height: 1, ..frame }, bottom] {
        draw_row(&line, row, buf, look.rule);
    }
    let title = Rect {
        x: frame.x + 2,
        width: frame.width.saturating_sub(4),
        ..frame
    };
    draw_row(&format!(" {} ", words::TITLE), title, buf, look.question);
}
