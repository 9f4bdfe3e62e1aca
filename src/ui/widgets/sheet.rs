//! A text to be read, with a few rows below it to choose from.
//!
//! The rows have the focus from the start, since choosing is what the page is for. Going up from
//! the first row leads into the text, row by row, so that a braille display or a magnifier can
//! read all of it; going down from its end leads back.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::menu::{Menu, MenuMark, MenuRow};
use super::pointer::Pointer;
use super::reading::{Block, Reading, ReadingMark};
use crate::ui::keymap::Command;
use crate::ui::look::Look;

/// Rows of an area in which a text and many rows get the same share.
const ROOMY: u16 = 16;
/// Rows of an area in which a blank row between the text and its rows is no waste.
const AIRY: u16 = 11;
/// Rows that stay for choosing under a text that leads, the blank one above them included.
const LEFT_FOR_ROWS: u16 = 6;

/// Holds a text and the rows below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    text: Reading,
    menu: Menu,
    in_text: bool,
    text_leads: bool,
}

/// Says what a command or a click came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// This row was chosen.
    Row(usize),
    /// It moved, or was taken in another way.
    Moved,
    /// It means nothing here.
    Nothing,
}

/// Where a person was on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetMark {
    text: ReadingMark,
    rows: MenuMark,
    in_text: bool,
}

impl Sheet {
    /// Notes where one is.
    pub fn mark(&self) -> SheetMark {
        SheetMark {
            text: self.text.mark(),
            rows: self.menu.mark(),
            in_text: self.in_text,
        }
    }

    /// Goes back to where one was.
    pub fn go_to(&mut self, mark: SheetMark) {
        self.text.go_to(mark.text);
        self.menu.go_to(mark.rows);
        self.in_text = mark.in_text;
        self.say_how_it_goes_on();
    }

    /// Puts a text over rows.
    pub fn new(blocks: Vec<Block>, rows: Vec<MenuRow>) -> Self {
        Self {
            text: Reading::new(blocks).by_page(true),
            menu: Menu::new(rows),
            in_text: false,
            text_leads: false,
        }
    }

    /// Gives the text all the room but a few rows: it is a picture to be seen as a whole.
    #[must_use]
    pub fn with_text_leading(self, text_leads: bool) -> Self {
        Self { text_leads, ..self }
    }

    /// Gives the focus to a row.
    pub fn focus_row(&mut self, row: usize) {
        self.menu.set_focus(row);
    }

    /// Counts the screen rows that its rows to choose from take.
    pub fn rows_height(&self, area: Rect) -> u16 {
        self.menu.height(area)
    }

    /// Takes another text.
    pub fn set_text(&mut self, blocks: Vec<Block>) {
        self.text.set_blocks(blocks);
    }

    /// Takes a command.
    pub fn command(&mut self, command: Command) -> Chosen {
        match command {
            Command::Go | Command::Choose if self.in_text => self.in_text = false,
            Command::Go | Command::Choose => return Chosen::Row(self.menu.focus()),
            Command::Up | Command::PreviousThing => self.up(command),
            Command::Down | Command::NextThing => self.down(command),
            // A text that is whole has no pages: those of the rows are meant.
            Command::PageUp | Command::PageDown if !self.in_text && self.text.is_whole() => {
                self.menu.command(command);
            }
            Command::PageUp | Command::PageDown => {
                self.text.command(command);
            }
            Command::First if self.in_text || self.menu.focus() == 0 => {
                self.in_text = true;
                self.text.command(command);
            }
            Command::Last if self.in_text => {
                self.in_text = false;
                self.text.command(command);
            }
            Command::First | Command::Last => {
                self.menu.command(command);
            }
            _ => return Chosen::Nothing,
        }
        self.say_how_it_goes_on();
        Chosen::Moved
    }

    /// While the rows have the focus, only the page keys scroll the text.
    fn say_how_it_goes_on(&mut self) {
        self.text.set_by_page(!self.in_text);
    }

    /// Takes a letter.
    pub fn typed(&mut self, letter: char) -> Chosen {
        match self.menu.row_with_key(letter) {
            Some(row) => {
                self.menu.set_focus(row);
                self.in_text = false;
                self.say_how_it_goes_on();
                Chosen::Row(row)
            }
            None => Chosen::Nothing,
        }
    }

