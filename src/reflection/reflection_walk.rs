//! The walk after a session: from "what kind of time was it" to "you can leave it here".
//!
//! Land is the same machine with other steps, so that it can grow into a reflection without a
//! word being copied.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::content::Pack;
use crate::domain::{
    DayError, Draft, Field, HeadingId, ItemId, Length, Past, Stage, Stamp, Subject, read_day,
};

use super::{End, Hint, Page, Paper, Step, Turn, Walk, gentle, pages, plan, vignette, walk};

/// Milliseconds in one sitting after which a deep walk offers a pause, once (`product.md`, Deep).
pub const PAUSE_AFTER: u64 = 25 * 60 * 1_000;

/// What a new walk begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// How long; the walk asks when it is not said.
    pub length: Option<Length>,
    /// Whether this is practice.
    pub practice: bool,
    /// Whether it is a goodbye: a short walk about the last time together.
    pub goodbye: bool,
}

/// A reflection or a Land, on its way.
#[derive(Clone, Debug)]
pub struct Reflection {
    pub(super) pack: Rc<Pack>,
    pub(super) paper: Paper,
    pub(super) at: Step,
}

impl Reflection {
    /// Begins a walk. The stamp's fresh id becomes the entry's.
    pub fn begin(pack: Rc<Pack>, opening: Opening, past: &Past, stamp: &Stamp) -> Self {
        let mut draft = Draft::new(Subject::Walk(stamp.fresh));
        if opening.goodbye {
            say_goodbye(&pack, &mut draft);
        }
        let goodbye = || opening.goodbye.then_some(Length::Three);
        match opening.length.or_else(goodbye) {
            Some(length) => draft.write(Field::Length, length.id()),
            None => draft.write(Field::AskedLength, "yes"),
        }
        if opening.practice {
            draft.write(Field::Practice, "yes");
        }
        draft.write(Field::Pack, &*pack.id);
        draft.write(Field::PackVersion, pack.version.to_string());
        draft.write(Field::Started, stamp.at.to_rfc3339());
        if let Some(turn) = turn_of(&pack, past) {
            draft.write(Field::Turn, turn);
        }
        if let Some(offered) = not_visited_lately(&pack, past) {
            draft.write(Field::Offered, offered);
        }
        if let Some(carry) = past.carry.as_ref().filter(|_| !opening.practice) {
            draft.write(Field::LastOf, carry.entry.to_string());
            draft.write(Field::LastWords, &*carry.words);
        }
        let mut walk = Self {
            pack,
            paper: Paper::new(draft),
            at: Step::Length,
        };
        if let Some(first) = walk.steps().first().cloned() {
            walk.go(first);
        }
        walk
    }

    /// Takes a walk up again exactly where it was. `None` for a draft that is no walk.
    pub fn resume(pack: Rc<Pack>, draft: Draft) -> Option<Self> {
        let Subject::Walk(_) = draft.subject() else {
            return None;
        };
        let mut walk = Self {
            pack,
            paper: Paper::new(draft),
            at: Step::Length,
        };
        let place = Step::read(walk.paper.words(&Field::Place));
        let steps = walk.steps();
        // A view may be gone with its pack: then what comes after the views is next.
        let is_view = matches!(place, Some(Step::View(_) | Step::Differ));
        let after = is_view.then_some(Step::NotThought);
        let at = place
            .filter(|step| steps.contains(step))
            .or_else(|| after.filter(|step| steps.contains(step)))
            .or_else(|| steps.first().cloned())?;
        walk.go(at);
        Some(walk)
    }

    /// The step the person is at.
    pub fn at(&self) -> &Step {
        &self.at
    }

    /// Every step of the walk as it stands now.
    pub fn steps(&self) -> Vec<Step> {
        plan::steps(&self.pack, &self.paper)
    }

    /// How long the walk is, once that is chosen.
    pub fn length(&self) -> Option<Length> {
        Length::from_id(self.paper.words(&Field::Length))
    }

    /// Tells whether this is practice.
    pub fn is_practice(&self) -> bool {
        plan::is_practice(&self.paper)
    }

    /// What was kept, in the person's own words: the moment, the strength, the next step.
    pub fn kept(&self) -> Vec<super::Kept> {
        pages::kept_words(self)
    }

    /// Tells whether a Land is to be let go rather than kept.
    pub fn is_let_go(&self) -> bool {
        self.end() == End::LetGo
    }

