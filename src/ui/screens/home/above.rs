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
    // Where the rows just do not fit, the blank row above them gives way first.
    let rows = usize::from(home.menu.height(area));
    let is_tight = above + rows > usize::from(area.height);
    let above = above - usize::from(is_tight);
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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::ui::effect::{Effect, HomeView};
    use crate::ui::screens::stage::{Heard, Stage, seen};

    /// Home of a journal whose oldest entry is from this day, and what it asked for.
    fn home(stage: &mut Stage, year: i32) -> (String, Heard) {
        let mut home = Home::new(HomeView {
            oldest: NaiveDate::from_ymd_opt(year, 3, 1),
            ..HomeView::default()
        });
        let heard = stage.returned(&mut home);
        (seen(&mut home, 80, 24).0, heard)
    }

    #[test]
    fn a_reminder_is_offered_once_and_only_for_old_entries() {
        let mut stage = Stage::new();
        let (text, heard) = home(&mut stage, 2026);
        assert!(!text.contains("older than") && heard.effects.is_empty());
        let (text, heard) = home(&mut stage, 2024);
        let line = "Some entries are older than 12 months. Would a reminder help?";
        assert!(text.contains(line), "{text}");
        assert!(matches!(heard.effects[..], [Effect::SaveSettings(..)]));
        let (text, heard) = home(&mut stage, 2024);
        assert!(!text.contains("older than") && heard.effects.is_empty());
    }

    #[test]
    fn whoever_asked_to_be_reminded_is_reminded() {
        let mut stage = Stage::new();
        stage.lets(|reply| reply.settings.remind_after_months = 24);
        assert!(!home(&mut stage, 2025).0.contains("older than"));
        for _ in 0..2 {
            let (text, heard) = home(&mut stage, 2024);
            let line = "You asked to be reminded: some entries are older than 24 months.";
            assert!(text.contains(line), "{text}");
            assert!(heard.effects.is_empty());
        }
    }
}
