//! Help in plain mode: the words of every prompt, and the pages of the pack.

use std::rc::Rc;

use super::rooms::{Picked, Rooms, Then};
use super::said::{self, Word};
use super::talk::Talk;
use super::{hide, journey};
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::content::fill_slot;

/// Says the words that do something in a room; those of a walk are said there.
pub(super) fn say_room_words(talk: &mut Talk<'_>) {
    talk.say(words::EVERY_PROMPT);
    for (word, letter, long, meaning) in said::WORDS {
        if said::is_known_everywhere(word) {
            let name = if letter.is_empty() { long } else { letter };
            talk.say(&format!("{name} {meaning}"));
        }
    }
    talk.say(words::MORE_IN_A_WALK);
    talk.say(words::HIDING);
    talk.say(words::DOTTED);
}

impl Rooms<'_, '_> {
    /// Says the words of every prompt, and the pages of help.
    pub(super) fn help_room(&mut self) -> Result<Then, Trouble> {
        journey::say_words(self.talk);
        let pack = Rc::clone(&self.desk.pack);
        loop {
            self.talk.gap();
            self.talk.title(&format!("{}.", words::HELP));
            self.numbered(pack.help.iter().map(|page| page.title.as_str()));
            match self.pick(words::WHICH_PAGE, pack.help.len()) {
                Picked::Row(row) => {
                    let id = pack.help.get(row).map(|page| page.id.clone());
                    self.help_page(&id.unwrap_or_default());
                    if self.enter_goes_on() == Then::Leave {
                        return Ok(Then::Leave);
                    }
                }
                Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Ok(Then::Leave),
                Picked::Again => {}
                Picked::Enter | Picked::Own(_) | Picked::Word(_) => return Ok(Then::Stay),
            }
        }
    }

    /// Waits for Enter.
    pub(super) fn enter_goes_on(&mut self) -> Then {
        loop {
            match self
                .talk
                .ask(words::ENTER_GOES_ON)
                .as_deref()
                .map(said::word)
            {
                None | Some(Some(Word::Leave | Word::Quit)) => return Then::Leave,
                Some(Some(Word::Hide | Word::Clear)) => {
                    hide::away_and_back(self.talk, self.desk);
                }
                Some(_) => return Then::Stay,
            }
        }
    }

    /// Says one page.
    pub(super) fn help_page(&mut self, id: &str) {
        let pack = Rc::clone(&self.desk.pack);
        if let Some(page) = pack.help(id) {
            self.talk.gap();
            self.talk.title(&format!("{}.", page.title));
            let journal = self.desk.store.path().display().to_string();
            let said = page.text.iter();
            let said = said.map(|line| fill_slot(line, "path", &journal));
            self.talk.say_all(said);
        }
    }
}
