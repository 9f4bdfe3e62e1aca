//! A walk on the screen: one question at a time.
//!
//! The engine says what is asked; this screen knows only how a [`Page`] is shown and answered.
//! So a reflection, Land, the first run and the support card are one screen, and a step that is
//! added to the engine needs nothing here.

mod answering;
mod bookmark;
mod choosing;
mod draw;
mod ending;
mod focus;
mod journey;
mod offers;
mod pointer;
mod sheet;
mod sight;
mod words;
mod writing;

use std::collections::BTreeMap;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::focus::Focus;
pub use self::journey::Journey;
use crate::domain::Field;
use crate::reflection::{
    Ask, CardWalk, FirstRun, FormWalk, PAUSE_AFTER, Page, Part, Reflection, Room as Where, doors,
};
use crate::ui::autosave::Autosave;
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{Outcome, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::{Room, Saving};
use crate::ui::widgets::editor::{Editor, Lines};

/// A walk, the page it is at, and where on the page the person is.
#[derive(Debug)]
pub struct WalkScreen {
    journey: Journey,
    page: Page,
    focus: Focus,
    /// One editor a text, kept for the whole walk so that undo reaches back over pages.
    editors: BTreeMap<Field, Editor>,
    save: Autosave,
    /// Whether the example was opened or closed by hand on this page.
    example: Option<bool>,
    /// The first row of the page in sight.
    top: u16,
    /// Whether it goes on below what is in sight.
    goes_on: bool,
    area: Rect,
    /// The request that ends the walk. Until it is answered nothing here can be changed.
    ending: Option<Ticket>,
    /// Whether the journal has taken the whole walk, or let it go.
    has_ended: bool,
    /// A text that is open in the person's own editor.
    outside: Option<(Ticket, Field)>,
    rescue: Option<Ticket>,
    /// Whether it was just said that a copy will not be locked.
    copy_known: bool,
    /// When this sitting began, and whether the pause was offered.
    since: Option<u64>,
    paused: bool,
}

impl WalkScreen {
    /// Shows a reflection or Land.
    pub fn reflection(walk: Reflection) -> Self {
        Self::new(Journey::Reflection(Box::new(walk)))
    }

    /// Shows the first run.
    pub fn first_run(walk: FirstRun) -> Self {
        Self::new(Journey::FirstRun(Box::new(walk)))
    }

    /// Shows the support card, to be filled in.
    pub fn card(walk: CardWalk) -> Self {
        Self::new(Journey::Card(Box::new(walk)))
    }

    /// Shows a form of one of the rooms.
    pub fn form(walk: FormWalk) -> Self {
        Self::new(Journey::Form(Box::new(walk)))
    }

    fn new(journey: Journey) -> Self {
        let mut screen = Self {
            page: journey.walk().page(),
            journey,
            focus: Focus::default(),
            editors: BTreeMap::new(),
            save: Autosave::default(),
            example: None,
            top: 0,
            goes_on: false,
            area: Rect::default(),
            ending: None,
            has_ended: false,
            outside: None,
            rescue: None,
            copy_known: false,
            since: None,
            paused: false,
        };
        screen.arrive();
        screen
    }

    /// What is walked, for tests.
    pub fn journey(&self) -> &Journey {
        &self.journey
    }

    /// The page that is shown, for tests.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Shows the page the walk is at now, from its top.
    fn arrive(&mut self) {
        self.example = None;
        self.top = 0;
        self.refresh();
        self.focus = Focus::at_start_of(&self.page, |field| self.row_of_choice(field));
    }

    /// Shows the same page again, as it is after an answer.
    fn refresh(&mut self) {
        self.page = self.journey.walk().page();
        for part in &self.page.parts {
            let lines = match part.ask {
                Ask::Line { .. } => Lines::One,
                Ask::Note => Lines::Many,
                Ask::Choice { .. } => continue,
            };
            let words = self.journey.walk().paper().words(&part.field);
            let editor = self
                .editors
                .entry(part.field.clone())
                .or_insert_with(|| Editor::new(lines, words));
            if editor.text() != words {
                *editor = Editor::new(lines, words);
            }
        }
        self.focus.part = self.focus.part.min(self.page.parts.len().saturating_sub(1));
        self.refit();
    }

    /// Whether the journal is being asked to take the whole walk.
    fn is_ending(&self) -> bool {
        self.ending.is_some()
    }

    fn part(&self) -> Option<&Part> {
        self.page.parts.get(self.focus.part)
    }

    /// The row of the page's first chosen answer, if there is one.
    fn row_of_choice(&self, field: &Field) -> Option<usize> {
        let part = self.page.parts.iter().find(|part| part.field == *field)?;
        let Ask::Choice { picks, .. } = &part.ask else {
            return None;
        };
        let paper = self.journey.walk().paper();
        picks
            .iter()
            .position(|pick| paper.has_chosen(field, &pick.id))
    }

    /// Whether the example is shown: as the person wants it, else as the page begins.
    fn example_is_open(&self) -> bool {
        let by_itself = || self.page.example_open && sheet::has_room_for_example(self, self.area);
        self.page.example.is_some() && self.example.unwrap_or_else(by_itself)
    }

    /// Whether this is the first run, walked again to change what was chosen on it.
    fn is_walked_again(&self) -> bool {
        matches!(&self.journey, Journey::FirstRun(walk) if walk.asks_words())
    }

    /// Notes that something was written, and has it saved in time. A line of the support card is on
    /// the card from its first letter on, wherever it is shown.
    fn wrote(&mut self, reply: &mut Reply<'_>) {
        match &self.journey {
            Journey::Card(walk) => *reply.card = walk.card(),
            Journey::FirstRun(walk) => *reply.card = walk.chosen().card,
            Journey::Reflection(_) | Journey::Form(_) => {}
        }
        self.save.touched(reply.now.tick);
    }

    /// Has everything unsaved saved now: at every step, and whenever this screen is left.
    fn flush(&mut self, reply: &mut Reply<'_>) {
        self.save
            .send(self.journey.walk_mut().paper_mut().draft_mut(), reply);
    }
}

impl Room for WalkScreen {
    fn contexts(&self) -> Vec<Context> {
        match self.part().map(|part| &part.ask) {
            Some(Ask::Choice { .. }) => vec![Context::Rows, Context::Answers, Context::Walk],
            Some(Ask::Line { .. }) => vec![Context::Line, Context::Text, Context::Walk],
            Some(Ask::Note) => vec![Context::Note, Context::Text, Context::Walk],
            None => vec![Context::Walk, Context::Reading],
        }
    }

    fn place(&self) -> String {
        let room = match self.page.room {
            Where::Reflection => words::REFLECTION,
            Where::Practice => words::PRACTICE,
            Where::Land => words::LAND,
            // Walked again it is how things are changed, and nobody is new here.
            Where::FirstRun if self.is_walked_again() => doors::SETTINGS,
            Where::FirstRun => words::FIRST_RUN,
            Where::Support => words::SUPPORT,
            Where::Form => &self.page.title,
        };
        let mut parts = vec![room.to_owned()];
        let is_told = [room, words::FIRST_RUN].contains(&self.page.title.as_str());
        if !is_told {
            parts.push(self.page.title.clone());
        }
        if let Some((place, of)) = self.page.count {
            parts.push(format!("{place} {} {of}", words::OF));
        }
        parts.join(" · ")
    }

    fn saving(&self, _tick: u64) -> Saving {
        self.save.saving(self.journey.walk().paper().draft())
    }

    fn offers(&self, command: Command) -> bool {
        let is_text = matches!(
            self.part().map(|part| &part.ask),
            Some(Ask::Line { .. } | Ask::Note)
        );
        match command {
            Command::More => self.page.more.is_some(),
            Command::Example => self.page.example.is_some(),
            Command::Point => self.page.point.is_some(),
            Command::Starter => self.starter().is_some(),
            Command::Enough => matches!(self.journey, Journey::Reflection(_)),
            Command::Grow => self.can_grow(),
            Command::Down => !self.page.parts.is_empty() || self.goes_on,
            Command::LookBack
            | Command::Carry
            | Command::BeforeSession
            | Command::Supervision
            | Command::Support
            | Command::Practice
            | Command::Learn => !matches!(self.journey, Journey::FirstRun(_)),
            Command::EditOutside => is_text,
            Command::PreviousThing => self.page.parts.len() > 1,
            _ => true,
        }
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        if self.is_ending() && !ending::counts_while_ending(command) {
            return;
        }
        if !matches!(command, Command::Rescue | Command::Palette) {
            self.copy_known = false;
        }
        self.answer(command, reply);
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        self.copy_known = false;
        if !self.is_ending() {
            self.letter(letter, reply);
        }
    }

    fn pasted(&mut self, text: &str, reply: &mut Reply<'_>) {
        self.copy_known = false;
        if !self.is_ending() {
            self.paste(text, reply);
        }
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        if !self.is_ending() {
            self.pointer(event, area, reply);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        let draft = self.journey.walk_mut().paper_mut().draft_mut();
        if self.save.done(ticket, outcome, draft, reply.now.tick) {
            if let Outcome::Trouble(trouble) = outcome {
                reply.say(trouble.said.clone());
            }
            return;
        }
        self.ended(ticket, outcome, reply);
    }

    fn patience(&self) -> Option<u64> {
        let pause = self
            .since
            .filter(|_| !self.paused && self.journey.walk().offers_pause());
        let pause = pause.map(|since| since + PAUSE_AFTER);
        [self.save.patience(), pause].into_iter().flatten().min()
    }

    fn tick(&mut self, reply: &mut Reply<'_>) {
        self.save.settle(reply.now.tick);
        self.offer_pause(reply);
        if !self.is_ending() {
            let draft = self.journey.walk_mut().paper_mut().draft_mut();
            self.save.tick(draft, reply);
        }
    }

    fn holds_words(&self) -> bool {
        let draft = self.journey.walk().paper().draft();
        // An emptied text is a change to a form, and so counts as much as words do.
        let counts = !draft.is_blank() || matches!(self.journey, Journey::Form(_));
        !self.has_ended && counts && !self.save.is_on_disk(draft)
    }

    fn is_at_work(&self) -> bool {
        self.is_ending() || self.outside.is_some() || self.save.is_under_way()
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::Walk(self.mark()))
    }

    fn leaving(&mut self, reply: &mut Reply<'_>) {
        self.flush(reply);
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        self.copy_known = false;
        if self.since.is_none() {
            self.since = Some(reply.now.tick);
        }
        // A walk that was brought back after it was erased goes to disk at once.
        let draft = self.journey.walk().paper().draft();
        if draft.has_unsaved() && !draft.is_blank() {
            self.flush(reply);
        }
    }

    fn fit(&mut self, area: Rect) {
        self.area = area;
        self.refit();
    }

    fn goes_on(&self) -> bool {
        self.goes_on
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        draw::draw(self, look, area, buf)
    }
}
