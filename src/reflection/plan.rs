//! Which steps a walk has, worked out afresh from what was chosen so far.
//!
//! The plan is never stored. It is a pure function of the length, the headings chosen and the
//! words written, so growing a walk or changing a choice can never leave it out of step. One
//! rule stands above all lengths: a question that holds words is always in the plan.

use crate::content::{Pack, Set};
use crate::domain::{Field, HeadingId, ItemId, Length, Stage};

use super::{Paper, Step, gentle, vignette};

/// The heading that asks whether the worker stayed a peer; deep walks end their list with it.
const ROLE_CHECK: &str = "ROL";
/// The item about the time that is left; near the end a short walk asks it.
pub(super) const ENDING: &str = "PRO2";

/// What is noted under [`Field::More`] once "add more" was opened.
pub(super) const MORE_OPEN: &str = "yes";

/// Lays out the steps of a walk.
pub(super) fn steps(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut steps = Vec::new();
    if !paper.words(&Field::AskedLength).is_empty() {
        steps.push(Step::Length);
    }
    steps.extend(steps_of_length(pack, paper));
    steps
}

fn steps_of_length(pack: &Pack, paper: &Paper) -> Vec<Step> {
    match Length::from_id(paper.words(&Field::Length)) {
        None => Vec::new(),
        Some(Length::Land | Length::Note | Length::Story) => {
            vec![
                Step::LandNeed,
                Step::LandLine,
                Step::LandStandBy,
                Step::LandTalkTo,
                Step::LandKeep,
            ]
        }
        Some(Length::NothingMuch) => nothing_much(pack, paper),
        Some(Length::Vignette) => vignette::steps(pack, paper),
        Some(length) => whole_walk(pack, paper, length),
    }
}

fn opening(paper: &Paper) -> Vec<Step> {
    let mut steps = vec![Step::Arrive];
    if paper.has_chosen(&Field::More, MORE_OPEN) {
        steps.push(Step::More);
    }
    steps
}

/// Twenty seconds, and whatever else was written before it was chosen.
fn nothing_much(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut steps = opening(paper);
    steps.push(Step::Need);
    if !paper.words(&Field::Moment).is_empty() {
        steps.push(Step::Moment);
    }
    steps.extend(with_gentle(paper, with_words(pack, paper, &[])));
    steps.extend([Step::StandBy, Step::SetDown]);
    steps
}

fn whole_walk(pack: &Pack, paper: &Paper, length: Length) -> Vec<Step> {
    let mut steps = opening(paper);
    steps.extend([Step::Left, Step::Need, Step::Moment]);
    steps.extend(checklist(pack, paper, length));
    let deep = [
        (Step::What, Field::What),
        (Step::SoWhat, Field::SoWhat),
        (Step::NowWhat, Field::NowWhat),
        (Step::StepBack, Field::StepBack),
    ];
    for (step, field) in deep {
        if length == Length::Deep || !paper.words(&field).is_empty() {
            steps.push(step);
        }
    }
    steps.extend([Step::StandBy, Step::NextTime]);
    if !paper.words(&Field::LastOf).is_empty() {
        steps.push(Step::LastTime);
    }
    let wants_list = [Field::Bring, Field::BringLine]
        .iter()
        .any(|field| !paper.words(field).is_empty());
    // Practice is never on the list for supervision, so it is not asked for either.
    if !is_practice(paper) || wants_list {
        steps.push(Step::Supervision);
    }
    steps.push(Step::SetDown);
    steps
}

/// Tells whether a walk is practice.
pub(super) fn is_practice(paper: &Paper) -> bool {
    !matches!(paper.words(&Field::Practice), "" | "no")
}

fn checklist(pack: &Pack, paper: &Paper, length: Length) -> Vec<Step> {
    let mut asked = match length {
        Length::Quick => quick(pack, paper),
        Length::Three => three(pack, paper),
        Length::Standard => standard(pack, paper),
        Length::Deep => deep(pack, paper),
        Length::NothingMuch | Length::Land | Length::Note | Length::Story | Length::Vignette => {
            Vec::new()
        }
    };
    let mut steps = with_words(pack, paper, &asked);
    steps.append(&mut asked);
    with_gentle(paper, steps)
}

