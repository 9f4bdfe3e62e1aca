//! The entries that are loaded, as rows under their months.
//!
//! Pages of older entries are added at the end. So that a long journal takes no more memory than a
//! short one, the rows far from the focus are let go, and of those above only where their pages
//! begin is kept. The list is ordered as the journal orders it, by when an entry was finished, and
//! so are its months; a row names the day the entry is about.

use chrono::{DateTime, FixedOffset};

use super::line::{Hits, Line, month_of, row_of};
use super::words;
use crate::content::Pack;
use crate::domain::{Id, Listed, Order, Query};
use crate::ui::bookmark::{JournalMark, LetGo};
use crate::ui::widgets::menu::{Aside, Menu, MenuMark, MenuRow};

/// The width from which rows stand in columns.
pub(super) const WIDE: u16 = 56;
/// When so few loaded entries are left above or below the focus, more are wanted.
const NEAR: usize = 50;
/// How many entries are loaded at most.
const MOST: usize = 3_000;
/// How many of them are let go at once.
const SLICE: usize = 1_000;

/// Where an entry stands in the order of the list.
pub(super) type Key = (DateTime<FixedOffset>, Id);

/// Lists loaded entries.
#[derive(Debug)]
pub(super) struct Rows {
    lines: Vec<Line>,
    /// Which line each row of the menu is; nothing for a heading.
    places: Vec<Option<usize>>,
    pub(super) menu: Menu,
    /// What was searched for; `None` for the whole journal.
    query: Option<Query>,
    /// The first line that was found only within a longer word.
    parts_from: Option<usize>,
    /// The entry just above the first line, if there is one.
    before: Option<Key>,
    /// The pages above that were let go, the nearest last.
    above: Vec<LetGo>,
    width: u16,
}

impl Rows {
    /// Makes an empty list, of the whole journal or of what is found.
    pub(super) fn new(query: Option<Query>, width: u16) -> Self {
        let mut rows = Self {
            lines: Vec::new(),
            places: Vec::new(),
            menu: Menu::new(Vec::new()),
            query,
            parts_from: None,
            before: None,
            above: Vec::new(),
            width,
        };
        rows.menu.set_aside(rows.aside());
        rows
    }

    /// Tells whether nothing is there.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many entries are loaded, those found in a second wave left out.
    pub(super) fn len(&self) -> usize {
        self.parts_from.unwrap_or(self.lines.len())
    }

    /// What was searched for.
    pub(super) fn query(&self) -> Option<&Query> {
        self.query.as_ref()
    }

    /// Tells whether the focus comes near the end of what is loaded.
    pub(super) fn is_near_end(&self) -> bool {
        self.line().is_none_or(|line| line + NEAR >= self.len())
    }

    /// The page above that is wanted, as the focus comes near what was let go.
    pub(super) fn wanted_above(&self) -> Option<LetGo> {
        let is_near = self.line().is_some_and(|line| line < NEAR);
        self.above.last().copied().filter(|_| is_near)
    }

    /// Tells whether the first line is the first there is.
    pub(super) fn is_at_top(&self) -> bool {
        self.above.is_empty()
    }

