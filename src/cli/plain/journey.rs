//! Walks a person through the pages of a walk, one prompt at a time.
//!
//! Everything is a [`Walk`]: a reflection, Land, the first run and the support card are asked in
//! the same way, and the same words mean the same at every prompt.

use super::card;
use super::hide;
use super::said::{WORDS, Word};
use super::saver::Saver;
use super::talk::Talk;
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::Field;
use crate::reflection::{Ask, End, PAUSE_AFTER, Page, Part, Room, Turn, Walk};

/// How a journey ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// At the end of the walk.
    Walk(End),
    /// The person saves and leaves the program.
    Left,
    /// The person goes back to where they came from.
    Back,
    /// Not ended: the journal is to be locked, and then it goes on.
    ToLock,
}

/// What can be taken back.
#[derive(Debug)]
pub(super) enum Deed {
    /// So many choices, kept by the paper.
    Choice(Field, usize),
    /// A text, as it was before.
    Text(Field, String),
}

impl Deed {
    fn field(&self) -> &Field {
        match self {
            Self::Choice(field, _) | Self::Text(field, _) => field,
        }
    }
}

/// What came of asking one part.
pub(super) enum Step {
    /// It was asked, and answered or left.
    Asked(Field),
    /// The page is done with.
    On,
    /// Something to do.
    Word(Word),
    /// The other end has left.
    Gone,
}

/// A walk on its way, and who is walked through it.
pub(super) struct Journey<'j, 't> {
    pub(super) talk: &'j mut Talk<'t>,
    pub(super) desk: &'j mut Desk,
    pub(super) walk: &'j mut dyn Walk,
    pub(super) saver: Saver,
    pub(super) deeds: Vec<Deed>,
    /// What was asked on this page already.
    asked: Vec<Field>,
    /// What is asked next, out of turn.
    focus: Option<Field>,
    /// Whether "more" was asked for, and comes when this page is done with.
    more_next: bool,
    /// Whether going back from the first page leads somewhere.
    has_home: bool,
    /// When this sitting began, until the pause was offered.
    since: Option<u64>,
    /// What was typed where nothing is asked, until it is written somewhere.
    pub(super) held: Option<String>,
}

impl<'j, 't> Journey<'j, 't> {
    /// Prepares a walk.
    pub(super) fn new(
        talk: &'j mut Talk<'t>,
        desk: &'j mut Desk,
        walk: &'j mut dyn Walk,
        saver: Saver,
        has_home: bool,
    ) -> Self {
        let since = Some(desk.clock.tick());
        Self {
            since,
            talk,
            desk,
            walk,
            saver,
            deeds: Vec::new(),
            asked: Vec::new(),
            focus: None,
            more_next: false,
            has_home,
            held: None,
        }
    }

    /// Walks until the end, or until the person leaves. Everything entered is on disk then.
    ///
    /// # Errors
    /// [`Trouble`] when words are left that could not be saved.
    pub(super) fn run(&mut self) -> Result<Ended, Trouble> {
        self.show_page();
        let ended = loop {
            let step = match self.next_part() {
                Some(part) => self.ask_part(&part),
                None if self.walk.page().parts.is_empty() => self.ask_enter(),
                None => Step::On,
            };
            let ended = match step {
                Step::Asked(field) => {
                    self.asked.push(field);
                    None
                }
                Step::On => self.go_on(),
                Step::Word(word) => self.act(word),
                Step::Gone => Some(Ended::Left),
            };
            if let Some(ended) = ended {
                break ended;
            }
        };
        if ended == Ended::Walk(End::LetGo) {
            return Ok(ended);
        }
        self.say_held();
        self.save();
        if !self.saver.all_saved() && !matches!(ended, Ended::Walk(_)) {
            self.saver.rescue(self.talk, self.desk, self.walk)?;
        }
        Ok(ended)
    }

    /// Puts on disk what is new.
    pub(super) fn save(&mut self) {
        self.saver.save(self.talk, self.desk, self.walk);
    }

    /// Saves, then asks: so what was typed last is on disk before the next wait.
    pub(super) fn ask(&mut self, prompt: &str) -> Option<String> {
        self.save();
        self.talk.ask(prompt)
    }

