//! Where the parts of a panel stand, and how they look.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Ask, CODE_ROWS, EDGE, MOST, Shown};
use crate::key::RecoveryCode;
use crate::ui::look::Look;
use crate::ui::screens::vault::words;
use crate::ui::widgets::editor::Ink;
use crate::ui::widgets::prose::{draw_row, wrap};
use crate::vault::code_rows;

impl Shown {
    pub(in crate::ui::screens::vault) fn view(
        &self,
        look: &Look,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return area.as_position();
        }
        if let Ask::Rows(sheet) | Ask::Enter(sheet) = &self.ask {
            return sheet.view(look, area, buf);
        }
        let parts = self.parts(area);
        let in_text = self.text.view(look, parts.text, buf);
        match &self.ask {
            Ask::Secret {
                label, typed, hint, ..
            } => {
                draw_rows(label, parts.label, buf, look.quiet);
                draw_rows(hint, parts.last, buf, look.text);
                typed.view(look, parts.typing, buf)
            }
            Ask::Line { label, editor } => {
                draw_rows(label, parts.label, buf, look.quiet);
                for row in parts.typing.rows() {
                    draw_row(look.marks.edge, row, buf, look.accent);
                }
                let ink = Ink {
                    text: look.text,
                    selected: look.selection,
                };
                editor.render(inset(parts.typing, EDGE), buf, ink)
            }
            Ask::Code { code, up } => draw_code(code, *up, look, &parts, buf),
            _ => in_text,
        }
    }

    /// Where everything stands; what is typed into comes first, and the text keeps the rest.
    pub(super) fn parts(&self, area: Rect) -> Parts {
        let rows = |text: &str| u16::try_from(wrap(text, area.width).len()).unwrap_or(u16::MAX);
        let (label, typing, last) = match &self.ask {
            Ask::Secret {
                label,
                typed,
                is_new,
                ..
            } => {
                let hint = if *is_new { HINT_ROWS } else { 0 };
                (rows(label), typed.rows(area.width).clamp(1, MOST), hint)
            }
            Ask::Line { label, editor } => {
                let rows_typed = editor.rows(area.width.saturating_sub(EDGE));
                let rows_typed = u16::try_from(rows_typed).unwrap_or(MOST);
                (rows(label), rows_typed.clamp(1, MOST), 0)
            }
            Ask::Code { .. } => (0, u16::try_from(CODE_ROWS).unwrap_or(4), 1),
            _ => (0, 0, 0),
        };
        let below = label.saturating_add(typing).saturating_add(last);
        let mut rest = Rest(area);
        let wanted = self.text.height(area.width);
        let air = u16::from(area.height > wanted.saturating_add(below).saturating_add(2));
        let is_box = below > 0;
        let text = rest.take(wanted.min(area.height.saturating_sub(below)));
        rest.take(if is_box { air } else { 0 });
        let label = rest.take(label);
        let typing = rest.take(typing);
        rest.take(if is_box { air } else { 0 });
        Parts {
            text,
            label,
            typing,
            last: rest.take(last),
        }
    }
}

/// Rows kept for how hard a passphrase is to guess, so that nothing jumps while it is typed.
const HINT_ROWS: u16 = 2;

/// Where the parts of a panel stand.
pub(super) struct Parts {
    pub(super) text: Rect,
    pub(super) label: Rect,
    pub(super) typing: Rect,
    /// Below what is typed: a hint, or the row that goes on.
    pub(super) last: Rect,
}

/// What is left of an area, from the top down.
struct Rest(Rect);

impl Rest {
    fn take(&mut self, rows: u16) -> Rect {
        let height = rows.min(self.0.height);
        let taken = Rect { height, ..self.0 };
        self.0.y += height;
        self.0.height -= height;
        taken
    }
}

/// Draws the rows of a code straight from it: no other copy of it is made.
fn draw_code(
    code: &RecoveryCode,
    up: usize,
    look: &Look,
    parts: &Parts,
    buf: &mut Buffer,
) -> Position {
    for (row, text) in parts.typing.rows().zip(code_rows(code)) {
        let place = inset(row, EDGE);
        buf.set_stringn(place.x, place.y, text, usize::from(place.width), look.warm);
    }
    let ink = if up == 0 { look.selection } else { look.text };
    if up == 0 {
        let blank = " ".repeat(usize::from(parts.last.width));
        draw_row(&blank, parts.last, buf, ink);
        draw_row(look.marks.focus, parts.last, buf, ink);
    }
    draw_row(words::GO_ON, inset(parts.last, EDGE), buf, ink);
    let up = u16::try_from(up).unwrap_or(0);
    let at = inset(parts.last, EDGE).as_position();
    if up == 0 {
        return at;
    }
    let y = parts.typing.bottom().saturating_sub(up).max(parts.typing.y);
    Position::new(at.x, y)
}

fn draw_rows(text: &str, area: Rect, buf: &mut Buffer, style: Style) {
    for (row, line) in area.rows().zip(wrap(text, area.width)) {
        draw_row(&line, row, buf, style);
    }
}

fn inset(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect {
        x: area.x + by,
        width: area.width - by,
        ..area
    }
}
