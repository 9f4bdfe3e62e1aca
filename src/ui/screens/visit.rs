//! The rooms that give the journal back, on the full screen: it draws whatever leaf a visit shows.
//!
//! Which leaf comes next is none of its business: that is [`Visit`], which plain mode talks to as
//! well. While the journal works the leaf before stays in sight, since most work is over before
//! anybody could read that it is done; only what takes longer says so. A key pressed meanwhile
//! does nothing, but for one step back, which is taken as soon as it can be.

mod doors;
mod shown;
#[cfg(test)]
mod tests;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::{Entry, Subject};
use crate::reflection::{FormWalk, is_done};
use crate::rooms::{Begin, Came, Given, Turn, Visit};
use crate::ui::bookmark::{Bookmark, WalkMark, WhichWalk};
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::Reply;
use crate::ui::screen::Room;
use crate::ui::screens::WalkScreen;
use crate::ui::widgets::pointer::Pointer;

use shown::Shown;

/// Milliseconds after which it says that the journal is at work.
const SLOW: u64 = 400;

/// Shows a visit to the rooms.
#[derive(Debug)]
pub struct VisitScreen {
    begin: Begin,
    /// What the room is called, where that is not plain from where it began.
    name: Option<&'static str>,
    /// The visit, once it is on the stack.
    visit: Option<Visit>,
    shown: Shown,
    waits: Option<Waits>,
    /// The form that lies on top.
    form: Option<Subject>,
    /// Where in its form it comes back to.
    back_to: Option<WalkMark>,
    /// Whether it opened another place of the program, and what it shows may change there.
    is_away: bool,
    /// Whether one step back was asked for while the journal was at work.
    back_due: bool,
    area: Rect,
}

/// What is waited for.
#[derive(Debug)]
struct Waits {
    ticket: Ticket,
    since: u64,
    is_slow: bool,
    what: What,
}

/// What an answer of the journal is for.
#[derive(Debug)]
enum What {
    /// It goes to the visit.
    Work,
    /// What was written on a form.
    Form,
    /// A walk that goes on from this entry and was left half-way; and whether the visit is over.
    HalfDone { entry: Box<Entry>, is_over: bool },
    /// What a walk that goes on from this entry needs to know.
    Past { entry: Box<Entry>, is_over: bool },
}

impl VisitScreen {
    /// Begins a visit, once it is on the stack.
    pub fn new(begin: Begin) -> Self {
        Self {
            begin,
            name: None,
            visit: None,
            shown: Shown::default(),
            waits: None,
            form: None,
            back_to: None,
            is_away: false,
            back_due: false,
            area: Rect::default(),
        }
    }

    /// Goes on with a form, at the very place where it was left.
    pub fn form(subject: Subject, mark: WalkMark) -> Self {
        Self {
            back_to: Some(mark),
            ..Self::new(Begin::Form(subject))
        }
    }

    /// Comes back to a visit, which begins anew; `is_away` where something it opened lies on top.
    pub fn come_back(begin: Begin, is_away: bool) -> Self {
        Self {
            is_away,
            ..Self::new(begin)
        }
    }

    /// The same under another name.
    #[must_use]
    pub fn named(self, name: &'static str) -> Self {
        Self {
            name: Some(name),
            ..self
        }
    }

    /// Where it began.
    pub fn begin(&self) -> &Begin {
        &self.begin
    }

    /// The visit, which answers the message of now.
    fn visit_at(&mut self, reply: &Reply<'_>) -> Option<&mut Visit> {
        self.visit.as_mut().map(|visit| visit.at(reply.now))
    }

    fn give(&mut self, given: Given, reply: &mut Reply<'_>) {
        if self.waits.is_some() {
            self.back_due |= given == Given::Back;
            return;
        }
        if let Some(turn) = self.visit_at(reply).map(|visit| visit.given(given)) {
            self.turn(turn, reply);
        }
    }

    fn came(&mut self, came: Came, reply: &mut Reply<'_>) {
        if let Some(turn) = self.visit_at(reply).map(|visit| visit.came(came)) {
            self.turn(turn, reply);
        }
    }

    fn turn(&mut self, turn: Turn, reply: &mut Reply<'_>) {
        let keeps = matches!(turn, Turn::Hint(_));
        match turn {
            Turn::Leaf => {}
            Turn::Hint(said) => reply.say(said),
            Turn::Do(work) => self.ask(Request::Visit(Box::new(work)), What::Work, reply),
            Turn::Write(_) if std::mem::take(&mut self.back_due) => {
                return self.came(Came::NotWritten, reply);
            }
            Turn::Write(form) => self.write(*form, reply),
            Turn::Through(door) => {
                self.is_away = true;
                self.go_through(door, false, reply);
            }
            Turn::Leave(door) => return self.go_through(door, true, reply),
            Turn::Close => return reply.close(),
        }
        self.show(keeps);
        if self.waits.is_none() && std::mem::take(&mut self.back_due) {
            self.give(Given::Back, reply);
        }
    }

    fn ask(&mut self, request: Request, what: What, reply: &mut Reply<'_>) {
        self.waits = Some(Waits {
            ticket: reply.ask(request),
            since: reply.now.tick,
            is_slow: false,
            what,
        });
    }

    /// Opens a form over this page.
    fn write(&mut self, form: FormWalk, reply: &mut Reply<'_>) {
        self.form = Some(form.subject());
        let mark = self.back_to.take();
        let screen = match mark {
            Some(mark) if is_of(&mark, form.subject()) => {
                let page = page_of(&mark);
                WalkScreen::form(form.at_page(page)).come_back(mark)
            }
            _ => WalkScreen::form(form),
        };
        reply.put_above(screen);
    }

