//! Where the parts of a page stand on which something is given under a text.
//!
//! What is typed or chosen comes first, and the text keeps the rest, which it scrolls.

use ratatui::layout::Rect;

/// How many rows the parts under a text take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// The words that ask.
    pub label: u16,
    /// What is typed.
    pub typing: u16,
    /// What stands under it, such as a hint or the row that goes on.
    pub last: u16,
}

impl Below {
    /// All of them together.
    pub fn rows(self) -> u16 {
        let both = self.label.saturating_add(self.typing);
        both.saturating_add(self.last)
    }
}

/// Says where each part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The text.
    pub text: Rect,
    /// The words that ask.
    pub label: Rect,
    /// What is typed.
    pub typing: Rect,
    /// What stands under it.
    pub last: Rect,
}

impl Parts {
    /// Shares out an area under a text of so many rows; blank rows come last of all.
    pub fn of(area: Rect, text_rows: u16, below: Below) -> Self {
        let under = below.rows();
        let left = area.height.saturating_sub(text_rows.saturating_add(under));
        let (air, more_air) = match under {
            0 => (0, 0),
            _ => (left.min(1), left.saturating_sub(1).min(1)),
        };
        let mut rest = area;
        let text = take(&mut rest, text_rows.min(area.height.saturating_sub(under)));
        take(&mut rest, air);
        let label = take(&mut rest, below.label);
        let typing = take(&mut rest, below.typing);
        take(&mut rest, more_air);
        let last = take(&mut rest, below.last);
        Self {
            text,
            label,
            typing,
            last,
        }
    }
}

/// Takes rows from the top of what is left.
fn take(rest: &mut Rect, rows: u16) -> Rect {
    let height = rows.min(rest.height);
    let taken = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(height: u16, text: u16) -> [(u16, u16); 4] {
        let below = Below {
            label: 1,
            typing: 2,
            last: 1,
        };
        let parts = Parts::of(Rect::new(0, 0, 40, height), text, below);
        [parts.text, parts.label, parts.typing, parts.last].map(|part| (part.y, part.height))
    }

    #[test]
    fn what_is_typed_keeps_its_rows_and_the_text_takes_what_is_left() {
        assert_eq!(rows_of(20, 5), [(0, 5), (6, 1), (7, 2), (10, 1)]);
        assert_eq!(rows_of(10, 5), [(0, 5), (6, 1), (7, 2), (9, 1)]);
        assert_eq!(rows_of(8, 9), [(0, 4), (4, 1), (5, 2), (7, 1)]);
        assert_eq!(rows_of(2, 9), [(0, 0), (0, 1), (1, 1), (2, 0)]);
    }

    #[test]
    fn a_text_alone_has_no_air_under_it() {
        let area = Rect::new(0, 3, 40, 9);
        let parts = Parts::of(area, 4, Below::default());
        assert_eq!(parts.text, Rect { height: 4, ..area });
        assert_eq!(parts.typing.height, 0);
    }
}
