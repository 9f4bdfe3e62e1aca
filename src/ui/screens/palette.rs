//! Everything that can be done on a screen, in everyday words with its key.
//!
//! It is for a person who does not know the keys, or cannot press them. It offers what the screen
//! below offers and nothing else, so that no row is ever without effect.

mod draw;
mod words;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::Screen;
use crate::ui::keymap::{self, Command, Context};
use crate::ui::look::Look;
use crate::ui::reply::{Move, Reply};
use crate::ui::screen::{Layer, Room};
use crate::ui::widgets::editor::{Motion, Stroke};
use crate::ui::widgets::menu::{Menu, MenuRow};
use crate::ui::widgets::pointer::Pointer;

/// The longest text to look for.
const LONGEST: usize = 60;

/// One thing that can be done.
#[derive(Clone, Debug)]
struct Offer {
    command: Command,
    words: &'static str,
    key: String,
}

impl Offer {
    fn has(&self, typed: &str) -> bool {
        let said = self.words.to_lowercase();
        let begins = |typed: &str| said.unicode_words().any(|word| word.starts_with(typed));
        typed.unicode_words().all(begins)
    }
}

/// Lists what can be done on the screen below.
#[derive(Debug)]
pub struct Palette {
    offers: Vec<Offer>,
    /// The offers that have the words that were typed.
    found: Vec<usize>,
    typed: String,
    menu: Menu,
}

impl Palette {
    /// Lists what this screen offers.
    pub fn of(screen: &Screen) -> Self {
        let mut offers: Vec<Offer> = Vec::new();
        for row in keymap::rows(&screen.contexts()) {
            let is_new = offers.iter().all(|offer| offer.command != row.command);
            if row.in_palette && is_new && screen.offers(row.command) {
                let key = row
                    .chords
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                offers.push(Offer {
                    command: row.command,
                    words: row.words,
                    key,
                });
            }
        }
        // What removes something is never the first thing that Enter does, and what cannot be
        // undone comes last.
        offers.sort_by_key(|offer| match offer.command {
            Command::EraseForEver => 2,
            Command::Delete => 1,
            _ => 0,
        });
        let (found, typed, menu) = (Vec::new(), String::new(), Menu::new(Vec::new()));
        let mut palette = Self {
            offers,
            found,
            typed,
            menu,
        };
        palette.look();
        palette
    }

    /// Finds the offers in which every word that was typed begins a word.
    fn look(&mut self) {
        let typed = self.typed.to_lowercase();
        let found = self
            .offers
            .iter()
            .enumerate()
            .filter(|(_, offer)| offer.has(&typed));
        self.found = found.map(|(place, _)| place).collect();
        let rows = self
            .found
            .iter()
            .filter_map(|place| self.offers.get(*place));
        let rows = rows.map(|offer| MenuRow::new(offer.words).with_quiet(&offer.key));
        self.menu.set_rows(rows.collect());
        self.menu.set_focus(0);
    }

    fn go(&self, reply: &mut Reply<'_>) {
        let place = self.found.get(self.menu.focus());
        if let Some(offer) = place.and_then(|place| self.offers.get(*place)) {
            reply.go(Move::Command(offer.command));
        }
    }

    fn write(&mut self, text: &str) {
        let first = text.lines().next().unwrap_or_default();
        let room = LONGEST.saturating_sub(self.typed.chars().count());
        self.typed.extend(
            first
                .chars()
                .filter(|letter| !letter.is_control())
                .take(room),
        );
        self.look();
    }

    fn stroke(&mut self, stroke: Stroke) {
        match stroke {
            Stroke::Backspace => {
                let last = self.typed.grapheme_indices(true).next_back();
                self.typed.truncate(last.map_or(0, |(place, _)| place));
                self.look();
            }
            Stroke::WordBackspace => {
                let last = self.typed.unicode_word_indices().next_back();
                self.typed.truncate(last.map_or(0, |(place, _)| place));
                self.look();
            }
            Stroke::Move(motion) => self.moves(motion),
            _ => {}
        }
    }

    fn moves(&mut self, motion: Motion) {
        let command = match motion {
            Motion::Up => Command::Up,
            Motion::Down => Command::Down,
            Motion::PageUp => Command::PageUp,
            Motion::PageDown => Command::PageDown,
            Motion::Start | Motion::RowStart => Command::First,
            Motion::End | Motion::RowEnd => Command::Last,
            _ => return,
        };
        self.menu.command(command);
    }
}

