//! The last words of a walk: what was kept, or that it was let go.
//!
//! Nothing is asked here any more. The person's own words are shown, also on a shared computer:
//! they have just written them, and nobody comes to this page from the start.

mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{VisitScreen, WalkScreen};
use crate::domain::{Entry, Field, Id};
use crate::reflection::{Closing, Kept, Reflection, Walk, closing_of, kept_of};
use crate::rooms;
use crate::ui::bookmark::Bookmark;
use crate::ui::effect::{Outcome, Request, Ticket};
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::Room;
use crate::ui::widgets::menu::MenuRow;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::Block;
use crate::ui::widgets::sheet::{Chosen, Sheet, SheetMark};

/// Says goodbye to a walk.
#[derive(Debug)]
pub struct ClosingScreen {
    /// The walk that was let go, until this page is left.
    let_go: Option<Box<Reflection>>,
    /// The entry that was kept.
    entry: Option<Id>,
    /// Where it leads on to.
    on: On,
    sheet: Sheet,
    /// Where on the page it comes back to.
    back: Option<SheetMark>,
    asked: Option<Ticket>,
}

/// Where the last page leads on to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum On {
    /// Nowhere: after a reflection there is nothing more to do.
    #[default]
    Nowhere,
    /// Where a try was opened: whoever tried a story may want the next one, or to see this try
    /// beside an earlier one.
    Story,
    /// The practice room, where a reflection for practice is kept.
    Practice,
}

impl On {
    /// Where it leads on to from this entry.
    fn of(entry: &Entry) -> Self {
        match entry {
            _ if entry.attempt.is_some() => Self::Story,
            _ if entry.practice => Self::Practice,
            _ => Self::Nowhere,
        }
    }

    fn leads(self) -> Option<Move> {
        let practice = || VisitScreen::new(rooms::Begin::Practice).into();
        match self {
            Self::Nowhere => None,
            Self::Story => Some(Move::Close),
            Self::Practice => Some(Move::Replace(Box::new(practice()))),
        }
    }
}

impl ClosingScreen {
    /// Says that a walk was kept, and what of it.
    pub fn kept(entry: &Entry, closing: Closing, kept: Vec<Kept>) -> Self {
        let on = On::of(entry);
        Self {
            on,
            sheet: Sheet::new(kept_blocks(closing, kept), rows(on)),
            entry: Some(entry.id),
            ..Self::showing(Vec::new())
        }
    }

    /// Says that a walk was let go, and holds it until this page is left.
    pub fn let_go(walk: Box<Reflection>) -> Self {
        let blocks = vec![
            Block::question(words::IT_IS_LET_GO),
            Block::quiet(words::UNDO).close(),
        ];
        Self {
            let_go: Some(walk),
            ..Self::showing(blocks)
        }
    }

    /// Comes back to the last page of an entry; without one, to that of a walk that was let go.
    /// It was held by the page alone, so it cannot be brought back now.
    pub fn come_back(entry: Option<Id>, sheet: SheetMark) -> Self {
        let blocks = match entry {
            Some(_) => Vec::new(),
            None => vec![Block::question(words::IT_IS_LET_GO)],
        };
        let mut screen = Self {
            entry,
            ..Self::showing(blocks)
        };
        screen.sheet.go_to(sheet);
        screen.back = entry.map(|_| sheet);
        screen
    }

    fn showing(blocks: Vec<Block>) -> Self {
        Self {
            let_go: None,
            entry: None,
            on: On::Nowhere,
            sheet: Sheet::new(blocks, rows(On::Nowhere)),
            back: None,
            asked: None,
        }
    }

    fn arrived(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        let Outcome::Entry(Some(entry)) = outcome else {
            return reply.go(Move::Home);
        };
        let blocks = kept_blocks(closing_of(reply.pack, entry), kept_of(reply.pack, entry));
        self.on = On::of(entry);
        self.sheet = Sheet::new(blocks, rows(self.on));
        if let Some(mark) = self.back.take() {
            self.sheet.go_to(mark);
        }
    }