    /// When the walk began.
    pub fn started(&self) -> DateTime<FixedOffset> {
        let started = self.paper.words(&Field::Started);
        DateTime::parse_from_rfc3339(started).unwrap_or_else(|_| DateTime::UNIX_EPOCH.into())
    }

    /// The day it is about.
    pub(super) fn on(&self) -> NaiveDate {
        let began = self.started().date_naive();
        self.read_day(self.paper.words(&Field::Day))
            .unwrap_or(began)
    }

    /// Reads a day as it was typed. The day of an entry that was opened up may have been put right
    /// after the walk began, so there it is taken as it stands.
    fn read_day(&self, typed: &str) -> Result<NaiveDate, DayError> {
        let is_opened_up = !self.paper.words(&Field::Finished).is_empty();
        match typed.parse() {
            Ok(day) if is_opened_up => Ok(day),
            _ => read_day(typed, self.started().date_naive()),
        }
    }

    /// The item whose go-deeper question a heading asks: the one already written to, else the
    /// first that was unsure, partly there or not there, else the heading's lead.
    pub(super) fn deeper_item(&self, heading: &HeadingId) -> Option<ItemId> {
        let set = self.pack.set(heading.as_str())?;
        let items = || set.items.iter().map(|item| ItemId::new(&item.id));
        let written = |item: &ItemId| !self.paper.words(&Field::Deeper(item.clone())).is_empty();
        let open = |item: &ItemId| {
            let answer = self.paper.words(&Field::Answer(item.clone()));
            matches!(answer, "not_sure" | "partly" | "not_this_time")
        };
        items()
            .find(written)
            .or_else(|| items().find(open))
            .or_else(|| {
                set.items
                    .iter()
                    .find(|item| item.lead)
                    .map(|item| ItemId::new(&item.id))
            })
            .or_else(|| items().next())
    }

    /// Moves to a step and notes what is shown there.
    pub(super) fn go(&mut self, step: Step) {
        self.paper.write(Field::Place, step.to_string());
        match &step {
            Step::Item(item) => self.note_wording(&item.clone()),
            Step::Deeper(heading) => {
                if let Some(item) = self.deeper_item(heading) {
                    self.note_wording(&item);
                }
            }
            Step::LastTime => self.paper.write(Field::LastSeen, "yes"),
            _ => {}
        }
        self.at = step;
    }

    /// Keeps the wording shown, unless it was already answered in another.
    fn note_wording(&mut self, item: &ItemId) {
        let kept = [Field::Answer, Field::Note, Field::Deeper, Field::Points];
        let answered = kept
            .map(|field| field(item.clone()))
            .iter()
            .any(|field| !self.paper.words(field).is_empty());
        let asked = Field::Asked(item.clone());
        if answered && !self.paper.words(&asked).is_empty() {
            return;
        }
        let question = pages::question_of(&self.pack, item.as_str(), self.is_practice());
        self.paper.write(asked, question);
    }

    /// Notes that something more was opened, beside what was opened before.
    pub(super) fn note_opened(&mut self, what: &str) {
        if !self.paper.has_chosen(&Field::More, what) {
            let all = format!("{},{what}", self.paper.words(&Field::More));
            self.paper.write(Field::More, all);
        }
    }

    fn place(&self, steps: &[Step]) -> usize {
        steps.iter().position(|step| *step == self.at).unwrap_or(0)
    }

    fn check_page(&self) -> Result<(), Hint> {
        if self.at != Step::More {
            return Ok(());
        }
        let day = self.paper.words(&Field::Day);
        if !day.trim().is_empty() {
            self.read_day(day)
                .map_err(|error| Hint(error.to_string()))?;
        }
        let minutes = self.paper.words(&Field::Minutes).trim();
        if !minutes.is_empty() && minutes.parse::<u16>().is_err() {
            return Err(Hint(pages::words::MINUTES.to_owned()));
        }
        Ok(())
    }
}

