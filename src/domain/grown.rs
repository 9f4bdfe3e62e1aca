//! An entry that grew out of what it said before, as when a line is opened up into a reflection.
//!
//! A walk asks for no labels and no line added later, so its entry comes without them. They are
//! taken over here, when it is kept, and not when it is opened up: what was added in between
//! must not be lost.

use super::{Answered, Entry};

impl Entry {
    /// Takes over from the entry as it was what the walk that it was opened up into leaves out.
    #[must_use]
    pub fn grown_from(mut self, before: &Self) -> Self {
        self.started_at = before.started_at;
        self.finished_at = before.finished_at;
        if self.tags.is_empty() {
            self.tags.clone_from(&before.tags);
        }
        if self.later.is_empty() {
            self.later.clone_from(&before.later);
        }
        self.safety = self.safety.or_else(|| before.safety.clone());
        self.story = self.story.or_else(|| before.story.clone());
        self.answers = in_the_order_asked(self.answers, &before.answers);
        self
    }
}

/// Answers that were there before come first, in their old order and under their old heading: the
/// pack they answered may be gone. New ones follow.
fn in_the_order_asked(mut answers: Vec<Answered>, before: &[Answered]) -> Vec<Answered> {
    let mut ordered = Vec::with_capacity(answers.len());
    for old in before {
        if let Some(place) = answers.iter().position(|new| new.item == old.item) {
            let new = answers.remove(place);
            ordered.push(Answered {
                heading: old.heading.clone(),
                ..new
            });
        }
    }
    ordered.append(&mut answers);
    ordered
}
