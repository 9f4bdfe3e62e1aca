//! A try of a vignette: the same machine as a reflection, with other steps.
//!
//! Read, say the first pull, choose, say how sure, and only then see how others might go about it.
//! The views are not in the plan before that, so no key leads to them: to commit first is what
//! makes them worth reading (learning by concordance, `content.md` §7.1).
//!
//! What was shown goes into the draft at the start. A pack that is changed or removed half-way
//! then changes nothing but the views, which are only read.

mod pages;

use std::rc::Rc;

use crate::content::{Pack, Vignette};
use crate::domain::{Attempt, Draft, Field, HowSure, ItemId, Length, Stamp, Subject, Want, Way};

use super::pages::words;
use super::{Kept, Paper, Reflection, Step};

pub(super) use pages::{kept_words, page_of};

/// How it is noted that the story is open once more.
const STORY_OPEN: &str = "story";
/// Between two paragraphs of the story, as it is kept in the draft.
const BETWEEN: &str = "\n\n";
/// What is chosen before the views, and stays from there.
const CHOSEN: [Field; 4] = [Field::Pull, Field::Ways, Field::OwnWay, Field::HowSure];

impl Reflection {
    /// Begins a try. `None` for a vignette that no pack has.
    pub fn of_vignette(pack: Rc<Pack>, id: &str, stamp: &Stamp) -> Option<Self> {
        let mut draft = Draft::new(Subject::Walk(stamp.fresh));
        draft.write(Field::Length, Length::Vignette.id());
        draft.write(Field::Practice, "yes");
        draft.write(Field::Pack, &*pack.id);
        draft.write(Field::PackVersion, pack.version.to_string());
        draft.write(Field::Started, stamp.at.to_rfc3339());
        note_shown(&mut draft, pack.vignette(id)?);
        let mut walk = Self {
            pack,
            paper: Paper::new(draft),
            at: Step::Story,
        };
        walk.go(Step::Story);
        Some(walk)
    }
}

/// Notes everything that is shown before the views.
fn note_shown(draft: &mut Draft, vignette: &Vignette) {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let ways = vignette.ways.iter();
    let ways: Vec<String> = ways
        .map(|way| format!("{} {}", way.id, one_line(&way.text)))
        .collect();
    draft.write(Field::Vignette, &*vignette.id);
    draft.write(Field::VignetteVersion, vignette.version.to_string());
    draft.write(Field::VignetteTitle, &*vignette.title);
    draft.write(Field::VignetteStory, vignette.story.join(BETWEEN));
    draft.write(Field::VignetteWays, ways.join("\n"));
    draft.write(Field::VignetteItems, vignette.items.join(","));
}

/// Lays out the steps of a try as it stands now.
pub(super) fn steps(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut steps = vec![Step::Story, Step::Pull, Step::Way, Step::Sure, Step::Commit];
    if is_committed(paper) {
        if let Some(vignette) = pack.vignette(paper.words(&Field::Vignette)) {
            steps.extend((0..vignette.views.len()).map(Step::View));
            steps.push(Step::Differ);
        }
        steps.push(Step::NotThought);
    }
    steps.extend(items(pack, paper));
    steps.extend([Step::TryNext, Step::Want]);
    steps
}

