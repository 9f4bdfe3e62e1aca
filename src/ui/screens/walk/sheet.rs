//! The page as rows, from top to bottom: one pure layout for drawing, clicks and scrolling.

use ratatui::layout::Rect;

use super::sight::Sight;
use super::{WalkScreen, words};
use crate::reflection::{Ask, Kept, Part};
use crate::ui::keymap::Command;
use crate::ui::layout::Size;
use crate::ui::widgets::prose::wrap;

/// Cells before a text that is written: the edge and a space.
pub(super) const EDGE: u16 = 2;
/// Rows a note has at least, so that it looks like a place to write.
const NOTE_ROWS: u16 = 4;
/// Rows a one-line box grows to before it scrolls.
const LINE_ROWS: u16 = 8;

/// Rows of a body that has room for air between a question and what is said below it.
const ROOMY: u16 = 18;

/// Cells before the words of a key that opens something, such as `Ctrl+O`.
pub(super) const KEY: u16 = 8;

/// Cells before the words of an answer: its marks and its key.
pub(super) const PICK: u16 = 7;

/// How a text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Question,
    Text,
    Quiet,
    Warm,
}

/// What a block shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Text to be read.
    Text(Vec<String>, Role),
    /// One answer of a choice.
    Pick { part: usize, row: usize },
    /// A text that is written.
    Editor { part: usize },
    /// A key that opens something, with its words.
    Key(Command, String),
}

/// A few rows of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The row it begins at, from the top of the page.
    pub(super) y: u16,
    /// How many rows it has.
    pub(super) height: u16,
    /// What it shows.
    pub(super) what: What,
}

/// The whole page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) blocks: Vec<Block>,
    pub(super) height: u16,
    /// Rows at its start that stay in sight: the question, where the page begins with it.
    pub(super) pinned: u16,
}

impl Sheet {
    fn add(&mut self, height: usize, what: What) {
        let height = u16::try_from(height).unwrap_or(u16::MAX);
        if height > 0 {
            self.blocks.push(Block {
                y: self.height,
                height,
                what,
            });
            self.height = self.height.saturating_add(height);
        }
    }

    fn text(&mut self, text: &str, width: u16, role: Role) {
        let rows = wrap(text, width);
        self.add(rows.len(), What::Text(rows, role));
    }

    fn gap(&mut self) {
        if self.height > 0 {
            self.height = self.height.saturating_add(1);
        }
    }

    /// The block at a row of the page.
    pub(super) fn block_at(&self, y: u16) -> Option<&Block> {
        self.blocks
            .iter()
            .find(|block| (block.y..block.y + block.height).contains(&y))
    }
}

/// Lays out a page for an area; on a magnified screen the question and the answer alone, unless
/// all of it fits.
pub(super) fn lay_out(screen: &WalkScreen, area: Rect) -> Sheet {
    let with_example = screen.example_is_open();
    let whole = lay_out_as(screen, area, false, with_example);
    if is_small(area) && whole.height > area.height {
        return lay_out_as(screen, area, true, with_example);
    }
    whole
}

/// Tells whether an example may stand above the answers: no answer may be out of sight for it,
/// since those that are seen first would be chosen more.
pub(super) fn has_room_for_example(screen: &WalkScreen, area: Rect) -> bool {
    let whole = lay_out_as(screen, area, false, true);
    let answers = whole.blocks.iter().filter(|block| {
        let What::Pick { part, .. } = block.what else {
            return false;
        };
        part == 0
    });
    let end = answers.map(|block| block.y + block.height).max();
    end.is_none_or(|end| end <= area.height)
}

fn lay_out_as(screen: &WalkScreen, area: Rect, small: bool, with_example: bool) -> Sheet {
    let mut sheet = Sheet::default();
    let page = &screen.page;
    let width = area.width;
    if !small {
        add_all_kept(&mut sheet, &page.kept, width);
        if !page.kept.is_empty() {
            sheet.gap();
        }
    }
    let begins = sheet.height == 0;
    sheet.text(&page.question, width, Role::Question);
    if begins {
        sheet.pinned = sheet.height;
    }
    add_read(&mut sheet, &page.read, (area, small));
    if !small || page.parts.is_empty() {
        let has_air = area.height >= ROOMY || !page.read.is_empty();
        if has_air && !page.under.is_empty() {
            sheet.gap();
        }
        for line in &page.under {
            sheet.text(line, width, Role::Quiet);
        }
    }
    if !small && with_example {
        add_example(&mut sheet, screen, width);
    }
    for (place, part) in page.parts.iter().enumerate() {
        add_part(&mut sheet, screen, (place, part), (area, small));
    }
    if !small {
        add_offers(&mut sheet, screen, with_example, width);
    }
    sheet
}

/// On a magnified screen the question and the answer stand alone.
pub(super) fn is_small(area: Rect) -> bool {
    // The body of a full screen is five rows less high, and up to four cells less wide.
    Size::of(Rect {
        width: area.width + 4,
        height: area.height + 5,
        ..area
    }) != Size::Full
}

/// What is to be read is no decoration: it is there at every size, and scrolls.
fn add_read(sheet: &mut Sheet, read: &[String], (area, small): (Rect, bool)) {
    for (place, paragraph) in read.iter().enumerate() {
        let has_air = if place == 0 {
            area.height >= ROOMY
        } else {
            !small
        };
        if has_air {
            sheet.gap();
        }
        sheet.text(paragraph, area.width, Role::Text);
    }
}

/// Adds what was kept; things of the same kind stand under one label.
fn add_all_kept(sheet: &mut Sheet, all: &[Kept], width: u16) {
    let mut over = "";
    for kept in all {
        if kept.label != over {
            sheet.text(&kept.label, width, Role::Quiet);
            over = &kept.label;
        }
        sheet.text(&kept.words, width, Role::Warm);
    }
}