    fn take(&self, chosen: Chosen, reply: &mut Reply<'_>) {
        let Chosen::Row(row) = chosen else { return };
        if let Some((_, to)) = doors(self.on).into_iter().nth(row) {
            reply.go(to);
        }
    }
}

fn kept_blocks(closing: Closing, kept: Vec<Kept>) -> Vec<Block> {
    let mut blocks = vec![Block::question(closing.said)];
    let under = closing.under.into_iter();
    blocks.extend(under.map(|line| Block::quiet(line).close()));
    // Things of the same kind, such as two ways that were chosen, stand under one label.
    let mut over = String::new();
    for Kept { label, words } in kept {
        if label != over {
            blocks.push(Block::quiet(label.as_str()));
            over = label;
        }
        blocks.push(Block::warm(words).close());
    }
    blocks
}

fn rows(on: On) -> Vec<MenuRow> {
    doors(on).into_iter().map(|(row, _)| row).collect()
}

/// The rows, and where each leads.
fn doors(on: On) -> Vec<(MenuRow, Move)> {
    let mut doors = vec![
        (MenuRow::new(words::HOME).with_key('h'), Move::Home),
        (MenuRow::new(words::LEAVE).with_key('l'), Move::Leave),
    ];
    if let Some(to) = on.leads() {
        doors.insert(0, (MenuRow::new(words::GO_ON).with_key('g'), to));
    }
    doors
}