/// The questions afterwards. One that went with its pack cannot be asked any more; what was
/// answered is kept. One that a pack names twice is asked once, or going on from it would lead
/// back to it for ever.
fn items(pack: &Pack, paper: &Paper) -> Vec<Step> {
    let mut items: Vec<Step> = Vec::new();
    for id in paper.chosen(&Field::VignetteItems) {
        let item = Step::Item(ItemId::new(id));
        if pack.item(id).is_some() && !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

/// Tells whether a step is one of a try alone.
pub(super) fn is_step(step: &Step) -> bool {
    matches!(
        step,
        Step::Story
            | Step::Pull
            | Step::Way
            | Step::Sure
            | Step::Commit
            | Step::View(_)
            | Step::Differ
            | Step::NotThought
            | Step::TryNext
            | Step::Want
    )
}

/// Tells whether what was chosen stays by now.
pub(super) fn is_committed(paper: &Paper) -> bool {
    !paper.words(&Field::Committed).is_empty()
}

/// Tells whether this field can no longer be changed.
pub(super) fn is_settled(paper: &Paper, field: &Field) -> bool {
    is_committed(paper) && CHOSEN.contains(field)
}

/// Goes on to the views: undo does not reach back over it.
pub(super) fn commit(paper: &mut Paper) {
    if !is_committed(paper) {
        paper.write(Field::Committed, "yes");
        paper.settle();
    }
}

/// Opens the story once more, where it may be wanted; it is a page to read until one goes on.
pub(super) fn open_story(walk: &mut Reflection) -> bool {
    let may = offers_story(walk) && !is_story_open(&walk.paper);
    if may {
        walk.note_opened(STORY_OPEN);
    }
    may
}

/// Tells whether the story can be read again from here.
fn offers_story(walk: &Reflection) -> bool {
    matches!(walk.at(), Step::Pull | Step::Way | Step::Sure)
}

/// Tells whether the story lies over the page.
fn is_story_open(paper: &Paper) -> bool {
    paper.has_chosen(&Field::More, STORY_OPEN)
}

/// Puts the story away; tells whether it lay there.
pub(super) fn close_story(paper: &mut Paper) -> bool {
    let was_open = is_story_open(paper);
    if was_open {
        let others = paper.chosen(&Field::More).filter(|it| *it != STORY_OPEN);
        let others = others.collect::<Vec<_>>().join(",");
        paper.write(Field::More, others);
    }
    was_open
}

/// Reads the ways as they were offered.
pub(super) fn offered(kept: &str) -> Vec<Way> {
    let ways = kept.lines().filter_map(|line| line.split_once(' '));
    ways.map(|(id, words)| Way {
        id: id.to_owned(),
        words: words.to_owned(),
    })
    .collect()
}

/// The ways that were chosen, in the order they were offered.
fn chosen(paper: &Paper) -> Vec<Way> {
    let mut ways = offered(paper.words(&Field::VignetteWays));
    ways.retain(|way| paper.has_chosen(&Field::Ways, &way.id));
    ways
}

/// The story, paragraph by paragraph.
fn story(paper: &Paper) -> Vec<String> {
    let story = paper.words(&Field::VignetteStory).split(BETWEEN);
    let story = story.filter(|paragraph| !paragraph.trim().is_empty());
    story.map(str::to_owned).collect()
}

/// What the entry keeps of a try; `None` for every other walk.
pub(super) fn attempt(paper: &Paper) -> Option<Attempt> {
    if Length::from_id(paper.words(&Field::Length)) != Some(Length::Vignette) {
        return None;
    }
    let text = |field: &Field| paper.words(field).trim_end().to_owned();
    Some(Attempt {
        vignette: text(&Field::Vignette),
        version: paper.words(&Field::VignetteVersion).parse().unwrap_or(0),
        title: text(&Field::VignetteTitle),
        story: story(paper),
        pull: text(&Field::Pull),
        ways: chosen(paper),
        own_way: text(&Field::OwnWay),
        how_sure: HowSure::from_id(paper.words(&Field::HowSure)),
        not_thought_of: text(&Field::NotThoughtOf),
        want: Want::from_id(paper.words(&Field::Want)),
    })
}

/// What is read once more at the end of a try: what I chose, and what is next.
pub(super) fn kept_of(attempt: &Attempt, next_time: &str) -> Vec<Kept> {
    let ways = attempt.ways.iter().map(|way| way.words.as_str());
    let ways = ways.chain([attempt.own_way.as_str()]);
    let ways = ways.map(|words| (words::I_MIGHT, words));
    let all = [(words::MY_PULL, attempt.pull.as_str())]
        .into_iter()
        .chain(ways)
        .chain([
            (words::NOT_THOUGHT_OF, attempt.not_thought_of.as_str()),
            (words::NEXT_TIME, next_time),
        ]);
    all.filter(|(_, own)| !own.trim().is_empty())
        .map(|(label, own)| Kept {
            label: label.to_owned(),
            words: own.trim().to_owned(),
        })
        .collect()
}
