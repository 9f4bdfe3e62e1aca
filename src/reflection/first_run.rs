//! The first run: three short screens, each skippable, all changeable later (`product.md`).
//!
//! It can be walked again at any time; that is how its choices are changed. Then it also asks which
//! words are used here: on the first run that would be one question too many.

use std::rc::Rc;

use crate::content::{Pack, StepWords};
use crate::domain::{CardLine, Draft, Field, Setting, SupportCard};

use super::card_walk::{card_draft, card_of};
use super::{Ask, End, Hint, Page, Paper, Part, Pick, Room, Turn, Walk, walk};

/// The names of the words on one screen.
type Screen = &'static [&'static str];

/// The three screens of the first run.
const SCREENS: [Screen; 3] = [
    &["first_what"],
    &["first_shared", "first_lock", "first_way", "first_look"],
    &["first_ring", "first_begin"],
];

/// The screen that only comes when it is walked again, before the last.
const WORDS: Screen = &["first_words"];

/// What was chosen on the first run. `None` where nothing was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Whether other people use this computer.
    pub shared: Option<bool>,
    /// Whether to work line by line.
    pub plain: Option<bool>,
    /// The id of the look.
    pub look: Option<String>,
    /// The id of the place whose words are used.
    pub words_of: Option<String>,
    /// Whether to lock the journal now, before anything else.
    pub lock: bool,
    /// Who to ring.
    pub card: SupportCard,
    /// Where to begin.
    pub begin: NextRoom,
}

/// Where the first run leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextRoom {
    /// To Home.
    Home,
    /// To Land.
    Land,
    /// To a reflection.
    Reflect,
    /// To a first story to practise with, for those who have no sessions yet.
    Practice,
}

/// The first run, on its way.
#[derive(Clone, Debug)]
pub struct FirstRun {
    pack: Rc<Pack>,
    paper: Paper,
    journal: String,
    /// Said when the journal lies in a folder that another program keeps in step.
    warning: Option<String>,
    /// Whether a passphrase is offered.
    offers_lock: bool,
    screens: Vec<Screen>,
    at: usize,
}

impl FirstRun {
    /// Begins the first run for the journal at this path.
    pub fn begin(
        pack: Rc<Pack>,
        card: &SupportCard,
        unfinished: Option<Draft>,
        journal: String,
        warning: Option<String>,
    ) -> Self {
        Self {
            pack,
            paper: Paper::new(card_draft(card, unfinished)),
            journal,
            warning,
            offers_lock: false,
            screens: SCREENS.to_vec(),
            at: 0,
        }
    }

    /// The same walk, which also offers a passphrase: where there is a journal that can be locked
    /// and is not.
    #[must_use]
    pub fn offering_lock(self, offers_lock: bool) -> Self {
        Self {
            offers_lock,
            ..self
        }
    }

    /// The same walk, which also asks which place's words are used, if so.
    #[must_use]
    pub fn asking_words(mut self, asks: bool) -> Self {
        if asks && !self.asks_words() {
            self.screens.insert(SCREENS.len() - 1, WORDS);
        }
        self
    }

    /// Whether it asks which place's words are used.
    pub fn asks_words(&self) -> bool {
        self.screens.contains(&WORDS)
    }

    /// The same walk, at this screen.
    #[must_use]
    pub fn at_screen(self, at: usize) -> Self {
        let at = at.min(self.screens.len() - 1);
        Self { at, ..self }
    }

    /// Which screen it is at.
    pub fn place(&self) -> usize {
        self.at
    }

    /// What was said about the journal's place.
    pub fn warning(&self) -> Option<&str> {
        self.warning.as_deref()
    }

    /// What was chosen so far.
    pub fn chosen(&self) -> Chosen {
        let said =
            |setting| Some(self.paper.words(&Field::Setting(setting))).filter(|s| !s.is_empty());
        Chosen {
            shared: said(Setting::Shared).map(|id| id == "yes"),
            plain: said(Setting::Way).map(|id| id == "plain"),
            look: said(Setting::Look).map(str::to_owned),
            words_of: said(Setting::Words).map(str::to_owned),
            lock: self.offers_lock && said(Setting::Lock) == Some("now"),
            card: card_of(&self.paper),
            begin: match said(Setting::Begin) {
                Some("land") => NextRoom::Land,
                Some("reflect") => NextRoom::Reflect,
                Some("practice") => NextRoom::Practice,
                _ => NextRoom::Home,
            },
        }
    }

