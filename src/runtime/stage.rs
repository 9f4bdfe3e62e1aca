//! What the loop needs of the app, so that it can be tried with something smaller.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::domain::Stamp;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::msg::Msg;

/// Something that takes messages, asks for effects, and can be drawn.
pub(super) trait Stage {
    /// Takes one message and gives back what is to be done.
    fn update(&mut self, msg: Msg, now: Stamp) -> Vec<Effect>;

    /// When it wants to be woken, if at all.
    fn patience(&self) -> Option<u64>;

    /// Draws everything, and says where the cursor is.
    fn view(&self, buf: &mut Buffer) -> Position;
}

impl Stage for App {
    fn update(&mut self, msg: Msg, now: Stamp) -> Vec<Effect> {
        Self::update(self, msg, now)
    }

    fn patience(&self) -> Option<u64> {
        Self::patience(self)
    }

    fn view(&self, buf: &mut Buffer) -> Position {
        Self::view(self, buf)
    }
}
