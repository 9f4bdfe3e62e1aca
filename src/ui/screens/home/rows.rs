//! The rows of Home, and where each of them leads.
//!
//! What a tired person came for stands first: Land, a reflection, and what waits for them. The
//! rooms that give the journal back come after that, and the house itself comes last.

use std::rc::Rc;

use super::words;
use crate::content::Pack;
use crate::domain::{Draft, Length, Subject, Waiting, say_day};
use crate::reflection::{Reflection, Walk, doors, half_done, half_done_forms};
use crate::rooms::{Begin, day_that_came};
use crate::ui::effect::HomeView;
use crate::ui::keymap::Command;
use crate::ui::reply::Reply;
use crate::ui::widgets::menu::MenuRow;

/// What a row of Home leads to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Door {
    Gap,
    Land,
    Reflect,
    GoOn(Box<Draft>),
    Form(Box<Draft>),
    Waiting(Waiting),
    /// A day to be asked again has come.
    DayCame(Begin),
    Journal,
    /// One of the rooms that are open from everywhere.
    Visit(Command),
    KeepSafe,
    Settings,
    Help,
    About,
    Leave,
}

impl Door {
    /// Whether it is the same door, though what lies behind it may have changed.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Gap, _) => false,
            (Self::GoOn(own) | Self::Form(own), Self::GoOn(other) | Self::Form(other)) => {
                own.subject() == other.subject()
            }
            (Self::Waiting(own), Self::Waiting(other)) => own.entry == other.entry,
            (Self::DayCame(_), Self::DayCame(_)) => true,
            _ => self == other,
        }
    }
}

/// Makes the rows; `kept` says how the journal is kept safe.
pub(super) fn rows(view: &HomeView, reply: &Reply<'_>, kept: &str) -> Vec<(Door, MenuRow)> {
    let card_note = if reply.card.is_blank() {
        words::CARD_BLANK
    } else {
        ""
    };
    let stays = if view.made_up {
        words::NOTHING_STAYS
    } else {
        words::ALL_SAVED
    };
    let visit = |command| Door::Visit(command);
    let mut rows = vec![
        (Door::Land, row('l', doors::LAND, "")),
        (Door::Reflect, row('r', doors::REFLECT, "")),
    ];
    rows.extend(left(view, reply.pack));
    rows.extend(waiting_rows(view, reply));
    rows.extend(day_came_row(view, reply));
    rows.extend([
        (Door::Gap, gap()),
        (
            visit(Command::BeforeSession),
            row('b', doors::BEFORE_SESSION, ""),
        ),
        (Door::Journal, row('j', doors::JOURNAL, "")),
        (visit(Command::LookBack), row('o', doors::LOOK_BACK, "")),
        (visit(Command::Carry), row('c', doors::CARRY, "")),
        (
            visit(Command::Supervision),
            row('u', doors::SUPERVISION, ""),
        ),
        (visit(Command::Support), row('s', doors::SUPPORT, card_note)),
        (visit(Command::Practice), row('p', doors::PRACTICE, "")),
        (visit(Command::Learn), row('e', doors::LEARN, "")),
        (Door::Gap, gap()),
        (Door::KeepSafe, row('k', doors::KEEP_SAFE, kept)),
        (Door::Settings, row('h', doors::SETTINGS, "")),
        (Door::About, row('a', doors::ABOUT, "")),
        (Door::Help, row('?', doors::HELP, "")),
        (Door::Leave, row('q', doors::LEAVE, stays)),
    ]);
    rows
}

/// What was left half-way: the walks, and then the forms. The first of them all has the key.
fn left(view: &HomeView, pack: &Rc<Pack>) -> Vec<(Door, MenuRow)> {
    let mut rows = left_rows(view.drafts.clone(), pack);
    rows.extend(
        half_done_forms(view.drafts.clone())
            .into_iter()
            .filter_map(form_row),
    );
    if let Some((_, first)) = rows.first_mut() {
        first.key = Some('g');
    }
    rows
}

