//! The keys of one screen, as rows that can be chosen.

use super::super::Screen;
use super::words;
use crate::content::HelpPage;
use crate::ui::keymap::{self, Chord, Command, Context, Row};
use crate::ui::screen::Room;
use crate::ui::widgets::menu::{Menu, MenuRow};

/// Says what choosing a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// It does this on the screen below.
    Do(Command),
    /// The key only makes sense there.
    OnlyThere,
    /// It opens this page.
    Read(String),
}

/// Lists keys, and then pages to read.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    pub(super) menu: Menu,
    /// What each row does; nothing for a heading.
    deeds: Vec<Option<Deed>>,
    /// The keys of writing: they are many, and so they come last.
    writing: Option<Vec<(Deed, MenuRow)>>,
}

/// One line of help: what a command does, and by which keys.
struct Line {
    row: &'static Row,
    keys: Vec<Chord>,
}

impl Keys {
    /// Reads the key table as it counts on a screen.
    pub(super) fn of(screen: &Screen) -> Self {
        let lines = lines(screen);
        let here = rows(&lines, |context| {
            !is_text(context) && !is_everywhere(context)
        });
        let everywhere = rows(&lines, is_everywhere);
        let writing = Some(rows(&lines, is_text));
        let mut keys = Self {
            menu: Menu::new(Vec::new()),
            deeds: Vec::new(),
            writing,
        };
        keys.add(words::HERE, here);
        keys.add(words::EVERYWHERE, everywhere);
        keys.menu.set_focus(0);
        keys
    }

    /// Adds the pages of the pack, once, and what comes after them.
    pub(super) fn add_pages(&mut self, pages: &[HelpPage]) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        let pages = pages.iter();
        let rows = pages.map(|page| (Deed::Read(page.id.clone()), MenuRow::new(&page.title)));
        self.add(words::TO_READ, rows.collect());
        self.add(words::WRITING, writing);
    }

    /// What the focused row does.
    pub(super) fn deed(&self) -> Option<Deed> {
        self.deeds.get(self.menu.focus()).cloned().flatten()
    }

    fn add(&mut self, title: &str, rows: Vec<(Deed, MenuRow)>) {
        if rows.is_empty() {
            return;
        }
        self.deeds.push(None);
        self.menu.extend([MenuRow::heading(title)]);
        for (deed, row) in rows {
            self.deeds.push(Some(deed));
            self.menu.extend([row]);
        }
    }
}

/// The lines of help; rows that do the same in the same words are one line.
fn lines(screen: &Screen) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in keymap::rows(&screen.contexts()) {
        if row.chords.is_empty() || !screen.offers(row.command) {
            continue;
        }
        let same = |line: &&mut Line| line.row.command == row.command;
        match lines.iter_mut().find(same) {
            Some(line) if line.row.words == row.words => line.keys.extend(row.chords),
            _ => lines.push(Line {
                row,
                keys: row.chords.to_vec(),
            }),
        }
    }
    lines
}

fn rows(lines: &[Line], belongs: impl Fn(Context) -> bool) -> Vec<(Deed, MenuRow)> {
    let belonging = lines.iter().filter(|line| belongs(line.row.context));
    belonging
        .map(|line| (deed_of(line.row), row_of(line)))
        .collect()
}

fn is_text(context: Context) -> bool {
    matches!(
        context,
        Context::Text | Context::Note | Context::Line | Context::Offered
    )
}

fn is_everywhere(context: Context) -> bool {
    context == Context::Everywhere
}

/// What the palette would offer can be chosen from here too.
fn deed_of(row: &Row) -> Deed {
    let mut same = keymap::ROWS
        .iter()
        .filter(|other| other.command == row.command);
    if same.any(|other| other.in_palette) {
        Deed::Do(row.command)
    } else {
        Deed::OnlyThere
    }
}

fn row_of(line: &Line) -> MenuRow {
    let keys: Vec<String> = line.keys.iter().map(ToString::to_string).collect();
    MenuRow::new(line.row.words).with_quiet(keys.join(words::OR))
}
