//! The mouse on a page. Nothing needs it.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::WalkScreen;
use super::focus::Focus;
use super::sheet::{EDGE, What, lay_out};
use super::sight::Sight;
use crate::reflection::Ask;
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;

/// Rows the wheel moves at once.
const WHEEL: i16 = 2;

impl WalkScreen {
    /// Takes what the mouse did.
    pub(super) fn pointer(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        match event.kind {
            MouseEventKind::ScrollUp => self.wheel(-WHEEL),
            MouseEventKind::ScrollDown => self.wheel(WHEEL),
            MouseEventKind::Down(MouseButton::Left) => self.press(event, area, false, reply),
            MouseEventKind::Drag(MouseButton::Left) => self.press(event, area, true, reply),
            _ => {}
        }
    }

    fn press(&mut self, event: MouseEvent, area: Rect, drag: bool, reply: &mut Reply<'_>) {
        if !area.contains(Position::new(event.column, event.row)) {
            return;
        }
        let sheet = lay_out(self, area);
        let y = Sight::of(&sheet, self.top, area).row_at(event.row);
        let Some(block) = sheet.block_at(y).cloned() else {
            return;
        };
        match block.what {
            What::Pick { part, row } if !drag => self.press_pick(part, row, reply),
            What::Editor { part } => {
                if !drag {
                    self.go_to_part(part);
                }
                if self.focus.part == part {
                    let column = event.column.saturating_sub(area.x + EDGE);
                    if let Some(editor) = self.editor_mut() {
                        editor.click(column, y - block.y, drag);
                    }
                }
            }
            What::Key(command, _) if !drag => self.answer(command, reply),
            _ => {}
        }
    }

    fn press_pick(&mut self, part: usize, row: usize, reply: &mut Reply<'_>) {
        self.focus = Focus::part(part, Some(row));
        let Some(asked) = self.page.parts.get(part) else {
            return;
        };
        let Ask::Choice { picks, .. } = &asked.ask else {
            return;
        };
        if let Some(pick) = picks.get(row) {
            let (field, id) = (asked.field.clone(), pick.id.clone());
            self.choose(&field, &id, reply);
        } else {
            self.answer(Command::Choose, reply);
        }
        self.refit();
    }
}