    /// Says once, quietly, that a long sitting has gone by (`product.md`, Deep).
    fn offer_pause(&mut self) {
        let due = self
            .since
            .is_some_and(|since| since + PAUSE_AFTER <= self.desk.clock.tick());
        if due && self.walk.offers_pause() {
            self.since = None;
            let pause = self.desk.pack.step("soft_close");
            self.talk.gap();
            self.talk.say(&pause.question);
            self.talk.say_all(&pause.under);
        }
    }

    /// Begins the page anew.
    fn turn(&mut self) {
        self.offer_pause();
        self.asked.clear();
        self.focus = None;
        self.more_next = false;
        self.show_page();
    }

    fn next_part(&mut self) -> Option<Part> {
        let parts = self.walk.page().parts;
        if let Some(focus) = self.focus.take()
            && let Some(part) = parts.iter().find(|part| part.field == focus)
        {
            return Some(part.clone());
        }
        // "Not now" needs no line for the hour.
        let not_now = self.walk.paper().words(&Field::Bring) == "not_now";
        parts.into_iter().find(|part| {
            let needless = part.field == Field::BringLine && not_now;
            !needless && !self.asked.contains(&part.field)
        })
    }

    fn go_on(&mut self) -> Option<Ended> {
        if std::mem::take(&mut self.more_next) && self.walk.open_more() {
            self.turn();
            return None;
        }
        match self.walk.forward() {
            // The page is put to them after that.
            Ok(Turn::Page) if self.walk.take_lock() => Some(Ended::ToLock),
            Ok(Turn::Page) => {
                self.turn();
                None
            }
            Ok(Turn::End(end)) => Some(Ended::Walk(end)),
            Err(hint) => {
                self.talk.say(&hint.0);
                self.ask_texts_again();
                None
            }
        }
    }

    /// After a hint about this page: its texts are what can be wrong.
    fn ask_texts_again(&mut self) {
        let page = self.walk.page();
        let before = self.asked.len();
        let wrote = |field: &Field| {
            page.parts
                .iter()
                .any(|part| part.field == *field && !matches!(part.ask, Ask::Choice { .. }))
                && !self.walk.paper().words(field).is_empty()
        };
        self.asked.retain(|field| !wrote(field));
        if self.asked.len() == before {
            self.asked.clear();
        }
    }

    /// Does what a word says. Gives an end when the walk is left.
    fn act(&mut self, word: Word) -> Option<Ended> {
        match word {
            Word::Leave | Word::Quit => return Some(Ended::Left),
            Word::Back => return self.back(),
            Word::Skip => return self.go_on(),
            Word::Help => self.help(),
            Word::Where => self.say_where(),
            Word::Undo => self.undo(),
            Word::Card => card::show(self.talk, self.desk),
            Word::More => self.more(),
            Word::Grow => self.grow(),
            Word::Finish => {
                if self.walk.stop() {
                    self.turn();
                } else {
                    self.talk.say(words::NO_END_AHEAD);
                }
            }
            Word::Point => self.point(),
            Word::Example => self.example(),
            Word::Hide => {
                hide::away(self.talk, self.desk, self.saver.all_saved());
                if self.talk.gone() {
                    return Some(Ended::Left);
                }
                self.show_page();
            }
            Word::Again => self.show_page(),
            // Where they mean something, the part has seen to them.
            Word::Clear => self.talk.say(words::NOTHING_TO_CLEAR),
            Word::Editor => self.talk.say(words::NOTHING_TO_WRITE),
        }
        None
    }

    fn back(&mut self) -> Option<Ended> {
        if self.asked.pop().is_some() {
            return None;
        }
        if self.walk.back() {
            self.turn();
            return None;
        }
        if self.has_home {
            return Some(Ended::Back);
        }
        self.talk.say(words::FIRST_PAGE);
        None
    }

    fn help(&mut self) {
        say_words(self.talk);
    }

    fn say_where(&mut self) {
        let page = self.walk.page();
        let place = format!("{}{}", words::YOU_ARE_HERE, title(&page));
        let count = count(&page)
            .map(|count| format!(" {count}."))
            .unwrap_or_default();
        self.talk.say(&format!("{place}{count}"));
        if self.saver.all_saved() {
            self.talk.say(words::ALL_SAVED);
        }
    }

