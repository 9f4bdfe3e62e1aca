//! Old entries: a reminder, and what is older than some months. Nothing is deleted by itself.

mod words;

use chrono::Months;

use super::around::Around;
use super::erasing::Erasing;
use super::matter::{Matter, Next, Talk};
use super::room::words as room;
use super::{Came, Choice, Given, Panel, PanelAsk, PanelRow, Work, words as common};
use crate::domain::{Id, Listed, which_entry};

/// What can be chosen for the reminder, in months.
const MONTHS: [u16; 4] = [0, 6, 12, 24];
/// The one that is offered.
const OFFERED: u16 = 12;
/// No journal is older.
const MOST: u16 = 1_200;

/// The talk about old entries.
#[derive(Clone, Debug)]
pub(super) struct OldEntries {
    step: Step,
    /// Whether it began with how many months, and so is over after them.
    only: bool,
    /// The row of the list that was chosen last.
    last: usize,
    /// Whether one was brought back since the list was last shown.
    is_back: bool,
}

#[derive(Clone, Debug)]
enum Step {
    Which,
    Remind,
    AskMonths,
    Looking(Which),
    List(Which, Vec<Old>),
    /// What to do with one that was taken out, and the list it is in.
    One(Which, Vec<Old>, Box<Listed>),
    BringingBack(Which),
}

/// An old entry, and whether it was taken out of the journal's list already.
#[derive(Clone, Debug)]
struct Old {
    listed: Listed,
    taken_out: bool,
}

/// Which entries are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    /// Those that are older than so many months.
    Older(u16),
    /// Those that were taken out of the journal, and are still in its file.
    TakenOut,
}

impl OldEntries {
    /// Begins with what can be done.
    pub(super) fn new() -> Self {
        Self {
            step: Step::Which,
            only: false,
            last: 0,
            is_back: false,
        }
    }

    /// Begins with what is older than so many months, or asks for them.
    pub(super) fn older(months: Option<u16>) -> Self {
        let step = match months {
            Some(months) => Step::Looking(Which::Older(months.clamp(1, MOST))),
            None => Step::AskMonths,
        };
        Self {
            step,
            only: true,
            last: 0,
            is_back: false,
        }
    }

    /// Begins with what was taken out of the journal.
    pub(super) fn taken_out() -> Self {
        Self {
            step: Step::Looking(Which::TakenOut),
            only: true,
            last: 0,
            is_back: false,
        }
    }

    fn to(&mut self, step: Step) -> Next {
        self.step = step;
        Next::Panel
    }

    fn look(&mut self, which: Which, around: &Around) -> Next {
        let today = around.standing.today;
        self.step = Step::Looking(which);
        Next::Do(match which {
            Which::Older(months) => {
                let day = today.checked_sub_months(Months::new(months.into()));
                Work::Older(day.unwrap_or(today))
            }
            Which::TakenOut => Work::TakenOut,
        })
    }

    fn back(&mut self) -> Next {
        match (&self.step, self.only) {
            (Step::One(which, list, _), _) => {
                let list = Step::List(*which, list.clone());
                self.to(list)
            }
            (Step::BringingBack(_), _) => Next::Hint(common::CANNOT_STOP.to_owned()),
            (Step::Which, _) | (Step::AskMonths | Step::List(..), true) => Next::Over,
            (Step::Remind | Step::AskMonths, _) => self.to(Step::Which),
            (Step::Looking(which), _) => {
                self.step = before(*which);
                Next::Stop
            }
            (Step::List(which, _), false) => {
                let before = before(*which);
                self.to(before)
            }
        }
    }

    fn chose(&mut self, row: usize, around: &Around) -> Next {
        match &self.step {
            Step::Which if row == 0 => self.to(Step::Remind),
            Step::Which if row == 1 => self.to(Step::AskMonths),
            Step::Which if row == 2 => self.look(Which::TakenOut, around),
            Step::Remind => match MONTHS.get(row) {
                Some(months) => {
                    self.step = Step::Which;
                    Next::Set(Choice::RemindAfter(*months))
                }
                None => Next::Panel,
            },
            Step::List(..) => self.chose_in_list(row),
            Step::One(..) => self.chose_for_one(row),
            _ => Next::Panel,
        }
    }