    /// Takes what the mouse did.
    pub fn pointed(&mut self, pointer: Pointer, area: Rect) -> Chosen {
        match pointer {
            Pointer::Wheel(turns) => self.wheel(turns),
            Pointer::Click { column, row } => {
                let (_, below) = self.parts(area);
                let Some(row) = self.menu.row_at(below, column, row) else {
                    return Chosen::Nothing;
                };
                self.menu.set_focus(row);
                self.in_text = false;
                self.say_how_it_goes_on();
                return Chosen::Row(row);
            }
        }
        Chosen::Moved
    }

    /// Turns the wheel: the page goes by as one, first what is read and then the rows, and back.
    fn wheel(&mut self, turns: i16) {
        let is_first = self.menu.is_at_first();
        if turns > 0 && self.text.goes_on() || turns < 0 && is_first {
            self.text.wheel(turns);
        } else {
            self.menu.wheel(turns);
            self.in_text = false;
        }
        self.say_how_it_goes_on();
    }

    /// Learns the area it will be drawn in.
    pub fn fit(&mut self, area: Rect) {
        let (text, rows) = self.parts(area);
        self.text.fit(text);
        self.menu.fit(rows);
    }

    /// Draws both, and gives the place of what has the focus.
    pub fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let (text, rows) = self.parts(area.intersection(buf.area));
        let in_text = self.text.view(look, text, buf);
        let in_rows = self.menu.view(look, rows, buf);
        if self.in_text { in_text } else { in_rows }
    }

    fn up(&mut self, command: Command) {
        let before = self.menu.focus();
        if self.in_text {
            self.text.command(Command::Up);
            return;
        }
        self.menu.command(command);
        if self.menu.focus() == before {
            self.in_text = true;
            self.text.command(Command::Last);
        }
    }

    fn down(&mut self, command: Command) {
        if !self.in_text {
            self.menu.command(command);
        } else if command == Command::NextThing || self.text.is_at_end() {
            self.in_text = false;
        } else {
            self.text.command(Command::Down);
        }
    }

    /// The text keeps what the rows leave it; they come straight after a short one.
    fn parts(&self, area: Rect) -> (Rect, Rect) {
        // However many rows there are, the text keeps a part of the screen, and more of it while it
        // is read.
        let wanted = self.text.height(area.width);
        let share = match area.height {
            height if self.text_leads && height >= ROOMY => height - LEFT_FOR_ROWS,
            height if self.in_text => height / 3 * 2,
            // Half of it, rounded up: the rows can scroll.
            height => height - height / 2,
        };
        let least = wanted.min(share);
        let all = self.menu.height(area);
        // Rows that go on below leave a blank one above them, where there is room for one.
        let gap = u16::from(all > area.height - least && least > 0 && area.height >= AIRY);
        let rows = all.min((area.height - least).saturating_sub(gap));
        let is_cut = wanted.saturating_add(rows) > area.height;
        let has_air = area.height >= AIRY || !is_cut;
        // No blank row, where all of the text fits but for that.
        let just_fits = wanted.saturating_add(rows) == area.height;
        let air = u16::from(area.height >= rows.saturating_add(4) && !just_fits && has_air);
        let text = wanted.min(area.height - rows - air.min(area.height - rows));
        let below = (area.y + text + air).min(area.bottom());
        let height = rows.min(area.bottom() - below);
        (
            Rect {
                height: text,
                ..area
            },
            Rect {
                y: below,
                height,
                ..area
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;

    use super::*;
    use crate::ui::look::{Choice, Depth};

    fn sheet() -> Sheet {
        let blocks = vec![
            Block::question("You can leave it here."),
            Block::quiet("Kept."),
        ];
        Sheet::new(
            blocks,
            vec![MenuRow::new("Home").with_key('h'), MenuRow::new("Leave")],
        )
    }

    fn drawn(sheet: &mut Sheet, width: u16, height: u16) -> (Vec<String>, Position) {
        let area = Rect::new(0, 0, width, height);
        sheet.fit(area);
        let mut buf = Buffer::empty(area);
        let cursor = sheet.view(
            &Look::of(Choice::CalmDark, Depth::True, false),
            area,
            &mut buf,
        );
        let rows = buf.content().chunks(usize::from(width).max(1));
        let rows = rows.map(|cells| cells.iter().map(Cell::symbol).collect::<String>());
        (rows.map(|row| row.trim_end().to_owned()).collect(), cursor)
    }

    #[test]
    fn rows_come_straight_after_a_short_text_and_have_the_focus() {
        let (rows, cursor) = drawn(&mut sheet(), 30, 9);
        let wanted = [
            "You can leave it here.",
            "",
            "Kept.",
            "",
            "> h  Home",
            "     Leave",
            "",
        ];
        assert_eq!(rows[..7], wanted);
        assert_eq!(cursor, Position::new(2, 4));
    }

    #[test]
    fn the_cursor_goes_up_into_the_text_and_down_again() {
        let mut sheet = sheet();
        sheet.command(Command::Up);
        assert_eq!(drawn(&mut sheet, 30, 9).1.y, 2);
        assert_eq!(sheet.command(Command::Go), Chosen::Moved);
        assert_eq!(sheet.command(Command::Go), Chosen::Row(0));
        sheet.command(Command::First);
        assert_eq!(drawn(&mut sheet, 30, 9).1.y, 0);
        for _ in 0..3 {
            sheet.command(Command::Down);
        }
        assert_eq!(drawn(&mut sheet, 30, 9).1.y, 4);
        assert_eq!(sheet.typed('H'), Chosen::Row(0));
        assert_eq!(sheet.typed('x'), Chosen::Nothing);
    }

    #[test]
    fn a_long_text_leaves_room_for_its_rows() {
        let mut sheet = Sheet::new(
            vec![Block::text("word ".repeat(60))],
            vec![MenuRow::new("Home"), MenuRow::new("Leave")],
        );
        let (rows, _) = drawn(&mut sheet, 30, 7);
        assert_eq!(rows[4], "          more below: PageDown");
        assert_eq!(rows[5..], ["> Home", "  Leave"]);
        let click = Pointer::Click { column: 3, row: 6 };
        assert_eq!(sheet.pointed(click, Rect::new(0, 0, 30, 7)), Chosen::Row(1));
    }

    #[test]
    fn under_a_text_that_is_whole_the_page_keys_go_through_the_rows() {
        let rows = |number| (0..number).map(|row| MenuRow::new(format!("Row {row}")));
        let mut sheet = Sheet::new(vec![Block::text("A word")], rows(30).collect());
        drawn(&mut sheet, 30, 9);
        sheet.command(Command::PageDown);
        assert!(sheet.menu.focus() > 3, "{}", sheet.menu.focus());
        sheet.command(Command::PageUp);
        assert_eq!(sheet.menu.focus(), 0);
        let text = vec![Block::text("word ".repeat(60))];
        let mut long = Sheet::new(text, rows(30).collect());
        drawn(&mut long, 30, 9);
        long.command(Command::PageDown);
        assert_eq!(long.menu.focus(), 0, "the text is what has pages");
    }

    #[test]
    fn a_text_that_just_fits_is_whole_and_many_rows_leave_some_of_it() {
        let text = || vec![Block::text("word ".repeat(20))];
        let rows = |number| (0..number).map(|row| MenuRow::new(format!("Row {row}")));
        let mut just = Sheet::new(text(), rows(2).collect());
        let (seen, _) = drawn(&mut just, 30, 6);
        assert_eq!(seen[3], "word word");
        assert_eq!(seen[4..], ["> Row 0", "  Row 1"]);
        let mut many = Sheet::new(text(), rows(9).collect());
        let (seen, cursor) = drawn(&mut many, 30, 7);
        assert_eq!(seen[0], "word word word word word word");
        assert_eq!((seen[4].as_str(), cursor.y), ("> Row 0", 4));
        many.command(Command::Last);
        assert_eq!(drawn(&mut many, 30, 7).0[6], "> Row 8");
        many.command(Command::First);
        many.command(Command::First);
        assert_eq!(drawn(&mut many, 30, 7).1.y, 0);
    }

    #[test]
    fn it_draws_at_every_size() {
        for (width, height) in (0..20).flat_map(|w| (0..9).map(move |h| (w, h))) {
            let mut sheet = sheet();
            drawn(&mut sheet, width, height);
            sheet.command(Command::Up);
            drawn(&mut sheet, width, height);
        }
    }
}