    /// Where the oldest loaded entry stands, those found in a second wave left out.
    pub(super) fn oldest(&self) -> Option<Key> {
        let last = self.len().checked_sub(1)?;
        self.lines.get(last).map(Line::key)
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

    /// Adds a page of older entries. Those far above are let go.
    pub(super) fn add(&mut self, page: &[Listed], pack: &Pack) {
        let parts = self.parts_from.map(|from| self.lines.split_off(from));
        let first = self.lines.len();
        for listed in page {
            // An entry brought back while its page was on its way may come twice.
            let is_next = |oldest: Key| !self.is_by_time() || key(listed) < oldest;
            if self.lines.last().map(Line::key).is_none_or(is_next) {
                self.lines.push(self.line_of(listed.clone(), pack));
            }
        }
        if parts.is_some() || self.lines.len() > MOST {
            let focus = self.line();
            let parts_from = self.lines.len();
            self.parts_from = parts.as_ref().map(|_| parts_from);
            self.lines.extend(parts.into_iter().flatten());
            return self.let_go_above(focus);
        }
        let rows = self.rows_from(first);
        self.menu.extend(rows);
        self.light();
    }

    /// Puts back the page above that was let go. Those far below are let go.
    ///
    /// `false` when there is a gap, since much has changed meanwhile; then the page is all there is.
    pub(super) fn add_above(&mut self, gone: LetGo, page: &[Listed], pack: &Pack) -> bool {
        let first = self.lines.first().map(|line| line.listed.id);
        let until = page.iter().position(|listed| Some(listed.id) == first);
        let focus = self.line();
        self.above.pop();
        self.before = gone.before;
        let new = page.iter().take(until.unwrap_or(page.len()));
        let mut lines: Vec<Line> = new
            .map(|listed| self.line_of(listed.clone(), pack))
            .collect();
        let came = lines.len();
        if until.is_some() {
            lines.append(&mut self.lines);
            self.parts_from = self.parts_from.map(|from| from + came);
        } else {
            self.parts_from = None;
        }
        self.lines = lines;
        let has_room = self.lines.len() <= MOST;
        if !has_room {
            self.lines.truncate(MOST);
            self.parts_from = None;
        }
        self.rebuild(focus.map(|line| line + came));
        until.is_some() && has_room
    }

    /// Takes a page in the place of all that is there; what was found in a second wave stays.
    pub(super) fn replace(&mut self, page: &[Listed], pack: &Pack) {
        let parts = self.parts_from.map(|from| self.lines.split_off(from));
        let lines = page.iter();
        self.lines = lines
            .map(|listed| self.line_of(listed.clone(), pack))
            .collect();
        if let Some(parts) = parts {
            self.parts_from = Some(self.lines.len());
            self.lines.extend(parts);
        }
        self.show_all();
    }

    /// Begins again at the very first entry.
    pub(super) fn go_to_top(&mut self) {
        self.before = None;
        self.above.clear();
    }

    /// Adds what was found only within longer words.
    pub(super) fn add_parts(&mut self, found: &[Listed], pack: &Pack) {
        let focus = self.line();
        let from = self.len();
        self.lines.truncate(from);
        for listed in found {
            if self.lines.iter().all(|line| line.listed.id != listed.id) {
                self.lines.push(self.line_of(listed.clone(), pack));
            }
        }
        self.parts_from = Some(from).filter(|from| *from < self.lines.len());
        self.rebuild(focus);
    }

    /// Takes an entry out; the focus goes to the one below.
    pub(super) fn remove(&mut self, id: Id) {
        let Some(line) = self.lines.iter().position(|line| line.listed.id == id) else {
            return;
        };
        let focus = self.line().unwrap_or(0);
        self.lines.remove(line);
        self.parts_from = match self.parts_from {
            Some(from) if line < from => Some(from - 1),
            from => from.filter(|from| *from < self.lines.len()),
        };
        let focus = if line < focus { focus - 1 } else { focus };
        self.rebuild(Some(focus.min(self.lines.len().saturating_sub(1))));
    }

    /// Puts an entry back in its place, with the focus on it; does nothing where its place is not
    /// loaded, or not known.
    pub(super) fn put_back(&mut self, listed: Listed, is_all: bool, pack: &Pack) {
        let key = key(&listed);
        let first_wave = self.lines.get(..self.len()).unwrap_or_default();
        let line = first_wave.partition_point(|line| line.key() > key);
        let is_above = self.before.is_some_and(|before| before <= key);
        let is_below = line == self.len() && !is_all;
        if is_above || is_below || !self.is_by_time() {
            return;
        }
        let there = self.lines.get(line);
        if there.is_none_or(|there| there.listed.id != listed.id) {
            self.lines.insert(line, self.line_of(listed, pack));
            self.parts_from = self.parts_from.map(|from| from + 1);
        }
        self.show_all();
        self.focus_on(line);
    }

    /// Notes where one is.
    pub(super) fn mark(&self, is_open: bool) -> JournalMark {
        JournalMark {
            focused: self.focused().map(key),
            menu: self.menu.mark(),
            loaded: self.len(),
            before: self.before,
            above: self.above.clone(),
            width: self.width,
            is_open,
        }
    }

    /// Goes back to where one was: to the same entry, wherever it stands now.
    pub(super) fn go_to(&mut self, mark: &JournalMark) {
        self.before = mark.before;
        self.above.clone_from(&mark.above);
        let mut lines = self.lines.iter();
        let line = mark
            .focused
            .and_then(|focused| lines.position(|it| it.key() == focused));
        let focus = line
            .and_then(|line| self.place_of(line))
            .unwrap_or(mark.menu.focus);
        self.go(focus, mark.menu);
    }

    /// Learns how wide it is: on a narrow screen nothing is put in columns.
    pub(super) fn set_width(&mut self, width: u16) {
        let is_same = (width < WIDE) == (self.width < WIDE);
        let is_cut = self.query.is_some() && width != self.width;
        self.width = width;
        if !is_same || is_cut {
            self.menu.set_aside(self.aside());
            self.rebuild(self.line());
        }
    }

    fn aside(&self) -> Aside {
        if self.query.is_some() && self.width < WIDE {
            Aside::Under
        } else {
            Aside::After
        }
    }

    fn is_by_time(&self) -> bool {
        let by = self.query.as_ref().map(|query| query.order);
        by.is_none_or(|order| order == Order::Newest)
    }

    fn line_of(&self, listed: Listed, pack: &Pack) -> Line {
        Line::new(listed, self.query.as_ref(), pack)
    }

    fn line(&self) -> Option<usize> {
        self.places.get(self.menu.focus()).copied().flatten()
    }

    fn place_of(&self, line: usize) -> Option<usize> {
        self.places.iter().position(|place| *place == Some(line))
    }

    fn focus_on(&mut self, line: usize) {
        if let Some(place) = self.place_of(line) {
            self.menu.set_focus(place);
        }
    }

    /// Gives the focus to a row, which stays at the same height of the screen.
    fn go(&mut self, focus: usize, mark: MenuMark) {
        let top = (mark.top + focus).saturating_sub(mark.focus);
        self.menu.go_to(MenuMark { focus, top, ..mark });
    }

    /// Lets the lines go that are far above the focus.
    fn let_go_above(&mut self, focus: Option<usize>) {
        let is_far = focus.is_some_and(|focus| focus > SLICE + NEAR);
        let last = self.lines.get(SLICE - 1).map(Line::key);
        if !is_far || last.is_none() || self.lines.len() <= MOST {
            return self.rebuild(focus);
        }
        self.above.push(LetGo {
            before: self.before,
            count: SLICE,
        });
        self.before = last;
        self.lines.drain(..SLICE);
        self.parts_from = self.parts_from.map(|from| from.saturating_sub(SLICE));
        self.rebuild(focus.map(|focus| focus - SLICE));
    }

    /// Makes all rows anew; this line has the focus, and stays where it is on the screen.
    fn rebuild(&mut self, focus: Option<usize>) {
        let mark = self.menu.mark();
        self.show_all();
        match focus.and_then(|line| self.place_of(line)) {
            Some(place) => self.go(place, mark),
            None => self.menu.set_focus(mark.focus),
        }
    }

    fn show_all(&mut self) {
        self.places.clear();
        let rows = self.rows_from(0);
        self.menu.set_rows(rows);
        self.light();
    }

    /// Whether a line stands under its month.
    fn has_months(&self, number: usize) -> bool {
        self.is_by_time() && self.parts_from.is_none_or(|from| number < from)
    }

    /// The row of a line, and what was searched for in it.
    fn row(&self, number: usize) -> Option<(MenuRow, Hits)> {
        let line = self.lines.get(number)?;
        let (width, under_month) = (self.width, self.has_months(number));
        Some(row_of(line, width, under_month))
    }

    /// Makes visible in the rows what was searched for.
    fn light(&mut self) {
        if self.query.is_none() {
            return;
        }
        let hits = self.places.iter().map(|place| {
            let row = place.and_then(|number| self.row(number));
            row.map_or_else(Vec::new, |(_, hits)| hits)
        });
        let hits = hits.collect();
        self.menu.set_hits(hits);
    }

    /// Makes rows for the lines from this one on, with a heading where a month begins.
    fn rows_from(&mut self, first: usize) -> Vec<MenuRow> {
        let mut rows = Vec::new();
        let mut month = first
            .checked_sub(1)
            .and_then(|before| self.lines.get(before))
            .map(|before| month_of(&before.listed));
        for (number, line) in self.lines.iter().enumerate().skip(first) {
            if self.parts_from == Some(number) {
                self.places.push(None);
                rows.push(MenuRow::heading(words::PART_OF_A_WORD));
                month = None;
            }
            let own = month_of(&line.listed);
            if self.has_months(number) && month.as_ref() != Some(&own) {
                self.places.push(None);
                rows.push(MenuRow::heading(own.as_str()));
            }
            month = Some(own);
            self.places.push(Some(number));
            rows.extend(self.row(number).map(|(row, _)| row));
        }
        rows
    }
}

fn key(listed: &Listed) -> Key {
    (listed.finished_at, listed.id)
}
