//! Text to be read, wrapped at words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::editor::wrap::row_starts;
use super::shown::shown;

/// Wraps a text to rows of at most `width` cells; an empty text has no rows.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    let mut rows = Vec::new();
    if text.is_empty() {
        return rows;
    }
    for paragraph in text.split('\n') {
        let starts = row_starts(paragraph, width);
        let ends = starts.iter().skip(1).copied().chain([paragraph.len()]);
        for (start, end) in starts.iter().zip(ends) {
            let row = paragraph.get(*start..end).unwrap_or_default();
            rows.push(shown(row.trim_end()).into_owned());
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_wraps_at_words_and_keeps_its_paragraphs() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("a\n\nb", 8), ["a", "", "b"]);
        assert!(wrap("", 8).is_empty());
    }
}