/// Adds the quiet page on safety behind the question it was opened at; only then is it in the plan.
fn with_gentle(paper: &Paper, mut steps: Vec<Step>) -> Vec<Step> {
    if gentle::is_open(paper) {
        let at = gentle::opened_at(paper)
            .and_then(|item| {
                steps
                    .iter()
                    .position(|step| *step == Step::Item(item.clone()))
            })
            .map_or(steps.len(), |place| place + 1);
        steps.insert(at, Step::Gentle);
    }
    steps
}

/// Questions that hold words though the length does not ask them, such as after growing.
fn with_words(pack: &Pack, paper: &Paper, asked: &[Step]) -> Vec<Step> {
    let mut steps = Vec::new();
    for set in &pack.sets {
        for item in &set.items {
            let id = ItemId::new(&item.id);
            let holds = [
                Field::Answer(id.clone()),
                Field::Note(id.clone()),
                Field::Deeper(id.clone()),
            ]
            .iter()
            .any(|field| !paper.words(field).is_empty());
            let asked_in_deeper = asked.contains(&Step::Deeper(HeadingId::new(&set.id)));
            let only_deeper = paper.words(&Field::Answer(id.clone())).is_empty()
                && paper.words(&Field::Note(id.clone())).is_empty();
            let step = Step::Item(id);
            if holds && !asked.contains(&step) && !(only_deeper && asked_in_deeper) {
                steps.push(step);
            }
        }
    }
    steps
}

fn item_step(id: &str) -> Step {
    Step::Item(ItemId::new(id))
}

fn quick(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut steps: Vec<Step> = pack.quick.always.iter().map(|id| item_step(id)).collect();
    let is_ending = is_ending(paper) && pack.item(ENDING).is_some();
    let turn = if is_ending {
        ENDING
    } else {
        paper.words(&Field::Turn)
    };
    if !turn.is_empty() && pack.item(turn).is_some() {
        steps.push(item_step(turn));
    }
    steps
}

fn three(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut steps = vec![Step::Headings];
    for set in chosen_sets(pack, paper) {
        steps.extend(leads(set));
        let asks_ending = is_ending(paper) && set.items.iter().any(|item| item.id == ENDING);
        if asks_ending && !steps.contains(&item_step(ENDING)) {
            steps.push(item_step(ENDING));
        }
    }
    steps
}

/// Whether the work together is near its end, or this was the last time.
fn is_ending(paper: &Paper) -> bool {
    let stage = Stage::from_id(paper.words(&Field::Stage));
    matches!(stage, Some(Stage::NearTheEnd | Stage::Last))
}

fn standard(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut steps: Vec<Step> = pack.principle_sets().flat_map(leads).collect();
    steps.push(Step::Headings);
    for set in chosen_sets(pack, paper) {
        add_in_full(&mut steps, set);
    }
    steps
}

fn deep(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut steps = vec![Step::Headings];
    for set in chosen_sets(pack, paper) {
        add_in_full(&mut steps, set);
    }
    if let Some(set) = pack.set(ROLE_CHECK) {
        for step in set.items.iter().map(|item| item_step(&item.id)) {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
    steps
}

/// Adds a heading's questions that are not asked yet, and then its one go-deeper.
fn add_in_full(steps: &mut Vec<Step>, set: &Set) {
    for step in set.items.iter().map(|item| item_step(&item.id)) {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    steps.push(Step::Deeper(HeadingId::new(&set.id)));
}

fn leads(set: &Set) -> impl Iterator<Item = Step> + '_ {
    set.items
        .iter()
        .filter(|item| item.lead)
        .map(|item| item_step(&item.id))
}

fn chosen_sets<'p>(pack: &'p Pack, paper: &Paper) -> Vec<&'p Set> {
    paper
        .chosen(&Field::Headings)
        .filter_map(|id| pack.set(id))
        .collect()
}
