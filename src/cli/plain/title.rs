//! Where one is, said before anything else in a room.
//!
//! Every room says its title through here, so that a made-up journal is told as one in each of them
//! and none can forget it.

use super::Talk;
use crate::cli::words;

impl Talk<'_> {
    /// Sets whether each title says that everything is made up.
    pub(super) fn tell_made_up(&mut self, made_up: bool) {
        self.made_up = made_up;
    }

    /// Says where one is: the first line of a room, of a page, of what was found.
    pub(super) fn title(&mut self, text: &str) {
        if self.made_up {
            self.say(&format!("{} {text}", words::MADE_UP));
        } else {
            self.say(text);
        }
    }
}
