//! Filling in the support card, line by line.

use std::rc::Rc;

use crate::content::Pack;
use crate::domain::{CardLine, Draft, Field, Subject, SupportCard};

use super::{Ask, End, Hint, Page, Paper, Part, Room, Turn, Walk, walk};

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

/// The card as it is shown: what was typed on it and not finished counts over what was kept, since
/// a number that stands on a page under "saved" is there to be rung.
pub fn card_with(card: &SupportCard, unfinished: Option<&Draft>) -> SupportCard {
    let mut shown = card.clone();
    for line in CardLine::ALL {
        let field = Field::Card(*line);
        if let Some(draft) = unfinished.filter(|draft| draft.has(&field)) {
            shown.write(*line, draft.words(&field).trim());
        }
    }
    shown
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

    fn back_to(&mut self, field: &Field) -> bool {
        walk::back_to(self, field)
    }

    fn stop(&mut self) -> bool {
        self.at = CardLine::ALL.len() - 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfinished_lines_count_over_kept_ones_and_an_emptied_one_is_empty() {
        let mut card = SupportCard::default();
        card.write(CardLine::Supervisor, "01 23");
        card.write(CardLine::Me, "a friend");
        assert_eq!(card_with(&card, None), card);
        let mut draft = Draft::new(Subject::Card);
        draft.write(Field::Card(CardLine::Supervisor), " 45 67 ");
        draft.write(Field::Card(CardLine::Me), "nobody");
        draft.write(Field::Card(CardLine::Me), "");
        draft.write(Field::Card(CardLine::Crisis), "999");
        let shown = card_with(&card, Some(&draft));
        assert_eq!(shown.line(CardLine::Supervisor), "45 67");
        assert_eq!(shown.line(CardLine::Me), "");
        assert_eq!(shown.line(CardLine::Crisis), "999");
    }
}