impl Room for ClosingScreen {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Popup, Context::Rows]
    }

    fn place(&self) -> String {
        if self.entry.is_none() {
            words::LET_GO
        } else {
            words::KEPT
        }
        .to_owned()
    }

    fn offers(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.let_go.is_some(),
            Command::Redo => false,
            _ => true,
        }
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        match (command, self.let_go.take_if(|_| command == Command::Undo)) {
            (_, Some(mut walk)) => {
                // Coming back to be asked again, not to be let go by the next Enter.
                walk.paper_mut().clear(&Field::Keep);
                walk.paper_mut().draft_mut().all_unsaved();
                reply.replace(WalkScreen::reflection(*walk));
            }
            (Command::Back, None) => reply.go(self.on.leads().unwrap_or(Move::Home)),
            (_, None) => match self.sheet.command(command) {
                Chosen::Nothing => reply.pass(command),
                chosen => self.take(chosen, reply),
            },
        }
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        let chosen = self.sheet.typed(letter);
        self.take(chosen, reply);
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        if let Some(pointer) = Pointer::of(&event) {
            let chosen = self.sheet.pointed(pointer, area);
            self.take(chosen, reply);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        if self.asked.take_if(|own| *own == ticket).is_some() {
            self.arrived(outcome, reply);
        }
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        if let (Some(entry), true, None) = (self.entry, self.back.is_some(), self.asked) {
            self.asked = Some(reply.ask(Request::Entry(entry)));
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::Closing {
            entry: self.entry,
            sheet: self.back.unwrap_or_else(|| self.sheet.mark()),
        })
    }

    fn fit(&mut self, area: Rect) {
        self.sheet.fit(area);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.sheet.view(look, area, buf)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::Screen;
    use super::super::stage::{Stage, draws_everywhere, row_of_cursor, seen};
    use super::*;
    use crate::domain::{Attempt, Length, Past};
    use crate::reflection::Opening;

    fn entry() -> Entry {
        let at = chrono::DateTime::UNIX_EPOCH.fixed_offset();
        Entry::empty(Id::at(1, &[1; 10]), at, (String::new(), 1), Length::Three)
    }

    fn kept() -> ClosingScreen {
        let said = "You can leave it here.".to_owned();
        let under = vec!["This is kept as it is.".to_owned()];
        let kept = vec![Kept {
            label: "I stand by".into(),
            words: "I waited.".into(),
        }];
        ClosingScreen::kept(&entry(), Closing { said, under }, kept)
    }

    fn let_go(stage: &mut Stage) -> ClosingScreen {
        let opening = Opening {
            length: Some(Length::Land),
            ..Opening::default()
        };
        let pack = Rc::clone(&stage.pack);
        let mut screen = None;
        stage.lets(|reply| {
            let walk = Reflection::begin(pack, opening, &Past::default(), &reply.now);
            screen = Some(ClosingScreen::let_go(Box::new(walk)));
        });
        screen.unwrap()
    }

    #[test]
    fn what_was_kept_is_said_in_words_at_every_size() {
        for (width, height) in [(80, 24), (60, 18)] {
            let (text, _) = seen(&mut kept(), width, height);
            for said in [
                "You can leave it here.",
                "I stand by\nI waited.",
                "> h  Home",
            ] {
                assert!(text.contains(said), "{said}: {text}");
            }
        }
        let (text, _) = seen(&mut kept(), 40, 10);
        assert!(
            text.contains("You can leave it here.") && text.contains("> h  Home"),
            "{text}"
        );
        assert!(row_of_cursor(&mut kept(), 40, 10).contains("Home"));
        draws_everywhere(&mut kept());
    }

    #[test]
    fn home_and_leave_do_what_they_say() {
        let mut stage = Stage::new();
        assert!(matches!(
            stage.command(&mut kept(), Command::Go).moves[..],
            [Move::Home]
        ));
        assert!(matches!(
            stage.command(&mut kept(), Command::Back).moves[..],
            [Move::Home]
        ));
        assert!(matches!(
            stage.typed(&mut kept(), 'l').moves[..],
            [Move::Leave]
        ));
        let heard = stage.command(&mut kept(), Command::Undo);
        assert_eq!(heard.passed, Some(Command::Undo));
    }

    #[test]
    fn a_try_leads_back_to_where_it_was_opened() {
        let mut stage = Stage::new();
        let closing = Closing {
            said: "You can leave it here.".to_owned(),
            under: Vec::new(),
        };
        let entry = Entry {
            practice: true,
            attempt: Some(Attempt::default()),
            ..entry()
        };
        let mut tried = ClosingScreen::kept(&entry, closing, Vec::new());
        assert!(seen(&mut tried, 60, 18).0.contains("> g  Go on"));
        for command in [Command::Go, Command::Back] {
            let heard = stage.command(&mut tried, command);
            assert!(matches!(heard.moves[..], [Move::Close]));
        }
        assert!(matches!(
            stage.typed(&mut tried, 'h').moves[..],
            [Move::Home]
        ));
    }

    #[test]
    fn a_reflection_for_practice_leads_on_to_the_practice_room() {
        let mut stage = Stage::new();
        let closing = Closing {
            said: "You can leave it here.".to_owned(),
            under: Vec::new(),
        };
        let entry = Entry {
            practice: true,
            ..entry()
        };
        let mut practised = ClosingScreen::kept(&entry, closing, Vec::new());
        assert!(seen(&mut practised, 60, 18).0.contains("> g  Go on"));
        for command in [Command::Go, Command::Back] {
            let heard = stage.command(&mut practised, command);
            let [Move::Replace(room)] = &heard.moves[..] else {
                panic!("{:?}", heard.moves)
            };
            let Screen::Visit(visit) = &**room else {
                panic!("{room:?}")
            };
            assert_eq!(*visit.begin(), rooms::Begin::Practice);
        }
        // It comes back with the same ways on, as after a restart.
        let mut again = ClosingScreen::come_back(Some(entry.id), practised.sheet.mark());
        let outcome = Outcome::Entry(Some(Box::new(entry)));
        stage.lets(|reply| again.arrived(&outcome, reply));
        assert_eq!(again.on, On::Practice);
    }

    #[test]
    fn what_was_let_go_comes_back_whole() {
        let mut stage = Stage::new();
        let mut screen = let_go(&mut stage);
        let (text, _) = seen(&mut screen, 80, 24);
        assert!(
            text.contains("It is let go. Nothing of it is kept."),
            "{text}"
        );
        assert!(
            text.contains("Undo: Ctrl+Z, until you leave this page."),
            "{text}"
        );
        draws_everywhere(&mut screen);
        let heard = stage.command(&mut screen, Command::Undo);
        let [Move::Replace(back)] = &heard.moves[..] else {
            panic!("{:?}", heard.moves)
        };
        assert!(matches!(**back, Screen::Walk(_)));
    }
}
