//! Remembers what was changed, in steps a person would call one thing.
//!
//! Undo by letters is tiresome and undo by the whole note is frightening. So typing is kept
//! together by words. Keys less than 5 ms apart are one step, because that is how some systems
//! deliver a paste: as very fast keys.

use super::place::Place;
use crate::ui::widgets::shown::glyph_width;

/// Keys closer than this were not pressed by fingers.
const BURST_MS: u64 = 5;

/// Where words have no spaces, a step ends at about this many bytes.
const LONG_RUN: usize = 48;

/// Says how an edit came about, which decides what it may be joined with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Typing.
    Type,
    /// Removing the character before the cursor.
    Backspace,
    /// Removing the character after the cursor.
    Delete,
    /// Anything that is a step of its own: a paste, a cut, a word removed.
    Whole,
}

/// Holds one exchange of text: at `at`, `gone` went and `come` came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) at: Place,
    pub(super) gone: String,
    pub(super) come: String,
}

/// Holds the cursor, and the other end of the selection if there is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Caret {
    pub(super) at: Place,
    pub(super) anchor: Option<Place>,
}

/// Holds what is undone or redone at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) edits: Vec<Edit>,
    pub(super) before: Caret,
    pub(super) after: Caret,
    deed: Deed,
    at_ms: u64,
}

impl Step {
    /// Begins a step with one edit.
    pub(super) fn new(deed: Deed, edit: Edit, before: Caret, after: Caret, at_ms: u64) -> Self {
        Self {
            edits: vec![edit],
            before,
            after,
            deed,
            at_ms,
        }
    }

    /// Says whether a later step belongs to this one.
    fn takes(&self, next: &Self) -> bool {
        if self.deed == Deed::Whole || next.deed == Deed::Whole {
            return false;
        }
        self.at_ms.abs_diff(next.at_ms) < BURST_MS || self.goes_on_in(next)
    }

    /// Says whether the next step goes on with the same word in the same way.
    fn goes_on_in(&self, next: &Self) -> bool {
        let (Some(edit), Some(more)) = (self.edits.last(), next.edits.first()) else {
            return false;
        };
        if self.deed != next.deed || self.after.at != next.before.at {
            return false;
        }
        match self.deed {
            Deed::Whole => false,
            Deed::Type => more.gone.is_empty() && !begins_word(&edit.come, &more.come),
            Deed::Delete => !begins_word(&edit.gone, &more.gone),
            // Going backwards a word is followed by the space before it.
            Deed::Backspace => {
                edit.gone.starts_with(char::is_whitespace) || !ends_blank(&more.gone)
            }
        }
    }

    /// Adds a later step to this one.
    fn join(&mut self, next: Self) {
        self.after = next.after;
        self.at_ms = next.at_ms;
        self.deed = next.deed;
        for more in next.edits {
            match self.edits.last_mut() {
                Some(edit) if edit.takes(&more) => edit.join(&more),
                _ => self.edits.push(more),
            }
        }
    }
}

impl Edit {
    /// Says whether a later edit can be written as part of this one.
    fn takes(&self, more: &Self) -> bool {
        let typed_on = more.gone.is_empty() && self.at.after(&self.come) == more.at;
        typed_on || self.deleted_on(more) || self.rubbed_on(more)
    }

    /// Says whether both took text away after the same place.
    fn deleted_on(&self, more: &Self) -> bool {
        self.come.is_empty() && more.come.is_empty() && more.at == self.at
    }

    /// Says whether the later one took away what stood just before.
    fn rubbed_on(&self, more: &Self) -> bool {
        self.come.is_empty() && more.come.is_empty() && more.at.after(&more.gone) == self.at
    }

    /// Writes a later edit, which [`Self::takes`] accepted, into this one.
    fn join(&mut self, more: &Self) {
        if self.rubbed_on(more) {
            self.at = more.at;
            self.gone.insert_str(0, &more.gone);
        } else {
            self.gone.push_str(&more.gone);
            self.come.push_str(&more.come);
        }
    }
}

/// Says whether `next` begins a new word after what was typed so far.
fn begins_word(so_far: &str, next: &str) -> bool {
    let word = ends_blank(so_far) && !ends_blank(next);
    // Chinese and Japanese have no spaces: without this a whole page would be one step.
    word || (so_far.len() >= LONG_RUN && glyph_width(next) > 1)
}

/// Says whether a text ends with white space.
fn ends_blank(text: &str) -> bool {
    text.ends_with(char::is_whitespace)
}

/// Holds the steps that can be undone, and those that were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether the last step may still grow; moving the cursor ends it.
    open: bool,
}

impl History {
    /// Keeps a step, as part of the last one where they belong together.
    pub(super) fn keep(&mut self, step: Step) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if self.open && last.takes(&step) => last.join(step),
            _ => self.done.push(step),
        }
        self.open = true;
    }

    /// Ends the last step, so that what follows is a step of its own.
    pub(super) fn close(&mut self) {
        self.open = false;
    }

    /// Takes the step to be undone next.
    pub(super) fn take_done(&mut self) -> Option<Step> {
        self.close();
        self.done.pop()
    }

    /// Takes the step to be redone next.
    pub(super) fn take_undone(&mut self) -> Option<Step> {
        self.close();
        self.undone.pop()
    }

    /// Keeps a step that has been redone.
    pub(super) fn put_done(&mut self, step: Step) {
        self.done.push(step);
    }

    /// Keeps a step that has been undone.
    pub(super) fn put_undone(&mut self, step: Step) {
        self.undone.push(step);
    }
}
