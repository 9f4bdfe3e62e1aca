//! Filling in the support card, line by line.

use std::rc::Rc;

use crate::content::Pack;
use crate::domain::{CardLine, Draft, Field, Subject, SupportCard};

use super::{Ask, End, Hint, Page, Paper, Part, Room, Turn, Walk};

/// A walk through the lines of the support card.
#[derive(Clone, Debug)]
pub struct CardWalk {
    pack: Rc<Pack>,
    paper: Paper,
    at: usize,
}

impl CardWalk {
    /// Begins with the card as it is, and with what was typed on it and not finished.
    pub fn begin(pack: Rc<Pack>, card: &SupportCard, unfinished: Option<Draft>) -> Self {
        Self {
            pack,
            paper: Paper::new(card_draft(card, unfinished)),
            at: 0,
        }
    }

    /// The same walk, at this line.
    #[must_use]
    pub fn at_line(self, at: usize) -> Self {
        let at = at.min(CardLine::ALL.len() - 1);
        Self { at, ..self }
    }

    /// Which line it is at.
    pub fn place(&self) -> usize {
        self.at
    }

    /// The card as it stands on the desk.
    pub fn card(&self) -> SupportCard {
        card_of(&self.paper)
    }

    fn line(&self) -> CardLine {
        CardLine::ALL.get(self.at).copied().unwrap_or(CardLine::Me)
    }
}

/// A draft of the card: what is on it, with unfinished words on top.
pub(super) fn card_draft(card: &SupportCard, unfinished: Option<Draft>) -> Draft {
    let mut draft = unfinished.unwrap_or_else(|| Draft::new(Subject::Card));
    for line in CardLine::ALL {
        // A line that was emptied and not finished stays empty.
        if !draft.has(&Field::Card(*line)) {
            draft.write(Field::Card(*line), card.line(*line));
        }
    }
    draft
}

/// The card a paper holds.
pub(super) fn card_of(paper: &Paper) -> SupportCard {
    let mut card = SupportCard::default();
    for line in CardLine::ALL {
        card.write(*line, paper.words(&Field::Card(*line)).trim());
    }
    card
}

impl Walk for CardWalk {
    fn paper(&self) -> &Paper {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper {
        &mut self.paper
    }

    fn page(&self) -> Page {
        let line = self.line();
        let words = self.pack.step(&format!("card_{line}"));
        Page {
            room: Room::Support,
            title: words.title.clone(),
            count: Some((self.at + 1, CardLine::ALL.len())),
            question: words.question.clone(),
            under: words.under.clone(),
            parts: vec![Part {
                field: Field::Card(line),
                label: words.line.clone(),
                ask: Ask::Line { starter: None },
            }],
            is_last: self.at + 1 == CardLine::ALL.len(),
            ..Page::default()
        }
    }

    fn forward(&mut self) -> Result<Turn, Hint> {
        if self.at + 1 >= CardLine::ALL.len() {
            return Ok(Turn::End(End::Keep));
        }
        self.at += 1;
        Ok(Turn::Page)
    }

    fn back(&mut self) -> bool {
        let moved = self.at > 0;
        self.at = self.at.saturating_sub(1);
        moved
    }

    fn stop(&mut self) -> bool {
        self.at = CardLine::ALL.len() - 1;
        true
    }
}
