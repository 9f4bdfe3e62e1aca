//! Where the parts of a leaf stand, and how they look.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Ask, EDGE, MOST, Shown};
use crate::ui::look::Look;
use crate::ui::widgets::editor::Ink;
use crate::ui::widgets::prose::{draw_row, wrap};

impl Shown {
    pub(in crate::ui::screens::visit) fn view(
        &self,
        look: &Look,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return area.as_position();
        }
        if let Ask::Rows(sheet) = &self.ask {
            return sheet.view(look, area, buf);
        }
        let parts = self.parts(area);
        let in_text = self.text.view(look, parts.text, buf);
        let Ask::Line { label, editor } = &self.ask else {
            return in_text;
        };
        for (row, line) in parts.label.rows().zip(wrap(label, parts.label.width)) {
            draw_row(&line, row, buf, look.quiet);
        }
        for row in parts.typing.rows() {
            draw_row(look.marks.edge, row, buf, look.accent);
        }
        let ink = Ink {
            text: look.text,
            selected: look.selection,
        };
        editor.render(inset(parts.typing, EDGE), buf, ink)
    }

    /// The rows of the words before the line, and of the line.
    fn rows_below(&self, area: Rect) -> [u16; 2] {
        let Ask::Line { label, editor } = &self.ask else {
            return [0, 0];
        };
        let label = wrap(label, area.width).len();
        let typed = editor.rows(area.width.saturating_sub(EDGE));
        let typed = u16::try_from(typed).unwrap_or(MOST);
        [u16::try_from(label).unwrap_or(1), typed.clamp(1, MOST)]
    }

    /// How many rows that is.
    pub(super) fn below(&self, area: Rect) -> u16 {
        self.rows_below(area)
            .into_iter()
            .fold(0, u16::saturating_add)
    }

    /// Where everything stands; what is typed into comes first, and the text keeps the rest.
    pub(super) fn parts(&self, area: Rect) -> Parts {
        let [label, typing] = self.rows_below(area);
        let below = self.below(area).min(area.height);
        let wanted = self.text.height(area.width);
        let text = wanted.min(area.height - below);
        let air = u16::from(below > 0 && area.height - below > text);
        let mut y = area.y;
        let mut take = |rows: u16| {
            let height = rows.min(area.bottom() - y);
            let taken = Rect { y, height, ..area };
            y += height;
            taken
        };
        let text = take(text);
        take(air);
        Parts {
            text,
            label: take(label),
            typing: take(typing),
        }
    }
}

/// Where the parts of a leaf stand.
pub(super) struct Parts {
    pub(super) text: Rect,
    pub(super) label: Rect,
    pub(super) typing: Rect,
}

fn inset(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect {
        x: area.x + by,
        width: area.width - by,
        ..area
    }
}