    fn chose_in_list(&mut self, row: usize) -> Next {
        let Step::List(which, list) = &self.step else {
            return Next::Panel;
        };
        let erasing = match list.get(row) {
            // Taking out can be undone: so that comes before what cannot.
            Some(one) if one.taken_out => {
                let step = Step::One(*which, list.clone(), Box::new(one.listed.clone()));
                self.last = row;
                return self.to(step);
            }
            Some(one) => erasing(&one.listed),
            None if row == list.len() => {
                let ids: Vec<Id> = list.iter().map(|one| one.listed.id).collect();
                Erasing::many(ids)
            }
            None => return Next::Panel,
        };
        self.last = row;
        Next::Open(Matter::Erasing(erasing))
    }

    fn chose_for_one(&mut self, row: usize) -> Next {
        let Step::One(which, list, one) = &self.step else {
            return Next::Panel;
        };
        match row {
            0 => self.back(),
            1 => {
                let work = Work::BringBack(one.id);
                self.step = Step::BringingBack(*which);
                Next::Do(work)
            }
            2 => {
                let matter = Matter::Erasing(erasing(one));
                self.step = Step::List(*which, list.clone());
                Next::Open(matter)
            }
            _ => Next::Panel,
        }
    }

    fn months_typed(&mut self, typed: &str, around: &Around) -> Next {
        let number = typed.split_whitespace().next().unwrap_or_default();
        match number.parse::<u16>() {
            Ok(months) if (1..=MOST).contains(&months) => self.look(Which::Older(months), around),
            _ => Next::Hint(words::A_NUMBER.to_owned()),
        }
    }

    fn title(&self) -> &'static str {
        let which = match &self.step {
            Step::Looking(which)
            | Step::List(which, _)
            | Step::One(which, ..)
            | Step::BringingBack(which) => Some(*which),
            Step::Which | Step::Remind | Step::AskMonths => None,
        };
        match which {
            Some(Which::TakenOut) => words::REMOVED,
            _ => room::OLD,
        }
    }

    fn list(&self, which: Which, list: &[Old], around: &Around) -> (Vec<String>, PanelAsk) {
        let count = common::entries(list.len());
        let said = match (which, list.is_empty()) {
            (Which::Older(months), true) => words::none_older(&common::months(months)),
            (Which::Older(months), false) => words::are_older(&count, &common::months(months)),
            (Which::TakenOut, true) => words::NONE_TAKEN_OUT.to_owned(),
            (Which::TakenOut, false) => words::are_taken_out(&count),
        };
        if list.is_empty() {
            return (vec![said], PanelAsk::Enter);
        }
        let mut rows: Vec<PanelRow> = list
            .iter()
            .map(|one| PanelRow {
                key: None,
                words: which_entry(one.listed.on, one.listed.finished_at),
                quiet: quiet(one, around.standing.shared_computer),
            })
            .collect();
        rows.push(PanelRow {
            key: None,
            words: words::DELETE_ALL.to_owned(),
            quiet: String::new(),
        });
        let mut said = vec![said];
        let is_older = matches!(which, Which::Older(_));
        if is_older && list.iter().any(|one| one.taken_out) {
            said.push(words::STILL_IN_THE_FILE.to_owned());
        }
        let outs = list.iter().filter(|one| one.taken_out).count();
        let choose = match outs {
            0 => words::CHOOSE_ONE,
            outs if outs == list.len() => words::CHOOSE_ONE_OUT,
            _ => words::CHOOSE_ONE_OF_BOTH,
        };
        said.push(choose.to_owned());
        // The last row deletes the most: it is never where one begins.
        let safe = self.last.min(list.len() - 1);
        (said, PanelAsk::Rows { rows, safe })
    }
}

/// Where a list was asked for.
fn before(which: Which) -> Step {
    match which {
        Which::Older(_) => Step::AskMonths,
        Which::TakenOut => Step::Which,
    }
}

fn erasing(listed: &Listed) -> Erasing {
    let which = which_entry(listed.on, listed.finished_at);
    Erasing::one(listed.id, which)
}

/// What can be done with one that was taken out. What cannot be undone has no letter.
fn for_one(one: &Listed, is_shared: bool) -> (Vec<String>, PanelAsk) {
    let row = |key, words: &str| PanelRow {
        key,
        words: words.to_owned(),
        quiet: String::new(),
    };
    let rows = vec![
        row(Some('l'), words::LEAVE_IT),
        row(Some('b'), words::BRING_BACK),
        row(None, words::DELETE_IT),
    ];
    let which = which_entry(one.on, one.finished_at);
    let mut said = vec![words::was_taken_out(&which)];
    // On a shared computer nobody reads along in what one took out.
    let own = one.words.trim();
    if !is_shared && !own.is_empty() {
        said.push(own.to_owned());
    }
    said.push(words::ONE_IN_THE_FILE.to_owned());
    (said, PanelAsk::Rows { rows, safe: 0 })
}

