//! What every screen can do.

use crossterm::event::MouseEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::bookmark::Bookmark;
use super::effect::{Outcome, Ticket};
use super::keymap::{Command, Context};
use super::look::Look;
use super::reply::Reply;

/// What the top row says about the person's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been written here.
    #[default]
    Quiet,
    /// Some keys are not on disk yet, or the person is typing.
    Pending,
    /// Everything is on disk.
    Saved,
    /// It could not be saved, for this reason.
    NotSaved(String),
}

/// How a screen lies on the one below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// It takes the whole screen.
    Whole,
    /// It takes the whole screen, and has two columns where there is room for them.
    Wide,
    /// It is a box on top.
    Popup,
    /// It takes everything, with no header and no hints.
    Bare,
}

/// One screen of the stack. The closed set of them is [`Screen`](super::screens::Screen).
pub trait Room {
    /// Which keys count here, the nearest first.
    fn contexts(&self) -> Vec<Context>;

    /// Where one is, for the top row.
    fn place(&self) -> String;

    /// What the top row says about the person's words.
    fn saving(&self, tick: u64) -> Saving {
        let _ = tick;
        Saving::Quiet
    }

    /// How it lies on the screen below.
    fn layer(&self) -> Layer {
        Layer::Whole
    }

    /// Tells whether a command has something to do here now.
    fn offers(&self, command: Command) -> bool {
        let _ = command;
        true
    }

    /// Does what a key stands for; hands back what means nothing of its own here.
    fn command(&mut self, command: Command, reply: &mut Reply<'_>);

    /// Takes a letter that stands for no command.
    fn typed(&mut self, letter: char, reply: &mut Reply<'_>) {
        let _ = (letter, reply);
    }

    /// Takes a pasted text.
    fn pasted(&mut self, text: &str, reply: &mut Reply<'_>) {
        let _ = (text, reply);
    }

    /// Takes a click or a turn of the wheel inside its area.
    fn mouse(&mut self, event: MouseEvent, area: Rect, reply: &mut Reply<'_>) {
        let _ = (event, area, reply);
    }

    /// Takes what came of a request; passes over tickets that are not its own.
    fn done(&mut self, ticket: Ticket, outcome: &Outcome, reply: &mut Reply<'_>) {
        let _ = (ticket, outcome, reply);
    }

    /// When it wants to be woken, if at all.
    fn patience(&self) -> Option<u64> {
        None
    }

    /// Is woken.
    fn tick(&mut self, reply: &mut Reply<'_>) {
        let _ = reply;
    }

    /// Tells whether it holds words that are not on disk: it may not be closed yet.
    fn holds_words(&self) -> bool {
        false
    }

    /// Tells whether it may not be put away yet: it waits for the journal, or shows what cannot
    /// be had again.
    fn is_at_work(&self) -> bool {
        false
    }

    /// Notes where one is, without a word of theirs, so that a locked journal can come back to
    /// it; `None` for what need not come back.
    fn bookmark(&self) -> Option<Bookmark> {
        None
    }

    /// Is about to be covered, closed or hung up: what is unsaved goes to disk now.
    fn leaving(&mut self, reply: &mut Reply<'_>) {
        let _ = reply;
    }

    /// Comes back into sight.
    fn returned(&mut self, reply: &mut Reply<'_>) {
        let _ = reply;
    }

    /// Learns the area it will be drawn in.
    fn fit(&mut self, area: Rect) {
        let _ = area;
    }

    /// Tells whether there is more below what is in sight.
    fn goes_on(&self) -> bool {
        false
    }

    /// Draws itself, and says where the cursor is.
    fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Position;
}
