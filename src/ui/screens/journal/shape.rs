//! Where the parts of the journal are: the search box, what it says, the list, and a page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::finding::Finding;
use super::words;
use crate::ui::layout::{MEASURE, side_by_side};
use crate::ui::look::Look;
use crate::ui::widgets::editor::Ink;
use crate::ui::widgets::prose::{draw_row, wrap};
use crate::ui::widgets::shown::shown_width;

/// Rows of a body from which there is air between the parts.
const ROOMY: u16 = 13;
/// Rows that the box grows to at most.
const MOST: u16 = 3;
/// Rows that stay for the list, whatever is said above it.
const LEAST_LIST: u16 = 1;

/// The parts of the journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// The box with its label; empty where there is no room and nothing is searched for.
    pub(super) search: Rect,
    /// The rows of the box that are typed into.
    pub(super) typed: Rect,
    /// What the box says.
    pub(super) said: Rect,
    /// The list.
    pub(super) list: Rect,
    /// What is said in the place of the list, where there is none.
    pub(super) note: Rect,
    /// The page beside it.
    pub(super) page: Option<Rect>,
}

/// Lays the parts out.
pub(super) fn lay_out(area: Rect, finding: &Finding) -> Shape {
    let is_roomy = area.height >= ROOMY;
    let mut rest = area;
    let mut take = |rows: u16| {
        let taken = Rect {
            height: rows.min(rest.height),
            ..rest
        };
        rest.y += taken.height;
        rest.height -= taken.height;
        taken
    };
    let mut shape = Shape::default();
    if is_roomy || finding.is_on() || finding.has_focus {
        let width = area.width.min(MEASURE);
        let label = cells(words::FIND) + 2;
        let room = width.saturating_sub(label);
        let rows = u16::try_from(finding.editor.rows(room)).unwrap_or(MOST);
        let most = if is_roomy { MOST } else { 1 };
        shape.search = Rect {
            width,
            ..take(rows.clamp(1, most))
        };
        shape.typed = Rect {
            x: shape.search.x + label.min(width),
            width: room,
            ..shape.search
        };
        let said = said_of(finding, width).len();
        let most = area.height.saturating_sub(shape.search.height + LEAST_LIST);
        let said = u16::try_from(said).unwrap_or(most).min(most);
        shape.said = Rect {
            width,
            ..take(said)
        };
        take(u16::from(is_roomy));
    }
    shape.note = Rect {
        width: rest.width.min(MEASURE),
        ..rest
    };
    (shape.list, shape.page) = match side_by_side(rest) {
        Some((list, page)) => (list, Some(page)),
        None => (rest, None),
    };
    shape
}

/// Draws the box, and gives the place of its cursor.
pub(super) fn draw_box(finding: &Finding, look: &Look, shape: Shape, buf: &mut Buffer) -> Position {
    let Shape { search, typed, .. } = shape;
    if search.is_empty() {
        return search.as_position();
    }
    if !finding.has_focus && !finding.is_on() {
        draw_row(words::FIND_KEY, search, buf, look.accent);
        let after = cells(words::FIND_KEY) + 1;
        draw_row(
            words::FIND_SOMETHING,
            inside(search, after),
            buf,
            look.quiet,
        );
        return search.as_position();
    }
    let label = if finding.has_focus {
        look.accent
    } else {
        look.quiet
    };
    draw_row(words::FIND, search, buf, label);
    for row in inside(search, cells(words::FIND)).rows() {
        draw_row(look.marks.edge, row, buf, label);
    }
    for (row, (said, is_error)) in shape.said.rows().zip(said_of(finding, search.width)) {
        let ink = if is_error { look.warm } else { look.quiet };
        draw_row(&said, row, buf, ink);
    }
    let ink = Ink {
        text: look.text,
        selected: look.selection,
    };
    finding.editor.render(typed, buf, ink)
}

/// Draws the line between the list and the page.
pub(super) fn draw_between(look: &Look, shape: Shape, buf: &mut Buffer) {
    let Some(page) = shape.page else { return };
    let middle = Rect {
        x: shape.list.right() + 1,
        width: 1,
        ..page
    };
    for row in middle.rows() {
        draw_row(look.marks.edge, row, buf, look.rule);
    }
}

/// The rows of what the box says, each with whether it says what to type.
fn said_of(finding: &Finding, width: u16) -> Vec<(String, bool)> {
    let Some(error) = &finding.error else {
        return Vec::new();
    };
    let error = wrap(error, width).into_iter().map(|row| (row, true));
    let stays = wrap(finding.stays, width).into_iter();
    error.chain(stays.map(|row| (row, false))).collect()
}

fn inside(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect {
        x: area.x + cells,
        width: area.width - cells,
        ..area
    }
}

fn cells(text: &str) -> u16 {
    u16::try_from(shown_width(text)).unwrap_or(u16::MAX)
}