    /// Shows the leaf anew; `keeps` what was typed and where one is.
    fn show(&mut self, keeps: bool) {
        let Some(leaf) = self.visit.as_ref().map(Visit::leaf) else {
            return;
        };
        let is_slow = self.waits.as_ref().is_some_and(|waits| waits.is_slow);
        self.shown.show(leaf, keeps, is_slow);
        self.shown.fit(self.area);
    }

    /// Takes the answer that was waited for.
    fn answered(&mut self, what: What, outcome: &Outcome, reply: &mut Reply<'_>) {
        match (what, outcome) {
            (What::Work, Outcome::Visit(came)) => self.came((**came).clone(), reply),
            (What::Form, Outcome::Draft(draft)) => {
                let written = draft.clone().filter(is_done);
                let came = written.map_or(Came::NotWritten, |draft| Came::Written(Box::new(draft)));
                self.came(came, reply);
            }
            (What::Past { entry, is_over }, Outcome::Past(past)) => {
                doors::open_up(&entry, past, is_over, reply);
            }
            (What::HalfDone { entry, is_over }, Outcome::Draft(draft)) => {
                match doors::half_done(draft.as_ref(), reply) {
                    Some(walk) => doors::put(walk, is_over, reply),
                    None => self.ask(Request::Past, What::Past { entry, is_over }, reply),
                }
            }
            (What::Past { .. } | What::HalfDone { .. }, Outcome::Trouble(trouble)) => {
                reply.say(trouble.said.clone());
            }
            (What::Form, Outcome::Trouble(trouble)) => {
                reply.say(trouble.said.clone());
                self.came(Came::NotWritten, reply);
            }
            (What::Work, Outcome::Trouble(trouble)) => {
                self.came(Came::Trouble(trouble.said.clone()), reply);
            }
            _ => {}
        }
    }
}

/// Whether this is a place in this form.
fn is_of(mark: &WalkMark, subject: Subject) -> bool {
    matches!(mark.walk, WhichWalk::Form(own, _) if own == subject)
}

fn page_of(mark: &WalkMark) -> usize {
    match mark.walk {
        WhichWalk::Form(_, page) => page,
        _ => 0,
    }
}

impl Room for VisitScreen {
    fn contexts(&self) -> Vec<Context> {
        self.shown.contexts()
    }

    fn place(&self) -> String {
        let name = self.name.unwrap_or_else(|| doors::name_of(&self.begin));
        self.shown.place(name)
    }

    fn offers(&self, command: Command) -> bool {
        let own = match self.begin {
            Begin::LookBack => Command::LookBack,
            Begin::Carry => Command::Carry,
            Begin::BeforeSession => Command::BeforeSession,
            Begin::Supervision => Command::Supervision,
            Begin::Support => Command::Support,
            Begin::Practice => Command::Practice,
            Begin::Learn(None) => Command::Learn,
            _ => return self.shown.offers(command),
        };
        command != own && self.shown.offers(command)
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        if command == Command::Back {
            if self.visit.is_none() {
                return reply.close();
            }
            return self.give(Given::Back, reply);
        }
        match self.shown.command(command, reply) {
            Some(given) => self.give(given, reply),
            None => self.shown.fit(self.area),
        }
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        match self.shown.typed(letter, reply.now.tick) {
            Some(given) => self.give(given, reply),
            None => self.shown.fit(self.area),
        }
    }

    fn pasted(&mut self, text: &str, reply: &mut Reply<'_>) {
        self.shown.pasted(text, reply.now.tick);
        self.shown.fit(self.area);
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        let given = Pointer::of(&event).and_then(|pointer| self.shown.pointed(pointer, area));
        if let Some(given) = given {
            self.give(given, reply);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        let waits = self.waits.take_if(|waits| waits.ticket == ticket);
        if let Some(waits) = waits {
            self.answered(waits.what, outcome, reply);
        }
    }

    fn patience(&self) -> Option<u64> {
        let waits = self.waits.as_ref().filter(|waits| !waits.is_slow)?;
        Some(waits.since + SLOW)
    }

    fn tick(&mut self, reply: &mut Reply<'_>) {
        let due = |waits: &&mut Waits| !waits.is_slow && waits.since + SLOW <= reply.now.tick;
        if let Some(waits) = self.waits.as_mut().filter(due) {
            waits.is_slow = true;
            self.show(true);
        }
    }

    fn is_at_work(&self) -> bool {
        self.waits.is_some()
    }

    fn bookmark(&self) -> Option<Bookmark> {
        match (&self.begin, self.form) {
            // The form lies on top, and comes back with a page of its own under it; and what
            // narrowing down would begin with is the person's own.
            (Begin::Form(_), Some(_)) | (Begin::Narrow(_), _) => None,
            (begin, form) => Some(Bookmark::Visit {
                begin: begin.clone(),
                is_away: self.is_away || form.is_some(),
            }),
        }
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        let Some(visit) = self.visit.as_mut() else {
            let (visit, turn) = Visit::begin(self.begin.clone(), reply.visiting());
            self.visit = Some(visit);
            return self.turn(turn, reply);
        };
        if let Some(subject) = self.form.take() {
            return self.ask(Request::Draft(subject), What::Form, reply);
        }
        if std::mem::take(&mut self.is_away) && self.waits.is_none() {
            let turn = visit.at(reply.now).returned();
            self.turn(turn, reply);
        }
    }

    fn fit(&mut self, area: Rect) {
        self.area = area;
        self.shown.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.shown.view(look, area, buf)
    }
}
