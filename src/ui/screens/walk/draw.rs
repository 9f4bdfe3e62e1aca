//! Draws a page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::WalkScreen;
use super::sheet::{Block, EDGE, KEY, PICK, Role, What, lay_out};
use super::sight::Sight;
use crate::reflection::Ask;
use crate::ui::keymap::{Command, ROWS};
use crate::ui::look::Look;
use crate::ui::widgets::editor::Ink;
use crate::ui::widgets::prose::{draw_row, draw_rows, inset};

/// Draws the page into its area, and says where the cursor is.
pub(super) fn draw(screen: &WalkScreen, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return area.as_position();
    }
    let sheet = lay_out(screen, area);
    let sight = Sight::of(&sheet, screen.top, area);
    let mut cursor = None;
    for block in &sheet.blocks {
        if let Some((place, skipped)) = sight.place(block) {
            let at = draw_block(screen, look, block, (place, skipped), buf);
            cursor = cursor.or(at);
        }
    }
    cursor.unwrap_or_else(|| area.as_position())
}

fn draw_block(
    screen: &WalkScreen,
    look: &Look,
    block: &Block,
    (place, skipped): (Rect, u16),
    buf: &mut Buffer,
) -> Option<Position> {
    match &block.what {
        // Half a sentence under the question would read as part of it.
        What::Text(_, Role::Quiet) if skipped > 0 && !screen.page.parts.is_empty() => None,
        What::Text(rows, role) => {
            for (row, text) in place.rows().zip(rows.iter().skip(skipped.into())) {
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
    draw_rows(&pick.words, inset(place, PICK), buf, text);
    if rests_among_others(screen, part) {
        draw_row(look.marks.edge, place, buf, look.accent);
    }
    let rests = screen.focus.part == part && screen.focus.row.is_none() && row == 0;
    (has_focus || rests).then(|| place.as_position())
}

/// Whether a choice has the focus and none of its rows has, while there is more on the page: then
/// an edge says where one is, as it does at a text.
fn rests_among_others(screen: &WalkScreen, part: usize) -> bool {
    let is_here = screen.focus.part == part && screen.focus.row.is_none();
    is_here && screen.page.parts.len() > 1
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
    // The whole edge is where one is, also where there are no colours to say so.
    let (edge, style) = if has_focus {
        (look.marks.edge, look.accent)
    } else {
        (look.marks.edge_at_rest, look.rule)
    };
    for row in place.rows() {
        draw_row(edge, row, buf, style);
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
    draw_rows(said, inset(place, KEY), buf, look.quiet);
}
