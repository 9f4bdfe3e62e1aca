//! The last words of a walk: what was kept, or that it was let go.
//!
//! Nothing is asked here any more. The person's own words are shown, also on a shared computer:
//! they have just written them, and nobody comes to this page from the start.

mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::WalkScreen;
use crate::domain::{Field, Id};
use crate::reflection::{Closing, Kept, Reflection, Walk, closing_of, kept_of};
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

/// The row that leads home; the other one leaves.
const HOME_ROW: usize = 0;

/// Says goodbye to a walk.
#[derive(Debug)]
pub struct ClosingScreen {
    /// The walk that was let go, until this page is left.
    let_go: Option<Box<Reflection>>,
    /// The entry that was kept.
    entry: Option<Id>,
    sheet: Sheet,
    /// Where on the page it comes back to.
    back: Option<SheetMark>,
    asked: Option<Ticket>,
}

impl ClosingScreen {
    /// Says that a walk was kept, and what of it.
    pub fn kept(entry: Id, closing: Closing, kept: Vec<Kept>) -> Self {
        Self {
            entry: Some(entry),
            ..Self::showing(kept_blocks(closing, kept))
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
            sheet: Sheet::new(blocks, rows()),
            back: None,
            asked: None,
        }
    }

    fn arrived(&mut self, outcome: &Outcome, reply: &mut Reply<'_>) {
        let Outcome::Entry(Some(entry)) = outcome else {
            return reply.go(Move::Home);
        };
        let blocks = kept_blocks(closing_of(reply.pack, entry), kept_of(entry));
        self.sheet = Sheet::new(blocks, rows());
        if let Some(mark) = self.back.take() {
            self.sheet.go_to(mark);
        }
    }

    fn take(chosen: Chosen, reply: &mut Reply<'_>) {
        if let Chosen::Row(row) = chosen {
            reply.go(if row == HOME_ROW {
                Move::Home
            } else {
                Move::Leave
            });
        }
    }
}

fn kept_blocks(closing: Closing, kept: Vec<Kept>) -> Vec<Block> {
    let mut blocks = vec![Block::question(closing.said)];
    let under = closing.under.into_iter();
    blocks.extend(under.map(|line| Block::quiet(line).close()));
    for Kept { label, words } in kept {
        blocks.extend([Block::quiet(label), Block::warm(words).close()]);
    }
    blocks
}

fn rows() -> Vec<MenuRow> {
    vec![
        MenuRow::new(words::HOME).with_key('h'),
        MenuRow::new(words::LEAVE).with_key('l'),
    ]
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
            (Command::Back, None) => reply.go(Move::Home),
            (_, None) => match self.sheet.command(command) {
                Chosen::Nothing => reply.pass(command),
                chosen => Self::take(chosen, reply),
            },
        }
    }

    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        Self::take(self.sheet.typed(letter), reply);
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        if let Some(pointer) = Pointer::of(&event) {
            Self::take(self.sheet.pointed(pointer, area), reply);
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
    use crate::domain::{Length, Past};
    use crate::reflection::Opening;

    fn kept() -> ClosingScreen {
        let said = "You can leave it here.".to_owned();
        let under = vec!["This is kept as it is.".to_owned()];
        let kept = vec![Kept {
            label: "I stand by".into(),
            words: "I waited.".into(),
        }];
        ClosingScreen::kept(Id::at(1, &[1; 10]), Closing { said, under }, kept)
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
