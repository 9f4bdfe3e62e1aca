//! Looking back, as plain values: what the screens show and the verbs print.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::window::{Unit, Window, question_of, title_of};
use super::{days, sentences, words};
use crate::content::{Pack, SetKind};
use crate::domain::{Answer, HeadingId, ItemId, Signed, Span, Tally};

/// So many of the newest reflections make the window: as many columns as fit on a narrow screen.
pub const WINDOW: usize = 20;
/// So many reflections are read: the window, and some more for what did not come up in a row.
pub const SIGNS: usize = 2 * WINDOW;
/// So many weeks are looked back over.
pub const WEEKS: u32 = 20;
/// So many months are looked back over.
pub const MONTHS: u32 = 12;
/// What rarely comes up is spoken of only after so many columns.
const BEFORE_RARE: usize = 6;
/// A heading is "not sure" often from so many times on.
const OFTEN: u32 = 3;
/// So many times in a row a question must not have come up before it is asked about.
const IN_A_ROW: usize = 4;
/// The questions that are asked about when they do not come up: about power, about saying no, and
/// about what gets in the way (`content.md` §9.5).
const ASKED_SOFTLY: [&str; 3] = ["MUT2", "NON3", "COM2"];

/// What there is to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LookBack {
    /// What a column of the map stands for.
    pub unit: Unit,
    /// How many columns there are.
    pub columns: usize,
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// Whether the journal is in its first four months.
    pub early: bool,
    /// What it says, in sentences.
    pub sentences: Vec<String>,
    /// Each heading that was answered, in the order of the pack.
    pub headings: Vec<HeadingLook>,
    /// Principles that rarely came up.
    pub rarely: Vec<Rare>,
    /// Headings that were often "not sure".
    pub unsure: Vec<AskFurther>,
    /// Questions that did not come up many times in a row.
    pub soft: Vec<Soft>,
}

/// One heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeadingLook {
    /// Its id.
    pub id: HeadingId,
    /// Its name.
    pub title: String,
    /// In how many columns it came up.
    pub came_up: usize,
    /// How often each answer was given.
    pub counts: BTreeMap<Answer, u32>,
    /// The counts in words.
    pub said: String,
}

/// A heading that rarely came up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rare {
    /// Its id.
    pub id: HeadingId,
    /// Its name.
    pub title: String,
    /// In how many columns it came up.
    pub came_up: usize,
    /// The same in words, with the question whether that is right.
    pub said: String,
}

/// A heading that was often "not sure", and what may take it further.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AskFurther {
    /// Its id.
    pub id: HeadingId,
    /// Its name.
    pub title: String,
    /// How often.
    pub times: u32,
    /// The same in words.
    pub said: String,
    /// The go-deeper questions of the items that were.
    pub go_deeper: Vec<String>,
}

/// A question that did not come up many times in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Soft {
    /// The item.
    pub item: ItemId,
    /// Its heading.
    pub heading: HeadingId,
    /// How often in a row.
    pub times: usize,
    /// What is asked.
    pub said: String,
}

/// Looks back over the newest reflections, given the newest first. Those older than the window
/// only tell how often in a row a question did not come up.
pub fn look_back(
    pack: &Pack,
    signs: &[Signed],
    oldest: Option<NaiveDate>,
    today: NaiveDate,
) -> LookBack {
    let window = Window::of_signs(signs.get(..WINDOW).unwrap_or(signs), today);
    look(pack, &window, soft(pack, signs), oldest, today)
}

/// Looks back over weeks or months.
pub fn look_back_over(
    pack: &Pack,
    (span, tallies): (Span, &[Tally]),
    oldest: Option<NaiveDate>,
    today: NaiveDate,
) -> LookBack {
    let window = Window::of_tallies(span, tallies, today);
    look(pack, &window, Vec::new(), oldest, today)
}

fn look(
    pack: &Pack,
    window: &Window,
    soft: Vec<Soft>,
    oldest: Option<NaiveDate>,
    today: NaiveDate,
) -> LookBack {
    let early = days::is_early(oldest, today);
    let rarely = rarely(pack, window);
    let unsure = unsure(pack, window);
    let sentences = sentences::sentences(pack, window, early, (&rarely, &unsure, &soft));
    let headings = window.headings(pack).into_iter();
    let days = window.days();
    LookBack {
        unit: window.unit,
        columns: window.len(),
        since: days.map(|(since, _)| since),
        until: days.map(|(_, until)| until),
        early,
        sentences,
        headings: headings.map(|id| heading_look(pack, window, id)).collect(),
        rarely,
        unsure,
        soft,
    }
}