impl Room for Palette {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Popup, Context::Text]
    }

    fn place(&self) -> String {
        words::TITLE.to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Popup
    }

    fn offers(&self, command: Command) -> bool {
        command != Command::Palette
    }

    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        match command {
            Command::Go => self.go(reply),
            Command::Palette => reply.close(),
            Command::Write(stroke) => self.stroke(stroke),
            Command::PasteInside => {
                let copied = reply.clipboard.clone();
                self.write(&copied);
            }
            _ if self.menu.command(command) => {}
            // A deed of the screen below is not undone from here.
            Command::Undo | Command::Redo | Command::Cut => {}
            _ => reply.pass(command),
        }
    }

    fn typed(&mut self, letter: char, _: &mut Reply<'_>) {
        self.write(letter.encode_utf8(&mut [0; 4]));
    }

    fn pasted(&mut self, text: &str, _: &mut Reply<'_>) {
        self.write(text);
    }

    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        match Pointer::of(&event) {
            Some(Pointer::Wheel(turns)) => self.menu.wheel(turns),
            Some(Pointer::Click { column, row }) => {
                let rows = self.parts(area).rows;
                if let Some(row) = self.menu.row_at(rows, column, row) {
                    self.menu.set_focus(row);
                    self.go(reply);
                }
            }
            None => {}
        }
    }

    fn fit(&mut self, area: Rect) {
        let rows = self.parts(area).rows;
        self.menu.fit(rows);
    }

    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.draw(look, area, buf)
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{Stage, draws_everywhere, row_of_cursor, seen};
    use super::super::{CardScreen, Home};
    use super::*;
    use crate::ui::effect::HomeView;

    fn at_home() -> Palette {
        Palette::of(&Home::new(HomeView::default()).into())
    }

    #[test]
    fn it_lists_what_the_screen_offers_in_words_with_its_key() {
        for (width, height) in [(80, 24), (60, 18)] {
            let (text, _) = seen(&mut at_home(), width, height);
            assert!(text.contains("What would you like to do?"), "{text}");
            assert!(text.contains("> Land: ninety seconds"), "{text}");
        }
        let (text, _) = seen(&mut at_home(), 80, 40);
        let row = text
            .lines()
            .find(|row| row.contains("My support card"))
            .unwrap();
        assert!(row.contains("Ctrl+G"), "{row}");
        let card = Palette::of(&CardScreen::default().into());
        assert!(
            card.offers
                .iter()
                .all(|offer| offer.command != Command::SupportCard)
        );
    }

    #[test]
    fn on_a_small_screen_the_rows_are_all() {
        let (text, _) = seen(&mut at_home(), 40, 10);
        assert!(text.contains("> Land: ninety seconds"), "{text}");
        assert!(row_of_cursor(&mut at_home(), 40, 10).contains("> Land"));
        draws_everywhere(&mut at_home());
    }

    #[test]
    fn letters_look_for_words_and_enter_does_it() {
        let mut stage = Stage::new();
        let mut palette = at_home();
        for letter in "SCREEN hi".chars() {
            stage.typed(&mut palette, letter);
        }
        let (text, _) = seen(&mut palette, 80, 24);
        assert!(text.contains("Looking for: SCREEN hi"), "{text}");
        assert!(
            text.contains("> Hide the screen") && !text.contains("ninety"),
            "{text}"
        );
        let heard = stage.command(&mut palette, Command::Go);
        assert!(matches!(heard.moves[..], [Move::Command(Command::Hide)]));
        stage.typed(&mut palette, 'x');
        assert!(
            seen(&mut palette, 80, 24)
                .0
                .contains("Nothing here has that word.")
        );
        assert!(stage.command(&mut palette, Command::Go).moves.is_empty());
        for _ in 0..2 {
            stage.command(&mut palette, Command::Write(Stroke::WordBackspace));
        }
        stage.command(&mut palette, Command::Write(Stroke::Backspace));
        assert!(seen(&mut palette, 80, 24).0.contains("> Land"));
    }

    #[test]
    fn arrows_move_and_esc_is_handed_on() {
        let mut stage = Stage::new();
        let mut palette = at_home();
        stage.command(&mut palette, Command::Write(Stroke::Move(Motion::Down)));
        assert!(row_of_cursor(&mut palette, 80, 24).contains("> Begin a reflection"));
        assert_eq!(
            stage.command(&mut palette, Command::Back).passed,
            Some(Command::Back)
        );
        assert!(matches!(
            stage.command(&mut palette, Command::Palette).moves[..],
            [Move::Close]
        ));
    }

    #[test]
    fn a_click_does_what_the_row_says() {
        use crossterm::event::{KeyModifiers, MouseButton, MouseEventKind};
        let mut stage = Stage::new();
        let mut palette = at_home();
        let (_, cursor) = seen(&mut palette, 80, 24);
        let event = MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: cursor.x,
            row: cursor.y + 1,
            modifiers: KeyModifiers::NONE,
        };
        let area = Rect::new(0, 0, 80, 24);
        let heard = stage.lets(|reply| palette.mouse(event, area, reply));
        assert!(matches!(heard.moves[..], [Move::Command(Command::Reflect)]));
    }
}