/// The row of a form, named by what it is for; never in the person's own words.
fn form_row(draft: Draft) -> Option<(Door, MenuRow)> {
    let Subject::Form(form) = draft.subject() else {
        return None;
    };
    let mut row = MenuRow::new(format!("{} {}", words::GO_ON_FORM, doors::form(form.kind)));
    if let Some(day) = form.of.and_then(|of| of.day()) {
        row.quiet = say_day(day);
    }
    Some((Door::Form(Box::new(draft)), row))
}

/// What the person planned to do; on a shared computer only that there is something.
fn waiting_rows(view: &HomeView, reply: &Reply<'_>) -> Vec<(Door, MenuRow)> {
    let shared = reply.settings.shared_computer;
    let most = if shared { 1 } else { usize::MAX };
    let rows = view.waiting.iter().take(most).enumerate();
    let rows = rows.map(|(place, waiting)| {
        let row = MenuRow {
            key: (place == 0).then_some('w'),
            ..MenuRow::new(said_of_waiting(waiting, shared, reply.pack))
        };
        (Door::Waiting(waiting.clone()), row)
    });
    rows.collect()
}

/// The row of the day to be asked again, once it has come.
fn day_came_row(view: &HomeView, reply: &Reply<'_>) -> Option<(Door, MenuRow)> {
    let today = reply.now.at.date_naive();
    let shared = reply.settings.shared_computer;
    let (words, begin) = day_that_came(&view.days_to_ask, today, shared, reply.pack)?;
    Some((Door::DayCame(begin), row('d', &words, "")))
}

fn row(key: char, words: &str, quiet: &str) -> MenuRow {
    MenuRow {
        key: Some(key),
        words: words.into(),
        quiet: quiet.into(),
        is_heading: false,
    }
}

fn gap() -> MenuRow {
    MenuRow {
        key: None,
        words: String::new(),
        quiet: String::new(),
        is_heading: true,
    }
}

/// Which walk was left where, and when it was begun.
struct Left {
    said: String,
    day: String,
    time: String,
}

/// The rows of the walks that were left; two that would look the same are told apart by the time.
fn left_rows(drafts: Vec<Draft>, pack: &Rc<Pack>) -> Vec<(Door, MenuRow)> {
    let left = half_done(drafts).into_iter().filter_map(|draft| {
        let left = said_of(&draft, pack)?;
        Some((draft, left))
    });
    let left: Vec<(Draft, Left)> = left.collect();
    let is_like = |one: &Left| {
        let like = left
            .iter()
            .filter(|(_, other)| (&other.said, &other.day) == (&one.said, &one.day));
        like.count() > 1
    };
    let rows = left.iter().map(|(draft, one)| {
        let quiet = if is_like(one) {
            format!("{}, {}", one.day, one.time)
        } else {
            one.day.clone()
        };
        let row = MenuRow {
            key: None,
            words: one.said.clone(),
            quiet,
            is_heading: false,
        };
        (Door::GoOn(Box::new(draft.clone())), row)
    });
    rows.collect()
}

/// Says which walk was left where; never in the person's own words.
fn said_of(draft: &Draft, pack: &Rc<Pack>) -> Option<Left> {
    let walk = Reflection::resume(Rc::clone(pack), draft.clone())?;
    let title = walk.page().title;
    let said = if walk.length() == Some(Length::Land) {
        words::GO_ON_LAND.to_owned()
    } else if walk.is_practice() {
        format!("{} {title}", words::GO_ON_PRACTICE)
    } else {
        format!("{} {title}", words::GO_ON)
    };
    let started = walk.started();
    Some(Left {
        said,
        day: say_day(started.date_naive()),
        time: started.format("%H:%M").to_string(),
    })
}

fn said_of_waiting(waiting: &Waiting, shared: bool, pack: &Pack) -> String {
    if shared {
        doors::ONE_WAITING.to_owned()
    } else {
        doors::planned(pack, waiting)
    }
}
