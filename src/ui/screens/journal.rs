//! The journal: every entry, newest first, and what is found among them.
//!
//! The box at the top searches at every key ([`finding`]); the list loads a page at a time
//! ([`paged`]); and where there is room, the focused entry is read beside it ([`beside`]). What was
//! found lies over the whole list, which stays where it was until the search is over. What can be
//! undone is remembered until the list is left.

mod apart;
mod asking;
mod beside;
mod doing;
mod finding;
mod line;
mod paged;
mod rows;
mod shape;
#[cfg(test)]
mod tests;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::deeds::{Changed, Deeds};
use crate::ui::bookmark::{Bookmark, JournalMark};
use crate::ui::effect::{Outcome, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::{Layer, Room};
use crate::ui::widgets::editor::Stroke;
use crate::ui::widgets::reading::{Block, Reading};

pub(super) use asking::hits;

use apart::Apart;
use beside::Beside;
use finding::Finding;
use paged::Paged;
use shape::{Shape, draw_between, draw_box, lay_out};

/// Lists the entries.
#[derive(Debug)]
pub struct Journal {
    whole: Paged,
    finding: Box<Finding>,
    /// Whether Esc in an empty box leaves, since the box is where it began.
    began_in_box: bool,
    beside: Box<Beside>,
    apart: Apart,
    /// What is said where there are no rows.
    note: Reading,
    /// Why the list could not be loaded.
    trouble: Option<String>,
    /// Whether an entry lies on top, and commands may come from it.
    is_open: bool,
    deeds: Deeds,
    /// Where in the list it begins or comes back to.
    back: Option<JournalMark>,
    /// What it searches for from the start.
    begins_with: Option<String>,
    /// The search that another place opened it for: Esc leads back there from it.
    came_for: Option<String>,
    /// Whether it was never in sight.
    is_new: bool,
    shape: Shape,
}

impl Default for Journal {
    fn default() -> Self {
        Self {
            whole: Paged::new(None, 0),
            finding: Box::default(),
            began_in_box: false,
            beside: Box::default(),
            apart: Apart::default(),
            note: Reading::default(),
            trouble: None,
            is_open: false,
            deeds: Deeds::default(),
            back: None,
            begins_with: None,
            came_for: None,
            is_new: true,
            shape: Shape::default(),
        }
    }
}

impl Journal {
    /// Opens the list; it loads its first page once it is in sight.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens it with the cursor in the search box.
    pub fn finding() -> Self {
        let mut screen = Self::default();
        screen.finding.has_focus = true;
        screen.began_in_box = true;
        screen
    }

    /// Opens it with this in the search box.
    pub fn searching(text: impl Into<String>) -> Self {
        Self {
            begins_with: Some(text.into()),
            ..Self::default()
        }
    }

    /// The same for a place that stays below it, and that Esc leads back to.
    pub fn searching_from_below(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            came_for: Some(text.clone()),
            ..Self::searching(text)
        }
    }

    /// Comes back to where one was in the list.
    pub fn come_back(mark: JournalMark) -> Self {
        Self {
            back: Some(mark),
            ..Self::default()
        }
    }

    /// Searches for this instead of what stands in the box.
    pub fn search(&mut self, text: &str, reply: &mut Reply<'_>) {
        self.is_open = false;
        self.finding.has_focus = false;
        self.finding.say(text, reply);
        self.settle(reply);
    }

    /// The list in sight: what was found, or the whole.
    fn list(&self) -> &Paged {
        self.finding.found.as_ref().unwrap_or(&self.whole)
    }

    fn list_mut(&mut self) -> &mut Paged {
        self.finding.found.as_mut().unwrap_or(&mut self.whole)
    }

    /// After anything: more is loaded where it is wanted, and the page goes along.
    fn settle(&mut self, reply: &mut Reply<'_>) {
        if self.trouble.is_none() && !self.is_new {
            self.list_mut().load(reply);
        }
        self.follow(reply);
        self.apart.ask(self.is_empty(), reply);
        self.say_if_empty();
        self.say_what_stays();
    }

    fn follow(&mut self, reply: &Reply<'_>) {
        let Self {
            whole,
            finding,
            beside,
            ..
        } = self;
        let list = finding.found.as_ref().unwrap_or(whole);
        beside.follow(list.rows.focused(), list.rows.query(), reply);
    }

    /// Tells whether the whole list is there, and holds nothing.
    fn is_empty(&self) -> bool {
        let is_over = self.whole.is_all() && !self.whole.is_loading();
        is_over && self.whole.rows.is_empty()
    }

    fn say_if_empty(&mut self) {
        let is_over = if self.finding.found.is_some() {
            self.finding.is_over()
        } else {
            self.is_empty()
        };
        if !self.list().rows.is_empty() {
            return;
        }
        let blocks = match &self.trouble {
            Some(trouble) => vec![Block::text(trouble)],
            // What is typed now is no search, and says so itself.
            None if self.finding.error.is_some() || !is_over => Vec::new(),
            None if self.finding.found.is_some() => {
                let said = Block::text(words::NOTHING_FOUND);
                vec![said, Block::quiet(words::FEWER_WORDS).close()]
            }
            None => {
                let said = if self.deeds.offers(Command::Undo) {
                    words::NONE_LEFT
                } else {
                    words::WHAT_WILL_BE
                };
                let practice = self.apart.has_any.then_some(words::PRACTICE_IS_APART);
                let practice = practice.map(Block::text);
                let begin = Block::quiet(words::HOW_TO_BEGIN);
                std::iter::once(Block::text(said))
                    .chain(practice)
                    .chain([begin])
                    .collect()
            }
        };
        self.note.set_blocks(blocks);
    }

    /// While what is typed is no search, the list is the one from before, and says so.
    fn say_what_stays(&mut self) {
        let is_kept = self.finding.error.is_some() && !self.list().rows.is_empty();
        self.finding.stays = match &self.finding.found {
            _ if !is_kept => "",
            Some(_) => words::FOUND_BEFORE,
            None => words::ALL_ENTRIES,
        };
    }

    fn reload(&mut self, reply: &mut Reply<'_>) {
        self.apart = Apart::default();
        self.whole.reload(reply);
        self.finding.reload(reply);
        self.beside.reload(reply);
    }

    fn changed(&mut self, changed: Changed, reply: &mut Reply<'_>) {
        match changed {
            Changed::Out(id) => self.remove(id),
            Changed::Back(listed) => {
                // Practice was taken out of what was found, and was never in the whole list.
                if !listed.practice {
                    self.whole.put_back(listed.clone(), reply.pack);
                }
                self.finding.put_back(listed, reply.pack);
                // What is known of it here may be the words around a hit.
                self.reload(reply);
            }
        }
    }

    fn remove(&mut self, id: crate::domain::Id) {
        self.whole.rows.remove(id);
        if let Some(found) = &mut self.finding.found {
            found.rows.remove(id);
        }
    }
}

