//! The made-up session of a practice reflection, over the page of a step.
//!
//! What is answered is about what one would do in it, so it can be read again wherever that is asked.

use super::super::{Page, Reflection, Step, Walk as _, vignette};
use super::{can_deepen, words};

/// Tells whether the session lies over the page.
pub(super) fn is_open(walk: &Reflection) -> bool {
    vignette::is_story_open(walk.paper()) && !vignette::scene(walk.paper()).is_empty()
}

/// The session over the page of a step; a question's way deeper is offered from here.
pub(super) fn page_of(walk: &Reflection, step: &Step) -> Page {
    let mut page = Page {
        title: title_of(walk, step),
        question: walk.pack.step("practice_session").question.clone(),
        read: vignette::scene(walk.paper()),
        under: vec![words::BACK_TO_IT.to_owned()],
        ..Page::default()
    };
    if let Step::Item(id) = step {
        page.more = can_deepen(walk, id).then(|| words::GO_DEEPER.to_owned());
    }
    page
}

fn title_of(walk: &Reflection, step: &Step) -> String {
    let Step::Item(id) = step else {
        return walk.pack.step(words_name(walk, step)).title.clone();
    };
    let item = walk.pack.item(id.as_str());
    item.map_or_else(|| id.to_string(), |(set, _)| set.name.clone())
}

/// The step in the pack whose words are shown: in a made-up session nothing was done yet.
pub(super) fn words_name(walk: &Reflection, step: &Step) -> &'static str {
    if *step == Step::Moment && !vignette::scene(walk.paper()).is_empty() {
        return "practice_moment";
    }
    step.words_name()
}
