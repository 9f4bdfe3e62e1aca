//! Text to be read, wrapped at words.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::editor::wrap::row_starts;
use super::shown::shown;

/// Wraps a text to rows of at most `width` cells; an empty text has no rows.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let rows = wrapped(text, width);
    let rows = rows.into_iter();
    rows.map(|row| shown(text.get(row).unwrap_or_default()).into_owned())
        .collect()
}

/// The same as the bytes of the text that each row shows.
pub fn wrapped(text: &str, width: u16) -> Vec<Range<usize>> {
    let width = usize::from(width.max(1));
    let mut rows = Vec::new();
    if text.is_empty() {
        return rows;
    }
    let mut begins = 0;
    for paragraph in text.split('\n') {
        let starts = row_starts(paragraph, width);
        let ends = starts.iter().skip(1).copied().chain([paragraph.len()]);
        for (start, end) in starts.iter().zip(ends) {
            let row = paragraph.get(*start..end).unwrap_or_default();
            let from = begins + start;
            rows.push(from..from + row.trim_end().len());
        }
        begins += paragraph.len() + 1;
    }
    rows
}

/// Draws one row, cut at the edge of its area.
pub fn draw_row(text: &str, area: Rect, buf: &mut Buffer, style: Style) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    buf.set_stringn(area.x, area.y, shown(text), usize::from(area.width), style);
}

/// Draws a text over as many rows as it needs.
pub fn draw_rows(text: &str, area: Rect, buf: &mut Buffer, style: Style) {
    for (row, line) in area.rows().zip(wrap(text, area.width)) {
        draw_row(&line, row, buf, style);
    }
}

/// What is left of an area to the right of so many cells.
pub fn inset(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect {
        x: area.x + by,
        width: area.width - by,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_wraps_at_words_and_keeps_its_paragraphs() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("a\n\nb", 8), ["a", "", "b"]);
        assert!(wrap("", 8).is_empty());
        assert_eq!(wrapped("one two\n\nb", 5), [0..3, 4..7, 8..8, 9..10]);
    }
}
