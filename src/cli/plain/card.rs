//! Shows the support card: one letter from every prompt.

use std::rc::Rc;

use super::journey::{Ended, Journey};
use super::rooms::{Picked, Rooms, Then};
use super::said::Word;
use super::saver::Saver;
use super::talk::Talk;
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{CardLine, Subject};
use crate::reflection::{CardWalk, card_with};

/// Says the card. It is never empty: until it is filled in, the pack's own lines stand there.
pub(super) fn show(talk: &mut Talk<'_>, desk: &Desk) {
    let pack = &desk.pack;
    let head = pack.step("card");
    talk.gap();
    talk.title(&format!("{}. {}.", head.title, head.question));
    // A card that cannot be read must not stand between a person and the public lines.
    let kept = desk.store.card().unwrap_or_default();
    let unfinished = desk.store.draft(Subject::Card).unwrap_or_default();
    let card = card_with(&kept, unfinished.as_ref());
    for line in CardLine::ALL {
        let filled = card.line(*line).trim();
        if !filled.is_empty() {
            let label = &pack.step(&format!("card_{line}")).line;
            talk.say(&format!("{label}: {filled}"));
        }
    }
    if card.line(CardLine::Supervisor).trim().is_empty() {
        talk.say(&pack.step("card_empty").question);
    }
    if card.is_blank() {
        talk.say_all(&pack.step("card_empty").under);
    }
    talk.say(&words::lines_written(&pack.presets.written));
    talk.say(&pack.presets.note);
    for group in &pack.presets.groups {
        for line in &group.lines {
            talk.say(&format!("{}. {line}", group.place));
        }
    }
    talk.say_all(&head.under);
    talk.gap();
}

impl Rooms<'_, '_> {
    /// Shows the card, with the way to fill it in.
    pub(super) fn card_room(&mut self) -> Result<Then, Trouble> {
        show(self.talk, self.desk);
        if self.desk.store.read_only().is_some() {
            return Ok(Then::Stay);
        }
        self.numbered([words::FILL_IN, words::GO_BACK]);
        loop {
            match self.pick(words::ANSWER, 2) {
                Picked::Row(0) => return self.fill_in_card(),
                Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => return Ok(Then::Leave),
                Picked::Again => {}
                _ => return Ok(Then::Stay),
            }
        }
    }

    /// Walks through the card, and keeps it.
    pub(super) fn fill_in_card(&mut self) -> Result<Then, Trouble> {
        let card = self.desk.store.card()?;
        let unfinished = self.desk.store.draft(Subject::Card)?;
        let on_disk = unfinished.is_some();
        let mut walk = CardWalk::begin(Rc::clone(&self.desk.pack), &card, unfinished);
        let saver = Saver::new(on_disk);
        let ended = Journey::new(self.talk, self.desk, &mut walk, saver, true).run()?;
        match ended {
            Ended::Left => return Ok(Then::Leave),
            Ended::Back | Ended::ToLock => {}
            Ended::Walk(_) => match self.desk.store.save_card(&walk.card()) {
                Ok(()) => self.talk.say(words::CARD_KEPT),
                Err(error) => {
                    self.talk.say(&words::not_kept(error.short()));
                    Saver::new(true).rescue(self.talk, self.desk, &mut walk)?;
                }
            },
        }
        Ok(Then::Stay)
    }
}