impl Room for Journal {
    fn contexts(&self) -> Vec<Context> {
        if self.finding.has_focus {
            vec![Context::Finding, Context::Text]
        } else {
            vec![Context::List, Context::Rows]
        }
    }

    fn place(&self) -> String {
        words::JOURNAL.to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Wide
    }

    fn offers(&self, command: Command) -> bool {
        match command {
            Command::Go | Command::Choose | Command::Delete | Command::EraseForEver => {
                self.list().rows.focused().is_some()
            }
            Command::Change => {
                let focused = self.list().rows.focused();
                focused.is_some_and(|listed| listed.readable)
            }
            Command::Undo | Command::Redo => self.finding.has_focus || self.deeds.offers(command),
            Command::SwapOrder => self.finding.is_on(),
            Command::Left | Command::Right => false,
            _ => true,
        }
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        self.trouble = None;
        let from_entry = std::mem::take(&mut self.is_open);
        let is_done = match command {
            Command::Left | Command::Right if from_entry => {
                self.turn(command, reply);
                true
            }
            _ if self.finding.has_focus && !from_entry => self.in_box(command, reply),
            _ => false,
        };
        if !is_done {
            self.in_list(command, reply);
        }
        self.settle(reply);
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        if self.finding.has_focus {
            let _ = self.finding.write(Stroke::Char(letter), reply);
            self.settle(reply);
        }
    }