fn heading_look(pack: &Pack, window: &Window, id: HeadingId) -> HeadingLook {
    let counts = window.counts_of(&id);
    HeadingLook {
        title: title_of(pack, &id),
        came_up: window.came_up(&id),
        said: words::counts(&counts),
        counts,
        id,
    }
}

/// The principles that came up in fewer than one in five, the rarest first. A heading that only
/// takes its turn in a quick walk comes up in one of four, and is none of them.
fn rarely(pack: &Pack, window: &Window) -> Vec<Rare> {
    let number = window.len();
    if number < BEFORE_RARE {
        return Vec::new();
    }
    let sets = pack.sets_of(SetKind::Principle).map(|set| {
        let id = HeadingId::new(&set.id);
        let came_up = window.came_up(&id);
        let said = words::came_up(window.unit, number, &set.name, came_up);
        Rare {
            id,
            title: set.name.clone(),
            came_up,
            said: format!("{said} {}", words::IS_THAT_RIGHT),
        }
    });
    let mut rarely: Vec<Rare> = sets.filter(|rare| rare.came_up * 5 < number).collect();
    rarely.sort_by_key(|rare| rare.came_up);
    rarely
}

fn unsure(pack: &Pack, window: &Window) -> Vec<AskFurther> {
    let further = |id: HeadingId| {
        let counts = window.counts_of(&id);
        let times = counts.get(&Answer::NotSure).copied().unwrap_or(0);
        let came_up = counts.iter().filter(|(it, _)| **it != Answer::DidNotComeUp);
        let answers: u32 = came_up.map(|(_, count)| count).sum();
        (times >= OFTEN && times.saturating_mul(3) >= answers).then(|| {
            let title = title_of(pack, &id);
            AskFurther {
                said: words::unsure(&title, times as usize),
                go_deeper: go_deeper(pack, window, &id),
                title,
                times,
                id,
            }
        })
    };
    let headings = window.headings(pack).into_iter();
    headings.filter_map(further).collect()
}

/// The go-deeper questions of the items that were "not sure".
fn go_deeper(pack: &Pack, window: &Window, heading: &HeadingId) -> Vec<String> {
    let items = window.items(pack, heading).into_iter();
    let unsure = items.filter(|item| {
        let counts = window.counts(|seen| seen.heading == *heading && seen.item == *item);
        counts.contains_key(&Answer::NotSure)
    });
    let deeper = unsure.filter_map(|item| pack.item(item.as_str()));
    deeper
        .map(|(_, item)| item.go_deeper.clone())
        .filter(|question| !question.is_empty())
        .collect()
}

fn soft(pack: &Pack, signs: &[Signed]) -> Vec<Soft> {
    let in_a_row = |item: &ItemId| {
        let answers = signs.iter().flat_map(|signed| &signed.signs);
        answers
            .filter(|sign| sign.item == *item)
            .take_while(|sign| sign.answer == Some(Answer::DidNotComeUp))
            .count()
    };
    let found = ASKED_SOFTLY.iter().filter_map(|id| {
        let (set, _) = pack.item(id)?;
        let item = ItemId::new(*id);
        let times = in_a_row(&item);
        (times >= IN_A_ROW).then(|| Soft {
            said: words::soft(&question_of(pack, &item), times),
            heading: HeadingId::new(&set.id),
            times,
            item,
        })
    });
    found.collect()
}

impl Window {
    /// Says how often one heading came up, as a sentence.
    pub fn sentence(&self, pack: &Pack, heading: &HeadingId) -> String {
        let title = title_of(pack, heading);
        words::came_up(self.unit, self.len(), &title, self.came_up(heading))
    }

    /// Says the map of all headings in words, a line each.
    pub fn said(&self, pack: &Pack) -> Vec<String> {
        let headings = self.headings(pack).into_iter();
        let rows = headings.map(|id| {
            let counts = words::counts(&self.counts_of(&id));
            format!("{}: {counts}", title_of(pack, &id))
        });
        self.with_days(rows)
    }

    /// Says the map of one heading in words, a line an item.
    pub fn item_said(&self, pack: &Pack, heading: &HeadingId) -> Vec<String> {
        let items = self.items(pack, heading).into_iter();
        let rows = items.map(|item| {
            let counts = self.counts(|seen| seen.heading == *heading && seen.item == item);
            format!("{} {}", question_of(pack, &item), words::counts(&counts))
        });
        self.with_days(rows)
    }

    /// Names the window, and then the rows.
    fn with_days(&self, rows: impl Iterator<Item = String>) -> Vec<String> {
        let first = self.slices.first().map_or("", |it| &*it.column.words);
        let last = self.slices.last().map_or("", |it| &*it.column.words);
        let over = words::over(self.unit, self.len(), first, last);
        std::iter::once(over).chain(rows).collect()
    }
}
