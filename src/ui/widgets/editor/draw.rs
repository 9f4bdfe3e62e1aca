//! Draws the visible rows.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};
use unicode_segmentation::UnicodeSegmentation;

use super::{Editor, paragraph::Paragraph, place::Place};
use crate::ui::widgets::shown::{glyph, glyph_width};

/// Stands for a wide character where there is only one cell.
const NO_ROOM: &str = "?";

/// Holds the styles the editor is drawn in; it has no colours of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ink {
    /// The style of the text and of the empty cells.
    pub text: Style,
    /// The style of what is selected, on top of the other.
    pub selected: Style,
}

impl Editor {
    /// Draws the text and returns where the cursor is, always inside the area.
    ///
    /// It is cheap for the size last given to [`Editor::fit`]. At any other size a copy is
    /// fitted first, so that a forgotten `fit` costs time and never a wrong picture.
    pub fn render(&self, area: Rect, buf: &mut Buffer, ink: Ink) -> Position {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return area.as_position();
        }
        if (area.width, area.height) != (self.width, self.height) {
            let mut fitted = self.without_history();
            fitted.fit(area.width, area.height);
            return fitted.render(area, buf, ink);
        }
        buf.set_style(area, ink.text);
        for (y, (index, row)) in area.rows().zip(self.visible_rows()) {
            if let Some(paragraph) = self.body.paragraphs().get(index) {
                self.draw_row(paragraph, index, row, y, buf, ink);
            }
        }
        let (column, row) = self.cursor();
        Position::new(area.x + column, area.y + row)
    }

    /// Returns the rows from the top of the screen on, as paragraph and row in it.
    fn visible_rows(&self) -> impl Iterator<Item = (usize, usize)> {
        let (first, skipped) = self.body.row_at(self.top).unwrap_or_default();
        let paragraphs = self.body.paragraphs().iter().enumerate().skip(first);
        paragraphs
            .flat_map(|(index, paragraph)| (0..paragraph.rows()).map(move |row| (index, row)))
            .skip(skipped)
    }

    /// Draws one row, grapheme by grapheme, each in the cells it was measured for.
    fn draw_row(
        &self,
        paragraph: &Paragraph,
        index: usize,
        row: usize,
        area: Rect,
        buf: &mut Buffer,
        ink: Ink,
    ) {
        let start = paragraph.row(row).start;
        let mut x = area.x;
        for (offset, grapheme) in paragraph.row_text(row).grapheme_indices(true) {
            let selected = self.is_selected(Place::new(index, start + offset));
            let style = if selected {
                ink.text.patch(ink.selected)
            } else {
                ink.text
            };
            x += draw_grapheme(
                grapheme,
                Rect {
                    x,
                    width: area.right() - x,
                    ..area
                },
                buf,
                style,
            );
            if x >= area.right() {
                return;
            }
        }
        let last_row = row + 1 == paragraph.rows();
        if last_row && self.is_selected(Place::new(index, paragraph.text().len())) {
            // A selected line break has one cell, or a selected empty row would not be seen.
            buf.set_style(
                Rect {
                    x,
                    width: 1,
                    ..area
                },
                ink.selected,
            );
        }
    }

    /// Says whether what follows a place is selected.
    fn is_selected(&self, at: Place) -> bool {
        self.selected()
            .is_some_and(|(from, to)| from <= at && at < to)
    }
}

/// Draws one grapheme at the left of an area and returns how many cells it took.
fn draw_grapheme(grapheme: &str, room: Rect, buf: &mut Buffer, style: Style) -> u16 {
    let wanted = u16::try_from(glyph_width(grapheme)).unwrap_or(u16::MAX);
    let width = wanted.min(room.width);
    if width == 0 {
        return 0;
    }
    let (end, _) = buf.set_stringn(room.x, room.y, glyph(grapheme), usize::from(width), style);
    if end == room.x {
        buf.set_stringn(room.x, room.y, NO_ROOM, 1, style);
    }
    // The second cell of a wide character is blanked by the buffer, its style as well.
    buf.set_style(
        Rect {
            width,
            height: 1,
            ..room
        },
        style,
    );
    width
}