    fn names(&self) -> &'static [&'static str] {
        self.screens
            .get(self.at)
            .copied()
            .unwrap_or(&["first_what"])
    }

    /// One thing to choose or write, asked under its own question.
    fn part(&self, name: &str) -> Option<Part> {
        let words = self.pack.step(name);
        let setting = match name {
            "first_shared" => Setting::Shared,
            "first_way" => Setting::Way,
            "first_look" => Setting::Look,
            "first_words" => Setting::Words,
            "first_begin" => Setting::Begin,
            "first_lock" if self.offers_lock => return Some(self.lock_part(words)),
            "first_ring" => {
                return Some(Part {
                    field: Field::Card(CardLine::Ring),
                    label: words.line.clone(),
                    ask: Ask::Line { starter: None },
                });
            }
            _ => return None,
        };
        Some(Part {
            field: Field::Setting(setting),
            label: words.question.clone(),
            ask: Ask::Choice {
                picks: picks(words),
                most: 1,
            },
        })
    }

    /// The offer of a passphrase: what speaks for it and against it stands in the two answers, and
    /// where others use the computer it says that this is a place for one.
    fn lock_part(&self, words: &StepWords) -> Part {
        let shared = self.paper.words(&Field::Setting(Setting::Shared)) == "yes";
        let suggested = shared.then_some(&words.line);
        let said = [&words.question].into_iter().chain(suggested);
        let said: Vec<&str> = said.map(String::as_str).collect();
        Part {
            field: Field::Setting(Setting::Lock),
            label: said.join(" "),
            ask: Ask::Choice {
                picks: picks(words),
                most: 1,
            },
        }
    }
}

fn picks(words: &StepWords) -> Vec<Pick> {
    let pick = |choice: &crate::content::Choice| Pick {
        id: choice.id.clone(),
        key: choice.key,
        words: choice.text.clone(),
    };
    words.options.iter().map(pick).collect()
}

impl Walk for FirstRun {
    fn paper(&self) -> &Paper {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper {
        &mut self.paper
    }

    fn page(&self) -> Page {
        let names = self.names();
        let words = self.pack.step(names.first().copied().unwrap_or_default());
        let mut parts: Vec<Part> = names.iter().filter_map(|name| self.part(name)).collect();
        if let Some(first) = parts
            .first_mut()
            .filter(|part| part.label == words.question)
        {
            first.label.clear();
        }
        let mut under: Vec<String> = words
            .under
            .iter()
            .map(|line| line.replace("{path}", &self.journal))
            .collect();
        if self.at == 0 {
            under.extend(self.warning.clone());
        }
        Page {
            room: Room::FirstRun,
            title: words.title.clone(),
            count: Some((self.at + 1, self.screens.len())),
            question: words.question.clone(),
            under,
            parts,
            is_last: self.at + 1 == self.screens.len(),
            ..Page::default()
        }
    }

    fn forward(&mut self) -> Result<Turn, Hint> {
        if self.at + 1 >= self.screens.len() {
            return Ok(Turn::End(End::Keep));
        }
        self.at += 1;
        Ok(Turn::Page)
    }

    /// The next screen asks for words, and not one is to be written in the open by somebody who
    /// chose a lock.
    fn take_lock(&mut self) -> bool {
        let now = self.chosen().lock;
        if now {
            self.paper.clear(&Field::Setting(Setting::Lock));
        }
        now
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
        let moved = self.at + 1 < self.screens.len();
        self.at = self.screens.len() - 1;
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk() -> FirstRun {
        let pack = Rc::new(Pack::shipped().unwrap());
        FirstRun::begin(pack, &SupportCard::default(), None, "j".into(), None)
    }

    #[test]
    fn only_walked_again_it_asks_for_the_words_and_the_last_screen_stays_the_last() {
        let last = |walk: &FirstRun| walk.clone().at_screen(9).page();
        assert_eq!(last(&walk()).count, Some((3, 3)));
        let mut again = walk().asking_words(true).asking_words(true);
        assert_eq!(last(&again).count, Some((4, 4)));
        assert_eq!(last(&again).question, last(&walk()).question);
        again = again.at_screen(2);
        again.choose(&Field::Setting(Setting::Words), "us");
        assert_eq!(again.chosen().words_of.as_deref(), Some("us"));
    }
}
