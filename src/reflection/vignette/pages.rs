//! The pages of a try.
//!
//! A story and a view are pages to read: they have no parts, so they can be scrolled at every size
//! and Enter goes on. What was chosen before the views becomes such a page too, once it stays.

use crate::content::{View, Vignette};
use crate::domain::{Field, HowSure, ItemId};

use super::super::pages::{choice, kept, line, note, picks, said, words};
use super::super::{Ask, Kept, Page, Part, Pick, Reflection, Step, Walk as _};
use super::{attempt, chosen, is_committed, is_story_open, kept_of, offered, offers_story, story};

/// The most of the ways that can be chosen.
const MOST_WAYS: usize = 2;

/// The page of a step of a try.
pub(in crate::reflection) fn page_of(walk: &Reflection, step: &Step) -> Page {
    let paper = walk.paper();
    if is_story_open(paper) {
        return story_again(walk, step);
    }
    let words = walk.pack.step(step.words_name());
    let mut page = said(words);
    match step {
        Step::Story => return story_page(walk),
        Step::Commit => page.kept = before_views(walk),
        Step::View(place) => return view_page(walk, *place),
        Step::Differ => page.read = differ(walk),
        Step::Pull | Step::Way | Step::Sure if is_committed(paper) => return stays(walk, step),
        Step::Pull => page.parts = vec![note(Field::Pull, &words.line)],
        Step::Way => {
            page.parts = vec![
                choice(Field::Ways, way_picks(walk), MOST_WAYS),
                line(Field::OwnWay, &words.line),
            ];
        }
        Step::Sure => page.parts = vec![choice(Field::HowSure, picks(&words.options), 1)],
        Step::NotThought => {
            page.read = closing_question(walk);
            page.parts = vec![note(Field::NotThoughtOf, &words.line)];
        }
        Step::TryNext => next_page(walk, &mut page, &words.line),
        Step::Want => page.parts = vec![choice(Field::Want, picks(&words.options), 1)],
        _ => {}
    }
    if *step == Step::Commit && is_committed(paper) {
        page.under = vec![words.line.clone()];
    }
    page.more = offers_story(walk).then(|| words::STORY_AGAIN.to_owned());
    page
}

fn vignette(walk: &Reflection) -> Option<&Vignette> {
    walk.pack.vignette(walk.paper().words(&Field::Vignette))
}

fn title(walk: &Reflection) -> String {
    walk.paper().words(&Field::VignetteTitle).to_owned()
}

/// The story, with what may be hard in it first.
fn story_page(walk: &Reflection) -> Page {
    let words = walk.pack.step("try_story");
    let hard = vignette(walk).map(|it| format!("{}: {}", words.line, it.hard));
    Page {
        title: words.title.clone(),
        question: title(walk),
        read: hard.into_iter().chain(story(walk.paper())).collect(),
        under: words.under.clone(),
        ..Page::default()
    }
}

/// The story over the page of a step.
fn story_again(walk: &Reflection, step: &Step) -> Page {
    Page {
        title: walk.pack.step(step.words_name()).title.clone(),
        question: title(walk),
        read: story(walk.paper()),
        under: vec![words::BACK_TO_IT.to_owned()],
        ..Page::default()
    }
}

/// What was chosen on a page, to be read: it stays as it is.
fn stays(walk: &Reflection, step: &Step) -> Page {
    let mut page = said(walk.pack.step(step.words_name()));
    page.kept = match step {
        Step::Pull => kept(walk, words::MY_PULL, &Field::Pull)
            .into_iter()
            .collect(),
        Step::Way => ways_kept(walk),
        _ => sure_kept(walk).into_iter().collect(),
    };
    page.under = vec![walk.pack.step("try_commit").line.clone()];
    if page.kept.is_empty() {
        page.under.insert(0, words::LEFT_BLANK.to_owned());
    }
    page.more = Some(words::STORY_AGAIN.to_owned());
    page
}

/// Everything that was chosen before the views.
fn before_views(walk: &Reflection) -> Vec<Kept> {
    let mut all: Vec<Kept> = kept(walk, words::MY_PULL, &Field::Pull)
        .into_iter()
        .collect();
    all.extend(ways_kept(walk));
    all.extend(sure_kept(walk));
    all
}

