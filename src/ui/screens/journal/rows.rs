//! The entries that have been loaded, as rows under their months.
//!
//! Pages of older entries are added at the end. The list is ordered as the journal orders it, by
//! when an entry was finished, and so are its months; a row names the day the entry is about.

use chrono::{DateTime, Datelike, FixedOffset};

use super::words;
use crate::content::Pack;
use crate::domain::{Id, Listed, say_day, say_month};
use crate::reflection::say_kind;
use crate::ui::bookmark::JournalMark;
use crate::ui::widgets::menu::{Aside, Menu, MenuMark, MenuRow};
use crate::ui::widgets::shown::shown_width;

/// Cells of the longest usual kind, so that first words stand in a column.
const KIND: usize = 15;
/// Letters of the first words that a row could ever show.
const LETTERS: usize = 80;
/// When so few loaded entries are left below the focus, more are wanted.
const NEAR: usize = 50;

/// Where an entry stands in the order of the list.
pub(super) type Key = (DateTime<FixedOffset>, Id);

/// One loaded entry, and what kind it is in words.
#[derive(Clone, Debug)]
struct Line {
    listed: Listed,
    kind: String,
}

/// Lists loaded entries, newest first.
#[derive(Debug)]
pub(super) struct Rows {
    lines: Vec<Line>,
    /// Which line each row of the menu is; nothing for a month.
    places: Vec<Option<usize>>,
    pub(super) menu: Menu,
    is_narrow: bool,
}

impl Default for Rows {
    fn default() -> Self {
        let menu = Menu::new(Vec::new()).with_aside(Aside::After);
        Self {
            lines: Vec::new(),
            places: Vec::new(),
            menu,
            is_narrow: false,
        }
    }
}

impl Rows {
    /// Tells whether nothing is there.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Tells whether the focus comes near the end of what is loaded.
    pub(super) fn is_near_end(&self) -> bool {
        self.line()
            .is_none_or(|line| line + NEAR >= self.lines.len())
    }

    /// Where the oldest loaded entry stands.
    pub(super) fn oldest(&self) -> Option<Key> {
        self.lines.last().map(|line| key(&line.listed))
    }

    /// The entry that has the focus.
    pub(super) fn focused(&self) -> Option<&Listed> {
        self.lines.get(self.line()?).map(|line| &line.listed)
    }

    /// Tells whether there is an older and a newer entry than the focused one.
    pub(super) fn neighbours(&self) -> (bool, bool) {
        let Some(line) = self.line() else {
            return (false, false);
        };
        (line + 1 < self.lines.len(), line > 0)
    }

    /// Adds a page of older entries.
    pub(super) fn add(&mut self, page: &[Listed], pack: &Pack) {
        let first = self.lines.len();
        for listed in page {
            // An entry brought back while its page was on its way may come twice.
            if self.oldest().is_none_or(|oldest| key(listed) < oldest) {
                self.lines.push(line_of(listed.clone(), pack));
            }
        }
        let rows = self.rows_from(first);
        self.menu.extend(rows);
    }

    /// Takes an entry out; the focus goes to the one below.
    pub(super) fn remove(&mut self, id: Id) {
        let Some(line) = self.lines.iter().position(|line| line.listed.id == id) else {
            return;
        };
        self.lines.remove(line);
        self.show_all();
        self.focus_on(line.min(self.lines.len().saturating_sub(1)));
    }

    /// Puts an entry back in its place, with the focus on it.
    pub(super) fn put_back(&mut self, listed: Listed, pack: &Pack) {
        let line = self
            .lines
            .partition_point(|line| key(&line.listed) > key(&listed));
        if self
            .lines
            .get(line)
            .is_none_or(|there| there.listed.id != listed.id)
        {
            self.lines.insert(line, line_of(listed, pack));
        }
        self.show_all();
        self.focus_on(line);
    }

