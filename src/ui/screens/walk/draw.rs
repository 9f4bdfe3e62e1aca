//! Draws a page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::WalkScreen;
use super::sheet::{Block, EDGE, Role, Sheet, What, lay_out};
use crate::reflection::Ask;
use crate::ui::keymap::{Command, ROWS};
use crate::ui::look::Look;
use crate::ui::widgets::editor::Ink;
use crate::ui::widgets::prose::draw_row;
use crate::ui::words as common;

/// Draws the page into its area, and says where the cursor is.
pub(super) fn draw(screen: &WalkScreen, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return area.as_position();
    }
    let sheet = lay_out(screen, area);
    let mut cursor = None;
    for block in &sheet.blocks {
        if let Some(place) = visible(block, screen.top, area) {
            let at = draw_block(screen, look, block, place, buf);
            cursor = cursor.or(at);
        }
    }
    draw_more_below(screen, look, &sheet, area, buf);
    cursor.unwrap_or_else(|| area.as_position())
}

/// The part of a block that is in sight; editors scroll by themselves and keep their top.
fn visible(block: &Block, top: u16, area: Rect) -> Option<Rect> {
    let bottom = block.y + block.height;
    let end = top + area.height;
    if bottom <= top || block.y >= end {
        return None;
    }
    let first = block.y.max(top);
    let last = bottom.min(end);
    Some(Rect {
        y: area.y + first - top,
        height: last - first,
        ..area
    })
}

fn draw_block(
    screen: &WalkScreen,
    look: &Look,
    block: &Block,
    place: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    match &block.what {
        What::Text(rows, role) => {
            let skipped = usize::from(screen.top.saturating_sub(block.y));
            for (row, text) in place.rows().zip(rows.iter().skip(skipped)) {
                draw_row(text, row, buf, style_of(*role, look));
            }
            None
        }
        What::Pick { part, row } => draw_pick(screen, look, (*part, *row), place, buf),
        What::Editor { part } => draw_editor(screen, look, *part, place, buf),
        What::Key(command, said) => {
            draw_key(look, *command, said, place, buf);
            None
        }
    }
}

fn style_of(role: Role, look: &Look) -> Style {
    match role {
        Role::Question => look.question,
        Role::Text => look.text,
        Role::Quiet => look.quiet,
        Role::Warm => look.warm,
    }
}

/// One answer: the focus mark, the mark of what is chosen, the key and the words. All answers
/// look alike; only what was chosen is said to be, by a sign and by weight.
fn draw_pick(
    screen: &WalkScreen,
    look: &Look,
    (part, row): (usize, usize),
    place: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let asked = screen.page.parts.get(part)?;
    let Ask::Choice { picks, .. } = &asked.ask else {
        return None;
    };
    let pick = picks.get(row)?;
    let chosen = screen
        .journey
        .walk()
        .paper()
        .has_chosen(&asked.field, &pick.id);
    let has_focus = screen.focus.part == part && screen.focus.row == Some(row);
    let mark = if chosen { look.marks.chosen } else { " " };
    let focus = if has_focus { look.marks.focus } else { " " };
    let weight = if chosen {
        Modifier::BOLD
    } else {
        Modifier::empty()
    };
    let (key, text) = if has_focus {
        buf.set_style(place, look.selection);
        (look.selection, look.selection.add_modifier(weight))
    } else {
        (look.accent, look.text.add_modifier(weight))
    };
    draw_row(&format!("{focus} {mark} "), place, buf, text);
    draw_row(&pick.key.to_string(), inset(place, 4), buf, key);
    draw_row(&pick.words, inset(place, 7), buf, text);
    let rests = screen.focus.part == part && screen.focus.row.is_none() && row == 0;
    (has_focus || rests).then(|| place.as_position())
}

fn draw_editor(
    screen: &WalkScreen,
    look: &Look,
    part: usize,
    place: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let asked = screen.page.parts.get(part)?;
    let editor = screen.editors.get(&asked.field)?;
    let has_focus = screen.focus.part == part;
    let edge = if has_focus { look.accent } else { look.rule };
    for row in place.rows() {
        draw_row(look.marks.edge, row, buf, edge);
    }
    let ink = Ink {
        text: look.text,
        selected: look.selection,
    };
    let at = editor.render(inset(place, EDGE), buf, ink);
    has_focus.then_some(at)
}

fn draw_key(look: &Look, command: Command, said: &str, place: Rect, buf: &mut Buffer) {
    let chord = ROWS
        .iter()
        .find(|row| row.command == command)
        .and_then(|row| row.chords.first());
    let key = chord.map(ToString::to_string).unwrap_or_default();
    draw_row(&key, place, buf, look.accent);
    let used = u16::try_from(key.chars().count()).unwrap_or(0) + 2;
    draw_row(said, inset(place, used), buf, look.quiet);
}

fn inset(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect {
        x: area.x + by,
        width: area.width - by,
        ..area
    }
}

/// Says that the page goes on, on the last row, at its end.
fn draw_more_below(screen: &WalkScreen, look: &Look, sheet: &Sheet, area: Rect, buf: &mut Buffer) {
    if sheet.height <= screen.top + area.height {
        return;
    }
    let said = format!(" {} {}", look.marks.dot, common::MORE_BELOW);
    let width = u16::try_from(said.chars().count())
        .unwrap_or(area.width)
        .min(area.width);
    let y = area.bottom() - 1;
    let place = Rect {
        x: area.right() - width,
        y,
        width,
        height: 1,
    };
    draw_row(&said, place, buf, look.quiet);
}
