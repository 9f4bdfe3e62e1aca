//! Home in plain mode, and the way from room to room.

use std::rc::Rc;

use super::said::{self, Word};
use super::sessions::{self, Outcome};
use super::talk::Talk;
use super::visit::visit;
use super::{card, first_run, half_done, help, hide, journal, vault, waiting};
use crate::cli::desk::Desk;
use crate::cli::trouble::Trouble;
use crate::cli::words;
use crate::domain::{Draft, Entry, Field, Id, Length};
use crate::reflection::{NextRoom, Opening, Reflection, Walk as _, doors};
use crate::rooms::{Begin as Visit, day_that_came};
use crate::vault::{Begin, words as vault_words};

/// Whether to go on or to leave the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    Stay,
    Leave,
}

/// What was typed at a list of numbered rows.
pub(super) enum Picked {
    /// A row, counted from 0.
    Row(usize),
    /// A word of the room's own, counted from 0.
    Own(usize),
    /// A word that the room sees to itself.
    Word(Word),
    /// Only Enter.
    Enter,
    /// Something that was seen to; the prompt comes again.
    Again,
    /// The other end has left.
    Gone,
}

/// Everything a room works with.
pub(super) struct Rooms<'r, 't> {
    pub(super) talk: &'r mut Talk<'t>,
    pub(super) desk: &'r mut Desk,
    /// Entries that were taken out, and can be brought back until leaving.
    pub(super) lost: Vec<Id>,
}

/// A row of Home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Land,
    Reflect,
    HalfDone,
    Waiting,
    DayCame,
    Before,
    Journal,
    LookBack,
    Carry,
    Supervision,
    Support,
    Practice,
    Learn,
    FirstRun,
    Vault,
    Help,
    About,
    Leave,
}

impl<'r, 't> Rooms<'r, 't> {
    /// Enters the house.
    pub(super) fn new(talk: &'r mut Talk<'t>, desk: &'r mut Desk) -> Self {
        Self {
            talk,
            desk,
            lost: Vec::new(),
        }
    }

    /// Stays at Home until the person leaves.
    ///
    /// # Errors
    /// [`Trouble`] when the journal cannot be read, or words could not be saved.
    pub(super) fn home(&mut self) -> Result<(), Trouble> {
        if !self.desk.settings.first_run_done && self.desk.store.read_only().is_none() {
            let then = first_run::walk(self)?;
            if self.first_room(then)? == Then::Leave {
                return Ok(());
            }
        }
        while self.at_home()? == Then::Stay {}
        Ok(())
    }

    fn first_room(&mut self, begin: Option<NextRoom>) -> Result<Then, Trouble> {
        match begin {
            None => Ok(Then::Leave),
            Some(NextRoom::Home) => Ok(Then::Stay),
            Some(NextRoom::Land) => self.land(),
            Some(NextRoom::Reflect) => self.begin(Opening::default()),
            Some(NextRoom::Practice) => visit(self, Visit::Vignette(doors::FIRST_STORY.to_owned())),
        }
    }

    fn at_home(&mut self) -> Result<Then, Trouble> {
        let rows = self.rows()?;
        self.talk.gap();
        self.talk.title(&format!("{}.", words::HOME));
        self.numbered(rows.iter().map(|(_, text)| text.as_str()));
        let reminder = self.reminder()?;
        self.talk.say_all(reminder);
        self.talk.hint(words::HINT_HOME);
        let has_left = rows.iter().any(|(row, _)| *row == Row::HalfDone);
        let own = if has_left { half_done::OWN_WORDS } else { &[] };
        if has_left {
            self.talk.hint(words::HINT_HALF_DONE);
        }
        loop {
            let then = match self.pick_or(words::WHERE_TO, rows.len(), own) {
                Picked::Gone | Picked::Word(Word::Leave | Word::Quit) => Then::Leave,
                Picked::Word(Word::Clear) => {
                    hide::away(self.talk, self.desk, true);
                    Then::Stay
                }
                Picked::Word(Word::Where) => {
                    self.say_where();
                    continue;
                }
                Picked::Word(Word::Back) => {
                    self.talk.say(words::AT_HOME);
                    continue;
                }
                Picked::Own(_) => half_done::let_go(self)?,
                Picked::Word(_) => {
                    self.talk.say(words::NOT_HERE);
                    continue;
                }
                Picked::Enter => {
                    self.talk.say(&words::not_a_row(rows.len()));
                    continue;
                }
                Picked::Again => continue,
                Picked::Row(row) => match rows.get(row) {
                    Some((row, _)) => self.enter(*row)?,
                    None => continue,
                },
            };
            return Ok(then);
        }
    }

