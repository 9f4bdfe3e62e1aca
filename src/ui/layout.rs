//! Where things are on the screen: one pure function, used by drawing and by clicks alike.

use ratatui::layout::Rect;

/// The measure of text: no row is longer, however wide the terminal.
pub const MEASURE: u16 = 72;

/// The width from which a screen that can use it puts a list and a page side by side.
pub const SIDE_BY_SIDE: u16 = 100;
/// Cells of the list beside a page.
const LIST: u16 = 41;
/// Cells between the two.
const BETWEEN: u16 = 3;

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
    saying(quiet_frame(area, MEASURE), rows)
}

/// Lays out a screen that has two columns where there is room for them, each of them within the
/// measure.
pub fn wide_frame_saying(area: Rect, rows: u16) -> Frame {
    if area.width < SIDE_BY_SIDE {
        return frame_saying(area, rows);
    }
    saying(quiet_frame(area, LIST + BETWEEN + MEASURE), rows)
}

/// Parts the body of a wide screen into a list and a page; `None` where there is no room.
pub fn side_by_side(body: Rect) -> Option<(Rect, Rect)> {
    if body.width <= MEASURE {
        return None;
    }
    let list = Rect {
        width: LIST,
        ..body
    };
    let from = LIST + BETWEEN;
    let page = Rect {
        x: body.x + from,
        width: (body.width - from).min(MEASURE),
        ..body
    };
    Some((list, page))
}

fn saying(frame: Frame, rows: u16) -> Frame {
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

fn quiet_frame(area: Rect, most: u16) -> Frame {
    let column = column(area, most);
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

/// The column of text: at most so wide, with a margin where there is room for one.
fn column(area: Rect, most: u16) -> Rect {
    let margin = if area.width >= 60 { 2 } else { 0 };
    let inner = area.width.saturating_sub(2 * margin);
    let width = inner.min(most);
    // Left aligned, but not glued to the edge of a very wide terminal. Where some screens have two
    // columns, all of them begin at the same edge, so that nothing jumps from one to the next.
    let taken = if area.width < SIDE_BY_SIDE {
        width
    } else {
        inner.min(LIST + BETWEEN + MEASURE)
    };
    let x = area.x + margin + (inner - taken) / 2;
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
    fn two_columns_lie_side_by_side_within_the_measure_where_there_is_room() {
        for (width, height) in (1..=200).flat_map(|w| (1..=60).map(move |h| (w, h))) {
            let area = Rect::new(0, 0, width, height);
            let frame = wide_frame_saying(area, height % 5);
            assert_eq!(frame.body.intersection(area), frame.body);
            let Some((list, page)) = side_by_side(frame.body) else {
                assert!(width < SIDE_BY_SIDE);
                assert_eq!(frame, frame_saying(area, height % 5));
                continue;
            };
            assert!(width >= SIDE_BY_SIDE);
            assert!(list.right() < page.x && page.right() <= frame.body.right());
            assert!((50..=MEASURE).contains(&page.width), "{page:?}");
        }
    }

    #[test]
    fn every_screen_begins_at_the_same_edge() {
        for width in 1..=300 {
            let area = Rect::new(0, 0, width, 40);
            let edges = (frame(area).body.x, wide_frame_saying(area, 1).body.x);
            assert_eq!(edges.0, edges.1, "{width}");
        }
    }

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
