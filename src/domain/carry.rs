//! An intention carried from one session to the next.
//!
//! It stays "still holding it" without colour or days. Letting it rest is as good as trying it
//! (`experience.md` §6).

use chrono::{DateTime, FixedOffset};

use super::Id;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What the worker says became of an intention.
    CarryAnswer {
        /// Tried it.
        TriedIt = "tried_it",
        /// No chance yet.
        NoChanceYet = "no_chance_yet",
        /// Still holding it.
        StillHolding = "still_holding",
        /// Let it rest.
        LetItRest = "let_it_rest",
    }
}

vocabulary! {
    /// Where an intention stands.
    CarryState {
        /// It is asked about in the next walk.
        Held = "held",
        /// It was tried.
        Tried = "tried",
        /// It rests, by choice or because it went unanswered.
        Resting = "resting",
    }
}

/// Times an intention can go unanswered before it rests by itself (`product.md`, Last time).
pub const RESTS_AFTER: u8 = 3;

/// One intention, known by the entry that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarryForward {
    /// The entry it was written in.
    pub entry: Id,
    /// Its words.
    pub words: String,
    /// When it was written.
    pub made: DateTime<FixedOffset>,
    /// How often in a row it was asked about and left blank.
    pub unanswered: u8,
    /// Where it stands.
    pub state: CarryState,
    /// The last line written about it.
    pub line: String,
}

/// What a walk says about the intention it asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastTime {
    /// The entry that made the intention.
    pub of: Id,
    /// What became of it; `None` when the question was left blank.
    pub answer: Option<CarryAnswer>,
    /// A line about it.
    pub line: String,
}

impl CarryForward {
    /// Takes in what a walk said. Unanswered [`RESTS_AFTER`] times in a row, it rests.
    pub fn hear(&mut self, last: &LastTime) {
        if !last.line.is_empty() {
            self.line.clone_from(&last.line);
        }
        match last.answer {
            Some(CarryAnswer::TriedIt) => {
                self.unanswered = 0;
                self.state = CarryState::Tried;
            }
            Some(CarryAnswer::LetItRest) => {
                self.unanswered = 0;
                self.state = CarryState::Resting;
            }
            // Said in its own room, it also takes up again what was tried or rests.
            Some(CarryAnswer::NoChanceYet | CarryAnswer::StillHolding) => {
                self.unanswered = 0;
                self.state = CarryState::Held;
            }
            // A line by itself is an answer, too.
            None if !last.line.is_empty() => self.unanswered = 0,
            None => {
                self.unanswered = self.unanswered.saturating_add(1);
                if self.unanswered >= RESTS_AFTER {
                    self.state = CarryState::Resting;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carry() -> CarryForward {
        CarryForward {
            entry: Id::at(1, &[0; 10]),
            words: "Ask first".into(),
            made: DateTime::UNIX_EPOCH.into(),
            unanswered: 0,
            state: CarryState::Held,
            line: String::new(),
        }
    }

    fn said(answer: Option<CarryAnswer>) -> LastTime {
        LastTime {
            of: Id::at(1, &[0; 10]),
            answer,
            line: String::new(),
        }
    }

    #[test]
    fn three_blanks_in_a_row_let_it_rest() {
        let mut carry = carry();
        carry.hear(&said(None));
        carry.hear(&said(None));
        carry.hear(&said(Some(CarryAnswer::StillHolding)));
        carry.hear(&said(None));
        carry.hear(&said(None));
        assert_eq!(carry.state, CarryState::Held);
        carry.hear(&said(None));
        assert_eq!(carry.state, CarryState::Resting);
    }

    #[test]
    fn what_rests_or_was_tried_can_be_held_again() {
        for answer in [CarryAnswer::TriedIt, CarryAnswer::LetItRest] {
            let mut carry = carry();
            carry.hear(&said(Some(answer)));
            assert_ne!(carry.state, CarryState::Held);
            carry.hear(&said(Some(CarryAnswer::StillHolding)));
            assert_eq!(carry.state, CarryState::Held);
        }
    }

    #[test]
    fn a_line_without_a_choice_is_not_left_blank() {
        let mut carry = carry();
        let line = LastTime {
            line: "I was too tired".into(),
            ..said(None)
        };
        for _ in 0..RESTS_AFTER {
            carry.hear(&line);
        }
        assert_eq!((carry.state, carry.unanswered), (CarryState::Held, 0));
        assert_eq!(carry.line, "I was too tired");
    }
}