    /// The rows of Home. On a shared computer no words of the person's own are among them.
    fn rows(&self) -> Result<Vec<(Row, String)>, Trouble> {
        let today = self.desk.clock.stamp().at.date_naive();
        let backup = vault_words::last_backup(self.desk.store.last_backup(), today);
        let locked = if self.desk.store.is_locked() {
            words::ROW_IS_LOCKED
        } else {
            ""
        };
        let vault_row = format!("{} ({locked}{backup})", doors::KEEP_SAFE);
        let rooms = [
            (Row::Land, doors::LAND),
            (Row::Reflect, doors::REFLECT),
            (Row::Before, doors::BEFORE_SESSION),
            (Row::Journal, doors::JOURNAL),
            (Row::LookBack, doors::LOOK_BACK),
            (Row::Carry, doors::CARRY),
            (Row::Supervision, doors::SUPERVISION),
            (Row::Support, doors::SUPPORT),
            (Row::Practice, doors::PRACTICE),
            (Row::Learn, doors::LEARN),
            (Row::Vault, vault_row.as_str()),
            (Row::FirstRun, doors::SETTINGS),
            (Row::About, doors::ABOUT),
            (Row::Help, doors::HELP),
            (Row::Leave, doors::LEAVE),
        ];
        let mut rows = rooms.map(|(row, text)| (row, text.to_owned())).to_vec();
        // What comes and goes stands last, so that every room keeps its number.
        rows.extend(half_done::row(self.desk)?.map(|text| (Row::HalfDone, text)));
        rows.extend(waiting::row(self.desk)?.map(|text| (Row::Waiting, text)));
        let day_came = self.day_that_came()?;
        rows.extend(day_came.map(|(text, _)| (Row::DayCame, text)));
        Ok(rows)
    }

    /// The row of the day to be asked again, once it has come, and where it leads.
    fn day_that_came(&self) -> Result<Option<(String, Visit)>, Trouble> {
        let days = self.desk.store.days_to_ask()?;
        let today = self.desk.clock.stamp().at.date_naive();
        let shared = self.desk.settings.shared_computer;
        Ok(day_that_came(&days, today, shared, &self.desk.pack))
    }

    /// The reminder of old entries that the person asked for; or, once in the life of a journal,
    /// the offer of one.
    fn reminder(&mut self) -> Result<Option<String>, Trouble> {
        let after = self.desk.settings.remind_after_months;
        let is_offer = after == 0;
        if is_offer && self.desk.settings.reminder_offered {
            return Ok(None);
        }
        let today = self.desk.clock.stamp().at.date_naive();
        let reminder = vault_words::reminder(self.desk.store.oldest()?, after, today);
        if is_offer && reminder.is_some() {
            self.desk.settings.reminder_offered = true;
            if let Err(error) = self.desk.settings.save(&self.desk.paths.settings_file) {
                self.talk.say(&crate::cli::desk::settings_notice(&error));
            }
        }
        Ok(reminder)
    }

    fn enter(&mut self, row: Row) -> Result<Then, Trouble> {
        match row {
            Row::Land => self.land(),
            Row::Reflect => self.begin(Opening::default()),
            Row::Practice => visit(self, Visit::Practice),
            Row::Learn => visit(self, Visit::Learn(None)),
            Row::HalfDone => half_done::room(self),
            Row::Waiting => waiting::room(self),
            Row::DayCame => match self.day_that_came()? {
                Some((_, begin)) => visit(self, begin),
                None => Ok(Then::Stay),
            },
            Row::Before => visit(self, Visit::BeforeSession),
            Row::Journal => journal::room(self),
            Row::LookBack => visit(self, Visit::LookBack),
            Row::Carry => visit(self, Visit::Carry),
            Row::Supervision => visit(self, Visit::Supervision),
            Row::Support => visit(self, Visit::Support),
            Row::FirstRun => {
                if !self.can_write() {
                    return Ok(Then::Stay);
                }
                let then = first_run::walk(self)?;
                self.first_room(then)
            }
            Row::Vault => Ok(self.talk_about(Begin::Room)),
            Row::Help => self.help_room(),
            Row::About => {
                self.help_page("about");
                Ok(Then::Stay)
            }
            Row::Leave => Ok(Then::Leave),
        }
    }

    /// Talks about keeping the words safe, from there.
    pub(super) fn talk_about(&mut self, begin: Begin) -> Then {
        match vault::lead(self.talk, self.desk, begin, None, false).ended {
            vault::Ended::Over => Then::Stay,
            vault::Ended::Left | vault::Ended::Erased => Then::Leave,
        }
    }

    fn land(&mut self) -> Result<Then, Trouble> {
        self.begin(Opening {
            length: Some(Length::Land),
            ..Opening::default()
        })
    }

    /// Walks a new walk.
    pub(super) fn begin(&mut self, opening: Opening) -> Result<Then, Trouble> {
        if !self.can_write() {
            return Ok(Then::Stay);
        }
        let walk = sessions::begin(self.desk, opening)?;
        self.walk(walk, false)
    }

    /// Tries a vignette.
    pub(super) fn try_vignette(&mut self, id: &str) -> Result<Then, Trouble> {
        if !self.can_write() {
            return Ok(Then::Stay);
        }
        let pack = Rc::clone(&self.desk.pack);
        let Some(walk) = Reflection::of_vignette(pack, id, &self.desk.clock.stamp()) else {
            self.talk.say(doors::NO_STORY);
            return Ok(Then::Stay);
        };
        self.walk(walk, false)
    }