/// Beside an entry: what it is, and its first words where nobody else looks on.
fn quiet(old: &Old, is_shared: bool) -> String {
    let out = if old.taken_out { words::TAKEN_OUT } else { "" };
    let first = if is_shared {
        String::new()
    } else {
        first_words(&old.listed)
    };
    let all = [out, words::length(&old.listed), &first];
    let said: Vec<&str> = all.into_iter().filter(|it| !it.is_empty()).collect();
    said.join(", ")
}

fn first_words(listed: &Listed) -> String {
    let mut words = listed.words.lines().next().unwrap_or_default().chars();
    let mut said: String = words.by_ref().take(words::FIRST_LETTERS).collect();
    if words.next().is_some() {
        said.push('…');
    }
    said
}

impl Talk for OldEntries {
    fn begun(&mut self, around: &Around) -> Next {
        match self.step {
            // Some may be deleted since.
            Step::Looking(which) | Step::List(which, _) => self.look(which, around),
            _ => Next::Panel,
        }
    }

    fn panel(&self, around: &Around) -> Panel {
        let now = around.standing.remind_after_months;
        let row = |key, words: &str, quiet: String| PanelRow {
            key,
            words: words.to_owned(),
            quiet,
        };
        let (said, ask) = match &self.step {
            Step::Which => {
                let rows = vec![
                    row(Some('r'), words::REMIND, words::set(now)),
                    row(Some('s'), words::SHOW, String::new()),
                    row(Some('t'), words::SHOW_TAKEN_OUT, String::new()),
                ];
                (
                    vec![words::NEVER_BY_ITSELF.to_owned()],
                    PanelAsk::Rows { rows, safe: 0 },
                )
            }
            Step::Remind => {
                let rows = MONTHS
                    .map(|months| row(None, &words::set(months), common::is_now(months == now)));
                let wanted = if now == 0 { OFFERED } else { now };
                let safe = MONTHS.iter().position(|months| *months == wanted);
                let rows = rows.to_vec();
                let ask = PanelAsk::Rows {
                    rows,
                    safe: safe.unwrap_or(0),
                };
                (vec![words::REMINDED_ON_HOME.to_owned()], ask)
            }
            Step::AskMonths => {
                let ask = PanelAsk::Line {
                    label: words::MONTHS.to_owned(),
                    starter: OFFERED.to_string(),
                };
                (vec![words::OLDER_THAN.to_owned()], ask)
            }
            Step::Looking(_) => (
                vec![words::LOOKING.to_owned()],
                PanelAsk::Busy { can_stop: true },
            ),
            Step::List(which, list) => self.list(*which, list, around),
            Step::One(_, _, one) => for_one(one, around.standing.shared_computer),
            Step::BringingBack(_) => (
                vec![words::BRINGING_BACK.to_owned()],
                PanelAsk::Busy { can_stop: false },
            ),
        };
        Panel {
            title: self.title().to_owned(),
            said,
            ask,
        }
    }

    fn given(&mut self, given: Given, around: &Around) -> Next {
        match (given, &self.step) {
            (Given::Back, _) | (Given::Enter, Step::List(..)) => self.back(),
            (Given::Row(row), _) => self.chose(row, around),
            (Given::Line(typed), Step::AskMonths) => self.months_typed(&typed, around),
            _ => Next::Panel,
        }
    }

    fn came(&mut self, came: Came, around: &Around) -> Next {
        match (came, &self.step) {
            (Came::Older { entries, taken_out }, Step::Looking(which)) => {
                let old = |taken_out| move |listed| Old { listed, taken_out };
                let which = *which;
                let list = entries.into_iter().map(old(false));
                let list = list.chain(taken_out.into_iter().map(old(true)));
                self.step = Step::List(which, list.collect());
                if std::mem::take(&mut self.is_back) {
                    return Next::Hint(words::IS_BACK.to_owned());
                }
                Next::Panel
            }
            (Came::BroughtBack, Step::BringingBack(which)) => {
                let which = *which;
                self.is_back = true;
                self.look(which, around)
            }
            (came, _) => Next::after(room::OLD, came),
        }
    }
}
