//! Where the parts of a panel stand, and how they look.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Ask, CODE_ROWS, Shown};
use crate::key::RecoveryCode;
use crate::ui::look::Look;
use crate::ui::screens::vault::words;
use crate::ui::widgets::prose::{draw_row, draw_rows, inset, wrap};
use crate::ui::widgets::typed_line::{EDGE, MOST};
use crate::ui::widgets::under_text::{Below, Parts};
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
            Ask::Line(line) => line.view(look, parts.label, parts.typing, buf),
            Ask::Code { code, up } => draw_code(code, *up, look, &parts, buf),
            _ => in_text,
        }
    }

    /// The rows that what is typed takes, with the words before it and below it.
    pub(super) fn below(&self, area: Rect) -> Below {
        match &self.ask {
            Ask::Secret {
                label,
                typed,
                is_new,
                ..
            } => Below {
                label: u16::try_from(wrap(label, area.width).len()).unwrap_or(u16::MAX),
                typing: typed.rows(area.width).clamp(1, MOST),
                last: if *is_new { HINT_ROWS } else { 0 },
            },
            Ask::Line(line) => {
                let [label, typing] = line.rows(area.width);
                Below {
                    label,
                    typing,
                    last: 0,
                }
            }
            Ask::Code { .. } => Below {
                label: 0,
                typing: u16::try_from(CODE_ROWS).unwrap_or(4),
                last: 1,
            },
            _ => Below::default(),
        }
    }

    /// Where everything stands.
    pub(super) fn parts(&self, area: Rect) -> Parts {
        Parts::of(area, self.text.height(area.width), self.below(area))
    }
}

/// Rows kept for how hard a passphrase is to guess, so that nothing jumps while it is typed.
const HINT_ROWS: u16 = 2;

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
