//! What is typed where only Enter is asked for.
//!
//! After a story the first thing on a person's tongue is what they would do, and the page that asks
//! for it comes only next. So a line typed there waits, and is offered where the next text is
//! written. It is never thrown away without a word.

use super::journey::{Journey, Step};
use super::said::{self, Word};
use crate::cli::words;
use crate::domain::Field;
use crate::reflection::Ask;

impl Journey<'_, '_> {
    /// Asks for Enter on a page that asks nothing else.
    pub(super) fn ask_enter(&mut self) -> Step {
        loop {
            let Some(typed) = self.ask(words::ENTER_GOES_ON) else {
                return Step::Gone;
            };
            match said::word(&typed) {
                Some(Word::Skip) => return Step::On,
                Some(word) => return Step::Word(word),
                None if typed.trim().is_empty() => return Step::On,
                None if is_words(&typed) => self.hold(typed),
                None => self.talk.say(words::NOTHING_ASKED),
            }
        }
    }

    /// Lets a line wait for the next place to write.
    fn hold(&mut self, typed: String) {
        let lines = [vec![typed], self.talk.rest_of_paste()].concat();
        let waits = self.held.take().into_iter().chain(lines);
        self.held = Some(waits.collect::<Vec<_>>().join("\n"));
        self.talk.say(words::NOT_WRITTEN_HERE);
    }

    /// Offers what waits, where a text is written. `true` when something does.
    pub(super) fn offer_held(&mut self) -> bool {
        let Some(held) = &self.held else {
            return false;
        };
        self.talk.say(&format!("{}{held}", words::YOU_TYPED));
        self.talk.say(words::TYPE_U_TO_WRITE_IT);
        true
    }

    /// Writes what waits, behind what is there, when the line says so.
    pub(super) fn take_held(&mut self, field: &Field, ask: &Ask, typed: &str) -> bool {
        let rest = typed.trim_end().strip_prefix(".u");
        let is_meant = |rest: &&str| rest.is_empty() || rest.starts_with(' ');
        let (Some(rest), Some(held)) = (rest.filter(is_meant), &self.held) else {
            return false;
        };
        let whole = format!("{held}{rest}");
        self.held = None;
        if *ask == Ask::Note {
            self.add_line(field, &whole);
        } else {
            self.write(field, crate::domain::clean_line(&whole).trim());
        }
        true
    }

    /// Says at the end what still waits: it is in no journal.
    pub(super) fn say_held(&mut self) {
        if let Some(held) = self.held.take() {
            self.talk.say(words::STILL_WAITS);
            self.talk.say(&held);
        }
    }
}

/// Whether it is more than a key or a number, which is no text to keep.
fn is_words(typed: &str) -> bool {
    let letters = typed.chars().filter(|sign| sign.is_alphabetic());
    letters.count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_or_a_number_is_no_text() {
        for typed in ["1", "y", "1 2", ".", "..", "12 "] {
            assert!(!is_words(typed), "{typed}");
        }
        for typed in ["ok", "I stay", "..back", "爱你"] {
            assert!(is_words(typed), "{typed}");
        }
    }
}
