//! The engine: which question comes next, and in which words.
//!
//! A walk is a pure state machine over (pack, length, draft). It never touches a disk, a screen
//! or a clock. The full screen and the plain mode both drive it through one small trait,
//! [`Walk`], and both show what it gives them, a [`Page`]. So they ask the same questions in the
//! same words, and the same walk in either leaves the same record.

mod as_text;
mod card_walk;
mod closing;
pub mod doors;
mod finish;
mod first_run;
mod form_walk;
mod gentle;
mod half_done;
#[cfg(test)]
mod laws;
mod open_up;
mod page;
mod pages;
mod paper;
mod plan;
mod reflection_walk;
mod step;
mod told;
mod vignette;
mod walk;

pub use as_text::{as_text, typed};
pub use card_walk::{CardWalk, card_with};
pub use closing::{Closing, closing_of, kept_of};
pub use first_run::{Chosen, FirstRun, NextRoom};
pub use form_walk::{FormWalk, LineLabels, is_done};
pub use half_done::{half_done, half_done_forms, left_last};
pub use page::{Ask, Example, Hint, Kept, Page, Part, Pick, Room};
pub use pages::{line_label, words::NOTHING_WRITTEN};
pub use paper::Paper;
pub use reflection_walk::{Opening, PAUSE_AFTER, Reflection};
pub use step::Step;
pub use told::{Telling, Told, say_kind, told};
pub use walk::{End, Turn, Walk};