impl Walk for Reflection {
    fn paper(&self) -> &Paper {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper {
        &mut self.paper
    }

    fn page(&self) -> Page {
        pages::page_of(self)
    }

    fn forward(&mut self) -> Result<Turn, Hint> {
        self.check_page()?;
        if vignette::close_story(&mut self.paper) {
            return Ok(Turn::Page);
        }
        if self.at == Step::Commit {
            vignette::commit(&mut self.paper);
        }
        if self.at == Step::Length && self.length().is_none() {
            // The shortest is what a person gets who only presses Enter.
            self.paper.write(Field::Length, Length::Quick.id());
        }
        let steps = self.steps();
        match steps.get(self.place(&steps) + 1) {
            Some(next) => {
                self.go(next.clone());
                Ok(Turn::Page)
            }
            None => Ok(Turn::End(self.end())),
        }
    }

    fn back(&mut self) -> bool {
        if vignette::close_story(&mut self.paper) {
            return true;
        }
        let steps = self.steps();
        let Some(before) = self
            .place(&steps)
            .checked_sub(1)
            .and_then(|place| steps.get(place))
        else {
            return false;
        };
        self.go(before.clone());
        true
    }

    fn back_to(&mut self, field: &Field) -> bool {
        walk::back_to(self, field)
    }

    fn offers_pause(&self) -> bool {
        self.length() == Some(Length::Deep)
    }

    fn grow(&mut self) -> bool {
        let Some(longer) = self.length().and_then(Length::longer) else {
            return false;
        };
        let was_land = self.length() == Some(Length::Land);
        self.paper.write(Field::Length, longer.id());
        let steps = self.steps();
        let at = if steps.contains(&self.at) {
            self.at.clone()
        } else if was_land || self.at == Step::SetDown {
            steps.first().cloned().unwrap_or(Step::Arrive)
        } else {
            Step::Moment
        };
        self.go(at);
        true
    }

    fn stop(&mut self) -> bool {
        let steps = self.steps();
        let closing = [Step::SetDown, Step::LandKeep, Step::Want];
        let Some(closing) = closing.into_iter().find(|step| steps.contains(step)) else {
            return false;
        };
        if self.at == closing {
            return false;
        }
        vignette::close_story(&mut self.paper);
        self.go(closing);
        true
    }

    fn open_more(&mut self) -> bool {
        match self.at.clone() {
            Step::Arrive => {
                self.note_opened(plan::MORE_OPEN);
                self.go(Step::More);
                true
            }
            Step::Item(item) if gentle::is_offered(self, &item) => {
                self.note_opened(&gentle::opening(&item));
                self.go(Step::Gentle);
                true
            }
            Step::Item(item) => {
                let deeper = self.pack.item(item.as_str());
                let has_deeper = deeper.is_some_and(|(_, it)| !it.go_deeper.is_empty());
                let is_open = self.paper.has_chosen(&Field::More, item.as_str());
                if has_deeper && !is_open {
                    self.note_opened(item.as_str());
                }
                has_deeper && !is_open
            }
            _ => vignette::open_story(self),
        }
    }

    fn is_settled(&self, field: &Field) -> bool {
        vignette::is_settled(&self.paper, field)
    }

    fn point(&mut self) -> bool {
        let Step::Item(item) = &self.at else {
            return false;
        };
        if self.paper.words(&Field::Moment).trim().is_empty() {
            return false;
        }
        let points = Field::Points(item.clone());
        if self.paper.words(&points).is_empty() {
            self.paper.choose(&points, "yes", 1);
        } else {
            self.paper.clear(&points);
        }
        true
    }
}

impl Reflection {
    fn end(&self) -> End {
        // "Nothing much to say" is an entry by itself; any other walk is what stands in it.
        if self.paper.draft().is_blank() && self.length() != Some(Length::NothingMuch) {
            End::Nothing
        } else if self.paper.words(&Field::Keep) == "let_go" && self.length() == Some(Length::Land)
        {
            End::LetGo
        } else {
            End::Keep
        }
    }
}

/// Sets the stage, and the heading that endings belong to. It can all be changed on the way.
fn say_goodbye(pack: &Pack, draft: &mut Draft) {
    draft.write(Field::Goodbye, "yes");
    draft.write(Field::Stage, Stage::Last.id());
    if let Some((set, _)) = pack.item(plan::ENDING) {
        draft.write(Field::Headings, &*set.id);
    }
}

/// The item whose turn it is in a quick walk: the one asked longest ago.
pub(super) fn turn_of<'p>(pack: &'p Pack, past: &Past) -> Option<&'p str> {
    let last_asked = |id: &&String| past.asked.get(&ItemId::new(id.as_str())).copied();
    pack.quick
        .one_of_in_turn
        .iter()
        .min_by_key(last_asked)
        .map(String::as_str)
}

/// The principle visited longest ago; never-visited ones come first, in their own order.
pub(super) fn not_visited_lately<'p>(pack: &'p Pack, past: &Past) -> Option<&'p str> {
    if past.visited.is_empty() {
        return None;
    }
    pack.principle_sets()
        .min_by_key(|set| past.visited.get(&HeadingId::new(&set.id)).copied())
        .map(|set| set.id.as_str())
}