    /// Goes on with a walk that was left half-way.
    pub(super) fn go_on(&mut self, draft: Draft) -> Result<Then, Trouble> {
        if !self.can_write() {
            return Ok(Then::Stay);
        }
        match Reflection::resume(Rc::clone(&self.desk.pack), draft) {
            Some(walk) => self.walk(walk, true),
            None => Ok(Then::Stay),
        }
    }

    /// Opens a line or a Land up into a reflection.
    pub(super) fn open_up(&mut self, entry: &Entry) -> Result<Then, Trouble> {
        if !self.can_write() {
            return Ok(Then::Stay);
        }
        let (walk, on_disk) = sessions::open_up(self.desk, entry)?;
        self.walk(walk, on_disk)
    }

    /// Walks a walk, new or left half-done.
    pub(super) fn walk(&mut self, walk: Reflection, on_disk: bool) -> Result<Then, Trouble> {
        Ok(
            match sessions::walk(self.talk, self.desk, walk, on_disk, true)? {
                Outcome::Left => Then::Leave,
                Outcome::Kept | Outcome::Over | Outcome::Back => Then::Stay,
            },
        )
    }

    /// Goes on from Home with a walk that was left half-done. A try that is kept leads to its story,
    /// where one can go on from it.
    pub(super) fn go_on_from_home(&mut self, walk: Reflection) -> Result<Then, Trouble> {
        let story = walk.paper().words(&Field::Vignette).to_owned();
        match sessions::walk(self.talk, self.desk, walk, true, true)? {
            Outcome::Left => Ok(Then::Leave),
            Outcome::Kept if !story.is_empty() => visit(self, Visit::Vignette(story)),
            Outcome::Kept | Outcome::Over | Outcome::Back => Ok(Then::Stay),
        }
    }

    fn say_where(&mut self) {
        let journal = self.desk.store.path().display().to_string();
        self.talk
            .say(&format!("{}{}.", words::YOU_ARE_HERE, words::HOME));
        self.talk
            .say(&format!("{}: {journal}", words::WHERE_JOURNAL));
    }

    /// Says why nothing can be written, if so.
    pub(super) fn can_write(&mut self) -> bool {
        let Err(trouble) = self.desk.must_write() else {
            return true;
        };
        self.talk.say_all(trouble.lines());
        false
    }

    /// Says rows with their numbers.
    pub(super) fn numbered<'x>(&mut self, rows: impl IntoIterator<Item = &'x str>) {
        for (number, row) in (1..).zip(rows) {
            self.talk.say(&format!("{number} {row}"));
        }
    }

    /// Asks for a row. What means the same in every room is seen to here.
    pub(super) fn pick(&mut self, prompt: &str, rows: usize) -> Picked {
        self.pick_or(prompt, rows, &[])
    }

    /// The same in a room that has words of its own, each a letter and its long form.
    pub(super) fn pick_or(&mut self, prompt: &str, rows: usize, own: &[(&str, &str)]) -> Picked {
        let Some(typed) = self.talk.ask(prompt) else {
            return Picked::Gone;
        };
        let typed = typed.trim();
        if typed.is_empty() {
            return Picked::Enter;
        }
        let number: Option<usize> = typed.trim_end_matches('.').parse().ok();
        if let Some(row) = number
            .and_then(|number| number.checked_sub(1))
            .filter(|row| *row < rows)
        {
            return Picked::Row(row);
        }
        let lower = typed.to_lowercase();
        let is_meant = |(letter, long): &(&str, &str)| [*letter, *long].contains(&lower.as_str());
        if let Some(place) = own.iter().position(is_meant) {
            return Picked::Own(place);
        }
        match said::word(typed) {
            Some(Word::Help) => {
                if own.len() > 1 {
                    self.talk.say(words::HINT_FIND);
                }
                help::say_room_words(self.talk);
            }
            Some(Word::Card) => card::show(self.talk, self.desk),
            Some(Word::Hide) => hide::away_and_back(self.talk, self.desk),
            Some(Word::Undo) => {
                if let Err(trouble) = self.bring_back() {
                    self.talk.say_all(trouble.lines());
                }
            }
            Some(word) => return Picked::Word(word),
            None => self.talk.say(&words::not_a_row(rows)),
        }
        Picked::Again
    }

    /// Brings back the entry that was taken out last.
    pub(super) fn bring_back(&mut self) -> Result<(), Trouble> {
        let Some(id) = self.lost.pop() else {
            self.talk.say(words::NOTHING_TO_UNDO);
            return Ok(());
        };
        let at = self.desk.clock.stamp().at;
        if let Err(error) = self.desk.store.bring_back(id, at) {
            self.lost.push(id);
            return Err(error.into());
        }
        self.talk.say(words::BROUGHT_BACK);
        Ok(())
    }
}