    fn undo(&mut self) {
        let walk = &*self.walk;
        self.deeds.retain(|deed| !walk.is_settled(deed.field()));
        while let Some(deed) = self.deeds.pop() {
            if self.take_back(&deed) {
                self.talk.say(words::TAKEN_BACK);
                self.walk_to(deed.field());
                return;
            }
        }
        self.talk.say(words::NOTHING_TO_UNDO);
    }

    /// Takes one deed back; `false` for choices that the paper has settled since.
    fn take_back(&mut self, deed: &Deed) -> bool {
        match deed {
            Deed::Choice(_, times) => {
                let paper = self.walk.paper_mut();
                (0..*times).filter(|_| paper.undo().is_some()).count() > 0
            }
            Deed::Text(field, before) => {
                self.walk.write(field, before);
                true
            }
        }
    }

    /// Goes to the page that asks a field, if it lies behind.
    fn walk_to(&mut self, field: &Field) {
        let answer = match field {
            Field::Points(item) => Some(Field::Answer(item.clone())),
            _ => None,
        };
        let field = answer.as_ref().unwrap_or(field);
        let asks = |page: &Page| page.parts.iter().any(|part| part.field == *field);
        let is_here = asks(&self.walk.page());
        if !is_here {
            if !self.walk.back_to(field) {
                return;
            }
            self.turn();
        }
        if let Some(place) = self.asked.iter().position(|asked| asked == field) {
            self.asked.truncate(place);
        }
    }

    fn more(&mut self) {
        let before = self.walk.page();
        // A page of its own comes after this one, or this one would go unasked.
        if before.more_is_page {
            self.more_next = true;
            self.talk.say(words::MORE_NEXT);
            return;
        }
        if !self.walk.open_more() {
            self.talk.say(words::NO_MORE);
            return;
        }
        let page = self.walk.page();
        // A text that lies over the page is read before the page is asked again.
        if page.parts.is_empty() {
            return self.turn();
        }
        let is_new = |part: &&Part| !before.parts.contains(part);
        self.focus = page
            .parts
            .iter()
            .find(is_new)
            .map(|part| part.field.clone());
    }

    fn grow(&mut self) {
        if self.walk.grow() {
            self.talk.say(words::GREW);
            self.turn();
        } else {
            self.talk.say(words::NO_LONGER_ONE);
        }
    }

    fn point(&mut self) {
        if !self.walk.point() {
            self.talk.say(words::NO_POINT);
            return;
        }
        let page = self.walk.page();
        let item = page.parts.iter().find_map(|part| match &part.field {
            Field::Answer(item) => Some(Field::Points(item.clone())),
            _ => None,
        });
        let Some(points) = item else { return };
        let says = if self.walk.paper().words(&points).is_empty() {
            words::POINTS_NO_MORE
        } else {
            words::POINTS
        };
        self.talk.say(says);
        self.deeds.push(Deed::Choice(points, 1));
    }
}

/// Where a page is, as a title.
pub(super) fn title(page: &Page) -> String {
    let room = match page.room {
        Room::Reflection => words::REFLECTION,
        Room::Practice => words::PRACTICE,
        Room::Land => words::LAND,
        Room::FirstRun => words::FIRST_RUN,
        Room::Support => words::SUPPORT_CARD,
        Room::Form => return format!("{}.", page.title),
    };
    if page.title.is_empty() || page.title == room {
        format!("{room}.")
    } else {
        format!("{room}. {}.", page.title)
    }
}

/// Which question of how many, as the walk counts them.
pub(super) fn count(page: &Page) -> Option<String> {
    let (at, of) = page.count?;
    Some(match page.room {
        Room::FirstRun | Room::Support | Room::Form => words::step_of(at, of),
        _ => words::question_of(at, of),
    })
}

/// Says every word and what it does.
pub(super) fn say_words(talk: &mut Talk<'_>) {
    talk.say(words::EVERY_PROMPT);
    for (_, letter, long, meaning) in WORDS {
        let name = if letter.is_empty() { long } else { letter };
        talk.say(&format!("{name} {meaning}"));
    }
    talk.say(words::HIDING);
    talk.say(words::DOTTED);
    talk.say(words::TWO_DOTS);
}
