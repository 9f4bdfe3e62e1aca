//! The closed set of screens.
//!
//! Each is a file of its own that implements [`Room`]. The enum keeps the stack a plain value
//! that can be printed and compared with a name, which a box of anything could not.

mod card;
mod closing;
mod deeds;
mod entry;
mod help;
mod hidden;
mod home;
mod journal;
mod palette;
#[cfg(test)]
mod stage;
mod unlock;
mod vault;
mod visit;
mod waiting;
mod walk;

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use card::CardScreen;
pub use closing::ClosingScreen;
pub use deeds::Deeds;
pub use entry::EntryScreen;
pub use help::Help;
pub use hidden::Hidden;
pub use home::Home;
pub use journal::Journal;
pub use palette::Palette;
pub use unlock::Unlock;
pub use vault::VaultScreen;
pub use visit::VisitScreen;
pub use waiting::WaitingScreen;
pub use walk::{Journey, WalkScreen};

use super::bookmark::Bookmark;
use super::effect::{Outcome, Ticket};
use super::keymap::{Command, Context};
use super::look::Look;
use super::reply::Reply;
use super::screen::{Layer, Room, Saving};

/// Declares the enum and hands every call on to the screen inside.
macro_rules! screens {
    ($($(#[$doc:meta])* $name:ident($screen:ty),)+) => {
        /// One screen of the stack.
        #[derive(Debug)]
        pub enum Screen { $($(#[$doc])* $name($screen),)+ }

        $(impl From<$screen> for Screen {
            fn from(screen: $screen) -> Self {
                Self::$name(screen)
            }
        })+

        impl Screen {
            fn room(&self) -> &dyn Room {
                match self { $(Self::$name(screen) => screen,)+ }
            }

            fn room_mut(&mut self) -> &mut dyn Room {
                match self { $(Self::$name(screen) => screen,)+ }
            }
        }
    };
}

screens! {
    /// Where everything begins.
    Home(Home),
    /// A walk: a reflection, Land, the first run, filling in the card.
    Walk(WalkScreen),
    /// The last words of a walk.
    Closing(ClosingScreen),
    /// Every entry.
    Journal(Journal),
    /// One entry.
    Entry(EntryScreen),
    /// The support card.
    Card(CardScreen),
    /// What the worker planned to do, and how it went.
    Waiting(WaitingScreen),
    /// Help.
    Help(Help),
    /// Everything that can be done here.
    Palette(Palette),
    /// A neutral page.
    Hidden(Hidden),
    /// What opens a locked journal.
    Unlock(Unlock),
    /// A talk about keeping the journal.
    Vault(VaultScreen),
    /// A visit to the rooms that give the journal back.
    Visit(VisitScreen),
}

impl Room for Screen {
    fn contexts(&self) -> Vec<Context> {
        self.room().contexts()
    }
    fn place(&self) -> String {
        self.room().place()
    }
    fn saving(&self, tick: u64) -> Saving {
        self.room().saving(tick)
    }
    fn layer(&self) -> Layer {
        self.room().layer()
    }
    fn offers(&self, command: Command) -> bool {
        self.room().offers(command)
    }
    fn command(&mut self, command: Command, reply: &mut Reply<'_>) {
        self.room_mut().command(command, reply);
    }
    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        self.room_mut().typed(letter, reply);
    }
    fn pasted(&mut self, text: &str, reply: &mut Reply<'_>) {
        self.room_mut().pasted(text, reply);
    }
    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        self.room_mut().mouse(event, area, reply);
    }
    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        self.room_mut().done(ticket, outcome, reply);
    }
    fn patience(&self) -> Option<u64> {
        self.room().patience()
    }
    fn tick(&mut self, reply: &mut Reply<'_>) {
        self.room_mut().tick(reply);
    }
    fn leaving(&mut self, reply: &mut Reply<'_>) {
        self.room_mut().leaving(reply);
    }
    fn returned(&mut self, reply: &mut Reply<'_>) {
        self.room_mut().returned(reply);
    }
    fn fit(&mut self, area: Rect) {
        self.room_mut().fit(area);
    }
    fn holds_words(&self) -> bool {
        self.room().holds_words()
    }
    fn goes_on(&self) -> bool {
        self.room().goes_on()
    }
    fn is_at_work(&self) -> bool {
        self.room().is_at_work()
    }
    fn bookmark(&self) -> Option<Bookmark> {
        self.room().bookmark()
    }
    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position {
        self.room().view(look, area, buf)
    }
}