fn add_part(
    sheet: &mut Sheet,
    screen: &WalkScreen,
    (place, part): (usize, &Part),
    (area, small): (Rect, bool),
) {
    if !small || place > 0 {
        sheet.gap();
    }
    if !(small && place == 0 && matches!(part.ask, Ask::Line { .. } | Ask::Note)) {
        // Where there are several things, the one that has the focus says so by its weight too.
        let has_focus = screen.focus.part == place && screen.page.parts.len() > 1;
        let role = match (has_focus, place) {
            (true, _) => Role::Question,
            (false, 0) => Role::Quiet,
            (false, _) => Role::Text,
        };
        sheet.text(&part.label, area.width, role);
    }
    match &part.ask {
        Ask::Choice { picks, .. } => {
            for (row, pick) in picks.iter().enumerate() {
                let rows = wrap(&pick.words, area.width.saturating_sub(PICK)).len();
                sheet.add(rows.max(1), What::Pick { part: place, row });
            }
        }
        Ask::Line { .. } => {
            let rows = editor_rows(screen, part, area).clamp(1, LINE_ROWS.min(area.height.max(1)));
            sheet.add(rows.into(), What::Editor { part: place });
        }
        Ask::Note => {
            let most = area
                .height
                .saturating_sub(4)
                .max(NOTE_ROWS.min(area.height.max(1)));
            let rows = editor_rows(screen, part, area).clamp(NOTE_ROWS.min(most), most);
            sheet.add(rows.into(), What::Editor { part: place });
        }
    }
}

fn editor_rows(screen: &WalkScreen, part: &Part, area: Rect) -> u16 {
    let width = area.width.saturating_sub(EDGE);
    let rows = screen
        .editors
        .get(&part.field)
        .map_or(1, |editor| editor.rows(width));
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// What the page offers besides: more, the example, the moment, first words.
fn add_offers(sheet: &mut Sheet, screen: &WalkScreen, with_example: bool, width: u16) {
    let mut offers = Vec::new();
    if let Some(starter) = screen.starter() {
        offers.push((Command::Starter, format!("{} {starter}", words::STARTER)));
    }
    if let Some(more) = &screen.page.more {
        offers.push((Command::More, more.clone()));
    }
    if let Some(point) = &screen.page.point {
        offers.push((Command::Point, point.clone()));
    }
    if let Some(example) = screen.page.example.as_ref().filter(|_| !with_example) {
        offers.push((Command::Example, example.title.clone()));
    }
    if offers.is_empty() {
        return;
    }
    sheet.gap();
    for (command, said) in offers {
        let rows = wrap(&said, width.saturating_sub(KEY)).len();
        sheet.add(rows, What::Key(command, said));
    }
}

/// The example stands above the answers, so that both are in sight together.
fn add_example(sheet: &mut Sheet, screen: &WalkScreen, width: u16) {
    let Some(example) = &screen.page.example else {
        return;
    };
    sheet.gap();
    // Without its name it reads as a part of the question, or of what was chosen.
    sheet.text(&format!("{}:", example.title), width, Role::Quiet);
    for (label, text) in [
        (example.mine_label.as_str(), &example.mine),
        (example.theirs_label.as_str(), &example.theirs),
        (words::FROM_SEED, &example.seed),
    ] {
        if !text.is_empty() {
            sheet.text(&format!("{label}: {text}"), width, Role::Text);
        }
    }
}

impl WalkScreen {
    /// Fits the editors to the area, and scrolls so that what has the focus is in sight.
    pub(super) fn refit(&mut self) {
        let area = self.area;
        if area.is_empty() {
            return;
        }
        for _ in 0..2 {
            // Twice: the width a text is wrapped at can change how many rows it has.
            let sheet = lay_out(self, area);
            for block in &sheet.blocks {
                let What::Editor { part } = block.what else {
                    continue;
                };
                let Some(part) = self.page.parts.get(part) else {
                    continue;
                };
                if let Some(editor) = self.editors.get_mut(&part.field) {
                    editor.fit(area.width.saturating_sub(EDGE), block.height);
                }
            }
        }
        self.follow(area);
    }

    fn follow(&mut self, area: Rect) {
        let sheet = lay_out(self, area);
        let sight = Sight::of(&sheet, self.top, area);
        let sight = match self.rows_of_focus(&sheet) {
            Some((first, last)) => sight.showing(first, last),
            None => sight,
        };
        self.top = sight.top();
        self.goes_on = sight.goes_on(&sheet);
    }

    /// The first and the last row that must be in sight.
    fn rows_of_focus(&self, sheet: &Sheet) -> Option<(u16, u16)> {
        let focus = self.focus;
        let block = sheet.blocks.iter().find(|block| match block.what {
            What::Pick { part, row } => part == focus.part && Some(row) == focus.row,
            What::Editor { part } => part == focus.part,
            _ => false,
        })?;
        let part = self.page.parts.get(focus.part)?;
        let cursor = self
            .editors
            .get(&part.field)
            .map_or(0, |editor| editor.cursor().1);
        let row = block.y + cursor.min(block.height - 1);
        let label = sheet
            .blocks
            .iter()
            .rfind(|before| before.y + before.height == block.y);
        let (first, last) = match block.what {
            // A text is shown whole, with the words above it, where there is room for that.
            What::Editor { .. } => (
                label.map_or(block.y, |label| label.y),
                block.y + block.height - 1,
            ),
            _ => (row, row),
        };
        if last - first + sheet.pinned < self.area.height {
            Some((first, last))
        } else {
            Some((row, row))
        }
    }
}