    fn pasted(&mut self, text: &str, reply: &mut Reply<'_>) {
        if self.finding.has_focus {
            self.finding.paste(text, reply);
            self.settle(reply);
        }
    }

    fn mouse(&mut self, event: MouseEvent, _: Rect, reply: &mut Reply<'_>) {
        self.trouble = None;
        self.pointed(event, reply);
        self.settle(reply);
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        let mut is_ours = self.finding.done(ticket, outcome, reply);
        if let Some(went_well) = self.whole.done(ticket, outcome, reply) {
            is_ours = true;
            if let (false, Outcome::Trouble(trouble)) = (went_well, outcome) {
                self.trouble = Some(trouble.said.clone());
                reply.say(&*trouble.said);
            }
        }
        if self.beside.done(ticket, outcome, reply.pack) {
            // Somebody took it out elsewhere.
            self.whole.reload(reply);
            self.finding.reload(reply);
        }
        is_ours |= self.apart.done(ticket, outcome);
        let is_deed = self.deeds.waits_for(ticket);
        let changed = self.deeds.done(ticket, outcome, reply);
        if is_deed {
            // Only then: a screen on top may have noted deeds of its own.
            reply.deeds.clone_from(&self.deeds);
        }
        let has_changed = changed.is_some();
        if let Some(changed) = changed {
            self.changed(changed, reply);
        }
        if is_ours || has_changed {
            self.settle(reply);
        }
    }

    fn patience(&self) -> Option<u64> {
        let focused = self.list().rows.focused();
        let beside = self.beside.patience(focused);
        beside.into_iter().chain(self.finding.patience()).min()
    }

    fn tick(&mut self, reply: &mut Reply<'_>) {
        self.follow(reply);
        self.beside.tick(reply);
        self.finding.tick(reply);
    }

    fn leaving(&mut self, reply: &mut Reply<'_>) {
        self.finding.stop(reply);
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        self.is_open = false;
        self.deeds.clone_from(reply.deeds);
        if std::mem::take(&mut self.is_new) {
            match self.back.take() {
                Some(mark) => {
                    self.is_open = mark.is_open;
                    self.whole.come_back(mark, reply);
                }
                None => self.whole.load(reply),
            }
            if let Some(text) = self.begins_with.take() {
                self.finding.say(&text, reply);
            }
        } else {
            // Whatever lay on top may have changed any entry.
            for id in self.deeds.all_erased().to_vec() {
                self.remove(id);
            }
            self.reload(reply);
        }
        self.settle(reply);
    }

    fn is_at_work(&self) -> bool {
        self.deeds.is_under_way()
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let is_open = self.is_open && self.finding.found.is_none();
        let mark = self
            .back
            .as_ref()
            .or_else(|| self.whole.goes_back_to())
            .cloned();
        let mut mark = mark.unwrap_or_else(|| self.whole.rows.mark(is_open));
        mark.is_open = is_open || (self.is_new && mark.is_open);
        Some(Bookmark::Journal(mark))
    }

    fn fit(&mut self, area: Rect) {
        let shape = lay_out(area, &self.finding);
        self.shape = shape;
        self.finding
            .editor
            .fit(shape.typed.width, shape.typed.height);
        self.finding.set_width(shape.list.width);
        self.whole.rows.set_width(shape.list.width);
        self.list_mut().rows.menu.fit(shape.list);
        self.beside.fit(shape.page);
        self.note.fit(shape.note);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let shape = lay_out(area, &self.finding);
        let in_box = draw_box(&self.finding, look, shape, buf);
        let rows = &self.list().rows;
        let in_list = if rows.is_empty() {
            self.note.view(look, shape.note, buf)
        } else if self.finding.has_focus {
            rows.menu.view_at_rest(look, shape.list, buf);
            in_box
        } else {
            rows.menu.view(look, shape.list, buf)
        };
        if let Some(page) = shape.page.filter(|_| !rows.is_empty()) {
            draw_between(look, shape, buf);
            self.beside.view(look, page, buf);
        }
        if self.finding.has_focus {
            in_box
        } else {
            in_list
        }
    }
}
