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
        let text = stopped_once(text);
        if self.made_up {
            self.say(&format!("{} {text}", words::MADE_UP));
        } else {
            self.say(text);
        }
    }
}

/// Takes the stop off a title that ends by itself, such as one that asks.
fn stopped_once(text: &str) -> &str {
    match text.strip_suffix('.') {
        Some(title) if title.ends_with(['?', '.', '…']) => title,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::stopped_once;

    #[test]
    fn a_title_ends_once() {
        assert_eq!(stopped_once("Learn."), "Learn.");
        assert_eq!(
            stopped_once("So are you a nurse, or what?."),
            "So are you a nurse, or what?"
        );
        assert_eq!(stopped_once("It went on…."), "It went on…");
    }
}
