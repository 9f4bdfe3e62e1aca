//! The pieces of a leaf as blocks to read, for the room there is.

use crate::insight::words::LETTERS;
use crate::rooms::Piece;
use crate::ui::widgets::reading::Block;
use crate::ui::widgets::{map, month};

/// How much room there is for the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Room {
    /// Cells in a row; a map shows as many columns as fit.
    pub(super) width: u16,
    /// Where blank rows stand.
    pub(super) air: Air,
}

/// Where blank rows stand between the pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Air {
    /// Between all of them.
    #[default]
    All,
    /// Over headings and maps.
    Sections,
    /// Nowhere: on a magnified screen the words come first.
    None,
}

/// Makes the blocks.
pub(super) fn blocks<'a>(pieces: impl Iterator<Item = &'a Piece>, room: Room) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut before: Option<&Piece> = None;
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let belongs = before.is_some_and(|before| belongs(before, piece, pieces.peek().copied()));
        let is_close = before.is_some_and(|before| match room.air {
            Air::All => belongs,
            Air::Sections => belongs || !begins(before, piece),
            Air::None => true,
        });
        for (place, block) in of(piece, room).into_iter().enumerate() {
            let closes = is_close || place > 0;
            blocks.push(if closes { block.close() } else { block });
        }
        before = Some(piece);
    }
    blocks
}

/// Whether a piece is drawn rather than said.
pub(super) fn is_picture(piece: &Piece) -> bool {
    matches!(piece, Piece::Map { .. } | Piece::Month { .. })
}

/// Whether a piece begins another section than the one before.
fn begins(before: &Piece, piece: &Piece) -> bool {
    matches!(piece, Piece::Heading(_) | Piece::Question(_))
        || is_picture(before)
        || is_picture(piece)
}

/// Whether a piece stands straight under the one before: what a heading is over, words under what
/// they answer, and a quiet line under words that it does not lead on from.
fn belongs(before: &Piece, piece: &Piece, after: Option<&Piece>) -> bool {
    match (before, piece) {
        (Piece::Heading(_), _) | (Piece::Quiet(_) | Piece::Text(_), Piece::Own(_)) => true,
        (Piece::Own(_), Piece::Quiet(_)) => !matches!(after, Some(Piece::Own(_))),
        _ => false,
    }
}

fn of(piece: &Piece, room: Room) -> Vec<Block> {
    match piece {
        Piece::Heading(said) | Piece::Question(said) => vec![Block::question(said)],
        Piece::Text(said) => vec![Block::text(said)],
        Piece::Quiet(said) => vec![Block::quiet(said)],
        Piece::Own(said) => vec![Block::warm(said)],
        Piece::AsItIs(lines) => vec![Block::text(lines.join("\n"))],
        Piece::Map { map, said } => match map::rows(map, room.width) {
            Some(rows) => vec![Block::text(rows.join("\n")), Block::quiet(LETTERS)],
            None => said.iter().map(Block::text).collect(),
        },
        Piece::Month { page, said } => {
            let month = (page.first, page.today, page.days.as_slice());
            // On a magnified screen only a week is in sight: the one that it is now.
            let rows = match room.air {
                Air::None => month::week(month, room.width),
                _ => month::rows(month, room.width),
            };
            match rows {
                Some(rows) => vec![Block::text(rows.join("\n"))],
                None => said.iter().map(Block::text).collect(),
            }
        }
    }
}