    /// Notes where one is.
    pub(super) fn mark(&self, is_open: bool) -> JournalMark {
        JournalMark {
            focused: self.focused().map(key),
            menu: self.menu.mark(),
            loaded: self.lines.len(),
            is_narrow: self.is_narrow,
            is_open,
        }
    }

    /// Goes back to where one was: to the same entry, wherever it stands now.
    pub(super) fn go_to(&mut self, mark: &JournalMark) {
        let lines = self.lines.iter();
        let line = mark.focused.and_then(|focused| {
            lines
                .map(|line| key(&line.listed))
                .position(|it| it == focused)
        });
        let place = |line| self.places.iter().position(|place| *place == Some(line));
        let focus = line.and_then(place).unwrap_or(mark.menu.focus);
        let top = (mark.menu.top + focus).saturating_sub(mark.menu.focus);
        self.menu.go_to(MenuMark {
            focus,
            top,
            ..mark.menu
        });
    }

    /// On a narrow screen nothing is put in columns.
    pub(super) fn set_narrow(&mut self, is_narrow: bool) {
        if self.is_narrow != is_narrow {
            self.is_narrow = is_narrow;
            let focus = self.menu.focus();
            self.show_all();
            self.menu.set_focus(focus);
        }
    }

    fn line(&self) -> Option<usize> {
        self.places.get(self.menu.focus()).copied().flatten()
    }

    fn focus_on(&mut self, line: usize) {
        if let Some(place) = self.places.iter().position(|place| *place == Some(line)) {
            self.menu.set_focus(place);
        }
    }

    fn show_all(&mut self) {
        self.places.clear();
        let rows = self.rows_from(0);
        self.menu.set_rows(rows);
    }

    /// Makes rows for the lines from this one on, with a heading where a month begins.
    fn rows_from(&mut self, first: usize) -> Vec<MenuRow> {
        let mut rows = Vec::new();
        for (number, line) in self.lines.iter().enumerate().skip(first) {
            let before = number
                .checked_sub(1)
                .and_then(|before| self.lines.get(before));
            let month = month_of(&line.listed);
            if before.is_none_or(|before| month_of(&before.listed) != month) {
                self.places.push(None);
                rows.push(MenuRow::heading(month));
            }
            self.places.push(Some(number));
            rows.push(row_of(line, self.is_narrow));
        }
        rows
    }
}

fn key(listed: &Listed) -> Key {
    (listed.finished_at, listed.id)
}

fn line_of(listed: Listed, pack: &Pack) -> Line {
    let kind = say_kind(pack, listed.kind, listed.length);
    let kind = if listed.practice {
        format!("{kind}, {}", words::PRACTICE)
    } else {
        kind
    };
    Line { listed, kind }
}

fn row_of(line: &Line, is_narrow: bool) -> MenuRow {
    let width = if is_narrow { 0 } else { KIND };
    let air = width.saturating_sub(shown_width(&line.kind));
    let said = format!("{}  {}{:air$}", day_of(&line.listed), line.kind, "");
    let first: String = line.listed.words.chars().take(LETTERS).collect();
    MenuRow::new(said).with_quiet(first)
}

fn month_of(listed: &Listed) -> String {
    say_month(listed.finished_at.date_naive())
}

/// The day in six cells: "Thu 12", or "28 Feb" where it lies in another month than the heading.
fn day_of(listed: &Listed) -> String {
    let said = say_day(listed.on);
    let mut parts = said.split(' ');
    let (weekday, day, month) = (parts.next(), parts.next(), parts.next());
    let (weekday, day, month) = (
        weekday.unwrap_or(""),
        day.unwrap_or(""),
        month.unwrap_or(""),
    );
    let finished = listed.finished_at.date_naive();
    if (finished.month(), finished.year()) == (listed.on.month(), listed.on.year()) {
        format!("{weekday:.3} {day:>2}")
    } else {
        format!("{day:>2} {month:.3}")
    }
}
