//! Where things are on the screen: one pure function, used by drawing and by clicks alike.

use ratatui::layout::Rect;

/// The measure of text: no row is longer, however wide the terminal.
pub const MEASURE: u16 = 72;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 60×18 and up: everything.
    Full,
    /// 40×10 and up, as on a magnified screen: the question and the answer alone.
    Small,
    /// Less: one sentence.
    Tiny,
}

impl Size {
    /// Says how much room an area is.
    pub const fn of(area: Rect) -> Self {
        if area.width >= 60 && area.height >= 18 {
            Self::Full
        } else if area.width >= 40 && area.height >= 10 {
            Self::Small
        } else {
            Self::Tiny
        }
    }
}

/// The rows of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Where am I; and whether the words are saved.
    pub header: Rect,
    /// The screen itself.
    pub body: Rect,
    /// What was last said.
    pub message: Rect,
    /// Three to five keys.
    pub hints: Rect,
}

/// Lays out a screen with nothing to say.
pub fn frame(area: Rect) -> Frame {
    frame_saying(area, 1)
}

/// Lays out a screen with a message of so many rows, which takes them from the body rather than
/// covering any of it.
pub fn frame_saying(area: Rect, rows: u16) -> Frame {
    let frame = quiet_frame(area);
    let more = rows.saturating_sub(1).min(frame.body.height / 2);
    Frame {
        body: Rect {
            height: frame.body.height - more,
            ..frame.body
        },
        message: Rect {
            y: frame.message.y - more,
            height: frame.message.height + more,
            ..frame.message
        },
        ..frame
    }
}

fn quiet_frame(area: Rect) -> Frame {
    let column = column(area);
    let row = |y: u16, height: u16| Rect {
        y,
        height,
        ..column
    };
    if Size::of(area) == Size::Full {
        return Frame {
            header: row(area.y, 1),
            body: row(area.y + 2, area.height - 5),
            message: row(area.bottom() - 2, 1),
            hints: row(area.bottom() - 1, 1),
        };
    }
    let body = area.height.saturating_sub(3);
    Frame {
        header: row(area.y, 1.min(area.height)),
        body: row(area.y + 1.min(area.height), body),
        message: row(area.bottom().saturating_sub(2), 1.min(area.height)),
        hints: row(area.bottom().saturating_sub(1), 1.min(area.height)),
    }
}

/// The column of text: at most the measure, with a margin where there is room for one.
fn column(area: Rect) -> Rect {
    let margin = if area.width >= 60 { 2 } else { 0 };
    let inner = area.width.saturating_sub(2 * margin);
    let width = inner.min(MEASURE);
    // Left aligned, but not glued to the edge of a very wide terminal.
    let x = area.x + margin + (inner - width) / 2;
    Rect { x, width, ..area }
}

/// The box of a popup, in the middle of the body.
pub fn popup(area: Rect, rows: u16) -> Rect {
    if Size::of(area) != Size::Full {
        return frame(area).body;
    }
    let body = frame(area).body;
    let height = (rows + 2).min(body.height);
    Rect {
        y: body.y + (body.height - height) / 2,
        height,
        ..body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_lies_inside_at_every_size() {
        for width in 1..=200 {
            for height in 1..=60 {
                let area = Rect::new(0, 0, width, height);
                let frame = frame_saying(area, height % 5);
                for part in [
                    frame.header,
                    frame.body,
                    frame.message,
                    frame.hints,
                    popup(area, 9),
                ] {
                    assert_eq!(part.intersection(area), part, "{part:?} in {area:?}");
                    assert!(part.width <= MEASURE);
                }
            }
        }
    }
}
