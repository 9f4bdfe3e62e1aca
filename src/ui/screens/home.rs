//! Home: Land first, then a reflection, then whatever waits; everything else a key away.
//!
//! On a computer that others use, not a word of the person's own is shown here.

mod above;
mod rows;
mod words;

use std::rc::Rc;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::{Draft, Length};
use crate::reflection::{Opening, Reflection};
use crate::rooms::Begin;
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{HomeView, Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::Room;
use crate::ui::screens::{Help, Journal, VisitScreen, WaitingScreen, WalkScreen};
use crate::ui::widgets::menu::{Menu, MenuMark};
use crate::ui::words as common;
use crate::vault::words::{last_backup, reminder};

use above::menu_area;
use rows::Door;

/// Presses of Esc further apart than this are two first presses.
const TWICE: u64 = 3_000;

/// The bottom of the stack.
#[derive(Debug)]
pub struct Home {
    view: HomeView,
    /// Whether `view` is as the journal says now.
    is_fresh: bool,
    doors: Vec<Door>,
    menu: Menu,
    notices: Vec<String>,
    /// One quiet line about old entries.
    reminder: Option<String>,
    asked: Option<Ticket>,
    past: Option<(Ticket, Opening)>,
    gone: Vec<Draft>,
    /// A walk on its way back to disk.
    returning: Option<(Ticket, Draft)>,
    esc: Option<u64>,
    /// Where on the list it comes back to.
    back: Option<MenuMark>,
    area: Rect,
}

impl Home {
    /// Begins with what the journal says.
    pub fn new(view: HomeView) -> Self {
        Self {
            view,
            is_fresh: true,
            doors: Vec::new(),
            menu: Menu::new(Vec::new()),
            notices: Vec::new(),
            reminder: None,
            asked: None,
            past: None,
            gone: Vec::new(),
            returning: None,
            esc: None,
            back: None,
            area: Rect::default(),
        }
    }

    /// Takes things to say that were found while starting.
    pub fn greet(&mut self, notices: Vec<String>) {
        self.notices = notices;
    }

    /// Comes back to where one was on the list.
    pub fn come_back(&mut self, menu: MenuMark) {
        self.back = Some(menu);
    }

    /// Begins a walk, once the journal has said what came before.
    pub fn begin(&mut self, opening: Opening, reply: &mut Reply<'_>) {
        if let Some(why) = &self.view.read_only {
            return reply.say(why.clone());
        }
        self.past = Some((reply.ask(Request::Past), opening));
    }

    fn rebuild(&mut self, reply: &Reply<'_>) {
        let rows = rows::rows(&self.view, reply, &self.kept(reply));
        let before = self.doors.get(self.menu.focus());
        // A row that came or went above it does not take the focus to another door.
        let same = |door: &Door| before.is_some_and(|before| before.is_like(door));
        let focus = rows.iter().position(|(door, _)| same(door));
        let focus = focus.unwrap_or_else(|| self.menu.focus());
        self.doors = rows.iter().map(|(door, _)| door.clone()).collect();
        self.menu
            .set_rows(rows.into_iter().map(|(_, row)| row).collect());
        self.menu.set_focus(focus);
        self.menu.fit(menu_area(self, self.area));
    }

    /// Beside the row that keeps the words safe: how it stands, in a few words.
    fn kept(&self, reply: &Reply<'_>) -> String {
        let backup = last_backup(self.view.last_backup, reply.now.at.date_naive());
        if self.view.locked {
            format!("{}, {backup}", words::LOCKED)
        } else {
            backup
        }
    }

    /// Reminds of old entries, as the person asked; or offers that, once in the life of a journal.
    fn remind(&mut self, reply: &mut Reply<'_>) {
        let after = reply.settings.remind_after_months;
        let is_offer = after == 0;
        if is_offer && reply.settings.reminder_offered {
            return;
        }
        let today = reply.now.at.date_naive();
        self.reminder = reminder(self.view.oldest, after, today);
        if is_offer && self.reminder.is_some() {
            reply.settings.reminder_offered = true;
            reply.keep_settings();
        }
    }

    fn open(&mut self, place: usize, reply: &mut Reply<'_>) {
        let Some(door) = self.doors.get(place).cloned() else {
            return;
        };
        match door {
            Door::Gap => {}
            Door::Land => {
                self.begin(
                    Opening {
                        length: Some(Length::Land),
                        ..Opening::default()
                    },
                    reply,
                );
            }
            Door::Reflect => self.begin(Opening::default(), reply),
            Door::GoOn(_) | Door::Form(_) | Door::Waiting(_) if self.view.read_only.is_some() => {
                reply.say(self.view.read_only.clone().unwrap_or_default());
            }
            Door::GoOn(draft) => {
                if let Some(walk) = Reflection::resume(Rc::clone(reply.pack), *draft) {
                    reply.push(WalkScreen::reflection(walk));
                }
            }
            Door::Form(draft) => reply.push(VisitScreen::new(Begin::Form(draft.subject()))),
            Door::DayCame(begin) => reply.push(VisitScreen::new(begin)),
            Door::Visit(command) => reply.pass(command),
            Door::Waiting(waiting) => reply.push(WaitingScreen::new(waiting)),
            Door::Journal => reply.push(Journal::default()),
            Door::KeepSafe => reply.pass(Command::KeepSafe),
            Door::Settings => reply.pass(Command::Settings),
            Door::Help => reply.push(Help::page("walk")),
            Door::About => reply.pass(Command::About),
            Door::Leave => reply.go(Move::Leave),
        }
    }

    /// Takes a half-done walk away; it can be brought back until Home is left.
    fn take_away(&mut self, reply: &mut Reply<'_>) {
        if let Some(why) = &self.view.read_only {
            return reply.say(why.clone());
        }
        let Some(Door::GoOn(draft) | Door::Form(draft)) =
            self.doors.get(self.menu.focus()).cloned()
        else {
            return reply.pass(Command::Delete);
        };
        reply.ask(Request::DropDraft(draft.subject()));
        self.gone.push(*draft);
        self.asked = Some(reply.ask(Request::Home));
        reply.say(words::TAKEN_AWAY);
    }

    fn bring_back(&mut self, reply: &mut Reply<'_>) {
        let Some(mut draft) = self.gone.pop() else {
            return reply.pass(Command::Undo);
        };
        let kept = draft.clone();
        draft.all_unsaved();
        if let Some(save) = draft.take_unsaved() {
            self.returning = Some((reply.ask(Request::SaveDraft(save)), kept));
        }
        self.asked = Some(reply.ask(Request::Home));
    }

    fn back(&mut self, reply: &mut Reply<'_>) {
        if self.esc.is_some_and(|at| reply.now.tick < at + TWICE) {
            return reply.go(Move::Leave);
        }
        self.esc = Some(reply.now.tick);
        reply.say(if reply.made_up {
            common::ESC_LEAVES_MADE_UP
        } else {
            common::ESC_LEAVES
        });
    }
}

impl Room for Home {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Home, Context::Rows]
    }

    fn place(&self) -> String {
        common::HOME.to_owned()
    }

    fn offers(&self, command: Command) -> bool {
        match command {
            Command::Undo => !self.gone.is_empty(),
            Command::Redo | Command::ToHome | Command::Left | Command::Right => false,
            Command::Delete => {
                let focused = self.doors.get(self.menu.focus());
                matches!(focused, Some(Door::GoOn(_) | Door::Form(_)))
            }
            _ => true,
        }
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        if self.menu.command(command) {
            return;
        }
        match command {
            Command::Go | Command::Choose => self.open(self.menu.focus(), reply),
            Command::Back => self.back(reply),
            Command::Land => {
                self.begin(
                    Opening {
                        length: Some(Length::Land),
                        ..Opening::default()
                    },
                    reply,
                );
            }
            Command::Reflect => self.begin(Opening::default(), reply),
            Command::Journal => reply.push(Journal::default()),
            Command::Find => reply.push(Journal::finding()),
            Command::Delete => self.take_away(reply),
            Command::Undo => self.bring_back(reply),
            other => reply.pass(other),
        }
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        let letter = letter.to_lowercase().next().unwrap_or(letter);
        if let Some(place) = self.menu.row_with_key(letter) {
            self.menu.set_focus(place);
            self.open(place, reply);
        }
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let area = menu_area(self, area);
                if let Some(place) = self.menu.row_at(area, event.column, event.row) {
                    self.menu.set_focus(place);
                    self.open(place, reply);
                }
            }
            MouseEventKind::ScrollUp => self.menu.wheel(-1),
            MouseEventKind::ScrollDown => self.menu.wheel(1),
            _ => {}
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        if self.asked == Some(ticket) {
            self.asked = None;
            match outcome {
                Outcome::Home(view) => {
                    self.view = view.clone();
                    self.remind(reply);
                }
                Outcome::Trouble(trouble) => reply.say(trouble.said.clone()),
                _ => {}
            }
            self.rebuild(reply);
        }
        if let Some((_, draft)) = self.returning.take_if(|(own, _)| *own == ticket)
            && let Outcome::Trouble(trouble) = outcome
        {
            // It can be brought back again, once there is room for it.
            self.gone.push(draft);
            reply.say(trouble.said.clone());
        }
        if let Some((_, opening)) = self.past.filter(|(own, _)| *own == ticket) {
            self.past = None;
            match outcome {
                Outcome::Past(past) => {
                    let pack = Rc::clone(reply.pack);
                    let walk = Reflection::begin(pack, opening, past, &reply.now);
                    reply.push(WalkScreen::reflection(walk));
                }
                Outcome::Trouble(trouble) => reply.say(trouble.said.clone()),
                _ => {}
            }
        }
    }

    fn holds_words(&self) -> bool {
        self.returning.is_some()
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        if self.is_fresh {
            self.remind(reply);
        } else {
            self.asked = Some(reply.ask(Request::Home));
        }
        self.is_fresh = false;
        self.rebuild(reply);
        if let Some(mark) = self.back.take() {
            self.menu.go_to(mark);
        }
    }

    fn is_at_work(&self) -> bool {
        self.past.is_some() || self.returning.is_some()
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::Home {
            menu: self.menu.mark(),
            notices: self.notices.clone(),
        })
    }

    fn fit(&mut self, area: Rect) {
        self.area = area;
        let area = menu_area(self, area);
        self.menu.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        let menu = menu_area(self, area);
        above::draw(self, look, area, buf);
        self.menu.view(look, menu, buf)
    }
}
