//! Help: the keys of the screen one came from, and pages to read.
//!
//! The keys are read from the key table, so help cannot say anything else than what the keys do.
//! A row does what it says, as everywhere.

mod keys;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Screen;
use crate::content::{Pack, fill_slot};
use crate::ui::bookmark::Bookmark;
use crate::ui::keymap::{Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::Room;
use crate::ui::widgets::pointer::Pointer;
use crate::ui::widgets::reading::{Block, Reading};

use keys::{Deed, Keys};

/// Shows the keys of a screen, or one page to read.
#[derive(Clone, Debug)]
pub struct Help {
    page: Page,
}

#[derive(Clone, Debug)]
enum Page {
    Keys(Keys),
    Text {
        id: String,
        title: String,
        text: Reading,
    },
}

impl Help {
    /// Shows the keys that count on this screen.
    pub fn keys_of(screen: &Screen) -> Self {
        Self {
            page: Page::Keys(Keys::of(screen)),
        }
    }

    /// Shows one page of the pack.
    pub fn page(id: impl Into<String>) -> Self {
        let (title, text) = (String::new(), Reading::default());
        Self {
            page: Page::Text {
                id: id.into(),
                title,
                text,
            },
        }
    }

    fn act(deed: Option<Deed>, reply: &mut Reply<'_>) {
        match deed {
            Some(Deed::Do(command)) => reply.go(Move::Command(command)),
            Some(Deed::OnlyThere) => reply.say(words::WORKS_THERE),
            Some(Deed::Read(id)) => reply.push(Self::page(id)),
            None => {}
        }
    }
}

/// The blocks of a page, and its title.
fn read(pack: &Pack, id: &str, journal: &str) -> (String, Vec<Block>) {
    let Some(page) = pack.help(id) else {
        return (words::HELP.to_owned(), vec![Block::text(words::NO_PAGE)]);
    };
    let mut blocks = vec![Block::question(&page.title)];
    let said = page.text.iter();
    let said = said.map(|line| fill_slot(line, "path", journal));
    blocks.extend(said.map(Block::text));
    (page.title.clone(), blocks)
}

impl Room for Help {
    fn contexts(&self) -> Vec<Context> {
        match self.page {
            Page::Keys(_) => vec![Context::Popup, Context::Rows],
            Page::Text { .. } => vec![Context::Reading],
        }
    }

    fn place(&self) -> String {
        match &self.page {
            Page::Keys(_) => format!("{} · {}", words::HELP, words::KEYS),
            Page::Text { title, .. } => format!("{} · {title}", words::HELP),
        }
    }

    fn offers(&self, command: Command) -> bool {
        command != Command::Help
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        let moved = match &mut self.page {
            Page::Keys(keys) if matches!(command, Command::Go | Command::Choose) => {
                return Self::act(keys.deed(), reply);
            }
            Page::Keys(keys) => keys.menu.command(command),
            Page::Text { text, .. } => text.command(command),
        };
        if !moved {
            reply.pass(command);
        }
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        match (&mut self.page, Pointer::of(&event)) {
            (Page::Keys(keys), Some(Pointer::Wheel(turns))) => keys.menu.wheel(turns),
            (Page::Keys(keys), Some(Pointer::Click { column, row })) => {
                if let Some(row) = keys.menu.row_at(area, column, row) {
                    keys.menu.set_focus(row);
                    Self::act(keys.deed(), reply);
                }
            }
            (Page::Text { text, .. }, Some(Pointer::Wheel(turns))) => text.wheel(turns),
            _ => {}
        }
    }

    fn returned(&mut self, reply: &mut Reply<'_>) {
        match &mut self.page {
            Page::Keys(keys) => keys.add_pages(&reply.pack.help),
            Page::Text { id, title, text } => {
                let (said, blocks) = read(reply.pack, id, reply.journal);
                *title = said;
                text.set_blocks(blocks);
            }
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::Help(Box::new(self.clone())))
    }

    fn fit(&mut self, area: Rect) {
        match &mut self.page {
            Page::Keys(keys) => keys.menu.fit(area),
            Page::Text { text, .. } => text.fit(area),
        }
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        match &self.page {
            Page::Keys(keys) => keys.menu.view(look, area, buf),
            Page::Text { text, .. } => text.view(look, area, buf),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{Stage, draws_everywhere, row_of_cursor, seen};
    use super::super::{CardScreen, Hidden};
    use super::*;

    fn keys_of_the_card(stage: &mut Stage) -> Help {
        let mut help = Help::keys_of(&CardScreen::default().into());
        stage.returned(&mut help);
        help
    }

    #[test]
    fn the_keys_of_the_screen_come_first_with_their_twins() {
        let mut stage = Stage::new();
        let (text, cursor) = seen(&mut keys_of_the_card(&mut stage), 80, 50);
        assert!(
            text.contains("On this screen\n> Fill in my support card "),
            "{text}"
        );
        assert!(text.contains("Ctrl+L or F9"), "{text}");
        assert!(
            text.contains("To read\n  What this is, and is not"),
            "{text}"
        );
        assert!(!text.contains("While you write"), "{text}");
        assert_eq!(cursor.y, 3);
        for (width, height) in [(60, 18), (40, 10)] {
            let row = row_of_cursor(&mut keys_of_the_card(&mut stage), width, height);
            assert!(row.contains("> Fill in my support card"), "{row}");
        }
        draws_everywhere(&mut keys_of_the_card(&mut stage));
    }

    #[test]
    fn each_key_stands_once() {
        let mut stage = Stage::new();
        let (text, _) = seen(&mut keys_of_the_card(&mut stage), 80, 60);
        assert_eq!(text.matches("Help for this screen").count(), 1, "{text}");
        assert!(text.contains("? or Ctrl+K or F1"), "{text}");
    }

    #[test]
    fn a_row_does_what_it_says() {
        let mut stage = Stage::new();
        let mut help = keys_of_the_card(&mut stage);
        let heard = stage.command(&mut help, Command::Go);
        assert!(matches!(
            heard.moves[..],
            [Move::Command(Command::FillCard)]
        ));
        stage.command(&mut help, Command::Down);
        let heard = stage.command(&mut help, Command::Go);
        assert_eq!(heard.said.as_deref(), Some(words::WORKS_THERE));
        stage.command(&mut help, Command::Last);
        let heard = stage.command(&mut help, Command::Go);
        let [Move::Push(page)] = &heard.moves[..] else {
            panic!("{:?}", heard.moves)
        };
        assert!(matches!(**page, Screen::Help(_)));
    }

    #[test]
    fn coming_back_adds_the_pages_only_once() {
        let mut stage = Stage::new();
        let mut help = keys_of_the_card(&mut stage);
        stage.returned(&mut help);
        let (text, _) = seen(&mut help, 80, 60);
        assert_eq!(text.matches("To read").count(), 1);
        assert!(Help::keys_of(&Hidden.into()).place().starts_with("Help"));
    }

    #[test]
    fn a_page_is_read_and_scrolls() {
        let mut stage = Stage::new();
        let mut page = Help::page("about");
        stage.returned(&mut page);
        for (width, height) in [(80, 24), (60, 18), (40, 10)] {
            let (text, _) = seen(&mut page, width, height);
            assert!(text.contains("What this is, and is not"), "{text}");
        }
        stage.command(&mut page, Command::Last);
        assert!(seen(&mut page, 40, 10).0.contains("trust your own"));
        assert_eq!(page.place(), "Help · What this is, and is not");
        draws_everywhere(&mut page);

        let mut none = Help::page("soup");
        stage.returned(&mut none);
        assert!(seen(&mut none, 80, 24).0.contains(words::NO_PAGE));
    }
}