fn ways_kept(walk: &Reflection) -> Vec<Kept> {
    let ways = chosen(walk.paper()).into_iter().map(|way| Kept {
        label: words::I_MIGHT.to_owned(),
        words: way.words,
    });
    ways.chain(kept(walk, words::I_MIGHT, &Field::OwnWay))
        .collect()
}

fn sure_kept(walk: &Reflection) -> Option<Kept> {
    let sure = HowSure::from_id(walk.paper().words(&Field::HowSure))?;
    let option = walk.pack.step("try_sure").option(sure.id())?;
    Some(Kept {
        label: words::HOW_SURE.to_owned(),
        words: option.text.clone(),
    })
}

/// The ways as they were offered when the try began.
fn way_picks(walk: &Reflection) -> Vec<Pick> {
    let ways = offered(walk.paper().words(&Field::VignetteWays)).into_iter();
    ways.zip('a'..='z')
        .map(|(way, key)| Pick {
            id: way.id,
            key,
            words: way.words,
        })
        .collect()
}

/// How one worker might go about it. Said as one view among others, never as the answer. Who wrote
/// the shipped views is said of those alone: a service's own may well be its workers'.
fn view_page(walk: &Reflection, place: usize) -> Page {
    let words = walk.pack.step("try_view");
    let views = vignette(walk).map_or(&[][..], |it| &it.views);
    let Some(view) = views.get(place) else {
        return said(words);
    };
    let is_own = vignette(walk).is_some_and(|it| walk.pack.is_own_vignette(&it.id));
    let whose = words.under.iter().filter(|_| !is_own);
    Page {
        title: words::view_of(&words.title, place + 1, views.len()),
        question: view.who.clone(),
        read: vec![view.would.clone(), format!("{}: {}", words::WHY, view.why)],
        under: leans_on(walk, view, &words.line)
            .into_iter()
            .chain(whose.cloned())
            .collect(),
        ..Page::default()
    }
}

fn leans_on(walk: &Reflection, view: &View, label: &str) -> Option<String> {
    let set = walk.pack.set(&view.principle)?;
    Some(format!("{label}: {}", set.name))
}

fn differ(walk: &Reflection) -> Vec<String> {
    vignette(walk)
        .map(|it| it.differ.clone())
        .into_iter()
        .collect()
}

/// The question to sit with; none where the vignette is gone.
fn closing_question(walk: &Reflection) -> Vec<String> {
    let label = &walk.pack.step("try_differ").line;
    let ask = vignette(walk).map(|it| format!("{label}: {}", it.ask));
    ask.into_iter().collect()
}

/// The line for next time, with first words of the items that were asked: of one that was left
/// open where there is one, and the others below.
fn next_page(walk: &Reflection, page: &mut Page, label: &str) {
    let is_open = |id: &&str| {
        let answer = walk.paper().words(&Field::Answer(ItemId::new(*id)));
        matches!(answer, "not_sure" | "partly" | "not_this_time")
    };
    let mut items: Vec<&str> = walk.paper().chosen(&Field::VignetteItems).collect();
    items.sort_by_key(|id| !is_open(id));
    let mut starters = items
        .into_iter()
        .filter_map(|id| walk.pack.item(id))
        .map(|(_, item)| item.next_time.clone())
        .filter(|starter| !starter.is_empty());
    page.parts = vec![Part {
        field: Field::NextTime,
        label: label.to_owned(),
        ask: Ask::Line {
            starter: starters.next(),
        },
    }];
    let others = starters.map(|starter| format!("{} {starter}", words::OR_BEGIN));
    page.under.extend(others);
}

/// What is read once more at the end.
pub(in crate::reflection) fn kept_words(walk: &Reflection) -> Vec<Kept> {
    let next = walk.paper().words(&Field::NextTime);
    attempt(walk.paper()).map_or_else(Vec::new, |attempt| kept_of(&attempt, next))
}

#[cfg(test)]
mod tests;
