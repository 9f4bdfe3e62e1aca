//! Where the parts of a leaf stand, and how they look.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Ask, Shown};
use crate::ui::look::Look;
use crate::ui::widgets::under_text::{Below, Parts};

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
        match &self.ask {
            Ask::Line(line) => line.view(look, parts.label, parts.typing, buf),
            _ => in_text,
        }
    }

    /// The rows that stand under the text.
    pub(super) fn below(&self, area: Rect) -> Below {
        let Ask::Line(line) = &self.ask else {
            return Below::default();
        };
        let [label, typing] = line.rows(area.width);
        Below {
            label,
            typing,
            last: 0,
        }
    }

    /// Where everything stands.
    pub(super) fn parts(&self, area: Rect) -> Parts {
        Parts::of(area, self.text.height(area.width), self.below(area))
    }
}
