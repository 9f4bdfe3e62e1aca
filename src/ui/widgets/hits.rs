//! What was searched for, made visible in text that is drawn already.
//!
//! A hit is a range of bytes in the person's own words. What is drawn of them can be narrower, so
//! a hit is turned into cells before it is laid over a row. It is bold as well as coloured:
//! nothing is said by colour alone.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::shown::shown_width;

/// Cells of a row: where they begin, and how many they are.
pub type Cells = (u16, u16);

/// Finds the cells that hits take in one row of a text.
pub fn cells_of(text: &str, row: &Range<usize>, hits: &[Range<usize>]) -> Vec<Cells> {
    let inside = hits.iter().filter_map(|hit| {
        let (from, to) = (hit.start.max(row.start), hit.end.min(row.end));
        let before = text.get(row.start..from)?;
        let found = text.get(from..to).filter(|found| !found.is_empty())?;
        Some((cells(shown_width(before)), cells(shown_width(found))))
    });
    inside.collect()
}

/// Lays a style over cells of a row.
pub fn light(found: &[Cells], row: Rect, buf: &mut Buffer, style: Style) {
    for (from, width) in found {
        let from = (*from).min(row.width);
        let lit = Rect {
            x: row.x + from,
            width: (*width).min(row.width - from),
            ..row
        };
        buf.set_style(lit.intersection(buf.area), style);
    }
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_is_turned_into_the_cells_of_its_row() {
        let text = "das Café 好茶 tea";
        let one = |hit: Range<usize>| vec![hit];
        assert_eq!(cells_of(text, &(0..text.len()), &one(4..9)), vec![(4, 4)]);
        let tea = text.find("tea").unwrap();
        assert_eq!(
            cells_of(text, &(10..text.len()), &[4..9, 10..16, tea..tea + 3]),
            vec![(0, 4), (5, 3)]
        );
        // A hit that goes on in the next row is lit in both.
        assert_eq!(cells_of("one two", &(0..3), &one(1..6)), vec![(1, 2)]);
        assert_eq!(cells_of("one two", &(4..7), &one(1..6)), vec![(0, 2)]);
    }

    #[test]
    fn hits_that_do_not_fit_the_text_are_passed_over() {
        assert!(cells_of("é", &(0..2), &[1..2, 5..9, 0..0]).is_empty());
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        light(
            &[(2, 99), (99, 1)],
            Rect::new(0, 0, 4, 1),
            &mut buf,
            Style::new(),
        );
        light(&[(0, 9)], Rect::new(9, 9, 4, 1), &mut buf, Style::new());
    }
}
