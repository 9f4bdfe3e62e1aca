//! What stands above the rows of Home, and where the rows begin.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Home, words};
use crate::ui::look::Look;
use crate::ui::widgets::prose::{draw_row, wrap};

/// How a line above the menu is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Notice,
    Quiet,
    Question,
}

/// The lines above the menu: what was found while starting, then the question.
fn said_above(home: &Home, width: u16) -> Vec<(String, Tone)> {
    let mut lines = Vec::new();
    let said = home.view.read_only.iter().chain(&home.notices);
    let said = said.map(|said| (said, Tone::Notice));
    let said = said.chain(home.reminder.iter().map(|said| (said, Tone::Quiet)));
    for (notice, tone) in said {
        lines.extend(wrap(notice, width).into_iter().map(|line| (line, tone)));
    }
    if !lines.is_empty() {
        lines.push((String::new(), Tone::Quiet));
    }
    lines.push((words::WELCOME.to_owned(), Tone::Question));
    lines.push((String::new(), Tone::Quiet));
    lines
}

pub(super) fn menu_area(home: &Home, area: Rect) -> Rect {
    let above = said_above(home, area.width).len();
    // On a magnified screen the rows matter more than the question above them.
    let above = if usize::from(area.height) < above + 6 {
        0
    } else {
        above
    };
    let above = u16::try_from(above).unwrap_or(0).min(area.height);
    Rect {
        y: area.y + above,
        height: area.height - above,
        ..area
    }
}

/// Draws what stands above the rows.
pub(super) fn draw(home: &Home, look: &Look, area: Rect, buf: &mut Buffer) {
    let above = Rect {
        height: menu_area(home, area).y - area.y,
        ..area
    };
    for (row, (line, tone)) in above.rows().zip(said_above(home, area.width)) {
        let ink = match tone {
            Tone::Notice => look.warm,
            Tone::Quiet => look.quiet,
            Tone::Question => look.question,
        };
        draw_row(&line, row, buf, ink);
    }
}
