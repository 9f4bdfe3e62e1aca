//! What a mouse did, as far as a list or a page cares.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// Rows that one turn of the wheel moves.
const TURN: i16 = 3;

/// Says what was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// Something was clicked.
    Click {
        /// The column.
        column: u16,
        /// The row.
        row: u16,
    },
    /// The wheel was turned by so many rows, down when more than none.
    Wheel(i16),
}

impl Pointer {
    /// Reads a mouse event; moves and releases mean nothing here.
    pub fn of(event: &MouseEvent) -> Option<Self> {
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Self::Click {
                column: event.column,
                row: event.row,
            }),
            MouseEventKind::ScrollDown => Some(Self::Wheel(TURN)),
            MouseEventKind::ScrollUp => Some(Self::Wheel(-TURN)),
            _ => None,
        }
    }
}
