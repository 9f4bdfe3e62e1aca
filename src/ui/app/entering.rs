//! Coming in, with an open journal: at the start, and back to the very place after a lock.

use std::rc::Rc;

use super::{App, First, Seat};
use crate::domain::Stamp;
use crate::reflection::{FirstRun, Opening, Reflection, card_with, left_last};
use crate::ui::bookmark::{Bookmark, Filling};
use crate::ui::effect::{Effect, Opened};
use crate::ui::screen::Room;
use crate::ui::screens::{Home, Screen, Unlock, WalkScreen};

/// What comes once the journal is open.
#[derive(Debug)]
pub(super) enum Back {
    /// The start of the program.
    Fresh {
        /// What comes first.
        first: First,
        /// Said on the first run about the journal's place.
        warning: Option<String>,
        /// Said on Home.
        notices: Vec<String>,
    },
    /// The screens that were there.
    Places(Vec<Bookmark>),
}

impl App {
    /// Asks for what opens the journal, before anything of it is there.
    pub(super) fn ask_to_open(&mut self, back: Back) {
        self.locked = true;
        self.shut = Some(back);
        self.veil = Some(Unlock::at_start().into());
    }

    /// Comes in.
    pub(super) fn enter(&mut self, opened: &Opened, back: Back, now: Stamp) -> Vec<Effect> {
        self.card = card_with(&opened.card, opened.card_draft.as_ref());
        self.locked = opened.home.locked;
        self.made_up = opened.home.made_up;
        self.read_only.clone_from(&opened.home.read_only);
        self.touched = now.tick;
        let mut opening = None;
        self.stack = match back {
            Back::Places(places) => self.places(places, opened),
            Back::Fresh {
                first,
                warning,
                notices,
            } => {
                let mut home = Home::new(opened.home.clone());
                home.greet(notices);
                let mut stack: Vec<Screen> = vec![home.into()];
                match self.first(first, warning, opened) {
                    Some(Ok(screen)) => stack.push(screen),
                    Some(Err(new)) => opening = Some(new),
                    None => {}
                }
                stack
            }
        };
        let mut effects = Vec::new();
        for place in 0..self.stack.len() {
            effects.extend(self.on(Seat::At(place), now, Room::returned));
        }
        if let Some(opening) = opening {
            effects.extend(self.on(Seat::At(0), now, |screen, reply| {
                if let Screen::Home(home) = screen {
                    home.begin(opening, reply);
                }
            }));
        }
        effects
    }

    /// The screens that were there, filled from the journal again.
    fn places(&self, places: Vec<Bookmark>, opened: &Opened) -> Vec<Screen> {
        let from = Filling {
            opened,
            pack: &self.pack,
            journal: &self.journal,
        };
        let mut stack: Vec<Screen> = places
            .into_iter()
            .filter_map(|place| place.open(&from))
            .collect();
        if !matches!(stack.first(), Some(Screen::Home(_))) {
            stack.insert(0, Home::new(opened.home.clone()).into());
        }
        stack
    }

    /// What lies on Home at the start: a screen, or a walk that Home is to begin.
    fn first(
        &self,
        first: First,
        warning: Option<String>,
        opened: &Opened,
    ) -> Option<Result<Screen, Opening>> {
        let pack = || Rc::clone(&self.pack);
        match first {
            First::Home if self.settings.first_run_done => None,
            First::Home => {
                let (card, draft) = (&opened.card, opened.card_draft.clone());
                let walk = FirstRun::begin(pack(), card, draft, self.journal.clone(), warning);
                let can_lock = !opened.home.locked && opened.home.read_only.is_none();
                let walk = walk.offering_lock(can_lock);
                Some(Ok(WalkScreen::first_run(walk).into()))
            }
            First::Walk(walk) => Some(Ok(WalkScreen::reflection(*walk).into())),
            First::Begin(opening) => Some(Err(opening)),
            First::Resume => {
                let left = left_last(opened.home.drafts.clone());
                let walk = left.and_then(|draft| Reflection::resume(pack(), draft));
                Some(match walk {
                    Some(walk) => Ok(WalkScreen::reflection(walk).into()),
                    None => Err(Opening::default()),
                })
            }
        }
    }
}
