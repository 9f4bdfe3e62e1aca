//! Home: Land first, then a reflection, then whatever waits; everything else a key away.
//!
//! On a computer that others use, not a word of the person's own is shown here.

mod above;
mod words;

use std::rc::Rc;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::content::Pack;
use crate::domain::{Draft, Length, Waiting, say_day};
use crate::reflection::{Opening, Reflection, Walk, doors, half_done};
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{HomeView, Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::Room;
use crate::ui::screens::{Help, Journal, WaitingScreen, WalkScreen};
use crate::ui::widgets::menu::{Menu, MenuMark, MenuRow};
use crate::ui::words as common;
use crate::vault::words::{last_backup, reminder};

use above::menu_area;

/// Presses of Esc further apart than this are two first presses.
const TWICE: u64 = 3_000;

/// What a row of Home leads to.
#[derive(Clone, Debug, PartialEq)]
enum Door {
    Gap,
    Land,
    Reflect,
    GoOn(Box<Draft>),
    Waiting(Waiting),
    Journal,
    Card,
    Practise,
    KeepSafe,
    Settings,
    Help,
    About,
    Leave,
}

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
        let shared = reply.settings.shared_computer;
        let card_note = if reply.card.is_blank() {
            words::CARD_BLANK
        } else {
            ""
        };
        let mut rows = vec![
            (Door::Land, row('l', doors::LAND, "")),
            (Door::Reflect, row('r', doors::REFLECT, "")),
        ];
        rows.extend(left_rows(self.view.drafts.clone(), reply.pack));
        for (place, waiting) in self.view.waiting.iter().enumerate() {
            let key = (place == 0).then_some('w');
            let said = said_of_waiting(waiting, shared, reply.pack);
            let row = MenuRow {
                key,
                words: said,
                quiet: String::new(),
                is_heading: false,
            };
            rows.push((Door::Waiting(waiting.clone()), row));
            if shared {
                break;
            }
        }
        rows.push((Door::Gap, gap()));
        rows.push((Door::Journal, row('j', doors::JOURNAL, "")));
        rows.push((Door::Card, row('s', doors::CARD, card_note)));
        rows.push((Door::Practise, row('p', doors::PRACTISE, "")));
        rows.push((Door::Gap, gap()));
        let kept = self.kept(reply);
        rows.push((Door::KeepSafe, row('k', doors::KEEP_SAFE, &kept)));
        rows.push((Door::Settings, row('h', doors::SETTINGS, "")));
        rows.push((Door::About, row('a', doors::ABOUT, "")));
        rows.push((Door::Help, row('?', doors::HELP, "")));
        rows.push((Door::Leave, row('q', doors::LEAVE, words::ALL_SAVED)));
        let focus = self.menu.focus();
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
                        practice: false,
                    },
                    reply,
                );
            }
            Door::Reflect => self.begin(Opening::default(), reply),
            Door::Practise => self.begin(
                Opening {
                    length: None,
                    practice: true,
                },
                reply,
            ),
            Door::GoOn(_) | Door::Waiting(_) if self.view.read_only.is_some() => {
                reply.say(self.view.read_only.clone().unwrap_or_default());
            }
            Door::GoOn(draft) => {
                if let Some(walk) = Reflection::resume(Rc::clone(reply.pack), *draft) {
                    reply.push(WalkScreen::reflection(walk));
                }
            }
            Door::Waiting(waiting) => reply.push(WaitingScreen::new(waiting)),
            Door::Journal => reply.push(Journal::default()),
            Door::Card => reply.pass(Command::SupportCard),
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
        let Some(Door::GoOn(draft)) = self.doors.get(self.menu.focus()).cloned() else {
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
        reply.say(common::ESC_LEAVES);
    }
}

fn row(key: char, words: &str, quiet: &str) -> MenuRow {
    MenuRow {
        key: Some(key),
        words: words.into(),
        quiet: quiet.into(),
        is_heading: false,
    }
}

fn gap() -> MenuRow {
    MenuRow {
        key: None,
        words: String::new(),
        quiet: String::new(),
        is_heading: true,
    }
}

/// Which walk was left where, and when it was begun.
struct Left {
    said: String,
    day: String,
    time: String,
}

/// The rows of the walks that were left; two that would look the same are told apart by the time.
fn left_rows(drafts: Vec<Draft>, pack: &Rc<Pack>) -> Vec<(Door, MenuRow)> {
    let left = half_done(drafts).into_iter().filter_map(|draft| {
        let left = said_of(&draft, pack)?;
        Some((draft, left))
    });
    let left: Vec<(Draft, Left)> = left.collect();
    let is_like = |one: &Left| {
        let like = left
            .iter()
            .filter(|(_, other)| (&other.said, &other.day) == (&one.said, &one.day));
        like.count() > 1
    };
    let rows = left.iter().enumerate().map(|(place, (draft, one))| {
        let quiet = if is_like(one) {
            format!("{}, {}", one.day, one.time)
        } else {
            one.day.clone()
        };
        let row = MenuRow {
            key: (place == 0).then_some('g'),
            words: one.said.clone(),
            quiet,
            is_heading: false,
        };
        (Door::GoOn(Box::new(draft.clone())), row)
    });
    rows.collect()
}

/// Says which walk was left where; never in the person's own words.
fn said_of(draft: &Draft, pack: &Rc<Pack>) -> Option<Left> {
    let walk = Reflection::resume(Rc::clone(pack), draft.clone())?;
    let title = walk.page().title;
    let said = if walk.length() == Some(Length::Land) {
        words::GO_ON_LAND.to_owned()
    } else if walk.is_practice() {
        format!("{} {title}", words::GO_ON_PRACTICE)
    } else {
        format!("{} {title}", words::GO_ON)
    };
    let started = walk.started();
    Some(Left {
        said,
        day: say_day(started.date_naive()),
        time: started.format("%H:%M").to_string(),
    })
}

fn said_of_waiting(waiting: &Waiting, shared: bool, pack: &Pack) -> String {
    if shared {
        doors::ONE_WAITING.to_owned()
    } else {
        doors::planned(pack, waiting)
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
            Command::Delete => !half_done(self.view.drafts.clone()).is_empty(),
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
                        practice: false,
                    },
                    reply,
                );
            }
            Command::Reflect => self.begin(Opening::default(), reply),
            Command::Practise => self.begin(
                Opening {
                    length: None,
                    practice: true,
                },
                reply,
            ),
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
