//! Draws the panel: what is locked, the box, and what came of it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Manner, Said, Unlock, words};
use crate::ui::look::Look;
use crate::ui::widgets::prose::{draw_row, wrap};

/// Rows of a body that has room for air and for the quiet line.
const ROOMY: u16 = 10;
/// Rows that the box takes at most, when a long code is shown.
const MOST: u16 = 3;

/// Rows to draw, from the top down.
struct Rest<'b> {
    area: Rect,
    buf: &'b mut Buffer,
}

impl Rest<'_> {
    fn gap(&mut self) {
        let rows = 1.min(self.area.height);
        self.area.y += rows;
        self.area.height -= rows;
    }

    fn text(&mut self, text: &str, style: Style) {
        for line in wrap(text, self.area.width) {
            draw_row(
                &line,
                Rect {
                    height: 1,
                    ..self.area
                }
                .intersection(self.area),
                self.buf,
                style,
            );
            self.gap();
        }
    }

    fn take(&mut self, rows: u16) -> Rect {
        let height = rows.min(self.area.height);
        let taken = Rect {
            height,
            ..self.area
        };
        self.area.y += height;
        self.area.height -= height;
        taken
    }
}

pub(super) fn draw(screen: &Unlock, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
    let area = area.intersection(buf.area);
    let is_roomy = area.height >= ROOMY;
    let mut rest = Rest { area, buf };
    if screen.manner == Manner::Start {
        rest.text(words::LOCKED, look.question);
        if is_roomy {
            rest.text(words::HOW, look.quiet);
            rest.gap();
        }
    }
    rest.text(words::LABEL, look.quiet);
    let box_rows = screen.secret.rows(area.width).clamp(1, MOST);
    let place = rest.take(box_rows);
    let cursor = screen.secret.view(look, place, rest.buf);
    if is_roomy {
        rest.gap();
    }
    draw_said(screen, look, &mut rest);
    cursor
}

fn draw_said(screen: &Unlock, look: &Look, rest: &mut Rest<'_>) {
    if screen.is_trying() {
        let opening = match screen.manner {
            Manner::Start => words::OPENING,
            Manner::Notes => words::OPENING_NOTES,
        };
        return rest.text(&format!("{opening} {}", words::ESC_STOPS), look.text);
    }
    match &screen.said {
        Said::Nothing => {}
        Said::Words(said) => rest.text(said, look.warm),
        Said::Trouble(said) => rest.text(told(screen, said, words::DID_NOT_OPEN, rest), look.warm),
        Said::Wrong(said) => rest.text(told(screen, said, words::NOT_THIS, rest), look.warm),
    }
}

/// The whole of it; or a few words in front of a passer-by, and where there is no room for it: the
/// help has the rest.
fn told<'s>(screen: &Unlock, said: &'s str, short: &'s str, rest: &Rest<'_>) -> &'s str {
    let rows = wrap(said, rest.area.width).len();
    let is_told = screen.manner == Manner::Start && rows <= usize::from(rest.area.height);
    if is_told { said } else { short }
}
